/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-test-plan.h"
#include "bf-test-steps.h"

#define PLANT "plant start=2027-01-04 years=2\n"

/* "build>offline overlap 4; ..." of all edges, steps named where they differ. */
static char *
list_edges (const BfTestPlant *plant, const BfNetwork *network)
{
  static const char *const kinds[] = { "", " overlap", " release", " live", " start" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < network->edges->len; i++)
    {
      const BfEdge *edge = &g_array_index (network->edges, BfEdge, i);
      const BfActivity *before = &g_array_index (network->activities, BfActivity, edge->before);
      const BfActivity *after = &g_array_index (network->activities, BfActivity, edge->after);
      const BfStep *from = g_ptr_array_index (plant->set->steps, before->step);
      const BfStep *to = g_ptr_array_index (plant->set->steps, after->step);

      g_string_append_printf (text,
                              "%s.%s>%s.%s%s",
                              from->key,
                              bf_activity_kind_id (before->kind),
                              to->key,
                              bf_activity_kind_id (after->kind),
                              kinds[edge->kind]);
      if (edge->lag)
        g_string_append_printf (text, " %d", edge->lag);
      if (edge->gate >= 0)
        g_string_append_printf (text, " gate %d", edge->gate);
      g_string_append (text, edge->soft ? " soft\n" : "\n");
    }
  return g_string_free (text, FALSE);
}

