/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-complaint.h"

#define KEY "bf-complaint"
#define WIDTH_CHARS 36

/* The bubble is a child of the widget and must be gone before it. */
static void
unrealized_cb (GtkWidget *widget)
{
  bf_complaint_clear (widget);
}

static GtkWidget *
bubble_of (GtkWidget *widget)
{
  GtkWidget *bubble = g_object_get_data (G_OBJECT (widget), KEY);
  GtkWidget *label;

  if (bubble != NULL)
    return bubble;
  bubble = gtk_popover_new ();
  label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, "bad");
  gtk_popover_set_child (GTK_POPOVER (bubble), label);
  /* The person goes on typing under it. */
  gtk_popover_set_autohide (GTK_POPOVER (bubble), FALSE);
  gtk_popover_set_position (GTK_POPOVER (bubble), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (bubble, FALSE);
  gtk_widget_set_parent (bubble, widget);
  g_object_set_data (G_OBJECT (widget), KEY, bubble);
  g_signal_connect (widget, "unrealize", G_CALLBACK (unrealized_cb), NULL);
  return bubble;
}

void
bf_complaint_show (GtkWidget *widget, const char *sentence)
{
  GtkWidget *bubble = bubble_of (widget);

  gtk_label_set_text (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (bubble))), sentence);
  gtk_widget_add_css_class (widget, "error");
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence, -1);
  gtk_popover_popup (GTK_POPOVER (bubble));
}

void
bf_complaint_clear (GtkWidget *widget)
{
  GtkWidget *bubble = g_object_steal_data (G_OBJECT (widget), KEY);

  if (bubble == NULL)
    return;
  g_signal_handlers_disconnect_by_func (widget, unrealized_cb, NULL);
  gtk_widget_remove_css_class (widget, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  gtk_widget_unparent (bubble);
}
