/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-edits.h"

#include <glib/gi18n-lib.h>

#include "bf-step-places.h"

G_DEFINE_QUARK (bf - step - edit - error - quark, bf_step_edit_error)

/* --- Edits --- */

static gboolean
has_document (BfDocument *document, GError **error)
{
  if (!document)
    g_set_error (error,
                 BF_STEP_EDIT_ERROR,
                 BF_STEP_EDIT_ERROR_NO_DOCUMENT,
                 _ ("No plan is open that could be changed."));
  return document != NULL;
}

/* @text NULL releases the pin. */
static gboolean
write_pinned (BfSession *session,
              const BfRoadmapStep *step,
              const char *text,
              const char *label,
              GError **error)
{
  return has_document (bf_session_get_document (session), error) &&
         bf_session_decide (session, BF_STEP, step->key, "pinned_cutover", text, label, error);
}

static gboolean
write_pin (
    BfSession *session, const BfRoadmapStep *step, gint64 minute, const char *label, GError **error)
{
  g_autofree char *text = bf_minute_format (minute);

  return write_pinned (session, step, text, label, error);
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
bf_step_pin_at (BfSession *session, const BfRoadmapStep *step, gint64 minute, GError **error)
{
  /* Translators: an edit, as the Undo button names it; %s is the title of a step. */
  g_autofree char *label = g_strdup_printf (_ ("Move Cutover of “%s”"), step->short_title);

  return needs_cutover (step, error) && write_pin (session, step, minute, label, error);
}

gboolean
bf_step_unpin (BfSession *session, const BfRoadmapStep *step, GError **error)
{
  /* Translators: an edit, as the Undo button names it; %s is the title of a step. */
  g_autofree char *label = g_strdup_printf (_ ("Release Pin of “%s”"), step->short_title);

  return write_pinned (session, step, NULL, label, error);
}

/* The step's remark keeps the reason too, for whoever reads the plan and not its diary. */
static gboolean
write_status (BfSession *session,
              const char *key,
              int status,
              const char *reason,
              const char *label,
              GError **error)
{
  const BfField *field = bf_record_field (&bf_step_record, "status");
  BfDocument *document = bf_session_get_document (session);
  g_autoptr (BfEdit) edit = NULL;
  BfStepDecision row;

  if (!has_document (document, error))
    return FALSE;
  edit = bf_document_begin (document, label, reason, error);
  if (!edit)
    return FALSE;
  bf_record_blank (&bf_step_record, &row);
  row.row.key = key;
  if (!bf_edit_put (edit, BF_STEP, &row, FALSE, NULL, error) ||
      !bf_edit_set (edit, BF_STEP, key, "status", field->choices[status].id, error) ||
      (reason && !bf_edit_set (edit, BF_STEP, key, "remark", reason, error)))
    return FALSE;
  return bf_edit_commit (edit, error);
}

gboolean
bf_step_set_status (BfSession *session,
                    const char *key,
                    const char *title,
                    int status,
                    const char *reason,
                    GError **error)
{
  g_autofree char *label = NULL;

  g_return_val_if_fail (status >= 0 && status < BF_N_STATUS, FALSE);
  if (reason && !*reason)
    reason = NULL;
  if (status == BF_STATUS_REJECTED)
    /* Translators: an edit, as the Undo button names it; %s is the title of a step. */
    label = g_strdup_printf (_ ("Reject “%s”"), title);
  else
    /* Translators: an edit, as the Undo button names it; %s is the title of a step. */
    label = g_strdup_printf (_ ("Accept “%s”"), title);
  return write_status (session, key, status, reason, label, error);
}
