/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (bf - field - error - quark, bf_field_error)

#define AT(type, field, row) (*(type *) ((char *) (row) + (field)->offset))

void
bf_record_blank (const BfRecord *record, gpointer row)
{
  memset (row, 0, record->size);
  for (guint i = 0; i < record->n_fields; i++)
    bf_field_set (&record->fields[i], row, NULL, NULL, NULL);
}

/* --- Blanks ------------------------------------------------------------------------------- */

static void
set_blank (const BfField *field, gpointer row)
{
  switch (field->kind)
    {
    case BF_KIND_TEXT:
    case BF_KIND_REFERENCE:
    case BF_KIND_REFERENCES:
      AT (gconstpointer, field, row) = NULL;
      break;
    case BF_KIND_INTEGER:
    case BF_KIND_MONEY:
    case BF_KIND_DAY:
    case BF_KIND_MINUTE:
    case BF_KIND_WEEKS:
      AT (gint64, field, row) = BF_BLANK;
      break;
    case BF_KIND_NUMBER:
    case BF_KIND_PERCENT:
    case BF_KIND_CARRY:
      AT (double, field, row) = NAN;
      break;
    case BF_KIND_YESNO:
    case BF_KIND_CHOICE:
      AT (int, field, row) = -1;
      break;
    case BF_KIND_CHOICES:
      AT (guint32, field, row) = 0;
      break;
    case BF_KIND_ESTIMATE:
      AT (BfEstimate, field, row) = BF_ESTIMATE_BLANK;
      break;
    }
}

gboolean
bf_field_is_blank (const BfField *field, gconstpointer row)
{
  switch (field->kind)
    {
    case BF_KIND_TEXT:
    case BF_KIND_REFERENCE:
    case BF_KIND_REFERENCES:
      return BF_AT (gconstpointer, field, row) == NULL;
    case BF_KIND_INTEGER:
    case BF_KIND_MONEY:
    case BF_KIND_DAY:
    case BF_KIND_MINUTE:
    case BF_KIND_WEEKS:
      return BF_AT (gint64, field, row) == BF_BLANK;
    case BF_KIND_NUMBER:
    case BF_KIND_PERCENT:
    case BF_KIND_CARRY:
      return isnan (BF_AT (double, field, row));
    case BF_KIND_YESNO:
    case BF_KIND_CHOICE:
      return BF_AT (int, field, row) < 0;
    case BF_KIND_CHOICES:
      return BF_AT (guint32, field, row) == 0;
    case BF_KIND_ESTIMATE:
      return bf_estimate_is_blank (BF_AT (BfEstimate, field, row));
    default:
      g_assert_not_reached ();
    }
}

/* --- To text ------------------------------------------------------------------------------ */

static char *
number_text (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* Shortest form that reads back to the same double. */
  for (int digits = 6; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  return g_strdup (buffer);
}

static char *
estimate_text (BfEstimate estimate)
{
  g_autofree char *min = number_text (estimate.min);
  g_autofree char *likely = number_text (estimate.likely);
  g_autofree char *max = number_text (estimate.max);

  return g_strdup_printf ("%s/%s/%s", min, likely, max);
}

static char *
choices_text (const BfChoice *choices, guint32 bits)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; choices[i].id; i++)
    if (bits & (1u << i))
      g_string_append_printf (text, "%s%s", text->len ? "; " : "", choices[i].id);
  return g_string_free (text, FALSE);
}

static char *
carry_text (double carry)
{
  if (carry == 0)
    return g_strdup ("no");
  return carry >= BF_CARRY_ALL ? g_strdup ("yes") : number_text (carry);
}

char *
bf_field_text (const BfField *field, gconstpointer row)
{
  if (bf_field_is_blank (field, row))
    return NULL;
  switch (field->kind)
    {
    case BF_KIND_TEXT:
    case BF_KIND_REFERENCE:
      return g_strdup (BF_AT (char *, field, row));
    case BF_KIND_REFERENCES:
      return g_strjoinv ("; ", (char **) BF_AT (gconstpointer, field, row));
    case BF_KIND_INTEGER:
    case BF_KIND_WEEKS:
      return g_strdup_printf ("%" G_GINT64_FORMAT, BF_AT (gint64, field, row));
    case BF_KIND_MONEY:
      return bf_money_format (BF_AT (gint64, field, row));
    case BF_KIND_DAY:
      return bf_day_format (BF_AT (gint64, field, row));
    case BF_KIND_MINUTE:
      return bf_minute_format (BF_AT (gint64, field, row));
    case BF_KIND_NUMBER:
    case BF_KIND_PERCENT:
      return number_text (BF_AT (double, field, row));
    case BF_KIND_CARRY:
      return carry_text (BF_AT (double, field, row));
    case BF_KIND_YESNO:
      return g_strdup (BF_AT (int, field, row) ? "yes" : "no");
    case BF_KIND_CHOICE:
      return g_strdup (field->choices[BF_AT (int, field, row)].id);
    case BF_KIND_CHOICES:
      return choices_text (field->choices, BF_AT (guint32, field, row));
    case BF_KIND_ESTIMATE:
      return estimate_text (BF_AT (BfEstimate, field, row));
    default:
      g_assert_not_reached ();
    }
}

