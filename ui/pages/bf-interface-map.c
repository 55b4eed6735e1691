/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-interface-map.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bf-interface-map-private.h"

#define BAND_PADDING 14.0
#define BAND_GAP 54.0
#define ROW_GAP 66.0
#define SIDE 18.0
#define MAX_PITCH 96.0
#define TOP 24.0 /* arcs of the first row */
#define SWEEPS 12

/* --- Rows ---------------------------------------------------------------------------------- */

static int
rank_of (const BfSystem *system)
{
  return system->isa95_level;
}

/* Highest level first; those without one last. */
static int
compare_levels (const void *a, const void *b)
{
  const int *first = a, *second = b;

  return (*first < *second) - (*first > *second);
}

static GArray *
levels_of (const BfPlan *plan)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (int));
  guint i, k;

  for (i = 0; i < bf_plan_count (plan, BF_SYSTEM); i++)
    {
      int level = rank_of (BF_ROW (plan, SYSTEM, BfSystem, i));

      for (k = 0; k < levels->len && g_array_index (levels, int, k) != level; k++)
        ;
      if (k == levels->len)
        g_array_append_val (levels, level);
    }
  qsort (levels->data, levels->len, sizeof (int), compare_levels);
  return levels;
}

/* How far the links of a system lead upwards, on average: those that lead up stand in an upper row
 * of their band. */
static double
upwardness (const Net *net, const BfPlan *plan, guint system)
{
  double sum = 0;
  guint n = 0, i;

  for (i = 0; i < net->n_links; i++)
    {
      const Link *link = &net->links[i];
      guint other = link->from == system ? link->to : link->to == system ? link->from : system;

      if (other == system)
        continue;
      sum += rank_of (BF_ROW (plan, SYSTEM, BfSystem, other)) -
             rank_of (BF_ROW (plan, SYSTEM, BfSystem, system));
      n++;
    }
  return n > 0 ? sum / n : 0;
}

typedef struct
{
  guint system;
  double up;
  const char *area, *key;
} Candidate;

static int
compare_candidates (const void *a, const void *b)
{
  const Candidate *first = a, *second = b;
  int by_area;

  if (fabs (first->up - second->up) > 1e-9)
    return first->up < second->up ? 1 : -1;
  by_area = g_strcmp0 (first->area, second->area);
  return by_area != 0 ? by_area : g_strcmp0 (first->key, second->key);
}

static Candidate *
candidates_of (const BfPlan *plan, const Net *net, int level, guint *n)
{
  guint all = bf_plan_count (plan, BF_SYSTEM), i;
  Candidate *candidates = g_new (Candidate, MAX (all, 1));

  *n = 0;
  for (i = 0; i < all; i++)
    {
      const BfSystem *system = BF_ROW (plan, SYSTEM, BfSystem, i);

      if (rank_of (system) != level)
        continue;
      candidates[*n].system = i;
      candidates[*n].up = upwardness (net, plan, i);
      candidates[*n].area = system->area != NULL ? system->area[0] : NULL;
      candidates[(*n)++].key = system->row.key;
    }
  qsort (candidates, *n, sizeof (Candidate), compare_candidates);
  return candidates;
}

static guint
row_capacity (const BfInterfaceMap *map)
{
  double inner = map->width - BF_MAP_HEAD_WIDTH - SIDE;

  return (guint) MAX ((inner + BF_MAP_MIN_GAP) / (map->box_width + BF_MAP_MIN_GAP), 1);
}

static void
add_band (BfInterfaceMap *map, Net *net, const BfPlan *plan, int level)
{
  guint n, i, band = map->n_bands++;
  g_autofree Candidate *candidates = candidates_of (plan, net, level, &n);
  guint n_rows = (n + row_capacity (map) - 1) / row_capacity (map);

  map->bands[band].level = level;
  map->bands[band].n_systems = n;
  for (i = 0; i < n; i++)
    {
      BfMapBox *box = &map->boxes[map->n_boxes];

      box->system = candidates[i].system;
      box->band = band;
      box->row = net->n_rows + i * n_rows / n;
      map->n_boxes++;
    }
  net->n_rows += n_rows;
}

