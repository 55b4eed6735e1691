/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-maturity-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-dot-plot.h"
#include "bf-format.h"
#include "bf-key.h"
#include "bf-maturity-levels.h"
#include "bf-page.h"
#include "bf-radar-view.h"
#include "bf-result-columns.h"
#include "bf-story.h"
#include "bf-table.h"

struct _BfMaturityPage
{
  AdwBin parent_instance;

  BfSession *session;
  GtkStack *stack;
  GtkLabel *answer, *lead;
  GtkBox *left, *right;
  AdwBin *table_place;
  BfTable *table;
};

G_DEFINE_FINAL_TYPE (BfMaturityPage, bf_maturity_page, ADW_TYPE_BIN)

/* Columns of the two lists line up by these widths. */
#define ID_WIDTH 36
#define EFFECTIVE_WIDTH 69
#define STATE_WIDTH 138
#define NAME_CHARS 14
#define PLOT_WIDTH 100
#define SMALL_PLOT_WIDTH 72

/* --- Rows ------------------------------------------------------------------------------------ */

static GtkWidget *
label_new (const char *text, const char *css_class, int width, double xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), (float) xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (width > 0)
    gtk_widget_set_size_request (label, width, -1);
  return label;
}

static GtkWidget *
effective_label (const BfMaturityLevel *level)
{
  GtkWidget *label = label_new (NULL, "sum", EFFECTIVE_WIDTH, 1);
  g_autofree char *now = bf_format_number (level->effective, 1);
  g_autofree char *target =
      bf_format_number (level->target, level->target == floor (level->target) ? 0 : 1);
  /* Translators: effective level and target, as in "1.4 of 3". */
  g_autofree char *markup = isnan (level->target)
                                ? g_strdup_printf ("<b>%s</b>", now)
                                : g_strdup_printf (_ ("<b>%s</b> of %s"), now, target);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  return label;
}

static GtkWidget *
state_box (const BfMaturityLevel *level)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_size_request (box, STATE_WIDTH, -1);
  if (level->claim_state >= 0)
    gtk_box_append (GTK_BOX (box), bf_claim_pips_new (level->claim_state));
  gtk_box_append (GTK_BOX (box),
                  label_new (bf_claim_state_name (level->claim_state), "ink2", 0, 0));
  return box;
}

/* Name and plot share what is left five to four, in a narrow card two to one, in every row alike:
 * homogeneous columns do not care how the name wraps. */
static GtkWidget *
name_and_plot (GtkWidget *name, GtkWidget *plot, gboolean wide)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_CHARS);
  gtk_widget_add_css_class (name, "table-text");
  gtk_widget_set_size_request (plot, wide ? PLOT_WIDTH : SMALL_PLOT_WIDTH, -1);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_attach (GTK_GRID (grid), name, 0, 0, wide ? 5 : 6, 1);
  gtk_grid_attach (GTK_GRID (grid), plot, wide ? 5 : 6, 0, wide ? 4 : 3, 1);
  gtk_widget_set_valign (name, GTK_ALIGN_CENTER);
  /* The plot fills its row, and only that. */
  gtk_widget_set_vexpand (plot, TRUE);
  gtk_widget_set_vexpand (grid, FALSE);
  gtk_widget_set_hexpand (grid, TRUE);
  return grid;
}

/* What the row draws, in words; NULL where nothing is said. */
static char *
level_words (const BfMaturityLevel *level)
{
  g_autofree char *verified = bf_format_number (level->verified, 1);
  g_autofree char *now = bf_format_number (level->effective, 1);
  g_autofree char *target = isnan (level->target) ? NULL : bf_format_number (level->target, 1);

  if (target == NULL)
    /* Translators: two levels, state of a claim. */
    return g_strdup_printf (_ ("Verified %s, effective %s, no target, %s"),
                            verified,
                            now,
                            bf_claim_state_name (level->claim_state));
  /* Translators: three levels, state of a claim. */
  return g_strdup_printf (_ ("Verified %s, effective %s, target %s, %s"),
                          verified,
                          now,
                          target,
                          bf_claim_state_name (level->claim_state));
}

static GtkWidget *
level_row (const BfMaturityFramework *framework, const BfMaturityLevel *level, gboolean wide)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = label_new (level->name, NULL, 0, 0);
  GtkWidget *plot = bf_dot_plot_new (framework, level);
  g_autofree char *words = level_words (level);

  gtk_widget_set_tooltip_text (name, level->name);
  if (wide)
    gtk_box_append (GTK_BOX (box), label_new (level->short_id, "strong", ID_WIDTH, 0));
  gtk_box_append (GTK_BOX (box), name_and_plot (name, plot, wide));
  gtk_box_append (GTK_BOX (box), effective_label (level));
  if (wide)
    gtk_box_append (GTK_BOX (box), state_box (level));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  bf_page_say (row, level->name, words);
  return row;
}

