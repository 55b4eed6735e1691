/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-tjp.h"

#include "bf-money.h"
#include "bf-mspdi-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAY_HOURS 8.0
#define MOST_EXCESS 6.0 /* until 23:00 */

typedef struct
{
  const BfRoadmap *roadmap;
  GPtrArray *tasks; /* BfTask */
  int slot_minutes; /* the grid that all times stand on */
  GString *out;
} Writer;

/* --- Words -------------------------------------------------------------------------------- */

/* In quotation marks; what tj3 would take for a macro is taken apart. */
static char *
quoted (const char *text)
{
  GString *out = g_string_new ("\"");

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '"' || letter == '\\')
        g_string_append_c (out, '\\');
      g_string_append_unichar (out, g_unichar_iscntrl (letter) ? ' ' : letter);
      if (letter == '$')
        g_string_append_c (out, ' ');
    }
  g_string_append_c (out, '"');
  return g_string_free (out, FALSE);
}

static const char *
number (char *buffer, double value)
{
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.4f", value);
}

/* 2027-01-04-08:00, on the grid. */
static char *
moment (const Writer *writer, gint64 minute)
{
  gint64 at =
      minute - (minute % writer->slot_minutes + writer->slot_minutes) % writer->slot_minutes;
  g_autofree char *text = bf_minute_format (at);

  text[10] = '-';
  return g_steal_pointer (&text);
}

static char *
day_text (gint64 day)
{
  return bf_day_format (day);
}

/* "t1.t2.t5": tasks are known by where they stand. */
static char *
path_of (const Writer *writer, const BfTask *task)
{
  g_autofree char *path = g_strdup_printf ("t%d", task->uid);
  int level = task->level;

  for (int uid = task->uid - 1; uid > 0 && level > 1; uid--)
    {
      const BfTask *above = g_ptr_array_index (writer->tasks, uid - 1);
      g_autofree char *below = NULL;

      if (above->level >= level)
        continue;
      below = g_steal_pointer (&path);
      path = g_strdup_printf ("t%d.%s", above->uid, below);
      level = above->level;
    }
  return g_steal_pointer (&path);
}

/* --- Project ------------------------------------------------------------------------------ */

/* The coarsest of the grids that tj3 knows on which every time stands; times that stand on none
 * are moved to the last five minutes. */
static int
find_slot (const GPtrArray *tasks)
{
  static const int slots[] = { 15, 10, 5 };

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      gboolean fits = TRUE;

      for (guint k = 0; fits && k < tasks->len; k++)
        {
          const BfTask *task = g_ptr_array_index (tasks, k);

          fits = task->start % slots[i] == 0 && task->finish % slots[i] == 0;
        }
      if (fits)
        return slots[i];
    }
  return 5;
}

static gint64
last_day (const Writer *writer)
{
  gint64 last = bf_plan_horizon_end (writer->roadmap->plan);

  for (guint i = 0; i < writer->tasks->len; i++)
    last = MAX (last, bf_minute_day (((const BfTask *) writer->tasks->pdata[i])->finish));
  return last + 1;
}

static gint64
first_day (const Writer *writer)
{
  gint64 first = bf_plan_start (writer->roadmap->plan);

  for (guint i = 0; i < writer->tasks->len; i++)
    first = MIN (first, bf_minute_day (((const BfTask *) writer->tasks->pdata[i])->start));
  return first;
}

/* The days of the week on which the plant ever works, looking a year ahead; with @excess hours
 * behind five. */