/* --- From text ---------------------------------------------------------------------------- */

static gboolean
fail_kind (const BfField *field, const char *text, const char *wanted, GError **error)
{
  /* Translators: the value that was typed, the name of the column, what is wanted there. */
  g_set_error (error,
               BF_FIELD_ERROR,
               BF_FIELD_ERROR_KIND,
               _ ("“%s” cannot be %s: %s is wanted there."),
               text,
               _ (field->label),
               wanted);
  return FALSE;
}

static gboolean
check_range (const BfField *field, double value, const char *text, GError **error)
{
  if (field->min == field->max || (value >= field->min && value <= field->max))
    return TRUE;
  g_set_error (error,
               BF_FIELD_ERROR,
               BF_FIELD_ERROR_RANGE,
               /* Translators: the value, the name of the column, lowest and highest value. */
               _ ("“%s” cannot be %s: it lies between %g and %g."),
               text,
               _ (field->label),
               field->min,
               field->max);
  return FALSE;
}

static gboolean
read_number (const char *text, double *out)
{
  char *end;
  double value = g_ascii_strtod (text, &end);

  if (end == text || *end || !isfinite (value))
    return FALSE;
  *out = value;
  return TRUE;
}

static gboolean
set_double (const BfField *field, gpointer row, const char *text, GError **error)
{
  double value;

  if (field->kind == BF_KIND_CARRY && g_str_equal (text, "yes"))
    value = BF_CARRY_ALL;
  else if (field->kind == BF_KIND_CARRY && g_str_equal (text, "no"))
    value = 0;
  else if (!read_number (text, &value))
    return fail_kind (field, text, _ ("a number"), error);
  else if (!check_range (field, value, text, error))
    return FALSE;
  AT (double, field, row) = value;
  return TRUE;
}

static gboolean
set_integer (const BfField *field, gpointer row, const char *text, GError **error)
{
  gint64 value;

  switch ((int) field->kind)
    {
    case BF_KIND_MONEY:
      if (!bf_money_parse (text, &value))
        return fail_kind (field, text, _ ("an amount of money"), error);
      if (!check_range (field, bf_money_to_units (value), text, error))
        return FALSE;
      break;
    case BF_KIND_DAY:
      if (!bf_day_parse (text, &value))
        return fail_kind (field, text, _ ("a date such as 2028-07-22"), error);
      break;
    case BF_KIND_MINUTE:
      if (!bf_minute_parse (text, &value))
        return fail_kind (field, text, _ ("a date with time such as 2028-07-22T06:00"), error);
      break;
    default:
      if (!g_ascii_string_to_signed (text, 10, -(1LL << 53), 1LL << 53, &value, NULL))
        return fail_kind (field, text, _ ("a whole number"), error);
      if (!check_range (field, (double) value, text, error))
        return FALSE;
      break;
    }
  AT (gint64, field, row) = value;
  return TRUE;
}

static gboolean
fail_choice (const BfField *field, const char *text, GError **error)
{
  g_autoptr (GString) allowed = g_string_new (NULL);

  for (int i = 0; field->choices[i].id; i++)
    g_string_append_printf (allowed, "%s%s", i ? ", " : "", field->choices[i].id);
  g_set_error (error,
               BF_FIELD_ERROR,
               BF_FIELD_ERROR_CHOICE,
               /* Translators: the value, the name of the column, the list of allowed words. */
               _ ("“%s” cannot be %s: use one of %s."),
               text,
               _ (field->label),
               allowed->str);
  return FALSE;
}

static gboolean
set_choices (const BfField *field, gpointer row, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit_set (text, ";,", -1);
  guint32 bits = 0;

  for (int i = 0; words[i]; i++)
    {
      int choice;

      if (!*g_strstrip (words[i]))
        continue;
      choice = bf_choice_find (field->choices, words[i]);
      if (choice < 0)
        return fail_choice (field, words[i], error);
      bits |= 1u << choice;
    }
  AT (guint32, field, row) = bits;
  return TRUE;
}

static gboolean
set_choice (const BfField *field, gpointer row, const char *text, GError **error)
{
  int choice = bf_choice_find (field->choices, text);

  if (choice < 0)
    return fail_choice (field, text, error);
  AT (int, field, row) = choice;
  return TRUE;
}

