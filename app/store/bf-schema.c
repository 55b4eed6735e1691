/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-schema.h"

#include <glib/gi18n-lib.h>

#include "bf-money.h"
#include "bf-value.h"

/* Called for every SQL column of a record; @column is its bare name. */
typedef void (*ColumnFunc) (GString *sql, const BfField *field, const char *column);

static void
each_column (GString *sql, const BfField *field, ColumnFunc append)
{
  static const char *const parts[] = { "min", "likely", "max" };

  if (field->kind != BF_KIND_ESTIMATE)
    {
      append (sql, field, field->column);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *column = g_strdup_printf ("%s_%s", field->column, parts[i]);

      append (sql, field, column);
    }
}

static void
all_columns (GString *sql, const BfRecord *record, ColumnFunc append)
{
  for (guint i = 0; i < record->n_fields; i++)
    each_column (sql, &record->fields[i], append);
}

static gboolean
is_real (const BfField *field)
{
  return field->kind == BF_KIND_NUMBER || field->kind == BF_KIND_PERCENT ||
         field->kind == BF_KIND_CARRY || field->kind == BF_KIND_ESTIMATE;
}

static gboolean
is_integer (const BfField *field)
{
  return field->kind == BF_KIND_INTEGER || field->kind == BF_KIND_WEEKS ||
         field->kind == BF_KIND_MONEY || field->kind == BF_KIND_YESNO;
}

/* --- Tables ------------------------------------------------------------------------------- */

static void
append_range (GString *sql, const BfField *field, const char *column)
{
  double factor = field->kind == BF_KIND_MONEY ? BF_MINOR_PER_UNIT : 1;
  char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];

  if (field->min == field->max || field->kind == BF_KIND_CARRY)
    return;
  g_ascii_formatd (low, sizeof low, "%.17g", field->min * factor);
  g_ascii_formatd (high, sizeof high, "%.17g", field->max * factor);
  g_string_append_printf (sql, " CHECK (\"%s\" BETWEEN %s AND %s)", column, low, high);
}

/* Not IN: SQLite would build a little index of the words for every row that comes, which made a
 * large import three times as slow. No word holds a bar. */
static void
append_words (GString *sql, const BfField *field, const char *column)
{
  g_string_append (sql, " CHECK (instr ('|");
  for (int i = 0; field->choices[i].id; i++)
    g_string_append_printf (sql, "%s|", field->choices[i].id);
  g_string_append_printf (sql, "', '|' || \"%s\" || '|'))", column);
}

static void
append_check (GString *sql, const BfField *field, const char *column)
{
  switch ((int) field->kind)
    {
    case BF_KIND_DAY:
      g_string_append_printf (
          sql, " CHECK (\"%s\" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')", column);
      break;
    case BF_KIND_MINUTE:
      g_string_append_printf (
          sql,
          " CHECK (\"%s\" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]')",
          column);
      break;
    case BF_KIND_YESNO:
      g_string_append_printf (sql, " CHECK (\"%s\" BETWEEN 0 AND 1)", column);
      break;
    case BF_KIND_CHOICE:
      append_words (sql, field, column);
      break;
    default:
      append_range (sql, field, column);
      break;
    }
}

static void
append_column (GString *sql, const BfField *field, const char *column)
{
  const char *type = is_real (field) ? "REAL" : is_integer (field) ? "INTEGER" : "TEXT";

  g_string_append_printf (sql, ",\n  \"%s\" %s", column, type);
  append_check (sql, field, column);
}

/* All three or none, in their order. */
static void
append_order (GString *sql, const BfField *field)
{
  g_autoptr (GString) check = NULL;

  if (field->kind != BF_KIND_ESTIMATE)
    return;
  check = g_string_new (",\n  CHECK (coalesce (\"@_min\", \"@_likely\", \"@_max\") IS NULL OR"
                        " coalesce (\"@_min\" <= \"@_likely\" AND \"@_likely\" <= \"@_max\", 0))");
  g_string_replace (check, "@", field->column, 0);
  g_string_append (sql, check->str);
}

char *
bf_schema_table_sql (const BfRecord *record)
{
  GString *sql = g_string_new (NULL);
  const char *key = record->fields[0].column;

  g_string_append_printf (sql,
                          "CREATE TABLE \"%s\" (\n  \"id\" TEXT PRIMARY KEY NOT NULL,\n"
                          "  \"%s\" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (\"%s\" <> '')",
                          record->table,
                          key,
                          key);
  for (guint i = 1; i < record->n_fields; i++)
    each_column (sql, &record->fields[i], append_column);
  for (guint i = 1; i < record->n_fields; i++)
    append_order (sql, &record->fields[i]);
  g_string_append (sql, "\n) STRICT;\n");
  return g_string_free (sql, FALSE);
}

