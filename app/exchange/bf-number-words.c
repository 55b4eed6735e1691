/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-number-words.h"

#include "bf-loose.h"

#include <string.h>

/* One kind of blank, one apostrophe, one minus: what remains is ASCII where it counts. */
static char *
plain_marks (const char *text)
{
  g_autofree char *tidy = bf_tidy (text);
  GString *out = g_string_new (NULL);

  for (const char *at = tidy; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == 0x2019 || letter == 0x2018 || letter == 0xB4 || letter == 0x2032)
        g_string_append_c (out, '\'');
      else if (letter == 0x2212 || letter == 0x2013 || letter == 0x2014)
        g_string_append_c (out, '-');
      else
        g_string_append_unichar (out, letter);
    }
  return g_string_free (out, FALSE);
}

/* Where the digits with their marks end. A blank belongs to them before three digits. */
static const char *
end_of_digits (const char *at)
{
  for (;; at++)
    {
      if (g_ascii_isdigit (*at) || *at == '.' || *at == ',' || *at == '\'')
        continue;
      if (*at == ' ' && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]) &&
          g_ascii_isdigit (at[3]))
        continue;
      return at;
    }
}

/* --- Marks -------------------------------------------------------------------------------- */

/* The whole part: groups of three when @digits has group marks. */
static gboolean
append_groups (GString *out, const char *digits, gsize length)
{
  gsize run = 0;
  gboolean grouped = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (digits[i]))
        {
          g_string_append_c (out, digits[i]);
          run++;
          continue;
        }
      if (run == 0 || run > 3 || (grouped && run != 3))
        return FALSE;
      grouped = TRUE;
      run = 0;
    }
  return !grouped || run == 3;
}

static gsize
count_mark (const char *digits, gsize length, char mark)
{
  gsize count = 0;

  for (gsize i = 0; i < length; i++)
    count += digits[i] == mark;
  return count;
}

/* Could the only mark of "1.234" also group thousands? */
static gboolean
may_group (const char *digits, gsize length, const char *at)
{
  gsize before = (gsize) (at - digits), after = length - before - 1;

  for (gsize i = 0; i < before; i++)
    if (!g_ascii_isdigit (digits[i]))
      return FALSE;
  return after == 3 && before >= 1 && before <= 3 && digits[0] != '0';
}

/* Finds the decimal mark, NULL when there is none; fills ambiguous and evidence. */
static const char *
find_decimal (const char *digits, gsize length, BfDecimalMark mark, BfNumberWords *words)
{
  gsize points = count_mark (digits, length, '.'), commas = count_mark (digits, length, ',');
  const char *point = g_strrstr_len (digits, (gssize) length, ".");
  const char *comma = g_strrstr_len (digits, (gssize) length, ",");
  const char *only = points == 1 && commas == 0 ? point : commas == 1 && points == 0 ? comma : NULL;

  if (points + commas == 0)
    return NULL;
  if (only && may_group (digits, length, only))
    {
      words->ambiguous = mark == BF_MARK_UNKNOWN;
      return (*only == ',') == (mark == BF_MARK_COMMA) ? only : NULL;
    }
  if (only || (points > 0 && commas > 0))
    {
      const char *last = only ? only : MAX (point, comma);

      words->evidence = *last == ',' ? BF_MARK_COMMA : BF_MARK_POINT;
      return last;
    }
  words->evidence = points > 0 ? BF_MARK_COMMA : BF_MARK_POINT;
  return NULL;
}

static gboolean
read_digits (const char *digits, gsize length, BfDecimalMark mark, BfNumberWords *words)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *decimal;
  gsize whole;

  /* "500." and "500,-" */
  while (length > 0 && !g_ascii_isdigit (digits[length - 1]))
    length--;
  decimal = find_decimal (digits, length, mark, words);
  whole = decimal ? (gsize) (decimal - digits) : length;
  if (length == 0 || !append_groups (out, digits, whole))
    return FALSE;
  if (decimal)
    {
      if (whole == 0)
        g_string_append_c (out, '0');
      g_string_append_c (out, '.');
      for (const char *at = decimal + 1; at < digits + length; at++)
        {
          if (!g_ascii_isdigit (*at))
            return FALSE;
          g_string_append_c (out, *at);
        }
    }
  words->number = g_ascii_strtod (out->str, NULL);
  return TRUE;
}

/* --- What stands around the digits -------------------------------------------------------- */

/* "e3" right behind the digits. */
static const char *
read_exponent (const char *at, double *number)
{
  char *end;
  gint64 exponent;

  if (g_ascii_tolower (*at) != 'e' || !(g_ascii_isdigit (at[1]) || at[1] == '-' || at[1] == '+'))
    return at;
  exponent = g_ascii_strtoll (at + 1, &end, 10);
  for (gint64 i = 0; i < MIN (ABS (exponent), 30); i++)
    *number = exponent > 0 ? *number * 10 : *number / 10;
  return end;
}

static gboolean
read_unit (const char *text, BfNumberWords *words)
{
  g_autofree char *unit = g_strdup (text);
  g_autofree char *tidy = NULL;

  /* The dashes of "500,-" */
  while (*unit == '-' || *unit == ' ')
    memmove (unit, unit + 1, strlen (unit));
  tidy = bf_tidy (unit);
  if (!*tidy)
    return TRUE;
  if (words->has_unit)
    return FALSE;
  words->has_unit = bf_unit_read (tidy, &words->unit);
  return words->has_unit;
}

gboolean
bf_number_words_read (const char *text, BfDecimalMark mark, BfNumberWords *words)
{
  g_autofree char *plain = plain_marks (text);
  g_autofree char *before = NULL;
  gboolean bracketed = plain[0] == '(' && g_str_has_suffix (plain, ")");
  gboolean negative = bracketed;
  const char *at = plain + bracketed;
  const char *digits = at + strcspn (at, "0123456789.,");
  const char *end;

  *words = (BfNumberWords){ .unit = BF_UNIT_NOTHING };
  if (bracketed)
    plain[strlen (plain) - 1] = '\0';
  before = g_strstrip (g_strndup (at, (gsize) (digits - at)));
  if (g_str_has_suffix (before, "-") || g_str_has_prefix (before, "-"))
    {
      negative = TRUE;
      g_strdelimit (before, "-", ' ');
    }
  if (g_str_has_suffix (before, "+"))
    before[strlen (before) - 1] = '\0';
  if (!read_unit (before, words))
    return FALSE;
  end = end_of_digits (digits);
  if (!read_digits (digits, (gsize) (end - digits), mark, words))
    return FALSE;
  end = read_exponent (end, &words->number);
  if (negative)
    words->number = -words->number;
  return read_unit (end, words);
}
