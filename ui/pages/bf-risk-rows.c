/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-risk-rows.h"

#include <glib/gi18n-lib.h>

#include "bf-bar-cell.h"
#include "bf-format.h"
#include "bf-page.h"
#include "bf-swing-bar.h"

#define LEAST_NAME 12
#define MOST_NAME 40
#define WINDOW_WIDTH 156
#define CAUGHT_WIDTH 90
#define BAR_WIDTH 46
#define MARGIN_WIDTH 44
#define LATE_WIDTH 50
#define SWING_WIDTH 62
#define SHARE_WIDTH 42
#define DAY_WIDTH 72

static GtkWidget *
new_label (const char *text, int width, double xalign, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), (float) xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* Exactly as wide, so that columns stand in line. */
  if (width > 0)
    gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  if (width > 0)
    gtk_widget_set_size_request (label, width, -1);
  else
    gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_name (const char *title, const char *css_class)
{
  GtkWidget *label = new_label (title, 0, 0, css_class);

  /* The longest name of a list makes its card as wide as it needs, while there is room. */
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_NAME);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_NAME);
  gtk_widget_set_tooltip_text (label, title);
  return label;
}

static GtkWidget *
new_row (GtkWidget *box, const BfRoadmapStep *step, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (step != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-step");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", step->key);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* --- Windows --- */

GtkWidget *
bf_risk_window_head_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_box_append (GTK_BOX (box), new_label (_ ("Cutover"), 0, 0, "caption-title"));
  gtk_box_append (GTK_BOX (box), new_label (_ ("Window"), WINDOW_WIDTH, 0, "caption-title"));
  gtk_box_append (GTK_BOX (box), new_label (_ ("Caught"), CAUGHT_WIDTH, 0, "caption-title"));
  gtk_box_append (GTK_BOX (box), new_label (_ ("Margin"), MARGIN_WIDTH, 1, "caption-title"));
  gtk_box_append (GTK_BOX (box), new_label (_ ("If late"), LATE_WIDTH, 1, "caption-title"));
  gtk_widget_add_css_class (box, "list-head");
  return box;
}

/* Weeks where there are any. */
static char *
delay_text (int days)
{
  if (days < 0)
    return g_strdup ("–");
  if (days < 14)
    /* Translators: a number of days that something moves. */
    return g_strdup_printf (_ ("+%d d"), days);
  /* Translators: a number of weeks that something moves. */
  return g_strdup_printf (_ ("+%d wk"), (days + 3) / 7);
}

static GtkWidget *
new_caught (double share)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *bar = bf_bar_cell_new ();
  g_autofree char *text = bf_format_percent (share);

  bf_bar_cell_set_size (BF_BAR_CELL (bar), BAR_WIDTH, 10);
  bf_bar_cell_reset (BF_BAR_CELL (bar), 1);
  bf_bar_cell_add (BF_BAR_CELL (bar), "proof", share);
  bf_bar_cell_add (BF_BAR_CELL (bar), "stop", 1 - share);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), new_label (text, CAUGHT_WIDTH - BAR_WIDTH - 6, 0, "strong"));
  return box;
}

GtkWidget *
bf_risk_window_row_new (const BfRoadmap *roadmap, const BfRiskWindow *window)
{
  const BfRoadmapStep *step = &roadmap->steps[window->step];
  const BfRoadmapCutover *cutover = &step->cutovers[window->cutover];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  /* Translators: a number of working days. */
  g_autofree char *margin = g_strdup_printf (_ ("%d d"), cutover->margin_days);
  g_autofree char *late = delay_text (cutover->delay_if_missed_days);
  g_autofree char *share = bf_format_percent (1 - cutover->miss_chance);
  g_autofree char *day = bf_format_day (bf_minute_day (cutover->start));
  g_autofree char *short_day = bf_format_day_tight (bf_minute_day (cutover->start));
  const char *place = cutover->window_name != NULL ? cutover->window_name : "";
  /* A weekend is known by its date. */
  g_autofree char *name =
      strchr (cutover->windows != NULL && cutover->windows[0] != NULL ? cutover->windows[0] : "",
              '@') != NULL
          ? g_strdup (short_day)
          : bf_page_window_name (place, TRUE);
  /* Translators: title of a step, name of a window, a day, a percentage, a delay. */
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s, %s, is caught in %s of draws; if late %s"),
                                             step->short_title,
                                             place,
                                             day,
                                             share,
                                             late);
  GtkWidget *label = new_label (name, WINDOW_WIDTH, 0, NULL);

  gtk_widget_set_tooltip_text (label, place);
  gtk_box_append (GTK_BOX (box), new_name (step->short_title, "strong"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), new_caught (1 - cutover->miss_chance));
  gtk_box_append (GTK_BOX (box), new_label (margin, MARGIN_WIDTH, 1, "numeric"));
  gtk_box_append (GTK_BOX (box), new_label (late, LATE_WIDTH, 1, "numeric"));
  return new_row (box, step, spoken);
}

/* --- Swings --- */

GtkWidget *
bf_risk_swing_row_new (const BfRoadmap *roadmap,
                       const BfRiskSwing *swing,
                       const GArray *swings,
                       const char *figure)
{
  const BfRoadmapStep *step = &roadmap->steps[swing->step];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", step->short_title, figure);
  double least = 0, most = 0;

  for (guint i = 0; i < swings->len; i++)
    {
      least = MIN (least, g_array_index (swings, BfRiskSwing, i).low);
      most = MAX (most, g_array_index (swings, BfRiskSwing, i).high);
    }
  gtk_box_append (GTK_BOX (box), new_name (step->short_title, NULL));
  gtk_box_append (GTK_BOX (box), bf_swing_bar_new (swing->low, swing->high, least, most));
  gtk_box_append (GTK_BOX (box), new_label (figure, SWING_WIDTH, 0, "strong"));
  return new_row (box, step, spoken);
}

/* --- Criticality --- */

GtkWidget *
bf_risk_critical_row_new (const BfRoadmap *roadmap, int index)
{
  const BfRoadmapStep *step = &roadmap->steps[index];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9), *bar = bf_bar_cell_new ();
  g_autofree char *share = bf_format_percent (step->criticality);
  g_autofree char *day = bf_format_day_tight (step->release.p80);
  /* Translators: title of a step, a percentage, a day. */
  g_autofree char *spoken =
      g_strdup_printf (_ ("%s decides the finish in %s of draws; released by %s in eight of ten"),
                       step->short_title,
                       share,
                       day);

  bf_bar_cell_set_size (BF_BAR_CELL (bar), BAR_WIDTH, 8);
  bf_bar_cell_reset (BF_BAR_CELL (bar), 1);
  bf_bar_cell_add (BF_BAR_CELL (bar), "build", step->criticality);
  gtk_box_append (GTK_BOX (box), new_name (step->short_title, "strong"));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), new_label (share, SHARE_WIDTH, 1, "strong"));
  gtk_box_append (GTK_BOX (box), new_label (day, DAY_WIDTH, 1, "ink2"));
  return new_row (box, step, spoken);
}

/* --- Sums --- */

GtkWidget *
bf_risk_sum_row_new (const char *title, const char *text, const char *figure)
{
  GtkWidget *row = bf_page_list_row (title, text);
  GtkWidget *label = gtk_label_new (figure);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", title, figure);

  gtk_widget_add_css_class (label, "row-figure");
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}
