/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-spending.h"

#include <math.h>

typedef struct
{
  gint64 from, to; /* days, both included */
} Span;

/* What one step spends of one kind: how much, and the days that share it. */
typedef struct
{
  const BfRoadmap *roadmap;
  guint step;
  BfMoneyKind kind;
  int budget_kind; /* -1: outside budgets */
  gint64 amount_minor;
  gboolean working_days; /* else calendar days */
  GArray *spans;         /* Span */
  GArray *lines;         /* out */
} Job;

static const char *const ids[BF_N_MONEY] = {
  "capex", "opex", "validation", "downtime", "double running", "bridges",
};

const char *
bf_money_kind_id (BfMoneyKind kind)
{
  return ids[kind];
}

gint64
bf_spending_round (double minor)
{
  return isfinite (minor) ? llround (minor) : 0;
}

gint64
bf_spending_of_step (const BfRoadmapStep *step, BfMoneyKind kind)
{
  switch (kind)
    {
    case BF_MONEY_CAPEX:
      return bf_spending_round (step->capex.expected);
    case BF_MONEY_OPEX:
      return bf_spending_round (step->opex.expected);
    case BF_MONEY_VALIDATION:
      return bf_spending_round (step->validation.expected);
    case BF_MONEY_DOWNTIME:
      return bf_spending_round (step->downtime_cost.expected);
    case BF_MONEY_DOUBLE_RUNNING:
      return step->double_running_minor;
    case BF_MONEY_BRIDGES:
      return step->bridges_minor;
    case BF_N_MONEY:
    default:
      return 0;
    }
}

gint64
bf_spending_quarter (gint64 day)
{
  int year, month;

  bf_day_to_civil (day, &year, &month, NULL);
  return bf_day_from_civil (year, (month - 1) / 3 * 3 + 1, 1);
}

gint64
bf_spending_next_quarter (gint64 quarter)
{
  return bf_day_add_months (quarter, 3);
}

gint64
bf_spending_year (const BfPlan *plan, int kind, gint64 day)
{
  int year;

  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    {
      const BfBudget *budget = BF_ROW (plan, BUDGET, BfBudget, i);

      if ((kind < 0 || budget->kind == kind) && budget->from_day <= day && day <= budget->to_day &&
          budget->year != BF_BLANK)
        return budget->year;
    }
  if (kind >= 0)
    return bf_spending_year (plan, -1, day);
  bf_day_to_civil (day, &year, NULL, NULL);
  return year;
}

/* Days of the job's spans that lie in from .. to. */
static gint64
weight_between (const Job *job, gint64 from, gint64 to)
{
  gint64 days = 0;

  for (guint i = 0; i < job->spans->len; i++)
    {
      const Span *span = &g_array_index (job->spans, Span, i);
      gint64 first = MAX (from, span->from), last = MIN (to, span->to);

      if (last < first)
        continue;
      if (job->working_days && job->roadmap->calendar)
        days += bf_calendar_count (job->roadmap->calendar, first, last);
      else
        days += last - first + 1;
    }
  return days;
}

/* A part of the days and what falls on it. */
typedef struct
{
  gint64 from, to;
  int budget;
  gint64 weight;
  gint64 amount_minor;
} Part;

/* Shares @amount by weight, rounded once a part; the last part with a weight takes the rest. */
static void
share_out (GArray *parts, gint64 amount_minor)
{
  gint64 total = 0, left = amount_minor;
  int last = -1;

  for (guint i = 0; i < parts->len; i++)
    {
      total += g_array_index (parts, Part, i).weight;
      if (g_array_index (parts, Part, i).weight > 0)
        last = (int) i;
    }
  for (int i = 0; i <= last; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      part->amount_minor =
          i == last ? left
                    : bf_spending_round ((double) amount_minor * (double) part->weight / total);
      left -= part->amount_minor;
    }
}

static void
add_part (const Job *job, GArray *parts, gint64 from, gint64 to, int budget)
{
  Part part = { from, to, budget, 0, 0 };

  if (to < from)
    return;
  part.weight = weight_between (job, from, to);
  g_array_append_val (parts, part);
}

static gint
compare_budgets (gconstpointer a, gconstpointer b, gpointer data)
{
  const BfPlan *plan = data;
  const BfBudget *one = BF_ROW (plan, BUDGET, BfBudget, *(const guint *) a);
  const BfBudget *other = BF_ROW (plan, BUDGET, BfBudget, *(const guint *) b);

  return one->from_day < other->from_day ? -1 : one->from_day > other->from_day;
}

/* Rows of the plan's budgets of a kind, by time. */
static GArray *
budgets_of_kind (const BfPlan *plan, int kind)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    if (BF_ROW (plan, BUDGET, BfBudget, i)->kind == kind)
      g_array_append_val (rows, i);
  g_array_sort_with_data (rows, compare_budgets, (gpointer) plan);
  return rows;
}

/* Cuts first .. last into the budget periods of the job's kind and what lies between them. */
static GArray *
cut_by_period (const Job *job, gint64 first, gint64 last)
{
  const BfPlan *plan = job->roadmap->plan;
  g_autoptr (GArray) rows = budgets_of_kind (plan, job->budget_kind);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  gint64 at = first;

  for (guint i = 0; i < rows->len && at <= last; i++)
    {
      guint row = g_array_index (rows, guint, i);
      const BfBudget *budget = BF_ROW (plan, BUDGET, BfBudget, row);

      if (budget->to_day < at || budget->from_day > last)
        continue;
      add_part (job, parts, at, budget->from_day - 1, -1);
      at = MAX (at, budget->from_day);
      add_part (job, parts, at, MIN (budget->to_day, last), (int) row);
      at = budget->to_day + 1;
    }
  add_part (job, parts, at, last, -1);
  return parts;
}

