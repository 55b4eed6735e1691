/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a lane's windows are open, when it is frozen, and when its systems' support ends. */

#include "bf-lane-layout-private.h"

#include <math.h>

#define BAND_MIN 9.0
#define BAND_ROUND_CUTOVER 1.5
#define STONE_WIDTH 8.0
#define STONE_LABEL_OFF 3.0
#define STONE_LABEL_GAP 5.0

/* --- Open stretches --- */

static void
add_stretch (GArray *bands, gint64 start, gint64 end, int window, gboolean freeze)
{
  BfBand band = { 0, 0, start, end, freeze, window };

  if (start < end)
    g_array_append_val (bands, band);
}

/* A window that names systems is open for them alone, so it makes no opening of the whole site. */
static gboolean
names_systems (const BfPlan *plan, int window)
{
  const BfWindow *row;

  if (window < 0)
    return FALSE;
  row = BF_ROW (plan, WINDOW, BfWindow, (guint) window);
  return row->systems && row->systems[0];
}

static GArray *
area_shutdowns (const BfRoadmap *roadmap, int area, gboolean whole)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (BfBand));
  guint n = 0;
  const BfStretch *stretches;

  if (!roadmap->calendar)
    return bands;
  stretches = bf_calendar_stretches (roadmap->calendar, area, &n);
  for (guint i = 0; i < n; i++)
    if (stretches[i].shutdown && !(whole && names_systems (roadmap->plan, stretches[i].window)))
      add_stretch (bands, stretches[i].start, stretches[i].end, stretches[i].window, FALSE);
  return bands;
}

/* The hours common to both lists; each is sorted by start. */
static GArray *
common_hours (const GArray *first, const GArray *second)
{
  GArray *common = g_array_new (FALSE, FALSE, sizeof (BfBand));

  for (guint i = 0; i < first->len; i++)
    for (guint j = 0; j < second->len; j++)
      {
        const BfBand *a = &g_array_index (first, BfBand, i);
        const BfBand *b = &g_array_index (second, BfBand, j);

        if (b->start >= a->end)
          break;
        add_stretch (common, MAX (a->start, b->start), MIN (a->end, b->end), a->window, FALSE);
      }
  return common;
}

static GArray *
site_shutdowns (const BfRoadmap *roadmap)
{
  int n_areas = (int) bf_plan_count (roadmap->plan, BF_AREA);
  GArray *common = area_shutdowns (roadmap, n_areas > 0 ? 0 : -1, TRUE);

  for (int area = 1; area < n_areas; area++)
    {
      g_autoptr (GArray) before = common;
      g_autoptr (GArray) more = area_shutdowns (roadmap, area, TRUE);

      common = common_hours (before, more);
    }
  return common;
}

/* --- Freezes --- */

static gboolean
window_meets_area (const BfPlan *plan, const BfWindow *window, int area)
{
  if (area < 0 || bf_areas_are_site (window->areas))
    return TRUE;
  for (guint i = 0; window->areas[i]; i++)
    if (bf_plan_index (plan, BF_AREA, window->areas[i]) == area)
      return TRUE;
  return FALSE;
}

static void
add_freezes (const BfRoadmap *roadmap, int area, GArray *bands)
{
  for (guint i = 0; i < bf_plan_count (roadmap->plan, BF_WINDOW); i++)
    {
      const BfWindow *window = BF_ROW (roadmap->plan, WINDOW, BfWindow, i);

      if (window->kind == BF_WINDOW_FREEZE && window->start != BF_BLANK &&
          window->end != BF_BLANK && window_meets_area (roadmap->plan, window, area))
        add_stretch (bands, window->start, window->end, (int) i, TRUE);
    }
}

/* --- Places on the axis --- */

static void
place_band (BfTimeAxis axis, BfBand *band)
{
  double left = bf_time_axis_minute_x (axis, band->start);
  double right = bf_time_axis_minute_x (axis, band->end);
  double width = MAX (right - left, band->freeze ? 0 : BAND_MIN);

  band->x = (left + right - width) / 2;
  band->width = width;
}

