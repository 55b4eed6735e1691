/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-field-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-format.h"
#include "bf-page.h"

static const char *
choice_label (const BfChoice *choice)
{
  return choice->label != NULL ? _ (choice->label) : choice->id;
}

static char *
choices_shown (const BfChoice *choices, guint32 bits)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; choices[i].id != NULL; i++)
    if (bits & (1u << i))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", choice_label (&choices[i]));
  return g_string_free (text, FALSE);
}

static char *
estimate_shown (BfEstimate estimate)
{
  g_autofree char *min = bf_format_number (estimate.min, estimate.min < 1 ? 2 : 0);
  g_autofree char *likely = bf_format_number (estimate.likely, estimate.min < 1 ? 2 : 0);
  g_autofree char *max = bf_format_number (estimate.max, estimate.min < 1 ? 2 : 0);

  return g_strdup_printf ("%s – %s – %s", min, likely, max);
}

static char *
number_shown (double value)
{
  return bf_format_number (value, value == (gint64) value ? 0 : 1);
}

char *
bf_field_shown (const BfPlan *plan, const BfField *field, gconstpointer row)
{
  const BfPlant *plant = plan != NULL ? bf_plan_plant (plan) : NULL;

  if (bf_field_is_blank (field, row))
    return NULL;
  switch (field->kind)
    {
    case BF_KIND_DAY:
      return bf_format_day (BF_AT (gint64, field, row));
    case BF_KIND_MINUTE:
      return bf_format_minute (BF_AT (gint64, field, row));
    case BF_KIND_MONEY:
      return bf_format_money_whole ((double) BF_AT (gint64, field, row),
                                    plant != NULL ? plant->currency : NULL);
    case BF_KIND_NUMBER:
      return number_shown (BF_AT (double, field, row));
    case BF_KIND_PERCENT:
      return bf_format_percent (BF_AT (double, field, row));
    case BF_KIND_YESNO:
      return g_strdup (BF_AT (int, field, row) ? _ ("Yes") : _ ("No"));
    case BF_KIND_CHOICE:
      return g_strdup (choice_label (&field->choices[BF_AT (int, field, row)]));
    case BF_KIND_CHOICES:
      return choices_shown (field->choices, BF_AT (guint32, field, row));
    case BF_KIND_ESTIMATE:
      return estimate_shown (BF_AT (BfEstimate, field, row));
    case BF_KIND_TEXT:
    case BF_KIND_INTEGER:
    case BF_KIND_REFERENCE:
    case BF_KIND_REFERENCES:
    case BF_KIND_WEEKS:
    case BF_KIND_CARRY:
    default:
      return bf_field_text (field, row);
    }
}

/* The canonical form without what only machines want. */
/* A table shows whole money; what the diary holds must not lose its cents. */
static gboolean
has_cents (const BfField *field, gconstpointer row)
{
  return field->kind == BF_KIND_MONEY && !bf_field_is_blank (field, row) &&
         BF_AT (gint64, field, row) % BF_MINOR_PER_UNIT != 0;
}

static char *
money_exact (const BfPlan *plan, gint64 minor)
{
  g_autofree char *number = bf_format_number (bf_money_to_units (minor), 2);
  const char *sign = bf_format_currency_sign (bf_page_currency (plan));

  return *sign != '\0' ? g_strconcat (number, "\u202f", sign, NULL) : g_steal_pointer (&number);
}

char *
bf_field_words (const BfPlan *plan, const BfRecord *record, const BfField *field, const char *text)
{
  g_autoptr (GStringChunk) strings = g_string_chunk_new (64);
  g_autofree gpointer row = g_malloc0 (record->size);
  char *words = NULL;

  if (text == NULL)
    return g_strdup (_ ("blank"));
  bf_record_blank (record, row);
  if (field == NULL || !bf_field_set (field, row, strings, text, NULL))
    return g_strdup (text);
  words = has_cents (field, row) ? money_exact (plan, BF_AT (gint64, field, row))
                                 : bf_field_shown (plan, field, row);
  /* What an older version wrote may be nothing that this one reads. */
  return words != NULL ? words : g_strdup (text);
}

