/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done on the Roadmap page, each an action with a name. */

#include <glib/gi18n-lib.h>

#include "bf-baselines.h"
#include "bf-dialogs.h"
#include "bf-inspector.h"
#include "bf-page.h"
#include "bf-roadmap-page-private.h"
#include "bf-step-edits.h"

#define QUARTER_DAYS 92
#define YEAR_DAYS 366
#define BUTTON_ZOOM 1.4

/* --- Steps --- */

/* A popover must not go while it still tells that it has closed. */
static gboolean
unparent_later (gpointer popover)
{
  gtk_widget_unparent (popover);
  g_object_unref (popover);
  return G_SOURCE_REMOVE;
}

static void
menu_closed_cb (GtkPopover *popover, BfRoadmapPage *page)
{
  int step = page->session ? bf_session_get_selected_index (page->session) : -1;

  if (step >= 0)
    bf_roadmap_view_focus_step (page->view, step);
  g_idle_add (unparent_later, g_object_ref (popover));
}

/* A popover of the page, not of the bar: a bar is no place that the keyboard enters. */
static void
point_at (BfRoadmapPage *page, GtkWidget *popover, GtkWidget *bar)
{
  graphene_rect_t bounds;
  GdkRectangle place;

  gtk_widget_set_parent (popover, GTK_WIDGET (page));
  if (!gtk_widget_compute_bounds (bar, GTK_WIDGET (page), &bounds))
    return;
  place = (GdkRectangle){
    (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height
  };
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
}

void
bf_roadmap_page_pop_up (BfRoadmapPage *page, GMenuModel *menu, GdkRectangle at)
{
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  gtk_widget_set_parent (popover, GTK_WIDGET (page));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &at);
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), page);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static GMenuModel *
step_menu_new (const BfPlan *plan)
{
  static const struct
  {
    const char *label, *action, *key;
  } entries[] = {
    { N_ ("Why Here?"), "step.open", "Return" },
    { N_ ("What Would Bring It Forward?"), "step.seek-earlier", "e" },
    { N_ ("Move to the Window Before"), "step.earlier", "<Control>Left" },
    { N_ ("Move to the Next Window"), "step.later", "<Control>Right" },
    { N_ ("Pin Here"), "step.pin", "p" },
    { N_ ("Release Pin"), "step.unpin", "<Shift>p" },
    { N_ ("Accept"), "step.accept", NULL },
    { N_ ("Reject…"), "step.reject", "Delete" },
  };
  g_autoptr (GMenuModel) phases = bf_roadmap_move_menu (plan);
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (entries[i].label), entries[i].action);

      if (entries[i].key)
        g_menu_item_set_attribute (item, "accel", "s", entries[i].key);
      g_menu_append_item (menu, item);
    }
  g_menu_append_submenu (menu, _ ("Move to Phase"), phases);
  return G_MENU_MODEL (menu);
}

/* The selection may have opened the inspector: the bar stands where it stays one frame later. */
static gboolean
show_menu_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  BfRoadmapPage *page = BF_ROADMAP_PAGE (widget);
  int step = bf_session_get_selected_index (page->session);
  GtkWidget *bar = step < 0 ? NULL : bf_roadmap_view_get_bar (page->view, step);
  g_autoptr (GMenuModel) menu = step_menu_new (bf_session_get_plan (page->session));
  GtkWidget *popover;

  if (--page->menu_frames > 0)
    return G_SOURCE_CONTINUE;
  if (!bar)
    return G_SOURCE_REMOVE;
  popover = gtk_popover_menu_new_from_model (menu);
  point_at (page, popover, bar);
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed_cb), page);
  gtk_popover_popup (GTK_POPOVER (popover));
  return G_SOURCE_REMOVE;
}

static void
show_menu (BfRoadmapPage *page, int step)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);

  bf_session_set_selected_step (page->session, roadmap->steps[step].key);
  if (page->menu_frames <= 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (page), show_menu_cb, NULL, NULL);
  page->menu_frames = 2;
}

typedef gboolean (*StepEdit) (BfSession *session, const BfRoadmapStep *step, GError **error);

static gboolean
move_earlier (BfSession *session, const BfRoadmapStep *step, GError **error)
{
  return bf_step_move_cutover (session, step, -1, error);
}

