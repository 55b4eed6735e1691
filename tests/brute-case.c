/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "brute-case.h"

#include "bf-day.h"

#define DAY BF_MINUTES_PER_DAY
#define HOUR 60
#define WEEK_DAYS 7

typedef struct
{
  GRand *rand;
  BruteCase made;
} Maker;

static int
between (Maker *self, int from, int to)
{
  return g_rand_int_range (self->rand, from, to + 1);
}

static gboolean
chance (Maker *self, int percent)
{
  return between (self, 1, 100) <= percent;
}

static guint
some_areas (Maker *self)
{
  return self->made.n_areas == 2 && chance (self, 40) ? (guint) between (self, 1, 2) : 0;
}

/* --- Steps. --- */

/* Which parts a step has: chance in percent, longest in working days. */
static const struct
{
  int percent, most;
} parts[BRUTE_N_KINDS] = {
  [BRUTE_BUILD] = { 100, 4 },   [BRUTE_OFFLINE] = { 20, 3 },  [BRUTE_REVIEW] = { 10, 4 },
  [BRUTE_BUFFER] = { 15, 2 },   [BRUTE_CUTOVER] = { 0, 1 },   [BRUTE_ONLINE] = { 30, 3 },
  [BRUTE_PARALLEL] = { 15, 4 }, [BRUTE_CAMPAIGN] = { 10, 4 }, [BRUTE_HYPERCARE] = { 40, 3 },
};

static gboolean
has_people (BruteKind kind)
{
  return kind == BRUTE_BUILD || kind == BRUTE_OFFLINE || kind == BRUTE_REVIEW ||
         kind == BRUTE_ONLINE || kind == BRUTE_CAMPAIGN;
}

static void
make_parts (Maker *self, BruteStep *step)
{
  for (int kind = 0; kind < BRUTE_N_KINDS; kind++)
    {
      if (kind == BRUTE_CUTOVER || !chance (self, parts[kind].percent))
        continue;
      step->days[kind] = between (self, 1, parts[kind].most);
      if (has_people (kind) && chance (self, kind == BRUTE_BUILD ? 80 : 60))
        step->halves[kind] = between (self, 1, 2);
      if (has_people (kind) && chance (self, 50))
        step->money[kind] = between (self, 1, 3) * 10;
    }
  step->overlap = step->days[BRUTE_OFFLINE] ? between (self, 0, step->days[BRUTE_OFFLINE]) : 0;
  step->opex = chance (self, 40) ? between (self, 1, 3) : 0;
  step->team = self->made.n_teams ? between (self, 0, self->made.n_teams - 1) : BRUTE_NONE;
}

static void
make_cutover (Maker *self, BruteStep *step)
{
  static const int needs[] = { 0, 0, 4 * HOUR, 8 * HOUR, 12 * HOUR, 20 * HOUR, 30 * HOUR };

  step->cuts = chance (self, 75);
  step->areas = some_areas (self);
  step->pin = BRUTE_NONE;
  if (!step->cuts)
    {
      step->days[BRUTE_BUFFER] = 0;
      return;
    }
  step->need = needs[between (self, 0, (int) G_N_ELEMENTS (needs) - 1)];
  step->by_area = self->made.n_areas == 2 && !step->areas && chance (self, 30);
  step->core = chance (self, 15);
  if (step->has_system && chance (self, 30))
    step->bearable = between (self, 1, 5) * 8 * HOUR;
  if (chance (self, 5))
    step->pin = between (self, 5, self->made.last_day) * DAY;
  if (step->pin > 0 && chance (self, 40))
    step->pin += between (self, 1, 23) * HOUR;
}

static void
make_order (Maker *self, BruteStep *step, int number)
{
  step->phase = number ? self->made.steps[number - 1].phase + chance (self, 40) : 0;
  for (int before = 0; before < number; before++)
    if (chance (self, 25))
      step->needs |= 1u << before;
  if (!number || !chance (self, 25))
    return;
  step->depends = 1u << between (self, 0, number - 1);
  step->order = (BruteOrder) between (self, 0, 3);
  step->lag = between (self, -1, 3);
  if (step->order == BRUTE_CUTOVER_TO_CUTOVER &&
      !self->made.steps[g_bit_nth_lsf (step->depends, -1)].cuts)
    step->order = BRUTE_RELEASE_TO_CUTOVER;
  if (!step->cuts && step->order != BRUTE_START_TO_START)
    step->order = BRUTE_RELEASE_TO_START;
}

