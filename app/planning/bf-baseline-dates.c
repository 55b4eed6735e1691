/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-baseline-dates.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

const BfBaseline *
bf_baseline_newest (const BfPlan *plan)
{
  const BfBaseline *newest = NULL;

  /* Rows stand by key: of those of one day the last one wins. */
  for (guint i = 0; i < bf_plan_count (plan, BF_BASELINE); i++)
    {
      const BfBaseline *row = BF_ROW (plan, BASELINE, BfBaseline, i);

      if (row->roadmap && (!newest || row->approved_on >= newest->approved_on))
        newest = row;
    }
  return newest;
}

static BfBaselineDates *
dates_new (const BfBaseline *baseline, guint n_steps)
{
  BfBaselineDates *dates = g_new0 (BfBaselineDates, 1);

  dates->name = g_strdup (baseline->name);
  dates->approved_on = baseline->approved_on;
  dates->finish = BF_BLANK;
  dates->n_steps = n_steps;
  dates->start = g_new (gint64, n_steps + 1);
  dates->release = g_new (gint64, n_steps + 1);
  dates->cutover = g_new (gint64, n_steps + 1);
  for (guint i = 0; i < n_steps; i++)
    dates->start[i] = dates->release[i] = dates->cutover[i] = BF_BLANK;
  return dates;
}

void
bf_baseline_dates_free (BfBaselineDates *dates)
{
  g_free (dates->name);
  g_free (dates->start);
  g_free (dates->release);
  g_free (dates->cutover);
  g_free (dates);
}

/* --- Reading --- */

static const char *
text_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                  : NULL;
}

static gint64
day_member (JsonObject *object, const char *name)
{
  const char *text = text_member (object, name);
  gint64 day;

  return text && bf_day_parse (text, &day) ? day : BF_BLANK;
}

static JsonObject *
object_at (JsonArray *list, guint i)
{
  JsonNode *node = json_array_get_element (list, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonArray *
list_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static gint64
first_cutover (JsonObject *step)
{
  JsonArray *cutovers = list_member (step, "cutovers");
  JsonObject *first =
      cutovers && json_array_get_length (cutovers) > 0 ? object_at (cutovers, 0) : NULL;
  const char *text = first ? text_member (first, "start") : NULL;
  gint64 minute;

  return text && bf_minute_parse (text, &minute) ? minute : BF_BLANK;
}

static void
read_step (BfBaselineDates *dates, const BfRoadmap *roadmap, JsonObject *step)
{
  const char *id = text_member (step, "id");
  int at = id ? bf_roadmap_find (roadmap, id) : -1;
  gint64 release = day_member (step, "finish");

  dates->finish = MAX (dates->finish, release);
  if (at < 0 || release == BF_BLANK)
    return;
  dates->start[at] = day_member (step, "start");
  dates->release[at] = release;
  dates->cutover[at] = first_cutover (step);
  dates->n_known++;
}

static JsonArray *
steps_of (JsonParser *parser)
{
  JsonNode *root = json_parser_get_root (parser);

  if (!root || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  return list_member (json_node_get_object (root), "steps");
}

BfBaselineDates *
bf_baseline_dates_new (const BfBaseline *baseline, const BfRoadmap *roadmap, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  BfBaselineDates *dates;
  JsonArray *steps = NULL;

  if (baseline->roadmap && json_parser_load_from_data (parser, baseline->roadmap, -1, NULL))
    steps = steps_of (parser);
  if (!steps)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_INVALID_DATA,
                   /* Translators: name of a baseline. */
                   _ ("“%s” keeps no roadmap that could be read."),
                   baseline->name);
      return NULL;
    }
  dates = dates_new (baseline, roadmap->n_steps);
  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonObject *step = object_at (steps, i);

      if (step)
        read_step (dates, roadmap, step);
    }
  return dates;
}
