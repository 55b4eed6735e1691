/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole plants, folders, long lists, and the command that puts them into a document. */

#include "bf-import-apply.h"
#include "bf-import-command.h"
#include "spreadsheets.h"

#include <glib/gstdio.h>
#include <string.h>

static BfImport *
import_path (const char *path, const BfPlan *plan)
{
  const char *const inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  BfImport *import = bf_import_new (inputs, BF_IMPORT_DEFAULT, plan, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static BfImport *
import_sample (const char *name)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("BF_SOURCE_DIR"), "data", "samples", name, NULL);

  return import_path (path, NULL);
}

static gconstpointer
row_of (const BfImport *import, BfRecordKind kind, const char *key)
{
  const GPtrArray *rows = bf_import_rows (import, kind);

  for (guint i = 0; i < rows->len; i++)
    {
      const BfImportRow *row = g_ptr_array_index (rows, i);

      if (g_strcmp0 (((const BfRow *) row->row)->key, key) == 0)
        return row->row;
    }
  g_error ("There is no row %s", key);
}

typedef struct
{
  BfRecordKind kind;
  guint rows;
} Count;

static void
assert_counts (const BfImport *import, const Count *counts, gsize n)
{
  const GPtrArray *problems = bf_import_problems (import);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = bf_problem_line (g_ptr_array_index (problems, i));

      g_test_message ("%s", line);
    }
  /* A sample has nothing to be told about: every heading and sheet is known. */
  g_assert_cmpuint (problems->len, ==, 0);
  for (gsize i = 0; i < n; i++)
    g_assert_cmpuint (bf_import_rows (import, counts[i].kind)->len, ==, counts[i].rows);
}

static void
test_harrow_vale (void)
{
  static const Count counts[] = {
    { BF_PLANT, 1 },        { BF_AREA, 5 },    { BF_SYSTEM, 46 }, { BF_INTERFACE, 71 },
    { BF_RESULT, 24 },      { BF_CYCLE, 12 },  { BF_WINDOW, 53 }, { BF_TEAM, 9 },
    { BF_CAPACITY, 16 },    { BF_BUDGET, 15 }, { BF_OFFER, 5 },   { BF_CLAIM, 12 },
    { BF_REQUIREMENT, 16 },
  };
  g_autoptr (BfImport) import = import_sample ("aerospace");
  const BfSystem *system;
  const BfCycle *cycle;
  const BfBudget *budget;
  const BfWindow *window;

  assert_counts (import, counts, G_N_ELEMENTS (counts));
  system = row_of (import, BF_SYSTEM, "ERP-01");
  g_assert_cmpint (system->downtime_cost_h, ==, 650000);
  g_assert_cmpint (system->eos_date, ==, bf_day_from_civil (2031, 12, 31));
  g_assert_cmpstr (system->area[0], ==, "all");
  g_assert_cmpstr (system->next_window, ==, "2027-07-24 to 2027-08-02");
  cycle = row_of (import, BF_CYCLE, "QE-01");
  g_assert_cmpfloat (cycle->weeks.likely, ==, 2.5);
  g_assert_cmpfloat (cycle->effort.max, ==, 14);
  g_assert_cmpfloat (cycle->rework_chance, ==, 0.2);
  budget = row_of (import, BF_BUDGET, "BG-2027-CAP");
  g_assert_cmpfloat (budget->carry_over, ==, 0.15);
  window = row_of (import, BF_WINDOW, "SD-2027-EAS-A");
  g_assert_cmpstr (window->systems[1], ==, "CNC-03");
  g_assert_cmpint (window->start, ==, bf_day_minute (bf_day_from_civil (2027, 3, 26)) + 360);
}

