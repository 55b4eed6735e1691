/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Answers to the problems of an import: what is offered, how a cell is read then, when an answer
 * still holds, and what the edit says of it; and imports that are watched or stopped. */

#include "bf-import-apply.h"

#include <glib/gstdio.h>
#include <string.h>

#define SYSTEMS                                                                                    \
  "Unique id,Name,System type,Install year,End of vendor support,People able to maintain it\n"     \
  "HIS-01,Recorder,Historian,2010,2029-12-31,2\n"                                                  \
  "A-2,Mill,Intrument,2O12,end 2009,2\n"                                                           \
  "A-3,Oven,PLC,2011,2030-01-01,about 3\n"
#define LINKS                                                                                      \
  "Id,From,To,Protocol\n"                                                                          \
  "IF-1,A-3,HIS-1,OPC UA\n"

typedef struct
{
  char *folder;
  GPtrArray *mends;
  BfImport *import;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("brownfield-XXXXXX", NULL);
  fixture->mends = g_ptr_array_new_with_free_func ((GDestroyNotify) bf_mend_free);
}

static void
put (Fixture *fixture, const char *file, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, file, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_clear_pointer (&fixture->import, bf_import_free);
  g_ptr_array_unref (fixture->mends);
  g_free (fixture->folder);
}

static void
read_again (Fixture *fixture)
{
  const char *inputs[] = { fixture->folder, NULL };
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->import, bf_import_free);
  fixture->import = bf_import_new_mended (
      inputs, BF_IMPORT_DEFAULT, NULL, fixture->mends, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

static const BfProblem *
problem_at (const Fixture *fixture, const char *file, guint row, const char *letters)
{
  const GPtrArray *problems = bf_import_problems (fixture->import);

  for (guint i = 0; i < problems->len; i++)
    {
      const BfProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->file, file) && problem->row == row &&
          g_strcmp0 (problem->letters, letters) == 0)
        return problem;
    }
  return NULL;
}

static void
answer (Fixture *fixture,
        const char *file,
        guint row,
        const char *letters,
        BfMendKind kind,
        const char *text)
{
  const BfProblem *problem = problem_at (fixture, file, row, letters);

  g_assert_nonnull (problem);
  g_ptr_array_add (fixture->mends, bf_mend_new (problem, kind, text));
}

static char *
value (const Fixture *fixture, BfRecordKind kind, const char *key, const char *column)
{
  const GPtrArray *rows = bf_import_rows (fixture->import, kind);

  for (guint i = 0; i < rows->len; i++)
    {
      const BfImportRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (((const BfRow *) row->row)->key, key))
        return bf_field_text (bf_record_field (bf_record (kind), column), row->row);
    }
  return g_strdup ("no such row");
}

static void
assert_value (
    const Fixture *fixture, BfRecordKind kind, const char *key, const char *column, const char *is)
{
  g_autofree char *found = value (fixture, kind, key, column);

  g_assert_cmpstr (found, ==, is);
}

static void
assert_suggestion (
    const Fixture *fixture, const char *file, guint row, const char *letters, const char *is)
{
  const BfProblem *problem = problem_at (fixture, file, row, letters);

  g_assert_nonnull (problem);
  g_assert_cmpstr (problem->suggestion, ==, is);
}

static void
test_suggestions (Fixture *fixture, gconstpointer data)
{
  const BfProblem *problem;

  put (fixture, "systems.csv", SYSTEMS);
  put (fixture, "links.csv", LINKS);
  read_again (fixture);
  assert_suggestion (fixture, "systems.csv", 3, "C", "Instrument");
  assert_suggestion (fixture, "systems.csv", 3, "D", "2012");
  assert_suggestion (fixture, "systems.csv", 3, "E", "2009-12-31");
  assert_suggestion (fixture, "systems.csv", 4, "F", "3");
  assert_suggestion (fixture, "links.csv", 2, "C", "HIS-01");
  problem = problem_at (fixture, "systems.csv", 3, "E");
  g_assert_cmpstr (problem->cell, ==, "end 2009");
  g_assert_cmpstr (problem->field->column, ==, "eos_date");
  g_assert_cmpuint (problem->excerpt->heading_row, ==, 1);
  g_assert_cmpuint (problem->excerpt->n_cells, ==, 6);
  g_assert_cmpstr (problem->excerpt->cells[4].value, ==, "end 2009");
  g_assert_true (problem->excerpt->cells[4].wrong);
  g_assert_cmpstr (problem->excerpt->cells[0].heading, ==, "Unique id");
}

/* Far to the right, the first cell still says whose row it is, and what is wrong is quoted as it
 * stands there. */
