/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Maturity: each assessed dimension as claimed, as verified, as it counts, its target,
 * and what it reaches after each phase; a radar a framework. Frameworks stand beside each other
 * and are never averaged. What is grey comes back into the plan. */

#include "bf-workbook-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TOP_ROW 3
#define FIRST_ROW (TOP_ROW + 2)
/* What a radar takes of rows and columns. */
#define RADAR_ROWS 25
#define SECOND_RADAR COL_TARGET
#define LAST_RADAR_COLUMN (N_COLS + 4)

enum
{
  COL_FRAMEWORK,
  COL_KEY,
  COL_NAME,
  COL_WEIGHT,
  COL_CLAIMED,
  COL_VERIFIED,
  COL_EFFECTIVE,
  COL_CAP,
  COL_COUNTS,
  COL_TARGET,
  COL_TARGET_DATE,
  COL_GAP,
  COL_AT_END,
  COL_MET_NOW,
  COL_MET_AT_END,
  N_COLS,
};

/* --- What a row says --- */

/* The level of a result, one a row of the plan. */
static guint
index_of (const BfWorkbook *workbook, const BfResult *result)
{
  const BfNeeds *needs = workbook->roadmap->needs;

  for (guint i = 0; i < needs->n_levels; i++)
    if (BF_ROW (workbook->plan, RESULT, BfResult, (guint) needs->levels[i].result) == result)
      return i;
  g_return_val_if_reached (0);
}

static const BfLevelNow *
level_of (const BfWorkbook *workbook, const BfListRow *row)
{
  return &workbook->roadmap->needs->levels[index_of (workbook, row->thing)];
}

static double
level_after (const BfWorkbook *workbook, const BfResult *result, guint phase)
{
  return workbook->roadmap->phases[phase].maturity[index_of (workbook, result)];
}

static double
level_at_end (const BfWorkbook *workbook, const BfListRow *row)
{
  guint n = workbook->roadmap->n_phases;

  return n ? level_after (workbook, row->thing, n - 1) : level_of (workbook, row)->counted;
}

/* Levels are compared in the formulas as here: a hundredth short still counts. */
gboolean
bf_workbook_level_is_met (double level, double target)
{
  return isfinite (target) && isfinite (level) && level >= target - 0.005;
}

static BfFact
framework (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (((const BfResult *) row->thing)->framework);
}

static BfFact
effective (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (level_of (workbook, row)->effective);
}

static BfFact
cap (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (level_of (workbook, row)->cap);
}

static BfFact
counts (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (level_of (workbook, row)->counted);
}

static BfFact
gap (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfLevelNow *level = level_of (workbook, row);

  return bf_fact_formula (isfinite (level->target) ? MAX (0, level->target - level->counted) : 0,
                          "=IF(ISBLANK(%s),0,MAX(0,%s-%s))",
                          BF_CELL (row, COL_TARGET),
                          BF_CELL (row, COL_TARGET),
                          BF_CELL (row, COL_COUNTS));
}

static BfFact
at_end (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (level_at_end (workbook, row));
}

static BfFact
after_phase (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (level_after (workbook, row->thing, row->argument));
}

static BfFact
met (const BfListRow *row, guint level_column, gboolean is_met)
{
  return bf_fact_formula (is_met ? 1 : 0,
                          "=IF(ISBLANK(%s),0,IF(%s>=%s-0.005,1,0))",
                          BF_CELL (row, COL_TARGET),
                          BF_CELL (row, level_column),
                          BF_CELL (row, COL_TARGET));
}

static BfFact
met_now (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfLevelNow *level = level_of (workbook, row);

  return met (row, COL_COUNTS, bf_workbook_level_is_met (level->counted, level->target));
}

static BfFact
met_at_end (const BfWorkbook *workbook, const BfListRow *row)
{
  double target = level_of (workbook, row)->target;

  return met (row, COL_AT_END, bf_workbook_level_is_met (level_at_end (workbook, row), target));
}

static const BfListColumn columns[N_COLS] = {
  [COL_FRAMEWORK] = BF_OWN (N_ ("Framework"), "", 12, TEXT, framework),
  [COL_KEY] = { .field = "key", .column = { .width = 16 } },
  [COL_NAME] = { .field = "name", .column = { .width = 40 } },
  [COL_WEIGHT] = { .field = "weight", .column = { .width = 9 } },
  [COL_CLAIMED] = { .field = "claimed", .column = { .width = 9 } },
  [COL_VERIFIED] = { .field = "verified", .column = { .width = 9 } },
  [COL_EFFECTIVE] = BF_OWN (N_ ("Effective"), N_ ("level"), 10, LEVEL, effective),
  [COL_CAP] = BF_OWN (N_ ("Capped at"), N_ ("by inventory"), 11, LEVEL, cap),
  [COL_COUNTS] = BF_OWN (N_ ("Counts now"), N_ ("level"), 11, LEVEL, counts),
  [COL_TARGET] = { .field = "target", .column = { .width = 9 } },
  [COL_TARGET_DATE] = { .field = "target_date" },
  [COL_GAP] = BF_OWN (N_ ("Gap"), N_ ("levels"), 8, LEVEL, gap, .flags = BF_LIST_STRONG),
  [COL_AT_END] =
      BF_OWN (N_ ("At the end"), N_ ("level"), 10, LEVEL, at_end, .flags = BF_LIST_STRONG),
  [COL_MET_NOW] = BF_OWN (N_ ("Met now"), N_ ("1 yes"), 9, COUNT, met_now),
  [COL_MET_AT_END] = BF_OWN (N_ ("Met at end"), N_ ("1 yes"), 10, COUNT, met_at_end),
};
static const BfList maturity_list = {
  .name = "Maturity",
  .empty = N_ ("No results: nothing was assessed."),
  .columns = columns,
  .n_columns = N_COLS,
  .kind = BF_RESULT,
};

