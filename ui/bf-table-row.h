/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of a list or table on a page: a position in a plan's or roadmap's array, kept alive.
 *
 * A new plan or roadmap of the same size is put under the rows that are there (signal "changed"),
 * so that focus, selection and scrolling stay where the person left them. */

#pragma once

#include <glib-object.h>

#include "bf-roadmap.h"

G_BEGIN_DECLS

#define BF_TYPE_TABLE_ROW (bf_table_row_get_type ())
G_DECLARE_FINAL_TYPE (BfTableRow, bf_table_row, BF, TABLE_ROW, GObject)

/* Shows nothing before bf_table_row_set. */
BfTableRow *bf_table_row_new (guint index);

/* Signal "changed" follows. @details: what the page worked out for all rows at once, borrowed. */
void bf_table_row_set (BfTableRow *row,
                       const BfPlan *plan,
                       const BfRoadmap *roadmap,
                       gconstpointer details);

guint bf_table_row_get_index (BfTableRow *row);
const BfPlan *bf_table_row_get_plan (BfTableRow *row);
const BfRoadmap *bf_table_row_get_roadmap (BfTableRow *row);

gconstpointer bf_table_row_get_details (BfTableRow *row);

/* Shorthands for the two kinds that most pages show. */
const BfSystem *bf_table_row_system (BfTableRow *row);
const BfRoadmapStep *bf_table_row_step (BfTableRow *row);

G_END_DECLS
