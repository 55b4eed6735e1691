/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Systems: the inventory as it came, from the record's own table of fields, with what
 * the plan makes of it in between. What a reader asks first is printed; the rest stands right of
 * it. */

#include "bf-workbook-private.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>

#define TOP_ROW 3

enum
{
  OWN_OBSOLESCENCE,
  OWN_DEBT,
  OWN_DECISION,
  OWN_STEPS,
  OWN_RELEASED,
  N_OWN,
};

static const BfColumn own[N_OWN] = {
  [OWN_OBSOLESCENCE] = { N_ ("Obsolescence"), N_ ("0 to 100"), 13, BF_LOOK_COUNT },
  [OWN_DEBT] = { N_ ("Debt of its links"), N_ ("points"), 10, BF_LOOK_HOURS },
  [OWN_DECISION] = { N_ ("Decision that holds"), "", 19, BF_LOOK_TEXT },
  [OWN_STEPS] = { N_ ("Steps"), N_ ("numbers"), 12, BF_LOOK_TEXT },
  [OWN_RELEASED] = { N_ ("Last release"), "", 11, BF_LOOK_DAY },
};

/* The fields that stand before the plan's own columns, and are printed. */
static const char *const first_fields[] = {
  "system_id",       "name",          "type",     "isa95_level", "area",
  "vendor",          "version",       "eos_date", "kept_until",  "business_criticality",
  "downtime_cost_h", "incidents_12m",
};

/* Where a column of the sheet comes from. */
typedef struct
{
  const BfField *field; /* NULL: one of ours */
  guint own;
} Source;

static gboolean
is_first (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (first_fields); i++)
    if (g_strcmp0 (column, first_fields[i]) == 0)
      return TRUE;
  return FALSE;
}

static BfLook
look_of (const BfField *field)
{
  switch (field->kind)
    {
    case BF_KIND_INTEGER:
      return strstr (field->column, "year") ? BF_LOOK_YEAR : BF_LOOK_COUNT;
    case BF_KIND_NUMBER:
    case BF_KIND_CARRY:
      return BF_LOOK_HOURS;
    case BF_KIND_PERCENT:
      return BF_LOOK_SHARE;
    case BF_KIND_MONEY:
    case BF_KIND_WEEKS:
      return BF_LOOK_COUNT;
    case BF_KIND_DAY:
      return BF_LOOK_DAY;
    case BF_KIND_MINUTE:
      return BF_LOOK_MINUTE;
    case BF_KIND_TEXT:
    case BF_KIND_YESNO:
    case BF_KIND_CHOICE:
    case BF_KIND_CHOICES:
    case BF_KIND_ESTIMATE:
    case BF_KIND_REFERENCE:
    case BF_KIND_REFERENCES:
    default:
      return BF_LOOK_WRAP;
    }
}

static double
width_of (const BfField *field)
{
  if (g_strcmp0 (field->column, "name") == 0)
    return 34;
  if (field->kind == BF_KIND_TEXT || field->kind == BF_KIND_CHOICES)
    return 16;
  return field->kind == BF_KIND_DAY ? 11 : 13;
}

static BfColumn
column_of (const BfField *field)
{
  const char *unit = g_strcmp0 (field->unit, "currency") == 0 ? "¤" : field->unit;
  BfColumn column = { field->label, unit, width_of (field), look_of (field) };

  return column;
}

static void
add_column (GArray *columns, GArray *sources, BfColumn column, Source source)
{
  g_array_append_val (columns, column);
  g_array_append_val (sources, source);
}

static void
add_field (GArray *columns, GArray *sources, const BfField *field)
{
  Source source = { field, 0 };

  add_column (columns, sources, column_of (field), source);
}

