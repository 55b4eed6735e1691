/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-decision.h"

#include <glib/gi18n-lib.h>

static const BfChoice statuses[] = {
  { "accepted", NULL, NULL }, { "rejected", NULL, NULL }, { "requested", NULL, NULL },
  { "done", NULL, NULL },     { NULL, NULL, NULL },
};

static const BfChoice modes[] = {
  { "wrap", NULL, NULL },   { "in_place", NULL, NULL }, { "parallel", NULL, NULL },
  { "phased", NULL, NULL }, { "at_once", NULL, NULL },  { NULL, NULL, NULL },
};

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfStepDecision, "key", N_ ("Step"), NULL),
  BF_FIELD (BfStepDecision, title, TEXT, N_ ("Title"), "", "", .synonyms = "name"),
  BF_FIELD (BfStepDecision, status, CHOICE, N_ ("Status"), "", "", .choices = statuses),
  BF_FIELD (BfStepDecision, phase, INTEGER, N_ ("Phase"), "", "", .min = 0, .max = 20),
  BF_FIELD (BfStepDecision, strategy, CHOICE, N_ ("Strategy"), "", "", .choices = modes),
  BF_FIELD (BfStepDecision, pinned_cutover, MINUTE, N_ ("Pinned cutover"), "",
            N_ ("Start of the first cutover, fixed by hand")),
  BF_FIELD (BfStepDecision, earliest, DAY, N_ ("Not before"), "", ""),
  BF_FIELD (BfStepDecision, due, DAY, N_ ("Due by"), "", ""),
  BF_FIELD (BfStepDecision, weeks, ESTIMATE, N_ ("Build weeks"), "weeks", "", .min = 0,
            .max = 2000),
  BF_FIELD (BfStepDecision, capex, ESTIMATE, N_ ("Capex"), "currency", "", .min = 0,
            .max = 1000000000000),
  BF_FIELD (BfStepDecision, stop_hours, ESTIMATE, N_ ("Stop hours"), "h", "", .min = 0,
            .max = 100000),
  BF_FIELD (BfStepDecision, problem_chance, PERCENT, N_ ("Chance of cutover trouble"), "%", "",
            .min = 0, .max = 1),
  BF_FIELD (BfStepDecision, estimate_class, INTEGER, N_ ("Estimate class"), "",
            N_ ("AACE 1 (sure) to 5 (rough): widens single values of this row only"), .min = 1, .max = 5,
            .synonyms = "aace class|aace|schätzklasse"),
  BF_FIELD (BfStepDecision, benefit_year, MONEY, N_ ("Benefit per year"), "currency", "",
            .min = -1e+13, .max = 10000000000000),
  BF_FIELD (BfStepDecision, basis, TEXT, N_ ("Basis"), "", ""),
  BF_FIELD (BfStepDecision, owner, TEXT, N_ ("Owner"), "", ""),
  BF_FIELD (BfStepDecision, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_step_record = {
  .kind = BF_STEP,
  .table = "step",
  .label = N_ ("Step"),
  .plural = N_ ("Steps"),
  .synonyms = "steps|measures|maßnahmen|schritte",
  .size = sizeof (BfStepDecision),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
