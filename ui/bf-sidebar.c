/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-sidebar.h"

#include <glib/gi18n-lib.h>

#include "bf-roadmap-bound.h"
#include "bf-story.h"

#define WIDTH 180

struct _BfSidebar
{
  GtkWidget parent_instance;

  BfSession *session;
  GtkListBox *list;
  GtkWidget *busy, *note;
  GtkProgressBar *progress;
  GtkImage *note_icon;
  GtkLabel *note_title, *note_text;
  GtkWidget *again;
};

G_DEFINE_FINAL_TYPE (BfSidebar, bf_sidebar, GTK_TYPE_WIDGET)

static const BfSidebarEntry *
entry_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "entry");
}

/* Tab reaches the list once, at the page on show, and leaves it again; arrows walk the pages. */
static void
rove (BfSidebar *self, GtkListBoxRow *selected)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *row;
  int i;

  gtk_widget_set_focusable (GTK_WIDGET (selected), TRUE);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (selected));
  for (i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_widget_set_focusable (GTK_WIDGET (row), row == selected);
}

static void
row_selected_cb (BfSidebar *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;
  rove (self, row);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", entry_of (row)->id);
}

static void
rule_above_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  gboolean wanted = before != NULL && entry_of (row)->group;

  gtk_list_box_row_set_header (row, wanted ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
}

static void
set_mood (BfSidebar *self, const char *css_class, const char *icon, const char *title)
{
  static const char *const moods[] = { "good", "bad", "ink2" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (moods); i++)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->note_icon), moods[i]);
      gtk_widget_remove_css_class (GTK_WIDGET (self->note_title), moods[i]);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self->note_icon), css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self->note_title), css_class);
  gtk_image_set_from_icon_name (self->note_icon, icon);
  gtk_label_set_text (self->note_title, title);
}

static const char *
stopped_words (BfSidebar *self)
{
  if (bf_session_get_roadmap (self->session) == NULL)
    return _ ("There is no roadmap yet");
  return bf_session_shows_draft (self->session) ? _ ("This is a first draft")
                                                : _ ("The roadmap may be older than the plan");
}

static void
show_note (BfSidebar *self)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (self->session);
  const char *problem = bf_session_get_problem (self->session);
  gboolean stopped = bf_session_was_stopped (self->session);
  g_autofree char *text = NULL;
  g_autofree char *bound = NULL;

  gtk_widget_set_visible (self->note, roadmap != NULL || problem != NULL || stopped);
  gtk_widget_set_visible (self->again, stopped);
  if (stopped)
    {
      set_mood (self, "ink2", "process-stop-symbolic", _ ("Stopped"));
      gtk_label_set_text (self->note_text, stopped_words (self));
    }
  else if (problem != NULL)
    {
      set_mood (self, "bad", "dialog-error-symbolic", _ ("Not feasible"));
      gtk_label_set_text (self->note_text, problem);
    }
  else if (roadmap != NULL && bf_session_shows_draft (self->session))
    {
      set_mood (self, "ink2", "content-loading-symbolic", _ ("First draft"));
      gtk_label_set_text (self->note_text, _ ("Better dates are being looked for"));
    }
  else if (roadmap != NULL)
    {
      set_mood (self, "good", "object-select-symbolic", _ ("Feasible"));
      text = bf_story_feasible (roadmap);
      gtk_label_set_text (self->note_text, text);
      bound = bf_roadmap_bound_sentence (roadmap);
    }
  gtk_widget_set_tooltip_text (self->note, bound ? bound : gtk_label_get_text (self->note_text));
}

static void
show_busy (BfSidebar *self)
{
  gtk_widget_set_visible (self->busy, bf_session_get_busy (self->session));
  gtk_progress_bar_set_fraction (self->progress, bf_session_get_progress (self->session));
}

static void
bf_sidebar_measure (GtkWidget *widget,
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
bf_sidebar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

static void
bf_sidebar_dispose (GObject *object)
{
  BfSidebar *self = BF_SIDEBAR (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->session);
  if (child != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bf_sidebar_parent_class)->dispose (object);
}

static void
bf_sidebar_class_init (BfSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_sidebar_dispose;
  widget_class->measure = bf_sidebar_measure;
  widget_class->size_allocate = bf_sidebar_size_allocate;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, BfSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, BfSidebar, busy);
  gtk_widget_class_bind_template_child (widget_class, BfSidebar, note);
  gtk_widget_class_bind_template_child (widget_class, BfSidebar, progress);
  gtk_widget_class_bind_template_child (widget_class, BfSidebar, note_icon);
  gtk_widget_class_bind_template_child (widget_class, BfSidebar, note_title);
  gtk_widget_class_bind_template_child (widget_class, BfSidebar, note_text);
  gtk_widget_class_bind_template_child (widget_class, BfSidebar, again);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
}

static void
bf_sidebar_init (BfSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, rule_above_cb, NULL, NULL);
}

void
bf_sidebar_add (BfSidebar *sidebar, const BfSidebarEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (_ (entry->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (entry->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (entry->title), -1);
  g_object_set_data (G_OBJECT (row), "entry", (gpointer) entry);
  gtk_list_box_append (sidebar->list, row);
}

void
bf_sidebar_set_session (BfSidebar *sidebar, BfSession *session)
{
  g_return_if_fail (sidebar->session == NULL);

  sidebar->session = g_object_ref (session);
  bf_session_watch (session, sidebar, G_CALLBACK (show_note), "roadmap", "problem", "busy", NULL);
  bf_session_watch (session, sidebar, G_CALLBACK (show_busy), "busy", "progress", NULL);
  show_note (sidebar);
  show_busy (sidebar);
}

void
bf_sidebar_set_page (BfSidebar *sidebar, const char *id)
{
  GtkListBoxRow *row;
  int i;

  for (i = 0; (row = gtk_list_box_get_row_at_index (sidebar->list, i)) != NULL; i++)
    if (g_str_equal (entry_of (row)->id, id))
      gtk_list_box_select_row (sidebar->list, row);
}
