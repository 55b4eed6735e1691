/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-actual.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfActual, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung"),
  BF_FIELD (BfActual, step, TEXT, N_ ("Step"), "", "", .required = TRUE),
  BF_FIELD (BfActual, activity, TEXT, N_ ("Activity"), "", ""),
  BF_FIELD (BfActual, start, DAY, N_ ("Start"), "", ""),
  BF_FIELD (BfActual, finish, DAY, N_ ("Finish"), "", ""),
  BF_FIELD (BfActual, cost, MONEY, N_ ("Cost"), "currency", ""),
  BF_FIELD (BfActual, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_actual_record = {
  .kind = BF_ACTUAL,
  .table = "actual",
  .label = N_ ("Actual"),
  .plural = N_ ("Actuals"),
  .synonyms = "actuals|progress|ist",
  .size = sizeof (BfActual),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
