/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-plan-window.h"

#include <glib/gi18n-lib.h>

#include "bf-dialogs.h"
#include "bf-drop.h"
#include "bf-empty.h"
#include "bf-history-page.h"
#include "bf-import-page.h"
#include "bf-maturity-page.h"
#include "bf-money-page.h"
#include "bf-overview-page.h"
#include "bf-plan-file.h"
#include "bf-plan-window-private.h"
#include "bf-review-page.h"
#include "bf-risk-page.h"
#include "bf-roadmap-page.h"
#include "bf-sidebar.h"
#include "bf-steps-page.h"
#include "bf-systems-page.h"
#include "bf-welcome-page.h"

#define FIRST_PAGE "roadmap"

struct _BfPlanWindow
{
  AdwApplicationWindow parent_instance;

  BfSession *session;
  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  GtkWidget *plan_buttons, *back_button, *search_button;
  GtkWidget *undo_button, *redo_button;
  GtkRevealer *banner, *sidebar_revealer;
  GtkLabel *banner_label;
  GtkStack *root, *pages;
  AdwBin *welcome_place, *import_place;
  BfSidebar *sidebar;
  gboolean import_is_new; /* the files on the import page make a new plan */
};

G_DEFINE_FINAL_TYPE (BfPlanWindow, bf_plan_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_SIDEBAR,
};

static const struct
{
  BfSidebarEntry entry;
  GtkWidget *(*make) (BfSession *session);
} page_makers[] = {
  { { "overview", N_ ("Overview"), "go-home-symbolic", FALSE }, bf_overview_page_new },
  { { "maturity", N_ ("Maturity"), "network-cellular-signal-good-symbolic", TRUE },
    bf_maturity_page_new },
  { { "systems", N_ ("Systems"), "network-workgroup-symbolic", FALSE }, bf_systems_page_new },
  { { "roadmap", N_ ("Roadmap"), "view-continuous-symbolic", TRUE }, bf_roadmap_page_new },
  { { "steps", N_ ("Steps"), "view-list-symbolic", FALSE }, bf_steps_page_new },
  { { "money", N_ ("Money"), "accessories-calculator-symbolic", FALSE }, bf_money_page_new },
  { { "risk", N_ ("Risk"), "dialog-warning-symbolic", FALSE }, bf_risk_page_new },
  { { "history", N_ ("History"), "document-open-recent-symbolic", TRUE }, bf_history_page_new },
};

/* Pages are made when they are first looked at, so that the first one is there at once. */
static void
ensure_page (BfPlanWindow *self, const char *id)
{
  guint i;

  if (gtk_stack_get_child_by_name (self->pages, id) != NULL)
    return;
  for (i = 0; i < G_N_ELEMENTS (page_makers); i++)
    if (g_str_equal (page_makers[i].entry.id, id))
      gtk_stack_add_named (self->pages, page_makers[i].make (self->session), id);
}

static void
show_title (BfPlanWindow *self)
{
  const char *root = gtk_stack_get_visible_child_name (self->root);
  gboolean plan = g_strcmp0 (root, "plan") == 0;
  const char *subtitle = plan ? bf_session_get_subtitle (self->session) : NULL;
  g_autofree char *name = NULL;

  adw_window_title_set_title (self->title,
                              plan ? bf_session_get_title (self->session) : _ ("Brownfield"));
  if (g_strcmp0 (root, "import") == 0)
    {
      adw_window_title_set_title (self->title, _ ("Import"));
      subtitle = self->import_is_new ? _ ("into a new plan") : _ ("into this plan");
    }
  adw_window_title_set_subtitle (self->title, subtitle != NULL ? subtitle : "");
  name = g_strdup (adw_window_title_get_title (self->title));
  gtk_window_set_title (GTK_WINDOW (self), name);
}

static void
show_root (BfPlanWindow *self, const char *name)
{
  gboolean plan = g_str_equal (name, "plan");

  gtk_stack_set_visible_child_name (self->root, name);
  gtk_widget_set_visible (self->plan_buttons, plan);
  gtk_widget_set_visible (self->search_button, plan);
  gtk_widget_set_visible (self->back_button, g_str_equal (name, "import"));
  show_title (self);
  bf_plan_window_update_actions (self);
}

/* What the button would take back stands in its tooltip. */
static void
name_button (GtkWidget *button, const char *plain, const char *what)
{
  g_autofree char *text = NULL;

  /* Translators: "Undo" or "Redo", and the edit. */
  text = what != NULL ? g_strdup_printf (_ ("%s: %s"), plain, what) : g_strdup (plain);
  gtk_widget_set_tooltip_text (button, text);
}

