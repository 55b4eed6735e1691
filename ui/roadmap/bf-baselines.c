/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-baselines.h"

#include <glib/gi18n-lib.h>

#include "bf-format.h"
#include "bf-json.h"

/* "BL-2027-03-17", and with a number where that day has one already. */
static char *
free_key (const BfPlan *plan, gint64 day)
{
  g_autofree char *text = bf_day_format (day);
  char *key = g_strconcat ("BL-", text, NULL);

  for (guint n = 2; bf_plan_index (plan, BF_BASELINE, key) >= 0; n++)
    {
      g_free (key);
      key = g_strdup_printf ("BL-%s-%u", text, n);
    }
  return key;
}

static gboolean
store (BfDocument *document, const BfBaseline *row, const char *reason, GError **error)
{
  g_autoptr (BfEdit) edit =
      bf_document_begin (document, _ ("Set Baseline"), reason && *reason ? reason : NULL, error);

  return edit && bf_edit_insert (edit, BF_BASELINE, row, error) && bf_edit_commit (edit, error);
}

gboolean
bf_baseline_set (BfSession *session, const char *reason, GError **error)
{
  BfDocument *document = bf_session_get_document (session);
  const BfRoadmap *roadmap = bf_session_get_roadmap (session);
  gint64 day = bf_session_get_today (session);
  g_autofree char *day_text = bf_format_day (day);
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  g_autofree char *json = NULL;
  BfBaseline row;

  if (!document || !roadmap || roadmap->n_steps == 0)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_NOT_FOUND,
                   _ ("There is no roadmap yet that could become the baseline."));
      return FALSE;
    }
  bf_record_blank (&bf_baseline_record, &row);
  key = free_key (bf_session_get_plan (session), day);
  /* Translators: name of a baseline, with its day. */
  name = g_strdup_printf (_ ("Baseline of %s"), day_text);
  json = bf_roadmap_to_json (roadmap);
  row.row.key = key;
  row.name = name;
  row.approved_on = day;
  row.roadmap = json;
  row.remark = reason && *reason ? reason : NULL;
  return store (document, &row, reason, error);
}
