/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-date-cursor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-format.h"
#include "bf-step-paint.h"

#define PAD 7.0

struct _BfDateCursor
{
  GtkWidget parent_instance;
  BfTimelineText *text;
  const BfTimelineColors *colors;
  gint64 day, first, last;
  char *words;
};

G_DEFINE_FINAL_TYPE (BfDateCursor, bf_date_cursor, GTK_TYPE_WIDGET)

static guint moved_signal;

/* The day that a key leads to; BF_BLANK for other keys. */
static gint64
day_of_key (BfDateCursor *cursor, guint key, GdkModifierType modifiers)
{
  int days = modifiers & GDK_SHIFT_MASK ? 7 : 1;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Down:
      return cursor->day - days;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Up:
      return cursor->day + days;
    case GDK_KEY_Page_Up:
      return bf_day_add_months (cursor->day, -1);
    case GDK_KEY_Page_Down:
      return bf_day_add_months (cursor->day, 1);
    case GDK_KEY_Home:
      return cursor->first;
    case GDK_KEY_End:
      return cursor->last;
    default:
      return BF_BLANK;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                BfDateCursor *cursor)
{
  gint64 day = modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK) ? BF_BLANK
                                                             : day_of_key (cursor, key, modifiers);

  if (day == BF_BLANK)
    return FALSE;
  g_signal_emit (cursor, moved_signal, 0, CLAMP (day, cursor->first, cursor->last));
  return TRUE;
}

static void
snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  BfDateCursor *cursor = BF_DATE_CURSOR (widget);
  double width = gtk_widget_get_width (widget);
  graphene_rect_t box =
      GRAPHENE_RECT_INIT (-3, -3, (float) width + 6, (float) BF_DATE_CURSOR_HEIGHT + 6);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &box);

  if (gtk_widget_has_visible_focus (widget))
    {
      bf_rounded_rect (cr, -2, -2, width + 4, BF_DATE_CURSOR_HEIGHT + 4, 6);
      bf_color_source (cr, cursor->colors, BF_COLOR_INK);
      cairo_set_line_width (cr, 1.5);
      cairo_stroke (cr);
    }
  bf_rounded_rect (cr, 0, 0, width, BF_DATE_CURSOR_HEIGHT, 4);
  bf_color_source (cr, cursor->colors, BF_COLOR_ACCENT);
  cairo_fill (cr);
  bf_color_source (cr, cursor->colors, BF_COLOR_VIEW);
  bf_timeline_text_draw (
      cursor->text, cr, cursor->words, BF_TEXT_PILL, PAD, BF_DATE_CURSOR_HEIGHT / 2, -1);
  cairo_destroy (cr);
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  *minimum = *natural = 1;
}

static void
state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  GTK_WIDGET_CLASS (bf_date_cursor_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

static void
finalize (GObject *object)
{
  g_free (BF_DATE_CURSOR (object)->words);
  G_OBJECT_CLASS (bf_date_cursor_parent_class)->finalize (object);
}

static void
bf_date_cursor_class_init (BfDateCursorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->snapshot = snapshot;
  widget_class->measure = measure;
  widget_class->state_flags_changed = state_flags_changed;
  gtk_widget_class_set_css_name (widget_class, "datecursor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
  moved_signal = g_signal_new ("moved",
                               G_TYPE_FROM_CLASS (klass),
                               G_SIGNAL_RUN_LAST,
                               0,
                               NULL,
                               NULL,
                               NULL,
                               G_TYPE_NONE,
                               1,
                               G_TYPE_INT64);
}

static void
bf_date_cursor_init (BfDateCursor *cursor)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  cursor->words = g_strdup ("");
  cursor->first = G_MININT64;
  cursor->last = G_MAXINT64;
  gtk_widget_set_focusable (GTK_WIDGET (cursor), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (cursor), "ew-resize");
  gtk_widget_set_tooltip_text (GTK_WIDGET (cursor),
                               _ ("Drag it along the ruler, or move it with the arrow keys"));
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), cursor);
  gtk_widget_add_controller (GTK_WIDGET (cursor), key);
}

GtkWidget *
bf_date_cursor_new (BfTimelineText *text, const BfTimelineColors *colors)
{
  BfDateCursor *cursor = g_object_new (BF_TYPE_DATE_CURSOR, NULL);

  cursor->text = text;
  cursor->colors = colors;
  return GTK_WIDGET (cursor);
}

void
bf_date_cursor_set_day (BfDateCursor *cursor, gint64 day)
{
  g_autofree char *name = NULL;

  cursor->day = day;
  g_free (cursor->words);
  cursor->words = bf_format_day (day);
  /* Translators: the cursor on the timeline, "Plant on 17 Mar 2029". */
  name = g_strdup_printf (_ ("Plant on %s"), cursor->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cursor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (cursor));
}

void
bf_date_cursor_set_range (BfDateCursor *cursor, gint64 first, gint64 last)
{
  cursor->first = first;
  cursor->last = last;
}

double
bf_date_cursor_get_width (BfDateCursor *cursor)
{
  return ceil (bf_timeline_text_measure (cursor->words, BF_TEXT_PILL, cursor->text)) + 2 * PAD;
}
