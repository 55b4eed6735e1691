/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-system.h"

#include "bf-choices.h"

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
  BF_GAMP_CHOICES,
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

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfSystem, "system_id", N_ ("Unique id"),
            "id|key|system id|system?|system key|asset id|asset no|asset number|code|systemnummer|kennung|schlüssel|system no|system code|asset|equipment no|equipment id|inventory no|inventarnummer|system-nr|system-id|nr?|no?|tag"),
  BF_FIELD (BfSystem, name, TEXT, N_ ("Name"), "", "", .required = TRUE,
            .synonyms = "system name|systemname|bezeichnung|system designation|name des systems|asset name|benennung|description?|beschreibung?|system?|anlage?"),
  BF_FIELD (BfSystem, type, CHOICE, N_ ("System type"), "", "", .choices = types,
            .synonyms = "type|typ|systemtyp|kind|art|system kind|asset type|systemart|kategorie?|category?"),
  BF_FIELD (BfSystem, serves_as, TEXT, N_ ("Serves as"), "",
            N_ ("What a home-made tool, a bespoke link or an Other system does for the plant"),
            .synonyms = "serves|dient als|used as|genutzt als"),
  BF_FIELD (BfSystem, isa95_level, CHOICE, N_ ("ISA-95 level"), "", "", .choices = levels,
            .synonyms = "level|isa 95 level|isa95|isa-95|ebene|purdue level|isa-95-ebene|isa 95 ebene|isa-95-level|isa level|hierarchy level|automatisierungsebene"),
  BF_LINK (BfSystem, area, REFERENCES, AREA, N_ ("Area / line"),
            N_ ("all: the whole site; several are separated by comma or semicolon"),
            .synonyms = "area|areas|bereich|bereich / linie|area/line|department?|abteilung?|line?|linie?|location?|standort?|plant area|fertigungsbereich"),
  BF_FIELD (BfSystem, vendor, TEXT, N_ ("Vendor"), "", "",
            .synonyms = "manufacturer|supplier|hersteller|lieferant|make|supplier name|anbieter|brand"),
  BF_FIELD (BfSystem, product, TEXT, N_ ("Product / model"), "", "",
            .synonyms = "product|model|produkt|modell|product name|model name|produkt / modell|typbezeichnung?"),
  BF_FIELD (BfSystem, version, TEXT, N_ ("Version / firmware"), "", "",
            .synonyms = "version|firmware|release|software version|firmware version|sw version|versionsstand"),
  BF_FIELD (BfSystem, os, TEXT, N_ ("Operating system"), "", "", .synonyms = "os|betriebssystem|operating systems|os version|host os"),
  BF_FIELD (BfSystem, install_year, INTEGER, N_ ("Install year"), "", "", .min = 1950, .max = 2200,
            .synonyms = "year|installed|installed in|baujahr|installationsjahr|year installed|year of installation|installation year|commissioned|inbetriebnahme|jahr der inbetriebnahme|einbaujahr"),
  BF_FIELD (BfSystem, eos_date, DAY, N_ ("End of vendor support"), "", "",
            .synonyms = "end of support|support ends|eos|eol|end of life|supportende|ende des herstellersupports|vendor support ends|end of vendor support date|vendor support end|ende herstellersupport|herstellersupport bis|support bis|ende des supports|end-of-support|eos date|support end|support until|supported until|support ende"),
  BF_FIELD (BfSystem, eos_confidence, CHOICE, N_ ("How sure is that date"), "", "", .choices = eos,
            .synonyms = "date confidence|sicherheit des datums|eos confidence|wie sicher"),
  BF_FIELD (BfSystem, spares, CHOICE, N_ ("Spare parts"), "", "", .choices = spares,
            .synonyms = "spares|ersatzteile|spare part situation|ersatzteillage|ersatzteilsituation"),
  BF_FIELD (BfSystem, experts, INTEGER, N_ ("People able to maintain it"), "", "", .min = 0,
            .max = 100000, .synonyms = "experts|people|maintainers|wartungskundige|number of experts|fachkundige|people able to maintain|wissensträger"),
  BF_FIELD (BfSystem, gamp_category, CHOICE, N_ ("GAMP category"), "", "", .choices = gamp,
            .synonyms = "gamp|gamp cat|gamp-kategorie|gamp kategorie|gamp class|gamp 5 category|gamp-klasse"),
  BF_FIELD (BfSystem, reg_impact, CHOICES, N_ ("Regulatory impact"), "", "", .choices = impacts,
            .synonyms = "regulation|regulations|impact|regulatorische relevanz|gxp relevance|gmp relevance|gxp|gmp-relevanz|gxp-relevanz|gxp impact"),
  BF_FIELD (BfSystem, validated_state, CHOICE, N_ ("Validation state"), "", "", .choices = states,
            .synonyms = "validated|validierungsstatus|validation status|validierungszustand|qualification status|qualifizierungsstatus"),
  BF_FIELD (BfSystem, last_review, DAY, N_ ("Last periodic review"), "", "",
            .synonyms = "last review|periodic review|letzte überprüfung|last review date|letztes review|periodische überprüfung"),
  BF_FIELD (BfSystem, part_or_process_count, INTEGER,
            N_ ("Active part numbers or processes tied to it"), "", "", .min = 0, .max = 10000000,
            .synonyms = "part numbers|processes|parts|teilenummern|active processes tied to it|active part numbers tied to it|number of part numbers|anzahl teilenummern"),
  BF_FIELD (BfSystem, business_criticality, INTEGER, N_ ("Business criticality 1-5"), "", "",
            .min = 1, .max = 5, .synonyms = "criticality|business criticality|kritikalität|criticality 1-5|geschäftskritikalität|importance|bedeutung"),
  BF_FIELD (BfSystem, redundancy, CHOICE, N_ ("Redundancy"), "", "", .choices = redundancy,
            .synonyms = "redundanz|redundant|failover"),
  BF_FIELD (BfSystem, backup_tested, DAY, N_ ("Last restore test"), "", "",
            .synonyms = "restore test|backup tested|letzter restore-test|last backup test|backup test|letzter wiederherstellungstest|letzter backup-test"),
  BF_FIELD (BfSystem, downtime_cost_h, MONEY, N_ ("Cost of one stopped hour"), "currency", "",
            .min = 0, .max = 10000000000,
            .synonyms = "downtime cost per hour|downtime cost|cost of downtime per hour|cost per stopped hour|kosten einer stillstandsstunde|kosten je stillstandsstunde|stillstandskosten|downtime cost h|cost per hour of downtime|hourly downtime cost|kosten pro stillstandsstunde|ausfallkosten|ausfallkosten pro stunde|stillstandskosten pro stunde|kosten stillstand"),
  BF_FIELD (BfSystem, max_stop_h, NUMBER, N_ ("Longest stop bearable without a shutdown"), "h", "",
            .min = 0, .max = 100000,
            .synonyms = "longest bearable stop|max stop|längster stillstand|max tolerable stop|maximal tolerierbarer stillstand"),
  BF_FIELD (BfSystem, next_window, TEXT, N_ ("Next planned shutdown"), "", "",
            .synonyms = "next window|next shutdown|nächster stillstand"),
  BF_FIELD (BfSystem, rto_h, NUMBER, N_ ("Recovery time when it fails"), "h", "", .min = 0,
            .max = 100000, .synonyms = "recovery time|rto|wiederanlaufzeit|mttr|recovery time objective|time to recover|wiederherstellungszeit|recovery time (rto)"),
  BF_FIELD (BfSystem, incidents_12m, INTEGER, N_ ("Incidents in 12 months"), "", "", .min = 0,
            .max = 1000000,
            .synonyms = "incidents|incidents 12m|störungen|störungen in 12 monaten|incidents per year|failures 12 months|störungen pro jahr|ausfälle"),
  BF_FIELD (BfSystem, owner_business, TEXT, N_ ("Business owner"), "", "",
            .synonyms = "process owner|fachlicher eigentümer|verantwortlicher|fachverantwortlicher|fachverantwortliche|fachlich verantwortlich|prozesseigner|responsible|business responsible|owner?"),
  BF_FIELD (BfSystem, owner_technical, TEXT, N_ ("Technical owner"), "", "",
            .synonyms = "system owner|technischer eigentümer|technical responsible|it owner|technisch verantwortlich|technischer verantwortlicher|systemverantwortlicher|systemeigner"),
  BF_FIELD (BfSystem, run_cost_year, MONEY, N_ ("Run cost per year"), "currency", "", .min = 0,
            .max = 1000000000000,
            .synonyms = "run cost|yearly cost|annual cost|betriebskosten|betriebskosten pro jahr|running cost|running costs per year|opex per year|operating cost per year|laufende kosten|jährliche kosten"),
  BF_FIELD (BfSystem, time_class, CHOICE, N_ ("TIME class"), "", "", .choices = time_classes,
            .synonyms = "time|time category|time-klasse"),
  BF_FIELD (BfSystem, disposition, CHOICE, N_ ("7R decision"), "", "", .choices = r7,
            .synonyms = "7r|disposition|decision|entscheidung|strategy|strategie|treatment|7r-entscheidung"),
  BF_FIELD (BfSystem, kept_until, DAY, N_ ("Kept until"), "", "", .synonyms = "behalten bis|keep until|tolerated until|geduldet bis"),
  BF_FIELD (BfSystem, kept_by, TEXT, N_ ("Kept by"), "", "",
            .synonyms = "keep decision|behalten durch|kept by decision|entscheid"),
  BF_FIELD (BfSystem, evidence, TEXT, N_ ("Evidence link"), "", "",
            .synonyms = "evidence|nachweis|evidence links|beleg|nachweise|link?"),
  BF_FIELD (BfSystem, confidence, CHOICE, N_ ("Data confidence"), "", "", .choices = conf,
            .synonyms = "confidence|datenqualität|reliability of data|datensicherheit?|quality of data"),
  BF_FIELD (BfSystem, units, INTEGER, N_ ("Units"), "", "", .min = 1, .max = 100000,
            .synonyms = "quantity|qty|anzahl|stück|number of units|unit count|stückzahl|menge|count?"),
  BF_FIELD (BfSystem, zone, TEXT, N_ ("Network zone"), "", "", .synonyms = "zone|netzzone|security zone|network segment|netzwerkzone|netzsegment"),
  BF_FIELD (BfSystem, interim_operation, CHOICE, N_ ("Interim operation"), "", "",
            .choices = interim, .synonyms = "interim|interimsbetrieb"),
  BF_FIELD (BfSystem, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_system_record = {
  .kind = BF_SYSTEM,
  .table = "system",
  .label = N_ ("System"),
  .plural = N_ ("Systems"),
  .synonyms =
      "systems|system|inventory|system inventory|systemliste|assets|legacy system register|inventar|systeme|anlagen|anlagenliste|asset list|it systems|ot systems|inventarliste|systemregister|system register|legacy systems",
  .size = sizeof (BfSystem),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
