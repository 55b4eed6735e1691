/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps as comma-separated text (RFC 4180), for machines: UTF-8 without a mark, ids as
 * headings, days YYYY-MM-DD, money in units of the currency with two decimals, points as decimal
 * marks. A text that a spreadsheet program would take for a formula gets an apostrophe in front,
 * since csv has no other way to say that it is text. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* The caller frees it. */
char *bf_csv_text (const BfRoadmap *roadmap);
/* Saves whole or not at all; fails with G_FILE_ERROR and a sentence. */
gboolean bf_csv_write (const BfRoadmap *roadmap, const char *path, GError **error);

/* Adds a cell, with a comma before it but at the start of a row. @guard: an apostrophe before what
 * a spreadsheet program would take for a formula. @text may be NULL. */
void bf_csv_add (GString *csv, const char *text, gboolean guard);

G_END_DECLS
