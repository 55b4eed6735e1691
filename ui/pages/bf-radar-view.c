/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-radar-view.h"

#include <math.h>

#include "bf-paint.h"
#include "bf-palette.h"
#include "bf-radar.h"

#define MARGIN 36
#define LABEL_GAP 16
#define SQUARE 6
#define RING 4

typedef struct
{
  char name[12];
  double verified, effective, target; /* shares */
  gboolean has_target, gains;
} Axis;

struct _BfRadarView
{
  BfChart parent_instance;

  GArray *axes;
  double low, high;
};

G_DEFINE_FINAL_TYPE (BfRadarView, bf_radar_view, BF_TYPE_CHART)

typedef struct
{
  BfRadarView *self;
  GtkWidget *widget;
  cairo_t *cr;
  double x, y, radius;
} Canvas;

static const Axis *
axis_at (BfRadarView *self, guint i)
{
  return &g_array_index (self->axes, Axis, i);
}

static BfRadarPoint
place (const Canvas *canvas, guint axis, double share)
{
  BfRadarPoint point = bf_radar_point (canvas->self->axes->len, axis, share, canvas->radius);

  point.x += canvas->x;
  point.y += canvas->y;
  return point;
}

static void
trace (const Canvas *canvas, double (*share) (const Axis *axis))
{
  guint i;

  for (i = 0; i < canvas->self->axes->len; i++)
    {
      BfRadarPoint at = place (canvas, i, share (axis_at (canvas->self, i)));

      cairo_line_to (canvas->cr, at.x, at.y);
    }
  cairo_close_path (canvas->cr);
}

static double
verified_share (const Axis *axis)
{
  return axis->verified;
}

static double
effective_share (const Axis *axis)
{
  return axis->effective;
}

static double
target_share (const Axis *axis)
{
  return axis->has_target ? axis->target : axis->effective;
}

static void
draw_web (const Canvas *canvas)
{
  guint n = canvas->self->axes->len, rings, i, k;

  bf_palette_source (canvas->widget, canvas->cr, "border");
  cairo_set_line_width (canvas->cr, 1);
  rings = (guint) (canvas->self->high - canvas->self->low);
  for (k = 1; k <= rings; k++)
    {
      cairo_new_sub_path (canvas->cr);
      for (i = 0; i < n; i++)
        {
          BfRadarPoint at = place (canvas, i, (double) k / rings);

          cairo_line_to (canvas->cr, at.x, at.y);
        }
      cairo_close_path (canvas->cr);
    }
  for (i = 0; i < n; i++)
    {
      BfRadarPoint at = place (canvas, i, 1);

      cairo_move_to (canvas->cr, canvas->x, canvas->y);
      cairo_line_to (canvas->cr, at.x, at.y);
    }
  cairo_stroke (canvas->cr);
}

static void
draw_names (const Canvas *canvas)
{
  const BfTextStyle name = { 12, 600, "ink", 0.5 }, scale = { 11, 400, "ink2", 0 };
  guint n = canvas->self->axes->len, i;
  double level;

  for (i = 0; i < n; i++)
    {
      BfRadarPoint at = place (canvas, i, 1 + LABEL_GAP / canvas->radius);

      bf_paint_text (
          canvas->widget, canvas->cr, &name, axis_at (canvas->self, i)->name, at.x, at.y);
    }
  for (level = canvas->self->low + 1; level <= canvas->self->high; level++)
    {
      g_autofree char *text = g_strdup_printf ("%.0f", level);
      BfRadarPoint at =
          place (canvas, n / 4, bf_scale_share (level, canvas->self->low, canvas->self->high));

      bf_paint_text (canvas->widget, canvas->cr, &scale, text, at.x + 4, at.y + 10);
    }
}

