/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-uuid.h"

#include <string.h>

#include "bf-value.h"

/* A namespace of our own: 9b1f2c6e-5d0a-4f7b-8e43-62726f776e66. */
static const guint8 row_namespace[16] = {
  0x9b, 0x1f, 0x2c, 0x6e, 0x5d, 0x0a, 0x4f, 0x7b, 0x8e, 0x43, 0x62, 0x72, 0x6f, 0x77, 0x6e, 0x66,
};

static char *
format_uuid (const guint8 *bytes)
{
  static const char digits[] = "0123456789abcdef";
  char text[37];
  int at = 0;

  for (int i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        text[at++] = '-';
      text[at++] = digits[bytes[i] >> 4];
      text[at++] = digits[bytes[i] & 15];
    }
  text[at] = 0;
  return g_strdup (text);
}

char *
bf_uuid_for_key (const char *table, const char *key, guint attempt)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);
  g_autofree char *folded = bf_key_fold (key);
  g_autofree char *name = attempt ? g_strdup_printf ("%s\n%s\n%u", table, folded, attempt)
                                  : g_strconcat (table, "\n", folded, NULL);
  guint8 bytes[20];
  gsize size = sizeof bytes;

  g_checksum_update (sum, row_namespace, sizeof row_namespace);
  g_checksum_update (sum, (const guchar *) name, (gssize) strlen (name));
  g_checksum_get_digest (sum, bytes, &size);
  bytes[6] = (guint8) ((bytes[6] & 0x0f) | 0x50);
  bytes[8] = (guint8) ((bytes[8] & 0x3f) | 0x80);
  return format_uuid (bytes);
}
