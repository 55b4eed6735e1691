/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-roadmap-tools.h"

#include <glib/gi18n-lib.h>

#include "bf-inspector-rows.h"
#include "bf-step-shade.h"
#include "bf-unmet-button.h"

#define LEAST_WIDTH 500 /* what the row asks for, however many words it has */

struct _BfRoadmapTools
{
  GtkWidget parent_instance;
  GtkWidget *row;
  GtkWidget *lanes, *colour, *filter, *open, *date_words;
  GtkWidget *more;
  GMenuModel *common;  /* of the menu "More", without the phases */
  char *words[3];      /* of lanes, colour and filter */
  GtkWidget *spans[3]; /* quarter, year, fit */
  guint level;         /* 0 all words, 1 short ones, 2 without the spans, which the menu has too */
  int widths[3];       /* what each level takes, once it was shown */
  guint wanted;        /* the level of the next idle moment */
  guint idle;
};

G_DEFINE_FINAL_TYPE (BfRoadmapTools, bf_roadmap_tools, GTK_TYPE_WIDGET)

/* --- Buttons --- */

static GtkWidget *
menu_button_new (GMenuModel *menu)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  return button;
}

static void
append_choice (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

static GtkWidget *
lanes_button_new (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  append_choice (menu, _ ("Area"), "roadmap.lanes", "area");
  append_choice (menu, _ ("System"), "roadmap.lanes", "system");
  return menu_button_new (G_MENU_MODEL (menu));
}

static GtkWidget *
colour_button_new (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < BF_N_SHADES; i++)
    append_choice (menu, bf_shade_label (i), "roadmap.colour", bf_shade_id (i));
  return menu_button_new (G_MENU_MODEL (menu));
}

static GtkWidget *
span_button_new (const char *label, const char *span)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roadmap.span");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", span);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
more_button_new (BfRoadmapTools *tools)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) spans = g_menu_new ();
  g_autoptr (GMenu) doing = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  const char *name = _ ("More about the timeline");

  g_menu_append (shown, _ ("Baseline"), "roadmap.baseline");
  g_menu_append (shown, _ ("Load of the Teams"), "roadmap.teams");
  g_menu_append (doing, _ ("Set Baseline…"), "roadmap.set-baseline");
  append_choice (spans, _ ("Quarter"), "roadmap.span", "quarter");
  append_choice (spans, _ ("Year"), "roadmap.span", "year");
  append_choice (spans, _ ("Fit"), "roadmap.span", "fit");
  g_menu_append_section (menu, _ ("Show"), G_MENU_MODEL (shown));
  g_menu_append_section (menu, _ ("Span"), G_MENU_MODEL (spans));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (doing));
  tools->more = button;
  tools->common = G_MENU_MODEL (g_object_ref (menu));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
date_button_new (BfRoadmapTools *tools)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  tools->date_words = gtk_label_new (_ ("Plant on date"));
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("mark-location-symbolic"));
  gtk_box_append (GTK_BOX (box), tools->date_words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roadmap.date");
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Plant on date"), -1);
  gtk_widget_set_tooltip_text (button, _ ("Plant on date: what stands, is spent and proven"));
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
row_new (BfRoadmapTools *tools)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *parts[12];
  guint n = 0;

  gtk_widget_set_hexpand (space, TRUE);
  parts[n++] = tools->lanes = lanes_button_new ();
  parts[n++] = tools->colour = colour_button_new ();
  parts[n++] = tools->filter = menu_button_new (NULL);
  parts[n++] = date_button_new (tools);
  parts[n++] = tools->open = bf_unmet_button_new ();
  parts[n++] = space;
  parts[n++] = tools->spans[0] = span_button_new (_ ("Quarter"), "quarter");
  parts[n++] = tools->spans[1] = span_button_new (_ ("Year"), "year");
  parts[n++] = tools->spans[2] = span_button_new (_ ("Fit"), "fit");
  parts[n++] = bf_inspector_button_new ("zoom-out-symbolic", "roadmap.zoom-out", _ ("Zoom out"));
  parts[n++] = bf_inspector_button_new ("zoom-in-symbolic", "roadmap.zoom-in", _ ("Zoom in"));
  parts[n++] = more_button_new (tools);
  for (guint i = 0; i < n; i++)
    gtk_box_append (GTK_BOX (row), parts[i]);
  gtk_widget_add_css_class (row, "timeline-tools");
  return row;
}

/* --- Words --- */

