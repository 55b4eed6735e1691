/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-record-inspector.h"

#include <glib/gi18n-lib.h>

#include "bf-complaint.h"
#include "bf-field-editor.h"
#include "bf-page.h"

#define WIDTH 336

struct _BfRecordInspector
{
  GtkWidget parent_instance;

  BfSession *session;
  GtkWidget *scroller, *title, *subtitle;
  GtkListBox *list;
  GPtrArray *editors; /* of GtkWidget, one a field, in the list */
  BfRecordKind kind;
  char *key;
  gboolean showing; /* by program: nothing is committed */
};

G_DEFINE_FINAL_TYPE (BfRecordInspector, bf_record_inspector, GTK_TYPE_WIDGET)

static const BfField *
field_of (GtkWidget *editor)
{
  return g_object_get_data (G_OBJECT (editor), "field");
}

/* --- Commit ---------------------------------------------------------------------------------- */

static void
commit (BfRecordInspector *self, GtkWidget *editor, const char *canonical)
{
  const BfField *field = field_of (editor);
  g_autoptr (GError) error = NULL;
  /* Translators: an edit as the Undo button names it: the field's name, the row's key. */
  g_autofree char *label = g_strdup_printf (_ ("Set “%s” of %s"), _ (field->label), self->key);

  if (!bf_session_edit (
          self->session, self->kind, self->key, field->column, canonical, label, &error))
    bf_page_toast (GTK_WIDGET (self), error->message);
}

static void
entry_applied_cb (BfRecordInspector *self, GtkWidget *editor)
{
  g_autofree char *canonical = NULL;
  g_autoptr (GError) error = NULL;

  if (self->showing)
    return;
  if (!bf_field_typed (
          field_of (editor), gtk_editable_get_text (GTK_EDITABLE (editor)), &canonical, &error))
    {
      bf_complaint_show (editor, error->message);
      return;
    }
  bf_complaint_clear (editor);
  commit (self, editor, canonical);
}

static void
choice_cb (BfRecordInspector *self, GParamSpec *pspec, GtkWidget *editor)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (editor));
  const BfField *field = field_of (editor);

  if (self->showing)
    return;
  if (field->kind == BF_KIND_YESNO)
    commit (self, editor, selected == 0 ? NULL : selected == 1 ? "yes" : "no");
  else
    commit (self, editor, selected == 0 ? NULL : field->choices[selected - 1].id);
}

/* --- Editors --------------------------------------------------------------------------------- */

static GListModel *
words_of (const BfField *field)
{
  GtkStringList *words = gtk_string_list_new (NULL);
  guint i;

  gtk_string_list_append (words, _ ("Unknown"));
  if (field->kind == BF_KIND_YESNO)
    {
      gtk_string_list_append (words, _ ("Yes"));
      gtk_string_list_append (words, _ ("No"));
      return G_LIST_MODEL (words);
    }
  for (i = 0; field->choices[i].id != NULL; i++)
    gtk_string_list_append (words,
                            field->choices[i].label != NULL ? _ (field->choices[i].label)
                                                            : field->choices[i].id);
  return G_LIST_MODEL (words);
}

static GtkWidget *
combo_new (BfRecordInspector *self, const BfField *field)
{
  GtkWidget *combo = adw_combo_row_new ();
  g_autoptr (GListModel) words = words_of (field);

  adw_combo_row_set_model (ADW_COMBO_ROW (combo), words);
  g_signal_connect_swapped (combo, "notify::selected", G_CALLBACK (choice_cb), self);
  return combo;
}

static GtkWidget *
entry_new (BfRecordInspector *self)
{
  GtkWidget *entry = adw_entry_row_new ();

  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  g_signal_connect_swapped (entry, "apply", G_CALLBACK (entry_applied_cb), self);
  g_signal_connect (entry, "changed", G_CALLBACK (bf_complaint_clear), NULL);
  return entry;
}

static char *
title_of (const BfField *field, const char *currency)
{
  gboolean money = field->kind == BF_KIND_MONEY && currency != NULL;
  const char *unit = money ? currency : field->unit;

  if (unit == NULL || *unit == '\0' || g_str_equal (unit, "currency"))
    return g_strdup (_ (field->label));
  /* Translators: a field and its unit. */
  return g_strdup_printf (_ ("%s, %s"), _ (field->label), unit);
}

