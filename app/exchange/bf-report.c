/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-report.h"

#include "bf-roadmap-bound.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define WIDTH 118
/* From here on the error of the finish is said. */
#define WIDE_ERROR_DAYS 14

/* Columns of the table of steps, in characters; a positive width is right-aligned. */
enum
{
  TITLE = -31,
  DAY = -11,
  WINDOW = -17,
  SPREAD = 12,
  COST = 8,
};

/* --- Cells --- */

static char *
cut (const char *text, glong width)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= width)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, width - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

static void
append_spaces (GString *out, glong n)
{
  for (; n > 0; n--)
    g_string_append_c (out, ' ');
}

/* One cell and the blank after it. */
static void
append_cell (GString *out, int width, const char *text)
{
  glong room = ABS (width);
  g_autofree char *shown = cut (text, room);
  glong missing = room - g_utf8_strlen (shown, -1);

  append_spaces (out, width > 0 ? missing : 0);
  g_string_append (out, shown);
  append_spaces (out, width > 0 ? 1 : missing + 1);
}

static void
end_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_day (GString *out, gint64 day)
{
  g_autofree char *text = day == BF_BLANK ? g_strdup ("–") : bf_day_text (day);

  append_cell (out, DAY, text);
}

static char *
whole (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.0f", value);
  return g_strdup (strcmp (text, "-0") == 0 ? "0" : text);
}

/* 1234567 becomes 1,234,567. */
static char *
grouped (double value)
{
  g_autofree char *digits = whole (ABS (value));
  GString *out = g_string_new (value <= -0.5 ? "-" : NULL);
  gsize n = strlen (digits);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  return g_string_free (out, FALSE);
}

/* "16/21/30" of the percentiles over @unit. */
static void
append_percentiles (GString *out, const BfSpread *spread, double unit)
{
  g_autofree char *p50 = whole (spread->p50 / unit);
  g_autofree char *p80 = whole (spread->p80 / unit);
  g_autofree char *p90 = whole (spread->p90 / unit);
  g_autofree char *text = g_strjoin ("/", p50, p80, p90, NULL);

  append_cell (out, SPREAD, text);
}

/* --- Head --- */

static void
append_title (GString *out, const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  g_autofree char *start = bf_day_text (bf_plan_start (roadmap->plan));
  g_autofree char *end = bf_day_text (bf_plan_horizon_end (roadmap->plan));

  /* Translators: name of the plant, first and last day of the planning horizon. */
  g_string_append_printf (out,
                          _ ("%s: roadmap for %s to %s\n"),
                          plant && plant->name ? plant->name : _ ("A plant without a name"),
                          start,
                          end);
}

static void
append_summary (GString *out, const BfRoadmap *roadmap)
{
  g_autofree char *finish = bf_day_text (roadmap->finish.planned);
  g_autofree char *p80 = bf_day_text (roadmap->finish.p80);
  g_autofree char *beyond = whole (roadmap->beyond_horizon * 100);
  g_autofree char *bound = bf_roadmap_bound_sentence (roadmap);
  g_autofree char *steps =
      g_strdup_printf (ngettext ("%u step", "%u steps", roadmap->n_steps), roadmap->n_steps);
  g_autofree char *phases =
      g_strdup_printf (ngettext ("%u phase", "%u phases", roadmap->n_phases), roadmap->n_phases);

  /* Translators: "31 steps", "5 phases". */
  g_string_append_printf (out, _ ("%s in %s. "), steps, phases);
  g_string_append_printf (out,
                          /* Translators: planned day, day of the 80th percentile, percent. */
                          _ ("Planned to finish on %s, P80 on %s; %s %% of the draws end after the "
                             "horizon.\n"),
                          finish,
                          p80,
                          beyond);
  if (roadmap->finish_error_days > WIDE_ERROR_DAYS)
    /* Translators: number of draws, number of days. */
    g_string_append_printf (
        out,
        _ ("With %u draws the P80 of the finish is known to about %d days; more draws narrow it.\n"),
        roadmap->options.draws,
        roadmap->finish_error_days);
  if (bound)
    g_string_append_printf (out, "%s\n", bound);
  g_string_append (out,
                   roadmap->checked ? _ ("Every constraint was checked independently.\n")
                                    : _ ("Not every constraint holds: see the problems below.\n"));
}

/* --- Steps by phase --- */

static void
append_headings (GString *out, const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  const char *currency = plant && plant->currency ? plant->currency : "EUR";
  g_autofree char *thousands = g_strdup_printf ("k%s", currency);

  append_cell (out, TITLE, "");
  append_cell (out, DAY, "");
  append_cell (out, DAY, "");
  append_cell (out, DAY, "");
  append_cell (out, WINDOW, "");
  append_cell (out, SPREAD, _ ("Downtime, h"));
  append_cell (out, SPREAD, _ ("Stop cost, k"));
  append_cell (out, COST, _ ("Validat."));
  end_line (out);
  append_cell (out, TITLE, _ ("Step"));
  append_cell (out, DAY, _ ("Start"));
  append_cell (out, DAY, _ ("Cutover"));
  append_cell (out, DAY, _ ("Release"));
  append_cell (out, WINDOW, _ ("Window"));
  append_cell (out, SPREAD, "P50/P80/P90");
  append_cell (out, SPREAD, "P50/P80/P90");
  append_cell (out, COST, thousands);
  end_line (out);
}

