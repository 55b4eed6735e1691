/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-inspector-rows.h"

#include "bf-page.h"

void
bf_inspector_add_heading (GtkBox *box, const char *text)
{
  gtk_box_append (box, bf_page_label (text, "inspector-heading"));
}

/* A name too long for its line takes a second one: nothing is cut beside free space. */
GtkWidget *
bf_inspector_add_row (
    GtkBox *box, GtkWidget *sign, const char *words, GtkWidget *middle, const char *figure)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 7);
  GtkWidget *name = bf_page_label (words, NULL);
  GtkWidget *value = gtk_label_new (figure);

  gtk_widget_add_css_class (row, "inspector-row");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (value, "numeric");
  if (sign)
    gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), name);
  if (middle)
    gtk_box_append (GTK_BOX (row), middle);
  gtk_box_append (GTK_BOX (row), value);
  gtk_box_append (box, row);
  return row;
}

void
bf_inspector_add_note (GtkBox *box, const char *text)
{
  gtk_box_append (box, bf_page_label (text, "inspector-note"));
}

GtkWidget *
bf_inspector_button_new (const char *icon, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

GtkWidget *
bf_inspector_scroller_new (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}
