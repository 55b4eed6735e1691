/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cash out against budget, both added up over the quarters: only the kinds that a budget pays. */

#pragma once

#include "bf-chart.h"

#include "bf-quarters.h"

G_BEGIN_DECLS

#define BF_TYPE_CASH_VIEW (bf_cash_view_get_type ())
G_DECLARE_FINAL_TYPE (BfCashView, bf_cash_view, BF, CASH_VIEW, BfChart)

GtkWidget *bf_cash_view_new (void);
/* @quarters is borrowed until the next call; NULL draws nothing. @p80: what the dashed line ends
 * at, as a multiple of the planned line. */
void bf_cash_view_show (BfCashView *view, const BfQuarters *quarters, double p80);

G_END_DECLS
