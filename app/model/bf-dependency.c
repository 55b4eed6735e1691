/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-dependency.h"

#include <glib/gi18n-lib.h>

static const BfChoice kinds[] = {
  { "release to cutover", NULL, NULL },
  { "release to start", NULL, NULL },
  { "cutover to cutover", NULL, NULL },
  { "start to start", NULL, NULL },
  { NULL, NULL, NULL },
};

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfDependency, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung"),
  BF_FIELD (BfDependency, before, TEXT, N_ ("Before"), "", "", .required = TRUE),
  BF_FIELD (BfDependency, after, TEXT, N_ ("After"), "", "", .required = TRUE),
  BF_FIELD (BfDependency, kind, CHOICE, N_ ("Kind"), "", "", .choices = kinds),
  BF_FIELD (BfDependency, lag_days, INTEGER, N_ ("Lag"), "working days", "", .min = -2000,
            .max = 2000),
  BF_FIELD (BfDependency, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_dependency_record = {
  .kind = BF_DEPENDENCY,
  .table = "dependency",
  .label = N_ ("Dependency"),
  .plural = N_ ("Dependencies"),
  .synonyms = "dependencies|abhängigkeiten",
  .size = sizeof (BfDependency),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
