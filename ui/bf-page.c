/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-page.h"

#include <string.h>

#include "bf-catalogue.h"

const char *
bf_page_currency (const BfPlan *plan)
{
  const BfPlant *plant = plan != NULL ? bf_plan_plant (plan) : NULL;

  return plant != NULL ? plant->currency : NULL;
}

const char *
bf_page_framework_name (const char *framework)
{
  const BfFramework *found = bf_catalogue_framework (bf_catalogue_get (), framework);

  if (found == NULL)
    return framework;
  /* The full names are whole titles; people say SIRI and acatech. */
  return g_ascii_strcasecmp (found->id, "acatech") == 0 ? "acatech" : found->id;
}

char *
bf_page_window_name (const char *name, gboolean with_day)
{
  g_autofree char *place = g_strndup (name, strcspn (name, ","));
  gsize letters = strcspn (place, "0123456789");

  if (!with_day && letters > 0)
    place[letters] = '\0';
  return g_strdup (g_strchomp (place));
}

GtkWidget *
bf_page_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
left_label (const char *text, const char *css_class, int lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

void
bf_page_say (GtkWidget *widget, const char *name, const char *more)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  more != NULL ? more : "",
                                  -1);
}

void
bf_page_name_choice (GtkDropDown *choice, const char *name)
{
  bf_page_say (gtk_widget_get_first_child (GTK_WIDGET (choice)), name, NULL);
}

static void
say_row (GtkWidget *row, const char *lead, const char *title, const char *text)
{
  g_autofree char *more =
      lead != NULL && text != NULL ? g_strdup_printf ("%s, %s", lead, text) : NULL;

  bf_page_say (row, title, more != NULL ? more : (lead != NULL ? lead : text));
}

static GtkWidget *
list_row (const char *lead,
          int lead_chars,
          const char *title,
          int title_lines,
          const char *text,
          int text_lines)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *figure = gtk_label_new (lead);

  gtk_label_set_width_chars (GTK_LABEL (figure), lead_chars);
  gtk_widget_set_visible (figure, lead != NULL);
  gtk_label_set_xalign (GTK_LABEL (figure), 0);
  gtk_widget_add_css_class (figure, "row-lead");
  gtk_box_append (GTK_BOX (words), left_label (title, "row-title", title_lines));
  if (text != NULL)
    gtk_box_append (GTK_BOX (words), left_label (text, "row-text", text_lines));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), figure);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  say_row (row, lead, title, text);
  return row;
}

GtkWidget *
bf_page_list_row (const char *title, const char *text)
{
  return list_row (NULL, 0, title, 3, text, 3);
}

GtkWidget *
bf_page_lead_row (const char *lead, int lead_chars, const char *title, const char *text)
{
  return list_row (lead, lead_chars, title, 2, text, 2);
}

void
bf_page_clear_list (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

void
bf_page_toast (GtkWidget *widget, const char *sentence)
{
  gtk_widget_activate_action (widget, "win.toast", "s", sentence);
}