static gboolean
set_yesno (const BfField *field, gpointer row, const char *text, GError **error)
{
  if (g_str_equal (text, "yes") || g_str_equal (text, "1"))
    AT (int, field, row) = 1;
  else if (g_str_equal (text, "no") || g_str_equal (text, "0"))
    AT (int, field, row) = 0;
  else
    return fail_kind (field, text, _ ("yes or no"), error);
  return TRUE;
}

static gboolean
set_estimate (const BfField *field, gpointer row, const char *text, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  guint n = g_strv_length (parts);
  BfEstimate value;

  if ((n != 1 && n != 3) || !read_number (parts[0], &value.min) ||
      !read_number (parts[n / 2], &value.likely) || !read_number (parts[n - 1], &value.max))
    return fail_kind (field, text, _ ("three values such as 2/4/9"), error);
  if (value.min > value.likely || value.likely > value.max)
    {
      g_set_error (error,
                   BF_FIELD_ERROR,
                   BF_FIELD_ERROR_RANGE,
                   /* Translators: the three values, the name of the column. */
                   _ ("“%s” cannot be %s: the lowest value comes first, the highest last."),
                   text,
                   _ (field->label));
      return FALSE;
    }
  if (!check_range (field, value.min, text, error) || !check_range (field, value.max, text, error))
    return FALSE;
  AT (BfEstimate, field, row) = value;
  return TRUE;
}

/* A list of keys lies in the chunk too: g_string_chunk_insert_len copies the array of pointers. */
static void
set_references (const BfField *field, gpointer row, GStringChunk *strings, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, ";,", -1);
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  for (int i = 0; words[i]; i++)
    if (*g_strstrip (words[i]))
      g_ptr_array_add (keys, g_string_chunk_insert_const (strings, words[i]));
  if (keys->len == 0)
    {
      set_blank (field, row);
      return;
    }
  g_ptr_array_add (keys, NULL);
  {
    /* The chunk gives no alignment: room for one pointer more, then the next multiple. */
    gsize size = sizeof (gpointer) * (keys->len + 1);
    g_autofree char *filler = g_malloc0 (size);
    char *raw = g_string_chunk_insert_len (strings, filler, (gssize) size);
    gsize past = (gsize) raw % sizeof (gpointer);
    gpointer *list = (gpointer *) (void *) (raw + (past ? sizeof (gpointer) - past : 0));

    memcpy (list, keys->pdata, sizeof (gpointer) * keys->len);
    AT (gconstpointer, field, row) = list;
  }
}

gboolean
bf_field_set (
    const BfField *field, gpointer row, GStringChunk *strings, const char *text, GError **error)
{
  if (!text || !*text)
    {
      set_blank (field, row);
      return TRUE;
    }
  switch (field->kind)
    {
    case BF_KIND_TEXT:
    case BF_KIND_REFERENCE:
      AT (const char *, field, row) = g_string_chunk_insert_const (strings, text);
      return TRUE;
    case BF_KIND_REFERENCES:
      set_references (field, row, strings, text);
      return TRUE;
    case BF_KIND_INTEGER:
    case BF_KIND_WEEKS:
    case BF_KIND_MONEY:
    case BF_KIND_DAY:
    case BF_KIND_MINUTE:
      return set_integer (field, row, text, error);
    case BF_KIND_NUMBER:
    case BF_KIND_PERCENT:
    case BF_KIND_CARRY:
      return set_double (field, row, text, error);
    case BF_KIND_YESNO:
      return set_yesno (field, row, text, error);
    case BF_KIND_CHOICE:
      return set_choice (field, row, text, error);
    case BF_KIND_CHOICES:
      return set_choices (field, row, text, error);
    case BF_KIND_ESTIMATE:
      return set_estimate (field, row, text, error);
    default:
      g_assert_not_reached ();
    }
}

gboolean
bf_field_same (const BfField *field, gconstpointer a, gconstpointer b)
{
  g_autofree char *text_a = bf_field_text (field, a);
  g_autofree char *text_b = bf_field_text (field, b);

  return g_strcmp0 (text_a, text_b) == 0;
}

/* --- Choices ------------------------------------------------------------------------------ */

static gboolean
word_is_in (const char *list, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = list; at && *at;)
    {
      const char *end = strchr (at, '|');
      gsize size = end ? (gsize) (end - at) : strlen (at);

      if (size == length && g_ascii_strncasecmp (at, word, length) == 0)
        return TRUE;
      at = end ? end + 1 : NULL;
    }
  return FALSE;
}

int
bf_choice_find (const BfChoice *choices, const char *word)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (word));

  for (int i = 0; choices[i].id; i++)
    if (g_ascii_strcasecmp (choices[i].id, trimmed) == 0 ||
        (choices[i].label && g_ascii_strcasecmp (choices[i].label, trimmed) == 0) ||
        word_is_in (choices[i].synonyms, trimmed))
      return i;
  return -1;
}
