/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-team.h"

#include <glib/gi18n-lib.h>

static const BfChoice kinds[] = {
  { "internal", NULL, "own|intern" },
  { "external", NULL, "contractor|extern" },
  { NULL, NULL, NULL },
};

static const BfChoice skills[] = {
  { "controls", NULL, NULL },
  { "applications", NULL, NULL },
  { "infrastructure", NULL, NULL },
  { "validation", NULL, NULL },
  { "quality", NULL, NULL },
  { "equipment", NULL, NULL },
  { "key users", NULL, NULL },
  { "first article", NULL, NULL },
  { "special processes", NULL, NULL },
  { "laboratory", NULL, NULL },
  { "maintenance", NULL, NULL },
  { "integrator", NULL, NULL },
  { NULL, NULL, NULL },
};

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfTeam, "key", N_ ("Team"), "key|id|team key|team id|team code|mannschaft|kürzel|code?"),
  BF_FIELD (BfTeam, name, TEXT, N_ ("Name"), "", "", .synonyms = "team name|bezeichnung|teamname|description?"),
  BF_FIELD (BfTeam, kind, CHOICE, N_ ("Kind"), "", "", .choices = kinds, .synonyms = "type|art|internal / external|intern / extern|internal or external"),
  BF_FIELD (BfTeam, skill, CHOICE, N_ ("Skill"), "", "", .choices = skills,
            .synonyms = "role|fähigkeit|rolle|discipline|fachgebiet|gewerk|kompetenz"),
  BF_FIELD (BfTeam, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_team_record = {
  .kind = BF_TEAM,
  .table = "team",
  .label = N_ ("Team"),
  .plural = N_ ("Teams"),
  .synonyms = "teams|resources|crews|mannschaften|team|ressourcen|people|personal",
  .size = sizeof (BfTeam),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