static gboolean
move_later (BfSession *session, const BfRoadmapStep *step, GError **error)
{
  return bf_step_move_cutover (session, step, 1, error);
}

static gboolean
accept_step (BfSession *session, const BfRoadmapStep *step, GError **error)
{
  return bf_step_set_status (
      session, step->key, step->short_title, BF_STATUS_ACCEPTED, NULL, error);
}

static const struct
{
  const char *action;
  StepEdit edit;
} edits[] = {
  { "step.earlier", move_earlier }, { "step.later", move_later },   { "step.pin", bf_step_pin },
  { "step.unpin", bf_step_unpin },  { "step.accept", accept_step },
};

static void
edit_step (BfRoadmapPage *page, int step, const char *action)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    if (g_str_equal (edits[i].action, action) &&
        !edits[i].edit (page->session, &roadmap->steps[step], &error))
      {
        bf_page_toast (GTK_WIDGET (page), error->message);
        return;
      }
}

static void
tell (BfRoadmapPage *page, const GError *error)
{
  bf_page_toast (GTK_WIDGET (page), error->message);
}

void
bf_roadmap_page_move (BfRoadmapPage *page, int step, gint64 minute)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  g_autoptr (GError) error = NULL;

  if (!bf_step_pin_at (page->session, &roadmap->steps[step], minute, &error))
    tell (page, error);
}

/* --- Rejecting, with a reason --- */

static void
reject_because (BfRoadmapPage *page, const char *key, const char *reason)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  int at = roadmap && key ? bf_roadmap_find (roadmap, key) : -1;
  g_autoptr (GError) error = NULL;

  if (at >= 0 &&
      !bf_step_set_status (
          page->session, key, roadmap->steps[at].short_title, BF_STATUS_REJECTED, reason, &error))
    tell (page, error);
}

static void
reject_reason_cb (const char *reason, gpointer owner)
{
  BfRoadmapPage *page = owner;

  if (page->session)
    reject_because (page, page->asked, reason);
}

static void
ask_to_reject (BfRoadmapPage *page, const BfRoadmapStep *step)
{
  /* Translators: title of a step. */
  g_autofree char *heading = g_strdup_printf (_ ("Reject “%s”?"), step->short_title);

  g_free (page->asked);
  page->asked = g_strdup (step->key);
  bf_dialogs_ask_reason (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                         heading,
                         _ ("The roadmap is planned again without it. What it would have met is "
                            "listed as open."),
                         _ ("_Reject"),
                         reject_reason_cb,
                         page);
}

static void
reject_because_cb (GSimpleAction *action, GVariant *reason, gpointer data)
{
  BfRoadmapPage *page = data;

  reject_because (
      page, bf_session_get_selected_step (page->session), g_variant_get_string (reason, NULL));
}

/* A step that was rejected is not on the roadmap: its key names it. */
static void
accept_key_cb (GSimpleAction *action, GVariant *key, gpointer data)
{
  BfRoadmapPage *page = data;
  const char *name = g_variant_get_string (key, NULL);
  g_autoptr (GError) error = NULL;

  if (!bf_step_set_status (page->session, name, name, BF_STATUS_ACCEPTED, NULL, &error))
    tell (page, error);
}

/* --- The baseline --- */

static void
set_baseline (BfRoadmapPage *page, const char *reason)
{
  g_autoptr (GError) error = NULL;

  if (!bf_baseline_set (page->session, reason, &error))
    tell (page, error);
  else
    g_action_group_change_action_state (
        G_ACTION_GROUP (page->actions), "baseline", g_variant_new_boolean (TRUE));
}

static void
baseline_reason_cb (const char *reason, gpointer owner)
{
  BfRoadmapPage *page = owner;

  if (page->session)
    set_baseline (page, reason);
}

static void
set_baseline_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bf_dialogs_ask_reason (GTK_WINDOW (gtk_widget_get_root (data)),
                         _ ("Set the baseline?"),
                         _ ("The roadmap as it stands is kept. Later ones show where they differ."),
                         _ ("_Set Baseline"),
                         baseline_reason_cb,
                         data);
}

static void
set_baseline_because_cb (GSimpleAction *action, GVariant *reason, gpointer data)
{
  set_baseline (data, g_variant_get_string (reason, NULL));
}

