/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of the sheet Assumptions: what the plant says of itself, the default that counts where it says
 * nothing, and the day rates. Formulas of other sheets know the rates and the cost of a stopped
 * hour by name, so that a change there flows to the Summary. */

#include "bf-workbook-private.h"

#include "bf-money.h"
#include "bf-plan-defaults.h"
#include "bf-workbook-list.h"
#include "bf-workbook-trip.h"

#include <glib/gi18n-lib.h>

enum
{
  COL_WHAT = BF_INPUTS_COLUMN,
  COL_SAID,
  COL_COUNTS,
  COL_UNIT,
  COL_ORIGIN,
};

static const BfTableColumn columns[] = {
  { N_ ("Input"), "", 40, BF_LOOK_TEXT },
  { N_ ("Plan says"), "", 18, BF_LOOK_WRAP },
  { N_ ("Counts"), N_ ("said or default"), 15, BF_LOOK_HOURS },
  { N_ ("Unit"), "", 12, BF_LOOK_QUIET },
  { N_ ("Origin"), "", 18, BF_LOOK_TEXT },
};
/* Of the cells right of a label: a text takes all of them. */
#define TEXT_WIDTH 60
static const BfTable inputs_table = { "Inputs", columns, G_N_ELEMENTS (columns), FALSE };

/* --- Defaults --- */

typedef struct
{
  const char *column;
  const char *name;
  double (*counts) (const BfWorkbook *workbook);
} Named;

static double
internal_rate (const BfWorkbook *workbook)
{
  return bf_money_to_units (
      bf_plan_internal_rate_minor (workbook->plan, workbook->roadmap->catalogue));
}

static double
external_rate (const BfWorkbook *workbook)
{
  return bf_money_to_units (
      bf_plan_external_rate_minor (workbook->plan, workbook->roadmap->catalogue));
}

static double
stopped_hour (const BfWorkbook *workbook)
{
  return bf_money_to_units (bf_plan_stop_rate_minor (workbook->plan, workbook->roadmap->catalogue));
}

static double
stop_factor (const BfWorkbook *workbook)
{
  return bf_plan_planned_stop_factor (workbook->plan, workbook->roadmap->catalogue);
}

static double
currency_factor (const BfWorkbook *workbook)
{
  return bf_plan_currency_factor (workbook->plan, workbook->roadmap->catalogue);
}

static const Named named[] = {
  { "downtime_cost_h", BF_NAME_STOPPED_HOUR, stopped_hour },
  { "planned_stop_factor", "planned_stop_factor", stop_factor },
  { "internal_day_rate", BF_NAME_INTERNAL_RATE, internal_rate },
  { "external_day_rate", BF_NAME_EXTERNAL_RATE, external_rate },
  { "catalogue_factor", "catalogue_factor", currency_factor },
};

static const Named *
find_named (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (g_str_equal (named[i].column, column))
      return &named[i];
  return NULL;
}

static void
define_name (BfWorkbook *workbook, const char *name, lxw_row_t at, lxw_col_t col)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  g_autofree char *formula = NULL;

  lxw_rowcol_to_cell_abs (cell, at, col, 1, 1);
  formula = g_strdup_printf ("=Assumptions!%s", cell);
  workbook_define_name (workbook->book, name, formula);
}

/* What the plan says counts, else the default, which is written into the formula. */
static void
write_counts (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, double said, const Named *of)
{
  double counts = of->counts (workbook);
  char text[G_ASCII_DTOSTR_BUF_SIZE], cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (cell, at, COL_SAID);
  bf_sheet_formula (sheet,
                    at,
                    COL_COUNTS,
                    bf_sheet_format (sheet, BF_LOOK_HOURS, BF_GROUND_STRONG),
                    isfinite (said) ? said : counts,
                    "=IF(ISBLANK(%s),%s,%s)",
                    cell,
                    g_ascii_dtostr (text, sizeof text, counts),
                    cell);
  define_name (workbook, of->name, at, COL_COUNTS);
}

/* What stands in for the program's own is to be seen. */
static void
write_origin (BfSheet *sheet, lxw_row_t at, gboolean is_set)
{
  bf_sheet_text (sheet,
                 at,
                 COL_ORIGIN,
                 BF_LOOK_TEXT,
                 BF_GROUND_PLAIN,
                 is_set ? _ ("▲ set in the plan") : _ ("default"));
}

/* A text runs over the columns right of it. */
static void
write_text (BfSheet *sheet, lxw_row_t at, const char *text)
{
  lxw_format *format = bf_sheet_format (sheet, BF_LOOK_WRAP, BF_GROUND_INPUT);

  worksheet_merge_range (sheet->sheet, at, COL_SAID, at, COL_ORIGIN, "", format);
  bf_sheet_string (sheet, at, COL_SAID, text, format);
  worksheet_set_row (sheet->sheet, at, bf_sheet_text_height (text, TEXT_WIDTH), NULL);
}

double
bf_workbook_inputs_height (const BfWorkbook *workbook, lxw_row_t at)
{
  const BfRecord *plant = bf_record (BF_PLANT);
  guint i = at < BF_INPUTS_ROW ? 0 : at - BF_INPUTS_ROW + 1;
  BfFact said = i > 0 && i < plant->n_fields ? bf_fact_field (&plant->fields[i], &workbook->plant)
                                             : bf_fact_number (NAN);
  double height = bf_sheet_text_height (said.text, TEXT_WIDTH);

  g_free (said.text);
  return height;
}

