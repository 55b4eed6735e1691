/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-window.h"

#include <glib/gi18n-lib.h>

static const BfChoice kinds[] = {
  { "shutdown", NULL, "stop|maintenance|stillstand|abschaltung" },
  { "freeze", NULL, "blackout|sperre|änderungssperre|audit" },
  { "weekend", NULL, "weekend rule|weekend window|wochenende|wochenendregel" },
  { NULL, NULL, NULL },
};

/* clang-format off */
static const BfField fields[] = {
  BF_KEY (BfWindow, "key", N_ ("Key"), "id|code|nr|no|number|schlüssel|kennung|window id|kürzel"),
  BF_FIELD (BfWindow, kind, CHOICE, N_ ("Kind"), "", "", .choices = kinds, .required = TRUE,
            .synonyms = "type|art|window type|fensterart"),
  BF_FIELD (BfWindow, name, TEXT, N_ ("Name"), "", "", .synonyms = "bezeichnung|window|shutdown|description?|beschreibung?|titel"),
  BF_LINK (BfWindow, areas, REFERENCES, AREA, N_ ("Areas"), "",
            .synonyms = "area|area / line|bereich|bereiche|area / lines?|line?|linie?"),
  BF_FIELD (BfWindow, start, MINUTE, N_ ("Start"), "", "", .required = TRUE,
            .synonyms = "from|begin|beginn|von|start date|start time|starts|anfang|start date and time|beginn datum"),
  BF_FIELD (BfWindow, end, MINUTE, N_ ("End"), "", "", .required = TRUE,
            .synonyms = "to|until|ende|bis|end date|end time|ends|end date and time|ende datum"),
  BF_FIELD (BfWindow, open_hours, NUMBER, N_ ("Open hours"), "h",
            N_ ("Of a weekend rule: hours of each occurrence"), .min = 0, .max = 100000,
            .synonyms = "hours|stunden|offene stunden|open|offen"),
  BF_FIELD (BfWindow, repeats, WEEKS, N_ ("Repeats"), "",
            N_ ("Such as: every weekend, every 2nd weekend"),
            .synonyms = "repeat|recurrence|wiederholung|wiederholt sich|turnus|intervall|rhythm"),
  BF_LINK (BfWindow, systems, REFERENCES, SYSTEM, N_ ("Systems (blank: whole area)"), "",
            .synonyms = "systems|system|systeme|only systems|nur systeme"),
  BF_FIELD (BfWindow, remark, TEXT, N_ ("Remark"), "", "",
            .synonyms = "remarks|comment|comments|note|notes|bemerkung|kommentar"),
};
/* clang-format on */

const BfRecord bf_window_record = {
  .kind = BF_WINDOW,
  .table = "window",
  .label = N_ ("Window"),
  .plural = N_ ("Shutdowns"),
  .synonyms =
      "calendar|windows|shutdowns|shutdown|kalender|stillstände|freezes|stillstandskalender|shutdown calendar|freeze|sperrzeiten|abschaltungen",
  .size = sizeof (BfWindow),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};
