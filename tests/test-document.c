/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bf-document-report.h"
#include "store-fixture.h"

#define NOBODY 65534

/* --- Files -------------------------------------------------------------------------------- */

static void
test_new_and_open (void)
{
  g_autofree char *path = fixture_path ("new");
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (BfDocument) document = bf_document_new (path, &error);

    g_assert_no_error (error);
    g_assert_false (bf_document_is_read_only (document));
    g_assert_cmpstr (bf_document_get_name (document), ==, "new");
    fixture_add_system (document, "MES-01", "Old MES");
    fixture_set (document, BF_SYSTEM, "mes-01 ", "run_cost_year", "12000.50");
  }
  g_assert_null (bf_document_new (path, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_EXISTS);
  g_clear_error (&error);
  {
    g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, &error);
    g_autoptr (BfPlan) plan = NULL;

    g_assert_no_error (error);
    plan = bf_document_snapshot (document);
    g_assert_cmpint (BF_FIND (plan, SYSTEM, BfSystem, "MES-01")->run_cost_year, ==, 1200050);
    fixture_assert_alone (path);
  }
}

static void
test_snapshot_is_kept (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autoptr (BfPlan) first = NULL;
  g_autoptr (BfPlan) second = NULL;
  g_autoptr (BfPlan) third = NULL;

  fixture_add_system (document, "A", "One");
  first = bf_document_snapshot (document);
  second = bf_document_snapshot (document);
  g_assert_true (first == second);
  fixture_set (document, BF_SYSTEM, "A", "name", "Two");
  third = bf_document_snapshot (document);
  g_assert_true (first != third);
  g_assert_cmpstr (BF_ROW (first, SYSTEM, BfSystem, 0)->name, ==, "One");
  g_assert_cmpstr (BF_ROW (third, SYSTEM, BfSystem, 0)->name, ==, "Two");
}

static void
assert_refused (const char *path, BfDocumentError code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, &error);

  g_assert_null (document);
  g_assert_error (error, BF_DOCUMENT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, "“"));
}

