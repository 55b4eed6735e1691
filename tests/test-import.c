/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs every tests/import/NAME.expect: what a small awkward list must become.
 *
 *   input A.csv B.csv      the files, together; `input` may hold blanks in one name
 *   plan A.csv             what the plan holds before
 *   good                   take the good rows
 *   system 3               so many rows
 *   system KEY column text the canonical text; nothing: blank
 *   error A|B              one error whose line holds all of these; `note` alike
 *   errors 2, notes 1      so many
 *   changes system 0 1 1   rows added, changed, unchanged against the plan
 *   change KEY column text the field will be written with this
 */

#include "bf-import-apply.h"
#include "spreadsheets.h"

#include <string.h>

typedef struct
{
  BfImport *import;
  BfPlan *plan;
  BfImportFlags flags;
} Case;

static char **
split_inputs (const char *text)
{
  g_autofree char *whole = spreadsheet_kept (text);
  g_auto (GStrv) names = NULL;
  char **paths;

  if (g_file_test (whole, G_FILE_TEST_EXISTS))
    {
      paths = g_new0 (char *, 2);
      paths[0] = g_steal_pointer (&whole);
      return paths;
    }
  names = g_strsplit (text, " ", -1);
  paths = g_new0 (char *, g_strv_length (names) + 1);
  for (guint i = 0; names[i]; i++)
    paths[i] = spreadsheet_kept (names[i]);
  return paths;
}

static BfImport *
import_files (const char *names, BfImportFlags flags, const BfPlan *plan)
{
  g_auto (GStrv) paths = split_inputs (names);
  g_autoptr (GError) error = NULL;
  BfImport *import = bf_import_new ((const char *const *) paths, flags, plan, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static BfPlan *
plan_of (const BfImport *import)
{
  BfPlan *plan = bf_plan_new ();

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      const GPtrArray *rows = bf_import_rows (import, (BfRecordKind) kind);

      for (guint i = 0; i < rows->len; i++)
        bf_plan_add_copy (
            plan, (BfRecordKind) kind, ((const BfImportRow *) g_ptr_array_index (rows, i))->row);
    }
  bf_plan_seal (plan);
  return plan;
}

static const BfImportRow *
find_row (const BfImport *import, BfRecordKind kind, const char *key)
{
  const GPtrArray *rows = bf_import_rows (import, kind);

  for (guint i = 0; i < rows->len; i++)
    {
      const BfImportRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (((const BfRow *) row->row)->key, key) == 0)
        return row;
    }
  return NULL;
}

static char *
all_lines (const BfImport *import)
{
  g_autoptr (GString) text = g_string_new ("\n");
  const GPtrArray *problems = bf_import_problems (import);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = bf_problem_line (g_ptr_array_index (problems, i));

      g_string_append_printf (text, "%s\n", line);
    }
  return g_strdup (text->str);
}

static gboolean
holds_all (const char *line, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);

  for (guint i = 0; parts[i]; i++)
    if (!strstr (line, parts[i]))
      return FALSE;
  return TRUE;
}

static void
assert_problem (const BfImport *import, BfProblemSeverity severity, const char *words)
{
  const GPtrArray *problems = bf_import_problems (import);
  g_autofree char *all = all_lines (import);

  for (guint i = 0; i < problems->len; i++)
    {
      const BfProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *line = bf_problem_line (problem);

      if (problem->severity == severity && holds_all (line, words))
        return;
    }
  g_error ("No problem has “%s” among:%s", words, all);
}

static void
assert_count (const BfImport *import, BfProblemSeverity severity, const char *wanted)
{
  const GPtrArray *problems = bf_import_problems (import);
  g_autofree char *all = all_lines (import);
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += ((const BfProblem *) g_ptr_array_index (problems, i))->severity == severity;
  if (n != g_ascii_strtoull (wanted, NULL, 10))
    g_error ("%u problems instead of %s:%s", n, wanted, all);
}

/* --- The lines of an expectation ---------------------------------------------------------- */

/* A key may have blanks, so the column is the first word that is one of the record's. */
static const BfField *
split_line (const BfRecord *record, const char *text, char **key, const char **value)
{
  for (const char *at = strchr (text, ' '); at; at = strchr (at + 1, ' '))
    {
      gsize length = strcspn (at + 1, " ");
      g_autofree char *word = g_strndup (at + 1, length);
      const BfField *field = bf_record_field (record, word);

      if (!field)
        continue;
      *key = g_strndup (text, (gsize) (at - text));
      *value = at[1 + length] ? at + 2 + length : "";
      return field;
    }
  g_error ("No column in “%s”", text);
}

static void
assert_value (const Case *running, const BfRecord *record, const char *text)
{
  g_autofree char *all = all_lines (running->import);
  g_autofree char *key = NULL;
  g_autofree char *found = NULL;
  const char *value;
  const BfField *field = split_line (record, text, &key, &value);
  const BfImportRow *row = find_row (running->import, record->kind, key);

  if (!row)
    g_error ("No row %s:%s", key, all);
  found = bf_field_text (field, row->row);
  g_assert_cmpstr (found ? found : "", ==, value);
}

