/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-problem-card.h"

#include <glib/gi18n-lib.h>

#include "bf-mend-offer.h"
#include "bf-mend-popover.h"
#include "bf-page.h"

struct _BfProblemCard
{
  GtkListBoxRow parent_instance;

  const BfProblem *problem;
  GPtrArray *offers; /* BfMendOffer */
  GtkWidget *answers;
};

G_DEFINE_FINAL_TYPE (BfProblemCard, bf_problem_card, GTK_TYPE_LIST_BOX_ROW)

static guint answered_signal;

/* --- Words -------------------------------------------------------------------------------- */

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

/* What the row is called that a reference probably means; NULL. */
static char *
name_of_suggestion (const BfProblem *problem, const BfImport *import, const BfPlan *plan)
{
  g_autoptr (GPtrArray) candidates = bf_mend_candidates (problem, import, plan);
  guint i;

  if (problem->suggestion == NULL || candidates == NULL ||
      problem->field->kind != BF_KIND_REFERENCE)
    return NULL;
  for (i = 0; i < candidates->len; i++)
    {
      const BfMendCandidate *candidate = candidates->pdata[i];

      if (g_str_equal (candidate->text, problem->suggestion) && candidate->name != NULL)
        return g_strdup (candidate->name);
    }
  return NULL;
}

static char *
cure_of (const BfProblem *problem, const BfImport *import, const BfPlan *plan)
{
  g_autofree char *name = name_of_suggestion (problem, import, plan);

  if (name == NULL)
    return g_strdup (problem->cure != NULL ? problem->cure : "");
  /* Translators: how to mend a cell; a key, and the name of what bears it. */
  return g_strdup_printf (_ ("%s %s is “%s”."), problem->cure, problem->suggestion, name);
}

static GtkWidget *
cell_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The cell as its program shows it, among its neighbours: letters, headings, values. */
static GtkWidget *
excerpt_new (const BfProblem *problem)
{
  const BfExcerpt *excerpt = problem->excerpt;
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *head = g_strdup_printf ("%u", excerpt->heading_row);
  g_autofree char *row = g_strdup_printf ("%u", problem->row);
  guint i;

  gtk_grid_attach (GTK_GRID (grid), cell_label ("", "cell-head"), 0, 0, 1, 1);
  if (excerpt->heading_row > 0)
    gtk_grid_attach (GTK_GRID (grid), cell_label (head, "cell-head"), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), cell_label (row, "cell-head"), 0, 2, 1, 1);
  for (i = 0; i < excerpt->n_cells; i++)
    {
      const char *heading = excerpt->cells[i].heading, *value = excerpt->cells[i].value;
      const char *style = excerpt->cells[i].wrong ? "cell-wrong" : "cell";

      gtk_grid_attach (GTK_GRID (grid),
                       cell_label (excerpt->cells[i].letters, "cell-head"),
                       (int) i + 1,
                       0,
                       1,
                       1);
      if (excerpt->heading_row > 0)
        gtk_grid_attach (GTK_GRID (grid),
                         cell_label (heading != NULL ? heading : "", "cell"),
                         (int) i + 1,
                         1,
                         1,
                         1);
      gtk_grid_attach (
          GTK_GRID (grid), cell_label (value != NULL ? value : "", style), (int) i + 1, 2, 1, 1);
    }
  gtk_widget_set_halign (grid, GTK_ALIGN_START);
  gtk_widget_set_margin_top (grid, 6);
  return grid;
}

/* --- Answers ------------------------------------------------------------------------------ */

static void
answer (BfProblemCard *self, BfMendKind kind, const char *text)
{
  g_autoptr (BfMend) mend = bf_mend_new (self->problem, kind, text);

  g_signal_emit (self, answered_signal, 0, mend);
}

static void
offer_clicked_cb (GtkButton *button, BfProblemCard *self)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "offer"));
  const BfMendOffer *offer = self->offers->pdata[index];

  answer (self, offer->kind, offer->text);
}

static void
popover_answered_cb (const char *text, gpointer data)
{
  answer (data, BF_MEND_READ_AS, text);
}

static GtkWidget *
offer_button (BfProblemCard *self, guint index)
{
  const BfMendOffer *offer = self->offers->pdata[index];
  GtkWidget *button = gtk_button_new_with_label (offer->label);
  gboolean likely =
      index == 0 && (self->problem->suggestion != NULL || offer->kind == BF_MEND_ACCEPT);

  g_object_set_data (G_OBJECT (button), "offer", GUINT_TO_POINTER (index));
  gtk_widget_add_css_class (button, likely ? "mend" : "secondary");
  g_signal_connect (button, "clicked", G_CALLBACK (offer_clicked_cb), self);
  return button;
}

