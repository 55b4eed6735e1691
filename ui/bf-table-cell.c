/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-table-cell.h"

#include <glib/gi18n-lib.h>

#include "bf-bar-cell.h"
#include "bf-complaint.h"
#include "bf-field-editor.h"
#include "bf-page.h"

#define OUTLIVES_FOCUS_MS 500

struct _BfTableCell
{
  GtkWidget parent_instance;

  const BfTableColumn *column;
  const BfTableColumn *naming; /* the one that names the row with this; NULL: another cell does */
  BfTableRow *row;
  gulong changed_id;
  GtkWidget *bar, *icon, *text; /* text: a label, or an editable label */
  const char *style;

  BfSession *session; /* not owned; the page outlives its cells */
  BfRecordKind kind;
  char *refused; /* what was typed and cannot be; the person is to see it again */
  guint again_id;
  gboolean had_focus; /* ever */
};

G_DEFINE_FINAL_TYPE (BfTableCell, bf_table_cell, GTK_TYPE_WIDGET)

static guint refused_signal;

static const BfField *
field_of (BfTableCell *self)
{
  return bf_record_field (bf_record (self->kind), self->column->field);
}

static gconstpointer
record_row (BfTableCell *self)
{
  return bf_plan_row (
      bf_table_row_get_plan (self->row), self->kind, bf_table_row_get_index (self->row));
}

static void
set_style (BfTableCell *self, const char *style)
{
  if (self->style != NULL)
    gtk_widget_remove_css_class (self->text, self->style);
  self->style = style;
  if (style != NULL)
    gtk_widget_add_css_class (self->text, style);
}

static void
show_text (BfTableCell *self, const char *text)
{
  if (GTK_IS_EDITABLE_LABEL (self->text))
    gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  else
    gtk_label_set_text (GTK_LABEL (self->text), text);
}

/* Columns may be narrower than what they say. */
static void
show_tip (BfTableCell *self, const char *text)
{
  g_autofree char *tip = self->column->tip != NULL ? self->column->tip (self->row) : NULL;

  if (tip == NULL && !self->column->numeric)
    tip = g_strdup (text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
}

static void
show_bar (BfTableCell *self)
{
  bf_bar_cell_reset (BF_BAR_CELL (self->bar), 1);
  bf_bar_cell_add (BF_BAR_CELL (self->bar), self->column->bar_role, self->column->bar (self->row));
}

/* The toolkit's row of this cell. GTK 4.8 has no way to name it when it is made. */
static GtkWidget *
row_widget (BfTableCell *self)
{
  GtkWidget *place = gtk_widget_get_parent (GTK_WIDGET (self));

  return place != NULL ? gtk_widget_get_parent (place) : NULL;
}

/* A screen reader hears a row by its first cells, and a cell to type in by its column. */
static void
say_names (BfTableCell *self, const char *text)
{
  GtkWidget *row = self->naming != NULL && text != NULL ? row_widget (self) : NULL;

  if (GTK_IS_EDITABLE_LABEL (self->text))
    {
      const BfRow *record = record_row (self);
      /* Translators: a column, the row's key, as in "Name of MES-01". */
      g_autofree char *name =
          g_strdup_printf (_ ("%s of %s"), _ (self->column->title), record->key);

      bf_page_say (self->text, name, text);
    }
  if (row != NULL)
    {
      g_autofree char *more = self->naming->text (self->row);
      g_autofree char *name = g_strdup_printf ("%s, %s", text, more);

      bf_page_say (row, more != NULL ? name : text, NULL);
    }
}

static void
show_row (BfTableCell *self)
{
  const BfTableColumn *column = self->column;
  g_autofree char *text = NULL;
  const char *icon;

  if (self->row == NULL)
    return;
  text = column->text (self->row);
  say_names (self, text);
  show_text (self, text != NULL ? text : "");
  show_tip (self, text);
  set_style (self, column->style != NULL ? column->style (self->row) : NULL);
  if (self->bar != NULL)
    show_bar (self);
  if (self->icon != NULL)
    {
      icon = column->icon (self->row);
      gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon);
      gtk_widget_set_visible (self->icon, icon != NULL);
    }
}