void
bf_roadmap_page_update_baseline (BfRoadmapPage *page)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (page->actions), "baseline");
  g_autoptr (GVariant) state = g_action_get_state (action);
  const BfBaseline *newest = roadmap ? bf_baseline_newest (roadmap->plan) : NULL;
  BfBaselineDates *dates = NULL;
  g_autoptr (GError) error = NULL;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), newest != NULL);
  if (newest && g_variant_get_boolean (state))
    {
      dates = bf_baseline_dates_new (newest, roadmap, &error);
      if (!dates)
        tell (page, error);
    }
  bf_roadmap_view_set_baseline (page->view, dates);
}

static void
baseline_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  g_simple_action_set_state (action, value);
  bf_roadmap_page_update_baseline (data);
}

/* --- Teams --- */

void
bf_roadmap_page_update_teams (BfRoadmapPage *page)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (page->actions), "teams");
  const BfLaneLayout *layout = bf_roadmap_view_get_layout (page->view);
  g_autoptr (GVariant) state = g_action_get_state (action);
  gboolean wanted = g_variant_get_boolean (state);

  if (!page->teams_said && layout)
    {
      wanted = bf_time_axis_zoom (layout->axis) >= BF_ZOOM_WEEKS;
      if (wanted != g_variant_get_boolean (state))
        g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (wanted));
    }
  gtk_widget_set_visible (page->teams, wanted);
}

static void
teams_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  BfRoadmapPage *page = data;

  page->teams_said = TRUE;
  g_simple_action_set_state (action, value);
  bf_roadmap_page_update_teams (page);
}

/* --- What can be done to a step --- */

static void
open_step (BfRoadmapPage *page, const BfRoadmapStep *step)
{
  bf_session_set_selected_step (page->session, step->key);
  bf_roadmap_page_open_inspector (page, TRUE);
}

void
bf_roadmap_page_act (BfRoadmapPage *page, int step, const char *action)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);

  if (!roadmap || step < 0 || step >= (int) roadmap->n_steps)
    return;
  if (g_str_equal (action, "step.select"))
    bf_session_set_selected_step (page->session, roadmap->steps[step].key);
  else if (g_str_equal (action, "step.close"))
    bf_roadmap_page_open_inspector (page, FALSE);
  else if (g_str_equal (action, "step.menu"))
    show_menu (page, step);
  else if (g_str_equal (action, "step.reject"))
    ask_to_reject (page, &roadmap->steps[step]);
  else if (g_str_equal (action, "step.open"))
    open_step (page, &roadmap->steps[step]);
  else if (g_str_equal (action, "step.seek-earlier"))
    {
      open_step (page, &roadmap->steps[step]);
      bf_inspector_seek_earlier (BF_INSPECTOR (page->inspector));
    }
  else if (g_str_equal (action, "step.cancel-earlier"))
    bf_inspector_cancel_earlier (BF_INSPECTOR (page->inspector));
  else
    edit_step (page, step, action);
}

/* From one step to another that it waits for: the bar has the focus then. */
static void
jump_cb (GSimpleAction *action, GVariant *key, gpointer data)
{
  BfRoadmapPage *page = data;
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  int step = roadmap ? bf_roadmap_find (roadmap, g_variant_get_string (key, NULL)) : -1;

  if (step < 0)
    return;
  open_step (page, &roadmap->steps[step]);
  bf_roadmap_view_focus_step (page->view, step);
}

static void
step_action_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BfRoadmapPage *page = data;
  g_autofree char *name = g_strconcat ("step.", g_action_get_name (G_ACTION (action)), NULL);

  bf_roadmap_page_act (page, bf_session_get_selected_index (page->session), name);
}

/* --- The timeline --- */

static void
lanes_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  BfRoadmapPage *page = data;
  gboolean by_system = g_str_equal (g_variant_get_string (value, NULL), "system");

  g_simple_action_set_state (action, value);
  bf_roadmap_view_set_lanes (page->view, by_system ? BF_LANES_SYSTEM : BF_LANES_AREA);
  bf_roadmap_page_update_labels (page);
}

