/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-convert.h"

#include "bf-loose.h"
#include "bf-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FIRST_YEAR 1901
#define LAST_YEAR 2199

void
bf_converted_clear (BfConverted *converted)
{
  g_clear_pointer (&converted->text, g_free);
  g_clear_pointer (&converted->what, g_free);
  g_clear_pointer (&converted->cure, g_free);
}

static gboolean
refuse (BfConverted *converted, const char *what, const char *cure)
{
  converted->what = g_strdup (what);
  converted->cure = g_strdup (cure);
  return FALSE;
}

static gboolean
take (BfConverted *converted, char *text)
{
  converted->text = text;
  return TRUE;
}

/* --- Dates -------------------------------------------------------------------------------- */

static gboolean
is_end (const BfColumn *column)
{
  return column->kind == BF_WINDOW && g_str_equal (column->field->column, "end");
}

/* A date without hours begins at midnight; as an end it lasts until 23:59. */
static gboolean
take_minute (const BfColumn *column, gint64 minute, gboolean has_time, BfConverted *converted)
{
  gint64 day = bf_minute_day (minute);
  int year;

  bf_day_to_civil (day, &year, NULL, NULL);
  if (year < FIRST_YEAR || year > LAST_YEAR)
    {
      converted->what = g_strdup_printf (
          /* Translators: two years. */
          _ ("The date lies outside of the years %d to %d."),
          FIRST_YEAR,
          LAST_YEAR);
      converted->cure = g_strdup (_ ("Write the day that is meant, such as 2028-07-22."));
      return FALSE;
    }
  if (column->field->kind == BF_KIND_DAY)
    return take (converted, bf_day_format (day));
  if (!has_time && is_end (column))
    minute = bf_day_minute (day) + BF_MINUTES_PER_DAY - 1;
  return take (converted, bf_minute_format (minute));
}

static gboolean
convert_date_text (const BfColumn *column, const char *text, BfConverted *converted)
{
  BfDateReading reading = bf_date_words_judge (text);
  BfDateWords words;

  if (reading == BF_DATE_EITHER && column->undecided)
    return refuse (converted,
                   _ ("Day and month can be read in either order, and no row of this column says "
                      "which comes first."),
                   _ ("Write the dates as 2028-07-22, or write one with a day above 12."));
  if (reading != BF_DATE_NONE && bf_date_words_read (text, column->order, &words))
    return take_minute (column, words.minute, words.has_time, converted);
  if (reading != BF_DATE_NONE)
    return refuse (converted,
                   _ ("It is no date when day and month stand in the order of the other rows."),
                   _ ("Write it in the order of its column, or as 2028-07-22."));
  return refuse (converted,
                 _ ("It is no day of the calendar."),
                 _ ("Write a date such as 2028-07-22, or clear the cell."));
}

static gboolean
convert_date (const BfColumn *column, const BfCell *cell, const char *shown, BfConverted *converted)
{
  gboolean has_time;

  if (cell->kind == BF_CELL_NUMBER && cell->number >= 19010101 && cell->number < 21991232)
    return convert_date_text (column, shown, converted);
  if (cell->kind == BF_CELL_NUMBER)
    return refuse (converted,
                   _ ("It is a number, not a date."),
                   _ ("Give the cell a date format in the spreadsheet program, or write a date "
                      "such as 2028-07-22."));
  if (cell->kind != BF_CELL_DATE)
    return convert_date_text (column, shown, converted);
  if (isnan (cell->number))
    return refuse (converted,
                   _ ("It is no day of the calendar."),
                   _ ("Write a date such as 2028-07-22, or clear the cell."));
  has_time = (cell->flags & BF_FORMAT_TIME) || cell->number != floor (cell->number);
  return take_minute (
      column, (gint64) floor (cell->number * BF_MINUTES_PER_DAY + 0.5), has_time, converted);
}

/* --- Numbers ------------------------------------------------------------------------------ */

/* A cell or a piece of text as a number of its field; unit and percent are worked in. */
typedef struct
{
  double number;
  gboolean guessed;
  char *what;
  char *cure;
} Value;

static gboolean
scale_value (const BfColumn *column, const BfUnit *unit, Value *value)
{
  double scale;

  if (bf_unit_scale (unit, column->field->unit, &scale))
    {
      value->number *= scale;
      return TRUE;
    }
  value->what = g_strdup (_ ("Its unit does not fit this column."));
  value->cure = *column->field->unit ? g_strdup_printf (
                                           /* Translators: %s is a unit, such as h or weeks. */
                                           _ ("Write the number in %s."),
                                           column->field->unit)
                                     : g_strdup (_ ("Write the number alone."));
  return FALSE;
}

