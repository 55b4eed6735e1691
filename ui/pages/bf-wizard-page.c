/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-wizard-page.h"

#include <glib/gi18n-lib.h>

#include "bf-import.h"
#include "bf-page.h"
#include "bf-template.h"

/* Rows that are shown; all are read. */
#define SAMPLE_ROWS 12
#define MAX_PROBLEMS 20
#define CELL_CHARS 22

struct _BfWizardPage
{
  AdwBin parent_instance;

  char *path;
  BfPlan *plan;
  GPtrArray *grids; /* BfGrid of the file */
  GArray *kinds;    /* BfRecordKind of the lists to choose from */
  GArray *meanings; /* Meaning that a column can have; the first is none */
  BfMapping *mapping;
  gboolean busy; /* while choices are set by us */
  GCancellable *cancellable;

  GtkLabel *title, *sheet_label, *outcome;
  GtkDropDown *sheet_choice, *list_choice;
  GtkCheckButton *bare; /* the first row is data */
  GtkGrid *grid;
  GtkListBox *problems;
};

typedef struct
{
  const BfField *field; /* NULL: passed over */
  int part;
} Meaning;

G_DEFINE_FINAL_TYPE (BfWizardPage, bf_wizard_page, ADW_TYPE_BIN)

enum
{
  MAPPED,
  BACK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What the import would say --------------------------------------------------------------- */

typedef struct
{
  char *path;
  BfPlan *plan;
  BfMapping *mapping; /* taken by the reading */
} Preview;

static void
preview_free (gpointer data)
{
  Preview *preview = data;

  g_free (preview->path);
  g_clear_pointer (&preview->plan, bf_plan_unref);
  g_clear_pointer (&preview->mapping, bf_mapping_free);
  g_free (preview);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Preview *preview = data;
  const char *inputs[] = { preview->path, NULL };
  g_autoptr (GError) error = NULL;
  BfImport *import = bf_import_new_mapped (inputs,
                                           BF_IMPORT_GOOD_ROWS,
                                           preview->plan,
                                           g_steal_pointer (&preview->mapping),
                                           cancellable,
                                           &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) bf_import_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
add_problem (BfWizardPage *self, const BfProblem *problem)
{
  g_autofree char *line = bf_problem_line (problem);

  gtk_list_box_append (self->problems, bf_page_label (line, "table-text"));
}

static void
show_outcome (BfWizardPage *self, const BfImport *import)
{
  const GPtrArray *problems = bf_import_problems (import);
  guint n_good = bf_import_rows (import, self->mapping->kind)->len;
  guint n_errors = bf_import_n_errors (import), shown = 0;
  g_autofree char *rows =
      g_strdup_printf (ngettext ("%u row can be used", "%u rows can be used", n_good), n_good);
  g_autofree char *wrong = g_strdup_printf (
      ngettext ("%u place needs an answer", "%u places need an answer", n_errors), n_errors);
  /* Translators: two parts of a sentence, "3 rows can be used", "1 place needs an answer". */
  g_autofree char *words = n_errors ? g_strdup_printf (_ ("%s, %s"), rows, wrong) : NULL;

  gtk_label_set_text (self->outcome, words != NULL ? words : rows);
  bf_page_clear_list (self->problems);
  for (guint i = 0; i < problems->len && shown < MAX_PROBLEMS; i++)
    if (((const BfProblem *) problems->pdata[i])->severity == BF_PROBLEM_ERROR)
      {
        add_problem (self, problems->pdata[i]);
        shown++;
      }
  gtk_widget_set_visible (GTK_WIDGET (self->problems), shown > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.use", n_good > 0);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (BfImport) import = g_task_propagate_pointer (G_TASK (result), NULL);

  if (import != NULL)
    show_outcome (BF_WIZARD_PAGE (source), import);
}

static gboolean
means_something (const BfMapping *mapping)
{
  for (guint i = 0; i < mapping->columns->len; i++)
    if (((const BfMappingColumn *) mapping->columns->pdata[i])->field != NULL)
      return TRUE;
  return FALSE;
}

/* The newest choice is read; a reading under way comes to nothing. */
static void
preview (BfWizardPage *self)
{
  Preview *preview = NULL;
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "wizard.use", FALSE);
  if (!means_something (self->mapping))
    {
      gtk_label_set_text (self->outcome, _ ("No column means anything yet."));
      gtk_widget_set_visible (GTK_WIDGET (self->problems), FALSE);
      return;
    }
  preview = g_new0 (Preview, 1);
  preview->path = g_strdup (self->path);
  preview->plan = self->plan != NULL ? bf_plan_ref (self->plan) : NULL;
  preview->mapping = bf_mapping_copy (self->mapping);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, preview, preview_free);
  g_task_run_in_thread (task, read_in_thread);
}

/* --- What a column can mean ------------------------------------------------------------------ */

static void
add_meaning (BfWizardPage *self, GtkStringList *words, const BfField *field, int part)
{
  static const char *const parts[] = { NULL, N_ ("lowest"), N_ ("likely"), N_ ("highest") };
  Meaning meaning = { field, part };
  g_autofree char *word =
      part > 0 ? g_strdup_printf ("%s, %s", _ (field->label), _ (parts[part])) : NULL;

  g_array_append_val (self->meanings, meaning);
  gtk_string_list_append (words, word != NULL ? word : _ (field->label));
}

static GtkStringList *
list_meanings (BfWizardPage *self)
{
  const BfRecord *record = bf_record (self->mapping->kind);
  GtkStringList *words = gtk_string_list_new (NULL);
  Meaning none = { NULL, 0 };

  g_array_set_size (self->meanings, 0);
  g_array_append_val (self->meanings, none);
  gtk_string_list_append (words, _ ("Passed over"));
  for (guint i = 0; i < record->n_fields; i++)
    {
      const BfField *field = &record->fields[i];

      add_meaning (self, words, field, 0);
      for (int part = 1; field->kind == BF_KIND_ESTIMATE && part <= 3; part++)
        add_meaning (self, words, field, part);
    }
  return words;
}

static guint
index_of_meaning (BfWizardPage *self, const BfMappingColumn *column)
{
  for (guint i = 0; i < self->meanings->len; i++)
    {
      const Meaning *meaning = &g_array_index (self->meanings, Meaning, i);

      if (meaning->field == column->field && meaning->part == column->part)
        return i;
    }
  return 0;
}

static void
meaning_chosen_cb (BfWizardPage *self, GParamSpec *pspec, GtkDropDown *choice)
{
  BfMappingColumn *column = g_object_get_data (G_OBJECT (choice), "column");
  const Meaning *meaning =
      &g_array_index (self->meanings, Meaning, gtk_drop_down_get_selected (choice));

  if (self->busy)
    return;
  column->field = meaning->field;
  column->part = meaning->part;
  preview (self);
}

/* --- The rows -------------------------------------------------------------------------------- */

static const BfGrid *
chosen_grid (BfWizardPage *self)
{
  guint index = gtk_drop_down_get_selected (self->sheet_choice);

  return self->grids->pdata[index < self->grids->len ? index : 0];
}

static GtkWidget *
cell_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
attach_values (
    BfWizardPage *self, const BfGrid *sheet, const BfLayout *layout, guint column, int at)
{
  for (guint i = 0; i < SAMPLE_ROWS && layout->first_row + i < sheet->rows->len; i++)
    {
      const BfGridRow *row = bf_grid_row (sheet, layout->first_row + i);
      g_autofree char *shown = bf_cell_shown (bf_grid_row_cell (row, column));

      gtk_grid_attach (
          self->grid, cell_label (shown != NULL ? shown : "", "table-text"), at, (int) i + 2, 1, 1);
    }
}

/* Every heading as if it meant something: where it stands, and where the rows begin. */
static BfLayout *
layout_of_headings (BfWizardPage *self, const BfGrid *sheet)
{
  g_autoptr (BfMapping) all = bf_mapping_copy (self->mapping);

  for (guint i = 0; i < all->columns->len; i++)
    ((BfMappingColumn *) all->columns->pdata[i])->field = bf_record (all->kind)->fields;
  return bf_mapping_layout (all, sheet);
}

static void
attach_column (BfWizardPage *self, GtkStringList *words, BfMappingColumn *column, int at)
{
  GtkExpression *text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (words)), text);
  /* Translators: %s is the heading of a column. */
  g_autofree char *name = g_strdup_printf (_ ("Meaning of “%s”"), column->heading);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), index_of_meaning (self, column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (choice), "column", column);
  g_signal_connect_object (
      choice, "notify::selected", G_CALLBACK (meaning_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, cell_label (column->heading, "card-title"), at, 0, 1, 1);
  gtk_grid_attach (self->grid, choice, at, 1, 1, 1);
}