/* A band narrower than the mark of its cutover is drawn round the mark. */
static void
hold_cutover (BfLane *lane, const BfRect *post, gint64 start)
{
  for (guint i = 0; i < lane->n_bands; i++)
    {
      BfBand *band = &lane->bands[i];
      double left = MIN (band->x, post->x - BAND_ROUND_CUTOVER);
      double right = MAX (band->x + band->width, bf_rect_right (post) + BAND_ROUND_CUTOVER);

      if (band->freeze || start < band->start || start >= band->end)
        continue;
      band->x = left;
      band->width = right - left;
    }
}

static void
hold_cutovers (const BfLaneBuilder *builder, BfLane *lane)
{
  const BfLaneLayout *layout = builder->layout;

  for (guint i = lane->first_bar; i < lane->first_bar + lane->n_bars; i++)
    {
      const BfRoadmapStep *step = &builder->roadmap->steps[layout->bars[i].step];
      const BfStepParts *parts = layout->bars[i].parts;

      for (guint k = 0; k < parts->n_parts; k++)
        if (parts->parts[k].kind == BF_PART_CUTOVER)
          hold_cutover (lane, &parts->parts[k].box, step->cutovers[parts->parts[k].cutover].start);
    }
}

/* Only what meets the axis is kept. */
static void
take_bands (const BfLaneBuilder *builder, BfLane *lane, const GArray *bands)
{
  const BfLaneLayout *layout = builder->layout;

  lane->bands = g_new0 (BfBand, bands->len + 1);
  for (guint i = 0; i < bands->len; i++)
    {
      BfBand band = g_array_index (bands, BfBand, i);

      place_band (layout->axis, &band);
      if (band.x < layout->width && band.x + band.width > 0)
        lane->bands[lane->n_bands++] = band;
    }
  hold_cutovers (builder, lane);
}

static int
lane_area (const BfLaneBuilder *builder, const BfLane *lane)
{
  const BfPlan *plan = builder->roadmap->plan;
  const BfSystem *system;

  if (lane->system < 0)
    return lane->area;
  system = BF_ROW (plan, SYSTEM, BfSystem, (guint) lane->system);
  if (bf_areas_are_site (system->area) || !system->area[0] || system->area[1])
    return -1;
  return bf_plan_index (plan, BF_AREA, system->area[0]);
}

static void
free_bands (gpointer bands)
{
  if (bands)
    g_array_unref (bands);
}

/* Lanes of one area have the same bands, so each area's are found once. */
void
bf_lane_add_bands (const BfLaneBuilder *builder)
{
  const BfRoadmap *roadmap = builder->roadmap;
  guint n_areas = bf_plan_count (roadmap->plan, BF_AREA);
  g_autoptr (GPtrArray) known = g_ptr_array_new_with_free_func (free_bands);

  g_ptr_array_set_size (known, (int) n_areas + 1);
  for (guint i = 0; i < builder->layout->n_lanes; i++)
    {
      BfLane *lane = &builder->layout->lanes[i];
      int area = lane_area (builder, lane);
      GArray *bands = g_ptr_array_index (known, area + 1);

      if (!bands)
        {
          bands = area < 0 ? site_shutdowns (roadmap) : area_shutdowns (roadmap, area, FALSE);
          add_freezes (roadmap, area, bands);
          known->pdata[area + 1] = bands;
        }
      take_bands (builder, lane, bands);
    }
}

/* --- Stones --- */

static int
compare_stones (gconstpointer a, gconstpointer b)
{
  const BfStone *first = a, *second = b;

  if (first->day != second->day)
    return first->day < second->day ? -1 : 1;
  return first->system - second->system;
}

