/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is known and decided: an immutable snapshot of a document.
 *
 * A plan is built by one owner (bf_plan_new, bf_plan_add ..., bf_plan_seal) and from then on never
 * changes; any thread may read it. It is reference counted. Rows of a table stand in the order
 * of their keys (bytewise), so that every tie is broken by key. Rows and their text live as long
 * as the plan. References between rows are keys; bf_plan_find looks them up without case. */

#pragma once

#include "bf-records.h"

G_BEGIN_DECLS

typedef struct _BfPlan BfPlan;

BfPlan *bf_plan_new (void);
BfPlan *bf_plan_ref (const BfPlan *plan);
void bf_plan_unref (BfPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfPlan, bf_plan_unref)

/* --- Building: before bf_plan_seal only. --- */

/* A new blank row, to be filled by bf_field_set with bf_plan_strings (plan). */
gpointer bf_plan_add (BfPlan *plan, BfRecordKind kind);
/* A copy of @row with its text; used to make a variant of another plan. */
gpointer bf_plan_add_copy (BfPlan *plan, BfRecordKind kind, gconstpointer row);
GStringChunk *bf_plan_strings (BfPlan *plan);
/* Sorts, indexes and closes the plan. Rows without a key are an error of the caller. */
void bf_plan_seal (BfPlan *plan);

/* --- Reading: after bf_plan_seal. --- */

guint bf_plan_count (const BfPlan *plan, BfRecordKind kind);
gconstpointer bf_plan_row (const BfPlan *plan, BfRecordKind kind, guint index);
/* The row with that key without case, NULL when there is none (or @key is NULL). */
gconstpointer bf_plan_find (const BfPlan *plan, BfRecordKind kind, const char *key);
/* Position of that row, -1 when there is none. */
int bf_plan_index (const BfPlan *plan, BfRecordKind kind, const char *key);
/* The plant's row; NULL in a plan without one. */
const BfPlant *bf_plan_plant (const BfPlan *plan);

/* Typed access: BF_ROW (plan, SYSTEM, BfSystem, i) */
#define BF_ROW(plan, KIND, Type, i) ((const Type *) bf_plan_row ((plan), BF_##KIND, (i)))
#define BF_FIND(plan, KIND, Type, key) ((const Type *) bf_plan_find ((plan), BF_##KIND, (key)))

/* TRUE when the list of area keys (of a window, a system) means the whole site: blank, or "all". */
gboolean bf_areas_are_site (const char *const *areas);

G_END_DECLS
