/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-money-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-cash-view.h"
#include "bf-format.h"
#include "bf-page.h"
#include "bf-quarters-view.h"
#include "bf-story.h"

struct _BfMoneyPage
{
  AdwBin parent_instance;

  BfSession *session;
  GtkStack *stack;
  GtkLabel *answer, *lead, *cash_title, *sums_title;
  AdwBin *quarters_place;
  GtkBox *cash_card;
  GtkListBox *sums;
  GtkWidget *quarters_view, *cash_view;
  BfQuarters *quarters;
};

G_DEFINE_FINAL_TYPE (BfMoneyPage, bf_money_page, ADW_TYPE_BIN)

static void
add_sum (BfMoneyPage *self, const char *title, const char *text, double minor)
{
  GtkWidget *row = bf_page_list_row (title, text);
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  g_autofree char *figure = bf_format_number (minor / 1e8, 2);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", figure, text);
  GtkWidget *label = gtk_label_new (figure);

  gtk_widget_add_css_class (label, "count-figure");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  bf_page_say (row, title, spoken);
  gtk_list_box_append (self->sums, row);
}

static double
carried_over (const BfRoadmap *roadmap)
{
  double carried = 0;
  guint i;

  for (i = 0; i < roadmap->n_periods; i++)
    carried += (double) roadmap->periods[i].carried_in_minor;
  return carried;
}

static char *
payback_words (const BfWorth *worth)
{
  g_autofree char *day = worth->payback == BF_BLANK ? NULL : bf_format_day (worth->payback);

  /* Translators: a day. */
  return day ? g_strdup_printf (_ ("of costs and benefits, paid back on %s"), day)
             : g_strdup (_ ("of costs and benefits, not paid back in thirty years"));
}

static void
show_worth (BfMoneyPage *self, const BfWorth *worth)
{
  add_sum (self,
           _ ("Avoided loss"),
           isnan (worth->npv) ? _ ("against doing nothing; a step's benefit adds its present value")
                              : _ ("against doing nothing, by what is exposed"),
           worth->avoided_loss);
  if (!isnan (worth->npv))
    {
      g_autofree char *words = payback_words (worth);

      add_sum (self, _ ("Net present value"), words, worth->npv);
    }
}

static void
show_sums (BfMoneyPage *self, const BfRoadmap *roadmap)
{
  bf_page_clear_list (self->sums);
  add_sum (
      self, _ ("Project cost"), _ ("capex and opex, expected"), roadmap->project_cost.expected);
  add_sum (self,
           _ ("Fully loaded"),
           _ ("with validation, downtime, double running"),
           roadmap->fully_loaded.expected);
  add_sum (self,
           _ ("Contingency to P80"),
           _ ("so that eight of ten futures are paid for"),
           bf_roadmap_contingency_minor (roadmap));
  if (roadmap->n_periods > 0)
    add_sum (self, _ ("Carried over"), _ ("from one year into the next"), carried_over (roadmap));
  show_worth (self, &roadmap->worth);
}

static char *
lead_sentence (const BfQuarters *quarters, const char *currency)
{
  double planned = 0, available = 0;
  g_autofree char *used = NULL;
  g_autofree char *of = NULL;
  guint i;

  for (i = 0; i < quarters->years->len; i++)
    {
      const BfBudgetYear *year = &g_array_index (quarters->years, BfBudgetYear, i);

      planned += bf_budget_year_planned (year);
      available += year->available - year->carried_in;
    }
  if (quarters->years->len == 0)
    return g_strdup (_ ("No budget yet. Without one, nothing limits the plan."));
  used = bf_format_number (planned / 1e8, 2);
  of = bf_format_money_millions (available, 2, currency);
  /* Translators: planned and available money, kinds of money as in "capex and validation". */
  return g_strdup_printf (
      _ ("%s of %s planned in all for %s."), used, of, bf_quarters_paid_words (quarters));
}