static double
stone_label_width (const BfLaneBuilder *builder, const BfStone *stone)
{
  const BfSystem *system = BF_ROW (builder->roadmap->plan, SYSTEM, BfSystem, (guint) stone->system);

  return builder->options->measure (system->row.key, BF_TEXT_STONE, builder->options->measure_data);
}

/* Right of its stone, else left of it, else no label. */
static void
label_stones (const BfLaneBuilder *builder, BfLane *lane)
{
  double taken = -G_MAXDOUBLE;

  for (guint i = 0; i < lane->n_stones; i++)
    {
      BfStone *stone = &lane->stones[i];
      double width = stone_label_width (builder, stone);
      double next =
          i + 1 < lane->n_stones ? lane->stones[i + 1].x - STONE_WIDTH / 2 : builder->layout->width;
      double right = stone->x + STONE_WIDTH / 2 + STONE_LABEL_OFF;
      double left = stone->x - STONE_WIDTH / 2 - STONE_LABEL_OFF - width;

      stone->labelled = TRUE;
      if (right + width + STONE_LABEL_GAP <= next)
        stone->label_x = right;
      else if (left >= taken + STONE_LABEL_GAP && left >= 0)
        stone->label_x = left;
      else
        stone->labelled = FALSE;
      taken = stone->x + STONE_WIDTH / 2;
      if (stone->labelled)
        taken = MAX (taken, stone->label_x + width);
    }
}

static void
add_stone (const BfLaneBuilder *builder, BfLane *lane, GArray *stones, guint system, gint64 day)
{
  BfStone stone = { 0 };

  if (builder->options->today != BF_BLANK && day <= builder->options->today)
    lane->n_past++;
  stone.system = (int) system;
  stone.day = day;
  stone.x = bf_time_axis_x (builder->layout->axis, day);
  if (stone.x >= 0 && stone.x <= builder->layout->width && !builder->layout->folded)
    g_array_append_val (stones, stone);
}

static void
lane_stones (const BfLaneBuilder *builder, BfLane *lane)
{
  const BfNeeds *needs = builder->roadmap->needs;
  int index = lane->system >= 0 ? lane->system : lane->area;
  GArray *stones = g_array_new (FALSE, FALSE, sizeof (BfStone));

  for (guint i = 0; i < bf_plan_count (builder->roadmap->plan, BF_SYSTEM); i++)
    if (needs->support_end[i] != BF_BLANK && bf_lane_of_system (builder, (int) i) == index)
      add_stone (builder, lane, stones, i, needs->support_end[i]);
  g_array_sort (stones, compare_stones);
  lane->n_stones = stones->len;
  lane->stones = (BfStone *) (gpointer) g_array_free (stones, FALSE);
  label_stones (builder, lane);
}

void
bf_lane_add_stones (const BfLaneBuilder *builder)
{
  const BfNeeds *needs = builder->roadmap->needs;

  if (!needs || !needs->support_end)
    return;
  for (guint i = 0; i < builder->layout->n_lanes; i++)
    lane_stones (builder, &builder->layout->lanes[i]);
}

GArray *
bf_lane_layout_free_days (BfTimeAxis axis, const BfCalendar *calendar, double from_x, double to_x)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (BfSpanX));
  gint64 first = MAX (axis.first_day, bf_calendar_first_day (calendar));
  gint64 last = MIN (axis.last_day, bf_calendar_last_day (calendar));

  first = MAX (first, bf_time_axis_day (axis, from_x));
  last = MIN (last, bf_time_axis_day (axis, to_x));
  for (gint64 day = first; day <= last; day++)
    {
      BfSpanX span = { bf_time_axis_x (axis, day), axis.px_per_day };

      if (bf_calendar_is_working (calendar, day))
        continue;
      if (spans->len > 0)
        {
          BfSpanX *before = &g_array_index (spans, BfSpanX, spans->len - 1);

          if (fabs (before->x + before->width - span.x) < 0.01)
            {
              before->width += span.width;
              continue;
            }
        }
      g_array_append_val (spans, span);
    }
  return spans;
}
