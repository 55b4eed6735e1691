/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why an activity is where it is.
 *
 * Serial generation leaves no activity that could begin a day earlier with all others where they
 * are. So each is taken out in turn, and what forbids the day before (or the openings before) is
 * what holds it. */

#include "bf-explain.h"

#include "bf-phases.h"
#include "bf-roadmap-private.h"

#include <glib/gi18n-lib.h>

void
bf_explain_say (BfExplainer *self, BfPlacing *placing, BfHold hold, int other, char *sentence)
{
  placing->hold = hold;
  placing->hold_other = other;
  placing->held_by = g_string_chunk_insert_const (self->strings, sentence);
  g_free (sentence);
}

const char *
bf_explain_title (const BfCompiled *compiled, int step)
{
  const BfStep *row = bf_step_set_get (compiled->set, (guint) step);

  return row->title ? row->title : row->key;
}

char *
bf_explain_day (const BfCore *core, int day)
{
  return bf_day_text (core->origin + day);
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

/* --- What comes before. --- */

static char *
bf_explain_predecessor (const BfExplainer *self, int activity, int at)
{
  const BfCore *core = self->core;
  const BfEdge *edge = BF_EDGE (self->compiled->network, (guint) self->compiled->edge[at]);
  int before = edge->before;
  g_autofree char *end = bf_explain_day (core, self->pass->end_day[before]);
  g_autofree char *start = bf_explain_day (core, self->pass->start_day[before]);
  const char *title = bf_explain_title (self->compiled, core->step[before]);

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

static char *
claim_sentence (const BfExplainer *self, int step)
{
  const BfClaim *claim = last_claim (self->compiled, step);
  g_autofree char *day =
      bf_day_text (bf_step_set_get (self->compiled->set, (guint) step)->claim_gate);

  /* Translators: key of a claim, day. */
  return g_strdup_printf (
      _ ("waits for claim %s, due in state 4 by %s"), claim ? claim->row.key : "", day);
}

char *
bf_explain_others (const BfExplainer *self, const BfCoreCutover *cutover)
{
  int a = cutover->activity;
  const BfEdge *edge;
  int binding;

  if (cutover->gate_day > bf_pass_ready (self->pass, a, &binding))
    return claim_sentence (self, cutover->step);
  if (binding < 0)
    return NULL;
  edge = BF_EDGE (self->compiled->network, (guint) self->compiled->edge[binding]);
  return edge->gate < 0 && self->core->step[edge->before] == cutover->step
             ? NULL
             : bf_explain_predecessor (self, a, binding);
}

void
bf_explain_ready (BfExplainer *self, int a, BfPlacing *placing)
{
  const BfCore *core = self->core;
  const BfCoreCutover *cutover = core->cutover[a] >= 0 ? &core->cutovers[core->cutover[a]] : NULL;
  int binding;
  int ready = bf_pass_ready (self->pass, a, &binding);

  if (cutover && cutover->pin != BF_BLANK)
    {
      g_autofree char *day = bf_day_text (bf_minute_day (cutover->pin));

      /* Translators: day. */
      bf_explain_say (
          self, placing, BF_HELD_BY_PIN, -1, g_strdup_printf (_ ("pinned to %s by hand"), day));
    }
  else if (cutover && cutover->gate_day > ready)
    bf_explain_say (self, placing, BF_HELD_BY_CLAIM, -1, claim_sentence (self, core->step[a]));
  else if (binding >= 0)
    {
      const BfEdge *edge = BF_EDGE (self->compiled->network, (guint) self->compiled->edge[binding]);

      bf_explain_say (self,
                      placing,
                      edge->gate >= 0 ? BF_HELD_BY_GATE : BF_HELD_BY_PREDECESSOR,
                      edge->before,
                      bf_explain_predecessor (self, a, binding));
    }
  else if (core->earliest[a] > 0)
    {
      g_autofree char *day = bf_explain_day (core, core->earliest[a]);

      /* Translators: day. */
      bf_explain_say (
          self, placing, BF_HELD_BY_PIN, -1, g_strdup_printf (_ ("not before %s, by hand"), day));
    }
  else
    bf_explain_say (self, placing, BF_HELD_BY_START, -1, g_strdup (_ ("starts with the plan")));
}

/* --- Teams and money. --- */

/* The activity that takes most of the team on that day. */
static int
who_has (const BfExplainer *self, int team, int work)
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
left_of_team (const BfExplainer *self, const guint64 *words, int team, int work)
{
  gsize row = (gsize) (team / BF_PROFILE_LANES) * (gsize) self->core->n_work;

  return bf_profile_units (words[row + (gsize) work], (guint) team);
}

/* The last day before the place on which the team lacks capacity for the activity. */
static int
last_short_day (const BfExplainer *self, int a, int team, int start)
{
  int load = bf_compiled_load (self->compiled, a, team);

  for (int work = start + self->core->days[a] - 1; work > start; work--)
    if (left_of_team (self, self->pass->left, team, work) < load)
      return work;
  return start;
}

/* Units of the team's lane as people, to a hundredth. */
static char *
people_text (const BfExplainer *self, int team, int units)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double people = (double) units / MAX (1, self->compiled->team_scale[team]);

  return g_strdup (g_ascii_formatd (text, sizeof text, "%g", round (people * 100) / 100));
}

static void
explain_team (BfExplainer *self, int a, int team, int start, BfPlacing *placing)
{
  const BfCore *core = self->core;
  int work = last_short_day (self, a, team, start);
  int other = who_has (self, team, work);
  g_autofree char *day =
      bf_explain_day (core, other >= 0 ? self->pass->end_day[other] : core->day_of_work[work]);
  const char *key = BF_ROW (self->compiled->set->plan, TEAM, BfTeam, (guint) team)->row.key;
  g_autofree char *has = people_text (self, team, left_of_team (self, core->capacity, team, work));
  g_autofree char *free =
      people_text (self, team, left_of_team (self, self->pass->left, team, work));
  g_autofree char *takes = people_text (self, team, bf_compiled_load (self->compiled, a, team));

  if (other >= 0)
    bf_explain_say (self,
                    placing,
                    BF_HELD_BY_TEAM,
                    other,
                    /* Translators: team, part of a step, step, day, people, people, people. */
                    g_strdup_printf (_ ("%s is taken by the %s of “%s” until %s: of %s people %s "
                                        "are free, and this takes %s"),
                                     key,
                                     kind_name (core->kind[other]),
                                     bf_explain_title (self->compiled, core->step[other]),
                                     day,
                                     has,
                                     free,
                                     takes));
  else
    bf_explain_say (self,
                    placing,
                    BF_HELD_BY_TEAM,
                    -1,
                    /* Translators: team, person-days, day, person-days. */
                    g_strdup_printf (_ ("%s gives only %s person-days a day until %s, and this "
                                        "takes %s"),
                                     key,
                                     has,
                                     day,
                                     takes));
}

static const char *
budget_name (int kind)
{
  static const char *const names[BF_N_BUDGETS] = { N_ ("capex"), N_ ("validation"), N_ ("opex") };

  return _ (names[kind]);
}

/* Running cost is put off by whole chains of days: what one day would lack says nothing. */
static void
explain_period (BfExplainer *self, int kind, guint period, BfPlacing *placing)
{
  const BfPlan *plan = self->compiled->set->plan;
  int budget = self->compiled->budget_row[kind][period];
  const char *key = BF_ROW (plan, BUDGET, BfBudget, (guint) budget)->row.key;
  g_autofree char *end = bf_explain_day (self->core, self->core->budgets[kind].to_day[period] - 1);
  g_autofree char *short_by = bf_plan_money_text (plan, self->pass->block_minor);

  bf_explain_say (
      self,
      placing,
      BF_HELD_BY_BUDGET,
      budget,
      kind == BF_BUDGET_OPEX
          /* Translators: kind of money, key of a budget, day. */
          ? g_strdup_printf (_ ("the %s of %s, until %s, is spent"), budget_name (kind), key, end)
          /* Translators: kind of money, key of a budget, day, amount. */
          : g_strdup_printf (_ ("the %s of %s, until %s, is spent: a day earlier lacks %s"),
                             budget_name (kind),
                             key,
                             end,
                             short_by));
}

static void
explain_money (BfExplainer *self, BfBlock block, int kind, BfPlacing *placing)
{
  const BfCoreBudget *budget = &self->core->budgets[kind];
  guint period = (guint) MAX (0, self->pass->block_period);

  if (block == BF_BLOCK_OUTSIDE || period >= budget->n)
    {
      bf_explain_say (self,
                      placing,
                      BF_HELD_BY_BUDGET,
                      -1,
                      /* Translators: kind of money. */
                      g_strdup_printf (_ ("no period has %s before"), budget_name (kind)));
      return;
    }
  explain_period (self, kind, period, placing);
}

/* What is behind the activity, and itself, in the order of the network. */
static GArray *
take_out_tail (BfExplainer *self, int a)
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
explain_opex (BfExplainer *self, int a, BfPlacing *placing)
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
explain_work (BfExplainer *self, int a, BfPlacing *placing)
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
    bf_explain_ready (self, a, placing);
}

static void
explain_event (BfExplainer *self, int a, BfPlacing *placing)
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
  bf_explain_ready (self, a, placing);
}

void
bf_pass_explain (BfPass *pass,
                 const BfCompiled *compiled,
                 BfPlacing *placings,
                 GStringChunk *strings)
{
  BfExplainer self = { pass, pass->core, compiled, strings };
  const gint64 *fixed = pass->core->fixed;

  for (int a = 0; a < pass->core->n; a++)
    {
      if (fixed && fixed[a] != BF_BLANK)
        bf_explain_say (&self,
                        &placings[a],
                        BF_HELD_BY_PIN,
                        -1,
                        g_strdup (_ ("kept at its date of the earlier roadmap")));
      else if (explain_opex (&self, a, &placings[a]))
        continue;
      else if (pass->core->cutover[a] >= 0)
        bf_explain_cutover (&self, &pass->core->cutovers[pass->core->cutover[a]], &placings[a]);
      else if (pass->core->days[a] > 0)
        explain_work (&self, a, &placings[a]);
      else
        explain_event (&self, a, &placings[a]);
    }
}
