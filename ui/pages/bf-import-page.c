/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-import-page.h"

#include <glib/gi18n-lib.h>

#include "bf-answer.h"
#include "bf-format.h"
#include "bf-import-job.h"
#include "bf-layout.h"
#include "bf-page.h"
#include "bf-problem-card.h"
#include "bf-story.h"
#include "bf-wizard-page.h"

/* A wrong column of a large file would fill the window with one sentence. */
#define MAX_CARDS 200

struct _BfImportPage
{
  AdwBin parent_instance;

  BfImportJob *job;
  char **paths;
  BfImport *import;
  GPtrArray *mends; /* BfMend, the answers so far */
  gboolean asked;   /* to import what is read next, if it is good */
  int next;         /* the card that the cursor goes to after an answer; -1: it stays */

  GtkStack *stack;
  GtkProgressBar *progress, *again_progress;
  GtkLabel *reading, *progress_words, *files, *extent;
  BfAnswer *page;
  GtkListBox *sheets, *problems, *answers;
  GtkWidget *answers_box;
  GtkButton *good_button, *wizard_button;
};

G_DEFINE_FINAL_TYPE (BfImportPage, bf_import_page, ADW_TYPE_BIN)

static guint done_signal;

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
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), errors + notes > 0);
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

/* "Import without 3 Rows"; what is wrong with a whole file has no rows. */
static char *
button_words (guint errors, guint left)
{
  if (errors == 0)
    return g_strdup (_ ("Import"));
  if (left == 0)
    return g_strdup (_ ("Import the Rest"));
  return g_strdup_printf (ngettext ("Import without %u Row", "Import without %u Rows", left), left);
}

static char *
answer_words (guint errors, guint all)
{
  g_autofree char *number = bf_story_number (errors, TRUE);

  if (errors == 0)
    return g_strdup (all > 0 ? _ ("Everything is answered") : _ ("There is nothing to import"));
  /* Translators: a number in words. */
  return g_strdup_printf (ngettext ("%s place needs an answer", "%s places need an answer", errors),
                          number);
}

static char *
lead_words (guint errors, guint good, guint all)
{
  if (all == 0)
    return g_strdup (_ ("No row in it could be used."));
  if (errors == 0)
    return g_strdup_printf (
        _ ("%u of %u rows come in. Your answers are told in the history."), MIN (good, all), all);
  return g_strdup_printf (_ ("%u of %u rows can be used. Answer here, or mend the file and read it "
                             "again: your answers are kept."),
                          MIN (good, all),
                          all);
}

static void
show_words (BfImportPage *self)
{
  guint errors = bf_import_n_errors (self->import), good = count_rows (self->import, TRUE);
  guint all = count_rows (self->import, FALSE);
  g_autofree char *answer = answer_words (errors, all);
  g_autofree char *lead = lead_words (errors, good, all);
  g_autofree char *button = button_words (errors, all > good ? all - good : 0);

  bf_answer_say (self->page, answer, lead);
  gtk_button_set_label (self->good_button, button);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.good-rows", good > 0);
}

/* --- Answers -------------------------------------------------------------------------------- */

static int
find_answer (BfImportPage *self, const BfMend *mend)
{
  guint i;

  for (i = 0; i < self->mends->len; i++)
    if (bf_mend_same_place (self->mends->pdata[i], mend))
      return (int) i;
  return -1;
}

static void
show_reading (BfImportPage *self, const char *page)
{
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_label_set_text (self->progress_words, "");
  gtk_widget_set_opacity (GTK_WIDGET (self->again_progress), g_str_equal (page, "problems"));
  gtk_stack_set_visible_child_name (self->stack, page);
}

/* The problems stay on show, so that a person can go on answering. */
static void
read_with_answers (BfImportPage *self)
{
  show_reading (self, "problems");
  bf_import_job_read (self->job, BF_IMPORT_DEFAULT, self->mends);
}

static void
answered_cb (BfProblemCard *card, const BfMend *mend, BfImportPage *self)
{
  int before = find_answer (self, mend);

  if (before >= 0)
    g_ptr_array_remove_index (self->mends, (guint) before);
  g_ptr_array_add (self->mends, bf_mend_copy (mend));
  self->next = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card));
  gtk_widget_set_sensitive (GTK_WIDGET (card), FALSE);
  read_with_answers (self);
}

static void
take_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfImportPage *self = BF_IMPORT_PAGE (widget);
  guint index = g_variant_get_uint32 (parameter);

  if (index >= self->mends->len)
    return;
  g_ptr_array_remove_index (self->mends, index);
  self->next = 0;
  read_with_answers (self);
}

static GtkWidget *
answer_row (const BfMend *mend, guint index)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *line = bf_mend_line (mend);
  GtkWidget *words = bf_page_label (line, "table-text");
  GtkWidget *button = gtk_button_new_with_label (_ ("Take Back"));

  gtk_widget_add_css_class (icon, "good");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "import.take-back");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", index);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static void
