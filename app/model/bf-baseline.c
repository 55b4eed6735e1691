/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-baseline.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfBaseline, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung"),
  BF_FIELD (BfBaseline, name, TEXT, N_ ("Name"), "", "", .required = TRUE),
  BF_FIELD (BfBaseline, approved_on, DAY, N_ ("Approved on"), "", ""),
  BF_FIELD (BfBaseline, approved_by, TEXT, N_ ("Approved by"), "", ""),
  BF_FIELD (BfBaseline, roadmap, TEXT, N_ ("Roadmap"), "", ""),
  BF_FIELD (BfBaseline, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_baseline_record = {
  .kind = BF_BASELINE,
  .table = "baseline",
  .label = N_ ("Baseline"),
  .plural = N_ ("Baselines"),
  .synonyms = "",
  .size = sizeof (BfBaseline),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
