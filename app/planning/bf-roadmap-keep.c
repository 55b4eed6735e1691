/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-phases.h"
#include "bf-roadmap-compute.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  char *id;
  int mode;
  char *lowered;      /* why it stands in an earlier phase; NULL: it does not */
  char *phase;        /* its number */
  GArray *activities; /* Kept */
} KeptStep;

typedef struct
{
  int kind, part;
  gint64 start;  /* day; of a cutover: minute */
  gboolean stop; /* a bearable one */
} Kept;

/* An order that was given up; for a date: shares NAN. */
typedef struct
{
  char *before, *after; /* keys of steps */
  double with, without;
  gint64 horizon_wanted;
} KeptOrder;

struct _BfKeptDates
{
  GPtrArray *steps; /* KeptStep */
  GArray *orders;   /* KeptOrder */
};

static void
kept_order_clear (gpointer data)
{
  KeptOrder *order = data;

  g_free (order->before);
  g_free (order->after);
}

static void
kept_step_free (gpointer data)
{
  KeptStep *step = data;

  g_free (step->id);
  g_free (step->lowered);
  g_free (step->phase);
  g_array_unref (step->activities);
  g_free (step);
}

void
bf_kept_dates_free (BfKeptDates *kept)
{
  g_ptr_array_unref (kept->steps);
  g_array_unref (kept->orders);
  g_free (kept);
}

/* --- Reading --- */

/* NULL where the member is missing or no text. */
static const char *
text_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                  : NULL;
}

static JsonArray *
list_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
object_at (JsonArray *list, guint i)
{
  JsonNode *node = json_array_get_element (list, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static int
kind_of (const char *id)
{
  for (int kind = 0; id && kind < BF_N_ACTIVITIES; kind++)
    if (strcmp (bf_activity_kind_id ((BfActivityKind) kind), id) == 0)
      return kind;
  return -1;
}

static int
mode_of (const char *id)
{
  guint n;
  const BfMode *modes = bf_catalogue_modes (bf_catalogue_get (), &n);

  for (guint i = 0; id && i < n; i++)
    if (strcmp (modes[i].id, id) == 0)
      return (int) i;
  return -1;
}

static int
part_of (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "part");

  return node && json_node_get_value_type (node) == G_TYPE_INT64 ? (int) json_node_get_int (node)
                                                                 : 0;
}

static void
read_activities (KeptStep *step, JsonArray *list)
{
  for (guint i = 0; list && i < json_array_get_length (list); i++)
    {
      JsonObject *object = object_at (list, i);
      const char *start = object ? text_member (object, "start") : NULL;
      Kept kept = { .kind = object ? kind_of (text_member (object, "kind")) : -1 };

      if (kept.kind < 0 || kept.kind == BF_ACTIVITY_CUTOVER || !start ||
          !bf_day_parse (start, &kept.start))
        continue;
      kept.part = part_of (object);
      g_array_append_val (step->activities, kept);
    }
}

static void
read_cutovers (KeptStep *step, JsonArray *list)
{
  for (guint i = 0; list && i < json_array_get_length (list); i++)
    {
      JsonObject *object = object_at (list, i);
      const char *start = object ? text_member (object, "start") : NULL;
      Kept kept = { .kind = BF_ACTIVITY_CUTOVER };

      if (!start || !bf_minute_parse (start, &kept.start))
        continue;
      kept.part = part_of (object);
      kept.stop = g_strcmp0 (text_member (object, "placement"), "bearable stop") == 0;
      g_array_append_val (step->activities, kept);
    }
}

static const KeptStep *
find_kept (const BfKeptDates *kept, const char *key)
{
  for (guint i = 0; i < kept->steps->len; i++)
    if (strcmp (((const KeptStep *) g_ptr_array_index (kept->steps, i))->id, key) == 0)
      return g_ptr_array_index (kept->steps, i);
  return NULL;
}

/* A step that is named twice counts once. */
static gboolean
read_step (BfKeptDates *kept, JsonObject *object)
{
  const char *id = object ? text_member (object, "id") : NULL;
  KeptStep *step;

  if (!id)
    return FALSE;
  if (find_kept (kept, id))
    return TRUE;
  step = g_new0 (KeptStep, 1);
  step->id = g_strdup (id);
  step->mode = mode_of (text_member (object, "strategy"));
  step->lowered = g_strdup (text_member (object, "phase_lowered"));
  step->phase = g_strdup (text_member (object, "phase"));
  step->activities = g_array_new (FALSE, FALSE, sizeof (Kept));
  read_activities (step, list_member (object, "activities"));
  read_cutovers (step, list_member (object, "cutovers"));
  g_ptr_array_add (kept->steps, step);
  return TRUE;
}

static gboolean
read_steps (BfKeptDates *kept, JsonNode *root)
{
  JsonArray *steps = root && JSON_NODE_HOLDS_OBJECT (root)
                         ? list_member (json_node_get_object (root), "steps")
                         : NULL;

  for (guint i = 0; steps && i < json_array_get_length (steps); i++)
    if (!read_step (kept, object_at (steps, i)))
      return FALSE;
  return steps != NULL;
}

static double
number_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  GType type = node ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_DOUBLE || type == G_TYPE_INT64 ? json_node_get_double (node) : NAN;
}

