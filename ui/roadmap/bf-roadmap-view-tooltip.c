/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline says under the pointer where there is no bar: phases and gates, shutdowns and
 * freezes with the areas they are for, ends of support, and what stands in the head of a lane. */

#include "bf-roadmap-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-format.h"

#define NEAR 6.0
#define STONE_NEAR 9.0

static void
new_paragraph (GString *text)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
}

/* --- Header --- */

static void
append_phase (BfRoadmapView *view, const BfRoadmapPhase *phase, GString *text)
{
  g_autofree char *days = bf_format_days (phase->start, phase->finish);
  g_autofree char *after = bf_roadmap_phase_after (view->roadmap, (guint) phase->position);

  new_paragraph (text);
  /* Translators: number and name of a phase, its days. */
  g_string_append_printf (text, _ ("Phase %s, %s: %s"), phase->id, phase->name, days);
  if (phase->gate != BF_BLANK)
    {
      g_autofree char *gate = bf_format_day (phase->gate);

      /* Translators: a day, behind the days of a phase. */
      g_string_append_printf (text, _ (", gate on %s"), gate);
    }
  else
    g_string_append (text, _ (", no gate"));
  g_string_append_printf (text, "\n%s", after);
}

/* Gates may lie on each other: all of them are told. */
static void
append_phases (BfRoadmapView *view, double x, GString *text)
{
  for (guint i = 0; i < view->layout->n_ribbons; i++)
    {
      const BfRibbon *ribbon = &view->layout->ribbons[i];
      gboolean inside = x >= ribbon->x && x < ribbon->x + ribbon->width;

      if (inside || (!isnan (ribbon->gate_x) && fabs (ribbon->gate_x - x) <= NEAR + 2))
        append_phase (view, &view->roadmap->phases[ribbon->phase], text);
    }
}

static const char *
area_name (const BfPlan *plan, const char *key)
{
  const BfArea *area = BF_FIND (plan, AREA, BfArea, key);

  return area && area->name ? area->name : key;
}

static void
append_areas (const BfPlan *plan, const char *const *areas, GString *text)
{
  if (bf_areas_are_site (areas))
    {
      g_string_append (text, _ (", whole site"));
      return;
    }
  for (guint i = 0; areas[i]; i++)
    g_string_append_printf (text, ", %s", area_name (plan, areas[i]));
}

static void
append_window (
    BfRoadmapView *view, int window, gint64 start, gint64 end, const char *assumed, GString *text)
{
  const BfWindow *row =
      window < 0 ? NULL : BF_ROW (view->roadmap->plan, WINDOW, BfWindow, (guint) window);
  g_autofree char *days = bf_format_days (bf_minute_day (start), bf_minute_day (end - 1));

  new_paragraph (text);
  if (row)
    g_string_append (text, row->name ? row->name : row->row.key);
  else
    /* Translators: short name of an assumed shutdown, "Summer". */
    g_string_append_printf (text, _ ("%s, assumed"), assumed ? assumed : _ ("Shutdown"));
  g_string_append_printf (text, "\n%s", days);
  if (row)
    append_areas (view->roadmap->plan, row->areas, text);
}

static void
append_marks (BfRoadmapView *view, gboolean freezes, double x, GString *text)
{
  for (guint i = 0; i < view->layout->n_marks; i++)
    {
      const BfStripMark *mark = &view->layout->marks[i];
      double left = mark->labelled ? MIN (mark->x, mark->label_x) : mark->x;
      double right = mark->x + mark->width;

      if (mark->freeze == freezes && x >= left - NEAR / 2 && x <= right + NEAR / 2)
        append_window (view, mark->window, mark->start, mark->end, mark->name, text);
    }
}

static void
describe_header (BfRoadmapView *view, double x, double y, GString *text)
{
  double phases = BF_HEADER_MAJOR + BF_HEADER_MINOR;
  double shutdowns = phases + BF_HEADER_PHASES;

  if (y < phases)
    return;
  if (y < shutdowns)
    append_phases (view, x, text);
  else
    append_marks (view, y >= shutdowns + BF_HEADER_STRIP, x, text);
}

/* --- Lanes --- */

static void
append_stone (BfRoadmapView *view, const BfStone *stone, GString *text)
{
  const BfSystem *system = BF_ROW (view->roadmap->plan, SYSTEM, BfSystem, (guint) stone->system);
  g_autofree char *day = bf_format_day (stone->day);

  new_paragraph (text);
  /* Translators: key and name of a system, a day. */
  g_string_append_printf (text,
                          _ ("%s, %s: support ends on %s"),
                          system->row.key,
                          system->name ? system->name : "",
                          day);
}

static void
describe_lane (BfRoadmapView *view, const BfLane *lane, double x, double y, GString *text)
{
  if (y < lane->y + BF_LANE_STRIP_HEIGHT)
    for (guint i = 0; i < lane->n_stones; i++)
      if (fabs (lane->stones[i].x - x) <= STONE_NEAR)
        append_stone (view, &lane->stones[i], text);
  for (guint i = 0; i < lane->n_bands; i++)
    {
      const BfBand *band = &lane->bands[i];

      if (x >= band->x && x <= band->x + band->width)
        append_window (view, band->window, band->start, band->end, NULL, text);
    }
}

/* The whole name, and which systems are meant by "5 past support". */
static void
describe_head (BfRoadmapView *view, const BfLane *lane, GString *text)
{
  guint told = 0;

  g_string_append (text, lane->name);
  if (lane->slim)
    g_string_append (text, _ (": no step is shown here"));
  for (guint i = 0; i < lane->n_stones; i++)
    if (view->today != BF_BLANK && lane->stones[i].day <= view->today)
      {
        append_stone (view, &lane->stones[i], text);
        told++;
      }
  if (lane->n_past > told)
    /* Translators: systems of a lane whose support ended before the timeline begins. */
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "\n%u system whose support ended before",
                                         "\n%u systems whose support ended before",
                                         lane->n_past - told),
                            lane->n_past - told);
}

static const BfLane *
lane_at (BfRoadmapView *view, double y)
{
  for (guint i = 0; i < view->layout->n_lanes; i++)
    if (y >= view->layout->lanes[i].y &&
        y < view->layout->lanes[i].y + view->layout->lanes[i].height)
      return &view->layout->lanes[i];
  return NULL;
}

char *
bf_roadmap_view_describe (BfRoadmapView *view, double x, double y)
{
  BfRect seen = bf_roadmap_view_get_seen (view);
  g_autoptr (GString) text = g_string_new (NULL);
  const BfLane *lane;

  if (!view->layout)
    return NULL;
  x /= view->magnify;
  y /= view->magnify;
  lane = y < BF_HEADER_HEIGHT ? NULL : lane_at (view, y - BF_HEADER_HEIGHT + seen.y);
  if (y < BF_HEADER_HEIGHT && x >= BF_LANE_HEAD_WIDTH)
    describe_header (view, x - BF_LANE_HEAD_WIDTH + seen.x, y, text);
  else if (lane && x < BF_LANE_HEAD_WIDTH)
    describe_head (view, lane, text);
  else if (lane)
    describe_lane (
        view, lane, x - BF_LANE_HEAD_WIDTH + seen.x, y - BF_HEADER_HEIGHT + seen.y, text);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

gboolean
bf_roadmap_view_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  BfRoadmapView *view = BF_ROADMAP_VIEW (widget);
  g_autofree char *text = NULL;

  if (keyboard || view->moving >= 0)
    return FALSE;
  text = bf_roadmap_view_describe (view, x, y);
  if (text)
    gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}
