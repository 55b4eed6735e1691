/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the files of a hand-made roadmap into a folder, for tests that read them back with other
 * programs: write-exports FOLDER STEPS|plant, the latter being that of bf-test-roadmap. */

#include "bf-test-roadmap.h"
#include "exports-fixture.h"

#include "bf-csv.h"
#include "bf-ics.h"
#include "bf-mspdi.h"
#include "bf-workbook.h"

#include <stdlib.h>

typedef gboolean (*Writer) (const BfRoadmap *roadmap, const char *path, GError **error);

static const struct
{
  const char *name;
  Writer write;
} files[] = {
  { "roadmap.csv", bf_csv_write },
  { "roadmap.ics", bf_ics_write },
  { "roadmap.xlsx", bf_workbook_write },
  { "roadmap.xml", bf_mspdi_write },
};

static void
write_all (const BfRoadmap *roadmap, const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);
      g_autoptr (GError) error = NULL;

      if (!files[i].write (roadmap, path, &error))
        g_error ("%s", error->message);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (ExportsFixture) fixture = NULL;
  g_autoptr (BfRoadmap) plant = NULL;

  if (argc != 3)
    g_error ("write-exports FOLDER STEPS|plant");
  if (g_str_equal (argv[2], "plant"))
    {
      plant = bf_test_roadmap ();
      write_all (plant, argv[1]);
      return 0;
    }
  fixture = exports_fixture_new ((guint) atoi (argv[2]));
  write_all (exports_fixture_roadmap (fixture), argv[1]);
  return 0;
}
