/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-capacity.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfCapacity, "key", N_ ("Key"), NULL),
  BF_LINK (BfCapacity, team, REFERENCE, TEAM, N_ ("Team"), "", .required = TRUE),
  BF_FIELD (BfCapacity, from_day, DAY, N_ ("From"), "", "", .required = TRUE,
            .synonyms = "start|von|valid from|from day|from date|ab|gültig ab|beginn|start date"),
  BF_FIELD (BfCapacity, to_day, DAY, N_ ("To"), "", N_ ("Last day, included"), .required = TRUE,
            .synonyms = "end|until|bis|valid to|to day|to date|ende|gültig bis|end date"),
  BF_FIELD (BfCapacity, capacity, NUMBER, N_ ("Capacity"), "person-days per working day", "",
            .min = 0, .max = 100000, .required = TRUE,
            .synonyms = "capacity [person-days per working day]|kapazität|persons|fte|people?|personen|vzä|verfügbare kapazität"),
  BF_FIELD (BfCapacity, day_rate, MONEY, N_ ("Day rate"), "currency", "", .min = 0, .max = 10000000,
            .synonyms = "rate|tagessatz|daily rate|rate per day|satz"),
  BF_FIELD (BfCapacity, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_capacity_record = {
  .kind = BF_CAPACITY,
  .table = "capacity",
  .label = N_ ("Capacity"),
  .plural = N_ ("Capacities"),
  .synonyms = "capacity|kapazität",
  .size = sizeof (BfCapacity),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
