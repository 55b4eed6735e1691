/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-stretches.h"

#define WEEK_MINUTES (7 * BF_MINUTES_PER_DAY)

/* A window of the plan, or an assumed one, with the slots that it covers. */
typedef struct
{
  int index; /* of the plan; -1: assumed */
  int kind;
  gint64 start, end;
  gint64 open_minutes; /* of an occurrence; 0: until Monday */
  gint64 weeks;
  gboolean *covers;
} Window;

static void
clear_window (gpointer data)
{
  g_free (((Window *) data)->covers);
}

static gboolean
window_covers (const BfPlan *plan, const BfWindow *window, guint slot)
{
  const BfArea *area;

  if (!bf_plan_count (plan, BF_AREA) || bf_areas_are_site (window->areas))
    return TRUE;
  area = BF_ROW (plan, AREA, BfArea, slot);
  for (guint i = 0; window->areas[i]; i++)
    if (bf_plan_find (plan, BF_AREA, window->areas[i]) == area)
      return TRUE;
  return FALSE;
}

static void
add_window (GArray *windows, Window window, guint n_slots)
{
  window.covers = window.covers ? window.covers : g_new0 (gboolean, n_slots);
  g_array_append_val (windows, window);
}

static void
read_windows (const BfStretches *self, GArray *windows)
{
  for (guint i = 0; i < bf_plan_count (self->plan, BF_WINDOW); i++)
    {
      const BfWindow *row = BF_ROW (self->plan, WINDOW, BfWindow, i);
      Window window = { (int) i, row->kind, row->start, row->end, 0, 1, NULL };

      if (row->start == BF_BLANK || row->end == BF_BLANK || row->end <= row->start)
        continue;
      if (row->repeats != BF_BLANK && row->repeats > 0)
        window.weeks = row->repeats;
      if (!isnan (row->open_hours))
        window.open_minutes = (gint64) (row->open_hours * 60 + 0.5);
      window.covers = g_new0 (gboolean, self->n_slots);
      for (guint slot = 0; slot < self->n_slots; slot++)
        window.covers[slot] = window_covers (self->plan, row, slot);
      add_window (windows, window, self->n_slots);
    }
}

static void
assume_window (const BfStretches *self, GArray *windows, int kind, gint64 start, gint64 end)
{
  Window window = { -1, kind, start, end, 0, 1, g_new0 (gboolean, self->n_slots) };

  for (guint slot = 0; slot < self->n_slots; slot++)
    window.covers[slot] = TRUE;
  add_window (windows, window, self->n_slots);
}

/* Weekends from Saturday 06:00 to Monday 06:00, two weeks from the last Saturday of July, 24
 * December 12:00 to 2 January 06:00. */
static void
assume_windows (const BfStretches *self, GArray *windows)
{
  int first_year, last_year;
  gint64 saturday = self->first_day + (6 - bf_day_weekday (self->first_day) + 7) % 7;

  bf_day_to_civil (self->first_day, &first_year, NULL, NULL);
  bf_day_to_civil (self->last_day, &last_year, NULL, NULL);
  for (int year = first_year - 1; year <= last_year; year++)
    {
      gint64 july = bf_day_from_civil (year, 7, 31);
      gint64 summer = bf_day_minute (july - (bf_day_weekday (july) + 1) % 7) + 360;
      gint64 christmas = bf_day_minute (bf_day_from_civil (year, 12, 24)) + 720;
      gint64 january = bf_day_minute (bf_day_from_civil (year + 1, 1, 2)) + 360;

      assume_window (self, windows, BF_WINDOW_SHUTDOWN, summer, summer + 2 * WEEK_MINUTES);
      assume_window (self, windows, BF_WINDOW_SHUTDOWN, christmas, january);
    }
  assume_window (self,
                 windows,
                 BF_WINDOW_WEEKEND,
                 bf_day_minute (saturday) + 360,
                 bf_day_minute (self->last_day + 1));
  g_array_index (windows, Window, windows->len - 1).open_minutes = 2 * BF_MINUTES_PER_DAY;
}

static void
mark_freeze (BfStretches *self, const Window *window)
{
  gint64 from = MAX (bf_minute_day (window->start), self->first_day);
  gint64 to = MIN (bf_minute_day (window->end - 1), self->last_day);

  for (guint slot = 0; slot < self->n_slots; slot++)
    for (gint64 day = from; window->covers[slot] && day <= to; day++)
      if (self->freeze[slot][day - self->first_day] < 0)
        self->freeze[slot][day - self->first_day] = window->index;
}

static gboolean
is_frozen (const BfStretches *self, guint slot, gint64 day)
{
  return day >= self->first_day && day <= self->last_day &&
         self->freeze[slot][day - self->first_day] >= 0;
}

static void
add_stretch (BfStretches *self,
             guint slot,
             const Window *window,
             gint64 start,
             gint64 end,
             gint64 occurrence)
{
  BfStretch stretch = {
    start, end, window->index, occurrence, window->kind == BF_WINDOW_SHUTDOWN,
  };

  if (end > start && end > bf_day_minute (self->first_day) &&
      start < bf_day_minute (self->last_day + 1))
    g_array_append_val (self->stretches[slot], stretch);
}

/* What the freezes of the area leave of a shutdown. */
static void
open_shutdown (BfStretches *self, const Window *window, guint slot)
{
  gint64 occurrence = window->index < 0 ? bf_minute_day (window->start) : BF_BLANK;
  gint64 from = window->start;

  for (gint64 day = bf_minute_day (window->start); day <= bf_minute_day (window->end - 1); day++)
    if (is_frozen (self, slot, day))
      {
        add_stretch (self, slot, window, from, MIN (bf_day_minute (day), window->end), occurrence);
        from = bf_day_minute (day + 1);
      }
  add_stretch (self, slot, window, from, window->end, occurrence);
}

