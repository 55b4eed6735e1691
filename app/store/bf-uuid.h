/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ids of rows: version 5 UUIDs of table and key, so that the same file imported twice gives the
 * same ids. Source: RFC 4122, 4.3 (SHA-1 of namespace and name). Internal to store/. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @attempt 0; 1, 2 ... give other ids for the same key, should the first be taken. New. */
char *bf_uuid_for_key (const char *table, const char *key, guint attempt);

G_END_DECLS
