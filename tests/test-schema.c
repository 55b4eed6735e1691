/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>
#include <string.h>

#include "bf-document-private.h"
#include "bf-migration.h"
#include "bf-schema.h"
#include "bf-uuid.h"
#include "bf-value.h"
#include "store-fixture.h"

/* A value of every kind that is easily lost on the way: digits, quotes, line ends, signs. */
static const char *
sample_text (const BfField *field, guint turn)
{
  switch ((int) field->kind)
    {
    case BF_KIND_INTEGER:
    case BF_KIND_WEEKS:
      return "1";
    case BF_KIND_NUMBER:
    case BF_KIND_PERCENT:
      return turn ? "0.30000000000000004" : "1";
    case BF_KIND_MONEY:
      return turn ? "0.01" : "1234567.89";
    case BF_KIND_DAY:
      return "2028-02-29";
    case BF_KIND_MINUTE:
      return "2028-07-22T06:05";
    case BF_KIND_YESNO:
      return turn ? "yes" : "no";
    case BF_KIND_CHOICE:
      return field->choices[turn].id;
    case BF_KIND_CHOICES:
      return field->choices[0].id;
    case BF_KIND_ESTIMATE:
      return turn ? "0.1/0.2/0.7" : "0/1/2.5";
    case BF_KIND_REFERENCES:
      return turn ? "A1; B \"2\"" : "A1";
    case BF_KIND_CARRY:
      return turn ? "yes" : "0.25";
    default:
      return turn ? "Ünïcode, \"quoted\", \\ and\nlines\t'here'" : "x";
    }
}

/* A field whose range does not hold the sample keeps its lowest value. */
static void
fill (const BfRecord *record, gpointer row, GStringChunk *strings, guint turn)
{
  bf_record_blank (record, row);
  for (guint i = 0; i < record->n_fields; i++)
    {
      const BfField *field = &record->fields[i];

      if (!bf_field_set (field, row, strings, sample_text (field, turn), NULL))
        {
          g_autofree char *lowest = g_strdup_printf ("%d", (int) field->min);
          g_autoptr (GError) error = NULL;

          bf_field_set (field, row, strings, lowest, &error);
          g_assert_no_error (error);
        }
    }
}

static void
assert_same (const BfRecord *record, gconstpointer a, gconstpointer b)
{
  for (guint i = 0; i < record->n_fields; i++)
    {
      g_autofree char *text_a = bf_field_text (&record->fields[i], a);
      g_autofree char *text_b = bf_field_text (&record->fields[i], b);

      g_assert_cmpstr (text_a, ==, text_b);
    }
}

/* Every field of every record, through SQL, through the diary's JSON and through its texts. */
static void
test_every_field_round_trips (void)
{
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    for (guint turn = 0; turn < 2; turn++)
      {
        const BfRecord *record = bf_record ((BfRecordKind) kind);
        g_autoptr (BfDocument) document = bf_document_new_in_memory ();
        g_autoptr (GStringChunk) strings = g_string_chunk_new (512);
        g_autofree gpointer row = g_malloc0 (record->size);
        g_autoptr (GError) error = NULL;
        g_autoptr (BfEdit) edit = bf_document_begin (document, "Add", NULL, &error);
        g_autoptr (BfPlan) plan = NULL;
        const BfRow *stored;

        fill (record, row, strings, turn);
        bf_edit_insert (edit, record->kind, row, &error);
        g_assert_no_error (error);
        g_assert_true (bf_edit_commit (edit, &error));
        plan = bf_document_snapshot (document);
        stored = bf_plan_row (plan, record->kind, 0);
        assert_same (record, row, stored);
        /* Away and back: the diary's JSON is all that is left of it meanwhile. */
        g_clear_pointer (&edit, bf_edit_abandon);
        edit = bf_document_begin (document, "Delete", NULL, &error);
        g_assert_true (bf_edit_delete (edit, record->kind, stored->key, &error));
        g_assert_true (bf_edit_commit (edit, &error));
        g_assert_true (bf_document_undo (document, &error));
        bf_plan_unref (plan);
        plan = bf_document_snapshot (document);
        assert_same (record, row, bf_plan_row (plan, record->kind, 0));
      }
}

/* Every field set and undone, one by one: the texts of the diary. */
static void
test_every_field_undoes (void)
{
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      const BfRecord *record = bf_record ((BfRecordKind) kind);
      g_autoptr (BfDocument) document = bf_document_new_in_memory ();
      g_autoptr (GStringChunk) strings = g_string_chunk_new (512);
      g_autofree gpointer one = g_malloc0 (record->size);
      g_autofree gpointer two = g_malloc0 (record->size);
      g_autoptr (GError) error = NULL;
      g_autoptr (BfEdit) edit = bf_document_begin (document, "Add", NULL, &error);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      fill (record, one, strings, 1);
      fill (record, two, strings, 0);
      g_assert_true (bf_edit_insert (edit, record->kind, one, &error));
      g_assert_true (bf_edit_commit (edit, &error));
      before = fixture_dump (document);
      for (guint i = 1; i < record->n_fields; i++)
        {
          g_autofree char *text = bf_field_text (&record->fields[i], two);

          fixture_set (
              document, record->kind, ((BfRow *) one)->key, record->fields[i].column, text);
          fixture_set (
              document, record->kind, ((BfRow *) one)->key, record->fields[i].column, NULL);
        }
      for (guint i = 1; i < 2 * record->n_fields; i++)
        if (g_strcmp0 (bf_document_undo_label (document), "Add") != 0)
          g_assert_true (bf_document_undo (document, &error));
      after = fixture_dump (document);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_tables_are_strict (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      const BfRecord *record = bf_record ((BfRecordKind) kind);
      g_autofree char *sql =
          g_strdup_printf ("SELECT strict FROM pragma_table_list ('%s')", record->table);
      guint n_columns = 1;

      for (guint i = 0; i < record->n_fields; i++)
        n_columns += (guint) bf_value_n_columns (&record->fields[i]);
      for (guint i = 0; i < record->n_fields; i++)
        for (int j = 0; record->fields[i].choices && record->fields[i].choices[j].id; j++)
          g_assert_null (strpbrk (record->fields[i].choices[j].id, "|';"));
      g_assert_cmpint (bf_database_number (document->database, sql, -1), ==, 1);
      /* SQLite takes 127 arguments of a function: name and value of each column. */
      g_assert_cmpuint (2 * n_columns, <=, 126);
    }
}

