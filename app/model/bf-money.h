/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money is an integer of minor units (cents) of the plant's currency.
 *
 * A line is rounded once, half away from zero; totals are sums of rounded lines. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BF_MINOR_PER_UNIT 100

/* @units of the currency, rounded half away from zero to minor units. */
gint64 bf_money_from_units (double units);
double bf_money_to_units (gint64 minor);
/* Machine form with two decimals: "-1234.50". */
char *bf_money_format (gint64 minor);
/* Strict reader of the machine form, with none, one or two decimals. */
gboolean bf_money_parse (const char *text, gint64 *out);

G_END_DECLS
