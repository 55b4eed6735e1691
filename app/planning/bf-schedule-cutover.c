/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cutovers: whole inside one opening, or a stop that can be borne on a working day. */

#include "bf-schedule-core.h"

gint64
bf_core_stop_clock (gint64 need)
{
  return CLAMP (BF_MINUTES_PER_DAY - need, 0, 6 * 60);
}

/* The first day on which no other core cutover is too near; @day when it may be now. */
static int
day_after_rivals (const BfPass *pass, const BfCoreCutover *cutover, int day, int length, int *rival)
{
  for (guint i = 0; i < cutover->n_rivals; i++)
    {
      int other = pass->core->cutovers[cutover->rivals[i]].activity;

      if (!pass->placed[other] || day >= pass->end_day[other] + BF_CORE_DISTANCE_DAYS ||
          day + length - 1 + BF_CORE_DISTANCE_DAYS <= pass->start_day[other])
        continue;
      if (rival)
        *rival = cutover->rivals[i];
      return day_after_rivals (
          pass, cutover, pass->end_day[other] + BF_CORE_DISTANCE_DAYS, length, NULL);
    }
  return day;
}

static gint64
minute_of_day (const BfCore *core, int day)
{
  return bf_day_minute (core->origin + day);
}

static int
day_of_minute (const BfCore *core, gint64 minute)
{
  return (int) (bf_minute_day (minute) - core->origin);
}

/* Days that a stop of @need minutes touches from @minute. */
static int
touched_days (const BfCore *core, gint64 minute, gint64 need)
{
  return day_of_minute (core, minute + MAX (need, 1) - 1) - day_of_minute (core, minute) + 1;
}

BfBlock
bf_pass_block_in (
    const BfPass *pass, const BfCoreCutover *cutover, int opening, gint64 minute, int *detail)
{
  const BfCore *core = pass->core;
  int day = day_of_minute (core, minute);
  int length = touched_days (core, minute, cutover->need);

  for (int i = cutover->use_first[opening]; i < cutover->use_first[opening + 1]; i++)
    if (pass->counters[cutover->uses[i]] >= core->limit)
      {
        *detail = cutover->uses[i];
        return BF_BLOCK_CAPACITY;
      }
  if (day_after_rivals (pass, cutover, day, length, detail) > day)
    return BF_BLOCK_CORE;
  if (day + length > core->horizon_day)
    return BF_BLOCK_WINDOW;
  return BF_BLOCK_NONE;
}

/* The earliest place in an opening from @from on; FALSE: none up to @to. */
static gboolean
find_opening (BfPass *pass,
              const BfCoreCutover *cutover,
              gint64 from,
              gint64 to,
              int *opening,
              gint64 *minute)
{
  const BfCore *core = pass->core;

  for (guint i = 0; i < cutover->n_openings; i++)
    {
      gint64 at = MAX (from, cutover->open_start[i]);
      int length, day, allowed, detail;
      BfBlock block;

      if (at > to)
        break;
      if (at + cutover->need > cutover->open_end[i])
        continue;
      length = touched_days (core, at, cutover->need);
      day = day_of_minute (core, at);
      allowed = day_after_rivals (pass, cutover, day, length, NULL);
      if (allowed > day)
        at = minute_of_day (core, allowed);
      if (at > to || at + cutover->need > cutover->open_end[i])
        continue;
      block = bf_pass_block_in (pass, cutover, (int) i, at, &detail);
      if (block == BF_BLOCK_NONE)
        {
          *opening = (int) i;
          *minute = at;
          return TRUE;
        }
      pass->block = block;
    }
  return FALSE;
}

static gboolean
is_working (const BfCore *core, int day)
{
  return core->work_of_day[day + 1] > core->work_of_day[day];
}

static gboolean
is_frozen (const BfCoreCutover *cutover, int day, int length)
{
  for (int i = day; i < day + length; i++)
    if (cutover->frozen[i])
      return TRUE;
  return FALSE;
}

