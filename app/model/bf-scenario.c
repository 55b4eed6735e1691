/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-scenario.h"

#include <glib/gi18n-lib.h>

static const BfChoice objectives[] = {
  { "cost", NULL, NULL },
  { "finish", NULL, NULL },
  { "downtime", NULL, NULL },
  { NULL, NULL, NULL },
};

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfScenario, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung"),
  BF_FIELD (BfScenario, name, TEXT, N_ ("Name"), "", "", .required = TRUE),
  BF_FIELD (BfScenario, objective, CHOICE, N_ ("Objective"), "", "", .choices = objectives),
  BF_FIELD (BfScenario, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_scenario_record = {
  .kind = BF_SCENARIO,
  .table = "scenario",
  .label = N_ ("Scenario"),
  .plural = N_ ("Scenarios"),
  .synonyms = "scenarios|szenarien",
  .size = sizeof (BfScenario),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