static GtkWidget *
editor_new (BfRecordInspector *self, const BfField *field, const char *currency)
{
  gboolean choice = field->kind == BF_KIND_CHOICE || field->kind == BF_KIND_YESNO;
  GtkWidget *editor = choice ? combo_new (self, field) : entry_new (self);
  g_autofree char *title = title_of (field, currency);

  g_object_set_data (G_OBJECT (editor), "field", (gpointer) field);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (editor), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (editor), title);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (field->help != NULL && *field->help != '\0')
    gtk_widget_set_tooltip_text (editor, _ (field->help));
  return editor;
}

static void
make_editors (BfRecordInspector *self, const BfRecord *record, const char *currency)
{
  guint i;

  bf_page_clear_list (self->list);
  g_ptr_array_set_size (self->editors, 0);
  for (i = 0; i < record->n_fields; i++)
    {
      GtkWidget *editor = editor_new (self, &record->fields[i], currency);

      gtk_list_box_append (self->list, editor);
      g_ptr_array_add (self->editors, editor);
    }
}

static void
show_value (GtkWidget *editor, gconstpointer row)
{
  const BfField *field = field_of (editor);
  g_autofree char *text = NULL;

  if (field->kind == BF_KIND_CHOICE)
    adw_combo_row_set_selected (ADW_COMBO_ROW (editor), (guint) (BF_AT (int, field, row) + 1));
  else if (field->kind == BF_KIND_YESNO)
    adw_combo_row_set_selected (ADW_COMBO_ROW (editor),
                                BF_AT (int, field, row) < 0    ? 0
                                : BF_AT (int, field, row) == 1 ? 1
                                                               : 2);
  else
    {
      text = bf_field_editable (field, row);
      if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (editor)), text))
        gtk_editable_set_text (GTK_EDITABLE (editor), text);
      bf_complaint_clear (editor);
    }
}

static void
show_values (BfRecordInspector *self, gconstpointer row)
{
  guint i;

  self->showing = TRUE;
  for (i = 0; i < self->editors->len; i++)
    show_value (self->editors->pdata[i], row);
  self->showing = FALSE;
}

/* --- The widget ------------------------------------------------------------------------------ */

static void
bf_record_inspector_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  gtk_widget_measure (
      gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = WIDTH;
}

static void
bf_record_inspector_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

static void
bf_record_inspector_dispose (GObject *object)
{
  BfRecordInspector *self = BF_RECORD_INSPECTOR (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->key, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bf_record_inspector_parent_class)->dispose (object);
}

static void
bf_record_inspector_class_init (BfRecordInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_record_inspector_dispose;
  widget_class->measure = bf_record_inspector_measure;
  widget_class->size_allocate = bf_record_inspector_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "inspector");
}

static GtkWidget *
left_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
close_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.close-inspector");
  gtk_widget_set_tooltip_text (button, _ ("Close"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close"), -1);
  return button;
}

static void
bf_record_inspector_init (BfRecordInspector *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->kind = BF_NO_RECORD;
  self->editors = g_ptr_array_new ();
  self->title = left_label ("inspector-title");
  self->subtitle = left_label ("caption-ink");
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  gtk_widget_set_margin_top (GTK_WIDGET (self->list), 12);
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), close_button ());
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->subtitle);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (box, "inspector-content");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
bf_record_inspector_new (BfSession *session)
{
  BfRecordInspector *self = g_object_new (BF_TYPE_RECORD_INSPECTOR, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
show_title (BfRecordInspector *self, const BfRecord *record, gconstpointer row)
{
  const BfField *name = bf_record_field (record, "name");
  const char *shown = name != NULL ? BF_AT (const char *, name, row) : NULL;
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", _ (record->label), self->key);

  gtk_label_set_text (GTK_LABEL (self->title), shown != NULL ? shown : self->key);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (self->title)),
                                  -1);
}

void
bf_record_inspector_show (BfRecordInspector *inspector,
                          const BfPlan *plan,
                          BfRecordKind kind,
                          int index)
{
  const BfRow *row;

  if (index < 0)
    return;
  row = bf_plan_row (plan, kind, (guint) index);
  if (kind != inspector->kind)
    make_editors (inspector, bf_record (kind), bf_page_currency (plan));
  inspector->kind = kind;
  g_free (inspector->key);
  inspector->key = g_strdup (row->key);
  show_title (inspector, bf_record (kind), row);
  show_values (inspector, row);
}