static const char *
window_of (const BfRoadmapStep *step)
{
  const BfRoadmapCutover *cutover = step->cutovers;

  if (step->n_cutovers == 0)
    return "–";
  if (cutover->placement == BF_PLACEMENT_OPENING)
    return cutover->window_name ? cutover->window_name : cutover->windows[0];
  return cutover->placement == BF_PLACEMENT_BEARABLE ? _ ("bearable stop") : _ ("no stop");
}

static char *
step_cell (const BfRoadmapStep *step)
{
  g_autofree char *title = cut (step->short_title, ABS (TITLE) - 2);

  return g_strdup_printf ("  %s", title);
}

static void
append_step (GString *out, const BfRoadmapStep *step)
{
  g_autofree char *title = step_cell (step);
  g_autofree char *validation = grouped (step->validation.expected / 100000);

  append_cell (out, TITLE, title);
  append_day (out, step->start);
  append_day (out, step->n_cutovers ? bf_minute_day (step->cutovers[0].start) : BF_BLANK);
  append_day (out, step->finish);
  append_cell (out, WINDOW, window_of (step));
  append_percentiles (out, &step->downtime_hours, 1);
  append_percentiles (out, &step->downtime_cost, 100000);
  append_cell (out, COST, validation);
  end_line (out);
}

static void
append_phase (GString *out, const BfRoadmap *roadmap, const BfRoadmapPhase *phase)
{
  g_autofree char *day = phase->gate == BF_BLANK ? NULL : bf_day_text (phase->gate);
  /* Translators: the day of a phase's gate. */
  g_autofree char *gate = day ? g_strdup_printf (_ ("gate %s"), day) : g_strdup (_ ("no gate"));
  g_autofree char *project = grouped ((double) phase->project_cost_minor / 100);
  g_autofree char *validation = grouped ((double) phase->validation_cost_minor / 100);
  g_autofree char *hours = grouped (phase->downtime_hours);
  g_autofree char *after = bf_roadmap_phase_after (roadmap, (guint) phase->position);
  g_auto (GStrv) lines = g_strsplit (after, "\n", -1);

  g_string_append_c (out, '\n');
  g_string_append_printf (
      out,
      /* Translators: number and name of the phase, its gate, money twice, hours. */
      _ ("%s  %s · %s · project cost %s · validation %s · stopped %s h\n"),
      phase->id,
      phase->name,
      gate,
      project,
      validation,
      hours);
  for (guint i = 0; i < roadmap->n_steps; i++)
    if (roadmap->steps[i].phase == phase->position)
      append_step (out, &roadmap->steps[i]);
  for (guint i = 0; lines[i]; i++)
    g_string_append_printf (out, "  %s\n", lines[i]);
}

/* --- Totals --- */

static void
append_total (GString *out, const char *label, const BfSpread *spread, double unit)
{
  const double values[] = { spread->expected, spread->p50, spread->p80, spread->p90 };

  append_cell (out, TITLE, label);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = grouped (values[i] / unit);

      append_cell (out, SPREAD + 2, text);
    }
  end_line (out);
}

static void
append_finish (GString *out, const BfRoadmap *roadmap)
{
  const gint64 days[] = {
    roadmap->finish.planned, roadmap->finish.p50, roadmap->finish.p80, roadmap->finish.p90
  };
  g_autofree char *without = NULL;

  append_cell (out, TITLE, _ ("Last release"));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = days[i] == BF_BLANK ? g_strdup ("–") : bf_day_text (days[i]);

      append_cell (out, SPREAD + 2, text);
    }
  end_line (out);
  if (roadmap->finish_without_decommission == roadmap->finish.planned ||
      roadmap->finish_without_decommission == BF_BLANK)
    return;
  without = bf_day_text (roadmap->finish_without_decommission);
  append_cell (out, TITLE, _ ("  without decommissions"));
  append_cell (out, SPREAD + 2, without);
  end_line (out);
}

static void
append_worth_line (GString *out, const char *label, const char *figure)
{
  append_cell (out, TITLE, label);
  append_cell (out, SPREAD + 2, figure);
  end_line (out);
}

