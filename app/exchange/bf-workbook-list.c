/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-workbook-list.h"

#include "bf-money.h"
#include "bf-workbook-trip.h"

#include <glib/gi18n-lib.h>

#define TOP_ROW (BF_LIST_FIRST_ROW - 2)

/* --- Facts --- */

BfFact
bf_fact_take (char *text)
{
  return (BfFact){ .text = text, .number = NAN };
}

BfFact
bf_fact_text (const char *text)
{
  return bf_fact_take (g_strdup (text));
}

BfFact
bf_fact_number (double number)
{
  return (BfFact){ .number = number };
}

BfFact
bf_fact_day (gint64 day)
{
  return bf_fact_number (day == BF_BLANK ? NAN : bf_sheet_day_serial (day));
}

BfFact
bf_fact_minute (gint64 minute)
{
  return bf_fact_number (minute == BF_BLANK ? NAN : bf_sheet_minute_serial (minute));
}

BfFact
bf_fact_money (gint64 minor)
{
  return bf_fact_number (minor == BF_BLANK ? NAN : bf_money_to_units (minor));
}

BfFact
bf_fact_formula (double value, const char *formula, ...)
{
  BfFact fact = { .number = value };
  va_list arguments;

  va_start (arguments, formula);
  fact.formula = g_strdup_vprintf (formula, arguments);
  va_end (arguments);
  return fact;
}

static double
number_of (const BfField *field, gconstpointer row)
{
  switch (field->kind)
    {
    case BF_KIND_MONEY:
      return bf_money_to_units (BF_AT (gint64, field, row));
    case BF_KIND_INTEGER:
    case BF_KIND_WEEKS:
      return (double) BF_AT (gint64, field, row);
    case BF_KIND_DAY:
      return bf_sheet_day_serial (BF_AT (gint64, field, row));
    case BF_KIND_MINUTE:
      return bf_sheet_minute_serial (BF_AT (gint64, field, row));
    case BF_KIND_NUMBER:
    case BF_KIND_PERCENT:
      return BF_AT (double, field, row);
    case BF_KIND_TEXT:
    case BF_KIND_YESNO:
    case BF_KIND_CHOICE:
    case BF_KIND_CHOICES:
    case BF_KIND_ESTIMATE:
    case BF_KIND_REFERENCE:
    case BF_KIND_REFERENCES:
    case BF_KIND_CARRY:
    default:
      return NAN;
    }
}

BfFact
bf_fact_field (const BfField *field, gconstpointer row)
{
  double number;

  if (bf_field_is_blank (field, row))
    return bf_fact_number (NAN);
  if (field->kind == BF_KIND_CHOICE)
    return bf_fact_text (bf_trip_choice_label (&field->choices[BF_AT (int, field, row)]));
  if (field->kind == BF_KIND_YESNO)
    return bf_fact_text (bf_trip_yes_or_no (BF_AT (int, field, row)));
  number = number_of (field, row);
  return isfinite (number) ? bf_fact_number (number) : bf_fact_take (bf_field_text (field, row));
}

/* --- Columns --- */

