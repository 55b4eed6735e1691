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

static const BfField fields[] = {
  { .column = "key",
    .label = N_ ("Team"),
                 .kind = BF_KIND_TEXT,
                 .offset = G_STRUCT_OFFSET (BfTeam, row.key),
                 .unit = "",
                 .help = N_ ("What people call it; unique in its list"),
                             .target = BF_NO_RECORD,
                             .required = TRUE,
                             .synonyms = "key|id|team key" },
    { .column = "name",
      .label = N_ ("Name"),
                   .kind = BF_KIND_TEXT,
                   .offset = G_STRUCT_OFFSET (BfTeam, name),
                   .unit = "",
                   .help = "",
                   .target = BF_NO_RECORD,
                   .synonyms = "team name|bezeichnung" },
      { .column = "kind",
        .label = N_ ("Kind"),
                     .kind = BF_KIND_CHOICE,
                     .offset = G_STRUCT_OFFSET (BfTeam, kind),
                     .unit = "",
                     .help = "",
                     .choices = kinds,
                     .target = BF_NO_RECORD,
                     .synonyms = "type|art" },
        { .column = "skill",
          .label = N_ ("Skill"),
                       .kind = BF_KIND_CHOICE,
                       .offset = G_STRUCT_OFFSET (BfTeam, skill),
                       .unit = "",
                       .help = "",
                       .choices = skills,
                       .target = BF_NO_RECORD,
                       .synonyms = "role|fähigkeit|rolle" },
          { .column = "remark",
            .label = N_ ("Remark"),
                         .kind = BF_KIND_TEXT,
                         .offset = G_STRUCT_OFFSET (BfTeam, remark),
                         .unit = "",
                         .help = "",
                         .target = BF_NO_RECORD,
                         .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar" },
        };

const BfRecord bf_team_record = {
  .kind = BF_TEAM,
  .table = "team",
  .label = N_ ("Team"),
               .plural = N_ ("Teams"),
                             .synonyms = "teams|resources|crews|mannschaften",
                             .size = sizeof (BfTeam),
                             .fields = fields,
                             .n_fields = G_N_ELEMENTS (fields),
               };