static void
make_rows (BfInterfaceMap *map, Net *net, const BfPlan *plan)
{
  g_autoptr (GArray) levels = levels_of (plan);
  guint i;

  map->bands = g_new0 (BfMapBand, MAX (levels->len, 1));
  map->boxes = g_new0 (BfMapBox, MAX (bf_plan_count (plan, BF_SYSTEM), 1));
  for (i = 0; i < levels->len; i++)
    add_band (map, net, plan, g_array_index (levels, int, i));
  net->rows = g_new0 (Row, MAX (net->n_rows, 1));
  for (i = 0; i < map->n_boxes; i++)
    {
      Row *row = &net->rows[map->boxes[i].row];

      if (row->n == 0)
        row->first = i;
      row->n++;
    }
}

/* --- Order within the rows ----------------------------------------------------------------- */

static void
place_row (BfInterfaceMap *map, const Row *row)
{
  double inner = map->width - BF_MAP_HEAD_WIDTH - SIDE;
  double pitch = MIN (MAX (MAX_PITCH, map->box_width + 36), inner / row->n);
  double left = BF_MAP_HEAD_WIDTH + (inner - pitch * row->n) / 2;
  guint i;

  pitch = MAX (pitch, map->box_width + BF_MAP_MIN_GAP);
  for (i = 0; i < row->n; i++)
    map->boxes[row->first + i].x = round (left + pitch * i + (pitch - map->box_width) / 2);
}

static void
place_rows (BfInterfaceMap *map, const Net *net)
{
  guint i;

  for (i = 0; i < net->n_rows; i++)
    place_row (map, &net->rows[i]);
}

static void
find_boxes (const BfInterfaceMap *map, guint *box_of)
{
  guint i;

  for (i = 0; i < map->n_boxes; i++)
    box_of[map->boxes[i].system] = i;
}

/* The sum of how far all lines lean: what the sweeps make small. */
static double
lean (const BfInterfaceMap *map, const Net *net)
{
  double sum = 0;
  guint i;

  for (i = 0; i < net->n_links; i++)
    sum += fabs (map->boxes[net->box_of[net->links[i].from]].x -
                 map->boxes[net->box_of[net->links[i].to]].x);
  return sum;
}

typedef struct
{
  BfMapBox box;
  double wish;
} Wish;

static int
compare_wishes (const void *a, const void *b)
{
  const Wish *first = a, *second = b;

  if (fabs (first->wish - second->wish) > 1e-6)
    return first->wish < second->wish ? -1 : 1;
  return first->box.x < second->box.x ? -1 : first->box.x > second->box.x;
}

static double
barycentre (const BfInterfaceMap *map, const Net *net, guint index)
{
  const BfMapBox *box = &map->boxes[index];
  double sum = 0;
  guint n = 0, i;

  for (i = net->starts[box->system]; i < net->starts[box->system + 1]; i++)
    {
      sum += map->boxes[net->box_of[net->others[i]]].x;
      n++;
    }
  return n > 0 ? sum / n : box->x;
}

static void
sort_row (BfInterfaceMap *map, const Net *net, const Row *row)
{
  g_autofree Wish *wishes = g_new (Wish, MAX (row->n, 1));
  guint i;

  for (i = 0; i < row->n; i++)
    {
      wishes[i].box = map->boxes[row->first + i];
      wishes[i].wish = barycentre (map, net, row->first + i);
    }
  qsort (wishes, row->n, sizeof (Wish), compare_wishes);
  for (i = 0; i < row->n; i++)
    {
      map->boxes[row->first + i] = wishes[i].box;
      net->box_of[wishes[i].box.system] = row->first + i;
    }
  place_row (map, row);
}

static void
sweep (BfInterfaceMap *map, const Net *net, gboolean down)
{
  guint i;

  for (i = 0; i < net->n_rows; i++)
    sort_row (map, net, &net->rows[down ? i : net->n_rows - 1 - i]);
}

