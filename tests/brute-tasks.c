/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a tiny plant asks, by the planning rules: days, openings, tasks and their order. */

#include "brute-private.h"

/* --- Days. --- */

gboolean
brute_works (const Brute *self, int day)
{
  return day >= 0 && day < BRUTE_KNOWN_DAYS && self->work_of_day[day + 1] > self->work_of_day[day];
}

static void
make_days (Brute *self)
{
  for (int day = 0; day <= BRUTE_KNOWN_DAYS; day++)
    {
      gboolean free = day % 7 >= 5 || day > self->plant->last_day || day == self->plant->free_day;

      self->work_of_day[day] = self->n_work;
      if (!free)
        self->day_of_work[self->n_work++] = day;
    }
  self->work_of_day[BRUTE_KNOWN_DAYS + 1] = self->n_work;
}

/* --- Windows. --- */

static gboolean
covers (const Brute *self, guint areas, int slot)
{
  return !self->plant->n_areas || !areas || (areas & (1u << slot));
}

static void
make_freezes (Brute *self)
{
  for (int w = 0; w < self->plant->n_windows; w++)
    {
      const BruteWindow *window = &self->plant->windows[w];

      for (int slot = 0; window->kind == BRUTE_FREEZE && slot < self->n_slots; slot++)
        for (int day = 0; covers (self, window->areas, slot) && day < BRUTE_KNOWN_DAYS; day++)
          if (window->start < (day + 1) * BRUTE_DAY && window->end > day * BRUTE_DAY)
            self->frozen[slot][day] = TRUE;
    }
}

gboolean
brute_is_frozen (const Brute *self, int slot, int start, int end)
{
  for (int day = start / BRUTE_DAY; day * BRUTE_DAY < end && day < BRUTE_KNOWN_DAYS; day++)
    if (self->frozen[slot][day])
      return TRUE;
  return FALSE;
}

static void
add_stretch (Brute *self, int slot, int window, int occurrence, int start, int end)
{
  BruteOpening stretch = { start, end, 1, { { window, occurrence, slot } } };

  if (end > start)
    g_array_append_val (self->stretches[slot], stretch);
}

/* A shutdown without its days under a freeze. */
static void
open_shutdown (Brute *self, int w, int slot)
{
  const BruteWindow *window = &self->plant->windows[w];
  int from = window->start;

  for (int day = 0; day < BRUTE_KNOWN_DAYS; day++)
    if (self->frozen[slot][day] && (day + 1) * BRUTE_DAY > from && day * BRUTE_DAY < window->end)
      {
        add_stretch (self, slot, w, BRUTE_NONE, from, day * BRUTE_DAY);
        from = (day + 1) * BRUTE_DAY;
      }
  add_stretch (self, slot, w, BRUTE_NONE, from, window->end);
}

static gboolean
falls_away (const Brute *self, const BruteWindow *rule, int start, int end)
{
  for (int slot = 0; slot < self->n_slots; slot++)
    {
      if (!covers (self, rule->areas, slot))
        continue;
      if (brute_is_frozen (self, slot, start, end))
        return TRUE;
      for (int w = 0; w < self->plant->n_windows; w++)
        {
          const BruteWindow *other = &self->plant->windows[w];

          if (other->kind == BRUTE_SHUTDOWN && covers (self, other->areas, slot) &&
              other->start < end && start < other->end)
            return TRUE;
        }
    }
  return FALSE;
}

static void
open_weekends (Brute *self, int w)
{
  const BruteWindow *rule = &self->plant->windows[w];

  for (int start = rule->start; start < MIN (rule->end, BRUTE_HORIZON * BRUTE_DAY);
       start += 7 * BRUTE_DAY * rule->every)
    {
      int end = MIN (start + rule->open, rule->end);

      for (int slot = 0; slot < self->n_slots; slot++)
        if (covers (self, rule->areas, slot) && !falls_away (self, rule, start, end))
          add_stretch (self, slot, w, start, start, end);
    }
}

static void
make_stretches (Brute *self)
{
  for (int w = 0; w < self->plant->n_windows; w++)
    {
      if (self->plant->windows[w].kind == BRUTE_WEEKEND)
        open_weekends (self, w);
      for (int slot = 0; slot < self->n_slots; slot++)
        if (self->plant->windows[w].kind == BRUTE_SHUTDOWN &&
            covers (self, self->plant->windows[w].areas, slot))
          open_shutdown (self, w, slot);
    }
}

gboolean
brute_stops (const Brute *self, const BruteTask *task, int slot)
{
  const BruteStep *step = &self->plant->steps[task->step];

  return self->n_cutovers[task->step] > 1 ? task->part == slot : covers (self, step->areas, slot);
}

static gboolean
is_open_to (const Brute *self, const BruteOpening *stretch, int step)
{
  guint named = self->plant->windows[stretch->uses[0].window].systems;

  return !named || (self->plant->steps[step].has_system && named == (1u << step)) ||
         (self->plant->steps[step].has_system && (named & (1u << step)));
}

