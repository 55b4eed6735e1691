/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project in MS Project XML as a value, whoever wrote it.
 *
 * Nothing outside of the file is read and no document type is taken. What a task lacks is blank;
 * times are minutes of wall clock. Of fields of one's own those are kept that Brownfield names. */

#pragma once

#include "bf-mspdi-private.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  int uid;
  gboolean summary, milestone;
  char *name;                     /* "" none */
  gint64 start, finish;           /* BF_BLANK: not said */
  char *fields[BF_N_TASK_FIELDS]; /* NULL: none */
  GArray *links;                  /* BfTaskLink */
} BfProjectTask;

typedef struct
{
  char *title, *subject; /* "" none */
  char *saved;           /* the day, YYYY-MM-DD; NULL: not said */
  GPtrArray *tasks;      /* BfProjectTask, in the file's order */
  GHashTable *by_uid;    /* of it */
} BfProject;

/* TRUE when the file's head is that of such a project. */
gboolean bf_project_is_in (const char *path);
/* NULL with a sentence when it cannot be read. */
BfProject *bf_project_read (const char *path, GError **error);
BfProject *bf_project_read_text (const char *text, gsize length, GError **error);
void bf_project_free (BfProject *project);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfProject, bf_project_free)

const BfProjectTask *bf_project_find (const BfProject *project, int uid);

G_END_DECLS
