/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui-fixture.h"

BfDocument *
ui_fixture_document (void)
{
  g_autoptr (BfRoadmap) roadmap = bf_test_roadmap ();
  BfDocument *document = bf_document_new_in_memory ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BfEdit) edit = bf_document_begin (document, "Begin", NULL, &error);
  guint kind, i;

  g_assert_no_error (error);
  for (kind = 0; kind < BF_N_RECORDS; kind++)
    for (i = 0; i < bf_plan_count (roadmap->plan, (BfRecordKind) kind); i++)
      {
        bf_edit_insert (
            edit, (BfRecordKind) kind, bf_plan_row (roadmap->plan, (BfRecordKind) kind, i), &error);
        g_assert_no_error (error);
      }
  bf_edit_commit (edit, &error);
  g_assert_no_error (error);
  return document;
}

BfRoadmap *
ui_fixture_plan (const BfPlan *plan,
                 const BfRoadmapOptions *options,
                 BfRoadmapProgress progress,
                 gpointer progress_data,
                 GCancellable *cancellable,
                 GError **error)
{
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return bf_test_roadmap ();
}

void
ui_fixture_wait (BfSession *session)
{
  while (bf_session_get_busy (session))
    g_main_context_iteration (NULL, TRUE);
}
