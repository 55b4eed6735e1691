/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-day.h"
#include "bf-reader.h"
#include "spreadsheets.h"

#include <string.h>

/* What the reader tells, as text: "[Sheet]", "2: 1=MES-01 3=7.10;", "hidden" marks. */
typedef struct
{
  GString *log;
  guint rows;
} Told;

static gboolean
sheet_cb (const char *name, gboolean hidden, gpointer data)
{
  Told *told = data;

  g_string_append_printf (told->log, "[%s%s]", name ? name : "", hidden ? " hidden" : "");
  return !hidden;
}

static void
row_cb (const BfReaderRow *row, gpointer data)
{
  static const char marks[] = { ' ', '=', '#', '@', '?', '!', '~' };
  Told *told = data;

  told->rows++;
  g_string_append_printf (told->log, "%u%s:", row->row, row->hidden ? "h" : "");
  for (guint i = 0; i < row->n_cells; i++)
    if (row->cells[i].kind != BF_CELL_BLANK)
      {
        g_autofree char *shown = bf_cell_shown (&row->cells[i]);

        g_string_append_printf (
            told->log, " %u%c%s", i, marks[row->cells[i].kind], shown ? shown : "");
      }
  g_string_append_c (told->log, ';');
}

static void
merge_cb (const BfReaderRange *range, gpointer data)
{
  g_string_append_printf (((Told *) data)->log,
                          "{%u-%u,%u-%u}",
                          range->first_row,
                          range->last_row,
                          range->first_column,
                          range->last_column);
}

static void
separator_cb (char separator, gpointer data)
{
  g_string_append_c (((Told *) data)->log, separator);
}

static const BfReaderCalls calls = { sheet_cb, row_cb, merge_cb, separator_cb, NULL };

