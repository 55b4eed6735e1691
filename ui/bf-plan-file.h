/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where plans lie: new ones in the person's data folder, recent ones in the desktop's list. */

#pragma once

#include <gio/gio.h>

#include "bf-document.h"

G_BEGIN_DECLS

/* A new document named like that, under a name that no file has yet. */
BfDocument *bf_plan_file_new (const char *name, GError **error);
/* @name as a file name with @suffix. */
char *bf_plan_file_name (const char *name, const char *suffix);

/* Remembers the document's file as used just now, under that name. */
void bf_plan_file_remember (BfDocument *document, const char *name);

typedef struct
{
  char *path, *name;
  gint64 used; /* seconds since 1970, UTC */
} BfRecentPlan;

/* New array of BfRecentPlan that still exist, the latest first. */
GPtrArray *bf_plan_file_recent (void);

G_END_DECLS
