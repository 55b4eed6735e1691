/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done to the phases on the Roadmap page: "phase.rename" and the rest take the phase's
 * index, those that ask a question have a twin that is told the answer. */

#include <glib/gi18n-lib.h>

#include "bf-dialogs.h"
#include "bf-page.h"
#include "bf-phase-edits.h"
#include "bf-phases.h"
#include "bf-roadmap-page-private.h"

static void
tell (BfRoadmapPage *page, gboolean done, const GError *error)
{
  if (!done)
    bf_page_toast (GTK_WIDGET (page), error->message);
}

static GtkWindow *
window_of (BfRoadmapPage *page)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
}

static const char *
name_of (BfRoadmapPage *page, int phase)
{
  const BfPlan *plan = bf_session_get_plan (page->session);
  const BfCatalogue *catalogue = bf_catalogue_get ();

  return plan && phase >= 0 && phase < (int) bf_phases_count (plan, catalogue)
             ? bf_phases_name (plan, catalogue, (guint) phase)
             : NULL;
}

/* --- Renaming --- */

static void
rename_phase (BfRoadmapPage *page, int phase, const char *name)
{
  g_autoptr (GError) error = NULL;

  tell (page, bf_phase_rename (page->session, (guint) phase, name, &error), error);
}

static void
renamed_cb (const char *name, gpointer owner)
{
  BfRoadmapPage *page = owner;

  if (page->session)
    rename_phase (page, page->asked_phase, name);
}

static void
rename_cb (GSimpleAction *action, GVariant *phase, gpointer data)
{
  BfRoadmapPage *page = data;
  const char *name = name_of (page, g_variant_get_int32 (phase));
  g_autofree char *heading = NULL;

  if (!name)
    return;
  page->asked_phase = g_variant_get_int32 (phase);
  /* Translators: name of a phase. */
  heading = g_strdup_printf (_ ("Rename “%s”?"), name);
  bf_dialogs_ask_name (window_of (page),
                       heading,
                       _ ("The phase is called so everywhere, also in what is exported."),
                       name,
                       _ ("_Rename"),
                       renamed_cb,
                       page);
}

static void
rename_to_cb (GSimpleAction *action, GVariant *told, gpointer data)
{
  const char *name;
  int phase;

  g_variant_get (told, "(i&s)", &phase, &name);
  rename_phase (data, phase, name);
}

/* --- Merging --- */

static void
merge_cb (GSimpleAction *action, GVariant *phase, gpointer data)
{
  BfRoadmapPage *page = data;
  g_autoptr (GError) error = NULL;

  tell (page, bf_phase_merge (page->session, (guint) g_variant_get_int32 (phase), &error), error);
}

/* --- Splitting --- */

static void
split_phase (BfRoadmapPage *page, int phase, const char *name, const char *const *steps)
{
  g_autoptr (GError) error = NULL;

  tell (page, bf_phase_split (page->session, (guint) phase, name, steps, &error), error);
}

/* Positions in the roadmap. */
static GArray *
steps_of_phase (BfRoadmapPage *page, int phase)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; roadmap && i < roadmap->n_steps; i++)
    if (roadmap->steps[i].step && roadmap->steps[i].step->phase == phase)
      g_array_append_val (steps, i);
  return steps;
}

static void
split_off_cb (const char *name, const gboolean *chosen, gpointer owner)
{
  BfRoadmapPage *page = owner;
  const BfRoadmap *roadmap = page->session ? bf_session_get_roadmap (page->session) : NULL;
  g_autoptr (GArray) steps = roadmap ? steps_of_phase (page, page->asked_phase) : NULL;
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();

  if (!roadmap)
    return;
  for (guint i = 0; i < steps->len; i++)
    if (chosen[i])
      g_ptr_array_add (keys, (gpointer) roadmap->steps[g_array_index (steps, guint, i)].key);
  g_ptr_array_add (keys, NULL);
  split_phase (page, page->asked_phase, name, (const char *const *) keys->pdata);
}

static void
ask_to_split (BfRoadmapPage *page, const char *name, const GArray *steps)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  /* Translators: name of a phase. */
  g_autofree char *heading = g_strdup_printf (_ ("Split “%s”?"), name);
  /* Translators: name of a new phase that takes steps of the phase %s. */
  g_autofree char *other = g_strdup_printf (_ ("%s, second part"), name);

  for (guint i = 0; i < steps->len; i++)
    g_ptr_array_add (titles, (gpointer) roadmap->steps[g_array_index (steps, guint, i)].title);
  g_ptr_array_add (titles, NULL);
  bf_dialogs_ask_part (window_of (page),
                       heading,
                       _ ("Steps that are ticked move into a new phase behind it, and those that "
                          "require them follow."),
                       other,
                       (const char *const *) titles->pdata,
                       _ ("_Split"),
                       split_off_cb,
                       page);
}