static guint
collect_columns (GArray *columns, GArray *sources)
{
  const BfRecord *record = bf_record (BF_SYSTEM);
  guint printed;

  for (guint i = 0; i < G_N_ELEMENTS (first_fields); i++)
    add_field (columns, sources, bf_record_field (record, first_fields[i]));
  for (guint i = 0; i < N_OWN; i++)
    {
      Source source = { NULL, i };

      add_column (columns, sources, own[i], source);
    }
  printed = columns->len;
  for (guint i = 0; i < record->n_fields; i++)
    if (!is_first (record->fields[i].column))
      add_field (columns, sources, &record->fields[i]);
  return printed;
}

/* --- Values --- */

static const char *
choice_label (const BfChoice *choice)
{
  return choice->label ? _ (choice->label) : choice->id;
}

static double
number_of (const BfField *field, const BfSystem *system)
{
  if (bf_field_is_blank (field, system))
    return NAN;
  if (field->kind == BF_KIND_MONEY)
    return bf_money_to_units (BF_AT (gint64, field, system));
  if (field->kind == BF_KIND_INTEGER || field->kind == BF_KIND_WEEKS)
    return (double) BF_AT (gint64, field, system);
  return BF_AT (double, field, system);
}

static char *
text_of (const BfField *field, const BfSystem *system)
{
  if (bf_field_is_blank (field, system))
    return NULL;
  if (field->kind == BF_KIND_CHOICE)
    return g_strdup (choice_label (&field->choices[BF_AT (int, field, system)]));
  if (field->kind == BF_KIND_YESNO)
    return g_strdup (BF_AT (int, field, system) ? _ ("yes") : _ ("no"));
  return bf_field_text (field, system);
}

static void
write_field (
    BfSheet *sheet, lxw_row_t at, lxw_col_t col, const BfField *field, const BfSystem *system)
{
  BfLook look = look_of (field);
  g_autofree char *text = NULL;

  if (field->kind == BF_KIND_DAY)
    bf_sheet_day (sheet, at, col, look, BF_GROUND_PLAIN, BF_AT (gint64, field, system));
  else if (field->kind == BF_KIND_MINUTE)
    bf_sheet_minute (sheet, at, col, BF_GROUND_PLAIN, BF_AT (gint64, field, system));
  else if (look != BF_LOOK_WRAP)
    bf_sheet_number (sheet, at, col, look, BF_GROUND_PLAIN, number_of (field, system));
  else
    {
      text = text_of (field, system);
      bf_sheet_text (sheet, at, col, look, BF_GROUND_PLAIN, text);
    }
}

static double
debt_of (const BfWorkbook *workbook, const BfSystem *system)
{
  double debt = 0;

  for (guint i = 0; i < bf_plan_count (workbook->plan, BF_INTERFACE); i++)
    {
      const BfInterface *link = BF_ROW (workbook->plan, INTERFACE, BfInterface, i);

      if (g_strcmp0 (link->source_system, system->row.key) == 0 ||
          g_strcmp0 (link->target_system, system->row.key) == 0)
        debt += workbook->roadmap->needs->debt[i];
    }
  return debt;
}

/* Numbers of the steps that touch the system, "3, 12"; *@release is the last one's. */
static char *
steps_of (const BfWorkbook *workbook, guint system, gint64 *release)
{
  GString *text = g_string_new (NULL);

  *release = BF_BLANK;
  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    {
      const BfStepRow *row = &workbook->rows[i];
      const GArray *systems = row->step->step->systems;

      for (guint k = 0; systems && k < systems->len; k++)
        if (g_array_index (systems, int, k) == (int) system)
          {
            g_string_append_printf (text, "%s%d", text->len ? ", " : "", row->number);
            *release = MAX (*release, row->step->finish);
          }
    }
  return g_string_free (text, FALSE);
}