static void
make_step (Maker *self, int number)
{
  BruteStep *step = &self->made.steps[number];

  *step = (BruteStep){ 0 };
  step->has_system = chance (self, 50);
  step->tested = chance (self, 70);
  step->owned = chance (self, 70);
  make_parts (self, step);
  make_cutover (self, step);
  make_order (self, step, number);
  step->earliest = chance (self, 12) ? between (self, 1, 12) : BRUTE_NONE;
  step->due = chance (self, 10) ? between (self, 14, self->made.last_day) : BRUTE_NONE;
  step->claim = chance (self, 8) && step->cuts ? between (self, 3, 15) : BRUTE_NONE;
}

/* --- Windows. --- */

static BruteWindow *
add_window (BruteCase *made, BruteWindowKind kind, guint areas, int start, int end)
{
  BruteWindow *window = &made->windows[made->n_windows++];

  *window = (BruteWindow){ .kind = kind, .areas = areas, .start = start, .end = end, .every = 1 };
  return window;
}

/* Sometimes far behind, where core steps have room. */
static void
make_shutdown (Maker *self)
{
  int first = chance (self, 20) ? 190 : 3;
  int start = between (self, first, first + 25) * DAY + between (self, 0, 3) * 6 * HOUR;
  BruteWindow *window = add_window (&self->made,
                                    BRUTE_SHUTDOWN,
                                    some_areas (self),
                                    start,
                                    start + between (self, 3, 20) * 6 * HOUR);

  for (int step = 0; step < self->made.n_steps; step++)
    if (self->made.steps[step].has_system && chance (self, 12))
      window->systems |= 1u << step;
}

static void
make_weekends (Maker *self)
{
  int start = (5 + WEEK_DAYS * between (self, 0, 1)) * DAY + between (self, 0, 2) * 6 * HOUR;
  BruteWindow *window = add_window (
      &self->made, BRUTE_WEEKEND, some_areas (self), start, between (self, 20, 60) * DAY);

  window->open = between (self, 3, 9) * 6 * HOUR;
  window->every = between (self, 1, 3);
}

/* A plan without shutdowns and weekends has every weekend, two weeks from the last Saturday of July
 * (day 208), and the turn of the year from day 354. */
static void
assume_windows (BruteCase *made)
{
  BruteWindow *weekends = add_window (made, BRUTE_WEEKEND, 0, 5 * DAY + 6 * HOUR, 800 * DAY);
  BruteWindow *summer =
      add_window (made, BRUTE_SHUTDOWN, 0, 208 * DAY + 6 * HOUR, 222 * DAY + 6 * HOUR);
  BruteWindow *winter =
      add_window (made, BRUTE_SHUTDOWN, 0, 354 * DAY + 12 * HOUR, 363 * DAY + 6 * HOUR);

  weekends->open = 48 * HOUR;
  weekends->assumed = summer->assumed = winter->assumed = TRUE;
}

static void
make_windows (Maker *self)
{
  if (chance (self, 35))
    {
      int start = between (self, 1, 25) * DAY + between (self, 0, 1) * 12 * HOUR;

      add_window (&self->made,
                  BRUTE_FREEZE,
                  some_areas (self),
                  start,
                  start + between (self, 1, 10) * 12 * HOUR);
    }
  if (chance (self, 10))
    {
      assume_windows (&self->made);
      return;
    }
  for (int i = between (self, 0, 2); i > 0; i--)
    make_shutdown (self);
  if (self->made.n_windows < 2 || chance (self, 50))
    make_weekends (self);
}

/* --- Teams and money. --- */

static void
make_teams (Maker *self)
{
  self->made.n_teams = between (self, 0, 2);
  for (int i = 0; i < self->made.n_teams; i++)
    {
      self->made.teams[i].until = between (self, 4, 20);
      self->made.teams[i].first = between (self, 1, 4);
      self->made.teams[i].second = between (self, 0, 4);
      if (self->made.teams[i].first + self->made.teams[i].second < 4)
        self->made.teams[i].second = 3;
    }
}

static int
money_of_kind (const BruteCase *made, int kind)
{
  int sum = 0;

  for (int s = 0; s < made->n_steps; s++)
    for (int part = 0; part < BRUTE_N_KINDS; part++)
      if ((part == BRUTE_BUILD) == (kind == 0))
        sum += made->steps[s].money[part] * made->steps[s].days[part];
  return sum;
}