static void
assert_tells (const char *path, const char *wanted)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Told told = { log, 0 };

  g_assert_true (bf_reader_read (path, &calls, &told, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (log->str, ==, wanted);
}

static void
assert_text (const char *text, gssize length, const char *wanted)
{
  g_autofree char *path = spreadsheet_text ("text.csv", text, length);

  assert_tells (path, wanted);
}

static void
assert_fails (const char *path, BfReaderError code, const char *word)
{
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  Told told = { log, 0 };

  g_assert_false (bf_reader_read (path, &calls, &told, NULL, &error));
  g_assert_error (error, BF_READER_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
}

/* --- Text --------------------------------------------------------------------------------- */

static void
test_separator (void)
{
  assert_text (
      "Id;Name;Cost\nA;one, two, three;1,5\nB;four, five;2,5\n",
      -1,
      ";[]1: 0=Id 1=Name 2=Cost;2: 0=A 1=one, two, three 2=1,5;3: 0=B 1=four, five 2=2,5;");
  assert_text ("Id\tName\nA\tx,y\n", -1, "\t[]1: 0=Id 1=Name;2: 0=A 1=x,y;");
  assert_text ("Id|Name|Who\nA|x|y\n", -1, "|[]1: 0=Id 1=Name 2=Who;2: 0=A 1=x 2=y;");
  assert_text ("sep=;\r\nId;Name\r\n", -1, ";[]1: 0=Id 1=Name;");
  assert_text ("Our systems\n\nId,Name,Refs\nA,x,P; Q\nB,y,R; S\n",
               -1,
               ",[]1: 0=Our systems;3: 0=Id 1=Name 2=Refs;4: 0=A 1=x 2=P; Q;5: 0=B 1=y 2=R; S;");
}

static void
test_quotes (void)
{
  assert_text ("Id,Name\r\n\"A\",\"say \"\"no\"\"\r\ntwice, or more\"\r\nB,5\" pipe\r\n",
               -1,
               ",[]1: 0=Id 1=Name;2: 0=A 1=say \"no\"\ntwice, or more;3: 0=B 1=5\" pipe;");
}

/* An apostrophe keeps a text from being a formula; any other belongs to the text. */
static void
test_guard (void)
{
  assert_text ("Id,Name\nA,'=1+1\nB,'-5\nC,'tis\nD,'\n",
               -1,
               ",[]1: 0=Id 1=Name;2: 0=A 1==1+1;3: 0=B 1=-5;4: 0=C 1='tis;5: 0=D 1=';");
}

static void
test_unclosed_quote (void)
{
  g_autofree char *path = spreadsheet_text ("open.csv", "Id,Name\nA,x\nB,\"y\nC,z\nD,w\n", -1);

  assert_fails (path, BF_READER_ERROR_QUOTE, "Row 3");
}

static void
test_encodings (void)
{
  assert_text ("\xef\xbb\xbf\"Id\";M\xc3\xbchle\n", -1, ";[]1: 0=Id 1=M\xc3\xbchle;");
  assert_text ("Id;M\xfchle \x80\n", -1, ";[]1: 0=Id 1=M\xc3\xbchle \xe2\x82\xac;");
  assert_text ("\xff\xfeI\0d\0;\0\xfc\0\n\0", 12, ";[]1: 0=Id 1=\xc3\xbc;");
  assert_text ("\0I\0d\0;\0x\0\n\0A\0;\0y", 16, ";[]1: 0=Id 1=x;2: 0=A 1=y;");
}

/* --- Workbooks ---------------------------------------------------------------------------- */

static void
test_xlsx_cells (void)
{
  g_autofree char *path = spreadsheet_xlsx (
      "cells.xlsx",
      "<row><c t='inlineStr'><is><r><t>Batch </t></r><r><t>execution_x000D_</t></r>"
      "<rPh><t>bachi</t></rPh></is></c><c><v>7.1</v></c></row>"
      "<row r='4' hidden='1'><c r='B4' s='3'><v>12</v></c><c r='D4' s='1'><v>46568</v></c></row>"
      "<row r='5'><c r='A5'><f>B1*2</f></c><c r='B5'><f>B1*2</f><v>14.2</v></c>"
      "<c r='C5' t='str'><f>\"\"</f><v></v></c><c r='D5' t='e'><f>X</f><v>#N/A</v></c>"
      "<c r='E5' t='b'><v>1</v></c><c r='F5' s='4'><v>6500</v></c></row>"
      "<row r='1048576'><c r='XFD1048576' s='1'/></row>",
      "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>");

  assert_tells (path,
                "[Systems]1: 0=Batch execution 1#7.1;4h: 1#0012 3@30.06.2027;"
                "5: 0~ 1#14.2 3!#N/A 4?TRUE 5#6500;{1-2,0-1}");
}

static void
test_xlsx_serials (void)
{
  g_autofree char *path =
      spreadsheet_xlsx ("serials.xlsx",
                        "<row><c s='1'><v>0</v></c><c s='1'><v>60</v></c><c s='1'><v>61</v></c>"
                        "<c s='1'><v>59</v></c><c t='d'><v>2027-03-28</v></c>"
                        "<c s='6'><v>46474.104166666664</v></c></row>",
                        "");

  assert_tells (path,
                "[Systems]1: 0@0 1@60 2@01.03.1900 3@28.02.1900 4@2027-03-28 "
                "5@2027-03-28 02:30;");
}

static void
test_ods (void)
{
  g_autofree char *path = spreadsheet_ods (
      "repeats.ods",
      "<style:style style:name='ta2' style:family='table'>"
      "<style:table-properties table:display='false'/></style:style>",
      "<table:table table:name='Systems'>"
      "<table:table-row><table:table-cell table:number-columns-spanned='2'><text:p>Id</text:p>"
      "<office:annotation><text:p>a comment</text:p></office:annotation></table:table-cell>"
      "<table:covered-table-cell/></table:table-row>"
      "<table:table-row table:number-rows-repeated='2' table:visibility='filter'>"
      "<table:table-cell table:number-columns-repeated='2' office:value-type='float' "
      "office:value='12'><text:p>0012</text:p></table:table-cell>"
      "<table:table-cell office:value-type='date' office:date-value='2027-06-30'>"
      "<text:p>30.06.27</text:p></table:table-cell>"
      "<table:table-cell table:formula='of:=1+1'/></table:table-row>"
      "<table:table-row table:number-rows-repeated='1048573'><table:table-cell "
      "table:number-columns-repeated='16384'/></table:table-row></table:table>"
      "<table:table table:name='Lists' table:style-name='ta2'><table:table-row>"
      "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>");

  assert_tells (path,
                "[Systems]1: 0=Id;2h: 0#0012 1#0012 2@30.06.27 3~;"
                "3h: 0#0012 1#0012 2@30.06.27 3~;{1-1,0-1}[Lists hidden]");
}

static void
test_formats (void)
{
  g_assert_cmpint (bf_format_flags ("#,##0_M_M;-#,##0_M_M"), ==, 0);
  g_assert_cmpint (bf_format_flags ("0\" days\""), ==, 0);
  g_assert_cmpint (bf_format_flags ("[Red]0.0%"), ==, BF_FORMAT_PERCENT);
  g_assert_cmpint (bf_format_flags ("[$-407]d. mmm yy"), ==, BF_FORMAT_DATE);
  g_assert_cmpint (bf_format_flags ("mmm"), ==, BF_FORMAT_DATE);
  g_assert_cmpint (bf_format_flags ("[h]:mm"), ==, BF_FORMAT_ELAPSED);
  g_assert_cmpint (bf_format_flags ("h:mm AM/PM"), ==, BF_FORMAT_ELAPSED);
  g_assert_cmpint (bf_format_flags ("d/m/yy h:mm"), ==, BF_FORMAT_DATE | BF_FORMAT_TIME);
}

/* --- What is no spreadsheet --------------------------------------------------------------- */

static void
assert_refused (const char *bytes, gssize length, BfReaderError code, const char *word)
{
  g_autofree char *path = spreadsheet_text ("refused.xlsx", bytes, length);

  assert_fails (path, code, word);
}

static void
test_refused (void)
{
  g_autofree char *folder = spreadsheet_path ("");

  assert_fails ("/no/such/file.csv", BF_READER_ERROR_OPEN, "cannot be read");
  assert_refused ("", 0, BF_READER_ERROR_EMPTY, "empty");
  assert_fails (folder, BF_READER_ERROR_FORMAT, "folder");
  assert_refused ("\r\n<html><table><tr><td>Id</td></tr></table></html>",
                  -1,
                  BF_READER_ERROR_FORMAT,
                  "web page");
  assert_refused ("%PDF-1.7 ...", -1, BF_READER_ERROR_FORMAT, "not a spreadsheet");
  assert_refused ("\x7f"
                  "ELF\0\0\0\1\2\3",
                  10,
                  BF_READER_ERROR_FORMAT,
                  "not a spreadsheet");
  assert_refused ("PK\3\4 and no more", -1, BF_READER_ERROR_DAMAGED, "cut short");
  assert_refused (
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
      41,
      BF_READER_ERROR_ENCRYPTED,
      "password");
  assert_refused ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and no more",
                  -1,
                  BF_READER_ERROR_DAMAGED,
                  "save it as .xlsx");
}

static void
test_cut_short (void)
{
  g_autofree char *whole = spreadsheet_xlsx ("whole.xlsx", "<row><c><v>1</v></c></row>", "");
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (whole, &bytes, &length, NULL));
  for (gsize cut = 4; cut < length; cut += 97)
    assert_refused (bytes, (gssize) cut, BF_READER_ERROR_DAMAGED, "cut short");
}

