/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-verify.h"

#include <glib/gi18n-lib.h>

#include "bf-diary.h"
#include "bf-load.h"
#include "bf-replay.h"
#include "bf-schema.h"
#include "bf-value.h"

/* --- Pages -------------------------------------------------------------------------------- */

static gboolean
fail_damaged (BfDatabase *database, const char *what, GError **error)
{
  g_autofree char *name = g_path_get_basename (database->path ? database->path : "");

  g_set_error (error,
               BF_DOCUMENT_ERROR,
               BF_DOCUMENT_ERROR_DAMAGED,
               /* Translators: the name of a file, what SQLite found. */
               _ ("“%s” is damaged (%s). Take the last copy of it that opens."),
               name,
               what);
  return FALSE;
}

gboolean
bf_verify_pages (BfDatabase *database, GError **error)
{
  sqlite3_stmt *row = bf_database_query (database, error, "PRAGMA quick_check (1)", "");
  g_autofree char *said = NULL;

  if (!row || !bf_database_next (database, row, error))
    return FALSE;
  said = g_strdup (bf_column_text (row, 0));
  sqlite3_reset (row);
  if (g_strcmp0 (said, "ok") != 0)
    return fail_damaged (database, said, error);
  row = bf_database_query (database, error, "PRAGMA foreign_key_check", "");
  if (!row)
    return FALSE;
  if (!bf_database_next (database, row, NULL))
    return TRUE;
  sqlite3_reset (row);
  return fail_damaged (database, "foreign key", error);
}

static void
find_page_trouble (BfDatabase *database, GPtrArray *findings)
{
  g_autoptr (GError) failure = NULL;

  if (!bf_verify_pages (database, &failure) || !bf_schema_check (database, &failure))
    bf_finding_add (findings, NULL, NULL, NULL, g_strdup (failure->message));
}

/* --- References and required fields ------------------------------------------------------- */

/* "all" means the whole site and is no area. */
static gboolean
resolves (const BfPlan *plan, const BfField *field, const char *key)
{
  return bf_plan_find (plan, field->target, key) != NULL ||
         (field->target == BF_AREA && g_ascii_strcasecmp (key, "all") == 0);
}

static void
check_reference (const BfPlan *plan,
                 const BfRecord *record,
                 const BfField *field,
                 const BfRow *row,
                 const char *key,
                 GPtrArray *findings)
{
  if (key && !resolves (plan, field, key))
    bf_finding_add (findings,
                    record,
                    row->key,
                    field->column,
                    /* Translators: the name of a column, the kind of row it names, a key. */
                    g_strdup_printf (_ ("%s names the %s “%s”, which is not there."),
                                     _ (field->label),
                                     _ (bf_record (field->target)->label),
                                     key));
}

static void
check_field (const BfPlan *plan,
             const BfRecord *record,
             const BfField *field,
             const BfRow *row,
             GPtrArray *findings)
{
  const char *const *keys;

  if (field->required && bf_field_is_blank (field, row))
    bf_finding_add (findings,
                    record,
                    row->key,
                    field->column,
                    /* Translators: the name of a column. */
                    g_strdup_printf (_ ("%s is wanted and is blank."), _ (field->label)));
  if (field->kind == BF_KIND_REFERENCE)
    check_reference (plan, record, field, row, BF_AT (char *, field, row), findings);
  if (field->kind != BF_KIND_REFERENCES)
    return;
  keys = BF_AT (const char *const *, field, row);
  for (int i = 0; keys && keys[i]; i++)
    check_reference (plan, record, field, row, keys[i], findings);
}

static void
check_rows (const BfPlan *plan, GPtrArray *findings)
{
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      const BfRecord *record = bf_record ((BfRecordKind) kind);

      for (guint i = 0; i < bf_plan_count (plan, record->kind); i++)
        for (guint j = 0; j < record->n_fields; j++)
          check_field (
              plan, record, &record->fields[j], bf_plan_row (plan, record->kind, i), findings);
    }
}

GPtrArray *
bf_verify_all (BfDatabase *database, GError **error)
{
  g_autoptr (GPtrArray) findings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) bf_finding_free);
  g_autoptr (BfPlan) plan = NULL;

  find_page_trouble (database, findings);
  plan = bf_load_plan (database, findings, error);
  if (!plan || !bf_diary_verify (database, findings, error) ||
      !bf_replay_verify (database, findings, error))
    return NULL;
  check_rows (plan, findings);
  return g_steal_pointer (&findings);
}
