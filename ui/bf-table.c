/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-page.h"
#include "bf-paint.h"
#include "bf-table-cell.h"
#include "bf-table-room.h"
#include "bf-text-scale.h"

struct _BfTable
{
  GtkWidget parent_instance;

  const BfTableColumn *columns;
  guint n_columns;
  GtkWidget *scroller;
  GtkColumnView *view;
  GListStore *store;
  GtkCustomFilter *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  gboolean selecting; /* by program: nobody is told */
  gpointer details;
  GDestroyNotify free_details;

  BfSession *session; /* not owned; NULL: not editable */
  BfRecordKind kind;
  guint fit_id, reveal_id;
  guint sorted_by; /* column; what keys last chose */
  GtkSortType order;
  BfTableRoom *rooms;     /* one a column */
  int *chosen;            /* px that the person gave a column; 0: none */
  double measured;        /* the text scale that rooms were measured at; 0: not yet */
  int width, frame_width; /* what columns were last fitted to */
  GtkWidget *frame;       /* not owned; NULL: the table itself */
};

G_DEFINE_FINAL_TYPE (BfTable, bf_table, GTK_TYPE_WIDGET)

enum
{
  ROW_SELECTED,
  ROW_ACTIVATED,
  EDIT_REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- Sorting ------------------------------------------------------------------------------- */

static int
compare_numbers (double a, double b)
{
  if (isnan (a) || isnan (b))
    return (int) isnan (a) - (int) isnan (b);
  return (a > b) - (a < b);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const BfTableColumn *column = data;
  BfTableRow *first = BF_TABLE_ROW ((gpointer) a), *second = BF_TABLE_ROW ((gpointer) b);
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (column->number != NULL)
    return compare_numbers (column->number (first), column->number (second));
  left = column->text (first);
  right = column->text (second);
  return g_utf8_collate (left != NULL ? left : "", right != NULL ? right : "");
}

/* --- Cells --------------------------------------------------------------------------------- */

static void
refused_cb (BfTable *self, const char *sentence)
{
  g_signal_emit (self, signals[EDIT_REFUSED], 0, sentence);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  BfTable *self = g_object_get_data (G_OBJECT (factory), "table");
  const BfTableColumn *column = data;
  GtkWidget *cell = bf_table_cell_new (column);

  if (self->session != NULL && column->field != NULL)
    {
      bf_table_cell_set_editing (BF_TABLE_CELL (cell), self->session, self->kind);
      g_signal_connect_object (
          cell, "edit-refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
    }
  if (column == self->columns && self->n_columns > 1)
    bf_table_cell_name_row (BF_TABLE_CELL (cell), column + 1);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  bf_table_cell_set_row (BF_TABLE_CELL (gtk_list_item_get_child (item)),
                         gtk_list_item_get_item (item));
}

static void
unbind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  bf_table_cell_set_row (BF_TABLE_CELL (gtk_list_item_get_child (item)), NULL);
}

static void
add_column (BfTable *self, const BfTableColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added = NULL;
  g_autoptr (GtkSorter) sorter =
      GTK_SORTER (gtk_custom_sorter_new (compare_rows, (gpointer) column, NULL));

  g_object_set_data (G_OBJECT (factory), "table", self);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cell_cb), (gpointer) column);
  added = gtk_column_view_column_new (_ (column->title), factory);
  gtk_column_view_column_set_sorter (added, sorter);
  gtk_column_view_column_set_resizable (added, TRUE);
  gtk_column_view_append_column (self->view, added);
}

/* A heading stands over its figures. GTK 4.8 has no property for it, so the label is looked up. */
static void
align_heading (GtkWidget *title, const BfTableColumn *column)
{
  GtkWidget *box = gtk_widget_get_first_child (title);
  GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

  if (column->numeric && GTK_IS_LABEL (label))
    gtk_widget_set_halign (box, GTK_ALIGN_END);
}

static void
align_headings (BfTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  guint i;

  if (header != NULL)
    bf_page_say (header, _ ("Headings"), NULL);
  for (i = 0; i < self->n_columns && title != NULL; i++)
    {
      align_heading (title, &self->columns[i]);
      title = gtk_widget_get_next_sibling (title);
    }
}

