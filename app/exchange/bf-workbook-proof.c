/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Proof that a written workbook is whole. The library collects the parts in temporary files and
 * does not look whether they took everything, so a full disk can leave a file that opens and lacks
 * its end. Each part is unpacked once, which checks its sum, and must end with a closing tag. */

#include "bf-workbook-private.h"

#include <string.h>
#include <zip.h>

#define BLOCK 65536

static gboolean
ends_with_tag (const char *tail, gsize length)
{
  while (length > 0 && g_ascii_isspace (tail[length - 1]))
    length--;
  return length > 0 && tail[length - 1] == '>';
}

/* The end tag of the root stands last; @tail are the last bytes, @head the first. */
static gboolean
closes_root (const char *head, const char *tail)
{
  const char *at = strstr (head, "?>");
  g_autofree char *closing = NULL;
  gsize length;

  at = at ? strchr (at, '<') : NULL;
  if (at == NULL)
    return FALSE;
  length = strcspn (at + 1, " />\n\r\t");
  closing = g_strdup_printf ("</%.*s>", (int) length, at + 1);
  return ends_with_tag (tail, strlen (tail)) && strstr (tail, closing) != NULL;
}

static gboolean
part_is_whole (zip_t *archive, zip_uint64_t index)
{
  g_autofree char *block = g_malloc0 (BLOCK + 1);
  g_autofree char *head = NULL;
  char tail[129] = "";
  zip_file_t *part = zip_fopen_index (archive, index, 0);
  zip_int64_t n;

  if (part == NULL)
    return FALSE;
  while ((n = zip_fread (part, block, BLOCK)) > 0)
    {
      gsize kept = MIN ((gsize) n, sizeof tail - 1);

      block[n] = '\0';
      if (head == NULL)
        head = g_strndup (block, 512);
      /* Small last blocks: what was the tail before still counts. */
      memmove (tail, tail + kept, sizeof tail - kept);
      memcpy (tail + sizeof tail - 1 - kept, block + n - kept, kept);
    }
  if (zip_fclose (part) != 0 || n < 0 || head == NULL)
    return FALSE;
  for (gsize i = 0; i < sizeof tail - 1; i++)
    if (tail[i] == '\0')
      tail[i] = ' ';
  return closes_root (head, tail);
}

gboolean
bf_workbook_is_whole (const char *path)
{
  zip_t *archive = zip_open (path, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
  gboolean whole = archive != NULL && zip_get_num_entries (archive, 0) > 0;

  for (zip_int64_t i = 0; whole && i < zip_get_num_entries (archive, 0); i++)
    whole = part_is_whole (archive, (zip_uint64_t) i);
  if (archive)
    zip_discard (archive);
  return whole;
}
