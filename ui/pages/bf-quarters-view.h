/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Quarters as columns, and their table under the same columns. */

#pragma once

#include "bf-chart.h"

#include "bf-quarters.h"

G_BEGIN_DECLS

#define BF_TYPE_QUARTERS_VIEW (bf_quarters_view_get_type ())
G_DECLARE_FINAL_TYPE (BfQuartersView, bf_quarters_view, BF, QUARTERS_VIEW, BfChart)

GtkWidget *bf_quarters_view_new (void);
/* @quarters is borrowed until the next call; NULL draws nothing. */
void bf_quarters_view_show (BfQuartersView *view,
                            const BfQuarters *quarters,
                            gint64 today,
                            const char *currency);

G_END_DECLS
