/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blank spreadsheets to hand out: one sheet a list, its headings made from the field table.
 *
 * Headings say the unit, notes at the headings what is meant, which words are allowed and what is
 * needed; cells refuse what cannot be read. Headings and sheets keep the program's own names in
 * every language, since those are what an import knows. No example stands in the rows: reading a
 * blank template back finds 0 rows. */

#pragma once

#include "bf-records.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A hidden sheet with the words of drop-down lists; an import passes over it without a word. */
#define BF_TEMPLATE_WORDS "Allowed words"

/* FALSE for records that only the program makes. */
gboolean bf_template_has (BfRecordKind kind);
/* "systems", "shutdowns"; the caller frees it. */
char *bf_template_name (BfRecordKind kind);
/* The list that @name means, without its folder and ending; BF_NO_RECORD when it is none. */
BfRecordKind bf_template_find (const char *name);
/* "plant" and the names of all lists, one a line with its number of columns. */
char *bf_template_list (void);

/* Writes one list, or every list for BF_NO_RECORD. Fails with G_FILE_ERROR and a sentence, also
 * when the file is there already. */
gboolean bf_template_write (BfRecordKind kind, const char *path, GError **error);

G_END_DECLS
