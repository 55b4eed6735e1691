/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-edits.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_QUARK (bf - step - edit - error - quark, bf_step_edit_error)

/* --- Openings --- */

static gint64
plan_first_minute (const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);

  return plant && plant->start != BF_BLANK ? bf_day_minute (plant->start) : G_MININT64;
}

/* The areas that the first cutover stops, as indices. */
static GArray *
cutover_areas (const BfRoadmap *roadmap, const BfRoadmapCutover *cutover)
{
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; cutover->areas && cutover->areas[i]; i++)
    {
      int area = bf_plan_index (roadmap->plan, BF_AREA, cutover->areas[i]);

      if (area >= 0)
        g_array_append_val (areas, area);
    }
  return areas;
}

static BfOpenings *
openings_for (const BfRoadmap *roadmap, const BfRoadmapStep *step, const BfRoadmapCutover *cutover)
{
  static const int no_area = -1;
  g_autoptr (GArray) areas = cutover_areas (roadmap, cutover);
  const GArray *systems = step->step->systems;
  const int *list = areas->len > 0 ? (const int *) (gpointer) areas->data : &no_area;

  return bf_calendar_openings (roadmap->calendar,
                               list,
                               MAX (1, areas->len),
                               systems ? (const int *) (gpointer) systems->data : NULL,
                               systems ? systems->len : 0,
                               cutover->finish - cutover->start);
}

/* Several openings may hold the cutover as it stands: none of them is another one. */
static gboolean
find_opening (const BfOpenings *openings,
              const BfRoadmapCutover *cutover,
              gint64 first,
              int direction,
              gint64 *minute)
{
  gboolean found = FALSE;

  for (guint i = 0; i < openings->n; i++)
    {
      gint64 start = openings->start[i], end = openings->end[i];

      if (start <= cutover->start && cutover->finish <= end)
        continue;
      if (direction > 0 ? start <= cutover->start : start >= cutover->start || start < first)
        continue;
      if (!found || (direction > 0 ? start < *minute : start > *minute))
        *minute = start;
      found = TRUE;
    }
  return found;
}

static gboolean
is_frozen (const BfRoadmap *roadmap, const GArray *areas, gint64 day)
{
  if (areas->len == 0)
    return bf_calendar_freeze (roadmap->calendar, -1, day) >= 0;
  for (guint i = 0; i < areas->len; i++)
    if (bf_calendar_freeze (roadmap->calendar, g_array_index (areas, int, i), day) >= 0)
      return TRUE;
  return FALSE;
}

static gboolean
find_working_day (const BfRoadmap *roadmap,
                  const BfRoadmapCutover *cutover,
                  int direction,
                  gint64 *minute)
{
  g_autoptr (GArray) areas = cutover_areas (roadmap, cutover);
  gint64 of_day = cutover->start - bf_day_minute (bf_minute_day (cutover->start));
  gint64 day = bf_minute_day (cutover->start) + direction;

  while (day > bf_calendar_first_day (roadmap->calendar) &&
         day < bf_calendar_last_day (roadmap->calendar))
    {
      if (bf_calendar_is_working (roadmap->calendar, day) && !is_frozen (roadmap, areas, day))
        {
          *minute = bf_day_minute (day) + of_day;
          return *minute >= plan_first_minute (roadmap);
        }
      day += direction;
    }
  return FALSE;
}

gboolean
bf_step_next_opening (const BfRoadmap *roadmap,
                      const BfRoadmapStep *step,
                      int direction,
                      gint64 *minute)
{
  const BfRoadmapCutover *cutover;
  g_autoptr (BfOpenings) openings = NULL;

  g_return_val_if_fail (roadmap && step && minute, FALSE);
  if (step->n_cutovers == 0 || !step->step || !roadmap->calendar)
    return FALSE;
  cutover = &step->cutovers[0];
  if (cutover->placement != BF_PLACEMENT_OPENING)
    return find_working_day (roadmap, cutover, direction, minute);
  openings = openings_for (roadmap, step, cutover);
  return find_opening (openings, cutover, plan_first_minute (roadmap), direction, minute);
}

/* --- Edits --- */

