/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-time-axis.h"

#include <math.h>
#include <string.h>

/* Six pixels a letter. */
static double
measure (const char *text, BfTextKind kind, gpointer data)
{
  return 6.0 * (double) g_utf8_strlen (text, -1);
}

static void
assert_ruler (gint64 first, double px_per_day, double width, BfRulerRow row, const char *expected)
{
  BfTimeAxis axis = bf_time_axis (first, first + 3000, px_per_day);
  g_autoptr (GArray) cells = bf_time_axis_ruler (axis, row, 0, width, measure, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      const BfRulerCell *cell = &g_array_index (cells, BfRulerCell, i);

      g_string_append_printf (text, "%s%s", i ? "|" : "", cell->label ? cell->label : "");
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_places (void)
{
  gint64 first = bf_day_from_civil (2027, 1, 1);
  BfTimeAxis axis = bf_time_axis_fit (first, first + 999, 500);

  g_assert_cmpfloat (axis.px_per_day, ==, 0.5);
  g_assert_cmpfloat (bf_time_axis_x (axis, first + 10), ==, 5);
  g_assert_cmpfloat (bf_time_axis_minute_x (axis, bf_day_minute (first + 1) + 720), ==, 0.75);
  g_assert_cmpint (bf_time_axis_day (axis, 5.49), ==, first + 10);
  g_assert_cmpint (bf_time_axis_day (axis, -0.01), ==, first - 1);
  g_assert_cmpfloat (bf_time_axis_width (axis), ==, 500);
}

static void
test_zoom (void)
{
  BfTimeAxis axis = bf_time_axis (0, 10, 0.99);

  g_assert_cmpint (bf_time_axis_zoom (axis), ==, BF_ZOOM_YEARS);
  g_assert_cmpint (bf_time_axis_zoom (bf_time_axis_scaled (axis, 1)), ==, BF_ZOOM_QUARTERS);
  g_assert_cmpint (bf_time_axis_zoom (bf_time_axis_scaled (axis, 6)), ==, BF_ZOOM_WEEKS);
  g_assert_cmpint (bf_time_axis_zoom (bf_time_axis_scaled (axis, 30)), ==, BF_ZOOM_DAYS);
  g_assert_cmpfloat (bf_time_axis_scaled (axis, 1e9).px_per_day, ==, BF_AXIS_MAX_PX_PER_DAY);
  g_assert_cmpfloat (bf_time_axis_scaled (axis, 0).px_per_day, ==, BF_AXIS_MIN_PX_PER_DAY);
}

static void
test_ruler (void)
{
  gint64 first = bf_day_from_civil (2027, 7, 10);
  gint64 monday = bf_day_from_civil (2028, 7, 17);

  assert_ruler (first, 0.5, 300, BF_RULER_MAJOR, "2027|2028|");
  assert_ruler (first, 0.5, 140, BF_RULER_MINOR, "Q3|Q4|Q1|");
  assert_ruler (first, 0.44, 140, BF_RULER_MINOR, "");
  assert_ruler (first, 2, 300, BF_RULER_MAJOR, "Q3 2027|Q4 2027");
  assert_ruler (first, 2, 100, BF_RULER_MINOR, "Jul|Aug");
  assert_ruler (monday, 8, 250, BF_RULER_MAJOR, "July 2028|August 2028");
  assert_ruler (monday, 8, 112, BF_RULER_MINOR, "W29|W30|");
  assert_ruler (monday, 60, 420, BF_RULER_MAJOR, "Week 29, 17 Jul 2028|");
  assert_ruler (monday, 60, 119, BF_RULER_MINOR, "Mon 17|Tue 18");
  assert_ruler (monday, 34, 101, BF_RULER_MINOR, "17|18|19");
}

/* The first cell is cut by the left edge, and keeps its label there. */
static void
test_cut_label (void)
{
  gint64 first = bf_day_from_civil (2027, 1, 1);
  BfTimeAxis axis = bf_time_axis (first, first + 3000, 1);
  g_autoptr (GArray) cells = bf_time_axis_ruler (axis, BF_RULER_MAJOR, 40, 400, measure, NULL);
  const BfRulerCell *cell = &g_array_index (cells, BfRulerCell, 0);

  g_assert_cmpstr (cell->label, ==, "Q1 2027");
  g_assert_cmpfloat (cell->x, ==, 0);
  g_assert_cmpfloat (cell->label_x, >=, 40);
  g_assert_cmpfloat (cell->label_x + 42, <=, cell->x + cell->width);
}

/* At every scale labels keep inside their cells and off each other. */
static void
test_no_overlap (void)
{
  gint64 first = bf_day_from_civil (2026, 12, 29);

  for (double scale = 0.1; scale < 130; scale *= 1.13)
    for (int row = BF_RULER_MAJOR; row <= BF_RULER_MINOR; row++)
      {
        BfTimeAxis axis = bf_time_axis (first, first + 2000, scale);
        g_autoptr (GArray) cells = bf_time_axis_ruler (axis, row, 137, 900, measure, NULL);
        double taken = 137;

        for (guint i = 0; i < cells->len; i++)
          {
            const BfRulerCell *cell = &g_array_index (cells, BfRulerCell, i);
            double width = cell->label ? measure (cell->label, BF_TEXT_RULER_MAJOR, NULL) : 0;

            if (!cell->label)
              continue;
            g_assert_cmpfloat (cell->label_x, >=, MAX (taken, cell->x));
            taken = cell->label_x + width;
            g_assert_cmpfloat (taken, <=, MIN (cell->x + cell->width, 900) + 1e-6);
          }
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-axis/places", test_places);
  g_test_add_func ("/time-axis/zoom", test_zoom);
  g_test_add_func ("/time-axis/ruler", test_ruler);
  g_test_add_func ("/time-axis/cut-label", test_cut_label);
  g_test_add_func ("/time-axis/no-overlap", test_no_overlap);
  return g_test_run ();
}
