/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mspdi-trip.h"

#include "bf-catalogue.h"
#include "bf-mspdi-reader.h"
#include "bf-round-trip-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_WORK (8 * 60)

typedef struct
{
  BfRoundTrip *trip;
  const BfProject *project;
  gboolean ours;
  GHashTable *firsts; /* step key -> BfProjectTask that its wish is read from */
  guint n_followers;  /* moved tasks whose dates follow from the plan */
  guint n_strangers;  /* tasks that belong to no step */
  guint n_unread;     /* links that no dependency can say */
} Reading;

/* --- Whose task? -------------------------------------------------------------------------- */

/* "ST12:site": an archetype of the catalogue and a scope. */
static gboolean
is_step_key (const char *word)
{
  const char *colon = strchr (word, ':');
  g_autofree char *archetype = colon ? g_strndup (word, (gsize) (colon - word)) : NULL;

  return archetype && colon[1] &&
         bf_catalogue_archetype_index (bf_catalogue_get (), archetype) >= 0;
}

/* The step's key; NULL when the task names none. Owned by the caller. */
static char *
step_of (const BfProjectTask *task)
{
  const char *field = task->fields[BF_TASK_STEP];
  g_autofree char *word = field ? g_strdup (field) : NULL;

  if (!word)
    word = g_strndup (task->name, strcspn (task->name, " \t"));
  return is_step_key (word) ? g_steal_pointer (&word) : NULL;
}

static gboolean
is_what (const BfProjectTask *task, const char *what)
{
  return g_strcmp0 (task->fields[BF_TASK_WHAT], what) == 0;
}

/* --- Items -------------------------------------------------------------------------------- */

static BfTripItem *
add_item (Reading *reading, const BfRecord *record, const char *key, const BfProjectTask *task)
{
  BfTripItem *item = g_new0 (BfTripItem, 1);

  item->record = record;
  item->key = g_strdup (key);
  item->place = g_strdup (task->name);
  g_ptr_array_add (reading->trip->items, item);
  return item;
}

/* @was: as exported, NULL unknown. */
static void
wish (Reading *reading,
      const char *key,
      const char *column,
      const BfProjectTask *task,
      const char *was,
      const char *wanted)
{
  const BfRecord *record = bf_record (BF_STEP);
  const BfField *field = bf_record_field (record, column);
  gconstpointer known = bf_plan_find (reading->trip->plan, BF_STEP, key);
  g_autofree char *is = known ? bf_field_text (field, known) : NULL;
  BfTripItem *item;

  if (g_strcmp0 (is, wanted) == 0)
    return;
  item = add_item (reading, record, key, task);
  item->field = field;
  item->id = g_strdup_printf ("%s:%s:%s", record->table, key, column);
  item->was = g_strdup (was);
  item->wanted = g_strdup (wanted);
  item->kind = is && g_strcmp0 (is, was) != 0 ? BF_TRIP_CONFLICT : BF_TRIP_CHANGED;
  if (item->kind == BF_TRIP_CONFLICT)
    item->sentence = g_strdup (_ ("The plan says otherwise by now."));
  item->is = g_steal_pointer (&is);
}

/* --- Dates -------------------------------------------------------------------------------- */

static gboolean
has_moved (const BfProjectTask *task)
{
  g_autofree char *now = task->start == BF_BLANK ? NULL : bf_minute_format (task->start);
  const char *was = task->fields[BF_TASK_EXPORTED];

  return now && was && !g_str_equal (now, was);
}

/* As exported, else as it is. */
static gint64
first_start (const BfProjectTask *task)
{
  const char *text = task->fields[BF_TASK_EXPORTED];
  gint64 minute;

  return text && bf_minute_parse (text, &minute) ? minute : task->start;
}

/* The task that a step's wish is read from: its first cutover, else its first activity. */
static gboolean
goes_before (const BfProjectTask *task, const BfProjectTask *other)
{
  gboolean cutover = is_what (task, "cutover"), other_cutover = is_what (other, "cutover");

  if (cutover != other_cutover)
    return cutover;
  return first_start (task) < first_start (other);
}