static void
colour_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  BfRoadmapPage *page = data;

  g_simple_action_set_state (action, value);
  bf_roadmap_view_set_shade (page->view, bf_shade_from_id (g_variant_get_string (value, NULL)));
  bf_roadmap_page_update_labels (page);
}

static void
filter_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  BfRoadmapPage *page = data;

  g_simple_action_set_state (action, value);
  g_free (page->filter);
  page->filter = g_variant_dup_string (value, NULL);
  bf_roadmap_page_update_labels (page);
}

static void
span_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  BfRoadmapPage *page = data;
  const char *span = g_variant_get_string (value, NULL);

  if (g_str_equal (span, "quarter"))
    bf_roadmap_view_show_days (page->view, QUARTER_DAYS);
  else if (g_str_equal (span, "year"))
    bf_roadmap_view_show_days (page->view, YEAR_DAYS);
  else
    bf_roadmap_view_fit (page->view);
  g_simple_action_set_state (action, value);
}

/* Fit stays lit while it holds; the other two are places that one comes to and leaves. */
void
bf_roadmap_page_update_span (BfRoadmapPage *page)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (page->actions), "span");
  const char *span = bf_roadmap_view_is_fit (page->view) ? "fit" : "";
  gint64 from, to;

  if (!*span && bf_roadmap_view_get_visible_days (page->view, &from, &to))
    {
      gint64 days = to - from + 1;

      if (ABS (days - QUARTER_DAYS) <= 1)
        span = "quarter";
      else if (ABS (days - YEAR_DAYS) <= 1)
        span = "year";
    }
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (span));
}

static void
zoom_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BfRoadmapPage *page = data;
  gboolean in = g_str_equal (g_action_get_name (G_ACTION (action)), "zoom-in");

  bf_roadmap_view_zoom_by (page->view, in ? BUTTON_ZOOM : 1 / BUTTON_ZOOM);
}

static void
clear_filter_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BfRoadmapPage *page = data;

  g_action_group_change_action_state (
      G_ACTION_GROUP (page->actions), "filter", g_variant_new_string ("all"));
}

void
bf_roadmap_page_add_actions (BfRoadmapPage *page)
{
  static const GActionEntry entries[] = {
    { "lanes", NULL, "s", "'area'", lanes_cb, { 0 } },
    { "colour", NULL, "s", "'activity'", colour_cb, { 0 } },
    { "filter", NULL, "s", "'all'", filter_cb, { 0 } },
    { "span", NULL, "s", "'fit'", span_cb, { 0 } },
    { "zoom-in", zoom_cb, NULL, NULL, NULL, { 0 } },
    { "zoom-out", zoom_cb, NULL, NULL, NULL, { 0 } },
    { "clear-filter", clear_filter_cb, NULL, NULL, NULL, { 0 } },
    { "baseline", NULL, NULL, "true", baseline_cb, { 0 } },
    { "set-baseline", set_baseline_cb, NULL, NULL, NULL, { 0 } },
    { "set-baseline-because", set_baseline_because_cb, "s", NULL, NULL, { 0 } },
    { "teams", NULL, NULL, "false", teams_cb, { 0 } },
    { "accept", accept_key_cb, "s", NULL, NULL, { 0 } },
  };
  static const GActionEntry with_words[] = {
    { "reject-because", reject_because_cb, "s", NULL, NULL, { 0 } },
    { "jump", jump_cb, "s", NULL, NULL, { 0 } },
  };
  static const char *const step_names[] = { "open",         "earlier",       "later",  "pin",
                                            "unpin",        "accept",        "reject", "close",
                                            "seek-earlier", "cancel-earlier" };

  page->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (page->actions), entries, G_N_ELEMENTS (entries), page);
  bf_roadmap_page_add_date_actions (page);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "roadmap", G_ACTION_GROUP (page->actions));
  page->step_actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (step_names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (step_names[i], NULL);

      g_signal_connect (action, "activate", G_CALLBACK (step_action_cb), page);
      g_action_map_add_action (G_ACTION_MAP (page->step_actions), G_ACTION (action));
    }
  g_action_map_add_action_entries (
      G_ACTION_MAP (page->step_actions), with_words, G_N_ELEMENTS (with_words), page);
  bf_roadmap_page_add_phase_actions (page);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "step", G_ACTION_GROUP (page->step_actions));
}
