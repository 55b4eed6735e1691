/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `brownfield check`, `history` and `merge` print: plain text or JSON into a string.
 *
 * Each returns the program's exit code: 0 done, 1 the input is wrong (then @out holds one line a
 * problem). No display, no GTK; the caller prints. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int bf_report_check (const char *path, GString *out);
int bf_report_history (const char *path, gboolean json, GString *out);
/* Merges the edits of @other into @path; conflicts are listed and then nothing is written, unless
 * @take is "ours" or "theirs" (NULL: neither). */
int bf_report_merge (const char *path, const char *other, const char *take, GString *out);

G_END_DECLS