static BfLook
look_of (const BfField *field)
{
  switch (field->kind)
    {
    case BF_KIND_INTEGER:
      return strstr (field->column, "year") ? BF_LOOK_YEAR : BF_LOOK_COUNT;
    case BF_KIND_NUMBER:
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
    case BF_KIND_CARRY:
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

BfTableColumn
bf_list_field_column (const BfField *field, double width)
{
  const char *unit = g_strcmp0 (field->unit, "currency") == 0 ? "¤" : field->unit;

  return (
      BfTableColumn){ field->label, unit, width > 0 ? width : width_of (field), look_of (field) };
}

/* The list as it is written: the record's remaining fields are columns of their own. */
typedef struct
{
  const BfList *list;
  GArray *columns;   /* BfTableColumn */
  GArray *shown;     /* the same with the widths that are set */
  GArray *sources;   /* BfListColumn */
  GPtrArray *fields; /* const BfField *; NULL for one's own */
  GPtrArray *things; /* rows */
  guint n_printed;
} Writing;

static gboolean
has_column (const BfList *list, const char *field)
{
  for (guint i = 0; i < list->n_columns; i++)
    if (g_strcmp0 (list->columns[i].field, field) == 0)
      return TRUE;
  return FALSE;
}

static void
add_column (Writing *writing, const BfListColumn *source)
{
  const BfField *field =
      source->field ? bf_record_field (bf_record (writing->list->kind), source->field) : NULL;
  BfTableColumn column =
      field ? bf_list_field_column (field, source->column.width) : source->column;

  g_array_append_val (writing->columns, column);
  if (writing->list->keeps_widths)
    column.width = 0;
  g_array_append_val (writing->shown, column);
  g_array_append_vals (writing->sources, source, 1);
  g_ptr_array_add (writing->fields, (gpointer) field);
}

static void
collect_columns (Writing *writing)
{
  const BfList *list = writing->list;

  for (guint i = 0; i < list->n_columns; i++)
    add_column (writing, &list->columns[i]);
  writing->n_printed = list->n_columns;
  for (guint i = 0; list->rest && i < bf_record (list->kind)->n_fields; i++)
    {
      const BfListColumn rest = { .field = bf_record (list->kind)->fields[i].column };

      if (!has_column (list, rest.field))
        add_column (writing, &rest);
    }
}

static void
collect_things (Writing *writing, const BfPlan *plan, const GPtrArray *things)
{
  guint n = things ? things->len : bf_plan_count (plan, writing->list->kind);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (writing->things,
                     things ? things->pdata[i]
                            : (gpointer) bf_plan_row (plan, writing->list->kind, i));
}

static void
writing_clear (Writing *writing)
{
  g_array_unref (writing->columns);
  g_array_unref (writing->shown);
  g_array_unref (writing->sources);
  g_ptr_array_unref (writing->fields);
  g_ptr_array_unref (writing->things);
}

char *
bf_list_ref (const BfList *list, guint column)
{
  const BfListColumn *source = &list->columns[column];
  const BfTableColumn one =
      source->field
          ? bf_list_field_column (bf_record_field (bf_record (list->kind), source->field), 0)
          : source->column;
  const BfTable table = { list->name, &one, 1, FALSE };

  return bf_table_ref (&table, 0);
}

const char *
bf_list_cell (char *cell, const BfListRow *row, guint column)
{
  lxw_rowcol_to_cell (cell, row->at, (lxw_col_t) column);
  return cell;
}

/* --- Rows --- */

static void
write_fact (BfSheet *sheet, lxw_row_t at, lxw_col_t col, BfLook look, BfGround ground, BfFact fact)
{
  if (fact.formula)
    bf_sheet_formula (
        sheet, at, col, bf_sheet_format (sheet, look, ground), fact.number, "%s", fact.formula);
  else if (fact.text)
    bf_sheet_text (sheet, at, col, look, ground, fact.text);
  else
    bf_sheet_number (sheet, at, col, look, ground, fact.number);
}

static void
fact_clear (BfFact *fact)
{
  g_free (fact->text);
  g_free (fact->formula);
}

void
bf_list_write_field (
    BfSheet *sheet, lxw_row_t at, lxw_col_t col, const BfField *field, gconstpointer row)
{
  BfFact fact = bf_fact_field (field, row);

  write_fact (sheet, at, col, look_of (field), BF_GROUND_INPUT, fact);
  fact_clear (&fact);
}

static BfGround
ground_of (const BfList *list, const BfListColumn *source, const BfField *field)
{
  if (field)
    return field == bf_record (list->kind)->fields ? BF_GROUND_PLAIN : BF_GROUND_INPUT;
  if (source->flags & BF_LIST_INPUT)
    return BF_GROUND_INPUT;
  return source->flags & BF_LIST_STRONG ? BF_GROUND_STRONG : BF_GROUND_PLAIN;
}

static BfFact
fact_of (const BfWorkbook *workbook, const BfListColumn *source, const BfListRow *row)
{
  BfListRow asked = *row;

  asked.argument = source->argument;
  return source->fact (workbook, &asked);
}

/* Returns the height that the row's printed texts need. */
static double
write_row (BfWorkbook *workbook, BfSheet *sheet, const Writing *writing, const BfListRow *row)
{
  double height = bf_sheet_text_height (NULL, 1);

  for (guint i = 0; i < writing->sources->len; i++)
    {
      const BfListColumn *source = &g_array_index (writing->sources, BfListColumn, i);
      const BfTableColumn *column = &g_array_index (writing->columns, BfTableColumn, i);
      const BfField *field = writing->fields->pdata[i];
      BfFact fact = field ? bf_fact_field (field, row->thing) : fact_of (workbook, source, row);

      if (i < writing->n_printed && column->look == BF_LOOK_WRAP && fact.text)
        height = MAX (height, bf_sheet_text_height (fact.text, column->width));
      write_fact (sheet,
                  row->at,
                  (lxw_col_t) i,
                  column->look,
                  ground_of (writing->list, source, field),
                  fact);
      fact_clear (&fact);
    }
  return height;
}

static double
sum_of (BfWorkbook *workbook, const Writing *writing, guint column)
{
  const BfListColumn *source = &g_array_index (writing->sources, BfListColumn, column);
  double sum = 0;

  for (guint i = 0; i < writing->things->len; i++)
    {
      const BfListRow row = { .thing = writing->things->pdata[i], .index = i };
      BfFact fact = fact_of (workbook, source, &row);

      sum += isfinite (fact.number) ? fact.number : 0;
      fact_clear (&fact);
    }
  return sum;
}

static gboolean
has_sums (const BfList *list)
{
  for (guint i = 0; i < list->n_columns; i++)
    if (list->columns[i].flags & BF_LIST_SUM)
      return TRUE;
  return FALSE;
}

static void
write_sums (BfWorkbook *workbook, BfSheet *sheet, const Writing *writing, lxw_row_t at)
{
  for (guint i = 0; i < writing->list->n_columns; i++)
    {
      const BfTableColumn *column = &g_array_index (writing->columns, BfTableColumn, i);
      lxw_format *format = bf_sheet_format (sheet, column->look, BF_GROUND_TOTAL);
      g_autofree char *ref = bf_list_ref (writing->list, i);

      if (writing->list->columns[i].flags & BF_LIST_SUM)
        bf_sheet_formula (sheet,
                          at,
                          (lxw_col_t) i,
                          format,
                          sum_of (workbook, writing, i),
                          "=SUBTOTAL(109,%s)",
                          ref);
      else
        bf_sheet_string (sheet, at, (lxw_col_t) i, i == 1 ? _ ("All") : NULL, format);
    }
}

static lxw_row_t
write_rows (BfWorkbook *workbook, BfSheet *sheet, const Writing *writing, lxw_row_t at)
{
  for (guint i = 0; i < writing->things->len; i++)
    {
      const BfListRow row = { .thing = writing->things->pdata[i], .index = i, .at = at + i };

      worksheet_set_row (sheet->sheet, row.at, write_row (workbook, sheet, writing, &row), NULL);
    }
  if (writing->things->len == 0 && writing->list->empty)
    bf_sheet_text (sheet, at, 0, BF_LOOK_QUIET, BF_GROUND_PLAIN, _ (writing->list->empty));
  return at + MAX (writing->things->len, 1);
}

static void
remember (BfWorkbook *workbook, BfSheet *sheet, const Writing *writing, lxw_row_t first)
{
  BfTripTable *table;

  if (writing->list->kind == BF_NO_RECORD)
    {
      bf_trip_add_other (workbook->trip,
                         sheet->sheet,
                         _ (g_array_index (writing->columns, BfTableColumn, 0).heading),
                         _ (g_array_index (writing->columns, BfTableColumn, 1).heading));
      return;
    }
  table = bf_trip_add_table (
      workbook->trip, sheet->sheet, writing->list->kind, writing->list->open, first);
  for (guint i = 0; i < writing->fields->len; i++)
    if (writing->fields->pdata[i])
      bf_trip_add_field (table,
                         writing->fields->pdata[i],
                         i,
                         _ (g_array_index (writing->columns, BfTableColumn, i).heading));
  for (guint i = 0; i < writing->things->len; i++)
    bf_trip_add_row (table, writing->things->pdata[i]);
}

lxw_row_t
bf_list_write (
    BfWorkbook *workbook, BfSheet *sheet, const BfList *list, lxw_row_t at, const GPtrArray *things)
{
  Writing writing = { list,
                      g_array_new (FALSE, FALSE, sizeof (BfTableColumn)),
                      g_array_new (FALSE, FALSE, sizeof (BfTableColumn)),
                      g_array_new (FALSE, FALSE, sizeof (BfListColumn)),
                      g_ptr_array_new (),
                      g_ptr_array_new (),
                      0 };
  BfTable table = { .name = list->name, .filter = list->section == NULL };
  lxw_row_t first;

  collect_columns (&writing);
  collect_things (&writing, workbook->plan, things);
  if (list->section)
    bf_sheet_part (sheet, at++, 0, BF_PART_SECTION, _ (list->section));
  table.columns = (const BfTableColumn *) (gpointer) writing.shown->data;
  table.n_columns = writing.columns->len;
  bf_sheet_add_table (sheet, &table, at, 0, writing.things->len);
  worksheet_set_row (sheet->sheet, at + 1, 27, NULL);
  first = at + 2;
  at = write_rows (workbook, sheet, &writing, first);
  remember (workbook, sheet, &writing, first);
  if (has_sums (list))
    write_sums (workbook, sheet, &writing, at++);
  writing_clear (&writing);
  return at;
}

void
bf_list_write_title (BfWorkbook *workbook, BfSheet *sheet, const char *title, const char *note)
{
  g_autofree char *whole = bf_workbook_title (workbook, title);

  bf_sheet_part (sheet, 0, 0, BF_PART_TITLE, whole);
  bf_sheet_part (sheet, 1, 0, BF_PART_NOTE, note);
}

void
bf_list_write_sheet (BfWorkbook *workbook,
                     BfSheet *sheet,
                     const BfList *list,
                     const char *title,
                     const char *note,
                     const GPtrArray *things)
{
  lxw_row_t after;

  bf_list_write_title (workbook, sheet, title, note);
  bf_sheet_set_up (sheet, BF_PAPER_A3, TOP_ROW, 2, 2);
  after = bf_list_write (workbook, sheet, list, TOP_ROW, things);
  worksheet_print_area (sheet->sheet, 0, 0, after, (lxw_col_t) (list->n_columns - 1));
}
