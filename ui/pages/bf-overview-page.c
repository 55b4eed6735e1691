/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-overview-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-bar-cell.h"
#include "bf-figure-card.h"
#include "bf-format.h"
#include "bf-histogram-view.h"
#include "bf-key.h"
#include "bf-level-strip.h"
#include "bf-mini-timeline-view.h"
#include "bf-page.h"
#include "bf-story.h"

#define MAX_RISKS 5
#define MAX_DECISIONS 3
#define N_BINS 48
/* Letters of "14 %" and of "30 Sep 2028". */
#define LEAD_CHANCE 4
#define LEAD_DAY 11

struct _BfOverviewPage
{
  AdwBin parent_instance;

  BfSession *session;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkButton *empty_button;
  GtkLabel *answer, *lead, *extent;
  GtkBox *figures, *timeline_card, *timeline_head, *budget_head;
  GtkListBox *risks, *decisions, *budgets;
  GtkWidget *finish_card, *cost_card, *hours_card, *maturity_card;
  GtkWidget *finish_chart, *cost_chart, *hours_chart, *maturity_chart, *timeline;
};

G_DEFINE_FINAL_TYPE (BfOverviewPage, bf_overview_page, ADW_TYPE_BIN)

/* --- Figures --------------------------------------------------------------------------------- */

static void
show_finish (BfOverviewPage *self, const BfRoadmap *roadmap)
{
  g_autofree char *p50 = bf_format_day (roadmap->finish.p50);
  g_autofree char *p80 = bf_format_day_tight (roadmap->finish.p80);
  g_autofree char *p90 = bf_format_day_tight (roadmap->finish.p90);
  g_autofree char *spread = g_strdup_printf (_ ("P80 %s · P90 %s"), p80, p90);
  g_autofree double *days = g_new (double, roadmap->draws.n_draws + 1);
  g_autofree char *last = bf_story_last_releases (roadmap);
  guint i;

  gtk_widget_set_tooltip_text (self->finish_card, last);
  for (i = 0; i < roadmap->draws.n_draws; i++)
    days[i] = (double) roadmap->draws.finish[i];
  bf_figure_card_show (BF_FIGURE_CARD (self->finish_card), p50, "", spread);
  bf_histogram_view_take (BF_HISTOGRAM_VIEW (self->finish_chart),
                          bf_histogram_new (days,
                                            roadmap->draws.n_draws,
                                            N_BINS,
                                            (double) roadmap->finish.p50,
                                            (double) roadmap->finish.p80),
                          spread);
}

static void
show_cost (BfOverviewPage *self, const BfRoadmap *roadmap)
{
  const char *currency = bf_page_currency (roadmap->plan);
  const BfSpread *cost = &roadmap->fully_loaded;
  g_autofree char *p50 = bf_format_number (cost->p50 / 1e8, 1);
  g_autofree char *p80 = bf_format_money_millions (cost->p80, 1, currency);
  g_autofree char *project = bf_format_money_millions (roadmap->project_cost.p50, 1, currency);
  g_autofree char *unit = g_strdup_printf ("M%s", bf_format_currency_sign (currency));
  g_autofree char *spread = g_strdup_printf (_ ("P80 %s · project %s"), p80, project);

  bf_figure_card_show (BF_FIGURE_CARD (self->cost_card), p50, unit, spread);
  bf_histogram_view_take (
      BF_HISTOGRAM_VIEW (self->cost_chart),
      bf_histogram_new (roadmap->draws.cost, roadmap->draws.n_draws, N_BINS, cost->p50, cost->p80),
      spread);
}

static void
show_hours (BfOverviewPage *self, const BfRoadmap *roadmap)
{
  const BfSpread *hours = &roadmap->lost_hours;
  g_autofree char *p50 = bf_format_whole (hours->p50);
  g_autofree char *p80 = bf_format_hours (hours->p80);
  g_autofree char *p90 = bf_format_hours (hours->p90);
  g_autofree char *spread = g_strdup_printf (_ ("P80 %s · P90 %s"), p80, p90);

  bf_figure_card_show (BF_FIGURE_CARD (self->hours_card), p50, C_ ("unit", "h"), spread);
  bf_histogram_view_take (
      BF_HISTOGRAM_VIEW (self->hours_chart),
      bf_histogram_new (
          roadmap->draws.hours, roadmap->draws.n_draws, N_BINS, hours->p50, hours->p80),
      spread);
}

