/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-review-page.h"

#include <glib/gi18n-lib.h>

#include "bf-answer.h"
#include "bf-field-editor.h"
#include "bf-page.h"
#include "bf-story.h"

struct _BfReviewPage
{
  AdwBin parent_instance;

  BfRoundTrip *trip;
  BfDocument *document;

  BfAnswer *page;
  GtkLabel *notes;
  GtkListBox *items;
  GtkButton *take_button;
};

G_DEFINE_FINAL_TYPE (BfReviewPage, bf_review_page, ADW_TYPE_BIN)

static guint done_signal;

/* --- Words ---------------------------------------------------------------------------------- */

static guint
count_taken (const BfReviewPage *self)
{
  const GPtrArray *items = bf_round_trip_items (self->trip);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += ((const BfTripItem *) items->pdata[i])->take != FALSE;
  return n;
}

static void
show_taken (BfReviewPage *self)
{
  guint n = count_taken (self);
  g_autofree char *label =
      g_strdup_printf (ngettext ("Take %u Difference", "Take %u Differences", n), n);

  gtk_button_set_label (self->take_button, label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.take", n > 0);
}

static char *
answer_words (guint n)
{
  g_autofree char *number = bf_story_number (n, TRUE);

  if (n == 0)
    return g_strdup (_ ("The workbook says what the plan said"));
  /* Translators: a number in words. */
  return g_strdup_printf (ngettext ("%s difference", "%s differences", n), number);
}

static char *
lead_words (const BfRoundTrip *trip)
{
  const char *editor = bf_round_trip_editor (trip);

  if (editor)
    /* Translators: the name of a workbook, then of a person. */
    return g_strdup_printf (_ ("%s, saved by %s. What is ticked becomes one edit of that name."),
                            bf_round_trip_label (trip),
                            editor);
  /* Translators: the name of a workbook. */
  return g_strdup_printf (_ ("%s. What is ticked becomes one edit of that name."),
                          bf_round_trip_label (trip));
}

/* "12 000 € → 13 000 €": what stood there, what stands there now. */
static char *
value_words (const BfPlan *plan, const BfTripItem *item)
{
  g_autofree char *was = NULL;
  g_autofree char *wanted = NULL;
  g_autofree char *is = NULL;

  if (item->kind == BF_TRIP_UNCLEAR)
    return g_strdup (item->wanted);
  if (item->field == NULL)
    return NULL;
  was = bf_field_words (plan, item->record, item->field, item->was);
  wanted = bf_field_words (plan, item->record, item->field, item->wanted);
  is = bf_field_words (plan, item->record, item->field, item->is);
  if (item->kind == BF_TRIP_CONFLICT)
    /* Translators: the value as exported, in the workbook, and in the plan. */
    return g_strdup_printf (_ ("%s → %s; the plan says %s"), was, wanted, is);
  return g_strdup_printf ("%s → %s", was, wanted);
}

/* --- Rows ----------------------------------------------------------------------------------- */

static void
toggled_cb (GtkCheckButton *button, BfReviewPage *self)
{
  BfTripItem *item = g_object_get_data (G_OBJECT (button), "item");

  item->take = gtk_check_button_get_active (button);
  show_taken (self);
}

static GtkWidget *
item_words (const BfPlan *plan, const BfTripItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *title = bf_trip_item_title (item);
  g_autofree char *value = value_words (plan, item);
  g_autofree char *place = g_strdup_printf ("%s · %s", bf_trip_kind_word (item->kind), item->place);

  gtk_box_append (GTK_BOX (box), bf_page_label (title, "card-title"));
  if (value != NULL)
    gtk_box_append (GTK_BOX (box), bf_page_label (value, "table-text"));
  if (item->sentence != NULL)
    gtk_box_append (GTK_BOX (box), bf_page_label (item->sentence, "table-text"));
  gtk_box_append (GTK_BOX (box), bf_page_label (place, "caption-ink"));
  return box;
}

static GtkWidget *
item_row (BfReviewPage *self, const BfPlan *plan, BfTripItem *item)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *title = bf_trip_item_title (item);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), item_words (plan, item));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), item->take);
  gtk_widget_set_sensitive (button, item->kind != BF_TRIP_UNCLEAR);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (button), "item", item);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

