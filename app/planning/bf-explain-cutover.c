/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a cutover is where it is: its window and the ones that it missed, who is in them, freezes,
 * other core systems. */

#include "bf-explain.h"

#include <glib/gi18n-lib.h>

static guint
position (const BfCompiled *compiled, const BfCoreCutover *cutover)
{
  return (guint) (cutover - compiled->core->cutovers);
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

static gboolean
goes_by_area (const BfCore *core, const BfCoreCutover *cutover)
{
  for (guint i = 0; i < core->n_cutovers; i++)
    if (core->cutovers[i].step == cutover->step && &core->cutovers[i] != cutover)
      return TRUE;
  return FALSE;
}

/* What the cutover stops: its systems, else its areas; of a step that goes from area to area that
 * area. */
static char *
what_is_open (const BfCompiled *compiled, const BfCoreCutover *cutover)
{
  const BfStep *step = bf_step_set_get (compiled->set, (guint) cutover->step);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = step->systems && !goes_by_area (compiled->core, cutover) ? step->systems->len : 0;
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
missed_opening (const BfExplainer *self, const BfCoreCutover *cutover, gint64 ready)
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
    const BfExplainer *self, const BfCoreCutover *cutover, gint64 ready, int missed, GString *text)
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
append_short (const BfExplainer *self,
              const BfCoreCutover *cutover,
              gint64 ready,
              gint64 start,
              GString *text)
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
explain_window (BfExplainer *self, const BfCoreCutover *cutover, gint64 ready, BfPlacing *placing)
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
  bf_explain_say (self,
                  placing,
                  BF_HELD_BY_WINDOW,
                  missed >= 0 ? all->stretch[(guint) missed * all->n_areas]->window : -1,
                  g_strdup (text->str));
}

/* Who is in a window already; of the step's own cutovers only how many. */
static char *
who_is_in (const BfExplainer *self, int counter, const BfCoreCutover *not_me)
{
  const BfCore *core = self->core;
  g_autoptr (GString) text = g_string_new (NULL);
  guint own = 0;

  for (guint i = 0; i < core->n_cutovers; i++)
    {
      const BfCoreCutover *other = &core->cutovers[i];
      int opening = self->pass->opening[other->activity];
      gboolean counts = FALSE;

      for (int j = opening < 0 ? 0 : other->use_first[opening];
           opening >= 0 && j < other->use_first[opening + 1];
           j++)
        counts = counts || other->uses[j] == counter;
      if (counts && other != not_me && other->step == not_me->step)
        own++;
      else if (counts && other != not_me)
        g_string_append_printf (
            text, "%s“%s”", text->len ? ", " : "", bf_explain_title (self->compiled, other->step));
    }
  if (own)
    g_string_append_printf (text,
                            /* Translators: number of cutovers. */
                            ngettext ("%s%u of this step", "%s%u of this step", own),
                            text->len ? ", " : "",
                            own);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A weekend's name has its day already. */
static char *
holds_no_more (const BfExplainer *self, const BfStretch *stretch, const char *day, const char *who)
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
    BfExplainer *self, const BfCoreCutover *cutover, int opening, int counter, BfPlacing *placing)
{
  const BfOpenings *all = self->compiled->openings[position (self->compiled, cutover)];
  const BfStretch *stretch = all->stretch[(guint) opening * all->n_areas];
  g_autofree char *who = who_is_in (self, counter, cutover);
  g_autofree char *day = bf_day_text (bf_minute_day (all->start[opening]));

  bf_explain_say (
      self, placing, BF_HELD_BY_CAPACITY, stretch->window, holds_no_more (self, stretch, day, who));
}

static void
explain_core (BfExplainer *self, int rival, BfPlacing *placing)
{
  const BfCore *core = self->core;
  int other = core->cutovers[rival].activity;
  g_autofree char *day = bf_explain_day (core, self->pass->end_day[other]);

  bf_explain_say (
      self,
      placing,
      BF_HELD_BY_CORE,
      other,
      /* Translators: number of days, step, day. */
      g_strdup_printf (_ ("keeps %d days from the cutover of “%s”, another core system of the "
                          "area, which ends on %s"),
                       BF_CORE_DISTANCE_DAYS,
                       bf_explain_title (self->compiled, core->step[other]),
                       day));
}

/* An opening between ready and the place that others keep the cutover from. TRUE when told. */
static gboolean
explain_rivals (BfExplainer *self, const BfCoreCutover *cutover, gint64 ready, BfPlacing *placing)
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
explain_freeze (BfExplainer *self, const BfCoreCutover *cutover, int ready, BfPlacing *placing)
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
        bf_explain_say (
            self,
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

/* Who waited for a place may have come late to it because of others. */
static void
append_others (BfExplainer *self, const BfCoreCutover *cutover, BfPlacing *placing)
{
  g_autofree char *others = bf_explain_others (self, cutover);

  if (others)
    bf_explain_say (self,
                    placing,
                    placing->hold,
                    placing->hold_other,
                    g_strconcat (placing->held_by, "; ", others, NULL));
}

void
bf_explain_cutover (BfExplainer *self, const BfCoreCutover *cutover, BfPlacing *placing)
{
  const BfCore *core = self->core;
  int a = cutover->activity;
  int binding;
  int free = bf_pass_ready (self->pass, a, &binding);
  int ready = MAX (free, cutover->gate_day);
  gint64 minute = bf_day_minute (core->origin + ready);
  gboolean told = FALSE;

  placing->ready = core->origin + ready;
  if (binding >= 0 && free == ready)
    placing->ready_other =
        BF_EDGE (self->compiled->network, (guint) self->compiled->edge[binding])->before;
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
  if (told)
    append_others (self, cutover, placing);
  else
    bf_explain_ready (self, a, placing);
}
