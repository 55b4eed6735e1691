/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-budget.h"

#include <glib/gi18n-lib.h>

static const BfChoice kinds[] = {
  { "capex", NULL, "investment|investition|capital" },
  { "validation", NULL, "qualification|validierung|qualifizierung" },
  { "opex", NULL, "operating|betrieb|run cost" },
  { NULL, NULL, NULL },
};

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfBudget, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung|budget id|kürzel"),
  BF_FIELD (BfBudget, year, INTEGER, N_ ("Year"), "", "", .min = 1970, .max = 2200,
            .synonyms = "jahr|fiscal year|geschäftsjahr"),
  BF_FIELD (BfBudget, from_day, DAY, N_ ("From"), "", "", .synonyms = "start|von|from date|beginn|ab"),
  BF_FIELD (BfBudget, to_day, DAY, N_ ("To"), "", "", .synonyms = "end|until|bis|to date|ende"),
  BF_FIELD (BfBudget, kind, CHOICE, N_ ("Kind"), "", "", .choices = kinds, .required = TRUE,
            .synonyms = "type|art|budget type|kostenart|category?"),
  BF_FIELD (BfBudget, amount, MONEY, N_ ("Amount"), "currency", "", .min = 0, .max = 10000000000000,
            .required = TRUE, .synonyms = "budget|betrag|value|sum|summe|budgetbetrag"),
  BF_FIELD (BfBudget, carry_over, CARRY, N_ ("Carry-over"), "",
            N_ ("yes, no, or the share of the period's own amount that may move on"),
            .synonyms = "carry over|übertrag|übertragbar"),
  BF_FIELD (BfBudget, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_budget_record = {
  .kind = BF_BUDGET,
  .table = "budget",
  .label = N_ ("Budget"),
  .plural = N_ ("Budgets"),
  .synonyms = "budget|money|geld|budgets|budgetplan",
  .size = sizeof (BfBudget),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
