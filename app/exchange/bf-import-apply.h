/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import merged with what is known: which rows are new, which fields differ, and how that
 * becomes one edit of a document. Rows are matched by key without case. Fields that the files do
 * not have stay; blank cells erase nothing unless asked; what does not differ writes nothing. */

#pragma once

#include "bf-document.h"
#include "bf-import.h"

G_BEGIN_DECLS

typedef struct
{
  BfRecordKind kind;
  const BfImportRow *row;
  const BfRow *known; /* the plan's row; NULL: it is added */
  BfRowOutcome outcome;
  guint64 changed; /* one bit a field that will be written */
} BfImportChange;

typedef struct
{
  guint added, changed, unchanged;
} BfImportCount;

/* New array of BfImportChange, one a row, in the order of records and rows. @plan may be NULL; it
 * and @import must outlive the array. */
GArray *bf_import_changes (const BfImport *import, const BfPlan *plan, gboolean erase);

/* @counts[kind], BF_N_RECORDS of them. */
void bf_import_count (const GArray *changes, BfImportCount *counts);

/* What the edit of the import says of itself: rows added, changed, unchanged and left out, how
 * problems were answered, and how the files were understood. Owned by the caller. */
char *bf_import_summary (const BfImport *import, const GArray *changes);

/* An import being written a few rows at a time, so that a window can stay alive meanwhile. It holds
 * the document's one edit open; what was not finished never happened. */
typedef struct _BfImportWriter BfImportWriter;

/* NULL when the document refuses. @import must outlive the writer. */
BfImportWriter *
bf_import_writer_new (const BfImport *import, BfDocument *document, gboolean erase, GError **error);
/* Writes up to @n rows, BF_IMPORT_WRITING while there are more; fails with the error set. */
typedef enum
{
  BF_IMPORT_WRITING,
  BF_IMPORT_WRITTEN,
  BF_IMPORT_FAILED,
} BfImportStep;

BfImportStep bf_import_writer_step (BfImportWriter *writer, guint n, GError **error);
double bf_import_writer_fraction (const BfImportWriter *writer);
/* Commits after the last step. @counts (may be NULL) as bf_import_count. */
gboolean bf_import_writer_finish (BfImportWriter *writer, BfImportCount *counts, GError **error);
void bf_import_writer_free (BfImportWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfImportWriter, bf_import_writer_free)

/* Writes the import as one edit, named after its files. @counts may be NULL. When it fails the
 * document is as it was. */
gboolean bf_import_apply (const BfImport *import,
                          BfDocument *document,
                          gboolean erase,
                          BfImportCount *counts,
                          GError **error);

G_END_DECLS
