/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A project that came back from MS Project, as a round trip to take from.
 *
 * A cutover that was moved becomes a pin, the start of a step without one its "Not before", a new
 * link between two steps a dependency; what follows from these is left to the plan, and said. In a
 * project of other makers tasks count that name a step of the catalogue, in the field "Brownfield
 * step" or as the first word of their name ("ST12:site Replace the historian"): their start becomes
 * "Not before", their links dependencies. */

#pragma once

#include "bf-round-trip.h"

G_BEGIN_DECLS

/* @path is a project, see bf_project_is_in. Fails with a sentence when it cannot be read, shows
 * another plan, or names no step. */
BfRoundTrip *bf_mspdi_trip_new (const char *path, BfDocument *document, GError **error);

G_END_DECLS