static GArray *
levels_of (const BfRoadmap *roadmap, const char *framework)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (BfStripLevel));
  guint i;

  for (i = 0; i < roadmap->needs->n_levels; i++)
    {
      const BfLevelNow *now = &roadmap->needs->levels[i];
      const BfResult *result = BF_ROW (roadmap->plan, RESULT, BfResult, now->result);
      BfStripLevel level = { now->counted, now->target };

      if (g_strcmp0 (result->framework, framework) == 0)
        g_array_append_val (levels, level);
    }
  return levels;
}

static char *
below_sentence (const BfTargets *targets)
{
  guint below = targets->n - targets->then;
  g_autofree char *number = bf_story_number (below, TRUE);

  if (below == 0)
    return g_strdup (_ ("Every target is reached"));
  /* Translators: a number in words. */
  return g_strdup_printf (ngettext ("%s dimension stays below", "%s dimensions stay below", below),
                          number);
}

static void
show_maturity (BfOverviewPage *self, const BfRoadmap *roadmap)
{
  BfTargets targets = bf_story_targets (roadmap);
  g_autofree char *caption = NULL;
  g_autofree char *figure = g_strdup_printf ("%u → %u", targets.now, targets.then);
  g_autofree char *unit = g_strdup_printf (_ ("of %u"), targets.n);
  g_autofree char *below = below_sentence (&targets);
  g_autoptr (GArray) levels = NULL;

  gtk_widget_set_visible (self->maturity_card, targets.n > 0);
  if (targets.n == 0)
    return;
  levels = levels_of (roadmap, targets.framework);
  /* Translators: a framework, as in "SIRI dimensions at target". */
  caption =
      g_strdup_printf (_ ("%s dimensions at target"), bf_page_framework_name (targets.framework));
  bf_figure_card_set_caption (BF_FIGURE_CARD (self->maturity_card), caption);
  bf_figure_card_show (BF_FIGURE_CARD (self->maturity_card), figure, unit, below);
  bf_level_strip_show (BF_LEVEL_STRIP (self->maturity_chart),
                       (const BfStripLevel *) levels->data,
                       levels->len,
                       caption);
}

/* --- Lists ----------------------------------------------------------------------------------- */

static void
add_risk (BfOverviewPage *self, const BfRoadmap *roadmap, const BfRoadmapRisk *risk)
{
  gboolean has_step = risk->step >= 0 && (guint) risk->step < roadmap->n_steps;
  gboolean short_title = has_step && risk->what != NULL;
  g_autofree char *chance = bf_format_percent (risk->chance);
  g_autofree char *effect = bf_format_sentence (risk->effect, bf_page_currency (roadmap->plan));
  g_autofree char *whole = g_strdup_printf ("%s %s", risk->text, effect);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", chance, whole);
  g_autofree char *what = g_strdup_printf ("%s · %s", risk->what, effect);
  GtkWidget *row =
      bf_page_lead_row (chance,
                        LEAD_CHANCE,
                        short_title ? roadmap->steps[risk->step].short_title : risk->text,
                        short_title ? what : effect);

  gtk_widget_set_tooltip_text (row, whole);
  bf_page_say (row, short_title ? roadmap->steps[risk->step].short_title : risk->text, spoken);
  if (has_step)
    {
      gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))),
                      gtk_image_new_from_icon_name ("go-next-symbolic"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-step");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", roadmap->steps[risk->step].key);
    }
  gtk_list_box_append (self->risks, row);
}

static void
show_risks (BfOverviewPage *self, const BfRoadmap *roadmap)
{
  guint i;

  bf_page_clear_list (self->risks);
  for (i = 0; i < MIN (roadmap->n_risks, MAX_RISKS); i++)
    add_risk (self, roadmap, &roadmap->risks[i]);
}

static void
show_decisions (BfOverviewPage *self, const BfRoadmap *roadmap)
{
  gint64 today = bf_session_get_today (self->session);
  guint shown = 0, i;

  bf_page_clear_list (self->decisions);
  for (i = 0; i < roadmap->n_decisions && shown < MAX_DECISIONS; i++)
    {
      const BfRoadmapDecision *decision = &roadmap->decisions[i];
      g_autofree char *due = bf_format_day (decision->due);
      g_autofree char *detail =
          decision->detail != NULL
              ? bf_format_sentence (decision->detail, bf_page_currency (roadmap->plan))
              : NULL;

      if (decision->due < today)
        continue;
      gtk_list_box_append (self->decisions,
                           bf_page_lead_row (due, LEAD_DAY, decision->title, detail));
      shown++;
    }
}

