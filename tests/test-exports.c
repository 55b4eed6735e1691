/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes out: saved whole or not at all, money split to the cent, months told right. */

#include "bf-atomic-file.h"
#include "bf-csv.h"
#include "bf-ics.h"
#include "bf-mspdi.h"
#include "bf-spending.h"
#include "bf-test-plan.h"
#include "bf-time-grid.h"
#include "bf-workbook.h"
#include "exports-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path; /* of a file in it */
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("exports-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "out.txt", NULL);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir))
    n++;
  return n;
}

static void
tear_down (Place *place, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (place->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

static void
assert_content (const char *path, const char *wanted)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, wanted);
}

static void
save (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bf_atomic_file_save_text (path, text, -1, &error));
  g_assert_no_error (error);
}

/* --- Atomic files --- */

static void
test_replace (Place *place, gconstpointer data)
{
  struct stat after;

  save (place->path, "old");
  g_assert_cmpint (g_chmod (place->path, 0640), ==, 0);
  save (place->path, "new");
  assert_content (place->path, "new");
  g_assert_cmpint (stat (place->path, &after), ==, 0);
  g_assert_cmpint (after.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count_files (place->folder), ==, 1);
}

static void
test_link (Place *place, gconstpointer data)
{
  g_autofree char *link = g_build_filename (place->folder, "link.txt", NULL);

  save (place->path, "old");
  g_assert_cmpint (symlink ("out.txt", link), ==, 0);
  save (link, "new");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  assert_content (place->path, "new");
}

static gboolean
write_half (const char *path, gpointer data, GError **error)
{
  g_assert_true (g_file_set_contents (path, "half", -1, NULL));
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "No room.");
  return FALSE;
}

static void
test_writer_fails (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  save (place->path, "old");
  g_assert_false (bf_atomic_file_save (place->path, write_half, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC);
  assert_content (place->path, "old");
  g_assert_cmpuint (count_files (place->folder), ==, 1);
}

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (path);

  g_assert_false (bf_atomic_file_save_text (path, "text", -1, &error));
  g_assert_error (error, G_FILE_ERROR, code);
  g_assert_nonnull (strstr (error->message, name));
}

static void
test_bad_places (Place *place, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (place->folder, "none", "out.txt", NULL);
  g_autofree char *below_file = g_build_filename (place->path, "out.txt", NULL);

  save (place->path, "old");
  assert_refused (nowhere, G_FILE_ERROR_NOENT);
  assert_refused (below_file, G_FILE_ERROR_NOTDIR);
  assert_refused (place->folder, G_FILE_ERROR_ISDIR);
  g_assert_cmpuint (count_files (place->folder), ==, 1);
}

/* --- A full disk, played by a limit on the size of files --- */

typedef gboolean (*Writer) (const BfRoadmap *roadmap, const char *path, GError **error);

static gboolean
write_limited (
    Writer writer, const BfRoadmap *roadmap, const char *path, rlim_t bytes, GError **error)
{
  struct rlimit before, limited;
  gboolean written;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limited = before;
  limited.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limited), ==, 0);
  written = writer (roadmap, path, error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  return written;
}

static void
assert_full_disk (Place *place, Writer writer, rlim_t bytes)
{
  g_autoptr (ExportsFixture) fixture = exports_fixture_new (12);
  g_autoptr (GError) error = NULL;

  save (place->path, "old");
  g_assert_false (
      write_limited (writer, exports_fixture_roadmap (fixture), place->path, bytes, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "out.txt"));
  assert_content (place->path, "old");
  g_assert_cmpuint (count_files (place->folder), ==, 1);
}

/* The second limit lets the packed file through, but not the parts that it is packed from. */
static void
test_workbook_full_disk (Place *place, gconstpointer data)
{
  assert_full_disk (place, bf_workbook_write, 2000);
  assert_full_disk (place, bf_workbook_write, 60000);
}

/* --- Spending --- */