/* --- The diary ---------------------------------------------------------------------------- */

/* The open edit is the last one, as long as it has no hash. */
#define OPEN_EDIT "(SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL)"

static const char diary_sql[] = "CREATE TABLE edit (\n"
                                "  id INTEGER PRIMARY KEY,\n"
                                "  uuid TEXT NOT NULL UNIQUE,\n"
                                "  at TEXT NOT NULL,\n"
                                "  who TEXT NOT NULL,\n"
                                "  label TEXT NOT NULL,\n"
                                "  reason TEXT,\n"
                                "  undoes INTEGER REFERENCES edit (id),\n"
                                "  previous_hash TEXT NOT NULL,\n"
                                "  hash TEXT\n"
                                ") STRICT;\n"
                                "CREATE TABLE change (\n"
                                "  id INTEGER PRIMARY KEY,\n"
                                "  edit INTEGER NOT NULL REFERENCES edit (id),\n"
                                "  tbl TEXT NOT NULL,\n"
                                "  row TEXT NOT NULL,\n"
                                "  col TEXT NOT NULL,\n"
                                "  old TEXT,\n"
                                "  new TEXT\n"
                                ") STRICT;\n"
                                "CREATE INDEX change_edit ON change (edit);\n";

static const char diary_triggers_sql[] =
    "CREATE TRIGGER edit_begins BEFORE INSERT ON edit\n"
    "WHEN NEW.hash IS NOT NULL OR NEW.previous_hash IS NOT coalesce("
    "(SELECT coalesce(hash, 'open') FROM edit WHERE id = (SELECT max(id) FROM edit)), '')\n"
    "BEGIN SELECT RAISE (ABORT, 'an edit begins open, after the last one has ended'); END;\n"
    "CREATE TRIGGER edit_ends BEFORE UPDATE ON edit\n"
    "WHEN OLD.hash IS NOT NULL OR NEW.hash IS NULL OR NEW.id IS NOT OLD.id"
    " OR NEW.uuid IS NOT OLD.uuid OR NEW.at IS NOT OLD.at OR NEW.who IS NOT OLD.who"
    " OR NEW.label IS NOT OLD.label OR NEW.reason IS NOT OLD.reason"
    " OR NEW.undoes IS NOT OLD.undoes OR NEW.previous_hash IS NOT OLD.previous_hash\n"
    "BEGIN SELECT RAISE (ABORT, 'the diary is never rewritten'); END;\n"
    "CREATE TRIGGER edit_stays BEFORE DELETE ON edit\n"
    "BEGIN SELECT RAISE (ABORT, 'the diary is never rewritten'); END;\n"
    "CREATE TRIGGER change_begins BEFORE INSERT ON change\n"
    "WHEN NEW.edit IS NOT " OPEN_EDIT "\n"
    "BEGIN SELECT RAISE (ABORT, 'a change needs an open edit'); END;\n"
    "CREATE TRIGGER change_holds BEFORE UPDATE ON change\n"
    "BEGIN SELECT RAISE (ABORT, 'the diary is never rewritten'); END;\n"
    "CREATE TRIGGER change_stays BEFORE DELETE ON change\n"
    "BEGIN SELECT RAISE (ABORT, 'the diary is never rewritten'); END;\n";

static void
append_pair (GString *sql, const BfField *field, const char *column)
{
  g_string_append_printf (sql, ", '%s', @\"%s\"", column, column);
}

/* The row as one JSON object; @version is NEW., OLD. or "" in a plain select. */
static void
append_json (GString *sql, const BfRecord *record, const char *version)
{
  g_autoptr (GString) object = g_string_new ("brownfield_row ('id', @\"id\"");

  all_columns (object, record, append_pair);
  g_string_append (object, ")");
  g_string_replace (object, "@", version, 0);
  g_string_append (sql, object->str);
}

/* The diary's text of a field; quote () writes a real with all the digits it needs. An estimate is
 * one, "min/likely/max". */
static void
append_diary_text (GString *sql, const BfField *field, const char *version)
{
  const char *name = field->column;

  if (field->kind == BF_KIND_ESTIMATE)
    {
      g_autoptr (GString) text = g_string_new (
          "quote (@\"#_min\") || '/' || quote (@\"#_likely\") || '/' || quote (@\"#_max\")");

      g_string_replace (text, "#", name, 0);
      g_string_replace (text, "@", version, 0);
      g_string_append_printf (sql, "nullif (%s, 'NULL/NULL/NULL')", text->str);
    }
  else if (is_real (field))
    g_string_append_printf (sql, "nullif (quote (%s\"%s\"), 'NULL')", version, name);
  else
    g_string_append_printf (sql, "%s\"%s\"", version, name);
}

