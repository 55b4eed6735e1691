/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "bf-date-panel.h"
#include "bf-inspector.h"
#include "bf-minimap.h"
#include "bf-page.h"
#include "bf-roadmap-page-private.h"
#include "bf-team-strip.h"

#define TEAMS_HEIGHT 145 /* eight teams; more are scrolled to */

G_DEFINE_FINAL_TYPE (BfRoadmapPage, bf_roadmap_page, GTK_TYPE_WIDGET)

/* --- The legend of "Colour by" --- */

static void
swatch_draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer color)
{
  gdk_cairo_set_source_rgba (cr, color);
  cairo_paint (cr);
}

static GtkWidget *
swatch_new (GdkRGBA color)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 18);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 10);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area),
                                  swatch_draw_cb,
                                  gdk_rgba_copy (&color),
                                  (GDestroyNotify) gdk_rgba_free);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  return area;
}

static void
update_legend (BfRoadmapPage *page)
{
  const BfShadeScale *scale = bf_roadmap_view_get_scale (page->view);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (page->legend)))
    gtk_box_remove (GTK_BOX (page->legend), child);
  gtk_widget_set_visible (page->legend, scale != NULL);
  for (guint i = 0; scale && i < scale->n; i++)
    {
      GtkWidget *label = gtk_label_new (scale->names[i]);

      gtk_widget_add_css_class (label, "caption-ink");
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (page->legend),
                      swatch_new (bf_roadmap_view_shade_color (page->view, i)));
      gtk_box_append (GTK_BOX (page->legend), label);
    }
}

/* --- What is shown --- */

static const char *
state_of (BfRoadmapPage *page, const char *action)
{
  g_autoptr (GVariant) state =
      g_action_group_get_action_state (G_ACTION_GROUP (page->actions), action);

  return g_intern_string (g_variant_get_string (state, NULL));
}

static void
show_empty (BfRoadmapPage *page, const char *icon, const char *title, const char *text)
{
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page->empty), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (page->empty), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (page->empty), text);
  gtk_stack_set_visible_child_name (GTK_STACK (page->stack), "empty");
}

/* The one thing to do about it. */
static void
offer (BfRoadmapPage *page, const char *words, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (page->empty), button);
}

static void
apply_filter (BfRoadmapPage *page, const BfRoadmap *roadmap)
{
  guint n;
  gboolean *shown = bf_roadmap_filter_apply (roadmap, page->filter, &n);

  bf_roadmap_view_set_shown (page->view, shown);
  if (n > 0)
    {
      gtk_stack_set_visible_child_name (GTK_STACK (page->stack), "plan");
      return;
    }
  show_empty (page, "edit-find-symbolic", _ ("No step matches"), _ ("Clear the filter."));
  offer (page, _ ("Clear the Filter"), "roadmap.clear-filter");
}

/* What the person did last may be why: it is one press away from being undone. */
static void
show_problem (BfRoadmapPage *page, const char *problem)
{
  BfDocument *document = bf_session_get_document (page->session);
  const char *label = document ? bf_document_undo_label (document) : NULL;
  g_autofree char *words = NULL;

  show_empty (page, "dialog-warning-symbolic", _ ("No roadmap fits"), problem);
  if (!label)
    return;
  /* Translators: an edit, as it is named: "Move Cutover of “DNC host rescue”". */
  words = g_strdup_printf (_ ("Undo “%s”"), label);
  offer (page, words, "win.undo");
}

/* No roadmap, and none on its way. */
static void
show_nothing (BfRoadmapPage *page)
{
  const char *icon = "view-continuous-symbolic";

  if (bf_session_was_stopped (page->session))
    {
      show_empty (page, icon, _ ("Planning was stopped"), _ ("Plan again to see the roadmap."));
      offer (page, _ ("Plan Again"), "win.replan");
      return;
    }
  show_empty (page, icon, _ ("Nothing to plan yet"), _ ("Import systems or add a step."));
  offer (page, _ ("Import Spreadsheets…"), "win.import");
}

static void
show_plan (BfRoadmapPage *page, const BfRoadmap *roadmap)
{
  const char *problem = bf_session_get_problem (page->session);

  adw_status_page_set_child (ADW_STATUS_PAGE (page->empty), NULL);
  if (roadmap && roadmap->n_steps > 0)
    apply_filter (page, roadmap);
  else if (problem)
    show_problem (page, problem);
  else if (bf_session_get_busy (page->session))
    show_empty (page, "view-continuous-symbolic", _ ("Planning"), NULL);
  else
    show_nothing (page);
}

