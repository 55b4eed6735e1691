/* SPDX-License-Identifier: GPL-3.0-or-later */

/* brownfield map: a mapping to fill in, for a spreadsheet that no rule understands. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int bf_command_map (char ***args, GString *out, GString *problems);

G_END_DECLS