static void
read_orders (BfKeptDates *kept, JsonObject *root)
{
  JsonArray *list = list_member (root, "orders_given_up");

  for (guint i = 0; list && i < json_array_get_length (list); i++)
    {
      JsonObject *object = object_at (list, i);
      const char *before = object ? text_member (object, "before") : NULL;
      const char *after = object ? text_member (object, "after") : NULL;
      const char *p80 = object ? text_member (object, "horizon_wanted") : NULL;
      KeptOrder order = { .with = NAN, .without = NAN };

      if (!before || !after)
        continue;
      if (p80 && bf_day_parse (p80, &order.horizon_wanted))
        {
          order.with = number_member (object, "beyond_with");
          order.without = number_member (object, "beyond_without");
        }
      order.before = g_strdup (before);
      order.after = g_strdup (after);
      g_array_append_val (kept->orders, order);
    }
}

BfKeptDates *
bf_kept_dates_read (const char *json, GError **error)
{
  g_autoptr (BfKeptDates) kept = g_new0 (BfKeptDates, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) fault = NULL;

  kept->steps = g_ptr_array_new_with_free_func (kept_step_free);
  kept->orders = g_array_new (FALSE, FALSE, sizeof (KeptOrder));
  g_array_set_clear_func (kept->orders, kept_order_clear);
  if (json_parser_load_from_data (parser, json, -1, &fault) &&
      read_steps (kept, json_parser_get_root (parser)))
    {
      read_orders (kept, json_node_get_object (json_parser_get_root (parser)));
      return g_steal_pointer (&kept);
    }
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_INVALID_DATA,
               /* Translators: what a reader of JSON complains about, or nothing. */
               _ ("The dates to keep are no roadmap as --json prints it. %s"),
               fault ? fault->message : "");
  return NULL;
}

/* --- Using --- */

static int
lowered_to (const KeptStep *step, const BfStepSet *set)
{
  gint64 number;

  if (!step || !step->lowered || !step->phase ||
      !g_ascii_string_to_signed (step->phase, 10, G_MININT32, G_MAXINT32, &number, NULL))
    return -1;
  return bf_phases_find (set->plan, set->catalogue, number);
}

/* What stood in an earlier phase does so again, and for the same reason. */
static void
lower_phases (const BfKeptDates *kept, BfStepSet *set)
{
  g_autofree int *phases = g_new (int, set->steps->len + 1);

  for (guint i = 0; i < set->steps->len; i++)
    phases[i] = lowered_to (find_kept (kept, ((BfStep *) set->steps->pdata[i])->key), set);
  bf_step_set_lower (set, phases);
  for (guint i = 0; i < set->steps->len; i++)
    {
      BfStep *step = set->steps->pdata[i];

      if (phases[i] >= 0 && bf_step_is_lowered (step))
        bf_step_lowered_because (set, step, g_strdup (find_kept (kept, step->key)->lowered));
    }
}

BfStepSet *
bf_kept_dates_select (const BfKeptDates *kept, const BfStepSet *candidates, GPtrArray *problems)
{
  g_autofree int *keep = g_new0 (int, kept->steps->len + 1);
  g_autofree int *modes = g_new0 (int, kept->steps->len + 1);
  BfStepSet *set;
  guint n = 0;

  for (guint i = 0; i < kept->steps->len; i++)
    {
      const KeptStep *step = g_ptr_array_index (kept->steps, i);
      int index = bf_step_set_find (candidates, step->id);

      if (index < 0)
        {
          g_ptr_array_add (problems,
                           /* Translators: key of a step. */
                           g_strdup_printf (_ ("%s was on the roadmap whose dates are kept; "
                                               "nothing asks for it any more."),
                                            step->id));
          continue;
        }
      keep[n] = index;
      modes[n++] = step->mode;
    }
  set = bf_step_set_select (candidates, keep, modes, n);
  lower_phases (kept, set);
  return set;
}

void
bf_kept_dates_loosen (const BfKeptDates *kept, BfComputing *computing)
{
  BfLoosening *loosening = &computing->loosening;

  loosening->for_dates = g_array_new (FALSE, FALSE, sizeof (BfSoftOrder));
  for (guint i = 0; i < kept->orders->len; i++)
    {
      const KeptOrder *order = &g_array_index (kept->orders, KeptOrder, i);
      BfSoftOrder soft = { bf_step_set_find (computing->set, order->before),
                           bf_step_set_find (computing->set, order->after) };

      if (isnan (order->with) || isnan (order->without))
        {
          g_array_append_val (loosening->for_dates, soft);
          continue;
        }
      loosening->loose = TRUE;
      loosening->with = order->with;
      loosening->without = order->without;
      loosening->horizon_wanted = order->horizon_wanted;
    }
}

static const Kept *
find_activity (const KeptStep *step, const BfActivity *activity)
{
  for (guint i = 0; step && i < step->activities->len; i++)
    {
      const Kept *kept = &g_array_index (step->activities, Kept, i);

      if (kept->kind == (int) activity->kind && kept->part == activity->part)
        return kept;
    }
  return NULL;
}

/* A date of another time is none to keep. */
static gboolean
is_in_horizon (const BfPlan *plan, const BfActivity *activity, gint64 start)
{
  gint64 day = activity->kind == BF_ACTIVITY_CUTOVER ? bf_minute_day (start) : start;

  return day >= bf_plan_start (plan) && day <= bf_plan_horizon_end (plan);
}

void
bf_kept_dates_fix (const BfKeptDates *kept,
                   const BfStepSet *set,
                   const BfNetwork *network,
                   gint64 *fixed,
                   gboolean *stops)
{
  for (guint i = 0; i < network->activities->len; i++)
    {
      const BfActivity *activity = &g_array_index (network->activities, BfActivity, i);
      const BfStep *step = g_ptr_array_index (set->steps, (guint) activity->step);
      const Kept *found = find_activity (find_kept (kept, step->key), activity);

      fixed[i] =
          found && is_in_horizon (set->plan, activity, found->start) ? found->start : BF_BLANK;
      stops[i] = found && found->stop;
    }
}
