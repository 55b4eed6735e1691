/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mspdi.h"

#include "bf-atomic-file.h"
#include "bf-money.h"
#include "bf-mspdi-private.h"
#include "bf-sheet.h"

#include <libxml/xmlwriter.h>
#include <math.h>

#define NAMESPACE "http://schemas.microsoft.com/project"
#define PLANT_CALENDAR 1
#define STOP_CALENDAR 2
#define DURATION_IN_HOURS 5
#define DURATION_IN_DAYS 7

/* Types of constraints, as the schema numbers them. */
enum
{
  CONSTRAINT_AS_SOON_AS_POSSIBLE = 0,
  CONSTRAINT_MUST_START_ON = 2,
  CONSTRAINT_NOT_EARLIER_THAN = 4,
};

typedef struct
{
  const BfRoadmap *roadmap;
  xmlTextWriterPtr xml;
  const BfOrigin *origin; /* NULL: of no document */
  GPtrArray *tasks;       /* BfTask */
} Writer;

static void
begin (Writer *writer, const char *name)
{
  xmlTextWriterStartElement (writer->xml, (const xmlChar *) name);
}

static void
end (Writer *writer)
{
  xmlTextWriterEndElement (writer->xml);
}

static void
add (Writer *writer, const char *name, const char *text)
{
  g_autofree char *clean = bf_sheet_clean (text);

  xmlTextWriterWriteElement (writer->xml, (const xmlChar *) name, (const xmlChar *) clean);
}

static void
add_number (Writer *writer, const char *name, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add (writer, name, text);
}

static void
add_real (Writer *writer, const char *name, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  add (writer, name, g_ascii_formatd (text, sizeof text, "%.4g", number));
}

static void
add_time (Writer *writer, const char *name, gint64 minute)
{
  g_autofree char *text = bf_minute_format (minute);
  g_autofree char *full = g_strconcat (text, ":00", NULL);

  add (writer, name, full);
}

static void
add_duration (Writer *writer, const char *name, gint64 minutes)
{
  g_autofree char *text = g_strdup_printf (
      "PT%" G_GINT64_FORMAT "H%" G_GINT64_FORMAT "M0S", minutes / 60, minutes % 60);

  add (writer, name, text);
}

/* --- The project --- */

static void
write_head (Writer *writer)
{
  const BfRoadmap *roadmap = writer->roadmap;
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  gint64 start = bf_plan_start (roadmap->plan);
  gint64 status = plant && plant->status_date != BF_BLANK ? plant->status_date : start;
  gint64 finish = roadmap->n_steps ? MAX (start, roadmap->finish.planned) : start;

  add_number (writer, "SaveVersion", 12);
  add (writer, "Name", "roadmap.xml");
  add (writer, "Title", plant && plant->name ? plant->name : "Brownfield");
  if (writer->origin)
    {
      g_autofree char *subject =
          g_strconcat (BF_MSPDI_SUBJECT, writer->origin->plan_id, " ", writer->origin->state, NULL);

      add (writer, "Subject", subject);
    }
  add (writer, "Author", plant && plant->prepared_by ? plant->prepared_by : "Brownfield");
  add_time (writer, "CreationDate", bf_day_minute (status));
  add_number (writer, "ScheduleFromStart", 1);
  add_time (writer, "StartDate", bf_day_minute (start) + 8 * 60);
  add_time (writer, "FinishDate", bf_day_minute (finish) + 17 * 60);
  add_number (writer, "CurrencyDigits", 2);
  add (writer, "CurrencyCode", plant && plant->currency ? plant->currency : "EUR");
  add_number (writer, "CalendarUID", PLANT_CALENDAR);
  add (writer, "DefaultStartTime", "08:00:00");
  add (writer, "DefaultFinishTime", "17:00:00");
  add_number (writer, "MinutesPerDay", 480);
  add_number (writer, "MinutesPerWeek", 2400);
  add_number (writer, "DaysPerMonth", 20);
  add_number (writer, "DefaultTaskType", 1);
  add_number (writer, "DurationFormat", DURATION_IN_DAYS);
  add_number (writer, "WorkFormat", 2);
  add_time (writer, "StatusDate", bf_day_minute (status) + 17 * 60);
}

