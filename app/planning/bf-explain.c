/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why an activity is where it is.
 *
 * Serial generation leaves no activity that could begin a day earlier with all others where they
 * are. So each is taken out in turn, and what forbids the day before (or the openings before) is
 * what holds it. */

#include "bf-phases.h"
#include "bf-schedule-compile.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  BfPass *pass;
  const BfCore *core;
  const BfCompiled *compiled;
  GStringChunk *strings;
} Explainer;

static void
say (Explainer *self, BfPlacing *placing, BfHold hold, int other, char *sentence)
{
  placing->hold = hold;
  placing->hold_other = other;
  placing->held_by = g_string_chunk_insert_const (self->strings, sentence);
  g_free (sentence);
}

static const char *
title_of (const BfCompiled *compiled, int step)
{
  const BfStep *row = bf_step_set_get (compiled->set, (guint) step);

  return row->title ? row->title : row->key;
}

static char *
day_text (const BfCore *core, int day)
{
  return bf_day_text (core->origin + day);
}

static guint
position (const BfCompiled *compiled, const BfCoreCutover *cutover)
{
  return (guint) (cutover - compiled->core->cutovers);
}

static const char *
kind_name (int kind)
{
  static const char *const names[BF_N_ACTIVITIES] = {
    N_ ("build"),     N_ ("offline qualification"), N_ ("review"),       N_ ("buffer"),
    N_ ("cutover"),   N_ ("online qualification"),  N_ ("parallel run"), N_ ("campaign"),
    N_ ("hypercare"),
  };

  return _ (names[kind]);
}

/* Hours without needless digits: "22", "44.6". */
static char *
hours_text (gint64 minutes)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double hours = (double) minutes / 60;
  gboolean whole = fabs (hours - round (hours)) < 0.05;

  return g_strdup (g_ascii_formatd (text, sizeof text, whole ? "%.0f" : "%.1f", hours));
}

/* --- What comes before. --- */

static char *
predecessor_sentence (const Explainer *self, int activity, int at)
{
  const BfCore *core = self->core;
  const BfEdge *edge = BF_EDGE (self->compiled->network, (guint) self->compiled->edge[at]);
  int before = edge->before;
  g_autofree char *end = day_text (core, self->pass->end_day[before]);
  g_autofree char *start = day_text (core, self->pass->start_day[before]);
  const char *title = title_of (self->compiled, core->step[before]);

  if (edge->gate >= 0)
    /* Translators: number of the gate, step, day. */
    return g_strdup_printf (_ ("waits for gate %d: “%s” is released on %s"),
                            bf_phases_number (self->compiled->set->plan, (guint) edge->gate),
                            title,
                            end);
  if (core->step[before] == core->step[activity] && edge->kind == BF_EDGE_OVERLAP)
    /* Translators: part of a step, day. */
    return g_strdup_printf (_ ("runs beside the last days of the %s, which ends on %s"),
                            kind_name (core->kind[before]),
                            end);
  if (core->step[before] == core->step[activity] && edge->kind == BF_EDGE_START_START)
    /* Translators: part of a step, day. */
    return g_strdup_printf (_ ("begins with the %s on %s"), kind_name (core->kind[before]), start);
  if (core->step[before] == core->step[activity])
    /* Translators: part of a step, day. */
    return g_strdup_printf (
        _ ("follows the %s, which ends on %s"), kind_name (core->kind[before]), end);
  if (edge->kind == BF_EDGE_START_START)
    /* Translators: step, day. */
    return g_strdup_printf (_ ("waits for the start of “%s” on %s"), title, start);
  if (core->cutover[before] >= 0)
    /* Translators: step, day. */
    return g_strdup_printf (_ ("waits for the cutover of “%s”, which ends on %s"), title, end);
  /* Translators: step, day. */
  return g_strdup_printf (_ ("waits for “%s”, released on %s"), title, end);
}

