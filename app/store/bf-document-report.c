/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-document-report.h"

#include <glib/gi18n-lib.h>

#include "bf-merge.h"
#include "bf-row-json.h"

enum
{
  DONE = 0,
  WRONG_INPUT = 1,
};

static int
fail (GString *out, const char *path, const GError *error)
{
  g_string_append_printf (out, "%s: %s\n", path, error->message);
  return WRONG_INPUT;
}

/* Reading disturbs nobody; only a file whose last writer was killed has to be mended first. */
static BfDocument *
open_to_read (const char *path, GError **error)
{
  g_autoptr (GError) failure = NULL;
  BfDocument *document = bf_document_open (path, BF_OPEN_READ_ONLY, &failure);

  if (document)
    return document;
  if (g_error_matches (failure, BF_DOCUMENT_ERROR, BF_DOCUMENT_ERROR_READ_ONLY))
    return bf_document_open (path, BF_OPEN_DEFAULT, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* "Systems MES-01, Name": where a value stands. */
static void
append_place (GString *out, const BfRecord *record, const char *key, const char *column)
{
  const BfField *field = record && column ? bf_record_field (record, column) : NULL;

  if (!record)
    return;
  g_string_append (out, _ (record->plural));
  if (key)
    g_string_append_printf (out, " %s", key);
  if (field)
    g_string_append_printf (out, ", %s", _ (field->label));
}

/* --- check -------------------------------------------------------------------------------- */

static void
append_finding (GString *out, const char *path, const BfFinding *finding)
{
  g_string_append_printf (out, "%s: ", path);
  append_place (out, finding->record, finding->key, finding->column);
  g_string_append_printf (out, "%s%s\n", finding->record ? ": " : "", finding->sentence);
}

static void
append_all_well (GString *out, const char *path, BfDocument *document)
{
  g_autoptr (BfPlan) plan = bf_document_snapshot (document);
  g_autoptr (GPtrArray) history = bf_document_history (document, NULL);
  guint n_rows = 0;

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    n_rows += bf_plan_count (plan, (BfRecordKind) kind);
  /* Translators: the file, the number of edits, the number of rows. */
  g_string_append_printf (out,
                          _ ("%s: all is well (edits: %u, rows: %u).\n"),
                          path,
                          history ? history->len : 0,
                          n_rows);
}

int
bf_report_check (const char *path, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = open_to_read (path, &error);
  g_autoptr (GPtrArray) findings = document ? bf_document_verify (document, &error) : NULL;

  if (!findings)
    return fail (out, path, error);
  for (guint i = 0; i < findings->len; i++)
    append_finding (out, path, g_ptr_array_index (findings, i));
  if (findings->len > 0)
    return WRONG_INPUT;
  append_all_well (out, path, document);
  return DONE;
}

/* --- history ------------------------------------------------------------------------------ */

/* An import says several things, a line each. */
static void
append_reason (GString *out, const char *reason)
{
  g_auto (GStrv) lines = g_strsplit (reason, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    g_string_append_printf (out, "      %s\n", lines[i]);
}

static const char *
shown (const char *text)
{
  return text ? text : _ ("(blank)");
}

/* What stood in a field, and what stands there since; whole rows are only counted. */
static gboolean
append_changes (GString *out, BfDocument *document, gint64 edit, GError **error)
{
  g_autoptr (GPtrArray) changes = bf_document_changes (document, edit, error);

  for (guint i = 0; changes && i < changes->len; i++)
    {
      const BfChange *change = g_ptr_array_index (changes, i);

      if (!change->column)
        continue;
      g_string_append (out, "      ");
      append_place (out, change->record, change->key, change->column);
      g_string_append_printf (
          out, ": %s → %s\n", shown (change->old_value), shown (change->new_value));
    }
  return changes != NULL;
}

static gboolean
append_entry (GString *out, BfDocument *document, const BfHistoryEntry *entry, GError **error)
{
  g_string_append_printf (
      out, "%4" G_GINT64_FORMAT "  %s  %s  %s", entry->id, entry->at, entry->who, entry->label);
  if (entry->undoes)
    /* Translators: the number of the edit that this one takes back. */
    g_string_append_printf (out, _ (" (takes back %d)"), (int) entry->undoes);
  g_string_append_printf (out,
                          /* Translators: how many values and rows an edit changed. */
                          ngettext (" [%u change]\n", " [%u changes]\n", entry->n_changes),
                          entry->n_changes);
  if (entry->reason)
    append_reason (out, entry->reason);
  return append_changes (out, document, entry->id, error);
}

static void
append_member (GString *json, const char *name, const char *text)
{
  g_string_append_printf (json, ", \"%s\": ", name);
  bf_json_append_text (json, text);
}

/* A whole row is JSON already. */
static void
append_value (GString *json, const char *name, const BfChange *change, const char *text)
{
  if (change->column || !text)
    append_member (json, name, text);
  else
    g_string_append_printf (json, ", \"%s\": %s", name, text);
}

static void
append_change_json (GString *json, const BfChange *change)
{
  g_string_append_printf (json, "{\"table\": \"%s\"", change->record->table);
  append_member (json, "id", change->row);
  append_member (json, "key", change->key);
  append_member (json, "column", change->column);
  append_value (json, "old", change, change->old_value);
  append_value (json, "new", change, change->new_value);
  g_string_append_c (json, '}');
}

static gboolean
append_entry_json (GString *json, BfDocument *document, const BfHistoryEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) changes = bf_document_changes (document, entry->id, error);

  if (!changes)
    return FALSE;
  g_string_append_printf (json, "{\"id\": %" G_GINT64_FORMAT, entry->id);
  append_member (json, "uuid", entry->uuid);
  append_member (json, "at", entry->at);
  append_member (json, "who", entry->who);
  append_member (json, "label", entry->label);
  append_member (json, "reason", entry->reason);
  g_string_append_printf (json, ", \"undoes\": ");
  if (entry->undoes)
    g_string_append_printf (json, "%" G_GINT64_FORMAT, entry->undoes);
  else
    g_string_append (json, "null");
  append_member (json, "hash", entry->hash);
  g_string_append (json, ",\n  \"changes\": [");
  for (guint i = 0; i < changes->len; i++)
    {
      g_string_append (json, i ? ",\n    " : "\n    ");
      append_change_json (json, g_ptr_array_index (changes, i));
    }
  g_string_append (json, "]}");
  return TRUE;
}

int
bf_report_history (const char *path, gboolean json, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = open_to_read (path, &error);
  g_autoptr (GPtrArray) history = document ? bf_document_history (document, &error) : NULL;

  if (!history)
    return fail (out, path, error);
  if (json)
    g_string_append (out, "{\"edits\": [");
  for (guint i = 0; i < history->len; i++)
    {
      const BfHistoryEntry *entry = g_ptr_array_index (history, i);

      if (json)
        g_string_append (out, i ? ",\n" : "\n");
      if (json ? append_entry_json (out, document, entry, &error)
               : append_entry (out, document, entry, &error))
        continue;
      g_string_truncate (out, 0);
      return fail (out, path, error);
    }
  if (json)
    g_string_append (out, "\n]}\n");
  return DONE;
}

/* --- merge -------------------------------------------------------------------------------- */

static void
append_conflict (GString *out, const char *path, const BfConflict *conflict)
{
  g_string_append_printf (out, "%s: ", path);
  append_place (out, conflict->record, conflict->key, conflict->column);
  /* Translators: a value when two copies parted, here now, in the other copy now. */
  g_string_append_printf (out,
                          _ (": was %s, is %s here and %s there.\n"),
                          shown (conflict->base),
                          shown (conflict->ours),
                          shown (conflict->theirs));
}

static BfConflictChoice
choice_for (const char *take)
{
  if (g_strcmp0 (take, "ours") == 0)
    return BF_CHOICE_OURS;
  return g_strcmp0 (take, "theirs") == 0 ? BF_CHOICE_THEIRS : BF_CHOICE_OPEN;
}

int
bf_report_merge (const char *path, const char *other, const char *take, GString *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, &error);
  guint n_applied = 0;
  gboolean merged =
      document &&
      bf_document_merge (document, other, choice_for (take), &n_applied, &conflicts, &error);

  for (guint i = 0; conflicts && i < conflicts->len; i++)
    append_conflict (out, path, g_ptr_array_index (conflicts, i));
  if (!merged)
    return fail (out, path, error);
  g_string_append_printf (
      out,
      /* Translators: the file, how many changes came in. */
      ngettext ("%s: %u change was taken over.\n", "%s: %u changes were taken over.\n", n_applied),
      path,
      n_applied);
  return DONE;
}
