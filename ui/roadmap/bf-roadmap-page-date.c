/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "Plant on date": the cursor on the timeline and the panel beside it. */

#include "bf-date-panel.h"
#include "bf-roadmap-page-private.h"

static GAction *
date_action (BfRoadmapPage *page)
{
  return g_action_map_lookup_action (G_ACTION_MAP (page->actions), "date");
}

void
bf_roadmap_page_show_date (BfRoadmapPage *page, gint64 day)
{
  gboolean shown = day != BF_BLANK;

  g_simple_action_set_state (G_SIMPLE_ACTION (date_action (page)), g_variant_new_boolean (shown));
  bf_roadmap_view_set_date (page->view, day);
  bf_date_panel_set_day (BF_DATE_PANEL (page->date_panel), day);
  gtk_widget_set_visible (page->date_panel, shown);
  bf_roadmap_page_open_inspector (page, page->opened);
}

/* The selected step's release, else today, else the middle of what is seen. */
static gint64
first_date (BfRoadmapPage *page)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  int selected = bf_session_get_selected_index (page->session);
  gint64 today = bf_session_get_today (page->session);
  gint64 from, to;

  if (selected >= 0)
    return roadmap->steps[selected].finish;
  if (!bf_roadmap_view_get_visible_days (page->view, &from, &to))
    return today;
  return today > from + (to - from) / 20 && today <= to ? today : (from + to) / 2;
}

static void
date_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  BfRoadmapPage *page = data;
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);

  if (!g_variant_get_boolean (value))
    bf_roadmap_page_show_date (page, BF_BLANK);
  else if (roadmap && roadmap->n_steps > 0)
    {
      bf_roadmap_page_show_date (page, first_date (page));
      bf_roadmap_view_focus_date (page->view);
    }
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  bf_roadmap_page_show_date (data, BF_BLANK);
}

/* The release before or after a day; the day itself where there is none. */
static gint64
next_release (const BfRoadmap *roadmap, gint64 day, int direction)
{
  gint64 found = BF_BLANK;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      gint64 release = roadmap->steps[i].finish;

      if (direction > 0 ? release <= day : release >= day)
        continue;
      if (found == BF_BLANK || (direction > 0 ? release < found : release > found))
        found = release;
    }
  return found == BF_BLANK ? day : found;
}

static void
step_date_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  BfRoadmapPage *page = data;
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  gboolean later = g_str_equal (g_action_get_name (G_ACTION (action)), "date-later");
  gint64 day = bf_roadmap_view_get_date (page->view);

  if (!roadmap || day == BF_BLANK)
    return;
  day = next_release (roadmap, day, later ? 1 : -1);
  bf_roadmap_page_show_date (page, day);
  bf_roadmap_view_reveal_date (page->view);
}

static void
show_day_cb (GSimpleAction *action, GVariant *day, gpointer data)
{
  BfRoadmapPage *page = data;
  gint64 of;

  if (bf_day_parse (g_variant_get_string (day, NULL), &of))
    bf_roadmap_page_show_date (page, of);
}

void
bf_roadmap_page_add_date_actions (BfRoadmapPage *page)
{
  static const GActionEntry entries[] = {
    { "date", NULL, NULL, "false", date_cb, { 0 } },
    { "date-on", show_day_cb, "s", NULL, NULL, { 0 } },
    { "date-earlier", step_date_cb, NULL, NULL, NULL, { 0 } },
    { "date-later", step_date_cb, NULL, NULL, NULL, { 0 } },
    { "date-close", close_cb, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (
      G_ACTION_MAP (page->actions), entries, G_N_ELEMENTS (entries), page);
}
