/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-chain-box.h"

#include <glib/gi18n-lib.h>

#include "bf-format.h"
#include "bf-hold-chain.h"
#include "bf-inspector-marks.h"
#include "bf-inspector-rows.h"
#include "bf-page.h"
#include "bf-step-words.h"

#define WAIT_FROM_DAYS 7 /* less is no price worth a line */

static const struct
{
  BfPartKind part;
  const char *name;
} kinds[BF_N_ACTIVITIES] = {
  [BF_ACTIVITY_BUILD] = { BF_PART_BUILD, N_ ("Prepare and build") },
  [BF_ACTIVITY_OFFLINE] = { BF_PART_OFFLINE, N_ ("Offline qualification") },
  [BF_ACTIVITY_REVIEW] = { BF_PART_OFFLINE, N_ ("Review") },
  [BF_ACTIVITY_BUFFER] = { BF_PART_WAIT, N_ ("Buffer") },
  [BF_ACTIVITY_CUTOVER] = { BF_PART_CUTOVER, N_ ("Cutover") },
  [BF_ACTIVITY_ONLINE] = { BF_PART_ONLINE, N_ ("Online qualification") },
  [BF_ACTIVITY_PARALLEL] = { BF_PART_PARALLEL, N_ ("Parallel run") },
  [BF_ACTIVITY_CAMPAIGN] = { BF_PART_ONLINE, N_ ("Campaign") },
  [BF_ACTIVITY_HYPERCARE] = { BF_PART_HYPERCARE, N_ ("Hypercare to release") },
};

static void
add_jump (GtkBox *box, const BfRoadmapStep *step)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = bf_page_label (step->short_title, NULL);
  /* Translators: title of a step. */
  g_autofree char *name = g_strdup_printf (_ ("Go to “%s”"), step->short_title);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "step.jump");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", step->key);
  gtk_widget_set_tooltip_text (button, step->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chain-step");
  gtk_box_append (box, button);
}

/* What it costs that a window was not caught: the time until the next. */
static void
add_wait (GtkBox *box, int days)
{
  g_autofree char *words = NULL;

  if (days < WAIT_FROM_DAYS)
    return;
  /* Translators: weeks between being ready and a window that is open. */
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "It waits %d week for it.",
                                        "It waits %d weeks for it.",
                                        (gulong) (days / 7)),
                           days / 7);
  gtk_box_append (box, bf_page_label (words, "chain-wait"));
}

static void
add_link (GtkBox *box, const BfRoadmap *roadmap, const BfChainLink *link)
{
  const BfRoadmapActivity *activity = &roadmap->steps[link->step].activities[link->activity];
  g_autofree char *days = bf_format_days (activity->start, activity->finish);
  g_autofree char *held = activity->held_by ? bf_with_capital (activity->held_by) : NULL;
  g_autofree char *sentence =
      held ? bf_format_sentence (held, bf_page_currency (roadmap->plan)) : NULL;
  GtkWidget *row = bf_inspector_add_row (box,
                                         bf_part_sign_new (kinds[activity->kind].part),
                                         _ (kinds[activity->kind].name),
                                         NULL,
                                         days);

  gtk_widget_add_css_class (row, "legend");
  if (sentence)
    bf_inspector_add_note (box, sentence);
  add_wait (box, link->wait_days);
}

GtkWidget *
bf_chain_box_new (const BfRoadmap *roadmap, int step)
{
  g_autoptr (GArray) chain = bf_hold_chain (roadmap, step);
  GtkWidget *box, *expander;
  g_autofree char *title = NULL;
  int before = step;

  if (chain->len < 2)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  /* Translators: number of activities, each of which waits for the next. */
  title = g_strdup_printf (_ ("Back to what began it, %u links"), chain->len);
  for (guint i = 0; i < chain->len; i++)
    {
      const BfChainLink *link = &g_array_index (chain, BfChainLink, i);

      if (link->step != before)
        add_jump (GTK_BOX (box), &roadmap->steps[link->step]);
      add_link (GTK_BOX (box), roadmap, link);
      before = link->step;
    }
  expander = gtk_expander_new (title);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  gtk_widget_add_css_class (expander, "chain");
  return expander;
}
