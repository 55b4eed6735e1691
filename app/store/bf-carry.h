/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A key is what references hold, so a new key is carried into all of them. Internal to store/. */

#pragma once

#include "bf-edit-private.h"

G_BEGIN_DECLS

/* Writes @new_key wherever a reference to @record, or an override of one of its rows, says
 * @old_key. */
gboolean bf_carry_key (
    BfEdit *edit, const BfRecord *record, const char *old_key, const char *new_key, GError **error);

G_END_DECLS
