/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-private.h"

#define MAX_PLACES 512

/* --- The latest days. --- */

static int
latest_start (const Brute *self, int t)
{
  const BruteTask *task = &self->tasks[t];
  const BruteStep *step = &self->plant->steps[task->step];
  int latest = BRUTE_NONE;

  if (task->kind != BRUTE_CUTOVER)
    return self->work_of_day[self->latest[t] + 1] - task->days;
  for (guint i = 0; self->openings[t] && i < self->openings[t]->len; i++)
    {
      const BruteOpening *opening = &g_array_index (self->openings[t], BruteOpening, i);
      int at = MIN (opening->end, (self->latest[t] + 1) * BRUTE_DAY) - step->need;

      if (at >= opening->start)
        latest = MAX (latest, at / BRUTE_DAY);
    }
  if (step->need <= step->bearable && self->work_of_day[self->latest[t] + 1])
    latest = MAX (latest, self->day_of_work[self->work_of_day[self->latest[t] + 1] - 1]);
  return latest;
}

/* The last day on which the earlier of two may end. */
static int
latest_before (const Brute *self, const BruteLink *link)
{
  const BruteTask *after = &self->tasks[link->after];
  int start = latest_start (self, link->after);
  int work;

  if (after->kind == BRUTE_CUTOVER)
    return link->lag >= 0 ? start - 1 : BRUTE_NEVER;
  if (!after->days)
    return self->latest[link->after];
  if (link->kind == BRUTE_ENDS_AFTER)
    return link->lag >= 0 ? self->latest[link->after] : BRUTE_NEVER;
  work = start - link->lag;
  if (link->kind == BRUTE_OVERLAPS)
    work = start + MIN (link->lag, after->days);
  if (link->kind == BRUTE_STARTS_AFTER)
    work += self->tasks[link->before].days;
  if (work < 0)
    return BRUTE_NONE;
  return work < self->n_work ? self->day_of_work[work] - 1 : BRUTE_NEVER;
}

/* FALSE: some task can end on no day. */
static gboolean
find_latest (Brute *self)
{
  for (int t = 0; t < self->n; t++)
    {
      int due = self->plant->steps[self->tasks[t].step].due;

      self->latest[t] = MIN (BRUTE_HORIZON, self->best) - 1;
      if (due != BRUTE_NONE)
        self->latest[t] = MIN (self->latest[t], due);
    }
  for (int t = self->n - 1; t >= 0; t--)
    for (guint i = 0; i < self->links->len; i++)
      {
        const BruteLink *link = &g_array_index (self->links, BruteLink, i);

        if (link->before == t)
          self->latest[t] = CLAMP (latest_before (self, link), BRUTE_NONE, self->latest[t]);
      }
  for (int t = 0; t < self->n; t++)
    if (self->latest[t] < 0)
      return FALSE;
  return TRUE;
}

/* --- Trying. --- */

static gboolean try_task (Brute *self, int t);

/* Puts a task there and goes on with the next; FALSE when enough has been tried. */
static gboolean
try_place (Brute *self, int t, const BrutePlace *place)
{
  gboolean going = TRUE;

  if (place->end_day > self->latest[t] || self->best <= self->least)
    return TRUE;
  if (self->relaxed)
    {
      self->placed[t] = *place;
      return TRUE;
    }
  if (++self->tried > self->most)
    return FALSE;
  if (!brute_has_place (self, t, place))
    return TRUE;
  if (brute_book (self, t, place, 1))
    going = try_task (self, t + 1);
  brute_book (self, t, place, -1);
  return going;
}

static gboolean
try_work (Brute *self, int t)
{
  const BruteTask *task = &self->tasks[t];
  int from = brute_ready_work (self, t);

  for (int work = from; work + task->days <= self->n_work; work++)
    {
      BrutePlace place = {
        self->day_of_work[work],
        self->day_of_work[work + task->days - 1],
        work,
        NULL,
      };

      if (place.end_day > self->latest[t])
        break;
      if (!try_place (self, t, &place))
        return FALSE;
      if (!task->held || self->relaxed)
        break;
    }
  return TRUE;
}

/* A release without hypercare: on the day on which all else has ended; for money's sake on a later
 * working day. */
static gboolean
try_event (Brute *self, int t)
{
  int ready = brute_ready_day (self, t) - 1;

  for (int day = ready; day <= self->latest[t]; day++)
    {
      BrutePlace place = { day, day, self->work_of_day[MIN (day, BRUTE_HORIZON) + 1], NULL };

      if ((day == ready || brute_works (self, day)) && !try_place (self, t, &place))
        return FALSE;
      if (!self->tasks[t].held || self->relaxed)
        break;
    }
  return TRUE;
}

typedef struct
{
  BrutePlace places[MAX_PLACES];
  int n;
} Places;

