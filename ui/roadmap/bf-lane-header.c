/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Phases and their gates, and the strips that name shutdowns and freezes. */

#include "bf-lane-layout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MARK_MIN 5.0
#define NAME_GAP 5.0

/* --- Ribbons --- */

static void
add_ribbon (const BfLaneBuilder *builder, const BfPhaseEnd *end, gint64 start)
{
  BfTimeAxis axis = builder->layout->axis;
  const BfRoadmapPhase *phase = &builder->roadmap->phases[end->phase];
  BfRibbon *ribbon = &builder->layout->ribbons[builder->layout->n_ribbons];

  ribbon->phase = (int) end->phase;
  ribbon->x = bf_time_axis_x (axis, MIN (start, end->end));
  ribbon->width = bf_time_axis_x (axis, end->end) - ribbon->x;
  ribbon->gate_x = phase->gate != BF_BLANK ? bf_time_axis_x (axis, phase->gate) : NAN;
  ribbon->tinted = builder->layout->n_ribbons % 2 == 0;
  builder->layout->n_ribbons++;
}

/* A ribbon is the time that leads to its gate. */
static void
add_ribbons (const BfLaneBuilder *builder)
{
  const BfRoadmap *roadmap = builder->roadmap;
  g_autoptr (GArray) ends = bf_roadmap_phase_ends (roadmap);
  gint64 from = BF_BLANK;

  builder->layout->ribbons = g_new0 (BfRibbon, roadmap->n_phases + 1);
  for (guint i = 0; i < ends->len; i++)
    {
      gint64 start = roadmap->phases[g_array_index (ends, BfPhaseEnd, i).phase].start;

      if (start != BF_BLANK)
        from = from == BF_BLANK ? start : MIN (from, start);
    }
  for (guint i = 0; i < ends->len; i++)
    {
      const BfPhaseEnd *end = &g_array_index (ends, BfPhaseEnd, i);

      add_ribbon (builder, end, from == BF_BLANK ? end->end : from);
      from = end->end;
    }
}

/* --- Short names --- */

