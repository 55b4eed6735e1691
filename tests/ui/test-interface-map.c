/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-interface-map.h"

#include <math.h>

static void
add_system (BfPlan *plan, guint index, int level)
{
  BfSystem system;
  g_autofree char *key = g_strdup_printf ("SYS-%03u", index);

  bf_record_blank (&bf_system_record, &system);
  system.row.key = key;
  system.name = key;
  system.isa95_level = level;
  bf_plan_add_copy (plan, BF_SYSTEM, &system);
}

static void
add_link (BfPlan *plan, guint index, guint from, guint to)
{
  BfInterface interface;
  g_autofree char *key = g_strdup_printf ("IF-%03u", index);
  g_autofree char *source = g_strdup_printf ("SYS-%03u", from);
  g_autofree char *target = g_strdup_printf ("SYS-%03u", to);

  bf_record_blank (&bf_interface_record, &interface);
  interface.row.key = key;
  interface.source_system = source;
  interface.target_system = target;
  interface.protocol = (int) (index % 5);
  interface.failures_12m = index % 17;
  interface.carries_regulated_data = index % 2;
  bf_plan_add_copy (plan, BF_INTERFACE, &interface);
}

/* @n systems on all levels and none, @n_links links between any two; a hub among them. */
static BfPlan *
plan_of (guint n, guint n_links, guint32 seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  BfPlan *plan = bf_plan_new ();
  guint i;

  for (i = 0; i < n; i++)
    add_system (plan, i, g_rand_int_range (random, -1, BF_N_LEVELS));
  for (i = 0; i < n_links; i++)
    add_link (plan,
              i,
              i % 4 == 0 ? 0 : (guint) g_rand_int_range (random, 0, (gint32) n),
              (guint) g_rand_int_range (random, 0, (gint32) n));
  bf_plan_seal (plan);
  return plan;
}

static const BfMapRoom room = { 900, 700, 60 };

static gboolean
is_inside (const BfInterfaceMap *map, const BfMapBox *box, double x, double y)
{
  return x > box->x && x < box->x + map->box_width && y > box->y && y < box->y + BF_MAP_BOX_HEIGHT;
}

static void
assert_apart (const BfInterfaceMap *map)
{
  guint i, k;

  for (i = 0; i < map->n_boxes; i++)
    {
      const BfMapBox *a = &map->boxes[i];
      const BfMapBand *band = &map->bands[a->band];

      g_assert_cmpfloat (a->x, >=, BF_MAP_HEAD_WIDTH);
      g_assert_cmpfloat (a->x + map->box_width, <=, map->width);
      g_assert_cmpfloat (a->y, >=, band->y);
      g_assert_cmpfloat (a->y + BF_MAP_BOX_HEIGHT, <=, band->y + band->height);
      for (k = i + 1; k < map->n_boxes; k++)
        g_assert_true (a->row != map->boxes[k].row ||
                       fabs (a->x - map->boxes[k].x) >= map->box_width + 2);
    }
}

/* Every line begins and ends at the edge of its boxes, and passes between all of them. */
static void
assert_line (const BfInterfaceMap *map, const BfMapLine *line)
{
  double x = line->x, y = line->y;
  guint i, k, box;

  for (i = 0; i < line->n_curves; i++)
    {
      for (k = 1; k < 20; k++)
        {
          double at_x = x, at_y = y;

          bf_map_curve_point (&line->curves[i], k / 20.0, &at_x, &at_y);
          g_assert_cmpfloat (at_y, >, 0);
          for (box = 0; box < map->n_boxes; box++)
            g_assert_false (is_inside (map, &map->boxes[box], at_x, at_y));
        }
      x = line->curves[i].x;
      y = line->curves[i].y;
    }
  g_assert_cmpfloat (line->x, >, map->boxes[line->from].x);
  g_assert_cmpfloat (line->x, <, map->boxes[line->from].x + map->box_width);
  g_assert_cmpfloat (x, >, map->boxes[line->to].x);
  g_assert_cmpfloat (x, <, map->boxes[line->to].x + map->box_width);
  g_assert_true (y == map->boxes[line->to].y || y == map->boxes[line->to].y + BF_MAP_BOX_HEIGHT);
}