/* --- What columns say ---------------------------------------------------------------------- */

/* px at any text scale: as style.css has them. */
#define CELL_PADDING 12
#define EDGE_PADDING 18
#define BAR_ROOM 68
#define ICON_ROOM 22
#define EDIT_ROOM 6
#define SORT_ROOM 15
/* px of text at the plain scale: as style.css has them, in points. */
#define CELL_TEXT 13
#define HEADING_TEXT 12
/* Of so many rows the texts are looked at, so that a table of thousands opens at once. */
#define MOST_ROWS 1000
#define EASE 0.8 /* share of the rows that a long text's column would show whole */
#define LONGEST 48
#define WIDEST 320

static int
text_width (BfTable *self, const char *text, int px, int weight)
{
  const BfTextStyle style = { px * self->measured, weight, NULL, 0 };

  /* A px more: the label rounds up where this rounds off. */
  return (int) bf_paint_text_width (GTK_WIDGET (self), &style, text) + 1;
}

static int
shorter_first (gconstpointer a, gconstpointer b)
{
  return (int) g_utf8_strlen (*(char *const *) a, -1) -
         (int) g_utf8_strlen (*(char *const *) b, -1);
}

static GPtrArray *
texts_of (BfTable *self, const BfTableColumn *column)
{
  GListModel *rows = G_LIST_MODEL (self->store);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  guint n = MIN (g_list_model_get_n_items (rows), MOST_ROWS), i;

  for (i = 0; i < n; i++)
    {
      g_autoptr (BfTableRow) row = g_list_model_get_item (rows, i);
      char *text = column->text (row);

      g_ptr_array_add (texts, text != NULL ? text : g_strdup (""));
    }
  g_ptr_array_sort (texts, shorter_first);
  return texts;
}

/* Letters tell which texts are long; only those are measured. */
static void
measure_texts (BfTable *self, const BfTableColumn *column, int *wish, int *most)
{
  g_autoptr (GPtrArray) texts = texts_of (self, column);
  int weight = g_strcmp0 (column->css_class, "strong") == 0 ? 700 : 400;
  guint i;

  *wish = *most = 0;
  for (i = texts->len - MIN (texts->len, LONGEST); i < texts->len; i++)
    *most = MAX (*most, text_width (self, texts->pdata[i], CELL_TEXT, weight));
  if (texts->len > 0)
    *wish = text_width (self, texts->pdata[(guint) ((texts->len - 1) * EASE)], CELL_TEXT, weight);
}

static int
padding_of (BfTable *self, guint index)
{
  return CELL_PADDING + (index == 0 || index + 1 == self->n_columns ? EDGE_PADDING : 0);
}

static int
signs_of (BfTable *self, const BfTableColumn *column)
{
  return (column->bar != NULL ? BAR_ROOM : 0) + (column->icon != NULL ? ICON_ROOM : 0) +
         (column->field != NULL && self->session != NULL ? EDIT_ROOM : 0);
}

static void
measure_room (BfTable *self, guint index)
{
  const BfTableColumn *column = &self->columns[index];
  BfTableRoom *room = &self->rooms[index];
  int heading =
      text_width (self, _ (column->title), HEADING_TEXT, 600) + (int) (SORT_ROOM * self->measured);
  int padding = padding_of (self, index), signs = signs_of (self, column), least, wish, most;

  least = MAX (heading + padding, (int) (column->width * self->measured));
  measure_texts (self, column, &wish, &most);
  room->spare = column->spare;
  room->expand = column->expand;
  room->most = MAX (most + signs + padding, least);
  if (!column->numeric)
    room->most = MIN (room->most, (int) (WIDEST * self->measured));
  room->wish = column->expand ? CLAMP (wish + signs + padding, least, room->most) : room->most;
  room->least = column->expand ? least : room->most;
}

static void
measure_rooms (BfTable *self)
{
  guint i;

  self->measured = bf_text_scale (GTK_WIDGET (self));
  for (i = 0; i < self->n_columns; i++)
    measure_room (self, i);
}

