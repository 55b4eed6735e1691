/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-interface-map-paint.h"

#include <glib/gi18n-lib.h>

#include "bf-paint.h"
#include "bf-palette.h"

#define RADIUS 12.0
#define SIDE 9.0

/* --- Bands --------------------------------------------------------------------------------- */

static const struct
{
  const char *number, *name;
} levels[BF_N_LEVELS] = {
  [BF_LEVEL_0] = { "0", N_ ("Process") },      [BF_LEVEL_1] = { "1", N_ ("Control") },
  [BF_LEVEL_2] = { "2", N_ ("Supervision") },  [BF_LEVEL_3] = { "3", N_ ("Operations") },
  [BF_LEVEL_3_5] = { "3.5", N_ ("IT to OT") }, [BF_LEVEL_4] = { "4", N_ ("Business") },
  [BF_LEVEL_5] = { "5", N_ ("Enterprise") },
};

static void
round_box (cairo_t *cr, double x, double y, double w, double h)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + w - RADIUS, y + RADIUS, RADIUS, -G_PI_2, 0);
  cairo_arc (cr, x + w - RADIUS, y + h - RADIUS, RADIUS, 0, G_PI_2);
  cairo_arc (cr, x + RADIUS, y + h - RADIUS, RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, x + RADIUS, y + RADIUS, RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
paint_band (GtkWidget *widget, cairo_t *cr, const BfMapBand *band, double width)
{
  static const BfTextStyle number = { 18, 700, "ink", 0 }, name = { 11, 400, "ink2", 0 };
  double middle = band->y + band->height / 2;
  gboolean known = band->level >= 0 && band->level < BF_N_LEVELS;

  bf_palette_source (widget, cr, "map_band");
  round_box (cr, SIDE, band->y, width - 2 * SIDE, band->height);
  cairo_fill (cr);
  bf_paint_text (
      widget, cr, &number, known ? levels[band->level].number : "–", SIDE + 12, middle - 9);
  bf_paint_text (widget,
                 cr,
                 &name,
                 known ? _ (levels[band->level].name) : _ ("No level"),
                 SIDE + 12,
                 middle + 10);
}

void
bf_map_paint_bands (GtkWidget *widget, cairo_t *cr, const BfInterfaceMap *map)
{
  guint i;

  for (i = 0; i < map->n_bands; i++)
    paint_band (widget, cr, &map->bands[i], map->width);
}

/* --- Lines --------------------------------------------------------------------------------- */

static void
set_pen (GtkWidget *widget, cairo_t *cr, BfMapDebt weight, gboolean on_paper, double strength)
{
  static const struct
  {
    const char *role;
    double width;
  } pens[] = {
    [BF_MAP_DEBT_LOW] = { "ink3", 1 },
    [BF_MAP_DEBT_MIDDLE] = { "legacy", 1.5 },
    [BF_MAP_DEBT_HIGH] = { "stop", 2.3 },
  };
  static const double dashes[] = { 6, 4 };

  bf_palette_source_alpha (widget, cr, pens[weight].role, strength);
  cairo_set_line_width (cr, pens[weight].width);
  cairo_set_dash (cr, dashes, on_paper ? G_N_ELEMENTS (dashes) : 0, 0);
}

void
bf_map_paint_line (GtkWidget *widget, cairo_t *cr, const BfMapLine *line, double strength)
{
  guint i;

  set_pen (widget, cr, line->weight, line->on_paper, strength);
  cairo_move_to (cr, line->x, line->y);
  for (i = 0; i < line->n_curves; i++)
    {
      const BfMapCurve *curve = &line->curves[i];

      cairo_curve_to (cr, curve->x1, curve->y1, curve->x2, curve->y2, curve->x, curve->y);
    }
  cairo_stroke (cr);
}

void
bf_map_paint_sample (GtkWidget *widget,
                     cairo_t *cr,
                     BfMapDebt weight,
                     gboolean on_paper,
                     double x,
                     double y,
                     double width)
{
  set_pen (widget, cr, weight, on_paper, 1);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}
