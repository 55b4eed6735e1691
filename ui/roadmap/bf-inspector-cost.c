/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-inspector-cost.h"

#include <glib/gi18n-lib.h>

#include "bf-format.h"
#include "bf-inspector-marks.h"
#include "bf-inspector-rows.h"
#include "bf-page.h"
#include "bf-step-words.h"

#define SHARE_WIDTH 66

/* What is less than a thousand would be rounded away. */
static char *
money_text (const BfInspectorSheet *sheet, double minor)
{
  if (minor > 0 && minor < 1000 * BF_MINOR_PER_UNIT)
    return bf_format_money_whole (minor, sheet->currency);
  return bf_format_money_thousands (minor, sheet->currency);
}

static void
add_cost (const BfInspectorSheet *sheet)
{
  const BfRoadmapStep *step = sheet->step;
  const char *names[] = { _ ("Capex"),          _ ("Opex to the horizon"),
                          _ ("Validation"),     _ ("Downtime, expected"),
                          _ ("Double running"), _ ("Bridges") };
  static const BfColorRole roles[] = { BF_COLOR_BUILD, BF_COLOR_CARE, BF_COLOR_PROOF,
                                       BF_COLOR_STOP,  BF_COLOR_BOTH, BF_COLOR_SHUTDOWN_MARK };
  double values[] = { step->capex.expected,
                      step->opex.expected,
                      step->validation.expected,
                      step->downtime_cost.expected,
                      (double) step->double_running_minor,
                      (double) step->bridges_minor };
  g_autofree char *sum = money_text (sheet, (double) step->fully_loaded_minor);
  GtkWidget *bar = bf_stacked_bar_new (roles, values, G_N_ELEMENTS (values));
  GtkWidget *total;

  bf_inspector_add_heading (sheet->box, _ ("Cost"));
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_box_append (sheet->box, bar);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *amount = money_text (sheet, values[i]);

      if (values[i] > 0 || i < 4)
        bf_inspector_add_row (sheet->box, bf_color_sign_new (roles[i]), names[i], NULL, amount);
    }
  gtk_box_append (sheet->box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  total = bf_inspector_add_row (sheet->box, NULL, _ ("Fully loaded"), NULL, sum);
  gtk_widget_add_css_class (total, "strong");
}

static void
add_figure (GtkBox *box, double hours, const char *caption)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = bf_format_hours (hours);
  GtkWidget *figure = gtk_label_new (text);
  GtkWidget *note = gtk_label_new (caption);

  gtk_widget_add_css_class (figure, "row-figure");
  gtk_widget_add_css_class (note, "caption-ink");
  gtk_box_append (GTK_BOX (cell), figure);
  gtk_box_append (GTK_BOX (cell), note);
  gtk_widget_set_hexpand (cell, TRUE);
  if (gtk_widget_get_first_child (GTK_WIDGET (box)))
    gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (box, cell);
}

/* What the plant does between cutover and release, where it does not simply run. */
static void
add_interim (const BfInspectorSheet *sheet)
{
  const BfRoadmapStep *step = sheet->step;
  g_autofree char *held = NULL;
  g_autofree char *stopped = NULL;

  if (step->quarantine_weeks > 0)
    held =
        g_strdup_printf (ngettext ("Product is held in quarantine for %d week until the release.",
                                   "Product is held in quarantine for %d weeks until the release.",
                                   (gulong) step->quarantine_weeks),
                         step->quarantine_weeks);
  /* Translators: a number of hours. */
  if (step->interim_hours > 0)
    stopped =
        g_strdup_printf (_ ("The plant stands for %.0f hours of its shifts until the release."),
                         step->interim_hours);
  if (held || stopped)
    bf_inspector_add_heading (sheet->box, _ ("Until the release"));
  if (held)
    gtk_box_append (sheet->box, bf_page_label (held, "interim"));
  if (stopped)
    gtk_box_append (sheet->box, bf_page_label (stopped, "interim"));
}

static void
add_hours (const BfInspectorSheet *sheet)
{
  const BfRoadmapStep *step = sheet->step;
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *heading = NULL;
  double planned = 0;

  for (guint i = 0; i < step->n_cutovers; i++)
    planned += step->cutovers[i].hours;
  /* Translators: hours of production that a step may lose besides those of its windows. */
  heading = g_strdup_printf (_ ("Hours lost beyond the planned %.0f"), planned);
  bf_inspector_add_heading (sheet->box, heading);
  gtk_widget_add_css_class (card, "bf-card");
  gtk_widget_add_css_class (card, "hours-card");
  add_figure (GTK_BOX (card), step->lost_hours.p50, _ ("P50"));
  add_figure (GTK_BOX (card), step->lost_hours.p80, _ ("P80"));
  add_figure (GTK_BOX (card), step->lost_hours.p90, _ ("P90"));
  gtk_box_append (sheet->box, card);
}

static void
add_validation (const BfInspectorSheet *sheet)
{
  const BfRoadmapStep *step = sheet->step;
  g_autofree char *sum = money_text (sheet, step->validation.expected);
  g_autofree char *heading = NULL;
  double most = 1;

  if (step->n_qualification == 0)
    return;
  /* Translators: expected cost of a step's validation. */
  heading = g_strdup_printf (_ ("Validation, %s"), sum);
  bf_inspector_add_heading (sheet->box, heading);
  for (guint i = 0; i < step->n_qualification; i++)
    most = MAX (most, (double) step->qualification[i].cost_minor);
  for (guint i = 0; i < step->n_qualification; i++)
    {
      const BfRoadmapQualification *phase = &step->qualification[i];
      g_autofree char *amount = money_text (sheet, (double) phase->cost_minor);
      const char *words = bf_qualification_short_name (phase);
      g_autofree char *name = NULL;
      GtkWidget *row;

      if (phase->units > 1)
        /* Translators: how often a phase of qualification is done, and its name. */
        name = g_strdup_printf (_ ("%.0f × %s"), phase->units, words);
      row = bf_inspector_add_row (
          sheet->box,
          NULL,
          name ? name : words,
          bf_share_bar_new (BF_COLOR_PROOF, (double) phase->cost_minor / most, SHARE_WIDTH),
          amount);
      gtk_widget_set_tooltip_text (row, phase->name);
    }
}

void
bf_inspector_add_costs (const BfInspectorSheet *sheet)
{
  add_cost (sheet);
  if (sheet->step->n_cutovers > 0)
    add_hours (sheet);
  add_interim (sheet);
  add_validation (sheet);
}
