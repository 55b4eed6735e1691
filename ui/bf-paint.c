/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-paint.h"

#include <math.h>

#include "bf-palette.h"

#define HATCH_STEP 5
#define HATCH_WIDTH 2
#define DOT_STEP 4

void
bf_paint_box (
    GtkWidget *widget, cairo_t *cr, const char *role, double x, double y, double w, double h)
{
  bf_palette_source (widget, cr, role);
  cairo_rectangle (cr, x, y, w, h);
  cairo_fill (cr);
}

void
bf_paint_hatch (GtkWidget *widget,
                cairo_t *cr,
                const char *role,
                gboolean rising,
                double x,
                double y,
                double w,
                double h)
{
  double at;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, w, h);
  cairo_clip (cr);
  bf_palette_source (widget, cr, role);
  cairo_set_line_width (cr, HATCH_WIDTH);
  for (at = x - h - fmod (x - h, HATCH_STEP); at < x + w + h; at += HATCH_STEP)
    {
      cairo_move_to (cr, at, rising ? y + h : y);
      cairo_line_to (cr, at + h, rising ? y : y + h);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
bf_paint_dots (
    GtkWidget *widget, cairo_t *cr, const char *role, double x, double y, double w, double h)
{
  double i, j;

  bf_palette_source (widget, cr, role);
  for (j = y + 2; j + 1 < y + h; j += DOT_STEP)
    for (i = x + 2; i + 1 < x + w; i += DOT_STEP)
      cairo_rectangle (cr, i, j, 1.2, 1.2);
  cairo_fill (cr);
}

void
bf_paint_outline (
    GtkWidget *widget, cairo_t *cr, const char *role, double x, double y, double w, double h)
{
  bf_palette_source (widget, cr, role);
  cairo_set_line_width (cr, 1);
  cairo_rectangle (cr, x + 0.5, y + 0.5, w - 1, h - 1);
  cairo_stroke (cr);
}

void
bf_paint_line (GtkWidget *widget,
               cairo_t *cr,
               const char *role,
               double thick,
               double x0,
               double y0,
               double x1,
               double y1)
{
  if (x0 == x1)
    x0 = x1 = round (x0 - thick / 2) + thick / 2;
  if (y0 == y1)
    y0 = y1 = round (y0 - thick / 2) + thick / 2;
  bf_palette_source (widget, cr, role);
  cairo_set_line_width (cr, thick);
  cairo_move_to (cr, x0, y0);
  cairo_line_to (cr, x1, y1);
  cairo_stroke (cr);
}

static PangoLayout *
lay_out (GtkWidget *widget, const BfTextStyle *style, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoContext *context = pango_layout_get_context (layout);
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (PangoFontDescription) font =
      pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, style->px * PANGO_SCALE);
  pango_font_description_set_weight (font, (PangoWeight) style->weight);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  return layout;
}

double
bf_paint_text (
    GtkWidget *widget, cairo_t *cr, const BfTextStyle *style, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = lay_out (widget, style, text);
  int width = 0, height = 0;

  pango_layout_get_pixel_size (layout, &width, &height);
  bf_palette_source (widget, cr, style->role);
  cairo_move_to (cr, round (x - style->xalign * width), round (y - height / 2.0));
  pango_cairo_show_layout (cr, layout);
  return width;
}

double
bf_paint_text_width (GtkWidget *widget, const BfTextStyle *style, const char *text)
{
  g_autoptr (PangoLayout) layout = lay_out (widget, style, text);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}