static const BfClaim *
last_claim (const BfCompiled *compiled, int step)
{
  const BfStep *row = bf_step_set_get (compiled->set, (guint) step);

  for (guint i = 0; row->claims && i < row->claims->len; i++)
    {
      const BfClaim *claim =
          BF_ROW (compiled->set->plan, CLAIM, BfClaim, (guint) g_array_index (row->claims, int, i));

      if (claim->state_4_due == row->claim_gate)
        return claim;
    }
  return NULL;
}

/* The place is the first that network, dates and claims allow. */
static void
explain_ready (Explainer *self, int a, BfPlacing *placing)
{
  const BfCore *core = self->core;
  const BfStep *step = bf_step_set_get (self->compiled->set, (guint) core->step[a]);
  const BfCoreCutover *cutover = core->cutover[a] >= 0 ? &core->cutovers[core->cutover[a]] : NULL;
  int binding;
  int ready = bf_pass_ready (self->pass, a, &binding);

  if (cutover && cutover->pin != BF_BLANK)
    {
      g_autofree char *day = bf_day_text (bf_minute_day (cutover->pin));

      /* Translators: day. */
      say (self, placing, BF_HELD_BY_PIN, -1, g_strdup_printf (_ ("pinned to %s by hand"), day));
    }
  else if (cutover && cutover->gate_day > ready)
    {
      const BfClaim *claim = last_claim (self->compiled, core->step[a]);
      g_autofree char *day = bf_day_text (step->claim_gate);

      say (self,
           placing,
           BF_HELD_BY_CLAIM,
           -1,
           /* Translators: key of a claim, day. */
           g_strdup_printf (
               _ ("waits for claim %s, due in state 4 by %s"), claim ? claim->row.key : "", day));
    }
  else if (binding >= 0)
    {
      const BfEdge *edge = BF_EDGE (self->compiled->network, (guint) self->compiled->edge[binding]);

      say (self,
           placing,
           edge->gate >= 0 ? BF_HELD_BY_GATE : BF_HELD_BY_PREDECESSOR,
           edge->before,
           predecessor_sentence (self, a, binding));
    }
  else if (core->earliest[a] > 0)
    {
      g_autofree char *day = day_text (core, core->earliest[a]);

      /* Translators: day. */
      say (self, placing, BF_HELD_BY_PIN, -1, g_strdup_printf (_ ("not before %s, by hand"), day));
    }
  else
    say (self, placing, BF_HELD_BY_START, -1, g_strdup (_ ("starts with the plan")));
}

/* --- Teams and money. --- */

/* The activity that takes most of the team on that day. */
static int
who_has (const Explainer *self, int team, int work)
{
  const BfPass *pass = self->pass;
  int most = 0;
  int found = -1;

  for (int a = 0; a < self->core->n; a++)
    {
      int load;

      if (!pass->placed[a] || work < pass->start_work[a] || work >= pass->end_work[a])
        continue;
      load = bf_compiled_load (self->compiled, a, team);
      if (load > most)
        {
          most = load;
          found = a;
        }
    }
  return found;
}

static int
left_of_team (const Explainer *self, const guint64 *words, int team, int work)
{
  gsize row = (gsize) (team / BF_PROFILE_LANES) * (gsize) self->core->n_work;

  return bf_profile_units (words[row + (gsize) work], (guint) team);
}

/* The last day before the place on which the team lacks capacity for the activity. */
static int
last_short_day (const Explainer *self, int a, int team, int start)
{
  int load = bf_compiled_load (self->compiled, a, team);

  for (int work = start + self->core->days[a] - 1; work > start; work--)
    if (left_of_team (self, self->pass->left, team, work) < load)
      return work;
  return start;
}

