/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roadmap as a workbook for a controller: Summary, Timeline, Steps, Money, Systems, Maturity,
 * Assumptions.
 *
 * Steps holds the numbers; Money cuts them into quarters and budget periods, Timeline and Summary
 * sum them up, by formulas that carry their computed values. Dates are dates, money is in units of
 * the currency to the cent (shown in thousands by the cell's format), text is never a formula.
 * Names of sheets and tables are the same in every language. The same roadmap gives the same
 * bytes: the file bears the plan's status date, not the clock's. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* Saves whole or not at all; fails with a sentence for the person (G_FILE_ERROR). */
gboolean bf_workbook_write (const BfRoadmap *roadmap, const char *path, GError **error);

G_END_DECLS
