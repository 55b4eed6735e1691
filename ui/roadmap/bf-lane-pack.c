/* SPDX-License-Identifier: GPL-3.0-or-later */

/* First-fit packing of a lane: a bar, its whisker and its label are one extent. */

#include "bf-lane-layout-private.h"

#include <math.h>

#define LABEL_INSET 6.0
#define LABEL_OFF 7.0
#define CHECK_WIDTH 15.0 /* the sign of a released step stands before its name */
#define CUT_INSET 7.0    /* room for the ring */
#define LABEL_CUT_MIN 40.0
#define RING_PAD 5.0

static double
measure_label (const BfLaneBuilder *builder, const BfBarBox *bar)
{
  const BfLaneOptions *options = builder->options;
  gboolean selected = bar->step == options->selected;
  const char *title = builder->roadmap->steps[bar->step].short_title;

  return ceil (options->measure (title ? title : "",
                                 selected ? BF_TEXT_LABEL_SELECTED : BF_TEXT_LABEL,
                                 options->measure_data));
}

static gboolean
label_inside (BfBarBox *bar, double width)
{
  const BfPart *build = bf_step_parts_find (bar->parts, BF_PART_BUILD);

  /* No text on the hatch of a retirement. */
  if (!build || build->box.width < width + 2 * LABEL_INSET)
    return FALSE;
  bar->place = BF_LABEL_INSIDE;
  bar->label.x = build->box.x + LABEL_INSET;
  bar->label.width = width;
  return TRUE;
}

/* Right of the release, else left of the bar, else cut at the end of the axis. */
static void
label_outside (const BfLaneBuilder *builder, BfBarBox *bar, double width)
{
  gboolean released = (bar->parts->states & BF_STEP_RELEASED) != 0;
  double right = bar->parts->release_x + LABEL_OFF + (released ? CHECK_WIDTH : 0);
  double left = bar->parts->left - LABEL_OFF - width;

  bar->label.width = width;
  if (right + width <= builder->layout->width)
    {
      bar->place = BF_LABEL_RIGHT;
      bar->label.x = right;
    }
  else if (left >= CUT_INSET)
    {
      bar->place = BF_LABEL_LEFT;
      bar->label.x = left;
    }
  else
    {
      bar->place = BF_LABEL_CUT;
      bar->label.width = builder->layout->width - right - CUT_INSET;
      bar->label.x = right;
      if (bar->label.width < LABEL_CUT_MIN)
        bar->place = BF_LABEL_NONE;
    }
}

/* A strip under the bar from the baseline's start to its release. */
static void
place_ghost (const BfLaneBuilder *builder, BfBarBox *bar)
{
  const BfBaselineDates *baseline = builder->options->baseline;
  BfTimeAxis axis = builder->layout->axis;

  bar->ghost_cutover_x = NAN;
  if (!builder->layout->ghosts || baseline->release[bar->step] == BF_BLANK)
    return;
  bar->ghost.x = bf_time_axis_x (axis, baseline->start[bar->step]);
  bar->ghost.width = bf_time_axis_x (axis, baseline->release[bar->step] + 1) - bar->ghost.x;
  bar->ghost.height = BF_GHOST_HEIGHT;
  if (baseline->cutover[bar->step] != BF_BLANK)
    bar->ghost_cutover_x = bf_time_axis_minute_x (axis, baseline->cutover[bar->step]);
}

static void
measure_extent (BfBarBox *bar, BfBarSize size)
{
  double left = bar->parts->left;
  double right = MAX (bar->parts->right, bar->parts->release_x);

  if (bar->ghost.width > 0)
    {
      left = MIN (left, bar->ghost.x);
      right = MAX (right, bf_rect_right (&bar->ghost));
    }
  if (bar->place != BF_LABEL_NONE)
    {
      left = MIN (left, bar->label.x);
      right = MAX (right, bf_rect_right (&bar->label));
    }
  bar->extent.x = left;
  bar->extent.width = right - left;
  bar->extent.height = bf_bar_height (size) + 2 * size.overshoot;
  bar->label.height = size.upper;
}

static void
place_label (const BfLaneBuilder *builder, BfBarBox *bar)
{
  double width;

  bar->place = BF_LABEL_NONE;
  bar->label.x = bar->parts->left;
  bar->label.width = 0;
  if (!builder->layout->folded)
    {
      width = measure_label (builder, bar);
      if (width > 0 && !label_inside (bar, width))
        label_outside (builder, bar, width);
    }
  place_ghost (builder, bar);
  measure_extent (bar, builder->layout->size);
}

static gboolean
too_near (const BfRect *a, const BfRect *b)
{
  return a->x < bf_rect_right (b) + BF_EXTENT_GAP && b->x < bf_rect_right (a) + BF_EXTENT_GAP;
}

/* How many bars of a row an extent comes too near to, but for @spare (-1: none); @last becomes the
 * last of them. */
static guint
count_near (
    const BfLaneLayout *layout, const GArray *row, const BfRect *extent, int spare, int *last)
{
  guint n = 0;

  for (guint i = row->len; i-- > 0;)
    {
      int other = g_array_index (row, int, i);

      if (other == spare || !too_near (extent, &layout->bars[other].extent))
        continue;
      *last = other;
      n++;
    }
  return n;
}