static void
test_strange_files (void)
{
  g_autofree char *path = fixture_path ("strange");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *noise = g_strnfill (20000, 'x');

  assert_refused (path, BF_DOCUMENT_ERROR_IO);
  assert_refused (folder, BF_DOCUMENT_ERROR_FORMAT);
  g_file_set_contents (path, "", 0, NULL);
  assert_refused (path, BF_DOCUMENT_ERROR_FORMAT);
  g_file_set_contents (path, noise, -1, NULL);
  assert_refused (path, BF_DOCUMENT_ERROR_FORMAT);
  g_file_set_contents (path, "PK\003\004 not a plan", -1, NULL);
  assert_refused (path, BF_DOCUMENT_ERROR_FORMAT);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/* A document as the first version of the program wrote it. */
static char *
version_1 (const char *name)
{
  g_autofree char *source =
      g_build_filename (g_getenv ("BF_SOURCE_DIR"), "tests", "documents", "version-1.sql", NULL);
  g_autofree char *sql = NULL;
  char *path = fixture_path (name);

  g_assert_true (g_file_get_contents (source, &sql, NULL, NULL));
  run_sql (path, sql);
  run_sql (path, "PRAGMA application_id = 0x4266506c; PRAGMA user_version = 1");
  return path;
}

static void
assert_version_1 (BfDocument *document)
{
  g_autoptr (BfPlan) plan = bf_document_snapshot (document);
  const BfPlant *plant = bf_plan_plant (plan);

  g_assert_cmpstr (plant->name, ==, "Mill Lane");
  g_assert_cmpint (plant->downtime_cost_h, ==, 1800000);
  g_assert_cmpint (plant->rehearsals, ==, 2);
  g_assert_cmpint (plant->buffer, ==, -1);
  g_assert_cmpint (plant->it_tail, ==, -1);
  g_assert_cmpuint (bf_plan_count (plan, BF_SYSTEM), ==, 2);
  g_assert_cmpstr (BF_FIND (plan, SYSTEM, BfSystem, "HIS-01")->name, ==, "Process values");
  g_assert_cmpstr (BF_FIND (plan, SYSTEM, BfSystem, "MES-01")->zone, ==, "Z1");
  g_assert_cmpstr (BF_FIND (plan, SYSTEM, BfSystem, "MES-01")->area[0], ==, "FND");
}

/* It is brought up to date with all that it holds, its diary stays to the letter, and a copy of
 * before is kept. */
static void
test_version_1 (void)
{
  g_autofree char *path = version_1 ("first");
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, &error);
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  const BfHistoryEntry *second;

  g_assert_no_error (error);
  assert_version_1 (document);
  g_assert_true (
      g_str_has_suffix (bf_document_get_backup_path (document), "first (version 1).brownfield"));
  g_assert_true (g_file_test (bf_document_get_backup_path (document), G_FILE_TEST_IS_REGULAR));
  findings = bf_document_verify (document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  history = bf_document_history (document, &error);
  g_assert_cmpuint (history->len, ==, 2);
  second = g_ptr_array_index (history, 1);
  g_assert_cmpstr (second->label, ==, "Import systems.csv");
  g_assert_cmpstr (
      second->hash, ==, "6ff895b35485efa41998cfa0bf8a0234ec00856a705911a480db0874d6dfa437");

  fixture_set (document, BF_PLANT, "MILL", "buffer", "no");
  g_assert_true (bf_document_undo (document, &error));
  g_assert_true (bf_document_revert (document, second->id, NULL, &error));
  g_assert_no_error (error);
  {
    g_autoptr (BfPlan) plan = bf_document_snapshot (document);

    g_assert_cmpstr (BF_FIND (plan, SYSTEM, BfSystem, "HIS-01")->name, ==, "Values");
  }
}

/* A second opening finds a document of today; what says it is of the first version and has tables
 * of another is not touched. */
static void
test_version_1_once (void)
{
  g_autofree char *path = version_1 ("twice");
  g_autofree char *odd = version_1 ("odd");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, &error);

      g_assert_no_error (error);
      assert_version_1 (document);
      g_assert_true ((bf_document_get_backup_path (document) != NULL) == (i == 0));
    }
  run_sql (odd, "CREATE TABLE spy (x)");
  g_assert_null (bf_document_open (odd, BF_OPEN_DEFAULT, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_FORMAT);
}

static void
test_strangers_schema (void)
{
  static const char *const tricks[] = {
    "CREATE TRIGGER spy AFTER UPDATE ON system BEGIN DELETE FROM area; END",
    "CREATE VIEW spy AS SELECT * FROM system",
    "CREATE TABLE spy (x)",
    "DROP TRIGGER change_stays",
    "ALTER TABLE system ADD COLUMN spy TEXT",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tricks); i++)
    {
      g_autofree char *path = fixture_file ("stranger");
      g_autoptr (GError) error = NULL;

      run_sql (path, tricks[i]);
      g_assert_null (bf_document_open (path, BF_OPEN_DEFAULT, &error));
      g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_FORMAT);
    }
  {
    g_autofree char *path = fixture_path ("other-program");

    run_sql (path,
             "CREATE TABLE t (a); CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM t; END");
    assert_refused (path, BF_DOCUMENT_ERROR_FORMAT);
  }
  {
    g_autofree char *path = fixture_file ("newer");

    run_sql (path, "PRAGMA user_version = 999");
    assert_refused (path, BF_DOCUMENT_ERROR_NEWER);
  }
}

static void
test_cut_short (void)
{
  g_autofree char *path = fixture_file ("cut");
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (int part = 1; part < 8; part++)
    {
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, bytes, (gssize) (size * (gsize) part / 8), NULL);
      g_assert_null (bf_document_open (path, BF_OPEN_DEFAULT, &error));
      g_assert_nonnull (error);
    }
}

