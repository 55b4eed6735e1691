/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Spreadsheets read on a worker thread, then written to a document a few rows at a time on the main
 * one, so that the window stays alive and Cancel works at every moment. One thing at a time: a new
 * reading takes the place of the one under way.
 *
 * Signals: "progress" (double, 0 .. 1; guint, rows read or written), "read" (the import can be
 * taken), "written" (BfDocument), "failed" (a sentence; nothing was written). */

#pragma once

#include "bf-document.h"
#include "bf-import.h"

G_BEGIN_DECLS

#define BF_TYPE_IMPORT_JOB (bf_import_job_get_type ())
G_DECLARE_FINAL_TYPE (BfImportJob, bf_import_job, BF, IMPORT_JOB, GObject)

/* @document NULL: a new one, made when the rows are written. */
BfImportJob *bf_import_job_new (const char *const *paths, BfDocument *document);

/* @mends: BfMend, copied. */
void bf_import_job_read (BfImportJob *job, BfImportFlags flags, const GPtrArray *mends);
/* What was read last; the caller frees it. NULL when it was taken. */
BfImport *bf_import_job_take (BfImportJob *job);
/* Writes @import, which must outlive the writing. */
void bf_import_job_write (BfImportJob *job, const BfImport *import);
/* Whatever is under way ends, and nothing comes of it. */
void bf_import_job_cancel (BfImportJob *job);
/* The plan that the rows go into; NULL: a new one. */
const BfPlan *bf_import_job_get_plan (BfImportJob *job);

G_END_DECLS
