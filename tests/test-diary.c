/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sqlite3.h>
#include <string.h>

#include "bf-document-private.h"
#include "bf-document-report.h"
#include "store-fixture.h"

/* --- What is written ---------------------------------------------------------------------- */

static void
test_one_change_per_field (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (BfEdit) edit = NULL;
  const BfHistoryEntry *entry;
  const BfChange *change;

  fixture_add_system (document, "MES-01", "Old MES");
  edit = bf_document_begin (document, "Price it", "The controller asked", NULL);
  g_assert_true (bf_edit_set (edit, BF_SYSTEM, "MES-01", "run_cost_year", "1200.50", NULL));
  g_assert_true (bf_edit_set (edit, BF_SYSTEM, "MES-01", "run_cost_year", "1200.50", NULL));
  g_assert_true (bf_edit_set (edit, BF_SYSTEM, "MES-01", "name", "Old MES", NULL));
  g_assert_true (bf_edit_commit (edit, NULL));
  history = bf_document_history (document, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  entry = g_ptr_array_index (history, 1);
  g_assert_cmpstr (entry->label, ==, "Price it");
  g_assert_cmpstr (entry->reason, ==, "The controller asked");
  g_assert_cmpstr (entry->who, ==, "A. Tester");
  g_assert_cmpuint (strlen (entry->at), ==, strlen ("2028-07-22T06:00:00Z"));
  g_assert_cmpuint (entry->n_changes, ==, 1);
  changes = bf_document_changes (document, entry->id, NULL);
  g_assert_cmpuint (changes->len, ==, 1);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->key, ==, "MES-01");
  g_assert_cmpstr (change->column, ==, "run_cost_year");
  g_assert_null (change->old_value);
  g_assert_cmpstr (change->new_value, ==, "1200.50");
}

static void
count_cb (BfDocument *document, guint *count)
{
  (*count)++;
}

static void
test_nothing_writes_nothing (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (BfEdit) edit = NULL;
  guint count = 0;

  fixture_add_system (document, "MES-01", "Old MES");
  before = fixture_dump (document);
  g_signal_connect (document, "changed", G_CALLBACK (count_cb), &count);
  edit = bf_document_begin (document, "Nothing", NULL, NULL);
  g_assert_true (bf_edit_set (edit, BF_SYSTEM, "MES-01", "name", "Old MES", NULL));
  g_assert_true (bf_edit_commit (edit, NULL));
  g_clear_pointer (&edit, bf_edit_abandon);
  edit = bf_document_begin (document, "Abandoned", NULL, NULL);
  g_assert_true (bf_edit_set (edit, BF_SYSTEM, "MES-01", "name", "Another", NULL));
  g_clear_pointer (&edit, bf_edit_abandon);
  history = bf_document_history (document, NULL);
  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpuint (count, ==, 0);
  after = fixture_dump (document);
  g_assert_cmpstr (before, ==, after);
  fixture_set (document, BF_SYSTEM, "MES-01", "name", "New");
  g_assert_cmpuint (count, ==, 1);
}

