/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small pieces that several pages are made of. */

#pragma once

#include <gtk/gtk.h>

#include "bf-plan.h"

G_BEGIN_DECLS

/* The plan's currency; NULL without a plant. */
const char *bf_page_currency (const BfPlan *plan);
/* "SIRI" of "SIRI", "acatech" of "ACATECH": as the catalogue writes it; the id itself otherwise. */
const char *bf_page_framework_name (const char *framework);

/* "Summer shutdown 2028" of "Summer shutdown 2028, special processes"; "Summer shutdown" where the
 * day (@with_day FALSE) stands beside it. */
char *bf_page_window_name (const char *name, gboolean with_day);

/* Left-aligned, in as many lines as it needs. @css_class may be NULL. */
GtkWidget *bf_page_label (const char *text, const char *css_class);
/* A row of a card's list: a title over a text (NULL: none). Its child is a horizontal GtkBox. */
GtkWidget *bf_page_list_row (const char *title, const char *text);
/* The same behind a figure or a day of @lead_chars, kept short: two lines of each. */
GtkWidget *bf_page_lead_row (const char *lead, int lead_chars, const char *title, const char *text);
void bf_page_clear_list (GtkListBox *list);
/* What a screen reader says of the widget; @more: the rest of what it shows, NULL: nothing. */
void bf_page_say (GtkWidget *widget, const char *name, const char *more);
/* The focus of a drop-down list is on the button in it, which has no name of its own. */
void bf_page_name_choice (GtkDropDown *choice, const char *name);
/* A sentence that goes away by itself, in the window of @widget. */
void bf_page_toast (GtkWidget *widget, const char *sentence);

G_END_DECLS
