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

/* Writes the import as one edit, named after its files. @counts may be NULL. When it fails the
 * document is as it was. */
gboolean bf_import_apply (const BfImport *import,
                          BfDocument *document,
                          gboolean erase,
                          BfImportCount *counts,
                          GError **error);

G_END_DECLS