static void
write_working_hours (Writer *writer, double excess)
{
  int end = 17 * 60 + (int) round (excess * 60);
  static const char *const names[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  gint64 start = bf_plan_start (writer->roadmap->plan);
  gboolean works[8] = { FALSE };

  for (gint64 day = start; day < start + 364; day++)
    works[bf_day_weekday (day)] |= bf_calendar_is_working (writer->roadmap->calendar, day);
  for (int i = 1; i <= 7; i++)
    if (works[i])
      g_string_append_printf (writer->out,
                              "  workinghours %s 8:00 - 12:00, 13:00 - %d:%02d\n",
                              names[i - 1],
                              end / 60,
                              end % 60);
    else
      g_string_append_printf (writer->out, "  workinghours %s off\n", names[i - 1]);
}

static void
write_project (Writer *writer)
{
  const BfPlant *plant = bf_plan_plant (writer->roadmap->plan);
  g_autofree char *name = quoted (plant && plant->name ? plant->name : "Brownfield");
  g_autofree char *from = day_text (first_day (writer));
  g_autofree char *to = day_text (last_day (writer));

  g_string_append (writer->out,
                   "# Written by Brownfield: tj3 checks dates, dependencies and teams again.\n");
  g_string_append_printf (writer->out, "project brownfield %s %s - %s {\n", name, from, to);
  g_string_append (writer->out, "  timezone \"UTC\"\n");
  g_string_append_printf (writer->out, "  timingresolution %dmin\n", writer->slot_minutes);
  g_string_append_printf (
      writer->out, "  currency \"%s\"\n", plant && plant->currency ? plant->currency : "EUR");
  g_string_append (writer->out, "  timeformat \"%Y-%m-%d\"\n  dailyworkinghours 8\n");
  write_working_hours (writer, 0);
  g_string_append (writer->out,
                   "  extend task {\n    number Planned \"Person-days planned\"\n"
                   "    text Step \"Step\"\n  }\n}\n\n");
}

static void
write_holidays (Writer *writer)
{
  const BfCalendar *calendar = writer->roadmap->calendar;
  gint64 end = MIN (last_day (writer), bf_calendar_last_day (calendar));

  for (gint64 day = bf_plan_start (writer->roadmap->plan); day < end; day++)
    {
      const char *name = bf_calendar_holiday (calendar, day);
      g_autofree char *label = name ? quoted (name) : NULL;
      g_autofree char *text = day_text (day);

      if (name)
        g_string_append_printf (writer->out, "leaves holiday %s %s\n", label, text);
    }
  g_string_append_c (writer->out, '\n');
}

/* --- Teams -------------------------------------------------------------------------------- */

/* Persons a day when the team is strongest. */
static double
best_capacity (const BfPlan *plan, const char *team)
{
  double best = 0;

  for (guint i = 0; i < bf_plan_count (plan, BF_CAPACITY); i++)
    {
      const BfCapacity *capacity = BF_ROW (plan, CAPACITY, BfCapacity, i);

      if (g_strcmp0 (capacity->team, team) == 0)
        best = MAX (best, capacity->capacity);
    }
  return best;
}

/* Hours a day, down to the grid; never nothing. */
static double
hours_on_grid (const Writer *writer, double hours)
{
  double slot = writer->slot_minutes / 60.0;

  return MAX (slot, ceil (hours / slot - 1e-9) * slot);
}

static gboolean
is_load (const BfLoad *load)
{
  return load->team >= 0 && load->person_days > 0;
}

/* Hours of the team that the load takes in all. */
static double
hours_of_load (const Writer *writer, const BfLoad *load)
{
  const BfTeam *team = BF_ROW (writer->roadmap->plan, TEAM, BfTeam, (guint) load->team);
  double best = best_capacity (writer->roadmap->plan, team->row.key);

  return best > 0 ? DAY_HOURS * load->person_days / best : DAY_HOURS;
}

static double
hours_a_day (const Writer *writer, const BfTask *task, const BfLoad *load)
{
  return hours_of_load (writer, load) / MAX (1, (double) task->work_minutes / (8 * 60));
}

static gboolean
has_loads (const BfTask *task)
{
  return task->activity && task->kind == BF_TASK_WORK;
}

/* By how much the grid makes the task's shares of the team longer than they are, hours a day. */
static double
excess_of_task (const Writer *writer, const BfTask *task, int team)
{
  double excess = 0;

  for (guint i = 0; has_loads (task) && i < task->activity->n_loads; i++)
    {
      const BfLoad *load = &task->activity->loads[i];
      double hours = is_load (load) && load->team == team ? hours_a_day (writer, task, load) : 0;

      if (hours > 0)
        excess += hours_on_grid (writer, hours) - hours;
    }
  return excess;
}

/* The most of that on a day: what the team's day is longer by, so that a team that is booked to the
 * last minute has the same room on the grid. */
static double
most_excess (const Writer *writer, int team)
{
  double most = 0;

  for (guint i = 0; i < writer->tasks->len; i++)
    {
      const BfTask *first = g_ptr_array_index (writer->tasks, i);
      double sum = 0;

      if (excess_of_task (writer, first, team) <= 0)
        continue;
      for (guint k = 0; k < writer->tasks->len; k++)
        {
          const BfTask *task = g_ptr_array_index (writer->tasks, k);

          if (task->start <= first->start && task->finish > first->start)
            sum += excess_of_task (writer, task, team);
        }
      most = MAX (most, sum);
    }
  return most > 0 ? MIN (MOST_EXCESS, hours_on_grid (writer, most)) : 0;
}

static void
write_limit (Writer *writer, const BfCapacity *capacity, double best, double excess)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *from = day_text (MAX (capacity->from_day, first_day (writer)));
  g_autofree char *to = day_text (MIN (capacity->to_day + 1, last_day (writer)));

  if (capacity->to_day < first_day (writer) || capacity->from_day >= last_day (writer) ||
      capacity->capacity >= best)
    return;
  g_string_append_printf (
      writer->out,
      "    dailymax %sh { period %s - %s }\n",
      number (text, hours_on_grid (writer, DAY_HOURS * capacity->capacity / best) + excess),
      from,
      to);
}

