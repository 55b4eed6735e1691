/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-evidence.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfEvidence, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung|evidence id|kürzel"),
  BF_FIELD (BfEvidence, title, TEXT, N_ ("Title"), "", "", .synonyms = "name|titel"),
  BF_FIELD (BfEvidence, kind, TEXT, N_ ("Kind"), "", "",
            .synonyms = "type|art"),
  BF_FIELD (BfEvidence, link, TEXT, N_ ("Link"), "", "", .synonyms = "url|location|path|file|datei|pfad"),
  BF_FIELD (BfEvidence, made_on, DAY, N_ ("Date"), "", "",
            .synonyms = "datum|created"),
  BF_FIELD (BfEvidence, owner, TEXT, N_ ("Owner"), "", "",
            .synonyms = "verantwortlich|responsible"),
  BF_FIELD (BfEvidence, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_evidence_record = {
  .kind = BF_EVIDENCE,
  .table = "evidence",
  .label = N_ ("Evidence"),
  .plural = N_ ("Evidence"),
  .synonyms = "evidence|nachweise",
  .size = sizeof (BfEvidence),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
