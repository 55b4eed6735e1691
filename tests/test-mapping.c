/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-command.h"
#include "bf-import.h"
#include "bf-mapping.h"
#include "spreadsheets.h"

#include <glib/gstdio.h>
#include <string.h>

/* What no rule understands: words of the house for everything. */
static const char strange[] = "Register of Hall 4\n"
                              "Marke;Was es tut;Tarif [k€];Farbe\n"
                              "X-1;Mixes;1,5;red\n"
                              "X-2;Packs;2,25;blue\n";
static const char meaning[] = "{\"list\": \"systems\", \"columns\": ["
                              "{\"heading\": \"Marke\", \"field\": \"system_id\"},"
                              "{\"heading\": \"Was es tut\", \"field\": \"name\"},"
                              "{\"heading\": \"Tarif [k€]\", \"field\": \"downtime_cost_h\"},"
                              "{\"heading\": \"Farbe\", \"field\": null}]}";

static BfImport *
import_file (const char *path)
{
  const char *inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  BfImport *import = bf_import_new (inputs, BF_IMPORT_DEFAULT, NULL, NULL, &error);

  g_assert_no_error (error);
  return import;
}

static void
assert_understood (const BfImport *import)
{
  const GPtrArray *rows = bf_import_rows (import, BF_SYSTEM);
  const BfSystem *second;

  g_assert_true (bf_import_is_good (import));
  g_assert_cmpuint (rows->len, ==, 2);
  second = ((const BfImportRow *) rows->pdata[1])->row;
  g_assert_cmpstr (second->row.key, ==, "X-2");
  g_assert_cmpstr (second->name, ==, "Packs");
  g_assert_cmpint (second->downtime_cost_h, ==, 225000);
}

static void
test_mapped (void)
{
  g_autofree char *path = spreadsheet_text ("strange.csv", strange, -1);
  g_autofree char *map = spreadsheet_text ("map.json", meaning, -1);
  const char *inputs[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (BfImport) unread = import_file (path);
  g_autoptr (BfImport) import = NULL;
  BfMapping *mapping;

  g_assert_false (bf_import_is_good (unread));
  mapping = bf_mapping_read (map, &error);
  g_assert_no_error (error);
  import = bf_import_new_mapped (inputs, BF_IMPORT_DEFAULT, NULL, mapping, NULL, &error);
  assert_understood (import);
}

/* The folders that remembering made: .../data/brownfield/mappings/FILE. */
static void
remove_folders (const char *file)
{
  g_autofree char *folder = g_path_get_dirname (file);

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *inside = g_steal_pointer (&folder);

      g_assert_cmpint (g_rmdir (inside), ==, 0);
      folder = g_path_get_dirname (inside);
    }
}

/* What is remembered holds for tables with these headings, in any order, and for no other. */
static void
test_remembered (void)
{
  g_autofree char *path = spreadsheet_text ("strange.csv", strange, -1);
  g_autofree char *map = spreadsheet_text ("map.json", meaning, -1);
  g_autofree char *turned = spreadsheet_text (
      "turned.csv", "Was es tut;FARBE;marke;Tarif [k€]\nMixes;red;X-1;1,5\nPacks;;X-2;2,25\n", -1);
  g_autofree char *other = spreadsheet_text ("other.csv", "Marke;Was es tut\nX-1;Mixes\n", -1);
  g_autofree char *where = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BfMapping) mapping = bf_mapping_read (map, &error);
  g_autoptr (BfImport) same = NULL;
  g_autoptr (BfImport) order = NULL;
  g_autoptr (BfImport) none = NULL;

  g_assert_true (bf_mapping_remember (mapping, &where, &error));
  g_assert_true (g_str_has_prefix (where, g_get_user_data_dir ()));
  same = import_file (path);
  assert_understood (same);
  order = import_file (turned);
  assert_understood (order);
  none = import_file (other);
  g_assert_false (bf_import_is_good (none));
  g_assert_cmpint (g_unlink (where), ==, 0);
  remove_folders (where);
}

/* --- Without headings --------------------------------------------------------------------- */

static const char bare[] = "X-1;Mixes;1999;red\nX-2;Packs;2001;blue\n";

static BfMapping *
mapping_of_letters (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = bf_grids_read (path, NULL, NULL, NULL, &error);
  BfMapping *mapping;

  g_assert_no_error (error);
  mapping = bf_mapping_propose_letters (sheets->pdata[0], BF_SYSTEM);
  g_assert_nonnull (mapping);
  return mapping;
}

