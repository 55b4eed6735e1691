/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-inspector.h"

#include <glib/gi18n-lib.h>

#include "bf-baseline-dates.h"
#include "bf-chain-box.h"
#include "bf-earlier-panel.h"
#include "bf-format.h"
#include "bf-inspector-cost.h"
#include "bf-inspector-marks.h"
#include "bf-inspector-rows.h"
#include "bf-page.h"
#include "bf-step-words.h"

#define MOST_WHY 4

struct _BfInspector
{
  GtkWidget parent_instance;
  BfSession *session;
  GtkWidget *scroller;
  GtkWidget *earlier; /* of the sheet that is shown; NULL */
  GtkWidget *chain;   /* the same */
  gboolean follows;   /* the chain is open, from one step to the next */
};

G_DEFINE_FINAL_TYPE (BfInspector, bf_inspector, GTK_TYPE_WIDGET)

/* --- Head --- */

static GtkWidget *
menu_button_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Move to the Window Before"), "step.earlier");
  g_menu_append (menu, _ ("Move to the Next Window"), "step.later");
  g_menu_append (menu, _ ("What Would Bring It Forward?"), "step.seek-earlier");
  g_menu_append (menu, _ ("Accept"), "step.accept");
  g_menu_append (menu, _ ("Reject…"), "step.reject");
  g_menu_append (menu, _ ("Close"), "step.close");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("More about this step"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More about this step"), -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
pin_button_new (const BfRoadmapStep *step)
{
  const BfStepDecision *decision = step->step ? step->step->decision : NULL;
  gboolean pinned = decision && decision->pinned_cutover != BF_BLANK;
  const char *name = pinned ? _ ("Release the pin of the cutover") : _ ("Pin the cutover here");
  GtkWidget *button =
      bf_inspector_button_new ("view-pin-symbolic", pinned ? "step.unpin" : "step.pin", name);

  if (pinned)
    {
      gtk_widget_remove_css_class (button, "flat");
      gtk_widget_add_css_class (button, "suggested-action");
    }
  return button;
}

static void
add_head (const BfInspectorSheet *sheet)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *name = bf_page_label (sheet->step->short_title, "inspector-title");
  g_autofree char *byline = bf_step_byline (sheet->roadmap, sheet->step);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (name, sheet->step->title);
  gtk_box_append (GTK_BOX (row), name);
  if (sheet->step->n_cutovers > 0)
    gtk_box_append (GTK_BOX (row), pin_button_new (sheet->step));
  gtk_box_append (GTK_BOX (row), menu_button_new ());
  for (GtkWidget *child = gtk_widget_get_first_child (row); child;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_valign (child, GTK_ALIGN_START);
  gtk_widget_set_valign (name, GTK_ALIGN_CENTER);
  gtk_box_append (sheet->box, row);
  gtk_box_append (sheet->box, bf_page_label (byline, "inspector-byline"));
}

/* --- The bar and its parts --- */

static BfStepStates
states_of (const BfInspectorSheet *sheet)
{
  g_autofree BfStepStates *states = bf_step_states_new (sheet->roadmap);

  return states[sheet->step - sheet->roadmap->steps];
}

static char *
part_days (const BfInspectorSheet *sheet, const BfPart *part)
{
  if (part->kind != BF_PART_RELEASE)
    return bf_format_days (part->start, part->finish);
  return bf_format_days (sheet->step->release.p50, sheet->step->release.p90);
}

/* The activity that a part begins with; NULL for the release. */
static const BfRoadmapActivity *
activity_of_part (const BfRoadmapStep *step, const BfPart *part)
{
  gboolean cutover = part->kind == BF_PART_CUTOVER;

  for (guint i = 0; i < step->n_activities && part->kind != BF_PART_RELEASE; i++)
    {
      const BfRoadmapActivity *activity = &step->activities[i];

      if (cutover != (activity->kind == BF_ACTIVITY_CUTOVER))
        continue;
      if (cutover ? activity->part == step->cutovers[part->cutover].part
                  : activity->start == part->start)
        return activity;
    }
  return NULL;
}

/* For the pointer: what holds a part; of a cutover its hours, start and window too. */
static void
name_part (GtkWidget *row, const BfInspectorSheet *sheet, const BfPart *part)
{
  const BfRoadmapStep *step = sheet->step;
  const BfRoadmapActivity *activity = activity_of_part (step, part);
  const char *currency = bf_page_currency (sheet->roadmap->plan);
  g_autoptr (GString) text = g_string_new (NULL);

  if (part->kind == BF_PART_CUTOVER)
    {
      const BfRoadmapCutover *cutover = &step->cutovers[part->cutover];
      g_autofree char *hours = bf_format_hours (cutover->hours);
      g_autofree char *start = bf_format_minute (cutover->start);

      g_string_append_printf (text, "%s, %s\n", hours, start);
      if (cutover->window_name)
        g_string_append_printf (text, "%s\n", cutover->window_name);
    }
  if (activity && activity->held_by)
    {
      g_autofree char *held = bf_with_capital (activity->held_by);
      g_autofree char *sentence = bf_format_sentence (held, currency);

      g_string_append (text, sentence);
    }
  if (text->len > 0)
    gtk_widget_set_tooltip_text (row, g_strchomp (text->str));
}

/* How many parts from @first on are of one kind and the same days: a cutover an area. */
static guint
count_alike (const BfStepParts *parts, guint first)
{
  const BfPart *part = &parts->parts[first];
  guint n = 1;

  while (first + n < parts->n_parts && parts->parts[first + n].kind == part->kind &&
         parts->parts[first + n].start == part->start &&
         parts->parts[first + n].finish == part->finish)
    n++;
  return n;
}

static void
add_part (const BfInspectorSheet *sheet, const BfPart *part, guint n)
{
  g_autofree char *days = part_days (sheet, part);
  g_autofree char *name = g_strdup (bf_part_name (part->kind));
  GtkWidget *row;

  if (n > 1)
    {
      g_free (name);
      /* Translators: number of cutovers of a step on one day. */
      name = g_strdup_printf (_ ("%u × Cutover"), n);
    }
  row = bf_inspector_add_row (sheet->box, bf_part_sign_new (part->kind), name, NULL, days);
  gtk_widget_add_css_class (row, "legend");
  name_part (row, sheet, part);
}

static void
add_parts (const BfInspectorSheet *sheet)
{
  static const BfPartKind order[] = { BF_PART_BUILD,     BF_PART_RETIRE, BF_PART_OFFLINE,
                                      BF_PART_CUTOVER,   BF_PART_ONLINE, BF_PART_PARALLEL,
                                      BF_PART_HYPERCARE, BF_PART_RELEASE };
  BfTimeAxis axis = { sheet->step->start, sheet->step->finish + 1, 1 };
  g_autoptr (BfStepParts) parts =
      bf_step_parts_new (sheet->step, axis, bf_bar_size (BF_DENSITY_NORMAL, 1), BF_STEP_PLANNED);

  gtk_box_append (sheet->box, bf_enlarged_bar_new (sheet->step, states_of (sheet)));
  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0, n; i < parts->n_parts; i += n)
      {
        n = count_alike (parts, i);
        if (parts->parts[i].kind == order[k])
          add_part (sheet, &parts->parts[i], n);
      }
}