void
bf_roadmap_page_update_labels (BfRoadmapPage *page)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  gboolean systems = g_str_equal (state_of (page, "lanes"), "system");
  const char *colour = bf_shade_label (bf_shade_from_id (state_of (page, "colour")));
  g_autofree char *filter = bf_roadmap_filter_label (roadmap, page->filter);

  bf_roadmap_tools_set_words (page->tools, systems ? _ ("System") : _ ("Area"), colour, filter);
  show_plan (page, roadmap);
  bf_roadmap_tools_set_open (page->tools, roadmap, bf_session_get_plan (page->session));
  update_legend (page);
}

void
bf_roadmap_page_open_inspector (BfRoadmapPage *page, gboolean open)
{
  page->opened = open;
  gtk_widget_set_visible (page->inspector,
                          open && bf_roadmap_view_get_date (page->view) == BF_BLANK &&
                              bf_session_get_selected_index (page->session) >= 0);
}

static void
selected_cb (BfRoadmapPage *page)
{
  int step = bf_session_get_selected_index (page->session);

  bf_roadmap_view_select (page->view, step);
  bf_roadmap_view_reveal (page->view, step);
  bf_roadmap_page_open_inspector (page, page->opened);
  bf_roadmap_page_update_phases (page);
}

static void
roadmap_cb (BfRoadmapPage *page)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  g_autoptr (GMenuModel) menu = bf_roadmap_filter_menu (roadmap);
  g_autoptr (GMenuModel) phases = bf_roadmap_phases_menu (bf_session_get_plan (page->session));
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (page->view));

  bf_roadmap_view_set_roadmap (page->view, roadmap, bf_session_get_today (page->session));
  bf_roadmap_page_update_baseline (page);
  bf_roadmap_tools_set_filters (page->tools, menu);
  bf_roadmap_tools_set_phases (page->tools, phases);
  bf_roadmap_page_update_labels (page);
  selected_cb (page);
  if (focus && bf_session_get_selected_index (page->session) >= 0)
    bf_roadmap_view_focus_step (page->view, bf_session_get_selected_index (page->session));
}

static void
view_changed_cb (BfRoadmapPage *page)
{
  gint64 from, to;

  bf_roadmap_page_update_span (page);
  bf_roadmap_page_update_teams (page);
  if (bf_roadmap_view_get_visible_days (page->view, &from, &to))
    bf_session_set_visible (page->session, from, to);
}

static void
step_action_cb (BfRoadmapPage *page, int step, const char *action)
{
  bf_roadmap_page_act (page, step, action);
}

static void
step_moved_cb (BfRoadmapPage *page, int step, gint64 minute)
{
  bf_roadmap_page_move (page, step, minute);
}

static void
phase_menu_cb (BfRoadmapPage *page, int phase, double x, double y)
{
  bf_roadmap_page_show_phase_menu (page, phase, x, y);
}

static void
step_refused_cb (BfRoadmapPage *page, const char *sentence)
{
  bf_page_toast (GTK_WIDGET (page), sentence);
}

static void
date_moved_cb (BfRoadmapPage *page, gint64 day)
{
  bf_date_panel_set_day (BF_DATE_PANEL (page->date_panel), day);
}

/* Escape: first the date or the inspector, then the selection, then the timeline itself. */
static void
leave_cb (BfRoadmapPage *page)
{
  if (bf_roadmap_view_get_date (page->view) != BF_BLANK)
    bf_roadmap_page_show_date (page, BF_BLANK);
  else if (gtk_widget_get_visible (page->inspector))
    bf_roadmap_page_open_inspector (page, FALSE);
  else if (bf_session_get_selected_step (page->session))
    bf_session_set_selected_step (page->session, NULL);
  else
    gtk_widget_child_focus (GTK_WIDGET (page->tools), GTK_DIR_TAB_FORWARD);
}

/* --- Making --- */

static GtkWidget *
teams_new (BfRoadmapPage *page)
{
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());

  page->teams = GTK_WIDGET (scroller);
  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (scroller, TEAMS_HEIGHT);
  gtk_scrolled_window_set_child (scroller, bf_team_strip_new (page->view));
  gtk_widget_add_css_class (page->teams, "team-strip");
  gtk_widget_set_visible (page->teams, FALSE);
  return page->teams;
}

