/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of the Maturity page's table. Their rows' details are BfNeeds. */

#pragma once

#include "bf-table.h"

G_BEGIN_DECLS

extern const BfTableColumn bf_result_columns[];
extern const guint bf_n_result_columns;

G_END_DECLS