static void
make_budgets (Maker *self, int kind)
{
  int sum = kind == 2 ? 0 : money_of_kind (&self->made, kind);
  int n = between (self, 1, 2);
  int from = 0;

  for (int s = 0; kind == 2 && s < self->made.n_steps; s++)
    sum += self->made.steps[s].opex * (BRUTE_HORIZON - 10);
  for (int i = 0; i < n; i++)
    {
      BruteBudget *budget = &self->made.budgets[self->made.n_budgets++];

      budget->kind = kind;
      budget->from = from;
      budget->to = i == n - 1 ? (chance (self, 80) ? 700 : 30) : from + between (self, 3, 12);
      budget->amount = sum * between (self, i == n - 1 ? 60 : 20, 110) / 100;
      budget->carry = chance (self, 50) ? BRUTE_NONE : chance (self, 50) ? 0 : 50;
      from = budget->to + 1 + (chance (self, 10) ? 1 : 0);
    }
}

BruteCase
brute_case_new (guint32 seed)
{
  Maker self = { g_rand_new_with_seed (seed), { 0 } };

  self.made.n_steps = between (&self, 2, BRUTE_MAX_STEPS);
  self.made.n_areas = between (&self, 0, 2);
  self.made.last_day = 11 + WEEK_DAYS * between (&self, 1, 4);
  self.made.free_day = chance (&self, 40) ? between (&self, 2, 20) : BRUTE_NONE;
  self.made.limit = between (&self, 1, 2);
  self.made.restore_rule = chance (&self, 20);
  self.made.owner_rule = !self.made.restore_rule && chance (&self, 20);
  make_teams (&self);
  for (int i = 0; i < self.made.n_steps; i++)
    make_step (&self, i);
  make_windows (&self);
  for (int kind = 0; kind < 3; kind++)
    if (chance (&self, kind == 2 ? 10 : 25))
      make_budgets (&self, kind);
  g_rand_free (self.rand);
  return self.made;
}

/* --- Variants. --- */

BruteCase
brute_case_with_capacity (const BruteCase *self)
{
  BruteCase more = *self;

  for (int i = 0; i < more.n_teams; i++)
    {
      more.teams[i].first++;
      more.teams[i].second += 2;
    }
  more.limit++;
  return more;
}

/* A weekend more on Tuesdays: unlike a shutdown it takes nothing from the weekends of others. A
 * plan that assumes its windows would lose them. */
BruteCase
brute_case_with_window (const BruteCase *self)
{
  BruteCase more = *self;
  BruteWindow *window;

  if (more.n_windows == BRUTE_MAX_WINDOWS || more.windows[more.n_windows - 1].assumed)
    return more;
  window = add_window (&more, BRUTE_WEEKEND, 0, 1 * DAY, 40 * DAY);
  window->open = 30 * HOUR;
  return more;
}

BruteCase
brute_case_with_budget (const BruteCase *self)
{
  BruteCase more = *self;

  for (int i = 0; i < more.n_budgets; i++)
    more.budgets[i].amount = more.budgets[i].amount * 3 / 2 + 10;
  return more;
}

/* --- Text. --- */

static char *
day_text (int day)
{
  return bf_day_format (bf_day_from_civil (2027, 1, 4) + day);
}

static char *
minute_text (int minute)
{
  return bf_minute_format (bf_day_minute (bf_day_from_civil (2027, 1, 4)) + minute);
}

static void
say_day (GString *text, const char *word, int day)
{
  g_autofree char *shown = day_text (MAX (day, 0));

  if (day != BRUTE_NONE)
    g_string_append_printf (text, " %s=%s", word, shown);
}

static void
say_set (GString *text, const char *word, guint set, const char *const *names)
{
  const char *before = "";

  if (!set)
    return;
  g_string_append_printf (text, " %s=", word);
  for (guint i = 0; set >> i; i++)
    if (set & (1u << i))
      {
        g_string_append_printf (text, "%s%s", before, names[i]);
        before = ",";
      }
}

char *
brute_case_key (const BruteCase *self, int step, gboolean renamed)
{
  return renamed ? g_strdup_printf ("R%d", self->n_steps - step) : g_strdup_printf ("S%d", step);
}

static const char *const area_names[] = { "X", "Y", NULL };
static const char *const system_names[] = { "Y0", "Y1", "Y2", "Y3", NULL };

