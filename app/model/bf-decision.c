/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-decision.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfDecision, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung"),
  BF_FIELD (BfDecision, title, TEXT, N_ ("Title"), "", "", .required = TRUE),
  BF_FIELD (BfDecision, forum, TEXT, N_ ("Forum"), "", ""),
  BF_FIELD (BfDecision, due, DAY, N_ ("Due"), "", ""),
  BF_FIELD (BfDecision, decided_on, DAY, N_ ("Decided on"), "", ""),
  BF_FIELD (BfDecision, outcome, TEXT, N_ ("Decision"), "", ""),
  BF_FIELD (BfDecision, options, TEXT, N_ ("Options"), "", ""),
  BF_FIELD (BfDecision, reason, TEXT, N_ ("Reason"), "", ""),
  BF_FIELD (BfDecision, owner, TEXT, N_ ("Owner"), "", ""),
  BF_FIELD (BfDecision, status, TEXT, N_ ("Status"), "", ""),
  BF_FIELD (BfDecision, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_decision_record = {
  .kind = BF_DECISION,
  .table = "decision",
  .label = N_ ("Decision"),
  .plural = N_ ("Decisions"),
  .synonyms = "decisions|entscheidungen",
  .size = sizeof (BfDecision),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
