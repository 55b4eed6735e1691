/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-session.h"

#include <glib/gi18n-lib.h>

#include "bf-format.h"

#define DEFAULT_DRAWS 4000
#define PROGRESS_INTERVAL_MS 100
/* A search of so many schedules takes a seventh of the time of a whole one. */
#define DRAFT_SCHEDULES 20

/* One computation under way. The worker reads plan and options and writes progress; everything
 * else belongs to the main thread. */
typedef struct
{
  gatomicrefcount refs;
  BfPlan *plan;
  BfRoadmapOptions options;
  BfSessionPlanner planner;
  gboolean draft; /* the whole search follows */
  int progress;   /* atomic, thousandths */
} Request;

struct _BfSession
{
  GObject parent_instance;

  BfDocument *document;
  gulong changed_id;
  BfPlan *plan;
  BfRoadmap *roadmap;
  BfSessionPlanner planner;
  BfRoadmapOptions options;
  gboolean drafts, shows_draft;
  gboolean stopped; /* by a person, before the search was over */

  Request *request; /* the newest; NULL when idle */
  GCancellable *cancellable;
  guint progress_id;
  double progress;
  char *problem;

  char *title, *subtitle;
  char *selected_step, *selected_system;
  gint64 visible_from, visible_to;
};

G_DEFINE_FINAL_TYPE (BfSession, bf_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_PLAN,
  PROP_ROADMAP,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_SELECTED_STEP,
  PROP_SELECTED_SYSTEM,
  PROP_VISIBLE_FROM,
  PROP_VISIBLE_TO,
  PROP_BUSY,
  PROP_PROGRESS,
  PROP_PROBLEM,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
request_unref (Request *request)
{
  if (!g_atomic_ref_count_dec (&request->refs))
    return;
  bf_plan_unref (request->plan);
  g_free (request);
}

static Request *
request_ref (Request *request)
{
  g_atomic_ref_count_inc (&request->refs);
  return request;
}

static Request *
request_new (BfSession *self, gboolean draft)
{
  Request *request = g_new0 (Request, 1);

  g_atomic_ref_count_init (&request->refs);
  request->plan = bf_plan_ref (self->plan);
  request->options = self->options;
  request->planner = self->planner;
  request->draft = draft;
  if (draft)
    request->options.schedules = DRAFT_SCHEDULES;
  return request;
}

static void
notify (BfSession *self, int prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_progress (BfSession *self, double progress)
{
  if (self->progress == progress)
    return;
  self->progress = progress;
  notify (self, PROP_PROGRESS);
}

static void
set_problem (BfSession *self, const char *sentence)
{
  if (g_strcmp0 (self->problem, sentence) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (sentence);
  notify (self, PROP_PROBLEM);
}

static const char *
scenario_name (BfSession *self)
{
  const BfScenario *scenario = NULL;

  if (self->plan != NULL && self->options.scenario != NULL)
    scenario = BF_FIND (self->plan, SCENARIO, BfScenario, self->options.scenario);
  if (scenario != NULL && scenario->name != NULL)
    return scenario->name;
  return _ ("Phased");
}

static char *
write_subtitle (BfSession *self)
{
  g_autofree char *draws = NULL;

  if (self->plan == NULL)
    return NULL;
  draws = bf_format_count (self->options.draws != 0 ? self->options.draws : DEFAULT_DRAWS);
  /* Translators: a scenario's name, a number of simulated futures, a random seed. */
  return g_strdup_printf (_ ("%s · %s draws · seed %" G_GUINT64_FORMAT),
                          scenario_name (self),
                          draws,
                          self->options.seed);
}

static char *
write_title (BfSession *self)
{
  const BfPlant *plant = self->plan != NULL ? bf_plan_plant (self->plan) : NULL;

  if (plant != NULL && plant->name != NULL)
    return g_strdup (plant->name);
  if (self->document != NULL)
    return g_strdup (bf_document_get_name (self->document));
  return g_strdup (_ ("Brownfield"));
}

static void
name_plan (BfSession *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  self->title = write_title (self);
  self->subtitle = write_subtitle (self);
  notify (self, PROP_TITLE);
  notify (self, PROP_SUBTITLE);
}

static void
take_roadmap (BfSession *self, BfRoadmap *roadmap, gboolean draft)
{
  g_autoptr (BfRoadmap) old = g_steal_pointer (&self->roadmap);

  self->roadmap = roadmap;
  self->shows_draft = draft;
  notify (self, PROP_ROADMAP);
}

static void
end_request (BfSession *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->request, request_unref);
  set_progress (self, 0);
  notify (self, PROP_BUSY);
}

static void
drop_request (BfSession *self)
{
  if (self->request == NULL)
    return;
  g_cancellable_cancel (self->cancellable);
  end_request (self);
}

static void
progress_cb (double share, gpointer data)
{
  Request *request = data;

  g_atomic_int_set (&request->progress, (int) (share * 1000));
}

static void
compute_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *error = NULL;
  BfRoadmap *roadmap;

  /* A bar that runs twice would be no measure. */
  roadmap = request->planner (request->plan,
                              &request->options,
                              request->draft ? NULL : progress_cb,
                              request,
                              cancellable,
                              &error);
  if (roadmap != NULL)
    g_task_return_pointer (task, roadmap, (GDestroyNotify) bf_roadmap_unref);
  else
    g_task_return_error (task, error);
}

static void run_request (BfSession *self, gboolean draft);

static void
draft_computed (BfSession *self, BfRoadmap *roadmap)
{
  /* What a short search does not find, the whole one may. */
  if (roadmap != NULL && roadmap->feasible)
    take_roadmap (self, bf_roadmap_ref (roadmap), TRUE);
  run_request (self, FALSE);
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  BfSession *self = BF_SESSION (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (BfRoadmap) roadmap = g_task_propagate_pointer (G_TASK (result), &error);

  /* An older request: a newer one is on its way, or nobody wants to know. */
  if (g_task_get_task_data (G_TASK (result)) != self->request)
    return;
  if (self->request->draft)
    {
      draft_computed (self, roadmap);
      return;
    }
  end_request (self);
  if (roadmap != NULL)
    {
      set_problem (self,
                   roadmap->feasible || roadmap->n_problems == 0 ? NULL : roadmap->problems[0]);
      take_roadmap (self, g_steal_pointer (&roadmap), FALSE);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      set_problem (self, error->message);
      take_roadmap (self, NULL, FALSE);
    }
}

static void
run_request (BfSession *self, gboolean draft)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, computed_cb, NULL);

  g_clear_pointer (&self->request, request_unref);
  self->request = request_new (self, draft);
  g_task_set_task_data (task, request_ref (self->request), (GDestroyNotify) request_unref);
  g_task_run_in_thread (task, compute_in_thread);
}

