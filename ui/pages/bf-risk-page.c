/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-risk-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-curve-view.h"
#include "bf-format.h"
#include "bf-heat-map.h"
#include "bf-page.h"
#include "bf-risk-figures.h"
#include "bf-risk-rows.h"
#include "bf-story.h"

#define MOST_WINDOWS 12
#define MOST_SWINGS 5
#define MOST_CRITICAL 16
#define WIDE_DAYS 14     /* a P80 known worse than that is said to be */
#define DECISIVE_DAYS 14 /* a window that moves the finish so far is the page's finding */
#define LIKELY_MISS 0.02

typedef struct
{
  GtkLabel *title, *percentiles;
  BfCurveView *view;
} Card;

struct _BfRiskPage
{
  AdwBin parent_instance;

  BfSession *session;
  GtkStack *stack;
  GtkLabel *answer, *lead, *drawn, *known, *releases, *tail, *windows_note, *costs_title,
      *delays_title;
  GtkLabel *troubles_title;
  GtkBox *curves, *windows_card;
  AdwBin *windows_head, *heat_place;
  GtkListBox *windows, *delays, *troubles, *critical, *costs, *sums;
  GtkWidget *heat;
  Card cards[3];
  BfRiskFigures *figures;
};

G_DEFINE_FINAL_TYPE (BfRiskPage, bf_risk_page, ADW_TYPE_BIN)

/* --- Words --- */

/* The missed window that moves the finish most, chance and effect together; -1: none does. What the
 * finish moves by beyond the cutover's own delay has other causes. */
static int
decisive_step (const BfRoadmap *roadmap)
{
  double most = 0;
  int found = -1;

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];
      int weakest = bf_risk_weakest_cutover (step);
      double delay = weakest < 0 ? 0 : step->cutovers[weakest].delay_if_missed_days;
      double weight = step->miss_chance * MIN (step->missed_swing.high, delay);

      if (delay < DECISIVE_DAYS || step->miss_chance < LIKELY_MISS ||
          step->missed_swing.high < DECISIVE_DAYS || weight <= most)
        continue;
      most = weight;
      found = (int) i;
    }
  return found;
}

static void
show_decisive (BfRiskPage *self, const BfRoadmapStep *step, const BfRoadmapCutover *cutover)
{
  int weeks = MAX (1, (int) round (step->missed_swing.high / 7));
  g_autofree char *chance = bf_format_percent (step->miss_chance);
  g_autofree char *window = bf_page_window_name (
      cutover->window_name != NULL ? cutover->window_name : step->short_title, TRUE);
  /* Translators: name of a window. */
  g_autofree char *answer = g_strdup_printf (_ ("One window decides the finish: %s"), window);
  g_autofree char *lead =
      /* Translators: title of a step, a percentage, a number of weeks. */
      g_strdup_printf (ngettext ("%s misses it in %s of draws; the finish is then %d week later.",
                                 "%s misses it in %s of draws; the finish is then %d weeks later.",
                                 (gulong) weeks),
                       step->short_title,
                       chance,
                       weeks);

  gtk_label_set_text (self->answer, answer);
  gtk_label_set_text (self->lead, lead);
}

static void
show_calm (BfRiskPage *self, const BfRoadmap *roadmap)
{
  g_autofree char *p80 = bf_format_day (roadmap->finish.p80);
  g_autofree char *spread = bf_story_spread (roadmap);
  /* Translators: a day. */
  g_autofree char *answer = g_strdup_printf (_ ("Eight of ten futures are done by %s"), p80);

  gtk_label_set_text (self->answer, answer);
  gtk_label_set_text (self->lead, spread);
}

static void
show_error (BfRiskPage *self, const BfRoadmap *roadmap)
{
  int days = roadmap->finish_error_days;
  g_autofree char *known = NULL;

  if (days > WIDE_DAYS)
    /* Translators: P80 is the eightieth percentile; a number of days. */
    known = g_strdup_printf (_ ("P80 of the finish known only to ± %d days; more draws narrow it"),
                             days);
  else
    known = g_strdup_printf (ngettext ("P80 of the finish known to ± %d day",
                                       "P80 of the finish known to ± %d days",
                                       (gulong) days),
                             days);
  gtk_label_set_text (self->known, known);
  if (days > WIDE_DAYS)
    gtk_widget_add_css_class (GTK_WIDGET (self->known), "warn");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->known), "warn");
}

