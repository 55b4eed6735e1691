/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Small documents for the tests of app/store, in a folder of their own that goes at the end. */

#pragma once

#include "bf-merge.h"

G_BEGIN_DECLS

void fixture_init (void);
void fixture_clear (void);

/* A path "NAME.brownfield" in the folder, where nothing is; NAME may have a folder of its own. */
char *fixture_path (const char *name);
/* A document with one system MES-01 in one area A1 at such a path. */
char *fixture_file (const char *name);

/* One edit each. */
void fixture_add_system (BfDocument *document, const char *key, const char *name);
void fixture_set (
    BfDocument *document, BfRecordKind kind, const char *key, const char *column, const char *text);

/* Every row of every table as text, with ids. */
char *fixture_dump (BfDocument *document);
char *fixture_dump_file (const char *path);
/* Nothing lies beside the file. */
void fixture_assert_alone (const char *path);
/* The file may grow by a few pages only. */
void fixture_limit_pages (BfDocument *document);
/* Half an edit reaches the disk soon. */
void fixture_spill (BfDocument *document);

G_END_DECLS
