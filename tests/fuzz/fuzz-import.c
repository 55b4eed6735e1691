/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A spreadsheet of any kind: the reader of its format, headings, cells, references, and what the
 * import has to say. */

#include "fuzz.h"

#include "bf-import.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *inputs[] = { fuzz_file (data, size), NULL };
  g_autoptr (BfImport) import = bf_import_new (inputs, BF_IMPORT_GOOD_ROWS, NULL, NULL, NULL);
  const GPtrArray *problems = bf_import_problems (import);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = bf_problem_line (g_ptr_array_index (problems, i));

      g_assert (g_utf8_validate (line, -1, NULL));
    }
  return 0;
}
