/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-assessment.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfAssessment, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung"),
  BF_FIELD (BfAssessment, framework, TEXT, N_ ("Framework"), "", "", .required = TRUE),
  BF_FIELD (BfAssessment, scope, TEXT, N_ ("Scope"), "", ""),
  BF_FIELD (BfAssessment, assessor, TEXT, N_ ("Assessor"), "", ""),
  BF_FIELD (BfAssessment, assessor_type, TEXT, N_ ("Assessor type"), "", ""),
  BF_FIELD (BfAssessment, assessed_on, DAY, N_ ("Assessment date"), "", ""),
  BF_FIELD (BfAssessment, evidence, TEXT, N_ ("Evidence"), "", ""),
  BF_FIELD (BfAssessment, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_assessment_record = {
  .kind = BF_ASSESSMENT,
  .table = "assessment",
  .label = N_ ("Assessment"),
  .plural = N_ ("Assessments"),
  .synonyms = "",
  .size = sizeof (BfAssessment),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
