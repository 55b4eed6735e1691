/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-bar-cell.h"

#include <math.h>

#include "bf-paint.h"
#include "bf-palette.h"

#define POST_WIDTH 3
#define POST_BEYOND 5

struct _BfBarCell
{
  GtkWidget parent_instance;

  int width, height;
  double full;
  guint n_parts;
  struct
  {
    const char *role;
    double length;
  } parts[BF_BAR_PARTS];
  double post;
};

G_DEFINE_FINAL_TYPE (BfBarCell, bf_bar_cell, GTK_TYPE_WIDGET)

static void
bf_bar_cell_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  BfBarCell *self = BF_BAR_CELL (widget);
  int beyond = isnan (self->post) ? 0 : 2 * POST_BEYOND;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (self->width, 24);
  else
    *minimum = *natural = self->height + beyond;
}

static void
round_box (cairo_t *cr, double x, double y, double w, double h, double radius)
{
  double r = MIN (radius, MIN (w, h) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + w - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + w - r, y + h - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + h - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
draw_parts (BfBarCell *self, cairo_t *cr, double y, double scale)
{
  double x = 0;
  guint i;

  for (i = 0; i < self->n_parts; i++)
    {
      double w = self->parts[i].length * scale;
      double gap = self->n_parts > 1 && w > 3 ? 1 : 0;

      bf_palette_source (GTK_WIDGET (self), cr, self->parts[i].role);
      if (self->n_parts == 1)
        round_box (cr, x, y, MAX (w, 1), self->height, 2);
      else
        cairo_rectangle (cr, x, y, MAX (w - gap, 0), self->height);
      cairo_fill (cr);
      x += w;
    }
}

static void
bf_bar_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BfBarCell *self = BF_BAR_CELL (widget);
  double w = gtk_widget_get_width (widget), h = gtk_widget_get_height (widget);
  double y = round ((h - self->height) / 2);
  double scale = self->full > 0 ? (w - (isnan (self->post) ? 0 : POST_WIDTH)) / self->full : 0;
  double trough = isnan (self->post) ? w : self->post * scale;
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) w, (float) h);
  cairo_t *cr;

  if (self->full <= 0 || w <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &all);
  bf_palette_source (widget, cr, "trough");
  round_box (cr, 0, y, trough, self->height, 2);
  cairo_fill (cr);
  draw_parts (self, cr, y, scale);
  if (!isnan (self->post))
    bf_paint_box (widget,
                  cr,
                  "ink",
                  round (self->post * scale),
                  y - POST_BEYOND,
                  POST_WIDTH,
                  self->height + 2 * POST_BEYOND);
  cairo_destroy (cr);
}

static void
bf_bar_cell_class_init (BfBarCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bf_bar_cell_measure;
  widget_class->snapshot = bf_bar_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "barcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bf_bar_cell_init (BfBarCell *self)
{
  self->width = 62;
  self->height = 8;
  self->post = NAN;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
bf_bar_cell_new (void)
{
  return g_object_new (BF_TYPE_BAR_CELL, NULL);
}

void
bf_bar_cell_set_size (BfBarCell *bar, int width, int height)
{
  bar->width = width;
  bar->height = height;
  gtk_widget_set_hexpand (GTK_WIDGET (bar), width < 0);
  gtk_widget_queue_resize (GTK_WIDGET (bar));
}

void
bf_bar_cell_reset (BfBarCell *bar, double full)
{
  bar->full = full;
  bar->n_parts = 0;
  gtk_widget_queue_draw (GTK_WIDGET (bar));
}

void
bf_bar_cell_add (BfBarCell *bar, const char *role, double length)
{
  g_return_if_fail (bar->n_parts < BF_BAR_PARTS);
  if (!(length > 0))
    return;
  bar->parts[bar->n_parts].role = role;
  bar->parts[bar->n_parts].length = length;
  bar->n_parts++;
}

void
bf_bar_cell_set_post (BfBarCell *bar, double at)
{
  bar->post = at;
  gtk_widget_queue_resize (GTK_WIDGET (bar));
}
