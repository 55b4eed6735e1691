/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

const char *
fuzz_file (const guint8 *data, gsize size)
{
  static char path[64];
  static int file = -1;

  if (file < 0)
    {
      file = memfd_create ("fuzz", 0);
      g_assert (file >= 0);
      g_snprintf (path, sizeof path, "/proc/self/fd/%d", file);
    }
  g_assert (ftruncate (file, 0) == 0);
  g_assert (pwrite (file, data, size, 0) == (gssize) size);
  return path;
}