static void
test_whose_row (Fixture *fixture, gconstpointer data)
{
  const BfProblem *problem;
  g_autofree char *sentence = NULL;

  put (fixture,
       "wide.csv",
       "Id;Name;System type;A;B;C;D;Incidents;E\n"
       "PLC-07;Press 7;PLC;;;;;4,5;\n");
  read_again (fixture);
  problem = problem_at (fixture, "wide.csv", 2, "H");
  g_assert_cmpstr (problem->excerpt->cells[0].letters, ==, "A");
  g_assert_cmpstr (problem->excerpt->cells[0].value, ==, "PLC-07");
  g_assert_cmpstr (problem->excerpt->cells[1].letters, ==, "E");
  g_assert_cmpstr (problem->excerpt->cells[4].value, ==, "4,5");
  g_assert_true (problem->excerpt->cells[4].wrong);
  sentence = bf_problem_sentence (problem);
  g_assert_true (g_str_has_prefix (sentence, "“4,5” cannot be "));
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  put (fixture, "systems.csv", SYSTEMS);
  put (fixture, "links.csv", LINKS);
  read_again (fixture);
  answer (fixture, "systems.csv", 3, "C", BF_MEND_READ_AS, "Instrument");
  answer (fixture, "systems.csv", 3, "D", BF_MEND_READ_AS, NULL);
  answer (fixture, "systems.csv", 3, "E", BF_MEND_READ_AS, "2009-12-31");
  answer (fixture, "systems.csv", 4, "F", BF_MEND_READ_AS, "3");
  answer (fixture, "links.csv", 2, "C", BF_MEND_READ_AS, "HIS-01");
  read_again (fixture);
  g_assert_true (bf_import_is_good (fixture->import));
  assert_value (fixture, BF_SYSTEM, "A-2", "type", "Instrument");
  assert_value (fixture, BF_SYSTEM, "A-2", "install_year", NULL);
  assert_value (fixture, BF_SYSTEM, "A-2", "eos_date", "2009-12-31");
  assert_value (fixture, BF_SYSTEM, "A-3", "experts", "3");
  assert_value (fixture, BF_INTERFACE, "IF-1", "target_system", "HIS-01");
  g_assert_cmpuint (bf_import_answers (fixture->import)->len, ==, 5);
}

static void
test_leave_out (Fixture *fixture, gconstpointer data)
{
  put (fixture, "systems.csv", SYSTEMS);
  read_again (fixture);
  answer (fixture, "systems.csv", 3, "C", BF_MEND_LEAVE_OUT, NULL);
  answer (fixture, "systems.csv", 4, "F", BF_MEND_READ_AS, "3");
  read_again (fixture);
  g_assert_true (bf_import_is_good (fixture->import));
  g_assert_cmpuint (bf_import_rows (fixture->import, BF_SYSTEM)->len, ==, 2);
}

/* A cell that was corrected in the file is read as it stands. */
static void
test_file_corrected (Fixture *fixture, gconstpointer data)
{
  put (fixture, "systems.csv", "Unique id,Name,System type,Install year\nA,Mill,Teapot,2012\n");
  read_again (fixture);
  answer (fixture, "systems.csv", 2, "C", BF_MEND_READ_AS, "Instrument");
  put (fixture, "systems.csv", "Unique id,Name,System type,Install year\nA,Mill,PLC,2012\n");
  read_again (fixture);
  assert_value (fixture, BF_SYSTEM, "A", "type", "PLC");
  g_assert_cmpuint (bf_import_answers (fixture->import)->len, ==, 0);
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  put (fixture, "systems.csv", "Unique id,Name,System type,Area / line\nA,Mill,PLC,North\n");
  read_again (fixture);
  answer (fixture, "systems.csv", 2, "D", BF_MEND_ACCEPT, NULL);
  read_again (fixture);
  g_assert_null (problem_at (fixture, "systems.csv", 2, "D"));
  g_assert_cmpuint (bf_import_answers (fixture->import)->len, ==, 1);
}

static void
test_date_order (Fixture *fixture, gconstpointer data)
{
  put (fixture,
       "systems.csv",
       "Unique id,Name,System type,End of vendor support\nA,Mill,PLC,3/8/2031\n"
       "B,Oven,PLC,4/9/2032\n");
  read_again (fixture);
  g_assert_true (problem_at (fixture, "systems.csv", 2, "D")->either);
  answer (fixture, "systems.csv", 2, "D", BF_MEND_MONTH_FIRST, NULL);
  read_again (fixture);
  g_assert_true (bf_import_is_good (fixture->import));
  assert_value (fixture, BF_SYSTEM, "A", "eos_date", "2031-03-08");
  assert_value (fixture, BF_SYSTEM, "B", "eos_date", "2032-04-09");
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  put (fixture,
       "calendar.csv",
       "Key,Kind,Name,Start,End\n"
       "S-28,shutdown,Summer,2028-07-22,2027-08-06\n"
       "C-28,shutdown,Christmas,2028-12-23,2028-01-02\n");
  read_again (fixture);
  assert_suggestion (fixture, "calendar.csv", 2, "E", "2028-08-06T23:59");
  assert_suggestion (fixture, "calendar.csv", 3, "E", "2029-01-02T23:59");
}

