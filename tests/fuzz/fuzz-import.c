/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A spreadsheet of any kind: the reader of its format, headings, cells, references, and what the
 * import has to say. */

#include "fuzz.h"

#include "bf-import.h"

#include <string.h>

/* Old .xls is read by libfreexl, which damaged files break within seconds (a string converted below
 * its buffer): that is not ours to find again, so the fuzzer leaves such files out. */
static gboolean
is_left_out (const guint8 *data, gsize size)
{
#ifdef BF_FUZZING
  return size >= 4 && memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0;
#else
  return FALSE;
#endif
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *inputs[] = { fuzz_file (data, size), NULL };
  g_autoptr (BfImport) import = NULL;
  const GPtrArray *problems;

  if (is_left_out (data, size))
    return 0;
  import = bf_import_new (inputs, BF_IMPORT_GOOD_ROWS, NULL, NULL, NULL);
  problems = bf_import_problems (import);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = bf_problem_line (g_ptr_array_index (problems, i));

      g_assert (g_utf8_validate (line, -1, NULL));
    }
  return 0;
}