static void
add_line (const Job *job, const Part *part)
{
  BfSpend line = { job->step, job->kind, 0, 0, part->budget, part->amount_minor };

  if (part->amount_minor == 0)
    return;
  line.quarter = bf_spending_quarter (part->from);
  line.year = bf_spending_year (job->roadmap->plan, job->budget_kind, part->from);
  g_array_append_val (job->lines, line);
}

static void
cut_by_quarter (const Job *job, const Part *period)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  gint64 at = period->from;

  while (at <= period->to)
    {
      gint64 next = bf_spending_next_quarter (bf_spending_quarter (at));

      add_part (job, parts, at, MIN (next - 1, period->to), period->budget);
      at = next;
    }
  share_out (parts, period->amount_minor);
  for (guint i = 0; i < parts->len; i++)
    add_line (job, &g_array_index (parts, Part, i));
}

static void
add_span (GArray *spans, gint64 from, gint64 to)
{
  Span span = { from, MAX (from, to) };

  g_array_append_val (spans, span);
}

static void
spend (Job *job)
{
  g_autoptr (GArray) parts = NULL;
  gint64 first = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < job->spans->len; i++)
    {
      first = MIN (first, g_array_index (job->spans, Span, i).from);
      last = MAX (last, g_array_index (job->spans, Span, i).to);
    }
  /* Nothing but free days: they count after all. */
  if (job->working_days && weight_between (job, first, last) == 0)
    job->working_days = FALSE;
  parts = cut_by_period (job, first, last);
  share_out (parts, job->amount_minor);
  for (guint i = 0; i < parts->len; i++)
    cut_by_quarter (job, &g_array_index (parts, Part, i));
}

static gboolean
is_qualification (BfActivityKind kind)
{
  return kind == BF_ACTIVITY_OFFLINE || kind == BF_ACTIVITY_ONLINE || kind == BF_ACTIVITY_REVIEW ||
         kind == BF_ACTIVITY_CAMPAIGN;
}

static void
add_activities (Job *job, const BfRoadmapStep *step, gboolean qualification)
{
  for (guint i = 0; i < step->n_activities; i++)
    {
      const BfRoadmapActivity *activity = &step->activities[i];

      if (activity->finish < activity->start)
        continue;
      if (qualification ? is_qualification (activity->kind) : activity->kind == BF_ACTIVITY_BUILD)
        add_span (job->spans, activity->start, activity->finish);
    }
}

/* Release of the decommission that takes out what @step replaces; its own release when none does.
 */
static gint64
end_of_double_running (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  gint64 end = step->finish;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfRoadmapStep *other = &roadmap->steps[i];
      const GArray *served = other->step ? other->step->served : NULL;

      for (guint k = 0; served && k < served->len; k++)
        if (g_ptr_array_index (roadmap->set->steps, g_array_index (served, int, k)) == step->step)
          end = MAX (end, other->finish);
    }
  return end;
}

static void
add_days_of_kind (Job *job, const BfRoadmapStep *step)
{
  gint64 first_cutover = step->n_cutovers ? bf_minute_day (step->cutovers[0].start) : step->finish;
  gint64 last_cutover =
      step->n_cutovers ? bf_minute_day (step->cutovers[step->n_cutovers - 1].start) : step->finish;

  if (job->kind == BF_MONEY_CAPEX || job->kind == BF_MONEY_VALIDATION)
    add_activities (job, step, job->kind == BF_MONEY_VALIDATION);
  else if (job->kind == BF_MONEY_OPEX)
    add_span (job->spans, step->finish + 1, bf_plan_horizon_end (job->roadmap->plan));
  else if (job->kind == BF_MONEY_DOUBLE_RUNNING)
    add_span (job->spans, last_cutover, end_of_double_running (job->roadmap, step));
  else if (job->kind == BF_MONEY_BRIDGES)
    add_span (job->spans, first_cutover, first_cutover);
  else
    for (guint i = 0; i < step->n_cutovers; i++)
      add_span (job->spans,
                bf_minute_day (step->cutovers[i].start),
                bf_minute_day (step->cutovers[i].start));
  if (job->spans->len == 0)
    add_span (job->spans, step->start, step->finish);
}

static void
spend_kind (const BfRoadmap *roadmap, guint step, BfMoneyKind kind, GArray *lines)
{
  static const int budget_kinds[BF_N_MONEY] = {
    BF_BUDGET_CAPEX, BF_BUDGET_OPEX, BF_BUDGET_VALIDATION, -1, -1, -1
  };
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  Job job = { .roadmap = roadmap,
              .step = step,
              .kind = kind,
              .budget_kind = budget_kinds[kind],
              .amount_minor = bf_spending_of_step (&roadmap->steps[step], kind),
              .working_days = kind == BF_MONEY_CAPEX || kind == BF_MONEY_VALIDATION,
              .spans = spans,
              .lines = lines };

  if (job.amount_minor == 0)
    return;
  add_days_of_kind (&job, &roadmap->steps[step]);
  spend (&job);
}

GArray *
bf_spending_compute (const BfRoadmap *roadmap)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (BfSpend));

  for (guint step = 0; step < roadmap->n_steps; step++)
    for (int kind = 0; kind < BF_N_MONEY; kind++)
      spend_kind (roadmap, step, (BfMoneyKind) kind, lines);
  return lines;
}