static void
clear_grid (BfWizardPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
show_rows (BfWizardPage *self)
{
  const BfGrid *sheet = chosen_grid (self);
  g_autoptr (BfLayout) layout = layout_of_headings (self, sheet);
  g_autoptr (GtkStringList) words = list_meanings (self);

  self->busy = TRUE;
  clear_grid (self);
  for (guint i = 0; i < self->mapping->columns->len; i++)
    {
      attach_column (self, words, self->mapping->columns->pdata[i], (int) i);
      if (layout != NULL)
        attach_values (self, sheet, layout, bf_layout_column (layout, i)->column, (int) i);
    }
  self->busy = FALSE;
}

/* Where there is no row of headings, letters stand for them. */
static BfMapping *
proposal (BfWizardPage *self, BfRecordKind kind)
{
  const BfGrid *sheet = chosen_grid (self);
  BfMapping *mapping =
      gtk_check_button_get_active (self->bare) ? NULL : bf_mapping_propose (sheet, kind);

  if (mapping != NULL)
    return mapping;
  self->busy = TRUE;
  gtk_check_button_set_active (self->bare, TRUE);
  self->busy = FALSE;
  return bf_mapping_propose_letters (sheet, kind);
}

/* A new sheet or list is understood as far as the rules go; the rest is the person's. */
static void
propose (BfWizardPage *self)
{
  guint index = gtk_drop_down_get_selected (self->list_choice);
  BfRecordKind kind =
      index < self->kinds->len ? g_array_index (self->kinds, BfRecordKind, index) : BF_SYSTEM;

  g_clear_pointer (&self->mapping, bf_mapping_free);
  self->mapping = proposal (self, kind);
  show_rows (self);
  preview (self);
}

static void
sheet_chosen_cb (BfWizardPage *self)
{
  if (!self->busy)
    propose (self);
}

static void
list_chosen_cb (BfWizardPage *self)
{
  if (!self->busy)
    propose (self);
}

static void
bare_toggled_cb (BfWizardPage *self)
{
  if (!self->busy)
    propose (self);
}

/* --- Actions --------------------------------------------------------------------------------- */

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[BACK], 0);
}

