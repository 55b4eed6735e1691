/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-interface.h"

#include <glib/gi18n-lib.h>

static const BfChoice directions[] = {
  { "one way", NULL, "oneway|one-way|unidirectional|einseitig" },
  { "two way", NULL, "twoway|two-way|bidirectional|beidseitig" },
  { NULL, NULL, NULL },
};

static const BfChoice protocols[] = {
  { "OPC Classic", NULL, "opc da|opc" },
  { "OPC UA", NULL, NULL },
  { "Modbus", NULL, "modbus tcp|modbus rtu" },
  { "S7", NULL, NULL },
  { "MQTT", NULL, NULL },
  { "REST", NULL, "http|rest api|json" },
  { "SOAP", NULL, NULL },
  { "IDoc / BAPI", NULL, "idoc|bapi|idoc/bapi|rfc" },
  { "database link", NULL, "db link|sql|odbc|datenbank" },
  { "flat file", NULL, "file|csv|datei|ftp|file transfer" },
  { "screen scraping", NULL, NULL },
  { "paper / retyping", NULL, "paper|retyping|papier|manual|paper/retyping|abtippen" },
  { NULL, NULL, NULL },
};

static const BfChoice patterns[] = {
  { "point to point", NULL, "point-to-point|p2p|punkt zu punkt" },
  { "broker", NULL, "bus|message broker" },
  { "gateway", NULL, "hub" },
  { "manual", NULL, "manuell|by hand" },
  { NULL, NULL, NULL },
};

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfInterface, "interface_id", N_ ("Id"),
            "interface id|key|interface|code|nr|schnittstelle|interface no|interface code|interface key|link id|schnittstellen-id|schnittstellennummer|no?"),
  BF_LINK (BfInterface, source_system, REFERENCE, SYSTEM, N_ ("From"), "", .required = TRUE,
            .synonyms = "source|source system|from system|von|quelle|quellsystem|sender|from (system)|sending system|ausgangssystem|sender system|systeme von"),
  BF_LINK (BfInterface, target_system, REFERENCE, SYSTEM, N_ ("To"), "", .required = TRUE,
            .synonyms = "target|target system|to system|nach|an|ziel|zielsystem|receiver|to (system)|receiving system|empfänger|destination|destination system"),
  BF_FIELD (BfInterface, direction, CHOICE, N_ ("Direction"), "", "", .choices = directions,
            .synonyms = "richtung|flow"),
  BF_FIELD (BfInterface, protocol, CHOICE, N_ ("Protocol"), "", "", .choices = protocols,
            .synonyms = "protokoll|technology|interface type?|typ?|type?|technologie"),
  BF_FIELD (BfInterface, pattern, CHOICE, N_ ("Pattern"), "", "", .choices = patterns,
            .synonyms = "muster|style|integration pattern|architecture"),
  BF_FIELD (BfInterface, documented, YESNO, N_ ("Documented"), "", "", .synonyms = "dokumentiert|documentation|dokumentation"),
  BF_FIELD (BfInterface, owner, YESNO, N_ ("Owner known"), "", "",
            .synonyms = "owner|has owner|eigentümer bekannt|owner named|verantwortlicher bekannt"),
  BF_FIELD (BfInterface, monitored, YESNO, N_ ("Monitored"), "", "", .synonyms = "überwacht|monitoring|überwachung"),
  BF_FIELD (BfInterface, tests, YESNO, N_ ("Automated or written test"), "", "",
            .synonyms = "tests|tested|test|getestet|automated test|written test|test available"),
  BF_FIELD (BfInterface, carries_regulated_data, YESNO, N_ ("Carries regulated record"), "", "",
            .synonyms = "regulated|regulated data|regulated record|gxp data|reguliert|gxp|carries regulated data|gxp-relevant|gxp relevant|regulated records"),
  BF_FIELD (BfInterface, failures_12m, INTEGER, N_ ("Failures in 12 months"), "", "", .min = 0,
            .max = 1000000, .synonyms = "failures|ausfälle|ausfälle in 12 monaten|failures per year|fehler in 12 monaten|störungen in 12 monaten"),
  BF_FIELD (BfInterface, rows_per_day, NUMBER, N_ ("Volume"), "rows/day", "", .min = 0,
            .max = 1000000000000, .synonyms = "rows per day|volume per day|volumen|records per day|rows/day|volume (rows/day)|datensätze pro tag|daily volume"),
  BF_FIELD (BfInterface, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_interface_record = {
  .kind = BF_INTERFACE,
  .table = "interface",
  .label = N_ ("Interface"),
  .plural = N_ ("Interfaces"),
  .synonyms =
      "interfaces|interface|links|schnittstellen|interface register|connections|schnittstellenliste|interface list|integrations",
  .size = sizeof (BfInterface),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