static void
test_one_edit_at_a_time (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autoptr (BfEdit) edit = bf_document_begin (document, "First", NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (bf_document_begin (document, "Second", NULL, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_EDIT);
  g_clear_error (&error);
  g_assert_true (bf_edit_commit (edit, &error));
  g_assert_false (bf_edit_set (edit, BF_SYSTEM, "MES-01", "name", "Late", &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_EDIT);
}

/* Raw SQL, as another program would: no write outside an edit, no past rewritten. */
static void
test_triggers_refuse (void)
{
  static const char *const wrong[] = {
    "UPDATE system SET name = 'Past the diary'",
    "DELETE FROM system",
    "INSERT INTO system (id, system_id) VALUES ('x', 'Y')",
    "UPDATE change SET new = 'rewritten'",
    "DELETE FROM change",
    "INSERT INTO change (edit, tbl, row, col) VALUES (1, 'system', 'x', 'name')",
    "UPDATE edit SET label = 'rewritten'",
    "UPDATE edit SET hash = 'rewritten'",
    "UPDATE edit SET hash = NULL",
    "DELETE FROM edit",
    "INSERT INTO edit (uuid, at, who, label, previous_hash) VALUES ('u', 'a', 'w', 'l', 'none')",
  };
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();

  fixture_add_system (document, "MES-01", "Old MES");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (bf_database_script (document->database, wrong[i], NULL))
      g_error ("accepted: %s", wrong[i]);
}

static void
test_refusals (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autoptr (BfEdit) edit = NULL;
  g_autoptr (GError) error = NULL;
  BfSystem system;

  fixture_add_system (document, "MES-01", "Old MES");
  fixture_add_system (document, "Prüfstand", "Test rig");
  edit = bf_document_begin (document, "Try", NULL, NULL);
  g_assert_false (bf_edit_set (edit, BF_SYSTEM, "MES-99", "name", "x", &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_NO_ROW);
  g_clear_error (&error);
  g_assert_false (bf_edit_set (edit, BF_SYSTEM, "MES-01", "colour", "x", &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_COLUMN);
  g_clear_error (&error);
  g_assert_false (bf_edit_set (edit, BF_SYSTEM, "MES-01", "type", "toaster", &error));
  g_assert_error (error, BF_FIELD_ERROR, BF_FIELD_ERROR_CHOICE);
  g_clear_error (&error);
  g_assert_false (bf_edit_set (edit, BF_SYSTEM, "MES-01", "name", "\xff\xfe", &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (bf_edit_set (edit, BF_SYSTEM, "MES-01", "system_id", " ", &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_VALUE);
  g_clear_error (&error);
  g_assert_false (bf_edit_set (edit, BF_SYSTEM, "MES-01", "system_id", "PRÜFSTAND", &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_DUPLICATE);
  g_clear_error (&error);
  bf_record_blank (&bf_system_record, &system);
  system.row.key = " prüfSTAND";
  g_assert_false (bf_edit_insert (edit, BF_SYSTEM, &system, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_DUPLICATE);
  g_clear_error (&error);
  system.row.key = "mes-01";
  g_assert_false (bf_edit_insert (edit, BF_SYSTEM, &system, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_DUPLICATE);
  /* None of these ended the edit. */
  g_assert_true (bf_edit_set (edit, BF_SYSTEM, "prüfstand", "name", "x", NULL));
  g_assert_true (bf_edit_commit (edit, NULL));
}

static void
test_put (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autoptr (BfEdit) edit = NULL;
  g_autoptr (BfPlan) plan = NULL;
  BfRowOutcome outcome;
  BfSystem system;

  fixture_add_system (document, "MES-01", "Old MES");
  bf_record_blank (&bf_system_record, &system);
  system.row.key = "mes-01";
  edit = bf_document_begin (document, "Import", NULL, NULL);
  g_assert_true (bf_edit_put (edit, BF_SYSTEM, &system, FALSE, &outcome, NULL));
  g_assert_cmpint (outcome, ==, BF_ROW_UNCHANGED);
  system.vendor = "Acme";
  g_assert_true (bf_edit_put (edit, BF_SYSTEM, &system, FALSE, &outcome, NULL));
  g_assert_cmpint (outcome, ==, BF_ROW_CHANGED);
  system.row.key = "MES-02";
  g_assert_true (bf_edit_put (edit, BF_SYSTEM, &system, FALSE, &outcome, NULL));
  g_assert_cmpint (outcome, ==, BF_ROW_ADDED);
  system.row.key = "MES-01";
  system.vendor = NULL;
  system.name = "New MES";
  g_assert_true (bf_edit_put (edit, BF_SYSTEM, &system, TRUE, &outcome, NULL));
  g_assert_true (bf_edit_commit (edit, NULL));
  plan = bf_document_snapshot (document);
  g_assert_cmpstr (BF_ROW (plan, SYSTEM, BfSystem, 0)->row.key, ==, "MES-01");
  g_assert_cmpstr (BF_ROW (plan, SYSTEM, BfSystem, 0)->name, ==, "New MES");
  g_assert_null (BF_ROW (plan, SYSTEM, BfSystem, 0)->vendor);
  g_assert_cmpstr (BF_ROW (plan, SYSTEM, BfSystem, 1)->vendor, ==, "Acme");
}

/* --- Keys --------------------------------------------------------------------------------- */

static void
test_new_key_is_carried (void)
{
  g_autofree char *path = fixture_file ("carried");
  g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, NULL);
  g_autofree char *before = fixture_dump (document);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (BfPlan) plan = NULL;

  fixture_set (document, BF_AREA, "A1", "key", "Hall-1");
  plan = bf_document_snapshot (document);
  g_assert_cmpstr (BF_ROW (plan, SYSTEM, BfSystem, 0)->area[0], ==, "Hall-1");
  findings = bf_document_verify (document, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (bf_document_undo (document, NULL));
  after = fixture_dump (document);
  g_assert_cmpstr (before, ==, after);
  /* The id made from the old key is taken by the renamed row: another one is found. */
  fixture_set (document, BF_SYSTEM, "MES-01", "system_id", "MES-02");
  fixture_add_system (document, "MES-01", "Another");
}

/* --- Undo --------------------------------------------------------------------------------- */

static void
test_undo_and_redo (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = NULL;

  g_assert_false (bf_document_undo (document, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_NOTHING);
  fixture_add_system (document, "MES-01", "Old MES");
  first = fixture_dump (document);
  fixture_set (document, BF_SYSTEM, "MES-01", "name", "New MES");
  second = fixture_dump (document);
  g_assert_cmpstr (bf_document_undo_label (document), ==, "Set name");
  g_assert_null (bf_document_redo_label (document));
  g_assert_true (bf_document_undo (document, NULL));
  undone = fixture_dump (document);
  g_assert_cmpstr (undone, ==, first);
  g_assert_cmpstr (bf_document_redo_label (document), ==, "Set name");
  g_assert_true (bf_document_redo (document, NULL));
  redone = fixture_dump (document);
  g_assert_cmpstr (redone, ==, second);
  g_assert_false (bf_document_can_redo (document));
  g_assert_true (bf_document_undo (document, NULL));
  fixture_set (document, BF_SYSTEM, "MES-01", "name", "Another");
  g_assert_false (bf_document_can_redo (document));
  history = bf_document_history (document, NULL);
  g_assert_cmpint (((BfHistoryEntry *) g_ptr_array_index (history, 2))->undoes, ==, 2);
  g_assert_cmpint (((BfHistoryEntry *) g_ptr_array_index (history, 3))->undoes, ==, 3);
}

static void
test_undo_stops_at_opening (void)
{
  g_autofree char *path = fixture_file ("opening");
  g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, NULL);
  g_autoptr (BfPlan) plan = NULL;

  g_assert_false (bf_document_can_undo (document));
  fixture_set (document, BF_SYSTEM, "MES-01", "name", "New MES");
  g_assert_true (bf_document_undo (document, NULL));
  g_assert_false (bf_document_can_undo (document));
  bf_document_set_undo_past_opening (document, TRUE);
  while (bf_document_can_undo (document))
    g_assert_true (bf_document_undo (document, NULL));
  plan = bf_document_snapshot (document);
  g_assert_cmpuint (bf_plan_count (plan, BF_SYSTEM), ==, 0);
  g_assert_cmpuint (bf_plan_count (plan, BF_AREA), ==, 0);
}

static void
test_revert (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (BfPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  const BfConflict *conflict;

  fixture_add_system (document, "MES-01", "One");
  fixture_set (document, BF_SYSTEM, "MES-01", "name", "Two");
  fixture_set (document, BF_SYSTEM, "MES-01", "vendor", "Acme");
  fixture_set (document, BF_SYSTEM, "MES-01", "vendor", "Bolt");
  /* Nobody touched the name since. */
  bf_document_revert (document, 2, &conflicts, &error);
  g_assert_no_error (error);
  plan = bf_document_snapshot (document);
  g_assert_cmpstr (BF_ROW (plan, SYSTEM, BfSystem, 0)->name, ==, "One");
  g_assert_cmpstr (BF_ROW (plan, SYSTEM, BfSystem, 0)->vendor, ==, "Bolt");
  /* But the vendor. */
  g_assert_false (bf_document_revert (document, 3, &conflicts, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = g_ptr_array_index (conflicts, 0);
  g_assert_cmpstr (conflict->column, ==, "vendor");
  g_assert_cmpstr (conflict->base, ==, "Acme");
  g_assert_cmpstr (conflict->ours, ==, "Bolt");
  g_assert_null (conflict->theirs);
  g_clear_pointer (&conflicts, g_ptr_array_unref);
  /* The row that the first edit brought has been changed since. */
  g_assert_false (bf_document_revert (document, 1, &conflicts, &error));
  g_assert_cmpuint (conflicts->len, ==, 1);
  g_clear_error (&error);
  g_assert_false (bf_document_revert (document, 77, NULL, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_NOTHING);
  g_clear_error (&error);
  /* The reverting edit can itself be undone. */
  g_assert_true (bf_document_undo (document, &error));
  bf_plan_unref (plan);
  plan = bf_document_snapshot (document);
  g_assert_cmpstr (BF_ROW (plan, SYSTEM, BfSystem, 0)->name, ==, "Two");
}

static void
test_revert_a_deletion (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (BfEdit) edit = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add_system (document, "MES-01", "One");
  before = fixture_dump (document);
  edit = bf_document_begin (document, "Delete", NULL, NULL);
  g_assert_true (bf_edit_delete (edit, BF_SYSTEM, "MES-01", NULL));
  g_assert_true (bf_edit_commit (edit, NULL));
  fixture_add_system (document, "MES-01", "Its successor");
  g_assert_false (bf_document_revert (document, 2, NULL, &error));
  g_clear_error (&error);
  g_assert_true (bf_document_undo (document, NULL));
  bf_document_revert (document, 2, NULL, &error);
  g_assert_no_error (error);
  after = fixture_dump (document);
  g_assert_cmpstr (before, ==, after);
}

/* --- At random ---------------------------------------------------------------------------- */

static void
random_step (BfEdit *edit)
{
  g_autofree char *key = g_strdup_printf ("S%d", g_test_rand_int_range (0, 12));
  g_autofree char *text = g_strdup_printf ("%d.%d", g_test_rand_int_range (0, 9), 5);
  static const char *const columns[] = { "name", "max_stop_h", "run_cost_year", "area" };
  BfSystem system;

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      bf_edit_delete (edit, BF_SYSTEM, key, NULL);
      break;
    case 1:
    case 2:
      bf_record_blank (&bf_system_record, &system);
      system.row.key = key;
      system.name = text;
      system.max_stop_h = 1.0 / 3;
      bf_edit_insert (edit, BF_SYSTEM, &system, NULL);
      break;
    case 3:
      {
        g_autofree char *other = g_strdup_printf ("s%d", g_test_rand_int_range (0, 12));

        bf_edit_set (edit, BF_SYSTEM, key, "system_id", other, NULL);
        break;
      }
    default:
      bf_edit_set (edit, BF_SYSTEM, key, columns[g_test_rand_int_range (0, 4)], text, NULL);
      break;
    }
}

static void
random_edit (BfDocument *document)
{
  g_autoptr (BfEdit) edit = bf_document_begin (document, "Random", NULL, NULL);

  for (int i = g_test_rand_int_range (1, 8); i > 0; i--)
    random_step (edit);
  if (g_test_rand_int_range (0, 5) > 0)
    g_assert_true (bf_edit_commit (edit, NULL));
}

static void
assert_verified (BfDocument *document)
{
  g_autoptr (GPtrArray) findings = bf_document_verify (document, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const BfFinding *finding = g_ptr_array_index (findings, i);

      /* Random areas are not there; anything else is an error of ours. */
      if (g_strcmp0 (finding->column, "area") != 0)
        g_error ("%s", finding->sentence);
    }
}

static void
test_undo_all_is_the_start (void)
{
  for (int round = 0; round < 15; round++)
    {
      g_autofree char *path = fixture_file ("random");
      g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, NULL);
      g_autofree char *start = fixture_dump (document);
      g_autofree char *end = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      for (int i = 0; i < 20; i++)
        if (g_test_rand_int_range (0, 4) == 0 && bf_document_can_undo (document))
          g_assert_true (bf_document_undo (document, NULL));
        else
          random_edit (document);
      while (bf_document_can_redo (document))
        g_assert_true (bf_document_redo (document, NULL));
      end = fixture_dump (document);
      while (bf_document_can_undo (document))
        g_assert_true (bf_document_undo (document, NULL));
      undone = fixture_dump (document);
      g_assert_cmpstr (start, ==, undone);
      while (bf_document_can_redo (document))
        g_assert_true (bf_document_redo (document, NULL));
      redone = fixture_dump (document);
      g_assert_cmpstr (end, ==, redone);
      assert_verified (document);
    }
}

/* --- The chain ---------------------------------------------------------------------------- */

/* Without triggers, as somebody with patience would. */
static void
forge (const char *path, const char *sql)
{
  g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, NULL);
  g_autoptr (GString) script = g_string_new (NULL);
  sqlite3_stmt *rows = bf_database_query (document->database,
                                          NULL,
                                          "SELECT name, sql FROM sqlite_schema"
                                          " WHERE type = 'trigger'",
                                          "");
  g_autoptr (GString) back = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  while (bf_database_next (document->database, rows, NULL))
    {
      g_string_append_printf (script, "DROP TRIGGER \"%s\";", bf_column_text (rows, 0));
      g_string_append_printf (back, "%s;", bf_column_text (rows, 1));
    }
  g_string_append_printf (script, "%s;%s", sql, back->str);
  bf_database_script (document->database, script->str, &error);
  g_assert_no_error (error);
  g_assert_true (bf_database_commit (document->database, NULL));
}

static void
test_a_rewritten_past_shows (void)
{
  static const char *const forgeries[] = {
    "UPDATE change SET new = 'A2' WHERE col = 'area'",
    "UPDATE edit SET who = 'Somebody else' WHERE id = 2",
    "UPDATE edit SET at = '2001-01-01T00:00:00Z' WHERE id = 1",
    "DELETE FROM change WHERE col = 'area'",
    "INSERT INTO change (edit, tbl, row, col) VALUES (1, 'system', 'x', 'name')",
    "UPDATE system SET name = 'Past the diary'",
    "DELETE FROM area",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *path = fixture_file ("forged");
      g_autoptr (GString) out = g_string_new (NULL);

      g_assert_cmpint (bf_report_check (path, out), ==, 0);
      forge (path, forgeries[i]);
      g_string_truncate (out, 0);
      g_assert_cmpint (bf_report_check (path, out), ==, 1);
      g_assert_true (g_str_has_prefix (out->str, path));
    }
}

/* One byte of the file itself, in the name of who made an edit. */
static void
test_a_rewritten_byte_shows (void)
{
  g_autofree char *path = fixture_file ("byte");
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *bytes = NULL;
  gsize size;
  char *at = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize i = 0; i + 9 < size && !at; i++)
    if (memcmp (bytes + i, "A. Tester", 9) == 0)
      at = bytes + i;
  g_assert_nonnull (at);
  *at = 'B';
  g_file_set_contents (path, bytes, (gssize) size, NULL);
  g_assert_cmpint (bf_report_check (path, out), ==, 1);
  g_assert_nonnull (strstr (out->str, "hash"));
}

static void
test_dangling_references_show (void)
{
  g_autofree char *path = fixture_file ("dangling");
  g_autoptr (GString) out = g_string_new (NULL);
  {
    g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, NULL);

    fixture_set (document, BF_SYSTEM, "MES-01", "area", "all; A1");
    g_assert_cmpint (bf_report_check (path, out), ==, 0);
    fixture_set (document, BF_SYSTEM, "MES-01", "area", "A1; A9");
  }
  g_string_truncate (out, 0);
  g_assert_cmpint (bf_report_check (path, out), ==, 1);
  g_assert_nonnull (strstr (out->str, "MES-01"));
  g_assert_nonnull (strstr (out->str, "A9"));
}

static void
test_reports (void)
{
  g_autofree char *path = fixture_file ("reported");
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_cmpint (bf_report_history (path, FALSE, out), ==, 0);
  g_assert_nonnull (strstr (out->str, "A. Tester"));
  g_assert_nonnull (strstr (out->str, "Set area"));
  g_string_truncate (out, 0);
  g_assert_cmpint (bf_report_history (path, TRUE, out), ==, 0);
  g_assert_nonnull (strstr (out->str, "\"column\": \"area\", \"old\": null, \"new\": \"A1\""));
  g_string_truncate (out, 0);
  g_assert_cmpint (bf_report_history ("/nowhere.brownfield", TRUE, out), ==, 1);
  g_assert_cmpint (bf_report_check ("/nowhere.brownfield", out), ==, 1);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  g_test_add_func ("/diary/one-change-per-field", test_one_change_per_field);
  g_test_add_func ("/diary/nothing-writes-nothing", test_nothing_writes_nothing);
  g_test_add_func ("/diary/one-edit-at-a-time", test_one_edit_at_a_time);
  g_test_add_func ("/diary/triggers-refuse", test_triggers_refuse);
  g_test_add_func ("/diary/refusals", test_refusals);
  g_test_add_func ("/diary/put", test_put);
  g_test_add_func ("/diary/new-key-is-carried", test_new_key_is_carried);
  g_test_add_func ("/diary/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/diary/undo-stops-at-opening", test_undo_stops_at_opening);
  g_test_add_func ("/diary/revert", test_revert);
  g_test_add_func ("/diary/revert-a-deletion", test_revert_a_deletion);
  g_test_add_func ("/diary/undo-all-is-the-start", test_undo_all_is_the_start);
  g_test_add_func ("/diary/a-rewritten-past-shows", test_a_rewritten_past_shows);
  g_test_add_func ("/diary/a-rewritten-byte-shows", test_a_rewritten_byte_shows);
  g_test_add_func ("/diary/dangling-references-show", test_dangling_references_show);
  g_test_add_func ("/diary/reports", test_reports);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
