/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roadmap as a table: the accessible twin of the timeline. Enter shows a step there. */

#pragma once

#include <adwaita.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_STEPS_PAGE (bf_steps_page_get_type ())
G_DECLARE_FINAL_TYPE (BfStepsPage, bf_steps_page, BF, STEPS_PAGE, AdwBin)

GtkWidget *bf_steps_page_new (BfSession *session);

G_END_DECLS