show_answers (BfImportPage *self)
{
  guint i;

  bf_page_clear_list (self->answers);
  for (i = 0; i < self->mends->len; i++)
    gtk_list_box_append (self->answers, answer_row (self->mends->pdata[i], i));
  gtk_widget_set_visible (self->answers_box, self->mends->len > 0);
}

/* --- Problems ------------------------------------------------------------------------------- */

static void
add_card (BfImportPage *self, const BfProblem *problem)
{
  GtkWidget *card = bf_problem_card_new (problem, self->import, bf_import_job_get_plan (self->job));

  g_signal_connect (card, "answered", G_CALLBACK (answered_cb), self);
  gtk_list_box_append (self->problems, card);
}

static void
show_cards (BfImportPage *self)
{
  const GPtrArray *problems = bf_import_problems (self->import);
  guint severity, shown = 0, i;

  for (severity = BF_PROBLEM_ERROR; severity <= BF_PROBLEM_NOTE; severity++)
    for (i = 0; i < problems->len && shown < MAX_CARDS; i++)
      {
        const BfProblem *problem = problems->pdata[i];

        if (problem->severity != severity)
          continue;
        add_card (self, problem);
        shown++;
      }
}

/* After an answer the cursor stands on the next problem, or on the button that imports. */
static void
focus_next (BfImportPage *self)
{
  GtkListBoxRow *row;

  if (self->next < 0)
    return;
  while ((row = gtk_list_box_get_row_at_index (self->problems, self->next++)) != NULL)
    if (bf_problem_card_focus (BF_PROBLEM_CARD (row)))
      return;
  gtk_widget_grab_focus (GTK_WIDGET (self->good_button));
}

/* NULL for a file of a folder, which is not asked about. */
static const char *
path_of (BfImportPage *self, const BfImportSheet *sheet)
{
  for (guint i = 0; self->paths[i] != NULL; i++)
    {
      g_autofree char *name = g_filename_display_basename (self->paths[i]);

      if (g_strcmp0 (name, sheet->file) == 0)
        return self->paths[i];
    }
  return NULL;
}

/* The first sheet that is no list, or one without a column that its list needs: a person may know
 * which it is. NULL. */
static const BfImportSheet *
find_stranger (BfImportPage *self)
{
  const GPtrArray *sheets = bf_import_sheets (self->import);

  for (guint i = 0; i < sheets->len; i++)
    {
      const BfImportSheet *sheet = sheets->pdata[i];
      const BfLayout *layout = sheet->layout;
      gboolean lacks = layout != NULL && layout->missing != NULL;

      if ((sheet->kind == BF_NO_RECORD || lacks) && !sheet->hidden && path_of (self, sheet) != NULL)
        return sheet;
    }
  return NULL;
}

static void
show_problems (BfImportPage *self)
{
  show_cards (self);
  show_answers (self);
  show_sheets (self);
  show_words (self);
  gtk_widget_set_visible (GTK_WIDGET (self->wizard_button), find_stranger (self) != NULL);
  show_reading (self, "problems");
  gtk_widget_set_opacity (GTK_WIDGET (self->again_progress), 0);
  focus_next (self);
  self->next = -1;
}

/* A sheet leads to the first of its problems. */
static void
sheet_activated_cb (BfImportPage *self, GtkListBoxRow *row)
{
  const GPtrArray *sheets = bf_import_sheets (self->import);
  const BfImportSheet *sheet = sheets->pdata[gtk_list_box_row_get_index (row)];
  GtkListBoxRow *card;
  int i;

  for (i = 0; (card = gtk_list_box_get_row_at_index (self->problems, i)) != NULL; i++)
    {
      const BfProblem *problem = bf_problem_card_get_problem (BF_PROBLEM_CARD (card));

      if (g_strcmp0 (problem->file, sheet->file) != 0 ||
          g_strcmp0 (problem->sheet, sheet->sheet) != 0)
        continue;
      if (!bf_problem_card_focus (BF_PROBLEM_CARD (card)))
        gtk_widget_grab_focus (GTK_WIDGET (card));
      return;
    }
}

/* --- Reading and writing -------------------------------------------------------------------- */

static void
show_progress (BfImportPage *self, double fraction, guint n_rows, gpointer job)
{
  g_autofree char *count = bf_format_count (n_rows);
  g_autofree char *words =
      g_strdup_printf (ngettext ("%s row read", "%s rows read", n_rows), count);

  gtk_progress_bar_set_fraction (self->progress, fraction);
  gtk_progress_bar_set_fraction (self->again_progress, fraction);
  gtk_label_set_text (self->progress_words, n_rows > 0 ? words : "");
}

