/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in one cell of a BfTable: bar or icon, then the text, which may be editable. */

#pragma once

#include "bf-table.h"

G_BEGIN_DECLS

#define BF_TYPE_TABLE_CELL (bf_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (BfTableCell, bf_table_cell, BF, TABLE_CELL, GtkWidget)

GtkWidget *bf_table_cell_new (const BfTableColumn *column);
/* NULL shows nothing. */
void bf_table_cell_set_row (BfTableCell *cell, BfTableRow *row);
/* Makes the text of a column with a field editable; called once. */
void bf_table_cell_set_editing (BfTableCell *cell, BfSession *session, BfRecordKind kind);
/* The whole row is named by what stands in this cell and in the column @with. */
void bf_table_cell_name_row (BfTableCell *cell, const BfTableColumn *with);
/* The row that was set; NULL. */
BfTableRow *bf_table_cell_get_row (BfTableCell *cell);
gboolean bf_table_cell_can_edit (BfTableCell *cell);
/* Puts the cursor into the cell, which can be edited. */
void bf_table_cell_edit (BfTableCell *cell);

/* Signal "edit-refused": a sentence. */

G_END_DECLS