static void
note_place (const Brute *self, int t, Places *places, int minute, const BruteOpening *opening)
{
  int need = self->plant->steps[self->tasks[t].step].need;
  BrutePlace place = { minute / BRUTE_DAY, (minute + MAX (need, 1) - 1) / BRUTE_DAY, 0, opening };
  int at = places->n;

  if (place.end_day > self->latest[t] || places->n == MAX_PLACES)
    return;
  for (; at > 0 && places->places[at - 1].end_day > place.end_day; at--)
    places->places[at] = places->places[at - 1];
  places->places[at] = place;
  places->n++;
}

static void
note_openings (const Brute *self, int t, int from, int to, Places *places)
{
  const BruteStep *step = &self->plant->steps[self->tasks[t].step];

  for (guint i = 0; self->openings[t] && i < self->openings[t]->len; i++)
    {
      const BruteOpening *opening = &g_array_index (self->openings[t], BruteOpening, i);

      for (int at = MAX (from, opening->start); at <= to && at + step->need <= opening->end;
           at = (at / BRUTE_DAY + 1) * BRUTE_DAY)
        {
          note_place (self, t, places, at, opening);
          if (!step->core)
            break;
        }
    }
}

/* On working days, where no opening is needed. */
static void
note_stops (const Brute *self, int t, int from, int to, Places *places)
{
  const BruteStep *step = &self->plant->steps[self->tasks[t].step];

  for (int day = from / BRUTE_DAY; step->need <= step->bearable && day <= self->latest[t]; day++)
    {
      int at = step->need ? MAX (day * BRUTE_DAY, from) : day * BRUTE_DAY;
      gboolean frozen = FALSE;

      if (at > to)
        return;
      for (int slot = 0; slot < self->n_slots; slot++)
        frozen = frozen || (brute_stops (self, &self->tasks[t], slot) &&
                            brute_is_frozen (self, slot, at, at + MAX (step->need, 1)));
      if (!brute_works (self, day) || frozen)
        continue;
      note_place (self, t, places, at, NULL);
      if (!step->core)
        return;
    }
}

static gboolean
try_cutover (Brute *self, int t)
{
  const BruteStep *step = &self->plant->steps[self->tasks[t].step];
  int from = brute_ready_day (self, t) * BRUTE_DAY;
  int to = BRUTE_NEVER * BRUTE_DAY / 8;
  Places places = { .n = 0 };

  if (step->pin != BRUTE_NONE && self->tasks[t].part == 0)
    {
      to = step->pin % BRUTE_DAY ? step->pin : step->pin + BRUTE_DAY - 1;
      from = MAX (from, step->pin);
    }
  if (from / BRUTE_DAY > BRUTE_HORIZON)
    return TRUE;
  note_openings (self, t, from, to, &places);
  note_stops (self, t, from, to, &places);
  for (int i = 0; i < places.n; i++)
    {
      if (!try_place (self, t, &places.places[i]))
        return FALSE;
      if (self->relaxed)
        break;
    }
  return TRUE;
}

static gboolean
note_finish (Brute *self)
{
  int finish = 0;

  for (int t = 0; t < self->n; t++)
    finish = MAX (finish, self->placed[t].end_day);
  self->best = MIN (self->best, finish);
  find_latest (self);
  return TRUE;
}

static gboolean
try_task (Brute *self, int t)
{
  if (t == self->n)
    return note_finish (self);
  if (self->tasks[t].kind == BRUTE_CUTOVER)
    return try_cutover (self, t);
  return self->tasks[t].days ? try_work (self, t) : try_event (self, t);
}

/* Everything at its earliest, as if there were people and money for all: no schedule ends earlier.
 * FALSE: not even that is possible. */
static gboolean
relax (Brute *self)
{
  int least = 0;

  self->relaxed = TRUE;
  for (int t = 0; t < self->n; t++)
    {
      self->placed[t].end_day = BRUTE_NEVER;
      try_task (self, t);
      if (self->placed[t].end_day == BRUTE_NEVER)
        return FALSE;
      least = MAX (least, self->placed[t].end_day);
    }
  self->relaxed = FALSE;
  self->least = least;
  for (int t = 0; t < self->n; t++)
    self->placed[t].opening = NULL;
  return TRUE;
}

BruteResult
brute_search (const BruteCase *plant, guint64 most)
{
  Brute *self = brute_new (plant);
  BruteResult result = { BRUTE_INFEASIBLE, BRUTE_HORIZON, 0 };
  gboolean all = TRUE;

  self->most = most;
  if (find_latest (self) && relax (self))
    {
      all = try_task (self, 0);
      result.finish = self->best;
      result.verdict = !all                          ? BRUTE_UNDECIDED
                       : self->best == BRUTE_HORIZON ? BRUTE_INFEASIBLE
                                                     : BRUTE_OPTIMAL;
    }
  result.tried = self->tried;
  brute_free (self);
  return result;
}