static void
show_words (BfMoneyPage *self, const BfRoadmap *roadmap)
{
  const char *currency = bf_page_currency (roadmap->plan);
  const char *sign = bf_format_currency_sign (currency);
  g_autofree char *answer = bf_story_budget (roadmap);
  g_autofree char *lead = lead_sentence (self->quarters, currency);
  /* Translators: kinds of money as in "capex and validation", sign of a currency. */
  g_autofree char *cash = g_strdup_printf (
      _ ("Cash out against budget: %s, M%s"), bf_quarters_paid_words (self->quarters), sign);
  g_autofree char *sums = g_strdup_printf (_ ("Sums, M%s"), sign);

  gtk_label_set_text (self->answer, answer);
  gtk_label_set_text (self->lead, lead);
  gtk_label_set_text (self->cash_title, cash);
  gtk_label_set_text (self->sums_title, sums);
}

/* How much more the budgeted kinds cost in eight of ten futures than is planned. */
static double
p80_factor (const BfRoadmap *roadmap)
{
  double expected = roadmap->project_cost.expected + roadmap->validation_cost.expected;

  return expected > 0 ? (roadmap->project_cost.p80 + roadmap->validation_cost.p80) / expected : 1;
}

static void
show_roadmap (BfMoneyPage *self)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (self->session);
  BfQuarters *old = self->quarters;

  self->quarters = roadmap != NULL && roadmap->n_steps > 0 ? bf_quarters_new (roadmap) : NULL;
  bf_quarters_view_show (BF_QUARTERS_VIEW (self->quarters_view),
                         self->quarters,
                         bf_session_get_today (self->session),
                         bf_page_currency (bf_session_get_plan (self->session)));
  bf_cash_view_show (
      BF_CASH_VIEW (self->cash_view), self->quarters, roadmap != NULL ? p80_factor (roadmap) : 1);
  g_clear_pointer (&old, bf_quarters_free);
  gtk_stack_set_visible_child_name (self->stack, self->quarters != NULL ? "full" : "none");
  if (self->quarters == NULL)
    return;
  show_words (self, roadmap);
  show_sums (self, roadmap);
}

static void
bf_money_page_dispose (GObject *object)
{
  BfMoneyPage *self = BF_MONEY_PAGE (object);

  if (self->quarters != NULL)
    {
      bf_quarters_view_show (BF_QUARTERS_VIEW (self->quarters_view), NULL, 0, NULL);
      bf_cash_view_show (BF_CASH_VIEW (self->cash_view), NULL, 1);
    }
  g_clear_pointer (&self->quarters, bf_quarters_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bf_money_page_parent_class)->dispose (object);
}

static void
bf_money_page_class_init (BfMoneyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_money_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-money-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfMoneyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BfMoneyPage, answer);
  gtk_widget_class_bind_template_child (widget_class, BfMoneyPage, lead);
  gtk_widget_class_bind_template_child (widget_class, BfMoneyPage, cash_title);
  gtk_widget_class_bind_template_child (widget_class, BfMoneyPage, sums_title);
  gtk_widget_class_bind_template_child (widget_class, BfMoneyPage, quarters_place);
  gtk_widget_class_bind_template_child (widget_class, BfMoneyPage, cash_card);
  gtk_widget_class_bind_template_child (widget_class, BfMoneyPage, sums);
}

static void
bf_money_page_init (BfMoneyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->quarters_view = bf_quarters_view_new ();
  self->cash_view = bf_cash_view_new ();
  adw_bin_set_child (self->quarters_place, self->quarters_view);
  gtk_box_append (self->cash_card, self->cash_view);
}

GtkWidget *
bf_money_page_new (BfSession *session)
{
  BfMoneyPage *self = g_object_new (BF_TYPE_MONEY_PAGE, NULL);

  self->session = g_object_ref (session);
  bf_session_watch (session, self, G_CALLBACK (show_roadmap), "roadmap", NULL);
  show_roadmap (self);
  return GTK_WIDGET (self);
}
