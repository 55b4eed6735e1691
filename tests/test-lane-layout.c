/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-lane-layout.h"
#include "timeline-fixture.h"

#include <math.h>

static const double scales[] = { 0.15, 0.46, 2, 9, 40 };

static double
measure (const char *text, BfTextKind kind, gpointer data)
{
  return 6.0 * (double) g_utf8_strlen (text, -1);
}

static BfLaneOptions
plain_options (const BfRoadmap *roadmap)
{
  BfLaneOptions options = { 0 };

  options.selected = -1;
  options.today = bf_plan_plant (roadmap->plan)->status_date;
  options.measure = measure;
  return options;
}

static BfLaneLayout *
layout_at (const BfRoadmap *roadmap, double scale, const BfLaneOptions *options)
{
  gint64 first, last;

  bf_lane_layout_range (roadmap, BF_BLANK, &first, &last);
  return bf_lane_layout_new (roadmap, bf_time_axis (first, last, scale), options);
}

static gboolean
overlap (const BfRect *a, const BfRect *b)
{
  return a->x < bf_rect_right (b) && b->x < bf_rect_right (a) && a->y < bf_rect_bottom (b) &&
         b->y < bf_rect_bottom (a);
}

/* The boxes of a bar's parts; the cutover's overshoot may reach into the gap between rows. */
static BfRect
bar_body (const BfLaneLayout *layout, const BfBarBox *bar)
{
  return (BfRect){
    bar->parts->left, bar->y, bar->parts->right - bar->parts->left, bf_bar_height (layout->size)
  };
}

static void
assert_apart (const BfLaneLayout *layout)
{
  for (guint i = 0; i < layout->n_bars; i++)
    for (guint j = i + 1; j < layout->n_bars; j++)
      {
        BfRect first = bar_body (layout, &layout->bars[i]);
        BfRect second = bar_body (layout, &layout->bars[j]);

        g_assert_false (overlap (&first, &second));
        g_assert_false (overlap (&layout->bars[i].label, &second));
        g_assert_false (overlap (&layout->bars[j].label, &first));
        g_assert_false (overlap (&layout->bars[i].label, &layout->bars[j].label));
      }
}

static void
test_nothing_crosses (void)
{
  for (guint32 seed = 1; seed < 6; seed++)
    {
      g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (60, seed);
      BfLaneOptions options = plain_options (roadmap);

      options.selected = 7;
      for (guint i = 1; i < G_N_ELEMENTS (scales); i++)
        for (int by = BF_LANES_AREA; by <= BF_LANES_SYSTEM; by++)
          {
            g_autoptr (BfLaneLayout) layout = NULL;

            options.by = by;
            layout = layout_at (roadmap, scales[i], &options);
            g_assert_cmpuint (layout->n_bars, ==, 60);
            assert_apart (layout);
          }
    }
}

/* Every bar lies inside its lane, and every lane below the one before. */
static void
test_lanes (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (60, 3);
  BfLaneOptions options = plain_options (roadmap);
  g_autoptr (BfLaneLayout) layout = layout_at (roadmap, 0.5, &options);
  double y = 0;
  guint steps = 0;

  g_assert_cmpuint (layout->n_lanes, ==, 6);
  g_assert_cmpint (layout->lanes[0].area, ==, -1);
  for (guint i = 0; i < layout->n_lanes; i++)
    {
      const BfLane *lane = &layout->lanes[i];

      g_assert_cmpfloat (lane->y, ==, y);
      y += lane->height;
      steps += lane->n_steps;
      for (guint k = lane->first_bar; k < lane->first_bar + lane->n_bars; k++)
        {
          g_assert_cmpuint (layout->bars[k].lane, ==, i);
          g_assert_cmpfloat (layout->bars[k].y, >=, lane->y + BF_LANE_STRIP_HEIGHT);
          g_assert_cmpfloat (layout->bars[k].y + bf_bar_height (layout->size), <=, y);
        }
    }
  g_assert_cmpfloat (layout->height, ==, y);
  g_assert_cmpuint (steps, ==, 60);
}

