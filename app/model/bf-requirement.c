/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-requirement.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfRequirement, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung"),
  BF_FIELD (BfRequirement, source, TEXT, N_ ("Source"), "", "", .required = TRUE,
            .synonyms = "standard|regulation|quelle"),
  BF_FIELD (BfRequirement, clause, TEXT, N_ ("Clause"), "", "", .synonyms = "section|abschnitt"),
  BF_FIELD (BfRequirement, asks, TEXT, N_ ("What it asks of us"), "", "",
            .synonyms = "requirement|text|anforderung"),
  BF_FIELD (BfRequirement, dimension, TEXT, N_ ("Dimension"), "", ""),
  BF_LINK (BfRequirement, systems, REFERENCES, SYSTEM, N_ ("Systems"), "",
            .synonyms = "system|systeme"),
  BF_LINK (BfRequirement, claims, REFERENCES, CLAIM, N_ ("Claims"), "", .synonyms = "claim"),
  BF_FIELD (BfRequirement, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_requirement_record = {
  .kind = BF_REQUIREMENT,
  .table = "requirement",
  .label = N_ ("Requirement"),
  .plural = N_ ("Requirements"),
  .synonyms = "requirements|regulations|anforderungen",
  .size = sizeof (BfRequirement),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
