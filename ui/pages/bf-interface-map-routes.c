/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of the interface map: who is connected, where a line leaves its box, and between which
 * boxes it passes the rows in its way. */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bf-interface-map-private.h"

#define PORT_STEP 5.0
#define TRACK_STEP 3.0
#define BESIDE 8.0 /* between a line and a box that it passes, if there is room */
#define MAX_ARC 44.0
#define PIECES 12 /* straight ones a curve is measured by */

/* --- The net ------------------------------------------------------------------------------- */

static void
collect_links (Net *net, const BfPlan *plan)
{
  guint n = bf_plan_count (plan, BF_INTERFACE), i;

  net->links = g_new (Link, MAX (n, 1));
  for (i = 0; i < n; i++)
    {
      const BfInterface *interface = BF_ROW (plan, INTERFACE, BfInterface, i);
      int from = bf_plan_index (plan, BF_SYSTEM, interface->source_system);
      int to = bf_plan_index (plan, BF_SYSTEM, interface->target_system);

      if (from < 0 || to < 0 || from == to)
        continue;
      net->links[net->n_links++] = (Link){ i, (guint) from, (guint) to };
    }
}

static void
collect_neighbours (Net *net)
{
  g_autofree guint *at = NULL;
  guint i;

  net->starts = g_new0 (guint, net->n_systems + 1);
  net->others = g_new0 (guint, MAX (2 * net->n_links, 1));
  for (i = 0; i < net->n_links; i++)
    {
      net->starts[net->links[i].from + 1]++;
      net->starts[net->links[i].to + 1]++;
    }
  for (i = 0; i < net->n_systems; i++)
    net->starts[i + 1] += net->starts[i];
  at = g_memdup2 (net->starts, sizeof (guint) * (net->n_systems + 1));
  for (i = 0; i < net->n_links; i++)
    {
      net->others[at[net->links[i].from]++] = net->links[i].to;
      net->others[at[net->links[i].to]++] = net->links[i].from;
    }
}

Net *
bf_map_net_new (const BfPlan *plan)
{
  Net *net = g_new0 (Net, 1);

  net->n_systems = bf_plan_count (plan, BF_SYSTEM);
  net->box_of = g_new0 (guint, MAX (net->n_systems, 1));
  collect_links (net, plan);
  collect_neighbours (net);
  return net;
}

void
bf_map_net_free (Net *net)
{
  g_free (net->links);
  g_free (net->starts);
  g_free (net->others);
  g_free (net->box_of);
  g_free (net->rows);
  g_free (net);
}

/* --- Ports: where a line leaves its box ---------------------------------------------------- */

typedef struct
{
  guint line, box;
  gboolean above; /* leaves upwards */
  gboolean begin; /* of the line */
  double toward;  /* x of the other end */
} Port;

static int
compare_ports (const void *a, const void *b)
{
  const Port *first = a, *second = b;

  if (first->box != second->box)
    return first->box < second->box ? -1 : 1;
  if (first->above != second->above)
    return first->above ? -1 : 1;
  if (fabs (first->toward - second->toward) > 1e-9)
    return first->toward < second->toward ? -1 : 1;
  return first->line < second->line ? -1 : first->line > second->line;
}

/* Of both ends of a line; one within a row leaves both boxes upwards. */
static void
add_ports (Port *ports, const BfInterfaceMap *map, guint index)
{
  const BfMapLine *line = &map->lines[index];
  const BfMapBox *from = &map->boxes[line->from], *to = &map->boxes[line->to];
  gboolean same = from->row == to->row;

  ports[2 * index] = (Port){ index, line->from, same || from->row > to->row, TRUE, to->x };
  ports[2 * index + 1] = (Port){ index, line->to, same || to->row > from->row, FALSE, from->x };
}

static double
port_x (const BfInterfaceMap *map, const Port *port, guint index, guint n)
{
  double step = MIN (PORT_STEP, (map->box_width - 12) / n);

  return map->boxes[port->box].x + map->box_width / 2 + (index - (n - 1) / 2.0) * step;
}

static double *
spread_ports (const BfInterfaceMap *map)
{
  guint n = 2 * map->n_lines, i, k;
  g_autofree Port *ports = g_new (Port, MAX (n, 1));
  double *xs = g_new (double, MAX (n, 1));

  for (i = 0; i < map->n_lines; i++)
    add_ports (ports, map, i);
  qsort (ports, n, sizeof (Port), compare_ports);
  for (i = 0; i < n; i = k)
    {
      guint j;

      for (k = i; k < n && ports[k].box == ports[i].box && ports[k].above == ports[i].above; k++)
        ;
      for (j = i; j < k; j++)
        xs[2 * ports[j].line + !ports[j].begin] = port_x (map, &ports[j], j - i, k - i);
    }
  return xs;
}

