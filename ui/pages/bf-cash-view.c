/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-cash-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-chart-frame.h"
#include "bf-format.h"
#include "bf-paint.h"
#include "bf-palette.h"

#define LEFT 42
#define RIGHT 84
#define BOTTOM 24
#define TOP 12
#define MAX_TICKS 4

struct _BfCashView
{
  BfChart parent_instance;

  const BfQuarters *quarters;
  double p80;
};

G_DEFINE_FINAL_TYPE (BfCashView, bf_cash_view, BF_TYPE_CHART)

typedef struct
{
  BfChartFrame frame;
  const BfQuarters *quarters;
  double pitch;
} Canvas;

static const BfQuarter *
quarter (const Canvas *canvas, guint i)
{
  return &g_array_index (canvas->quarters->quarters, BfQuarter, i);
}

static double
x_of (const Canvas *canvas, guint i)
{
  return canvas->frame.left + canvas->pitch * i;
}

static double
spent_at_end (const BfQuarters *quarters, double *budget)
{
  double spent = 0;
  guint i;

  *budget = 0;
  for (i = 0; i < quarters->quarters->len; i++)
    {
      spent += g_array_index (quarters->quarters, BfQuarter, i).budgeted;
      *budget += g_array_index (quarters->quarters, BfQuarter, i).budget;
    }
  return spent;
}

/* Traces the planned line @factor high, from left to right or back. */
static void
trace_spent (const Canvas *canvas, double factor, gboolean back)
{
  guint n = canvas->quarters->quarters->len, i;
  g_autofree double *sums = g_new0 (double, n + 1);

  for (i = 0; i < n; i++)
    sums[i + 1] = sums[i] + quarter (canvas, i)->budgeted * factor;
  for (i = 0; i <= n; i++)
    {
      guint at = back ? n - i : i;

      cairo_line_to (
          canvas->frame.cr, x_of (canvas, at), bf_chart_frame_y (&canvas->frame, sums[at]));
    }
}

static void
paint_axis (const Canvas *canvas)
{
  const BfTextStyle style = { 12, 400, "ink2", 0.5 };
  const BfChartFrame *frame = &canvas->frame;
  double step = bf_round_step (frame->most, MAX_TICKS), at;
  guint i;

  for (at = 0; at <= frame->most * 1.0001; at += step)
    {
      g_autofree char *words = bf_format_number (at / 1e8, step < 1e8 ? 1 : 0);

      bf_chart_frame_level (frame, at, words);
    }
  for (i = 0; i + 1 < canvas->quarters->quarters->len; i++)
    if (quarter (canvas, i)->number == 3)
      {
        g_autofree char *name = g_strdup_printf ("%d", quarter (canvas, i)->year);

        bf_paint_text (
            frame->widget, frame->cr, &style, name, x_of (canvas, i), frame->base + BOTTOM / 2.0);
      }
}

static void
paint_budget (const Canvas *canvas)
{
  const BfChartFrame *frame = &canvas->frame;
  double sum = 0, y = frame->base;
  guint i;

  cairo_move_to (frame->cr, frame->left, y);
  for (i = 0; i < canvas->quarters->quarters->len; i++)
    {
      /* The year's money is there on its first day. */
      if (quarter (canvas, i)->number == 1 || i == 0)
        sum += quarter (canvas, i)->budget * (5 - quarter (canvas, i)->number);
      cairo_line_to (frame->cr, x_of (canvas, i), y);
      y = bf_chart_frame_y (frame, sum);
      cairo_line_to (frame->cr, x_of (canvas, i), y);
    }
  cairo_line_to (frame->cr, frame->right, y);
  bf_palette_source (frame->widget, frame->cr, "ink");
  cairo_set_line_width (frame->cr, 1.5);
  cairo_stroke (frame->cr);
}

static void
paint_spent (const Canvas *canvas, double p80)
{
  const double dashes[] = { 4, 3 };
  cairo_t *cr = canvas->frame.cr;

  trace_spent (canvas, p80, FALSE);
  trace_spent (canvas, 1, TRUE);
  cairo_close_path (cr);
  bf_palette_source (canvas->frame.widget, cr, "build_tint");
  cairo_fill (cr);
  trace_spent (canvas, p80, FALSE);
  bf_palette_source (canvas->frame.widget, cr, "build");
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  trace_spent (canvas, 1, FALSE);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
}

/* Names at the ends of the lines, kept apart: @values from the highest to the lowest. */
static void
paint_names (const Canvas *canvas, const char *const *names, const double *values, guint n)
{
  const BfChartFrame *frame = &canvas->frame;
  double above = -100;
  guint i;

  for (i = 0; i < n; i++)
    {
      const BfTextStyle style = { 12, 700, i == 0 && n == 3 ? "ink" : "build", 0 };
      g_autofree char *figure = bf_format_number (values[i] / 1e8, 1);
      g_autofree char *text = g_strdup_printf ("%s %s", names[i], figure);
      double y = MAX (bf_chart_frame_y (frame, values[i]), above + 17);

      bf_paint_text (frame->widget, frame->cr, &style, text, frame->right + 6, y);
      above = y;
    }
}

static void
paint_line_names (const Canvas *canvas, double spent, double p80, double budget)
{
  const char *const names[] = { _ ("Budget"), _ ("P80"), _ ("Planned") };
  const double values[] = { budget, spent * p80, spent };

  if (budget > 0)
    paint_names (canvas, names, values, 3);
  else
    paint_names (canvas, names + 1, values + 1, 2);
}

static void
bf_cash_view_draw (BfChart *chart, cairo_t *cr, double width, double height)
{
  BfCashView *self = BF_CASH_VIEW (chart);
  Canvas canvas = { .quarters = self->quarters };
  double spent, budget, top;

  if (self->quarters == NULL || self->quarters->quarters->len == 0)
    return;
  spent = spent_at_end (self->quarters, &budget);
  top = fmax (budget, spent * self->p80);
  if (top <= 0)
    return;
  canvas.frame =
      (BfChartFrame){ GTK_WIDGET (chart), cr, LEFT, width - RIGHT, TOP, height - BOTTOM, top };
  canvas.pitch = (canvas.frame.right - LEFT) / self->quarters->quarters->len;
  paint_axis (&canvas);
  paint_spent (&canvas, self->p80);
  if (budget > 0)
    paint_budget (&canvas);
  paint_line_names (&canvas, spent, self->p80, budget);
}

static void
bf_cash_view_class_init (BfCashViewClass *klass)
{
  BfChartClass *chart_class = BF_CHART_CLASS (klass);

  chart_class->width = 360;
  chart_class->height = 144;
  chart_class->draw = bf_cash_view_draw;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "cash");
}

static void
bf_cash_view_init (BfCashView *self)
{
  self->p80 = 1;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bf_cash_view_new (void)
{
  return g_object_new (BF_TYPE_CASH_VIEW, NULL);
}

void
bf_cash_view_show (BfCashView *view, const BfQuarters *quarters, double p80)
{
  view->quarters = quarters;
  view->p80 = isfinite (p80) && p80 >= 1 ? p80 : 1;
  bf_chart_changed (BF_CHART (view), _ ("Cash out against budget"));
}
