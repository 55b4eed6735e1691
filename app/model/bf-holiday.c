/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-holiday.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfHoliday, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung|kürzel"),
  BF_FIELD (BfHoliday, name, TEXT, N_ ("Name"), "", "", .synonyms = "holiday|feiertag|bezeichnung"),
  BF_FIELD (BfHoliday, day, DAY, N_ ("Day"), "", "", .required = TRUE,
            .synonyms = "date|datum|from|von|tag|first day|erster tag"),
  BF_FIELD (BfHoliday, until, DAY, N_ ("Until"), "", N_ ("Last free day, included"),
            .synonyms = "to|bis|last day|end|ende|letzter tag"),
  BF_FIELD (BfHoliday, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_holiday_record = {
  .kind = BF_HOLIDAY,
  .table = "holiday",
  .label = N_ ("Holiday"),
  .plural = N_ ("Holidays"),
  .synonyms = "public holidays|feiertage|betriebsferien|free days",
  .size = sizeof (BfHoliday),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
