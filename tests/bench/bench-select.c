/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Selection on generated plants: systems that nobody decided on and whose support ends, spread over
 * areas, gaps in maturity besides, and money for two fifths of what they ask. */

#include "bench.h"

#include "bf-selection.h"
#include "bf-step-cost.h"
#include "bf-test-case.h"

#define N_AREAS 25
#define SHARE_OF_MONEY 0.4

static const char *const types[] = { "SCADA", "MES", "LIMS", "PLC", "WMS", "HMI" };

static void
add_system (GString *text, GRand *rand, guint i)
{
  g_string_append_printf (
      text,
      "system | system_id=S%03u | name=S%03u | type=%s | isa95_level=%d | area=A%02d | "
      "business_criticality=%d | eos_date=%d-06-30 | incidents_12m=%d | "
      "experts=%d\n",
      i,
      i,
      types[i % G_N_ELEMENTS (types)],
      i % G_N_ELEMENTS (types) == 3 ? 1 : 3,
      g_rand_int_range (rand, 0, N_AREAS),
      g_rand_int_range (rand, 1, 6),
      g_rand_int_range (rand, 2018, 2029),
      g_rand_int_range (rand, 0, 8),
      g_rand_int_range (rand, 0, 4));
}

static GString *
make_plant (guint n_systems)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (n_systems);
  GString *text = g_string_new ("plant | key=P | start=2027-01-04 | currency=EUR\n");

  for (guint i = 0; i < N_AREAS; i++)
    g_string_append_printf (text, "area | key=A%02u | name=A%02u\n", i, i);
  for (guint i = 0; i < n_systems; i++)
    add_system (text, rand, i);
  for (guint i = 1; i <= 16; i++)
    g_string_append_printf (text,
                            "result | key=D%u | dimension=SIRI:D%u | verified=1 | target=%d | "
                            "weight=%d\n",
                            i,
                            i,
                            g_rand_int_range (rand, 2, 5),
                            g_rand_int_range (rand, 1, 6));
  return text;
}

static void
add_budgets (GString *text, const Case *one)
{
  gint64 capex = 0, validation = 0, opex = 0;

  for (guint i = 0; i < one->set->steps->len; i++)
    {
      BfStepCost cost = bf_step_expected_cost (one->set, one->set->steps->pdata[i]);

      capex += cost.capex_minor;
      validation += cost.validation_minor;
      opex += cost.opex_minor;
    }
  g_string_append_printf (
      text,
      "budget | key=C | kind=capex | amount=%.0f\nbudget | key=V | kind=validation | amount=%.0f\n"
      "budget | key=O | kind=opex | amount=%.0f\n",
      SHARE_OF_MONEY * (double) capex / 100,
      SHARE_OF_MONEY * (double) validation / 100,
      SHARE_OF_MONEY * (double) opex / 100);
}

/* A plant with about that many candidates. */
static void
make_case (guint n_candidates, Case *one)
{
  guint n_systems = n_candidates;
  GString *text = NULL;

  for (guint i = 0; i < 4; i++)
    {
      if (text)
        {
          case_clear (one);
          g_string_free (text, TRUE);
        }
      text = make_plant (n_systems);
      case_init (one, bf_test_plan (text->str));
      n_systems = MAX (1, n_systems * n_candidates / MAX (1, one->set->steps->len));
    }
  add_budgets (text, one);
  case_clear (one);
  case_init (one, bf_test_plan (text->str));
  g_string_free (text, TRUE);
}

static void
measure (guint n_candidates, gboolean first)
{
  Case one;
  g_autoptr (BfSelection) selection = NULL;
  gint64 before;
  double seconds;

  make_case (n_candidates, &one);
  before = g_get_monotonic_time ();
  selection = bf_selection_propose (one.set, 0);
  seconds = (double) (g_get_monotonic_time () - before) / G_USEC_PER_SEC;
  g_print ("%s\n  {\"candidates\": %u, \"seconds\": %.3f, \"nodes\": %u, \"points\": %.2f, "
           "\"gap\": %.2f, \"gap_share\": %.4f, \"proven\": %s}",
           first ? "" : ",",
           one.set->steps->len,
           seconds,
           selection->nodes,
           selection->points,
           selection->gap,
           selection->gap / MAX (selection->points, 1e-9),
           selection->optimal ? "true" : "false");
  g_clear_pointer (&selection, bf_selection_free);
  case_clear (&one);
}

int
bench_select (int argc, char **argv)
{
  static const guint sizes[] = { 40, 100, 300 };
  gboolean first = TRUE;

  g_print ("{\"bench\": \"select\", \"runs\": [");
  for (int i = 1; i + 1 < argc; i += 2)
    if (g_str_equal (argv[i], "--candidates"))
      {
        measure ((guint) g_ascii_strtoull (argv[i + 1], NULL, 10), first);
        first = FALSE;
      }
  for (guint i = 0; first && i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i], i == 0);
  g_print ("\n]}\n");
  return 0;
}