static void
say_plant (GString *text, const BruteCase *self)
{
  g_autofree char *stop = day_text (self->last_day + 1);

  g_string_append_printf (text,
                          "plant start=2027-01-04 years=1 cutovers=%d\n"
                          "holiday %s until=2030-12-31\n",
                          self->limit,
                          stop);
  if (self->free_day != BRUTE_NONE)
    {
      g_autofree char *day = day_text (self->free_day);

      g_string_append_printf (text, "holiday %s\n", day);
    }
  for (int i = 0; i < self->n_areas; i++)
    g_string_append_printf (text, "area %s\n", area_names[i]);
  for (int i = 0; i < self->n_teams; i++)
    {
      g_autofree char *until = day_text (self->teams[i].until);
      g_autofree char *next = day_text (self->teams[i].until + 1);

      g_string_append_printf (text,
                              "team T%d\ncapacity T%d 2027-01-01 %s %d.%d\n"
                              "capacity T%d %s 2030-12-31 %d.%d\n",
                              i,
                              i,
                              until,
                              self->teams[i].first / 2,
                              self->teams[i].first % 2 * 5,
                              i,
                              next,
                              self->teams[i].second / 2,
                              self->teams[i].second % 2 * 5);
    }
}

static void
say_window (GString *text, const BruteWindow *window, int number)
{
  static const char *const kinds[] = { "shutdown", "weekend", "freeze" };
  g_autofree char *start = minute_text (window->start);
  g_autofree char *end = minute_text (window->end);

  if (window->assumed)
    return;
  g_string_append_printf (
      text, "%s W%d W%d %s %s", kinds[window->kind], number, number, start, end);
  say_set (text, "areas", window->areas, area_names);
  say_set (text, "systems", window->systems, system_names);
  if (window->kind == BRUTE_WEEKEND)
    g_string_append_printf (text, " hours=%d every=%d", window->open / HOUR, window->every);
  g_string_append_c (text, '\n');
}

static void
say_budget (GString *text, const BruteBudget *budget, int number)
{
  static const char *const kinds[] = { "capex", "validation", "opex" };
  g_autofree char *from = day_text (budget->from);
  g_autofree char *to = day_text (budget->to);

  g_string_append_printf (
      text, "budget B%d %s %s %s %d", number, kinds[budget->kind], from, to, budget->amount);
  if (budget->carry == BRUTE_NONE)
    g_string_append (text, " carry=yes\n");
  else
    g_string_append_printf (text, " carry=0.%02d\n", budget->carry);
}

static void
say_system (GString *text, const BruteStep *step, int number)
{
  if (!step->has_system)
    return;
  g_string_append_printf (text, "system Y%d", number);
  say_set (text, "areas", step->areas, area_names);
  if (step->bearable)
    g_string_append_printf (text, " stop=%d", step->bearable / HOUR);
  if (step->tested)
    g_string_append (text, " tested=2026-12-01");
  if (step->owned)
    g_string_append (text, " owner=Somebody");
  g_string_append_c (text, '\n');
}

static void
say_load (GString *text, const BruteStep *step, const char *word, BruteKind kind)
{
  int halves = step->halves[kind] * step->days[kind];

  if (step->team != BRUTE_NONE && halves)
    g_string_append_printf (text, " %s=T%d:%d.%d", word, step->team, halves / 2, halves % 2 * 5);
}

static void
say_special (GString *text, const BruteStep *step, const char *word, BruteKind kind)
{
  int halves = step->team == BRUTE_NONE ? 0 : step->halves[kind] * step->days[kind];

  if (!step->days[kind])
    return;
  g_string_append_printf (text,
                          " %s=%d:T%d:%d.%d:%d",
                          word,
                          step->days[kind],
                          MAX (0, step->team),
                          halves / 2,
                          halves % 2 * 5,
                          step->money[kind] * step->days[kind]);
}

static void
say_cutover (GString *text, const BruteStep *step, int number)
{
  if (!step->cuts)
    return;
  g_string_append_printf (text, " cutover=%d", step->need / HOUR);
  if (step->by_area)
    g_string_append (text, " by-area");
  if (step->core)
    g_string_append (text, " core");
  if (step->claim != BRUTE_NONE)
    g_string_append_printf (text, " claims=C%d", number);
  if (step->pin != BRUTE_NONE)
    {
      g_autofree char *pin = minute_text (step->pin);

      g_string_append_printf (text, " pin=%s", pin);
    }
}