static void
write_rows (BfImportPage *self)
{
  gtk_label_set_text (self->reading, _ ("Writing the rows…"));
  show_reading (self, "reading");
  bf_import_job_write (self->job, self->import);
}

/* Cards point into the import that they are about, so they go first. */
static void
read_cb (BfImportPage *self)
{
  gboolean asked = self->asked || self->mends->len == 0;

  bf_page_clear_list (self->problems);
  g_clear_pointer (&self->import, bf_import_free);
  self->import = bf_import_job_take (self->job);
  self->asked = FALSE;
  if (bf_import_is_good (self->import) && asked)
    write_rows (self);
  else
    show_problems (self);
}

static void
written_cb (BfImportPage *self, BfDocument *document)
{
  g_signal_emit (self, done_signal, 0, document);
}

static void
failed_cb (BfImportPage *self, const char *sentence)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", sentence);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import-cancel", NULL);
}

static void
again_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  read_with_answers (BF_IMPORT_PAGE (widget));
}

static void
good_rows_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfImportPage *self = BF_IMPORT_PAGE (widget);

  if (bf_import_is_good (self->import))
    {
      write_rows (self);
      return;
    }
  self->asked = TRUE;
  show_reading (self, "problems");
  bf_import_job_read (self->job, BF_IMPORT_GOOD_ROWS, self->mends);
}

/* --- A table that no rule understands -------------------------------------------------------- */

static void
end_wizard (BfImportPage *self)
{
  GtkWidget *wizard = gtk_stack_get_child_by_name (self->stack, "wizard");

  show_reading (self, "problems");
  gtk_widget_set_opacity (GTK_WIDGET (self->again_progress), 0);
  if (wizard != NULL)
    gtk_stack_remove (self->stack, wizard);
}

/* The signal comes out of the page that goes away. */
static gboolean
mapped_later_cb (gpointer data)
{
  end_wizard (data);
  read_with_answers (data);
  return G_SOURCE_REMOVE;
}

static gboolean
back_later_cb (gpointer data)
{
  end_wizard (data);
  return G_SOURCE_REMOVE;
}

static void
mapped_cb (BfImportPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, mapped_later_cb, g_object_ref (self), g_object_unref);
}

static void
back_cb (BfImportPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, back_later_cb, g_object_ref (self), g_object_unref);
}

static void
wizard_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfImportPage *self = BF_IMPORT_PAGE (widget);
  const BfImportSheet *sheet = find_stranger (self);
  GtkWidget *wizard =
      sheet != NULL ? bf_wizard_page_new (path_of (self, sheet), bf_import_job_get_plan (self->job))
                    : NULL;

  if (wizard == NULL)
    return;
  bf_wizard_page_begin (BF_WIZARD_PAGE (wizard), sheet->sheet, sheet->kind);
  g_signal_connect_object (wizard, "mapped", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (wizard, "back", G_CALLBACK (back_cb), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, wizard, "wizard");
  gtk_stack_set_visible_child_name (self->stack, "wizard");
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

  if (self->job != NULL)
    bf_import_job_cancel (self->job);
  g_clear_object (&self->job);
  if (self->problems != NULL)
    bf_page_clear_list (self->problems);
  g_clear_pointer (&self->import, bf_import_free);
  g_clear_pointer (&self->mends, g_ptr_array_unref);
  g_clear_pointer (&self->paths, g_strfreev);
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
  g_type_ensure (BF_TYPE_ANSWER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, reading);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, files);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, extent);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, page);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, sheets);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, problems);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, good_button);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, wizard_button);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, progress);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, again_progress);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, progress_words);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, answers);
  gtk_widget_class_bind_template_child (widget_class, BfImportPage, answers_box);
  gtk_widget_class_bind_template_callback (widget_class, sheet_activated_cb);
  gtk_widget_class_install_action (widget_class, "import.take-back", "u", take_back_cb);
  gtk_widget_class_install_action (widget_class, "import.again", NULL, again_cb);
  gtk_widget_class_install_action (widget_class, "import.good-rows", NULL, good_rows_cb);
  gtk_widget_class_install_action (widget_class, "import.wizard", NULL, wizard_cb);
  gtk_widget_class_install_action (widget_class, "import.copy", NULL, copy_cb);
}

static void
bf_import_page_init (BfImportPage *self)
{
  self->mends = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_mend_free);
  self->next = -1;
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
  self->job = bf_import_job_new (paths, document);
  g_signal_connect_object (
      self->job, "progress", G_CALLBACK (show_progress), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->job, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->job, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->job, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_text (self->reading, reading);
  show_reading (self, "reading");
  bf_import_job_read (self->job, BF_IMPORT_DEFAULT, self->mends);
  return GTK_WIDGET (self);
}

void
bf_import_page_cancel (BfImportPage *page)
{
  bf_import_job_cancel (page->job);
}