/* Writes one field of the step's decision; a step that nobody spoke of gets its row. */
static gboolean
write_field (BfSession *session,
             const BfRoadmapStep *step,
             const char *column,
             const char *text,
             const char *label,
             GError **error)
{
  BfDocument *document = bf_session_get_document (session);
  g_autoptr (BfEdit) edit = NULL;
  BfStepDecision row;

  if (!document)
    {
      g_set_error (error,
                   BF_STEP_EDIT_ERROR,
                   BF_STEP_EDIT_ERROR_NO_DOCUMENT,
                   _ ("No plan is open that could be changed."));
      return FALSE;
    }
  edit = bf_document_begin (document, label, NULL, error);
  if (!edit)
    return FALSE;
  bf_record_blank (&bf_step_record, &row);
  row.row.key = step->key;
  return bf_edit_put (edit, BF_STEP, &row, FALSE, NULL, error) &&
         bf_edit_set (edit, BF_STEP, step->key, column, text, error) &&
         bf_edit_commit (edit, error);
}

static gboolean
write_pin (
    BfSession *session, const BfRoadmapStep *step, gint64 minute, const char *label, GError **error)
{
  g_autofree char *text = bf_minute_format (minute);

  return write_field (session, step, "pinned_cutover", text, label, error);
}

static gboolean
needs_cutover (const BfRoadmapStep *step, GError **error)
{
  if (step->n_cutovers > 0)
    return TRUE;
  /* Translators: title of a step. */
  g_set_error (error,
               BF_STEP_EDIT_ERROR,
               BF_STEP_EDIT_ERROR_NO_CUTOVER,
               _ ("“%s” has no cutover that could be moved."),
               step->short_title);
  return FALSE;
}

gboolean
bf_step_move_cutover (BfSession *session, const BfRoadmapStep *step, int direction, GError **error)
{
  /* Translators: an edit, as the Undo button names it; %s is the title of a step. */
  g_autofree char *label = g_strdup_printf (_ ("Move Cutover of “%s”"), step->short_title);
  gint64 minute;

  if (!needs_cutover (step, error))
    return FALSE;
  if (!bf_step_next_opening (bf_session_get_roadmap (session), step, direction, &minute))
    {
      g_set_error (error,
                   BF_STEP_EDIT_ERROR,
                   BF_STEP_EDIT_ERROR_NO_OPENING,
                   direction < 0
                       /* Translators: title of a step. */
                       ? _ ("No earlier window inside the plan is long enough for “%s”.")
                       /* Translators: title of a step. */
                       : _ ("No later window inside the plan is long enough for “%s”."),
                   step->short_title);
      return FALSE;
    }
  return write_pin (session, step, minute, label, error);
}

gboolean
bf_step_pin (BfSession *session, const BfRoadmapStep *step, GError **error)
{
  /* Translators: an edit, as the Undo button names it; %s is the title of a step. */
  g_autofree char *label = g_strdup_printf (_ ("Pin Cutover of “%s”"), step->short_title);

  return needs_cutover (step, error) &&
         write_pin (session, step, step->cutovers[0].start, label, error);
}

gboolean
bf_step_unpin (BfSession *session, const BfRoadmapStep *step, GError **error)
{
  /* Translators: an edit, as the Undo button names it; %s is the title of a step. */
  g_autofree char *label = g_strdup_printf (_ ("Release Pin of “%s”"), step->short_title);

  return write_field (session, step, "pinned_cutover", NULL, label, error);
}

gboolean
bf_step_set_status (BfSession *session, const BfRoadmapStep *step, int status, GError **error)
{
  const BfField *field = bf_record_field (&bf_step_record, "status");
  g_autofree char *label = NULL;

  g_return_val_if_fail (status >= 0 && status < BF_N_STATUS, FALSE);
  if (status == BF_STATUS_REJECTED)
    /* Translators: an edit, as the Undo button names it; %s is the title of a step. */
    label = g_strdup_printf (_ ("Reject “%s”"), step->short_title);
  else
    /* Translators: an edit, as the Undo button names it; %s is the title of a step. */
    label = g_strdup_printf (_ ("Accept “%s”"), step->short_title);
  return write_field (session, step, "status", field->choices[status].id, label, error);
}