/* The toolkit binds a cell before it puts it into its row. */
static void
bf_table_cell_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bf_table_cell_parent_class)->root (widget);
  show_row (BF_TABLE_CELL (widget));
}

static gboolean
commit (BfTableCell *self, const char *typed, GError **error)
{
  const BfField *field = field_of (self);
  const BfRow *row = record_row (self);
  g_autofree char *canonical = NULL;
  g_autofree char *before = bf_field_text (field, row);
  g_autofree char *label = NULL;

  if (!bf_field_typed (field, typed, &canonical, error))
    return FALSE;
  if (g_strcmp0 (before, canonical) == 0)
    return TRUE;
  /* Translators: an edit as the Undo button names it: the field's name, the row's key. */
  label = g_strdup_printf (_ ("Set “%s” of %s"), _ (field->label), row->key);
  return bf_session_edit (
      self->session, self->kind, row->key, self->column->field, canonical, label, error);
}

static void
forget_refused (BfTableCell *self)
{
  g_clear_handle_id (&self->again_id, g_source_remove);
  g_clear_pointer (&self->refused, g_free);
}

/* The cell opens again with what was typed, and the reason at it; but only for who is still there:
 * somebody who went on to another place is told by the page. */
static gboolean
again_cb (gpointer data)
{
  BfTableCell *self = data;
  g_autofree char *sentence = g_steal_pointer (&self->refused);
  const char *typed = g_object_get_data (G_OBJECT (self), "typed");

  self->again_id = 0;
  if (self->row == NULL || gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    {
      g_signal_emit (self, refused_signal, 0, sentence);
      return G_SOURCE_REMOVE;
    }
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (self->text));
  gtk_editable_set_text (GTK_EDITABLE (self->text), typed);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
  bf_complaint_show (self->text, sentence);
  return G_SOURCE_REMOVE;
}

static void
refuse (BfTableCell *self, char *typed, const char *sentence)
{
  forget_refused (self);
  self->refused = g_strdup (sentence);
  g_object_set_data_full (G_OBJECT (self), "typed", typed, g_free);
  self->again_id = g_idle_add (again_cb, self);
}

static void
typing_cb (BfTableCell *self)
{
  bf_complaint_clear (self->text);
}

static void
editing_cb (BfTableCell *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->row == NULL)
    return;
  bf_complaint_clear (self->text);
  if (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (self->text)))
    {
      text = bf_field_editable (field_of (self), record_row (self));
      gtk_editable_set_text (GTK_EDITABLE (self->text), text);
      gtk_editable_select_region (GTK_EDITABLE (self->text), 0, -1);
      return;
    }
  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text)));
  if (!commit (self, text, &error))
    refuse (self, g_steal_pointer (&text), error->message);
  show_row (self);
}

static gboolean
let_go_cb (gpointer text)
{
  return G_SOURCE_REMOVE;
}

/* The toolkit looks, a tenth of a second after an editable label lost the focus, whether it has got
 * it back, and does not stop looking when the label is gone by then: it stays until that is over.
 */
static void
let_go_of_text (BfTableCell *self)
{
  GtkWidget *text = g_steal_pointer (&self->text);

  if (text == NULL)
    return;
  g_signal_handlers_disconnect_by_data (text, self);
  g_object_ref (text);
  gtk_widget_unparent (text);
  if (self->had_focus)
    g_timeout_add_full (G_PRIORITY_DEFAULT, OUTLIVES_FOCUS_MS, let_go_cb, text, g_object_unref);
  else
    g_object_unref (text);
}

static void
bf_table_cell_dispose (GObject *object)
{
  BfTableCell *self = BF_TABLE_CELL (object);

  bf_table_cell_set_row (self, NULL);
  forget_refused (self);
  if (self->text != NULL)
    bf_complaint_clear (self->text);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_pointer (&self->icon, gtk_widget_unparent);
  let_go_of_text (self);
  G_OBJECT_CLASS (bf_table_cell_parent_class)->dispose (object);
}

