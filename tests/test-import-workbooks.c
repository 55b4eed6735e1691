/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What only a workbook can hold: number formats, formulas, merged cells, hidden rows and sheets. */

#include "bf-import.h"
#include "spreadsheets.h"

#include <string.h>

#define TEXT(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"
#define NUMBER(number) "<c><v>" number "</v></c>"
#define STYLED(style, number) "<c s='" style "'><v>" number "</v></c>"
#define HEADINGS                                                                                   \
  "<row>" TEXT ("Unique id") TEXT ("Name") TEXT ("Version / firmware")                             \
      TEXT ("End of vendor support") TEXT ("Cost of one stopped hour [EUR]")                       \
          TEXT ("Recovery time when "                                                              \
                "it fails [h]") TEXT ("Area / line") "</row>"

static BfImport *
import_rows (const char *rows, const char *after, BfImportFlags flags)
{
  g_autofree char *all = g_strconcat (HEADINGS, rows, NULL);
  g_autofree char *path = spreadsheet_xlsx ("book.xlsx", all, after);
  const char *const inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  BfImport *import = bf_import_new (inputs, flags, NULL, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static const BfSystem *
system_at (const BfImport *import, guint index)
{
  const GPtrArray *rows = bf_import_rows (import, BF_SYSTEM);

  g_assert_cmpuint (rows->len, >, index);
  return ((const BfImportRow *) g_ptr_array_index (rows, index))->row;
}

static void
assert_line (const BfImport *import, guint index, const char *const *words)
{
  const GPtrArray *problems = bf_import_problems (import);
  g_autofree char *line = NULL;

  g_assert_cmpuint (problems->len, >, index);
  line = bf_problem_line (g_ptr_array_index (problems, index));
  for (guint i = 0; words[i]; i++)
    if (!strstr (line, words[i]))
      g_error ("“%s” is not in: %s", words[i], line);
}

static void
test_numbers (void)
{
  g_autoptr (BfImport) import = import_rows (
      "<row>" NUMBER ("4012") TEXT ("a") NUMBER ("7.1") STYLED ("1", "46568")
          STYLED ("4", "18000.5") STYLED ("5", "1.5")
              TEXT ("all") "</row>"
                           "<row>" STYLED ("3", "12") TEXT ("b") TEXT ("7.10")
                               STYLED ("6", "46568.5") TEXT ("6,5 k€") NUMBER ("2") "</row>",
      "",
      BF_IMPORT_DEFAULT);
  const BfSystem *first, *second;

  g_assert_true (bf_import_is_good (import));
  first = system_at (import, 0);
  second = system_at (import, 1);
  g_assert_cmpstr (first->row.key, ==, "4012");
  g_assert_cmpstr (first->version, ==, "7.1");
  g_assert_cmpint (first->eos_date, ==, bf_day_from_civil (2027, 6, 30));
  g_assert_cmpint (first->downtime_cost_h, ==, 1800050);
  g_assert_cmpfloat (first->rto_h, ==, 36);
  g_assert_cmpstr (second->row.key, ==, "0012");
  g_assert_cmpstr (second->version, ==, "7.10");
  g_assert_cmpint (second->eos_date, ==, bf_day_from_civil (2027, 6, 30));
  g_assert_cmpint (second->downtime_cost_h, ==, 650000);
}

static void
test_serial_zero (void)
{
  g_autoptr (BfImport) import = import_rows (
      "<row>" TEXT ("A") TEXT ("a") TEXT ("")
          STYLED ("1", "0") "</row>"
                            "<row>" TEXT ("B") TEXT ("b") TEXT ("")
                                STYLED ("1", "60") "</row>"
                                                   "<row>" TEXT ("C") TEXT ("c") TEXT ("")
                                                       NUMBER ("46568") "</row>",
      "",
      BF_IMPORT_DEFAULT);

  g_assert_false (bf_import_is_good (import));
  assert_line (import, 0, (const char *const[]){ "“Systems”", "row 2", "D2", "“0”", NULL });
  assert_line (import, 1, (const char *const[]){ "row 3", "D3", "“60”", NULL });
  assert_line (import, 2, (const char *const[]){ "row 4", "D4", "a number, not a date", NULL });
}

static void
test_formulas (void)
{
  g_autoptr (BfImport) import = import_rows (
      "<row>" TEXT ("A") "<c><f>\"Batch\"</f></c></row>"
                         "<row>" TEXT (
                             "B") "<c t='str'><f>X1</f><v>Batches</v></c>"
                                  "<c/><c/><c><f>F2*1000</f><v>4500</v></c></row>"
                                  "<row>" TEXT ("C") TEXT (
                                      "c") "<c/><c/><c t='e'><f>1/0</f><v>#DIV/0!</v></c></row>",
      "",
      BF_IMPORT_GOOD_ROWS);

  g_assert_cmpuint (bf_import_rows (import, BF_SYSTEM)->len, ==, 1);
  g_assert_cmpstr (system_at (import, 0)->name, ==, "Batches");
  g_assert_cmpint (system_at (import, 0)->downtime_cost_h, ==, 450000);
  assert_line (import,
               0,
               (const char *const[]){
                   "row 2", "B2", "Name", "never calculated", "spreadsheet program", NULL });
  assert_line (import, 1, (const char *const[]){ "row 4", "E4", "#DIV/0!", NULL });
}

static void
test_merged_and_hidden (void)
{
  g_autoptr (BfImport) import =
      import_rows ("<row>" TEXT ("A") TEXT ("a") "<c/><c/><c/><c/>" TEXT (
                       "Mixing") "</row>"
                                 "<row hidden='1'>" TEXT ("B") TEXT ("b") "</row><row>" TEXT ("C")
                                     TEXT ("c") "</row>",
                   "<mergeCells><mergeCell ref='G2:G3'/></mergeCells>",
                   BF_IMPORT_DEFAULT);

  g_assert_true (bf_import_is_good (import));
  g_assert_cmpstr (system_at (import, 1)->area[0], ==, "Mixing");
  g_assert_null (system_at (import, 2)->area);
  assert_line (import, 0, (const char *const[]){ "1 row hidden", "filter", NULL });
}

static void
test_other_sheets (void)
{
  g_autofree char *path = spreadsheet_ods (
      "lists.ods",
      "<style:style style:name='ta2' style:family='table'>"
      "<style:table-properties table:display='false'/></style:style>",
      "<table:table table:name='Vendors'><table:table-row><table:table-cell><text:p>Vendors"
      "</text:p></table:table-cell></table:table-row></table:table>"
      "<table:table table:name='Old' table:style-name='ta2'><table:table-row><table:table-cell>"
      "<text:p>x</text:p></table:table-cell></table:table-row></table:table>"
      "<table:table table:name='Sheet1'><table:table-row>"
      "<table:table-cell><text:p>Unique id</text:p></table:table-cell>"
      "<table:table-cell><text:p>Name</text:p></table:table-cell>"
      "<table:table-cell><text:p>Install year</text:p></table:table-cell></table:table-row>"
      "<table:table-row><table:table-cell office:value-type='float' office:value='12'>"
      "<text:p>0012</text:p></table:table-cell><table:table-cell><text:p>a</text:p>"
      "</table:table-cell><table:table-cell office:value-type='date' "
      "office:date-value='2015-03-01'><text:p>2015</text:p></table:table-cell></table:table-row>"
      "</table:table>");
  const char *const inputs[] = { path, NULL };
  g_autoptr (BfImport) import = bf_import_new (inputs, BF_IMPORT_DEFAULT, NULL, NULL, NULL);

  g_assert_true (bf_import_is_good (import));
  g_assert_cmpstr (system_at (import, 0)->row.key, ==, "0012");
  g_assert_cmpint (system_at (import, 0)->install_year, ==, 2015);
  assert_line (import, 0, (const char *const[]){ "“Vendors”", "ignored", NULL });
  assert_line (import, 1, (const char *const[]){ "“Old”", "hidden", NULL });
}

/* What a spreadsheet program makes of 2/4/9. */
static void
test_points_become_date (void)
{
  g_autofree char *path = spreadsheet_xlsx (
      "points.xlsx",
      "<row>" TEXT ("Key") TEXT ("Phase") TEXT ("Weeks")
          TEXT ("Chance of a rework loop") "</row>"
                                           "<row>" TEXT ("A") TEXT ("IQ") STYLED ("1", "39905")
                                               STYLED ("2", "0.25") "</row>"
                                                                    "<row>" TEXT ("B") TEXT ("OQ")
                                                                        NUMBER ("3")
                                                                            NUMBER ("25") "</row>",
      "");
  const char *const inputs[] = { path, NULL };
  g_autoptr (BfImport) import = bf_import_new (inputs, BF_IMPORT_GOOD_ROWS, NULL, NULL, NULL);
  const BfCycle *cycle;

  assert_line (import, 0, (const char *const[]){ "row 2", "C2", "is a date", "2–4–9", NULL });
  g_assert_cmpuint (bf_import_rows (import, BF_CYCLE)->len, ==, 1);
  cycle = ((const BfImportRow *) g_ptr_array_index (bf_import_rows (import, BF_CYCLE), 0))->row;
  g_assert_cmpfloat (cycle->rework_chance, ==, 0.25);
  g_assert_cmpfloat (cycle->weeks.max, ==, 3);
}

int
main (int argc, char **argv)
{
  int failed;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import-workbooks/numbers", test_numbers);
  g_test_add_func ("/import-workbooks/serial-zero", test_serial_zero);
  g_test_add_func ("/import-workbooks/formulas", test_formulas);
  g_test_add_func ("/import-workbooks/merged-and-hidden", test_merged_and_hidden);
  g_test_add_func ("/import-workbooks/other-sheets", test_other_sheets);
  g_test_add_func ("/import-workbooks/points-become-date", test_points_become_date);
  failed = g_test_run ();
  spreadsheets_clear ();
  return failed;
}