/* The button inside takes its name from its words, the outer one would have none. */
static void
name_button (GtkWidget *button, const char *shown, const char *spoken)
{
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), shown);
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_words (BfRoadmapTools *tools)
{
  /* Translators: on a button: what the lanes of the timeline stand for. */
  g_autofree char *lanes = g_strdup_printf (_ ("Lanes: %s"), tools->words[0]);
  /* Translators: on a button: what the bars' colours stand for. */
  g_autofree char *colour = g_strdup_printf (_ ("Colour: %s"), tools->words[1]);

  name_button (tools->lanes, tools->level > 0 ? tools->words[0] : lanes, lanes);
  name_button (tools->colour, tools->level > 0 ? tools->words[1] : colour, colour);
  name_button (tools->filter, tools->words[2], tools->words[2]);
  gtk_widget_set_visible (tools->date_words, tools->level == 0);
  for (guint i = 0; i < G_N_ELEMENTS (tools->spans); i++)
    gtk_widget_set_visible (tools->spans[i], tools->level < 2);
}

/* --- Narrow or wide --- */

static gboolean
change_cb (gpointer data)
{
  BfRoadmapTools *tools = data;

  tools->idle = 0;
  tools->level = tools->wanted;
  show_words (tools);
  return G_SOURCE_REMOVE;
}

/* One level at a time: what a wider one takes is known from when it was shown. */
static guint
level_for (BfRoadmapTools *tools, int width, int least)
{
  if (width < least && tools->level + 1 < G_N_ELEMENTS (tools->widths))
    return tools->level + 1;
  if (tools->level > 0 && width >= tools->widths[tools->level - 1])
    return tools->level - 1;
  return tools->level;
}

/* The words change after this allocation, not inside it. */
static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  BfRoadmapTools *tools = BF_ROADMAP_TOOLS (widget);
  GtkAllocation all = { 0, 0, 0, height };
  int least;

  gtk_widget_measure (tools->row, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  tools->widths[tools->level] = least;
  all.width = MAX (width, least);
  gtk_widget_size_allocate (tools->row, &all, baseline);
  tools->wanted = level_for (tools, width, least);
  if (tools->idle == 0 && tools->wanted != tools->level)
    tools->idle = g_idle_add (change_cb, tools);
}

static void
measure (GtkWidget *widget,
         GtkOrientation orientation,
         int for_size,
         int *minimum,
         int *natural,
         int *minimum_baseline,
         int *natural_baseline)
{
  BfRoadmapTools *tools = BF_ROADMAP_TOOLS (widget);

  gtk_widget_measure (tools->row, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = MIN (*minimum, LEAST_WIDTH);
}

static void
dispose (GObject *object)
{
  BfRoadmapTools *tools = BF_ROADMAP_TOOLS (object);

  g_clear_handle_id (&tools->idle, g_source_remove);
  g_clear_pointer (&tools->row, gtk_widget_unparent);
  g_clear_object (&tools->common);
  for (guint i = 0; i < G_N_ELEMENTS (tools->words); i++)
    g_clear_pointer (&tools->words[i], g_free);
  G_OBJECT_CLASS (bf_roadmap_tools_parent_class)->dispose (object);
}

static void
bf_roadmap_tools_class_init (BfRoadmapToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  widget_class->measure = measure;
  widget_class->size_allocate = size_allocate;
  gtk_widget_class_set_css_name (widget_class, "roadmaptools");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
bf_roadmap_tools_init (BfRoadmapTools *tools)
{
  tools->row = row_new (tools);
  gtk_widget_set_overflow (GTK_WIDGET (tools), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (tools->row, GTK_WIDGET (tools));
  bf_roadmap_tools_set_words (tools, "", "", "");
}

GtkWidget *
bf_roadmap_tools_new (void)
{
  return g_object_new (BF_TYPE_ROADMAP_TOOLS, NULL);
}

void
bf_roadmap_tools_set_words (BfRoadmapTools *tools,
                            const char *lanes,
                            const char *colour,
                            const char *filter)
{
  const char *words[] = { lanes, colour, filter };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_free (tools->words[i]);
      tools->words[i] = g_strdup (words[i]);
    }
  show_words (tools);
}

void
bf_roadmap_tools_set_filters (BfRoadmapTools *tools, GMenuModel *menu)
{
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (tools->filter), menu);
}

/* A new menu: one whose submenus come and go keeps the pages of those that went. */
void
bf_roadmap_tools_set_phases (BfRoadmapTools *tools, GMenuModel *menu)
{
  g_autoptr (GMenu) more = g_menu_new ();
  g_autoptr (GMenu) phases = g_menu_new ();

  if (g_menu_model_get_n_items (menu) > 0)
    g_menu_append_submenu (phases, _ ("Phases"), menu);
  g_menu_append_section (more, NULL, tools->common);
  g_menu_append_section (more, NULL, G_MENU_MODEL (phases));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (tools->more), G_MENU_MODEL (more));
}

void
bf_roadmap_tools_set_open (BfRoadmapTools *tools, const BfRoadmap *roadmap, const BfPlan *plan)
{
  bf_unmet_button_update (tools->open, roadmap, plan);
}