/* Who looks into the diary later sees what was answered. */
static void
test_diary (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  const BfHistoryEntry *entry;

  put (fixture, "systems.csv", "Unique id,Name,System type,Install year\nA,Mill,Teapot,2012\n");
  read_again (fixture);
  answer (fixture, "systems.csv", 2, "C", BF_MEND_READ_AS, "PLC");
  read_again (fixture);
  g_assert_true (bf_import_apply (fixture->import, document, FALSE, NULL, &error));
  g_assert_no_error (error);
  history = bf_document_history (document, &error);
  entry = g_ptr_array_index (history, history->len - 1);
  g_assert_nonnull (strstr (entry->reason, "Systems: 1 added, 0 changed, 0 unchanged."));
  g_assert_nonnull (strstr (
      entry->reason, "Answered: systems.csv, C2 “System type”: “Teapot” was read as “PLC”."));
}

/* --- Long files --------------------------------------------------------------------------- */

static void
put_many (Fixture *fixture, guint n)
{
  g_autoptr (GString) text = g_string_new ("Unique id,Name,System type,Install year\n");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "S-%u,Machine %u,PLC,2012\n", i, i);
  put (fixture, "systems.csv", text->str);
}

typedef struct
{
  GCancellable *cancellable;
  double last, stop_at;
  guint n_calls, n_rows;
} Watch;

static void
progress_cb (double fraction, guint n_rows, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (fraction, >=, watch->last);
  g_assert_cmpfloat (fraction, <=, 1);
  watch->last = fraction;
  watch->n_rows = n_rows;
  watch->n_calls++;
  if (fraction >= watch->stop_at)
    g_cancellable_cancel (watch->cancellable);
}

static BfImport *
read_watched (const Fixture *fixture, Watch *watch, GError **error)
{
  const char *inputs[] = { fixture->folder, NULL };

  return bf_import_new_mended (
      inputs, BF_IMPORT_DEFAULT, NULL, NULL, progress_cb, watch, watch->cancellable, error);
}

static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Watch watch = { .cancellable = cancellable, .stop_at = 2 };
  g_autoptr (BfImport) import = NULL;

  put_many (fixture, 5000);
  import = read_watched (fixture, &watch, NULL);
  g_assert_nonnull (import);
  g_assert_cmpuint (watch.n_calls, >, 10);
  g_assert_cmpuint (watch.n_rows, >, 4000);
  g_assert_cmpfloat (watch.last, >, 0.9);
}

/* In the first half, and in the second. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  static const double stops[] = { 0.2, 0.7 };

  put_many (fixture, 5000);
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Watch watch = { .cancellable = cancellable, .stop_at = stops[i] };
      g_autoptr (GError) error = NULL;

      g_assert_null (read_watched (fixture, &watch, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpfloat (watch.last, <, 0.95);
    }
}

static void
test_writer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BfDocument) document = bf_document_new_in_memory ();
  g_autoptr (BfPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  BfImportWriter *writer;

  put_many (fixture, 50);
  read_again (fixture);
  writer = bf_import_writer_new (fixture->import, document, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bf_import_writer_step (writer, 20, &error), ==, BF_IMPORT_WRITING);
  g_assert_cmpfloat (bf_import_writer_fraction (writer), ==, 0.4);
  bf_import_writer_free (writer);
  plan = bf_document_snapshot (document);
  g_assert_cmpuint (bf_plan_count (plan, BF_SYSTEM), ==, 0);

  g_clear_pointer (&plan, bf_plan_unref);
  writer = bf_import_writer_new (fixture->import, document, FALSE, &error);
  while (bf_import_writer_step (writer, 7, &error) == BF_IMPORT_WRITING)
    g_assert_no_error (error);
  g_assert_true (bf_import_writer_finish (writer, NULL, &error));
  bf_import_writer_free (writer);
  plan = bf_document_snapshot (document);
  g_assert_cmpuint (bf_plan_count (plan, BF_SYSTEM), ==, 50);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/import-mends/suggestions", test_suggestions);
  add ("/import-mends/whose-row", test_whose_row);
  add ("/import-mends/answers", test_answers);
  add ("/import-mends/leave-out", test_leave_out);
  add ("/import-mends/file-corrected", test_file_corrected);
  add ("/import-mends/accept", test_accept);
  add ("/import-mends/date-order", test_date_order);
  add ("/import-mends/order", test_order);
  add ("/import-mends/diary", test_diary);
  add ("/import-mends/progress", test_progress);
  add ("/import-mends/cancel", test_cancel);
  add ("/import-mends/writer", test_writer);
  return g_test_run ();
}