static GtkWidget *
heading_row (const BfMaturityFramework *framework)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = label_new (_ ("Dimension"), "column-title", 0, 0);
  GtkWidget *plot = bf_dot_plot_new (framework, NULL);

  gtk_box_append (GTK_BOX (box), label_new ("", NULL, ID_WIDTH, 0));
  gtk_box_append (GTK_BOX (box), name_and_plot (name, plot, TRUE));
  gtk_box_append (GTK_BOX (box), label_new (_ ("Effective"), "caption-title", EFFECTIVE_WIDTH, 1));
  gtk_box_append (GTK_BOX (box), label_new (_ ("Claim state"), "caption-title", STATE_WIDTH, 0));
  gtk_widget_add_css_class (box, "card-head");
  return box;
}

/* --- Cards ----------------------------------------------------------------------------------- */

static char *
scale_sentence (const BfMaturityFramework *framework)
{
  g_autofree char *date =
      framework->assessed_on != BF_BLANK ? bf_format_month_tight (framework->assessed_on) : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (framework->shown_max < framework->scale_max)
    /* Translators: levels that a chart shows of a framework's scale. */
    g_string_append_printf (text,
                            _ ("levels %.0f to %.0f of %.0f"),
                            framework->scale_min,
                            framework->shown_max,
                            framework->scale_max);
  else
    g_string_append_printf (
        text, _ ("levels %.0f to %.0f"), framework->scale_min, framework->scale_max);
  if (framework->assessor_type != NULL)
    g_string_append_printf (text, ", %s", framework->assessor_type);
  if (date != NULL)
    g_string_append_printf (text, ", %s", date);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
card_new (const BfMaturityFramework *framework)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = label_new (bf_page_framework_name (framework->id), "card-title", 0, 0);
  g_autofree char *scale = scale_sentence (framework);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), label_new (scale, "caption-ink", 0, 1));
  gtk_widget_set_hexpand (gtk_widget_get_last_child (head), TRUE);
  gtk_widget_add_css_class (head, "card-head");
  gtk_widget_add_css_class (card, "bf-card");
  gtk_box_append (GTK_BOX (card), head);
  return card;
}

static GtkWidget *
radar_card (const BfMaturityFramework *framework)
{
  GtkWidget *card = card_new (framework);
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *radar = bf_radar_view_new ();
  g_autofree char *label =
      g_strdup_printf (_ ("Radar of %s"), bf_page_framework_name (framework->id));

  bf_radar_view_show (BF_RADAR_VIEW (radar), framework, label);
  gtk_box_append (GTK_BOX (keys), bf_key_new (BF_KEY_SQUARE, "legacy", _ ("Verified")));
  gtk_box_append (GTK_BOX (keys), bf_key_new (BF_KEY_TRIANGLE, "proof", _ ("Effective")));
  gtk_box_append (GTK_BOX (keys), bf_key_new (BF_KEY_RING, "build", _ ("Target")));
  gtk_widget_set_halign (keys, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (keys, 12);
  gtk_box_append (GTK_BOX (card), radar);
  gtk_box_append (GTK_BOX (card), keys);
  return card;
}

static GtkWidget *
list_of (const BfMaturityFramework *framework, gboolean wide)
{
  GtkWidget *list = gtk_list_box_new ();
  guint i;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "dense");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bf_page_framework_name (framework->id),
                                  -1);
  for (i = 0; i < framework->levels->len; i++)
    gtk_list_box_append (
        GTK_LIST_BOX (list),
        level_row (framework, &g_array_index (framework->levels, BfMaturityLevel, i), wide));
  return list;
}

static GtkWidget *
small_card (const BfMaturityFramework *framework)
{
  GtkWidget *card = card_new (framework);

  gtk_box_append (GTK_BOX (card), list_of (framework, FALSE));
  return card;
}

static GtkWidget *
main_card (const BfMaturityFramework *framework)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (card, "bf-card");
  gtk_box_append (GTK_BOX (card), heading_row (framework));
  gtk_box_append (GTK_BOX (card), list_of (framework, TRUE));
  return card;
}

static GtkWidget *
legend (void)
{
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  gtk_box_append (GTK_BOX (keys), bf_key_new (BF_KEY_CAPSULE, "legacy", _ ("Low to high")));
  gtk_box_append (GTK_BOX (keys), bf_key_new (BF_KEY_SQUARE, "legacy", _ ("Verified")));
  gtk_box_append (GTK_BOX (keys), bf_key_new (BF_KEY_TICK, "ink2", _ ("Claimed")));
  gtk_box_append (GTK_BOX (keys), bf_key_new (BF_KEY_TRIANGLE, "proof", _ ("Effective")));
  gtk_box_append (GTK_BOX (keys), bf_key_new (BF_KEY_RING, "build", _ ("Target")));
  return keys;
}

static char *
factors_sentence (void)
{
  const BfRules *rules = bf_catalogue_rules (bf_catalogue_get ());
  g_autoptr (GString) text = g_string_new (NULL);
  int state;

  for (state = 1; state <= 5; state++)
    {
      g_autofree char *factor =
          bf_format_number (rules->claim_factor[state], rules->claim_factor[state] < 1 ? 2 : 0);

      g_string_append_printf (
          text, "%s%s %s", state > 1 ? ", " : "", bf_claim_state_name (state), factor);
    }
  /* Translators: claim states with their shares, as in "claimed 0.20, documented 0.40". */
  return g_strdup_printf (_ ("Effective = verified + the part of the claim that its state allows: "
                             "%s. Frameworks meet dimension by dimension; their overall scores are "
                             "never averaged."),
                          text->str);
}

