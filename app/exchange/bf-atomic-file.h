/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves a file whole or not at all.
 *
 * The new content is written to a file beside the wanted one, flushed to the disk, and takes its
 * place by a rename. Until then the old file stays as it was; after a failure nothing is left
 * behind. A symbolic link keeps pointing where it points: its target is replaced. The permissions
 * of a file that is replaced are kept. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Fills the empty file at @path; what it reports as failed is not saved. */
typedef gboolean (*BfFileWriter) (const char *path, gpointer data, GError **error);

/* Errors (G_FILE_ERROR, or those of @writer) say which file and why, for the person. */
gboolean bf_atomic_file_save (const char *path, BfFileWriter writer, gpointer data, GError **error);

/* The same for content that is in memory. @length -1: up to the first zero byte. */
gboolean
bf_atomic_file_save_text (const char *path, const char *text, gssize length, GError **error);

G_END_DECLS