/* A width that the person chose by hand stays. */
static void
keep_chosen (BfTable *self, guint index, int width)
{
  BfTableRoom *room = &self->rooms[index];

  if (width > 0 && room->width > 0 && width != room->width)
    self->chosen[index] = width;
  if (self->chosen[index] == 0)
    return;
  room->least = room->wish = room->most = self->chosen[index];
  room->expand = FALSE;
}

/* --- Room ---------------------------------------------------------------------------------- */

/* Columns must not come and go while sizes are handed out. */
static gboolean
fit_cb (gpointer data)
{
  BfTable *self = data;
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint i;

  self->fit_id = 0;
  if (self->measured != bf_text_scale (GTK_WIDGET (self)))
    measure_rooms (self);
  for (i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      keep_chosen (self, i, gtk_column_view_column_get_fixed_width (column));
    }
  bf_table_room_choose (self->rooms, self->n_columns, self->frame_width);
  bf_table_room_share (self->rooms, self->n_columns, self->width);
  for (i = 0; i < self->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const BfTableRoom *room = &self->rooms[i];

      /* GTK 4.8 keeps room for a hidden column of fixed width, none for one of its cells' width. */
      gtk_column_view_column_set_fixed_width (column, room->gone ? -1 : room->width);
      gtk_column_view_column_set_visible (column, !room->gone);
    }
  return G_SOURCE_REMOVE;
}

static void
queue_fit (BfTable *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

/* What the person works in stays in sight when something opens beside the table. */
static gboolean
reveal_cb (gpointer data)
{
  BfTable *self = data;
  GtkAdjustment *adjustment =
      gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, BF_TYPE_TABLE_CELL) : NULL;
  graphene_rect_t bounds;

  self->reveal_id = 0;
  if (cell != NULL && gtk_widget_is_ancestor (cell, GTK_WIDGET (self)) &&
      gtk_widget_compute_bounds (cell, GTK_WIDGET (self->view), &bounds))
    {
      /* The view is what scrolls, so its left edge stands at the adjustment's value. */
      double left = gtk_adjustment_get_value (adjustment) + bounds.origin.x;

      gtk_adjustment_clamp_page (adjustment, left - 6, left + bounds.size.width + 6);
    }
  return G_SOURCE_REMOVE;
}

static void
bf_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BfTable *self = BF_TABLE (widget);
  int frame_width = self->frame != NULL ? gtk_widget_get_width (self->frame) : width;

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  if (self->reveal_id == 0)
    self->reveal_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, reveal_cb, self, NULL);
  if (width == self->width && frame_width == self->frame_width &&
      self->measured == bf_text_scale (widget))
    return;
  self->width = width;
  self->frame_width = frame_width;
  queue_fit (self);
}

static void
bf_table_measure (GtkWidget *widget,
                  GtkOrientation orientation,
                  int for_size,
                  int *minimum,
                  int *natural,
                  int *minimum_baseline,
                  int *natural_baseline)
{
  gtk_widget_measure (
      BF_TABLE (widget)->scroller, orientation, for_size, minimum, natural, NULL, NULL);
}

/* --- Sorting by keys ----------------------------------------------------------------------- */

static void
sort_by (BfTable *self, guint index, GtkSortType order)
{
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (self->view), index);

  self->sorted_by = index;
  self->order = order;
  gtk_column_view_sort_by_column (self->view, column, order);
}

static gboolean
is_shown (BfTable *self, guint index)
{
  g_autoptr (GtkColumnViewColumn) column =
      g_list_model_get_item (gtk_column_view_get_columns (self->view), index);

  return gtk_column_view_column_get_visible (column);
}

/* The next column on show, round the end. */
static void
sort_beside (BfTable *self, guint step)
{
  guint index = self->sorted_by;

  do
    index = (index + step) % self->n_columns;
  while (index != self->sorted_by && !is_shown (self, index));
  sort_by (self, index, self->order);
}

static void
sort_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfTable *self = BF_TABLE (widget);

  if (g_str_equal (name, "table.sort-next"))
    sort_beside (self, 1);
  else if (g_str_equal (name, "table.sort-previous"))
    sort_beside (self, self->n_columns - 1);
  else
    sort_by (self,
             self->sorted_by,
             g_str_equal (name, "table.sort-up") ? GTK_SORT_ASCENDING : GTK_SORT_DESCENDING);
}

