/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds a step, followed back to something that nobody waits for. */

#include "bf-hold-chain.h"

#include "bf-planned.h"
#include "bf-test-sample.h"

static const BfRoadmapActivity *
activity_at (const BfRoadmap *roadmap, const GArray *chain, guint i)
{
  const BfChainLink *link = &g_array_index (chain, BfChainLink, i);

  return &roadmap->steps[link->step].activities[link->activity];
}

static gboolean
is_root (BfHold hold)
{
  return hold == BF_HELD_BY_START || hold == BF_HELD_BY_BUDGET || hold == BF_HELD_BY_PIN ||
         hold == BF_HELD_BY_CLAIM;
}

/* Every step of a plant: its chain begins at its cutover, goes back in time, and ends at a root; a
 * team that is short of people by itself is one too, and so is a window for which a claim came too
 * late. */
static void
check_sample (const char *name, guint *crossing, guint *waiting)
{
  g_autoptr (BfPlan) plan = bf_test_sample (name);
  g_autoptr (BfRoadmap) roadmap = bf_test_planned (plan, 20);

  for (guint s = 0; s < roadmap->n_steps; s++)
    {
      g_autoptr (GArray) chain = bf_hold_chain (roadmap, (int) s);
      const BfRoadmapActivity *last;

      g_assert_cmpuint (chain->len, >, 0);
      g_assert_cmpint (g_array_index (chain, BfChainLink, 0).step, ==, s);
      if (roadmap->steps[s].n_cutovers > 0)
        g_assert_cmpint (activity_at (roadmap, chain, 0)->kind, ==, BF_ACTIVITY_CUTOVER);
      for (guint i = 1; i < chain->len; i++)
        {
          g_assert_cmpint (activity_at (roadmap, chain, i)->start,
                           <=,
                           activity_at (roadmap, chain, i - 1)->start);
          *crossing += g_array_index (chain, BfChainLink, i).step !=
                       g_array_index (chain, BfChainLink, i - 1).step;
          *waiting += g_array_index (chain, BfChainLink, i - 1).wait_days > 0;
        }
      last = activity_at (roadmap, chain, chain->len - 1);
      if (last->hold == BF_HELD_BY_TEAM)
        g_assert_null (last->after);
      else if (last->hold == BF_HELD_BY_WINDOW)
        {
          const BfChainLink *link = &g_array_index (chain, BfChainLink, chain->len - 1);

          g_assert_null (last->after);
          g_assert_cmpint (last->ready, ==, roadmap->steps[link->step].step->claim_gate + 1);
        }
      else
        g_assert_true (is_root (last->hold));
    }
}

static void
test_samples (void)
{
  guint crossing = 0, waiting = 0;

  check_sample ("aerospace", &crossing, &waiting);
  check_sample ("small", &crossing, &waiting);
  g_assert_cmpuint (crossing, >, 0);
  g_assert_cmpuint (waiting, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hold-chain/samples", test_samples);
  return g_test_run ();
}