/* In few words, and whole for those who ask. */
static void
show_releases (BfRiskPage *self, const BfRoadmap *roadmap)
{
  g_autofree char *releases = bf_story_last_releases (roadmap);
  g_autofree char *day = bf_format_day (roadmap->finish_without_decommission);
  /* Translators: the day of the last release but for those that take old systems out. */
  g_autofree char *shown = g_strdup_printf (_ ("Without retirements: %s"), day);

  gtk_label_set_text (self->releases, shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->releases), releases);
  gtk_widget_set_visible (GTK_WIDGET (self->releases), releases != NULL);
}

static void
show_words (BfRiskPage *self, const BfRoadmap *roadmap)
{
  int index = decisive_step (roadmap);
  int weakest = index < 0 ? -1 : bf_risk_weakest_cutover (&roadmap->steps[index]);
  g_autofree char *count = bf_format_count (roadmap->draws.n_draws);
  g_autofree char *drawn = g_strdup_printf (
      /* Translators: number of draws, seed of the random numbers. */
      _ ("%s draws, seed %" G_GUINT64_FORMAT),
      count,
      roadmap->options.seed);

  if (weakest >= 0)
    show_decisive (self, &roadmap->steps[index], &roadmap->steps[index].cutovers[weakest]);
  else
    show_calm (self, roadmap);
  gtk_label_set_text (self->drawn, drawn);
  show_releases (self, roadmap);
  gtk_widget_set_visible (GTK_WIDGET (self->tail), roadmap->options.tail);
  show_error (self, roadmap);
}

/* --- Curves --- */

static void
show_card (Card *card,
           const BfCurve *curve,
           const char *unit,
           const char *title,
           const char *p50,
           const char *p80,
           const char *p90)
{
  g_autofree char *markup =
      g_markup_printf_escaped ("P50 <b>%s</b>  P80 <b>%s</b>  P90 <b>%s</b>", p50, p80, p90);
  g_autofree char *label =
      /* Translators: "Finish", then its percentiles as days, money or hours. */
      g_strdup_printf (_ ("%s: half of the draws up to %s, eight of ten up to %s, nine of ten up "
                          "to %s"),
                       title,
                       p50,
                       p80,
                       p90);

  gtk_label_set_text (card->title, title);
  gtk_label_set_markup (card->percentiles, markup);
  bf_curve_view_show (card->view, curve, unit, label);
}

static void
show_curves (BfRiskPage *self, const BfRoadmap *roadmap)
{
  const BfRiskFigures *figures = self->figures;
  g_autofree char *title = NULL;
  g_autofree char *unit =
      g_strdup_printf ("M%s", bf_format_currency_sign (bf_page_currency (roadmap->plan)));
  g_autofree char *days[] = { bf_format_day_tight (roadmap->finish.p50),
                              bf_format_day_tight (roadmap->finish.p80),
                              bf_format_day_tight (roadmap->finish.p90) };
  g_autofree char *money[] = { bf_format_number (roadmap->fully_loaded.p50 / 1e8, 1),
                               bf_format_number (roadmap->fully_loaded.p80 / 1e8, 1),
                               bf_format_number (roadmap->fully_loaded.p90 / 1e8, 1) };
  g_autofree char *hours[] = { bf_format_whole (roadmap->lost_hours.p50),
                               bf_format_whole (roadmap->lost_hours.p80),
                               bf_format_whole (roadmap->lost_hours.p90) };

  /* Translators: sign of a currency. */
  title = g_strdup_printf (_ ("Fully loaded, M%s"),
                           bf_format_currency_sign (bf_page_currency (roadmap->plan)));
  show_card (&self->cards[0], &figures->finish, NULL, _ ("Finish"), days[0], days[1], days[2]);
  show_card (&self->cards[1], &figures->cost, unit, title, money[0], money[1], money[2]);
  show_card (
      &self->cards[2], &figures->hours, NULL, _ ("Hours lost"), hours[0], hours[1], hours[2]);
}

