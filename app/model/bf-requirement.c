/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-requirement.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfRequirement, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung|requirement id|kürzel"),
  BF_FIELD (BfRequirement, source, TEXT, N_ ("Source"), "", "", .required = TRUE,
            .synonyms = "standard|regulation|quelle|norm|regelwerk|vorschrift"),
  BF_FIELD (BfRequirement, clause, TEXT, N_ ("Clause"), "", "", .synonyms = "section|abschnitt|paragraph|kapitel"),
  BF_FIELD (BfRequirement, asks, TEXT, N_ ("What it asks of us"), "", "",
            .synonyms = "requirement|text|anforderung|demand|requires|what it asks|forderung"),
  BF_FIELD (BfRequirement, dimension, TEXT, N_ ("Dimension"), "", "",
            .synonyms = "dimension id"),
  BF_LINK (BfRequirement, systems, REFERENCES, SYSTEM, N_ ("Systems"), "",
            .synonyms = "system|systeme|affected systems|betroffene systeme"),
  BF_LINK (BfRequirement, claims, REFERENCES, CLAIM, N_ ("Claims"), "", .synonyms = "claim|aussagen"),
  BF_FIELD (BfRequirement, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_requirement_record = {
  .kind = BF_REQUIREMENT,
  .table = "requirement",
  .label = N_ ("Requirement"),
  .plural = N_ ("Requirements"),
  .synonyms =
      "requirements|regulations|anforderungen|requirement|regulatory requirements|anforderung",
  .size = sizeof (BfRequirement),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