static void
use_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfWizardPage *self = BF_WIZARD_PAGE (widget);
  g_autoptr (GError) error = NULL;

  if (bf_mapping_remember (self->mapping, NULL, &error))
    g_signal_emit (self, signals[MAPPED], 0);
  else
    bf_page_toast (widget, error->message);
}

/* --- The page -------------------------------------------------------------------------------- */

static void
bf_wizard_page_dispose (GObject *object)
{
  BfWizardPage *self = BF_WIZARD_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->grid != NULL)
    clear_grid (self);
  g_clear_pointer (&self->mapping, bf_mapping_free);
  g_clear_pointer (&self->grids, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->meanings, g_array_unref);
  g_clear_pointer (&self->plan, bf_plan_unref);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (bf_wizard_page_parent_class)->dispose (object);
}

static void
bf_wizard_page_class_init (BfWizardPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_wizard_page_dispose;
  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (i == MAPPED ? "mapped" : "back",
                               BF_TYPE_WIZARD_PAGE,
                               G_SIGNAL_RUN_LAST,
                               0,
                               NULL,
                               NULL,
                               NULL,
                               G_TYPE_NONE,
                               0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-wizard-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfWizardPage, title);
  gtk_widget_class_bind_template_child (widget_class, BfWizardPage, sheet_label);
  gtk_widget_class_bind_template_child (widget_class, BfWizardPage, sheet_choice);
  gtk_widget_class_bind_template_child (widget_class, BfWizardPage, list_choice);
  gtk_widget_class_bind_template_child (widget_class, BfWizardPage, bare);
  gtk_widget_class_bind_template_child (widget_class, BfWizardPage, grid);
  gtk_widget_class_bind_template_child (widget_class, BfWizardPage, outcome);
  gtk_widget_class_bind_template_child (widget_class, BfWizardPage, problems);
  gtk_widget_class_bind_template_callback (widget_class, sheet_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, bare_toggled_cb);
  gtk_widget_class_install_action (widget_class, "wizard.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "wizard.use", NULL, use_cb);
}

static void
bf_wizard_page_init (BfWizardPage *self)
{
  self->kinds = g_array_new (FALSE, FALSE, sizeof (BfRecordKind));
  self->meanings = g_array_new (FALSE, FALSE, sizeof (Meaning));
  self->busy = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  bf_page_name_choice (self->sheet_choice, _ ("Sheet"));
  bf_page_name_choice (self->list_choice, _ ("List"));
}

/* Empty sheets have nothing to choose. */
static GPtrArray *
read_grids (const char *path)
{
  GPtrArray *grids = bf_grids_read (path, NULL, NULL, NULL, NULL);

  for (guint i = 0; grids != NULL && i < grids->len;)
    {
      g_autoptr (BfMapping) columns = bf_mapping_propose_letters (grids->pdata[i], BF_SYSTEM);

      if (columns == NULL)
        g_ptr_array_remove_index (grids, i);
      else
        i++;
    }
  return grids;
}

static void
offer_sheets (BfWizardPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->grids->len; i++)
    {
      const BfGrid *grid = self->grids->pdata[i];

      gtk_string_list_append (names, grid->name != NULL ? grid->name : "");
    }
  gtk_drop_down_set_model (self->sheet_choice, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_choice), self->grids->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->sheet_label), self->grids->len > 1);
}

