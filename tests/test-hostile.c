/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that nobody made in good faith, or that a disk has spoilt: a sentence, or what can be read
 * of them; never a crash, and nothing is fetched from anywhere. */

#include "bf-import.h"
#include "bf-reader.h"
#include "spreadsheets.h"

#include <string.h>

#define SPACE "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/relationships"

/* --- What is told ------------------------------------------------------------------------- */

static gboolean
sheet_cb (const char *name, gboolean hidden, gpointer data)
{
  g_assert_true (g_utf8_validate (name ? name : "", -1, NULL));
  g_string_append_printf (data, "[%s]", name ? name : "");
  return TRUE;
}

static void
row_cb (const BfReaderRow *row, gpointer data)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *shown = bf_cell_shown (&row->cells[i]);

      g_assert_true (g_utf8_validate (shown ? shown : "", -1, NULL));
      g_string_append_printf (data, "%s;", shown ? shown : "");
    }
}

static void
merge_cb (const BfReaderRange *range, gpointer data)
{
}

static const BfReaderCalls calls = { sheet_cb, row_cb, merge_cb, NULL, NULL };

/* What is read of the file, NULL when it is refused; then there is a sentence. */
static char *
told (const char *path)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (bf_reader_read (path, &calls, log, NULL, &error))
    return g_strdup (log->str);
  g_assert_cmpuint (error->domain, ==, BF_READER_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  return NULL;
}

static void
assert_told (const char *path, const char *wanted)
{
  g_autofree char *text = told (path);

  g_assert_cmpstr (text, ==, wanted);
}

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (bf_reader_read (path, &calls, log, NULL, &error));
  g_assert_error (error, BF_READER_ERROR, code);
}

/* --- .xls --------------------------------------------------------------------------------- */

static char *
kept_xls (gsize *length)
{
  g_autofree char *path = g_build_filename (
      g_getenv ("BF_SOURCE_DIR"), "tests", "fuzz", "corpus", "import", "systems.xls", NULL);
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));
  return bytes;
}

static char *
write_xls (const char *bytes, gsize length)
{
  return spreadsheet_text ("damaged.xls", bytes, (gssize) length);
}

/* The same file whole: what the process beside this one hands over. */
static void
test_xls_whole (void)
{
  gsize length;
  g_autofree char *bytes = kept_xls (&length);
  g_autofree char *path = write_xls (bytes, length);
  g_autofree char *text = told (path);

  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "Unique id;Name;"));
}

/* Bytes are spoilt all over the file, with values that lengths and offsets fear most. What the
 * library does with them happens elsewhere. */
static void
test_xls_damaged (void)
{
  static const guchar values[] = { 0x00, 0xff, 0x7f };
  gsize length;
  g_autofree char *bytes = kept_xls (&length);
  guint refused = 0;

  for (gsize at = 0; at + 4 < length; at += length / 60)
    for (guint i = 0; i < G_N_ELEMENTS (values); i++)
      {
        g_autofree char *spoilt = g_memdup2 (bytes, length);
        g_autofree char *path = NULL;
        g_autofree char *text = NULL;

        memset (spoilt + at, values[i], 4);
        path = write_xls (spoilt, length);
        text = told (path);
        refused += text == NULL;
      }
  g_assert_cmpuint (refused, >, 0);
}

static void
test_xls_cut (void)
{
  gsize length;
  g_autofree char *bytes = kept_xls (&length);

  for (gsize cut = 8; cut < length; cut += length / 12)
    {
      g_autofree char *path = write_xls (bytes, cut);
      g_autofree char *text = told (path);

      g_assert_true (text == NULL || g_str_has_prefix (text, "["));
    }
}

static void
cancel_row_cb (const BfReaderRow *row, gpointer data)
{
  g_cancellable_cancel (data);
}

static gboolean
any_sheet_cb (const char *name, gboolean hidden, gpointer data)
{
  return TRUE;
}