/* How far the release has moved since the plan was approved; nothing without a baseline, or for a
 * step that it did not have. */
static void
add_baseline (const BfInspectorSheet *sheet)
{
  const BfBaseline *newest = bf_baseline_newest (sheet->roadmap->plan);
  g_autoptr (BfBaselineDates) dates =
      newest ? bf_baseline_dates_new (newest, sheet->roadmap, NULL) : NULL;
  gint64 release = dates ? dates->release[sheet->step - sheet->roadmap->steps] : BF_BLANK;
  int days = release == BF_BLANK ? 0 : (int) (sheet->step->finish - release);
  g_autofree char *figure = NULL;
  GtkWidget *row;

  if (release == BF_BLANK)
    return;
  if (days == 0)
    figure = g_strdup (_ ("as approved"));
  else if (days > 0)
    /* Translators: days that a release lies behind the baseline. */
    figure = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d day later", "%d days later", (gulong) days), days);
  else
    /* Translators: days that a release lies before the baseline. */
    figure = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%d day earlier", "%d days earlier", (gulong) -days), -days);
  row = bf_inspector_add_row (
      sheet->box, bf_color_sign_new (BF_COLOR_LEGACY), _ ("Baseline"), NULL, figure);
  gtk_widget_set_tooltip_text (row, newest->name);
  gtk_widget_add_css_class (row, "legend");
}