static void
order_rows (BfInterfaceMap *map, Net *net)
{
  g_autofree BfMapBox *best = g_memdup2 (map->boxes, sizeof (BfMapBox) * map->n_boxes);
  double least;
  guint i;

  place_rows (map, net);
  find_boxes (map, net->box_of);
  least = lean (map, net);
  for (i = 0; i < SWEEPS; i++)
    {
      double now;

      sweep (map, net, i % 2 == 0);
      now = lean (map, net);
      if (now >= least)
        continue;
      least = now;
      memcpy (best, map->boxes, sizeof (BfMapBox) * map->n_boxes);
    }
  memcpy (map->boxes, best, sizeof (BfMapBox) * map->n_boxes);
  place_rows (map, net);
  find_boxes (map, net->box_of);
}

/* --- Heights ------------------------------------------------------------------------------- */

static double
height_with (const BfInterfaceMap *map, const Net *net, double stretch)
{
  double rows = (double) net->n_rows * BF_MAP_BOX_HEIGHT;
  double within = (double) (net->n_rows - map->n_bands) * ROW_GAP * stretch;
  double between = (double) (map->n_bands - 1) * BAND_GAP * stretch;

  return TOP + rows + within + between + map->n_bands * 2 * BAND_PADDING + SIDE;
}

static guint
rows_of_band (const BfInterfaceMap *map, const Net *net, guint band)
{
  guint n = 0, i;

  for (i = 0; i < net->n_rows; i++)
    n += map->boxes[net->rows[i].first].band == band;
  return n;
}

/* Spare height goes into the gaps, up to twice what they are; missing height is taken from them. */
static void
set_heights (BfInterfaceMap *map, Net *net, double height)
{
  double plain = height_with (map, net, 1), gaps = plain - height_with (map, net, 0);
  double stretch = gaps > 0 ? CLAMP (1 + (height - plain) / gaps, 0.6, 2) : 1;
  double y = TOP;
  guint band, row = 0, i, k;

  for (band = 0; band < map->n_bands; band++)
    {
      guint n = rows_of_band (map, net, band);

      map->bands[band].y = y;
      for (i = 0; i < n; i++, row++)
        {
          net->rows[row].y = round (y + BAND_PADDING + i * (BF_MAP_BOX_HEIGHT + ROW_GAP * stretch));
          for (k = 0; k < net->rows[row].n; k++)
            map->boxes[net->rows[row].first + k].y = net->rows[row].y;
        }
      map->bands[band].height =
          2 * BAND_PADDING + n * BF_MAP_BOX_HEIGHT + (n - 1) * ROW_GAP * stretch;
      y += map->bands[band].height + BAND_GAP * stretch;
    }
  map->height = MAX (y - BAND_GAP * stretch + SIDE, height);
}

/* --- The map ------------------------------------------------------------------------------- */

static double
needed_width (const BfMapRoom *room)
{
  return BF_MAP_HEAD_WIDTH + SIDE + MAX (room->box_width, BF_MAP_MIN_BOX_WIDTH) * 4;
}

BfInterfaceMap *
bf_interface_map_new (const BfPlan *plan, const BfMapRoom *room)
{
  BfInterfaceMap *map = g_new0 (BfInterfaceMap, 1);
  Net *net = bf_map_net_new (plan);

  map->box_width = ceil (MAX (room->box_width, BF_MAP_MIN_BOX_WIDTH));
  map->width = MAX (room->width, needed_width (room));
  map->height = room->height;
  make_rows (map, net, plan);
  if (map->n_boxes > 0)
    {
      order_rows (map, net);
      set_heights (map, net, room->height);
    }
  bf_map_route (map, net, plan);
  bf_map_net_free (net);
  return map;
}

void
bf_interface_map_free (BfInterfaceMap *map)
{
  guint i;

  for (i = 0; i < map->n_lines; i++)
    g_free (map->lines[i].curves);
  g_free (map->lines);
  g_free (map->boxes);
  g_free (map->bands);
  g_free (map);
}

int
bf_interface_map_find (const BfInterfaceMap *map, guint system)
{
  guint i;

  for (i = 0; i < map->n_boxes; i++)
    if (map->boxes[i].system == system)
      return (int) i;
  return -1;
}

guint
bf_map_age (double obsolescence)
{
  return obsolescence < 30 ? 0 : obsolescence < 51 ? 1 : obsolescence < 70 ? 2 : 3;
}
