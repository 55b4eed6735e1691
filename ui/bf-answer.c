/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-answer.h"

/* px, so that a sentence stays short enough to be read. */
#define WIDEST 842

struct _BfAnswer
{
  AdwBin parent_instance;

  GtkLabel *answer, *lead;
  GtkBox *middle, *body, *actions;
};

static GtkBuildableIface *parent_buildable;

static void
bf_answer_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  BfAnswer *self = BF_ANSWER (buildable);

  if (g_strcmp0 (type, "side") == 0)
    gtk_box_prepend (self->middle, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "action") == 0)
    gtk_box_append (self->actions, GTK_WIDGET (child));
  else if (type == NULL && GTK_IS_WIDGET (child))
    gtk_box_append (self->body, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
bf_answer_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = bf_answer_add_child;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BfAnswer,
                               bf_answer,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, bf_answer_buildable_init))

static GtkLabel *
add_label (BfAnswer *self, const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (self->body, GTK_WIDGET (label));
  return label;
}

static GtkWidget *
scroller_of (GtkWidget *body)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), body);
  gtk_scrolled_window_set_policy (
      GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
bf_answer_class_init (BfAnswerClass *klass)
{
}

static void
bf_answer_init (BfAnswer *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->body = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  self->middle = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  self->actions = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));
  gtk_widget_add_css_class (GTK_WIDGET (self->body), "page");
  gtk_widget_add_css_class (GTK_WIDGET (self->actions), "action-row");
  self->answer = add_label (self, "answer");
  self->lead = add_label (self, "lead");
  gtk_box_append (self->middle, scroller_of (GTK_WIDGET (self->body)));
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->middle));
  gtk_box_append (GTK_BOX (all), GTK_WIDGET (self->actions));
  adw_bin_set_child (ADW_BIN (self), all);
}

void
bf_answer_say (BfAnswer *self, const char *answer, const char *lead)
{
  gtk_label_set_text (self->answer, answer);
  gtk_label_set_text (self->lead, lead);
}