static void
test_nordlicht (void)
{
  static const Count counts[] = {
    { BF_PLANT, 1 },        { BF_AREA, 4 },    { BF_SYSTEM, 31 }, { BF_INTERFACE, 47 },
    { BF_RESULT, 24 },      { BF_CYCLE, 13 },  { BF_WINDOW, 64 }, { BF_TEAM, 9 },
    { BF_CAPACITY, 16 },    { BF_BUDGET, 15 }, { BF_OFFER, 5 },   { BF_CLAIM, 12 },
    { BF_REQUIREMENT, 16 },
  };
  g_autoptr (BfImport) import = import_sample ("pharma");
  const BfCycle *cycle;
  const BfCapacity *capacity;
  const BfWindow *window;
  const BfResult *result;
  const BfInterface *link;

  assert_counts (import, counts, G_N_ELEMENTS (counts));
  cycle = row_of (import, BF_CYCLE, "NS-QE-03");
  g_assert_cmpfloat (cycle->weeks.likely, ==, 2.5);
  g_assert_cmpfloat (cycle->effort.likely, ==, 12);
  capacity = row_of (import, BF_CAPACITY, "NS-TM-AUT@2027-02-01");
  g_assert_cmpfloat (capacity->capacity, ==, 2.5);
  window = row_of (import, BF_WINDOW, "NS-WE-QCL");
  g_assert_cmpint (window->repeats, ==, 2);
  g_assert_cmpint (window->end, ==, bf_day_minute (bf_day_from_civil (2032, 2, 1)) - 1);
  result = row_of (import, BF_RESULT, "ACATECH:RES.1");
  g_assert_cmpfloat (result->verified, ==, 1.9);
  g_assert_nonnull (strstr (result->remark, "Printouts"));
  link = row_of (import, BF_INTERFACE, "NS-IF-01");
  g_assert_cmpint (link->protocol, ==, BF_PROTOCOL_IDOC_BAPI);
  g_assert_cmpfloat (link->rows_per_day, ==, 340);
}

static void
test_folder (void)
{
  g_autofree char *folder = spreadsheet_path ("plant");
  g_autofree char *inside = g_build_filename (folder, "old", NULL);
  g_autofree char *list = g_build_filename (folder, "systems.csv", NULL);
  g_autofree char *letter = g_build_filename (folder, "letter.pdf", NULL);
  g_autofree char *lock = g_build_filename (folder, "~$systems.csv", NULL);
  g_autoptr (BfImport) import = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpint (g_mkdir_with_parents (inside, 0700), ==, 0);
  g_assert_true (g_file_set_contents (list, "Unique id,Name\nA,a\n", -1, NULL));
  g_assert_true (g_file_set_contents (letter, "%PDF-1.7", -1, NULL));
  g_assert_true (g_file_set_contents (lock, "x", -1, NULL));
  import = import_path (folder, NULL);
  g_assert_true (bf_import_is_good (import));
  g_assert_cmpuint (bf_import_problems (import)->len, ==, 2);
  first = bf_problem_line (g_ptr_array_index (bf_import_problems (import), 0));
  second = bf_problem_line (g_ptr_array_index (bf_import_problems (import), 1));
  g_assert_true (g_str_has_prefix (first, "letter.pdf: "));
  g_assert_true (g_str_has_prefix (second, "old: "));
}

/* Long lists, with every row an error the second time. */
static void
test_long_list (void)
{
  g_autoptr (GString) text = g_string_new ("Unique id,Name,System type,Area / line,Remark\n");
  g_autofree char *path = NULL;
  g_autofree char *links = NULL;
  g_autoptr (BfImport) import = NULL;
  g_autoptr (BfImport) wrong = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append_printf (text, "S-%d,System %d,MES,Hall %d,\"a, b\"\n", i, i, i % 7);
  path = spreadsheet_text ("long.csv", text->str, -1);
  import = import_path (path, NULL);
  g_assert_true (bf_import_is_good (import));
  g_assert_cmpuint (bf_import_rows (import, BF_SYSTEM)->len, ==, 100000);
  g_assert_cmpuint (bf_import_rows (import, BF_AREA)->len, ==, 7);
  g_string_assign (text, "Id,From,To\n");
  for (int i = 0; i < 20000; i++)
    g_string_append_printf (text, "L-%d,S-%d,T-%d\n", i, i, i);
  links = spreadsheet_text ("long-links.csv", text->str, -1);
  wrong = import_path (links, NULL);
  g_assert_cmpuint (bf_import_n_errors (wrong), ==, 40000);
}

static void
test_clipboard (void)
{
  g_autoptr (BfImport) import = bf_import_new_for_text (
      "Clipboard", "Unique id\tName\nA\ta\n", BF_IMPORT_DEFAULT, NULL, NULL, NULL);
  g_autofree char *name = bf_import_name (import);

  g_assert_true (bf_import_is_good (import));
  g_assert_cmpuint (bf_import_rows (import, BF_SYSTEM)->len, ==, 1);
  g_assert_cmpstr (name, ==, "Clipboard");
}

