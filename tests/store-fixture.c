/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bf-document-private.h"

static char *folder;

void
fixture_init (void)
{
  g_setenv ("BF_WHO", "A. Tester", TRUE);
  folder = g_dir_make_tmp ("brownfield-XXXXXX", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_all (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
fixture_clear (void)
{
  remove_all (folder);
  g_clear_pointer (&folder, g_free);
}

char *
fixture_path (const char *name)
{
  g_autofree char *file = g_strconcat (name, BF_DOCUMENT_SUFFIX, NULL);
  char *path = g_build_filename (folder, file, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0755);
  g_unlink (path);
  return path;
}

char *
fixture_file (const char *name)
{
  char *path = fixture_path (name);
  g_autoptr (BfDocument) document = bf_document_new (path, NULL);
  g_autoptr (BfEdit) edit = bf_document_begin (document, "Add an area", NULL, NULL);
  BfArea area;

  bf_record_blank (&bf_area_record, &area);
  area.row.key = "A1";
  area.name = "Hall 1";
  g_assert_true (bf_edit_insert (edit, BF_AREA, &area, NULL));
  g_assert_true (bf_edit_commit (edit, NULL));
  fixture_add_system (document, "MES-01", "Old MES");
  fixture_set (document, BF_SYSTEM, "MES-01", "area", "A1");
  return path;
}

void
fixture_add_system (BfDocument *document, const char *key, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfEdit) edit = bf_document_begin (document, "Add a system", NULL, &error);
  BfSystem system;

  g_assert_no_error (error);
  bf_record_blank (&bf_system_record, &system);
  system.row.key = key;
  system.name = name;
  bf_edit_insert (edit, BF_SYSTEM, &system, &error);
  g_assert_no_error (error);
  bf_edit_commit (edit, &error);
  g_assert_no_error (error);
}

void
fixture_set (
    BfDocument *document, BfRecordKind kind, const char *key, const char *column, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = g_strdup_printf ("Set %s", column);
  g_autoptr (BfEdit) edit = bf_document_begin (document, label, NULL, &error);

  g_assert_no_error (error);
  bf_edit_set (edit, kind, key, column, text, &error);
  g_assert_no_error (error);
  bf_edit_commit (edit, &error);
  g_assert_no_error (error);
}

char *
fixture_dump (BfDocument *document)
{
  g_autoptr (BfPlan) plan = bf_document_snapshot (document);
  GString *text = g_string_new (NULL);

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    for (guint i = 0; i < bf_plan_count (plan, (BfRecordKind) kind); i++)
      {
        const BfRecord *record = bf_record ((BfRecordKind) kind);
        const BfRow *row = bf_plan_row (plan, record->kind, i);

        g_string_append_printf (text, "%s %s\n", record->table, row->id);
        for (guint j = 0; j < record->n_fields; j++)
          {
            g_autofree char *value = bf_field_text (&record->fields[j], row);

            if (value)
              g_string_append_printf (text, "  %s=%s\n", record->fields[j].column, value);
          }
      }
  return g_string_free (text, FALSE);
}

char *
fixture_dump_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = bf_document_open (path, BF_OPEN_DEFAULT, &error);

  g_assert_no_error (error);
  return fixture_dump (document);
}

void
fixture_assert_alone (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const char *other;

  while ((other = g_dir_read_name (dir)))
    g_assert_false (g_str_has_prefix (other, name) && !g_str_equal (other, name));
}

void
fixture_limit_pages (BfDocument *document)
{
  gint64 pages = bf_database_number (document->database, "PRAGMA page_count", 0);
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT, pages + 8);

  g_assert_true (bf_database_script (document->database, sql, NULL));
}

void
fixture_spill (BfDocument *document)
{
  g_assert_true (bf_database_script (document->database, "PRAGMA cache_size = 50", NULL));
}
