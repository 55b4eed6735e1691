/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Baseline: what was approved last, step by step, against what the plan says now. A
 * baseline keeps the roadmap as --json wrote it. */

#include "bf-workbook-list.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

/* A step of the baseline, of the plan, or of both. */
typedef struct
{
  char *key, *title;
  const BfStepRow *row; /* NULL: no longer planned */
  gboolean approved;    /* FALSE: not in the baseline */
  gint64 start, release;
  gint64 cutover; /* minute */
  double cost;    /* project and validation, units; NAN */
} Pair;

static void
pair_free (gpointer data)
{
  Pair *pair = data;

  g_free (pair->key);
  g_free (pair->title);
  g_free (pair);
}

enum
{
  COL_NR,
  COL_STEP,
  COL_WAS_CUTOVER,
  COL_CUTOVER,
  COL_WAS_RELEASE,
  COL_RELEASE,
  COL_SLIP,
  COL_WAS_COST,
  COL_COST,
  COL_MORE,
  COL_WHY,
  N_COLS,
};

static BfFact
number_of_step (const BfWorkbook *workbook, const BfListRow *row)
{
  const Pair *pair = row->thing;

  return bf_fact_number (pair->row ? pair->row->number : NAN);
}

static BfFact
title (const BfWorkbook *workbook, const BfListRow *row)
{
  const Pair *pair = row->thing;

  return bf_fact_text (pair->row ? pair->row->step->title : pair->title);
}

static BfFact
was_cutover (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_minute (((const Pair *) row->thing)->cutover);
}

static BfFact
cutover (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfStepRow *of = ((const Pair *) row->thing)->row;

  return bf_fact_minute (of && of->step->n_cutovers ? of->step->cutovers[0].start : BF_BLANK);
}

static BfFact
was_release (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_day (((const Pair *) row->thing)->release);
}

static BfFact
release (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfStepRow *of = ((const Pair *) row->thing)->row;

  return bf_fact_day (of ? of->step->finish : BF_BLANK);
}

static BfFact
was_cost (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const Pair *) row->thing)->cost);
}

static double
cost_of (const BfStepRow *row)
{
  return bf_money_to_units (row->money[BF_MONEY_CAPEX] + row->money[BF_MONEY_OPEX] +
                            row->money[BF_MONEY_VALIDATION]);
}

static BfFact
cost (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfStepRow *of = ((const Pair *) row->thing)->row;
  g_autofree char *capex = bf_table_ref (&bf_steps_table, BF_STEPS_CAPEX);
  g_autofree char *opex = bf_table_ref (&bf_steps_table, BF_STEPS_OPEX);
  g_autofree char *validation = bf_table_ref (&bf_steps_table, BF_STEPS_VALIDATION);
  g_autofree char *numbers = bf_table_ref (&bf_steps_table, BF_STEPS_NO);

  if (of == NULL)
    return bf_fact_number (NAN);
  return bf_fact_formula (cost_of (of),
                          "=SUMIFS(%s,%s,%d)+SUMIFS(%s,%s,%d)+SUMIFS(%s,%s,%d)",
                          capex,
                          numbers,
                          of->number,
                          opex,
                          numbers,
                          of->number,
                          validation,
                          numbers,
                          of->number);
}

/* A difference where both sides are there. */
static BfFact
difference (const BfListRow *row, guint was, guint is, double value)
{
  if (!isfinite (value))
    return bf_fact_number (NAN);
  return bf_fact_formula (value, "=%s-%s", BF_CELL (row, is), BF_CELL (row, was));
}

static BfFact
slip (const BfWorkbook *workbook, const BfListRow *row)
{
  const Pair *pair = row->thing;
  gboolean both = pair->row && pair->release != BF_BLANK;

  return difference (row,
                     COL_WAS_RELEASE,
                     COL_RELEASE,
                     both ? (double) (pair->row->step->finish - pair->release) : NAN);
}

static BfFact
more (const BfWorkbook *workbook, const BfListRow *row)
{
  const Pair *pair = row->thing;

  return difference (
      row, COL_WAS_COST, COL_COST, pair->row ? cost_of (pair->row) - pair->cost : NAN);
}

static BfFact
why (const BfWorkbook *workbook, const BfListRow *row)
{
  const Pair *pair = row->thing;

  if (pair->row == NULL)
    return bf_fact_text (_ ("No longer planned."));
  if (!pair->approved)
    return bf_fact_text (_ ("Not in the baseline."));
  return bf_fact_text (pair->release == pair->row->step->finish ? NULL : pair->row->step->held_by);
}

static const BfListColumn columns[N_COLS] = {
  [COL_NR] = BF_OWN (N_ ("Nr"), "", 6, YEAR, number_of_step),
  [COL_STEP] = BF_OWN (N_ ("Step"), "", 44, WRAP, title),
  [COL_WAS_CUTOVER] = BF_OWN (N_ ("Cutover approved"), "", 15, MINUTE, was_cutover),
  [COL_CUTOVER] = BF_OWN (N_ ("Cutover now"), "", 15, MINUTE, cutover),
  [COL_WAS_RELEASE] = BF_OWN (N_ ("Release approved"), "", 12, DAY, was_release),
  [COL_RELEASE] = BF_OWN (N_ ("Release now"), "", 12, DAY, release),
  [COL_SLIP] = BF_OWN (N_ ("Later by"), N_ ("days"), 10, COUNT, slip, .flags = BF_LIST_STRONG),
  [COL_WAS_COST] =
      BF_OWN (N_ ("Cost approved"), "k¤", 11, THOUSANDS, was_cost, .flags = BF_LIST_SUM),
  [COL_COST] = BF_OWN (N_ ("Cost now"), "k¤", 11, THOUSANDS, cost, .flags = BF_LIST_SUM),
  [COL_MORE] =
      BF_OWN (N_ ("More by"), "k¤", 10, THOUSANDS, more, .flags = BF_LIST_STRONG | BF_LIST_SUM),
  [COL_WHY] = BF_OWN (N_ ("What holds it"), "", 46, WRAP, why),
};
static const BfList baseline_list = {
  .name = "Baseline",
  .empty = N_ ("No baseline yet: once one is approved, it stands here beside the forecast."),
  .columns = columns,
  .n_columns = N_COLS,
  .kind = BF_NO_RECORD,
};

