/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-lane-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LANE_BOTTOM 3.0
#define LANE_HEAD_LINE 15.0
#define SLIM_HEIGHT 22.0
#define MAX_SPREAD 12.0
#define FOLDED_HEIGHT 6.0
#define FOLDED_PITCH 9.0
#define RANGE_LEAD_DAYS 4
#define RANGE_TAIL_DAYS 10
#define RANGE_TODAY_DAYS 120 /* today is shown when it lies that long before the plan */
#define WALK_NEAR_LANES 1e6

/* --- Which lane --- */

static gboolean
by_area (const BfLaneBuilder *builder)
{
  return builder->options->by == BF_LANES_AREA;
}

/* The one area of a list of keys; -1: the whole site, or several. */
static int
single_area (const BfPlan *plan, const char *const *areas)
{
  if (bf_areas_are_site (areas) || !areas[0] || areas[1])
    return -1;
  return bf_plan_index (plan, BF_AREA, areas[0]);
}

int
bf_lane_of_system (const BfLaneBuilder *builder, int system)
{
  const BfPlan *plan = builder->roadmap->plan;
  const BfSystem *row = BF_ROW (plan, SYSTEM, BfSystem, (guint) system);

  return by_area (builder) ? single_area (plan, row->area) : system;
}

/* Area or system of a step's lane; -1: the whole site. */
static int
lane_of_step (const BfLaneBuilder *builder, const BfRoadmapStep *step)
{
  const BfStep *of = step->step;

  if (!of)
    return -1;
  if (!by_area (builder))
    return of->systems && of->systems->len > 0 ? g_array_index (of->systems, int, 0) : -1;
  if (of->scope == BF_SCOPE_SITE || !of->areas || of->areas->len != 1)
    return -1;
  return g_array_index (of->areas, int, 0);
}

static const char *
lane_name (const BfLaneBuilder *builder, int index)
{
  const BfPlan *plan = builder->roadmap->plan;
  const char *name;

  if (index < 0)
    return by_area (builder) ? _ ("Whole site") : _ ("No system");
  if (by_area (builder))
    {
      name = BF_ROW (plan, AREA, BfArea, (guint) index)->name;
      return name ? name : BF_ROW (plan, AREA, BfArea, (guint) index)->row.key;
    }
  return BF_ROW (plan, SYSTEM, BfSystem, (guint) index)->row.key;
}

static gboolean
is_shown (const BfLaneBuilder *builder, guint step)
{
  return !builder->options->shown || builder->options->shown[step];
}

/* --- Bars by lane and start --- */

typedef struct
{
  int lane; /* index of area or system; -1 first */
  int step;
  gint64 start;
} Placed;

static int
compare_placed (gconstpointer a, gconstpointer b, gpointer data)
{
  const Placed *first = a, *second = b;
  const BfRoadmap *roadmap = data;

  if (first->lane != second->lane)
    return first->lane < second->lane ? -1 : 1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return g_strcmp0 (roadmap->steps[first->step].key, roadmap->steps[second->step].key);
}

static GArray *
placed_steps (const BfLaneBuilder *builder)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  for (guint i = 0; i < builder->roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &builder->roadmap->steps[i];
      Placed item = { lane_of_step (builder, step), (int) i, step->start };

      if (is_shown (builder, i))
        g_array_append_val (placed, item);
    }
  g_array_sort_with_data (placed, compare_placed, (gpointer) builder->roadmap);
  return placed;
}

static void
make_bars (const BfLaneBuilder *builder, const GArray *placed)
{
  BfLaneLayout *layout = builder->layout;
  g_autofree BfStepStates *states = bf_step_states_new (builder->roadmap);

  layout->n_rows = builder->roadmap->n_steps;
  layout->bar_of = g_new (int, layout->n_rows + 1);
  for (guint i = 0; i < layout->n_rows; i++)
    layout->bar_of[i] = -1;
  layout->n_bars = placed->len;
  layout->bars = g_new0 (BfBarBox, placed->len + 1);
  for (guint i = 0; i < placed->len; i++)
    {
      int step = g_array_index (placed, Placed, i).step;

      layout->bars[i].step = step;
      layout->bar_of[step] = (int) i;
      layout->bars[i].parts = bf_step_parts_new (
          &builder->roadmap->steps[step], layout->axis, layout->size, states[step]);
    }
}

/* A lane for each area, also for one without steps; by system only those with steps. */
static void
add_lane (const BfLaneBuilder *builder, GArray *lanes, int index, guint first, guint n)
{
  BfLane lane = { 0 };

  if (n == 0 && (index < 0 || !by_area (builder)))
    return;
  lane.area = by_area (builder) ? index : -1;
  lane.system = by_area (builder) ? -1 : index;
  lane.name = lane_name (builder, index);
  lane.wraps = builder->options->measure (lane.name, BF_TEXT_LANE, builder->options->measure_data) >
               BF_LANE_NAME_WIDTH;
  lane.first_bar = first;
  lane.n_bars = lane.n_steps = n;
  lane.slim = n == 0;
  for (guint i = first; i < first + n; i++)
    builder->layout->bars[i].lane = lanes->len;
  g_array_append_val (lanes, lane);
}

