/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-problem-card.h"

#include <glib/gi18n-lib.h>

char *
bf_problem_place (const BfProblem *problem)
{
  g_autoptr (GString) place =
      g_string_new (problem->sheet != NULL ? problem->sheet : problem->file);

  if (problem->row > 0)
    g_string_append_printf (place, _ (", row %u"), problem->row);
  if (problem->letters != NULL)
    g_string_append_printf (place, _ (", column %s"), problem->letters);
  return g_string_free (g_steal_pointer (&place), FALSE);
}

static GtkWidget *
label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
cell_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The cell as its program shows it: the letters of its column, the number of its row. */
static GtkWidget *
cell_new (const BfProblem *problem)
{
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *row = g_strdup_printf ("%u", problem->row);
  g_autofree char *heading = g_strdup_printf ("%s  %s", problem->letters, problem->column);

  gtk_grid_attach (GTK_GRID (grid), cell_label ("", "cell-head"), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), cell_label (heading, "cell-head"), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), cell_label (row, "cell-head"), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid),
                   cell_label (problem->value != NULL ? problem->value : "", "cell-wrong"),
                   1,
                   1,
                   1,
                   1);
  gtk_widget_set_halign (grid, GTK_ALIGN_START);
  gtk_widget_set_margin_top (grid, 6);
  return grid;
}

static GtkWidget *
words_new (const BfProblem *problem)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *what = label_new (problem->what, "row-title");
  g_autofree char *place = bf_problem_place (problem);
  GtkWidget *where = label_new (place, "caption-ink");

  gtk_widget_set_hexpand (what, TRUE);
  gtk_widget_set_valign (where, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (where), FALSE);
  gtk_box_append (GTK_BOX (head), what);
  gtk_box_append (GTK_BOX (head), where);
  gtk_box_append (GTK_BOX (words), head);
  if (problem->cure != NULL && *problem->cure != '\0')
    gtk_box_append (GTK_BOX (words), label_new (problem->cure, "lead"));
  if (problem->row > 0 && problem->letters != NULL && problem->column != NULL)
    gtk_box_append (GTK_BOX (words), cell_new (problem));
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

GtkWidget *
bf_problem_card_new (const BfProblem *problem)
{
  gboolean error = problem->severity == BF_PROBLEM_ERROR;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  g_autofree char *line = bf_problem_line (problem);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, error ? "bad" : "warn");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words_new (problem));
  gtk_widget_add_css_class (box, "bf-card");
  gtk_widget_add_css_class (box, "padded");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  return row;
}
