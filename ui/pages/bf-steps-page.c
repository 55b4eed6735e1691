/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-steps-page.h"

#include <glib/gi18n-lib.h>

#include "bf-format.h"
#include "bf-page.h"
#include "bf-step-columns.h"
#include "bf-step-edits.h"
#include "bf-story.h"
#include "bf-table.h"

struct _BfStepsPage
{
  AdwBin parent_instance;

  BfSession *session;
  GtkLabel *extent, *footer;
  GtkEditable *search;
  GtkDropDown *phases;
  GtkMenuButton *step_button;
  GtkWidget *tools;
  GtkStack *stack;
  AdwBin *table_place;
  BfTable *table;
  char *wanted_words; /* folded; NULL: all */
};

G_DEFINE_FINAL_TYPE (BfStepsPage, bf_steps_page, ADW_TYPE_BIN)

static gboolean
has_words (const BfRoadmapStep *step, const char *wanted)
{
  g_autoptr (GString) words = g_string_new (step->title);
  g_autofree char *folded = NULL;

  g_string_append_printf (words, " %s", step->key);
  if (step->held_by != NULL)
    g_string_append_printf (words, " %s", step->held_by);
  folded = g_utf8_casefold (words->str, -1);
  return strstr (folded, wanted) != NULL;
}

static gboolean
wanted_cb (BfTableRow *row, gpointer data)
{
  BfStepsPage *self = data;
  const BfRoadmapStep *step = bf_table_row_step (row);
  guint phase = gtk_drop_down_get_selected (self->phases);

  if (phase > 0 && phase != GTK_INVALID_LIST_POSITION && step->phase != (int) phase - 1)
    return FALSE;
  return self->wanted_words == NULL || has_words (step, self->wanted_words);
}

static void
show_stack (BfStepsPage *self)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (self->session);
  guint all = roadmap != NULL ? roadmap->n_steps : 0;
  guint shown = g_list_model_get_n_items (bf_table_get_rows (self->table));

  gtk_stack_set_visible_child_name (self->stack,
                                    all == 0     ? "none"
                                    : shown == 0 ? "no-match"
                                                 : "table");
  gtk_widget_set_visible (self->tools, all > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->footer), all > 0);
}

static void
filter_cb (BfStepsPage *self)
{
  const char *words = gtk_editable_get_text (self->search);

  if (self->session == NULL)
    return;
  g_free (self->wanted_words);
  self->wanted_words = *words != '\0' ? g_utf8_casefold (words, -1) : NULL;
  bf_table_refilter (self->table);
  show_stack (self);
}

static void
clear_filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfStepsPage *self = BF_STEPS_PAGE (widget);

  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->phases, 0);
  filter_cb (self);
}

/* Escape in the search lets go of it. */
static void
search_stopped_cb (BfStepsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.clear-filter", NULL);
}

static void
search_entered_cb (BfStepsPage *self)
{
  bf_table_enter (self->table);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (BF_STEPS_PAGE (widget)->search));
}

static void
show_phases (BfStepsPage *self, const BfRoadmap *roadmap)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->phases), i;

  gtk_string_list_append (names, _ ("Phase: all"));
  for (i = 0; i < roadmap->n_phases; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("%s %s", roadmap->phases[i].id, roadmap->phases[i].name);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->phases, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->phases, selected <= roadmap->n_phases ? selected : 0);
}

static void
show_sums (BfStepsPage *self, const BfRoadmap *roadmap)
{
  const char *currency = bf_page_currency (roadmap->plan);
  g_autofree char *extent = bf_story_extent (roadmap);
  g_autofree char *validation =
      bf_format_money_millions (roadmap->validation_cost.p50, 2, currency);
  g_autofree char *loaded = bf_format_money_millions (roadmap->fully_loaded.expected, 2, currency);
  g_autofree char *hours = bf_format_hours (roadmap->downtime_hours.p50);
  /* Translators: money, hours, money. */
  g_autofree char *sums = g_strdup_printf (_ ("In all: validation %s, downtime %s, fully loaded %s "
                                              "expected. Enter shows a step on the timeline."),
                                           validation,
                                           hours,
                                           loaded);

  gtk_label_set_text (self->extent, extent);
  gtk_label_set_text (self->footer, sums);
}

static void
show_selected (BfStepsPage *self)
{
  int index = bf_session_get_selected_index (self->session);

  bf_table_select (self->table, index);
  gtk_widget_set_sensitive (GTK_WIDGET (self->step_button), index >= 0);
}

static void
show_roadmap (BfStepsPage *self)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (self->session);

  if (roadmap != NULL)
    {
      show_phases (self, roadmap);
      show_sums (self, roadmap);
    }
  bf_table_show (self->table,
                 roadmap != NULL ? roadmap->plan : NULL,
                 roadmap,
                 roadmap != NULL ? roadmap->n_steps : 0,
                 NULL,
                 NULL);
  show_selected (self);
  show_stack (self);
}

static void
row_selected_cb (BfStepsPage *self)
{
  BfTableRow *row = bf_table_get_selected (self->table);

  bf_session_set_selected_step (self->session, row != NULL ? bf_table_row_step (row)->key : NULL);
}

static void
row_activated_cb (BfStepsPage *self)
{
  BfTableRow *row = bf_table_get_selected (self->table);

  if (row != NULL)
    gtk_widget_activate_action (
        GTK_WIDGET (self), "win.show-step", "s", bf_table_row_step (row)->key);
}

/* --- What can be done with a step ------------------------------------------------------------- */