/* Bytes overwritten anywhere: an error, or a document that can be looked at; never a crash. */
static void
test_overwritten (void)
{
  g_autofree char *path = fixture_file ("overwritten");
  g_autofree char *bytes = NULL;
  guint n_refused = 0;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (int round = 0; round < 150; round++)
    {
      g_autofree char *hurt = g_memdup2 (bytes, size);
      g_autoptr (GString) out = g_string_new (NULL);

      for (int i = g_test_rand_int_range (1, 40); i > 0; i--)
        {
          /* The pages with the schema and the diary get as much as all the others. */
          gsize reach = g_test_rand_bit () ? size : MIN (size, 16384);

          hurt[g_test_rand_int_range (0, (int) reach)] = (char) g_test_rand_int_range (0, 256);
        }
      g_file_set_contents (path, hurt, (gssize) size, NULL);
      n_refused += bf_report_check (path, out) == 1;
      bf_report_history (path, TRUE, out);
    }
  g_assert_cmpuint (n_refused, >, 0);
}

/* An auditor reads without other tools what stood in a field and what stands there since. */
static void
test_history_says_values (void)
{
  g_autofree char *path = fixture_file ("values");
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, &error);
  g_autoptr (BfEdit) edit = bf_document_begin (document, "Support is longer", NULL, &error);
  g_autoptr (GString) out = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (bf_edit_set (edit, BF_SYSTEM, "MES-01", "eos_date", "2031-06-30", &error));
  g_assert_true (bf_edit_commit (edit, &error));
  g_assert_cmpint (bf_report_history (path, FALSE, out), ==, 0);
  g_assert_nonnull (strstr (out->str, "Support is longer [1 change]\n"));
  g_assert_nonnull (strstr (out->str, "Systems MES-01, End of vendor support: "));
  g_assert_nonnull (strstr (out->str, " → 2031-06-30\n"));
}

/* Text that is none, in a key: the pages are in order, so only loading can notice. */
static void
test_no_text (void)
{
  g_autofree char *path = fixture_file ("no-text");
  g_autofree char *bytes = NULL;
  g_autoptr (BfDocument) document = NULL;
  g_autoptr (BfPlan) plan = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize i = 0; i + 6 < size; i++)
    if (memcmp (bytes + i, "MES-01", 6) == 0)
      bytes[i + 1] = '\xff';
  g_file_set_contents (path, bytes, (gssize) size, NULL);
  document = bf_document_open (path, BF_OPEN_DEFAULT, NULL);
  plan = bf_document_snapshot (document);
  g_assert_cmpuint (bf_plan_count (plan, BF_SYSTEM), ==, 1);
  g_assert_true (g_utf8_validate (BF_ROW (plan, SYSTEM, BfSystem, 0)->row.key, -1, NULL));
}

/* --- Who may write ------------------------------------------------------------------------ */

