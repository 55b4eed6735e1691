/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads spreadsheets in the background, and shows what is wrong with them: which cell, why, and how
 * to mend it. What is right is written at once.
 *
 * Signals: "done" (BfDocument: what the rows were written to). */

#pragma once

#include <adwaita.h>

#include "bf-document.h"

G_BEGIN_DECLS

#define BF_TYPE_IMPORT_PAGE (bf_import_page_get_type ())
G_DECLARE_FINAL_TYPE (BfImportPage, bf_import_page, BF, IMPORT_PAGE, AdwBin)

/* Begins to read. @document NULL: into a new one, made when the rows are good. */
GtkWidget *bf_import_page_new (const char *const *paths, BfDocument *document);
void bf_import_page_cancel (BfImportPage *page);

G_END_DECLS