/* "USD" in a column of euros. */
static gboolean
same_currency (const BfColumn *column, const BfUnit *unit, Value *value)
{
  if (!*unit->currency || !*column->unit.currency ||
      g_str_equal (unit->currency, column->unit.currency))
    return TRUE;
  value->what = g_strdup_printf (
      /* Translators: two currencies. */
      _ ("The amount is in %s, its column in %s."),
      unit->currency,
      column->unit.currency);
  value->cure = g_strdup (_ ("Convert it to the currency of the column."));
  return FALSE;
}

/* A number without a unit of its own takes that of the heading. */
static gboolean
finish_plain (const BfColumn *column, Value *value)
{
  if (column->field->kind == BF_KIND_PERCENT)
    value->number /= column->shares ? 1 : 100;
  else if (column->field->kind == BF_KIND_CARRY)
    value->number /= value->number > 1 ? 100 : 1;
  else if (column->has_unit && column->unit.kind == BF_UNIT_PERCENT)
    value->number /= 100;
  else if (column->has_unit)
    return scale_value (column, &column->unit, value);
  return TRUE;
}

static gboolean
read_text_value (const BfColumn *column, const char *text, Value *value)
{
  BfNumberWords words;

  if (!bf_number_words_read (text, column->mark, &words))
    {
      value->what = g_strdup (_ ("It is no number."));
      value->cure = *column->field->unit && !g_str_equal (column->field->unit, "currency")
                        ? g_strdup_printf (
                              /* Translators: %s is a unit, such as h or weeks. */
                              _ ("Write a number (in %s), or clear the cell."),
                              column->field->unit)
                        : g_strdup (_ ("Write a number, or clear the cell."));
      return FALSE;
    }
  /* Whole numbers have no decimals, so the mark can only divide thousands. */
  if (words.ambiguous && column->field->kind == BF_KIND_INTEGER)
    bf_number_words_read (text, strchr (text, '.') ? BF_MARK_COMMA : BF_MARK_POINT, &words);
  value->number = words.number;
  value->guessed = words.ambiguous;
  if (!words.has_unit)
    return finish_plain (column, value);
  if (words.unit.kind == BF_UNIT_PERCENT)
    {
      value->number /= 100;
      return TRUE;
    }
  /* "12 k" under a heading in euros. */
  if (words.unit.kind == BF_UNIT_NONE && !(column->has_unit && column->unit.kind == BF_UNIT_MONEY))
    {
      value->number *= words.unit.factor;
      return finish_plain (column, value);
    }
  return same_currency (column, &words.unit, value) && scale_value (column, &words.unit, value);
}

static gboolean
read_value (const BfColumn *column, const BfCell *cell, const char *shown, Value *value)
{
  static const BfUnit hours = { BF_UNIT_HOURS, 1, "" };

  if (cell->kind == BF_CELL_NUMBER)
    {
      value->number = cell->number;
      if (cell->flags & BF_FORMAT_PERCENT)
        return TRUE;
      if (!(cell->flags & BF_FORMAT_ELAPSED))
        return finish_plain (column, value);
      value->number *= 24;
      return scale_value (column, &hours, value);
    }
  if (cell->kind == BF_CELL_DATE && column->field->kind == BF_KIND_INTEGER &&
      !isnan (cell->number) && strstr (column->field->column, "year"))
    {
      int year;

      bf_day_to_civil ((gint64) floor (cell->number), &year, NULL, NULL);
      value->number = year;
      return TRUE;
    }
  if (cell->kind == BF_CELL_DATE)
    {
      value->what = g_strdup (_ ("It is a date: the spreadsheet program took what was typed for "
                                 "one."));
      value->cure = g_strdup (_ ("Format the cell as text and type it again, three values as "
                                 "2–4–9."));
      return FALSE;
    }
  return read_text_value (column, shown, value);
}

static gboolean
refuse_value (BfConverted *converted, Value *value)
{
  converted->what = value->what;
  converted->cure = value->cure;
  return FALSE;
}

static gboolean
convert_number (const BfColumn *column,
                const BfCell *cell,
                const char *shown,
                BfConverted *converted)
{
  Value value = { 0 };

  if (!read_value (column, cell, shown, &value))
    return refuse_value (converted, &value);
  converted->guessed = value.guessed;
  if (column->field->kind == BF_KIND_MONEY)
    return take (converted, bf_money_format (bf_money_from_units (value.number)));
  /* What a division of months or percent leaves behind the fifteenth digit is no information. */
  value.number = round (value.number * 1e9) / 1e9;
  return take (converted, bf_number_shortest (value.number));
}

