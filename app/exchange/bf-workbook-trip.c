/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-workbook-trip.h"

#include "bf-sheet.h"

#include <glib/gi18n-lib.h>

/* A program that adds rows to a list should check those too. */
#define SPARE_ROWS 200

struct _BfTripTable
{
  lxw_worksheet *sheet;
  const BfRecord *record;
  gboolean pairs, open;
  lxw_row_t first;
  lxw_col_t col;       /* of pairs */
  GPtrArray *fields;   /* const BfField * */
  GPtrArray *headings; /* char *, owned */
  GArray *places;      /* guint */
  GPtrArray *rows;     /* gconstpointer */
  GPtrArray *facts;    /* GStrv: key, id, heading, text, points or "" */
};

struct _BfTrip
{
  GPtrArray *tables; /* BfTripTable, owned */
  GPtrArray *others; /* sheet, first and second heading, as GStrv */
};

/* The sheet in the making. */
typedef struct
{
  lxw_worksheet *sheet;
  lxw_row_t at;
} Hidden;

static void
table_free (gpointer data)
{
  BfTripTable *table = data;

  g_ptr_array_unref (table->fields);
  g_ptr_array_unref (table->headings);
  g_array_unref (table->places);
  g_ptr_array_unref (table->rows);
  g_ptr_array_unref (table->facts);
  g_free (table);
}

BfTrip *
bf_trip_new (void)
{
  BfTrip *trip = g_new0 (BfTrip, 1);

  trip->tables = g_ptr_array_new_with_free_func (table_free);
  trip->others = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return trip;
}

void
bf_trip_free (BfTrip *trip)
{
  g_ptr_array_unref (trip->tables);
  g_ptr_array_unref (trip->others);
  g_free (trip);
}

static BfTripTable *
add_table (BfTrip *trip, lxw_worksheet *sheet, BfRecordKind kind)
{
  BfTripTable *table = g_new0 (BfTripTable, 1);

  table->sheet = sheet;
  table->record = bf_record (kind);
  table->fields = g_ptr_array_new ();
  table->headings = g_ptr_array_new_with_free_func (g_free);
  table->places = g_array_new (FALSE, FALSE, sizeof (guint));
  table->rows = g_ptr_array_new ();
  table->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (trip->tables, table);
  return table;
}

BfTripTable *
bf_trip_add_table (
    BfTrip *trip, lxw_worksheet *sheet, BfRecordKind kind, gboolean open, lxw_row_t first)
{
  BfTripTable *table = add_table (trip, sheet, kind);

  table->open = open;
  table->first = first;
  return table;
}

BfTripTable *
bf_trip_add_pairs (BfTrip *trip, lxw_worksheet *sheet, BfRecordKind kind, lxw_col_t col)
{
  BfTripTable *table = add_table (trip, sheet, kind);

  table->pairs = TRUE;
  table->col = col;
  return table;
}

void
bf_trip_add_field (BfTripTable *table, const BfField *field, guint place, const char *heading)
{
  g_ptr_array_add (table->headings, g_strdup (heading));
  g_ptr_array_add (table->fields, (gpointer) field);
  g_array_append_val (table->places, place);
}

void
bf_trip_add_fact (BfTripTable *table,
                  const char *key,
                  const char *id,
                  const char *heading,
                  const char *text,
                  const char *points)
{
  const char *const texts[] = { key, id, heading, text ? text : "", points ? points : "", NULL };

  g_ptr_array_add (table->facts, g_strdupv ((char **) texts));
}

void
bf_trip_add_other (BfTrip *trip, lxw_worksheet *sheet, const char *first, const char *second)
{
  const char *const texts[] = { sheet->name, first, second, NULL };

  g_ptr_array_add (trip->others, g_strdupv ((char **) texts));
}

void
bf_trip_add_row (BfTripTable *table, gconstpointer row)
{
  g_ptr_array_add (table->rows, (gpointer) row);
}

const char *
bf_trip_choice_label (const BfChoice *choice)
{
  return choice->label ? _ (choice->label) : choice->id;
}

const char *
bf_trip_yes_or_no (int yes)
{
  return yes ? _ ("yes") : _ ("no");
}

/* --- Its rows --- */

static void
put (Hidden *hidden, lxw_col_t col, const char *text)
{
  g_autofree char *clean = text && *text ? bf_sheet_clean (text) : NULL;

  if (clean)
    worksheet_write_string (hidden->sheet, hidden->at, col, clean, NULL);
}

static void
put_line (Hidden *hidden, const char *first, ...)
{
  va_list texts;
  lxw_col_t col = 0;

  va_start (texts, first);
  for (const char *text = first; text; text = va_arg (texts, const char *))
    put (hidden, col++, text);
  va_end (texts);
  hidden->at++;
}

static void
put_row (Hidden *hidden, const BfTripTable *table, gconstpointer row)
{
  put (hidden, BF_TRIP_WHAT, "row");
  put (hidden, BF_TRIP_TABLE, table->record->table);
  for (guint i = 0; i < table->fields->len; i++)
    {
      g_autofree char *text = bf_field_text (table->fields->pdata[i], row);

      put (hidden, (lxw_col_t) (BF_TRIP_FIRST + i), text);
    }
  hidden->at++;
}

