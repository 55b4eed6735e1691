/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `brownfield import INPUT... -o PLAN.brownfield` does. No display; the caller prints. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BF_IMPORT_COMMAND_DEFAULT = 0,
  BF_IMPORT_COMMAND_GOOD_ROWS = 1 << 0, /* --good-rows */
  BF_IMPORT_COMMAND_ERASE = 1 << 1,     /* --erase-blanks */
} BfImportCommandFlags;

/* @map: a mapping (bf-mapping.h) that is remembered when the import is good; NULL: none. Imports
 * files and folders into @output, a new plan or one that is there. Problems, one a line,
 * go to @problems, the summary to @out. Returns the exit code: 0 done, 1 the input is wrong; then
 * a new plan does not exist and an old one is as it was. */
int bf_import_command_run (const char *const *inputs,
                           const char *output,
                           const char *map,
                           BfImportCommandFlags flags,
                           GString *out,
                           GString *problems);

G_END_DECLS