static void
make_lanes (const BfLaneBuilder *builder, const GArray *placed)
{
  const BfPlan *plan = builder->roadmap->plan;
  int n = (int) bf_plan_count (plan, by_area (builder) ? BF_AREA : BF_SYSTEM);
  GArray *lanes = g_array_new (FALSE, TRUE, sizeof (BfLane));
  guint at = 0;

  for (int index = -1; index < n; index++)
    {
      guint first = at;

      while (at < placed->len && g_array_index (placed, Placed, at).lane == index)
        at++;
      add_lane (builder, lanes, index, first, at - first);
    }
  builder->layout->n_lanes = lanes->len;
  builder->layout->lanes = (BfLane *) (gpointer) g_array_free (lanes, FALSE);
}

/* --- Heights --- */

static gboolean
lane_has_selected (const BfLaneLayout *layout, const BfLane *lane, guint *row)
{
  int bar = layout->selected < 0 ? -1 : layout->bar_of[layout->selected];

  if (bar < (int) lane->first_bar || bar >= (int) (lane->first_bar + lane->n_bars))
    return FALSE;
  *row = layout->bars[bar].row;
  return TRUE;
}

/* Name, count of steps, and, on a line of its own unless @joins, what is past support. */
static double
head_height (const BfLane *lane, gboolean joins)
{
  if (lane->slim)
    return SLIM_HEIGHT + LANE_HEAD_LINE * lane->wraps;
  return 10 + LANE_HEAD_LINE * (2 + (lane->n_past > 0 && !joins) + lane->wraps);
}

/* Tops of the rows, from @y on; returns the bottom of the lane. */
static double
place_rows (BfLaneLayout *layout, BfLane *lane, double y, double gap)
{
  double height = layout->folded ? FOLDED_HEIGHT : bf_bar_height (layout->size);
  double step = layout->folded ? FOLDED_PITCH : height + gap + (layout->ghosts ? BF_GHOST_ROOM : 0);
  guint selected_row = 0;
  gboolean opens = !layout->folded && lane_has_selected (layout, lane, &selected_row);

  lane->y = y;
  y += BF_LANE_STRIP_HEIGHT + (gap - layout->row_gap) / 2;
  for (guint row = 0; row < lane->n_rows && !lane->slim; row++)
    {
      if (opens && row == selected_row)
        y += BF_SELECTED_ABOVE;
      lane->row_y[row] = y;
      y += step;
      if (opens && row == selected_row)
        y += BF_SELECTED_BELOW;
    }
  y += LANE_BOTTOM - (gap - layout->row_gap) / 2;
  lane->joins = lane->n_past > 0 && y - lane->y < head_height (lane, FALSE);
  lane->height = MAX (y - lane->y, head_height (lane, lane->joins));
  return lane->y + lane->height;
}

static double
place_lanes (BfLaneLayout *layout, double gap)
{
  double y = 0;

  for (guint i = 0; i < layout->n_lanes; i++)
    y = place_rows (layout, &layout->lanes[i], y, gap);
  return y;
}

/* The lanes take their least height, then share what is left. */
static void
place_all (const BfLaneBuilder *builder)
{
  BfLaneLayout *layout = builder->layout;
  double spare, gap = layout->row_gap;
  guint rows = 0;

  layout->height = place_lanes (layout, gap);
  spare = builder->options->spread_height - layout->height;
  for (guint i = 0; i < layout->n_lanes; i++)
    rows += layout->lanes[i].slim ? 0 : layout->lanes[i].n_rows;
  if (spare > 0 && rows > 0 && !layout->folded)
    {
      gap += MIN (MAX_SPREAD, floor (spare / rows));
      layout->height = place_lanes (layout, gap);
    }
  for (guint i = 0; i < layout->n_lanes; i++)
    bf_lane_place_bars (layout, &layout->lanes[i]);
}