static void
draw_areas (const Canvas *canvas)
{
  const double dashes[] = { 5, 4 };
  cairo_t *cr = canvas->cr;

  trace (canvas, effective_share);
  bf_palette_source (canvas->widget, cr, "proof_tint");
  cairo_fill_preserve (cr);
  bf_palette_source (canvas->widget, cr, "proof");
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  trace (canvas, verified_share);
  bf_palette_source (canvas->widget, cr, "legacy_tint");
  cairo_fill_preserve (cr);
  bf_palette_source (canvas->widget, cr, "legacy");
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
  trace (canvas, target_share);
  bf_palette_source (canvas->widget, cr, "build");
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_ring (const Canvas *canvas, BfRadarPoint at)
{
  cairo_new_sub_path (canvas->cr);
  cairo_arc (canvas->cr, at.x, at.y, RING, 0, 2 * G_PI);
  bf_palette_source (canvas->widget, canvas->cr, "card");
  cairo_fill_preserve (canvas->cr);
  bf_palette_source (canvas->widget, canvas->cr, "build");
  cairo_set_line_width (canvas->cr, 2);
  cairo_stroke (canvas->cr);
}

static void
draw_triangle (const Canvas *canvas, BfRadarPoint at)
{
  cairo_move_to (canvas->cr, at.x, at.y - 5);
  cairo_line_to (canvas->cr, at.x + 4.5, at.y + 4);
  cairo_line_to (canvas->cr, at.x - 4.5, at.y + 4);
  cairo_close_path (canvas->cr);
  bf_palette_source (canvas->widget, canvas->cr, "proof");
  cairo_fill (canvas->cr);
}

static void
draw_signs (const Canvas *canvas)
{
  guint i;

  for (i = 0; i < canvas->self->axes->len; i++)
    {
      const Axis *axis = axis_at (canvas->self, i);
      BfRadarPoint at = place (canvas, i, axis->verified);

      bf_paint_box (canvas->widget,
                    canvas->cr,
                    "legacy",
                    at.x - SQUARE / 2.0,
                    at.y - SQUARE / 2.0,
                    SQUARE,
                    SQUARE);
      if (axis->gains)
        draw_triangle (canvas, place (canvas, i, axis->effective));
      if (axis->has_target)
        draw_ring (canvas, place (canvas, i, axis->target));
    }
}

static void
bf_radar_view_draw (BfChart *chart, cairo_t *cr, double width, double height)
{
  BfRadarView *self = BF_RADAR_VIEW (chart);
  Canvas canvas = { self,      GTK_WIDGET (chart), cr,
                    width / 2, height / 2,         MIN (width, height) / 2 - MARGIN };

  if (self->axes->len < 3 || canvas.radius <= 0)
    return;
  draw_web (&canvas);
  draw_areas (&canvas);
  draw_names (&canvas);
  draw_signs (&canvas);
}

static void
bf_radar_view_finalize (GObject *object)
{
  g_array_unref (BF_RADAR_VIEW (object)->axes);
  G_OBJECT_CLASS (bf_radar_view_parent_class)->finalize (object);
}

static void
bf_radar_view_class_init (BfRadarViewClass *klass)
{
  BfChartClass *chart_class = BF_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bf_radar_view_finalize;
  chart_class->width = 336;
  chart_class->height = 222;
  chart_class->draw = bf_radar_view_draw;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "radar");
}

static void
bf_radar_view_init (BfRadarView *self)
{
  self->axes = g_array_new (FALSE, TRUE, sizeof (Axis));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
bf_radar_view_new (void)
{
  return g_object_new (BF_TYPE_RADAR_VIEW, NULL);
}

void
bf_radar_view_show (BfRadarView *view, const BfMaturityFramework *framework, const char *label)
{
  guint i;

  view->low = framework->scale_min;
  view->high = framework->shown_max;
  g_array_set_size (view->axes, 0);
  for (i = 0; i < framework->levels->len; i++)
    {
      const BfMaturityLevel *level = &g_array_index (framework->levels, BfMaturityLevel, i);
      Axis axis = {
        .verified = bf_scale_share (level->verified, view->low, view->high),
        .effective = bf_scale_share (level->effective, view->low, view->high),
        .target = bf_scale_share (level->target, view->low, view->high),
        .has_target = !isnan (level->target),
        .gains = level->effective > level->verified,
      };

      g_strlcpy (axis.name, level->short_id, sizeof axis.name);
      g_array_append_val (view->axes, axis);
    }
  bf_chart_changed (BF_CHART (view), label);
}
