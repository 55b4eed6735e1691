/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Does it fit each year? By quarter, against the budget, with its figures under it. */

#pragma once

#include <adwaita.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_MONEY_PAGE (bf_money_page_get_type ())
G_DECLARE_FINAL_TYPE (BfMoneyPage, bf_money_page, BF, MONEY_PAGE, AdwBin)

GtkWidget *bf_money_page_new (BfSession *session);

G_END_DECLS
