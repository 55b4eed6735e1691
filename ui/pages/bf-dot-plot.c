/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-dot-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-format.h"
#include "bf-paint.h"
#include "bf-palette.h"
#include "bf-radar.h"

#define PAD 9
#define CAPSULE 7
#define SQUARE 7
#define RING 5
#define N_PIPS 5

struct _BfDotPlot
{
  BfChart parent_instance;

  double low, high;
  BfMaturityLevel level;
  gboolean heading;
  double width; /* it is drawn in */
};

G_DEFINE_FINAL_TYPE (BfDotPlot, bf_dot_plot, BF_TYPE_CHART)

static double
x_of (BfDotPlot *self, double value)
{
  return round (PAD + (self->width - 2 * PAD) * bf_scale_share (value, self->low, self->high));
}

static void
draw_scale (BfDotPlot *self, cairo_t *cr, double height)
{
  const BfTextStyle style = { 12, 400, "ink2", 0.5 };
  GtkWidget *widget = GTK_WIDGET (self);
  double level;

  for (level = self->low; level <= self->high; level++)
    {
      g_autofree char *text = g_strdup_printf ("%.0f", level);

      if (self->heading)
        bf_paint_text (widget, cr, &style, text, x_of (self, level), height / 2);
      else
        bf_paint_line (
            widget, cr, "grid", 1, x_of (self, level), 2, x_of (self, level), height - 2);
    }
}

static void
draw_capsule (BfDotPlot *self, cairo_t *cr, double y)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double from = x_of (self, self->level.low), to = x_of (self, self->level.high);
  double r = CAPSULE / 2.0;

  if (isnan (self->level.low) || isnan (self->level.high) || to <= from)
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, to - r, y, r, -G_PI_2, G_PI_2);
  cairo_arc (cr, from + r, y, r, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
  bf_palette_source (widget, cr, "legacy_tint");
  cairo_fill_preserve (cr);
  bf_palette_source (widget, cr, "legacy");
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
draw_claim (BfDotPlot *self, cairo_t *cr, double y)
{
  const double dashes[] = { 2, 2 };
  double from = x_of (self, self->level.verified), to = x_of (self, self->level.claimed);

  if (isnan (self->level.claimed) || to <= from)
    return;
  cairo_set_dash (cr, dashes, 2, 0);
  bf_paint_line (GTK_WIDGET (self), cr, "ink2", 1.5, from, y, to, y);
  cairo_set_dash (cr, NULL, 0, 0);
  bf_paint_line (GTK_WIDGET (self), cr, "ink2", 1.5, to, y - 6, to, y + 6);
}

static void
draw_effective (BfDotPlot *self, cairo_t *cr, double y)
{
  double x = x_of (self, self->level.effective);

  if (!(self->level.effective > self->level.verified))
    return;
  cairo_move_to (cr, x, y - 5);
  cairo_line_to (cr, x + 5, y + 4.5);
  cairo_line_to (cr, x - 5, y + 4.5);
  cairo_close_path (cr);
  bf_palette_source (GTK_WIDGET (self), cr, "proof");
  cairo_fill (cr);
}

static void
draw_target (BfDotPlot *self, cairo_t *cr, double y)
{
  gboolean reached = self->level.verified >= self->level.target;

  if (isnan (self->level.target))
    return;
  cairo_new_sub_path (cr);
  cairo_arc (cr, x_of (self, self->level.target), y, RING, 0, 2 * G_PI);
  bf_palette_source (GTK_WIDGET (self), cr, reached ? "legacy" : "card");
  cairo_fill_preserve (cr);
  bf_palette_source (GTK_WIDGET (self), cr, "build");
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
bf_dot_plot_draw (BfChart *chart, cairo_t *cr, double width, double height)
{
  BfDotPlot *self = BF_DOT_PLOT (chart);
  double y = round (height / 2);

  self->width = width;
  draw_scale (self, cr, height);
  if (self->heading)
    return;
  draw_capsule (self, cr, y);
  draw_claim (self, cr, y);
  bf_paint_box (GTK_WIDGET (chart),
                cr,
                "legacy",
                x_of (self, self->level.verified) - 3,
                y - 3,
                SQUARE,
                SQUARE);
  draw_effective (self, cr, y);
  draw_target (self, cr, y);
}

static void
bf_dot_plot_class_init (BfDotPlotClass *klass)
{
  BfChartClass *chart_class = BF_CHART_CLASS (klass);

  chart_class->width = 60;
  chart_class->height = 18;
  chart_class->draw = bf_dot_plot_draw;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "dotplot");
}

static void
bf_dot_plot_init (BfDotPlot *self)
{
}

static char *
describe (const BfMaturityLevel *level)
{
  g_autofree char *verified = bf_format_number (level->verified, 1);
  g_autofree char *effective = bf_format_number (level->effective, 1);
  g_autofree char *claimed = bf_format_number (level->claimed, 1);
  g_autofree char *target = bf_format_number (level->target, 1);

  /* Translators: a dimension's name, four levels. */
  return g_strdup_printf (_ ("%s: verified %s, claimed %s, effective %s, target %s"),
                          level->name,
                          verified,
                          claimed,
                          effective,
                          target);
}

GtkWidget *
bf_dot_plot_new (const BfMaturityFramework *framework, const BfMaturityLevel *level)
{
  BfDotPlot *self = g_object_new (BF_TYPE_DOT_PLOT, NULL);
  g_autofree char *label = level != NULL ? describe (level) : g_strdup (_ ("Scale"));

  self->low = framework->scale_min;
  self->high = framework->shown_max;
  self->heading = level == NULL;
  if (level != NULL)
    self->level = *level;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), level != NULL ? label : NULL);
  bf_chart_changed (BF_CHART (self), label);
  return GTK_WIDGET (self);
}

static void
draw_pips_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (area);
  int state = GPOINTER_TO_INT (data), i;

  for (i = 0; i < N_PIPS; i++)
    {
      if (i < state)
        bf_paint_box (widget, cr, "proof", i * 9, 1, 7, 10);
      bf_paint_outline (widget, cr, "proof", i * 9, 1, 7, 10);
    }
}

GtkWidget *
bf_claim_pips_new (int state)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), N_PIPS * 9);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 12);
  gtk_drawing_area_set_draw_func (
      GTK_DRAWING_AREA (area), draw_pips_cb, GINT_TO_POINTER (state), NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  return area;
}
