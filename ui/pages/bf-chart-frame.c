/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-chart-frame.h"

#include <math.h>

#include "bf-paint.h"

#define GAP 9
#define DASH 4
#define TICK_ROW 14
#define OVERHANG 9 /* by which words may stand beyond the edges */

double
bf_round_step (double range, guint most)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double power;
  guint i;

  if (!(range > 0) || most == 0)
    return 1;
  power = pow (10, floor (log10 (range / most)));
  for (i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power * most >= range)
      return steps[i] * power;
  return 10 * power;
}

double
bf_chart_frame_y (const BfChartFrame *frame, double value)
{
  return frame->base - value / frame->most * (frame->base - frame->top);
}

void
bf_chart_frame_level (const BfChartFrame *frame, double value, const char *words)
{
  const BfTextStyle style = { 12, 400, "ink2", 1 };
  double y = round (bf_chart_frame_y (frame, value));

  bf_paint_line (
      frame->widget, frame->cr, value > 0 ? "grid" : "ink3", 1, frame->left, y, frame->right, y);
  bf_paint_text (frame->widget, frame->cr, &style, words, frame->left - GAP, y);
}

void
bf_chart_frame_tick (const BfChartFrame *frame, double x, const char *words)
{
  const BfTextStyle style = { 12, 400, "ink2", 0.5 };
  double half = bf_paint_text_width (frame->widget, &style, words) / 2;
  double middle = CLAMP (x, frame->left - OVERHANG + half, frame->right + OVERHANG - half);

  bf_paint_line (frame->widget, frame->cr, "ink3", 1, x, frame->base, x, frame->base + DASH);
  bf_paint_text (frame->widget, frame->cr, &style, words, middle, frame->base + TICK_ROW);
}