/* --- Reading --- */

static const BfBaseline *
latest_baseline (const BfPlan *plan)
{
  const BfBaseline *latest = NULL;

  for (guint i = 0; i < bf_plan_count (plan, BF_BASELINE); i++)
    {
      const BfBaseline *baseline = BF_ROW (plan, BASELINE, BfBaseline, i);

      if (baseline->roadmap && *baseline->roadmap &&
          (latest == NULL || baseline->approved_on >= latest->approved_on))
        latest = baseline;
    }
  return latest;
}

static const char *
text_of (JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                  : NULL;
}

static JsonArray *
list_of (JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
object_of (JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonObject *
object_at (JsonArray *list, guint i)
{
  JsonNode *node =
      list && i < json_array_get_length (list) ? json_array_get_element (list, i) : NULL;

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static double
expected_of (JsonObject *step, const char *name)
{
  JsonObject *spread = object_of (step, name);
  JsonNode *node = spread ? json_object_get_member (spread, "expected") : NULL;

  return node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : NAN;
}

static gint64
day_of (JsonObject *step, const char *name)
{
  const char *text = text_of (step, name);
  gint64 day;

  return text && bf_day_parse (text, &day) ? day : BF_BLANK;
}

static Pair *
read_pair (JsonObject *step)
{
  Pair *pair = g_new0 (Pair, 1);
  const char *start = text_of (object_at (list_of (step, "cutovers"), 0), "start");

  pair->approved = TRUE;
  pair->key = g_strdup (text_of (step, "id"));
  pair->title = g_strdup (text_of (step, "title"));
  pair->cost = expected_of (step, "project_cost") + expected_of (step, "validation_cost");
  pair->start = day_of (step, "start");
  pair->release = day_of (step, "finish");
  if (start == NULL || !bf_minute_parse (start, &pair->cutover))
    pair->cutover = BF_BLANK;
  return pair;
}

static GPtrArray *
read_baseline (const BfBaseline *baseline)
{
  GPtrArray *pairs = g_ptr_array_new_with_free_func (pair_free);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;
  JsonArray *steps;

  if (!json_parser_load_from_data (parser, baseline->roadmap, -1, NULL))
    return pairs;
  root = json_parser_get_root (parser);
  steps =
      root && JSON_NODE_HOLDS_OBJECT (root) ? list_of (json_node_get_object (root), "steps") : NULL;
  for (guint i = 0; steps && i < json_array_get_length (steps); i++)
    if (object_at (steps, i))
      g_ptr_array_add (pairs, read_pair (object_at (steps, i)));
  return pairs;
}

GPtrArray *
bf_workbook_read_approved (const BfPlan *plan)
{
  const BfBaseline *baseline = latest_baseline (plan);

  return baseline ? read_baseline (baseline) : NULL;
}

gboolean
bf_workbook_approved (const BfWorkbook *workbook,
                      const char *key,
                      gint64 *start,
                      gint64 *of_cutover,
                      gint64 *of_release)
{
  for (guint i = 0; workbook->approved && i < workbook->approved->len; i++)
    {
      const Pair *pair = workbook->approved->pdata[i];

      if (g_strcmp0 (pair->key, key) != 0)
        continue;
      *start = pair->start;
      *of_cutover = pair->cutover;
      *of_release = pair->release;
      return TRUE;
    }
  return FALSE;
}

static void
join_plan (const BfWorkbook *workbook, GPtrArray *pairs)
{
  guint n = pairs->len;

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    {
      const BfStepRow *row = &workbook->rows[i];
      Pair *found = NULL;

      for (guint k = 0; k < n && !found; k++)
        if (g_strcmp0 (((Pair *) pairs->pdata[k])->key, row->step->key) == 0)
          found = pairs->pdata[k];
      if (!found)
        {
          found = g_new0 (Pair, 1);
          found->start = found->release = found->cutover = BF_BLANK;
          found->cost = NAN;
          g_ptr_array_add (pairs, found);
        }
      found->row = row;
    }
}

/* Owned by the caller. */
static char *
note_of (const BfBaseline *baseline)
{
  g_autofree char *day = baseline && baseline->approved_on != BF_BLANK
                             ? bf_workbook_day_text (baseline->approved_on)
                             : NULL;

  if (baseline == NULL)
    return g_strdup (_ ("What was approved against what is forecast, step by step."));
  if (day == NULL)
    return g_strdup (baseline->name);
  /* Translators: name of a baseline, then a date. */
  return g_strdup_printf (_ ("“%s”, approved on %s, against the forecast. Cost is capex, opex and "
                             "validation."),
                          baseline->name,
                          day);
}

void
bf_workbook_write_baseline (BfWorkbook *workbook, BfSheet *sheet)
{
  const BfBaseline *baseline = latest_baseline (workbook->plan);
  g_autoptr (GPtrArray) pairs = baseline ? read_baseline (baseline) : g_ptr_array_new ();
  g_autofree char *note = note_of (baseline);

  if (baseline)
    join_plan (workbook, pairs);
  bf_list_write_sheet (workbook, sheet, &baseline_list, _ ("baseline and forecast"), note, pairs);
}
