/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A spreadsheet that no rule understands: its first rows, above each column what it means, above
 * all which list it is. What the import would say of it then is shown while a person chooses.
 *
 * Signals: "mapped" (the mapping is remembered: read the files again), "back". */

#pragma once

#include <adwaita.h>

#include "bf-mapping.h"
#include "bf-plan.h"

G_BEGIN_DECLS

#define BF_TYPE_WIZARD_PAGE (bf_wizard_page_get_type ())
G_DECLARE_FINAL_TYPE (BfWizardPage, bf_wizard_page, BF, WIZARD_PAGE, AdwBin)

/* @plan: that the rows go into; NULL a new one. NULL when no sheet of the file holds anything. */
GtkWidget *bf_wizard_page_new (const char *path, const BfPlan *plan);
/* Begins with that sheet (NULL: the first) as that list (BF_NO_RECORD: it is not known yet). */
void bf_wizard_page_begin (BfWizardPage *page, const char *sheet, BfRecordKind kind);

G_END_DECLS
