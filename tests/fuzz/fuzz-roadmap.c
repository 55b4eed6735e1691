/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The JSON of an earlier roadmap: dates that are to be kept, and a baseline. */

#include "fuzz.h"

#include "bf-baseline-dates.h"
#include "bf-roadmap-compute.h"
#include "bf-test-roadmap.h"

static void
read_kept (const char *text)
{
  g_autoptr (GError) error = NULL;
  BfKeptDates *kept = bf_kept_dates_read (text, &error);

  g_assert ((kept == NULL) == (error != NULL));
  if (kept)
    bf_kept_dates_free (kept);
}

static void
read_baseline (const char *text)
{
  static BfRoadmap *roadmap;
  g_autoptr (BfBaselineDates) dates = NULL;
  BfBaseline baseline;

  if (!roadmap)
    roadmap = bf_test_roadmap ();
  bf_record_blank (&bf_baseline_record, &baseline);
  baseline.name = "Fuzz";
  baseline.roadmap = text;
  dates = bf_baseline_dates_new (&baseline, roadmap, NULL);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  read_kept (text);
  read_baseline (text);
  return 0;
}
