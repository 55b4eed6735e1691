/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-result.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfResult, "key", N_ ("Key"), NULL),
  BF_FIELD (BfResult, framework, TEXT, N_ ("Framework"), "", "", .synonyms = "model|modell|standard?|rahmenwerk"),
  BF_FIELD (BfResult, dimension, TEXT, N_ ("Dimension"), "", "", .required = TRUE,
            .synonyms = "dimension id|dimension_id|dimension code|dimensions"),
  BF_FIELD (BfResult, name, TEXT, N_ ("Name"), "", "", .synonyms = "dimension name|bezeichnung|title?|dimensionsname"),
  BF_FIELD (BfResult, scope, TEXT, N_ ("Scope"), "", "", .synonyms = "area|bereich|geltungsbereich|umfang"),
  BF_FIELD (BfResult, claimed, NUMBER, N_ ("Claimed band"), "", "", .min = 0, .max = 100,
            .synonyms = "claimed stage|claimed level|claimed|current|current level|current band|ist|claimed stage (1-6)|current stage|claimed score|self assessment|selbsteinschätzung|ist-stufe|ist-wert|reifegrad ist|aktuell"),
  BF_FIELD (BfResult, verified, NUMBER, N_ ("Verified band"), "", "", .min = 0, .max = 100,
            .synonyms = "verified stage|verified level|verified|nachgewiesen|verified score|nachgewiesene stufe|geprüft"),
  BF_FIELD (BfResult, low, NUMBER, N_ ("Band low"), "", "", .min = 0, .max = 100,
            .synonyms = "lowest|low|niedrigste|lowest band|lowest level|min"),
  BF_FIELD (BfResult, high, NUMBER, N_ ("Band high"), "", "", .min = 0, .max = 100,
            .synonyms = "highest|high|höchste|highest band|highest level|max"),
  BF_FIELD (BfResult, target, NUMBER, N_ ("Target band"), "", "", .min = 0, .max = 100,
            .synonyms = "target stage|target level|target|ziel|soll|goal|target score|soll-stufe|zielstufe|zielwert|reifegrad soll"),
  BF_FIELD (BfResult, target_date, DAY, N_ ("Target date"), "", "", .synonyms = "due|zieldatum|target by|ziel bis|termin"),
  BF_FIELD (BfResult, weight, NUMBER, N_ ("Weight 1-5"), "", "", .min = 1, .max = 5,
            .synonyms = "weight|gewicht|gewichtung|importance|priority?"),
  BF_FIELD (BfResult, claim_state, INTEGER, N_ ("Claim state"), "", "", .min = 0, .max = 5,
            .synonyms = "state|state (0-5)|nachweisstufe|state of claim"),
  BF_LINK (BfResult, claim, REFERENCE, CLAIM, N_ ("Claim"), "", .synonyms = "claim id"),
  BF_FIELD (BfResult, evidence, TEXT, N_ ("Evidence"), "", "",
            .synonyms = "evidence link|nachweis|nachweise|beleg"),
  BF_FIELD (BfResult, assessor_type, TEXT, N_ ("Assessor type"), "", "",
            .synonyms = "assessor|assessed by|art der bewertung|assessment type"),
  BF_FIELD (BfResult, assessed_on, DAY, N_ ("Assessment date"), "", "",
            .synonyms = "date|datum|assessed on|assessed|bewertet am|bewertungsdatum"),
  BF_FIELD (BfResult, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar|data integrity remark|hinweis"),
};
/* clang-format on */

const BfRecord bf_result_record = {
  .kind = BF_RESULT,
  .table = "result",
  .label = N_ ("Maturity result"),
  .plural = N_ ("Maturity"),
  .synonyms =
      "maturity|results|reifegrad|siri|acatech|impuls|assessment|maturity assessment|reifegrade|reifegradbewertung|mom cmm|momcmm|dreamy|smsrl|cmmi|iec 62443",
  .size = sizeof (BfResult),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