static gboolean
convert_carry (const BfColumn *column,
               const BfCell *cell,
               const char *shown,
               BfConverted *converted)
{
  int answer = cell->kind == BF_CELL_BOOLEAN ? cell->number != 0
               : cell->kind == BF_CELL_TEXT  ? bf_words_yes_no (shown)
                                             : -1;

  if (answer >= 0)
    return take (converted, g_strdup (answer ? "yes" : "no"));
  if (convert_number (column, cell, shown, converted))
    return TRUE;
  bf_converted_clear (converted);
  return refuse (converted,
                 _ ("It is neither yes nor no, nor a share."),
                 _ ("Write yes, no, or a share such as 15 %."));
}

/* --- Three points ------------------------------------------------------------------------- */

/* A dash between numbers is a mark of its own; so is a slash. */
char **
bf_convert_split_points (const char *text)
{
  g_autofree char *tidy = bf_tidy (text);
  g_autoptr (GString) marked = g_string_new (NULL);
  g_auto (GStrv) parts = NULL;

  for (const char *at = tidy; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '-' || letter == '/' || letter == '|' || letter == ';' ||
          (letter >= 0x2010 && letter <= 0x2015) || letter == 0x2212)
        g_string_append_c (marked, '/');
      else if (letter == '.' && at[1] == '.')
        {
          g_string_append_c (marked, '/');
          at++;
        }
      else
        g_string_append_unichar (marked, letter);
    }
  parts = g_strsplit (marked->str, "/", -1);
  return g_strv_length (parts) == 3 ? g_steal_pointer (&parts) : NULL;
}

/* The unit behind the last value is that of all three. */
static char *
share_unit (const char *part, const char *last)
{
  const char *end = last + strlen (last);
  BfUnit unit;

  while (end > last && !g_ascii_isdigit (end[-1]))
    end--;
  for (const char *at = part; *at; at++)
    if (g_ascii_isalpha (*at) || *at == '%')
      return g_strdup (part);
  if (!*end || !bf_unit_read (end, &unit))
    return g_strdup (part);
  return g_strconcat (part, " ", end, NULL);
}

static gboolean
convert_points (const BfColumn *column, char **parts, BfConverted *converted)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *part = share_unit (parts[i], parts[2]);
      g_autofree char *number = NULL;
      Value value = { 0 };

      if (!read_text_value (column, part, &value))
        return refuse_value (converted, &value);
      converted->guessed |= value.guessed;
      number = bf_number_shortest (round (value.number * 1e9) / 1e9);
      g_string_append_printf (text, "%s%s", i ? "/" : "", number);
    }
  return take (converted, g_strdup (text->str));
}

static gboolean
convert_estimate (const BfColumn *column,
                  const BfCell *cell,
                  const char *shown,
                  BfConverted *converted)
{
  g_auto (GStrv) parts =
      cell->kind == BF_CELL_TEXT && column->part == 0 ? bf_convert_split_points (shown) : NULL;

  if (parts)
    return convert_points (column, parts, converted);
  if (convert_number (column, cell, shown, converted))
    return TRUE;
  if (cell->kind == BF_CELL_TEXT && column->part == 0)
    {
      bf_converted_clear (converted);
      return refuse (converted,
                     _ ("It is not one number, and not three."),
                     _ ("Write the lowest, the likely and the highest value as 2–4–9."));
    }
  return FALSE;
}

/* --- Words -------------------------------------------------------------------------------- */

/* Many lists say who owns an interface where we ask whether anybody does; one that asks, as
 * "Owner known", wants an answer. */
static gboolean
names_owners (const BfColumn *column)
{
  g_autofree char *heading = bf_loose (column->heading);

  return column->kind == BF_INTERFACE && g_str_equal (column->field->column, "owner") &&
         bf_loose_is_in (
             "owner|interface owner|responsible|eigentümer|verantwortlicher|verantwortlich",
             heading);
}

/* A name means yes, a word for nobody means no. */
static gboolean
convert_owner (const char *shown, BfConverted *converted)
{
  g_autofree char *loose = bf_loose (shown);
  gboolean nobody =
      !*loose ||
      bf_loose_is_in ("unknown|unbekannt|none|nobody|no one|keiner|niemand|na|nil|tbd", loose);

  converted->named = !nobody;
  return take (converted, g_strdup (nobody ? "no" : "yes"));
}

static gboolean
convert_yes_no (const BfColumn *column,
                const BfCell *cell,
                const char *shown,
                BfConverted *converted)
{
  int answer = cell->kind == BF_CELL_BOOLEAN ? cell->number != 0 : bf_words_yes_no (shown);

  if (answer < 0 && names_owners (column))
    return convert_owner (shown, converted);
  if (answer < 0)
    return refuse (
        converted, _ ("It is neither yes nor no."), _ ("Write yes or no, or clear the cell."));
  return take (converted, g_strdup (answer ? "yes" : "no"));
}