static void
say_work (GString *text, const BruteStep *step)
{
  g_string_append_printf (text,
                          " build=%d offline=%d overlap=%d buffer=%d online=%d parallel=%d "
                          "hypercare=%d capex=%d offline_money=%d online_money=%d",
                          step->days[BRUTE_BUILD],
                          step->days[BRUTE_OFFLINE],
                          step->overlap,
                          step->days[BRUTE_BUFFER],
                          step->days[BRUTE_ONLINE],
                          step->days[BRUTE_PARALLEL],
                          step->days[BRUTE_HYPERCARE],
                          step->money[BRUTE_BUILD] * step->days[BRUTE_BUILD],
                          step->money[BRUTE_OFFLINE] * step->days[BRUTE_OFFLINE],
                          step->money[BRUTE_ONLINE] * step->days[BRUTE_ONLINE]);
  g_string_append_printf (
      text, " opex=%d.%02d", step->opex * 36525 / 100, step->opex * 36525 % 100);
  say_load (text, step, "load", BRUTE_BUILD);
  say_load (text, step, "offline_load", BRUTE_OFFLINE);
  say_load (text, step, "online_load", BRUTE_ONLINE);
  say_special (text, step, "review", BRUTE_REVIEW);
  say_special (text, step, "campaign", BRUTE_CAMPAIGN);
}

static void
say_step (GString *text, const BruteCase *self, int number, gboolean renamed)
{
  const BruteStep *step = &self->steps[number];
  const char *archetype = number               ? NULL
                          : self->restore_rule ? "ST04"
                          : self->owner_rule   ? "ST02"
                                               : NULL;
  g_autofree char *key = brute_case_key (self, number, renamed);
  g_autofree char *keys[BRUTE_MAX_STEPS + 1] = { NULL };

  for (int i = 0; i < self->n_steps; i++)
    keys[i] = brute_case_key (self, i, renamed);
  g_string_append_printf (text, "step %s phase=%d", key, step->phase);
  if (archetype)
    g_string_append_printf (text, " archetype=%s", archetype);
  say_work (text, step);
  say_cutover (text, step, number);
  say_set (text, "areas", step->areas, area_names);
  say_set (text, "needs", step->needs, (const char *const *) keys);
  if (step->has_system)
    g_string_append_printf (text, " systems=Y%d", number);
  if (step->has_system && !step->tested && number)
    g_string_append (text, self->restore_rule ? " restore" : "");
  if (step->has_system && !step->owned && number)
    g_string_append (text, self->owner_rule ? " owner" : "");
  say_day (text, "earliest", step->earliest);
  say_day (text, "due", step->due);
  g_string_append_c (text, '\n');
  for (int i = 0; i < self->n_steps; i++)
    g_free (g_steal_pointer (&keys[i]));
}

static void
say_dependency (GString *text, const BruteCase *self, int number, gboolean renamed)
{
  static const char *const orders[] = {
    "release_to_cutover",
    "release_to_start",
    "cutover_to_cutover",
    "start_to_start",
  };
  const BruteStep *step = &self->steps[number];
  g_autofree char *after = brute_case_key (self, number, renamed);
  g_autofree char *before = brute_case_key (self, g_bit_nth_lsf (step->depends, -1), renamed);

  if (step->depends)
    g_string_append_printf (
        text, "depend %s on=%s kind=%s lag=%d\n", after, before, orders[step->order], step->lag);
}

char *
brute_case_text (const BruteCase *self, gboolean renamed)
{
  GString *text = g_string_new (NULL);

  say_plant (text, self);
  for (int i = 0; i < self->n_windows; i++)
    say_window (text, &self->windows[i], i);
  for (int i = 0; i < self->n_budgets; i++)
    say_budget (text, &self->budgets[i], i);
  for (int i = 0; i < self->n_steps; i++)
    {
      say_system (text, &self->steps[i], i);
      if (self->steps[i].claim != BRUTE_NONE)
        {
          g_autofree char *due = day_text (self->steps[i].claim);

          g_string_append_printf (text, "claim C%d due=%s\n", i, due);
        }
    }
  for (int i = 0; i < self->n_steps; i++)
    say_step (text, self, i, renamed);
  for (int i = 0; i < self->n_steps; i++)
    say_dependency (text, self, i, renamed);
  g_string_append (text, "objective finish\n");
  return g_string_free (text, FALSE);
}
