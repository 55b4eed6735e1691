/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-csv.h"

#include <math.h>
#include <string.h>

static const char headings[] =
    "id,title,phase,strategy,start,cutover,finish,finish_p80,window,downtime_hours_p50,"
    "downtime_hours_p80,downtime_hours_p90,downtime_cost,downtime_cost_p50,downtime_cost_p80,"
    "downtime_cost_p90,capex,opex,validation_cost,fully_loaded_cost\n";

static void
append_text (GString *out, const char *text)
{
  gboolean quoted = strpbrk (text, ",\"\n\r") != NULL;

  if (quoted)
    g_string_append_c (out, '"');
  for (; *text; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  if (quoted)
    g_string_append_c (out, '"');
}

static void
append_text_cell (GString *out, const char *text)
{
  append_text (out, text ? text : "");
  g_string_append_c (out, ',');
}

static void
append_day_cell (GString *out, gint64 day)
{
  g_autofree char *text = day == BF_BLANK ? NULL : bf_day_format (day);

  append_text_cell (out, text);
}

static void
append_hours_cell (GString *out, double hours)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  append_text_cell (out, g_ascii_formatd (text, sizeof text, "%.2f", hours));
}

static void
append_money_cell (GString *out, double minor)
{
  g_autofree char *text = bf_money_format ((gint64) round (minor));

  append_text_cell (out, text);
}

static void
append_money_spread (GString *out, const BfSpread *spread)
{
  append_money_cell (out, spread->expected);
  append_money_cell (out, spread->p50);
  append_money_cell (out, spread->p80);
  append_money_cell (out, spread->p90);
}

static void
append_when (GString *out, const BfRoadmapStep *step)
{
  const BfRoadmapCutover *cutover = step->n_cutovers ? step->cutovers : NULL;

  append_day_cell (out, step->start);
  append_day_cell (out, cutover ? bf_minute_day (cutover->start) : BF_BLANK);
  append_day_cell (out, step->finish);
  append_day_cell (out, step->release.p80);
  append_text_cell (out, cutover && cutover->windows ? cutover->windows[0] : NULL);
}

static void
append_step (GString *out, const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  append_text_cell (out, step->key);
  append_text_cell (out, step->title);
  append_text_cell (out, roadmap->phases[step->phase].id);
  append_text_cell (out, step->strategy);
  append_when (out, step);
  append_hours_cell (out, step->downtime_hours.p50);
  append_hours_cell (out, step->downtime_hours.p80);
  append_hours_cell (out, step->downtime_hours.p90);
  append_money_spread (out, &step->downtime_cost);
  append_money_cell (out, step->capex.expected);
  append_money_cell (out, step->opex.expected);
  append_money_cell (out, step->validation.expected);
  append_money_cell (out, (double) step->fully_loaded_minor);
  out->str[out->len - 1] = '\n';
}

char *
bf_roadmap_to_csv (const BfRoadmap *roadmap)
{
  GString *out = g_string_new (headings);

  for (guint i = 0; i < roadmap->n_steps; i++)
    append_step (out, roadmap, &roadmap->steps[i]);
  return g_string_free (out, FALSE);
}
