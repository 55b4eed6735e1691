/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a roadmap is put together; for those who compute one, and for tests that make one by hand.
 *
 * A roadmap owns everything that it points to: texts are interned, arrays are handed out zeroed,
 * objects are taken over. All of it goes with the last reference, the youngest first. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* A blank, infeasible roadmap of @plan with one reference. */
BfRoadmap *bf_roadmap_new (const BfPlan *plan, const BfCatalogue *catalogue);
/* @n elements of @size bytes, all zero; never NULL. */
gpointer bf_roadmap_alloc (BfRoadmap *roadmap, gsize n, gsize size);
#define bf_roadmap_array(roadmap, Type, n)                                                         \
  ((Type *) bf_roadmap_alloc ((roadmap), (n), sizeof (Type)))
/* Hands @object over; @release is called on it at the end. Returns it. */
gpointer bf_roadmap_own (BfRoadmap *roadmap, gpointer object, GDestroyNotify release);
/* NULL stays NULL. */
const char *bf_roadmap_text (BfRoadmap *roadmap, const char *text);
const char *bf_roadmap_printf (BfRoadmap *roadmap, const char *format, ...) G_GNUC_PRINTF (2, 3);
/* A list of interned texts, NULL-terminated, of a GPtrArray of const char *. */
const char *const *bf_roadmap_list (BfRoadmap *roadmap, const GPtrArray *texts);

/* "EUR 438 k", "EUR 1.2 M" in the plan's currency; the caller frees it. */
char *bf_plan_money_text (const BfPlan *plan, double minor);

G_END_DECLS