static void
show_undo (BfPlanWindow *self)
{
  BfDocument *document = bf_session_get_document (self->session);

  name_button (
      self->undo_button, _ ("Undo"), document != NULL ? bf_document_undo_label (document) : NULL);
  name_button (
      self->redo_button, _ ("Redo"), document != NULL ? bf_document_redo_label (document) : NULL);
  bf_plan_window_update_actions (self);
}

static void
show_banner (BfPlanWindow *self)
{
  BfDocument *document = bf_session_get_document (self->session);
  const char *sentence = document != NULL ? bf_document_read_only_sentence (document) : NULL;

  gtk_label_set_text (self->banner_label, sentence != NULL ? sentence : "");
  gtk_revealer_set_reveal_child (self->banner, sentence != NULL);
}

static void
document_cb (BfPlanWindow *self)
{
  show_banner (self);
  show_undo (self);
  if (bf_session_get_document (self->session) == NULL)
    show_root (self, "welcome");
}

static void
connect_session (BfPlanWindow *self)
{
  BfSession *session = self->session;

  bf_session_watch (session, self, G_CALLBACK (document_cb), "document", NULL);
  bf_session_watch (session, self, G_CALLBACK (show_undo), "plan", NULL);
  bf_session_watch (session, self, G_CALLBACK (show_title), "title", "subtitle", NULL);
  bf_session_watch (session, self, G_CALLBACK (bf_plan_window_update_actions), "busy", NULL);
}

static void
bf_plan_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BfPlanWindow *self = BF_PLAN_WINDOW (object);

  if (id == PROP_SIDEBAR)
    /* Asked for while the template is still being built, too. */
    g_value_set_boolean (value,
                         self->sidebar_revealer == NULL ||
                             gtk_revealer_get_reveal_child (self->sidebar_revealer));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bf_plan_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BfPlanWindow *self = BF_PLAN_WINDOW (object);

  if (id == PROP_SIDEBAR)
    gtk_revealer_set_reveal_child (self->sidebar_revealer, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bf_plan_window_dispose (GObject *object)
{
  BfPlanWindow *self = BF_PLAN_WINDOW (object);

  if (self->session != NULL)
    bf_session_cancel (self->session);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (bf_plan_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, toasts);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, title);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, plan_buttons);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, back_button);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, search_button);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, undo_button);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, redo_button);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, banner);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, banner_label);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, sidebar_revealer);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, root);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, pages);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, welcome_place);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, import_place);
  gtk_widget_class_bind_template_child (klass, BfPlanWindow, sidebar);
}

