/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-phase-edits.h"

#include <glib/gi18n-lib.h>

#include "bf-phases.h"
#include "bf-step-edits.h"

/* A change of the phases while it is written. */
typedef struct
{
  BfPlan *plan; /* as it was */
  const BfCatalogue *catalogue;
  BfEdit *edit;
  GPtrArray *keys; /* of the rows, as they stand */
} Change;

static void
change_clear (Change *change)
{
  g_clear_pointer (&change->edit, bf_edit_abandon);
  g_clear_pointer (&change->plan, bf_plan_unref);
  g_clear_pointer (&change->keys, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

/* --- Rows --- */

/* "1; 3" */
static char *
suggested_text (guint32 bits)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 32; i++)
    if (bits & (1u << i))
      g_string_append_printf (text, "%s%u", text->len ? "; " : "", i + 1);
  return g_string_free (text, FALSE);
}

static gboolean
is_taken (const Change *change, const char *key)
{
  if (bf_plan_index (change->plan, BF_PHASE, key) >= 0)
    return TRUE;
  for (guint i = 0; i < change->keys->len; i++)
    if (g_ascii_strcasecmp (change->keys->pdata[i], key) == 0)
      return TRUE;
  return FALSE;
}

static char *
free_key (const Change *change)
{
  for (guint n = 1;; n++)
    {
      g_autofree char *key = g_strdup_printf ("PH-%u", n);

      if (!is_taken (change, key))
        return g_steal_pointer (&key);
    }
}

static gboolean
set_phase (const Change *change, guint i, const char *column, const char *text, GError **error)
{
  return bf_edit_set (change->edit, BF_PHASE, change->keys->pdata[i], column, text, error);
}

static gboolean
set_number (const Change *change, guint i, guint number, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  return set_phase (change, i, "position", text, error);
}

static gboolean
set_suggested (const Change *change, guint i, guint32 bits, GError **error)
{
  g_autofree char *text = suggested_text (bits);

  return set_phase (change, i, "suggested", text, error);
}

static gboolean
add_row (Change *change, guint at, const char *name, GError **error)
{
  BfPhase row;

  bf_record_blank (&bf_phase_record, &row);
  g_ptr_array_insert (change->keys, (int) at, free_key (change));
  row.row.key = change->keys->pdata[at];
  row.position = at + 1;
  row.name = name;
  return bf_edit_insert (change->edit, BF_PHASE, &row, error);
}