static void
add_why_here (const BfInspectorSheet *sheet)
{
  g_autofree char *why = bf_step_why_here (sheet->roadmap, sheet->step);
  g_autofree char *escaped = g_markup_escape_text (why, -1);
  /* Translators: heading before the reason why a step stands where it does. */
  g_autofree char *heading = g_markup_escape_text (_ ("Why here?"), -1);
  g_autofree char *markup = g_strdup_printf ("<b>%s</b> %s", heading, escaped);
  GtkWidget *label = bf_page_label (NULL, "why-here");

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_box_append (sheet->box, label);
}

/* --- What it serves --- */

static void
add_requires (const BfInspectorSheet *sheet)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *line = NULL;

  for (guint i = 0; sheet->step->requires && sheet->step->requires[i]; i++)
    {
      const char *key = sheet->step->requires[i];

      for (guint k = 0; k < sheet->roadmap->n_steps; k++)
        if (g_strcmp0 (sheet->roadmap->steps[k].key, key) == 0)
          g_string_append_printf (
              text, "%s%s", text->len > 0 ? ", " : "", sheet->roadmap->steps[k].short_title);
    }
  if (text->len == 0)
    return;
  /* Translators: titles of the steps that must be released before. */
  line = g_strdup_printf (_ ("After %s"), text->str);
  gtk_box_append (sheet->box, bf_page_label (line, "inspector-note"));
}

static void
add_claims (const BfInspectorSheet *sheet)
{
  const GArray *claims = sheet->step->step ? sheet->step->step->claims : NULL;

  for (guint i = 0; claims && i < claims->len; i++)
    {
      const BfClaim *claim =
          BF_ROW (sheet->roadmap->plan, CLAIM, BfClaim, (guint) g_array_index (claims, int, i));
      g_autofree char *due =
          claim->state_4_due == BF_BLANK ? NULL : bf_format_month (claim->state_4_due);
      g_autofree char *line = NULL;

      if (due)
        /* Translators: key of a claim, its state, and the month by which it must be verified. */
        line = g_strdup_printf (
            _ ("Claim %s: state %d, must reach 4 by %s"), claim->row.key, (int) claim->state, due);
      else
        /* Translators: key of a claim and its state. */
        line = g_strdup_printf (_ ("Claim %s: state %d"), claim->row.key, (int) claim->state);
      gtk_box_append (sheet->box, bf_page_label (line, "inspector-note"));
    }
}

static void
add_serves (const BfInspectorSheet *sheet)
{
  const BfRoadmapStep *step = sheet->step;

  bf_inspector_add_heading (sheet->box, _ ("Serves and relies on"));
  for (guint i = 0; step->why && step->why[i] && i < MOST_WHY; i++)
    gtk_box_append (sheet->box, bf_page_label (step->why[i], "inspector-note"));
  add_requires (sheet);
  add_claims (sheet);
  if (step->bundle_with)
    {
      /* Translators: title of the step with which qualification is shared. */
      g_autofree char *line =
          g_strdup_printf (_ ("Shares qualification with %s"), step->bundle_with);

      gtk_box_append (sheet->box, bf_page_label (line, "inspector-note"));
    }
  if (step->justification)
    gtk_box_append (sheet->box, bf_page_label (step->justification, "inspector-note"));
}

