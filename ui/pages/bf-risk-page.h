/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What would delay us, and what buys it back? Curves of finish, cost and hours, the windows that
 * may be missed, what drives the spread, chance against consequence, what the finish hangs on. */

#pragma once

#include <adwaita.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_RISK_PAGE (bf_risk_page_get_type ())
G_DECLARE_FINAL_TYPE (BfRiskPage, bf_risk_page, BF, RISK_PAGE, AdwBin)

GtkWidget *bf_risk_page_new (BfSession *session);

G_END_DECLS
