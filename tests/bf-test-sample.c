/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-test-sample.h"

#include "bf-import.h"

static void
check_good (const BfImport *import)
{
  const GPtrArray *problems = bf_import_problems (import);

  if (bf_import_is_good (import))
    return;
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = bf_problem_line (g_ptr_array_index (problems, i));

      g_test_message ("%s", line);
    }
  g_assert_not_reached ();
}

BfPlan *
bf_test_sample (const char *name)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("BF_SOURCE_DIR"), "data", "samples", name, NULL);
  const char *const inputs[] = { folder, NULL };
  g_autoptr (BfImport) import = bf_import_new (inputs, BF_IMPORT_DEFAULT, NULL, NULL, NULL);
  BfPlan *plan = bf_plan_new ();

  check_good (import);
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      const GPtrArray *rows = bf_import_rows (import, kind);

      for (guint i = 0; rows && i < rows->len; i++)
        bf_plan_add_copy (plan, kind, ((const BfImportRow *) g_ptr_array_index (rows, i))->row);
    }
  bf_plan_seal (plan);
  return plan;
}
