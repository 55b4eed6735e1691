/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A painted field larger than its widget: what the timeline and the interface map have in common.
 *
 * Holds the two adjustments of a scrolled window (kinetic scrolling is the scrolled window's), pans
 * with the hand, and zooms with Ctrl and the wheel or a pinch at the point under it. What a scale
 * is, the subclass knows. Coordinates of the widget are in its px; those of the adjustments are the
 * subclass's own. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BF_TYPE_CANVAS (bf_canvas_get_type ())
G_DECLARE_DERIVABLE_TYPE (BfCanvas, bf_canvas, BF, CANVAS, GtkWidget)

struct _BfCanvasClass
{
  GtkWidgetClass parent_class;

  /* An adjustment has another value. */
  void (*scrolled) (BfCanvas *canvas);
  /* @factor times larger; the point of the widget stays over what it is over. */
  void (*zoom) (BfCanvas *canvas, double factor, double x, double y);
};

/* Never NULL. */
GtkAdjustment *bf_canvas_across (BfCanvas *canvas);
GtkAdjustment *bf_canvas_down (BfCanvas *canvas);
/* How large the field is, how much of it is seen, and how far a key scrolls. */
void bf_canvas_set_extent (
    BfCanvas *canvas, GtkOrientation orientation, double all, double page, double step);
/* Keeps the point under @anchor of the page there when the field becomes @factor times longer. */
void bf_canvas_stretch (BfCanvas *canvas, GtkOrientation orientation, double factor, double anchor);
/* Panning by hand: @dx and @dy since it began. */
void bf_canvas_begin_pan (BfCanvas *canvas);
void bf_canvas_pan (BfCanvas *canvas, double dx, double dy);

G_END_DECLS