/* What the tables refuse even when the values come past the fields' own checks. */
static void
test_checks_hold (void)
{
  static const char *const wrong[] = {
    "UPDATE system SET type = 'toaster'",
    "UPDATE system SET business_criticality = 99",
    "UPDATE system SET eos_date = '29.02.2028'",
    "UPDATE system SET downtime_cost_h = -1",
    "UPDATE system SET system_id = ''",
    "UPDATE system SET install_year = 'old'",
    "UPDATE cycle SET weeks_min = 5, weeks_likely = 4, weeks_max = 9",
    "UPDATE cycle SET weeks_min = 5",
    "UPDATE system SET id = 'another'",
    "INSERT INTO system (id, system_id) VALUES ('x', 'mes-01')",
  };
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autoptr (BfEdit) edit = NULL;
  BfCycle cycle;

  fixture_add_system (document, "MES-01", "Old MES");
  edit = bf_document_begin (document, "Try", NULL, NULL);
  bf_record_blank (&bf_cycle_record, &cycle);
  cycle.row.key = "C1";
  g_assert_true (bf_edit_insert (edit, BF_CYCLE, &cycle, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (bf_database_script (document->database, wrong[i], NULL))
      g_error ("accepted: %s", wrong[i]);
}

static void
test_uuids (void)
{
  g_autofree char *one = bf_uuid_for_key ("system", "MES-01", 0);
  g_autofree char *same = bf_uuid_for_key ("system", " mes-01", 0);
  g_autofree char *other = bf_uuid_for_key ("area", "MES-01", 0);
  g_autofree char *next = bf_uuid_for_key ("system", "MES-01", 1);

  g_assert_true (g_uuid_string_is_valid (one));
  g_assert_cmpint (one[14], ==, '5');
  g_assert_cmpstr (one, ==, same);
  g_assert_cmpstr (one, !=, other);
  g_assert_cmpstr (one, !=, next);
}

/* Today's schema with a column less and one of its own: what an older version may look like. */
static void
make_older (BfDatabase *database)
{
  g_autofree char *version = g_strdup_printf ("PRAGMA user_version = %d", BF_SCHEMA_VERSION - 1);

  g_assert_true (bf_database_script (
      database,
      "DROP TRIGGER system_UPDATE; DROP TRIGGER system_INSERT; DROP TRIGGER system_DELETE;"
      "ALTER TABLE system DROP COLUMN zone; ALTER TABLE system ADD COLUMN nick TEXT;"
      "UPDATE system SET nick = 'Bertha'",
      NULL));
  g_assert_true (bf_database_script (database, version, NULL));
  g_assert_true (bf_database_commit (database, NULL));
}

static void
test_migration (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  BfDatabase *database = document->database;
  g_autoptr (BfPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;
  BfMigration table[] = {
    { BF_SCHEMA_VERSION - 1, NULL, "UPDATE system SET remark = nick" },
    { -1, NULL, NULL },
  };

  fixture_add_system (document, "MES-01", "Old MES");
  make_older (database);
  digest = bf_schema_digest (database, &error);
  table[0].schema_digest = "another";
  g_assert_false (bf_migration_run_with (database, table, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_FORMAT);
  g_clear_error (&error);
  table[0].schema_digest = digest;
  bf_migration_run_with (database, table, &error);
  g_assert_no_error (error);
  g_assert_true (bf_schema_check (database, &error));
  plan = bf_document_snapshot (document);
  g_assert_cmpstr (BF_ROW (plan, SYSTEM, BfSystem, 0)->remark, ==, "Bertha");
  /* And it goes on as a document of today. */
  fixture_set (document, BF_SYSTEM, "MES-01", "zone", "Z1");
}

/* Who changes the tables raises the version, and leaves this digest to the table of migrations. */
static void
test_digest_is_pinned (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autofree char *digest = bf_schema_digest (document->database, NULL);

  g_assert_cmpint (BF_SCHEMA_VERSION, ==, 4);
  g_assert_cmpstr (digest, ==, "09fbcb9912c0ac09af2f788deb738f537dd03742b852afcc48e2edc4e91f260a");
}

static void
test_backup_name (void)
{
  g_autofree char *path = bf_migration_backup_path ("/a/plan.brownfield", 3);

  g_assert_cmpstr (path, ==, "/a/plan (version 3).brownfield");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  g_test_add_func ("/schema/every-field-round-trips", test_every_field_round_trips);
  g_test_add_func ("/schema/every-field-undoes", test_every_field_undoes);
  g_test_add_func ("/schema/tables-are-strict", test_tables_are_strict);
  g_test_add_func ("/schema/checks-hold", test_checks_hold);
  g_test_add_func ("/schema/uuids", test_uuids);
  g_test_add_func ("/schema/migration", test_migration);
  g_test_add_func ("/schema/digest-is-pinned", test_digest_is_pinned);
  g_test_add_func ("/schema/backup-name", test_backup_name);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
