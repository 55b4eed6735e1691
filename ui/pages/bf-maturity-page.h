/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Frameworks side by side: where each dimension stands, what is claimed, what is proven, the
 * target. Targets and levels are edited in its table. */

#pragma once

#include <adwaita.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_MATURITY_PAGE (bf_maturity_page_get_type ())
G_DECLARE_FINAL_TYPE (BfMaturityPage, bf_maturity_page, BF, MATURITY_PAGE, AdwBin)

GtkWidget *bf_maturity_page_new (BfSession *session);

G_END_DECLS