static void
write_field (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, const BfField *field)
{
  const Named *of = find_named (field->column);
  BfFact said = bf_fact_field (field, &workbook->plant);
  const char *unit =
      g_str_equal (field->unit, "currency") ? bf_workbook_style_unit (sheet->style) : field->unit;

  bf_sheet_text (sheet, at, COL_WHAT, BF_LOOK_TEXT, BF_GROUND_PLAIN, _ (field->label));
  if (said.text)
    write_text (sheet, at, said.text);
  else
    {
      bf_list_write_field (sheet, at, COL_SAID, field, &workbook->plant);
      bf_sheet_text (sheet, at, COL_COUNTS, BF_LOOK_TEXT, BF_GROUND_PLAIN, NULL);
      bf_sheet_text (sheet, at, COL_ORIGIN, BF_LOOK_TEXT, BF_GROUND_PLAIN, NULL);
      bf_sheet_text (sheet, at, COL_UNIT, BF_LOOK_QUIET, BF_GROUND_PLAIN, *unit ? _ (unit) : NULL);
    }
  if (g_str_equal (field->column, "status_date"))
    define_name (workbook, BF_NAME_STATUS_DATE, at, COL_SAID);
  if (of)
    {
      write_counts (workbook, sheet, at, said.number, of);
      write_origin (sheet, at, isfinite (said.number));
    }
  g_free (said.text);
}

/* --- Day rates of teams --- */

static gint64
own_rate (const BfWorkbook *workbook, const BfTeam *team)
{
  for (guint i = 0; i < bf_plan_count (workbook->plan, BF_CAPACITY); i++)
    {
      const BfCapacity *capacity = BF_ROW (workbook->plan, CAPACITY, BfCapacity, i);

      if (capacity->team && g_ascii_strcasecmp (capacity->team, team->row.key) == 0 &&
          capacity->day_rate != BF_BLANK)
        return capacity->day_rate;
    }
  return BF_BLANK;
}

static void
write_team (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, guint i)
{
  const BfTeam *team = BF_ROW (workbook->plan, TEAM, BfTeam, i);
  gint64 own = own_rate (workbook, team);
  gboolean external = team->kind == BF_TEAM_EXTERNAL;
  g_autofree char *label =
      /* Translators: %s is the name of a team. */
      g_strdup_printf (_ ("Day rate of %s"), team->name ? team->name : team->row.key);
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (cell, at, COL_SAID);
  bf_sheet_text (sheet, at, COL_WHAT, BF_LOOK_TEXT, BF_GROUND_PLAIN, label);
  bf_sheet_money (sheet, at, COL_SAID, BF_LOOK_HOURS, BF_GROUND_INPUT, own);
  bf_sheet_formula (sheet,
                    at,
                    COL_COUNTS,
                    bf_sheet_format (sheet, BF_LOOK_HOURS, BF_GROUND_STRONG),
                    bf_money_to_units (bf_plan_team_rate_minor (
                        workbook->plan, workbook->roadmap->catalogue, (int) i)),
                    "=IF(ISBLANK(%s),%s,%s)",
                    cell,
                    external ? BF_NAME_EXTERNAL_RATE : BF_NAME_INTERNAL_RATE,
                    cell);
  bf_sheet_text (
      sheet, at, COL_UNIT, BF_LOOK_QUIET, BF_GROUND_PLAIN, bf_workbook_style_unit (sheet->style));
  write_origin (sheet, at, own != BF_BLANK);
}

char *
bf_workbook_rate_of_team (int team, gboolean external)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  lxw_row_t at = BF_INPUTS_ROW + bf_record (BF_PLANT)->n_fields - 1 + (lxw_row_t) team;

  if (team < 0)
    return g_strdup (external ? BF_NAME_EXTERNAL_RATE : BF_NAME_INTERNAL_RATE);
  lxw_rowcol_to_cell_abs (cell, at, COL_COUNTS, 1, 1);
  return g_strdup_printf ("Assumptions!%s", cell);
}

void
bf_workbook_write_inputs (BfWorkbook *workbook, BfSheet *sheet)
{
  const BfRecord *plant = bf_record (BF_PLANT);
  guint n_teams = bf_plan_count (workbook->plan, BF_TEAM);
  lxw_row_t at = BF_INPUTS_ROW;
  BfTripTable *trip = bf_plan_plant (workbook->plan)
                          ? bf_trip_add_pairs (workbook->trip, sheet->sheet, BF_PLANT, COL_SAID)
                          : NULL;

  bf_sheet_add_table (
      sheet, &inputs_table, at - 2, BF_INPUTS_COLUMN, plant->n_fields - 1 + n_teams);
  if (trip)
    bf_trip_add_field (trip, plant->fields, BF_INPUTS_ROW - 1, _ (columns[0].heading));
  for (guint i = 1; i < plant->n_fields; i++, at++)
    {
      write_field (workbook, sheet, at, &plant->fields[i]);
      if (trip)
        bf_trip_add_field (trip, &plant->fields[i], at, _ (plant->fields[i].label));
    }
  if (trip)
    bf_trip_add_row (trip, bf_plan_plant (workbook->plan));
  for (guint i = 0; i < n_teams; i++)
    write_team (workbook, sheet, at + i, i);
}
