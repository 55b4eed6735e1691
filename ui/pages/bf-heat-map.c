/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-heat-map.h"

#include <glib/gi18n-lib.h>

#include "bf-format.h"
#include "bf-page.h"

struct _BfHeatMap
{
  GtkWidget parent_instance;

  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (BfHeatMap, bf_heat_map, GTK_TYPE_WIDGET)

/* --- Bands --- */

static char *
chance_text (const BfRiskFigures *figures, int row)
{
  g_autofree char *limit =
      bf_format_percent (figures->chance_limits[CLAMP (row, 0, BF_HEAT_BANDS - 2)]);

  if (row == BF_HEAT_BANDS - 1)
    return g_strdup_printf ("> %s", limit);
  return row == 0 ? g_strdup_printf ("< %s", limit) : g_steal_pointer (&limit);
}

static char *
thousands (double minor)
{
  return minor < 1e6 ? bf_format_number (minor / 1e5, 1) : bf_format_whole (minor / 1e5);
}

static char *
minor_text (const BfRiskFigures *figures, int column)
{
  g_autofree char *limit = thousands (figures->minor_limits[CLAMP (column, 0, BF_HEAT_BANDS - 2)]);

  if (column == BF_HEAT_BANDS - 1)
    return g_strdup_printf ("> %s", limit);
  return column == 0 ? g_strdup_printf ("< %s", limit) : g_steal_pointer (&limit);
}

/* --- Fields --- */

static gboolean
is_in (const BfHeat *heat, int row, int column)
{
  return heat->chance > 0 && heat->row == row && heat->column == column;
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, GtkPopover *popover)
{
  gtk_popover_popdown (popover);
}

static GtkWidget *
new_popover (const BfRiskFigures *figures, const BfRoadmap *roadmap, int row, int column)
{
  GtkWidget *popover = gtk_popover_new (), *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Steps of this field"), -1);
  for (guint i = 0; i < figures->n_heats; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];
      g_autofree char *chance = bf_format_percent (figures->heats[i].chance);
      g_autofree char *money =
          bf_format_money_thousands (figures->heats[i].minor, bf_page_currency (roadmap->plan));
      /* Translators: a chance, then an amount of money. */
      g_autofree char *text = g_strdup_printf (_ ("%s, %s when it happens"), chance, money);
      GtkWidget *item;

      if (!is_in (&figures->heats[i], row, column))
        continue;
      item = bf_page_list_row (step->short_title, text);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (item), "win.show-step");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (item), "s", step->key);
      gtk_list_box_append (GTK_LIST_BOX (list), item);
    }
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), popover);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  return popover;
}

static guint
count_in (const BfRiskFigures *figures, int row, int column)
{
  guint n = 0;

  for (guint i = 0; i < figures->n_heats; i++)
    n += is_in (&figures->heats[i], row, column);
  return n;
}

/* A field without steps is colour alone. */
static GtkWidget *
new_field (const BfRiskFigures *figures, const BfRoadmap *roadmap, int row, int column)
{
  guint n = count_in (figures, row, column);
  GtkWidget *field = n ? gtk_menu_button_new () : gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *class = g_strdup_printf ("heat-%d", (row + column + 1) / 2);
  g_autofree char *chance = chance_text (figures, row);
  g_autofree char *money = minor_text (figures, column);
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *name = NULL;

  gtk_widget_set_hexpand (field, TRUE);
  gtk_widget_add_css_class (field, "heat");
  gtk_widget_add_css_class (field, class);
  if (n == 0)
    return field;
  name = g_strdup_printf (
      /* Translators: number of steps, band of chances ("> 40 %"), band of money in thousands. */
      ngettext ("%u step, chance %s, %s thousand when it happens",
                "%u steps, chance %s, %s thousand when it happens",
                n),
      n,
      chance,
      money);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (field), gtk_label_new (count));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (field),
                               new_popover (figures, roadmap, row, column));
  gtk_widget_set_tooltip_text (field, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return field;
}

static void
add_label (BfHeatMap *self, const char *text, int column, int row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption-ink");
  gtk_widget_add_css_class (label, "numeric");
  if (column == 0)
    gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
}

/* --- Widget --- */

static void
bf_heat_map_dispose (GObject *object)
{
  g_clear_pointer (&BF_HEAT_MAP (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (bf_heat_map_parent_class)->dispose (object);
}

static void
bf_heat_map_class_init (BfHeatMapClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bf_heat_map_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bf_heat_map_init (BfHeatMap *self)
{
}

GtkWidget *
bf_heat_map_new (void)
{
  return g_object_new (BF_TYPE_HEAT_MAP, NULL);
}

static void
fill_grid (BfHeatMap *self, const BfRiskFigures *figures, const BfRoadmap *roadmap)
{
  const char *sign = bf_format_currency_sign (bf_page_currency (roadmap->plan));
  /* Translators: sign of a currency. */
  g_autofree char *unit = g_strdup_printf (_ ("k%s lost when it happens"), sign);
  GtkWidget *caption = gtk_label_new (unit);

  for (int row = 0; row < BF_HEAT_BANDS; row++)
    {
      g_autofree char *chance = chance_text (figures, row);
      int line = BF_HEAT_BANDS - 1 - row;

      add_label (self, chance, 0, line);
      for (int column = 0; column < BF_HEAT_BANDS; column++)
        gtk_grid_attach (GTK_GRID (self->grid),
                         new_field (figures, roadmap, row, column),
                         column + 1,
                         line,
                         1,
                         1);
    }
  for (int column = 0; column < BF_HEAT_BANDS; column++)
    {
      g_autofree char *money = minor_text (figures, column);

      add_label (self, money, column + 1, BF_HEAT_BANDS);
    }
  gtk_widget_add_css_class (caption, "caption-ink");
  gtk_grid_attach (GTK_GRID (self->grid), caption, 1, BF_HEAT_BANDS + 1, BF_HEAT_BANDS, 1);
}

void
bf_heat_map_show (BfHeatMap *map, const BfRiskFigures *figures, const BfRoadmap *roadmap)
{
  g_clear_pointer (&map->grid, gtk_widget_unparent);
  if (figures == NULL)
    return;
  map->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (map->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (map->grid), 6);
  /* The fields share the card; they do not widen it. */
  gtk_widget_set_hexpand (map->grid, FALSE);
  gtk_widget_set_parent (map->grid, GTK_WIDGET (map));
  fill_grid (map, figures, roadmap);
}