static gboolean
meets_shutdown (const GArray *windows, guint slot, gint64 start, gint64 end)
{
  for (guint i = 0; i < windows->len; i++)
    {
      const Window *other = &g_array_index (windows, Window, i);

      if (other->kind == BF_WINDOW_SHUTDOWN && other->covers[slot] && other->start < end &&
          start < other->end)
        return TRUE;
    }
  return FALSE;
}

/* An occurrence falls away for all areas of its rule when it meets a shutdown or freeze of one. */
static gboolean
falls_away (
    const BfStretches *self, const GArray *windows, const Window *rule, gint64 start, gint64 end)
{
  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      if (!rule->covers[slot])
        continue;
      if (meets_shutdown (windows, slot, start, end))
        return TRUE;
      for (gint64 day = bf_minute_day (start); day <= bf_minute_day (end - 1); day++)
        if (is_frozen (self, slot, day))
          return TRUE;
    }
  return FALSE;
}

static gint64
occurrence_end (const Window *rule, gint64 start)
{
  gint64 day = bf_minute_day (start);
  gint64 monday = day + 8 - bf_day_weekday (day);
  gint64 end = rule->open_minutes > 0 ? start + rule->open_minutes : bf_day_minute (monday) + 360;

  return MIN (end, rule->end);
}

static void
open_weekends (BfStretches *self, const GArray *windows, const Window *rule)
{
  gint64 stop = MIN (rule->end, bf_day_minute (self->last_day + 1));

  for (gint64 start = rule->start; start < stop; start += rule->weeks * WEEK_MINUTES)
    {
      gint64 end = occurrence_end (rule, start);

      if (end <= bf_day_minute (self->first_day) || falls_away (self, windows, rule, start, end))
        continue;
      for (guint slot = 0; slot < self->n_slots; slot++)
        if (rule->covers[slot])
          add_stretch (self, slot, rule, start, end, bf_minute_day (start));
    }
}

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const BfStretch *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return x->window - y->window;
}

static gboolean
has_openings (const BfPlan *plan)
{
  for (guint i = 0; i < bf_plan_count (plan, BF_WINDOW); i++)
    if (BF_ROW (plan, WINDOW, BfWindow, i)->kind != BF_WINDOW_FREEZE)
      return TRUE;
  return FALSE;
}

static GArray *
named_systems (const BfPlan *plan, const BfWindow *window)
{
  GArray *named;

  if (!window->systems || !window->systems[0])
    return NULL;
  named = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; window->systems[i]; i++)
    {
      int system = bf_plan_index (plan, BF_SYSTEM, window->systems[i]);

      g_array_append_val (named, system);
    }
  return named;
}

static void
allocate (BfStretches *self)
{
  gsize n_days = (gsize) (self->last_day - self->first_day + 1);
  guint n_windows = bf_plan_count (self->plan, BF_WINDOW);

  self->stretches = g_new0 (GArray *, self->n_slots);
  self->freeze = g_new0 (int *, self->n_slots);
  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      self->stretches[slot] = g_array_new (FALSE, FALSE, sizeof (BfStretch));
      self->freeze[slot] = g_new (int, n_days);
      for (gsize day = 0; day < n_days; day++)
        self->freeze[slot][day] = -1;
    }
  self->systems = g_new0 (GArray *, n_windows + 1);
  for (guint i = 0; i < n_windows; i++)
    self->systems[i] = named_systems (self->plan, BF_ROW (self->plan, WINDOW, BfWindow, i));
}

BfStretches *
bf_stretches_new (const BfPlan *plan, gint64 first_day, gint64 last_day)
{
  BfStretches *self = g_new0 (BfStretches, 1);
  g_autoptr (GArray) windows = g_array_new (FALSE, FALSE, sizeof (Window));

  g_array_set_clear_func (windows, clear_window);
  self->plan = plan;
  self->first_day = first_day;
  self->last_day = last_day;
  self->n_slots = MAX (1, bf_plan_count (plan, BF_AREA));
  self->assumed = !has_openings (plan);
  allocate (self);
  read_windows (self, windows);
  if (self->assumed)
    assume_windows (self, windows);
  for (guint i = 0; i < windows->len; i++)
    if (g_array_index (windows, Window, i).kind == BF_WINDOW_FREEZE)
      mark_freeze (self, &g_array_index (windows, Window, i));
  for (guint i = 0; i < windows->len; i++)
    {
      const Window *window = &g_array_index (windows, Window, i);

      if (window->kind == BF_WINDOW_WEEKEND)
        open_weekends (self, windows, window);
      for (guint slot = 0; window->kind == BF_WINDOW_SHUTDOWN && slot < self->n_slots; slot++)
        if (window->covers[slot])
          open_shutdown (self, window, slot);
    }
  for (guint slot = 0; slot < self->n_slots; slot++)
    g_array_sort (self->stretches[slot], compare_stretches);
  return self;
}

void
bf_stretches_free (BfStretches *self)
{
  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      g_array_unref (self->stretches[slot]);
      g_free (self->freeze[slot]);
    }
  for (guint i = 0; i < bf_plan_count (self->plan, BF_WINDOW); i++)
    if (self->systems[i])
      g_array_unref (self->systems[i]);
  g_free (self->stretches);
  g_free (self->freeze);
  g_free (self->systems);
  g_free (self);
}

guint
bf_stretches_slot (const BfStretches *self, int area)
{
  return area < 0 || (guint) area >= self->n_slots ? 0 : (guint) area;
}
