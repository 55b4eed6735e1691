/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a set of spreadsheets says, as rows of records, and what is wrong with it.
 *
 * An import is a value apart from any document: it is read once and not changed after. It knows
 * the plan that it will be merged into only for its references. By default it is all or nothing;
 * on request the good rows are taken and the others listed. Rows carry no id: the document makes
 * the version 5 UUID of table and key, so the same file gives the same ids.
 *
 * A window's end typed as a date lasts until 23:59 of that day, as one typed with 23:59 does; an
 * end at a midnight whose hours are shown stays that midnight. Budgets without days have those of
 * their calendar year. A capacity's key is TEAM@FIRST-DAY, a result's DIMENSION or
 * DIMENSION@SCOPE, that of an interface without one FROM>TO:PROTOCOL. */

#pragma once

#include "bf-mapping.h"
#include "bf-mend.h"
#include "bf-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BfImport BfImport;

typedef enum
{
  BF_IMPORT_DEFAULT = 0,
  BF_IMPORT_GOOD_ROWS = 1 << 0, /* leave out what is wrong, take the rest */
} BfImportFlags;

/* One sheet, or one text file. */
typedef struct
{
  char *file;  /* base name */
  char *sheet; /* NULL: text */
  guint file_index;
  BfRecordKind kind; /* BF_NO_RECORD: ignored */
  gboolean hidden;   /* a hidden sheet, always ignored */
  guint n_rows;      /* of data, good or not */
  guint n_hidden_rows;
  GPtrArray *ignored; /* char *, headings of columns that mean nothing */
  gpointer layout;    /* BfLayout */
} BfImportSheet;

typedef struct
{
  BfRecordKind kind;
  gpointer row;               /* struct of the record type, begins with BfRow */
  guint64 given;              /* one bit a field: there is a column for it */
  guint64 present;            /* one bit a field: its value was in the file, or follows from it */
  const BfImportSheet *sheet; /* NULL: made by the import, such as an area nobody lists */
  guint number, line;         /* row in its sheet, as in BfProblem */
  gboolean bad;
} BfImportRow;

/* Reads files and folders (the files in them; folders inside are named as ignored). @plan is what
 * references may point to besides, NULL for none. Fails only with G_IO_ERROR_CANCELLED: whatever
 * is wrong with the files is a problem of the import. */
BfImport *bf_import_new (const char *const *inputs,
                         BfImportFlags flags,
                         const BfPlan *plan,
                         GCancellable *cancellable,
                         GError **error);
/* The same for text at hand, such as the clipboard's; @name stands for the file's. */
BfImport *bf_import_new_for_text (const char *name,
                                  const char *text,
                                  BfImportFlags flags,
                                  const BfPlan *plan,
                                  GCancellable *cancellable,
                                  GError **error);
/* How far the reading is, 0 .. 1, and how many rows were read; called on the reading thread. */
typedef void (*BfImportProgress) (double fraction, guint n_rows, gpointer data);

/* The same with answers to problems of an earlier reading (BfMend, may be NULL) and @progress (may
 * be NULL). */
BfImport *bf_import_new_mended (const char *const *inputs,
                                BfImportFlags flags,
                                const BfPlan *plan,
                                const GPtrArray *mends,
                                BfImportProgress progress,
                                gpointer progress_data,
                                GCancellable *cancellable,
                                GError **error);
/* The same with what the person says of a table, before what is remembered; takes @mapping. */
BfImport *bf_import_new_mapped (const char *const *inputs,
                                BfImportFlags flags,
                                const BfPlan *plan,
                                BfMapping *mapping,
                                GCancellable *cancellable,
                                GError **error);
void bf_import_free (BfImport *import);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfImport, bf_import_free)

/* FALSE when it is refused: an error among the problems, or not one good row. */
gboolean bf_import_is_good (const BfImport *import);
guint bf_import_n_errors (const BfImport *import);

/* char *, a sentence for every answer that took effect, in the order of reading. */
const GPtrArray *bf_import_answers (const BfImport *import);
/* BfProblem, in the order of files, sheets and rows. The first BF_IMPORT_EXCERPTS that name a cell
 * come with what an answer needs. */
#define BF_IMPORT_EXCERPTS 200
const GPtrArray *bf_import_problems (const BfImport *import);
/* BfImportSheet, in the order they were read. */
const GPtrArray *bf_import_sheets (const BfImport *import);
/* BfImportRow that are good, in the order they were read. */
const GPtrArray *bf_import_rows (const BfImport *import, BfRecordKind kind);
/* "systems.xlsx, teams.csv and 3 more": what the edit is named after. Owned by the caller. */
char *bf_import_name (const BfImport *import);

G_END_DECLS