static GtkWidget *
budget_row (
    const char *name, GtkWidget *bar, double planned, double available, const char *currency)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name), *sum = gtk_label_new (NULL);
  g_autofree char *used = bf_format_number (planned / 1e8, 2);
  g_autofree char *of = bf_format_money_millions (available, 2, currency);
  /* Translators: planned and available money, as in "1.23 of 1.47 M€". */
  g_autofree char *markup = g_strdup_printf (_ ("<b>%s</b> of %s"), used, of);

  gtk_label_set_markup (GTK_LABEL (sum), markup);
  gtk_widget_add_css_class (label, "strong");
  gtk_widget_add_css_class (sum, "sum");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (sum), 1);
  gtk_box_append (GTK_BOX (box), label);
  if (bar != NULL)
    gtk_box_append (GTK_BOX (box), bar);
  gtk_widget_set_hexpand (bar != NULL ? bar : label, TRUE);
  gtk_box_append (GTK_BOX (box), sum);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  bf_page_say (row, name, gtk_label_get_text (GTK_LABEL (sum)));
  return row;
}

static GtkWidget *
budget_bar (const BfBudgetYear *year, double full)
{
  GtkWidget *bar = bf_bar_cell_new ();

  bf_bar_cell_set_size (BF_BAR_CELL (bar), -1, 12);
  bf_bar_cell_reset (BF_BAR_CELL (bar), full);
  bf_bar_cell_add (BF_BAR_CELL (bar), "build", year->planned[BF_BUDGET_CAPEX]);
  bf_bar_cell_add (BF_BAR_CELL (bar), "care", year->planned[BF_BUDGET_OPEX]);
  bf_bar_cell_add (BF_BAR_CELL (bar), "proof", year->planned[BF_BUDGET_VALIDATION]);
  bf_bar_cell_set_post (BF_BAR_CELL (bar), year->available);
  return bar;
}

static double
fullest (GArray *years)
{
  double full = 0;
  guint i;

  for (i = 0; i < years->len; i++)
    {
      const BfBudgetYear *year = &g_array_index (years, BfBudgetYear, i);

      full = fmax (full, fmax (year->available, bf_budget_year_planned (year)));
    }
  return full;
}

static void
show_budgets (BfOverviewPage *self, const BfRoadmap *roadmap)
{
  const char *currency = bf_page_currency (roadmap->plan);
  g_autoptr (GArray) years = bf_story_budget_years (roadmap);
  g_autofree char *number = bf_story_number (years->len, TRUE);
  g_autofree char *all = g_strdup_printf (ngettext ("%s year", "%s years", years->len), number);
  double planned = 0, available = 0, full = fullest (years);
  GtkWidget *total;
  guint i;

  bf_page_clear_list (self->budgets);
  for (i = 0; i < years->len; i++)
    {
      const BfBudgetYear *year = &g_array_index (years, BfBudgetYear, i);
      g_autofree char *name = g_strdup_printf ("%d", year->year);

      planned += bf_budget_year_planned (year);
      available += year->available - year->carried_in;
      gtk_list_box_append (self->budgets,
                           budget_row (name,
                                       budget_bar (year, full),
                                       bf_budget_year_planned (year),
                                       year->available,
                                       currency));
    }
  if (years->len == 0)
    return;
  total = budget_row (all, NULL, planned, available, currency);
  gtk_widget_add_css_class (total, "total");
  gtk_list_box_append (self->budgets, total);
}

/* --- The page -------------------------------------------------------------------------------- */

static void
say_empty (BfOverviewPage *self, const char *title, const char *description)
{
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, description);
}

static void
show_empty (BfOverviewPage *self, const BfRoadmap *roadmap)
{
  const char *problem = bf_session_get_problem (self->session);
  gboolean waiting = roadmap == NULL && bf_session_get_busy (self->session);
  gboolean stopped = roadmap == NULL && bf_session_was_stopped (self->session);

  gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->empty), !waiting);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button),
                                  stopped ? "win.replan" : "win.import");
  gtk_button_set_label (self->empty_button,
                        stopped ? _ ("Plan Again") : _ ("Import Spreadsheets…"));
  if (stopped)
    say_empty (self, _ ("Planning was stopped"), _ ("Plan again to see the roadmap."));
  else if (problem != NULL)
    say_empty (self, _ ("No roadmap"), problem);
  else
    say_empty (self, _ ("Nothing to plan yet"), _ ("Import systems or add a step."));
}

