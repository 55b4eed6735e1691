/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Patterns and words for what paints itself with cairo. Roles are those of bf-palette.h. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills the rectangle with one role. */
void bf_paint_box (
    GtkWidget *widget, cairo_t *cr, const char *role, double x, double y, double w, double h);
/* Lines of 45° (@rising: "/") over the rectangle, @width wide, @step apart. */
void bf_paint_hatch (GtkWidget *widget,
                     cairo_t *cr,
                     const char *role,
                     gboolean rising,
                     double x,
                     double y,
                     double w,
                     double h);
/* Dots on a 4 px raster. */
void bf_paint_dots (
    GtkWidget *widget, cairo_t *cr, const char *role, double x, double y, double w, double h);
/* A 1 px outline inside the rectangle. */
void bf_paint_outline (
    GtkWidget *widget, cairo_t *cr, const char *role, double x, double y, double w, double h);
/* A crisp line of @thick px from one point to another; upright and level lines lie on pixels. */
void bf_paint_line (GtkWidget *widget,
                    cairo_t *cr,
                    const char *role,
                    double thick,
                    double x0,
                    double y0,
                    double x1,
                    double y1);

typedef struct
{
  double px;        /* size */
  int weight;       /* 400 .. 700 */
  const char *role; /* colour */
  double xalign;    /* 0: @x is the left edge, 0.5 the middle, 1 the right edge */
} BfTextStyle;

/* Words with their middle at height @y; returns their width. */
double bf_paint_text (
    GtkWidget *widget, cairo_t *cr, const BfTextStyle *style, const char *text, double x, double y);
/* Width that the words would take. */
double bf_paint_text_width (GtkWidget *widget, const BfTextStyle *style, const char *text);

G_END_DECLS