/* --- Lists --- */

static void
show_windows (BfRiskPage *self, const BfRoadmap *roadmap)
{
  const GArray *windows = self->figures->windows;
  guint shown = MIN (windows->len, MOST_WINDOWS);
  g_autofree char *note =
      windows->len > shown
          /* Translators: how many of how many steps are listed. */
          ? g_strdup_printf (_ ("%u of %u steps, least certain first"), shown, windows->len)
          : g_strdup (_ ("least certain first"));

  bf_page_clear_list (self->windows);
  for (guint i = 0; i < shown; i++)
    gtk_list_box_append (
        self->windows, bf_risk_window_row_new (roadmap, &g_array_index (windows, BfRiskWindow, i)));
  gtk_label_set_text (self->windows_note, note);
}

typedef char *(*FigureText) (const BfRoadmap *roadmap, double value);

static char *
days_text (const BfRoadmap *roadmap, double value)
{
  /* Translators: a number of days that something moves. */
  return g_strdup_printf (_ ("+%d d"), (int) round (value));
}

static char *
hours_text (const BfRoadmap *roadmap, double value)
{
  g_autofree char *number = bf_format_number (value, value < 9.95 ? 1 : 0);

  /* Translators: a number of hours that something moves. */
  return g_strdup_printf (_ ("+%s h"), number);
}

static char *
money_text (const BfRoadmap *roadmap, double value)
{
  g_autofree char *number = bf_format_whole (value / 1e5);

  return g_strdup_printf ("+%s", number);
}

/* Says whether anything is listed. */
static gboolean
show_swings (GtkListBox *list, const BfRoadmap *roadmap, const GArray *swings, FigureText say)
{
  bf_page_clear_list (list);
  for (guint i = 0; i < MIN (swings->len, MOST_SWINGS); i++)
    {
      const BfRiskSwing *swing = &g_array_index (swings, BfRiskSwing, i);
      g_autofree char *figure = say (roadmap, swing->high);

      gtk_list_box_append (list, bf_risk_swing_row_new (roadmap, swing, swings, figure));
    }
  return swings->len > 0;
}

static void
show_drivers (BfRiskPage *self, const BfRoadmap *roadmap)
{
  const BfRiskFigures *figures = self->figures;
  const char *sign = bf_format_currency_sign (bf_page_currency (roadmap->plan));
  /* Translators: sign of a currency. */
  g_autofree char *title =
      g_strdup_printf (_ ("Fully loaded, k%s in the dearest fifth of a step"), sign);

  gtk_widget_set_visible (GTK_WIDGET (self->delays_title),
                          show_swings (self->delays, roadmap, figures->delays, days_text));
  gtk_widget_set_visible (GTK_WIDGET (self->troubles_title),
                          show_swings (self->troubles, roadmap, figures->troubles, hours_text));
  show_swings (self->costs, roadmap, figures->costs, money_text);
  gtk_label_set_text (self->costs_title, title);
  bf_page_clear_list (self->critical);
  for (guint i = 0; i < MIN (figures->critical->len, MOST_CRITICAL); i++)
    gtk_list_box_append (
        self->critical,
        bf_risk_critical_row_new (roadmap, g_array_index (figures->critical, int, i)));
}

static void
add_sum (BfRiskPage *self, const char *title, const char *text, char *figure)
{
  gtk_list_box_append (self->sums, bf_risk_sum_row_new (title, text, figure));
  g_free (figure);
}

static char *
signed_days (gint64 days)
{
  return g_strdup_printf (days > 0 ? _ ("+%d d") : _ ("%d d"), (int) days);
}

