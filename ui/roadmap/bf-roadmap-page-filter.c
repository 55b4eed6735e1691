/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which steps the timeline shows. A filter is a word: "all", "cutover", "critical", "pinned",
 * "retire", or "phase:2" with a phase's id. */

#include <glib/gi18n-lib.h>

#include "bf-roadmap-page-private.h"

static const struct
{
  const char *id, *label;
} filters[] = {
  { "all", N_ ("All Steps") },           { "cutover", N_ ("With a Cutover") },
  { "critical", N_ ("Critical") },       { "pinned", N_ ("Pinned by Hand") },
  { "retire", N_ ("Retiring Systems") },
};

static gboolean
passes (const BfRoadmap *roadmap, guint i, BfStepStates states, const char *filter)
{
  const BfRoadmapStep *step = &roadmap->steps[i];
  const char *phase;

  if (g_str_equal (filter, "cutover"))
    return step->n_cutovers > 0;
  if (g_str_equal (filter, "critical"))
    return (states & BF_STEP_CRITICAL) != 0;
  if (g_str_equal (filter, "pinned"))
    return (states & BF_STEP_PINNED) != 0;
  if (g_str_equal (filter, "retire"))
    return bf_step_retires (step);
  if (!g_str_has_prefix (filter, "phase:"))
    return TRUE;
  phase = step->phase >= 0 && step->phase < (int) roadmap->n_phases
              ? roadmap->phases[step->phase].id
              : "";
  return g_str_equal (phase, filter + strlen ("phase:"));
}

gboolean *
bf_roadmap_filter_apply (const BfRoadmap *roadmap, const char *filter, guint *n)
{
  g_autofree BfStepStates *states = NULL;
  gboolean *shown;

  *n = roadmap->n_steps;
  if (!filter || g_str_equal (filter, "all"))
    return NULL;
  states = bf_step_states_new (roadmap);
  shown = g_new0 (gboolean, roadmap->n_steps + 1);
  *n = 0;
  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      shown[i] = passes (roadmap, i, states[i], filter);
      *n += shown[i] ? 1 : 0;
    }
  return shown;
}

static char *
phase_label (const BfRoadmapPhase *phase)
{
  /* Translators: number and name of a phase. */
  return g_strdup_printf (_ ("Phase %s, %s"), phase->id, phase->name);
}

char *
bf_roadmap_filter_label (const BfRoadmap *roadmap, const char *filter)
{
  if (!filter || g_str_equal (filter, "all"))
    return g_strdup (_ ("Filter"));
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_str_equal (filters[i].id, filter))
      return g_strdup (_ (filters[i].label));
  /* Translators: number of a phase, on the filter's button. */
  return g_strdup_printf (_ ("Phase %s"), filter + strlen ("phase:"));
}

static void
append_filter (GMenu *menu, const char *label, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "roadmap.filter", "s", id);
  g_menu_append_item (menu, item);
}

GMenuModel *
bf_roadmap_filter_menu (const BfRoadmap *roadmap)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) kinds = g_menu_new ();
  g_autoptr (GMenu) phases = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    append_filter (kinds, _ (filters[i].label), filters[i].id);
  for (guint i = 0; roadmap && i < roadmap->n_phases; i++)
    {
      g_autofree char *label = phase_label (&roadmap->phases[i]);
      g_autofree char *id = g_strdup_printf ("phase:%s", roadmap->phases[i].id);

      append_filter (phases, label, id);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (kinds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (phases));
  return G_MENU_MODEL (menu);
}
