/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-cycle.h"

#include "bf-choices.h"

#include <glib/gi18n-lib.h>

static const BfChoice profiles[] = {
  BF_PROFILE_CHOICES,
  { "all", NULL, "any|alle" },
  { NULL, NULL, NULL },
};

static const BfChoice gamp[] = {
  BF_GAMP_CHOICES,
  { NULL, NULL, NULL },
};

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfCycle, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung|cycle id|kürzel"),
  BF_FIELD (BfCycle, profile, CHOICE, N_ ("Profile"), "", "", .choices = profiles,
            .synonyms = "industry profile|profil|industry"),
  BF_FIELD (BfCycle, gamp_category, CHOICE, N_ ("GAMP category"), "", "", .choices = gamp,
            .synonyms = "gamp|category|kategorie|gamp-kategorie|gamp kategorie"),
  BF_FIELD (BfCycle, phase, TEXT, N_ ("Phase"), "", "", .required = TRUE, .synonyms = "phasen|qualification phase|qualifizierungsphase"),
  BF_LINK (BfCycle, system, REFERENCE, SYSTEM, N_ ("System"), "", .synonyms = "system id|systeme?|systems?"),
  BF_FIELD (BfCycle, weeks, ESTIMATE, N_ ("Weeks"), "weeks", "", .min = 0, .max = 1000,
            .synonyms = "duration|wochen|dauer|duration in weeks|dauer in wochen"),
  BF_FIELD (BfCycle, effort, ESTIMATE, N_ ("Effort"), "person-days", "", .min = 0, .max = 100000,
            .synonyms = "effort in person-days|person-days|aufwand|personentage|effort person-days|aufwand in personentagen|effort days"),
  BF_FIELD (BfCycle, rework_chance, PERCENT, N_ ("Chance of a rework loop"), "%", "", .min = 0,
            .max = 1, .synonyms = "rework|rework chance|chance of rework|loop|nacharbeit|rework probability|rework loop|chance of rework loop|rework %|nacharbeitsrisiko|wahrscheinlichkeit nacharbeit"),
  BF_FIELD (BfCycle, estimate_class, INTEGER, N_ ("Estimate class"), "",
            N_ ("AACE 1 (sure) to 5 (rough): widens single values of this row only"), .min = 1, .max = 5,
            .synonyms = "aace class|aace|schätzklasse"),
  BF_FIELD (BfCycle, basis, TEXT, N_ ("Basis"), "", "", .synonyms = "source|grundlage|quelle|based on|herkunft"),
  BF_FIELD (BfCycle, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_cycle_record = {
  .kind = BF_CYCLE,
  .table = "cycle",
  .label = N_ ("Qualification cycle"),
  .plural = N_ ("Qualification"),
  .synonyms =
      "qualification|qualification cycles|cycles|qualifizierung|validation|qualification estimates|qualifizierungen|validierung|qualifizierungszyklen",
  .size = sizeof (BfCycle),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
