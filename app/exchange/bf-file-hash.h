/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which files something was made from, so that anyone can tell later whether theirs are the same.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;   /* without its folder */
  char *sha256; /* hexadecimal; NULL: the file could not be read */
} BfFileHash;

/* BfFileHash of every file of @paths (NULL-terminated; NULL: none); of a folder, of the files in
 * it, by name. The caller unrefs the array, which owns them. */
GPtrArray *bf_file_hashes (const char *const *paths);

G_END_DECLS
