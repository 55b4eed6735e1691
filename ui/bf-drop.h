/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files dropped on a page: plans are opened, spreadsheets imported (action win.open-files). */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes drops on @widget; while files hover over it, @zone has the style class "drop-hover". */
void bf_drop_accept (GtkWidget *widget, GtkWidget *zone);

/* Local paths of what was dropped: a GdkFileList, a GFile, or text that is a list of URIs or paths.
 * NULL when there is none; free with g_strfreev. */
char **bf_drop_paths (const GValue *value);

G_END_DECLS