static void
find_firsts (Reading *reading)
{
  for (guint i = 0; i < reading->project->tasks->len; i++)
    {
      BfProjectTask *task = reading->project->tasks->pdata[i];
      g_autofree char *key = step_of (task);
      BfProjectTask *first = key ? g_hash_table_lookup (reading->firsts, key) : NULL;

      if (!key)
        reading->n_strangers += !task->fields[BF_TASK_WHAT] && *task->name != '\0' && task->uid > 0;
      else if (task->start != BF_BLANK && !is_what (task, "step") && !is_what (task, "release") &&
               (!first || goes_before (task, first)))
        g_hash_table_insert (reading->firsts, g_steal_pointer (&key), task);
    }
}

static void
read_wish (Reading *reading, const char *key, const BfProjectTask *task)
{
  const char *was = task->fields[BF_TASK_EXPORTED];
  g_autofree char *minute = bf_minute_format (task->start);
  g_autofree char *day = bf_day_format (bf_minute_day (task->start));

  if (reading->ours && is_what (task, "cutover"))
    wish (reading, key, "pinned_cutover", task, was, minute);
  else
    wish (reading, key, "earliest", task, NULL, day);
}

static void
compare_dates (Reading *reading)
{
  for (guint i = 0; i < reading->project->tasks->len; i++)
    {
      const BfProjectTask *task = reading->project->tasks->pdata[i];
      g_autofree char *key = step_of (task);

      if (!key || (reading->ours && !has_moved (task)))
        continue;
      if (g_hash_table_lookup (reading->firsts, key) == task)
        read_wish (reading, key, task);
      else
        reading->n_followers += reading->ours;
    }
}

/* --- Links -------------------------------------------------------------------------------- */

static gboolean
was_exported (const BfProjectTask *task, int uid)
{
  const char *text = task->fields[BF_TASK_LINKS];
  g_auto (GStrv) uids = g_strsplit (text ? text : "", ";", -1);
  g_autofree char *wanted = g_strdup_printf ("%d", uid);

  return g_strv_contains ((const char *const *) uids, wanted);
}

/* BF_N_DEPENDENCYS when no kind says it. */
static int
kind_of_link (const BfProjectTask *before, const BfProjectTask *after, BfLinkType type)
{
  if (type == BF_LINK_START_TO_START)
    return BF_DEPENDENCY_START_TO_START;
  if (type != BF_LINK_FINISH_TO_START)
    return BF_N_DEPENDENCYS;
  if (is_what (before, "cutover") && is_what (after, "cutover"))
    return BF_DEPENDENCY_CUTOVER_TO_CUTOVER;
  if (is_what (after, "cutover") || is_what (after, "release"))
    return BF_DEPENDENCY_RELEASE_TO_CUTOVER;
  return BF_DEPENDENCY_RELEASE_TO_START;
}

static void
add_dependency (Reading *reading,
                const BfProjectTask *task,
                const char *before,
                const char *after,
                const BfTaskLink *link)
{
  const BfRecord *record = bf_record (BF_DEPENDENCY);
  g_autofree char *key = g_strdup_printf ("%s>%s", before, after);
  int kind = kind_of_link (bf_project_find (reading->project, link->uid), task, link->type);
  gint64 lag = link->lag_minutes / DAY_WORK;
  BfTripItem *item;

  if (kind == BF_N_DEPENDENCYS)
    {
      reading->n_unread++;
      return;
    }
  if (bf_plan_find (reading->trip->plan, BF_DEPENDENCY, key))
    return;
  item = add_item (reading, record, key, task);
  item->kind = BF_TRIP_ADDED;
  item->id = g_strdup_printf ("%s:%s", record->table, key);
  item->values = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_set_size (item->values, (gint) record->n_fields);
  item->values->pdata[0] = g_strdup (key);
  item->values->pdata[bf_record_field (record, "before") - record->fields] = g_strdup (before);
  item->values->pdata[bf_record_field (record, "after") - record->fields] = g_strdup (after);
  item->values->pdata[bf_record_field (record, "kind") - record->fields] =
      g_strdup (bf_record_field (record, "kind")->choices[kind].id);
  item->values->pdata[bf_record_field (record, "lag_days") - record->fields] =
      lag ? g_strdup_printf ("%" G_GINT64_FORMAT, lag) : NULL;
}

