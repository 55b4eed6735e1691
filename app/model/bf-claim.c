/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-claim.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfClaim, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung|claim id|kürzel"),
  BF_FIELD (BfClaim, statement, TEXT, N_ ("Statement"), "", "", .required = TRUE,
            .synonyms = "claim|aussage|text|behauptung"),
  BF_LINK (BfClaim, offer, REFERENCE, OFFER, N_ ("Offer"), "", .synonyms = "angebot|offer id|certificate"),
  BF_LINK (BfClaim, system, REFERENCE, SYSTEM, N_ ("System"), "",
            .synonyms = "system id"),
  BF_FIELD (BfClaim, dimension, TEXT, N_ ("Dimension"), "", "",
            .synonyms = "dimension id"),
  BF_FIELD (BfClaim, claimed_level, NUMBER, N_ ("Claimed level"), "", "", .min = 0, .max = 100,
            .synonyms = "level|claimed band|claimed stage"),
  BF_FIELD (BfClaim, state, INTEGER, N_ ("State"), "", "", .min = 0, .max = 5,
            .synonyms = "state (0-5)|claim state|stufe|zustand|nachweisstufe"),
  BF_FIELD (BfClaim, state_name, TEXT, N_ ("State name"), "", ""),
  BF_FIELD (BfClaim, made_on, DAY, N_ ("Date"), "", "", .synonyms = "datum|claimed on|claim date|vom"),
  BF_FIELD (BfClaim, valid_until, DAY, N_ ("Valid until"), "", "",
            .synonyms = "expires|gültig bis|valid to|expiry date|ablaufdatum"),
  BF_FIELD (BfClaim, evidence, TEXT, N_ ("Evidence"), "", "", .synonyms = "nachweis|evidence link|beleg"),
  BF_FIELD (BfClaim, owner, TEXT, N_ ("Owner"), "", "", .synonyms = "verantwortlich|responsible"),
  BF_FIELD (BfClaim, state_4_due, DAY, N_ ("State 4 due by"), "", "", .synonyms = "due|fällig|verified by|nachweis fällig"),
  BF_FIELD (BfClaim, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_claim_record = {
  .kind = BF_CLAIM,
  .table = "claim",
  .label = N_ ("Claim"),
  .plural = N_ ("Claims"),
  .synonyms = "claims|behauptungen|aussagen|claim|nachweise",
  .size = sizeof (BfClaim),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
