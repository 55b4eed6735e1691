/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways of the selected step's dependencies.
 *
 * A way leaves its release downwards or upwards into the gap beside its row, takes the cheapest
 * vertical channel near the source, runs along the gap beside the target's row, and ends on the
 * target's cutover. Channels cost their distance, and what they cross: bars more than nothing,
 * labels most. */

#include "bf-lane-layout-private.h"

#include <math.h>

#define RELEASE_OFF 2.5
#define CHANNEL_STEP 4.0
#define CHANNEL_REACH 60
#define COST_PX 0.06
#define COST_PART 5.0
#define COST_LINE 1.5 /* dots and whiskers */
#define COST_LABEL 20.0
#define PAD 3.0
#define LABEL_PAD 6.0

/* Whether an upright line at @x, from y0 to y1, comes within @pad of a stretch of the bar's row. */
static gboolean
meets (double x, double left, double right, double pad)
{
  return x > left - pad && x < right + pad;
}

static double
parts_cost (const BfStepParts *parts, double x)
{
  double cost = 0;

  for (guint i = 0; i < parts->n_parts; i++)
    {
      const BfPart *part = &parts->parts[i];
      gboolean line = part->kind == BF_PART_WAIT || part->kind == BF_PART_RELEASE;

      if (meets (x, part->box.x, bf_rect_right (&part->box), PAD))
        cost = MAX (cost, line ? COST_LINE : COST_PART);
    }
  return cost;
}

static double
crossing_cost (const BfLaneLayout *layout, const BfBarBox *bar, double x, double y0, double y1)
{
  double top = bar->y, bottom = bar->y + bf_bar_height (layout->size);
  double cost;

  if (MAX (y0, y1) <= top || MIN (y0, y1) >= bottom ||
      !meets (x, bar->extent.x, bf_rect_right (&bar->extent), LABEL_PAD))
    return 0;
  cost = parts_cost (bar->parts, x);
  if (bar->place != BF_LABEL_NONE &&
      meets (x, bar->label.x, bf_rect_right (&bar->label), LABEL_PAD))
    cost += COST_LABEL;
  return cost;
}

static double
channel_cost (const BfLaneLayout *layout, double x, double y0, double y1, double source, double aim)
{
  double cost = COST_PX * (fabs (x - source) + 0.5 * fabs (x - aim));

  for (guint i = 0; i < layout->n_bars; i++)
    cost += crossing_cost (layout, &layout->bars[i], x, y0, y1);
  return cost;
}

static double
best_channel (const BfLaneLayout *layout, double source, double aim, double y0, double y1)
{
  double best = source, best_cost = G_MAXDOUBLE;

  for (int i = 0; i <= 2 * CHANNEL_REACH; i++)
    {
      int offset = i % 2 == 0 ? i / 2 : -(i + 1) / 2;
      double x = source + offset * CHANNEL_STEP;
      double cost = channel_cost (layout, x, y0, y1, source, aim);

      if (x >= 0 && x <= layout->width && cost < best_cost - 1e-9)
        {
          best = x;
          best_cost = cost;
        }
    }
  return best;
}

/* Middle of the gap above or below a bar's row; of the selected one between its ring and the next
 * row. */
static double
gap_y (const BfLaneLayout *layout, const BfBarBox *bar, gboolean below)
{
  double half = layout->row_gap / 2;
  double edge = below ? bar->y + bf_bar_height (layout->size) : bar->y;
  double ring = below ? BF_RING_BELOW : BF_RING_ABOVE;
  double opened = below ? BF_SELECTED_BELOW : BF_SELECTED_ABOVE;
  double off = bar->step == layout->selected ? (ring + opened + layout->row_gap) / 2 : half;

  return below ? edge + off : edge - off;
}

static void
add_point (BfRoute *route, double x, double y)
{
  if (route->n_points > 0)
    {
      const BfPoint *last = &route->points[route->n_points - 1];

      if (fabs (last->x - x) < 0.5 && fabs (last->y - y) < 0.5)
        return;
    }
  route->points[route->n_points].x = x;
  route->points[route->n_points++].y = y;
}

static BfRoute
find_route (const BfLaneLayout *layout, const BfBarBox *from, const BfBarBox *to)
{
  BfRoute route = { from->step, to->step, 0, { { 0, 0 } } };
  gboolean down = to->y > from->y + 1;
  gboolean level = fabs (to->y - from->y) <= 1;
  double x0 = from->parts->release_x + RELEASE_OFF;
  double x1 = to->parts->first_cutover_x;
  double leave = gap_y (layout, from, down);
  double arrive = level ? leave : gap_y (layout, to, !down);
  double height = bf_bar_height (layout->size);
  double channel = best_channel (layout, x0, x1, leave, arrive);

  add_point (&route, x0, from->y + layout->size.upper / 2);
  add_point (&route, x0, leave);
  if (!level)
    {
      add_point (&route, channel, leave);
      add_point (&route, channel, arrive);
    }
  add_point (&route, x1, arrive);
  if (down || level)
    add_point (&route, x1, to->y - layout->size.overshoot);
  else
    add_point (&route, x1, to->y + height + layout->size.overshoot);
  return route;
}

static void
add_route (const BfLaneLayout *layout, GArray *routes, int from, int to)
{
  BfRoute route;

  if (from < 0 || to < 0 || from == to || layout->bar_of[from] < 0 || layout->bar_of[to] < 0)
    return;
  route =
      find_route (layout, &layout->bars[layout->bar_of[from]], &layout->bars[layout->bar_of[to]]);
  g_array_append_val (routes, route);
}

static int
position_of (const BfRoadmap *roadmap, const char *key)
{
  for (guint i = 0; i < roadmap->n_steps; i++)
    if (g_strcmp0 (roadmap->steps[i].key, key) == 0)
      return (int) i;
  return -1;
}

GArray *
bf_lane_routes (const BfLaneLayout *layout, const BfRoadmap *roadmap, int selected)
{
  GArray *routes = g_array_new (FALSE, FALSE, sizeof (BfRoute));
  const BfRoadmapStep *step;

  if (selected < 0 || selected >= (int) roadmap->n_steps || layout->folded)
    return routes;
  step = &roadmap->steps[selected];
  for (guint i = 0; step->requires && step->requires[i]; i++)
    add_route (layout, routes, position_of (roadmap, step->requires[i]), selected);
  for (guint i = 0; i < roadmap->n_steps; i++)
    if (roadmap->steps[i].requires && g_strv_contains (roadmap->steps[i].requires, step->key))
      add_route (layout, routes, selected, (int) i);
  return routes;
}
