/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many points a selection could still reach at most; private to planning.
 *
 * Lagrangian relaxation: money is bought at a price a kind, and a band of a dimension is credited
 * at a price to the archetypes that lift it while the rest of its value is given for nothing. Then
 * every optional step stands alone: it is worth its needs and bands less its money, or nothing.
 * Prices are sought once, for the root, by subgradient steps (Held, Wolfe and Crowder 1974); any
 * prices give a true bound. Prerequisites and the inventory's caps are left out, which only raises
 * it. */

#pragma once

#include "bf-selection-private.h"

G_BEGIN_DECLS

/* A closed set, and what it is worth. */
typedef struct
{
  gboolean *wanted; /* a candidate */
  double *levels;   /* a level of the needs: what the set reaches */
  BfOutlay outlay;
  double points;
} BfNode;

typedef struct BfBound BfBound;

/* @items: candidates that may be taken in. The chooser has to outlive the bound. */
BfBound *bf_bound_new (const BfChooser *chooser, const guint *items, guint n_items);
void bf_bound_free (BfBound *bound);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfBound, bf_bound_free)

/* Finds prices for the set from which a search starts, with all items open. */
void bf_bound_price (BfBound *bound, const BfNode *node);

/* Points that any closed set holds at most which contains the node's, with more of the @open items
 * (one flag an item) than it has. */
double bf_bound_of (BfBound *bound, const gboolean *open, const BfNode *node);

/* What taking that item in changes a bound by; negative: it costs more than it brings. */
double bf_bound_worth (const BfBound *bound, guint item);
/* What it brings for its money at these prices. */
double bf_bound_density (const BfBound *bound, guint item);

G_END_DECLS
