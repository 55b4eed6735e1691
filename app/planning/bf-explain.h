/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentences of a schedule, for the files that write them. */

#pragma once

#include "bf-schedule-compile.h"

G_BEGIN_DECLS

typedef struct
{
  BfPass *pass;
  const BfCore *core;
  const BfCompiled *compiled;
  GStringChunk *strings;
} BfExplainer;

/* Takes @sentence. */
void bf_explain_say (BfExplainer *self, BfPlacing *placing, BfHold hold, int other, char *sentence);
const char *bf_explain_title (const BfCompiled *compiled, int step);
/* A day of the core in words. Caller frees. */
char *bf_explain_day (const BfCore *core, int day);
/* The place is the first that network, dates and claims allow. */
void bf_explain_ready (BfExplainer *self, int activity, BfPlacing *placing);
/* What of others (a claim, a step, a gate) leaves the cutover no earlier day; NULL: none. Caller
 * frees. */
char *bf_explain_others (const BfExplainer *self, const BfCoreCutover *cutover);
/* A cutover that is not kept at a date. */
void bf_explain_cutover (BfExplainer *self, const BfCoreCutover *cutover, BfPlacing *placing);

G_END_DECLS