/* The earliest bearable stop, or cutover without a planned stop. */
static gboolean
find_stop (BfPass *pass, const BfCoreCutover *cutover, gint64 from, gint64 to, gint64 *minute)
{
  const BfCore *core = pass->core;
  gint64 clock = cutover->need ? bf_core_stop_clock (cutover->need) : 0;
  gboolean by_the_minute = cutover->pin != BF_BLANK && to == cutover->pin;

  if (cutover->need && !cutover->bearable)
    return FALSE;
  for (int day = MAX (0, day_of_minute (core, from)); day < core->horizon_day; day++)
    {
      gint64 at = by_the_minute && cutover->need ? cutover->pin : minute_of_day (core, day) + clock;
      int length = touched_days (core, at, cutover->need);

      if (minute_of_day (core, day) > to || day + length > core->horizon_day)
        break;
      if (at < from && cutover->need)
        continue;
      if (!is_working (core, day) || is_frozen (cutover, day, length))
        {
          pass->block = is_working (core, day) ? BF_BLOCK_FREEZE : pass->block;
          continue;
        }
      if (day_after_rivals (pass, cutover, day, length, NULL) > day)
        {
          pass->block = BF_BLOCK_CORE;
          continue;
        }
      *minute = at;
      return TRUE;
    }
  return FALSE;
}

static void
write_cutover (BfPass *pass, const BfCoreCutover *cutover, int opening, gint64 minute)
{
  const BfCore *core = pass->core;
  int a = cutover->activity;

  pass->start_minute[a] = minute;
  pass->end_minute[a] = minute + cutover->need;
  pass->start_day[a] = day_of_minute (core, minute);
  pass->end_day[a] = pass->start_day[a] + touched_days (core, minute, cutover->need) - 1;
  pass->start_work[a] = bf_core_work_of_day (core, pass->start_day[a]);
  pass->end_work[a] = bf_core_work_of_day (core, pass->end_day[a] + 1);
  pass->opening[a] = opening;
  pass->placement[a] = opening >= 0    ? BF_PLACEMENT_OPENING
                       : cutover->need ? BF_PLACEMENT_BEARABLE
                                       : BF_PLACEMENT_NO_STOP;
}

gboolean
bf_pass_place_cutover (BfPass *pass, const BfCoreCutover *cutover, int day)
{
  const BfCore *core = pass->core;
  int given =
      pass->patience_of ? pass->patience_of[core->cutover[cutover->activity]] : pass->patience;
  int patience = given >= 0 ? given : cutover->patience;
  int ready = MAX (bf_pass_ready (pass, cutover->activity, NULL), cutover->gate_day);
  gint64 from = minute_of_day (core, MAX (ready, day));
  gint64 to = G_MAXINT64 / 4;
  gint64 in_opening = 0, stop = 0;
  int opening = -1;
  gboolean fits, stops;

  if (cutover->pin != BF_BLANK)
    {
      to = cutover->pin % BF_MINUTES_PER_DAY == 0 ? cutover->pin + BF_MINUTES_PER_DAY - 1
                                                  : cutover->pin;
      from = MAX (from, cutover->pin);
    }
  pass->block = BF_BLOCK_WINDOW;
  fits = from <= to && find_opening (pass, cutover, from, to, &opening, &in_opening);
  stops = from <= to && find_stop (pass, cutover, from, to, &stop);
  if (!fits && !stops)
    {
      pass->block = cutover->pin != BF_BLANK ? BF_BLOCK_PIN : pass->block;
      return FALSE;
    }
  if (fits && stops && in_opening - stop > (gint64) patience * BF_MINUTES_PER_DAY)
    fits = FALSE;
  write_cutover (pass, cutover, fits ? opening : -1, fits ? in_opening : stop);
  return TRUE;
}

static int
opening_at (const BfCoreCutover *cutover, gint64 minute)
{
  for (guint i = 0; i < cutover->n_openings; i++)
    if (minute >= cutover->open_start[i] && minute + cutover->need <= cutover->open_end[i])
      return (int) i;
  return -1;
}

void
bf_pass_fix_cutover (BfPass *pass, const BfCoreCutover *cutover, gint64 minute)
{
  const gboolean *stops = pass->core->stops;
  gboolean is_stop = stops && stops[cutover->activity];

  write_cutover (pass, cutover, is_stop ? -1 : opening_at (cutover, minute), minute);
}
