/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "spreadsheets.h"

#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

static char *folder;

char *
spreadsheet_path (const char *name)
{
  if (!folder)
    folder = g_dir_make_tmp ("spreadsheets-XXXXXX", NULL);
  g_assert_nonnull (folder);
  return g_build_filename (folder, name, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_tree (inside);
    }
  g_remove (path);
}

void
spreadsheets_clear (void)
{
  if (folder)
    remove_tree (folder);
  g_clear_pointer (&folder, g_free);
}

char *
spreadsheet_text (const char *name, const char *text, gssize length)
{
  char *path = spreadsheet_path (name);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

static void
add_entry (zip_t *zip, const char *name, const char *text)
{
  zip_source_t *source = zip_source_buffer (zip, text, strlen (text), 0);

  g_assert_cmpint (zip_file_add (zip, name, source, ZIP_FL_OVERWRITE), >=, 0);
}

char *
spreadsheet_package (const char *name, ...)
{
  char *path = spreadsheet_path (name);
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  const char *entry;
  va_list entries;

  g_assert_nonnull (zip);
  va_start (entries, name);
  while ((entry = va_arg (entries, const char *)))
    add_entry (zip, entry, va_arg (entries, const char *));
  va_end (entries);
  g_assert_cmpint (zip_close (zip), ==, 0);
  return path;
}

char *
spreadsheet_xlsx (const char *name, const char *rows, const char *after_rows)
{
  const char *space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const char *office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const char *package = "http://schemas.openxmlformats.org/package/2006/relationships";
  g_autofree char *root =
      g_strdup_printf ("<Relationships xmlns='%s'><Relationship Id='r1' Type='%s/officeDocument' "
                       "Target='xl/workbook.xml'/></Relationships>",
                       package,
                       office);
  g_autofree char *parts =
      g_strdup_printf ("<Relationships xmlns='%s'><Relationship Id='r1' Type='%s/worksheet' "
                       "Target='/xl/worksheets/sheet1.xml'/><Relationship Id='r2' Type='%s/styles' "
                       "Target='styles.xml'/></Relationships>",
                       package,
                       office,
                       office);
  g_autofree char *workbook =
      g_strdup_printf ("<workbook xmlns='%s' xmlns:r='%s'><sheets>"
                       "<sheet name='Systems' sheetId='1' r:id='r1'/></sheets></workbook>",
                       space,
                       office);
  g_autofree char *styles = g_strdup_printf (
      "<styleSheet xmlns='%s'><numFmts><numFmt numFmtId='170' formatCode='dd\\.mm\\.yyyy'/>"
      "<numFmt numFmtId='171' formatCode='0000'/><numFmt numFmtId='172' formatCode='#,##0_M'/>"
      "<numFmt numFmtId='173' formatCode='yyyy-mm-dd hh:mm'/></numFmts>"
      "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
      "<xf numFmtId='170'/><xf numFmtId='9'/><xf numFmtId='171'/><xf numFmtId='172'/>"
      "<xf numFmtId='46'/><xf numFmtId='173'/></cellXfs></styleSheet>",
      space);
  g_autofree char *sheet = g_strdup_printf (
      "<worksheet xmlns='%s'><sheetData>%s</sheetData>%s</worksheet>", space, rows, after_rows);

  return spreadsheet_package (name,
                              "[Content_Types].xml",
                              "<Types/>",
                              "_rels/.rels",
                              root,
                              "xl/_rels/workbook.xml.rels",
                              parts,
                              "xl/workbook.xml",
                              workbook,
                              "xl/styles.xml",
                              styles,
                              "xl/worksheets/sheet1.xml",
                              sheet,
                              NULL);
}

char *
spreadsheet_ods (const char *name, const char *styles, const char *tables)
{
  g_autofree char *content =
      g_strdup_printf ("<office:document-content "
                       "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
                       "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
                       "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
                       "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>"
                       "<office:automatic-styles>%s</office:automatic-styles>"
                       "<office:body><office:spreadsheet>%s</office:spreadsheet></office:body>"
                       "</office:document-content>",
                       styles,
                       tables);

  return spreadsheet_package (name,
                              "mimetype",
                              "application/vnd.oasis.opendocument.spreadsheet",
                              "content.xml",
                              content,
                              NULL);
}

char *
spreadsheet_kept (const char *name)
{
  return g_build_filename (g_getenv ("BF_SOURCE_DIR"), "tests", "import", name, NULL);
}
