/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-phase.h"

#include <glib/gi18n-lib.h>

/* Numbers of the catalogue's phases. */
static const BfChoice suggested[] = {
  { "1", NULL, NULL }, { "2", NULL, NULL }, { "3", NULL, NULL },
  { "4", NULL, NULL }, { "5", NULL, NULL }, { NULL, NULL, NULL },
};

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfPhase, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung"),
  BF_FIELD (BfPhase, position, INTEGER, N_ ("Position"), "", "", .min = 0, .max = 20,
            .required = TRUE),
  BF_FIELD (BfPhase, name, TEXT, N_ ("Name"), "", "", .required = TRUE),
  BF_FIELD (BfPhase, suggested, CHOICES, N_ ("Suggested phases"), "",
            N_ ("The phases that are suggested, by their numbers, whose steps stand in this one"),
            .choices = suggested,
            .synonyms = "suggested|catalogue phases|vorgeschlagene phasen"),
  BF_FIELD (BfPhase, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

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
