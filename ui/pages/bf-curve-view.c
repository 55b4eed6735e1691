/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-curve-view.h"

#include <math.h>

#include "bf-chart-frame.h"
#include "bf-format.h"
#include "bf-paint.h"
#include "bf-palette.h"

#define LEFT 48
#define RIGHT 12
#define TOP 10
#define BOTTOM 24
#define LEAST_HEIGHT 126
#define N_BINS 60
#define BIN_SHARE 0.62 /* of the height, for the tallest bin */
#define EDGE 0.004     /* of the draws at either end lie outside the picture */
#define MOST_TICKS 4
#define DAYS_A_MONTH 30.44

struct _BfCurveView
{
  BfChart parent_instance;

  BfCurveKind kind;
  const BfCurve *curve;
  char *unit;
};

G_DEFINE_FINAL_TYPE (BfCurveView, bf_curve_view, BF_TYPE_CHART)

typedef struct
{
  BfCurveView *view;
  BfChartFrame frame; /* its levels are shares */
  double low, high;   /* values at the edges */
} Canvas;

static double
x_of (const Canvas *canvas, double value)
{
  return canvas->frame.left + (value - canvas->low) / (canvas->high - canvas->low) *
                                  (canvas->frame.right - canvas->frame.left);
}

/* --- Axes --- */

static void
paint_shares (const Canvas *canvas)
{
  static const double shares[] = { 0, 0.5, 0.8, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *words = bf_format_percent (shares[i]);

      bf_chart_frame_level (&canvas->frame, shares[i], words);
    }
}

/* "Mar 31", years alone where the span is long. */
static char *
month_text (gint64 day, int step)
{
  int year, month;
  g_autoptr (GDateTime) date = NULL;

  bf_day_to_civil (day, &year, &month, NULL);
  date = g_date_time_new_utc (year, month, 1, 0, 0, 0);
  return g_date_time_format (date, step % 12 == 0 ? "%Y" : "%b %y");
}

static void
paint_months (const Canvas *canvas)
{
  static const int steps[] = { 1, 2, 3, 6, 12, 24, 60, 120 };
  double months = (canvas->high - canvas->low) / DAYS_A_MONTH;
  guint at = 0;
  int year, month;

  while (at + 1 < G_N_ELEMENTS (steps) && months / steps[at] > MOST_TICKS)
    at++;
  bf_day_to_civil ((gint64) canvas->low, &year, &month, NULL);
  for (int i = year * 12; i < (year + 40) * 12; i += steps[at])
    {
      gint64 day = bf_day_from_civil (i / 12, i % 12 + 1, 1);
      g_autofree char *text = NULL;

      if ((double) day > canvas->high)
        break;
      if ((double) day < canvas->low)
        continue;
      text = month_text (day, steps[at]);
      bf_chart_frame_tick (&canvas->frame, x_of (canvas, (double) day), text);
    }
}

static char *
number_text (const Canvas *canvas, double value, double step)
{
  g_autofree char *figure = NULL;

  if (canvas->view->kind == BF_CURVE_HOURS)
    return bf_format_hours (value);
  figure = bf_format_number (value / 1e8, step < 1e8 ? 1 : 0);
  return g_strdup_printf ("%s\xe2\x80\xaf%s", figure, canvas->view->unit);
}

static void
paint_numbers (const Canvas *canvas)
{
  double step = bf_round_step (canvas->high - canvas->low, MOST_TICKS);

  for (double at = ceil (canvas->low / step) * step; at <= canvas->high; at += step)
    {
      g_autofree char *text = number_text (canvas, at, step);

      bf_chart_frame_tick (&canvas->frame, x_of (canvas, at), text);
    }
}

/* --- Draws --- */

static void
paint_bins (const Canvas *canvas)
{
  const BfCurve *curve = canvas->view->curve;
  double pitch = (canvas->frame.right - canvas->frame.left) / N_BINS, tallest = 0;
  double counts[N_BINS] = { 0 };

  for (guint i = 0; i < curve->n; i++)
    {
      double at = (curve->sorted[i] - canvas->low) / (canvas->high - canvas->low) * N_BINS;

      if (at >= 0 && at < N_BINS + 1e-9)
        counts[MIN (N_BINS - 1, (int) at)]++;
    }
  for (int i = 0; i < N_BINS; i++)
    tallest = MAX (tallest, counts[i]);
  bf_palette_source_alpha (canvas->frame.widget, canvas->frame.cr, "build", 0.34);
  for (int i = 0; i < N_BINS; i++)
    {
      double h =
          (canvas->frame.base - canvas->frame.top) * BIN_SHARE * counts[i] / MAX (1, tallest);

      cairo_rectangle (canvas->frame.cr,
                       canvas->frame.left + i * pitch + 0.5,
                       canvas->frame.base - h,
                       MAX (1, pitch - 1),
                       h);
    }
  cairo_fill (canvas->frame.cr);
}