static void
test_nothing_crosses (void)
{
  static const guint sizes[] = { 1, 2, 15, 46, 300 };
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (BfPlan) plan = plan_of (sizes[i], sizes[i] * 2, i + 1);
      g_autoptr (BfInterfaceMap) map = bf_interface_map_new (plan, &room);

      g_assert_cmpuint (map->n_boxes, ==, sizes[i]);
      g_assert_cmpfloat (map->width, ==, room.width);
      assert_apart (map);
      for (k = 0; k < map->n_lines; k++)
        assert_line (map, &map->lines[k]);
    }
}

static void
test_levels_descend (void)
{
  g_autoptr (BfPlan) plan = plan_of (46, 70, 3);
  g_autoptr (BfInterfaceMap) map = bf_interface_map_new (plan, &room);
  guint i;

  for (i = 1; i < map->n_bands; i++)
    {
      g_assert_cmpint (map->bands[i].level, <, map->bands[i - 1].level);
      g_assert_cmpfloat (map->bands[i].y, >, map->bands[i - 1].y + map->bands[i - 1].height);
    }
  for (i = 0; i < map->n_boxes; i++)
    g_assert_cmpint (BF_ROW (plan, SYSTEM, BfSystem, map->boxes[i].system)->isa95_level,
                     ==,
                     map->bands[map->boxes[i].band].level);
}

/* A system stands above the one that it alone is connected to. */
static void
test_near_neighbours (void)
{
  g_autoptr (BfPlan) plan = bf_plan_new ();
  g_autoptr (BfInterfaceMap) map = NULL;
  guint i;

  for (i = 0; i < 8; i++)
    add_system (plan, i, BF_LEVEL_4);
  for (i = 8; i < 16; i++)
    add_system (plan, i, BF_LEVEL_2);
  for (i = 0; i < 8; i++)
    add_link (plan, i, i, 15 - i);
  bf_plan_seal (plan);
  map = bf_interface_map_new (plan, &room);
  for (i = 0; i < map->n_lines; i++)
    g_assert_cmpfloat (map->boxes[map->lines[i].from].x, ==, map->boxes[map->lines[i].to].x);
}

static void
test_lines (void)
{
  g_autoptr (BfPlan) plan = plan_of (30, 60, 5);
  g_autoptr (BfInterfaceMap) map = bf_interface_map_new (plan, &room);
  const BfMapLine *line = &map->lines[map->n_lines - 1];
  guint i;

  for (i = 1; i < map->n_lines; i++)
    g_assert_cmpfloat (map->lines[i].debt, >=, map->lines[i - 1].debt);
  g_assert_cmpint (line->weight, ==, BF_MAP_DEBT_HIGH);
  g_assert_cmpint (bf_interface_map_line_at (map, line->x, line->y, 3), >=, 0);
  g_assert_cmpint (bf_interface_map_line_at (map, -100, -100, 3), ==, -1);
}

static void
test_same_again (void)
{
  g_autoptr (BfPlan) plan = plan_of (60, 120, 9);
  g_autoptr (BfInterfaceMap) first = bf_interface_map_new (plan, &room);
  g_autoptr (BfInterfaceMap) second = bf_interface_map_new (plan, &room);
  guint i;

  for (i = 0; i < first->n_boxes; i++)
    {
      g_assert_cmpuint (first->boxes[i].system, ==, second->boxes[i].system);
      g_assert_cmpfloat (first->boxes[i].x, ==, second->boxes[i].x);
    }
}

static void
test_empty (void)
{
  g_autoptr (BfPlan) plan = bf_plan_new ();
  g_autoptr (BfInterfaceMap) map = NULL;

  bf_plan_seal (plan);
  map = bf_interface_map_new (plan, &room);
  g_assert_cmpuint (map->n_boxes + map->n_lines + map->n_bands, ==, 0);
  g_assert_cmpint (bf_interface_map_find (map, 0), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interface-map/nothing-crosses", test_nothing_crosses);
  g_test_add_func ("/interface-map/levels-descend", test_levels_descend);
  g_test_add_func ("/interface-map/near-neighbours", test_near_neighbours);
  g_test_add_func ("/interface-map/lines", test_lines);
  g_test_add_func ("/interface-map/same-again", test_same_again);
  g_test_add_func ("/interface-map/empty", test_empty);
  return g_test_run ();
}
