/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether somebody's schedule of a tiny plant obeys the planning rules. */

#include "brute-private.h"

static gboolean
is_use_of (const Brute *self, const BrutePart *part, int i, const BruteUse *use)
{
  const BruteWindow *window = &self->plant->windows[use->window];
  int day = use->occurrence == BRUTE_NONE ? BRUTE_NONE : use->occurrence / BRUTE_DAY;
  int slot = part->uses[i].area == BRUTE_NONE ? 0 : part->uses[i].area;

  if (slot != use->slot)
    return FALSE;
  if (window->assumed)
    return part->uses[i].window == BRUTE_NONE &&
           part->uses[i].occurrence == (day == BRUTE_NONE ? window->start / BRUTE_DAY : day);
  return part->uses[i].window == use->window && part->uses[i].occurrence == day;
}

/* The opening that the part names and lies in whole. */
static const BruteOpening *
named_opening (const Brute *self, int t, const BrutePart *part)
{
  for (guint i = 0; self->openings[t] && i < self->openings[t]->len; i++)
    {
      const BruteOpening *opening = &g_array_index (self->openings[t], BruteOpening, i);
      gboolean named = opening->n_uses == part->n_uses && part->start_minute >= opening->start &&
                       part->finish_minute <= opening->end;

      for (int j = 0; named && j < opening->n_uses; j++)
        named = is_use_of (self, part, j, &opening->uses[j]);
      if (named)
        return opening;
    }
  return NULL;
}

static gboolean
may_stop (const Brute *self, int t, const BrutePart *part)
{
  const BruteStep *step = &self->plant->steps[part->step];

  for (int slot = 0; slot < self->n_slots; slot++)
    if (brute_stops (self, &self->tasks[t], slot) &&
        brute_is_frozen (
            self, slot, part->start_minute, MAX (part->finish_minute, part->start_minute + 1)))
      return FALSE;
  return step->need <= step->bearable && brute_works (self, part->start);
}

static gboolean
is_pinned (const BruteStep *step, const BrutePart *part)
{
  if (step->pin == BRUTE_NONE || part->part > 0)
    return TRUE;
  if (step->pin % BRUTE_DAY == 0 || step->need == 0)
    return part->start == step->pin / BRUTE_DAY;
  return part->start_minute == step->pin;
}

static gboolean
accepts_cutover (const Brute *self, int t, const BrutePart *part, BrutePlace *place)
{
  const BruteStep *step = &self->plant->steps[part->step];
  int last = part->start_minute + MAX (step->need, 1) - 1;

  if (part->start_minute < 0 || part->finish_minute - part->start_minute != step->need ||
      part->start != part->start_minute / BRUTE_DAY || part->finish != last / BRUTE_DAY ||
      part->start < brute_ready_day (self, t) || !is_pinned (step, part))
    return FALSE;
  if (part->in_opening)
    place->opening = named_opening (self, t, part);
  return part->in_opening ? place->opening != NULL : may_stop (self, t, part);
}

static gboolean
accepts_work (const Brute *self, int t, const BrutePart *part, BrutePlace *place)
{
  int days = self->tasks[t].days;

  if (!days)
    return part->finish >= brute_ready_day (self, t) - 1;
  if (!brute_works (self, part->start) || !brute_works (self, part->finish))
    return FALSE;
  place->start_work = self->work_of_day[part->start];
  return place->start_work >= brute_ready_work (self, t) &&
         self->work_of_day[part->finish + 1] - place->start_work == days;
}

static gboolean
accepts_part (Brute *self, int t, const BrutePart *part)
{
  BrutePlace place = { part->start, part->finish, 0, NULL };

  if (part->start < BRUTE_NONE || part->finish >= BRUTE_HORIZON)
    return FALSE;
  if (self->tasks[t].kind == BRUTE_CUTOVER ? !accepts_cutover (self, t, part, &place)
                                           : !accepts_work (self, t, part, &place))
    return FALSE;
  return brute_has_place (self, t, &place) && brute_book (self, t, &place, 1);
}

static int
release_of (const Brute *self, int step)
{
  int release = BRUTE_NONE;

  for (int t = 0; t < self->n; t++)
    if (self->tasks[t].step == step)
      release = MAX (release, self->placed[t].end_day);
  return release;
}

static gboolean
accepts_releases (const Brute *self)
{
  for (int s = 0; s < self->plant->n_steps; s++)
    if (self->plant->steps[s].due != BRUTE_NONE && release_of (self, s) > self->plant->steps[s].due)
      return FALSE;
  for (guint i = 0; i < self->links->len; i++)
    {
      const BruteLink *link = &g_array_index (self->links, BruteLink, i);

      if (link->goes_live &&
          release_of (self, self->tasks[link->after].step) < self->placed[link->before].end_day)
        return FALSE;
    }
  return TRUE;
}

gboolean
brute_accepts (const BruteCase *plant, const BrutePart *parts, int n)
{
  Brute *self = brute_new (plant);
  gboolean accepted = TRUE;

  self->lenient = TRUE;
  for (int t = 0; accepted && t < self->n; t++)
    for (int i = 0; accepted && i < n; i++)
      if (parts[i].step == self->tasks[t].step && parts[i].kind == self->tasks[t].kind &&
          (parts[i].kind != BRUTE_CUTOVER || parts[i].part == self->tasks[t].part))
        accepted = accepts_part (self, t, &parts[i]);
  accepted = accepted && accepts_releases (self);
  brute_free (self);
  return accepted;
}