/* --- Gaps: where a line passes a row ------------------------------------------------------- */

/* Where lines may pass through gap @index of a row: before box @index, or behind the last. The
 * outer gaps reach to the ends of the band. */
static void
gap_range (const BfInterfaceMap *map, const Row *row, guint index, double *from, double *to)
{
  const BfMapBox *boxes = &map->boxes[row->first];
  double left = index > 0 ? boxes[index - 1].x + map->box_width
                          : MIN (BF_MAP_HEAD_WIDTH, boxes[0].x) - 2 * BESIDE;
  double right = index < row->n ? boxes[index].x : MAX (map->width, left + 2 * BESIDE);
  double beside = MIN (BESIDE, (right - left) / 2 - 1);

  *from = left + beside;
  *to = right - beside;
}

static guint
nearest_gap (const BfInterfaceMap *map, const Row *row, double x)
{
  double best = G_MAXDOUBLE;
  guint found = 0, i;

  for (i = 0; i <= row->n; i++)
    {
      double from, to, away;

      gap_range (map, row, i, &from, &to);
      away = fabs (CLAMP (x, from, to) - x);
      if (away < best)
        {
          best = away;
          found = i;
        }
    }
  return found;
}

/* A line passes a row where it would anyway, if no box is there; else in the nearest gap, on a
 * track of its own as long as there are any. @used counts the lines of every gap. */
static double
take_track (const BfInterfaceMap *map, const Net *net, guint row, double x, guint **used)
{
  guint gap = nearest_gap (map, &net->rows[row], x);
  double from, to, track;

  gap_range (map, &net->rows[row], gap, &from, &to);
  if (x >= from && x <= to)
    return x;
  track = used[row][gap]++ * TRACK_STEP;
  return x < from ? MIN (from + track, to) : MAX (to - track, from);
}

/* --- Curves -------------------------------------------------------------------------------- */

static void
add_curve (GArray *curves, double x0, double y0, double x, double y)
{
  double bend = (y - y0) / 2;
  BfMapCurve curve = { x0, y0 + bend, x, y - bend, x, y };

  g_array_append_val (curves, curve);
}

static void
route_arc (BfMapLine *line, GArray *curves, double x, double y)
{
  double height = MIN (18 + fabs (x - line->x) * 0.1, MAX_ARC);
  BfMapCurve curve = { line->x, y - height, x, y - height, x, y };

  g_array_append_val (curves, curve);
}

/* From the row of the begin to that of the end, down or up, through a gap of each row between. */
static void
route_through (const BfInterfaceMap *map,
               const Net *net,
               BfMapLine *line,
               GArray *curves,
               double x,
               double y,
               guint **used)
{
  guint from = map->boxes[line->from].row, to = map->boxes[line->to].row;
  int step = from < to ? 1 : -1;
  double at_x = line->x, at_y = line->y;
  guint row;

  for (row = from + (guint) step; row != to; row += (guint) step)
    {
      double share = fabs ((double) (int) (row - from) / (double) (int) (to - from));
      double top = net->rows[row].y - 3, bottom = net->rows[row].y + BF_MAP_BOX_HEIGHT + 3;
      double track;

      track = take_track (map, net, row, line->x + (x - line->x) * share, used);
      add_curve (curves, at_x, at_y, track, step > 0 ? top : bottom);
      add_curve (curves, track, step > 0 ? top : bottom, track, step > 0 ? bottom : top);
      at_x = track;
      at_y = step > 0 ? bottom : top;
    }
  add_curve (curves, at_x, at_y, x, y);
}

static void
route_line (
    const BfInterfaceMap *map, const Net *net, guint index, const double *ports, guint **used)
{
  BfMapLine *line = &map->lines[index];
  const BfMapBox *from = &map->boxes[line->from], *to = &map->boxes[line->to];
  g_autoptr (GArray) curves = g_array_new (FALSE, FALSE, sizeof (BfMapCurve));
  gboolean same = from->row == to->row;
  double y = to->y + (!same && to->row < from->row ? BF_MAP_BOX_HEIGHT : 0);

  line->x = ports[2 * index];
  line->y = from->y + (!same && to->row > from->row ? BF_MAP_BOX_HEIGHT : 0);
  if (same)
    route_arc (line, curves, ports[2 * index + 1], y);
  else
    route_through (map, net, line, curves, ports[2 * index + 1], y, used);
  line->n_curves = curves->len;
  line->curves = g_memdup2 (curves->data, sizeof (BfMapCurve) * curves->len);
}

