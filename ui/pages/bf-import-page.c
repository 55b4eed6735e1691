/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-import-page.h"

#include <glib/gi18n-lib.h>

#include "bf-import-apply.h"
#include "bf-page.h"
#include "bf-plan-file.h"
#include "bf-problem-card.h"
#include "bf-story.h"

/* A wrong column of a large file would fill the window with one sentence. */
#define MAX_CARDS 200

struct _BfImportPage
{
  AdwBin parent_instance;

  char **paths;
  BfDocument *document;
  BfImport *import;
  GCancellable *cancellable;

  GtkStack *stack;
  GtkLabel *reading, *files, *extent, *answer, *lead;
  GtkListBox *sheets, *problems;
  GtkButton *good_button;
};

G_DEFINE_FINAL_TYPE (BfImportPage, bf_import_page, ADW_TYPE_BIN)

static guint done_signal;

/* --- Writing --------------------------------------------------------------------------------- */

static char *
plan_name (const BfImport *import)
{
  const GPtrArray *plants = bf_import_rows (import, BF_PLANT);
  const BfPlant *plant;

  if (plants->len == 0)
    return bf_import_name (import);
  plant = ((const BfImportRow *) plants->pdata[0])->row;
  return g_strdup (plant->name != NULL ? plant->name : plant->row.key);
}

static BfDocument *
document_to_write (BfImportPage *self, GError **error)
{
  g_autofree char *name = NULL;

  if (self->document != NULL)
    return g_object_ref (self->document);
  name = plan_name (self->import);
  return bf_plan_file_new (name, error);
}

static void
write_rows (BfImportPage *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = document_to_write (self, &error);

  if (document != NULL && bf_import_apply (self->import, document, FALSE, NULL, &error))
    {
      g_signal_emit (self, done_signal, 0, document);
      return;
    }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import-cancel", NULL);
  bf_page_toast (GTK_WIDGET (self), error->message);
}

/* --- What is wrong --------------------------------------------------------------------------- */

static guint
count_problems (const BfImport *import, const BfImportSheet *sheet, BfProblemSeverity severity)
{
  const GPtrArray *problems = bf_import_problems (import);
  guint n = 0, i;

  for (i = 0; i < problems->len; i++)
    {
      const BfProblem *problem = problems->pdata[i];

      n += problem->severity == severity && g_strcmp0 (problem->file, sheet->file) == 0 &&
           g_strcmp0 (problem->sheet, sheet->sheet) == 0;
    }
  return n;
}

static void
add_sheet (BfImportPage *self, const BfImportSheet *sheet)
{
  guint errors = count_problems (self->import, sheet, BF_PROBLEM_ERROR);
  guint notes = count_problems (self->import, sheet, BF_PROBLEM_NOTE);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name (errors > 0  ? "dialog-error-symbolic"
                                                  : notes > 0 ? "dialog-warning-symbolic"
                                                              : "object-select-symbolic");
  GtkWidget *name = gtk_label_new (sheet->sheet != NULL ? sheet->sheet : sheet->file);
  g_autofree char *figure = g_strdup_printf ("%u", sheet->n_rows);
  GtkWidget *count = gtk_label_new (sheet->kind != BF_NO_RECORD ? figure : _ ("left out"));

  gtk_widget_add_css_class (icon, errors > 0 ? "bad" : notes > 0 ? "warn" : "good");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (count, "ink2");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->sheets, row);
}

static guint
count_rows (const BfImport *import, gboolean good)
{
  const GPtrArray *sheets = bf_import_sheets (import);
  guint n = 0, i;

  if (good)
    {
      for (i = 0; i < BF_N_RECORDS; i++)
        n += bf_import_rows (import, (BfRecordKind) i)->len;
      return n;
    }
  for (i = 0; i < sheets->len; i++)
    n += ((const BfImportSheet *) sheets->pdata[i])->n_rows;
  return n;
}

static void
show_sheets (BfImportPage *self)
{
  const GPtrArray *sheets = bf_import_sheets (self->import);
  g_autofree char *name = bf_import_name (self->import);
  guint n = count_rows (self->import, FALSE), i;
  g_autofree char *extent = g_strdup_printf (
      ngettext ("%u sheet, %u rows read", "%u sheets, %u rows read", sheets->len), sheets->len, n);

  gtk_label_set_text (self->files, name);
  gtk_label_set_text (self->extent, extent);
  bf_page_clear_list (self->sheets);
  for (i = 0; i < sheets->len; i++)
    add_sheet (self, sheets->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->sheets), sheets->len > 0);
}

