/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roadmap as MS Project XML (MSPDI, the schema of Project 2007).
 *
 * Phases are summary tasks, steps summary tasks below them, activities tasks, releases and gates
 * milestones. Days run from 08:00 to 17:00 with an hour's break, eight hours a working day;
 * planned stops have a calendar of their own that never rests, so their clock times and their
 * length agree. Durations and work are PTnHnMnS. Every task keeps its date by a constraint, links
 * say why, with lags in tenths of a minute. The newest baseline is Baseline 0. Fields of our own
 * (Text1 ..) say the step, what of it the task is, the windows of a cutover, and what was
 * exported, so that the file can come back (bf-mspdi-trip.h). Same roadmap, same bytes. */

#pragma once

#include "bf-origin.h"
#include "bf-roadmap.h"

G_BEGIN_DECLS

/* @origin may be NULL: of no document. The caller frees it. */
char *bf_mspdi_text (const BfRoadmap *roadmap, const BfOrigin *origin);
/* Saves whole or not at all; fails with G_FILE_ERROR and a sentence. */
gboolean bf_mspdi_write (const BfRoadmap *roadmap, const char *path, GError **error);
gboolean bf_mspdi_write_with (const BfRoadmap *roadmap,
                              const BfOrigin *origin,
                              const char *path,
                              GError **error);

G_END_DECLS
