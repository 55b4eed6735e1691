/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-earlier-panel.h"

#include <glib/gi18n-lib.h>

#include "bf-format.h"
#include "bf-help.h"
#include "bf-inspector-rows.h"
#include "bf-page.h"
#include "bf-step-words.h"

#define PROGRESS_INTERVAL_MS 100
#define WEEKS_FROM_DAYS 21 /* fewer are told in days */

/* One search. The worker reads roadmap and step and writes progress. */
typedef struct
{
  BfRoadmap *roadmap;
  char *step;
  int progress; /* atomic, thousandths */
} Search;

struct _BfEarlierPanel
{
  GtkWidget parent_instance;
  BfRoadmap *roadmap;
  char *step;
  gboolean expired;
  GtkWidget *ask;  /* the button */
  GtkWidget *busy; /* progress and Cancel */
  GtkWidget *bar;
  GtkWidget *answers;
  Search *search; /* the newest, of its task; NULL when nothing is sought */
  GCancellable *cancellable;
  guint progress_id;
};

G_DEFINE_FINAL_TYPE (BfEarlierPanel, bf_earlier_panel, GTK_TYPE_WIDGET)

/* --- The search --- */

static void
search_free (gpointer data)
{
  Search *search = data;

  bf_roadmap_unref (search->roadmap);
  g_free (search->step);
  g_free (search);
}

static void
progress_cb (double share, gpointer data)
{
  Search *search = data;

  g_atomic_int_set (&search->progress, (int) (share * 1000));
}

static void
seek_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;

  g_task_return_pointer (
      task,
      bf_help_seek (search->roadmap, search->step, progress_cb, search, cancellable),
      (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
look_at_progress_cb (gpointer data)
{
  BfEarlierPanel *panel = data;

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (panel->bar),
                                 g_atomic_int_get (&panel->search->progress) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
end_search (BfEarlierPanel *panel)
{
  g_clear_handle_id (&panel->progress_id, g_source_remove);
  g_clear_object (&panel->cancellable);
  panel->search = NULL;
  gtk_widget_set_visible (panel->busy, FALSE);
  gtk_widget_set_visible (panel->ask, TRUE);
}

/* --- Answers --- */

static void
clear_answers (BfEarlierPanel *panel)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (panel->answers)))
    gtk_box_remove (GTK_BOX (panel->answers), child);
}

/* "16 weeks earlier" */
static char *
gain_words (int days)
{
  if (days < WEEKS_FROM_DAYS)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d day earlier", "%d days earlier", (gulong) days), days);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d week earlier", "%d weeks earlier", (gulong) (days / 7)),
      days / 7);
}

static GtkWidget *
answer_new (const BfHelp *help, const char *currency)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX,
                                 "orientation",
                                 GTK_ORIENTATION_VERTICAL,
                                 "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                 NULL);
  g_autofree char *gain = gain_words (help->days);
  g_autofree char *day = bf_format_day (help->release);
  g_autofree char *begins = bf_with_capital (help->how);
  g_autofree char *how = bf_format_sentence (begins, currency);
  g_autofree char *price = bf_format_sentence (help->price, currency);
  GtkWidget *head = bf_inspector_add_row (GTK_BOX (row), NULL, gain, NULL, day);

  gtk_widget_add_css_class (head, "strong");
  gtk_widget_set_tooltip_text (head, _ ("The step would be released on that day."));
  gtk_box_append (GTK_BOX (row), bf_page_label (how, "inspector-note"));
  gtk_box_append (GTK_BOX (row), bf_page_label (price, "inspector-byline"));
  gtk_widget_add_css_class (row, "earlier-answer");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, help->text, -1);
  return row;
}

static void
show_answers (BfEarlierPanel *panel, const GPtrArray *found)
{
  clear_answers (panel);
  for (guint i = 0; i < found->len; i++)
    gtk_box_append (
        GTK_BOX (panel->answers),
        answer_new (g_ptr_array_index (found, i), bf_page_currency (panel->roadmap->plan)));
  if (found->len == 0)
    gtk_box_append (GTK_BOX (panel->answers),
                    bf_page_label (_ ("Nothing of pins, dates, freezes, claims, money, teams and "
                                      "cutovers a window, changed alone, wins a week."),
                                   "inspector-note"));
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BfEarlierPanel *panel = BF_EARLIER_PANEL (source);
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled, or a newer one is on its way. */
  if (g_task_get_task_data (G_TASK (result)) != panel->search)
    return;
  end_search (panel);
  if (found)
    show_answers (panel, found);
}

