/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-row-json.h"

#include <string.h>

static void
append_text (GString *json, const char *text, int size)
{
  g_string_append_c (json, '"');
  for (int i = 0; i < size; i++)
    if (text[i] == '"' || text[i] == '\\')
      g_string_append_printf (json, "\\%c", text[i]);
    else if ((guchar) text[i] < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) (guchar) text[i]);
    else
      g_string_append_c (json, text[i]);
  g_string_append_c (json, '"');
}

void
bf_json_append_text (GString *json, const char *text)
{
  if (text)
    append_text (json, text, (int) strlen (text));
  else
    g_string_append (json, "null");
}

/* As few digits as read back to the same double. */
static void
append_real (GString *json, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (g_ascii_strtod (buffer, NULL) != value)
    g_ascii_formatd (buffer, sizeof buffer, "%.17g", value);
  g_string_append (json, buffer);
}

static void
append_value (GString *json, sqlite3_value *value)
{
  switch (sqlite3_value_type (value))
    {
    case SQLITE_INTEGER:
      g_string_append_printf (json, "%" G_GINT64_FORMAT, (gint64) sqlite3_value_int64 (value));
      break;
    case SQLITE_FLOAT:
      append_real (json, sqlite3_value_double (value));
      break;
    case SQLITE_NULL:
      g_string_append (json, "null");
      break;
    default:
      {
        const char *text = (const char *) sqlite3_value_text (value);

        append_text (json, text, sqlite3_value_bytes (value));
        break;
      }
    }
}

static void
row_json (sqlite3_context *context, int n_values, sqlite3_value **values)
{
  GString *json = g_string_sized_new (1024);

  for (int i = 0; i + 1 < n_values; i += 2)
    {
      g_string_append_c (json, i ? ',' : '{');
      append_value (json, values[i]);
      g_string_append_c (json, ':');
      append_value (json, values[i + 1]);
    }
  g_string_append_c (json, '}');
  sqlite3_result_text (context, json->str, (int) json->len, SQLITE_TRANSIENT);
  g_string_free (json, TRUE);
}

void
bf_row_json_register (sqlite3 *handle)
{
  sqlite3_create_function_v2 (handle,
                              "brownfield_row",
                              -1,
                              SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                              NULL,
                              row_json,
                              NULL,
                              NULL,
                              NULL);
}
