/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-json.h"
#include "bf-mspdi-reader.h"
#include "bf-mspdi.h"
#include "bf-plan-text.h"
#include "bf-test-roadmap.h"

#include <string.h>

/* The hand-made roadmap, its plan changed by @lines. */
static char *
text_with (const char *lines)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autoptr (BfPlan) plan = bf_test_plan_with (roadmap->plan, lines);
  const BfPlan *before = roadmap->plan;
  char *text;

  roadmap->plan = plan;
  text = bf_mspdi_text (roadmap, NULL);
  roadmap->plan = before;
  return text;
}

static BfProject *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  BfProject *project = bf_project_read_text (text, strlen (text), &error);

  g_assert_no_error (error);
  return project;
}

/* The first task of the step that is @what. */
static const BfProjectTask *
task_of (const BfProject *project, const char *step, const char *what)
{
  for (guint i = 0; i < project->tasks->len; i++)
    {
      const BfProjectTask *task = project->tasks->pdata[i];

      if (g_strcmp0 (task->fields[BF_TASK_STEP], step) == 0 &&
          g_strcmp0 (task->fields[BF_TASK_WHAT], what) == 0)
        return task;
    }
  g_error ("%s has no %s", step, what);
  return NULL;
}

static const BfTaskLink *
link_of (const BfProjectTask *task, const BfProjectTask *before)
{
  for (guint i = 0; i < task->links->len; i++)
    if (g_array_index (task->links, BfTaskLink, i).uid == before->uid)
      return &g_array_index (task->links, BfTaskLink, i);
  return NULL;
}

/* Two steps of which the first is released before the second is cut over. */
static void
find_pair (const BfRoadmap *roadmap, const char **before, const char **after)
{
  for (guint a = 0; a < roadmap->n_steps; a++)
    for (guint b = 0; b < roadmap->n_steps; b++)
      if (roadmap->steps[b].n_cutovers > 0 &&
          roadmap->steps[a].finish < bf_minute_day (roadmap->steps[b].cutovers[0].start))
        {
          *before = roadmap->steps[a].key;
          *after = roadmap->steps[b].key;
          return;
        }
  g_assert_not_reached ();
}

/* A dependency of the plan is a link with its lag, in tenths of a minute of working time. */
static void
test_lag (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  const char *before = NULL, *after = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *text = NULL;
  g_autoptr (BfProject) project = NULL;
  const BfTaskLink *link;

  find_pair (roadmap, &before, &after);
  lines =
      g_strdup_printf ("dependency | key=D1 | before=%s | after=%s | lag_days=3", before, after);
  text = text_with (lines);
  project = read_text (text);
  link = link_of (task_of (project, after, "cutover"), task_of (project, before, "release"));
  g_assert_nonnull (link);
  g_assert_cmpint (link->type, ==, BF_LINK_FINISH_TO_START);
  g_assert_cmpint (link->lag_minutes, ==, 3 * 480);
  g_assert_nonnull (strstr (text, "<LinkLag>14400</LinkLag>"));
}

static void
test_start_to_start (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  const char *before = NULL, *after = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *text = NULL;
  g_autoptr (BfProject) project = NULL;
  gboolean found = FALSE;

  find_pair (roadmap, &before, &after);
  lines = g_strdup_printf (
      "dependency | key=D1 | before=%s | after=%s | kind=start to start", before, after);
  text = text_with (lines);
  project = read_text (text);
  for (guint i = 0; i < project->tasks->len; i++)
    {
      const BfProjectTask *task = project->tasks->pdata[i];

      for (guint k = 0; k < task->links->len; k++)
        if (g_array_index (task->links, BfTaskLink, k).type == BF_LINK_START_TO_START)
          {
            g_assert_cmpstr (task->fields[BF_TASK_STEP], ==, after);
            found = TRUE;
          }
    }
  g_assert_true (found);
}

/* What was approved stands beside what is planned. */
static void
test_baseline (void)
{
  g_autofree char *text =
      text_with ("baseline | key=B1 | name=Approved | approved_on=2027-01-15 | roadmap="
                 "{\"steps\": []}");
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autofree char *json = NULL;
  g_autofree char *line = NULL;
  g_autofree char *known = NULL;

  g_assert_null (strstr (text, "<Baseline>"));
  json = g_strdup_printf ("{\"steps\": [{\"id\": \"%s\", \"start\": \"2027-02-01\", "
                          "\"finish\": \"2027-04-30\", \"cutovers\": []}]}",
                          roadmap->steps[0].key);
  line = g_strdup_printf ("baseline | key=B1 | name=Approved | approved_on=2027-01-15 | roadmap=%s",
                          json);
  known = text_with (line);
  g_assert_nonnull (strstr (known, "<Start>2027-04-30T17:00:00</Start>"));
  g_assert_nonnull (strstr (known, "<Start>2027-02-01T08:00:00</Start>"));
}

/* A task of a step says its key, what it is and the windows of its cutover. */
static void
test_fields (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  g_autofree char *text = bf_mspdi_text (roadmap, NULL);
  g_autoptr (BfProject) project = read_text (text);

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];
      const BfProjectTask *release = task_of (project, step->key, "release");

      g_assert_true (release->milestone);
      g_assert_cmpint (bf_minute_day (release->start), ==, step->finish);
      if (step->n_cutovers > 0 && step->cutovers[0].hours > 0)
        {
          const BfProjectTask *cutover = task_of (project, step->key, "cutover");
          g_autofree char *start = bf_minute_format (step->cutovers[0].start);

          g_assert_cmpint (cutover->start, ==, step->cutovers[0].start);
          g_assert_cmpstr (cutover->fields[BF_TASK_EXPORTED], ==, start);
        }
    }
}

static void
assert_refused (const char *text, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (bf_project_read_text (text, strlen (text), &error));
  g_assert_nonnull (error);
  if (!strstr (error->message, says))
    g_error ("“%s” instead of “%s”", error->message, says);
}

static void
test_hostile (void)
{
  assert_refused ("", "no whole XML");
  assert_refused ("<Project><Tasks>", "no whole XML");
  assert_refused ("<Sheet/>", "no project");
  assert_refused ("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
                  "<Project><Title>&b;</Title></Project>",
                  "document type");
}

/* What a stranger writes into numbers and dates is blank. */
static void
test_odd_values (void)
{
  g_autoptr (BfProject) project = read_text (
      "<Project xmlns='http://schemas.microsoft.com/project'><Tasks>"
      "<Task><UID>99999999999999999999</UID><Name>A</Name><Start>2027-02-30T08:00:00</Start>"
      "<PredecessorLink><PredecessorUID>x</PredecessorUID><Type>1</Type></PredecessorLink>"
      "<PredecessorLink><PredecessorUID>7</PredecessorUID><Type>9</Type></PredecessorLink></Task>"
      "<Task><IsNull>1</IsNull></Task></Tasks></Project>");
  const BfProjectTask *task = project->tasks->pdata[0];

  g_assert_cmpuint (project->tasks->len, ==, 1);
  g_assert_cmpint (task->start, ==, BF_BLANK);
  g_assert_cmpuint (task->links->len, ==, 0);
  g_assert_null (bf_project_find (project, 7));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mspdi/lag", test_lag);
  g_test_add_func ("/mspdi/start-to-start", test_start_to_start);
  g_test_add_func ("/mspdi/baseline", test_baseline);
  g_test_add_func ("/mspdi/fields", test_fields);
  g_test_add_func ("/mspdi/hostile", test_hostile);
  g_test_add_func ("/mspdi/odd-values", test_odd_values);
  return g_test_run ();
}
