/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-key.h"

#include "bf-paint.h"
#include "bf-palette.h"

#define SIZE 12
#define LONG 24

typedef struct
{
  BfKeySign sign;
  const char *role;
  char tint[32];
} Key;

static void
paint_square (GtkWidget *widget, cairo_t *cr, const Key *key)
{
  gboolean tinted = key->sign != BF_KEY_SQUARE;

  bf_paint_box (widget, cr, tinted ? key->tint : key->role, 0, 1, SIZE, SIZE);
  if (key->sign == BF_KEY_RISING)
    bf_paint_hatch (widget, cr, key->role, TRUE, 0, 1, SIZE, SIZE);
  if (key->sign == BF_KEY_FALLING)
    bf_paint_hatch (widget, cr, key->role, FALSE, 0, 1, SIZE, SIZE);
  if (key->sign == BF_KEY_DOTS)
    bf_paint_dots (widget, cr, key->role, 0, 1, SIZE, SIZE);
  if (tinted)
    bf_paint_outline (widget, cr, key->role, 0, 1, SIZE, SIZE);
}

static void
paint_rails (GtkWidget *widget, cairo_t *cr, const Key *key)
{
  bf_paint_box (widget, cr, key->role, 0, 2, SIZE, 4);
  bf_paint_box (widget, cr, key->tint, 0, 8, SIZE, 4);
  bf_paint_outline (widget, cr, key->role, 0, 8, SIZE, 4);
}

static void
paint_ring (GtkWidget *widget, cairo_t *cr, const Key *key)
{
  cairo_arc (cr, SIZE / 2.0, 7, 4.5, 0, 2 * G_PI);
  bf_palette_source (widget, cr, key->role);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
paint_triangle (GtkWidget *widget, cairo_t *cr, const Key *key)
{
  cairo_move_to (cr, SIZE / 2.0, 2);
  cairo_line_to (cr, SIZE, SIZE);
  cairo_line_to (cr, 0, SIZE);
  cairo_close_path (cr);
  bf_palette_source (widget, cr, key->role);
  cairo_fill (cr);
}

static void
paint_capsule (GtkWidget *widget, cairo_t *cr, const Key *key)
{
  bf_paint_box (widget, cr, key->tint, 0, 4, LONG, 6);
  bf_paint_outline (widget, cr, key->role, 0, 4, LONG, 6);
}

static void
paint_tick (GtkWidget *widget, cairo_t *cr, const Key *key)
{
  const double dashes[] = { 1.5, 1.5 };

  cairo_set_dash (cr, dashes, 2, 0);
  bf_paint_line (widget, cr, key->role, 1, 0, 7, LONG - 2, 7);
  cairo_set_dash (cr, NULL, 0, 0);
  bf_paint_line (widget, cr, key->role, 1.5, LONG - 2, 2, LONG - 2, 12);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  GtkWidget *widget = GTK_WIDGET (area);
  const Key *key = data;

  switch (key->sign)
    {
    case BF_KEY_LINE:
      bf_paint_box (widget, cr, key->role, 0, 5, width, 4);
      break;
    case BF_KEY_POST:
      bf_paint_box (widget, cr, key->role, 4, 0, 4, height);
      break;
    case BF_KEY_RAILS:
      paint_rails (widget, cr, key);
      break;
    case BF_KEY_RING:
      paint_ring (widget, cr, key);
      break;
    case BF_KEY_TRIANGLE:
      paint_triangle (widget, cr, key);
      break;
    case BF_KEY_CAPSULE:
      paint_capsule (widget, cr, key);
      break;
    case BF_KEY_TICK:
      paint_tick (widget, cr, key);
      break;
    case BF_KEY_SQUARE:
    case BF_KEY_DOTS:
    case BF_KEY_RISING:
    case BF_KEY_FALLING:
    default:
      paint_square (widget, cr, key);
    }
}

static gboolean
is_long (BfKeySign sign)
{
  return sign == BF_KEY_LINE || sign == BF_KEY_CAPSULE || sign == BF_KEY_TICK;
}

GtkWidget *
bf_key_new (BfKeySign sign, const char *role, const char *word)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (word);
  Key *key = g_new0 (Key, 1);

  key->sign = sign;
  key->role = role;
  g_snprintf (key->tint, sizeof key->tint, "%s_tint", role);
  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), is_long (sign) ? LONG : SIZE);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SIZE + 2);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, key, g_free);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "key");
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}