static void
test_bands (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (30, 5);
  BfLaneOptions options = plain_options (roadmap);
  BfTimeAxis axis =
      bf_time_axis (bf_day_from_civil (2027, 1, 1), bf_day_from_civil (2032, 1, 31), 0.5);
  g_autoptr (BfLaneLayout) layout = bf_lane_layout_new (roadmap, axis, &options);

  for (guint i = 0; i < layout->n_lanes; i++)
    {
      const BfLane *lane = &layout->lanes[i];
      guint shutdowns = 0, freezes = 0;

      for (guint k = 0; k < lane->n_bands; k++)
        {
          g_assert_cmpfloat (lane->bands[k].width, >=, lane->bands[k].freeze ? 4 : 9);
          *(lane->bands[k].freeze ? &freezes : &shutdowns) += 1;
        }
      /* Easter is open to machining alone, so it is no opening of the site. */
      g_assert_cmpuint (
          shutdowns, ==, lane->area >= 0 && g_str_equal (lane->name, "Machining") ? 15 : 10);
      g_assert_cmpuint (
          freezes, ==, lane->area < 0 || g_str_equal (lane->name, "Special processes") ? 10 : 5);
    }
}

/* A cutover that is only a mark still lies inside its band. */
static void
test_mark_in_band (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (40, 9);
  BfLaneOptions options = plain_options (roadmap);
  g_autoptr (BfLaneLayout) layout = layout_at (roadmap, 0.3, &options);
  guint found = 0;

  for (guint i = 0; i < layout->n_bars; i++)
    {
      const BfPart *post = bf_step_parts_find (layout->bars[i].parts, BF_PART_CUTOVER);
      const BfLane *lane = &layout->lanes[layout->bars[i].lane];

      for (guint k = 0; post && k < lane->n_bands; k++)
        if (!lane->bands[k].freeze && post->box.x >= lane->bands[k].x &&
            bf_rect_right (&post->box) <= lane->bands[k].x + lane->bands[k].width)
          {
            found++;
            break;
          }
      if (!post)
        found++;
    }
  g_assert_cmpuint (found, ==, layout->n_bars);
}

static void
test_strip_names (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (10, 1);
  BfLaneOptions options = plain_options (roadmap);
  g_autoptr (BfLaneLayout) narrow = layout_at (roadmap, 0.35, &options);
  g_autoptr (BfLaneLayout) wide = layout_at (roadmap, 3, &options);
  guint named = 0;

  g_assert_cmpstr (wide->marks[0].name, ==, "Easter");
  for (guint i = 0; i < wide->n_marks; i++)
    g_assert_true (wide->marks[i].labelled);
  for (guint i = 0; i < narrow->n_marks; i++)
    for (guint j = i + 1; j < narrow->n_marks; j++)
      {
        const BfStripMark *a = &narrow->marks[i], *b = &narrow->marks[j];

        if (a->freeze != b->freeze || !a->labelled || !b->labelled)
          continue;
        named++;
        g_assert_true (a->label_x + measure (a->name, BF_TEXT_STRIP, NULL) + 5 <= b->label_x ||
                       b->label_x + measure (b->name, BF_TEXT_STRIP, NULL) + 5 <= a->label_x);
      }
  g_assert_cmpuint (named, >, 0);
}

/* Selecting a step opens its row and moves no bar to another row. */
static void
test_selection_is_stable (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (50, 4);
  BfLaneOptions options = plain_options (roadmap);
  g_autoptr (BfLaneLayout) before = layout_at (roadmap, 0.5, &options);
  g_autoptr (BfLaneLayout) after = NULL;

  options.selected = 20;
  after = layout_at (roadmap, 0.5, &options);
  for (guint i = 0; i < before->n_bars; i++)
    {
      g_assert_cmpint (before->bars[i].step, ==, after->bars[i].step);
      g_assert_cmpuint (before->bars[i].row, ==, after->bars[i].row);
    }
  g_assert_cmpfloat (after->height, ==, before->height + 13);
}

/* A lane of which nothing is shown is a line; low bars bring more lanes into sight. */
static void
test_low_lanes (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (60, 3);
  BfLaneOptions options = plain_options (roadmap);
  g_autoptr (BfLaneLayout) all = layout_at (roadmap, 0.5, &options);
  g_autoptr (BfLaneLayout) compact = NULL;
  g_autoptr (BfLaneLayout) one = NULL;
  gboolean shown[60] = { FALSE };

  options.density = BF_DENSITY_COMPACT;
  compact = layout_at (roadmap, 0.5, &options);
  g_assert_cmpfloat (compact->height, <, all->height);
  options.density = BF_DENSITY_NORMAL;
  shown[7] = TRUE;
  options.shown = shown;
  one = layout_at (roadmap, 0.5, &options);
  for (guint i = 0; i < one->n_lanes; i++)
    {
      const BfLane *lane = &one->lanes[i];

      g_assert_cmpint (lane->slim, ==, lane->n_bars == 0);
      if (lane->slim)
        g_assert_cmpfloat (lane->height, ==, lane->wraps ? 37 : 22);
      else
        g_assert_cmpfloat (lane->height, >=, BF_LANE_STRIP_HEIGHT + 25);
    }
}

