/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-timeline-text.h"

#include <math.h>

#define FAMILY "Inter, Cantarell, sans-serif"
#define MOST_LAYOUTS 6000

struct _BfTimelineText
{
  PangoContext *context;
  PangoFontDescription *fonts[BF_N_TEXT_KINDS];
  GHashTable *layouts[BF_N_TEXT_KINDS]; /* words to PangoLayout */
  PangoLayout *cut;                     /* for the few that end in an ellipsis */
  double offset[BF_N_TEXT_KINDS];       /* from a layout's top to the middle of its letters */
};

static PangoFontDescription *
make_font (BfTextKind kind)
{
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);

  pango_font_description_set_absolute_size (font, bf_text_faces[kind].size * PANGO_SCALE);
  pango_font_description_set_weight (font, (PangoWeight) bf_text_faces[kind].weight);
  return font;
}

static PangoLayout *
make_layout (BfTimelineText *text, const char *words, BfTextKind kind)
{
  PangoLayout *layout = pango_layout_new (text->context);

  pango_layout_set_font_description (layout, text->fonts[kind]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, words, -1);
  return layout;
}

/* Capitals and digits stand in the middle, whatever the font's line height is. */
static double
middle_offset (BfTimelineText *text, BfTextKind kind)
{
  g_autoptr (PangoLayout) layout = make_layout (text, "H0", kind);
  PangoRectangle ink;

  pango_layout_get_extents (layout, &ink, NULL);
  return (ink.y + ink.height / 2.0) / PANGO_SCALE;
}

BfTimelineText *
bf_timeline_text_new (PangoContext *context)
{
  BfTimelineText *text = g_new0 (BfTimelineText, 1);

  text->context = g_object_ref (context);
  for (guint i = 0; i < BF_N_TEXT_KINDS; i++)
    {
      text->fonts[i] = make_font (i);
      text->layouts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
      text->offset[i] = middle_offset (text, i);
    }
  text->cut = pango_layout_new (context);
  pango_layout_set_ellipsize (text->cut, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (text->cut, TRUE);
  return text;
}

void
bf_timeline_text_free (BfTimelineText *text)
{
  if (!text)
    return;
  for (guint i = 0; i < BF_N_TEXT_KINDS; i++)
    {
      pango_font_description_free (text->fonts[i]);
      g_hash_table_unref (text->layouts[i]);
    }
  g_object_unref (text->cut);
  g_object_unref (text->context);
  g_free (text);
}

/* Making layouts is what text costs: each is made once. */
static PangoLayout *
layout_of (BfTimelineText *text, const char *words, BfTextKind kind)
{
  PangoLayout *layout = g_hash_table_lookup (text->layouts[kind], words);

  if (layout)
    return layout;
  if (g_hash_table_size (text->layouts[kind]) > MOST_LAYOUTS)
    g_hash_table_remove_all (text->layouts[kind]);
  layout = make_layout (text, words, kind);
  g_hash_table_insert (text->layouts[kind], g_strdup (words), layout);
  return layout;
}

double
bf_timeline_text_measure (const char *words, BfTextKind kind, gpointer data)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout_of (data, words, kind), NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

static PangoLayout *
limited_layout (BfTimelineText *text, const char *words, BfTextKind kind, double max_width)
{
  if (max_width < 0 || bf_timeline_text_measure (words, kind, text) <= max_width + 0.5)
    return layout_of (text, words, kind);
  pango_layout_set_font_description (text->cut, text->fonts[kind]);
  pango_layout_set_text (text->cut, words, -1);
  pango_layout_set_width (text->cut, (int) (max_width * PANGO_SCALE));
  return text->cut;
}

void
bf_timeline_text_draw (BfTimelineText *text,
                       cairo_t *cr,
                       const char *words,
                       BfTextKind kind,
                       double x,
                       double y,
                       double max_width)
{
  PangoLayout *layout = limited_layout (text, words, kind, max_width);

  cairo_move_to (cr, x, round (y - text->offset[kind]));
  pango_cairo_show_layout (cr, layout);
}