static void
append_row_trigger (GString *sql,
                    const BfRecord *record,
                    const char *event,
                    const char *column,
                    const char *version)
{
  g_string_append_printf (sql,
                          "CREATE TRIGGER \"%s_%s\" AFTER %s ON \"%s\" BEGIN\n"
                          "INSERT INTO change (edit, tbl, row, col, %s) VALUES (" OPEN_EDIT
                          ", '%s', %s\"id\", '',\n",
                          record->table,
                          event,
                          event,
                          record->table,
                          column,
                          record->table,
                          version);
  append_json (sql, record, version);
  g_string_append (sql, ");\nEND;\n");
}

static void
append_update_trigger (GString *sql, const BfRecord *record)
{
  g_string_append_printf (sql,
                          "CREATE TRIGGER \"%s_UPDATE\" AFTER UPDATE ON \"%s\" BEGIN\n"
                          "SELECT RAISE (ABORT, 'the id of a row never changes')"
                          " WHERE OLD.\"id\" IS NOT NEW.\"id\";\n"
                          "INSERT INTO change (edit, tbl, row, col, old, new)\n"
                          "SELECT " OPEN_EDIT ", '%s', NEW.\"id\", col, old, new FROM (\n",
                          record->table,
                          record->table,
                          record->table);
  for (guint i = 0; i < record->n_fields; i++)
    {
      g_string_append_printf (
          sql, "%s'%s' AS col, ", i ? " UNION ALL\nSELECT " : "SELECT ", record->fields[i].column);
      append_diary_text (sql, &record->fields[i], "OLD.");
      g_string_append (sql, " AS old, ");
      append_diary_text (sql, &record->fields[i], "NEW.");
      g_string_append (sql, " AS new");
    }
  /* A key that changes only its capitals has changed too. */
  g_string_append (sql, "\n) WHERE old IS NOT new COLLATE BINARY;\nEND;\n");
}

static char *
make_triggers (void)
{
  GString *sql = g_string_new (diary_triggers_sql);

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      append_row_trigger (sql, bf_record ((BfRecordKind) kind), "INSERT", "new", "NEW.");
      append_row_trigger (sql, bf_record ((BfRecordKind) kind), "DELETE", "old", "OLD.");
      append_update_trigger (sql, bf_record ((BfRecordKind) kind));
    }
  return g_string_free (sql, FALSE);
}

const char *
bf_schema_triggers_sql (void)
{
  static char *sql;

  if (g_once_init_enter (&sql))
    g_once_init_leave (&sql, make_triggers ());
  return sql;
}

static char *
make_schema (void)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql,
                          "PRAGMA application_id = %d;\nPRAGMA user_version = %d;\n",
                          BF_APPLICATION_ID,
                          BF_SCHEMA_VERSION);
  g_string_append (sql, diary_sql);
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      g_autofree char *table = bf_schema_table_sql (bf_record ((BfRecordKind) kind));

      g_string_append (sql, table);
    }
  g_string_append (sql, bf_schema_triggers_sql ());
  return g_string_free (sql, FALSE);
}

const char *
bf_schema_sql (void)
{
  static char *sql;

  if (g_once_init_enter (&sql))
    g_once_init_leave (&sql, make_schema ());
  return sql;
}

/* --- Statements --------------------------------------------------------------------------- */

static void
append_name (GString *sql, const BfField *field, const char *column)
{
  g_string_append_printf (sql, ", \"%s\"", column);
}

static void
append_mark (GString *sql, const BfField *field, const char *column)
{
  g_string_append (sql, ", ?");
}

static void
append_extract (GString *sql, const BfField *field, const char *column)
{
  g_string_append_printf (sql, ", json_extract (?1, '$.%s')", column);
}

static char *
make_insert (const BfRecord *record)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (\"id\"", record->table);
  all_columns (sql, record, append_name);
  g_string_append (sql, ") VALUES (?");
  all_columns (sql, record, append_mark);
  g_string_append (sql, ")");
  return g_string_free (sql, FALSE);
}

static char *
make_insert_json (const BfRecord *record)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\" (\"id\"", record->table);
  all_columns (sql, record, append_name);
  g_string_append (sql, ") SELECT json_extract (?1, '$.id')");
  all_columns (sql, record, append_extract);
  return g_string_free (sql, FALSE);
}

