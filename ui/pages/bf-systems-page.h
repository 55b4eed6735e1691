/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inventory: what hurts most, and the step that answers. Edited in place or in the inspector.
 */

#pragma once

#include <adwaita.h>

#include "bf-session.h"

G_BEGIN_DECLS

#define BF_TYPE_SYSTEMS_PAGE (bf_systems_page_get_type ())
G_DECLARE_FINAL_TYPE (BfSystemsPage, bf_systems_page, BF, SYSTEMS_PAGE, AdwBin)

GtkWidget *bf_systems_page_new (BfSession *session);

G_END_DECLS
