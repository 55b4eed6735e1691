/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bringing an older document up to date, one version at a time.
 *
 * A change of the field tables raises BF_SCHEMA_VERSION and adds one line to the table in
 * bf-migration.c. The line's function does what the shape alone cannot (a column that got a new
 * name, a value with a new meaning); afterwards every table is rebuilt in today's shape, keeping
 * the columns of the same name. The diary is never rewritten: changes of a column that is gone stay
 * in it and are passed over. Internal to store/. */

#pragma once

#include "bf-database.h"

G_BEGIN_DECLS

typedef struct
{
  int from; /* user_version; it becomes from + 1 */
  /* SHA-256 of the schema text of that version (bf_schema_digest), so that a stranger's triggers
   * do not slip in as an old version. */
  const char *schema_digest;
  const char *sql; /* "" when the rebuilding is enough */
} BfMigration;

/* Runs the migrations from the file's version to BF_SCHEMA_VERSION in one transaction. */
gboolean bf_migration_run (BfDatabase *database, GError **error);
/* The same with a table of migrations of its own, for tests; ends with `from` < 0. */
gboolean
bf_migration_run_with (BfDatabase *database, const BfMigration *migrations, GError **error);

/* "plan.brownfield" of version 1 is kept as "plan (version 1).brownfield". New. */
char *bf_migration_backup_path (const char *path, int version);

G_END_DECLS
