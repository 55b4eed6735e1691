/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-risk-entry.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfRiskEntry, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung"),
  BF_FIELD (BfRiskEntry, title, TEXT, N_ ("Title"), "", "", .required = TRUE),
  BF_FIELD (BfRiskEntry, step, TEXT, N_ ("Step"), "", ""),
  BF_FIELD (BfRiskEntry, chance, PERCENT, N_ ("Chance"), "%", "", .min = 0, .max = 1),
  BF_FIELD (BfRiskEntry, impact, INTEGER, N_ ("Impact 1-5"), "", "", .min = 1, .max = 5),
  BF_FIELD (BfRiskEntry, owner, TEXT, N_ ("Owner"), "", ""),
  BF_FIELD (BfRiskEntry, mitigation, TEXT, N_ ("Mitigation"), "", ""),
  BF_FIELD (BfRiskEntry, status, TEXT, N_ ("Status"), "", ""),
  BF_FIELD (BfRiskEntry, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_risk_record = {
  .kind = BF_RISK,
  .table = "risk",
  .label = N_ ("Risk"),
  .plural = N_ ("Risks"),
  .synonyms = "risks|risiken|risk register",
  .size = sizeof (BfRiskEntry),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