static void
split_cb (GSimpleAction *action, GVariant *phase, gpointer data)
{
  BfRoadmapPage *page = data;
  const char *name = name_of (page, g_variant_get_int32 (phase));
  g_autoptr (GArray) steps = NULL;

  if (!name)
    return;
  page->asked_phase = g_variant_get_int32 (phase);
  steps = steps_of_phase (page, page->asked_phase);
  ask_to_split (page, name, steps);
}

static void
split_into_cb (GSimpleAction *action, GVariant *told, gpointer data)
{
  g_autofree const char **steps = NULL;
  const char *name;
  int phase;

  g_variant_get (told, "(i&s^a&s)", &phase, &name, &steps);
  split_phase (data, phase, name, steps);
}

/* --- One step --- */

static void
take_step_cb (GSimpleAction *action, GVariant *phase, gpointer data)
{
  BfRoadmapPage *page = data;
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  int step = bf_session_get_selected_index (page->session);
  g_autoptr (GError) error = NULL;

  if (roadmap && step >= 0)
    tell (page,
          bf_phase_take_step (
              page->session, (guint) g_variant_get_int32 (phase), &roadmap->steps[step], &error),
          error);
}

/* --- Menus --- */

static void
append (GMenu *menu, const char *label, const char *action, guint phase)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", (int) phase);
  g_menu_append_item (menu, item);
}

static GMenuModel *
phase_menu (const BfPlan *plan, guint phase)
{
  guint n = bf_phases_count (plan, bf_catalogue_get ());
  GMenu *menu = g_menu_new ();

  append (menu, _ ("Rename…"), "phase.rename", phase);
  if (phase + 1 < n)
    {
      g_autofree char *label =
          /* Translators: name of a phase. */
          g_strdup_printf (_ ("Merge with “%s”"),
                           bf_phases_name (plan, bf_catalogue_get (), phase + 1));

      append (menu, label, "phase.merge", phase);
    }
  append (menu, _ ("Split…"), "phase.split", phase);
  append (menu, _ ("Move Selected Step Here"), "phase.take-step", phase);
  return G_MENU_MODEL (menu);
}

static char *
heading_of (const BfPlan *plan, guint phase)
{
  return g_strdup_printf (
      "%d  %s", bf_phases_number (plan, phase), bf_phases_name (plan, bf_catalogue_get (), phase));
}

GMenuModel *
bf_roadmap_phases_menu (const BfPlan *plan)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; plan && i < bf_phases_count (plan, bf_catalogue_get ()); i++)
    {
      g_autofree char *heading = heading_of (plan, i);
      g_autoptr (GMenuModel) one = phase_menu (plan, i);

      g_menu_append_submenu (menu, heading, one);
    }
  return G_MENU_MODEL (menu);
}

GMenuModel *
bf_roadmap_move_menu (const BfPlan *plan)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; plan && i < bf_phases_count (plan, bf_catalogue_get ()); i++)
    {
      g_autofree char *heading = heading_of (plan, i);

      append (menu, heading, "phase.take-step", i);
    }
  return G_MENU_MODEL (menu);
}

void
bf_roadmap_page_show_phase_menu (BfRoadmapPage *page, int position, double x, double y)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (page->session);
  const BfPlan *plan = bf_session_get_plan (page->session);
  g_autoptr (GMenuModel) menu = NULL;
  double left = x, top = y;

  if (!roadmap || !plan ||
      roadmap->phases[position].index >= (int) bf_phases_count (plan, bf_catalogue_get ()))
    return;
  menu = phase_menu (plan, (guint) roadmap->phases[position].index);
  gtk_widget_translate_coordinates (GTK_WIDGET (page->view), GTK_WIDGET (page), x, y, &left, &top);
  bf_roadmap_page_pop_up (page, menu, (GdkRectangle){ (int) left, (int) top, 1, 1 });
}

/* A step has to be selected before one can be moved. */
void
bf_roadmap_page_update_phases (BfRoadmapPage *page)
{
  GAction *take = g_action_map_lookup_action (G_ACTION_MAP (page->phase_actions), "take-step");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (take),
                               bf_session_get_selected_index (page->session) >= 0);
}

void
bf_roadmap_page_add_phase_actions (BfRoadmapPage *page)
{
  static const GActionEntry entries[] = {
    { "rename", rename_cb, "i", NULL, NULL, { 0 } },
    { "rename-to", rename_to_cb, "(is)", NULL, NULL, { 0 } },
    { "merge", merge_cb, "i", NULL, NULL, { 0 } },
    { "split", split_cb, "i", NULL, NULL, { 0 } },
    { "split-into", split_into_cb, "(isas)", NULL, NULL, { 0 } },
    { "take-step", take_step_cb, "i", NULL, NULL, { 0 } },
  };

  page->phase_actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (
      G_ACTION_MAP (page->phase_actions), entries, G_N_ELEMENTS (entries), page);
  gtk_widget_insert_action_group (GTK_WIDGET (page), "phase", G_ACTION_GROUP (page->phase_actions));
}
