/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-stretches.h"

#include <glib/gi18n-lib.h>

const BfStretch *
bf_calendar_stretches (const BfCalendar *calendar, int area, guint *n)
{
  const BfStretches *self = bf_calendar_get_stretches (calendar);
  const GArray *stretches = self->stretches[bf_stretches_slot (self, area)];

  *n = stretches->len;
  return (const BfStretch *) (gconstpointer) stretches->data;
}

gboolean
bf_calendar_opens_for (const BfCalendar *calendar,
                       const BfStretch *stretch,
                       const int *systems,
                       guint n_systems)
{
  const BfStretches *self = bf_calendar_get_stretches (calendar);
  const GArray *named = stretch->window < 0 ? NULL : self->systems[stretch->window];

  if (!named)
    return TRUE;
  for (guint i = 0; i < n_systems; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < named->len && !found; j++)
        found = g_array_index (named, int, j) == systems[i];
      if (!found)
        return FALSE;
    }
  return n_systems > 0;
}

int
bf_calendar_freeze (const BfCalendar *calendar, int area, gint64 day)
{
  const BfStretches *self = bf_calendar_get_stretches (calendar);

  if (day < self->first_day || day > self->last_day)
    return -1;
  return self->freeze[bf_stretches_slot (self, area)][day - self->first_day];
}

/* One weekend of a rule is known by its day: the rule's name would say "every weekend". Interned,
 * for there are only so many days. */
static const char *
weekend_name (gint64 occurrence, gboolean assumed)
{
  g_autofree char *day = bf_day_text (occurrence);
  g_autofree char *name = NULL;

  if (assumed)
    /* Translators: a day, "17 Mar 2029". */
    name = g_strdup_printf (_ ("assumed weekend %s"), day);
  else
    /* Translators: a day, "17 Mar 2029". */
    name = g_strdup_printf (_ ("Weekend %s"), day);
  return g_intern_string (name);
}

/* An assumed window is known by its first day alone. */
static const char *
assumed_name (gint64 occurrence)
{
  int month, day;

  bf_day_to_civil (occurrence, NULL, &month, &day);
  if (month == 12 && day == 24 && bf_day_weekday (occurrence) != 6)
    return _ ("assumed shutdown at the turn of the year");
  if (month == 7 && day > 24 && bf_day_weekday (occurrence) == 6)
    return _ ("assumed summer shutdown");
  if (month == 12 && day == 24)
    return _ ("assumed shutdown at the turn of the year");
  return weekend_name (occurrence, TRUE);
}

const char *
bf_calendar_window_name (const BfCalendar *calendar, int window, gint64 occurrence)
{
  const BfWindow *row;

  if (window < 0)
    return assumed_name (occurrence);
  row = BF_ROW (bf_calendar_get_stretches (calendar)->plan, WINDOW, BfWindow, (guint) window);
  if (row->kind == BF_WINDOW_WEEKEND && occurrence != BF_BLANK)
    return weekend_name (occurrence, FALSE);
  return row->name ? row->name : row->row.key;
}

char *
bf_calendar_window_id (const BfCalendar *calendar, int window, gint64 occurrence)
{
  const BfPlan *plan = bf_calendar_get_stretches (calendar)->plan;
  const char *key =
      window < 0 ? "ASSUMED" : BF_ROW (plan, WINDOW, BfWindow, (guint) window)->row.key;
  g_autofree char *day = occurrence == BF_BLANK ? NULL : bf_day_format (occurrence);

  return day ? g_strconcat (key, "@", day, NULL) : g_strdup (key);
}

/* --- Common openings of several areas. --- */

typedef struct
{
  gint64 start, end;
  guint way;
} Found;

static gboolean
stands_in (const BfPlan *plan, int system, int area)
{
  const BfSystem *row = BF_ROW (plan, SYSTEM, BfSystem, (guint) system);
  const BfArea *wanted;

  if (area < 0 || bf_areas_are_site (row->area))
    return TRUE;
  wanted = BF_ROW (plan, AREA, BfArea, (guint) area);
  for (guint i = 0; row->area[i]; i++)
    if (bf_plan_find (plan, BF_AREA, row->area[i]) == wanted)
      return TRUE;
  return FALSE;
}

