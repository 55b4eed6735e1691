/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-history-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-field-editor.h"
#include "bf-format.h"
#include "bf-page.h"
#include "bf-table.h"

/* An import may have written thousands; the first ones tell what it was. */
#define MAX_CHANGES 100

struct _BfHistoryPage
{
  AdwBin parent_instance;

  BfSession *session;
  GtkStack *stack;
  GtkLabel *count, *title, *subtitle, *reason;
  AdwBin *table_place;
  GtkListBox *changes;
  BfTable *table;
};

G_DEFINE_FINAL_TYPE (BfHistoryPage, bf_history_page, ADW_TYPE_BIN)

/* --- Columns: the rows' details are the array of entries ------------------------------------ */

static const BfHistoryEntry *
entry_of (BfTableRow *row)
{
  const GPtrArray *entries = bf_table_row_get_details (row);

  return entries->pdata[bf_table_row_get_index (row)];
}

static char *
when_shown (const char *at)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *day = NULL;

  if (local == NULL)
    return g_strdup (at);
  day = bf_format_day (bf_day_from_civil (g_date_time_get_year (local),
                                          g_date_time_get_month (local),
                                          g_date_time_get_day_of_month (local)));
  return g_strdup_printf (
      "%s, %02d:%02d", day, g_date_time_get_hour (local), g_date_time_get_minute (local));
}

static char *
number_text (BfTableRow *row)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, entry_of (row)->id);
}

static double
number_number (BfTableRow *row)
{
  return (double) entry_of (row)->id;
}

static char *
when_text (BfTableRow *row)
{
  return when_shown (entry_of (row)->at);
}

static char *
who_text (BfTableRow *row)
{
  return g_strdup (entry_of (row)->who);
}

static char *
what_text (BfTableRow *row)
{
  const BfHistoryEntry *entry = entry_of (row);

  if (entry->undoes == 0)
    return g_strdup (entry->label);
  /* Translators: an edit's name, and the number of the edit that it takes back. */
  return g_strdup_printf (
      _ ("%s (takes back edit %" G_GINT64_FORMAT ")"), entry->label, entry->undoes);
}

static char *
why_text (BfTableRow *row)
{
  const char *reason = entry_of (row)->reason;

  /* An import says several things, a line each; all of them stand beside the table. */
  return reason != NULL ? g_strndup (reason, strcspn (reason, "\n")) : NULL;
}

static char *
why_tip (BfTableRow *row)
{
  return g_strdup (entry_of (row)->reason);
}

static char *
changes_text (BfTableRow *row)
{
  return g_strdup_printf ("%u", entry_of (row)->n_changes);
}

static double
changes_number (BfTableRow *row)
{
  return entry_of (row)->n_changes;
}

static const BfTableColumn columns[] = {
  { .id = "number",
    .title = N_ ("Edit"),
    .text = number_text,
    .number = number_number,
    .css_class = "strong" },
  { .id = "when", .title = N_ ("When"), .text = when_text, .number = number_number },
  { .id = "who", .title = N_ ("Who"), .text = who_text, .css_class = "ink2" },
  { .id = "what", .title = N_ ("What"), .width = 120, .expand = TRUE, .text = what_text },
  { .id = "why",
    .title = N_ ("Why"),
    .width = 120,
    .expand = TRUE,
    .text = why_text,
    .tip = why_tip,
    .css_class = "ink2" },
  { .id = "changes",
    .title = N_ ("Changes"),
    .numeric = TRUE,
    .text = changes_text,
    .number = changes_number },
};

/* --- One edit -------------------------------------------------------------------------------- */

static char *
change_sentence (BfHistoryPage *self, const BfChange *change, const BfField *field)
{
  const BfPlan *plan = bf_session_get_plan (self->session);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (change->column == NULL)
    return g_strdup (change->old_value == NULL ? _ ("Row added") : _ ("Row taken away"));
  before = bf_field_words (plan, change->record, field, change->old_value);
  after = bf_field_words (plan, change->record, field, change->new_value);
  return g_strdup_printf ("%s → %s", before, after);
}

