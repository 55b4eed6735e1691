/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The diary: who, when, what and why; any edit can be taken back. */

#pragma once

#include <adwaita.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_HISTORY_PAGE (bf_history_page_get_type ())
G_DECLARE_FINAL_TYPE (BfHistoryPage, bf_history_page, BF, HISTORY_PAGE, AdwBin)

GtkWidget *bf_history_page_new (BfSession *session);

G_END_DECLS
