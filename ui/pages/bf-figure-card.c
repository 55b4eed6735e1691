/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-figure-card.h"

struct _BfFigureCard
{
  GtkWidget parent_instance;

  GtkWidget *caption, *figure, *unit, *spread;
};

G_DEFINE_FINAL_TYPE (BfFigureCard, bf_figure_card, GTK_TYPE_WIDGET)

static void
bf_figure_card_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (bf_figure_card_parent_class)->dispose (object);
}

static void
bf_figure_card_class_init (BfFigureCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bf_figure_card_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
bf_figure_card_init (BfFigureCard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (widget));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (widget, "bf-card");
  gtk_widget_add_css_class (widget, "figure-card");
  self->caption = new_label ("caption-title");
  self->figure = new_label ("big-figure");
  self->unit = new_label ("figure-unit");
  self->spread = new_label ("spread");
  gtk_label_set_ellipsize (GTK_LABEL (self->unit), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (self->unit, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (self->figure, GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (line), self->figure);
  gtk_box_append (GTK_BOX (line), self->unit);
  gtk_widget_set_parent (self->caption, widget);
  gtk_widget_set_parent (line, widget);
  gtk_widget_set_parent (self->spread, widget);
}

GtkWidget *
bf_figure_card_new (const char *caption, GtkWidget *chart)
{
  BfFigureCard *self = g_object_new (BF_TYPE_FIGURE_CARD, NULL);

  bf_figure_card_set_caption (self, caption);
  gtk_widget_set_margin_top (chart, 9);
  gtk_widget_set_parent (chart, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
bf_figure_card_set_caption (BfFigureCard *card, const char *caption)
{
  gtk_label_set_text (GTK_LABEL (card->caption), caption);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, caption, -1);
}

void
bf_figure_card_show (BfFigureCard *card, const char *figure, const char *unit, const char *spread)
{
  gtk_label_set_text (GTK_LABEL (card->figure), figure);
  gtk_label_set_text (GTK_LABEL (card->unit), unit);
  gtk_widget_set_visible (card->unit, *unit != '\0');
  gtk_label_set_text (GTK_LABEL (card->spread), spread);
}
