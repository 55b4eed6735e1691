/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-cash-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
  GtkWidget parent_instance;

  const BfQuarters *quarters;
  double p80;
};

G_DEFINE_FINAL_TYPE (BfCashView, bf_cash_view, GTK_TYPE_WIDGET)

typedef struct
{
  GtkWidget *widget;
  cairo_t *cr;
  const BfQuarters *quarters;
  double left, right, base, scale, pitch;
} Canvas;

static const BfQuarter *
quarter (const Canvas *canvas, guint i)
{
  return &g_array_index (canvas->quarters->quarters, BfQuarter, i);
}

static double
spent_at_end (const BfQuarters *quarters, double *budget)
{
  double spent = 0;
  guint i;

  *budget = 0;
  for (i = 0; i < quarters->quarters->len; i++)
    {
      spent += bf_quarter_budgeted (&g_array_index (quarters->quarters, BfQuarter, i));
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
    sums[i + 1] = sums[i] + bf_quarter_budgeted (quarter (canvas, i)) * factor;
  for (i = 0; i <= n; i++)
    {
      guint at = back ? n - i : i;

      cairo_line_to (
          canvas->cr, canvas->left + canvas->pitch * at, canvas->base - sums[at] * canvas->scale);
    }
}

static void
paint_axis (const Canvas *canvas, double top)
{
  const BfTextStyle tick = { 12, 400, "ink2", 1 }, year = { 12, 400, "ink2", 0.5 };
  double step = bf_round_step (top, MAX_TICKS), at;
  guint i;

  for (at = 0; at <= top * 1.0001; at += step)
    {
      double y = canvas->base - at * canvas->scale;
      g_autofree char *text = bf_format_number (at / 1e8, step < 1e8 ? 1 : 0);

      bf_paint_line (canvas->widget,
                     canvas->cr,
                     at == 0 ? "ink3" : "grid",
                     1,
                     canvas->left,
                     y,
                     canvas->right,
                     y);
      bf_paint_text (canvas->widget, canvas->cr, &tick, text, canvas->left - 9, y);
    }
  for (i = 0; i + 1 < canvas->quarters->quarters->len; i++)
    if (quarter (canvas, i)->number == 3)
      {
        g_autofree char *name = g_strdup_printf ("%d", quarter (canvas, i)->year);

        bf_paint_text (canvas->widget,
                       canvas->cr,
                       &year,
                       name,
                       canvas->left + canvas->pitch * i,
                       canvas->base + BOTTOM / 2.0);
      }
}

static void
paint_budget (const Canvas *canvas)
{
  double sum = 0, y = canvas->base;
  guint i;

  cairo_move_to (canvas->cr, canvas->left, y);
  for (i = 0; i < canvas->quarters->quarters->len; i++)
    {
      double x = canvas->left + canvas->pitch * i;

      /* The year's money is there on its first day. */
      if (quarter (canvas, i)->number == 1 || i == 0)
        sum += quarter (canvas, i)->budget * (5 - quarter (canvas, i)->number);
      cairo_line_to (canvas->cr, x, y);
      y = canvas->base - sum * canvas->scale;
      cairo_line_to (canvas->cr, x, y);
    }
  cairo_line_to (canvas->cr, canvas->right, y);
  bf_palette_source (canvas->widget, canvas->cr, "ink");
  cairo_set_line_width (canvas->cr, 1.5);
  cairo_stroke (canvas->cr);
}

static void
paint_spent (const Canvas *canvas, double p80)
{
  const double dashes[] = { 4, 3 };
  cairo_t *cr = canvas->cr;

  trace_spent (canvas, p80, FALSE);
  trace_spent (canvas, 1, TRUE);
  cairo_close_path (cr);
  bf_palette_source (canvas->widget, cr, "build_tint");
  cairo_fill (cr);
  trace_spent (canvas, p80, FALSE);
  bf_palette_source (canvas->widget, cr, "build");
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
  double above = -100;
  guint i;

  for (i = 0; i < n; i++)
    {
      const BfTextStyle style = { 12, 700, i == 0 && n == 3 ? "ink" : "build", 0 };
      g_autofree char *figure = bf_format_number (values[i] / 1e8, 1);
      g_autofree char *text = g_strdup_printf ("%s %s", names[i], figure);
      double y = MAX (canvas->base - values[i] * canvas->scale, above + 17);

      bf_paint_text (canvas->widget, canvas->cr, &style, text, canvas->right + 6, y);
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
bf_cash_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BfCashView *self = BF_CASH_VIEW (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  Canvas canvas = { .widget = widget, .quarters = self->quarters, .left = LEFT };
  double spent, budget, top;

  if (self->quarters == NULL || self->quarters->quarters->len == 0)
    return;
  spent = spent_at_end (self->quarters, &budget);
  top = fmax (budget, spent * self->p80);
  if (top <= 0)
    return;
  canvas.right = width - RIGHT;
  canvas.base = height - BOTTOM;
  canvas.scale = (canvas.base - TOP) / top;
  canvas.pitch = (canvas.right - LEFT) / self->quarters->quarters->len;
  canvas.cr = gtk_snapshot_append_cairo (snapshot, &all);
  paint_axis (&canvas, top);
  paint_spent (&canvas, self->p80);
  if (budget > 0)
    paint_budget (&canvas);
  paint_line_names (&canvas, spent, self->p80, budget);
  cairo_destroy (canvas.cr);
}

static void
bf_cash_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? 168 : 360;
}

static void
bf_cash_view_class_init (BfCashViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bf_cash_view_measure;
  widget_class->snapshot = bf_cash_view_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "cash");
}

static void
bf_cash_view_init (BfCashView *self)
{
  self->p80 = 1;
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bf_cash_view_new (void)
{
  GtkWidget *view = g_object_new (BF_TYPE_CASH_VIEW, NULL);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Cash out against budget"), -1);
  return view;
}

void
bf_cash_view_show (BfCashView *view, const BfQuarters *quarters, double p80)
{
  view->quarters = quarters;
  view->p80 = isfinite (p80) && p80 >= 1 ? p80 : 1;
  gtk_widget_queue_draw (GTK_WIDGET (view));
}