static void
mean (BfMapping *mapping, guint i, const char *letters, const char *field)
{
  BfMappingColumn *column = mapping->columns->pdata[i];

  g_assert_cmpstr (column->heading, ==, letters);
  column->field = bf_record_field (bf_record (BF_SYSTEM), field);
}

static void
assert_bare_rows (const BfImport *import)
{
  const GPtrArray *rows = bf_import_rows (import, BF_SYSTEM);
  const BfSystem *first;

  g_assert_true (bf_import_is_good (import));
  g_assert_cmpuint (rows->len, ==, 2);
  first = ((const BfImportRow *) rows->pdata[0])->row;
  g_assert_cmpstr (first->row.key, ==, "X-1");
  g_assert_cmpstr (first->name, ==, "Mixes");
  g_assert_cmpint (first->install_year, ==, 1999);
}

/* The first row is data; letters stand for the headings. What is remembered holds for first rows of
 * this shape: not for words where a number was, and never where the rules know the headings. */
static void
test_bare (void)
{
  g_autofree char *path = spreadsheet_text ("bare.csv", bare, -1);
  g_autofree char *map = spreadsheet_path ("bare.json");
  g_autofree char *alike =
      spreadsheet_text ("alike.csv", "X-1;Mixes;1999;red\nX-7;Fills;1988;\n", -1);
  g_autofree char *words =
      spreadsheet_text ("words.csv", "X-1;Mixes;old;red\nX-2;Packs;new;\n", -1);
  g_autofree char *known = spreadsheet_text (
      "systems.csv", "Unique id,Name,Install year,System type\nY-1,Y,1999,PLC\n", -1);
  g_autofree char *where = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (BfMapping) mapping = mapping_of_letters (path);
  g_autoptr (BfMapping) read = NULL;
  g_autoptr (BfImport) import = NULL;
  g_autoptr (BfImport) like = NULL;
  g_autoptr (BfImport) unlike = NULL;
  g_autoptr (BfImport) ruled = NULL;

  g_assert_cmpuint (mapping->columns->len, ==, 4);
  g_assert_cmpstr (mapping->first_row, ==, "TTNT");
  mean (mapping, 0, "A", "system_id");
  mean (mapping, 1, "B", "name");
  mean (mapping, 2, "C", "install_year");
  g_assert_true (bf_mapping_write (mapping, map, &error));
  read = bf_mapping_read (map, &error);
  g_assert_no_error (error);
  g_assert_true (bf_mapping_remember (read, &where, &error));
  import = import_file (path);
  assert_bare_rows (import);
  like = import_file (alike);
  g_assert_true (bf_import_is_good (like));
  unlike = import_file (words);
  g_assert_false (bf_import_is_good (unlike));
  ruled = import_file (known);
  g_assert_cmpuint (bf_import_rows (ruled, BF_SYSTEM)->len, ==, 1);
  g_assert_cmpint (g_unlink (where), ==, 0);
  remove_folders (where);
}

/* Of words alone another table could be the headings: only the very same first row is known. */
static void
test_bare_words (void)
{
  g_autofree char *path = spreadsheet_text ("words.csv", "X-1;Mixes;red\nX-2;Packs;blue\n", -1);
  g_autofree char *other = spreadsheet_text ("other.csv", "Marke;Was;Farbe\nX-2;Packs;blue\n", -1);
  const char *inputs[] = { path, NULL }, *others[] = { other, NULL };
  g_autoptr (GError) error = NULL;
  BfMapping *mapping = mapping_of_letters (path);
  g_autoptr (BfImport) import = NULL;
  g_autoptr (BfImport) stranger = NULL;

  mean (mapping, 0, "A", "system_id");
  mean (mapping, 1, "B", "name");
  stranger = bf_import_new_mapped (
      others, BF_IMPORT_DEFAULT, NULL, bf_mapping_copy (mapping), NULL, &error);
  g_assert_cmpuint (bf_import_rows (stranger, BF_SYSTEM)->len, ==, 0);
  import = bf_import_new_mapped (inputs, BF_IMPORT_DEFAULT, NULL, mapping, NULL, &error);
  g_assert_cmpuint (bf_import_rows (import, BF_SYSTEM)->len, ==, 2);
}

