/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a page shows when there is nothing to show: what is missing, and the one thing to do next.
 *
 * Properties: icon-name, title, description, label and action-name of the button (none: no button),
 * suggested (the button is the page's one filled button). */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BF_TYPE_EMPTY (bf_empty_get_type ())
G_DECLARE_FINAL_TYPE (BfEmpty, bf_empty, BF, EMPTY, AdwBin)

G_END_DECLS
