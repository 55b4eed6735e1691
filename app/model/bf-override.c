/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-override.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfOverride, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung"),
  BF_LINK (BfOverride, scenario, REFERENCE, SCENARIO, N_ ("Scenario"), "", .required = TRUE),
  BF_FIELD (BfOverride, tbl, TEXT, N_ ("Table"), "", "", .required = TRUE),
  BF_FIELD (BfOverride, row_key, TEXT, N_ ("Row"), "", "", .required = TRUE),
  BF_FIELD (BfOverride, col, TEXT, N_ ("Column"), "", "", .required = TRUE),
  BF_FIELD (BfOverride, value, TEXT, N_ ("Value"), "", ""),
  BF_FIELD (BfOverride, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_override_record = {
  .kind = BF_OVERRIDE,
  .table = "override",
  .label = N_ ("Override"),
  .plural = N_ ("Overrides"),
  .synonyms = "",
  .size = sizeof (BfOverride),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