static void
test_spending_adds_up (void)
{
  g_autoptr (ExportsFixture) fixture = exports_fixture_new (6);
  const BfRoadmap *roadmap = exports_fixture_roadmap (fixture);
  g_autoptr (GArray) lines = bf_spending_compute (roadmap);

  for (guint step = 0; step < roadmap->n_steps; step++)
    for (int kind = 0; kind < BF_N_MONEY; kind++)
      {
        gint64 sum = 0;

        for (guint i = 0; i < lines->len; i++)
          {
            const BfSpend *line = &g_array_index (lines, BfSpend, i);

            if (line->step == step && (int) line->kind == kind)
              sum += line->amount_minor;
          }
        g_assert_cmpint (sum, ==, bf_spending_of_step (&roadmap->steps[step], (BfMoneyKind) kind));
      }
}

static gboolean
has_line (const GArray *lines, guint step, BfMoneyKind kind, const char *quarter, gint64 year)
{
  gint64 day = bf_test_day (quarter);

  for (guint i = 0; i < lines->len; i++)
    {
      const BfSpend *line = &g_array_index (lines, BfSpend, i);

      if (line->step == step && line->kind == kind && line->calendar_quarter == day &&
          line->year == year)
        return TRUE;
    }
  return FALSE;
}

/* The build of the second step runs 20 Aug to 16 Dec 2027; opex starts after its release. The
 * year of the budgets starts in February. */
static void
test_spending_dates (void)
{
  g_autoptr (ExportsFixture) fixture = exports_fixture_new (6);
  g_autoptr (GArray) lines = bf_spending_compute (exports_fixture_roadmap (fixture));

  g_assert_true (has_line (lines, 1, BF_MONEY_CAPEX, "2027-07-01", 2027));
  g_assert_true (has_line (lines, 1, BF_MONEY_CAPEX, "2027-10-01", 2027));
  g_assert_false (has_line (lines, 1, BF_MONEY_CAPEX, "2028-01-01", 2027));
  g_assert_true (has_line (lines, 1, BF_MONEY_VALIDATION, "2028-01-01", 2027));
  g_assert_true (has_line (lines, 1, BF_MONEY_VALIDATION, "2028-01-01", 2028));
  g_assert_true (has_line (lines, 1, BF_MONEY_DOWNTIME, "2028-01-01", 2027));
  g_assert_false (has_line (lines, 1, BF_MONEY_OPEX, "2028-01-01", 2028));
  g_assert_true (has_line (lines, 1, BF_MONEY_OPEX, "2028-04-01", 2028));
  g_assert_true (has_line (lines, 1, BF_MONEY_OPEX, "2032-01-01", 2031));
}

/* --- The grid of months --- */

static void
test_grid (void)
{
  g_autoptr (ExportsFixture) fixture = exports_fixture_new (6);
  const BfRoadmap *roadmap = exports_fixture_roadmap (fixture);
  g_autoptr (BfTimeGrid) weeks = bf_time_grid_new (roadmap, 400);
  g_autoptr (BfTimeGrid) months = bf_time_grid_new (roadmap, 84);
  g_autoptr (BfTimeGrid) quarters = bf_time_grid_new (roadmap, 12);

  g_assert_cmpint (weeks->scale, ==, BF_TIME_WEEKS);
  bf_test_assert_day (weeks->edges[0], "2027-02-01");
  bf_test_assert_day (weeks->edges[1], "2027-02-08");
  g_assert_cmpint (months->scale, ==, BF_TIME_MONTHS);
  bf_test_assert_day (months->edges[0], "2027-02-01");
  g_assert_cmpint (bf_time_grid_cell (months, bf_test_day ("2027-01-31")), ==, -1);
  g_assert_cmpint (bf_time_grid_cell (months, bf_test_day ("2028-01-01")), ==, 11);
  g_assert_cmpint (quarters->scale, ==, BF_TIME_QUARTERS);
  bf_test_assert_day (quarters->edges[0], "2027-01-01");
}

/* --- Text formats --- */

static gboolean
has_line_that_is (const char *text, const char *wanted)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

  return g_strv_contains ((const char *const *) lines, wanted);
}

