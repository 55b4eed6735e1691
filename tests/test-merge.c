/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "bf-document-report.h"
#include "store-fixture.h"

/* Two copies of one past, open for writing. */
typedef struct
{
  char *our_path;
  char *their_path;
  BfDocument *ours;
  BfDocument *theirs;
} Pair;

static void
set_up (Pair *pair, gconstpointer data)
{
  pair->our_path = fixture_file ("ours");
  pair->their_path = fixture_path ("theirs");
  pair->ours = bf_document_open (pair->our_path, BF_OPEN_DEFAULT, NULL);
  fixture_add_system (pair->ours, "LIMS-01", "Old LIMS");
  g_assert_true (bf_document_copy (pair->ours, pair->their_path, NULL));
  pair->theirs = bf_document_open (pair->their_path, BF_OPEN_DEFAULT, NULL);
}

static void
tear_down (Pair *pair, gconstpointer data)
{
  g_clear_object (&pair->ours);
  g_clear_object (&pair->theirs);
  g_free (pair->our_path);
  g_free (pair->their_path);
}

static void
delete_system (BfDocument *document, const char *key)
{
  g_autoptr (BfEdit) edit = bf_document_begin (document, "Delete", NULL, NULL);

  g_assert_true (bf_edit_delete (edit, BF_SYSTEM, key, NULL));
  g_assert_true (bf_edit_commit (edit, NULL));
}

/* Merges with every conflict decided the same way; gives the conflicts. */
static GPtrArray *
merge (Pair *pair, BfConflictChoice choice, guint expected_changes)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *conflicts = NULL;
  guint n_applied = 0;

  bf_document_merge (pair->ours, pair->their_path, choice, &n_applied, &conflicts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_applied, ==, expected_changes);
  return conflicts;
}

static char *
value_of (BfDocument *document, BfRecordKind kind, const char *key, const char *column)
{
  g_autoptr (BfPlan) plan = bf_document_snapshot (document);
  gconstpointer row = bf_plan_find (plan, kind, key);

  return row ? bf_field_text (bf_record_field (bf_record (kind), column), row)
             : g_strdup ("(no row)");
}

static void
assert_value (BfDocument *document, const char *key, const char *column, const char *expected)
{
  g_autofree char *value = value_of (document, BF_SYSTEM, key, column);

  g_assert_cmpstr (value, ==, expected);
}

static guint
n_edits (BfDocument *document)
{
  g_autoptr (GPtrArray) history = bf_document_history (document, NULL);

  return history->len;
}

static void
test_apart (Pair *pair, gconstpointer data)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  guint edits;

  fixture_set (pair->ours, BF_SYSTEM, "MES-01", "vendor", "Acme");
  fixture_set (pair->theirs, BF_SYSTEM, "MES-01", "name", "New MES");
  fixture_set (pair->theirs, BF_SYSTEM, "MES-01", "max_stop_h", "0.1");
  fixture_set (pair->theirs, BF_SYSTEM, "MES-01", "max_stop_h", "0.30000000000000004");
  fixture_add_system (pair->theirs, "QMS-01", "Found in a cupboard");
  delete_system (pair->theirs, "LIMS-01");
  before = fixture_dump (pair->ours);
  edits = n_edits (pair->ours);
  conflicts = merge (pair, BF_CHOICE_OPEN, 4);
  g_assert_cmpuint (conflicts->len, ==, 0);
  assert_value (pair->ours, "MES-01", "vendor", "Acme");
  assert_value (pair->ours, "MES-01", "name", "New MES");
  assert_value (pair->ours, "MES-01", "max_stop_h", "0.30000000000000004");
  assert_value (pair->ours, "QMS-01", "name", "Found in a cupboard");
  assert_value (pair->ours, "LIMS-01", "name", "(no row)");
  /* One edit, that can be undone. */
  g_assert_cmpuint (n_edits (pair->ours), ==, edits + 1);
  g_assert_true (bf_document_undo (pair->ours, NULL));
  undone = fixture_dump (pair->ours);
  g_assert_cmpstr (before, ==, undone);
}

