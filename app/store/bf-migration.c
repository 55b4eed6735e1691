/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-migration.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-schema.h"

/* Version 1: a phase did not say which suggestions it takes. Version 2: the plant did not say
 * whether there is a buffer before cutovers, nor whether costs have the tail of IT projects.
 * Version 3: own estimates of steps and qualification had no estimate class. */
static const BfMigration migrations[] = {
  { 1, "8c59c81e4b367e209c268950e3c1cf1a8196ae15c93ffae483946a1833d6089c", "" },
  { 2, "6e587a028a2347c514c08ad582bb0a13a4aad97092e10e235522de5b8031821d", "" },
  { 3, "e8433dc580d29e06183316265ebc7a01fe7a0c02652bcb1ca6c3572c3d2f19fe", "" },
  { -1, NULL, NULL },
};

char *
bf_migration_backup_path (const char *path, int version)
{
  g_autofree char *stem = g_strdup (path);

  if (g_str_has_suffix (stem, BF_DOCUMENT_SUFFIX))
    stem[strlen (stem) - strlen (BF_DOCUMENT_SUFFIX)] = 0;
  return g_strdup_printf ("%s (version %d)%s", stem, version, BF_DOCUMENT_SUFFIX);
}

static const BfMigration *
find_migration (const BfMigration *table, int from)
{
  for (int i = 0; table[i].from >= 0; i++)
    if (table[i].from == from)
      return &table[i];
  return NULL;
}

static gboolean
fail_version (int version, GError **error)
{
  g_set_error (error,
               BF_DOCUMENT_ERROR,
               BF_DOCUMENT_ERROR_FORMAT,
               /* Translators: a version number. */
               _ ("This plan says it is of version %d, but its tables are not of that version."),
               version);
  return FALSE;
}

static gboolean
step_once (BfDatabase *database, const BfMigration *migration, GError **error)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", migration->from + 1);

  return bf_database_script (database, migration->sql, error) &&
         bf_database_script (database, version, error);
}

/* --- Rebuilding --------------------------------------------------------------------------- */

static gboolean
drop_triggers (BfDatabase *database, GError **error)
{
  sqlite3_stmt *rows = bf_database_query (
      database, error, "SELECT name FROM sqlite_schema WHERE type = 'trigger'", "");
  g_autoptr (GString) sql = g_string_new (NULL);

  while (rows && bf_database_next (database, rows, NULL))
    g_string_append_printf (sql, "DROP TRIGGER \"%s\";", bf_column_text (rows, 0));
  return rows && bf_database_script (database, sql->str, error);
}

static gboolean
has_table (BfDatabase *database, const char *table)
{
  sqlite3_stmt *row = bf_database_query (
      database, NULL, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", "s", table);
  gboolean found = row && bf_database_next (database, row, NULL);

  if (found)
    sqlite3_reset (row);
  return found;
}

/* Names of the columns that old and new table share, as "a", "b". */
static char *
common_columns (BfDatabase *database, const BfRecord *record)
{
  sqlite3_stmt *rows = bf_database_query (database,
                                          NULL,
                                          "SELECT name FROM pragma_table_info (?1) WHERE name IN"
                                          " (SELECT name FROM pragma_table_info (?1 || ' old'))",
                                          "s",
                                          record->table);
  GString *names = g_string_new (NULL);

  while (rows && bf_database_next (database, rows, NULL))
    g_string_append_printf (names, "%s\"%s\"", names->len ? ", " : "", bf_column_text (rows, 0));
  return g_string_free (names, FALSE);
}

static gboolean
refill_table (BfDatabase *database, const BfRecord *record, GError **error)
{
  g_autofree char *columns = common_columns (database, record);
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO \"%s\" (%s) SELECT %s FROM \"%s old\"; DROP TABLE \"%s old\"",
                       record->table,
                       columns,
                       columns,
                       record->table,
                       record->table);

  return bf_database_script (database, sql, error);
}

static gboolean
rebuild_table (BfDatabase *database, const BfRecord *record, GError **error)
{
  g_autofree char *create = bf_schema_table_sql (record);
  g_autofree char *rename =
      g_strdup_printf ("ALTER TABLE \"%s\" RENAME TO \"%s old\"", record->table, record->table);

  if (!has_table (database, record->table))
    return bf_database_script (database, create, error);
  return bf_database_script (database, rename, error) &&
         bf_database_script (database, create, error) && refill_table (database, record, error);
}

static gboolean
rebuild (BfDatabase *database, GError **error)
{
  if (!drop_triggers (database, error))
    return FALSE;
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    if (!rebuild_table (database, bf_record ((BfRecordKind) kind), error))
      return FALSE;
  return bf_database_script (database, bf_schema_triggers_sql (), error);
}

/* --- Running ------------------------------------------------------------------------------ */

static gboolean
run_all (BfDatabase *database, const BfMigration *table, GError **error)
{
  int version = (int) bf_database_number (database, "PRAGMA user_version", 0);
  g_autofree char *digest = bf_schema_digest (database, error);
  const BfMigration *first = find_migration (table, version);

  if (!digest)
    return FALSE;
  if (!first || !g_str_equal (digest, first->schema_digest))
    return fail_version (version, error);
  for (; version < BF_SCHEMA_VERSION; version++)
    {
      const BfMigration *migration = find_migration (table, version);

      if (!migration)
        return fail_version (version, error);
      if (!step_once (database, migration, error))
        return FALSE;
    }
  return rebuild (database, error);
}

gboolean
bf_migration_run_with (BfDatabase *database, const BfMigration *table, GError **error)
{
  if (!bf_database_claim (database, error))
    return FALSE;
  if (!run_all (database, table, error))
    {
      bf_database_rollback (database);
      return FALSE;
    }
  return bf_database_commit (database, error);
}

gboolean
bf_migration_run (BfDatabase *database, GError **error)
{
  return bf_migration_run_with (database, migrations, error);
}