/* A name whose place on the right is inside the axis stands on the left only where it would come
 * too near to another extent of its row. */
static void
test_label_spares_a_row (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (60, 3);
  BfLaneOptions options = plain_options (roadmap);
  g_autoptr (BfLaneLayout) layout = layout_at (roadmap, 0.3, &options);
  guint turned = 0;

  for (guint i = 0; i < layout->n_bars; i++)
    {
      const BfBarBox *bar = &layout->bars[i];
      BfRect right = bar->extent;
      gboolean taken = FALSE;

      right.x = bar->parts->left;
      right.width = bar->parts->release_x + 7 + bar->label.width - right.x;
      if (bar->place == BF_LABEL_LEFT)
        g_assert_cmpfloat (bar->ring.x, >=, 0);
      if (bar->place != BF_LABEL_LEFT || bf_rect_right (&right) > layout->width)
        continue;
      for (guint k = 0; k < layout->n_bars; k++)
        taken = taken ||
                (k != i && layout->bars[k].lane == bar->lane && layout->bars[k].row == bar->row &&
                 right.x < bf_rect_right (&layout->bars[k].extent) + BF_EXTENT_GAP &&
                 layout->bars[k].extent.x < bf_rect_right (&right) + BF_EXTENT_GAP);
      g_assert_true (taken);
      turned++;
    }
  g_assert_cmpuint (turned, >, 0);
}

static void
test_spread_and_filter (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (20, 4);
  BfLaneOptions options = plain_options (roadmap);
  gboolean shown[20] = { FALSE };
  g_autoptr (BfLaneLayout) tight = layout_at (roadmap, 0.5, &options);
  g_autoptr (BfLaneLayout) spread = NULL;
  g_autoptr (BfLaneLayout) few = NULL;

  options.spread_height = tight->height + 50;
  spread = layout_at (roadmap, 0.5, &options);
  g_assert_cmpfloat (spread->height, >, tight->height);
  g_assert_cmpfloat (spread->height, <=, options.spread_height);
  shown[3] = shown[11] = TRUE;
  options.shown = shown;
  few = layout_at (roadmap, 0.5, &options);
  g_assert_cmpuint (few->n_bars, ==, 2);
  g_assert_cmpint (few->bar_of[3], >=, 0);
  g_assert_cmpint (few->bar_of[4], ==, -1);
}

/* Ways begin at a release, end on a cutover, and run straight or level only. */
static void
test_routes (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (30, 2);
  BfLaneOptions options = plain_options (roadmap);

  for (int selected = 0; selected < 30; selected++)
    {
      g_autoptr (BfLaneLayout) layout = NULL;
      g_autoptr (GArray) routes = NULL;

      options.selected = selected;
      layout = layout_at (roadmap, 0.5, &options);
      routes = bf_lane_routes (layout, roadmap, selected);
      g_assert_cmpuint (routes->len, ==, selected == 0 || selected == 29 ? 1 : 2);
      for (guint i = 0; i < routes->len; i++)
        {
          const BfRoute *route = &g_array_index (routes, BfRoute, i);
          const BfBarBox *to = &layout->bars[layout->bar_of[route->to]];

          g_assert_cmpint (route->from, ==, route->to - 1);
          for (guint k = 1; k < route->n_points; k++)
            g_assert_true (route->points[k].x == route->points[k - 1].x ||
                           route->points[k].y == route->points[k - 1].y);
          g_assert_cmpfloat (route->points[route->n_points - 1].x, ==, to->parts->first_cutover_x);
        }
    }
}

/* A name that is out of sight finds a place on its own bar that crosses nothing solid. */
static void
test_floating_label (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (30, 2);
  BfLaneOptions options = plain_options (roadmap);
  g_autoptr (BfLaneLayout) layout = layout_at (roadmap, 6, &options);
  guint found = 0;

  for (guint i = 0; i < layout->n_bars; i++)
    {
      const BfBarBox *bar = &layout->bars[i];

      for (double left = bar->parts->left; left < bar->parts->right; left += 37)
        {
          double x = bf_lane_layout_floating_label (bar, 90, left, left + 800);

          if (isnan (x))
            continue;
          found++;
          g_assert_cmpfloat (x, >=, left);
          g_assert_cmpfloat (x + 90, <=, MAX (bar->parts->right, bar->parts->release_x));
          for (guint k = 0; k < bar->parts->n_parts; k++)
            {
              const BfPart *part = &bar->parts->parts[k];

              if (part->kind == BF_PART_BUILD || part->kind == BF_PART_CUTOVER)
                g_assert_true (part->box.x >= x + 90 || bf_rect_right (&part->box) <= x);
            }
        }
    }
  g_assert_cmpuint (found, >, 20);
}

