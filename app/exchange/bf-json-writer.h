/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes JSON a value at a time, in the order that it is told.
 *
 * Inside an object every value has a name; inside a list, and at the top, the name is NULL. Money
 * goes out in whole currency with two decimals, days as YYYY-MM-DD, minutes as YYYY-MM-DDTHH:MM,
 * numbers with as many decimals as they are told; nothing asks the locale. Blank days and NULL
 * texts become null, and so does a number that is none. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _BfJsonWriter BfJsonWriter;

BfJsonWriter *bf_json_writer_new (void);
/* The text, ended by a line end; frees the writer. */
char *bf_json_writer_finish (BfJsonWriter *writer);

void bf_json_object (BfJsonWriter *writer, const char *name);
void bf_json_list (BfJsonWriter *writer, const char *name);
void bf_json_end (BfJsonWriter *writer);

void bf_json_text (BfJsonWriter *writer, const char *name, const char *text);
void bf_json_flag (BfJsonWriter *writer, const char *name, gboolean flag);
void bf_json_count (BfJsonWriter *writer, const char *name, gint64 count);
void bf_json_number (BfJsonWriter *writer, const char *name, double number, int decimals);
/* @minor may be a fraction of a cent (a mean of draws); it is rounded half away from zero. */
void bf_json_money (BfJsonWriter *writer, const char *name, double minor);
void bf_json_day (BfJsonWriter *writer, const char *name, gint64 day);
void bf_json_minute (BfJsonWriter *writer, const char *name, gint64 minute);
void bf_json_texts (BfJsonWriter *writer, const char *name, const char *const *texts);

G_END_DECLS