static gboolean
refuse_choice (const BfColumn *column, BfConverted *converted)
{
  g_autofree char *allowed = bf_words_choices (column->field->choices);

  converted->what = g_strdup_printf (
      /* Translators: %s is the name of a column. */
      _ ("It is not a word that “%s” knows."),
      _ (column->field->label));
  converted->cure = g_strdup_printf (
      /* Translators: %s is a list of words. */
      _ ("Use one of: %s."),
      allowed);
  return FALSE;
}

static gboolean
convert_choice (const BfColumn *column, const char *shown, BfConverted *converted)
{
  int choice = bf_words_choice (column->field->choices, shown);

  if (choice < 0)
    return refuse_choice (column, converted);
  return take (converted, g_strdup (column->field->choices[choice].id));
}

static gboolean
convert_choices (const BfColumn *column, const char *shown, BfConverted *converted)
{
  g_auto (GStrv) words = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (bf_words_choice (column->field->choices, shown) >= 0)
    return convert_choice (column, shown, converted);
  words = g_strsplit_set (shown, ",;|+\n", -1);
  for (guint i = 0; words[i]; i++)
    {
      int choice;

      if (!*g_strstrip (words[i]))
        continue;
      choice = bf_words_choice (column->field->choices, words[i]);
      if (choice < 0)
        return refuse_choice (column, converted);
      g_string_append_printf (
          text, "%s%s", text->len ? "; " : "", column->field->choices[choice].id);
    }
  return take (converted, g_strdup (text->str));
}

static gboolean
convert_repeat (const BfCell *cell, const char *shown, BfConverted *converted)
{
  int weeks = bf_words_repeat (shown);

  if (weeks < 0)
    return refuse (converted,
                   _ ("It does not say how it repeats."),
                   _ ("Write every weekend, every 2nd weekend, every 4 weeks, or clear the "
                      "cell."));
  return take (converted, weeks > 0 ? g_strdup_printf ("%d", weeks) : NULL);
}

/* --- The cell ----------------------------------------------------------------------------- */

static gboolean
convert_filled (const BfColumn *column,
                const BfCell *cell,
                const char *shown,
                BfConverted *converted)
{
  switch (column->field->kind)
    {
    case BF_KIND_DAY:
    case BF_KIND_MINUTE:
      return convert_date (column, cell, shown, converted);
    case BF_KIND_INTEGER:
    case BF_KIND_NUMBER:
    case BF_KIND_PERCENT:
    case BF_KIND_MONEY:
      return convert_number (column, cell, shown, converted);
    case BF_KIND_CARRY:
      return convert_carry (column, cell, shown, converted);
    case BF_KIND_ESTIMATE:
      return convert_estimate (column, cell, shown, converted);
    case BF_KIND_YESNO:
      return convert_yes_no (column, cell, shown, converted);
    case BF_KIND_CHOICE:
      return convert_choice (column, shown, converted);
    case BF_KIND_CHOICES:
      return convert_choices (column, shown, converted);
    case BF_KIND_WEEKS:
      return convert_repeat (cell, shown, converted);
    case BF_KIND_TEXT:
    case BF_KIND_REFERENCE:
    case BF_KIND_REFERENCES:
    default:
      return take (converted, g_strdup (shown));
    }
}

/* Keys and references are compared, so every blank in them is one; other text stays as it is. */
static char *
shown_text (const BfColumn *column, const BfCell *cell)
{
  g_autofree char *shown = bf_cell_shown (cell);
  gboolean as_typed =
      column->field->kind == BF_KIND_TEXT && column->field != &bf_record (column->kind)->fields[0];

  return as_typed || column->field->kind == BF_KIND_REFERENCES ||
                 column->field->kind == BF_KIND_CHOICES
             ? bf_trim (shown)
             : bf_tidy (shown);
}

gboolean
bf_convert_cell (const BfColumn *column, const BfCell *cell, BfConverted *converted)
{
  g_autofree char *shown = NULL;

  *converted = (BfConverted){ 0 };
  if (cell->kind == BF_CELL_BLANK)
    return TRUE;
  if (cell->kind == BF_CELL_FORMULA)
    return refuse (converted,
                   _ ("The formula has no stored result: it was never calculated."),
                   _ ("Open the file in a spreadsheet program, save it there, and import it "
                      "again."));
  if (cell->kind == BF_CELL_ERROR)
    return refuse (converted,
                   _ ("The cell holds an error instead of a value."),
                   _ ("Mend its formula in the spreadsheet program, or clear the cell."));
  shown = shown_text (column, cell);
  if (!*shown)
    return TRUE;
  return convert_filled (column, cell, shown, converted);
}