char *
bf_workbook_met_formula (const char *framework_id)
{
  g_autofree char *frameworks = bf_list_ref (&maturity_list, COL_FRAMEWORK);
  g_autofree char *now = bf_list_ref (&maturity_list, COL_MET_NOW);
  g_autofree char *end = bf_list_ref (&maturity_list, COL_MET_AT_END);

  return g_strdup_printf ("=SUMIFS(%s,%s,\"%s\")&\" → \"&SUMIFS(%s,%s,\"%s\")",
                          now,
                          frameworks,
                          framework_id,
                          end,
                          frameworks,
                          framework_id);
}

/* --- Order --- */

static gint
compare_results (gconstpointer a, gconstpointer b, gpointer leading)
{
  const BfResult *one = *(const BfResult *const *) a, *other = *(const BfResult *const *) b;
  int apart =
      (g_strcmp0 (one->framework, leading) != 0) - (g_strcmp0 (other->framework, leading) != 0);
  g_autofree char *key = g_utf8_collate_key_for_filename (one->row.key, -1);
  g_autofree char *other_key = g_utf8_collate_key_for_filename (other->row.key, -1);

  if (apart == 0)
    apart = g_strcmp0 (one->framework, other->framework);
  return apart ? apart : strcmp (key, other_key);
}

/* Results as people count them, D2 before D10, those of the leading framework first. */
static GPtrArray *
order_results (const BfWorkbook *workbook)
{
  const BfNeeds *needs = workbook->roadmap->needs;
  GPtrArray *results = g_ptr_array_new ();

  for (guint i = 0; i < needs->n_levels; i++)
    g_ptr_array_add (
        results,
        (gpointer) BF_ROW (workbook->plan, RESULT, BfResult, (guint) needs->levels[i].result));
  g_ptr_array_sort_with_data (results, compare_results, (gpointer) workbook->framework);
  return results;
}

/* --- Beside and below the list --- */

/* The list with a column a phase. */
static lxw_row_t
write_list (BfWorkbook *workbook, BfSheet *sheet, const GPtrArray *results)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (BfListColumn));
  g_autoptr (GPtrArray) headings = g_ptr_array_new_with_free_func (g_free);
  BfList list = maturity_list;

  g_array_append_vals (all, columns, N_COLS);
  for (guint phase = 0; phase < workbook->roadmap->n_phases; phase++)
    {
      g_autofree char *name = bf_workbook_phase_name (workbook, phase);
      /* Translators: heading of levels; %s is a phase. */
      char *heading = g_strdup_printf (_ ("after %s"), name);
      BfListColumn column = { .column = { heading, N_ ("level"), 13, BF_LOOK_LEVEL },
                              .fact = after_phase,
                              .argument = phase };

      g_ptr_array_add (headings, heading);
      g_array_append_val (all, column);
    }
  list.columns = (const BfListColumn *) (gpointer) all->data;
  list.n_columns = all->len;
  return bf_list_write (workbook, sheet, &list, TOP_ROW, results);
}

/* Columns that a radar shows. */
static void
add_radar (BfWorkbook *workbook, BfSheet *sheet, BfRadar *radar)
{
  radar->now = COL_COUNTS;
  radar->target = COL_TARGET;
  radar->names = COL_KEY; /* long names would leave the rings no room */
  radar->first_phase = N_COLS;
  bf_workbook_add_radar (workbook, sheet, radar);
}

/* One a framework, two beside each other. Returns the row after them. */
static lxw_row_t
write_radars (BfWorkbook *workbook, BfSheet *sheet, const GPtrArray *results, lxw_row_t at)
{
  static const lxw_col_t places[] = { 0, SECOND_RADAR };
  guint n = 0;

  for (guint first = 0, last; first < results->len; first = last + 1)
    {
      const char *of = ((const BfResult *) results->pdata[first])->framework;
      BfRadar radar = { .framework = of };

      for (last = first; last + 1 < results->len; last++)
        if (g_strcmp0 (((const BfResult *) results->pdata[last + 1])->framework, of) != 0)
          break;
      radar.first = FIRST_ROW + first;
      radar.last = FIRST_ROW + last;
      radar.row = at + n / G_N_ELEMENTS (places) * RADAR_ROWS;
      radar.col = places[n % G_N_ELEMENTS (places)];
      add_radar (workbook, sheet, &radar);
      n++;
    }
  return at + (n + G_N_ELEMENTS (places) - 1) / G_N_ELEMENTS (places) * RADAR_ROWS;
}

void
bf_workbook_write_maturity (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autoptr (GPtrArray) results = order_results (workbook);
  lxw_col_t last = (lxw_col_t) (N_COLS + workbook->roadmap->n_phases - 1);
  lxw_row_t at;

  bf_list_write_title (workbook,
                       sheet,
                       _ ("maturity"),
                       _ ("Effective: verified, and of the claim what its proof allows. Counts "
                          "now: effective, at most what the inventory lets it be. Grey cells come "
                          "back into the plan."));
  bf_sheet_set_up (sheet, BF_PAPER_A3, TOP_ROW, 2, COL_NAME + 1);
  at = write_list (workbook, sheet, results);
  worksheet_set_row (sheet->sheet, TOP_ROW + 1, 38, NULL);
  at = write_radars (workbook, sheet, results, at + 1);
  if (results->len > 0)
    last = MAX (last, LAST_RADAR_COLUMN);
  worksheet_print_area (sheet->sheet, 0, 0, at, last);
}
