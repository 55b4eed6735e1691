/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-phase.h"

#include <glib/gi18n-lib.h>

static const BfField fields[] = {
  { .column = "key",
    .label = N_ ("Key"),
                 .kind = BF_KIND_TEXT,
                 .offset = G_STRUCT_OFFSET (BfPhase, row.key),
                 .unit = "",
                 .help = N_ ("What people call it; unique in its list"),
                             .target = BF_NO_RECORD,
                             .required = TRUE,
                             .synonyms = "id|code|nr|no|number|schlüssel|kennung" },
    { .column = "position",
      .label = N_ ("Position"),
                   .kind = BF_KIND_INTEGER,
                   .offset = G_STRUCT_OFFSET (BfPhase, position),
                   .unit = "",
                   .help = "",
                   .target = BF_NO_RECORD,
                   .min = 0,
                   .max = 20,
                   .required = TRUE },
      { .column = "name",
        .label = N_ ("Name"),
                     .kind = BF_KIND_TEXT,
                     .offset = G_STRUCT_OFFSET (BfPhase, name),
                     .unit = "",
                     .help = "",
                     .target = BF_NO_RECORD,
                     .required = TRUE },
        { .column = "remark",
          .label = N_ ("Remark"),
                       .kind = BF_KIND_TEXT,
                       .offset = G_STRUCT_OFFSET (BfPhase, remark),
                       .unit = "",
                       .help = "",
                       .target = BF_NO_RECORD,
                       .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar" },
      };

const BfRecord bf_phase_record = {
  .kind = BF_PHASE,
  .table = "phase",
  .label = N_ ("Phase"),
               .plural = N_ ("Phases"),
                             .synonyms = "phases|phasen",
                             .size = sizeof (BfPhase),
                             .fields = fields,
                             .n_fields = G_N_ELEMENTS (fields),
               };
