/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of rows, described column by column: sorted by its headings, filtered, walked by keys.
 *
 * A column says how a row is written, sorted, drawn and edited; the table is a GtkColumnView in a
 * scrolled window. Columns are as wide as what they say: in a narrow window spare ones give way
 * first, then names end in an ellipsis (and say all in a tooltip); figures are never cut.
 * Selecting, activating and editing are told to the page by callbacks. */

#pragma once

#include <gtk/gtk.h>

#include "bf-session.h"
#include "bf-table-row.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *title;     /* N_() */
  int width;             /* px at the plain text scale that it takes at least */
  guint spare;           /* where room is lacking it goes, 1 first; 0: it always stays */
  gboolean expand;       /* long texts: shares what is left, and what is lacking */
  gboolean numeric;      /* right */
  const char *css_class; /* of every cell; NULL */

  char *(*text) (BfTableRow *row);        /* owned by the caller; NULL: empty */
  char *(*tip) (BfTableRow *row);         /* what the text is short for; NULL: the text */
  double (*number) (BfTableRow *row);     /* what it is sorted by; NAN last; NULL: the text */
  double (*bar) (BfTableRow *row);        /* 0 .. 1, drawn before the text; NULL: no bar */
  const char *bar_role;                   /* of bf-palette.h */
  const char *(*icon) (BfTableRow *row);  /* before the text; NULL: none */
  const char *icon_class;                 /* its CSS class */
  const char *(*style) (BfTableRow *row); /* CSS class of this cell's text; NULL: none */

  /* Edited in place as this field of the row's record; NULL: read only. */
  const char *field;
} BfTableColumn;

#define BF_TYPE_TABLE (bf_table_get_type ())
G_DECLARE_FINAL_TYPE (BfTable, bf_table, BF, TABLE, GtkWidget)

/* @columns are static. @label names the table for assistive technology. */
GtkWidget *bf_table_new (const BfTableColumn *columns, guint n_columns, const char *label);
/* Sorts by that column until somebody clicks a heading, or presses Alt+Shift and an arrow: left and
 * right choose the column, up and down the order (actions table.sort-previous, -next, -up,
 * -down). */
void bf_table_sort (BfTable *table, const char *column, GtkSortType order);

/* Columns are chosen for the width of @frame (not owned), which the table shares with what opens
 * beside it, so that a cell does not vanish under who clicks on it. */
void bf_table_set_frame (BfTable *table, GtkWidget *frame);

/* Shows rows 0 .. @n - 1 of plan and roadmap, either may be NULL. @details (may be NULL): what the
 * page worked out for all rows at once, freed with @free_details when others come. */
void bf_table_show (BfTable *table,
                    const BfPlan *plan,
                    const BfRoadmap *roadmap,
                    guint n,
                    gpointer details,
                    GDestroyNotify free_details);
/* Rows for which @wanted is FALSE are hidden. */
typedef gboolean (*BfTableFilter) (BfTableRow *row, gpointer data);
void bf_table_set_filter (BfTable *table, BfTableFilter wanted, gpointer data);
void bf_table_refilter (BfTable *table);
/* Rows that are shown; borrowed rows of a GListModel. */
GListModel *bf_table_get_rows (BfTable *table);

/* The selected row; NULL. */
BfTableRow *bf_table_get_selected (BfTable *table);
/* Selects the row with that index if it is shown; -1: none. */
void bf_table_select (BfTable *table, int index);

/* Puts the cursor on the first row that is shown, and selects it. */
void bf_table_enter (BfTable *table);

/* Makes the columns with a field editable: as rows of @kind, in edits of the session's document. F2
 * (action table.edit) opens the cell with the cursor, else the first one of the selected row. */
void bf_table_set_editing (BfTable *table, BfSession *session, BfRecordKind kind);

/* Signals: "row-selected" (the selection became another row), "row-activated" (Enter, double
 * click), "edit-refused" (a sentence). */

G_END_DECLS
