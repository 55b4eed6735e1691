/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-paint.h"

#include <math.h>

#define COMB_PITCH 5.0
#define COMB_GAP 1.4
#define HATCH_ON 2.0
#define HATCH_STEP 5.0
#define WHISKER_DOT_ONLY 2.5
#define RELEASED_ALPHA 0.55

void
bf_rounded_rect (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* A tile that meets itself on all sides; a recording, so that print stays sharp. */
static cairo_surface_t *
hatch_tile (BfColor color, double width, double size)
{
  cairo_rectangle_t extents = { 0, 0, size, size };
  cairo_surface_t *tile = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (tile);

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_set_line_width (cr, width);
  for (int i = -1; i <= 1; i++)
    {
      cairo_move_to (cr, i * size - size, 2 * size);
      cairo_line_to (cr, i * size + 2 * size, -size);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  return tile;
}

void
bf_hatch_source (cairo_t *cr, BfColor color, double width, double step)
{
  cairo_surface_t *tile = hatch_tile (color, width, step * G_SQRT2);
  cairo_pattern_t *pattern = cairo_pattern_create_for_surface (tile);

  cairo_pattern_set_extend (pattern, CAIRO_EXTEND_REPEAT);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
  cairo_surface_destroy (tile);
}

static void
set_color (cairo_t *cr, BfColor color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

static double
outline_width (const BfStepLook *look)
{
  return look->high_contrast ? 2 : 1;
}

/* The box on whole pixels. */
static BfRect
snapped (const BfRect *box)
{
  double x = floor (box->x + 0.5);
  double right = MAX (x + 1, floor (bf_rect_right (box) + 0.5));

  return (BfRect){ x, box->y, right - x, box->height };
}

static void
outline (cairo_t *cr, const BfRect *box, double radius, BfColor color, double width)
{
  double inset = width / 2;

  bf_rounded_rect (
      cr, box->x + inset, box->y + inset, box->width - width, box->height - width, radius);
  set_color (cr, color);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

/* Thin parts are all outline: then they are filled with it. */
static void
paint_build (cairo_t *cr, const BfPart *part, const BfStepLook *look)
{
  BfRect box = snapped (&part->box);
  BfColor edge = look->colors->of[BF_COLOR_BUILD];
  double radius = 3 * look->size.scale;

  bf_rounded_rect (cr, box.x, box.y, box.width, box.height, radius);
  set_color (cr, look->shade ? *look->shade : look->colors->of[BF_COLOR_BUILD_TINT]);
  cairo_fill (cr);
  if (box.width >= 2)
    outline (cr, &box, radius - 0.5, edge, outline_width (look));
}

static void
paint_retire (cairo_t *cr, const BfPart *part, const BfStepLook *look)
{
  static const double dash[] = { 3, 2 };
  BfRect box = snapped (&part->box);
  BfColor legacy = look->colors->of[BF_COLOR_LEGACY];

  cairo_save (cr);
  bf_rounded_rect (cr, box.x, box.y, box.width, box.height, 2);
  cairo_clip (cr);
  set_color (cr, look->shade ? *look->shade : look->colors->of[BF_COLOR_LEGACY_TINT]);
  cairo_paint (cr);
  bf_hatch_source (cr, legacy, 1, 4);
  cairo_paint (cr);
  cairo_scale (cr, -1, 1);
  bf_hatch_source (cr, legacy, 1, 4);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_set_dash (cr, dash, 2, 0);
  outline (cr, &box, 2, legacy, outline_width (look));
  cairo_restore (cr);
}

static void
paint_offline (cairo_t *cr, const BfPart *part, const BfStepLook *look)
{
  BfRect box = snapped (&part->box);
  BfColor proof = look->colors->of[BF_COLOR_PROOF];
  double scale = look->size.scale;

  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  bf_color_source (cr, look->colors, BF_COLOR_PROOF_TINT);
  cairo_fill_preserve (cr);
  bf_hatch_source (cr, proof, HATCH_ON * scale, HATCH_STEP * scale);
  cairo_fill (cr);
  outline (cr, &box, 0, proof, outline_width (look));
}

static void
paint_online (cairo_t *cr, const BfPart *part, const BfStepLook *look)
{
  BfRect box = snapped (&part->box);
  double scale = look->size.scale;

  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  bf_color_source (cr, look->colors, BF_COLOR_PROOF);
  cairo_fill (cr);
  for (double x = box.x + 3 * scale; x + COMB_GAP < bf_rect_right (&box) - scale;
       x += COMB_PITCH * scale)
    cairo_rectangle (cr, x, box.y + scale, COMB_GAP * scale, box.height - 2 * scale);
  bf_color_source (cr, look->colors, BF_COLOR_PROOF_TINT);
  cairo_fill (cr);
}

static void
paint_wait (cairo_t *cr, const BfPart *part, const BfStepLook *look)
{
  static const double dash[] = { 1.5, 2.5 };
  double y = floor (part->box.y + part->box.height / 2) + 0.5;

  cairo_save (cr);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_width (cr, 1.2 * look->size.scale);
  bf_color_source (cr, look->colors, BF_COLOR_BUILD);
  cairo_move_to (cr, part->box.x + 1, y);
  cairo_line_to (cr, bf_rect_right (&part->box), y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Two rails: the old one solid, the new one outlined. */
static void
paint_parallel (cairo_t *cr, const BfPart *part, const BfStepLook *look)
{
  BfRect box = snapped (&part->box);
  double rail = box.height * 0.3;
  double inset = box.height * 0.08;
  BfRect lower = { box.x, bf_rect_bottom (&box) - inset - rail, box.width, rail };

  cairo_rectangle (cr, box.x, box.y + inset, box.width, rail);
  bf_color_source (cr, look->colors, BF_COLOR_BOTH);
  cairo_fill (cr);
  cairo_rectangle (cr, lower.x, lower.y, lower.width, lower.height);
  bf_color_source (cr, look->colors, BF_COLOR_BOTH_TINT);
  cairo_fill (cr);
  outline (cr, &lower, 0, look->colors->of[BF_COLOR_BOTH], outline_width (look));
}

static void
paint_hypercare (cairo_t *cr, const BfPart *part, const BfStepLook *look)
{
  double middle = part->box.y + part->box.height / 2;
  double scale = look->size.scale;
  double left = floor (part->box.x) + 0.5, right = bf_rect_right (&part->box);

  cairo_move_to (cr, left, middle - 5 * scale);
  cairo_line_to (cr, right, middle - 1 * scale);
  cairo_line_to (cr, right, middle + 1 * scale);
  cairo_line_to (cr, left, middle + 5 * scale);
  cairo_close_path (cr);
  bf_color_source (cr, look->colors, BF_COLOR_CARE_TINT);
  cairo_fill_preserve (cr);
  bf_color_source (cr, look->colors, BF_COLOR_CARE);
  cairo_set_line_width (cr, outline_width (look));
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
upright (cairo_t *cr, double x, double y, double reach)
{
  cairo_move_to (cr, x, y - reach);
  cairo_line_to (cr, x, y + reach);
}

static void
whisker_path (cairo_t *cr, const BfPart *part, double y, double scale)
{
  cairo_new_path (cr);
  cairo_move_to (cr, part->box.x, y);
  cairo_line_to (cr, part->x90, y);
  upright (cr, part->x80, y, 3 * scale);
  upright (cr, part->x90, y, 4 * scale);
}

/* With a halo, for the dot may lie on the proof of its own bar. */
static void
paint_release (cairo_t *cr, const BfPart *part, const BfStepLook *look)
{
  double scale = look->size.scale;
  double y = part->box.y + part->box.height / 2;
  gboolean whisker = part->box.width >= WHISKER_DOT_ONLY;

  bf_color_source (cr, look->colors, BF_COLOR_VIEW);
  if (whisker)
    {
      whisker_path (cr, part, y, scale);
      cairo_set_line_width (cr, 3 * scale);
      cairo_stroke (cr);
    }
  cairo_arc (cr, part->box.x, y, 3.4 * scale, 0, 2 * G_PI);
  cairo_fill (cr);
  bf_color_source (cr, look->colors, BF_COLOR_INK);
  cairo_arc (cr, part->box.x, y, 2.4 * scale, 0, 2 * G_PI);
  cairo_fill (cr);
  if (!whisker)
    return;
  whisker_path (cr, part, y, scale);
  cairo_set_line_width (cr, 1.3 * scale);
  cairo_stroke (cr);
}

static void
paint_cutover (cairo_t *cr, const BfPart *part, const BfStepLook *look)
{
  double scale = look->size.scale;
  double width = MAX (part->box.width, 1);
  double x = floor (part->box.x + 0.5);

  bf_rounded_rect (cr, x, part->box.y, width, part->box.height, 1.5 * scale);
  bf_color_source (cr, look->colors, BF_COLOR_VIEW);
  cairo_set_line_width (cr, 1.6 * scale);
  cairo_stroke_preserve (cr);
  bf_color_source (cr, look->colors, BF_COLOR_STOP);
  cairo_fill (cr);
}

void
bf_step_paint_part (cairo_t *cr, const BfPart *part, const BfStepLook *look)
{
  static void (*const painters[]) (cairo_t *, const BfPart *, const BfStepLook *) = {
    [BF_PART_BUILD] = paint_build,       [BF_PART_RETIRE] = paint_retire,
    [BF_PART_OFFLINE] = paint_offline,   [BF_PART_WAIT] = paint_wait,
    [BF_PART_CUTOVER] = paint_cutover,   [BF_PART_ONLINE] = paint_online,
    [BF_PART_PARALLEL] = paint_parallel, [BF_PART_HYPERCARE] = paint_hypercare,
    [BF_PART_RELEASE] = paint_release,
  };

  painters[part->kind](cr, part, look);
}

/* --- States --- */

static void
paint_started (cairo_t *cr, const BfStepParts *parts, const BfStepLook *look)
{
  const BfPart *build = bf_step_parts_find (parts, BF_PART_BUILD);
  double height = 4 * look->size.scale;
  double right;

  if (!build || isnan (look->today_x))
    return;
  right = MIN (look->today_x, bf_rect_right (&build->box));
  if (right <= build->box.x)
    return;
  cairo_rectangle (cr, build->box.x, (look->size.upper - height) / 2, right - build->box.x, height);
  bf_color_source (cr, look->colors, BF_COLOR_BUILD);
  cairo_fill (cr);
}

static void
paint_check (cairo_t *cr, const BfStepParts *parts, const BfStepLook *look)
{
  double x = parts->release_x + 9, y = look->size.upper / 2;

  cairo_arc (cr, x, y, 6.5, 0, 2 * G_PI);
  bf_color_source (cr, look->colors, BF_COLOR_PROOF);
  cairo_fill (cr);
  cairo_move_to (cr, x - 3, y);
  cairo_line_to (cr, x - 0.8, y + 2.2);
  cairo_line_to (cr, x + 3, y - 2.4);
  cairo_set_line_width (cr, 1.6);
  bf_color_source (cr, look->colors, BF_COLOR_VIEW);
  cairo_stroke (cr);
}

static void
paint_pin (cairo_t *cr, const BfStepParts *parts, const BfStepLook *look)
{
  double x = floor (parts->first_cutover_x) + 0.5, top = -look->size.overshoot;

  bf_color_source (cr, look->colors, BF_COLOR_INK);
  cairo_set_line_width (cr, 1.3);
  cairo_move_to (cr, x, top);
  cairo_line_to (cr, x, top - 4);
  cairo_stroke (cr);
  cairo_arc (cr, x, top - 5, 2.6, 0, 2 * G_PI);
  cairo_fill (cr);
}

/* A line over the build and one over what follows the cutover. */
static void
paint_critical (cairo_t *cr, const BfStepParts *parts, const BfStepLook *look)
{
  const BfPart *post = bf_step_parts_find (parts, BF_PART_CUTOVER);
  double y = -2.5;

  bf_color_source (cr, look->colors, BF_COLOR_INK);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, parts->left, y);
  cairo_line_to (cr, post ? post->box.x - 2 : parts->release_x, y);
  if (post)
    {
      cairo_move_to (cr, bf_rect_right (&post->box) + 2, y);
      cairo_line_to (cr, parts->release_x, y);
    }
  cairo_stroke (cr);
}

/* A letter in the middle of a sign. The toy text of cairo is enough for one. */
static void
paint_letter (cairo_t *cr, const char *letter, double x, double y, double size)
{
  cairo_text_extents_t extents;

  cairo_select_font_face (cr, "Inter", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, size);
  cairo_text_extents (cr, letter, &extents);
  cairo_move_to (
      cr, x - extents.x_bearing - extents.width / 2, y - extents.y_bearing - extents.height / 2);
  cairo_show_text (cr, letter);
  cairo_new_path (cr);
}

/* A ring with the number of steps that share the qualification. */
static void
paint_shared (cairo_t *cr, const BfStepParts *parts, const BfStepLook *look)
{
  const BfPart *proof = bf_step_parts_find (parts, BF_PART_OFFLINE);
  double x, y;

  if (!proof)
    proof = bf_step_parts_find (parts, BF_PART_ONLINE);
  if (!proof || proof->box.width < 4)
    return;
  x = proof->box.x + proof->box.width / 2;
  y = proof->box.y + proof->box.height / 2;
  cairo_arc (cr, x, y, 5.5, 0, 2 * G_PI);
  bf_color_source (cr, look->colors, BF_COLOR_VIEW);
  cairo_fill_preserve (cr);
  bf_color_source (cr, look->colors, BF_COLOR_PROOF);
  cairo_set_line_width (cr, 1.4);
  cairo_stroke (cr);
  bf_color_source (cr, look->colors, BF_COLOR_INK);
  paint_letter (cr, "2", x, y, 8);
}

static void
paint_warning (cairo_t *cr, double x, double y, const BfStepLook *look)
{
  cairo_move_to (cr, x, y - 5);
  cairo_line_to (cr, x + 5.5, y + 4.5);
  cairo_line_to (cr, x - 5.5, y + 4.5);
  cairo_close_path (cr);
  bf_color_source (cr, look->colors, BF_COLOR_BAD);
  cairo_fill (cr);
  bf_color_source (cr, look->colors, BF_COLOR_VIEW);
  paint_letter (cr, "!", x, y + 1, 7.5);
}

static void
paint_breaks (cairo_t *cr, const BfStepParts *parts, const BfStepLook *look)
{
  static const double dash[] = { 3, 2 };
  double reach = 6.5 * look->size.scale;
  double top = -look->size.overshoot - 2;

  cairo_save (cr);
  cairo_set_dash (cr, dash, 2, 0);
  cairo_set_line_width (cr, 1.4);
  bf_color_source (cr, look->colors, BF_COLOR_BAD);
  bf_rounded_rect (cr,
                   parts->first_cutover_x - reach,
                   top,
                   2 * reach,
                   bf_bar_height (look->size) + 2 * look->size.overshoot + 4,
                   2);
  cairo_stroke (cr);
  cairo_restore (cr);
  paint_warning (cr, parts->first_cutover_x + reach + 7, top + 6, look);
}

static void
paint_states (cairo_t *cr, const BfStepParts *parts, const BfStepLook *look)
{
  if (parts->states & BF_STEP_CRITICAL)
    paint_critical (cr, parts, look);
  if (parts->states & BF_STEP_SHARED)
    paint_shared (cr, parts, look);
  if (parts->states & BF_STEP_PINNED)
    paint_pin (cr, parts, look);
  if (parts->states & BF_STEP_BREAKS)
    paint_breaks (cr, parts, look);
}

void
bf_step_paint (cairo_t *cr, const BfStepParts *parts, const BfStepLook *look)
{
  gboolean released = (parts->states & BF_STEP_RELEASED) != 0;

  if (released)
    cairo_push_group (cr);
  for (guint i = 0; i < parts->n_parts; i++)
    bf_step_paint_part (cr, &parts->parts[i], look);
  if (released)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, RELEASED_ALPHA);
      paint_check (cr, parts, look);
      return;
    }
  if (parts->states & BF_STEP_STARTED)
    paint_started (cr, parts, look);
  paint_states (cr, parts, look);
}

void
bf_step_paint_line (
    cairo_t *cr, const BfStepParts *parts, const BfTimelineColors *colors, double y, double width)
{
  bf_color_source (cr, colors, BF_COLOR_BUILD);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, parts->left, y);
  cairo_line_to (cr, MAX (parts->release_x, parts->left + 1), y);
  cairo_stroke (cr);
  bf_color_source (cr, colors, BF_COLOR_STOP);
  for (guint i = 0; i < parts->n_parts; i++)
    if (parts->parts[i].kind == BF_PART_CUTOVER)
      {
        const BfRect *post = &parts->parts[i].box;

        cairo_arc (cr, post->x + post->width / 2, y, MAX (1.2, width * 0.92), 0, 2 * G_PI);
        cairo_fill (cr);
      }
}
