/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Releases that are put off so that the running cost of others fits; private to planning.
 *
 * What runs early takes money from what comes after it, and serial generation never puts anything
 * off by itself. So where nothing is found for want of running cost, single steps, and all of them,
 * are released later on trial: by quarters of the way from their earliest release to the latest
 * that the network allows. */

#pragma once

#include "bf-schedule-search.h"

G_BEGIN_DECLS

/* Does nothing unless running cost is wanting. The holds of the best schedule found stay in @core.
 * FALSE when cancelled. */
gboolean bf_core_hold (BfCore *core, GCancellable *cancellable, BfSearchResult *result);

G_END_DECLS
