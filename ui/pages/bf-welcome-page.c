/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-welcome-page.h"

#include <glib/gi18n-lib.h>

#include "bf-drop.h"
#include "bf-format.h"
#include "bf-plan-file.h"
#include "bf-sample.h"

struct _BfWelcomePage
{
  AdwBin parent_instance;

  GtkWidget *drop_zone, *choose_button;
  GtkBox *inputs;
  GtkListBox *recent, *samples;
};

G_DEFINE_FINAL_TYPE (BfWelcomePage, bf_welcome_page, ADW_TYPE_BIN)

static const struct
{
  const char *id, *icon, *title, *text, *files;
} sample_plants[] = {
  { "aerospace",
    "airplane-mode-symbolic",
    "Harrow Vale Aerostructures",
    N_ ("46 systems · 71 interfaces · AS9100, Nadcap"),
    N_ ("one workbook") },
  { "pharma",
    "bf-flask-symbolic",
    "Nordlicht Sterile",
    N_ ("31 systems · 47 interfaces · EU GMP Annex 1"),
    N_ ("12 files") },
  { "small",
    "bf-plant-symbolic",
    "Tellmark Moulding",
    N_ ("15 systems · 16 interfaces · ISO 13485"),
    N_ ("7 files") },
};

static const struct
{
  const char *icon, *css_class, *title, *text;
} inputs[] = {
  { "network-workgroup-symbolic", "legacy", N_ ("Inventory"), N_ ("what stands today") },
  { "network-cellular-signal-good-symbolic",
    "proof",
    N_ ("Maturity"),
    N_ ("where to, how proven") },
  { "emblem-ok-symbolic", "build", N_ ("Qualification"), N_ ("weeks, days, loops") },
};

/* --- Rows ------------------------------------------------------------------------------------ */

static GtkWidget *
two_lines (const char *title, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_label_new (title), *second = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (first), 0);
  gtk_label_set_xalign (GTK_LABEL (second), 0);
  gtk_label_set_ellipsize (GTK_LABEL (first), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (second), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (first, "row-title");
  gtk_widget_add_css_class (second, "row-text");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
add_choice (GtkListBox *list,
            const char *icon,
            GtkWidget *words,
            const char *aside,
            const char *action,
            const char *target)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *mark = gtk_image_new_from_icon_name (icon);
  GtkWidget *note = gtk_label_new (aside);

  gtk_image_set_pixel_size (GTK_IMAGE (mark), 22);
  gtk_widget_add_css_class (mark, "sample-mark");
  gtk_widget_add_css_class (note, "caption-ink");
  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), note);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (words))),
      -1);
  gtk_list_box_append (list, row);
}

static void
add_samples (BfWelcomePage *self)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (sample_plants); i++)
    {
      g_autofree char *path = bf_sample_folder (sample_plants[i].id);

      if (path != NULL)
        add_choice (self->samples,
                    sample_plants[i].icon,
                    two_lines (_ (sample_plants[i].title), _ (sample_plants[i].text)),
                    _ (sample_plants[i].files),
                    "win.open-sample",
                    sample_plants[i].id);
    }
}

static void
show_recent (BfWelcomePage *self)
{
  g_autoptr (GPtrArray) plans = bf_plan_file_recent ();
  GtkListBoxRow *row;
  guint i;

  while ((row = gtk_list_box_get_row_at_index (self->recent, 0)) != NULL)
    gtk_list_box_remove (self->recent, GTK_WIDGET (row));
  for (i = 0; i < plans->len; i++)
    {
      const BfRecentPlan *plan = g_ptr_array_index (plans, i);
      g_autofree char *used = bf_format_day (plan->used / 86400);
      g_autofree char *folder = g_path_get_dirname (plan->path);

      add_choice (self->recent,
                  "view-list-symbolic",
                  two_lines (plan->name, folder),
                  used,
                  "win.open-file",
                  plan->path);
    }
}

static void
add_inputs (BfWelcomePage *self)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (inputs); i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
      GtkWidget *icon = gtk_image_new_from_icon_name (inputs[i].icon);

      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_add_css_class (icon, inputs[i].css_class);
      gtk_box_append (GTK_BOX (box), icon);
      gtk_box_append (GTK_BOX (box), two_lines (_ (inputs[i].title), _ (inputs[i].text)));
      gtk_box_append (self->inputs, box);
    }
}

static void
bf_welcome_page_class_init (BfWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BfWelcomePage, drop_zone);
  gtk_widget_class_bind_template_child (widget_class, BfWelcomePage, choose_button);
  gtk_widget_class_bind_template_child (widget_class, BfWelcomePage, inputs);
  gtk_widget_class_bind_template_child (widget_class, BfWelcomePage, recent);
  gtk_widget_class_bind_template_child (widget_class, BfWelcomePage, samples);
}

static void
bf_welcome_page_init (BfWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_inputs (self);
  add_samples (self);
  show_recent (self);
  bf_drop_accept (GTK_WIDGET (self), self->drop_zone);
  g_signal_connect_object (gtk_recent_manager_get_default (),
                           "changed",
                           G_CALLBACK (show_recent),
                           self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
bf_welcome_page_new (BfSession *session)
{
  return g_object_new (BF_TYPE_WELCOME_PAGE, NULL);
}
