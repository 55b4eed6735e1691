/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-scenario.h"

#include <glib/gi18n-lib.h>

static const BfChoice objectives[] = {
  { "cost", NULL, NULL },
  { "finish", NULL, NULL },
  { "downtime", NULL, NULL },
  { NULL, NULL, NULL },
};

static const BfField fields[] = {
  { .column = "key",
    .label = N_ ("Key"),
                 .kind = BF_KIND_TEXT,
                 .offset = G_STRUCT_OFFSET (BfScenario, row.key),
                 .unit = "",
                 .help = N_ ("What people call it; unique in its list"),
                             .target = BF_NO_RECORD,
                             .required = TRUE,
                             .synonyms = "id|code|nr|no|number|schlüssel|kennung" },
    { .column = "name",
      .label = N_ ("Name"),
                   .kind = BF_KIND_TEXT,
                   .offset = G_STRUCT_OFFSET (BfScenario, name),
                   .unit = "",
                   .help = "",
                   .target = BF_NO_RECORD,
                   .required = TRUE },
      { .column = "objective",
        .label = N_ ("Objective"),
                     .kind = BF_KIND_CHOICE,
                     .offset = G_STRUCT_OFFSET (BfScenario, objective),
                     .unit = "",
                     .help = "",
                     .choices = objectives,
                     .target = BF_NO_RECORD },
        { .column = "remark",
          .label = N_ ("Remark"),
                       .kind = BF_KIND_TEXT,
                       .offset = G_STRUCT_OFFSET (BfScenario, remark),
                       .unit = "",
                       .help = "",
                       .target = BF_NO_RECORD,
                       .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar" },
      };

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
