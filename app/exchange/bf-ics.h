/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gates and cutovers as a calendar to import (iCalendar, RFC 5545).
 *
 * A gate is an all-day event, so is a cutover that needs no planned stop; other cutovers have the
 * plant's clock times without a zone ("floating"): a night is as long as its clock says. The end
 * of an all-day event is the day after. Same roadmap, same bytes: events keep their identity, so
 * that importing a later plan moves them. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* The caller frees it. */
char *bf_ics_text (const BfRoadmap *roadmap);
/* Saves whole or not at all; fails with G_FILE_ERROR and a sentence. */
gboolean bf_ics_write (const BfRoadmap *roadmap, const char *path, GError **error);

G_END_DECLS