/* --- Calendars --- */

static void
write_hours (Writer *writer, const char *from, const char *to)
{
  begin (writer, "WorkingTime");
  add (writer, "FromTime", from);
  add (writer, "ToTime", to);
  end (writer);
}

/* @day_type: 1 Sunday .. 7 Saturday. */
static void
write_week_day (Writer *writer, int day_type, gboolean working, gboolean all_day)
{
  begin (writer, "WeekDay");
  add_number (writer, "DayType", day_type);
  add_number (writer, "DayWorking", working);
  if (working)
    {
      begin (writer, "WorkingTimes");
      if (all_day)
        write_hours (writer, "00:00:00", "00:00:00");
      else
        {
          write_hours (writer, "08:00:00", "12:00:00");
          write_hours (writer, "13:00:00", "17:00:00");
        }
      end (writer);
    }
  end (writer);
}

/* TRUE when the plant ever works on that day of the week (1 Monday .. 7), looking a year ahead. */
static gboolean
works_on (const Writer *writer, int weekday)
{
  gint64 start = bf_plan_start (writer->roadmap->plan);

  for (gint64 day = start; day < start + 364; day++)
    if (bf_day_weekday (day) == weekday && bf_calendar_is_working (writer->roadmap->calendar, day))
      return TRUE;
  return FALSE;
}

static void
write_holiday (Writer *writer, gint64 day)
{
  const char *name = bf_calendar_holiday (writer->roadmap->calendar, day);

  begin (writer, "Exception");
  add_number (writer, "EnteredByOccurrences", 0);
  begin (writer, "TimePeriod");
  add_time (writer, "FromDate", bf_day_minute (day));
  add_time (writer, "ToDate", bf_day_minute (day) + 23 * 60 + 59);
  end (writer);
  add_number (writer, "Occurrences", 1);
  add (writer, "Name", name ? name : "");
  add_number (writer, "Type", 1);
  add_number (writer, "DayWorking", 0);
  end (writer);
}

static void
write_holidays (Writer *writer, const gboolean *works)
{
  gint64 last = bf_plan_horizon_end (writer->roadmap->plan);

  begin (writer, "Exceptions");
  for (gint64 day = bf_plan_start (writer->roadmap->plan); day <= last; day++)
    if (works[bf_day_weekday (day)] && !bf_calendar_is_working (writer->roadmap->calendar, day))
      write_holiday (writer, day);
  end (writer);
}

static void
begin_calendar (Writer *writer, int uid, const char *name)
{
  begin (writer, "Calendar");
  add_number (writer, "UID", uid);
  add (writer, "Name", name);
  add_number (writer, "IsBaseCalendar", 1);
  add_number (writer, "BaseCalendarUID", -1);
  begin (writer, "WeekDays");
}

static void
write_calendars (Writer *writer)
{
  gboolean works[8] = { FALSE };

  for (int weekday = 1; weekday <= 7; weekday++)
    works[weekday] = works_on (writer, weekday);
  begin (writer, "Calendars");
  begin_calendar (writer, PLANT_CALENDAR, "Plant");
  for (int type = 1; type <= 7; type++)
    write_week_day (writer, type, works[type == 1 ? 7 : type - 1], FALSE);
  end (writer);
  write_holidays (writer, works);
  end (writer);
  begin_calendar (writer, STOP_CALENDAR, "Round the clock");
  for (int type = 1; type <= 7; type++)
    write_week_day (writer, type, TRUE, TRUE);
  end (writer);
  end (writer);
  end (writer);
}

/* --- Tasks --- */