/* --- Documents ---------------------------------------------------------------------------- */

static guint
count_edits (BfDocument *document)
{
  g_autoptr (GPtrArray) history = bf_document_history (document, NULL);

  return history->len;
}

static void
test_apply (void)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autofree char *first = spreadsheet_kept ("first.csv");
  g_autofree char *second = spreadsheet_kept ("second.csv");
  g_autoptr (BfImport) import = import_path (first, NULL);
  g_autoptr (BfImport) again = NULL;
  g_autoptr (BfPlan) plan = NULL;
  g_autoptr (BfPlan) after = NULL;
  g_autoptr (GError) error = NULL;
  guint before = count_edits (document);
  BfImportCount counts[BF_N_RECORDS];

  g_assert_true (bf_import_apply (import, document, FALSE, counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts[BF_SYSTEM].added, ==, 2);
  g_assert_cmpstr (bf_document_undo_label (document), ==, "Import first.csv");
  /* Nothing changed writes nothing. */
  g_assert_true (bf_import_apply (import, document, FALSE, NULL, NULL));
  g_assert_cmpuint (count_edits (document), ==, before + 1);
  plan = bf_document_snapshot (document);
  again = import_path (second, plan);
  g_assert_true (bf_import_apply (again, document, FALSE, NULL, &error));
  after = bf_document_snapshot (document);
  g_assert_cmpint (BF_FIND (after, SYSTEM, BfSystem, "M-1")->downtime_cost_h, ==, 2100000);
  g_assert_cmpstr (BF_FIND (after, SYSTEM, BfSystem, "M-1")->vendor, ==, "Korvex");
  /* On request the blank cell erases. */
  g_assert_true (bf_import_apply (again, document, TRUE, NULL, &error));
  g_clear_pointer (&after, bf_plan_unref);
  after = bf_document_snapshot (document);
  g_assert_null (BF_FIND (after, SYSTEM, BfSystem, "M-1")->vendor);
}

static int
run_command (
    const char *input, const char *output, BfImportCommandFlags flags, GString *out, GString *told)
{
  g_autofree char *path = spreadsheet_kept (input);
  const char *const inputs[] = { path, NULL };

  g_string_truncate (out, 0);
  g_string_truncate (told, 0);
  return bf_import_command_run (inputs, output, NULL, flags, out, told);
}

static void
test_command (void)
{
  g_autofree char *output = spreadsheet_path ("plan.brownfield");
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) told = g_string_new (NULL);

  /* A refused import leaves no document. */
  g_assert_cmpint (run_command ("twice.csv", output, 0, out, told), ==, 1);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
  g_assert_nonnull (strstr (told->str, "Nothing was imported, because of 1 error."));
  g_assert_cmpint (run_command ("first.csv", output, 0, out, told), ==, 0);
  g_assert_cmpstr (out->str, ==, "Systems: 2 added, 0 changed, 0 unchanged\n");
  g_assert_cmpstr (told->str, ==, "");
  /* Its interfaces may come later, into the plan that is there. */
  g_assert_cmpint (run_command ("links.csv", output, 0, out, told), ==, 0);
  g_assert_cmpstr (out->str, ==, "Interfaces: 2 added, 0 changed, 0 unchanged\n");
  g_assert_cmpint (run_command ("nowhere.csv", output, 0, out, told), ==, 1);
  g_assert_cmpint (
      run_command ("no-key.csv", output, BF_IMPORT_COMMAND_GOOD_ROWS, out, told), ==, 0);
  g_assert_nonnull (strstr (out->str, "Systems: 1 added"));
  g_assert_nonnull (strstr (out->str, "2 errors were left out."));
  g_assert_cmpint (run_command ("no-such-file.csv", output, 0, out, told), ==, 1);
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-files/harrow-vale", test_harrow_vale);
  g_test_add_func ("/import-files/nordlicht", test_nordlicht);
  g_test_add_func ("/import-files/folder", test_folder);
  g_test_add_func ("/import-files/long-list", test_long_list);
  g_test_add_func ("/import-files/clipboard", test_clipboard);
  g_test_add_func ("/import-files/apply", test_apply);
  g_test_add_func ("/import-files/command", test_command);
  failed = g_test_run ();
  spreadsheets_clear ();
  return failed;
}