static GtkWidget *
popover_button (const char *label, GtkWidget *popover)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_add_css_class (button, "secondary");
  return button;
}

/* The likeliest answer first, then another value, then the rest. */
static GtkWidget *
answers_new (BfProblemCard *self, const BfImport *import, const BfPlan *plan)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GPtrArray *candidates = bf_mend_candidates (self->problem, import, plan);
  const char *label = bf_mend_type_label (self->problem);
  gboolean suggested = self->problem->suggestion != NULL;
  guint i;

  for (i = 0; i < self->offers->len; i++)
    {
      if (i == (suggested ? 1 : 0) && candidates != NULL)
        gtk_box_append (
            GTK_BOX (box),
            popover_button (suggested ? _ ("Choose Another…") : _ ("Choose…"),
                            bf_mend_choose_new (candidates, popover_answered_cb, self)));
      gtk_box_append (GTK_BOX (box), offer_button (self, i));
    }
  if (label != NULL && self->offers->len > 0)
    {
      GtkWidget *last = gtk_widget_get_last_child (box);
      GtkWidget *typed =
          popover_button (label, bf_mend_type_new (self->problem, popover_answered_cb, self));

      gtk_box_insert_child_after (GTK_BOX (box), typed, gtk_widget_get_prev_sibling (last));
    }
  gtk_widget_set_margin_top (box, 9);
  self->answers = box;
  return box;
}

/* --- The card ----------------------------------------------------------------------------- */

static GtkWidget *
words_new (BfProblemCard *self, const BfImport *import, const BfPlan *plan)
{
  const BfProblem *problem = self->problem;
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *title = bf_problem_sentence (problem);
  g_autofree char *cure = cure_of (problem, import, plan);
  g_autofree char *place = bf_problem_place (problem);
  GtkWidget *what = bf_page_label (title, "row-title");
  GtkWidget *where = bf_page_label (place, "caption-ink");

  gtk_widget_set_hexpand (what, TRUE);
  gtk_widget_set_valign (where, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (where), FALSE);
  gtk_box_append (GTK_BOX (head), what);
  gtk_box_append (GTK_BOX (head), where);
  gtk_box_append (GTK_BOX (words), head);
  if (*cure != '\0')
    gtk_box_append (GTK_BOX (words), bf_page_label (cure, "lead"));
  if (problem->excerpt != NULL)
    gtk_box_append (GTK_BOX (words), excerpt_new (problem));
  if (self->offers->len > 0)
    gtk_box_append (GTK_BOX (words), answers_new (self, import, plan));
  gtk_widget_set_hexpand (words, TRUE);
  return words;
}

static void
bf_problem_card_dispose (GObject *object)
{
  g_clear_pointer (&BF_PROBLEM_CARD (object)->offers, g_ptr_array_unref);
  G_OBJECT_CLASS (bf_problem_card_parent_class)->dispose (object);
}

static void
bf_problem_card_class_init (BfProblemCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bf_problem_card_dispose;
  answered_signal = g_signal_new ("answered",
                                  BF_TYPE_PROBLEM_CARD,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_POINTER);
}

static void
bf_problem_card_init (BfProblemCard *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
}

GtkWidget *
bf_problem_card_new (const BfProblem *problem, const BfImport *import, const BfPlan *plan)
{
  BfProblemCard *self = g_object_new (BF_TYPE_PROBLEM_CARD, NULL);
  gboolean error = problem->severity == BF_PROBLEM_ERROR;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon =
      gtk_image_new_from_icon_name (error ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  g_autofree char *line = bf_problem_line (problem);

  self->problem = problem;
  self->offers = bf_mend_offers (problem);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, error ? "bad" : "warn");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words_new (self, import, plan));
  gtk_widget_add_css_class (box, "bf-card");
  gtk_widget_add_css_class (box, "padded");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  return GTK_WIDGET (self);
}

const BfProblem *
bf_problem_card_get_problem (BfProblemCard *card)
{
  return card->problem;
}

gboolean
bf_problem_card_focus (BfProblemCard *card)
{
  return card->answers != NULL && gtk_widget_child_focus (card->answers, GTK_DIR_TAB_FORWARD);
}
