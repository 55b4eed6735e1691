/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-area.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfArea, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung|area id|area key|bereichsnummer|kürzel"),
  BF_FIELD (BfArea, name, TEXT, N_ ("Name"), "", "", .required = TRUE,
            .synonyms = "area|bereich|bezeichnung|area name|bereichsname|name des bereichs|description?|beschreibung?"),
  BF_FIELD (BfArea, lines, INTEGER, N_ ("Lines"), "", "", .min = 0, .max = 10000,
            .synonyms = "linien|number of lines|anzahl linien"),
  BF_FIELD (BfArea, people, INTEGER, N_ ("People"), "", "", .min = 0, .max = 1000000,
            .synonyms = "employees|mitarbeiter|personen|headcount|anzahl mitarbeiter"),
  BF_FIELD (BfArea, shift_pattern, TEXT, N_ ("Shift pattern"), "", "",
            .synonyms = "shifts|schichtmodell|schichten"),
  BF_FIELD (BfArea, downtime_cost_h, MONEY, N_ ("Cost of one stopped hour"), "currency", "",
            .min = 0, .max = 10000000000,
            .synonyms = "downtime cost per hour|kosten je stillstandsstunde|downtime cost|stillstandskosten|kosten einer stillstandsstunde|cost per stopped hour"),
  BF_FIELD (BfArea, owner, TEXT, N_ ("Owner"), "", "", .synonyms = "verantwortlich|eigentümer|area owner|bereichsleiter|bereichsleitung|leiter"),
  BF_FIELD (BfArea, scope, TEXT, N_ ("Scope"), "", "", .synonyms = "umfang"),
  BF_FIELD (BfArea, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_area_record = {
  .kind = BF_AREA,
  .table = "area",
  .label = N_ ("Area"),
  .plural = N_ ("Areas"),
  .synonyms = "area|departments|bereiche|bereich|areas|produktionsbereiche",
  .size = sizeof (BfArea),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