static void
join_openings (Brute *self, int t, GArray *so_far, int slot)
{
  const BruteTask *task = &self->tasks[t];
  int need = self->plant->steps[task->step].need;
  g_autoptr (GArray) joined = g_array_new (FALSE, FALSE, sizeof (BruteOpening));

  for (guint i = 0; i < so_far->len; i++)
    for (guint j = 0; j < self->stretches[slot]->len; j++)
      {
        BruteOpening opening = g_array_index (so_far, BruteOpening, i);
        const BruteOpening *stretch = &g_array_index (self->stretches[slot], BruteOpening, j);

        opening.start = MAX (opening.start, stretch->start);
        opening.end = MIN (opening.end, stretch->end);
        opening.uses[opening.n_uses++] = stretch->uses[0];
        if (opening.end - opening.start >= need && is_open_to (self, stretch, task->step))
          g_array_append_val (joined, opening);
      }
  g_array_set_size (so_far, 0);
  g_array_append_vals (so_far, joined->data, joined->len);
}

static void
make_openings (Brute *self)
{
  for (int t = 0; t < self->n; t++)
    {
      BruteOpening whole = {
        -BRUTE_NEVER * BRUTE_DAY / 8, BRUTE_NEVER * BRUTE_DAY / 8, 0, { { 0 } }
      };

      if (self->tasks[t].kind != BRUTE_CUTOVER || !self->plant->steps[self->tasks[t].step].need)
        continue;
      self->openings[t] = g_array_new (FALSE, FALSE, sizeof (BruteOpening));
      g_array_append_val (self->openings[t], whole);
      for (int slot = 0; slot < self->n_slots; slot++)
        if (brute_stops (self, &self->tasks[t], slot))
          join_openings (self, t, self->openings[t], slot);
    }
}

/* --- Tasks and their order. --- */

static void
add_task (Brute *self, int s, BruteKind kind, int part)
{
  const BruteStep *step = &self->plant->steps[s];
  BruteTask task = { .kind = kind, .step = s, .part = part };

  task.days = kind == BRUTE_CUTOVER ? 0 : step->days[kind];
  task.halves = step->team == BRUTE_NONE ? 0 : step->halves[kind];
  task.money = step->money[kind];
  task.money_kind = kind == BRUTE_BUILD ? 0 : 1;
  for (int i = 0; i < self->plant->n_budgets; i++)
    if ((self->plant->budgets[i].kind == task.money_kind && task.money) ||
        (self->plant->budgets[i].kind == 2 && kind == BRUTE_HYPERCARE && step->opex))
      task.held = TRUE;
  task.held = task.held || task.halves;
  if (self->of[s][kind] == BRUTE_NONE)
    self->of[s][kind] = self->n;
  self->tasks[self->n++] = task;
}

static void
add_tasks (Brute *self, int s)
{
  const BruteStep *step = &self->plant->steps[s];

  for (int kind = 0; kind < BRUTE_N_KINDS; kind++)
    {
      self->of[s][kind] = BRUTE_NONE;
      if (kind == BRUTE_CUTOVER)
        self->n_cutovers[s] = !step->cuts ? 0 : step->by_area ? self->plant->n_areas : 1;
      if (kind == BRUTE_CUTOVER)
        for (int part = 0; part < self->n_cutovers[s]; part++)
          add_task (self, s, BRUTE_CUTOVER, part);
      else if (step->days[kind] || kind == BRUTE_BUILD || kind == BRUTE_HYPERCARE)
        add_task (self, s, (BruteKind) kind, 0);
    }
}

static void
link_tasks (Brute *self, int before, int after, BruteLinkKind kind, int lag)
{
  BruteLink link = { before, after, kind, lag, FALSE };

  if (before != BRUTE_NONE && after != BRUTE_NONE)
    g_array_append_val (self->links, link);
}

/* What is before the cutover and what is after it. */
static void
link_inside (Brute *self, int s)
{
  const int *of = self->of[s];

  link_tasks (
      self, of[BRUTE_BUILD], of[BRUTE_OFFLINE], BRUTE_OVERLAPS, self->plant->steps[s].overlap);
  link_tasks (self, of[BRUTE_BUILD], of[BRUTE_REVIEW], BRUTE_STARTS_AFTER, 0);
  link_tasks (self, of[BRUTE_BUILD], of[BRUTE_BUFFER], BRUTE_FOLLOWS, 0);
  link_tasks (self, of[BRUTE_OFFLINE], of[BRUTE_BUFFER], BRUTE_FOLLOWS, 0);
  link_tasks (self, of[BRUTE_ONLINE], of[BRUTE_HYPERCARE], BRUTE_FOLLOWS, 0);
  link_tasks (self, of[BRUTE_PARALLEL], of[BRUTE_HYPERCARE], BRUTE_FOLLOWS, 0);
  for (int before = BRUTE_BUILD; before <= BRUTE_BUFFER; before++)
    for (int part = 0; part < self->n_cutovers[s]; part++)
      link_tasks (self, of[before], of[BRUTE_CUTOVER] + part, BRUTE_FOLLOWS, 0);
  for (int after = BRUTE_ONLINE; after <= BRUTE_HYPERCARE; after++)
    {
      for (int part = 0; part < self->n_cutovers[s]; part++)
        link_tasks (self, of[BRUTE_CUTOVER] + part, of[after], BRUTE_FOLLOWS, 0);
      for (int before = BRUTE_BUILD; !self->n_cutovers[s] && before <= BRUTE_BUFFER; before++)
        link_tasks (self, of[before], of[after], BRUTE_FOLLOWS, 0);
    }
}

