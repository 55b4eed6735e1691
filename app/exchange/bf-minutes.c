/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-minutes.h"

#include "bf-money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define THOUSAND_MINOR (1000.0 * BF_MINOR_PER_UNIT)

/* As it is read, whatever Markdown would make of it. */
static void
append_text (GString *out, const char *text)
{
  for (const char *at = text ? text : ""; *at; at++)
    if (*at == '\n' || *at == '\r')
      g_string_append_c (out, ' ');
    else
      {
        if (strchr ("\\`*_[]<>#|", *at))
          g_string_append_c (out, '\\');
        g_string_append_c (out, *at);
      }
}

static void
append_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.0f", number + 0.0));
}

static void
append_day (GString *out, gint64 day)
{
  g_autofree char *text = day == BF_BLANK ? NULL : bf_day_text (day);

  append_text (out, text);
}

static void
append_heading (GString *out, const char *text)
{
  g_string_append_printf (out, "\n## %s\n\n", text);
}

static void
append_spread (GString *out, const char *label, const BfSpread *spread, double unit)
{
  const double values[] = { spread->p50, spread->p80, spread->p90 };

  g_string_append_printf (out, "| %s |", label);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_string_append_c (out, ' ');
      append_number (out, values[i] / unit);
      g_string_append (out, " |");
    }
  g_string_append_c (out, '\n');
}

static void
append_figures (GString *out, const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  const char *currency = plant && plant->currency ? plant->currency : "EUR";
  /* Translators: %s is a currency such as EUR. */
  g_autofree char *full = g_strdup_printf (_ ("Fully loaded, thousand %s"), currency);
  g_autofree char *proof = g_strdup_printf (_ ("Validation, thousand %s"), currency);
  const gint64 days[] = { roadmap->finish.p50, roadmap->finish.p80, roadmap->finish.p90 };

  g_string_append (out, "| | P50 | P80 | P90 |\n|---|---:|---:|---:|\n");
  g_string_append_printf (out, "| %s |", _ ("Finish"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_string_append_c (out, ' ');
      append_day (out, roadmap->n_steps ? days[i] : BF_BLANK);
      g_string_append (out, " |");
    }
  g_string_append_c (out, '\n');
  append_spread (out, full, &roadmap->fully_loaded, THOUSAND_MINOR);
  append_spread (out, proof, &roadmap->validation_cost, THOUSAND_MINOR);
  append_spread (out, _ ("Hours lost"), &roadmap->lost_hours, 1);
}

static void
append_decisions (GString *out, const BfRoadmap *roadmap)
{
  if (roadmap->n_decisions == 0)
    return;
  append_heading (out, _ ("What to decide"));
  for (guint i = 0; i < roadmap->n_decisions; i++)
    {
      g_string_append (out, "- [ ] **");
      append_day (out, roadmap->decisions[i].due);
      g_string_append (out, "** ");
      append_text (out, roadmap->decisions[i].title);
      g_string_append (out, " — ");
      append_text (out, roadmap->decisions[i].detail);
      g_string_append_c (out, '\n');
    }
}

static void
append_risks (GString *out, const BfRoadmap *roadmap)
{
  if (roadmap->n_risks == 0)
    return;
  append_heading (out, _ ("What could move it"));
  for (guint i = 0; i < roadmap->n_risks; i++)
    {
      g_string_append (out, "- ");
      append_text (out, roadmap->risks[i].text);
      g_string_append_c (out, ' ');
      append_number (out, 100 * roadmap->risks[i].chance);
      g_string_append (out, " %: ");
      append_text (out, roadmap->risks[i].effect);
      g_string_append_c (out, '\n');
    }
}

static void
append_step (GString *out, const BfRoadmapStep *step)
{
  g_string_append (out, "| ");
  append_text (out, step->title);
  g_string_append (out, " | ");
  append_day (out, step->n_cutovers ? bf_minute_day (step->cutovers[0].start) : BF_BLANK);
  g_string_append (out, " | ");
  append_text (out, step->n_cutovers ? step->cutovers[0].window_name : NULL);
  g_string_append (out, " | ");
  append_day (out, step->finish);
  g_string_append (out, " | ");
  append_day (out, step->release.p80);
  g_string_append (out, " |\n");
}

static void
append_phase (GString *out, const BfRoadmap *roadmap, guint phase)
{
  g_string_append (out, "\n### ");
  append_text (out, roadmap->phases[phase].id);
  g_string_append_c (out, ' ');
  append_text (out, roadmap->phases[phase].name);
  g_string_append_printf (out,
                          "\n\n| %s | %s | %s | %s | P80 |\n|---|---:|---|---:|---:|\n",
                          _ ("Step"),
                          _ ("Cutover"),
                          _ ("Window"),
                          _ ("Release"));
  for (guint i = 0; i < roadmap->n_steps; i++)
    if (roadmap->steps[i].phase == (int) phase)
      append_step (out, &roadmap->steps[i]);
}

char *
bf_minutes_to_markdown (const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  GString *out = g_string_new ("# ");

  append_text (out, plant && plant->name ? plant->name : _ ("Plan"));
  g_string_append (out, "\n\n");
  if (plant && plant->status_date != BF_BLANK)
    {
      g_string_append_printf (out, "%s ", _ ("Status"));
      append_day (out, plant->status_date);
      g_string_append (out, "\n\n");
    }
  append_figures (out, roadmap);
  for (guint i = 0; i < roadmap->n_problems; i++)
    {
      g_string_append (out, "\n> ");
      append_text (out, roadmap->problems[i]);
      g_string_append_c (out, '\n');
    }
  append_decisions (out, roadmap);
  append_risks (out, roadmap);
  if (roadmap->n_phases > 0)
    append_heading (out, _ ("Steps by phase"));
  for (guint i = 0; i < roadmap->n_phases; i++)
    append_phase (out, roadmap, i);
  return g_string_free (out, FALSE);
}
