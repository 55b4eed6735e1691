/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of an import share while it is made. */

#pragma once

#include "bf-import.h"
#include "bf-layout.h"

G_BEGIN_DECLS

struct _BfImport
{
  BfImportFlags flags;
  const BfPlan *plan; /* while it is made */
  GStringChunk *strings;
  GPtrArray *problems;
  GPtrArray *sheets;
  GPtrArray *files;                  /* char *, base names */
  GPtrArray *rows[BF_N_RECORDS];     /* BfImportRow */
  GHashTable *by_key[BF_N_RECORDS];  /* folded key -> BfImportRow */
  GHashTable *by_name[BF_N_RECORDS]; /* folded name -> key, or "" when several bear it; lazy */
  GHashTable *links;                 /* FROM>TO:PROTOCOL -> key of the plan's interface; lazy */
  guint n_errors;
  guint n_searched;    /* near matches looked for */
  GPtrArray *mends;    /* BfMend, what the person answered */
  GPtrArray *mappings; /* BfMapping, what the person said of tables */
  GPtrArray *answers;  /* char *, a line for each that took effect */
  GPtrArray *grids;    /* GPtrArray of BfGrid, until the import is complete */
  GCancellable *cancellable;
  /* While it is read: who hears of it, and how many bytes of all are done. */
  BfImportProgress progress;
  gpointer progress_data;
  double bytes_all, bytes_done, bytes_now;
  guint n_read;
};

/* Adds a problem. @sheet may be NULL (then @file is said), @number 0, @column NULL, @value NULL;
 * takes @what and @cure (NULL: nothing to mend). The problem is lent. */
BfProblem *bf_import_tell (BfImport *import,
                           BfProblemSeverity severity,
                           const BfImportSheet *sheet,
                           guint number,
                           guint line,
                           const BfColumn *column,
                           const char *value,
                           char *what,
                           char *cure);
void bf_import_tell_file (
    BfImport *import, BfProblemSeverity severity, const char *file, char *what, char *cure);
/* An error of a row, which is bad from then on. */
BfProblem *bf_import_tell_row (BfImport *import,
                               BfImportRow *row,
                               const BfField *field,
                               const char *value,
                               char *what,
                               char *cure);

BfImportRow *
bf_import_row_new (BfRecordKind kind, const BfImportSheet *sheet, guint number, guint line);
void bf_import_row_free (BfImportRow *row);
/* Sets a field to a canonical text; FALSE and a problem told when it cannot be. */
gboolean bf_import_set (BfImport *import, BfImportRow *row, const BfField *field, const char *text);
gboolean bf_import_row_has (const BfImportRow *row, const BfField *field);
const BfField *bf_import_field (BfRecordKind kind, const char *column);
/* "row 5" or "row 5 of teams.csv", seen from @from. Owned by the caller. */
char *bf_import_place (const BfImportRow *row, const BfImportSheet *from);

/* Tells how far the reading is: the file under way is done to @share. */
void bf_import_report (BfImport *import, double share);
/* Takes down that the answer took effect. */
void bf_import_note_answer (BfImport *import, const BfMend *mend);
/* bf-import-excerpt.c: what answers need, put into the problems while the cells are at hand. */
void bf_import_excerpt (BfImport *import);
/* bf-import-files.c: a file, or the files of a folder; what is wrong with them is told. Fails only
 * with G_IO_ERROR_CANCELLED. */
gboolean bf_import_read_input (BfImport *import,
                               const char *path,
                               GCancellable *cancellable,
                               GError **error);
/* The sheets of one file; @chosen: named by the person, or by its ending a spreadsheet, and not
 * just anything that lies in a folder. */
void bf_import_take_sheets (BfImport *import,
                            const char *file,
                            gboolean chosen,
                            const GPtrArray *sheets);
void bf_import_sheet_free (BfImportSheet *sheet);
/* bf-import-rows.c: every row of a sheet into the import. */
void bf_import_read_rows (BfImport *import,
                          BfImportSheet *sheet,
                          const BfGrid *source,
                          const BfLayout *layout);
/* bf-import-keys.c: takes the row; tells of a key that is missing or stands there twice. */
void bf_import_add (BfImport *import, BfImportRow *row);
/* bf-import-finish.c: what follows from a row's own fields. */
void bf_import_finish (BfImport *import, BfImportRow *row);
/* bf-import-results.c: framework, dimension and levels by the catalogue. */
void bf_import_finish_result (BfImport *import, BfImportRow *row);
/* The same for the dimensions that a claim or a requirement names. */
void bf_import_finish_dimension (BfImport *import, BfImportRow *row);
/* bf-import-phases.c: the qualification phase by the catalogue. */
void bf_import_finish_cycle (BfImport *import, BfImportRow *row);
/* bf-import-references.c: after every file. */
void bf_import_resolve (BfImport *import);

G_END_DECLS