/* The release of one step before the cutovers of another; a step without a cutover goes live with
 * the end of its hypercare. */
static void
link_release (Brute *self, int before, int after, int lag)
{
  static const BruteKind ends[] = { BRUTE_CAMPAIGN, BRUTE_HYPERCARE };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      int end = self->of[before][ends[i]];

      for (int part = 0; part < self->n_cutovers[after]; part++)
        link_tasks (self, end, self->of[after][BRUTE_CUTOVER] + part, BRUTE_FOLLOWS, lag);
      if (self->n_cutovers[after] || end == BRUTE_NONE)
        continue;
      link_tasks (self,
                  end,
                  self->of[after][BRUTE_HYPERCARE],
                  self->plant->steps[after].days[BRUTE_HYPERCARE] ? BRUTE_ENDS_AFTER
                                                                  : BRUTE_FOLLOWS,
                  lag);
      g_array_index (self->links, BruteLink, self->links->len - 1).goes_live = TRUE;
    }
}

static void
link_dependency (Brute *self, int before, int after)
{
  const BruteStep *step = &self->plant->steps[after];
  const int *from = self->of[before], *to = self->of[after];
  const int starts[] = { to[BRUTE_BUILD], to[BRUTE_REVIEW] };

  if (step->order == BRUTE_RELEASE_TO_CUTOVER)
    link_release (self, before, after, step->lag);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (step->order == BRUTE_START_TO_START)
      link_tasks (self, from[BRUTE_BUILD], starts[i], BRUTE_STARTS_AFTER, step->lag);
    else if (step->order == BRUTE_RELEASE_TO_START)
      {
        link_tasks (self, from[BRUTE_HYPERCARE], starts[i], BRUTE_FOLLOWS, step->lag);
        link_tasks (self, from[BRUTE_CAMPAIGN], starts[i], BRUTE_FOLLOWS, step->lag);
      }
  for (int i = 0; step->order == BRUTE_CUTOVER_TO_CUTOVER && i < self->n_cutovers[before]; i++)
    for (int j = 0; j < self->n_cutovers[after]; j++)
      link_tasks (self, from[BRUTE_CUTOVER] + i, to[BRUTE_CUTOVER] + j, BRUTE_FOLLOWS, step->lag);
}

static gboolean
holds_gate (const Brute *self, int holder)
{
  for (int s = 0; s < self->plant->n_steps; s++)
    if (self->plant->steps[s].phase == self->plant->steps[holder].phase + 1 &&
        (self->plant->steps[s].needs & (1u << holder)))
      return TRUE;
  return FALSE;
}

static void
link_between (Brute *self, int after)
{
  const BruteStep *step = &self->plant->steps[after];

  for (int before = 0; before < after; before++)
    {
      gboolean by_rule = !before && step->has_system &&
                         ((self->plant->restore_rule && !step->tested) ||
                          (self->plant->owner_rule && !step->owned));
      gboolean by_gate = self->plant->steps[before].phase < step->phase && step->cuts &&
                         step->need && holds_gate (self, before);

      if ((step->needs & (1u << before)) || by_rule || by_gate)
        link_release (self, before, after, 0);
      if (step->depends & (1u << before))
        link_dependency (self, before, after);
    }
}

/* --- Life. --- */

Brute *
brute_new (const BruteCase *plant)
{
  Brute *self = g_new0 (Brute, 1);

  self->plant = plant;
  self->n_slots = MAX (1, plant->n_areas);
  self->best = BRUTE_HORIZON;
  self->least = BRUTE_NONE;
  self->links = g_array_new (FALSE, FALSE, sizeof (BruteLink));
  for (int slot = 0; slot < 2; slot++)
    self->stretches[slot] = g_array_new (FALSE, FALSE, sizeof (BruteOpening));
  make_days (self);
  make_freezes (self);
  make_stretches (self);
  for (int s = 0; s < plant->n_steps; s++)
    add_tasks (self, s);
  for (int s = 0; s < plant->n_steps; s++)
    {
      link_inside (self, s);
      link_between (self, s);
    }
  make_openings (self);
  return self;
}

void
brute_free (Brute *self)
{
  for (int t = 0; t < self->n; t++)
    if (self->openings[t])
      g_array_unref (self->openings[t]);
  for (int slot = 0; slot < 2; slot++)
    g_array_unref (self->stretches[slot]);
  g_array_unref (self->links);
  g_free (self);
}
