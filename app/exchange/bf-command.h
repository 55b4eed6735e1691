/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line without a display: `brownfield plan | import | check | history | merge | list`,
 * `--help`, `--version`.
 *
 * Exit codes: 0 done, 1 the input is wrong, 2 wrong usage, 3 no feasible roadmap. Nothing is
 * printed here: what belongs on the standard output is added to @out, each problem as a line to
 * @problems. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BF_EXIT_DONE = 0,
  BF_EXIT_INPUT = 1,
  BF_EXIT_USAGE = 2,
  BF_EXIT_INFEASIBLE = 3,
} BfExit;

/* TRUE when the first argument asks for the command line, not for the window. */
gboolean bf_command_wants (int argc, char **argv);
/* Runs argv[1] with what follows. */
int bf_command_run (int argc, char **argv, GString *out, GString *problems);

G_END_DECLS