static void
test_other_packages (void)
{
  g_autofree char *archive = spreadsheet_package ("photos.zip", "photo.txt", "x", NULL);
  g_autofree char *text = spreadsheet_package (
      "letter.ods", "mimetype", "application/vnd.oasis.opendocument.text", NULL);
  g_autofree char *locked = spreadsheet_package ("locked.ods",
                                                 "mimetype",
                                                 "application/vnd.oasis.opendocument.spreadsheet",
                                                 "content.xml",
                                                 "x",
                                                 "META-INF/manifest.xml",
                                                 "<manifest:encryption-data/>",
                                                 NULL);
  g_autofree char *broken = spreadsheet_xlsx ("broken.xlsx", "<row><c><v>1</v>", "");

  assert_fails (archive, BF_READER_ERROR_FORMAT, "not a spreadsheet");
  assert_fails (text, BF_READER_ERROR_FORMAT, "not a spreadsheet");
  assert_fails (locked, BF_READER_ERROR_ENCRYPTED, "password");
  assert_fails (broken, BF_READER_ERROR_DAMAGED, "damaged");
}

static void
test_bombs (void)
{
  g_autofree char *zeros = g_strnfill (4 * 1024 * 1024, '0');
  g_autofree char *row = g_strconcat ("<row><c t='str'><v>", zeros, "</v></c></row>", NULL);
  g_autofree char *packed = spreadsheet_xlsx ("bomb.xlsx", row, "");
  g_autofree char *entities =
      spreadsheet_package ("laughs.ods",
                           "mimetype",
                           "application/vnd.oasis.opendocument.spreadsheet",
                           "content.xml",
                           "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><x>&b;</x>",
                           NULL);

  assert_fails (packed, BF_READER_ERROR_LIMIT, "200");
  assert_fails (entities, BF_READER_ERROR_FORMAT, "declarations");
}