/* Whether it is worth it; without a benefit only what doing nothing would cost. */
static void
append_worth (GString *out, const BfWorth *worth)
{
  g_autofree char *nothing = grouped (worth->do_nothing_loss / 100);
  g_autofree char *avoided = grouped (worth->avoided_loss / 100);

  append_worth_line (out, _ ("Loss if nothing is done"), nothing);
  append_worth_line (out, _ ("  of which this avoids"), avoided);
  if (!isnan (worth->npv))
    {
      g_autofree char *npv = grouped (worth->npv / 100);
      g_autofree char *day =
          worth->payback == BF_BLANK ? g_strdup (_ ("never")) : bf_day_text (worth->payback);

      append_worth_line (out, _ ("Net present value"), npv);
      append_worth_line (out, _ ("Paid back"), day);
    }
}

static void
append_totals (GString *out, const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  const char *currency = plant && plant->currency ? plant->currency : "EUR";
  /* Translators: the currency's code. */
  g_autofree char *label = g_strdup_printf (_ ("Totals in %s"), currency);

  g_string_append_c (out, '\n');
  append_cell (out, TITLE, label);
  append_cell (out, SPREAD + 2, _ ("Expected"));
  append_cell (out, SPREAD + 2, "P50");
  append_cell (out, SPREAD + 2, "P80");
  append_cell (out, SPREAD + 2, "P90");
  end_line (out);
  append_total (out, _ ("  Capex"), &roadmap->capex, 100);
  append_total (out, _ ("  Opex to the horizon's end"), &roadmap->opex, 100);
  append_total (out, _ ("Project cost"), &roadmap->project_cost, 100);
  append_total (out, _ ("  Validation"), &roadmap->validation_cost, 100);
  append_total (out, _ ("  Downtime"), &roadmap->downtime_cost, 100);
  append_total (out, _ ("  Double running"), &roadmap->double_running, 100);
  append_total (out, _ ("  Bridges"), &roadmap->bridges, 100);
  append_total (out, _ ("Fully loaded cost"), &roadmap->fully_loaded, 100);
  append_total (out, _ ("Stopped hours"), &roadmap->downtime_hours, 1);
  append_total (out, _ ("Hours lost (outside windows)"), &roadmap->lost_hours, 1);
  append_finish (out, roadmap);
  append_worth (out, &roadmap->worth);
}

/* --- Sentences --- */

/* Breaks @text at blanks so that no line is longer than WIDTH; further lines are indented. */
static void
append_wrapped (GString *out, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong at = 0;

  for (guint i = 0; words[i]; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);

      if (at > 0 && at + 1 + length > WIDTH)
        {
          g_string_append (out, "\n   ");
          at = 3;
        }
      g_string_append_printf (out, "%s%s", at > 0 ? " " : "  ", words[i]);
      at += length + (at > 0 ? 1 : 2);
    }
  g_string_append_c (out, '\n');
}

static void
append_heading (GString *out, const char *text, guint n)
{
  if (n > 0)
    g_string_append_printf (out, "\n%s\n", text);
}

static void
append_lists (GString *out, const BfRoadmap *roadmap)
{
  append_heading (out, _ ("What could move it"), roadmap->n_risks);
  for (guint i = 0; i < MIN (roadmap->n_risks, 5); i++)
    {
      g_autofree char *line =
          g_strdup_printf ("%s %s", roadmap->risks[i].text, roadmap->risks[i].effect);

      append_wrapped (out, line);
    }
  append_heading (out, _ ("Not met by this roadmap"), roadmap->n_unmet);
  for (guint i = 0; i < roadmap->n_unmet; i++)
    {
      g_autofree char *line =
          g_strdup_printf ("%s: %s", roadmap->unmet[i].key, roadmap->unmet[i].why);

      append_wrapped (out, line);
    }
  append_heading (out, _ ("Assumed where the input is blank"), roadmap->n_assumptions);
  for (guint i = 0; i < roadmap->n_assumptions; i++)
    {
      const BfAssumption *assumption = &roadmap->assumptions[i];
      g_autofree char *line =
          g_strdup_printf ("%s: %s (%s)", assumption->what, assumption->value, assumption->basis);

      append_wrapped (out, line);
    }
  append_heading (out, _ ("Problems"), roadmap->n_problems);
  for (guint i = 0; i < roadmap->n_problems; i++)
    append_wrapped (out, roadmap->problems[i]);
}

char *
bf_roadmap_to_text (const BfRoadmap *roadmap)
{
  GString *out = g_string_new (NULL);

  append_title (out, roadmap);
  if (roadmap->feasible && roadmap->n_steps > 0)
    {
      append_summary (out, roadmap);
      g_string_append_c (out, '\n');
      append_headings (out, roadmap);
      for (guint i = 0; i < roadmap->n_phases; i++)
        append_phase (out, roadmap, &roadmap->phases[i]);
      append_totals (out, roadmap);
    }
  else if (!roadmap->feasible)
    g_string_append (out, _ ("No feasible roadmap was found.\n"));
  else
    g_string_append (out, _ ("Nothing has to be done: no need asks for a step.\n"));
  append_lists (out, roadmap);
  return g_string_free (out, FALSE);
}
