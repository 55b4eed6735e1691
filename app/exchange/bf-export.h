/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a roadmap to a file; the ending of its name says in which format. */

#pragma once

#include "bf-workbook.h"

G_BEGIN_DECLS

/* TRUE when the ending is one that bf_export_write can write. */
gboolean bf_export_knows (const char *path);
/* ".csv, .json, ..." for messages. The caller frees it. */
char *bf_export_endings (void);
/* Saves whole or not at all, over a file that is there. Fails with a sentence for the person. */
gboolean bf_export_write (const BfRoadmap *roadmap, const char *path, GError **error);
/* The same with what a workbook can tell besides; @options may be NULL. */
gboolean bf_export_write_with (const BfRoadmap *roadmap,
                               const BfWorkbookOptions *options,
                               const char *path,
                               GError **error);

G_END_DECLS