/* Humps stay humps: every draw is a step of the line. */
static void
paint_curve (const Canvas *canvas)
{
  const BfCurve *curve = canvas->view->curve;
  guint every = MAX (1, curve->n / 1000);

  cairo_move_to (canvas->frame.cr,
                 canvas->frame.left,
                 bf_chart_frame_y (&canvas->frame, bf_curve_share (curve, canvas->low)));
  for (guint i = 0; i < curve->n; i += every)
    if (curve->sorted[i] >= canvas->low && curve->sorted[i] <= canvas->high)
      cairo_line_to (canvas->frame.cr,
                     x_of (canvas, curve->sorted[i]),
                     bf_chart_frame_y (&canvas->frame, (double) (i + 1) / curve->n));
  cairo_line_to (canvas->frame.cr,
                 canvas->frame.right,
                 bf_chart_frame_y (&canvas->frame, bf_curve_share (curve, canvas->high)));
  bf_palette_source (canvas->frame.widget, canvas->frame.cr, "build");
  cairo_set_line_width (canvas->frame.cr, 2.4);
  cairo_set_line_join (canvas->frame.cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (canvas->frame.cr);
}

static void
paint_dot (const Canvas *canvas, double value, double share)
{
  const double dashes[] = { 1.5, 2.5 };
  double x = x_of (canvas, CLAMP (value, canvas->low, canvas->high)),
         y = bf_chart_frame_y (&canvas->frame, share);

  cairo_save (canvas->frame.cr);
  cairo_set_dash (canvas->frame.cr, dashes, 2, 0);
  cairo_set_line_width (canvas->frame.cr, 1);
  bf_palette_source (canvas->frame.widget, canvas->frame.cr, "ink2");
  cairo_move_to (canvas->frame.cr, round (x) + 0.5, y);
  cairo_line_to (canvas->frame.cr, round (x) + 0.5, canvas->frame.base);
  cairo_stroke (canvas->frame.cr);
  cairo_restore (canvas->frame.cr);
  cairo_arc (canvas->frame.cr, x, y, 4.5, 0, 2 * G_PI);
  bf_palette_source (canvas->frame.widget, canvas->frame.cr, "card");
  cairo_fill_preserve (canvas->frame.cr);
  cairo_set_line_width (canvas->frame.cr, 2);
  bf_palette_source (canvas->frame.widget, canvas->frame.cr, "ink");
  cairo_stroke (canvas->frame.cr);
}

/* --- Widget --- */

/* A span that holds all but the outermost draws, with air at both ends. */
static void
find_span (Canvas *canvas)
{
  const BfCurve *curve = canvas->view->curve;
  double low = bf_curve_at (curve, EDGE), high = bf_curve_at (curve, 1 - EDGE);
  double least = canvas->view->kind == BF_CURVE_MONEY ? 1e7 : 30;
  double air = MAX (0.03 * (high - low), (least - (high - low)) / 2);

  canvas->low = canvas->view->kind == BF_CURVE_DAYS ? low - air : MAX (0, low - air);
  canvas->high = high + air;
}

static void
bf_curve_view_draw (BfChart *chart, cairo_t *cr, double width, double height)
{
  BfCurveView *self = BF_CURVE_VIEW (chart);
  Canvas canvas = {
    .view = self,
    .frame = { GTK_WIDGET (chart), cr, LEFT, width - RIGHT, TOP, height - BOTTOM, 1 },
  };

  if (self->curve == NULL || canvas.frame.right <= canvas.frame.left)
    return;
  find_span (&canvas);
  paint_shares (&canvas);
  paint_bins (&canvas);
  if (self->kind == BF_CURVE_DAYS)
    paint_months (&canvas);
  else
    paint_numbers (&canvas);
  paint_curve (&canvas);
  paint_dot (&canvas, self->curve->p50, 0.5);
  paint_dot (&canvas, self->curve->p80, 0.8);
  paint_dot (&canvas, self->curve->p90, 0.9);
}

static void
bf_curve_view_finalize (GObject *object)
{
  g_free (BF_CURVE_VIEW (object)->unit);
  G_OBJECT_CLASS (bf_curve_view_parent_class)->finalize (object);
}

static void
bf_curve_view_class_init (BfCurveViewClass *klass)
{
  BfChartClass *chart_class = BF_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bf_curve_view_finalize;
  chart_class->width = 220;
  chart_class->height = LEAST_HEIGHT;
  chart_class->draw = bf_curve_view_draw;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "curve");
}

static void
bf_curve_view_init (BfCurveView *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bf_curve_view_new (BfCurveKind kind)
{
  BfCurveView *self = g_object_new (BF_TYPE_CURVE_VIEW, NULL);

  self->kind = kind;
  return GTK_WIDGET (self);
}

void
bf_curve_view_show (BfCurveView *view, const BfCurve *curve, const char *unit, const char *label)
{
  view->curve = curve;
  g_free (view->unit);
  view->unit = g_strdup (unit);
  bf_chart_changed (BF_CHART (view), label);
}
