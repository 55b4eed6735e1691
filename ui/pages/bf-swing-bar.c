/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-swing-bar.h"

#include <math.h>

#include "bf-paint.h"

#define WIDTH 84
#define HEIGHT 20
#define BAR 14

struct _BfSwingBar
{
  BfChart parent_instance;

  double low, high, least, most;
};

G_DEFINE_FINAL_TYPE (BfSwingBar, bf_swing_bar, BF_TYPE_CHART)

static void
bf_swing_bar_draw (BfChart *chart, cairo_t *cr, double width, double height)
{
  BfSwingBar *self = BF_SWING_BAR (chart);
  GtkWidget *widget = GTK_WIDGET (chart);
  double scale = (width - 2) / MAX (1e-9, self->most - self->least);
  double post = round (1 - self->least * scale), y = round ((height - BAR) / 2);
  double left = MAX (0, round (-self->low * scale)), right = MAX (1, round (self->high * scale));

  if (left > 0)
    bf_paint_box (widget, cr, "proof", post - left, y, left, BAR);
  bf_paint_box (widget, cr, "stop_tint", post, y, right, BAR);
  bf_paint_hatch (widget, cr, "stop", FALSE, post, y, right, BAR);
  bf_paint_outline (widget, cr, "stop", post, y, right, BAR);
  bf_paint_box (widget, cr, "ink2", post, 0, 1, height);
}

static void
bf_swing_bar_class_init (BfSwingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BfChartClass *chart_class = BF_CHART_CLASS (klass);

  chart_class->width = WIDTH;
  chart_class->height = HEIGHT;
  chart_class->draw = bf_swing_bar_draw;
  /* Its row says the figure. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_css_name (widget_class, "swing");
}

static void
bf_swing_bar_init (BfSwingBar *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bf_swing_bar_new (double low, double high, double least, double most)
{
  BfSwingBar *self = g_object_new (BF_TYPE_SWING_BAR, NULL);

  self->low = low;
  self->high = high;
  self->least = MIN (0, least);
  self->most = MAX (0, most);
  return GTK_WIDGET (self);
}
