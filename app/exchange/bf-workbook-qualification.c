/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Qualification: what each step has to prove, when, by how many person-days and for how
 * much; and the cycle estimates that the plan was given. A line costs its person-days at the rates
 * of the sheet Assumptions. */

#include "bf-workbook-list.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

#define TOP_ROW 3

/* A line of a step. */
typedef struct
{
  const BfStepRow *row;
  const BfQualificationLine *line;
  const BfRoadmapActivity *payer;
} Line;

static BfFact
number_of_step (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const Line *) row->thing)->row->number);
}

static BfFact
title_of_step (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (((const Line *) row->thing)->row->step->title);
}

static BfFact
phase_name (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfQualificationLine *line = ((const Line *) row->thing)->line;

  return bf_fact_text (line->name ? line->name : line->phase);
}

static BfFact
when (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfQualificationLine *line = ((const Line *) row->thing)->line;

  return bf_fact_text (line->offline ? _ ("before the cutover") : _ ("after the cutover"));
}

static BfFact
start (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmapActivity *payer = ((const Line *) row->thing)->payer;

  return bf_fact_day (payer ? payer->start : BF_BLANK);
}

static BfFact
finish (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmapActivity *payer = ((const Line *) row->thing)->payer;

  return bf_fact_day (payer ? payer->finish : BF_BLANK);
}

static BfFact
units (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const Line *) row->thing)->line->units);
}

static BfFact
weeks (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (bf_estimate_mean (((const Line *) row->thing)->line->weeks));
}

static BfFact
person_days (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const Line *) row->thing)->line->person_days);
}

static BfFact
own_share (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const Line *) row->thing)->line->own_share);
}

static BfFact
rate_fact (const BfWorkbook *workbook, int team, gboolean external)
{
  g_autofree char *ref = bf_workbook_rate_of_team (team, external);
  const BfCatalogue *catalogue = workbook->roadmap->catalogue;
  gint64 minor = team < 0 && external ? bf_plan_external_rate_minor (workbook->plan, catalogue)
                                      : bf_plan_team_rate_minor (workbook->plan, catalogue, team);

  return bf_fact_formula (bf_money_to_units (minor), "=%s", ref);
}

static BfFact
own_rate (const BfWorkbook *workbook, const BfListRow *row)
{
  return rate_fact (workbook, ((const Line *) row->thing)->line->own_team, FALSE);
}

static BfFact
outside_rate (const BfWorkbook *workbook, const BfListRow *row)
{
  return rate_fact (workbook, ((const Line *) row->thing)->line->outside_team, TRUE);
}

static BfFact
saved (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_money (((const Line *) row->thing)->line->saved_minor);
}

enum
{
  COL_NR,
  COL_STEP,
  COL_PHASE,
  COL_WHEN,
  COL_START,
  COL_FINISH,
  COL_UNITS,
  COL_WEEKS,
  COL_DAYS,
  COL_SHARE,
  COL_OWN_RATE,
  COL_OUTSIDE_RATE,
  COL_SAVED,
  COL_COST,
  N_COLS,
};

/* Half a cent is rounded up, as the plan rounds it. */
static BfFact
cost (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfQualificationLine *line = ((const Line *) row->thing)->line;

  return bf_fact_formula (bf_money_to_units (line->cost_minor - line->saved_minor),
                          "=ROUND(%s*(%s*%s+(1-%s)*%s),2)-%s",
                          BF_CELL (row, COL_DAYS),
                          BF_CELL (row, COL_SHARE),
                          BF_CELL (row, COL_OWN_RATE),
                          BF_CELL (row, COL_SHARE),
                          BF_CELL (row, COL_OUTSIDE_RATE),
                          BF_CELL (row, COL_SAVED));
}