char *
bf_field_editable (const BfField *field, gconstpointer row)
{
  char *text = bf_field_text (field, row);

  if (text == NULL)
    return g_strdup ("");
  if (field->kind == BF_KIND_MONEY && g_str_has_suffix (text, ".00"))
    text[strlen (text) - 3] = '\0';
  if (field->kind == BF_KIND_PERCENT)
    {
      g_free (text);
      text = number_shown (BF_AT (double, field, row) * 100);
    }
  return text;
}

/* --- Typed ---------------------------------------------------------------------------------- */

static gboolean
is_numeric (BfKind kind)
{
  return kind == BF_KIND_INTEGER || kind == BF_KIND_NUMBER || kind == BF_KIND_MONEY ||
         kind == BF_KIND_PERCENT || kind == BF_KIND_WEEKS;
}

/* Drops blanks, thin ones too, and units around a number; a single comma is a decimal comma. */
static char *
plain_number (const char *typed)
{
  GString *out = g_string_new (NULL);
  const char *at;

  for (at = typed; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == 0x2212)
        c = '-';
      if (c == ',')
        c = '.';
      if (g_unichar_isspace (c) || c == 0x202f || c == 0x2009 || c == '\'' || c == 0x2019)
        continue;
      if (!g_ascii_isdigit ((char) c) && c != '.' && c != '-')
        continue;
      g_string_append_c (out, (char) c);
    }
  return g_string_free (out, FALSE);
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static char *
percent_text (const char *number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end = NULL;
  double value = g_ascii_strtod (number, &end);

  if (end == number)
    return g_strdup (number);
  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", value / 100));
}

/* The number of the month that begins with those letters, in the locale's or the plain names; 0. */
static int
month_of_word (const char *word)
{
  static const char *const plain[] = { "jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec" };
  g_autofree char *folded = g_utf8_casefold (word, -1);
  int month;

  for (month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) date = g_date_time_new_utc (2000, month, 1, 0, 0, 0);
      g_autofree char *name = g_date_time_format (date, "%B");
      g_autofree char *local = g_utf8_casefold (name, -1);

      if (strlen (folded) >= 3 &&
          (g_str_has_prefix (folded, plain[month - 1]) || g_str_has_prefix (local, folded)))
        return month;
    }
  return 0;
}

/* "31 Dec 2029", "31.12.2029", "2029-12-31". */
static char *
day_text (const char *typed)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[\\s.,/-]+", typed, 0, 0);
  gint64 day = BF_BLANK;
  int year, month, of_month;

  if (bf_day_parse (typed, &day) || g_strv_length (parts) != 3)
    return g_strdup (typed);
  month = g_ascii_isdigit (*parts[1]) ? atoi (parts[1]) : month_of_word (parts[1]);
  year = atoi (parts[2]);
  of_month = atoi (parts[0]);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, of_month);
}

static char *
canonical_of (const BfField *field, const char *typed)
{
  g_autofree char *number = NULL;
  int choice;

  if (*typed == '\0')
    return NULL;
  if (field->kind == BF_KIND_DAY)
    return day_text (typed);
  if (field->kind == BF_KIND_CHOICE && (choice = bf_choice_find (field->choices, typed)) >= 0)
    return g_strdup (field->choices[choice].id);
  if (!is_numeric (field->kind) || has_letters (typed))
    return g_strdup (typed);
  number = plain_number (typed);
  return field->kind == BF_KIND_PERCENT ? percent_text (number) : g_steal_pointer (&number);
}

gboolean
bf_field_typed (const BfField *field, const char *typed, char **canonical, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *text = canonical_of (field, stripped);
  g_autoptr (GStringChunk) strings = g_string_chunk_new (64);
  g_autofree gpointer scratch = g_malloc0 (field->offset + sizeof (BfEstimate));

  if (!bf_field_set (field, scratch, strings, text, error))
    return FALSE;
  *canonical = g_steal_pointer (&text);
  return TRUE;
}
