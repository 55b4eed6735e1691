/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-parts.h"

#include <glib/gi18n-lib.h>

#define CUTOVER_MIN 6.0
#define PARALLEL_MIN 3.0
#define STRIP_MIN 2.0
#define WEDGE_MIN 5.0
#define POST_CLEAR 1.0 /* between a cutover and what follows */
#define CRITICAL_FROM 0.5

BfBarSize
bf_bar_size (BfDensity density, double scale)
{
  static const BfBarSize sizes[BF_N_DENSITIES] = {
    { 13, 1, 6, 3, 1 },
    { 12, 1, 4, 2, 1 },
    { 16, 2, 6, 3, 1 },
  };
  BfBarSize size = sizes[density];

  size.scale = scale;
  size.upper *= scale;
  size.gap *= scale;
  size.lower *= scale;
  size.overshoot *= scale;
  return size;
}

double
bf_bar_height (BfBarSize size)
{
  return size.upper + size.gap + size.lower;
}

/* A span of activities of one kind; empty while start is BF_BLANK. */
typedef struct
{
  gint64 start, finish;
} Span;

static const Span no_span = { BF_BLANK, BF_BLANK };

static void
span_add (Span *span, gint64 start, gint64 finish)
{
  if (finish < start)
    return;
  span->start = span->start == BF_BLANK ? start : MIN (span->start, start);
  span->finish = span->finish == BF_BLANK ? finish : MAX (span->finish, finish);
}

typedef struct
{
  GArray *parts;
  BfTimeAxis axis;
  BfBarSize size;
  const BfRoadmapStep *step;
} Builder;

static Span
span_of (const BfRoadmapStep *step, BfActivityKind kind, BfActivityKind other)
{
  Span span = no_span;

  for (guint i = 0; i < step->n_activities; i++)
    if (step->activities[i].kind == kind || step->activities[i].kind == other)
      span_add (&span, step->activities[i].start, step->activities[i].finish);
  return span;
}

/* The part's box over whole days, at least @min wide, from @left on. */
static BfPart
part_over (const Builder *builder, BfPartKind kind, Span span, double min, double left)
{
  BfPart part = { 0 };
  double right = bf_time_axis_x (builder->axis, span.finish + 1);

  part.kind = kind;
  part.start = span.start;
  part.finish = span.finish;
  part.cutover = -1;
  part.box.x = MAX (left, bf_time_axis_x (builder->axis, span.start));
  part.box.width = MAX (min, right - part.box.x);
  return part;
}

static void
in_upper (const Builder *builder, BfPart *part)
{
  part->box.y = 0;
  part->box.height = builder->size.upper;
}

static void
in_lower (const Builder *builder, BfPart *part)
{
  part->box.y = builder->size.upper + builder->size.gap;
  part->box.height = builder->size.lower;
}

static void
add_cutovers (const Builder *builder)
{
  for (guint i = 0; i < builder->step->n_cutovers; i++)
    {
      const BfRoadmapCutover *cutover = &builder->step->cutovers[i];
      double left = bf_time_axis_minute_x (builder->axis, cutover->start);
      double right = bf_time_axis_minute_x (builder->axis, cutover->finish);
      double width = MAX (CUTOVER_MIN * builder->size.scale, right - left);
      BfPart part = { 0 };

      part.kind = BF_PART_CUTOVER;
      part.cutover = (int) i;
      part.start = bf_minute_day (cutover->start);
      part.finish = bf_minute_day (MAX (cutover->start, cutover->finish - 1));
      part.box.x = (left + right - width) / 2;
      part.box.width = width;
      part.box.y = -builder->size.overshoot;
      part.box.height = bf_bar_height (builder->size) + 2 * builder->size.overshoot;
      g_array_append_val (builder->parts, part);
    }
}

static double
post_edge (const Builder *builder, gboolean last)
{
  if (builder->parts->len == 0)
    return last ? -G_MAXDOUBLE : G_MAXDOUBLE;
  if (last)
    {
      const BfPart *post = &g_array_index (builder->parts, BfPart, builder->parts->len - 1);

      return bf_rect_right (&post->box) + POST_CLEAR;
    }
  return g_array_index (builder->parts, BfPart, 0).box.x - POST_CLEAR;
}

static void
keep_left_of (BfPart *part, double edge)
{
  part->box.width = CLAMP (edge - part->box.x, STRIP_MIN, part->box.width);
}

