/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-plant.h"

#include "bf-choices.h"

#include <glib/gi18n-lib.h>

static const BfChoice profiles[] = {
  BF_PROFILE_CHOICES,
  { NULL, NULL, NULL },
};

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfPlant, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung|plant key?|kurzzeichen|plant id|werksnummer|werkskennung"),
  BF_FIELD (BfPlant, name, TEXT, N_ ("Name"), "", "", .required = TRUE,
            .synonyms = "plant|site|werk|standort|plant name|site name|werksname"),
  BF_FIELD (BfPlant, location, TEXT, N_ ("Location"), "", "", .synonyms = "country|ort|land|address?"),
  BF_FIELD (BfPlant, currency, TEXT, N_ ("Currency"), "",
            N_ ("ISO 4217 code; every amount of the plan is in it"), .synonyms = "währung|plant currency"),
  BF_FIELD (BfPlant, profile, CHOICE, N_ ("Industry profile"), "", "", .choices = profiles,
            .synonyms = "profile|profil|industry|branche|branchenprofil"),
  BF_FIELD (BfPlant, employees, INTEGER, N_ ("Employees"), "", "", .min = 0, .max = 1000000,
            .synonyms = "people|headcount|mitarbeiter|number of employees|beschäftigte"),
  BF_FIELD (BfPlant, lines, INTEGER, N_ ("Production lines"), "", "", .min = 0, .max = 10000,
            .synonyms = "lines|linien|produktionslinien"),
  BF_FIELD (BfPlant, machines, INTEGER, N_ ("Machines"), "", "", .min = 0, .max = 100000,
            .synonyms = "maschinen|number of machines|anzahl maschinen"),
  BF_FIELD (BfPlant, working_week, TEXT, N_ ("Working week"), "",
            N_ ("First and last working day, such as Mon-Fri"),
            .synonyms = "arbeitswoche|working days"),
  BF_FIELD (BfPlant, holidays, TEXT, N_ ("Public holidays"), "",
            N_ ("The region whose public holidays are free"),
            .synonyms = "holidays|holiday region|feiertage|feiertagsregion|bundesland?|region?"),
  BF_FIELD (BfPlant, start, DAY, N_ ("Planning start"), "", "",
            .synonyms = "start|plan start|planungsbeginn|start of planning|planning from|planstart|beginn der planung"),
  BF_FIELD (BfPlant, horizon_years, INTEGER, N_ ("Horizon"), "years", "", .min = 1, .max = 30,
            .synonyms = "planning horizon|horizont|planungshorizont"),
  BF_FIELD (BfPlant, downtime_cost_h, MONEY, N_ ("Cost of one stopped hour"), "currency", "",
            .min = 0, .max = 10000000000,
            .synonyms = "downtime cost per hour|cost of downtime per hour|kosten je stillstandsstunde|downtime cost|stillstandskosten|kosten einer stillstandsstunde|cost per stopped hour"),
  BF_FIELD (BfPlant, planned_stop_factor, NUMBER, N_ ("Planned to unplanned stop factor"), "",
            N_ ("What a planned stopped hour costs of an unplanned one"), .min = 0, .max = 1,
            .synonyms = "planned stop factor|faktor geplanter stillstand"),
  BF_FIELD (BfPlant, internal_day_rate, MONEY, N_ ("Internal day rate"), "currency", "", .min = 0,
            .max = 10000000, .synonyms = "interner tagessatz|tagessatz intern"),
  BF_FIELD (BfPlant, external_day_rate, MONEY, N_ ("External day rate"), "currency", "", .min = 0,
            .max = 10000000, .synonyms = "externer tagessatz|tagessatz extern"),
  BF_FIELD (BfPlant, discount_rate, PERCENT, N_ ("Discount rate"), "%", "", .min = 0, .max = 1,
            .synonyms = "kalkulationszins|interest rate|wacc|zinssatz|kalkulationszinssatz"),
  BF_FIELD (BfPlant, max_cutovers, INTEGER, N_ ("Cutovers per window and area (max)"), "", "",
            .min = 1, .max = 1000, .synonyms = "cutovers per window and area|cutovers per window|max cutovers|umschaltungen je fenster"),
  BF_FIELD (BfPlant, catalogue_factor, NUMBER, N_ ("Catalogue currency factor"), "",
            N_ ("Catalogue money in USD times this gives money of the plant"), .min = 0.0001,
            .max = 1000000),
  BF_FIELD (BfPlant, obsolescence_threshold, NUMBER, N_ ("Obsolescence threshold"), "", "",
            .min = 0, .max = 100),
  BF_FIELD (BfPlant, debt_threshold, NUMBER, N_ ("Debt threshold"), "", "", .min = 0, .max = 1000),
  BF_FIELD (BfPlant, restore_test_months, INTEGER, N_ ("Restore test months"), "months", "",
            .min = 1, .max = 600),
  BF_FIELD (BfPlant, rehearsals, INTEGER, N_ ("Rehearsals"), "", "", .min = 0, .max = 20),
  BF_FIELD (BfPlant, buffer, YESNO, N_ ("Buffer before cutovers"), "",
            N_ ("Free days between the work and its cutover; without them every second window is missed"),
            .synonyms = "buffer|buffer before cutover|cutover buffer|puffer|puffer vor umschaltungen"),
  BF_FIELD (BfPlant, it_tail, YESNO, N_ ("Tail of IT projects"), "",
            N_ ("The simulation lets a few steps with software cost several times as much, as surveys found"),
            .synonyms = "it tail|cost tail|kostenausreißer|ausreißer der it-kosten"),
  BF_FIELD (BfPlant, prepared_by, TEXT, N_ ("Prepared by"), "", "",
            .synonyms = "author|erstellt von|bearbeiter"),
  BF_FIELD (BfPlant, status_date, DAY, N_ ("Status date"), "", "",
            .synonyms = "as of|stand|stichtag|data as of"),
  BF_FIELD (BfPlant, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_plant_record = {
  .kind = BF_PLANT,
  .table = "plant",
  .label = N_ ("Plant"),
  .plural = N_ ("Plant"),
  .synonyms = "site|plants|werk|standort|werksdaten|site data|plant data|stammdaten",
  .size = sizeof (BfPlant),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
