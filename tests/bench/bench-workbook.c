/* SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-workbook STEPS FILE.xlsx: writes the workbook of a hand-made roadmap once and prints
 * seconds and the most memory that the process held. */

#include "exports-fixture.h"

#include "bf-workbook.h"

#include <stdlib.h>
#include <sys/resource.h>

int
main (int argc, char **argv)
{
  g_autoptr (ExportsFixture) fixture = NULL;
  g_autoptr (GError) error = NULL;
  struct rusage usage;
  gint64 start;

  if (argc != 3)
    g_error ("bench-workbook STEPS FILE.xlsx");
  fixture = exports_fixture_new ((guint) atoi (argv[1]));
  start = g_get_monotonic_time ();
  if (!bf_workbook_write (exports_fixture_roadmap (fixture), argv[2], &error))
    g_error ("%s", error->message);
  start = g_get_monotonic_time () - start;
  getrusage (RUSAGE_SELF, &usage);
  g_print ("{\"seconds\": %d.%06d, \"megabytes\": %ld}\n",
           (int) (start / G_USEC_PER_SEC),
           (int) (start % G_USEC_PER_SEC),
           usage.ru_maxrss / 1024);
  return 0;
}