static void
test_conflict (Pair *pair, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  const BfConflict *conflict;
  guint edits;

  fixture_set (pair->ours, BF_SYSTEM, "MES-01", "run_cost_year", "100");
  fixture_set (pair->theirs, BF_SYSTEM, "MES-01", "run_cost_year", "200");
  fixture_set (pair->theirs, BF_SYSTEM, "LIMS-01", "name", "New LIMS");
  edits = n_edits (pair->ours);
  g_assert_false (
      bf_document_merge (pair->ours, pair->their_path, BF_CHOICE_OPEN, NULL, &conflicts, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_CONFLICT);
  g_assert_cmpuint (n_edits (pair->ours), ==, edits);
  g_assert_cmpuint (conflicts->len, ==, 1);
  conflict = g_ptr_array_index (conflicts, 0);
  g_assert_cmpstr (conflict->key, ==, "MES-01");
  g_assert_null (conflict->base);
  g_assert_cmpstr (conflict->ours, ==, "100.00");
  g_assert_cmpstr (conflict->theirs, ==, "200.00");
  g_clear_pointer (&conflicts, g_ptr_array_unref);
  conflicts = merge (pair, BF_CHOICE_THEIRS, 1);
  assert_value (pair->ours, "MES-01", "run_cost_year", "200.00");
  assert_value (pair->ours, "LIMS-01", "name", "New LIMS");
}

static void
test_already_so (Pair *pair, gconstpointer data)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  guint edits;

  fixture_set (pair->ours, BF_SYSTEM, "MES-01", "name", "New MES");
  fixture_set (pair->theirs, BF_SYSTEM, "MES-01", "name", "New MES");
  fixture_set (pair->theirs, BF_SYSTEM, "LIMS-01", "name", "Tried");
  fixture_set (pair->theirs, BF_SYSTEM, "LIMS-01", "name", "Old LIMS");
  delete_system (pair->ours, "LIMS-01");
  edits = n_edits (pair->ours);
  conflicts = merge (pair, BF_CHOICE_OPEN, 0);
  g_assert_cmpuint (conflicts->len, ==, 0);
  g_assert_cmpuint (n_edits (pair->ours), ==, edits);
}

/* What was decided once is not asked again; what they do afterwards is. */
static void
test_again (Pair *pair, gconstpointer data)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) third = NULL;
  g_autoptr (GPtrArray) fourth = NULL;

  fixture_set (pair->ours, BF_SYSTEM, "MES-01", "name", "Ours");
  fixture_set (pair->theirs, BF_SYSTEM, "MES-01", "name", "Theirs");
  first = merge (pair, BF_CHOICE_OURS, 0);
  g_assert_cmpuint (first->len, ==, 1);
  second = merge (pair, BF_CHOICE_OPEN, 0);
  g_assert_cmpuint (second->len, ==, 0);
  fixture_set (pair->theirs, BF_SYSTEM, "LIMS-01", "vendor", "Bolt");
  third = merge (pair, BF_CHOICE_OPEN, 1);
  g_assert_cmpuint (third->len, ==, 0);
  assert_value (pair->ours, "MES-01", "name", "Ours");
  /* A merge that was undone asks again. */
  g_assert_true (bf_document_undo (pair->ours, NULL));
  g_assert_true (bf_document_undo (pair->ours, NULL));
  fourth = merge (pair, BF_CHOICE_THEIRS, 1);
  g_assert_cmpuint (fourth->len, ==, 1);
  assert_value (pair->ours, "MES-01", "name", "Theirs");
}

static void
test_both_ways (Pair *pair, gconstpointer data)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  fixture_set (pair->ours, BF_SYSTEM, "MES-01", "vendor", "Acme");
  fixture_add_system (pair->ours, "ERP-01", "Ours");
  fixture_set (pair->theirs, BF_SYSTEM, "MES-01", "name", "New MES");
  conflicts = merge (pair, BF_CHOICE_OPEN, 1);
  bf_document_merge (pair->theirs, pair->our_path, BF_CHOICE_OPEN, NULL, NULL, &error);
  g_assert_no_error (error);
  ours = fixture_dump (pair->ours);
  theirs = fixture_dump (pair->theirs);
  g_assert_cmpstr (ours, ==, theirs);
}

static void
test_deletions (Pair *pair, gconstpointer data)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  const BfConflict *conflict;

  /* They took away what we changed, and changed what we took away. */
  fixture_set (pair->ours, BF_SYSTEM, "LIMS-01", "vendor", "Acme");
  delete_system (pair->ours, "MES-01");
  delete_system (pair->theirs, "LIMS-01");
  fixture_set (pair->theirs, BF_SYSTEM, "MES-01", "vendor", "Bolt");
  conflicts = merge (pair, BF_CHOICE_THEIRS, 0);
  g_assert_cmpuint (conflicts->len, ==, 2);
  conflict = g_ptr_array_index (conflicts, 0);
  g_assert_null (conflict->column);
  g_assert_nonnull (conflict->base);
  assert_value (pair->ours, "LIMS-01", "name", "(no row)");
  assert_value (pair->ours, "MES-01", "vendor", "Bolt");
}

