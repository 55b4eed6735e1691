/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-system.h"

#include <glib/gi18n-lib.h>

static const BfChoice types[] = {
  { "MES", NULL, "manufacturing execution system|manufacturing execution" },
  { "ERP", NULL, "enterprise resource planning" },
  { "PLM", NULL, "product lifecycle management" },
  { "QMS", NULL, "eqms|quality management system" },
  { "LIMS", NULL, "laboratory information system" },
  { "SCADA", NULL, "supervision" },
  { "HMI", NULL, "operator panel|panel|operator station" },
  { "DCS", NULL, "distributed control system|process control system|pls" },
  { "PLC", NULL, "controller|sps" },
  { "CNC/DNC", NULL, "cnc|dnc|machine tool" },
  { "Historian", NULL, "data historian" },
  { "CMMS", NULL, "eam|maintenance management" },
  { "APS", NULL, "planning|advanced planning" },
  { "WMS", NULL, "warehouse|lagerverwaltung" },
  { "BMS", NULL, "building management|glt|ems|facility" },
  { "Data platform", NULL, "data lake|platform|datenplattform" },
  { "Network", NULL, "netz|netzwerk" },
  { "Bespoke integration",
    NULL,
    "bespoke|integration|middleware|interface|schnittstelle|bespoke link" },
  { "Spreadsheet/Access tool", NULL, "spreadsheet|excel|access|tabelle|spreadsheet tool" },
  { "Instrument", NULL, "test equipment|messgerät|analyser|analyzer" },
  { "Other", NULL, "sonstige|misc|andere" },
  { NULL, NULL, NULL },
};

static const BfChoice levels[] = {
  { "0", NULL, NULL },   { "1", NULL, NULL }, { "2", NULL, NULL }, { "3", NULL, NULL },
  { "3.5", NULL, NULL }, { "4", NULL, NULL }, { "5", NULL, NULL }, { NULL, NULL, NULL },
};

static const BfChoice eos[] = {
  { "vendor notice", NULL, NULL },
  { "vendor page", NULL, NULL },
  { "guess", NULL, NULL },
  { NULL, NULL, NULL },
};

static const BfChoice spares[] = {
  { "stock and market", NULL, "stock & market|lager und markt" },
  { "stock only", NULL, "nur lager|own stock" },
  { "second-hand only", NULL, "second hand only|nur gebraucht|used only" },
  { "none", NULL, "keine|no" },
  { NULL, NULL, NULL },
};

static const BfChoice gamp[] = {
  { "1", NULL, "cat 1|category 1|kategorie 1" },
  { "3", NULL, "cat 3|category 3|kategorie 3" },
  { "4", NULL, "cat 4|category 4|kategorie 4" },
  { "5", NULL, "cat 5|category 5|kategorie 5" },
  { "n/a", NULL, "na|none|not applicable|-|entfällt" },
  { NULL, NULL, NULL },
};

static const BfChoice impacts[] = {
  { "GxP direct", NULL, "gxp-direct|gmp direct" },
  { "GxP indirect", NULL, "gxp-indirect|gmp indirect" },
  { "AS9100 / AS9102", NULL, "as9100|as9102|as9100/as9102" },
  { "Nadcap process", NULL, "nadcap" },
  { "IATF / PPAP", NULL, "iatf|ppap|iatf/ppap" },
  { "ISO 13485", NULL, NULL },
  { "safety", NULL, "sicherheit" },
  { "none", NULL, "no|keine|-" },
  { NULL, NULL, NULL },
};

static const BfChoice states[] = {
  { "validated", NULL, "validiert|qualified" },
  { "partly", NULL, "partial|teilweise|partly validated" },
  { "legacy, no file", NULL, "legacy no file|no file|keine akte" },
  { "not needed", NULL, "not required|nicht nötig|n/a" },
  { NULL, NULL, NULL },
};

static const BfChoice redundancy[] = {
  { "none", NULL, "no|keine" },
  { "cold spare", NULL, "cold|kalt|cold standby" },
  { "warm", NULL, "warm standby" },
  { "hot", NULL, "hot standby|heiß" },
  { NULL, NULL, NULL },
};

static const BfChoice time_classes[] = {
  { "Tolerate", NULL, NULL },  { "Invest", NULL, NULL }, { "Migrate", NULL, NULL },
  { "Eliminate", NULL, NULL }, { NULL, NULL, NULL },
};

