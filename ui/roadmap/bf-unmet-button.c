/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-unmet-button.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "bf-format.h"
#include "bf-inspector-rows.h"
#include "bf-page.h"

#define LIST_WIDTH 360
#define LIST_HEIGHT 420

GtkWidget *
bf_unmet_button_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_widget_set_size_request (scroller, LIST_WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "unmet");
  return button;
}

/* --- Rows --- */

/* "Controllers and panels HV-SP/PLC-02" of "ST09:HV-SP/PLC-02": a step that was rejected is not on
 * the roadmap, so only its key tells. */
static char *
title_of_key (const char *key)
{
  const BfCatalogue *catalogue = bf_catalogue_get ();
  const char *colon = strchr (key, ':');
  g_autofree char *id = colon ? g_strndup (key, (gsize) (colon - key)) : NULL;
  int at = id ? bf_catalogue_archetype_index (catalogue, id) : -1;
  const BfArchetype *archetype;
  guint n;

  if (at < 0)
    return g_strdup (key);
  archetype = &bf_catalogue_archetypes (catalogue, &n)[at];
  if (g_str_equal (colon + 1, "site"))
    return g_strdup (archetype->short_name);
  return g_strdup_printf ("%s %s", archetype->short_name, colon + 1);
}

static GtkWidget *
row_new (const char *title, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), bf_page_label (title, "strong"));
  gtk_box_append (GTK_BOX (box), bf_page_label (text, "inspector-note"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_add_css_class (box, "unmet-row");
  return box;
}

/* NULL: its key is all there is. */
static const char *
name_of_need (const BfRoadmap *roadmap, const BfUnmet *unmet)
{
  const BfSystem *system;
  const BfDimension *dimension;

  switch (unmet->kind)
    {
    case BF_NEED_SYSTEM:
      system = BF_FIND (roadmap->plan, SYSTEM, BfSystem, unmet->key);
      return system ? system->name : NULL;
    case BF_NEED_GAP:
      dimension = bf_catalogue_dimension (roadmap->catalogue, NULL, unmet->key);
      return dimension ? dimension->name : NULL;
    case BF_NEED_INTERFACE:
    case BF_NEED_REQUEST:
    default:
      return NULL;
    }
}

static void
add_unmet (GtkBox *box, const BfRoadmap *roadmap, const BfUnmet *unmet)
{
  const char *name = name_of_need (roadmap, unmet);
  g_autofree char *title =
      name ? g_strdup_printf ("%s · %s", unmet->key, name) : title_of_key (unmet->key);
  g_autofree char *why = bf_format_sentence (unmet->why, bf_page_currency (roadmap->plan));

  gtk_box_append (box, row_new (title, why));
}

static void
add_rejected (GtkBox *box, const BfStepDecision *decision)
{
  const char *remark = decision->remark ? decision->remark : _ ("Rejected by hand.");
  g_autofree char *name =
      decision->title ? g_strdup (decision->title) : title_of_key (decision->row.key);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Accept"));
  /* Translators: title of a step that was rejected. */
  g_autofree char *spoken = g_strdup_printf (_ ("Accept “%s” again"), name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roadmap.accept");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", decision->row.key);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), row_new (name, remark));
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (box, row);
}

static guint
count_rejected (const BfPlan *plan)
{
  guint n = 0;

  for (guint i = 0; i < bf_plan_count (plan, BF_STEP); i++)
    n += BF_ROW (plan, STEP, BfStepDecision, i)->status == BF_STATUS_REJECTED;
  return n;
}

static GtkWidget *
list_new (const BfRoadmap *roadmap, const BfPlan *plan, guint n_rejected)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "unmet-list");
  if (n_rejected > 0)
    bf_inspector_add_heading (GTK_BOX (box), _ ("Rejected"));
  for (guint i = 0; n_rejected > 0 && i < bf_plan_count (plan, BF_STEP); i++)
    if (BF_ROW (plan, STEP, BfStepDecision, i)->status == BF_STATUS_REJECTED)
      add_rejected (GTK_BOX (box), BF_ROW (plan, STEP, BfStepDecision, i));
  if (roadmap && roadmap->n_unmet > 0)
    bf_inspector_add_heading (GTK_BOX (box), _ ("Not met by this plan"));
  for (guint i = 0; roadmap && i < roadmap->n_unmet; i++)
    add_unmet (GTK_BOX (box), roadmap, &roadmap->unmet[i]);
  return box;
}

void
bf_unmet_button_update (GtkWidget *button, const BfRoadmap *roadmap, const BfPlan *plan)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  guint n_rejected = plan ? count_rejected (plan) : 0;
  guint n = n_rejected + (roadmap ? roadmap->n_unmet : 0);
  /* Translators: number of needs and steps that the roadmap leaves open. */
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u not met", "%u not met", n), n);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (gtk_popover_get_child (popover)),
                                 n > 0 ? list_new (roadmap, plan, n_rejected) : NULL);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), words);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_tooltip_text (button, _ ("What the roadmap leaves open, and why"));
  gtk_widget_set_visible (button, n > 0);
}