static void
offer_lists (BfWizardPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      BfRecordKind offered = (BfRecordKind) kind;

      if (!bf_template_has (offered))
        continue;
      g_array_append_val (self->kinds, offered);
      gtk_string_list_append (names, _ (bf_record (offered)->plural));
    }
  gtk_drop_down_set_model (self->list_choice, G_LIST_MODEL (names));
  for (guint i = 0; i < self->kinds->len; i++)
    if (g_array_index (self->kinds, BfRecordKind, i) == BF_SYSTEM)
      gtk_drop_down_set_selected (self->list_choice, i);
}

GtkWidget *
bf_wizard_page_new (const char *path, const BfPlan *plan)
{
  g_autoptr (GPtrArray) grids = read_grids (path);
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is a file. */
  g_autofree char *title = g_strdup_printf (_ ("What is in “%s”?"), name);
  BfWizardPage *self;

  if (grids == NULL || grids->len == 0)
    return NULL;
  self = g_object_new (BF_TYPE_WIZARD_PAGE, NULL);
  self->path = g_strdup (path);
  self->plan = plan != NULL ? bf_plan_ref (plan) : NULL;
  self->grids = g_steal_pointer (&grids);
  gtk_label_set_text (self->title, title);
  offer_sheets (self);
  offer_lists (self);
  self->busy = FALSE;
  propose (self);
  return GTK_WIDGET (self);
}

void
bf_wizard_page_begin (BfWizardPage *page, const char *sheet, BfRecordKind kind)
{
  guint i;

  for (i = 0; i < page->grids->len; i++)
    if (g_strcmp0 (((const BfGrid *) page->grids->pdata[i])->name, sheet) == 0)
      gtk_drop_down_set_selected (page->sheet_choice, i);
  for (i = 0; i < page->kinds->len; i++)
    if (g_array_index (page->kinds, BfRecordKind, i) == kind)
      gtk_drop_down_set_selected (page->list_choice, i);
}