static void
put_table (Hidden *hidden, const BfTripTable *table)
{
  put_line (hidden,
            "table",
            table->record->table,
            table->pairs ? "pairs" : "rows",
            table->sheet->name,
            table->open ? "open" : "",
            NULL);
  for (guint i = 0; i < table->fields->len; i++)
    {
      const BfField *field = table->fields->pdata[i];

      put_line (hidden,
                "field",
                table->record->table,
                field->column,
                (const char *) table->headings->pdata[i],
                NULL);
    }
  for (guint i = 0; i < table->rows->len; i++)
    put_row (hidden, table, table->rows->pdata[i]);
  for (guint i = 0; i < table->facts->len; i++)
    {
      char **fact = table->facts->pdata[i];

      put_line (
          hidden, "fact", table->record->table, fact[0], fact[1], fact[2], fact[3], fact[4], NULL);
    }
}

/* --- What cells may take --- */

/* The rows of the hidden sheet that hold a field's words. */
static char *
put_words (Hidden *hidden, const BfRecord *record, const BfField *field)
{
  lxw_row_t first = hidden->at + 1;

  if (field->kind == BF_KIND_YESNO)
    {
      put_line (
          hidden, "word", record->table, field->column, "yes", bf_trip_yes_or_no (TRUE), NULL);
      put_line (
          hidden, "word", record->table, field->column, "no", bf_trip_yes_or_no (FALSE), NULL);
    }
  else
    for (const BfChoice *choice = field->choices; choice->id; choice++)
      put_line (hidden,
                "word",
                record->table,
                field->column,
                choice->id,
                bf_trip_choice_label (choice),
                NULL);
  return g_strdup_printf ("=" BF_TRIP_SHEET "!$E$%u:$E$%u", first, hidden->at);
}

static void
limit_numbers (lxw_data_validation *rule, const BfField *field)
{
  double scale = field->kind == BF_KIND_MONEY ? 1.0 / BF_MINOR_PER_UNIT : 1;
  gboolean limited = field->min < field->max;

  rule->validate =
      field->kind == BF_KIND_INTEGER ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
  rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule->minimum_number = limited ? field->min * scale : -1e12;
  rule->maximum_number = limited ? field->max * scale : 1e12;
}

static void
limit_days (lxw_data_validation *rule)
{
  rule->validate = LXW_VALIDATION_TYPE_DATE;
  rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule->minimum_datetime = (lxw_datetime){ .year = 1901, .month = 1, .day = 1 };
  rule->maximum_datetime = (lxw_datetime){ .year = 2199, .month = 12, .day = 31 };
}

/* FALSE: anything may stand there. */
static gboolean
fill_rule (Hidden *hidden,
           const BfRecord *record,
           const BfField *field,
           lxw_data_validation *rule,
           char **words)
{
  switch (field->kind)
    {
    case BF_KIND_CHOICE:
    case BF_KIND_YESNO:
      *words = put_words (hidden, record, field);
      rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule->value_formula = *words;
      return TRUE;
    case BF_KIND_DAY:
    case BF_KIND_MINUTE:
      limit_days (rule);
      return TRUE;
    case BF_KIND_INTEGER:
    case BF_KIND_NUMBER:
    case BF_KIND_PERCENT:
    case BF_KIND_MONEY:
      limit_numbers (rule, field);
      return TRUE;
    case BF_KIND_TEXT:
    case BF_KIND_CHOICES:
    case BF_KIND_ESTIMATE:
    case BF_KIND_REFERENCE:
    case BF_KIND_REFERENCES:
    case BF_KIND_WEEKS:
    case BF_KIND_CARRY:
    default:
      return FALSE;
    }
}

static void
add_rule (Hidden *hidden, const BfTripTable *table, guint i)
{
  const BfField *field = table->fields->pdata[i];
  guint place = g_array_index (table->places, guint, i);
  lxw_data_validation rule = { .ignore_blank = LXW_VALIDATION_ON };
  g_autofree char *words = NULL;
  lxw_row_t last = table->first + MAX (table->rows->len, 1) - 1 + (table->open ? SPARE_ROWS : 0);

  if (!fill_rule (hidden, table->record, field, &rule, &words))
    return;
  if (table->pairs)
    worksheet_data_validation_cell (table->sheet, place, table->col, &rule);
  else
    worksheet_data_validation_range (
        table->sheet, table->first, (lxw_col_t) place, last, (lxw_col_t) place, &rule);
}

void
bf_trip_write (
    BfTrip *trip, lxw_workbook *book, const BfOrigin *origin, const char *scenario, gint64 day)
{
  Hidden hidden = { workbook_add_worksheet (book, BF_TRIP_SHEET), 0 };
  g_autofree char *version = g_strdup_printf ("%d", BF_TRIP_VERSION);
  g_autofree char *on = day == BF_BLANK ? NULL : bf_day_format (day);

  put_line (&hidden,
            "brownfield",
            version,
            origin ? origin->plan_id : "",
            origin ? origin->state : "",
            scenario ? scenario : "",
            on,
            NULL);
  for (guint i = 0; i < trip->tables->len; i++)
    put_table (&hidden, trip->tables->pdata[i]);
  for (guint i = 0; i < trip->others->len; i++)
    {
      char **other = trip->others->pdata[i];

      put_line (&hidden, "other", other[0], other[1], other[2], NULL);
    }
  for (guint i = 0; i < trip->tables->len; i++)
    {
      const BfTripTable *table = trip->tables->pdata[i];

      for (guint k = 0; k < table->fields->len; k++)
        add_rule (&hidden, table, k);
    }
  worksheet_hide (hidden.sheet);
}