static void
bf_table_cell_class_init (BfTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_table_cell_dispose;
  widget_class->root = bf_table_cell_root;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablecell");
  refused_signal = g_signal_new ("edit-refused",
                                 BF_TYPE_TABLE_CELL,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 1,
                                 G_TYPE_STRING);
}

static void
bf_table_cell_init (BfTableCell *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_spacing (layout, 6);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

static void
add_label (BfTableCell *self)
{
  self->text = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->text),
                        self->column->numeric || self->column->bar != NULL ? 1 : 0);
  gtk_widget_set_hexpand (self->text, TRUE);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
}

GtkWidget *
bf_table_cell_new (const BfTableColumn *column)
{
  BfTableCell *self = g_object_new (BF_TYPE_TABLE_CELL, NULL);

  self->column = column;
  if (column->bar != NULL)
    {
      self->bar = bf_bar_cell_new ();
      gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
    }
  if (column->icon != NULL)
    {
      self->icon = gtk_image_new ();
      gtk_widget_add_css_class (self->icon, column->icon_class);
      gtk_widget_set_parent (self->icon, GTK_WIDGET (self));
    }
  add_label (self);
  if (column->icon != NULL && column->numeric)
    gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  if (column->css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), column->css_class);
  return GTK_WIDGET (self);
}

void
bf_table_cell_set_row (BfTableCell *cell, BfTableRow *row)
{
  g_clear_signal_handler (&cell->changed_id, cell->row);
  g_set_object (&cell->row, row);
  if (row == NULL)
    return;
  cell->changed_id = g_signal_connect_swapped (row, "changed", G_CALLBACK (show_row), cell);
  show_row (cell);
}

/* An editable label never ellipsizes by itself and has no property for it: its label is looked up.
 */
static void
ellipsize (GtkWidget *editable)
{
  GtkWidget *stack = gtk_widget_get_first_child (editable);
  GtkWidget *label = stack != NULL ? gtk_widget_get_first_child (stack) : NULL;

  if (GTK_IS_LABEL (label))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
}

static void
focus_entered_cb (BfTableCell *self)
{
  self->had_focus = TRUE;
}

static void
follow_focus (BfTableCell *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

void
bf_table_cell_set_editing (BfTableCell *cell, BfSession *session, BfRecordKind kind)
{
  g_return_if_fail (cell->column->field != NULL && cell->session == NULL);

  cell->session = session;
  cell->kind = kind;
  set_style (cell, NULL);
  g_clear_pointer (&cell->text, gtk_widget_unparent);
  cell->text = gtk_editable_label_new ("");
  gtk_editable_set_alignment (GTK_EDITABLE (cell->text), cell->column->numeric ? 1 : 0);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell->text), 4);
  gtk_widget_set_hexpand (cell->text, cell->icon == NULL || !cell->column->numeric);
  ellipsize (cell->text);
  gtk_widget_set_parent (cell->text, GTK_WIDGET (cell));
  g_signal_connect_swapped (cell->text, "notify::editing", G_CALLBACK (editing_cb), cell);
  g_signal_connect_swapped (cell->text, "changed", G_CALLBACK (typing_cb), cell);
  follow_focus (cell);
}

void
bf_table_cell_name_row (BfTableCell *cell, const BfTableColumn *with)
{
  cell->naming = with;
}

BfTableRow *
bf_table_cell_get_row (BfTableCell *cell)
{
  return cell->row;
}

gboolean
bf_table_cell_can_edit (BfTableCell *cell)
{
  return cell->session != NULL;
}

void
bf_table_cell_edit (BfTableCell *cell)
{
  g_return_if_fail (bf_table_cell_can_edit (cell));
  gtk_widget_grab_focus (cell->text);
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (cell->text));
}
