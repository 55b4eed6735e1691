/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-level-strip.h"

#include <math.h>

#include "bf-paint.h"
#include "bf-palette.h"

#define HEIGHT 36
#define RADIUS 3.5
#define SQUARE 6

struct _BfLevelStrip
{
  BfChart parent_instance;

  GArray *levels;
};

G_DEFINE_FINAL_TYPE (BfLevelStrip, bf_level_strip, BF_TYPE_CHART)

static const BfStripLevel *
level (BfLevelStrip *self, guint i)
{
  return &g_array_index (self->levels, BfStripLevel, i);
}

static double
highest (BfLevelStrip *self)
{
  double top = 1;
  guint i;

  for (i = 0; i < self->levels->len; i++)
    top = fmax (top, fmax (level (self, i)->now, level (self, i)->target));
  return top;
}

static void
draw_level (
    GtkWidget *widget, cairo_t *cr, const BfStripLevel *at, double x, double base, double scale)
{
  double now = base - at->now * scale, target = base - at->target * scale;

  bf_paint_line (widget, cr, "grid", 1, x, SQUARE, x, base + SQUARE / 2.0);
  if (!isnan (at->target))
    bf_paint_line (widget, cr, "build", 2, x, now, x, target);
  bf_paint_box (widget, cr, "legacy", x - SQUARE / 2.0, now - SQUARE / 2.0, SQUARE, SQUARE);
  if (isnan (at->target))
    return;
  cairo_arc (cr, x, target, RADIUS, 0, 2 * G_PI);
  bf_palette_source (widget, cr, "card");
  cairo_fill_preserve (cr);
  bf_palette_source (widget, cr, "build");
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
bf_level_strip_draw (BfChart *chart, cairo_t *cr, double width, double height)
{
  BfLevelStrip *self = BF_LEVEL_STRIP (chart);
  double scale = (height - 2 * SQUARE) / highest (self);
  guint i;

  for (i = 0; i < self->levels->len; i++)
    draw_level (GTK_WIDGET (chart),
                cr,
                level (self, i),
                round (width * (i + 0.5) / self->levels->len),
                height - SQUARE,
                scale);
}

static void
bf_level_strip_finalize (GObject *object)
{
  g_array_unref (BF_LEVEL_STRIP (object)->levels);
  G_OBJECT_CLASS (bf_level_strip_parent_class)->finalize (object);
}

static void
bf_level_strip_class_init (BfLevelStripClass *klass)
{
  BfChartClass *chart_class = BF_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bf_level_strip_finalize;
  chart_class->width = 90;
  chart_class->height = HEIGHT;
  chart_class->draw = bf_level_strip_draw;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "levelstrip");
}

static void
bf_level_strip_init (BfLevelStrip *self)
{
  self->levels = g_array_new (FALSE, FALSE, sizeof (BfStripLevel));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bf_level_strip_new (void)
{
  return g_object_new (BF_TYPE_LEVEL_STRIP, NULL);
}

void
bf_level_strip_show (BfLevelStrip *strip,
                     const BfStripLevel *levels,
                     guint n_levels,
                     const char *label)
{
  g_array_set_size (strip->levels, 0);
  g_array_append_vals (strip->levels, levels, n_levels);
  bf_chart_changed (BF_CHART (strip), label);
}