/* Build and offline qualification end where the first cutover begins; between them it waits. */
static void
add_work (const Builder *builder, GArray *out)
{
  BfPartKind kind = bf_step_retires (builder->step) ? BF_PART_RETIRE : BF_PART_BUILD;
  Span build = span_of (builder->step, BF_ACTIVITY_BUILD, BF_ACTIVITY_BUILD);
  Span offline = span_of (builder->step, BF_ACTIVITY_OFFLINE, BF_ACTIVITY_REVIEW);
  double edge = post_edge (builder, FALSE);

  if (build.start != BF_BLANK)
    {
      BfPart part = part_over (builder, kind, build, STRIP_MIN, -G_MAXDOUBLE);

      in_upper (builder, &part);
      keep_left_of (&part, edge);
      g_array_append_val (out, part);
    }
  if (offline.start != BF_BLANK)
    {
      BfPart part = part_over (builder, BF_PART_OFFLINE, offline, STRIP_MIN, -G_MAXDOUBLE);

      in_lower (builder, &part);
      keep_left_of (&part, edge);
      g_array_append_val (out, part);
    }
}

static void
add_wait (const Builder *builder, GArray *out, double from, double to, gint64 start, gint64 finish)
{
  BfPart part = { 0 };

  if (to - from < 2)
    return;
  part.kind = BF_PART_WAIT;
  part.cutover = -1;
  part.start = start;
  part.finish = finish;
  in_upper (builder, &part);
  part.box.x = from;
  part.box.width = to - from;
  g_array_append_val (out, part);
}

/* Dots from the end of the work to the first cutover, and from each cutover to the next. */
static void
add_waits (const Builder *builder, GArray *out)
{
  double from = -G_MAXDOUBLE;
  gint64 start = builder->step->start;

  for (guint i = 0; i < out->len; i++)
    {
      const BfPart *part = &g_array_index (out, BfPart, i);

      if (part->box.y == 0)
        from = MAX (from, bf_rect_right (&part->box));
      start = MAX (start, part->finish + 1);
    }
  if (out->len == 0)
    return;
  for (guint i = 0; i < builder->parts->len; i++)
    {
      const BfPart *post = &g_array_index (builder->parts, BfPart, i);

      if (from > -G_MAXDOUBLE)
        add_wait (builder, out, from, post->box.x, start, post->start - 1);
      from = bf_rect_right (&post->box);
      start = post->finish + 1;
    }
}

static void
add_proof (const Builder *builder, GArray *out)
{
  double edge = post_edge (builder, TRUE);
  Span online = span_of (builder->step, BF_ACTIVITY_ONLINE, BF_ACTIVITY_CAMPAIGN);
  Span parallel = span_of (builder->step, BF_ACTIVITY_PARALLEL, BF_ACTIVITY_PARALLEL);
  Span care = span_of (builder->step, BF_ACTIVITY_HYPERCARE, BF_ACTIVITY_HYPERCARE);

  if (online.start != BF_BLANK)
    {
      BfPart part = part_over (builder, BF_PART_ONLINE, online, STRIP_MIN, edge);

      in_lower (builder, &part);
      g_array_append_val (out, part);
    }
  if (parallel.start != BF_BLANK)
    {
      BfPart part = part_over (builder, BF_PART_PARALLEL, parallel, PARALLEL_MIN, edge);

      in_upper (builder, &part);
      g_array_append_val (out, part);
      edge = MAX (edge, bf_rect_right (&part.box));
    }
  if (care.start != BF_BLANK)
    {
      BfPart part = part_over (builder, BF_PART_HYPERCARE, care, WEDGE_MIN, edge);

      in_upper (builder, &part);
      g_array_append_val (out, part);
    }
}

static void
add_release (const Builder *builder, GArray *out)
{
  const BfDaySpread *release = &builder->step->release;
  BfPart part = { 0 };

  if (release->p50 == BF_BLANK || release->p90 < release->p50)
    return;
  part.kind = BF_PART_RELEASE;
  part.cutover = -1;
  part.start = release->p50;
  part.finish = release->p90;
  in_lower (builder, &part);
  part.box.x = bf_time_axis_x (builder->axis, release->p50 + 1);
  part.x80 = bf_time_axis_x (builder->axis, release->p80 + 1);
  part.x90 = bf_time_axis_x (builder->axis, release->p90 + 1);
  part.box.width = part.x90 - part.box.x;
  g_array_append_val (out, part);
}

static void
measure_extent (BfStepParts *parts, const Builder *builder)
{
  parts->left = G_MAXDOUBLE;
  parts->right = -G_MAXDOUBLE;
  parts->release_x = bf_time_axis_x (builder->axis, builder->step->finish + 1);
  for (guint i = 0; i < parts->n_parts; i++)
    {
      const BfPart *part = &parts->parts[i];

      parts->left = MIN (parts->left, part->box.x);
      parts->right = MAX (parts->right, bf_rect_right (&part->box));
      if (part->kind == BF_PART_HYPERCARE || part->kind == BF_PART_ONLINE)
        parts->release_x = MAX (parts->release_x, bf_rect_right (&part->box));
    }
  if (parts->n_parts == 0)
    {
      parts->left = bf_time_axis_x (builder->axis, builder->step->start);
      parts->right = parts->release_x;
    }
  parts->first_cutover_x = parts->left;
  if (builder->parts->len > 0)
    {
      const BfRect *post = &g_array_index (builder->parts, BfPart, 0).box;

      parts->first_cutover_x = post->x + post->width / 2;
    }
}