static const BfListColumn columns[N_COLS] = {
  [COL_NR] = BF_OWN (N_ ("Nr"), "", 12, YEAR, number_of_step),
  [COL_STEP] = BF_OWN (N_ ("Step"), "", 44, WRAP, title_of_step),
  [COL_PHASE] = BF_OWN (N_ ("Phase"), "", 30, WRAP, phase_name),
  [COL_WHEN] = BF_OWN (N_ ("When"), "", 18, TEXT, when),
  [COL_START] = BF_OWN (N_ ("From"), "", 11, DAY, start),
  [COL_FINISH] = BF_OWN (N_ ("To"), "", 11, DAY, finish),
  [COL_UNITS] = BF_OWN (N_ ("Units"), N_ ("parts, documents"), 16, COUNT, units),
  [COL_WEEKS] = BF_OWN (N_ ("Weeks"), N_ ("of one, mean"), 12, HOURS, weeks),
  [COL_DAYS] = BF_OWN (N_ ("Person-days"),
                       N_ ("with rework"),
                       12,
                       HOURS,
                       person_days,
                       .flags = BF_LIST_INPUT | BF_LIST_SUM),
  [COL_SHARE] = BF_OWN (N_ ("Own share"), "", 11, SHARE, own_share),
  [COL_OWN_RATE] = BF_OWN (N_ ("Own rate"), "¤", 10, COUNT, own_rate),
  [COL_OUTSIDE_RATE] = BF_OWN (N_ ("Outside rate"), "¤", 12, COUNT, outside_rate),
  [COL_SAVED] = BF_OWN (N_ ("Saved"), N_ ("shared proof"), 12, COUNT, saved, .flags = BF_LIST_SUM),
  [COL_COST] = BF_OWN (N_ ("Cost"), "¤", 12, COUNT, cost, .flags = BF_LIST_SUM | BF_LIST_STRONG),
};
static const BfList lines_list = {
  .name = "Qualification",
  .section = N_ ("What each step proves"),
  .empty = N_ ("No step has to be qualified."),
  .columns = columns,
  .n_columns = N_COLS,
  .kind = BF_NO_RECORD,
};

/* Long texts stand where the columns above are wide. */
static const BfListColumn cycle_columns[] = {
  { .field = "key", .column = { .width = 12 } },
  { .field = "basis", .column = { .width = 44 } },
  { .field = "phase", .column = { .width = 30 } },
  { .field = "profile", .column = { .width = 18 } },
  { .field = "gamp_category", .column = { .width = 11 } },
  { .field = "system", .column = { .width = 11 } },
  { .field = "effort", .column = { .width = 16 } },
  { .field = "weeks", .column = { .width = 12 } },
  { .field = "rework_chance", .column = { .width = 12 } },
  { .field = "remark", .column = { .width = 11 } },
};
static const BfList cycles_list = {
  .name = "Cycles",
  .section = N_ ("The estimates that the plan was given"),
  .empty = N_ ("None: the catalogue's cycles count."),
  .columns = cycle_columns,
  .n_columns = G_N_ELEMENTS (cycle_columns),
  .kind = BF_CYCLE,
  .open = TRUE,
  .keeps_widths = TRUE,
};

static GPtrArray *
collect_lines (const BfWorkbook *workbook)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    {
      const BfStepRow *row = &workbook->rows[i];
      const GArray *of = row->step->step->lines;

      for (guint k = 0; of && k < of->len; k++)
        {
          Line *line = g_new0 (Line, 1);

          line->row = row;
          line->line = &g_array_index (of, BfQualificationLine, k);
          line->payer = bf_spending_payer (row->step, k);
          g_ptr_array_add (lines, line);
        }
    }
  return lines;
}

/* A sum over the lines is the step's validation when the plan's own figure is that sum. */
char *
bf_workbook_validation_formula (const BfStepRow *row)
{
  const GArray *lines = row->step->step->lines;
  g_autofree char *costs = bf_list_ref (&lines_list, COL_COST);
  g_autofree char *numbers = bf_list_ref (&lines_list, COL_NR);
  gint64 sum = 0;

  for (guint i = 0; lines && i < lines->len; i++)
    sum += g_array_index (lines, BfQualificationLine, i).cost_minor -
           g_array_index (lines, BfQualificationLine, i).saved_minor;
  if (lines == NULL || lines->len == 0 || sum != row->money[BF_MONEY_VALIDATION])
    return NULL;
  return g_strdup_printf ("=SUMIFS(%s,%s,%d)", costs, numbers, row->number);
}

void
bf_workbook_write_qualification (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autoptr (GPtrArray) lines = collect_lines (workbook);
  lxw_row_t at;

  bf_list_write_title (workbook,
                       sheet,
                       _ ("qualification"),
                       _ ("Person-days may be changed: cost, money and summary follow. A claim "
                          "never removes a phase."));
  bf_sheet_set_up (sheet, BF_PAPER_A3, TOP_ROW + 1, 2, 2);
  at = bf_list_write (workbook, sheet, &lines_list, TOP_ROW, lines);
  at = bf_list_write (workbook, sheet, &cycles_list, at + 1, NULL);
  worksheet_print_area (sheet->sheet, 0, 0, at, N_COLS - 1);
}
