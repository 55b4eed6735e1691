/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-spending.h"

#include "bf-money.h"
#include "bf-period.h"

#include <math.h>

#define DAYS_A_YEAR 365.25

/* Money that lies evenly over some days. */
typedef struct
{
  gint64 from, to; /* both included */
  gint64 days;     /* that count in it, at least one */
  gboolean working;
  double minor;
} Span;

/* What one step spends of one kind: how much, and the days that it lies on. */
typedef struct
{
  const BfRoadmap *roadmap;
  guint step;
  BfMoneyKind kind;
  int budget_kind;  /* -1: outside budgets */
  BfYearRule years; /* of the budgets */
  gint64 amount_minor;
  GArray *spans; /* Span */
  GArray *lines; /* out */
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

/* The name of the first budget's year that holds the day; FALSE none. */
static gboolean
find_budget_year (const BfPlan *plan, int kind, gint64 day, gint64 *year)
{
  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    {
      const BfBudget *budget = BF_ROW (plan, BUDGET, BfBudget, i);
      gint64 from, to;

      bf_budget_period (plan, i, &from, &to);
      if ((kind < 0 || budget->kind == kind) && from <= day && day <= to &&
          budget->year != BF_BLANK)
        {
          *year = budget->year;
          return TRUE;
        }
    }
  return FALSE;
}

static gint64
year_of (const BfPlan *plan, const BfYearRule *rule, int kind, gint64 day)
{
  gint64 year;

  if ((kind >= 0 && find_budget_year (plan, kind, day, &year)) ||
      find_budget_year (plan, -1, day, &year))
    return year;
  return bf_period_year (rule, day).year;
}

gint64
bf_spending_year (const BfPlan *plan, int kind, gint64 day)
{
  const BfYearRule rule = bf_year_rule_of_budgets (plan);

  return year_of (plan, &rule, kind, day);
}

static gint64
count_days (const BfRoadmap *roadmap, gint64 from, gint64 to, gboolean working)
{
  if (to < from)
    return 0;
  return working ? bf_calendar_count (roadmap->calendar, from, to) : to - from + 1;
}

/* What of the job's money lies on from .. to, minor units. */
static double
money_between (const Job *job, gint64 from, gint64 to)
{
  double minor = 0;

  for (guint i = 0; i < job->spans->len; i++)
    {
      const Span *span = &g_array_index (job->spans, Span, i);
      gint64 days =
          count_days (job->roadmap, MAX (from, span->from), MIN (to, span->to), span->working);

      minor += span->minor * (double) days / (double) span->days;
    }
  return minor;
}

/* A part of the days and what falls on it. */
typedef struct
{
  gint64 from, to;
  int budget;
  double weight;
  gint64 amount_minor;
} Part;

/* Shares @amount, rounded once a part; the last part with a weight takes the rest. Weights that are
 * the money itself before it was rounded are not scaled again: that could move a cent. */
static void
share_out (GArray *parts, gint64 amount_minor)
{
  double total = 0, scale;
  gint64 left = amount_minor;
  int last = -1;

  for (guint i = 0; i < parts->len; i++)
    {
      total += g_array_index (parts, Part, i).weight;
      if (g_array_index (parts, Part, i).weight > 0)
        last = (int) i;
    }
  scale = ABS (total - (double) amount_minor) < 1 ? 1 : (double) amount_minor / total;
  for (int i = 0; i <= last; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      part->amount_minor = i == last ? left : bf_spending_round (part->weight * scale);
      left -= part->amount_minor;
    }
}

static void
add_part (const Job *job, GArray *parts, gint64 from, gint64 to, int budget)
{
  Part part = { .from = from, .to = to, .budget = budget };

  if (to < from)
    return;
  part.weight = money_between (job, from, to);
  g_array_append_val (parts, part);
}

typedef struct
{
  guint row; /* of the plan */
  gint64 from, to;
} Period;

static gint
compare_periods (gconstpointer a, gconstpointer b)
{
  const Period *one = a, *other = b;

  return one->from < other->from ? -1 : one->from > other->from;
}

/* The plan's budgets of a kind, by time. */
static GArray *
periods_of_kind (const BfPlan *plan, int kind)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (Period));

  for (guint i = 0; i < bf_plan_count (plan, BF_BUDGET); i++)
    {
      Period period = { .row = i };

      bf_budget_period (plan, i, &period.from, &period.to);
      if (BF_ROW (plan, BUDGET, BfBudget, i)->kind == kind)
        g_array_append_val (periods, period);
    }
  g_array_sort (periods, compare_periods);
  return periods;
}