static void
write_own (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, lxw_col_t col, guint i)
{
  const BfNeeds *needs = workbook->roadmap->needs;
  const BfSystem *system = BF_ROW (workbook->plan, SYSTEM, BfSystem, i);
  const BfField *decision = bf_record_field (bf_record (BF_SYSTEM), "disposition");
  int holds = needs->disposition[i];
  gint64 release;
  g_autofree char *steps = steps_of (workbook, i, &release);

  bf_sheet_number (
      sheet, at, col + OWN_OBSOLESCENCE, BF_LOOK_COUNT, BF_GROUND_PLAIN, needs->obsolescence[i]);
  bf_sheet_number (
      sheet, at, col + OWN_DEBT, BF_LOOK_HOURS, BF_GROUND_PLAIN, debt_of (workbook, system));
  bf_sheet_text (sheet,
                 at,
                 col + OWN_DECISION,
                 BF_LOOK_TEXT,
                 BF_GROUND_PLAIN,
                 holds < 0 ? NULL : choice_label (&decision->choices[holds]));
  bf_sheet_text (sheet, at, col + OWN_STEPS, BF_LOOK_TEXT, BF_GROUND_PLAIN, steps);
  bf_sheet_day (sheet, at, col + OWN_RELEASED, BF_LOOK_DAY, BF_GROUND_PLAIN, release);
}

static void
write_system (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, guint i, const GArray *sources)
{
  const BfSystem *system = BF_ROW (workbook->plan, SYSTEM, BfSystem, i);

  for (guint k = 0; k < sources->len; k++)
    {
      const Source *source = &g_array_index (sources, Source, k);

      if (source->field)
        write_field (sheet, at, (lxw_col_t) k, source->field, system);
      else if (source->own == 0)
        write_own (workbook, sheet, at, (lxw_col_t) k, i);
    }
}

/* The highest of the printed texts. */
static double
row_height (const BfSystem *system, const GArray *columns, const GArray *sources, guint printed)
{
  double height = 0;

  for (guint i = 0; i < printed; i++)
    {
      const Source *source = &g_array_index (sources, Source, i);
      const BfColumn *column = &g_array_index (columns, BfColumn, i);
      g_autofree char *text = NULL;

      if (source->field && column->look == BF_LOOK_WRAP)
        text = text_of (source->field, system);
      height = MAX (height, bf_sheet_text_height (text, column->width));
    }
  return height;
}

/* Obsolescence as a bar in the colour of what stands today. */
static void
add_bars (BfSheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t col)
{
  lxw_conditional_format bar = { .type = LXW_CONDITIONAL_DATA_BAR,
                                 .bar_solid = LXW_TRUE,
                                 .bar_color = 0xdcc6b3,
                                 .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                 .min_value = 0,
                                 .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                 .max_value = 100 };

  worksheet_conditional_format_range (sheet->sheet, first, col, last, col, &bar);
}

void
bf_workbook_write_systems (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autofree char *title = bf_workbook_title (workbook, _ ("systems"));
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (BfColumn));
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (Source));
  guint printed = collect_columns (columns, sources);
  guint n = bf_plan_count (workbook->plan, BF_SYSTEM);
  BfTable table = { "Systems", (const BfColumn *) (gpointer) columns->data, columns->len, TRUE };

  bf_sheet_part (sheet, 0, 0, BF_PART_TITLE, title);
  bf_sheet_part (sheet,
                 1,
                 0,
                 BF_PART_NOTE,
                 _ ("The register as it came, and what the plan does about it. Step numbers are "
                    "those of the sheet Steps."));
  bf_sheet_set_up (sheet, BF_PAPER_A3, TOP_ROW, 2, 2);
  bf_sheet_add_table (sheet, &table, TOP_ROW, 0, n);
  worksheet_set_row (sheet->sheet, TOP_ROW + 1, 38, NULL);
  for (guint i = 0; i < n; i++)
    {
      worksheet_set_row (
          sheet->sheet,
          TOP_ROW + 2 + i,
          row_height (BF_ROW (workbook->plan, SYSTEM, BfSystem, i), columns, sources, printed),
          NULL);
      write_system (workbook, sheet, TOP_ROW + 2 + i, i, sources);
    }
  add_bars (sheet, TOP_ROW + 2, TOP_ROW + 1 + MAX (n, 1), G_N_ELEMENTS (first_fields));
  worksheet_print_area (sheet->sheet, 0, 0, TOP_ROW + 1 + MAX (n, 1), (lxw_col_t) (printed - 1));
}
