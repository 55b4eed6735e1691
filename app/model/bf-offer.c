/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-offer.h"

#include <glib/gi18n-lib.h>

static const BfChoice kinds[] = {
  { "digital maturity assessment", NULL, NULL },
  { "regional or national programme", NULL, NULL },
  { "vendor solution certificate", NULL, NULL },
  { "personnel certificate", NULL, NULL },
  { "framework label", NULL, NULL },
  { NULL, NULL, NULL },
};

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfOffer, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung|offer id|kürzel"),
  BF_FIELD (BfOffer, name, TEXT, N_ ("Name"), "", "", .required = TRUE,
            .synonyms = "offer|bezeichnung|offer name|certificate|badge"),
  BF_FIELD (BfOffer, kind, CHOICE, N_ ("Kind"), "", "", .choices = kinds, .synonyms = "type|art|offer type"),
  BF_FIELD (BfOffer, issuer, TEXT, N_ ("Issuer"), "", "", .synonyms = "aussteller|issued by|vendor?|herausgeber"),
  BF_FIELD (BfOffer, scope, TEXT, N_ ("Scope"), "", "", .synonyms = "umfang|geltungsbereich"),
  BF_FIELD (BfOffer, valid_until, DAY, N_ ("Valid until"), "", "",
            .synonyms = "expires|gültig bis|valid to|expiry date|ablaufdatum"),
  BF_FIELD (BfOffer, q1, INTEGER, N_ ("Q1 Recognition"), "", "", .min = 0, .max = 4,
            .synonyms = "q1|q1 recognition (0-4)|recognition"),
  BF_FIELD (BfOffer, q2, INTEGER, N_ ("Q2 Scope"), "", "", .min = 0, .max = 4,
            .synonyms = "q2|q2 scope (0-4)|scope"),
  BF_FIELD (BfOffer, q3, INTEGER, N_ ("Q3 Regulated use"), "", "", .min = 0, .max = 4,
            .synonyms = "q3|q3 regulated use (0-4)|regulated use"),
  BF_FIELD (BfOffer, q4, INTEGER, N_ ("Q4 Legacy and cycles"), "", "", .min = 0, .max = 4,
            .synonyms = "q4|q4 legacy and cycles (0-4)|legacy and cycles"),
  BF_FIELD (BfOffer, q5, INTEGER, N_ ("Q5 Mapping"), "", "", .min = 0, .max = 4,
            .synonyms = "q5|q5 mapping (0-4)|mapping"),
  BF_FIELD (BfOffer, q6, INTEGER, N_ ("Q6 Reusable evidence"), "", "", .min = 0, .max = 4,
            .synonyms = "q6|q6 reusable evidence (0-4)|reusable evidence"),
  BF_FIELD (BfOffer, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_offer_record = {
  .kind = BF_OFFER,
  .table = "offer",
  .label = N_ ("Offer"),
  .plural = N_ ("Offers"),
  .synonyms = "offers|certificates|badges|angebote|zertifikate|offer|angebot|certification offers",
  .size = sizeof (BfOffer),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