/* Lags are tenths of a minute of working time, shown in days. */
static void
write_links (Writer *writer, const BfTask *task)
{
  for (guint i = 0; i < task->links->len; i++)
    {
      const BfTaskLink *link = &g_array_index (task->links, BfTaskLink, i);

      begin (writer, "PredecessorLink");
      add_number (writer, "PredecessorUID", link->uid);
      add_number (writer, "Type", link->type);
      add_number (writer, "CrossProject", 0);
      add_number (writer, "LinkLag", link->lag_minutes * 10);
      add_number (writer, "LagFormat", DURATION_IN_DAYS);
      end (writer);
    }
}

/* --- Fields of our own, and what was approved --- */

static void
write_field_names (Writer *writer)
{
  begin (writer, "ExtendedAttributes");
  for (int field = 0; field < BF_N_TASK_FIELDS; field++)
    {
      g_autofree char *name = g_strdup_printf ("Text%d", field + 1);

      begin (writer, "ExtendedAttribute");
      add_number (writer, "FieldID", BF_TASK_FIELD_ID (field));
      add (writer, "FieldName", name);
      add (writer, "Alias", bf_task_field_alias ((BfTaskField) field));
      end (writer);
    }
  end (writer);
}

/* NULL: the task has no such field. Owned by the caller. */
static char *
field_text (const BfTask *task, BfTaskField field)
{
  g_autoptr (GString) uids = NULL;

  switch (field)
    {
    case BF_TASK_STEP:
      return task->step ? g_strdup (task->step->key) : NULL;
    case BF_TASK_WHAT:
      return g_strdup (task->what);
    case BF_TASK_WINDOW:
      return task->cutover && task->cutover->windows
                 ? g_strjoinv ("; ", (char **) task->cutover->windows)
                 : NULL;
    case BF_TASK_EXPORTED:
      return task->kind == BF_TASK_SUMMARY ? NULL : bf_minute_format (task->start);
    case BF_TASK_LINKS:
      uids = g_string_new (NULL);
      for (guint i = 0; i < task->links->len; i++)
        g_string_append_printf (
            uids, "%s%d", i ? ";" : "", g_array_index (task->links, BfTaskLink, i).uid);
      return g_strdup (uids->str);
    case BF_N_TASK_FIELDS:
    default:
      return NULL;
    }
}

static void
write_fields (Writer *writer, const BfTask *task)
{
  for (int field = 0; field < BF_N_TASK_FIELDS; field++)
    {
      g_autofree char *text = field_text (task, (BfTaskField) field);

      if (!text || !*text)
        continue;
      begin (writer, "ExtendedAttribute");
      add_number (writer, "FieldID", BF_TASK_FIELD_ID (field));
      add (writer, "Value", text);
      end (writer);
    }
}

static gint64
baseline_minutes (const Writer *writer, const BfTask *task)
{
  const BfCalendar *calendar = writer->roadmap->calendar;

  if (task->kind == BF_TASK_MILESTONE)
    return 0;
  if (task->kind == BF_TASK_STOP)
    return task->baseline_finish - task->baseline_start;
  return 480 * (gint64) bf_calendar_count (calendar,
                                           bf_minute_day (task->baseline_start),
                                           bf_minute_day (task->baseline_finish));
}

static void
write_baseline (Writer *writer, const BfTask *task)
{
  if (task->baseline_start == BF_BLANK)
    return;
  begin (writer, "Baseline");
  add_number (writer, "Number", 0);
  add_time (writer, "Start", task->baseline_start);
  add_time (writer, "Finish", task->baseline_finish);
  add_duration (writer, "Duration", baseline_minutes (writer, task));
  add_number (
      writer, "DurationFormat", task->kind == BF_TASK_STOP ? DURATION_IN_HOURS : DURATION_IN_DAYS);
  end (writer);
}