static void
write_team (Writer *writer, guint index)
{
  const BfPlan *plan = writer->roadmap->plan;
  const BfTeam *team = BF_ROW (plan, TEAM, BfTeam, index);
  g_autofree char *name = quoted (team->name ? team->name : team->row.key);
  double best = best_capacity (plan, team->row.key);
  double excess = most_excess (writer, (int) index);
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (writer->out, "resource r%u %s {\n", index + 1, name);
  if (best > 0)
    g_string_append_printf (writer->out, "  efficiency %s\n", number (text, best));
  if (excess > 0)
    write_working_hours (writer, excess);
  g_string_append_printf (
      writer->out, "  limits {\n    dailymax %sh\n", number (text, DAY_HOURS + excess));
  for (guint i = 0; best > 0 && i < bf_plan_count (plan, BF_CAPACITY); i++)
    {
      const BfCapacity *capacity = BF_ROW (plan, CAPACITY, BfCapacity, i);

      if (g_strcmp0 (capacity->team, team->row.key) == 0 && capacity->from_day != BF_BLANK &&
          capacity->to_day != BF_BLANK)
        write_limit (writer, capacity, best, excess);
    }
  g_string_append (writer->out, "  }\n}\n");
}

/* --- Tasks -------------------------------------------------------------------------------- */

static void
indent (Writer *writer, int level)
{
  for (int i = 0; i < level; i++)
    g_string_append (writer->out, "  ");
}

static void
write_link (Writer *writer, const BfTask *task, const BfTaskLink *link)
{
  g_autofree char *path = path_of (writer, writer->tasks->pdata[link->uid - 1]);
  gint64 days = link->lag_minutes / (8 * 60);

  /* A lead has no words in TaskJuggler. */
  if (link->lag_minutes < 0)
    return;
  indent (writer, task->level);
  g_string_append_printf (writer->out, "depends %s", path);
  if (link->type == BF_LINK_START_TO_START && days > 0)
    g_string_append_printf (writer->out, " { onstart gaplength %" G_GINT64_FORMAT "d }", days);
  else if (link->type == BF_LINK_START_TO_START)
    g_string_append (writer->out, " { onstart }");
  else if (days > 0)
    g_string_append_printf (writer->out, " { gaplength %" G_GINT64_FORMAT "d }", days);
  g_string_append_c (writer->out, '\n');
}

