/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All fields of one record, each with the editor of its kind: what the field table declares.
 *
 * A changed value becomes one named edit; a value that does not fit stays in its entry, marked,
 * with the sentence why. Its close button activates page.close-inspector. */

#pragma once

#include <adwaita.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_RECORD_INSPECTOR (bf_record_inspector_get_type ())
G_DECLARE_FINAL_TYPE (BfRecordInspector, bf_record_inspector, BF, RECORD_INSPECTOR, GtkWidget)

GtkWidget *bf_record_inspector_new (BfSession *session);
/* @index -1 shows nothing. */
void bf_record_inspector_show (BfRecordInspector *inspector,
                               const BfPlan *plan,
                               BfRecordKind kind,
                               int index);

G_END_DECLS
