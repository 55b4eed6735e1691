/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-dialogs.h"

#include <glib/gi18n-lib.h>

#define MOST_TICKS 300 /* px; more of them scroll */

typedef struct
{
  BfPathsChosen chosen;
  gpointer data;
} Choice;

static void
response_cb (GtkNativeDialog *dialog, int response, Choice *choice)
{
  g_autoptr (GListModel) files = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  guint i;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
      for (i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);
          char *path = g_file_get_path (file);

          if (path != NULL)
            g_ptr_array_add (paths, path);
        }
      g_ptr_array_add (paths, NULL);
      if (paths->len > 1)
        choice->chosen ((const char *const *) paths->pdata, choice->data);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  gtk_file_chooser_add_filter (chooser, filter);
}

static GtkFileChooser *
new_chooser (GtkWindow *parent,
             const char *title,
             GtkFileChooserAction action,
             const char *accept,
             BfPathsChosen chosen,
             gpointer data)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));
  Choice *choice = g_new (Choice, 1);

  choice->chosen = chosen;
  choice->data = data;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog,
                         "response",
                         G_CALLBACK (response_cb),
                         choice,
                         (GClosureNotify) (void (*) (void)) g_free,
                         0);
  return GTK_FILE_CHOOSER (dialog);
}

void
bf_dialogs_choose_plan (GtkWindow *parent, BfPathsChosen chosen, gpointer data)
{
  static const char *const suffixes[] = { "brownfield", NULL };
  GtkFileChooser *chooser = new_chooser (
      parent, _ ("Open a Plan"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), chosen, data);

  add_filter (chooser, _ ("Brownfield plans"), suffixes);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
bf_dialogs_choose_spreadsheets (GtkWindow *parent, BfPathsChosen chosen, gpointer data)
{
  static const char *const suffixes[] = { "xlsx", "ods", "xls", "csv", "tsv", "txt", NULL };
  GtkFileChooser *chooser = new_chooser (
      parent, _ ("Import Spreadsheets"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), chosen, data);

  gtk_file_chooser_set_select_multiple (chooser, TRUE);
  add_filter (chooser, _ ("Spreadsheets"), suffixes);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
bf_dialogs_choose_target (
    GtkWindow *parent, const char *title, const char *name, BfPathsChosen chosen, gpointer data)
{
  GtkFileChooser *chooser =
      new_chooser (parent, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), chosen, data);

  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
bf_dialogs_show_error (GtkWindow *parent, const char *heading, const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Questions --- */

typedef struct
{
  GtkWidget *entry;
  BfReasonGiven given;
  BfPartGiven given_part;
  GPtrArray *ticks; /* of GtkCheckButton, borrowed; NULL: no list */
  GObject *owner;
} Question;

static void
question_free (gpointer data, GClosure *closure)
{
  Question *question = data;

  g_clear_pointer (&question->ticks, g_ptr_array_unref);
  g_object_unref (question->owner);
  g_free (question);
}

static void
give_part (const Question *question, const char *name)
{
  g_autofree gboolean *chosen = g_new0 (gboolean, question->ticks->len + 1);

  for (guint i = 0; i < question->ticks->len; i++)
    chosen[i] = gtk_check_button_get_active (question->ticks->pdata[i]);
  question->given_part (name, chosen, question->owner);
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry)));

  g_strstrip (text);
  if (!g_str_equal (response, "do"))
    return;
  if (question->ticks)
    give_part (question, text);
  else
    question->given (text, question->owner);
}

static Question *
question_new (const char *label, const char *text, gpointer owner)
{
  Question *question = g_new0 (Question, 1);

  question->entry = gtk_entry_new ();
  question->owner = g_object_ref (owner);
  gtk_editable_set_text (GTK_EDITABLE (question->entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (question->entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (question->entry), label);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (question->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return question;
}

/* Takes @question; @extra holds its entry. */
static void
ask (GtkWindow *parent,
     const char *heading,
     const char *sentence,
     const char *button,
     GtkWidget *extra,
     Question *question)
{
  AdwMessageDialog *dialog =
      ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, sentence));

  adw_message_dialog_set_extra_child (dialog, extra);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "do", button, NULL);
  adw_message_dialog_set_response_appearance (dialog, "do", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "do");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->entry);
}

void
bf_dialogs_ask_reason (GtkWindow *parent,
                       const char *heading,
                       const char *sentence,
                       const char *button,
                       BfReasonGiven given,
                       gpointer owner)
{
  Question *question = question_new (_ ("Reason"), "", owner);

  question->given = given;
  ask (parent, heading, sentence, button, question->entry, question);
}

void
bf_dialogs_ask_name (GtkWindow *parent,
                     const char *heading,
                     const char *sentence,
                     const char *name,
                     const char *button,
                     BfReasonGiven given,
                     gpointer owner)
{
  Question *question = question_new (_ ("Name"), name, owner);

  question->given = given;
  ask (parent, heading, sentence, button, question->entry, question);
}

static GtkWidget *
ticks_new (Question *question, const char *const *titles)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  question->ticks = g_ptr_array_new ();
  for (guint i = 0; titles[i]; i++)
    {
      GtkWidget *tick = gtk_check_button_new_with_label (titles[i]);

      gtk_box_append (GTK_BOX (list), tick);
      g_ptr_array_add (question->ticks, tick);
    }
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_TICKS);
  return scroller;
}

void
bf_dialogs_ask_part (GtkWindow *parent,
                     const char *heading,
                     const char *sentence,
                     const char *name,
                     const char *const *titles,
                     const char *button,
                     BfPartGiven given,
                     gpointer owner)
{
  Question *question = question_new (_ ("Name"), name, owner);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  question->given_part = given;
  gtk_box_append (GTK_BOX (box), question->entry);
  gtk_box_append (GTK_BOX (box), ticks_new (question, titles));
  ask (parent, heading, sentence, button, box, question);
}

void
bf_dialogs_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name",
                         _ ("Brownfield"),
                         "application-icon",
                         BF_APP_ID,
                         "version",
                         BF_VERSION,
                         "comments",
                         _ ("A roadmap for a plant that cannot stop"),
                         "developer-name",
                         _ ("The Brownfield developers"),
                         "license-type",
                         GTK_LICENSE_GPL_3_0,
                         NULL);
}