static void
assert_refused (const char *text, const char *says)
{
  g_autofree char *map = spreadsheet_text ("map.json", text, -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (bf_mapping_read (map, &error));
  g_assert_nonnull (error);
  if (!strstr (error->message, says))
    g_error ("“%s” instead of “%s”", error->message, says);
}

static void
test_refused (void)
{
  assert_refused ("", "no mapping");
  assert_refused ("[]", "no mapping");
  assert_refused ("{\"list\": \"\", \"columns\": []}", "name a list");
  assert_refused ("{\"list\": \"systems\"}", "no columns");
  assert_refused ("{\"list\": \"systems\", \"columns\": [7]}", "no heading");
  assert_refused ("{\"list\": \"systems\", \"columns\": [{\"heading\": \"A\", \"field\": null}]}",
                  "means a field");
  assert_refused ("{\"list\": \"systems\", \"columns\": [{\"heading\": \"A\", \"field\": \"x\"}]}",
                  "“x” is no field of “Systems”");
  assert_refused ("{\"list\": \"systems\", \"columns\": [{\"heading\": \"A\", \"field\": \"name\"},"
                  "{\"heading\": \"B\", \"field\": \"name\"}]}",
                  "Two columns of the mapping mean “Name”");
  assert_refused ("{\"list\": \"systems\", \"columns\": [{\"heading\": \"A\", \"field\": \"name\","
                  "\"part\": \"min\"}]}",
                  "is no part of");
  assert_refused ("{\"list\": \"systems\", \"first_row\": \"TN\", \"columns\": ["
                  "{\"heading\": \"Marke\", \"field\": \"name\"}]}",
                  "no letter of a column");
}

/* A required column that the mapping leaves out is told as for any table. */
static void
test_missing (void)
{
  g_autofree char *path = spreadsheet_text ("strange.csv", strange, -1);
  const char *inputs[] = { path, NULL };
  g_autofree char *map = spreadsheet_text (
      "map.json",
      "{\"list\": \"systems\", \"columns\": [{\"heading\": \"Marke\", \"field\": \"system_id\"}]}",
      -1);
  g_autoptr (BfImport) import = bf_import_new_mapped (
      inputs, BF_IMPORT_DEFAULT, NULL, bf_mapping_read (map, NULL), NULL, NULL);
  const BfProblem *problem = bf_import_problems (import)->pdata[0];

  g_assert_false (bf_import_is_good (import));
  g_assert_nonnull (strstr (problem->what, "has no column “Name”"));
}

/* The command's proposal has every heading, and what the rules know of them. */
static void
test_proposal (void)
{
  g_autofree char *path = spreadsheet_text (
      "half.csv", "Remarks of the week\nMarke;Vendor;Weeks min;Vendor\nX;Acme;1;B\n", -1);
  g_autofree char *output = spreadsheet_text ("made.json", "", 0);
  g_autofree char *text = NULL;
  char *words[] = { (char *) "brownfield", (char *) "map",     path, (char *) "-o", output,
                    (char *) "--list",     (char *) "systems", NULL };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) problems = g_string_new (NULL);

  g_assert_cmpint (bf_command_run (7, words, out, problems), ==, BF_EXIT_DONE);
  g_assert_cmpstr (problems->str, ==, "");
  g_assert_true (g_file_get_contents (output, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "\"list\": \"systems\""));
  g_assert_nonnull (strstr (text, "\"heading\": \"Marke\""));
  g_assert_nonnull (strstr (text, "\"field\": \"vendor\""));
  g_assert_null (strstr (strstr (text, "\"field\": \"vendor\"") + 5, "\"field\": \"vendor\""));
}

int
main (int argc, char **argv)
{
  g_autofree char *data = spreadsheet_path ("data");
  int code;

  /* What the person remembers is not touched. */
  g_setenv ("XDG_DATA_HOME", data, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mapping/mapped", test_mapped);
  g_test_add_func ("/mapping/bare", test_bare);
  g_test_add_func ("/mapping/bare-words", test_bare_words);
  g_test_add_func ("/mapping/remembered", test_remembered);
  g_test_add_func ("/mapping/refused", test_refused);
  g_test_add_func ("/mapping/missing", test_missing);
  g_test_add_func ("/mapping/proposal", test_proposal);
  code = g_test_run ();
  spreadsheets_clear ();
  return code;
}