static void
explain_team (Explainer *self, int a, int team, int start, BfPlacing *placing)
{
  const BfCore *core = self->core;
  int work = last_short_day (self, a, team, start);
  int other = who_has (self, team, work);
  g_autofree char *day =
      day_text (core, other >= 0 ? self->pass->end_day[other] : core->day_of_work[work]);
  const char *key = BF_ROW (self->compiled->set->plan, TEAM, BfTeam, (guint) team)->row.key;
  char has[G_ASCII_DTOSTR_BUF_SIZE];
  double capacity = (double) left_of_team (self, core->capacity, team, work) /
                    MAX (1, self->compiled->team_scale[team]);

  if (other >= 0)
    say (self,
         placing,
         BF_HELD_BY_TEAM,
         other,
         /* Translators: team, part of a step, step, day. */
         g_strdup_printf (_ ("%s is taken by the %s of “%s” until %s"),
                          key,
                          kind_name (core->kind[other]),
                          title_of (self->compiled, core->step[other]),
                          day));
  else
    say (self,
         placing,
         BF_HELD_BY_TEAM,
         -1,
         /* Translators: team, person-days, day. */
         g_strdup_printf (_ ("%s gives only %s person-days a day until %s"),
                          key,
                          g_ascii_formatd (has, sizeof has, "%g", capacity),
                          day));
}

static void
explain_money (Explainer *self, BfBlock block, int kind, BfPlacing *placing)
{
  static const char *const kinds[BF_N_BUDGETS] = {
    N_ ("capex"),
    N_ ("validation"),
    N_ ("opex"),
  };
  const BfCore *core = self->core;
  const BfCoreBudget *budget = &core->budgets[kind];
  guint period = (guint) MAX (0, self->pass->block_period);

  if (block == BF_BLOCK_OUTSIDE || period >= budget->n)
    {
      say (self,
           placing,
           BF_HELD_BY_BUDGET,
           -1,
           /* Translators: kind of money. */
           g_strdup_printf (_ ("no period has %s before"), _ (kinds[kind])));
      return;
    }
  {
    const BfBudget *row = BF_ROW (self->compiled->set->plan,
                                  BUDGET,
                                  BfBudget,
                                  (guint) self->compiled->budget_row[kind][period]);
    g_autofree char *end = day_text (core, budget->to_day[period] - 1);

    say (self,
         placing,
         BF_HELD_BY_BUDGET,
         self->compiled->budget_row[kind][period],
         /* Translators: kind of money, key of a budget, day. */
         g_strdup_printf (
             _ ("the %s of %s, until %s, is spent"), _ (kinds[kind]), row->row.key, end));
  }
}

/* What is behind the activity, and itself, in the order of the network. */
static GArray *
take_out_tail (Explainer *self, int a)
{
  const BfCore *core = self->core;
  GArray *tail = g_array_new (FALSE, FALSE, sizeof (int));
  int step = core->step[a];

  for (int i = core->step_first[step]; i < core->step_first[step + 1]; i++)
    if (i == a || (core->kind[i] >= BF_ACTIVITY_CUTOVER &&
                   self->pass->start_day[i] >= self->pass->start_day[a]))
      {
        bf_pass_take_out (self->pass, i);
        g_array_append_val (tail, i);
      }
  return tail;
}

/* What was put off until its step's running cost is in a budget. TRUE when told. */
static gboolean
explain_opex (Explainer *self, int a, BfPlacing *placing)
{
  const BfCore *core = self->core;
  BfPass *pass = self->pass;
  int step = core->step[a];
  int start = pass->start_day[a];
  g_autoptr (BfPass) kept = NULL;
  g_autoptr (GArray) tail = NULL;
  gboolean told = FALSE;

  if (core->kind[a] < BF_ACTIVITY_CUTOVER || !bf_core_has_opex (core, step))
    return FALSE;
  kept = bf_pass_new (core);
  bf_pass_copy (kept, pass);
  tail = take_out_tail (self, a);
  if (bf_pass_find_place (pass, a, -1) && pass->start_day[a] < start)
    {
      int release = bf_pass_release_ahead (pass, step, a);

      told = bf_pass_least_release (pass, step, release) > release;
    }
  if (told)
    explain_money (self, BF_BLOCK_BUDGET, BF_BUDGET_OPEX, placing);
  bf_pass_copy (pass, kept);
  return told;
}

