/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and dates as people read them: for labels, never for files.
 *
 * The locale decides the order of a date and the decimal sign; thousands stand apart by a narrow
 * no-break space. Blank values (BF_BLANK, NAN) become "–". All strings are owned by the caller. */

#pragma once

#include <glib.h>

#include "bf-day.h"

G_BEGIN_DECLS

/* "23 Mar 2031" */
char *bf_format_day (gint64 day);
/* "23 Mar 31": tight columns. */
char *bf_format_day_tight (gint64 day);
/* "23 Mar" */
char *bf_format_day_of_year (gint64 day);
/* "March 2031" */
char *bf_format_month (gint64 day);
/* "Mar 2031" */
char *bf_format_month_tight (gint64 day);
/* "10 Jan – 15 Jun 2028": what both ends share stands once. */
char *bf_format_days (gint64 from, gint64 to);
/* "22 Jul 2028, 06:00" */
char *bf_format_minute (gint64 minute);

/* "1 234" */
char *bf_format_whole (double value);
/* "1.4": @decimals digits. */
char *bf_format_number (double value, int decimals);
/* "4,000" in running text: the locale's own grouping. */
char *bf_format_count (guint64 value);
/* "14 %" of a share. */
char *bf_format_percent (double share);
/* "44 h" */
char *bf_format_hours (double hours);

/* "€" of "EUR"; the code itself when it has no sign. Static. */
const char *bf_format_currency_sign (const char *currency);
/* A step: "152 k€". */
char *bf_format_money_thousands (double minor, const char *currency);
/* A plan: "10.7 M€" with one decimal, a sum "10.73 M€" with two. */
char *bf_format_money_millions (double minor, int decimals, const char *currency);
/* "1 234 567 €": an amount as it is edited. */
char *bf_format_money_whole (double minor, const char *currency);
/* What the planner says, with its money ("EUR 654 k", alike in every language) as the window writes
 * it. @currency: of the plan, NULL as there. */
char *bf_format_sentence (const char *sentence, const char *currency);

G_END_DECLS