static void
test_too_wide (void)
{
  g_autoptr (GString) text = g_string_new ("Id");
  g_autofree char *csv = NULL;
  g_autofree char *xlsx = spreadsheet_xlsx ("wide.xlsx", "<row><c r='XFE1'><v>1</v></c></row>", "");

  for (int i = 0; i < 16384; i++)
    g_string_append (text, ",x");
  csv = spreadsheet_text ("wide.csv", text->str, -1);
  assert_fails (csv, BF_READER_ERROR_LIMIT, "16384");
  assert_fails (xlsx, BF_READER_ERROR_LIMIT, "16384");
}

static void
cancel_at_row (const BfReaderRow *row, gpointer data)
{
  g_cancellable_cancel (data);
}

static gboolean
accept_sheet (const char *name, gboolean hidden, gpointer data)
{
  return TRUE;
}

static void
test_cancel (void)
{
  const BfReaderCalls cancelling = { accept_sheet, cancel_at_row, merge_cb, NULL, NULL };
  g_autofree char *path = spreadsheet_text ("cancel.csv", "Id,Name\nA,x\nB,y\n", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (bf_reader_read (path, &cancelling, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/separator", test_separator);
  g_test_add_func ("/reader/quotes", test_quotes);
  g_test_add_func ("/reader/guard", test_guard);
  g_test_add_func ("/reader/unclosed-quote", test_unclosed_quote);
  g_test_add_func ("/reader/encodings", test_encodings);
  g_test_add_func ("/reader/xlsx-cells", test_xlsx_cells);
  g_test_add_func ("/reader/xlsx-serials", test_xlsx_serials);
  g_test_add_func ("/reader/ods", test_ods);
  g_test_add_func ("/reader/formats", test_formats);
  g_test_add_func ("/reader/refused", test_refused);
  g_test_add_func ("/reader/cut-short", test_cut_short);
  g_test_add_func ("/reader/other-packages", test_other_packages);
  g_test_add_func ("/reader/bombs", test_bombs);
  g_test_add_func ("/reader/too-wide", test_too_wide);
  g_test_add_func ("/reader/cancel", test_cancel);
  failed = g_test_run ();
  spreadsheets_clear ();
  return failed;
}
