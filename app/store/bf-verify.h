/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Is the document what its diary says, and whole? Internal to store/. */

#pragma once

#include "bf-database.h"

G_BEGIN_DECLS

/* SQLite's own checks of pages and foreign keys; at opening, in an error for the person. */
gboolean bf_verify_pages (BfDatabase *database, GError **error);

/* Everything; see bf_document_verify. */
GPtrArray *bf_verify_all (BfDatabase *database, GError **error);

G_END_DECLS
