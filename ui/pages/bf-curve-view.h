/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One figure's future: how sure each value is (the curve), over how often it was drawn. */

#pragma once

#include "bf-chart.h"

#include "bf-risk-figures.h"

G_BEGIN_DECLS

#define BF_TYPE_CURVE_VIEW (bf_curve_view_get_type ())
G_DECLARE_FINAL_TYPE (BfCurveView, bf_curve_view, BF, CURVE_VIEW, BfChart)

typedef enum
{
  BF_CURVE_DAYS,
  BF_CURVE_MONEY, /* millions */
  BF_CURVE_HOURS,
} BfCurveKind;

GtkWidget *bf_curve_view_new (BfCurveKind kind);
/* The curve is borrowed until the next call; NULL draws nothing. @unit (for money) stands behind
 * ticks, @label tells it to assistive technology. */
void
bf_curve_view_show (BfCurveView *view, const BfCurve *curve, const char *unit, const char *label);

G_END_DECLS
