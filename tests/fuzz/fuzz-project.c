/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project of MS Project that came back. */

#include "fuzz.h"

#include "bf-mspdi-trip.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static BfDocument *document;
  g_autoptr (BfRoundTrip) trip = NULL;
  g_autoptr (GError) error = NULL;

  if (!document)
    document = bf_document_new_in_memory ();
  trip = bf_mspdi_trip_new (fuzz_file (data, size), document, &error);
  g_assert ((trip == NULL) == (error != NULL));
  return 0;
}