static void
add_change (BfHistoryPage *self, const BfChange *change)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const BfField *field =
      change->column != NULL ? bf_record_field (change->record, change->column) : NULL;
  g_autofree char *name = g_strdup_printf ("%s %s%s%s",
                                           _ (change->record->label),
                                           change->key != NULL ? change->key : change->row,
                                           field != NULL ? " · " : "",
                                           field != NULL ? _ (field->label) : "");
  g_autofree char *sentence = change_sentence (self, change, field);

  gtk_box_append (GTK_BOX (box), bf_page_label (name, "caption-title"));
  gtk_box_append (GTK_BOX (box), bf_page_label (sentence, "table-text"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  bf_page_say (row, name, sentence);
  gtk_list_box_append (self->changes, row);
}

static void
show_changes (BfHistoryPage *self, gint64 edit)
{
  BfDocument *document = bf_session_get_document (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = bf_document_changes (document, edit, &error);
  guint i;

  bf_page_clear_list (self->changes);
  if (changes == NULL)
    {
      bf_page_toast (GTK_WIDGET (self), error->message);
      return;
    }
  for (i = 0; i < MIN (changes->len, MAX_CHANGES); i++)
    add_change (self, changes->pdata[i]);
}

static void
show_selected (BfHistoryPage *self)
{
  BfTableRow *row = bf_table_get_selected (self->table);
  const BfHistoryEntry *entry = row != NULL ? entry_of (row) : NULL;
  g_autofree char *when = NULL;
  g_autofree char *subtitle = NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.revert", entry != NULL);
  if (entry == NULL)
    {
      gtk_label_set_text (self->title, _ ("Choose an edit"));
      gtk_label_set_text (self->subtitle, _ ("Its changes stand here."));
      gtk_widget_set_visible (GTK_WIDGET (self->reason), FALSE);
      bf_page_clear_list (self->changes);
      gtk_widget_set_visible (GTK_WIDGET (self->changes), FALSE);
      return;
    }
  when = when_shown (entry->at);
  subtitle =
      g_strdup_printf (ngettext ("%s · %s · %u change", "%s · %s · %u changes", entry->n_changes),
                       entry->who,
                       when,
                       entry->n_changes);
  gtk_label_set_text (self->title, entry->label);
  gtk_label_set_text (self->subtitle, subtitle);
  gtk_label_set_text (self->reason, entry->reason != NULL ? entry->reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), entry->reason != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), entry->n_changes > 0);
  show_changes (self, entry->id);
}

static void
revert_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfTableRow *row = bf_table_get_selected (BF_HISTORY_PAGE (widget)->table);

  if (row != NULL)
    gtk_widget_activate_action (widget, "win.revert", "x", entry_of (row)->id);
}

/* --- The page -------------------------------------------------------------------------------- */

static void
show_history (BfHistoryPage *self)
{
  BfDocument *document = bf_session_get_document (self->session);
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = document != NULL ? bf_document_history (document, &error) : NULL;
  guint n = entries != NULL ? entries->len : 0;
  g_autofree char *count = g_strdup_printf (ngettext ("%u edit", "%u edits", n), n);

  gtk_label_set_text (self->count, count);
  bf_table_show (self->table, NULL, NULL, n, entries, (GDestroyNotify) g_ptr_array_unref);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "table" : "none");
  /* The newest is what a person comes for. */
  if (n > 0 && bf_table_get_selected (self->table) == NULL)
    bf_table_select (self->table, (int) n - 1);
  show_selected (self);
}

static void
bf_history_page_dispose (GObject *object)
{
  g_clear_object (&BF_HISTORY_PAGE (object)->session);
  G_OBJECT_CLASS (bf_history_page_parent_class)->dispose (object);
}

static void
bf_history_page_class_init (BfHistoryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_history_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfHistoryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BfHistoryPage, count);
  gtk_widget_class_bind_template_child (widget_class, BfHistoryPage, title);
  gtk_widget_class_bind_template_child (widget_class, BfHistoryPage, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BfHistoryPage, reason);
  gtk_widget_class_bind_template_child (widget_class, BfHistoryPage, table_place);
  gtk_widget_class_bind_template_child (widget_class, BfHistoryPage, changes);
  gtk_widget_class_install_action (widget_class, "page.revert", NULL, revert_cb);
}

static void
bf_history_page_init (BfHistoryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bf_history_page_new (BfSession *session)
{
  BfHistoryPage *self = g_object_new (BF_TYPE_HISTORY_PAGE, NULL);
  GtkWidget *table = bf_table_new (columns, G_N_ELEMENTS (columns), _ ("Edits"));

  self->session = g_object_ref (session);
  self->table = BF_TABLE (table);
  bf_table_sort (self->table, "number", GTK_SORT_DESCENDING);
  adw_bin_set_child (self->table_place, table);
  g_signal_connect_swapped (table, "row-selected", G_CALLBACK (show_selected), self);
  bf_session_watch (session, self, G_CALLBACK (show_history), "plan", NULL);
  show_history (self);
  return GTK_WIDGET (self);
}