/* Nothing can be planned again from a roadmap that was not planned. */
static GtkWidget *
add_earlier (const BfInspectorSheet *sheet)
{
  GtkWidget *panel;

  if (!sheet->roadmap->set || !sheet->roadmap->feasible)
    return NULL;
  panel = bf_earlier_panel_new (sheet->roadmap, sheet->step);
  gtk_box_append (sheet->box, panel);
  return panel;
}

static void
chain_opened_cb (BfInspector *inspector)
{
  inspector->follows = gtk_expander_get_expanded (GTK_EXPANDER (inspector->chain));
}

static void
add_chain (BfInspector *inspector, const BfInspectorSheet *sheet)
{
  inspector->chain = bf_chain_box_new (sheet->roadmap, (int) (sheet->step - sheet->roadmap->steps));
  if (!inspector->chain)
    return;
  gtk_expander_set_expanded (GTK_EXPANDER (inspector->chain), inspector->follows);
  g_signal_connect_swapped (
      inspector->chain, "notify::expanded", G_CALLBACK (chain_opened_cb), inspector);
  gtk_box_append (sheet->box, inspector->chain);
}

static GtkWidget *
sheet_new (BfInspector *inspector, const BfRoadmap *roadmap, const BfRoadmapStep *step)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  BfInspectorSheet sheet = { GTK_BOX (box), roadmap, step, plant ? plant->currency : NULL };

  gtk_widget_add_css_class (box, "inspector-sheet");
  add_head (&sheet);
  add_parts (&sheet);
  add_baseline (&sheet);
  add_why_here (&sheet);
  add_chain (inspector, &sheet);
  inspector->earlier = add_earlier (&sheet);
  bf_inspector_add_costs (&sheet);
  add_serves (&sheet);
  return box;
}

static void
show_selected (BfInspector *inspector)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (inspector->session);
  int step = bf_session_get_selected_index (inspector->session);
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (inspector->scroller);

  inspector->earlier = NULL;
  if (!roadmap || step < 0)
    {
      gtk_scrolled_window_set_child (scroller, NULL);
      return;
    }
  gtk_scrolled_window_set_child (scroller, sheet_new (inspector, roadmap, &roadmap->steps[step]));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), 0);
}

/* What was sought is about the roadmap before. */
static void
plan_changed_cb (BfInspector *inspector)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (inspector->session);

  if (inspector->earlier && roadmap && roadmap->plan != bf_session_get_plan (inspector->session))
    bf_earlier_panel_expire (BF_EARLIER_PANEL (inspector->earlier));
}

static void
dispose (GObject *object)
{
  BfInspector *inspector = BF_INSPECTOR (object);

  inspector->earlier = NULL;

  g_clear_pointer (&inspector->scroller, gtk_widget_unparent);
  g_clear_object (&inspector->session);
  G_OBJECT_CLASS (bf_inspector_parent_class)->dispose (object);
}

static void
bf_inspector_class_init (BfInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
bf_inspector_init (BfInspector *inspector)
{
  inspector->scroller = bf_inspector_scroller_new ();
  gtk_widget_set_parent (inspector->scroller, GTK_WIDGET (inspector));
  gtk_widget_set_size_request (GTK_WIDGET (inspector), BF_INSPECTOR_WIDTH, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (inspector), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The selected step"), -1);
}

GtkWidget *
bf_inspector_new (BfSession *session)
{
  BfInspector *inspector = g_object_new (BF_TYPE_INSPECTOR, NULL);

  inspector->session = g_object_ref (session);
  bf_session_watch (
      session, inspector, G_CALLBACK (show_selected), "selected-step", "roadmap", NULL);
  bf_session_watch (session, inspector, G_CALLBACK (plan_changed_cb), "plan", NULL);
  show_selected (inspector);
  return GTK_WIDGET (inspector);
}

void
bf_inspector_seek_earlier (BfInspector *inspector)
{
  if (inspector->earlier)
    bf_earlier_panel_seek (BF_EARLIER_PANEL (inspector->earlier));
}

void
bf_inspector_cancel_earlier (BfInspector *inspector)
{
  if (inspector->earlier)
    bf_earlier_panel_cancel (BF_EARLIER_PANEL (inspector->earlier));
}