static void
show_roadmap (BfOverviewPage *self)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (self->session);
  g_autofree char *answer = NULL;
  g_autofree char *lead = NULL;
  g_autofree char *extent = NULL;

  bf_mini_timeline_view_show (
      BF_MINI_TIMELINE_VIEW (self->timeline), roadmap, bf_session_get_today (self->session));
  if (roadmap == NULL || roadmap->n_steps == 0)
    {
      show_empty (self, roadmap);
      return;
    }
  answer = bf_story_answer (roadmap);
  lead = bf_story_lead (roadmap);
  extent = bf_story_extent (roadmap);
  gtk_label_set_text (self->answer, answer);
  gtk_label_set_text (self->lead, lead);
  gtk_label_set_text (self->extent, extent);
  show_finish (self, roadmap);
  show_cost (self, roadmap);
  show_hours (self, roadmap);
  show_maturity (self, roadmap);
  show_risks (self, roadmap);
  show_decisions (self, roadmap);
  show_budgets (self, roadmap);
  gtk_stack_set_visible_child_name (self->stack, "full");
}

static void
bf_overview_page_dispose (GObject *object)
{
  g_clear_object (&BF_OVERVIEW_PAGE (object)->session);
  G_OBJECT_CLASS (bf_overview_page_parent_class)->dispose (object);
}

static void
bf_overview_page_class_init (BfOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_overview_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, empty);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, empty_button);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, answer);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, lead);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, extent);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, timeline_card);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, timeline_head);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, budget_head);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, risks);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, decisions);
  gtk_widget_class_bind_template_child (widget_class, BfOverviewPage, budgets);
}

static GtkWidget *
add_figure (BfOverviewPage *self, const char *caption, GtkWidget *chart)
{
  GtkWidget *card = bf_figure_card_new (caption, chart);

  gtk_box_append (self->figures, card);
  return card;
}

static void
bf_overview_page_init (BfOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->finish_chart = bf_histogram_view_new ();
  self->cost_chart = bf_histogram_view_new ();
  self->hours_chart = bf_histogram_view_new ();
  self->maturity_chart = bf_level_strip_new ();
  self->finish_card = add_figure (self, _ ("Finish, P50"), self->finish_chart);
  self->cost_card = add_figure (self, _ ("Fully loaded cost, P50"), self->cost_chart);
  self->hours_card = add_figure (self, _ ("Hours lost beyond shutdowns, P50"), self->hours_chart);
  self->maturity_card = add_figure (self, _ ("Dimensions at target"), self->maturity_chart);

  gtk_box_append (self->timeline_head, bf_key_new (BF_KEY_LINE, "build", _ ("Build")));
  gtk_box_append (self->timeline_head, bf_key_new (BF_KEY_POST, "stop", _ ("Cutover")));
  gtk_box_append (self->timeline_head, bf_key_new (BF_KEY_LINE, "proof", _ ("Prove and release")));
  self->timeline = bf_mini_timeline_view_new ();
  gtk_widget_set_vexpand (self->timeline, TRUE);
  gtk_box_append (self->timeline_card, self->timeline);

  gtk_box_append (self->budget_head, bf_key_new (BF_KEY_SQUARE, "build", _ ("Capex")));
  gtk_box_append (self->budget_head, bf_key_new (BF_KEY_SQUARE, "care", _ ("Opex")));
  gtk_box_append (self->budget_head, bf_key_new (BF_KEY_SQUARE, "proof", _ ("Validation")));
  gtk_box_append (self->budget_head, bf_key_new (BF_KEY_POST, "ink", _ ("Budget")));
}

GtkWidget *
bf_overview_page_new (BfSession *session)
{
  BfOverviewPage *self = g_object_new (BF_TYPE_OVERVIEW_PAGE, NULL);

  self->session = g_object_ref (session);
  bf_session_watch (session, self, G_CALLBACK (show_roadmap), "roadmap", "problem", "busy", NULL);
  show_roadmap (self);
  return GTK_WIDGET (self);
}