BfStepParts *
bf_step_parts_new (const BfRoadmapStep *step, BfTimeAxis axis, BfBarSize size, BfStepStates states)
{
  g_autoptr (GArray) posts = g_array_new (FALSE, FALSE, sizeof (BfPart));
  GArray *out = g_array_new (FALSE, FALSE, sizeof (BfPart));
  Builder builder = { posts, axis, size, step };
  BfStepParts *parts = g_new0 (BfStepParts, 1);

  add_cutovers (&builder);
  add_work (&builder, out);
  add_waits (&builder, out);
  add_proof (&builder, out);
  add_release (&builder, out);
  if (posts->len > 0)
    g_array_append_vals (out, posts->data, posts->len);
  parts->n_parts = out->len;
  parts->parts = (BfPart *) (gpointer) g_array_free (out, FALSE);
  parts->states = states;
  measure_extent (parts, &builder);
  return parts;
}

void
bf_step_parts_free (BfStepParts *parts)
{
  if (!parts)
    return;
  g_free (parts->parts);
  g_free (parts);
}

const BfPart *
bf_step_parts_find (const BfStepParts *parts, BfPartKind kind)
{
  for (guint i = 0; i < parts->n_parts; i++)
    if (parts->parts[i].kind == kind)
      return &parts->parts[i];
  return NULL;
}

gboolean
bf_step_retires (const BfRoadmapStep *step)
{
  const char *category = step->step && step->step->archetype ? step->step->archetype->category : "";

  return g_strcmp0 (category, "retirement") == 0;
}

/* What the actuals say of each step, by its key. */
static GHashTable *
actual_states (const BfPlan *plan)
{
  GHashTable *states = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < bf_plan_count (plan, BF_ACTUAL); i++)
    {
      const BfActual *actual = BF_ROW (plan, ACTUAL, BfActual, i);
      guint bits;

      if (!actual->step || actual->start == BF_BLANK)
        continue;
      bits = GPOINTER_TO_UINT (g_hash_table_lookup (states, actual->step)) | BF_STEP_STARTED;
      if (actual->finish != BF_BLANK && g_strcmp0 (actual->activity, "hypercare") == 0)
        bits |= BF_STEP_RELEASED;
      g_hash_table_insert (states, (gpointer) actual->step, GUINT_TO_POINTER (bits));
    }
  return states;
}

static BfStepStates
step_state (const BfRoadmapStep *step, GHashTable *actuals)
{
  const BfStepDecision *decision = step->step ? step->step->decision : NULL;
  guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (actuals, step->key));

  if (decision && decision->pinned_cutover != BF_BLANK)
    bits |= BF_STEP_PINNED;
  if (decision && decision->status == BF_STATUS_DONE)
    bits |= BF_STEP_RELEASED;
  if (step->criticality >= CRITICAL_FROM)
    bits |= BF_STEP_CRITICAL;
  if (step->bundle_with)
    bits |= BF_STEP_SHARED;
  if (step->step && step->step->due != BF_BLANK && step->finish > step->step->due)
    bits |= BF_STEP_BREAKS;
  return (BfStepStates) bits;
}

BfStepStates *
bf_step_states_new (const BfRoadmap *roadmap)
{
  g_autoptr (GHashTable) actuals = actual_states (roadmap->plan);
  BfStepStates *states = g_new0 (BfStepStates, roadmap->n_steps + 1);

  for (guint i = 0; i < roadmap->n_steps; i++)
    states[i] = step_state (&roadmap->steps[i], actuals);
  return states;
}

const char *
bf_part_name (BfPartKind kind)
{
  static const char *const names[] = {
    [BF_PART_BUILD] = N_ ("Prepare and build"),
    [BF_PART_RETIRE] = N_ ("Retire the old system"),
    [BF_PART_OFFLINE] = N_ ("Offline qualification"),
    [BF_PART_WAIT] = N_ ("Waits for its window"),
    [BF_PART_CUTOVER] = N_ ("Cutover"),
    [BF_PART_ONLINE] = N_ ("Online qualification"),
    [BF_PART_PARALLEL] = N_ ("Parallel run"),
    [BF_PART_HYPERCARE] = N_ ("Hypercare to release"),
    [BF_PART_RELEASE] = N_ ("Release P50–P90"),
  };

  g_return_val_if_fail (kind < BF_N_PARTS, "");
  return _ (names[kind]);
}
