/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a task of a tiny plant may go, by the planning rules. */

#include "brute-private.h"

#define CORE_DAYS 182
#define HUNDREDTHS 100

/* --- Where a task may go. --- */

int
brute_ready_day (const Brute *self, int t)
{
  const BruteStep *step = &self->plant->steps[self->tasks[t].step];
  int ready = MAX (0, step->earliest);

  if (self->tasks[t].kind == BRUTE_CUTOVER)
    ready = MAX (ready, step->claim + 1);
  for (guint i = 0; i < self->links->len; i++)
    {
      const BruteLink *link = &g_array_index (self->links, BruteLink, i);
      int end, work;

      if (link->after != t || (self->lenient && link->goes_live))
        continue;
      end = self->placed[link->before].end_day;
      work = self->work_of_day[end + 1] + link->lag - 1;
      if (link->lag == 0)
        ready = MAX (ready, end + 1);
      else if (work >= self->n_work)
        return BRUTE_NEVER;
      else if (work >= 0)
        ready = MAX (ready, self->day_of_work[work] + 1);
    }
  return ready;
}

int
brute_ready_work (const Brute *self, int t)
{
  const BruteTask *task = &self->tasks[t];
  int ready = self->work_of_day[MAX (0, self->plant->steps[task->step].earliest)];

  for (guint i = 0; i < self->links->len; i++)
    {
      const BruteLink *link = &g_array_index (self->links, BruteLink, i);
      const BrutePlace *before = &self->placed[link->before];
      int end;

      if (link->after != t || (self->lenient && link->goes_live))
        continue;
      end = self->work_of_day[before->end_day + 1];
      if (link->kind == BRUTE_FOLLOWS)
        ready = MAX (ready, end + link->lag);
      else if (link->kind == BRUTE_OVERLAPS)
        ready = MAX (ready, end - MIN (link->lag, task->days));
      else if (link->kind == BRUTE_ENDS_AFTER && !link->lag)
        ready = MAX (ready, self->work_of_day[MAX (0, before->end_day)] + 1 - task->days);
      else if (link->kind == BRUTE_ENDS_AFTER)
        ready = MAX (ready, end + link->lag - task->days);
      else
        ready = MAX (ready, before->start_work + link->lag);
    }
  return ready;
}

/* --- What else stands in the way. --- */

static gboolean
has_room (const Brute *self, const BrutePlace *place)
{
  for (int i = 0; place->opening && i < place->opening->n_uses; i++)
    {
      const BruteUse *use = &place->opening->uses[i];
      int count = 1;

      for (int t = 0; t < self->n; t++)
        for (int j = 0; self->placed[t].opening && j < self->placed[t].opening->n_uses; j++)
          {
            const BruteUse *other = &self->placed[t].opening->uses[j];

            count += other->window == use->window && other->occurrence == use->occurrence &&
                     other->slot == use->slot;
          }
      if (count > self->plant->limit)
        return FALSE;
    }
  return TRUE;
}

static gboolean
uses_window (const BruteOpening *opening, const BruteUse *use)
{
  for (int i = 0; opening && i < opening->n_uses; i++)
    if (opening->uses[i].window == use->window && opening->uses[i].occurrence == use->occurrence)
      return TRUE;
  return FALSE;
}

/* Who builds may cut over so often in a window, wherever. */
static int
builder (const Brute *self, int step)
{
  return self->plant->steps[step].halves[BRUTE_BUILD] ? self->plant->steps[step].team : BRUTE_NONE;
}

static gboolean
has_hands (const Brute *self, int t, const BrutePlace *place)
{
  int team = builder (self, self->tasks[t].step);

  for (int i = 0; team != BRUTE_NONE && place->opening && i < place->opening->n_uses; i++)
    {
      int count = 1;

      for (int other = 0; other < self->n; other++)
        count += builder (self, self->tasks[other].step) == team &&
                 uses_window (self->placed[other].opening, &place->opening->uses[i]);
      if (count > self->plant->limit)
        return FALSE;
    }
  return TRUE;
}

