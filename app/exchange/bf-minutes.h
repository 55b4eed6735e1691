/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roadmap as a page of Markdown for the minutes of a meeting: what it comes to, what is to be
 * decided, what could move it, and each phase. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* Owned by the caller. */
char *bf_minutes_to_markdown (const BfRoadmap *roadmap);

G_END_DECLS