/* Words that say only what the strip says already. */
static gboolean
is_generic (const char *word)
{
  static const char *const generic[] = { "shutdown",   "shutdowns", "freeze",  "maintenance",
                                         "deliveries", "stop",      "service", "inspection",
                                         "supply",     "window",    NULL };

  for (guint i = 0; generic[i]; i++)
    if (g_ascii_strcasecmp (word, generic[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_year (const char *word)
{
  return strlen (word) == 4 && strspn (word, "0123456789") == 4;
}

/* "Summer shutdown 2028, special processes" is "Summer". */
static char *
short_name (const char *name)
{
  g_autofree char *head = g_strndup (name, strcspn (name, ",(:"));
  g_auto (GStrv) words = g_strsplit_set (head, " \t", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  guint taken = 0;

  for (guint i = 0; words[i]; i++)
    {
      if (!words[i][0] || is_year (words[i]))
        continue;
      if (is_generic (words[i]) && taken > 0)
        break;
      if (taken++ > 0)
        g_string_append_c (text, ' ');
      g_string_append (text, words[i]);
    }
  if (taken > 2)
    g_string_truncate (text, strcspn (text->str, " "));
  return g_strdup (text->len > 0 ? text->str : name);
}

static const char *
assumed_name (gint64 start)
{
  int year, month, of_month;

  bf_day_to_civil (bf_minute_day (start), &year, &month, &of_month);
  return month >= 5 && month <= 9 ? _ ("Summer") : _ ("Turn of the year");
}

/* --- Strips --- */

static void
add_mark (const BfLaneBuilder *builder,
          GArray *marks,
          gint64 start,
          gint64 end,
          int window,
          gboolean freeze)
{
  const BfPlan *plan = builder->roadmap->plan;
  const BfWindow *row = window < 0 ? NULL : BF_ROW (plan, WINDOW, BfWindow, (guint) window);
  g_autofree char *name = NULL;
  BfStripMark mark = { 0 };
  double right = bf_time_axis_minute_x (builder->layout->axis, end);

  mark.x = bf_time_axis_minute_x (builder->layout->axis, start);
  mark.width = MAX (right - mark.x, MARK_MIN);
  if (end <= start || mark.x > builder->layout->width || mark.x + mark.width < 0)
    return;
  mark.start = start;
  mark.end = end;
  mark.window = window;
  mark.freeze = freeze;
  mark.site = !row || bf_areas_are_site (row->areas);
  name = row ? short_name (row->name ? row->name : row->row.key) : g_strdup (assumed_name (start));
  mark.name = g_string_chunk_insert_const (builder->layout->strings, name);
  g_array_append_val (marks, mark);
}

static void
add_assumed_marks (const BfLaneBuilder *builder, GArray *marks)
{
  const BfRoadmap *roadmap = builder->roadmap;
  guint n = 0;
  const BfStretch *stretches;

  if (!roadmap->calendar || !bf_calendar_assumes_windows (roadmap->calendar))
    return;
  stretches = bf_calendar_stretches (
      roadmap->calendar, bf_plan_count (roadmap->plan, BF_AREA) > 0 ? 0 : -1, &n);
  for (guint i = 0; i < n; i++)
    if (stretches[i].shutdown)
      add_mark (builder, marks, stretches[i].start, stretches[i].end, -1, FALSE);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const BfStripMark *first = a, *second = b;

  if (first->freeze != second->freeze)
    return first->freeze ? 1 : -1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->window - second->window;
}

/* Site-wide before areas, wide before narrow, early before late. */
static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const BfStripMark *first = *(BfStripMark *const *) a;
  const BfStripMark *second = *(BfStripMark *const *) b;

  if (first->site != second->site)
    return first->site ? -1 : 1;
  if (fabs (first->width - second->width) > 0.5)
    return first->width > second->width ? -1 : 1;
  return compare_marks (first, second);
}

static gboolean
name_is_free (const GArray *taken, double x, double width)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const BfSpanX *other = &g_array_index (taken, BfSpanX, i);

      if (x < other->x + other->width + NAME_GAP && other->x < x + width + NAME_GAP)
        return FALSE;
    }
  return TRUE;
}

static void
claim_name (const BfLaneBuilder *builder, BfStripMark *mark, GArray *taken)
{
  const BfLaneOptions *options = builder->options;
  double width = options->measure (mark->name, BF_TEXT_STRIP, options->measure_data);
  double limit = MAX (0, builder->layout->width - width);
  BfSpanX span = { CLAMP (mark->x + mark->width / 2 - width / 2, 0, limit), width };

  mark->labelled = name_is_free (taken, span.x, span.width);
  mark->label_x = span.x;
  if (mark->labelled)
    g_array_append_val (taken, span);
}

static void
claim_names (const BfLaneBuilder *builder)
{
  BfLaneLayout *layout = builder->layout;
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GArray) shutdowns = g_array_new (FALSE, FALSE, sizeof (BfSpanX));
  g_autoptr (GArray) freezes = g_array_new (FALSE, FALSE, sizeof (BfSpanX));

  for (guint i = 0; i < layout->n_marks; i++)
    g_ptr_array_add (order, &layout->marks[i]);
  g_ptr_array_sort (order, compare_claims);
  for (guint i = 0; i < order->len; i++)
    {
      BfStripMark *mark = g_ptr_array_index (order, i);

      claim_name (builder, mark, mark->freeze ? freezes : shutdowns);
    }
}

static void
add_marks (const BfLaneBuilder *builder)
{
  const BfPlan *plan = builder->roadmap->plan;
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (BfStripMark));

  for (guint i = 0; i < bf_plan_count (plan, BF_WINDOW); i++)
    {
      const BfWindow *window = BF_ROW (plan, WINDOW, BfWindow, i);

      if (window->kind != BF_WINDOW_WEEKEND && window->start != BF_BLANK && window->end != BF_BLANK)
        add_mark (
            builder, marks, window->start, window->end, (int) i, window->kind == BF_WINDOW_FREEZE);
    }
  add_assumed_marks (builder, marks);
  g_array_sort (marks, compare_marks);
  builder->layout->n_marks = marks->len;
  builder->layout->marks = (BfStripMark *) (gpointer) g_array_free (marks, FALSE);
  claim_names (builder);
}

void
bf_lane_add_header (const BfLaneBuilder *builder)
{
  add_ribbons (builder);
  add_marks (builder);
}
