/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of the Risk page's lists. Each leads to its step; nothing of the arguments is kept. */

#pragma once

#include <gtk/gtk.h>

#include "bf-risk-figures.h"

G_BEGIN_DECLS

/* Headings over the rows of windows. */
GtkWidget *bf_risk_window_head_new (void);
GtkWidget *bf_risk_window_row_new (const BfRoadmap *roadmap, const BfRiskWindow *window);
/* @figure: what it moves up, said for people; @swings gives the block its scale. */
GtkWidget *bf_risk_swing_row_new (const BfRoadmap *roadmap,
                                  const BfRiskSwing *swing,
                                  const GArray *swings,
                                  const char *figure);
GtkWidget *bf_risk_critical_row_new (const BfRoadmap *roadmap, int step);
/* A figure with what it means; leads nowhere. */
GtkWidget *bf_risk_sum_row_new (const char *title, const char *text, const char *figure);

G_END_DECLS