static void
install_sorting (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *action;
    guint key;
  } keys[] = {
    { "table.sort-previous", GDK_KEY_Left },
    { "table.sort-next", GDK_KEY_Right },
    { "table.sort-up", GDK_KEY_Up },
    { "table.sort-down", GDK_KEY_Down },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_install_action (widget_class, keys[i].action, NULL, sort_cb);
      gtk_widget_class_add_binding_action (
          widget_class, keys[i].key, GDK_ALT_MASK | GDK_SHIFT_MASK, keys[i].action, NULL);
    }
}

/* --- Editing by keys ------------------------------------------------------------------------ */

/* The first cell of the row that can be edited; NULL. */
static BfTableCell *
find_editable (GtkWidget *widget, BfTableRow *row)
{
  GtkWidget *child;
  BfTableCell *found = NULL;

  if (BF_IS_TABLE_CELL (widget))
    return bf_table_cell_can_edit (BF_TABLE_CELL (widget)) && gtk_widget_get_mapped (widget) &&
                   bf_table_cell_get_row (BF_TABLE_CELL (widget)) == row
               ? BF_TABLE_CELL (widget)
               : NULL;
  for (child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_editable (child, row);
  return found;
}

/* The cell with the cursor, else the first one of the selected row that can be edited. */
static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfTable *self = BF_TABLE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, BF_TYPE_TABLE_CELL) : NULL;
  BfTableRow *row = bf_table_get_selected (self);

  if (cell != NULL && gtk_widget_is_ancestor (cell, widget) &&
      bf_table_cell_can_edit (BF_TABLE_CELL (cell)))
    bf_table_cell_edit (BF_TABLE_CELL (cell));
  else if (row != NULL && find_editable (GTK_WIDGET (self->view), row) != NULL)
    bf_table_cell_edit (find_editable (GTK_WIDGET (self->view), row));
}

static void
install_editing (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "table.edit", NULL, edit_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "table.edit", NULL);
}

/* --- The person ---------------------------------------------------------------------------- */

static void
selected_cb (BfTable *self)
{
  if (!self->selecting)
    g_signal_emit (self, signals[ROW_SELECTED], 0);
}

static void
activated_cb (BfTable *self)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0);
}

static void
bf_table_dispose (GObject *object)
{
  BfTable *self = BF_TABLE (object);

  /* Taking the view apart moves the selection and sorts anew: nobody is to hear of it. */
  self->selecting = TRUE;
  g_clear_handle_id (&self->fit_id, g_source_remove);
  g_clear_handle_id (&self->reveal_id, g_source_remove);
  if (self->scroller != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  if (self->details != NULL && self->free_details != NULL)
    self->free_details (g_steal_pointer (&self->details));
  g_clear_object (&self->store);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->rooms, g_free);
  g_clear_pointer (&self->chosen, g_free);
  G_OBJECT_CLASS (bf_table_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, BF_TYPE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bf_table_class_init (BfTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_table_dispose;
  install_sorting (widget_class);
  install_editing (widget_class);
  widget_class->measure = bf_table_measure;
  widget_class->size_allocate = bf_table_size_allocate;
  signals[ROW_SELECTED] = new_signal ("row-selected");
  signals[ROW_ACTIVATED] = new_signal ("row-activated");
  signals[EDIT_REFUSED] = g_signal_new ("edit-refused",
                                        BF_TYPE_TABLE,
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
bf_table_init (BfTable *self)
{
  self->store = g_list_store_new (BF_TYPE_TABLE_ROW);
  self->filter = gtk_custom_filter_new (NULL, NULL, NULL);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

static void
connect_models (BfTable *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  GtkSortListModel *sorted;

  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                              g_object_ref (GTK_FILTER (self->filter)));
  sorted =
      gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)), g_object_ref (sorter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (
      self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
}

GtkWidget *
bf_table_new (const BfTableColumn *columns, guint n_columns, const char *label)
{
  BfTable *self = g_object_new (BF_TYPE_TABLE, NULL);
  guint i;

  self->columns = columns;
  self->n_columns = n_columns;
  self->rooms = g_new0 (BfTableRoom, n_columns);
  self->chosen = g_new0 (int, n_columns);
  for (i = 0; i < n_columns; i++)
    add_column (self, &columns[i]);
  align_headings (self);
  connect_models (self);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

void
bf_table_sort (BfTable *table, const char *column, GtkSortType order)
{
  guint i;

  for (i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i].id, column))
      sort_by (table, i, order);
}

static void
make_rows (BfTable *self, guint n)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->store)), i;

  for (i = before; i < n; i++)
    g_ptr_array_add (rows, bf_table_row_new (i));
  if (n < before)
    g_list_store_splice (self->store, n, before - n, NULL, 0);
  else if (n > before)
    g_list_store_splice (self->store, before, 0, rows->pdata, n - before);
}