static void
show_words (BfImportPage *self)
{
  guint errors = bf_import_n_errors (self->import), good = count_rows (self->import, TRUE);
  guint all = count_rows (self->import, FALSE);
  guint left = all > good ? all - good : 0;
  g_autofree char *number = bf_story_number (errors, TRUE);
  /* Translators: a number in words. */
  g_autofree char *answer = g_strdup_printf (
      ngettext ("%s place needs mending", "%s places need mending", errors), number);
  g_autofree char *lead = g_strdup_printf (
      _ ("%u of %u rows can be used. Mend the file and read it again, or import without the others."),
      MIN (good, all),
      all);
  g_autofree char *button =
      g_strdup_printf (ngettext ("Import without %u Row", "Import without %u Rows", left), left);

  gtk_label_set_text (self->answer, errors > 0 ? answer : _ ("There is nothing to import"));
  gtk_label_set_text (self->lead, all > 0 ? lead : _ ("No row in it could be used."));
  gtk_button_set_label (self->good_button, button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.good-rows", good > 0);
}

static void
show_problems (BfImportPage *self)
{
  const GPtrArray *problems = bf_import_problems (self->import);
  guint severity, shown = 0, i;

  bf_page_clear_list (self->problems);
  for (severity = BF_PROBLEM_ERROR; severity <= BF_PROBLEM_NOTE; severity++)
    for (i = 0; i < problems->len && shown < MAX_CARDS; i++)
      {
        const BfProblem *problem = problems->pdata[i];

        if (problem->severity != severity)
          continue;
        gtk_list_box_append (self->problems, bf_problem_card_new (problem));
        shown++;
      }
  show_sheets (self);
  show_words (self);
  gtk_stack_set_visible_child_name (self->stack, "problems");
}

/* --- Reading --------------------------------------------------------------------------------- */

typedef struct
{
  char **paths;
  BfPlan *plan;
  BfImportFlags flags;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_strfreev (reading->paths);
  g_clear_pointer (&reading->plan, bf_plan_unref);
  g_free (reading);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  BfImport *import = bf_import_new (
      (const char *const *) reading->paths, reading->flags, reading->plan, cancellable, &error);

  if (import != NULL)
    g_task_return_pointer (task, import, (GDestroyNotify) bf_import_free);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BfImportPage *self = BF_IMPORT_PAGE (source);
  g_autoptr (GError) error = NULL;
  BfImport *import = g_task_propagate_pointer (G_TASK (result), &error);

  if (import == NULL)
    return; /* cancelled; whoever did that has moved on */
  g_clear_pointer (&self->import, bf_import_free);
  self->import = import;
  if (bf_import_is_good (import))
    write_rows (self);
  else
    show_problems (self);
}

static void
begin_reading (BfImportPage *self, BfImportFlags flags)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GTask) task = NULL;

  reading->paths = g_strdupv (self->paths);
  reading->plan = self->document != NULL ? bf_document_snapshot (self->document) : NULL;
  reading->flags = flags;
  bf_import_page_cancel (self);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "reading");
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin_reading (BF_IMPORT_PAGE (widget), BF_IMPORT_DEFAULT);
}

static void
good_rows_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  begin_reading (BF_IMPORT_PAGE (widget), BF_IMPORT_GOOD_ROWS);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const GPtrArray *problems = bf_import_problems (BF_IMPORT_PAGE (widget)->import);
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  for (i = 0; i < problems->len; i++)
    {
      g_autofree char *line = bf_problem_line (problems->pdata[i]);

      g_string_append_printf (text, "%s\n", line);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static void
bf_import_page_dispose (GObject *object)
{
  BfImportPage *self = BF_IMPORT_PAGE (object);

  bf_import_page_cancel (self);
  g_clear_pointer (&self->import, bf_import_free);
  g_clear_pointer (&self->paths, g_strfreev);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (bf_import_page_parent_class)->dispose (object);
}

static void
bf_import_page_class_init (BfImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_import_page_dispose;
  done_signal = g_signal_new ("done",
                              BF_TYPE_IMPORT_PAGE,
                              G_SIGNAL_RUN_LAST,
                              0,
                              NULL,
                              NULL,
                              NULL,
                              G_TYPE_NONE,
                              1,
                              BF_TYPE_DOCUMENT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, reading);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, files);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, extent);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, answer);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, lead);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, sheets);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, problems);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, good_button);
  gtk_widget_class_install_action (widget_class, "import.again", NULL, again_cb);
  gtk_widget_class_install_action (widget_class, "import.good-rows", NULL, good_rows_cb);
  gtk_widget_class_install_action (widget_class, "import.copy", NULL, copy_cb);
}

static void
bf_import_page_init (BfImportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bf_import_page_new (const char *const *paths, BfDocument *document)
{
  BfImportPage *self = g_object_new (BF_TYPE_IMPORT_PAGE, NULL);
  g_autofree char *first = g_path_get_basename (paths[0]);
  /* Translators: a file's name. */
  g_autofree char *reading = g_strdup_printf (_ ("Reading %s…"), first);

  self->paths = g_strdupv ((char **) paths);
  self->document = document != NULL ? g_object_ref (document) : NULL;
  gtk_label_set_text (self->reading, reading);
  begin_reading (self, BF_IMPORT_DEFAULT);
  return GTK_WIDGET (self);
}

void
bf_import_page_cancel (BfImportPage *page)
{
  if (page->cancellable != NULL)
    g_cancellable_cancel (page->cancellable);
  g_clear_object (&page->cancellable);
}
