/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-words.h"

#include <glib/gi18n-lib.h>

#include "bf-format.h"
#include "bf-page.h"
#include "bf-step-parts.h"

static const char *
currency_of (const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);

  return plant ? plant->currency : NULL;
}

static const char *
phase_id (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  if (step->phase < 0 || step->phase >= (int) roadmap->n_phases)
    return "–";
  return roadmap->phases[step->phase].id;
}

static char *
cutover_words (const BfRoadmapStep *step)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < step->n_cutovers; i++)
    {
      const BfRoadmapCutover *cutover = &step->cutovers[i];
      g_autofree char *hours = bf_format_hours (cutover->hours);
      g_autofree char *when = bf_format_minute (cutover->start);

      if (text->len > 0)
        g_string_append (text, "; ");
      if (cutover->hours <= 0)
        /* Translators: when a cutover without a planned stop begins. */
        g_string_append_printf (text, _ ("cutover without a stop on %s"), when);
      else if (cutover->window_name)
        /* Translators: hours, start and window of a cutover. */
        g_string_append_printf (
            text, _ ("cutover of %s on %s in %s"), hours, when, cutover->window_name);
      else
        /* Translators: hours and start of a cutover outside windows. */
        g_string_append_printf (text, _ ("cutover of %s on %s"), hours, when);
    }
  if (step->n_cutovers == 0)
    g_string_append (text, _ ("no cutover"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
bf_step_spoken (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  g_autofree char *days = bf_format_days (step->start, step->finish);
  g_autofree char *cutover = cutover_words (step);
  g_autofree char *cost =
      bf_format_money_thousands ((double) step->fully_loaded_minor, currency_of (roadmap));

  /* Translators: title of a step, its phase, days, cutover and cost; read out as one sentence. */
  return g_strdup_printf (_ ("%s, phase %s, %s, %s, %s fully loaded"),
                          step->title,
                          phase_id (roadmap, step),
                          days,
                          cutover,
                          cost);
}

char *
bf_step_tooltip (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  g_autofree char *days = bf_format_days (step->start, step->finish);
  g_autofree char *cutover = cutover_words (step);
  g_autofree char *cost =
      bf_format_money_thousands ((double) step->fully_loaded_minor, currency_of (roadmap));

  cutover[0] = g_ascii_toupper (cutover[0]);
  /* Translators: title of a step, its phase, days, cutover and cost, in lines. */
  return g_strdup_printf (_ ("%s\nPhase %s, %s\n%s\n%s fully loaded"),
                          step->title,
                          phase_id (roadmap, step),
                          days,
                          cutover,
                          cost);
}

static char *
place_of (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  const BfStep *of = step->step;
  const BfArea *area;

  if (!of || of->scope == BF_SCOPE_SITE || !of->areas || of->areas->len != 1)
    return g_strdup (_ ("Whole site"));
  area = BF_ROW (roadmap->plan, AREA, BfArea, (guint) g_array_index (of->areas, int, 0));
  return g_strdup (area->name ? area->name : area->row.key);
}

/* "DNC-01, BES-02 and PLC-04"; NULL when the step touches no system. */
static char *
systems_of (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  const GArray *systems = step->step ? step->step->systems : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = systems ? systems->len : 0;

  if (n == 0)
    return NULL;
  if (n > 3)
    /* Translators: number of systems that a step touches. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u system", "%u systems", n), n);
  for (guint i = 0; i < n; i++)
    {
      const BfSystem *system =
          BF_ROW (roadmap->plan, SYSTEM, BfSystem, (guint) g_array_index (systems, int, i));

      if (i > 0)
        g_string_append (text, i + 1 == n ? _ (" and ") : ", ");
      g_string_append (text, system->row.key);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
bf_step_byline (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  g_autofree char *place = place_of (roadmap, step);
  g_autofree char *systems = systems_of (roadmap, step);

  if (!systems)
    /* Translators: area of a step, number of its phase. */
    return g_strdup_printf (_ ("%s · phase %s"), place, phase_id (roadmap, step));
  if (bf_step_retires (step))
    /* Translators: area of a step, number of its phase, systems that it takes out. */
    return g_strdup_printf (
        _ ("%s · phase %s · retires %s"), place, phase_id (roadmap, step), systems);
  /* Translators: area of a step, number of its phase, systems that it changes. */
  return g_strdup_printf (
      _ ("%s · phase %s · changes %s"), place, phase_id (roadmap, step), systems);
}

/* A cutover that waits for a window says its margin itself. */
static gboolean
waits_for_window (const BfRoadmapStep *step)
{
  for (guint i = 0; i < step->n_activities; i++)
    if (step->activities[i].kind == BF_ACTIVITY_CUTOVER)
      return step->activities[i].hold == BF_HELD_BY_WINDOW;
  return FALSE;
}

static char *
margin_words (const BfRoadmapStep *step)
{
  const BfRoadmapCutover *cutover = &step->cutovers[0];

  if (cutover->placement != BF_PLACEMENT_OPENING || waits_for_window (step))
    return g_strdup ("");
  /* Translators: working days between being ready and the cutover. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       " %d working day of margin.",
                                       " %d working days of margin.",
                                       (gulong) MAX (0, cutover->margin_days)),
                          cutover->margin_days);
}

static char *
otherwise_words (const BfRoadmapCutover *cutover)
{
  int caught = (int) (100 * (1 - cutover->miss_chance) + 0.5);
  int weeks = (cutover->delay_if_missed_days + 6) / 7;

  if (cutover->placement != BF_PLACEMENT_OPENING)
    return g_strdup ("");
  if (cutover->delay_if_missed_days < 0)
    /* Translators: in how many of 100 draws the window is caught. */
    return g_strdup_printf (_ (" Caught in %d of 100 draws; no later window fits."), caught);
  if (caught == 100)
    return g_strdup (_ (" Caught in every draw."));
  /* Translators: in how many of 100 draws the window is caught, and weeks of delay otherwise. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       " Caught in %d of 100 draws, else %d week later.",
                                       " Caught in %d of 100 draws, else %d weeks later.",
                                       weeks),
                          caught,
                          weeks);
}

char *
bf_with_capital (const char *sentence)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (sentence)));
  g_string_append (text, g_utf8_next_char (sentence));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *
bf_qualification_short_name (const BfRoadmapQualification *phase)
{
  static const struct
  {
    const char *phase, *name;
  } names[] = {
    { "VP", N_ ("Validation plan") },
    { "URS", N_ ("Requirements") },
    { "SPEC", N_ ("Specification") },
    { "BUILD_TEST", N_ ("Code review") },
    /* Translators: factory acceptance test. */
    { "FAT", N_ ("FAT") },
    /* Translators: site acceptance test. */
    { "SAT", N_ ("SAT") },
    /* Translators: installation qualification. */
    { "IQ", N_ ("IQ") },
    /* Translators: operational qualification. */
    { "OQ", N_ ("OQ") },
    /* Translators: performance qualification. */
    { "PQ", N_ ("PQ") },
    { "DATA", N_ ("Data migration") },
    { "REPORT", N_ ("Report") },
    { "FAI_FULL", N_ ("Full first article") },
    { "FAI_PARTIAL", N_ ("Partial first article") },
    { "NADCAP_IMPACT", N_ ("Nadcap review") },
    { "NADCAP_AUDIT", N_ ("Nadcap audit") },
    { "PPAP_CHANGE", N_ ("PPAP, changed process") },
    { "PPAP_NEW", N_ ("PPAP, new part") },
    { "PROC_VAL", N_ ("Process validation") },
    { "EQUIP_REQUAL", N_ ("Requalification") },
    { "CYBER_ACCEPT", N_ ("Security acceptance") },
    { "PERIODIC_REVIEW", N_ ("Periodic review") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].phase, phase->phase))
      return _ (names[i].name);
  return phase->name;
}

char *
bf_step_why_here (const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  g_autofree char *margin = NULL;
  g_autofree char *otherwise = NULL;
  g_autofree char *begins = NULL;
  g_autofree char *whole = NULL;
  const char *binds = step->held_by && *step->held_by ? step->held_by : NULL;

  if (!binds)
    binds = _ ("Nothing holds it: it starts as early as the plan allows.");
  begins = bf_with_capital (binds);
  if (step->n_cutovers == 0)
    return bf_format_sentence (begins, bf_page_currency (roadmap->plan));
  margin = margin_words (step);
  otherwise = otherwise_words (&step->cutovers[0]);
  whole = g_strconcat (begins, g_str_has_suffix (binds, ".") ? "" : ".", margin, otherwise, NULL);
  return bf_format_sentence (whole, bf_page_currency (roadmap->plan));
}
