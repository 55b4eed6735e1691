/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A workbook that came back from a meeting: each difference with a tick, and what is ticked becomes
 * one edit.
 *
 * Signals: "done" (BfDocument: what was written to). */

#pragma once

#include <adwaita.h>

#include "bf-document.h"
#include "bf-round-trip.h"

G_BEGIN_DECLS

#define BF_TYPE_REVIEW_PAGE (bf_review_page_get_type ())
G_DECLARE_FINAL_TYPE (BfReviewPage, bf_review_page, BF, REVIEW_PAGE, AdwBin)

/* Takes @trip. */
GtkWidget *bf_review_page_new (BfRoundTrip *trip, BfDocument *document);

G_END_DECLS