/* --- Making --- */

static void
unroot (GtkWidget *widget)
{
  bf_earlier_panel_cancel (BF_EARLIER_PANEL (widget));
  GTK_WIDGET_CLASS (bf_earlier_panel_parent_class)->unroot (widget);
}

static void
dispose (GObject *object)
{
  BfEarlierPanel *panel = BF_EARLIER_PANEL (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (panel))))
    gtk_widget_unparent (child);
  g_clear_pointer (&panel->roadmap, bf_roadmap_unref);
  g_clear_pointer (&panel->step, g_free);
  G_OBJECT_CLASS (bf_earlier_panel_parent_class)->dispose (object);
}

static void
bf_earlier_panel_class_init (BfEarlierPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->unroot = unroot;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "earlier");
}

static GtkWidget *
ask_button_new (void)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("What Would Bring It Forward?"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "step.seek-earlier");
  gtk_widget_add_css_class (button, "wide");
  return button;
}

static void
make_busy (BfEarlierPanel *panel)
{
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));

  panel->busy = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  panel->bar = gtk_progress_bar_new ();
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (panel->bar), TRUE);
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (panel->bar),
                             _ ("Planning it again, change by change"));
  gtk_widget_set_hexpand (panel->bar, TRUE);
  gtk_widget_set_valign (panel->bar, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "step.cancel-earlier");
  gtk_widget_add_css_class (cancel, "wide");
  gtk_box_append (GTK_BOX (panel->busy), panel->bar);
  gtk_box_append (GTK_BOX (panel->busy), cancel);
  gtk_widget_set_visible (panel->busy, FALSE);
}

static void
bf_earlier_panel_init (BfEarlierPanel *panel)
{
  GtkWidget *widget = GTK_WIDGET (panel);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (widget)),
                                  GTK_ORIENTATION_VERTICAL);
  panel->ask = ask_button_new ();
  gtk_widget_set_parent (panel->ask, widget);
  make_busy (panel);
  gtk_widget_set_parent (panel->busy, widget);
  panel->answers = g_object_new (GTK_TYPE_BOX,
                                 "orientation",
                                 GTK_ORIENTATION_VERTICAL,
                                 "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_LIST,
                                 NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (panel->answers),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What would bring the step forward"),
                                  -1);
  gtk_widget_set_parent (panel->answers, widget);
}

GtkWidget *
bf_earlier_panel_new (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  BfEarlierPanel *panel = g_object_new (BF_TYPE_EARLIER_PANEL, NULL);

  panel->roadmap = bf_roadmap_ref (roadmap);
  panel->step = g_strdup (step->key);
  return GTK_WIDGET (panel);
}

void
bf_earlier_panel_seek (BfEarlierPanel *panel)
{
  g_autoptr (GTask) task = NULL;
  Search *search;

  g_return_if_fail (BF_IS_EARLIER_PANEL (panel));
  if (panel->search || panel->expired)
    return;
  clear_answers (panel);
  search = g_new0 (Search, 1);
  search->roadmap = bf_roadmap_ref (panel->roadmap);
  search->step = g_strdup (panel->step);
  panel->search = search;
  panel->cancellable = g_cancellable_new ();
  panel->progress_id = g_timeout_add (PROGRESS_INTERVAL_MS, look_at_progress_cb, panel);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (panel->bar), 0);
  gtk_widget_set_visible (panel->ask, FALSE);
  gtk_widget_set_visible (panel->busy, TRUE);
  task = g_task_new (panel, panel->cancellable, found_cb, NULL);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, seek_in_thread);
}

void
bf_earlier_panel_cancel (BfEarlierPanel *panel)
{
  if (!panel->search)
    return;
  g_cancellable_cancel (panel->cancellable);
  end_search (panel);
}

void
bf_earlier_panel_expire (BfEarlierPanel *panel)
{
  panel->expired = TRUE;
  bf_earlier_panel_cancel (panel);
  clear_answers (panel);
  gtk_widget_set_sensitive (panel->ask, FALSE);
  gtk_widget_set_tooltip_text (panel->ask, _ ("The plan has changed: wait for its roadmap."));
}

gboolean
bf_earlier_panel_is_seeking (BfEarlierPanel *panel)
{
  return panel->search != NULL;
}
