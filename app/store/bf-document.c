/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-document.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "bf-diary.h"
#include "bf-document-private.h"
#include "bf-edit-private.h"
#include "bf-load.h"
#include "bf-migration.h"
#include "bf-schema.h"
#include "bf-verify.h"

G_DEFINE_TYPE (BfDocument, bf_document, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

enum
{
  PROP_READ_ONLY = 1,
  PROP_NAME,
};

static guint signals[N_SIGNALS];

static void
bf_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  BfDocument *document = BF_DOCUMENT (object);

  switch (id)
    {
    case PROP_READ_ONLY:
      g_value_set_boolean (value, bf_document_is_read_only (document));
      break;
    case PROP_NAME:
      g_value_set_string (value, document->name);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    }
}

static void
bf_document_finalize (GObject *object)
{
  BfDocument *document = BF_DOCUMENT (object);

  g_clear_pointer (&document->plan, bf_plan_unref);
  g_clear_pointer (&document->undo, bf_undo_free);
  g_clear_pointer (&document->database, bf_database_free);
  g_free (document->name);
  g_free (document->backup_path);
  G_OBJECT_CLASS (bf_document_parent_class)->finalize (object);
}

static void
bf_document_class_init (BfDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = bf_document_finalize;
  object_class->get_property = bf_document_get_property;
  g_object_class_install_property (
      object_class, PROP_READ_ONLY, g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags));
  g_object_class_install_property (
      object_class, PROP_NAME, g_param_spec_string ("name", NULL, NULL, NULL, flags));
  signals[CHANGED] = g_signal_new (
      "changed", BF_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bf_document_init (BfDocument *document)
{
  document->undo = bf_undo_new ();
}

/* --- Opening ------------------------------------------------------------------------------ */

static char *
name_of (const char *path)
{
  g_autofree char *base = NULL;

  if (!path)
    return g_strdup (_ ("Untitled plan"));
  base = g_path_get_basename (path);
  if (g_str_has_suffix (base, BF_DOCUMENT_SUFFIX))
    base[strlen (base) - strlen (BF_DOCUMENT_SUFFIX)] = 0;
  return g_filename_display_name (base);
}

/* Takes the database. */
static BfDocument *
document_for (BfDatabase *database)
{
  BfDocument *document = g_object_new (BF_TYPE_DOCUMENT, NULL);

  document->database = database;
  document->name = name_of (database->path);
  document->opened_at = bf_diary_last (database);
  bf_undo_reload (document->undo, database, document->opened_at);
  return document;
}

static gboolean
fail_version (BfDatabase *database, BfDocumentError code, GError **error)
{
  g_autofree char *name = name_of (database->path);

  g_set_error (error,
               BF_DOCUMENT_ERROR,
               (int) code,
               code == BF_DOCUMENT_ERROR_NEWER
                   /* Translators: the name of a plan. */
                   ? _ ("“%s” was made by a newer Brownfield. Update this one to open it.")
                   : _ ("“%s” is not a Brownfield plan."),
               name);
  return FALSE;
}

/* Reads the two numbers of the header first: a stranger's file gets no further. */
static gboolean
check_header (BfDatabase *database, int *version, GError **error)
{
  sqlite3_stmt *row = bf_database_query (database, error, "PRAGMA application_id", "");
  gint64 application;

  if (!row || !bf_database_next (database, row, error))
    return FALSE;
  application = sqlite3_column_int64 (row, 0);
  sqlite3_reset (row);
  *version = (int) bf_database_number (database, "PRAGMA user_version", -1);
  if (application != BF_APPLICATION_ID || *version < 1)
    return fail_version (database, BF_DOCUMENT_ERROR_FORMAT, error);
  if (*version > BF_SCHEMA_VERSION)
    return fail_version (database, BF_DOCUMENT_ERROR_NEWER, error);
  return TRUE;
}

/* What cannot be written is brought up to date in memory. */
static BfDatabase *
copy_in_memory (BfDatabase *database, GError **error)
{
  g_autoptr (BfDatabase) copy = bf_database_open (NULL, BF_OPEN_DEFAULT, error);
  sqlite3_backup *backup;

  bf_database_release (copy, NULL);
  backup = sqlite3_backup_init (copy->handle, "main", database->handle, "main");
  sqlite3_backup_step (backup, -1);
  if (sqlite3_backup_finish (backup) != SQLITE_OK)
    {
      bf_database_fail (copy, error);
      return NULL;
    }
  copy->path = g_strdup (database->path);
  copy->read_only = database->read_only;
  return g_steal_pointer (&copy);
}

static gboolean
migrate (BfDatabase **database, int version, char **backup_path, GError **error)
{
  if ((*database)->read_only)
    {
      BfDatabase *copy = copy_in_memory (*database, error);

      if (!copy)
        return FALSE;
      bf_database_free (*database);
      *database = copy;
      return bf_migration_run (copy, error);
    }
  *backup_path = bf_migration_backup_path ((*database)->path, version);
  return bf_database_copy (*database, *backup_path, error) && bf_migration_run (*database, error);
}

BfDocument *
bf_document_open (const char *path, BfOpenFlags flags, GError **error)
{
  g_autoptr (BfDatabase) database = bf_database_open (path, flags, error);
  g_autofree char *backup_path = NULL;
  BfDocument *document;
  int version;

  if (!database || !check_header (database, &version, error) || !bf_verify_pages (database, error))
    return NULL;
  if (version < BF_SCHEMA_VERSION && !migrate (&database, version, &backup_path, error))
    return NULL;
  if (!bf_schema_check (database, error))
    return NULL;
  document = document_for (g_steal_pointer (&database));
  document->backup_path = g_steal_pointer (&backup_path);
  return document;
}

static gboolean
fill_new (BfDatabase *database, GError **error)
{
  return bf_database_script (database, bf_schema_sql (), error) &&
         bf_database_commit (database, error);
}

BfDocument *
bf_document_new (const char *path, GError **error)
{
  g_autoptr (BfDatabase) database = bf_database_create (path, error);

  if (!database)
    return NULL;
  if (database->read_only)
    {
      g_clear_pointer (&database, bf_database_free);
      g_unlink (path);
      g_set_error (error,
                   BF_DOCUMENT_ERROR,
                   BF_DOCUMENT_ERROR_READ_ONLY,
                   /* Translators: the path of a file. */
                   _ ("“%s” cannot hold a plan, because files cannot be locked there. Choose a "
                      "folder on this computer."),
                   path);
      return NULL;
    }
  if (!fill_new (database, error))
    {
      g_clear_pointer (&database, bf_database_free);
      g_unlink (path);
      return NULL;
    }
  return document_for (g_steal_pointer (&database));
}

BfDocument *
bf_document_new_in_memory (void)
{
  g_autoptr (GError) failure = NULL;
  BfDatabase *database = bf_database_open (NULL, BF_OPEN_DEFAULT, &failure);

  if (!database || !fill_new (database, &failure))
    g_error ("A document in memory: %s", failure->message);
  return document_for (database);
}

/* --- What it is --------------------------------------------------------------------------- */

const char *
bf_document_get_path (BfDocument *document)
{
  return document->database->path;
}

const char *
bf_document_get_name (BfDocument *document)
{
  return document->name;
}

BfReadOnly
bf_document_get_read_only (BfDocument *document)
{
  return document->database->read_only;
}

gboolean
bf_document_is_read_only (BfDocument *document)
{
  return document->database->read_only != BF_WRITABLE;
}

const char *
bf_document_read_only_sentence (BfDocument *document)
{
  switch (document->database->read_only)
    {
    case BF_READ_ONLY_ASKED:
      return _ ("This plan was opened for reading only.");
    case BF_READ_ONLY_FILE:
      return _ ("This file or its folder cannot be written. Work on a copy to change the plan.");
    case BF_READ_ONLY_LOCKED:
      return _ ("Somebody else has this plan open. Work on a copy, and merge it back later.");
    case BF_READ_ONLY_REMOTE:
      return _ ("This plan lies on a network share. Work on a copy, and merge it back later.");
    case BF_WRITABLE:
    default:
      return NULL;
    }
}

const char *
bf_document_get_backup_path (BfDocument *document)
{
  return document->backup_path;
}

/* --- The plan ----------------------------------------------------------------------------- */

/* Raised by SQLite when another process has changed the file. */
static gint64
data_version (BfDocument *document)
{
  return bf_database_number (document->database, "PRAGMA data_version", 0);
}

BfPlan *
bf_document_snapshot (BfDocument *document)
{
  g_autoptr (GError) failure = NULL;
  gint64 version = data_version (document);
  BfPlan *plan;

  if (document->plan && (document->edit || version == document->plan_version))
    return bf_plan_ref (document->plan);
  plan = bf_load_plan (document->database, NULL, &failure);
  if (!plan)
    {
      /* The file vanished under us: show what was read last. */
      g_warning ("%s", failure->message);
      plan = document->plan ? bf_plan_ref (document->plan) : bf_plan_new ();
      if (!document->plan)
        bf_plan_seal (plan);
      return plan;
    }
  if (document->edit)
    return plan;
  g_clear_pointer (&document->plan, bf_plan_unref);
  document->plan = bf_plan_ref (plan);
  document->plan_version = version;
  return plan;
}

BfEdit *
bf_document_begin (BfDocument *document, const char *label, const char *reason, GError **error)
{
  return bf_edit_begin (document, label, reason, 0, error);
}

void
bf_document_edited (BfDocument *document, gint64 edit)
{
  g_clear_pointer (&document->plan, bf_plan_unref);
  bf_undo_note (document->undo, document->database, edit);
  g_signal_emit (document, signals[CHANGED], 0);
}

/* --- Undo, history, checking -------------------------------------------------------------- */

gboolean
bf_document_can_undo (BfDocument *document)
{
  return bf_undo_next (document->undo) != 0 && !bf_document_is_read_only (document);
}

gboolean
bf_document_can_redo (BfDocument *document)
{
  return bf_redo_next (document->undo) != 0 && !bf_document_is_read_only (document);
}

const char *
bf_document_undo_label (BfDocument *document)
{
  return document->undo->undo_label;
}

const char *
bf_document_redo_label (BfDocument *document)
{
  return document->undo->redo_label;
}

void
bf_document_set_undo_past_opening (BfDocument *document, gboolean past_opening)
{
  bf_undo_reload (document->undo, document->database, past_opening ? 0 : document->opened_at);
}

GPtrArray *
bf_document_history (BfDocument *document, GError **error)
{
  return bf_diary_history (document->database, error);
}

GPtrArray *
bf_document_changes (BfDocument *document, gint64 edit_id, GError **error)
{
  return bf_diary_changes (document->database, edit_id, error);
}

GPtrArray *
bf_document_verify (BfDocument *document, GError **error)
{
  return bf_verify_all (document->database, error);
}

gboolean
bf_document_copy (BfDocument *document, const char *path, GError **error)
{
  if (!document->edit)
    return bf_database_copy (document->database, path, error);
  g_set_error_literal (error,
                       BF_DOCUMENT_ERROR,
                       BF_DOCUMENT_ERROR_EDIT,
                       _ ("Another change is still under way. Try again when it has ended."));
  return FALSE;
}
