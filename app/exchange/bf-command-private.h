/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the subcommands share. */

#pragma once

#include "bf-command.h"

G_BEGIN_DECLS

/* Reads options out of @args (changed in place; what is left are the operands, after the name of
 * the subcommand). FALSE with a problem when there is a wrong one. */
gboolean bf_command_parse (char ***args, GOptionEntry *entries, GString *problems);
/* Adds the sentence, and how the subcommand is used. Returns BF_EXIT_USAGE. */
int bf_command_misused (const char *name, const char *sentence, GString *problems);

int bf_command_plan (char ***args, GString *out, GString *problems);
int bf_command_template (char ***args, GString *out, GString *problems);

G_END_DECLS