/* Nobody listens any more: the process beside this one ends too, and is waited for. */
static void
test_xls_cancelled (void)
{
  const BfReaderCalls cancelling = { any_sheet_cb, cancel_row_cb, merge_cb, NULL, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *bytes = kept_xls (&length);
  g_autofree char *path = write_xls (bytes, length);

  g_assert_false (bf_reader_read (path, &cancelling, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* --- .xlsx and .ods ----------------------------------------------------------------------- */

static const char billion[] =
    "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>";
static const char stranger[] = "<!DOCTYPE x [<!ENTITY c SYSTEM 'file:///etc/hostname'>]>";

/* The sheet of a workbook begins with a declaration. */
static char *
declared_xlsx (const char *declaration)
{
  g_autofree char *sheet =
      g_strdup_printf ("%s<worksheet xmlns='" SPACE "'><sheetData><row><c t='inlineStr'><is>"
                       "<t>&c;</t></is></c></row></sheetData></worksheet>",
                       declaration);

  return spreadsheet_package (
      "declared.xlsx",
      "[Content_Types].xml",
      "<Types/>",
      "_rels/.rels",
      "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE
      "/officeDocument' Target='xl/workbook.xml'/></Relationships>",
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE
      "/worksheet' Target='sheet1.xml'/></Relationships>",
      "xl/workbook.xml",
      "<workbook xmlns='" SPACE "' xmlns:r='" OFFICE
      "'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>",
      "xl/sheet1.xml",
      sheet,
      NULL);
}

static void
test_entities (void)
{
  const char *const declarations[] = { billion, stranger };

  for (guint i = 0; i < G_N_ELEMENTS (declarations); i++)
    {
      g_autofree char *content = g_strconcat (declarations[i], "<x>&c;</x>", NULL);
      g_autofree char *xlsx = declared_xlsx (declarations[i]);
      g_autofree char *ods = spreadsheet_package ("declared.ods",
                                                  "mimetype",
                                                  "application/vnd.oasis.opendocument.spreadsheet",
                                                  "content.xml",
                                                  content,
                                                  NULL);

      assert_refused (xlsx, BF_READER_ERROR_FORMAT);
      assert_refused (ods, BF_READER_ERROR_FORMAT);
    }
}

/* A cell that looks into another workbook says what it said last; nobody goes and looks. */
static void
test_external_reference (void)
{
  g_autofree char *path = spreadsheet_xlsx (
      "external.xlsx",
      "<row><c t='str'><f>'file:///etc/[hostname]S'!A1</f><v>cached</v></c>"
      "<c><f>[1]S!A1*2</f><v>7</v></c><c t='str'><f>cmd|'/C calc'!A0</f><v>x</v></c></row>",
      "");

  assert_told (path, "[Systems]cached;7;x;");
}

/* A sheet that lies elsewhere is no sheet of this file. */
static void
test_external_sheet (void)
{
  g_autofree char *path = spreadsheet_package (
      "elsewhere.xlsx",
      "[Content_Types].xml",
      "<Types/>",
      "_rels/.rels",
      "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE
      "/officeDocument' Target='xl/workbook.xml'/></Relationships>",
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' TargetMode='External' Type='" OFFICE
      "/worksheet' Target='file:///etc/hostname'/><Relationship Id='r2' Type='" OFFICE
      "/worksheet' Target='../../../../../etc/hostname'/></Relationships>",
      "xl/workbook.xml",
      "<workbook xmlns='" SPACE "' xmlns:r='" OFFICE
      "'><sheets><sheet name='S' sheetId='1' r:id='r1'/><sheet name='T' sheetId='2' "
      "r:id='r2'/></sheets></workbook>",
      NULL);

  assert_refused (path, BF_READER_ERROR_DAMAGED);
}

/* Two sheets of one name, which is longer than any spreadsheet program allows. */
static void
test_sheet_names (void)
{
  static const char name[] = "A name of a sheet that goes on and on: [1]/*?'s";
  static const char sheet[] =
      "<worksheet xmlns='" SPACE "'><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";
  g_autofree char *workbook =
      g_strdup_printf ("<workbook xmlns='" SPACE "' xmlns:r='" OFFICE
                       "'><sheets><sheet name=\"%s\" sheetId='1' r:id='r1'/><sheet name=\"%s\" "
                       "sheetId='2' r:id='r2'/></sheets></workbook>",
                       name,
                       name);
  g_autofree char *wanted = g_strdup_printf ("[%s]1;[%s]1;", name, name);
  g_autofree char *path =
      spreadsheet_package ("names.xlsx",
                           "[Content_Types].xml",
                           "<Types/>",
                           "_rels/.rels",
                           "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE
                           "/officeDocument' Target='xl/workbook.xml'/></Relationships>",
                           "xl/_rels/workbook.xml.rels",
                           "<Relationships xmlns='" PACKAGE "'><Relationship Id='r1' Type='" OFFICE
                           "/worksheet' Target='one.xml'/><Relationship Id='r2' Type='" OFFICE
                           "/worksheet' Target='two.xml'/></Relationships>",
                           "xl/workbook.xml",
                           workbook,
                           "xl/one.xml",
                           sheet,
                           "xl/two.xml",
                           sheet,
                           NULL);

  assert_told (path, wanted);
}

/* --- Control characters ------------------------------------------------------------------- */

/* They come in as they are, or not at all: what matters is that the import can say what it met. */
static void
test_control_characters (void)
{
  g_autofree char *path = spreadsheet_text (
      "systems.csv",
      "Unique id,Name,System type\nMES\x01-01,Bell\x07 and \x1b[31mred,MES\nX\x7f,\xc2\x85,PLC\n",
      -1);
  const char *inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BfImport) import = bf_import_new (inputs, BF_IMPORT_GOOD_ROWS, NULL, NULL, &error);
  const GPtrArray *problems;

  g_assert_no_error (error);
  problems = bf_import_problems (import);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *line = bf_problem_line (g_ptr_array_index (problems, i));

      g_assert_null (strchr (line, '\x1b'));
      g_assert_null (strchr (line, '\x07'));
    }
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hostile/xls/whole", test_xls_whole);
  g_test_add_func ("/hostile/xls/damaged", test_xls_damaged);
  g_test_add_func ("/hostile/xls/cut", test_xls_cut);
  g_test_add_func ("/hostile/xls/cancelled", test_xls_cancelled);
  g_test_add_func ("/hostile/entities", test_entities);
  g_test_add_func ("/hostile/external-reference", test_external_reference);
  g_test_add_func ("/hostile/external-sheet", test_external_sheet);
  g_test_add_func ("/hostile/sheet-names", test_sheet_names);
  g_test_add_func ("/hostile/control-characters", test_control_characters);
  failed = g_test_run ();
  spreadsheets_clear ();
  return failed;
}