/* --- The page -------------------------------------------------------------------------------- */

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_frameworks (BfMaturityPage *self, GPtrArray *frameworks)
{
  g_autofree char *factors = factors_sentence ();
  GtkWidget *note = gtk_label_new (factors);
  guint i;

  empty_box (self->left);
  empty_box (self->right);
  gtk_box_append (self->left, radar_card (frameworks->pdata[0]));
  for (i = 1; i < frameworks->len; i++)
    gtk_box_append (self->left, small_card (frameworks->pdata[i]));
  gtk_label_set_wrap (GTK_LABEL (note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (note), 0);
  gtk_widget_add_css_class (note, "caption-ink");
  gtk_box_append (self->right, main_card (frameworks->pdata[0]));
  gtk_box_append (self->right, legend ());
  gtk_box_append (self->right, note);
}

static char *
lead_sentence (const BfPlan *plan, GPtrArray *frameworks)
{
  const BfMaturityFramework *framework = frameworks->pdata[0];
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0, i;

  for (i = 0; i < framework->levels->len; i++)
    {
      const BfMaturityLevel *level = &g_array_index (framework->levels, BfMaturityLevel, i);

      if (!(level->claimed > level->effective + 1e-9))
        continue;
      g_string_append_printf (names, "%s%s", n > 0 ? ", " : "", level->name);
      n++;
    }
  if (n == 0)
    return g_strdup (_ ("The targets need the roadmap, not louder claims."));
  /* Translators: names of dimensions. */
  return g_strdup_printf (_ ("%s: claimed above what is proven."), names->str);
}

static void
show_words (BfMaturityPage *self, const BfPlan *plan, GPtrArray *frameworks)
{
  guint n = 0, f, i;
  g_autofree char *number = NULL;
  g_autofree char *answer = NULL;
  g_autofree char *lead = lead_sentence (plan, frameworks);

  for (f = 0; f < frameworks->len; f++)
    {
      const BfMaturityFramework *framework = frameworks->pdata[f];

      for (i = 0; i < framework->levels->len; i++)
        {
          const BfMaturityLevel *level = &g_array_index (framework->levels, BfMaturityLevel, i);

          n += level->claim_state >= 0 && level->claimed > level->effective + 1e-9;
        }
    }
  answer = bf_story_claims (n);
  gtk_label_set_text (self->answer, answer);
  gtk_label_set_text (self->lead, lead);
}

static void
show_plan (BfMaturityPage *self)
{
  const BfPlan *plan = bf_session_get_plan (self->session);
  g_autoptr (GPtrArray) frameworks = NULL;
  BfNeeds *needs;

  if (plan == NULL || bf_plan_plant (plan) == NULL || bf_plan_count (plan, BF_RESULT) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }
  needs = bf_needs_compute (plan, bf_catalogue_get ());
  frameworks = bf_maturity_frameworks (plan, needs);
  bf_table_show (self->table, plan, NULL, needs->n_levels, needs, (GDestroyNotify) bf_needs_free);
  if (frameworks->len > 0)
    {
      show_frameworks (self, frameworks);
      show_words (self, plan, frameworks);
    }
  gtk_stack_set_visible_child_name (self->stack, frameworks->len > 0 ? "full" : "none");
}

static void
refused_cb (BfMaturityPage *self, const char *sentence)
{
  bf_page_toast (GTK_WIDGET (self), sentence);
}

static void
bf_maturity_page_dispose (GObject *object)
{
  g_clear_object (&BF_MATURITY_PAGE (object)->session);
  G_OBJECT_CLASS (bf_maturity_page_parent_class)->dispose (object);
}

static void
bf_maturity_page_class_init (BfMaturityPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_maturity_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-maturity-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfMaturityPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BfMaturityPage, answer);
  gtk_widget_class_bind_template_child (widget_class, BfMaturityPage, lead);
  gtk_widget_class_bind_template_child (widget_class, BfMaturityPage, left);
  gtk_widget_class_bind_template_child (widget_class, BfMaturityPage, right);
  gtk_widget_class_bind_template_child (widget_class, BfMaturityPage, table_place);
}

static void
bf_maturity_page_init (BfMaturityPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bf_maturity_page_new (BfSession *session)
{
  BfMaturityPage *self = g_object_new (BF_TYPE_MATURITY_PAGE, NULL);
  GtkWidget *table = bf_table_new (bf_result_columns, bf_n_result_columns, _ ("Results"));

  self->session = g_object_ref (session);
  self->table = BF_TABLE (table);
  bf_table_set_editing (self->table, session, BF_RESULT);
  adw_bin_set_child (self->table_place, table);
  g_signal_connect_swapped (table, "edit-refused", G_CALLBACK (refused_cb), self);
  bf_session_watch (session, self, G_CALLBACK (show_plan), "plan", NULL);
  show_plan (self);
  return GTK_WIDGET (self);
}