static void
set_rows (BfTable *self, const BfPlan *plan, const BfRoadmap *roadmap, gconstpointer details)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store)), i;

  for (i = 0; i < n; i++)
    {
      g_autoptr (BfTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      bf_table_row_set (row, plan, roadmap, details);
    }
}

void
bf_table_set_frame (BfTable *table, GtkWidget *frame)
{
  table->frame = frame;
}

void
bf_table_show (BfTable *table,
               const BfPlan *plan,
               const BfRoadmap *roadmap,
               guint n,
               gpointer details,
               GDestroyNotify free_details)
{
  gboolean same = n == g_list_model_get_n_items (G_LIST_MODEL (table->store));

  table->selecting = TRUE;
  /* New rows have something to say only once they are set, so nobody looks before. */
  if (!same)
    gtk_filter_list_model_set_model (table->filtered, NULL);
  make_rows (table, n);
  set_rows (table, plan, roadmap, details);
  if (!same)
    gtk_filter_list_model_set_model (table->filtered, G_LIST_MODEL (table->store));
  else
    gtk_sorter_changed (gtk_column_view_get_sorter (table->view), GTK_SORTER_CHANGE_DIFFERENT);
  bf_table_refilter (table);
  if (table->free_details != NULL && table->details != NULL)
    table->free_details (table->details);
  table->details = details;
  table->free_details = free_details;
  table->selecting = FALSE;
  table->measured = 0;
  queue_fit (table);
}

typedef struct
{
  BfTableFilter wanted;
  gpointer data;
} Filter;

static gboolean
match_cb (gpointer item, gpointer data)
{
  Filter *filter = data;

  return filter->wanted (item, filter->data);
}

void
bf_table_set_filter (BfTable *table, BfTableFilter wanted, gpointer data)
{
  Filter *filter = g_new (Filter, 1);

  filter->wanted = wanted;
  filter->data = data;
  gtk_custom_filter_set_filter_func (table->filter, match_cb, filter, g_free);
}

void
bf_table_refilter (BfTable *table)
{
  gtk_filter_changed (GTK_FILTER (table->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

GListModel *
bf_table_get_rows (BfTable *table)
{
  return G_LIST_MODEL (table->selection);
}

BfTableRow *
bf_table_get_selected (BfTable *table)
{
  return gtk_single_selection_get_selected_item (table->selection);
}

void
bf_table_select (BfTable *table, int index)
{
  GListModel *rows = bf_table_get_rows (table);
  guint n = g_list_model_get_n_items (rows), found = GTK_INVALID_LIST_POSITION, i;

  for (i = 0; i < n && index >= 0 && found == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (BfTableRow) row = g_list_model_get_item (rows, i);

      if (bf_table_row_get_index (row) == (guint) index)
        found = i;
    }
  table->selecting = TRUE;
  gtk_single_selection_set_selected (table->selection, found);
  table->selecting = FALSE;
}

void
bf_table_enter (BfTable *table)
{
  if (g_list_model_get_n_items (bf_table_get_rows (table)) == 0)
    return;
  gtk_single_selection_set_selected (table->selection, 0);
  gtk_widget_grab_focus (GTK_WIDGET (table->view));
}

void
bf_table_set_editing (BfTable *table, BfSession *session, BfRecordKind kind)
{
  table->session = session;
  table->kind = kind;
}
