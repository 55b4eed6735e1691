/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `brownfield import WORKBOOK -o PLAN.brownfield [--take ...]` does with a workbook that
 * Brownfield wrote. No display; the caller prints. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Shows the differences, and takes those that @takes names: "all", "none", or ids of items, rows
 * and records; NULL takes nothing and says how to. Returns the exit code: 0 done, 1 the input is
 * wrong, and then the plan is as it was. */
int bf_round_trip_command_run (const char *path,
                               const char *output,
                               const char *const *takes,
                               GString *out,
                               GString *problems);

G_END_DECLS