/* From here on the rows say all: place by place, and which suggestions each takes. */
static gboolean
write_rows (Change *change, GError **error)
{
  guint n = bf_phases_count (change->plan, change->catalogue);

  for (guint i = 0; i < n; i++)
    {
      const BfPhase *row = bf_phases_row (change->plan, i);
      const char *name = bf_phases_name (change->plan, change->catalogue, i);
      guint32 bits = bf_phases_suggested (change->plan, change->catalogue, i);

      if (row)
        g_ptr_array_add (change->keys, g_strdup (row->row.key));
      else if (!add_row (change, i, name, error))
        return FALSE;
      if (!set_number (change, i, i + 1, error) || !set_suggested (change, i, bits, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
number_rows (Change *change, GError **error)
{
  for (guint i = 0; i < change->keys->len; i++)
    if (!set_number (change, i, i + 1, error))
      return FALSE;
  return TRUE;
}

/* --- Steps --- */

/* The number that the phase which @number means has when those behind @from move by @by. */
static char *
shifted (const Change *change, gint64 number, int from, int by)
{
  int phase = bf_phases_find (change->plan, change->catalogue, number);

  return g_strdup_printf ("%d", 1 + phase + (phase > from ? by : 0));
}

/* Steps that the user has put into a phase keep it when those behind @from move by @by. */
static gboolean
shift_steps (Change *change, int from, int by, GError **error)
{
  for (guint i = 0; i < bf_plan_count (change->plan, BF_STEP); i++)
    {
      const BfStepDecision *row = BF_ROW (change->plan, STEP, BfStepDecision, i);
      g_autofree char *text = NULL;

      if (row->phase == BF_BLANK)
        continue;
      text = shifted (change, row->phase, from, by);
      if (!bf_edit_set (change->edit, BF_STEP, row->row.key, "phase", text, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_of_phase (const BfOverride *row)
{
  return g_strcmp0 (row->tbl, bf_step_record.table) == 0 && g_strcmp0 (row->col, "phase") == 0;
}

/* And so do those that only a scenario has put there; what is no number there stays. */
static gboolean
shift_overrides (Change *change, int from, int by, GError **error)
{
  for (guint i = 0; i < bf_plan_count (change->plan, BF_OVERRIDE); i++)
    {
      const BfOverride *row = BF_ROW (change->plan, OVERRIDE, BfOverride, i);
      g_autofree char *text = NULL;
      gint64 number;

      if (!is_of_phase (row) || !row->value ||
          !g_ascii_string_to_signed (row->value, 10, G_MININT32, G_MAXINT32, &number, NULL))
        continue;
      text = shifted (change, number, from, by);
      if (!bf_edit_set (change->edit, BF_OVERRIDE, row->row.key, "value", text, error))
        return FALSE;
    }
  return TRUE;
}

/* What a scenario says of a phase that is gone would bring it back there. */
static gboolean
drop_overrides (Change *change, const char *phase, GError **error)
{
  for (guint i = 0; i < bf_plan_count (change->plan, BF_OVERRIDE); i++)
    {
      const BfOverride *row = BF_ROW (change->plan, OVERRIDE, BfOverride, i);

      if (g_strcmp0 (row->tbl, bf_phase_record.table) == 0 && row->row_key &&
          g_ascii_strcasecmp (row->row_key, phase) == 0 &&
          !bf_edit_delete (change->edit, BF_OVERRIDE, row->row.key, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
shift (Change *change, int from, int by, GError **error)
{
  return shift_steps (change, from, by, error) && shift_overrides (change, from, by, error);
}

static gboolean
put_step (Change *change, const char *key, guint number, GError **error)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  BfStepDecision row;

  bf_record_blank (&bf_step_record, &row);
  row.row.key = key;
  return bf_edit_put (change->edit, BF_STEP, &row, FALSE, NULL, error) &&
         bf_edit_set (change->edit, BF_STEP, key, "phase", text, error);
}

/* --- Beginning --- */

static gboolean
look (BfSession *session, guint phase, Change *change, GError **error)
{
  BfDocument *document = bf_session_get_document (session);

  if (!document)
    {
      g_set_error (error,
                   BF_STEP_EDIT_ERROR,
                   BF_STEP_EDIT_ERROR_NO_DOCUMENT,
                   _ ("No plan is open that could be changed."));
      return FALSE;
    }
  change->plan = bf_document_snapshot (document);
  change->catalogue = bf_catalogue_get ();
  change->keys = g_ptr_array_new_with_free_func (g_free);
  if (phase < bf_phases_count (change->plan, change->catalogue))
    return TRUE;
  g_set_error (error,
               BF_STEP_EDIT_ERROR,
               BF_STEP_EDIT_ERROR_NO_PHASE,
               _ ("The plan has no such phase any more."));
  return FALSE;
}

static gboolean
begin (BfSession *session, Change *change, const char *label, GError **error)
{
  change->edit = bf_document_begin (bf_session_get_document (session), label, NULL, error);
  return change->edit && write_rows (change, error);
}

static gboolean
commit (Change *change, GError **error)
{
  return bf_edit_commit (change->edit, error);
}

static const char *
name_of (const Change *change, guint phase)
{
  return bf_phases_name (change->plan, change->catalogue, phase);
}

static gboolean
fail_name (GError **error)
{
  g_set_error (error, BF_STEP_EDIT_ERROR, BF_STEP_EDIT_ERROR_NO_PHASE, _ ("A phase needs a name."));
  return FALSE;
}

static gboolean
look_and_name (BfSession *session, guint phase, const char *name, Change *change, GError **error)
{
  return *name ? look (session, phase, change, error) : fail_name (error);
}

/* --- Edits --- */

gboolean
bf_phase_rename (BfSession *session, guint phase, const char *name, GError **error)
{
  g_auto (Change) change = { 0 };
  g_autofree char *label = NULL;

  if (!look_and_name (session, phase, name, &change, error))
    return FALSE;
  /* Translators: an edit, as the Undo button names it; %s is the name of a phase. */
  label = g_strdup_printf (_ ("Rename Phase %s"), name_of (&change, phase));
  return begin (session, &change, label, error) &&
         set_phase (&change, phase, "name", name, error) &&
         shift (&change, (int) phase, 0, error) && commit (&change, error);
}

static gboolean
merge (Change *change, guint phase, GError **error)
{
  guint32 bits = bf_phases_suggested (change->plan, change->catalogue, phase) |
                 bf_phases_suggested (change->plan, change->catalogue, phase + 1);
  /* Translators: the names of two phases that become one. */
  g_autofree char *name =
      g_strdup_printf (_ ("%s, %s"), name_of (change, phase), name_of (change, phase + 1));

  if (!bf_edit_delete (change->edit, BF_PHASE, change->keys->pdata[phase + 1], error) ||
      !drop_overrides (change, change->keys->pdata[phase + 1], error))
    return FALSE;
  g_ptr_array_remove_index (change->keys, phase + 1);
  return set_phase (change, phase, "name", name, error) &&
         set_suggested (change, phase, bits, error) && number_rows (change, error) &&
         shift (change, (int) phase, -1, error);
}

gboolean
bf_phase_merge (BfSession *session, guint phase, GError **error)
{
  g_auto (Change) change = { 0 };
  g_autofree char *label = NULL;

  if (!look (session, phase + 1, &change, error))
    return FALSE;
  /* Translators: an edit, as the Undo button names it; names of two phases. */
  label = g_strdup_printf (
      _ ("Merge Phases %s and %s"), name_of (&change, phase), name_of (&change, phase + 1));
  return begin (session, &change, label, error) && merge (&change, phase, error) &&
         commit (&change, error);
}

static gboolean
split (Change *change, guint phase, const char *name, const char *const *steps, GError **error)
{
  if (!shift (change, (int) phase, 1, error) || !add_row (change, phase + 1, name, error) ||
      !number_rows (change, error))
    return FALSE;
  for (guint i = 0; steps[i]; i++)
    if (!put_step (change, steps[i], phase + 2, error))
      return FALSE;
  return TRUE;
}

gboolean
bf_phase_split (
    BfSession *session, guint phase, const char *name, const char *const *steps, GError **error)
{
  g_auto (Change) change = { 0 };
  g_autofree char *label = NULL;

  if (!look_and_name (session, phase, name, &change, error))
    return FALSE;
  /* Translators: an edit, as the Undo button names it; %s is the name of a phase. */
  label = g_strdup_printf (_ ("Split Phase %s"), name_of (&change, phase));
  return begin (session, &change, label, error) && split (&change, phase, name, steps, error) &&
         commit (&change, error);
}

/* --- One step --- */

/* What keeps the step out of @phase: a step of a later phase that it requires; NULL nothing. */
static const BfStep *
held_back_by (const BfRoadmap *roadmap, const BfStep *step, int phase)
{
  const GArray *lists[] = { step->hard, step->any_of, step->served };

  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; lists[l] && i < lists[l]->len; i++)
      {
        const BfStep *other =
            g_ptr_array_index (roadmap->set->steps, (guint) g_array_index (lists[l], int, i));

        if (other->phase > phase)
          return other;
      }
  return NULL;
}

static gboolean
may_stand (BfSession *session,
           const Change *change,
           guint phase,
           const BfRoadmapStep *step,
           GError **error)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (session);
  const BfStep *other = step->step ? held_back_by (roadmap, step->step, (int) phase) : NULL;

  if (!other)
    return TRUE;
  g_set_error (error,
               BF_STEP_EDIT_ERROR,
               BF_STEP_EDIT_ERROR_NO_PHASE,
               /* Translators: title of a step, title of a step that it requires, a phase. */
               _ ("“%s” requires “%s”, which is in phase %d. Move that one first."),
               step->short_title,
               other->title,
               bf_phases_number (change->plan, (guint) other->phase));
  return FALSE;
}

gboolean
bf_phase_take_step (BfSession *session, guint phase, const BfRoadmapStep *step, GError **error)
{
  g_auto (Change) change = { 0 };
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;

  if (!look (session, phase, &change, error) || !may_stand (session, &change, phase, step, error))
    return FALSE;
  text = g_strdup_printf ("%d", bf_phases_number (change.plan, phase));
  /* Translators: an edit, as the Undo button names it; title of a step, number of a phase. */
  label = g_strdup_printf (_ ("Move “%s” to Phase %s"), step->short_title, text);
  return bf_session_decide (session, BF_STEP, step->key, "phase", text, label, error);
}