static gboolean
keeps_distance (const Brute *self, int t, const BrutePlace *place)
{
  if (!self->plant->steps[self->tasks[t].step].core)
    return TRUE;
  for (int other = 0; other < t; other++)
    {
      const BruteTask *task = &self->tasks[other];
      gboolean shared = FALSE;

      for (int slot = 0; slot < self->n_slots; slot++)
        shared =
            shared || (brute_stops (self, task, slot) && brute_stops (self, &self->tasks[t], slot));
      if (task->kind == BRUTE_CUTOVER && task->step != self->tasks[t].step && shared &&
          self->plant->steps[task->step].core &&
          place->start_day - self->placed[other].end_day < CORE_DAYS &&
          self->placed[other].start_day - place->end_day < CORE_DAYS)
        return FALSE;
    }
  return TRUE;
}

static int
capacity (const Brute *self, int team, int day)
{
  return day <= self->plant->teams[team].until ? self->plant->teams[team].first
                                               : self->plant->teams[team].second;
}

static gboolean
has_people (const Brute *self, const BruteTask *task, int from)
{
  int team = self->plant->steps[task->step].team;

  for (int work = from; task->halves && work < from + task->days; work++)
    if (self->used[team][work] + task->halves > capacity (self, team, self->day_of_work[work]))
      return FALSE;
  return TRUE;
}

static void
book_people (Brute *self, const BruteTask *task, int from, int sign)
{
  int team = self->plant->steps[task->step].team;

  for (int work = from; task->halves && work < from + task->days; work++)
    self->used[team][work] += sign * task->halves;
}

/* --- Money. --- */

static gboolean
has_budget (const Brute *self, int kind)
{
  for (int i = 0; i < self->plant->n_budgets; i++)
    if (self->plant->budgets[i].kind == kind)
      return TRUE;
  return FALSE;
}

/* FALSE when no period holds the day. */
static gboolean
pay (Brute *self, int kind, int day, gint64 hundredths)
{
  for (int i = 0; i < self->plant->n_budgets; i++)
    {
      const BruteBudget *budget = &self->plant->budgets[i];

      if (budget->kind != kind || day < budget->from || day > budget->to)
        continue;
      self->planned[i] += hundredths;
      return TRUE;
    }
  return FALSE;
}

static gboolean
pay_all (Brute *self, const BruteTask *task, const BrutePlace *place, int sign)
{
  const BruteStep *step = &self->plant->steps[task->step];
  gboolean held = TRUE;

  for (int work = place->start_work;
       task->money && has_budget (self, task->money_kind) && work < place->start_work + task->days;
       work++)
    held = pay (self,
                task->money_kind,
                self->day_of_work[work],
                (gint64) sign * task->money * HUNDREDTHS) &&
           held;
  if (task->kind == BRUTE_HYPERCARE && step->opex && has_budget (self, 2))
    {
      int campaign = self->of[task->step][BRUTE_CAMPAIGN];
      int release = campaign == BRUTE_NONE ? place->end_day
                                           : MAX (place->end_day, self->placed[campaign].end_day);

      for (int day = release + 1; day < BRUTE_HORIZON; day++)
        pay (self, 2, day, (gint64) sign * step->opex * HUNDREDTHS);
    }
  return held;
}

static gboolean
budgets_hold (const Brute *self)
{
  gint64 moves[3] = { 0 };

  for (int i = 0; i < self->plant->n_budgets; i++)
    {
      const BruteBudget *budget = &self->plant->budgets[i];
      gint64 rest = (gint64) budget->amount * HUNDREDTHS + moves[budget->kind] - self->planned[i];

      if (rest < 0)
        return FALSE;
      moves[budget->kind] =
          budget->carry == BRUTE_NONE ? rest : MIN (rest, (gint64) budget->amount * budget->carry);
    }
  return TRUE;
}

/* --- All of it. --- */

gboolean
brute_has_place (const Brute *self, int t, const BrutePlace *place)
{
  if (self->tasks[t].kind == BRUTE_CUTOVER)
    return has_room (self, place) && has_hands (self, t, place) && keeps_distance (self, t, place);
  return has_people (self, &self->tasks[t], place->start_work);
}

gboolean
brute_book (Brute *self, int t, const BrutePlace *place, int sign)
{
  const BruteTask *task = &self->tasks[t];
  gboolean held;

  if (sign > 0)
    self->placed[t] = *place;
  book_people (self, task, place->start_work, sign);
  held = pay_all (self, task, place, sign);
  if (sign < 0)
    self->placed[t].opening = NULL;
  return held && budgets_hold (self);
}
