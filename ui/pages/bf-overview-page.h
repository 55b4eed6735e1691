/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One screen for the manager: when, how much, how sure, what is asked of me. */

#pragma once

#include <adwaita.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_OVERVIEW_PAGE (bf_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (BfOverviewPage, bf_overview_page, BF, OVERVIEW_PAGE, AdwBin)

GtkWidget *bf_overview_page_new (BfSession *session);

G_END_DECLS