static void
write_constraint (Writer *writer, const BfTask *task)
{
  int type = CONSTRAINT_NOT_EARLIER_THAN;

  if (task->kind == BF_TASK_SUMMARY)
    type = CONSTRAINT_AS_SOON_AS_POSSIBLE;
  else if (task->kind == BF_TASK_STOP)
    type = CONSTRAINT_MUST_START_ON;
  add_number (writer, "ConstraintType", type);
  add_number (writer, "CalendarUID", task->kind == BF_TASK_STOP ? STOP_CALENDAR : -1);
  if (type != CONSTRAINT_AS_SOON_AS_POSSIBLE)
    add_time (writer, "ConstraintDate", task->start);
}

static void
write_task (Writer *writer, const BfTask *task)
{
  gboolean stop = task->kind == BF_TASK_STOP;

  begin (writer, "Task");
  add_number (writer, "UID", task->uid);
  add_number (writer, "ID", task->uid);
  add (writer, "Name", task->name);
  add_number (writer, "Type", 1);
  add_number (writer, "IsNull", 0);
  add (writer, "WBS", task->outline);
  add (writer, "OutlineNumber", task->outline);
  add_number (writer, "OutlineLevel", task->level);
  add_number (writer, "Priority", 500);
  add_time (writer, "Start", task->start);
  add_time (writer, "Finish", task->finish);
  add_duration (writer, "Duration", task->work_minutes);
  add_number (writer, "DurationFormat", stop ? DURATION_IN_HOURS : DURATION_IN_DAYS);
  add_number (writer, "EffortDriven", 0);
  add_number (writer, "Estimated", 0);
  add_number (writer, "Milestone", task->kind == BF_TASK_MILESTONE);
  add_number (writer, "Summary", task->kind == BF_TASK_SUMMARY);
  add_number (writer, "Critical", task->critical);
  add_number (writer, "PercentComplete", 0);
  write_constraint (writer, task);
  add_number (writer, "IgnoreResourceCalendar", stop);
  if (task->notes)
    add (writer, "Notes", task->notes);
  write_links (writer, task);
  write_fields (writer, task);
  write_baseline (writer, task);
  end (writer);
}

/* --- Teams --- */

static gboolean
has_load (const BfTask *task)
{
  return task->activity && task->activity->n_loads > 0;
}

static double
best_capacity (const BfPlan *plan, const char *team)
{
  double best = 0;

  for (guint i = 0; i < bf_plan_count (plan, BF_CAPACITY); i++)
    {
      const BfCapacity *capacity = BF_ROW (plan, CAPACITY, BfCapacity, i);

      if (g_strcmp0 (capacity->team, team) == 0 && capacity->capacity > best)
        best = capacity->capacity;
    }
  return best;
}

static gint64
day_rate (const BfPlan *plan, const char *team)
{
  for (guint i = 0; i < bf_plan_count (plan, BF_CAPACITY); i++)
    {
      const BfCapacity *capacity = BF_ROW (plan, CAPACITY, BfCapacity, i);

      if (g_strcmp0 (capacity->team, team) == 0 && capacity->day_rate != BF_BLANK)
        return capacity->day_rate;
    }
  return 0;
}

static void
write_availability (Writer *writer, const char *team)
{
  const BfPlan *plan = writer->roadmap->plan;

  begin (writer, "AvailabilityPeriods");
  for (guint i = 0; i < bf_plan_count (plan, BF_CAPACITY); i++)
    {
      const BfCapacity *capacity = BF_ROW (plan, CAPACITY, BfCapacity, i);

      if (g_strcmp0 (capacity->team, team) != 0)
        continue;
      begin (writer, "AvailabilityPeriod");
      add_time (writer, "AvailableFrom", bf_day_minute (capacity->from_day));
      add_time (writer, "AvailableTo", bf_day_minute (capacity->to_day) + 23 * 60 + 59);
      add_real (writer, "AvailableUnits", capacity->capacity);
      end (writer);
    }
  end (writer);
}