static GtkWidget *
timeline_new (BfRoadmapPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  page->view = BF_ROADMAP_VIEW (bf_roadmap_view_new ());
  page->legend = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (page->legend, "timeline-legend");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (page->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), page->legend);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), teams_new (page));
  gtk_box_append (GTK_BOX (box), bf_minimap_new (page->view));
  return box;
}

static GtkWidget *
left_side_new (BfRoadmapPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  page->stack = gtk_stack_new ();
  page->empty = adw_status_page_new ();
  gtk_stack_add_named (GTK_STACK (page->stack), timeline_new (page), "plan");
  gtk_stack_add_named (GTK_STACK (page->stack), page->empty, "empty");
  gtk_widget_set_hexpand (box, TRUE);
  page->tools = BF_ROADMAP_TOOLS (bf_roadmap_tools_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (page->tools));
  gtk_box_append (GTK_BOX (box), page->stack);
  return box;
}

static void
build (BfRoadmapPage *page)
{
  page->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (page->box), left_side_new (page));
  page->inspector = bf_inspector_new (page->session);
  gtk_widget_set_visible (page->inspector, FALSE);
  gtk_box_append (GTK_BOX (page->box), page->inspector);
  page->date_panel = bf_date_panel_new (page->session);
  gtk_widget_set_visible (page->date_panel, FALSE);
  gtk_box_append (GTK_BOX (page->box), page->date_panel);
  gtk_widget_set_parent (page->box, GTK_WIDGET (page));
}

static void
follow (BfRoadmapPage *page)
{
  const GConnectFlags swapped = G_CONNECT_SWAPPED;

  bf_session_watch (page->session, page, G_CALLBACK (roadmap_cb), "roadmap", NULL);
  bf_session_watch (page->session, page, G_CALLBACK (selected_cb), "selected-step", NULL);
  bf_session_watch (page->session,
                    page,
                    G_CALLBACK (bf_roadmap_page_update_labels),
                    "problem",
                    "plan",
                    "busy",
                    NULL);
  g_signal_connect_object (page->view, "step-action", G_CALLBACK (step_action_cb), page, swapped);
  g_signal_connect_object (page->view, "step-moved", G_CALLBACK (step_moved_cb), page, swapped);
  g_signal_connect_object (page->view, "step-refused", G_CALLBACK (step_refused_cb), page, swapped);
  g_signal_connect_object (page->view, "phase-menu", G_CALLBACK (phase_menu_cb), page, swapped);
  g_signal_connect_object (page->view, "date-moved", G_CALLBACK (date_moved_cb), page, swapped);
  g_signal_connect_object (page->view, "leave", G_CALLBACK (leave_cb), page, swapped);
  g_signal_connect_object (page->view, "view-changed", G_CALLBACK (view_changed_cb), page, swapped);
}

static void
dispose (GObject *object)
{
  BfRoadmapPage *page = BF_ROADMAP_PAGE (object);
  GtkWidget *child;

  if (page->session)
    g_signal_handlers_disconnect_by_data (page->session, page);
  /* The box, and a menu that is still open. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (page))))
    {
      g_signal_handlers_disconnect_by_data (child, page);
      gtk_widget_unparent (child);
    }
  page->box = NULL;
  g_clear_object (&page->actions);
  g_clear_object (&page->step_actions);
  g_clear_object (&page->phase_actions);
  g_clear_object (&page->session);
  g_clear_pointer (&page->filter, g_free);
  g_clear_pointer (&page->asked, g_free);
  G_OBJECT_CLASS (bf_roadmap_page_parent_class)->dispose (object);
}

static void
bf_roadmap_page_class_init (BfRoadmapPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "roadmappage");
}

static void
bf_roadmap_page_init (BfRoadmapPage *page)
{
  page->opened = TRUE;
  bf_roadmap_page_add_actions (page);
}

GtkWidget *
bf_roadmap_page_new (BfSession *session)
{
  BfRoadmapPage *page = g_object_new (BF_TYPE_ROADMAP_PAGE, NULL);

  page->session = g_object_ref (session);
  build (page);
  follow (page);
  roadmap_cb (page);
  return GTK_WIDGET (page);
}