static void
show_items (BfReviewPage *self)
{
  const GPtrArray *items = bf_round_trip_items (self->trip);
  g_autoptr (BfPlan) plan = bf_document_snapshot (self->document);

  bf_page_clear_list (self->items);
  for (guint i = 0; i < items->len; i++)
    gtk_list_box_append (self->items, item_row (self, plan, items->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->items), items->len > 0);
  show_taken (self);
}

static void
show_words (BfReviewPage *self)
{
  const GPtrArray *notes = bf_round_trip_notes (self->trip);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *answer = answer_words (bf_round_trip_items (self->trip)->len);
  g_autofree char *lead = lead_words (self->trip);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (text, "%s%s", i ? "\n" : "", (const char *) notes->pdata[i]);
  bf_answer_say (self->page, answer, lead);
  gtk_label_set_text (self->notes, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), notes->len > 0);
}

/* What the plan still says as it was exported is ticked; a conflict waits for a decision. */
static void
tick_sound_ones (BfReviewPage *self)
{
  const GPtrArray *items = bf_round_trip_items (self->trip);

  for (guint i = 0; i < items->len; i++)
    {
      BfTripItem *item = items->pdata[i];

      item->take = item->kind != BF_TRIP_CONFLICT && item->kind != BF_TRIP_UNCLEAR;
    }
}

/* --- Actions -------------------------------------------------------------------------------- */

static void
all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfReviewPage *self = BF_REVIEW_PAGE (widget);

  bf_round_trip_take_all (self->trip, g_str_equal (name, "review.all"));
  show_items (self);
}

static void
take_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfReviewPage *self = BF_REVIEW_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (bf_round_trip_apply (self->trip, self->document, NULL, &error))
    g_signal_emit (self, done_signal, 0, self->document);
  else
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
bf_review_page_dispose (GObject *object)
{
  BfReviewPage *self = BF_REVIEW_PAGE (object);

  /* The rows point into the differences. */
  if (self->items != NULL)
    bf_page_clear_list (self->items);
  g_clear_pointer (&self->trip, bf_round_trip_free);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (bf_review_page_parent_class)->dispose (object);
}

static void
bf_review_page_class_init (BfReviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_review_page_dispose;
  done_signal = g_signal_new ("done",
                              BF_TYPE_REVIEW_PAGE,
                              G_SIGNAL_RUN_LAST,
                              0,
                              NULL,
                              NULL,
                              NULL,
                              G_TYPE_NONE,
                              1,
                              BF_TYPE_DOCUMENT);
  g_type_ensure (BF_TYPE_ANSWER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-review-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfReviewPage, page);
  gtk_widget_class_bind_template_child (widget_class, BfReviewPage, notes);
  gtk_widget_class_bind_template_child (widget_class, BfReviewPage, items);
  gtk_widget_class_bind_template_child (widget_class, BfReviewPage, take_button);
  gtk_widget_class_install_action (widget_class, "review.all", NULL, all_cb);
  gtk_widget_class_install_action (widget_class, "review.none", NULL, all_cb);
  gtk_widget_class_install_action (widget_class, "review.take", NULL, take_cb);
}

static void
bf_review_page_init (BfReviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bf_review_page_new (BfRoundTrip *trip, BfDocument *document)
{
  BfReviewPage *self = g_object_new (BF_TYPE_REVIEW_PAGE, NULL);

  self->trip = trip;
  self->document = g_object_ref (document);
  tick_sound_ones (self);
  show_words (self);
  show_items (self);
  return GTK_WIDGET (self);
}
