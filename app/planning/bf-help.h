/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What would bring a step forward.
 *
 * Each limit that people could change (bf-limits.h), and a shorter build, is lifted alone by the
 * least amount that helps, and the step is planned again with every other step where it is. Only
 * what was released earlier in such a plan is suggested. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;     /* one sentence, with the new date */
  char *how;      /* "with EUR 60 k more in budget B" */
  char *price;    /* a sentence: what that takes */
  gint64 release; /* day */
  int days;       /* earlier than on the roadmap, calendar days */
} BfHelp;

/* Most days first, then the smaller change. Elements belong to the array; empty when nothing that
 * is known helps, when the step is not on the roadmap or the search was cancelled. Any thread;
 * @progress (or NULL) is called on it. */
GPtrArray *bf_help_seek (const BfRoadmap *roadmap,
                         const char *step,
                         BfRoadmapProgress progress,
                         gpointer progress_data,
                         GCancellable *cancellable);

G_END_DECLS