/* Cuts first .. last into the budget periods of the job's kind and what lies between them. */
static GArray *
cut_by_period (const Job *job, gint64 first, gint64 last)
{
  g_autoptr (GArray) periods = periods_of_kind (job->roadmap->plan, job->budget_kind);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  gint64 at = first;

  for (guint i = 0; i < periods->len && at <= last; i++)
    {
      const Period *period = &g_array_index (periods, Period, i);

      if (period->to < at || period->from > last)
        continue;
      add_part (job, parts, at, period->from - 1, -1);
      at = MAX (at, period->from);
      add_part (job, parts, at, MIN (period->to, last), (int) period->row);
      at = period->to + 1;
    }
  add_part (job, parts, at, last, -1);
  return parts;
}

static void
add_line (const Job *job, const Part *part)
{
  BfSpend line = {
    .step = job->step, .kind = job->kind, .budget = part->budget, .amount_minor = part->amount_minor
  };

  if (part->amount_minor == 0)
    return;
  line.calendar_quarter = bf_period_quarter (&bf_year_rule_calendar, part->from).from;
  line.quarter = bf_period_quarter (&job->years, part->from).from;
  line.year = year_of (job->roadmap->plan, &job->years, job->budget_kind, part->from);
  g_array_append_val (job->lines, line);
}

/* Where both kinds of quarter that @day lies in go on together. */
static gint64
end_of_quarters (const Job *job, gint64 day)
{
  return MIN (bf_period_quarter (&bf_year_rule_calendar, day).to,
              bf_period_quarter (&job->years, day).to);
}

static void
cut_by_quarter (const Job *job, const Part *period)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  gint64 at = period->from;

  while (at <= period->to)
    {
      gint64 end = MIN (end_of_quarters (job, at), period->to);

      add_part (job, parts, at, end, period->budget);
      at = end + 1;
    }
  share_out (parts, period->amount_minor);
  for (guint i = 0; i < parts->len; i++)
    add_line (job, &g_array_index (parts, Part, i));
}

/* Without a working day in it, its calendar days count. */
static void
add_span (Job *job, gint64 from, gint64 to, gboolean working, double minor)
{
  Span span = { .from = from, .to = MAX (from, to), .minor = minor };

  span.working = working && count_days (job->roadmap, from, span.to, TRUE) > 0;
  span.days = count_days (job->roadmap, from, span.to, span.working);
  g_array_append_val (job->spans, span);
}

static gint64
first_day_of (const Job *job)
{
  gint64 first = G_MAXINT64;

  for (guint i = 0; i < job->spans->len; i++)
    first = MIN (first, g_array_index (job->spans, Span, i).from);
  return first;
}

static gint64
last_day_of (const Job *job)
{
  gint64 last = G_MININT64;

  for (guint i = 0; i < job->spans->len; i++)
    last = MAX (last, g_array_index (job->spans, Span, i).to);
  return last;
}

static void
spend (Job *job)
{
  g_autoptr (GArray) parts = cut_by_period (job, first_day_of (job), last_day_of (job));

  share_out (parts, job->amount_minor);
  for (guint i = 0; i < parts->len; i++)
    cut_by_quarter (job, &g_array_index (parts, Part, i));
}

/* --- Where a kind of money lies --- */

/* The first activity of that kind; NULL none. */
static const BfRoadmapActivity *
activity_of (const BfRoadmapStep *step, BfActivityKind kind)
{
  for (guint i = 0; i < step->n_activities; i++)
    if (step->activities[i].kind == kind && step->activities[i].finish >= step->activities[i].start)
      return &step->activities[i];
  return NULL;
}

static gboolean
is_campaign (const BfStep *step, guint line, gboolean *review)
{
  for (guint i = 0; step->campaigns && i < step->campaigns->len; i++)
    if (g_array_index (step->campaigns, BfCampaign, i).line == (int) line)
      {
        *review = g_array_index (step->campaigns, BfCampaign, i).review;
        return TRUE;
      }
  return FALSE;
}

const BfRoadmapActivity *
bf_spending_payer (const BfRoadmapStep *step, guint line)
{
  const BfQualificationLine *of = &g_array_index (step->step->lines, BfQualificationLine, line);
  const BfRoadmapActivity *found = NULL;
  gboolean review;

  if (is_campaign (step->step, line, &review))
    found = activity_of (step, review ? BF_ACTIVITY_REVIEW : BF_ACTIVITY_CAMPAIGN);
  if (found == NULL)
    found = activity_of (step, of->offline ? BF_ACTIVITY_OFFLINE : BF_ACTIVITY_ONLINE);
  if (found == NULL)
    found = activity_of (step, of->offline ? BF_ACTIVITY_BUILD : BF_ACTIVITY_HYPERCARE);
  return found;
}

