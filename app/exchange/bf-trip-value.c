/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells of a workbook that came back, as canonical texts. */

#include "bf-convert.h"
#include "bf-loose.h"
#include "bf-round-trip-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Spreadsheet programs keep fifteen digits. */
#define TOLERANCE 1e-12

/* The scratch row of a record, with its text. */
typedef struct
{
  gpointer row;
  GStringChunk *strings;
} Scratch;

static Scratch
scratch_new (const BfRecord *record)
{
  Scratch scratch = { g_malloc0 (record->size), g_string_chunk_new (64) };

  bf_record_blank (record, scratch.row);
  return scratch;
}

static void
scratch_clear (Scratch *scratch)
{
  g_free (scratch->row);
  g_string_chunk_free (scratch->strings);
}

/* The field of that text must accept it, with its range and choices. */
static gboolean
check (const BfRecord *record, const BfField *field, const char *text, char **sentence)
{
  Scratch scratch = scratch_new (record);
  g_autoptr (GError) error = NULL;
  gboolean good = bf_field_set (field, scratch.row, scratch.strings, text, &error);

  if (!good)
    *sentence = g_strdup (error->message);
  scratch_clear (&scratch);
  return good;
}

static gboolean
knows_reference (const BfRoundTrip *trip, const BfField *field, const char *text, char **sentence)
{
  if (field->kind != BF_KIND_REFERENCE || text == NULL ||
      bf_plan_find (trip->plan, field->target, text))
    return TRUE;
  /* Translators: the name of a list such as Systems, and a key. */
  *sentence = g_strdup_printf (_ ("The list “%s” of the plan has no row “%s”."),
                               _ (bf_record (field->target)->plural),
                               text);
  return FALSE;
}

static gboolean
convert (const BfField *field, const BfRecord *record, const BfCell *cell, char **text, char **why)
{
  const BfColumn column = { .row = -1,
                            .kind = record->kind,
                            .field = field,
                            .unit = BF_UNIT_NOTHING,
                            .mark = BF_MARK_POINT,
                            .order = BF_ORDER_DAY_FIRST,
                            .shares = TRUE };
  g_auto (BfConverted) converted = { 0 };

  if (bf_convert_cell (&column, cell, &converted))
    {
      *text = g_steal_pointer (&converted.text);
      return TRUE;
    }
  *why = g_strdup_printf ("%s %s", converted.what, converted.cure ? converted.cure : "");
  return FALSE;
}

gboolean
bf_trip_value_read (const BfRoundTrip *trip,
                    const BfRecord *record,
                    const BfField *field,
                    const BfCell *cell,
                    char **text,
                    char **sentence)
{
  g_autofree char *shown = cell->kind == BF_CELL_TEXT ? bf_tidy (cell->text) : NULL;
  const char *word = shown ? bf_trip_record_word (trip->record, record, field, shown) : NULL;

  *text = NULL;
  *sentence = NULL;
  if (shown && *shown == '\0')
    return TRUE;
  /* A text stays as it was typed, number or not. */
  if (field->kind == BF_KIND_TEXT && cell->kind == BF_CELL_TEXT)
    *text = g_strdup (cell->text);
  else if (word)
    *text = g_strdup (word);
  else if (!convert (field, record, cell, text, sentence))
    return FALSE;
  if (check (record, field, *text, sentence) && knows_reference (trip, field, *text, sentence))
    return TRUE;
  g_clear_pointer (text, g_free);
  return FALSE;
}

/* --- Comparing --- */

static gboolean
near (double a, double b)
{
  return (isnan (a) && isnan (b)) || fabs (a - b) <= TOLERANCE * MAX (1, MAX (fabs (a), fabs (b)));
}

static gboolean
same_text (const char *a, const char *b)
{
  g_autofree char *one = bf_tidy (a ? a : "");
  g_autofree char *other = bf_tidy (b ? b : "");

  return g_str_equal (one, other);
}

static gboolean
same_in_rows (const BfField *field, gconstpointer a, gconstpointer b)
{
  const BfEstimate *one, *other;

  switch (field->kind)
    {
    case BF_KIND_NUMBER:
    case BF_KIND_PERCENT:
    case BF_KIND_CARRY:
      return near (BF_AT (double, field, a), BF_AT (double, field, b));
    case BF_KIND_ESTIMATE:
      one = &BF_AT (BfEstimate, field, a);
      other = &BF_AT (BfEstimate, field, b);
      return near (one->min, other->min) && near (one->likely, other->likely) &&
             near (one->max, other->max);
    case BF_KIND_TEXT:
    case BF_KIND_INTEGER:
    case BF_KIND_MONEY:
    case BF_KIND_DAY:
    case BF_KIND_MINUTE:
    case BF_KIND_YESNO:
    case BF_KIND_CHOICE:
    case BF_KIND_CHOICES:
    case BF_KIND_REFERENCE:
    case BF_KIND_REFERENCES:
    case BF_KIND_WEEKS:
    default:
      return bf_field_same (field, a, b);
    }
}

gboolean
bf_trip_value_same (const BfRecord *record, const BfField *field, const char *a, const char *b)
{
  Scratch one, other;
  gboolean same;

  if (same_text (a, b))
    return TRUE;
  if (field->kind == BF_KIND_TEXT)
    return FALSE;
  one = scratch_new (record);
  other = scratch_new (record);
  same = bf_field_set (field, one.row, one.strings, a, NULL) &&
         bf_field_set (field, other.row, other.strings, b, NULL) &&
         same_in_rows (field, one.row, other.row);
  scratch_clear (&one);
  scratch_clear (&other);
  return same;
}
