/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-value.h"

#include <string.h>

#define PUT(type, field, row) (*(type *) ((char *) (row) + (field)->offset))

typedef enum
{
  STORED_TEXT,
  STORED_INTEGER,
  STORED_YESNO,
  STORED_REAL,
  STORED_ESTIMATE,
} Stored;

/* How each kind is stored; the kinds not named here are canonical text. */
static Stored
stored_as (const BfField *field)
{
  static const Stored stored[] = {
    [BF_KIND_INTEGER] = STORED_INTEGER, [BF_KIND_WEEKS] = STORED_INTEGER,
    [BF_KIND_MONEY] = STORED_INTEGER,   [BF_KIND_YESNO] = STORED_YESNO,
    [BF_KIND_NUMBER] = STORED_REAL,     [BF_KIND_PERCENT] = STORED_REAL,
    [BF_KIND_CARRY] = STORED_REAL,      [BF_KIND_ESTIMATE] = STORED_ESTIMATE,
  };

  return field->kind < G_N_ELEMENTS (stored) ? stored[field->kind] : STORED_TEXT;
}

int
bf_value_n_columns (const BfField *field)
{
  return field->kind == BF_KIND_ESTIMATE ? 3 : 1;
}

/* --- To SQL ------------------------------------------------------------------------------- */

static void
bind_real (sqlite3_stmt *statement, int index, double value)
{
  /* SQLite makes a null of NAN. */
  sqlite3_bind_double (statement, index, value);
}

static void
bind_text (const BfField *field, sqlite3_stmt *statement, int index, gconstpointer row)
{
  if (field->kind == BF_KIND_TEXT || field->kind == BF_KIND_REFERENCE)
    sqlite3_bind_text (statement, index, BF_AT (char *, field, row), -1, SQLITE_TRANSIENT);
  else if (field->kind == BF_KIND_CHOICE)
    sqlite3_bind_text (
        statement, index, field->choices[BF_AT (int, field, row)].id, -1, SQLITE_STATIC);
  else
    sqlite3_bind_text (statement, index, bf_field_text (field, row), -1, g_free);
}

void
bf_value_bind (const BfField *field, sqlite3_stmt *statement, int index, gconstpointer row)
{
  if (bf_field_is_blank (field, row))
    {
      for (int i = 0; i < bf_value_n_columns (field); i++)
        sqlite3_bind_null (statement, index + i);
      return;
    }
  switch (stored_as (field))
    {
    case STORED_INTEGER:
      sqlite3_bind_int64 (statement, index, BF_AT (gint64, field, row));
      break;
    case STORED_YESNO:
      sqlite3_bind_int (statement, index, BF_AT (int, field, row));
      break;
    case STORED_REAL:
      bind_real (statement, index, BF_AT (double, field, row));
      break;
    case STORED_ESTIMATE:
      bind_real (statement, index, BF_AT (BfEstimate, field, row).min);
      bind_real (statement, index + 1, BF_AT (BfEstimate, field, row).likely);
      bind_real (statement, index + 2, BF_AT (BfEstimate, field, row).max);
      break;
    case STORED_TEXT:
    default:
      bind_text (field, statement, index, row);
      break;
    }
}

/* --- From SQL ----------------------------------------------------------------------------- */

/* The words in a file are the choices' own, so the plain comparison nearly always finds them. */
static gboolean
read_choice (const BfField *field, gpointer row, const char *text)
{
  for (int i = 0; field->choices[i].id; i++)
    if (g_str_equal (field->choices[i].id, text))
      {
        PUT (int, field, row) = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
bf_value_read (
    const BfField *field, sqlite3_stmt *statement, int column, gpointer row, GStringChunk *strings)
{
  const char *text;

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return bf_field_set (field, row, strings, NULL, NULL);
  switch (stored_as (field))
    {
    case STORED_INTEGER:
      PUT (gint64, field, row) = sqlite3_column_int64 (statement, column);
      return TRUE;
    case STORED_YESNO:
      PUT (int, field, row) = sqlite3_column_int (statement, column) != 0;
      return TRUE;
    case STORED_REAL:
      PUT (double, field, row) = sqlite3_column_double (statement, column);
      return TRUE;
    case STORED_ESTIMATE:
      PUT (BfEstimate, field, row) = (BfEstimate){
        sqlite3_column_double (statement, column),
        sqlite3_column_double (statement, column + 1),
        sqlite3_column_double (statement, column + 2),
      };
      return TRUE;
    case STORED_TEXT:
    default:
      text = (const char *) sqlite3_column_text (statement, column);
      if (field->kind == BF_KIND_CHOICE && text && read_choice (field, row, text))
        return TRUE;
      if (g_utf8_validate (text ? text : "", -1, NULL) &&
          bf_field_set (field, row, strings, text, NULL))
        return TRUE;
      bf_field_set (field, row, strings, NULL, NULL);
      return FALSE;
    }
}

/* --- The diary ---------------------------------------------------------------------------- */

gboolean
bf_value_set_diary (
    const BfField *field, gpointer row, GStringChunk *strings, const char *text, GError **error)
{
  gint64 minor;

  if (text && field->kind == BF_KIND_MONEY &&
      g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, &minor, NULL))
    {
      PUT (gint64, field, row) = minor;
      return TRUE;
    }
  return bf_field_set (field, row, strings, text, error);
}

char *
bf_value_canonical (const BfRecord *record, const BfField *field, const char *diary_text)
{
  g_autoptr (GStringChunk) strings = NULL;
  g_autofree char *row = NULL;

  if (!diary_text || stored_as (field) == STORED_TEXT)
    return g_strdup (diary_text);
  strings = g_string_chunk_new (64);
  row = g_malloc0 (record->size);
  if (!bf_value_set_diary (field, row, strings, diary_text, NULL))
    return g_strdup (diary_text);
  return bf_field_text (field, row);
}

/* --- Comparing ---------------------------------------------------------------------------- */

gboolean
bf_value_same (const BfField *field, gconstpointer a, gconstpointer b)
{
  gboolean blank = bf_field_is_blank (field, a);

  if (blank != bf_field_is_blank (field, b))
    return FALSE;
  if (blank)
    return TRUE;
  switch (stored_as (field))
    {
    case STORED_INTEGER:
      return BF_AT (gint64, field, a) == BF_AT (gint64, field, b);
    case STORED_YESNO:
      return BF_AT (int, field, a) == BF_AT (int, field, b);
    case STORED_REAL:
      return BF_AT (double, field, a) == BF_AT (double, field, b);
    case STORED_ESTIMATE:
      return memcmp (&BF_AT (BfEstimate, field, a),
                     &BF_AT (BfEstimate, field, b),
                     sizeof (BfEstimate)) == 0;
    case STORED_TEXT:
    default:
      if (field->kind == BF_KIND_TEXT || field->kind == BF_KIND_REFERENCE)
        return g_str_equal (BF_AT (char *, field, a), BF_AT (char *, field, b));
      if (field->kind == BF_KIND_CHOICE)
        return BF_AT (int, field, a) == BF_AT (int, field, b);
      return bf_field_same (field, a, b);
    }
}

char *
bf_key_fold (const char *key)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (key));

  return g_utf8_strdown (trimmed, -1);
}

gboolean
bf_key_same (const char *a, const char *b)
{
  g_autofree char *folded_a = bf_key_fold (a);
  g_autofree char *folded_b = bf_key_fold (b);

  return g_str_equal (folded_a, folded_b);
}
