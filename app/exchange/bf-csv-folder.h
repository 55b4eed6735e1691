/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything as csv: a folder with one file a list of the plan, which an import reads again, and
 * inside it a folder "roadmap" with steps, activities, cutovers, qualification and periods.
 *
 * UTF-8, commas, a heading row, values in machine form (see bf-field.h) with a percent sign where
 * they are shares. Texts that a spreadsheet program would take for a formula begin with an
 * apostrophe, which an import takes off again. Lists without a row have no file. Overrides of
 * scenarios and baselines are not among them, since no import reads those. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* @path is a folder that is new or empty. Fails with a sentence; what was written until then
 * stays. */
gboolean bf_csv_folder_write (const BfRoadmap *roadmap, const char *path, GError **error);

G_END_DECLS