static void
write_resources (Writer *writer)
{
  const BfPlan *plan = writer->roadmap->plan;

  begin (writer, "Resources");
  for (guint i = 0; i < bf_plan_count (plan, BF_TEAM); i++)
    {
      const BfTeam *team = BF_ROW (plan, TEAM, BfTeam, i);
      gint64 rate = day_rate (plan, team->row.key);
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      begin (writer, "Resource");
      add_number (writer, "UID", (int) i + 1);
      add_number (writer, "ID", (int) i + 1);
      add (writer, "Name", team->name ? team->name : team->row.key);
      add_number (writer, "Type", 1);
      add_number (writer, "IsNull", 0);
      add (writer, "Initials", team->row.key);
      add_real (writer, "MaxUnits", best_capacity (plan, team->row.key));
      /* An hour's rate: the second of the schema's formats. */
      add (writer,
           "StandardRate",
           g_ascii_formatd (text, sizeof text, "%.2f", bf_money_to_units (rate) / 8));
      add_number (writer, "StandardRateFormat", 2);
      write_availability (writer, team->row.key);
      end (writer);
    }
  end (writer);
}

static void
write_assignment (Writer *writer, int uid, const BfTask *task, const BfLoad *load)
{
  double days = (double) task->work_minutes / 480;

  begin (writer, "Assignment");
  add_number (writer, "UID", uid);
  add_number (writer, "TaskUID", task->uid);
  add_number (writer, "ResourceUID", load->team + 1);
  add_time (writer, "Finish", task->finish);
  add_time (writer, "Start", task->start);
  add_real (writer, "Units", days > 0 ? load->person_days / days : 1);
  add_duration (writer, "Work", llround (load->person_days * 480));
  end (writer);
}

static void
write_assignments (Writer *writer)
{
  int uid = 1;

  begin (writer, "Assignments");
  for (guint i = 0; i < writer->tasks->len; i++)
    {
      const BfTask *task = g_ptr_array_index (writer->tasks, i);

      for (guint k = 0; has_load (task) && k < task->activity->n_loads; k++)
        if (task->activity->loads[k].team >= 0 && task->activity->loads[k].person_days > 0)
          write_assignment (writer, uid++, task, &task->activity->loads[k]);
    }
  end (writer);
}

static void
write_project (Writer *writer)
{
  xmlTextWriterSetIndent (writer->xml, 1);
  xmlTextWriterStartDocument (writer->xml, "1.0", "UTF-8", "yes");
  begin (writer, "Project");
  xmlTextWriterWriteAttribute (writer->xml, (const xmlChar *) "xmlns", (const xmlChar *) NAMESPACE);
  write_head (writer);
  write_field_names (writer);
  write_calendars (writer);
  begin (writer, "Tasks");
  for (guint i = 0; i < writer->tasks->len; i++)
    write_task (writer, g_ptr_array_index (writer->tasks, i));
  end (writer);
  write_resources (writer);
  write_assignments (writer);
  end (writer);
  xmlTextWriterEndDocument (writer->xml);
}

char *
bf_mspdi_text (const BfRoadmap *roadmap, const BfOrigin *origin)
{
  xmlBufferPtr buffer = xmlBufferCreate ();
  g_autoptr (GPtrArray) tasks = bf_mspdi_tasks (roadmap);
  Writer writer = { roadmap, xmlNewTextWriterMemory (buffer, 0), origin, tasks };
  char *text;

  write_project (&writer);
  xmlFreeTextWriter (writer.xml);
  text = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);
  return text;
}

gboolean
bf_mspdi_write_with (const BfRoadmap *roadmap,
                     const BfOrigin *origin,
                     const char *path,
                     GError **error)
{
  g_autofree char *text = bf_mspdi_text (roadmap, origin);

  return bf_atomic_file_save_text (path, text, -1, error);
}

gboolean
bf_mspdi_write (const BfRoadmap *roadmap, const char *path, GError **error)
{
  return bf_mspdi_write_with (roadmap, NULL, path, error);
}