/* A share of the team's day, until the person-days are done. */
static void
write_share (Writer *writer, const BfTask *task, const BfLoad *load)
{
  char day[G_ASCII_DTOSTR_BUF_SIZE], all[G_ASCII_DTOSTR_BUF_SIZE];

  indent (writer, task->level + 1);
  g_string_append_printf (writer->out,
                          "dailymax %sh { resources r%d } maximum %sh { resources r%d }\n",
                          number (day, hours_on_grid (writer, hours_a_day (writer, task, load))),
                          load->team + 1,
                          number (all, hours_on_grid (writer, hours_of_load (writer, load))),
                          load->team + 1);
}

static void
write_loads (Writer *writer, const BfTask *task)
{
  const BfRoadmapActivity *activity = task->activity;
  double planned = 0;
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  /* Of a stop round the clock the work is done inside it, in no day's share. */
  for (guint i = 0; has_loads (task) && i < activity->n_loads; i++)
    if (is_load (&activity->loads[i]))
      {
        indent (writer, task->level);
        g_string_append_printf (writer->out, "allocate r%d\n", activity->loads[i].team + 1);
        planned += activity->loads[i].person_days;
      }
  if (planned <= 0)
    return;
  indent (writer, task->level);
  g_string_append (writer->out, "limits {\n");
  for (guint i = 0; i < activity->n_loads; i++)
    if (is_load (&activity->loads[i]))
      write_share (writer, task, &activity->loads[i]);
  indent (writer, task->level);
  g_string_append (writer->out, "}\n");
  indent (writer, task->level);
  g_string_append_printf (writer->out, "Planned %s\n", number (text, planned));
}

static void
open_task (Writer *writer, const BfTask *task)
{
  g_autofree char *name = quoted (task->name);
  g_autofree char *step = task->step ? quoted (task->step->key) : NULL;
  g_autofree char *start = moment (writer, task->start);
  g_autofree char *finish = moment (writer, task->finish);

  indent (writer, task->level - 1);
  g_string_append_printf (writer->out, "task t%d %s {\n", task->uid, name);
  if (step)
    {
      indent (writer, task->level);
      g_string_append_printf (writer->out, "Step %s\n", step);
    }
  if (task->kind == BF_TASK_SUMMARY)
    return;
  indent (writer, task->level);
  if (task->kind == BF_TASK_MILESTONE)
    g_string_append_printf (writer->out, "milestone\n");
  if (task->kind == BF_TASK_MILESTONE)
    indent (writer, task->level);
  g_string_append_printf (writer->out, "start %s\n", start);
  if (task->kind != BF_TASK_MILESTONE)
    {
      indent (writer, task->level);
      g_string_append_printf (writer->out, "end %s\n", finish);
    }
  for (guint i = 0; i < task->links->len; i++)
    write_link (writer, task, &g_array_index (task->links, BfTaskLink, i));
  write_loads (writer, task);
}

/* Tasks of summaries stand inside them. */
static void
write_tasks (Writer *writer)
{
  int open = 0;

  for (guint i = 0; i < writer->tasks->len; i++)
    {
      const BfTask *task = writer->tasks->pdata[i];

      for (; open >= task->level; open--)
        {
          indent (writer, open - 1);
          g_string_append (writer->out, "}\n");
        }
      open_task (writer, task);
      open = task->level;
    }
  for (; open > 0; open--)
    {
      indent (writer, open - 1);
      g_string_append (writer->out, "}\n");
    }
}

static void
write_report (Writer *writer)
{
  g_string_append (writer->out,
                   "\ntaskreport brownfield \"brownfield\" {\n  formats csv\n"
                   "  columns id, name, start, end, effort, Planned, Step\n"
                   "  timeformat \"%Y-%m-%d-%H:%M\"\n  loadunit days\n  sorttasks tree\n}\n");
}

char *
bf_tjp_text (const BfRoadmap *roadmap)
{
  g_autoptr (GPtrArray) tasks = bf_mspdi_tasks (roadmap);
  Writer writer = { roadmap, tasks, find_slot (tasks), g_string_new (NULL) };

  write_project (&writer);
  write_holidays (&writer);
  for (guint i = 0; i < bf_plan_count (roadmap->plan, BF_TEAM); i++)
    write_team (&writer, i);
  g_string_append_c (writer.out, '\n');
  write_tasks (&writer);
  write_report (&writer);
  return g_string_free (writer.out, FALSE);
}