static void
test_read_only_file (void)
{
  g_autofree char *path = fixture_file ("read-only");
  g_autofree char *copy = fixture_path ("read-only-copy");
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = NULL;
  g_autoptr (BfDocument) copied = NULL;
  g_autoptr (BfPlan) plan = NULL;

  g_chmod (path, 0444);
  document = bf_document_open (path, BF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bf_document_get_read_only (document), ==, BF_READ_ONLY_FILE);
  g_assert_nonnull (bf_document_read_only_sentence (document));
  plan = bf_document_snapshot (document);
  g_assert_cmpuint (bf_plan_count (plan, BF_SYSTEM), ==, 1);
  g_assert_null (bf_document_begin (document, "Try", NULL, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (bf_document_copy (document, copy, &error));
  copied = bf_document_open (copy, BF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (bf_document_is_read_only (copied));
  g_chmod (path, 0644);
}

/* Opens the document in a process of its own, as somebody without rights where the tests are run by
 * an administrator, whom no mode of a folder holds back. Returns what bf_document_get_read_only
 * says, -1 when it does not open. */
static int
open_as_nobody (const char *path)
{
  int status = 0;
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      BfDocument *document;

      if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (0xfe);
      document = bf_document_open (path, BF_OPEN_DEFAULT, NULL);
      _exit (document ? (int) bf_document_get_read_only (document) : 0xff);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status) == 0xff ? -1 : WEXITSTATUS (status);
}

static void
test_read_only_folder (void)
{
  g_autofree char *path = fixture_file ("kept/read-only-folder");
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *above = g_path_get_dirname (folder);

  g_chmod (above, 0755);
  g_chmod (path, 0666);
  g_chmod (folder, 0777);
  g_assert_cmpint (open_as_nobody (path), ==, BF_WRITABLE);
  g_chmod (folder, 0555);
  g_assert_cmpint (open_as_nobody (path), ==, BF_READ_ONLY_FILE);
  g_chmod (folder, 0755);
}

static void
test_two_openers (void)
{
  g_autofree char *path = fixture_file ("two");
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) first = bf_document_open (path, BF_OPEN_DEFAULT, &error);
  gint64 before = g_get_monotonic_time ();
  g_autoptr (BfDocument) second = bf_document_open (path, BF_OPEN_DEFAULT, &error);
  g_autoptr (BfPlan) plan = NULL;

  g_assert_no_error (error);
  g_test_minimized_result ((double) (g_get_monotonic_time () - before) / 1e6,
                           "a second opener knows after %g s",
                           (double) (g_get_monotonic_time () - before) / 1e6);
  g_assert_cmpint (bf_document_get_read_only (first), ==, BF_WRITABLE);
  g_assert_cmpint (bf_document_get_read_only (second), ==, BF_READ_ONLY_LOCKED);
  /* The reader sees what the writer does. */
  plan = bf_document_snapshot (second);
  fixture_set (first, BF_SYSTEM, "MES-01", "name", "Renamed");
  bf_plan_unref (plan);
  plan = bf_document_snapshot (second);
  g_assert_cmpstr (BF_ROW (plan, SYSTEM, BfSystem, 0)->name, ==, "Renamed");
  /* And when the writer leaves, the next one may write. */
  g_clear_object (&first);
  g_clear_object (&second);
  first = bf_document_open (path, BF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (bf_document_is_read_only (first));
}

/* The same with another process, which opens first, says so, and is then killed. */
static void
test_two_processes (void)
{
  g_autofree char *path = fixture_file ("processes");
  g_autoptr (BfDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  int ready[2];
  pid_t child;
  char byte;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0)
    {
      BfDocument *first = bf_document_open (path, BF_OPEN_DEFAULT, NULL);

      if (first && write (ready[1], "x", 1) == 1)
        pause ();
      _exit (1);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  document = bf_document_open (path, BF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bf_document_get_read_only (document), ==, BF_READ_ONLY_LOCKED);
  g_clear_object (&document);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  close (ready[0]);
  close (ready[1]);
  document = bf_document_open (path, BF_OPEN_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_false (bf_document_is_read_only (document));
  fixture_set (document, BF_SYSTEM, "MES-01", "name", "Ours again");
}

/* A child edits and dies in the middle, after its pages went to disk; what it began never was. */
static void
test_killed_in_the_middle (void)
{
  g_autofree char *path = fixture_file ("killed");
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *before = fixture_dump_file (path);
  g_autofree char *after = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      BfDocument *document = bf_document_open (path, BF_OPEN_DEFAULT, NULL);
      BfEdit *edit;

      fixture_spill (document);
      edit = bf_document_begin (document, "Never", NULL, NULL);
      for (int i = 0; i < 20000; i++)
        {
          g_autofree char *key = g_strdup_printf ("S%05d", i);
          BfSystem system;

          bf_record_blank (&bf_system_record, &system);
          system.row.key = key;
          system.name = "A name long enough to fill the pages of the cache soon, and spill them";
          bf_edit_insert (edit, BF_SYSTEM, &system, NULL);
        }
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  g_assert_true (g_file_test (journal, G_FILE_TEST_EXISTS));
  /* Asking for a report is enough to bring the old state back. */
  g_assert_cmpint (bf_report_check (path, out), ==, 0);
  after = fixture_dump_file (path);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_alone (path);
}

/* SQLite's own limit of pages stands for a full disk: the same code, at a chosen moment. */
static void
test_disk_full (void)
{
  g_autofree char *path = fixture_file ("full");
  g_autofree char *before = fixture_dump_file (path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  {
    g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, &error);
    g_autoptr (BfEdit) edit = NULL;
    gboolean refused = FALSE;

    fixture_limit_pages (document);
    edit = bf_document_begin (document, "Too much", NULL, &error);
    g_assert_no_error (error);
    for (int i = 0; i < 1000 && !refused; i++)
      {
        g_autofree char *key = g_strdup_printf ("S%05d", i);
        BfSystem system;

        bf_record_blank (&bf_system_record, &system);
        system.row.key = key;
        refused = !bf_edit_insert (edit, BF_SYSTEM, &system, &error);
      }
    g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_FULL);
    g_clear_error (&error);
    g_assert_false (bf_edit_commit (edit, &error));
    g_clear_error (&error);
    g_clear_pointer (&edit, bf_edit_abandon);
    /* A smaller change still fits. */
    fixture_set (document, BF_SYSTEM, "MES-01", "name", "Old MES");
  }
  after = fixture_dump_file (path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_moved_away (void)
{
  g_autofree char *path = fixture_file ("moved");
  g_autofree char *elsewhere = fixture_path ("moved-elsewhere");
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, &error);

  g_rename (path, elsewhere);
  g_assert_null (bf_document_begin (document, "Lost", NULL, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_IO);
}

static void
test_copy_in_one_step (void)
{
  g_autofree char *path = fixture_path ("copied");
  g_autofree char *nowhere = g_build_filename (path, "nowhere", "plan.brownfield", NULL);
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autofree char *copied = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  fixture_add_system (document, "MES-01", "Old MES");
  g_file_set_contents (path, "an older file", -1, NULL);
  g_assert_true (bf_document_copy (document, path, &error));
  copied = fixture_dump_file (path);
  kept = fixture_dump (document);
  g_assert_cmpstr (copied, ==, kept);
  fixture_assert_alone (path);
  g_assert_false (bf_document_copy (document, nowhere, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* Over itself it would lose its own file. */
  {
    g_autoptr (BfDocument) opened = bf_document_open (path, BF_OPEN_DEFAULT, NULL);

    g_assert_false (bf_document_copy (opened, path, &error));
    g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_EXISTS);
    fixture_set (opened, BF_SYSTEM, "MES-01", "name", "Still here");
  }
  /* The document goes on. */
  fixture_set (document, BF_SYSTEM, "MES-01", "name", "Still here");
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  g_test_add_func ("/document/new-and-open", test_new_and_open);
  g_test_add_func ("/document/snapshot-is-kept", test_snapshot_is_kept);
  g_test_add_func ("/document/strange-files", test_strange_files);
  g_test_add_func ("/document/version-1", test_version_1);
  g_test_add_func ("/document/version-1-once", test_version_1_once);
  g_test_add_func ("/document/strangers-schema", test_strangers_schema);
  g_test_add_func ("/document/cut-short", test_cut_short);
  g_test_add_func ("/document/overwritten", test_overwritten);
  g_test_add_func ("/document/no-text", test_no_text);
  g_test_add_func ("/document/history-says-values", test_history_says_values);
  g_test_add_func ("/document/read-only-file", test_read_only_file);
  g_test_add_func ("/document/read-only-folder", test_read_only_folder);
  g_test_add_func ("/document/two-openers", test_two_openers);
  g_test_add_func ("/document/two-processes", test_two_processes);
  g_test_add_func ("/document/killed-in-the-middle", test_killed_in_the_middle);
  g_test_add_func ("/document/disk-full", test_disk_full);
  g_test_add_func ("/document/moved-away", test_moved_away);
  g_test_add_func ("/document/copy-in-one-step", test_copy_in_one_step);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
