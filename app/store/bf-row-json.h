/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The SQL function brownfield_row (name, value, ...): a row as one JSON object, for the triggers.
 *
 * SQLite 3.40 does not let a trigger call json_object while trusted_schema is off, and json_object
 * cuts reals to 15 digits. A file whose triggers need this function cannot be written past the
 * diary by a program that does not know it. Internal to store/. */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Adds @text in quotes, with what JSON wants escaped; null for NULL. */
void bf_json_append_text (GString *json, const char *text);

/* Gives a connection the function. */
void bf_row_json_register (sqlite3 *handle);

G_END_DECLS