static void
compare_links (Reading *reading)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < reading->project->tasks->len; i++)
    {
      const BfProjectTask *task = reading->project->tasks->pdata[i];
      g_autofree char *after = step_of (task);

      for (guint k = 0; after && k < task->links->len; k++)
        {
          const BfTaskLink *link = &g_array_index (task->links, BfTaskLink, k);
          const BfProjectTask *other = bf_project_find (reading->project, link->uid);
          g_autofree char *before = other ? step_of (other) : NULL;

          if (before && g_ascii_strcasecmp (before, after) != 0 &&
              !was_exported (task, link->uid) &&
              g_hash_table_add (seen, g_strconcat (before, ">", after, NULL)))
            add_dependency (reading, task, before, after, link);
        }
    }
}

/* --- The whole ---------------------------------------------------------------------------- */

static void
say_notes (Reading *reading)
{
  GPtrArray *notes = reading->trip->notes;
  guint n;

  if ((n = reading->n_followers) > 0)
    g_ptr_array_add (notes,
                     g_strdup_printf (ngettext ("%u more task was moved; its dates follow from "
                                                "the plan and were left to it.",
                                                "%u more tasks were moved; their dates follow "
                                                "from the plan and were left to it.",
                                                n),
                                      n));
  if ((n = reading->n_strangers) > 0)
    g_ptr_array_add (notes,
                     g_strdup_printf (ngettext ("%u task belongs to no step of the catalogue and "
                                                "was left out.",
                                                "%u tasks belong to no step of the catalogue and "
                                                "were left out.",
                                                n),
                                      n));
  if ((n = reading->n_unread) > 0)
    g_ptr_array_add (notes,
                     g_strdup_printf (ngettext ("%u new link ends at an end, which no dependency "
                                                "can say; it was left out.",
                                                "%u new links end at an end, which no dependency "
                                                "can say; they were left out.",
                                                n),
                                      n));
}

/* "" when the project says nothing of a plan. */
static char *
plan_of (const BfProject *project)
{
  g_auto (GStrv) words = NULL;

  if (!g_str_has_prefix (project->subject, BF_MSPDI_SUBJECT))
    return g_strdup ("");
  words = g_strsplit (project->subject + strlen (BF_MSPDI_SUBJECT), " ", 2);
  return g_strdup (words[0] ? words[0] : "");
}

/* TRUE for a project of ours, whichever plan it shows. */
static gboolean
keeps_exported_dates (const BfProject *project)
{
  for (guint i = 0; i < project->tasks->len; i++)
    if (((const BfProjectTask *) project->tasks->pdata[i])->fields[BF_TASK_EXPORTED])
      return TRUE;
  return FALSE;
}

static BfRoundTrip *
trip_new (const BfProject *project, const char *path, BfDocument *document)
{
  BfRoundTrip *trip = bf_round_trip_blank (document);
  g_autofree char *name = g_filename_display_basename (path);

  trip->record->plan_id = plan_of (project);
  trip->record->saved = g_strdup (project->saved);
  trip->label = project->saved
                    /* Translators: a file, then a day such as 2028-05-12; the label of an edit. */
                    ? g_strdup_printf (_ ("Project “%s” of %s"), name, project->saved)
                    /* Translators: %s is a file; the label of an edit. */
                    : g_strdup_printf (_ ("Project “%s”"), name);
  return trip;
}

static gboolean
names_no_step (const Reading *reading, GError **error)
{
  if (g_hash_table_size (reading->firsts) > 0)
    return FALSE;
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_INVALID_DATA,
               /* Translators: a title, a number of tasks. */
               _ ("None of the tasks of “%s” (%u) names a step, so nothing can be read from it. "
                  "Steps follow from the catalogue: begin a task's name with the step's key, such "
                  "as “ST12:site”, or give it the field “%s”."),
               reading->project->title,
               reading->project->tasks->len,
               bf_task_field_alias (BF_TASK_STEP));
  return TRUE;
}

BfRoundTrip *
bf_mspdi_trip_new (const char *path, BfDocument *document, GError **error)
{
  g_autoptr (BfProject) project = bf_project_read (path, error);
  g_autoptr (BfRoundTrip) trip = project ? trip_new (project, path, document) : NULL;
  Reading reading = { .trip = trip, .project = project };
  gboolean none;

  if (!trip || !bf_round_trip_is_of (trip, document, path, error))
    return NULL;
  reading.ours = keeps_exported_dates (project);
  reading.firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  find_firsts (&reading);
  compare_dates (&reading);
  compare_links (&reading);
  say_notes (&reading);
  none = names_no_step (&reading, error);
  g_hash_table_unref (reading.firsts);
  return none ? NULL : g_steal_pointer (&trip);
}