/* --- Lines --------------------------------------------------------------------------------- */

static int
compare_lines (const void *a, const void *b)
{
  const BfMapLine *first = a, *second = b;

  if (fabs (first->debt - second->debt) > 1e-9)
    return first->debt < second->debt ? -1 : 1;
  return first->interface < second->interface ? -1 : first->interface > second->interface;
}

static void
make_lines (BfInterfaceMap *map, const Net *net, const BfPlan *plan)
{
  guint i;

  map->n_lines = net->n_links;
  map->lines = g_new0 (BfMapLine, MAX (map->n_lines, 1));
  for (i = 0; i < map->n_lines; i++)
    {
      const Link *link = &net->links[i];
      const BfInterface *interface = BF_ROW (plan, INTERFACE, BfInterface, link->interface);
      BfMapLine *line = &map->lines[i];

      line->interface = link->interface;
      line->from = net->box_of[link->from];
      line->to = net->box_of[link->to];
      line->debt = bf_debt_points (interface);
      line->weight = line->debt >= BF_MAP_HIGH_DEBT     ? BF_MAP_DEBT_HIGH
                     : line->debt >= BF_MAP_MIDDLE_DEBT ? BF_MAP_DEBT_MIDDLE
                                                        : BF_MAP_DEBT_LOW;
      line->on_paper = !bf_interface_is_electronic (interface);
    }
  qsort (map->lines, map->n_lines, sizeof (BfMapLine), compare_lines);
}

void
bf_map_route (BfInterfaceMap *map, const Net *net, const BfPlan *plan)
{
  g_autofree double *ports = NULL;
  guint **used = g_new (guint *, MAX (net->n_rows, 1));
  guint i;

  make_lines (map, net, plan);
  ports = spread_ports (map);
  for (i = 0; i < net->n_rows; i++)
    used[i] = g_new0 (guint, net->rows[i].n + 1);
  for (i = 0; i < map->n_lines; i++)
    route_line (map, net, i, ports, used);
  for (i = 0; i < net->n_rows; i++)
    g_free (used[i]);
  g_free (used);
}

/* --- Points -------------------------------------------------------------------------------- */

void
bf_map_curve_point (const BfMapCurve *curve, double t, double *x, double *y)
{
  double s = 1 - t;
  double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;

  *x = a * *x + b * curve->x1 + c * curve->x2 + d * curve->x;
  *y = a * *y + b * curve->y1 + c * curve->y2 + d * curve->y;
}

/* Of the point from the straight piece between two others. */
static double
distance_to_piece (double x, double y, double x0, double y0, double x1, double y1)
{
  double dx = x1 - x0, dy = y1 - y0, length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - x0) * dx + (y - y0) * dy) / length, 0, 1) : 0;

  return hypot (x0 + t * dx - x, y0 + t * dy - y);
}

static double
distance_to_curve (const BfMapCurve *curve, double from_x, double from_y, double x, double y)
{
  double before_x = from_x, before_y = from_y, best = G_MAXDOUBLE;
  guint i;

  for (i = 1; i <= PIECES; i++)
    {
      double at_x = from_x, at_y = from_y;

      bf_map_curve_point (curve, (double) i / PIECES, &at_x, &at_y);
      best = MIN (best, distance_to_piece (x, y, before_x, before_y, at_x, at_y));
      before_x = at_x;
      before_y = at_y;
    }
  return best;
}

static double
distance_to (const BfMapLine *line, double x, double y)
{
  double from_x = line->x, from_y = line->y, best = G_MAXDOUBLE;
  guint i;

  for (i = 0; i < line->n_curves; i++)
    {
      best = MIN (best, distance_to_curve (&line->curves[i], from_x, from_y, x, y));
      from_x = line->curves[i].x;
      from_y = line->curves[i].y;
    }
  return best;
}

int
bf_interface_map_line_at (const BfInterfaceMap *map, double x, double y, double reach)
{
  int found = -1;
  guint i;

  for (i = 0; i < map->n_lines; i++)
    {
      double away = distance_to (&map->lines[i], x, y);

      if (away > reach)
        continue;
      reach = away;
      found = (int) i;
    }
  return found;
}