static void
add_validation (Job *job, const BfRoadmapStep *step)
{
  const GArray *lines = step->step->lines;

  for (guint i = 0; lines && i < lines->len; i++)
    {
      const BfQualificationLine *line = &g_array_index (lines, BfQualificationLine, i);
      const BfRoadmapActivity *payer = bf_spending_payer (step, i);
      double minor = (double) (line->cost_minor - line->saved_minor);

      if (payer && minor > 0)
        add_span (job, payer->start, payer->finish, TRUE, minor);
    }
}

/* The planner's own figure before it was rounded, when the step has it. */
static double
exact_money (const Job *job, double minor)
{
  return ABS (minor - (double) job->amount_minor) < 1 ? minor : (double) job->amount_minor;
}

static void
add_capex (Job *job, const BfRoadmapStep *step)
{
  const BfRoadmapActivity *build = activity_of (step, BF_ACTIVITY_BUILD);

  if (build)
    add_span (job,
              build->start,
              build->finish,
              TRUE,
              exact_money (job, bf_estimate_mean (step->step->capex) * BF_MINOR_PER_UNIT));
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
add_opex (Job *job, const BfRoadmapStep *step)
{
  gint64 last = bf_plan_horizon_end (job->roadmap->plan);
  gint64 days = MAX (0, last - step->finish);
  double minor = step->step->opex_year * BF_MINOR_PER_UNIT / DAYS_A_YEAR * (double) days;

  add_span (job, step->finish + 1, last, FALSE, exact_money (job, minor));
}

static gint64
cutover_day (const BfRoadmapStep *step, guint number)
{
  return step->n_cutovers ? bf_minute_day (step->cutovers[number].start) : step->finish;
}

static void
add_days_of_kind (Job *job, const BfRoadmapStep *step)
{
  guint last = step->n_cutovers ? step->n_cutovers - 1 : 0;

  if (job->kind == BF_MONEY_CAPEX)
    add_capex (job, step);
  else if (job->kind == BF_MONEY_VALIDATION)
    add_validation (job, step);
  else if (job->kind == BF_MONEY_OPEX)
    add_opex (job, step);
  else if (job->kind == BF_MONEY_DOUBLE_RUNNING)
    add_span (job, cutover_day (step, last), end_of_double_running (job->roadmap, step), FALSE, 1);
  else if (job->kind == BF_MONEY_BRIDGES)
    add_span (job, cutover_day (step, 0), cutover_day (step, 0), FALSE, 1);
  else
    for (guint i = 0; i <= last; i++)
      add_span (job, cutover_day (step, i), cutover_day (step, i), FALSE, 1);
  if (job->spans->len == 0)
    add_span (job, step->start, step->finish, TRUE, 1);
}

/* Begins a job: the money of one step and kind, and the days that it lies on. FALSE: there is none.
 */
static gboolean
begin_job (Job *job, const BfRoadmap *roadmap, guint step, BfMoneyKind kind, GArray *spans)
{
  static const int budget_kinds[BF_N_MONEY] = {
    BF_BUDGET_CAPEX, BF_BUDGET_OPEX, BF_BUDGET_VALIDATION, -1, -1, -1
  };

  job->roadmap = roadmap;
  job->step = step;
  job->kind = kind;
  job->budget_kind = budget_kinds[kind];
  job->amount_minor = bf_spending_of_step (&roadmap->steps[step], kind);
  job->spans = spans;
  if (job->amount_minor == 0)
    return FALSE;
  add_days_of_kind (job, &roadmap->steps[step]);
  return TRUE;
}

static void
spend_kind (
    const BfRoadmap *roadmap, const BfYearRule *years, guint step, BfMoneyKind kind, GArray *lines)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  Job job = { .lines = lines, .years = *years };

  if (begin_job (&job, roadmap, step, kind, spans))
    spend (&job);
}

gint64
bf_spending_until (const BfRoadmap *roadmap, BfMoneyKind kind, gint64 day)
{
  gint64 minor = 0;

  for (guint step = 0; step < roadmap->n_steps; step++)
    {
      g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
      Job job = { 0 };
      double all, until;

      if (!begin_job (&job, roadmap, step, kind, spans))
        continue;
      all = money_between (&job, first_day_of (&job), last_day_of (&job));
      until = money_between (&job, first_day_of (&job), MIN (day, last_day_of (&job)));
      minor += bf_spending_round ((double) job.amount_minor * until / all);
    }
  return minor;
}

GArray *
bf_spending_compute (const BfRoadmap *roadmap)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (BfSpend));
  const BfYearRule years = bf_year_rule_of_budgets (roadmap->plan);

  for (guint step = 0; step < roadmap->n_steps; step++)
    for (int kind = 0; kind < BF_N_MONEY; kind++)
      spend_kind (roadmap, &years, step, (BfMoneyKind) kind, lines);
  return lines;
}