static const BfChoice r7[] = {
  { "Retain", NULL, "keep|behalten" },
  { "Encapsulate", NULL, "wrap|kapseln" },
  { "Rehost", NULL, "lift|lift and shift" },
  { "Replatform", NULL, NULL },
  { "Refactor", NULL, NULL },
  { "Rearchitect / rebuild", NULL, "rearchitect|rebuild|re-architect|neu bauen" },
  { "Replace", NULL, "repurchase|ersetzen" },
  { "Retire", NULL, "stilllegen|decommission" },
  { NULL, NULL, NULL },
};

static const BfChoice conf[] = {
  { "measured", NULL, "gemessen" },
  { "documented", NULL, "dokumentiert" },
  { "interview", NULL, "befragung" },
  { "guess", NULL, "schätzung|estimate" },
  { NULL, NULL, NULL },
};

static const BfChoice interim[] = {
  { "runs", NULL, "run|läuft" },
  { "quarantine", NULL, "quarantäne" },
  { "stops", NULL, "stop|steht" },
  { NULL, NULL, NULL },
};

static const BfField fields[] = {
  { .column = "system_id",
    .label = N_ ("Unique id"),
                 .kind = BF_KIND_TEXT,
                 .offset = G_STRUCT_OFFSET (BfSystem, row.key),
                 .unit = "",
                 .help = N_ ("What people call it; unique in its list"),
                             .target = BF_NO_RECORD,
                             .required = TRUE,
                             .synonyms = "id|key|system id|system|system key|asset id|asset "
                                         "no|asset number|code|systemnummer|kennung|schlüssel" },
    { .column = "name",
      .label = N_ ("Name"),
                   .kind = BF_KIND_TEXT,
                   .offset = G_STRUCT_OFFSET (BfSystem, name),
                   .unit = "",
                   .help = "",
                   .target = BF_NO_RECORD,
                   .required = TRUE,
                   .synonyms = "system name|systemname|bezeichnung|description" },
      { .column = "type",
        .label = N_ ("System type"),
                     .kind = BF_KIND_CHOICE,
                     .offset = G_STRUCT_OFFSET (BfSystem, type),
                     .unit = "",
                     .help = "",
                     .choices = types,
                     .target = BF_NO_RECORD,
                     .synonyms = "type|typ|systemtyp|kind|art" },
        { .column = "serves_as",
          .label = N_ ("Serves as"),
              .kind = BF_KIND_TEXT,
              .offset = G_STRUCT_OFFSET (BfSystem, serves_as),
              .unit = "",
              .help = N_ ("What a home-made tool, a bespoke link or an Other system does for the plant"),
                  .target = BF_NO_RECORD,
                  .synonyms = "serves|dient als" },
          { .column = "isa95_level",
            .label = N_ ("ISA-95 level"),
                         .kind = BF_KIND_CHOICE,
                         .offset = G_STRUCT_OFFSET (BfSystem, isa95_level),
                         .unit = "",
                         .help = "",
                         .choices = levels,
                         .target = BF_NO_RECORD,
                         .synonyms = "level|isa 95 level|isa95|isa-95|ebene|purdue level" },
            { .column = "area",
              .label = N_ ("Area / line"),
                  .kind = BF_KIND_REFERENCES,
                  .offset = G_STRUCT_OFFSET (BfSystem, area),
                  .unit = "",
                  .help = N_ ("all: the whole site; several are separated by comma or semicolon"),
                              .target = BF_AREA,
                              .synonyms = "area|line|areas|bereich|bereich / linie|linie" },
              { .column = "vendor",
                .label = N_ ("Vendor"),
                             .kind = BF_KIND_TEXT,
                             .offset = G_STRUCT_OFFSET (BfSystem, vendor),
                             .unit = "",
                             .help = "",
                             .target = BF_NO_RECORD,
                             .synonyms = "manufacturer|supplier|hersteller|lieferant" },
                { .column = "product",
                  .label = N_ ("Product / model"),
                               .kind = BF_KIND_TEXT,
                               .offset = G_STRUCT_OFFSET (BfSystem, product),
                               .unit = "",
                               .help = "",
                               .target = BF_NO_RECORD,
                               .synonyms = "product|model|produkt|modell" },
                  { .column = "version",
                    .label = N_ ("Version / firmware"),
                                 .kind = BF_KIND_TEXT,
                                 .offset = G_STRUCT_OFFSET (BfSystem, version),
                                 .unit = "",
                                 .help = "",
                                 .target = BF_NO_RECORD,
                                 .synonyms = "version|firmware|release" },
                    { .column = "os",
                      .label = N_ ("Operating system"),
                                   .kind = BF_KIND_TEXT,
                                   .offset = G_STRUCT_OFFSET (BfSystem, os),
                                   .unit = "",
                                   .help = "",
                                   .target = BF_NO_RECORD,
                                   .synonyms = "os|betriebssystem" },
                      { .column = "install_year",
                        .label = N_ ("Install year"),
                                     .kind = BF_KIND_INTEGER,
                                     .offset = G_STRUCT_OFFSET (BfSystem, install_year),
                                     .unit = "",
                                     .help = "",
                                     .target = BF_NO_RECORD,
                                     .min = 1950,
                                     .max = 2200,
                                     .synonyms =
                                         "year|installed|installed in|baujahr|installationsjahr" },
                        { .column = "eos_date",
                          .label = N_ ("End of vendor support"),
                                       .kind = BF_KIND_DAY,
                                       .offset = G_STRUCT_OFFSET (BfSystem, eos_date),
                                       .unit = "",
                                       .help = "",
                                       .target = BF_NO_RECORD,
                                       .synonyms = "end of support|support ends|eos|eol|end of "
                                                   "life|supportende|ende des "
                                                   "herstellersupports|vendor support ends" },
                          { .column = "eos_confidence",
                            .label = N_ ("How sure is that date"),
                                         .kind = BF_KIND_CHOICE,
                                         .offset = G_STRUCT_OFFSET (BfSystem, eos_confidence),
                                         .unit = "",
                                         .help = "",
                                         .choices = eos,
                                         .target = BF_NO_RECORD,
                                         .synonyms = "date confidence|sicherheit des datums" },
                            { .column = "spares",
                              .label = N_ ("Spare parts"),
                                           .kind = BF_KIND_CHOICE,
                                           .offset = G_STRUCT_OFFSET (BfSystem, spares),
                                           .unit = "",
                                           .help = "",
                                           .choices = spares,
                                           .target = BF_NO_RECORD,
                                           .synonyms = "spares|ersatzteile" },
                              { .column = "experts",
                                .label = N_ ("People able to maintain it"),
                                             .kind = BF_KIND_INTEGER,
                                             .offset = G_STRUCT_OFFSET (BfSystem, experts),
                                             .unit = "",
                                             .help = "",
                                             .target = BF_NO_RECORD,
                                             .min = 0,
                                             .max = 100000,
                                             .synonyms =
                                                 "experts|people|maintainers|wartungskundige" },
                                { .column = "gamp_category",
                                  .label = N_ ("GAMP category"),
                                               .kind = BF_KIND_CHOICE,
                                               .offset = G_STRUCT_OFFSET (BfSystem, gamp_category),
                                               .unit = "",
                                               .help = "",
                                               .choices = gamp,
                                               .target = BF_NO_RECORD,
                                               .synonyms =
                                                   "gamp|gamp cat|gamp-kategorie|gamp kategorie" },
                                  { .column = "reg_impact",
                                    .label = N_ ("Regulatory impact"),
                                                 .kind = BF_KIND_CHOICES,
                                                 .offset = G_STRUCT_OFFSET (BfSystem, reg_impact),
                                                 .unit = "",
                                                 .help = "",
                                                 .choices = impacts,
                                                 .target = BF_NO_RECORD,
                                                 .synonyms = "regulation|regulations|impact|"
                                                             "regulatorische relevanz" },
                                    { .column = "validated_state",
                                      .label = N_ ("Validation state"),
                                                   .kind = BF_KIND_CHOICE,
                                                   .offset =
                                                       G_STRUCT_OFFSET (BfSystem, validated_state),
                                                   .unit = "",
                                                   .help = "",
                                                   .choices = states,
                                                   .target = BF_NO_RECORD,
                                                   .synonyms = "validated|validierungsstatus" },
                                      { .column = "last_review",
                                        .label = N_ ("Last periodic review"),
                                            .kind = BF_KIND_DAY,
                                            .offset = G_STRUCT_OFFSET (BfSystem, last_review),
                                            .unit = "",
                                            .help = "",
                                            .target = BF_NO_RECORD,
                                            .synonyms =
                                                "last review|periodic review|letzte überprüfung" },
                                        { .column = "part_or_process_count",
                                          .label =
                                              N_ ("Active part numbers or processes tied to it"),
                                                  .kind = BF_KIND_INTEGER,
                                                  .offset = G_STRUCT_OFFSET (BfSystem,
                                                                             part_or_process_count),
                                                  .unit = "",
                                                  .help = "",
                                                  .target = BF_NO_RECORD,
                                                  .min = 0,
                                                  .max = 10000000,
                                                  .synonyms =
                                                      "part numbers|processes|parts|teilenummern" },
                                          { .column = "business_criticality",
                                            .label = N_ ("Business criticality 1-5"),
                                                         .kind = BF_KIND_INTEGER,
                                                         .offset = G_STRUCT_OFFSET (
                                                             BfSystem, business_criticality),
                                                         .unit = "",
                                                         .help = "",
                                                         .target = BF_NO_RECORD,
                                                         .min = 1,
                                                         .max = 5,
                                                         .synonyms = "criticality|business "
                                                                     "criticality|kritikalität" },
                                            { .column = "redundancy",
                                              .label = N_ ("Redundancy"),
                                                           .kind = BF_KIND_CHOICE,
                                                           .offset = G_STRUCT_OFFSET (BfSystem,
                                                                                      redundancy),
                                                           .unit = "",
                                                           .help = "",
                                                           .choices = redundancy,
                                                           .target = BF_NO_RECORD,
                                                           .synonyms = "redundanz" },
                                              { .column = "backup_tested",
                                                .label =
                                                    N_ ("Last restore test"),
                                                        .kind = BF_KIND_DAY,
                                                        .offset = G_STRUCT_OFFSET (BfSystem,
                                                                                   backup_tested),
                                                        .unit = "",
                                                        .help = "",
                                                        .target = BF_NO_RECORD,
                                                        .synonyms = "restore test|backup "
                                                                    "tested|letzter restore-test" },
                                                { .column = "downtime_cost_h",
                                                  .label = N_ ("Cost of one stopped hour"),
                                                      .kind = BF_KIND_MONEY,
                                                      .offset = G_STRUCT_OFFSET (BfSystem,
                                                                                 downtime_cost_h),
                                                      .unit = "currency",
                                                      .help = "",
                                                      .target = BF_NO_RECORD,
                                                      .min = 0,
                                                      .max = 10000000000,
                                                      .synonyms =
                                                          "downtime cost per hour|downtime "
                                                          "cost|cost of downtime per hour|cost per "
                                                          "stopped hour|kosten einer "
                                                          "stillstandsstunde|kosten je "
                                                          "stillstandsstunde|stillstandskosten" },
                                                  { .column = "max_stop_h",
                                                    .label = N_ ("Longest stop bearable without a shutdown"),
                                                        .kind = BF_KIND_NUMBER,
                                                        .offset =
                                                            G_STRUCT_OFFSET (BfSystem, max_stop_h),
                                                        .unit = "h",
                                                        .help = "",
                                                        .target = BF_NO_RECORD,
                                                        .min = 0,
                                                        .max = 100000,
                                                        .synonyms = "longest bearable stop|max "
                                                                    "stop|längster stillstand" },
                                                    { .column = "next_window",
                                                      .label =
                                                          N_ ("Next planned shutdown"),
                                                              .kind = BF_KIND_TEXT,
                                                              .offset = G_STRUCT_OFFSET (
                                                                  BfSystem, next_window),
                                                              .unit = "",
                                                              .help = "",
                                                              .target = BF_NO_RECORD,
                                                              .synonyms =
                                                                  "next window|next "
                                                                  "shutdown|nächster stillstand" },
                                                      { .column = "rto_h",
                                                        .label = N_ ("Recovery time when it fails"),
                                                            .kind = BF_KIND_NUMBER,
                                                            .offset =
                                                                G_STRUCT_OFFSET (BfSystem, rto_h),
                                                            .unit = "h",
                                                            .help = "",
                                                            .target = BF_NO_RECORD,
                                                            .min = 0,
                                                            .max = 100000,
                                                            .synonyms =
                                                                "recovery "
                                                                "time|rto|wiederanlaufzeit|mttr" },
                                                        { .column = "incidents_12m",
                                                          .label = N_ ("Incidents in 12 months"),
                                                              .kind = BF_KIND_INTEGER,
                                                              .offset = G_STRUCT_OFFSET (
                                                                  BfSystem, incidents_12m),
                                                              .unit = "",
                                                              .help = "",
                                                              .target = BF_NO_RECORD,
                                                              .min = 0,
                                                              .max = 1000000,
                                                              .synonyms = "incidents|incidents "
                                                                          "12m|störungen|störungen "
                                                                          "in 12 monaten" },
                                                          { .column = "owner_business",
                                                            .label = N_ ("Business owner"),
                                                                .kind = BF_KIND_TEXT,
                                                                .offset = G_STRUCT_OFFSET (
                                                                    BfSystem, owner_business),
                                                                .unit = "",
                                                                .help = "",
                                                                .target = BF_NO_RECORD,
                                                                .synonyms =
                                                                    "owner|process "
                                                                    "owner|fachlicher "
                                                                    "eigentümer|verantwortlicher" },
                                                            { .column = "owner_technical",
                                                              .label = N_ ("Technical owner"),
                                                                  .kind = BF_KIND_TEXT,
                                                                  .offset = G_STRUCT_OFFSET (
                                                                      BfSystem, owner_technical),
                                                                  .unit = "",
                                                                  .help = "",
                                                                  .target = BF_NO_RECORD,
                                                                  .synonyms =
                                                                      "system owner|technischer "
                                                                      "eigentümer" },
                                                              { .column = "run_cost_year",
                                                                .label = N_ ("Run cost per year"),
                                                                    .kind = BF_KIND_MONEY,
                                                                    .offset = G_STRUCT_OFFSET (
                                                                        BfSystem, run_cost_year),
                                                                    .unit = "currency",
                                                                    .help = "",
                                                                    .target = BF_NO_RECORD,
                                                                    .min = 0,
                                                                    .max = 1000000000000,
                                                                    .synonyms =
                                                                        "run cost|yearly "
                                                                        "cost|annual "
                                                                        "cost|betriebskosten|"
                                                                        "betriebskosten pro jahr" },
                                                                { .column = "time_class",
                                                                  .label = N_ ("TIME class"),
                                                                      .kind = BF_KIND_CHOICE,
                                                                      .offset = G_STRUCT_OFFSET (
                                                                          BfSystem, time_class),
                                                                      .unit = "",
                                                                      .help = "",
                                                                      .choices = time_classes,
                                                                      .target = BF_NO_RECORD,
                                                                      .synonyms = "time" },
                                                                  { .column = "disposition",
                                                                    .label = N_ ("7R decision"),
                                                                        .kind = BF_KIND_CHOICE,
                                                                        .offset = G_STRUCT_OFFSET (
                                                                            BfSystem, disposition),
                                                                        .unit = "",
                                                                        .help = "",
                                                                        .choices = r7,
                                                                        .target = BF_NO_RECORD,
                                                                        .synonyms =
                                                                            "7r|disposition|"
                                                                            "decision|"
                                                                            "entscheidung" },
                                                                    { .column = "kept_until",
                                                                      .label = N_ ("Kept until"),
                                                                          .kind = BF_KIND_DAY,
                                                                          .offset =
                                                                              G_STRUCT_OFFSET (
                                                                                  BfSystem,
                                                                                  kept_until),
                                                                          .unit = "",
                                                                          .help = "",
                                                                          .target = BF_NO_RECORD,
                                                                          .synonyms =
                                                                              "behalten bis" },
                                                                      { .column = "kept_by",
                                                                        .label = N_ ("Kept by"),
                                                                            .kind = BF_KIND_TEXT,
                                                                            .offset =
                                                                                G_STRUCT_OFFSET (
                                                                                    BfSystem,
                                                                                    kept_by),
                                                                            .unit = "",
                                                                            .help = "",
                                                                            .target = BF_NO_RECORD,
                                                                            .synonyms =
                                                                                "keep "
                                                                                "decision|behalten "
                                                                                "durch" },
                                                                        { .column = "evidence",
                                                                          .label = N_ ("Evidence link"),
                                                                              .kind = BF_KIND_TEXT,
                                                                              .offset =
                                                                                  G_STRUCT_OFFSET (
                                                                                      BfSystem,
                                                                                      evidence),
                                                                              .unit = "",
                                                                              .help = "",
                                                                              .target =
                                                                                  BF_NO_RECORD,
                                                                              .synonyms =
                                                                                  "evidence|"
                                                                                  "nachweis" },
                                                                          { .column = "confidence",
                                                                            .label = N_ ("Data confidence"),
                                                                                .kind =
                                                                                    BF_KIND_CHOICE,
                                                                                .offset =
                                                                                    G_STRUCT_OFFSET (
                                                                                        BfSystem,
                                                                                        confidence),
                                                                                .unit = "",
                                                                                .help = "",
                                                                                .choices = conf,
                                                                                .target =
                                                                                    BF_NO_RECORD,
                                                                                .synonyms =
                                                                                    "confidence|"
                                                                                    "datenqualitä"
                                                                                    "t" },
                                                                            { .column = "units",
                                                                              .label = N_ ("Units"),
                                                                                  .kind =
                                                                                      BF_KIND_INTEGER,
                                                                                  .offset =
                                                                                      G_STRUCT_OFFSET (
                                                                                          BfSystem,
                                                                                          units),
                                                                                  .unit = "",
                                                                                  .help = "",
                                                                                  .target =
                                                                                      BF_NO_RECORD,
                                                                                  .min = 1,
                                                                                  .max = 100000,
                                                                                  .synonyms =
                                                                                      "quantity|"
                                                                                      "qty|anzahl|"
                                                                                      "stück" },
                                                                              { .column = "zone",
                                                                                .label = N_ ("Network zone"),
                                                                                    .kind =
                                                                                        BF_KIND_TEXT,
                                                                                    .offset =
                                                                                        G_STRUCT_OFFSET (
                                                                                            BfSystem,
                                                                                            zone),
                                                                                    .unit = "",
                                                                                    .help = "",
                                                                                    .target =
                                                                                        BF_NO_RECORD,
                                                                                    .synonyms =
                                                                                        "zone|"
                                                                                        "netzzon"
                                                                                        "e" },
                                                                                { .column =
                                                                                      "interim_"
                                                                                      "operation",
                                                                                  .label = N_ ("Interim operation"),
                                                                                      .kind =
                                                                                          BF_KIND_CHOICE,
                                                                                      .offset = G_STRUCT_OFFSET (
                                                                                          BfSystem,
                                                                                          interim_operation),
                                                                                      .unit = "",
                                                                                      .help = "",
                                                                                      .choices =
                                                                                          interim,
                                                                                      .target =
                                                                                          BF_NO_RECORD,
                                                                                      .synonyms =
                                                                                          "interi"
                                                                                          "m" },
                                                                                  { .column =
                                                                                        "remark",
                                                                                    .label = N_ ("Remark"),
                                                                                        .kind =
                                                                                            BF_KIND_TEXT,
                                                                                        .offset = G_STRUCT_OFFSET (
                                                                                            BfSystem,
                                                                                            remark),
                                                                                        .unit = "",
                                                                                        .help = "",
                                                                                        .target =
                                                                                            BF_NO_RECORD,
                                                                                        .synonyms =
                                                                                            "remark"
                                                                                            "s|"
                                                                                            "commen"
                                                                                            "t|"
                                                                                            "commen"
                                                                                            "ts|"
                                                                                            "note|"
                                                                                            "notes|"
                                                                                            "bemerk"
                                                                                            "ung|"
                                                                                            "kommen"
                                                                                            "tar" },
                                                                                };

const BfRecord bf_system_record = {
  .kind = BF_SYSTEM,
  .table = "system",
  .label = N_ ("System"),
               .plural = N_ ("Systems"),
                             .synonyms =
                                 "systems|system|inventory|system "
                                 "inventory|systemliste|assets|legacy system register|inventar",
                             .size = sizeof (BfSystem),
                             .fields = fields,
                             .n_fields = G_N_ELEMENTS (fields),
               };
