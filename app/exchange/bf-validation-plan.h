/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The validation plan: which documents each step has to produce, who writes them, when they are
 * due.
 *
 * What documents there are stands in deliverables.json of the catalogue; a step has those whose
 * phase its own qualification goes through, for its GAMP category and profile. A document is due
 * when its phase ends: phases that one activity of the roadmap does follow each other by their
 * mean weeks, a special phase ends with its campaign. It is written by the business owner of the
 * step's systems where key users write it and they have one and the same, else by the team of that
 * skill. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef struct
{
  const BfRoadmapStep *step;
  const BfDeliverable *deliverable;
  const BfQualificationLine *line;
  const char *owner; /* a person, a team, or the skill that is wanted */
  gint64 due;        /* day */
} BfValidationDocument;

/* BfValidationDocument by step, due date and catalogue; lives as long as the roadmap. The caller
 * unrefs it. */
GPtrArray *bf_validation_plan_new (const BfRoadmap *roadmap);
/* As a workbook. Fails with G_FILE_ERROR and a sentence. */
gboolean bf_validation_plan_write (const BfRoadmap *roadmap, const char *path, GError **error);

G_END_DECLS