static void
bf_plan_window_class_init (BfPlanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bf_plan_window_dispose;
  object_class->get_property = bf_plan_window_get_property;
  object_class->set_property = bf_plan_window_set_property;
  g_object_class_install_property (
      object_class,
      PROP_SIDEBAR,
      g_param_spec_boolean (
          "sidebar", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  g_type_ensure (BF_TYPE_EMPTY);
  g_type_ensure (BF_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/brownfield/Brownfield/bf-plan-window.ui");
  bind_children (widget_class);
  bf_plan_window_install_actions (widget_class);
}

static void
bf_plan_window_init (BfPlanWindow *self)
{
  guint i;

  self->session = bf_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (i = 0; i < G_N_ELEMENTS (page_makers); i++)
    bf_sidebar_add (self->sidebar, &page_makers[i].entry);
  bf_sidebar_set_session (self->sidebar, self->session);
  adw_bin_set_child (self->welcome_place, bf_welcome_page_new (self->session));
  bf_drop_accept (GTK_WIDGET (self->pages), GTK_WIDGET (self->pages));
  connect_session (self);
  show_root (self, "welcome");
}

BfPlanWindow *
bf_plan_window_new (GtkApplication *application)
{
  return g_object_new (BF_TYPE_PLAN_WINDOW, "application", application, NULL);
}

BfSession *
bf_plan_window_get_session (BfPlanWindow *window)
{
  return window->session;
}

gboolean
bf_plan_window_is_empty (BfPlanWindow *window)
{
  return g_str_equal (gtk_stack_get_visible_child_name (window->root), "welcome");
}

gboolean
bf_plan_window_shows_plan (BfPlanWindow *window)
{
  return g_str_equal (gtk_stack_get_visible_child_name (window->root), "plan");
}

void
bf_plan_window_show_document (BfPlanWindow *window, BfDocument *document)
{
  bf_session_set_document (window->session, document);
  bf_plan_file_remember (document, bf_session_get_title (window->session));
  bf_plan_window_show_page (window, FIRST_PAGE);
}

void
bf_plan_window_show_page (BfPlanWindow *window, const char *id)
{
  ensure_page (window, id);
  if (gtk_stack_get_child_by_name (window->pages, id) == NULL)
    return;
  gtk_stack_set_visible_child_name (window->pages, id);
  bf_sidebar_set_page (window->sidebar, id);
  show_root (window, "plan");
}

void
bf_plan_window_toast (BfPlanWindow *window, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_toast_overlay_add_toast (window->toasts, adw_toast_new (escaped));
}

static void
import_done_cb (BfPlanWindow *self, BfDocument *document)
{
  bf_plan_window_show_document (self, document);
  bf_plan_window_end_import (self);
}

static gboolean
leave_cb (gpointer window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  return G_SOURCE_REMOVE;
}

/* The workbook shows a plan that stands open in another window: there it is looked at. */
static gboolean
hand_over (BfPlanWindow *self, const char *const *paths)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList *windows = application != NULL ? gtk_application_get_windows (application) : NULL;

  for (; windows != NULL; windows = windows->next)
    {
      BfPlanWindow *other = windows->data;
      BfDocument *document =
          BF_IS_PLAN_WINDOW (other) ? bf_session_get_document (other->session) : NULL;
      g_autoptr (BfRoundTrip) trip =
          document != NULL ? bf_round_trip_new (paths[0], document, NULL, NULL) : NULL;

      if (trip == NULL)
        continue;
      bf_plan_window_import (other, paths, document);
      gtk_window_present (GTK_WINDOW (other));
      /* Not at once: a drop onto it may be under way. */
      if (bf_plan_window_is_empty (self))
        g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, leave_cb, g_object_ref (self), g_object_unref);
      return TRUE;
    }
  return FALSE;
}

/* A workbook of ours goes back into its plan; anything else is read as spreadsheets are. NULL when
 * that was said to be wrong. */
static GtkWidget *
new_import_page (BfPlanWindow *self, const char *const *paths, BfDocument *document)
{
  g_autoptr (GError) error = NULL;
  BfRoundTrip *trip;

  if (paths[1] != NULL || !bf_round_trip_is_ours (paths[0]))
    return bf_import_page_new (paths, document);
  if (document == NULL && hand_over (self, paths))
    return NULL;
  if (document == NULL)
    {
      bf_dialogs_show_error (GTK_WINDOW (self),
                             _ ("This workbook shows a plan of yours"),
                             _ ("Open that plan first, then drop the workbook onto it."));
      return NULL;
    }
  trip = bf_round_trip_new (paths[0], document, NULL, &error);
  if (trip != NULL)
    return bf_review_page_new (trip, document);
  bf_dialogs_show_error (GTK_WINDOW (self), _ ("The workbook was not read"), error->message);
  return NULL;
}

void
bf_plan_window_import (BfPlanWindow *window, const char *const *paths, BfDocument *document)
{
  GtkWidget *page = new_import_page (window, paths, document);

  if (page == NULL)
    return;

  window->import_is_new = document == NULL;
  g_signal_connect_object (page, "done", G_CALLBACK (import_done_cb), window, G_CONNECT_SWAPPED);
  adw_bin_set_child (window->import_place, page);
  show_root (window, "import");
}

void
bf_plan_window_end_import (BfPlanWindow *window)
{
  GtkWidget *page = adw_bin_get_child (window->import_place);

  if (BF_IS_IMPORT_PAGE (page))
    bf_import_page_cancel (BF_IMPORT_PAGE (page));
  adw_bin_set_child (window->import_place, NULL);
  show_root (window, bf_session_get_document (window->session) != NULL ? "plan" : "welcome");
}

static BfDocument *
open_plan (BfPlanWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  BfDocument *document = bf_document_open (path, BF_OPEN_DEFAULT, &error);

  if (document == NULL)
    bf_dialogs_show_error (GTK_WINDOW (self), _ ("The plan was not opened"), error->message);
  return document;
}

void
bf_plan_window_open_paths (BfPlanWindow *window, const char *const *paths)
{
  g_autoptr (BfDocument) document = NULL;

  if (paths[0] == NULL)
    return;
  if (!g_str_has_suffix (paths[0], BF_DOCUMENT_SUFFIX))
    {
      bf_plan_window_import (window, paths, bf_session_get_document (window->session));
      return;
    }
  document = open_plan (window, paths[0]);
  if (document != NULL)
    bf_plan_window_show_document (window, document);
}

void
bf_plan_window_search (BfPlanWindow *window)
{
  const char *page = gtk_stack_get_visible_child_name (window->pages);

  /* Only tables can be searched; elsewhere a person looks for a step. */
  if (g_strcmp0 (page, "systems") != 0)
    bf_plan_window_show_page (window, "steps");
  gtk_widget_activate_action (gtk_stack_get_visible_child (window->pages), "page.search", NULL);
}