static void
test_ics_escapes (void)
{
  g_autoptr (ExportsFixture) fixture = exports_fixture_new (6);
  BfRoadmap *roadmap = exports_fixture_roadmap (fixture);
  g_autofree char *text = NULL;

  roadmap->steps[1].title = "a,b;c\\d\ne\x01\xff";
  text = bf_ics_text (roadmap);
  g_assert_true (has_line_that_is (text, "SUMMARY:Cutover: a\\,b\\;c\\\\d\\ne\xef\xbf\xbd"));
}

/* Three octets a character: a fold at 75 octets would cut one. */
static void
test_ics_folds_between_characters (void)
{
  g_autoptr (ExportsFixture) fixture = exports_fixture_new (6);
  BfRoadmap *roadmap = exports_fixture_roadmap (fixture);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  roadmap->steps[1].title =
      "漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢漢";
  text = bf_ics_text (roadmap);
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i]; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
}

static void
test_csv_guards_formulas (void)
{
  g_autoptr (ExportsFixture) fixture = exports_fixture_new (6);
  g_autofree char *text = bf_csv_text (exports_fixture_roadmap (fixture));

  g_assert_nonnull (strstr (text, ",'=cmd|'/C calc'!A0,"));
  g_assert_nonnull (strstr (text, ",\"Backup, restore; disaster recovery"));
}

static GBytes *
workbook_bytes (const BfRoadmap *roadmap, const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_assert_true (bf_workbook_write (roadmap, path, &error));
  g_assert_true (g_file_get_contents (path, &content, &length, &error));
  return g_bytes_new_take (content, length);
}

static void
test_formats_know_no_locale (Place *place, gconstpointer data)
{
  g_autoptr (ExportsFixture) fixture = exports_fixture_new (6);
  const BfRoadmap *roadmap = exports_fixture_roadmap (fixture);
  g_autofree char *csv = bf_csv_text (roadmap);
  g_autofree char *xml = bf_mspdi_text (roadmap, NULL);
  g_autoptr (GBytes) workbook = workbook_bytes (roadmap, place->path);
  g_autofree char *csv_german = NULL;
  g_autofree char *xml_german = NULL;
  g_autoptr (GBytes) workbook_german = NULL;

  if (!setlocale (LC_NUMERIC, "de_DE.UTF-8"))
    {
      g_test_skip ("The locale de_DE.UTF-8 is not here.");
      return;
    }
  csv_german = bf_csv_text (roadmap);
  xml_german = bf_mspdi_text (roadmap, NULL);
  workbook_german = workbook_bytes (roadmap, place->path);
  setlocale (LC_NUMERIC, "C");
  g_assert_cmpstr (csv_german, ==, csv);
  g_assert_cmpstr (xml_german, ==, xml);
  g_assert_true (g_bytes_equal (workbook_german, workbook));
}

static void
test_text_full_disk (Place *place, gconstpointer data)
{
  assert_full_disk (place, bf_ics_write, 500);
  assert_full_disk (place, bf_mspdi_write, 5000);
  assert_full_disk (place, bf_csv_write, 500);
}

#define add_place_test(path, test) g_test_add (path, Place, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_place_test ("/exports/file/replace", test_replace);
  add_place_test ("/exports/file/link", test_link);
  add_place_test ("/exports/file/writer-fails", test_writer_fails);
  add_place_test ("/exports/file/bad-places", test_bad_places);
  add_place_test ("/exports/workbook/full-disk", test_workbook_full_disk);
  add_place_test ("/exports/text/full-disk", test_text_full_disk);
  g_test_add_func ("/exports/text/csv-guards-formulas", test_csv_guards_formulas);
  g_test_add_func ("/exports/text/ics-escapes", test_ics_escapes);
  g_test_add_func ("/exports/text/ics-folds", test_ics_folds_between_characters);
  add_place_test ("/exports/text/no-locale", test_formats_know_no_locale);
  g_test_add_func ("/exports/spending/adds-up", test_spending_adds_up);
  g_test_add_func ("/exports/spending/dates", test_spending_dates);
  g_test_add_func ("/exports/grid", test_grid);
  return g_test_run ();
}