static char *
make_select (const BfRecord *record)
{
  GString *sql = g_string_new ("SELECT \"id\"");

  all_columns (sql, record, append_name);
  g_string_append_printf (sql, " FROM \"%s\"", record->table);
  return g_string_free (sql, FALSE);
}

static char *
make_select_id (const BfRecord *record)
{
  return g_strconcat (bf_schema_select_sql (record), " WHERE \"id\" = ?", NULL);
}

static char *
make_select_key (const BfRecord *record)
{
  return g_strconcat (
      bf_schema_select_sql (record), " WHERE \"", record->fields[0].column, "\" = ?", NULL);
}

static char *
make_select_json (const BfRecord *record)
{
  GString *sql = g_string_new ("SELECT ");

  append_json (sql, record, "");
  g_string_append_printf (sql, " FROM \"%s\" WHERE \"id\" = ?", record->table);
  return g_string_free (sql, FALSE);
}

static char *
make_delete (const BfRecord *record)
{
  return g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\" = ?", record->table);
}

static void
append_assignment (GString *sql, const BfField *field, const char *column)
{
  g_string_append_printf (
      sql, "%s\"%s\" = ?", g_str_has_suffix (sql->str, "?") ? ", " : "", column);
}

static char *
make_update (const BfRecord *record, const BfField *field)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE \"%s\" SET ", record->table);
  each_column (sql, field, append_assignment);
  g_string_append (sql, " WHERE \"id\" = ?");
  return g_string_free (sql, FALSE);
}

/* Text is made at its first use and kept: an import asks for the same 100,000 times. */
#define MADE_ONCE(name, make)                                                                      \
  const char *name (const BfRecord *record)                                                        \
  {                                                                                                \
    static char *made[BF_N_RECORDS];                                                               \
                                                                                                   \
    if (g_once_init_enter (&made[record->kind]))                                                   \
      g_once_init_leave (&made[record->kind], make (record));                                      \
    return made[record->kind];                                                                     \
  }

MADE_ONCE (bf_schema_insert_sql, make_insert)
MADE_ONCE (bf_schema_insert_json_sql, make_insert_json)
MADE_ONCE (bf_schema_select_sql, make_select)
MADE_ONCE (bf_schema_select_id_sql, make_select_id)
MADE_ONCE (bf_schema_select_key_sql, make_select_key)
MADE_ONCE (bf_schema_select_json_sql, make_select_json)
MADE_ONCE (bf_schema_delete_sql, make_delete)

const char *
bf_schema_update_sql (const BfRecord *record, guint field)
{
  g_autofree char *sql = make_update (record, &record->fields[field]);

  return g_intern_string (sql);
}

/* --- Checking ----------------------------------------------------------------------------- */

/* Everything the schema holds, as one text in a fixed order; NULL on error. */
static char *
schema_text (BfDatabase *database, GError **error)
{
  sqlite3_stmt *objects = bf_database_query (
      database,
      error,
      "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name, tbl_name, sql",
      "");
  g_autoptr (GError) failure = NULL;
  GString *text = g_string_new (NULL);

  while (objects && bf_database_next (database, objects, &failure))
    for (int column = 0; column < 4; column++)
      {
        const char *part = bf_column_text (objects, column);

        g_string_append_printf (text, "%s\n", part ? part : "-");
      }
  if (objects && !failure)
    return g_string_free (text, FALSE);
  if (failure)
    g_propagate_error (error, g_steal_pointer (&failure));
  g_string_free (text, TRUE);
  return NULL;
}

static const char *
expected_text (void)
{
  static char *expected;

  if (g_once_init_enter (&expected))
    {
      g_autoptr (BfDatabase) fresh = bf_database_open (NULL, BF_OPEN_DEFAULT, NULL);

      bf_database_script (fresh, bf_schema_sql (), NULL);
      g_once_init_leave (&expected, schema_text (fresh, NULL));
    }
  return expected;
}

char *
bf_schema_digest (BfDatabase *database, GError **error)
{
  g_autofree char *text = schema_text (database, error);

  return text ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1) : NULL;
}

gboolean
bf_schema_check (BfDatabase *database, GError **error)
{
  g_autofree char *text = schema_text (database, error);

  if (!text)
    return FALSE;
  if (g_str_equal (text, expected_text ()))
    return TRUE;
  g_set_error_literal (
      error,
      BF_DOCUMENT_ERROR,
      BF_DOCUMENT_ERROR_FORMAT,
      _ ("The file’s tables or triggers are not those of a Brownfield plan, so it is "
         "not opened. Take the last copy of it that opens."));
  return FALSE;
}