BfLaneLayout *
bf_lane_layout_new (const BfRoadmap *roadmap, BfTimeAxis axis, const BfLaneOptions *options)
{
  BfLaneLayout *layout = g_new0 (BfLaneLayout, 1);
  BfLaneBuilder builder = { roadmap, options, layout };
  g_autoptr (GArray) placed = NULL;

  layout->axis = axis;
  layout->size = bf_bar_size (options->density, 1);
  layout->row_gap = options->density == BF_DENSITY_COMPACT ? BF_ROW_GAP_COMPACT : BF_ROW_GAP;
  layout->folded = axis.px_per_day < BF_FOLD_BELOW_PX_PER_DAY;
  layout->width = bf_time_axis_width (axis);
  layout->ghosts = options->baseline && options->baseline->n_known > 0 && !layout->folded;
  layout->today = options->today;
  layout->selected = options->selected < (int) roadmap->n_steps ? options->selected : -1;
  layout->strings = g_string_chunk_new (512);
  placed = placed_steps (&builder);
  make_bars (&builder, placed);
  make_lanes (&builder, placed);
  bf_lane_add_stones (&builder);
  for (guint i = 0; i < layout->n_lanes; i++)
    bf_lane_pack (&builder, &layout->lanes[i]);
  place_all (&builder);
  bf_lane_add_bands (&builder);
  bf_lane_add_header (&builder);
  return layout;
}

void
bf_lane_layout_free (BfLaneLayout *layout)
{
  if (!layout)
    return;
  for (guint i = 0; i < layout->n_bars; i++)
    bf_step_parts_free (layout->bars[i].parts);
  for (guint i = 0; i < layout->n_lanes; i++)
    {
      g_free (layout->lanes[i].row_y);
      g_free (layout->lanes[i].bands);
      g_free (layout->lanes[i].stones);
    }
  g_free (layout->bars);
  g_free (layout->lanes);
  g_free (layout->bar_of);
  g_free (layout->ribbons);
  g_free (layout->marks);
  g_string_chunk_free (layout->strings);
  g_free (layout);
}

static gint64
latest_release (const BfRoadmap *roadmap)
{
  gint64 latest = roadmap->finish.p90;

  for (guint i = 0; i < roadmap->n_steps; i++)
    latest = MAX (latest, MAX (roadmap->steps[i].finish, roadmap->steps[i].release.p90));
  return latest;
}

static gint64
first_start (const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  gint64 first = plant && plant->start != BF_BLANK ? plant->start : G_MAXINT64;

  for (guint i = 0; i < roadmap->n_steps; i++)
    first = MIN (first, roadmap->steps[i].start);
  return first;
}

void
bf_lane_layout_range (const BfRoadmap *roadmap, gint64 today, gint64 *first_day, gint64 *last_day)
{
  gint64 first = first_start (roadmap);
  gint64 last = latest_release (roadmap);

  for (guint i = 0; i < roadmap->n_phases; i++)
    last = MAX (last, roadmap->phases[i].gate);
  if (first == G_MAXINT64)
    first = 0;
  if (today != BF_BLANK && today < first && today >= first - RANGE_TODAY_DAYS)
    first = today;
  *first_day = first - RANGE_LEAD_DAYS;
  *last_day = MAX (last, first + 364) + RANGE_TAIL_DAYS;
}

int
bf_lane_layout_bar_at (const BfLaneLayout *layout, double x, double y)
{
  for (guint i = 0; i < layout->n_bars; i++)
    {
      const BfRect *box = &layout->bars[i].extent;

      if (x >= box->x && x < bf_rect_right (box) && y >= box->y && y < bf_rect_bottom (box))
        return (int) i;
    }
  return -1;
}

/* --- The keyboard's way --- */

/* How far a bar is from @from in the direction @sign; MAXDOUBLE when it is not there. */
static double
walk_distance (const BfLaneLayout *layout, const BfBarBox *from, const BfBarBox *to, int sign)
{
  double down = (to->y - from->y) * sign;
  double aside = fabs (to->parts->left - from->parts->left);

  return down <= 0.5 ? G_MAXDOUBLE : down * WALK_NEAR_LANES + aside;
}

static int
walk_rows (const BfLaneLayout *layout, int from, int sign)
{
  double best = G_MAXDOUBLE;
  int found = from;

  for (guint i = 0; i < layout->n_bars; i++)
    {
      double distance = walk_distance (layout, &layout->bars[from], &layout->bars[i], sign);

      if (distance < best)
        {
          best = distance;
          found = (int) i;
        }
    }
  return found;
}

int
bf_lane_layout_walk (const BfLaneLayout *layout, int from, BfWalk walk)
{
  const BfLane *lane;

  if (layout->n_bars == 0)
    return -1;
  if (from < 0 || from >= (int) layout->n_bars || walk == BF_WALK_FIRST)
    return 0;
  if (walk == BF_WALK_LAST)
    return (int) layout->n_bars - 1;
  if (walk == BF_WALK_UP || walk == BF_WALK_DOWN)
    return walk_rows (layout, from, walk == BF_WALK_UP ? -1 : 1);
  lane = &layout->lanes[layout->bars[from].lane];
  if (walk == BF_WALK_NEXT)
    return MIN (from + 1, (int) (lane->first_bar + lane->n_bars) - 1);
  return MAX (from - 1, (int) lane->first_bar);
}