static void
test_walk (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (40, 8);
  BfLaneOptions options = plain_options (roadmap);
  g_autoptr (BfLaneLayout) layout = layout_at (roadmap, 0.5, &options);
  guint seen = 1;
  int at = bf_lane_layout_walk (layout, -1, BF_WALK_NEXT);

  g_assert_cmpint (at, ==, 0);
  for (int next; (next = bf_lane_layout_walk (layout, at, BF_WALK_NEXT)) != at; at = next)
    seen++;
  g_assert_cmpuint (seen, ==, layout->lanes[0].n_bars);
  for (int next; (next = bf_lane_layout_walk (layout, at, BF_WALK_DOWN)) != at; at = next)
    g_assert_cmpfloat (layout->bars[next].y, >, layout->bars[at].y);
  g_assert_cmpuint (layout->bars[at].lane, ==, layout->n_lanes - 1);
  g_assert_cmpint (bf_lane_layout_walk (layout, at, BF_WALK_FIRST), ==, 0);
  g_assert_cmpint (bf_lane_layout_walk (layout, at, BF_WALK_LAST), ==, 39);
}

/* Two thousand steps are laid out, and packed as the same rows twice. */
static void
test_many (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (2000, 1);
  BfLaneOptions options = plain_options (roadmap);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (BfLaneLayout) one = layout_at (roadmap, 0.5, &options);
  gint64 took = g_get_monotonic_time () - start;
  g_autoptr (BfLaneLayout) two = layout_at (roadmap, 0.5, &options);

  g_test_message ("2,000 steps laid out in %.1f ms", (double) took / 1000);
  g_assert_cmpuint (one->n_bars, ==, 2000);
  for (guint i = 0; i < one->n_bars; i++)
    {
      g_assert_cmpuint (one->bars[i].row, ==, two->bars[i].row);
      g_assert_cmpfloat (one->bars[i].y, ==, two->bars[i].y);
    }
}

/* Parts keep their storeys, and nothing covers a cutover. */
static void
test_parts (void)
{
  g_autoptr (BfRoadmap) roadmap = timeline_fixture_new (40, 6);
  BfBarSize size = bf_bar_size (BF_DENSITY_NORMAL, 1);

  for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
    for (guint i = 0; i < roadmap->n_steps; i++)
      {
        BfTimeAxis axis =
            bf_time_axis (roadmap->steps[0].start, roadmap->steps[0].start + 3000, scales[s]);
        g_autoptr (BfStepParts) parts =
            bf_step_parts_new (&roadmap->steps[i], axis, size, BF_STEP_PLANNED);
        const BfPart *post = bf_step_parts_find (parts, BF_PART_CUTOVER);
        const BfPart *online = bf_step_parts_find (parts, BF_PART_ONLINE);
        const BfPart *build = bf_step_parts_find (parts, BF_PART_BUILD);

        g_assert_nonnull (build);
        g_assert_cmpfloat (build->box.height, ==, 13);
        if (!post)
          continue;
        g_assert_cmpfloat (post->box.width, >=, 6);
        g_assert_cmpfloat (post->box.y, ==, -3);
        g_assert_cmpfloat (post->box.height, ==, 26);
        g_assert_cmpfloat (online->box.y, ==, 14);
        g_assert_cmpfloat (online->box.x, >=, bf_rect_right (&post->box));
        g_assert_cmpfloat (build->box.x, <=, post->box.x);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/step-parts/storeys", test_parts);
  g_test_add_func ("/lane-layout/nothing-crosses", test_nothing_crosses);
  g_test_add_func ("/lane-layout/lanes", test_lanes);
  g_test_add_func ("/lane-layout/bands", test_bands);
  g_test_add_func ("/lane-layout/mark-in-band", test_mark_in_band);
  g_test_add_func ("/lane-layout/strip-names", test_strip_names);
  g_test_add_func ("/lane-layout/selection", test_selection_is_stable);
  g_test_add_func ("/lane-layout/spread-filter", test_spread_and_filter);
  g_test_add_func ("/lane-layout/low-lanes", test_low_lanes);
  g_test_add_func ("/lane-layout/label-spares-a-row", test_label_spares_a_row);
  g_test_add_func ("/lane-layout/routes", test_routes);
  g_test_add_func ("/lane-layout/floating-label", test_floating_label);
  g_test_add_func ("/lane-layout/walk", test_walk);
  g_test_add_func ("/lane-layout/many", test_many);
  return g_test_run ();
}
