/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-empty.h"

struct _BfEmpty
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (BfEmpty, bf_empty, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_ICON_NAME,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_LABEL,
  PROP_ACTION_NAME,
  PROP_SUGGESTED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
set_text (BfEmpty *self, guint id, const char *text)
{
  switch (id)
    {
    case PROP_ICON_NAME:
      adw_status_page_set_icon_name (self->status, text);
      break;
    case PROP_TITLE:
      adw_status_page_set_title (self->status, text);
      break;
    case PROP_DESCRIPTION:
      adw_status_page_set_description (self->status, text);
      break;
    case PROP_LABEL:
      gtk_button_set_label (self->button, text);
      gtk_widget_set_visible (GTK_WIDGET (self->button), text != NULL);
      break;
    case PROP_ACTION_NAME:
    default:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), text);
    }
}

static void
bf_empty_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BfEmpty *self = BF_EMPTY (object);

  if (id > N_PROPS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else if (id != PROP_SUGGESTED)
    set_text (self, id, g_value_get_string (value));
  else if (g_value_get_boolean (value))
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "suggested-action");
}

static GParamSpec *
text_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
}

static void
bf_empty_class_init (BfEmptyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = bf_empty_set_property;
  props[PROP_ICON_NAME] = text_property ("icon-name");
  props[PROP_TITLE] = text_property ("title");
  props[PROP_DESCRIPTION] = text_property ("description");
  props[PROP_LABEL] = text_property ("label");
  props[PROP_ACTION_NAME] = text_property ("action-name");
  props[PROP_SUGGESTED] = g_param_spec_boolean (
      "suggested", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bf_empty_init (BfEmpty *self)
{
  self->status = ADW_STATUS_PAGE (adw_status_page_new ());
  self->button = GTK_BUTTON (gtk_button_new ());
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->button), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "pill");
  adw_status_page_set_child (self->status, GTK_WIDGET (self->button));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->status));
}
