/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An edit from within the store: writes by id, from the diary's text. Internal to store/. */

#pragma once

#include "bf-database.h"

G_BEGIN_DECLS

/* Opens an edit that takes back @undoes (0: none). */
BfEdit *bf_edit_begin (
    BfDocument *document, const char *label, const char *reason, gint64 undoes, GError **error);
gint64 bf_edit_get_id (BfEdit *edit);
BfDatabase *bf_edit_get_database (BfEdit *edit);

/* Sets a field of the row with that id to the diary's text; a key is carried into references. */
gboolean bf_edit_set_diary (BfEdit *edit,
                            const BfRecord *record,
                            const char *id,
                            const BfField *field,
                            const char *diary_text,
                            GError **error);
/* Puts back a row that the diary kept as JSON. */
gboolean
bf_edit_insert_json (BfEdit *edit, const BfRecord *record, const char *json, GError **error);
gboolean bf_edit_delete_id (BfEdit *edit, const BfRecord *record, const char *id, GError **error);

G_END_DECLS