static gboolean
look_at_progress_cb (gpointer data)
{
  BfSession *self = data;

  set_progress (self, g_atomic_int_get (&self->request->progress) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
read_plan (BfSession *self)
{
  g_autoptr (BfPlan) old = g_steal_pointer (&self->plan);

  if (self->document != NULL)
    self->plan = bf_document_snapshot (self->document);
  notify (self, PROP_PLAN);
  name_plan (self);
}

static void
document_changed_cb (BfSession *self)
{
  read_plan (self);
  bf_session_replan (self);
}

static void
bf_session_dispose (GObject *object)
{
  BfSession *self = BF_SESSION (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->request, request_unref);
  g_clear_signal_handler (&self->changed_id, self->document);
  g_clear_object (&self->document);
  g_clear_pointer (&self->plan, bf_plan_unref);
  g_clear_pointer (&self->roadmap, bf_roadmap_unref);
  G_OBJECT_CLASS (bf_session_parent_class)->dispose (object);
}

static void
bf_session_finalize (GObject *object)
{
  BfSession *self = BF_SESSION (object);

  g_free (self->problem);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->selected_step);
  g_free (self->selected_system);
  G_OBJECT_CLASS (bf_session_parent_class)->finalize (object);
}

static void
bf_session_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  BfSession *self = BF_SESSION (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_PLAN:
      g_value_set_pointer (value, self->plan);
      break;
    case PROP_ROADMAP:
      g_value_set_pointer (value, self->roadmap);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_SELECTED_STEP:
      g_value_set_string (value, self->selected_step);
      break;
    case PROP_SELECTED_SYSTEM:
      g_value_set_string (value, self->selected_system);
      break;
    case PROP_VISIBLE_FROM:
      g_value_set_int64 (value, self->visible_from);
      break;
    case PROP_VISIBLE_TO:
      g_value_set_int64 (value, self->visible_to);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->request != NULL);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bf_session_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  BfSession *self = BF_SESSION (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      bf_session_set_document (self, g_value_get_object (value));
      break;
    case PROP_SELECTED_STEP:
      bf_session_set_selected_step (self, g_value_get_string (value));
      break;
    case PROP_SELECTED_SYSTEM:
      bf_session_set_selected_system (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
bf_session_class_init (BfSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags both = read | G_PARAM_WRITABLE;

  object_class->dispose = bf_session_dispose;
  object_class->finalize = bf_session_finalize;
  object_class->get_property = bf_session_get_property;
  object_class->set_property = bf_session_set_property;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, BF_TYPE_DOCUMENT, both);
  props[PROP_PLAN] = g_param_spec_pointer ("plan", NULL, NULL, read);
  props[PROP_ROADMAP] = g_param_spec_pointer ("roadmap", NULL, NULL, read);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, read);
  props[PROP_SELECTED_STEP] = g_param_spec_string ("selected-step", NULL, NULL, NULL, both);
  props[PROP_SELECTED_SYSTEM] = g_param_spec_string ("selected-system", NULL, NULL, NULL, both);
  props[PROP_VISIBLE_FROM] =
      g_param_spec_int64 ("visible-from", NULL, NULL, G_MININT64, G_MAXINT64, BF_BLANK, read);
  props[PROP_VISIBLE_TO] =
      g_param_spec_int64 ("visible-to", NULL, NULL, G_MININT64, G_MAXINT64, BF_BLANK, read);
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, read);
  props[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, read);
  props[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
bf_session_init (BfSession *self)
{
  self->options.seed = 1;
  self->options.draws = DEFAULT_DRAWS;
  self->visible_from = BF_BLANK;
  self->visible_to = BF_BLANK;
  self->title = write_title (self);
}

BfSession *
bf_session_new (void)
{
  return g_object_new (BF_TYPE_SESSION, NULL);
}

void
bf_session_watch (BfSession *session, gpointer owner, GCallback changed, ...)
{
  va_list properties;

  va_start (properties, changed);
  for (const char *name = va_arg (properties, const char *); name != NULL;
       name = va_arg (properties, const char *))
    {
      g_autofree char *signal = g_strconcat ("notify::", name, NULL);

      g_signal_connect_object (session, signal, changed, owner, G_CONNECT_SWAPPED);
    }
  va_end (properties);
}

BfDocument *
bf_session_get_document (BfSession *session)
{
  return session->document;
}

/* Another document is another plant: what was selected, visible and shown goes. */
static void
forget_view (BfSession *self)
{
  bf_session_set_selected_step (self, NULL);
  bf_session_set_selected_system (self, NULL);
  bf_session_set_visible (self, BF_BLANK, BF_BLANK);
  if (self->roadmap != NULL)
    take_roadmap (self, NULL, FALSE);
}

void
bf_session_set_document (BfSession *session, BfDocument *document)
{
  if (session->document == document)
    return;
  session->stopped = FALSE;
  drop_request (session);
  g_clear_signal_handler (&session->changed_id, session->document);
  g_set_object (&session->document, document);
  if (document != NULL)
    session->changed_id =
        g_signal_connect_swapped (document, "changed", G_CALLBACK (document_changed_cb), session);
  forget_view (session);
  set_problem (session, NULL);
  notify (session, PROP_DOCUMENT);
  document_changed_cb (session);
}

const BfPlan *
bf_session_get_plan (BfSession *session)
{
  return session->plan;
}

const BfRoadmap *
bf_session_get_roadmap (BfSession *session)
{
  return session->roadmap;
}

void
bf_session_show_roadmap (BfSession *session, const BfRoadmap *roadmap)
{
  g_autoptr (BfPlan) old = g_steal_pointer (&session->plan);

  session->stopped = FALSE;
  drop_request (session);
  session->plan = roadmap != NULL ? bf_plan_ref (roadmap->plan) : NULL;
  notify (session, PROP_PLAN);
  name_plan (session);
  take_roadmap (session, roadmap != NULL ? bf_roadmap_ref (roadmap) : NULL, FALSE);
}

const char *
bf_session_get_title (BfSession *session)
{
  return session->title;
}

const char *
bf_session_get_subtitle (BfSession *session)
{
  return session->subtitle;
}

const char *
bf_session_get_selected_step (BfSession *session)
{
  return session->selected_step;
}

static void
set_key (BfSession *self, char **member, const char *key, int prop)
{
  if (g_strcmp0 (*member, key) == 0)
    return;
  g_free (*member);
  *member = g_strdup (key);
  notify (self, prop);
}

void
bf_session_set_selected_step (BfSession *session, const char *key)
{
  set_key (session, &session->selected_step, key, PROP_SELECTED_STEP);
}

int
bf_session_get_selected_index (BfSession *session)
{
  if (session->roadmap == NULL || session->selected_step == NULL)
    return -1;
  return bf_roadmap_find (session->roadmap, session->selected_step);
}

const char *
bf_session_get_selected_system (BfSession *session)
{
  return session->selected_system;
}

void
bf_session_set_selected_system (BfSession *session, const char *key)
{
  set_key (session, &session->selected_system, key, PROP_SELECTED_SYSTEM);
}

void
bf_session_set_visible (BfSession *session, gint64 from, gint64 to)
{
  if (session->visible_from == from && session->visible_to == to)
    return;
  session->visible_from = from;
  session->visible_to = to;
  notify (session, PROP_VISIBLE_FROM);
  notify (session, PROP_VISIBLE_TO);
}

gint64
bf_session_get_today (BfSession *session)
{
  const BfPlant *plant = session->plan != NULL ? bf_plan_plant (session->plan) : NULL;

  if (plant != NULL && plant->status_date != BF_BLANK)
    return plant->status_date;
  if (plant != NULL && plant->start != BF_BLANK)
    return plant->start;
  return g_get_real_time () / G_USEC_PER_SEC / 86400;
}

void
bf_session_set_planner (BfSession *session, BfSessionPlanner planner)
{
  session->planner = planner;
  bf_session_replan (session);
}

void
bf_session_set_drafts (BfSession *session, gboolean drafts)
{
  session->drafts = drafts;
}

gboolean
bf_session_shows_draft (BfSession *session)
{
  return session->shows_draft;
}

void
bf_session_set_options (BfSession *session, const BfRoadmapOptions *options)
{
  session->options = *options;
  session->options.scenario = g_intern_string (options->scenario);
  session->options.keep_dates = g_intern_string (options->keep_dates);
  name_plan (session);
  bf_session_replan (session);
}

void
bf_session_replan (BfSession *session)
{
  session->stopped = FALSE;
  drop_request (session);
  /* Without a plant there is nothing to plan for: a page says what to do next. */
  if (session->planner == NULL || session->plan == NULL || bf_plan_plant (session->plan) == NULL)
    return;
  session->cancellable = g_cancellable_new ();
  run_request (session, session->drafts && session->roadmap == NULL);
  session->progress_id = g_timeout_add (PROGRESS_INTERVAL_MS, look_at_progress_cb, session);
  notify (session, PROP_BUSY);
}

void
bf_session_cancel (BfSession *session)
{
  session->stopped = session->stopped || session->request != NULL;
  drop_request (session);
}

gboolean
bf_session_was_stopped (BfSession *session)
{
  return session->stopped;
}

gboolean
bf_session_get_busy (BfSession *session)
{
  return session->request != NULL;
}

double
bf_session_get_progress (BfSession *session)
{
  return session->progress;
}

const char *
bf_session_get_problem (BfSession *session)
{
  return session->problem;
}

gboolean
bf_session_edit (BfSession *session,
                 BfRecordKind kind,
                 const char *key,
                 const char *column,
                 const char *text,
                 const char *label,
                 GError **error)
{
  g_autoptr (BfEdit) edit = NULL;

  g_return_val_if_fail (session->document != NULL, FALSE);
  edit = bf_document_begin (session->document, label, NULL, error);
  if (edit == NULL || !bf_edit_set (edit, kind, key, column, text, error))
    return FALSE;
  return bf_edit_commit (edit, error);
}

gboolean
bf_session_decide (BfSession *session,
                   BfRecordKind kind,
                   const char *key,
                   const char *column,
                   const char *text,
                   const char *label,
                   GError **error)
{
  g_autoptr (BfEdit) edit = NULL;
  g_autofree gpointer row = g_malloc0 (bf_record (kind)->size);

  g_return_val_if_fail (session->document != NULL, FALSE);
  bf_record_blank (bf_record (kind), row);
  ((BfRow *) row)->key = key;
  edit = bf_document_begin (session->document, label, NULL, error);
  return edit != NULL && bf_edit_put (edit, kind, row, FALSE, NULL, error) &&
         bf_edit_set (edit, kind, key, column, text, error) && bf_edit_commit (edit, error);
}