static void
assert_edges (const char *statements, const char *expected)
{
  g_autoptr (BfTestPlant) plant = bf_test_plant_new (statements);
  g_autoptr (GError) error = NULL;
  g_autoptr (BfNetwork) network = bf_network_build (plant->set, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = list_edges (plant, network);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_loop (const char *statements, const char *ring)
{
  g_autoptr (BfTestPlant) plant = bf_test_plant_new (statements);
  g_autoptr (GError) error = NULL;
  g_autoptr (BfNetwork) network = bf_network_build (plant->set, &error);
  g_autofree char *pattern = g_strdup_printf ("*: %s.", ring);

  g_assert_error (error, BF_SCHEDULE_ERROR, BF_SCHEDULE_ERROR_LOOP);
  g_assert_null (network);
  if (!g_pattern_match_simple (pattern, error->message))
    g_error ("%s is not in: %s", ring, error->message);
}

static void
test_one_step (void)
{
  assert_edges (PLANT "step A build=10 offline=8 overlap=3 buffer=2 cutover=4 online=5 parallel=20 "
                      "hypercare=10 review=6 campaign=30",
                "A.build>A.offline overlap 3\n"
                "A.build>A.buffer\n"
                "A.offline>A.buffer\n"
                "A.build>A.review start\n"
                "A.buffer>A.cutover\n"
                "A.review>A.cutover\n"
                "A.cutover>A.online\n"
                "A.cutover>A.parallel run\n"
                "A.cutover>A.campaign\n"
                "A.online>A.hypercare\n"
                "A.parallel run>A.hypercare\n"
                "A.cutover>A.hypercare\n");
}

/* One cutover an area; and a step that has none. */
static void
test_cutovers (void)
{
  assert_edges (PLANT "area X\narea Y\nstep A build=1 cutover=4 by-area\n",
                "A.build>A.cutover\n"
                "A.build>A.cutover\n"
                "A.cutover>A.hypercare\n"
                "A.cutover>A.hypercare\n");
  assert_edges (PLANT "step A build=1 online=2\nstep B build=1 needs=A\n",
                "A.build>A.online\n"
                "A.online>A.hypercare\n"
                "A.build>A.hypercare\n"
                "B.build>B.hypercare\n"
                "A.hypercare>B.hypercare release\n");
  assert_edges (PLANT "step A build=1\nstep B build=1 hypercare=5 needs=A\n",
                "A.build>A.hypercare\n"
                "B.build>B.hypercare\n"
                "A.hypercare>B.hypercare live\n");
}

/* A gate waits for what the next phase requires, and holds planned stops of later phases only;
 * decommissions neither wait nor hold. */
static void
test_gates (void)
{
  g_autoptr (BfTestPlant) plant =
      bf_test_plant_new (PLANT "step A phase=0\n"
                               "step B phase=1 needs=A cutover=4\n"
                               "step C phase=2 cutover=4\n"
                               "step D phase=2 cutover=0\n"
                               "step E phase=2 cutover=4 archetype=ST38\n"
                               "step F phase=0 cutover=4\n");
  g_autoptr (BfNetwork) network = bf_network_build (plant->set, NULL);
  g_autofree char *text = list_edges (plant, network);

  g_assert_nonnull (strstr (text, "A.hypercare>B.cutover release gate 0\n"));
  g_assert_nonnull (strstr (text, "A.hypercare>C.cutover release gate 0\n"));
  g_assert_null (strstr (text, ">D.cutover release"));
  g_assert_null (strstr (text, ">E.cutover release"));
  g_assert_null (strstr (text, ">F.cutover release"));
  g_assert_null (strstr (text, "B.hypercare>"));
}

static void
test_rules (void)
{
  g_autoptr (BfTestPlant) plant =
      bf_test_plant_new (PLANT "step B build=1 archetype=ST04 cutover=1 owner restore\n"
                               "step C build=1 archetype=ST02\n"
                               "step D cutover=1 restore owner\n"
                               "step E cutover=1 archetype=ST38 serves=D\n"
                               "step F cutover=1 soft=D\n"
                               "step G cutover=1 soft=F anyof=D,H\n"
                               "step H cutover=1 needs=G\n"
                               "depend F on=H kind=start_to_start lag=3\n"
                               "depend F on=E kind=cutover_to_cutover lag=-2\n"
                               "depend H on=D kind=release_to_start\n");
  g_autoptr (BfNetwork) network = bf_network_build (plant->set, NULL);
  g_autofree char *text = list_edges (plant, network);

  g_assert_null (strstr (text, "B.hypercare>B.cutover release"));
  g_assert_nonnull (strstr (text, "C.hypercare>B.cutover release\n"));
  g_assert_nonnull (strstr (text, "B.hypercare>D.cutover release\n"));
  g_assert_nonnull (strstr (text, "C.hypercare>D.cutover release\n"));
  g_assert_nonnull (strstr (text, "D.hypercare>E.cutover release\n"));
  g_assert_nonnull (strstr (text, "D.hypercare>F.cutover release soft\n"));
  g_assert_nonnull (strstr (text, "D.hypercare>G.cutover release\n"));
  /* H needs G, so it cannot be the member that G waits for. */
  g_assert_null (strstr (text, "H.hypercare>G.cutover"));
  g_assert_nonnull (strstr (text, "H.build>F.build start 3\n"));
  g_assert_nonnull (strstr (text, "E.cutover>F.cutover release -2\n"));
  g_assert_nonnull (strstr (text, "D.hypercare>H.build release\n"));
}

/* A soft order that would close a ring is left out. */
static void
test_soft_loop (void)
{
  assert_edges (PLANT "step A cutover=1 soft=B\nstep B cutover=1 needs=A\n",
                "A.build>A.cutover\n"
                "A.cutover>A.hypercare\n"
                "B.build>B.cutover\n"
                "B.cutover>B.hypercare\n"
                "A.hypercare>B.cutover release\n");
}

/* The ring in the order of needing; one that needs itself apart. */
static void
test_loops (void)
{
  assert_loop (PLANT "step A cutover=1 needs=B\n"
                     "step B cutover=1 needs=C\n"
                     "step C cutover=1 needs=A\n"
                     "step D cutover=1\n"
                     "step E cutover=1 needs=D\n"
                     "depend D on=D\n",
               "A → B → C → A; D → D");
  assert_loop (PLANT "step A cutover=1 anyof=B\nstep B cutover=1 needs=A\n", "A → B → A");
  assert_loop (PLANT "step A build=3\n"
                     "step B build=3\n"
                     "depend A on=B kind=start_to_start\n"
                     "depend B on=A kind=start_to_start\n",
               "A → B → A");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/network/one-step", test_one_step);
  g_test_add_func ("/network/cutovers", test_cutovers);
  g_test_add_func ("/network/gates", test_gates);
  g_test_add_func ("/network/rules", test_rules);
  g_test_add_func ("/network/soft-loop", test_soft_loop);
  g_test_add_func ("/network/loops", test_loops);
  return g_test_run ();
}