static void
assert_rows (const Case *running, const BfRecord *record, const char *text)
{
  guint wanted = (guint) g_ascii_strtoull (text, NULL, 10);
  g_autofree char *all = all_lines (running->import);

  if (bf_import_rows (running->import, record->kind)->len != wanted)
    g_error ("%u rows of %s instead of %u:%s",
             bf_import_rows (running->import, record->kind)->len,
             record->table,
             wanted,
             all);
}

static void
assert_changes (const Case *running, const char *text)
{
  g_autoptr (GArray) changes = bf_import_changes (running->import, running->plan, FALSE);
  g_auto (GStrv) words = g_strsplit (text, " ", 4);
  BfImportCount counts[BF_N_RECORDS];
  const BfImportCount *count = &counts[bf_record_for_table (words[0])->kind];
  g_autofree char *found = NULL;

  bf_import_count (changes, counts);
  found = g_strdup_printf ("%s %u %u %u", words[0], count->added, count->changed, count->unchanged);
  g_assert_cmpstr (found, ==, text);
}

static void
assert_change (const Case *running, const char *text)
{
  g_autoptr (GArray) changes = bf_import_changes (running->import, running->plan, FALSE);
  g_autofree char *key = NULL;
  const char *value;
  const BfField *field = split_line (bf_record (BF_SYSTEM), text, &key, &value);
  guint64 bit = G_GUINT64_CONSTANT (1) << (field - bf_record (BF_SYSTEM)->fields);

  for (guint i = 0; i < changes->len; i++)
    {
      const BfImportChange *change = &g_array_index (changes, BfImportChange, i);
      g_autofree char *found = NULL;

      if (change->kind != BF_SYSTEM || !change->known || g_strcmp0 (change->known->key, key) != 0 ||
          !(change->changed & bit))
        continue;
      found = bf_field_text (field, change->row->row);
      g_assert_cmpstr (found, ==, value);
      return;
    }
  g_error ("No change as “%s”", text);
}

static void
obey_line (Case *running, const char *word, const char *text)
{
  const BfRecord *record = bf_record_for_table (word);

  if (g_str_equal (word, "plan"))
    {
      g_autoptr (BfImport) before = import_files (text, BF_IMPORT_DEFAULT, NULL);

      running->plan = plan_of (before);
    }
  else if (g_str_equal (word, "input"))
    running->import = import_files (text, running->flags, running->plan);
  else if (g_str_equal (word, "error"))
    assert_problem (running->import, BF_PROBLEM_ERROR, text);
  else if (g_str_equal (word, "note"))
    assert_problem (running->import, BF_PROBLEM_NOTE, text);
  else if (g_str_equal (word, "errors"))
    assert_count (running->import, BF_PROBLEM_ERROR, text);
  else if (g_str_equal (word, "notes"))
    assert_count (running->import, BF_PROBLEM_NOTE, text);
  else if (g_str_equal (word, "changes"))
    assert_changes (running, text);
  else if (g_str_equal (word, "change"))
    assert_change (running, text);
  else if (record && g_ascii_isdigit (*text) && strspn (text, "0123456789") == strlen (text))
    assert_rows (running, record, text);
  else if (record)
    assert_value (running, record, text);
  else
    g_assert_true (g_str_equal (word, "good"));
}

/* With no error told, the import must be good; with one, refused. */
static void
assert_verdict (const Case *running, gboolean errors)
{
  g_autofree char *all = all_lines (running->import);

  if ((bf_import_n_errors (running->import) > 0) != errors)
    g_error ("%s errors:%s", errors ? "no" : "unexpected", all);
  g_assert_cmpint (
      bf_import_is_good (running->import), ==, !errors || (running->flags & BF_IMPORT_GOOD_ROWS));
}

static void
run_case (gconstpointer data)
{
  const char *path = data;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  Case running = { NULL, NULL, BF_IMPORT_DEFAULT };
  gboolean errors = FALSE;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  if (strstr (text, "\ngood\n"))
    running.flags = BF_IMPORT_GOOD_ROWS;
  for (guint i = 0; lines[i]; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 2);

      if (!words[0] || words[0][0] == '#')
        continue;
      errors |= g_str_equal (words[0], "error");
      obey_line (&running, words[0], words[1] ? words[1] : "");
    }
  assert_verdict (&running, errors);
  bf_import_free (running.import);
  g_clear_pointer (&running.plan, bf_plan_unref);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  folder = spreadsheet_kept ("");
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".expect"))
      {
        g_autofree char *test = g_strdup_printf ("/import/%.*s", (int) strlen (name) - 7, name);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), run_case, g_free);
      }
  return g_test_run ();
}
