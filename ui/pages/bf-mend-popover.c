/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mend-popover.h"

#include <glib/gi18n-lib.h>

#include "bf-field-editor.h"
#include "bf-mend-offer.h"

#define LIST_WIDTH 324
#define LIST_HEIGHT 300

typedef struct
{
  BfMendAnswered answered;
  gpointer data;
  GtkWidget *popover;
  GPtrArray *candidates; /* of the list; else NULL */
  GtkListBox *list;
  GtkEditable *search;
  const BfField *field; /* of the entry */
  GtkEditable *entry;
  GtkLabel *wrong;
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  Answer *answer = data;

  g_clear_pointer (&answer->candidates, g_ptr_array_unref);
  g_free (answer);
}

static Answer *
answer_new (BfMendAnswered answered, gpointer data)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->answered = answered;
  answer->data = data;
  answer->popover = gtk_popover_new ();
  return answer;
}

static void
take (Answer *answer, const char *text)
{
  g_autofree char *kept = g_strdup (text);

  /* The card that the popover hangs on goes away with the answer. */
  gtk_popover_popdown (GTK_POPOVER (answer->popover));
  answer->answered (kept, answer->data);
}

/* --- A list -------------------------------------------------------------------------------- */

static gboolean
wanted_cb (GtkListBoxRow *row, gpointer data)
{
  Answer *answer = data;
  const BfMendCandidate *candidate = answer->candidates->pdata[gtk_list_box_row_get_index (row)];
  g_autofree char *sought = g_utf8_casefold (gtk_editable_get_text (answer->search), -1);
  g_autofree char *words =
      g_strconcat (candidate->text, " ", candidate->name != NULL ? candidate->name : "", NULL);
  g_autofree char *folded = g_utf8_casefold (words, -1);

  return strstr (folded, sought) != NULL;
}

static void
search_changed_cb (Answer *answer)
{
  gtk_list_box_invalidate_filter (answer->list);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, Answer *answer)
{
  const BfMendCandidate *candidate = answer->candidates->pdata[gtk_list_box_row_get_index (row)];

  take (answer, candidate->text);
}

/* Enter takes the first that is left. */
static void
search_activated_cb (Answer *answer)
{
  GtkListBoxRow *row;
  int i;

  for (i = 0; (row = gtk_list_box_get_row_at_index (answer->list, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
      {
        row_activated_cb (answer->list, row, answer);
        return;
      }
}

static GtkWidget *
candidate_row (const BfMendCandidate *candidate)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *key = gtk_label_new (candidate->text);
  GtkWidget *name = gtk_label_new (candidate->name);
  gboolean twice = candidate->name == NULL || g_str_equal (candidate->name, candidate->text);

  gtk_widget_add_css_class (key, "strong");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (name, !twice);
  gtk_widget_add_css_class (name, "ink2");
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), name);
  return box;
}

static void
add_list (Answer *answer, GtkWidget *box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint i;

  answer->list = GTK_LIST_BOX (gtk_list_box_new ());
  for (i = 0; i < answer->candidates->len; i++)
    gtk_list_box_append (answer->list, candidate_row (answer->candidates->pdata[i]));
  gtk_list_box_set_selection_mode (answer->list, GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (answer->list, wanted_cb, answer, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (answer->list), "choices-list");
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (answer->list));
  gtk_box_append (GTK_BOX (box), scroller);
}

GtkWidget *
bf_mend_choose_new (GPtrArray *candidates, BfMendAnswered answered, gpointer data)
{
  Answer *answer = answer_new (answered, data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *search = gtk_search_entry_new ();

  answer->candidates = candidates;
  answer->search = GTK_EDITABLE (search);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Find"), -1);
  gtk_box_append (GTK_BOX (box), search);
  add_list (answer, box);
  gtk_popover_set_child (GTK_POPOVER (answer->popover), box);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (search_changed_cb), answer);
  g_signal_connect_swapped (search, "activate", G_CALLBACK (search_activated_cb), answer);
  g_signal_connect_data (
      answer->list, "row-activated", G_CALLBACK (row_activated_cb), answer, answer_free, 0);
  return answer->popover;
}

/* --- An entry ------------------------------------------------------------------------------ */

static void
entry_activated_cb (Answer *answer)
{
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;

  if (bf_field_typed (answer->field, gtk_editable_get_text (answer->entry), &canonical, &error))
    {
      take (answer, canonical);
      return;
    }
  gtk_label_set_text (answer->wrong, error->message);
  gtk_widget_set_visible (GTK_WIDGET (answer->wrong), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (answer->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (answer->entry),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
entry_changed_cb (Answer *answer)
{
  gtk_widget_set_visible (GTK_WIDGET (answer->wrong), FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (answer->entry), "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (answer->entry), GTK_ACCESSIBLE_STATE_INVALID);
}

static GtkWidget *
wrong_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_add_css_class (label, "bad");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

GtkWidget *
bf_mend_type_new (const BfProblem *problem, BfMendAnswered answered, gpointer data)
{
  Answer *answer = answer_new (answered, data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Use"));

  answer->field = problem->field;
  answer->entry = GTK_EDITABLE (gtk_entry_new ());
  answer->wrong = GTK_LABEL (wrong_label ());
  gtk_editable_set_text (answer->entry, problem->cell != NULL ? problem->cell : "");
  gtk_editable_set_width_chars (answer->entry, 24);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (answer->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (problem->field->label), -1);
  gtk_widget_add_css_class (button, "mend");
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (answer->entry));
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (answer->wrong));
  gtk_popover_set_child (GTK_POPOVER (answer->popover), box);
  g_signal_connect_swapped (answer->entry, "activate", G_CALLBACK (entry_activated_cb), answer);
  g_signal_connect_swapped (answer->entry, "changed", G_CALLBACK (entry_changed_cb), answer);
  g_signal_connect_data (
      button, "clicked", G_CALLBACK (entry_activated_cb), answer, answer_free, G_CONNECT_SWAPPED);
  return answer->popover;
}
