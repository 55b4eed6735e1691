/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What edit, undo and merge see of a document. Internal to store/. */

#pragma once

#include "bf-database.h"
#include "bf-undo.h"

G_BEGIN_DECLS

struct _BfDocument
{
  GObject parent_instance;
  BfDatabase *database;
  BfEdit *edit; /* the open one, not owned; NULL none */
  BfPlan *plan; /* the snapshot, as long as it is true */
  gint64 plan_version;
  BfUndo *undo;
  gint64 opened_at; /* the last edit there was when it was opened */
  char *name;
  char *backup_path;
};

/* An edit was committed: forget the snapshot, remember what can be undone, tell. */
void bf_document_edited (BfDocument *document, gint64 edit);

G_END_DECLS
