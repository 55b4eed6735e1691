/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roadmap as a workbook for a controller, in sixteen sheets: Summary, Timeline, Steps, Money,
 * Downtime, Risks, Maturity, Systems, Interfaces, Qualification, Scenarios, Baseline, Decisions,
 * Claims, Changes, Assumptions. All are always there: one that has nothing to show says what would
 * fill it.
 *
 * Steps holds the numbers; Money cuts them into quarters and budget periods, Timeline and Summary
 * sum them up, by formulas that carry their computed values. Dates are dates, money is in units of
 * the currency to the cent (shown in thousands by the cell's format), text is never a formula.
 * Names of sheets and tables are the same in every language. The same roadmap gives the same
 * bytes: the file bears the plan's status date, not the clock's. A hidden sheet lets it come back
 * (bf-round-trip.h). */

#pragma once

#include "bf-origin.h"
#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean values_only;           /* no formulas, for those who pass it on */
  const BfOrigin *origin;         /* NULL: the plan was in no document */
  const BfRoadmap *const *others; /* of other scenarios */
  guint n_others;
  const char *const *inputs; /* files and folders that the plan was read from; NULL unknown */
} BfWorkbookOptions;

/* Saves whole or not at all; fails with a sentence for the person (G_FILE_ERROR). */
gboolean bf_workbook_write (const BfRoadmap *roadmap, const char *path, GError **error);
/* @options may be NULL. */
gboolean bf_workbook_write_with (const BfRoadmap *roadmap,
                                 const BfWorkbookOptions *options,
                                 const char *path,
                                 GError **error);

G_END_DECLS
