/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The SQL of a document, generated from the field tables: tables, diary, triggers.
 *
 * Every table is STRICT; `id` is its primary key, the record's first field its people's key,
 * unique without case. Triggers write the diary and keep every write inside an open edit. All
 * returned text is built once and never freed. Internal to store/. */

#pragma once

#include "bf-database.h"

G_BEGIN_DECLS

/* Raised with every change of what bf_schema_sql gives, together with a migration. */
#define BF_SCHEMA_VERSION 4

/* Creates everything, with application_id and user_version. */
const char *bf_schema_sql (void);
/* All triggers alone, and one table alone (new), for migrations and verification. */
const char *bf_schema_triggers_sql (void);
char *bf_schema_table_sql (const BfRecord *record);

/* INSERT INTO table (id, columns ...) VALUES (?, ...) in the order of the fields. */
const char *bf_schema_insert_sql (const BfRecord *record);
/* The same with a row of the diary, JSON, as its only parameter. */
const char *bf_schema_insert_json_sql (const BfRecord *record);
/* SELECT id, columns ... FROM table; and the same WHERE id = ?, WHERE key = ?. */
const char *bf_schema_select_sql (const BfRecord *record);
const char *bf_schema_select_id_sql (const BfRecord *record);
const char *bf_schema_select_key_sql (const BfRecord *record);
/* SELECT the row as the diary's JSON WHERE id = ?. */
const char *bf_schema_select_json_sql (const BfRecord *record);
/* UPDATE table SET the field's columns = ?1 ... WHERE id = the parameter after them. */
const char *bf_schema_update_sql (const BfRecord *record, guint field);
const char *bf_schema_delete_sql (const BfRecord *record);

/* TRUE when the file holds exactly our tables, indices and triggers, word for word. */
gboolean bf_schema_check (BfDatabase *database, GError **error);
/* SHA-256 of the file's whole schema text, for the table of migrations. New. */
char *bf_schema_digest (BfDatabase *database, GError **error);

G_END_DECLS
