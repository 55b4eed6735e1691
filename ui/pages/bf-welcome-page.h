/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Before a plan is open: recent plans, samples, and a place to drop spreadsheets on. */

#pragma once

#include <adwaita.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_WELCOME_PAGE (bf_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (BfWelcomePage, bf_welcome_page, BF, WELCOME_PAGE, AdwBin)

GtkWidget *bf_welcome_page_new (BfSession *session);

G_END_DECLS