static const BfRoadmapStep *
selected_step (BfStepsPage *self)
{
  BfTableRow *row = bf_table_get_selected (self->table);

  return row != NULL ? bf_table_row_step (row) : NULL;
}

static gboolean
edit_step (BfSession *session, const BfRoadmapStep *step, const char *action, GError **error)
{
  if (g_str_equal (action, "step.earlier"))
    return bf_step_move_cutover (session, step, -1, error);
  if (g_str_equal (action, "step.later"))
    return bf_step_move_cutover (session, step, 1, error);
  if (g_str_equal (action, "step.pin"))
    return bf_step_pin (session, step, error);
  if (g_str_equal (action, "step.unpin"))
    return bf_step_unpin (session, step, error);
  return bf_step_set_status (session,
                             step->key,
                             step->short_title,
                             g_str_equal (action, "step.reject") ? BF_STATUS_REJECTED
                                                                 : BF_STATUS_ACCEPTED,
                             NULL,
                             error);
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfStepsPage *self = BF_STEPS_PAGE (widget);
  const BfRoadmapStep *step = selected_step (self);
  g_autoptr (GError) error = NULL;

  if (step != NULL && !edit_step (self->session, step, name, &error))
    bf_page_toast (widget, error->message);
}

/* "": as the plan chooses. */
static void
strategy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  BfStepsPage *self = BF_STEPS_PAGE (widget);
  const BfRoadmapStep *step = selected_step (self);
  const char *strategy = g_variant_get_string (parameter, NULL);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (step == NULL)
    return;
  /* Translators: an edit, as the Undo button names it; %s is the title of a step. */
  label = g_strdup_printf (_ ("Set Strategy of “%s”"), step->short_title);
  if (!bf_session_decide (self->session,
                          BF_STEP,
                          step->key,
                          "strategy",
                          *strategy != '\0' ? strategy : NULL,
                          label,
                          &error))
    bf_page_toast (widget, error->message);
}

static GMenuModel *
step_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) moves = g_menu_new ();
  g_autoptr (GMenu) strategies = g_menu_new ();
  g_autoptr (GMenu) verdicts = g_menu_new ();
  const BfField *field = bf_record_field (&bf_step_record, "strategy");
  guint i;

  g_menu_append (moves, _ ("Move to the Window Before"), "step.earlier");
  g_menu_append (moves, _ ("Move to the Next Window"), "step.later");
  g_menu_append (moves, _ ("Pin Here"), "step.pin");
  g_menu_append (moves, _ ("Release Pin"), "step.unpin");
  g_menu_append (strategies, _ ("As the Plan Chooses"), "step.strategy::");
  for (i = 0; field->choices[i].id != NULL; i++)
    {
      g_autofree char *action = g_strconcat ("step.strategy::", field->choices[i].id, NULL);

      g_menu_append (strategies, bf_strategy_shown (field->choices[i].id), action);
    }
  g_menu_append (verdicts, _ ("Accept"), "step.accept");
  g_menu_append (verdicts, _ ("Reject"), "step.reject");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (moves));
  g_menu_append_submenu (menu, _ ("Strategy"), G_MENU_MODEL (strategies));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (verdicts));
  return G_MENU_MODEL (menu);
}

static void
install_step_actions (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "step.earlier", "step.later",  "step.pin",
                                       "step.unpin",   "step.accept", "step.reject" };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (widget_class, names[i], NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "step.strategy", "s", strategy_cb);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, "step.earlier", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, "step.later", NULL);
}

static void
bf_steps_page_dispose (GObject *object)
{
  BfStepsPage *self = BF_STEPS_PAGE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->wanted_words, g_free);
  G_OBJECT_CLASS (bf_steps_page_parent_class)->dispose (object);
}

static void
bf_steps_page_class_init (BfStepsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bf_steps_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-steps-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfStepsPage, extent);
  gtk_widget_class_bind_template_child (widget_class, BfStepsPage, footer);
  gtk_widget_class_bind_template_child (widget_class, BfStepsPage, search);
  gtk_widget_class_bind_template_child (widget_class, BfStepsPage, phases);
  gtk_widget_class_bind_template_child (widget_class, BfStepsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, BfStepsPage, table_place);
  gtk_widget_class_bind_template_child (widget_class, BfStepsPage, step_button);
  gtk_widget_class_bind_template_child (widget_class, BfStepsPage, tools);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  install_step_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "page.clear-filter", NULL, clear_filter_cb);
  gtk_widget_class_install_action (widget_class, "page.search", NULL, search_cb);
}

static void
bf_steps_page_init (BfStepsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  bf_page_name_choice (self->phases, _ ("Phase"));
}

static void
add_table (BfStepsPage *self)
{
  GtkWidget *table = bf_table_new (bf_step_columns, bf_n_step_columns, _ ("Steps"));

  self->table = BF_TABLE (table);
  bf_table_set_filter (self->table, wanted_cb, self);
  adw_bin_set_child (self->table_place, table);
  g_signal_connect_swapped (table, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (table, "row-activated", G_CALLBACK (row_activated_cb), self);
}

GtkWidget *
bf_steps_page_new (BfSession *session)
{
  BfStepsPage *self = g_object_new (BF_TYPE_STEPS_PAGE, NULL);
  g_autoptr (GMenuModel) menu = NULL;

  self->session = g_object_ref (session);
  add_table (self);
  menu = step_menu ();
  gtk_menu_button_set_menu_model (self->step_button, menu);
  bf_session_watch (session, self, G_CALLBACK (show_roadmap), "roadmap", NULL);
  bf_session_watch (session, self, G_CALLBACK (show_selected), "selected-step", NULL);
  show_roadmap (self);
  return GTK_WIDGET (self);
}
