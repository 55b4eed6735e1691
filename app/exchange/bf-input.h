/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person names to be planned: a plan, spreadsheets, a folder of them, or a sample. */

#pragma once

#include "bf-origin.h"

G_BEGIN_DECLS

/* The plan that @inputs (NULL-terminated) hold together: one *.brownfield file alone, or any
 * spreadsheets, folders and samples. NULL when the input is wrong; each problem is a line of
 * @problems. The caller unrefs the plan. Nothing is written anywhere. */
BfPlan *bf_input_read (const char *const *inputs, GString *problems);
/* The same; *@origin becomes where the plan came from, NULL for spreadsheets. */
BfPlan *bf_input_read_from (const char *const *inputs, BfOrigin **origin, GString *problems);

/* Paths and samples' names as paths, NULL-terminated; NULL with a problem when one is neither. The
 * caller unrefs the array, which owns them. */
GPtrArray *bf_input_resolve (const char *const *inputs, GString *problems);

G_END_DECLS