static void
explain_work (Explainer *self, int a, BfPlacing *placing)
{
  int start = self->pass->start_work[a];
  int detail = 0;
  BfBlock block = BF_BLOCK_NONE;

  if (start > bf_pass_ready (self->pass, a, NULL))
    {
      bf_pass_take_out (self->pass, a);
      block = bf_pass_block_at (self->pass, a, start - 1, &detail);
      if (block == BF_BLOCK_TEAM)
        explain_team (self, a, detail, start - 1, placing);
      else if (block != BF_BLOCK_NONE)
        explain_money (self, block, detail, placing);
      bf_pass_put_back (self->pass, a);
    }
  if (block == BF_BLOCK_NONE)
    explain_ready (self, a, placing);
}

static void
explain_event (Explainer *self, int a, BfPlacing *placing)
{
  if (self->pass->end_day[a] >= bf_pass_ready (self->pass, a, NULL))
    {
      BfBlock block;
      int detail = 0;
      int work = self->pass->start_work[a] - 1;

      bf_pass_take_out (self->pass, a);
      block = bf_pass_block_event (self->pass, a, MAX (0, work), &detail);
      if (block != BF_BLOCK_NONE)
        explain_money (self, block, detail, placing);
      bf_pass_put_back (self->pass, a);
      if (block != BF_BLOCK_NONE)
        return;
    }
  explain_ready (self, a, placing);
}

/* --- Cutovers. --- */

