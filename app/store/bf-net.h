/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a run of edits did to each row, all in all: the net of its changes.
 *
 * A row that came and went again, and a field that has its old value again, are not in it. Old and
 * new values are the diary's text. Internal to store/. */

#pragma once

#include "bf-database.h"

G_BEGIN_DECLS

typedef struct
{
  const BfField *field;
  char *old_text; /* before the first of the edits */
  char *new_text; /* after the last */
} BfNetField;

typedef struct
{
  const BfRecord *record;
  char *id;
  gboolean was, is;  /* there before, there after */
  char *was_json;    /* of a row that went: as it was when it went */
  char *is_json;     /* of a row that came: as it was when it came */
  GPtrArray *fields; /* BfNetField: what changed before it went, or since it came */
} BfNetRow;

typedef struct
{
  GPtrArray *rows;   /* BfNetRow, in the order they were first touched */
  GHashTable *index; /* table and id -> BfNetRow */
} BfNet;

/* Of the edits with first <= id <= last; NULL on error. */
BfNet *bf_net_new (BfDatabase *database, gint64 first, gint64 last, GError **error);
void bf_net_free (BfNet *net);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfNet, bf_net_free)

/* NULL when the row, the field is not in it. */
BfNetRow *bf_net_find (BfNet *net, const BfRecord *record, const char *id);
BfNetField *bf_net_row_field (BfNetRow *row, const BfField *field);

/* The diary's text of a field in a row that the diary kept as JSON; new, NULL for blank. */
char *bf_net_json_text (BfDatabase *database, const char *json, const BfField *field);

G_END_DECLS
