/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plays the diary from the first edit on an empty document and compares what comes out: a row that
 * was changed past the diary shows. Internal to store/. */

#pragma once

#include "bf-database.h"

G_BEGIN_DECLS

/* Adds a finding for every row that differs. */
gboolean bf_replay_verify (BfDatabase *database, GPtrArray *findings, GError **error);

G_END_DECLS