/* Both found the same system; each filled in what the other did not know. */
static void
test_both_added (Pair *pair, gconstpointer data)
{
  g_autoptr (GPtrArray) conflicts = NULL;

  fixture_add_system (pair->ours, "QMS-01", "Quality");
  fixture_set (pair->ours, BF_SYSTEM, "QMS-01", "vendor", "Acme");
  fixture_add_system (pair->theirs, "qms-01", "Quality");
  fixture_set (pair->theirs, BF_SYSTEM, "qms-01", "product", "Q-One");
  conflicts = merge (pair, BF_CHOICE_OPEN, 1);
  g_assert_cmpuint (conflicts->len, ==, 0);
  assert_value (pair->ours, "QMS-01", "vendor", "Acme");
  assert_value (pair->ours, "QMS-01", "product", "Q-One");
}

static void
test_new_keys (Pair *pair, gconstpointer data)
{
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  /* They name the area by the key that we changed; and gave a system a new key. */
  fixture_set (pair->ours, BF_AREA, "A1", "key", "HALL");
  fixture_set (pair->theirs, BF_SYSTEM, "LIMS-01", "area", "A1");
  fixture_set (pair->theirs, BF_SYSTEM, "MES-01", "system_id", "MES-77");
  conflicts = merge (pair, BF_CHOICE_OPEN, 2);
  g_assert_cmpuint (conflicts->len, ==, 0);
  assert_value (pair->ours, "LIMS-01", "area", "HALL");
  assert_value (pair->ours, "MES-77", "area", "HALL");
  findings = bf_document_verify (pair->ours, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_strangers (Pair *pair, gconstpointer data)
{
  g_autofree char *stranger = fixture_file ("stranger");
  g_autoptr (GError) error = NULL;

  g_assert_false (bf_document_merge (pair->ours, stranger, BF_CHOICE_OPEN, NULL, NULL, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_UNRELATED);
  g_clear_error (&error);
  g_assert_false (bf_document_merge (pair->ours, "/nowhere", BF_CHOICE_OPEN, NULL, NULL, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_IO);
}

static void
test_changed_meanwhile (Pair *pair, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfMerge) compared = NULL;

  fixture_set (pair->theirs, BF_SYSTEM, "MES-01", "name", "New MES");
  compared = bf_merge_new (pair->ours, pair->their_path, &error);
  g_assert_no_error (error);
  fixture_set (pair->ours, BF_SYSTEM, "MES-01", "name", "Changed meanwhile");
  g_assert_false (bf_merge_apply (compared, &error));
  g_assert_error (error, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_EDIT);
}

static void
test_report (Pair *pair, gconstpointer data)
{
  g_autoptr (GString) out = g_string_new (NULL);

  fixture_set (pair->ours, BF_SYSTEM, "MES-01", "name", "Ours");
  fixture_set (pair->theirs, BF_SYSTEM, "MES-01", "name", "Theirs");
  g_clear_object (&pair->ours);
  g_assert_cmpint (bf_report_merge (pair->our_path, pair->their_path, NULL, out), ==, 1);
  g_assert_nonnull (strstr (out->str, "MES-01"));
  g_assert_nonnull (strstr (out->str, "Theirs"));
  g_assert_cmpint (bf_report_merge (pair->our_path, pair->their_path, "theirs", out), ==, 0);
  pair->ours = bf_document_open (pair->our_path, BF_OPEN_DEFAULT, NULL);
  assert_value (pair->ours, "MES-01", "name", "Theirs");
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Pair *pair, gconstpointer data);
  } tests[] = {
    { "/merge/apart", test_apart },
    { "/merge/conflict", test_conflict },
    { "/merge/already-so", test_already_so },
    { "/merge/again", test_again },
    { "/merge/both-ways", test_both_ways },
    { "/merge/deletions", test_deletions },
    { "/merge/both-added", test_both_added },
    { "/merge/new-keys", test_new_keys },
    { "/merge/strangers", test_strangers },
    { "/merge/changed-meanwhile", test_changed_meanwhile },
    { "/merge/report", test_report },
  };
  int result;

  g_test_init (&argc, &argv, NULL);
  fixture_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Pair, NULL, set_up, tests[i].test, tear_down);
  result = g_test_run ();
  fixture_clear ();
  return result;
}