/* The number of rows when none is free. */
static guint
first_free_row (const BfLaneLayout *layout, const GPtrArray *rows, const BfRect *extent)
{
  guint row = 0;
  int near = -1;

  while (row < rows->len &&
         count_near (layout, g_ptr_array_index (rows, row), extent, -1, &near) > 0)
    row++;
  return row;
}

/* The bar with its name on the left; FALSE when that is no place for it. */
static gboolean
turn_label (const BfBarBox *bar, BfBarSize size, BfBarBox *turned)
{
  *turned = *bar;
  turned->label.x = bar->parts->left - LABEL_OFF - bar->label.width;
  turned->place = BF_LABEL_LEFT;
  if (bar->place != BF_LABEL_RIGHT || turned->label.x < CUT_INSET)
    return FALSE;
  measure_extent (turned, size);
  return TRUE;
}

/* A row that has room for the bar once its own name stands on the left. */
static guint
row_after_turning (BfLaneLayout *layout, const GPtrArray *rows, BfBarBox *bar)
{
  BfBarBox turned;
  guint row;

  if (!turn_label (bar, layout->size, &turned))
    return rows->len;
  row = first_free_row (layout, rows, &turned.extent);
  if (row < rows->len)
    *bar = turned;
  return row;
}

/* A row that has room for the bar once the name of the one before it stands on the left. */
static guint
row_after_turning_other (BfLaneLayout *layout, const GPtrArray *rows, const BfBarBox *bar)
{
  for (guint row = 0; row < rows->len; row++)
    {
      const GArray *taken = g_ptr_array_index (rows, row);
      BfBarBox turned;
      int other = -1, near = -1;

      if (count_near (layout, taken, &bar->extent, -1, &other) != 1 ||
          !turn_label (&layout->bars[other], layout->size, &turned) ||
          too_near (&turned.extent, &bar->extent) ||
          count_near (layout, taken, &turned.extent, other, &near) > 0)
        continue;
      layout->bars[other] = turned;
      return row;
    }
  return rows->len;
}

/* Names stand on the right; one that would cost the lane another row stands on the left. */
static void
take_row (BfLaneLayout *layout, GPtrArray *rows, int at)
{
  BfBarBox *bar = &layout->bars[at];
  guint row = first_free_row (layout, rows, &bar->extent);

  if (row == rows->len)
    row = row_after_turning (layout, rows, bar);
  if (row == rows->len)
    row = row_after_turning_other (layout, rows, bar);
  if (row == rows->len)
    g_ptr_array_add (rows, g_array_new (FALSE, FALSE, sizeof (int)));
  g_array_append_val ((GArray *) g_ptr_array_index (rows, row), at);
  bar->row = row;
}

void
bf_lane_pack (const BfLaneBuilder *builder, BfLane *lane)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = lane->first_bar; i < lane->first_bar + lane->n_bars; i++)
    {
      place_label (builder, &builder->layout->bars[i]);
      take_row (builder->layout, rows, (int) i);
    }
  lane->n_rows = MAX (1, rows->len);
  lane->row_y = g_new0 (double, lane->n_rows);
}

void
bf_lane_place_bars (BfLaneLayout *layout, BfLane *lane)
{
  for (guint i = 0; i < lane->n_bars; i++)
    {
      BfBarBox *bar = &layout->bars[lane->first_bar + i];

      bar->y = lane->row_y[bar->row];
      bar->label.y = bar->y;
      bar->ghost.y = bar->y + bf_bar_height (layout->size) + BF_GHOST_OFF;
      bar->extent.y = bar->y - layout->size.overshoot;
      bar->ring.x = bar->extent.x - RING_PAD;
      bar->ring.width = bar->extent.width + 2 * RING_PAD;
      bar->ring.y = bar->y - BF_RING_ABOVE;
      bar->ring.height = bf_bar_height (layout->size) + BF_RING_ABOVE + BF_RING_BELOW;
    }
}

/* The right end of the solid part of the upper storey that a name at @x would cross; NAN: none. */
static double
crossed_until (const BfStepParts *parts, double x, double width)
{
  for (guint i = 0; i < parts->n_parts; i++)
    {
      const BfPart *part = &parts->parts[i];
      double right = bf_rect_right (&part->box);

      if (part->kind == BF_PART_WAIT || (part->box.y > 0 && part->kind != BF_PART_CUTOVER))
        continue;
      if (part->box.x < x + width + LABEL_INSET && right > x - LABEL_INSET)
        return right;
    }
  return NAN;
}

double
bf_lane_layout_floating_label (const BfBarBox *bar, double width, double left, double right)
{
  double x = MAX (left, bar->parts->left) + LABEL_INSET;
  double last = MIN (right, MAX (bar->parts->right, bar->parts->release_x)) - width;

  while (x <= last)
    {
      double until = crossed_until (bar->parts, x, width);

      if (isnan (until))
        return x;
      x = until + LABEL_OFF;
    }
  return NAN;
}