/* What the cutover stops: its systems, else its areas. */
static char *
what_is_open (const BfCompiled *compiled, const BfCoreCutover *cutover)
{
  const BfStep *step = bf_step_set_get (compiled->set, (guint) cutover->step);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = step->systems ? step->systems->len : 0;
  guint at = position (compiled, cutover);

  for (guint i = 0; i < MIN (n, 3); i++)
    {
      int system = g_array_index (step->systems, int, i);

      g_string_append_printf (
          text,
          "%s%s",
          i ? ", " : "",
          BF_ROW (compiled->set->plan, SYSTEM, BfSystem, (guint) system)->row.key);
    }
  for (guint i = 0; n == 0 && i < compiled->n_areas[at]; i++)
    g_string_append_printf (
        text,
        "%s%s",
        i ? ", " : "",
        BF_ROW (compiled->set->plan, AREA, BfArea, (guint) compiled->areas[at][i])->row.key);
  if (n > 3)
    g_string_append (text, ", …");
  if (!text->len)
    g_string_append (text, _ ("the plant"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* How much the longest window of a sort that came before is too short: minutes, 0 none. */
static gint64
shortfall (
    const BfOpenings *all, gint64 from, gint64 to, gint64 need, gboolean shutdowns, guint *which)
{
  gint64 least = 0;

  for (guint i = 0; i < all->n; i++)
    {
      gint64 length = all->end[i] - MAX (from, all->start[i]);
      gboolean is_shutdown = all->stretch[i * all->n_areas]->shutdown;

      if (all->start[i] >= to || length <= 0 || length >= need || !is_shutdown != !shutdowns)
        continue;
      if (least == 0 || need - length < least)
        {
          least = need - length;
          *which = i;
        }
    }
  return least;
}

/* The last opening that would have fitted but was over before the step was ready. */
static int
missed_opening (const Explainer *self, const BfCoreCutover *cutover, gint64 ready)
{
  const BfOpenings *all = self->compiled->openings[position (self->compiled, cutover)];
  int found = -1;

  for (guint i = 0; i < all->n && all->start[i] < ready; i++)
    if (all->end[i] - cutover->need < ready && all->stretch[i * all->n_areas]->shutdown)
      found = (int) i;
  return found;
}

static void
append_missed (
    const Explainer *self, const BfCoreCutover *cutover, gint64 ready, int missed, GString *text)
{
  const BfOpenings *all = self->compiled->openings[position (self->compiled, cutover)];
  const BfStretch *stretch = all->stretch[(guint) missed * all->n_areas];
  gint64 latest = all->end[missed] - cutover->need;
  int days = (int) (bf_minute_day (ready) - bf_minute_day (latest));

  g_string_append (text, "; ");
  g_string_append_printf (
      text,
      /* Translators: name of a window, number of days. */
      ngettext ("missed %s by %d day", "missed %s by %d days", (gulong) MAX (1, days)),
      bf_calendar_window_name (self->compiled->calendar, stretch->window, stretch->occurrence),
      MAX (1, days));
}

/* Returns the shutdown that is told to be too short; NULL none. */
static const BfStretch *
append_short (
    const Explainer *self, const BfCoreCutover *cutover, gint64 ready, gint64 start, GString *text)
{
  guint at = position (self->compiled, cutover);
  const BfStep *step = bf_step_set_get (self->compiled->set, (guint) cutover->step);
  const int *systems = step->systems ? (const int *) (gconstpointer) step->systems->data : NULL;
  g_autoptr (BfOpenings) all = bf_calendar_openings (self->compiled->calendar,
                                                     self->compiled->areas[at],
                                                     self->compiled->n_areas[at],
                                                     systems,
                                                     step->systems ? step->systems->len : 0,
                                                     1);
  guint which = 0;
  gint64 weekend = shortfall (all, ready, start, cutover->need, FALSE, &which);
  gint64 shutdown = shortfall (all, ready, start, cutover->need, TRUE, &which);
  g_autofree char *weekend_hours = hours_text (weekend);
  g_autofree char *shutdown_hours = hours_text (shutdown);
  const BfStretch *stretch = shutdown ? all->stretch[which * all->n_areas] : NULL;

  if (weekend)
    {
      g_string_append (text, "; ");
      /* Translators: hours. */
      g_string_append_printf (text, _ ("weekend windows are %s h too short"), weekend_hours);
    }
  if (stretch)
    {
      g_string_append (text, "; ");
      g_string_append_printf (
          text,
          /* Translators: name of a window, hours. */
          _ ("%s is %s h too short"),
          bf_calendar_window_name (self->compiled->calendar, stretch->window, stretch->occurrence),
          shutdown_hours);
      return stretch;
    }
  return NULL;
}

static void
explain_window (Explainer *self, const BfCoreCutover *cutover, gint64 ready, BfPlacing *placing)
{
  int a = cutover->activity;
  const BfOpenings *all = self->compiled->openings[position (self->compiled, cutover)];
  const BfStretch *stretch = all->stretch[(guint) self->pass->opening[a] * all->n_areas];
  gint64 start = self->pass->start_minute[a];
  int margin = (int) (bf_minute_day (start) - bf_minute_day (ready));
  int missed = missed_opening (self, cutover, ready);
  const BfStretch *too_short;
  g_autofree char *open = what_is_open (self->compiled, cutover);
  g_autofree char *hours = hours_text (cutover->need);
  g_autofree char *day = bf_day_text (bf_minute_day (ready));
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
      text,
      ngettext (
          /* Translators: name of a window, what it is open to, hours, day, number of days. */
          "%s is the first that is open to %s for %s h; ready on %s, %d day of margin",
          "%s is the first that is open to %s for %s h; ready on %s, %d days of margin",
          (gulong) margin),
      bf_calendar_window_name (self->compiled->calendar, stretch->window, stretch->occurrence),
      open,
      hours,
      day,
      margin);
  too_short = append_short (self, cutover, ready, start, text);
  if (missed >= 0 && bf_minute_day (ready) - bf_minute_day (all->end[missed]) < 100 &&
      (!too_short || too_short != all->stretch[(guint) missed * all->n_areas]))
    append_missed (self, cutover, ready, missed, text);
  say (self,
       placing,
       BF_HELD_BY_WINDOW,
       missed >= 0 ? all->stretch[(guint) missed * all->n_areas]->window : -1,
       g_strdup (text->str));
}

/* Who is in a window already, up to two titles. */
static char *
who_is_in (const Explainer *self, int counter, const BfCoreCutover *not_me)
{
  const BfCore *core = self->core;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < core->n_cutovers; i++)
    {
      const BfCoreCutover *other = &core->cutovers[i];
      int opening = self->pass->opening[other->activity];
      gboolean counts = FALSE;

      for (int j = opening < 0 ? 0 : other->use_first[opening];
           opening >= 0 && j < other->use_first[opening + 1];
           j++)
        counts = counts || other->uses[j] == counter;
      if (counts && other != not_me)
        g_string_append_printf (
            text, "%s“%s”", text->len ? ", " : "", title_of (self->compiled, other->step));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A weekend's name has its day already. */
static char *
holds_no_more (const Explainer *self, const BfStretch *stretch, const char *day, const char *who)
{
  const char *name =
      bf_calendar_window_name (self->compiled->calendar, stretch->window, stretch->occurrence);

  if (!stretch->shutdown)
    /* Translators: name of a window with its day, most cutovers in it, titles of steps. */
    return g_strdup_printf (
        _ ("%s holds no more than %d cutovers: %s"), name, self->core->limit, who);
  /* Translators: name of a window, day, most cutovers in it, titles of steps. */
  return g_strdup_printf (
      _ ("%s on %s holds no more than %d cutovers: %s"), name, day, self->core->limit, who);
}

static void
explain_full (
    Explainer *self, const BfCoreCutover *cutover, int opening, int counter, BfPlacing *placing)
{
  const BfOpenings *all = self->compiled->openings[position (self->compiled, cutover)];
  const BfStretch *stretch = all->stretch[(guint) opening * all->n_areas];
  g_autofree char *who = who_is_in (self, counter, cutover);
  g_autofree char *day = bf_day_text (bf_minute_day (all->start[opening]));

  say (
      self, placing, BF_HELD_BY_CAPACITY, stretch->window, holds_no_more (self, stretch, day, who));
}

static void
explain_core (Explainer *self, int rival, BfPlacing *placing)
{
  const BfCore *core = self->core;
  int other = core->cutovers[rival].activity;
  g_autofree char *day = day_text (core, self->pass->end_day[other]);

  say (self,
       placing,
       BF_HELD_BY_CORE,
       other,
       /* Translators: number of days, step, day. */
       g_strdup_printf (_ ("keeps %d days from the cutover of “%s”, another core system of the "
                           "area, which ends on %s"),
                        BF_CORE_DISTANCE_DAYS,
                        title_of (self->compiled, core->step[other]),
                        day));
}

/* An opening between ready and the place that others keep the cutover from. TRUE when told. */
static gboolean
explain_rivals (Explainer *self, const BfCoreCutover *cutover, gint64 ready, BfPlacing *placing)
{
  const BfOpenings *all = self->compiled->openings[position (self->compiled, cutover)];
  gint64 start = self->pass->start_minute[cutover->activity];

  for (guint i = 0; all && i < all->n && all->start[i] < start; i++)
    {
      gint64 at = MAX (ready, all->start[i]);
      int detail = 0;
      BfBlock block;

      if (at >= start || at + cutover->need > all->end[i])
        continue;
      block = bf_pass_block_in (self->pass, cutover, (int) i, at, &detail);
      if (block == BF_BLOCK_CAPACITY)
        explain_full (self, cutover, (int) i, detail, placing);
      else if (block == BF_BLOCK_CORE)
        explain_core (self, detail, placing);
      if (block == BF_BLOCK_CAPACITY || block == BF_BLOCK_CORE)
        return TRUE;
    }
  return FALSE;
}

/* A cutover outside openings that a freeze put off. TRUE when told. */
static gboolean
explain_freeze (Explainer *self, const BfCoreCutover *cutover, int ready, BfPlacing *placing)
{
  static const int whole_plant = -1;
  const BfCore *core = self->core;
  guint at = position (self->compiled, cutover);
  guint n_areas = self->compiled->n_areas[at];
  const int *areas = n_areas ? self->compiled->areas[at] : &whole_plant;

  for (int day = self->pass->start_day[cutover->activity] - 1; day >= ready; day--)
    for (guint i = 0; cutover->frozen[day] && i < MAX (1, n_areas); i++)
      {
        int window = bf_calendar_freeze (self->compiled->calendar, areas[i], core->origin + day);
        g_autofree char *until = NULL;

        if (window < 0)
          continue;
        until = bf_day_text (bf_minute_day (
            BF_ROW (self->compiled->set->plan, WINDOW, BfWindow, (guint) window)->end - 1));
        say (self,
             placing,
             BF_HELD_BY_FREEZE,
             window,
             /* Translators: name of a freeze, day. */
             g_strdup_printf (_ ("%s allows no cutover until %s"),
                              bf_calendar_window_name (self->compiled->calendar, window, BF_BLANK),
                              until));
        return TRUE;
      }
  return FALSE;
}

static int
first_working_from (const BfCore *core, int day)
{
  int work = core->work_of_day[MIN (day, core->n_days)];

  return work < core->n_work ? core->day_of_work[work] : core->n_days;
}

static void
explain_cutover (Explainer *self, const BfCoreCutover *cutover, BfPlacing *placing)
{
  const BfCore *core = self->core;
  int a = cutover->activity;
  int ready = MAX (bf_pass_ready (self->pass, a, NULL), cutover->gate_day);
  gint64 minute = bf_day_minute (core->origin + ready);
  gboolean told = FALSE;

  bf_pass_take_out (self->pass, a);
  if (cutover->pin != BF_BLANK)
    told = FALSE;
  else if (self->pass->opening[a] >= 0 && self->pass->start_minute[a] > minute)
    {
      told = explain_rivals (self, cutover, minute, placing);
      if (!told)
        explain_window (self, cutover, minute, placing);
      told = TRUE;
    }
  else if (self->pass->opening[a] < 0 &&
           self->pass->start_day[a] > first_working_from (core, ready))
    {
      int rival = -1;

      told = explain_freeze (self, cutover, ready, placing);
      for (guint i = 0; i < cutover->n_rivals && !told && rival < 0; i++)
        if (self->pass->end_day[core->cutovers[cutover->rivals[i]].activity] <
            self->pass->start_day[a])
          rival = cutover->rivals[i];
      if (rival >= 0)
        explain_core (self, rival, placing);
      told = told || rival >= 0;
    }
  bf_pass_put_back (self->pass, a);
  if (!told)
    explain_ready (self, a, placing);
}

void
bf_pass_explain (BfPass *pass,
                 const BfCompiled *compiled,
                 BfPlacing *placings,
                 GStringChunk *strings)
{
  Explainer self = { pass, pass->core, compiled, strings };
  const gint64 *fixed = pass->core->fixed;

  for (int a = 0; a < pass->core->n; a++)
    {
      if (fixed && fixed[a] != BF_BLANK)
        say (&self,
             &placings[a],
             BF_HELD_BY_PIN,
             -1,
             g_strdup (_ ("kept at its date of the earlier roadmap")));
      else if (explain_opex (&self, a, &placings[a]))
        continue;
      else if (pass->core->cutover[a] >= 0)
        explain_cutover (&self, &pass->core->cutovers[pass->core->cutover[a]], &placings[a]);
      else if (pass->core->days[a] > 0)
        explain_work (&self, a, &placings[a]);
      else
        explain_event (&self, a, &placings[a]);
    }
}
