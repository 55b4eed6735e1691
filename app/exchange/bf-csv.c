/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-csv.h"

#include "bf-atomic-file.h"
#include "bf-money.h"
#include "bf-spending.h"

#include <math.h>
#include <string.h>

static const char heading[] =
    "key,title,phase,strategy,systems,start,first_cutover,cutovers,release,release_p50,"
    "release_p80,release_p90,downtime_hours,downtime_hours_p50,downtime_hours_p80,"
    "downtime_hours_p90,lost_hours,lost_hours_p80,capex,opex,validation_cost,downtime_cost,"
    "double_running,bridges,fully_loaded_cost,requires,held_by\r\n";

static void
add_separator (GString *csv)
{
  if (csv->len > 0 && csv->str[csv->len - 1] != '\n')
    g_string_append_c (csv, ',');
}

static void
add_quoted (GString *csv, const char *text)
{
  g_string_append_c (csv, '"');
  for (const char *at = text; *at; at++)
    {
      if (*at == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *at);
    }
  g_string_append_c (csv, '"');
}

void
bf_csv_add (GString *csv, const char *text, gboolean guard)
{
  g_autofree char *safe = NULL;

  add_separator (csv);
  if (text == NULL || *text == '\0')
    {
      /* The first cell of a row is seen by what follows it. */
      if (csv->len == 0 || csv->str[csv->len - 1] == '\n')
        g_string_append (csv, "\"\"");
      return;
    }
  safe = g_strconcat (guard && strchr ("=+-@\t\r", *text) ? "'" : "", text, NULL);
  if (strpbrk (safe, ",\"\r\n"))
    add_quoted (csv, safe);
  else
    g_string_append (csv, safe);
}

static void
add_text (GString *csv, const char *text)
{
  bf_csv_add (csv, text, TRUE);
}

static void
add_day (GString *csv, gint64 day)
{
  g_autofree char *text = day == BF_BLANK ? NULL : bf_day_format (day);

  add_separator (csv);
  g_string_append (csv, text ? text : "");
}

static void
add_minute (GString *csv, gint64 minute)
{
  g_autofree char *text = minute == BF_BLANK ? NULL : bf_minute_format (minute);

  add_separator (csv);
  g_string_append (csv, text ? text : "");
}

static void
add_hours (GString *csv, double hours)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  add_separator (csv);
  g_string_append (csv, isfinite (hours) ? g_ascii_formatd (text, sizeof text, "%.2f", hours) : "");
}

static void
add_money (GString *csv, gint64 minor)
{
  g_autofree char *text = bf_money_format (minor);

  add_separator (csv);
  g_string_append (csv, text);
}

static char *
system_keys (const BfPlan *plan, const BfStep *step)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; step->systems && i < step->systems->len; i++)
    g_string_append_printf (
        text,
        "%s%s",
        i ? "; " : "",
        BF_ROW (plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i))->row.key);
  return g_string_free (text, FALSE);
}

static void
add_dates (GString *csv, const BfRoadmapStep *step)
{
  add_day (csv, step->start);
  add_minute (csv, step->n_cutovers ? step->cutovers[0].start : BF_BLANK);
  g_string_append_printf (csv, ",%u", step->n_cutovers);
  add_day (csv, step->finish);
  add_day (csv, step->release.p50);
  add_day (csv, step->release.p80);
  add_day (csv, step->release.p90);
}

static void
add_figures (GString *csv, const BfRoadmapStep *step)
{
  gint64 full = 0;

  add_hours (csv, step->downtime_hours.expected);
  add_hours (csv, step->downtime_hours.p50);
  add_hours (csv, step->downtime_hours.p80);
  add_hours (csv, step->downtime_hours.p90);
  add_hours (csv, step->lost_hours.expected);
  add_hours (csv, step->lost_hours.p80);
  for (int kind = 0; kind < BF_N_MONEY; kind++)
    {
      gint64 minor = bf_spending_of_step (step, (BfMoneyKind) kind);

      add_money (csv, minor);
      full += minor;
    }
  add_money (csv, full);
}

static void
add_step (GString *csv, const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  g_autofree char *systems = system_keys (roadmap->plan, step->step);
  g_autofree char *requires = step->requires ? g_strjoinv ("; ", (char **) step->requires) : NULL;

  add_text (csv, step->key);
  add_text (csv, step->title);
  add_text (csv, roadmap->phases[step->phase].id);
  add_text (csv, step->strategy);
  add_text (csv, systems);
  add_dates (csv, step);
  add_figures (csv, step);
  add_text (csv, requires);
  add_text (csv, step->held_by);
  g_string_append (csv, "\r\n");
}

char *
bf_csv_text (const BfRoadmap *roadmap)
{
  GString *csv = g_string_new (heading);

  for (guint i = 0; i < roadmap->n_steps; i++)
    add_step (csv, roadmap, &roadmap->steps[i]);
  return g_string_free (csv, FALSE);
}

gboolean
bf_csv_write (const BfRoadmap *roadmap, const char *path, GError **error)
{
  g_autofree char *text = bf_csv_text (roadmap);

  return bf_atomic_file_save_text (path, text, -1, error);
}
