/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mini-timeline.h"

#include <math.h>

#include "ui-fixture.h"

static double
measure (const char *text, BfTextKind kind, gpointer data)
{
  return 6.0 * (double) g_utf8_strlen (text, -1);
}

static BfMiniTimeline *
lay_out (const BfRoadmap *roadmap)
{
  return bf_mini_timeline_new (
      roadmap, bf_plan_plant (roadmap->plan)->start + 30, 1000, 250, measure, NULL);
}

/* Each step has its own line, by start; each cutover its post on it. */
static void
test_steps (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfMiniTimeline) layout = lay_out (roadmap);
  guint posts = 0, i;

  g_assert_cmpuint (layout->steps->len, ==, roadmap->n_steps);
  for (i = 0; i < roadmap->n_steps; i++)
    posts += roadmap->steps[i].n_cutovers;
  g_assert_cmpuint (layout->posts->len, ==, posts);
  for (i = 0; i < layout->steps->len; i++)
    {
      const BfMiniStep *step = &g_array_index (layout->steps, BfMiniStep, i);

      g_assert_cmpfloat (step->from, >=, 0);
      g_assert_cmpfloat (step->from, <=, step->cutover);
      g_assert_cmpfloat (step->cutover, <=, step->release);
      g_assert_cmpfloat (step->release, <=, layout->width);
      g_assert_cmpfloat (step->y, >, layout->top);
      g_assert_cmpfloat (step->y, <, layout->bottom);
      if (i > 0)
        {
          g_assert_cmpfloat (step->from, >=, g_array_index (layout->steps, BfMiniStep, i - 1).from);
          g_assert_cmpfloat (step->y, >, g_array_index (layout->steps, BfMiniStep, i - 1).y);
        }
    }
}

/* Ribbons follow each other without a hole. */
static void
test_phases (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfMiniTimeline) layout = lay_out (roadmap);
  double end = 0;
  guint i;

  g_assert_cmpuint (layout->phases->len, ==, 4);
  for (i = 0; i < layout->phases->len; i++)
    {
      const BfMiniPhase *phase = &g_array_index (layout->phases, BfMiniPhase, i);

      g_assert_cmpfloat_with_epsilon (phase->x, end, 1e-9);
      g_assert_cmpfloat (phase->width, >, 0);
      end = phase->x + phase->width;
    }
  g_assert_cmpfloat (end, <=, layout->width);
}

/* Phases whose gates fall on one day are all to be seen, each with room for its number. */
static void
test_same_gate (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfMiniTimeline) layout = NULL;
  double end = 0;
  guint i;

  for (i = 0; i < roadmap->n_phases; i++)
    roadmap->phases[i].gate = roadmap->finish.p90;
  layout = lay_out (roadmap);
  g_assert_cmpuint (layout->phases->len, ==, 4);
  for (i = 0; i < layout->phases->len; i++)
    {
      const BfMiniPhase *phase = &g_array_index (layout->phases, BfMiniPhase, i);

      g_assert_cmpint (phase->phase, ==, (int) i);
      g_assert_cmpfloat (phase->width, >=, 30);
      end = phase->x + phase->width;
    }
  g_assert_cmpfloat (end, <=, layout->width);
}

/* Names that are shown keep their distance, and no shutdown stands twice. */
static void
test_bands (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfMiniTimeline) layout = lay_out (roadmap);
  double name_end = -100, band_end = -100;
  guint i;

  g_assert_cmpuint (layout->bands->len, >, 1);
  for (i = 0; i < layout->bands->len; i++)
    {
      const BfMiniBand *band = &g_array_index (layout->bands, BfMiniBand, i);

      g_assert_cmpfloat (band->x, >=, band_end);
      band_end = band->x + band->width;
      if (band->name != NULL)
        {
          double half = measure (band->name, BF_TEXT_STRIP, NULL) / 2;
          double middle = band->x + band->width / 2;

          g_assert_cmpfloat (middle - half, >, name_end);
          g_assert_cmpfloat (middle + half, <=, layout->width);
          name_end = middle + half;
        }
    }
}

static void
test_finish (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfMiniTimeline) layout = lay_out (roadmap);
  g_autoptr (BfMiniTimeline) early = NULL;

  g_assert_cmpfloat (layout->p50, <=, layout->p80);
  g_assert_cmpfloat (layout->p80, <=, layout->p90);
  g_assert_cmpfloat (layout->p90, <, layout->width);
  g_assert_false (isnan (layout->today));
  roadmap->draws.n_draws = 0;
  early = bf_mini_timeline_new (roadmap, 1000000, 1000, 250, measure, NULL);
  g_assert_true (isnan (early->p50));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mini-timeline/steps", test_steps);
  g_test_add_func ("/mini-timeline/phases", test_phases);
  g_test_add_func ("/mini-timeline/same-gate", test_same_gate);
  g_test_add_func ("/mini-timeline/bands", test_bands);
  g_test_add_func ("/mini-timeline/finish", test_finish);
  return g_test_run ();
}