static void
show_sums (BfRiskPage *self, const BfRoadmap *roadmap)
{
  const char *currency = bf_page_currency (roadmap->plan);
  double joint = bf_roadmap_confidence (roadmap, roadmap->finish.p80, roadmap->fully_loaded.p80);
  double plan =
      bf_roadmap_confidence (roadmap, roadmap->finish.planned, roadmap->fully_loaded.expected);

  bf_page_clear_list (self->sums);
  add_sum (self,
           _ ("The plan's date and cost together"),
           _ ("share of draws that keep both"),
           bf_format_percent (plan));
  add_sum (self,
           _ ("P80 of date and P80 of cost together"),
           _ ("both at once is less likely than either"),
           bf_format_percent (joint));
  add_sum (self,
           _ ("Time to P80"),
           _ ("from the planned finish"),
           signed_days (roadmap->finish.p80 - roadmap->finish.planned));
  add_sum (self,
           _ ("Money to P80"),
           _ ("above the expected cost, fully loaded"),
           bf_format_money_thousands (roadmap->fully_loaded.p80 - roadmap->fully_loaded.expected,
                                      currency));
  add_sum (self,
           _ ("Beyond the horizon"),
           _ ("share of draws that end after it"),
           bf_format_percent (roadmap->beyond_horizon));
  add_sum (self,
           _ ("Cost known to"),
           _ ("half the 95 % interval of its P80"),
           bf_format_money_thousands (roadmap->fully_loaded_error.p80, currency));
}

/* --- Whole --- */

static void
let_go (BfRiskPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->cards); i++)
    bf_curve_view_show (self->cards[i].view, NULL, NULL, NULL);
  g_clear_pointer (&self->figures, bf_risk_figures_free);
}

static void
show_roadmap (BfRiskPage *self)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (self->session);

  let_go (self);
  self->figures = roadmap != NULL ? bf_risk_figures_new (roadmap) : NULL;
  gtk_stack_set_visible_child_name (self->stack, self->figures != NULL ? "full" : "none");
  bf_heat_map_show (BF_HEAT_MAP (self->heat), self->figures, roadmap);
  if (self->figures == NULL)
    return;
  show_words (self, roadmap);
  show_curves (self, roadmap);
  show_windows (self, roadmap);
  show_drivers (self, roadmap);
  show_sums (self, roadmap);
}

static void
bf_risk_page_dispose (GObject *object)
{
  BfRiskPage *self = BF_RISK_PAGE (object);

  if (self->session != NULL)
    let_go (self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bf_risk_page_parent_class)->dispose (object);
}

static void
bf_risk_page_class_init (BfRiskPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_risk_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-risk-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, answer);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, lead);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, drawn);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, known);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, releases);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, tail);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, curves);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, windows_note);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, windows_head);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, windows);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, delays_title);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, delays);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, troubles_title);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, troubles);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, heat_place);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, critical);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, costs_title);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, costs);
  gtk_widget_class_bind_template_child (widget_class, BfRiskPage, sums);
}

static void
add_card (BfRiskPage *self, Card *card, BfCurveKind kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (NULL), *percentiles = gtk_label_new (NULL);
  GtkWidget *view = bf_curve_view_new (kind);

  gtk_widget_add_css_class (box, "bf-card");
  gtk_widget_add_css_class (box, "curve-card");
  gtk_widget_add_css_class (title, "card-title");
  gtk_widget_add_css_class (percentiles, "percentiles");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (percentiles), 0);
  gtk_label_set_ellipsize (GTK_LABEL (percentiles), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), percentiles);
  gtk_box_append (GTK_BOX (box), view);
  gtk_box_append (self->curves, box);
  *card = (Card){ GTK_LABEL (title), GTK_LABEL (percentiles), BF_CURVE_VIEW (view) };
}

static void
bf_risk_page_init (BfRiskPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_card (self, &self->cards[0], BF_CURVE_DAYS);
  add_card (self, &self->cards[1], BF_CURVE_MONEY);
  add_card (self, &self->cards[2], BF_CURVE_HOURS);
  adw_bin_set_child (self->windows_head, bf_risk_window_head_new ());
  self->heat = bf_heat_map_new ();
  adw_bin_set_child (self->heat_place, self->heat);
}

GtkWidget *
bf_risk_page_new (BfSession *session)
{
  BfRiskPage *self = g_object_new (BF_TYPE_RISK_PAGE, NULL);

  self->session = g_object_ref (session);
  bf_session_watch (session, self, G_CALLBACK (show_roadmap), "roadmap", NULL);
  show_roadmap (self);
  return GTK_WIDGET (self);
}
