/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shutdowns and freezes as the list Windows of the sheet Downtime; the sheet Timeline counts them
 * by its formulas. Weekend rules are left out: they open every week. */

#pragma once

#include "bf-workbook-private.h"

G_BEGIN_DECLS

/* By start; owned by the caller. */
GPtrArray *bf_windows_collect (const BfWorkbook *workbook);
lxw_row_t bf_windows_write (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at);

/* How many of a kind (BF_WINDOW_*) touch the days from @from up to before @to, and the formula that
 * counts them in between two cells. The text is owned by the caller. */
guint bf_windows_count (const BfWorkbook *workbook, int kind, gint64 from, gint64 to);
char *bf_windows_count_formula (int kind, const char *from, const char *to);

G_END_DECLS
