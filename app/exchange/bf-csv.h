/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps as comma-separated text, one a row: dates, window, hours, money. RFC 4180 with line
 * feeds, UTF-8, machine numbers; the headings are the keys of the JSON object. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* The caller frees it. */
char *bf_roadmap_to_csv (const BfRoadmap *roadmap);

G_END_DECLS