static GArray *
systems_there (const BfPlan *plan, int area, const int *systems, guint n_systems)
{
  GArray *there = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < n_systems; i++)
    if (stands_in (plan, systems[i], area))
      g_array_append_val (there, systems[i]);
  return there;
}

/* The stretches of one area that are open for the step and long enough, by pointer. */
static GPtrArray *
usable_stretches (
    const BfCalendar *calendar, int area, const int *systems, guint n_systems, gint64 need)
{
  const BfPlan *plan = bf_calendar_get_stretches (calendar)->plan;
  g_autoptr (GArray) there = systems_there (plan, area, systems, n_systems);
  GPtrArray *usable = g_ptr_array_new ();
  guint n;
  const BfStretch *all = bf_calendar_stretches (calendar, area, &n);

  for (guint i = 0; i < n; i++)
    if (all[i].end - all[i].start >= need &&
        bf_calendar_opens_for (
            calendar, &all[i], (const int *) (gconstpointer) there->data, there->len))
      g_ptr_array_add (usable, (gpointer) &all[i]);
  return usable;
}

static void
intersect (GPtrArray **areas,
           guint n_areas,
           guint depth,
           gint64 start,
           gint64 end,
           gint64 need,
           const BfStretch **chosen,
           GArray *found,
           GPtrArray *ways)
{
  if (depth == n_areas)
    {
      Found opening = { start, end, ways->len };

      for (guint i = 0; i < n_areas; i++)
        g_ptr_array_add (ways, (gpointer) chosen[i]);
      g_array_append_val (found, opening);
      return;
    }
  for (guint i = 0; i < areas[depth]->len; i++)
    {
      const BfStretch *stretch = g_ptr_array_index (areas[depth], i);

      if (stretch->start >= end)
        break;
      chosen[depth] = stretch;
      if (MIN (end, stretch->end) - MAX (start, stretch->start) >= MAX (need, 1))
        intersect (areas,
                   n_areas,
                   depth + 1,
                   MAX (start, stretch->start),
                   MIN (end, stretch->end),
                   need,
                   chosen,
                   found,
                   ways);
    }
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;
  return x->way < y->way ? -1 : x->way > y->way;
}

static BfOpenings *
collect (const GArray *found, const GPtrArray *ways, guint n_areas)
{
  BfOpenings *openings = g_new0 (BfOpenings, 1);

  openings->n = found->len;
  openings->n_areas = n_areas;
  openings->start = g_new (gint64, found->len);
  openings->end = g_new (gint64, found->len);
  openings->stretch = g_new (const BfStretch *, found->len *n_areas);
  for (guint i = 0; i < found->len; i++)
    {
      const Found *opening = &g_array_index (found, Found, i);

      openings->start[i] = opening->start;
      openings->end[i] = opening->end;
      for (guint j = 0; j < n_areas; j++)
        openings->stretch[i * n_areas + j] = g_ptr_array_index (ways, opening->way + j);
    }
  return openings;
}

BfOpenings *
bf_calendar_openings (const BfCalendar *calendar,
                      const int *areas,
                      guint n_areas,
                      const int *systems,
                      guint n_systems,
                      gint64 need)
{
  static const int whole_plant = -1;
  const int *wanted = n_areas ? areas : &whole_plant;
  guint n = MAX (1, n_areas);
  GPtrArray **usable = g_new (GPtrArray *, n);
  const BfStretch **chosen = g_new (const BfStretch *, n);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GPtrArray) ways = g_ptr_array_new ();
  BfOpenings *openings;

  for (guint i = 0; i < n; i++)
    usable[i] = usable_stretches (calendar, wanted[i], systems, n_systems, need);
  intersect (usable, n, 0, G_MININT64 / 4, G_MAXINT64 / 4, need, chosen, found, ways);
  g_array_sort (found, compare_found);
  openings = collect (found, ways, n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_unref (usable[i]);
  g_free (usable);
  g_free (chosen);
  return openings;
}

void
bf_openings_free (BfOpenings *openings)
{
  g_free (openings->start);
  g_free (openings->end);
  g_free (openings->stretch);
  g_free (openings);
}
