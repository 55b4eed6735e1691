/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The roadmap as a TaskJuggler 3 project, so that anyone can check the schedule again with tj3.
 *
 * Every activity has its fixed dates; tj3 refuses the file when one starts before what it depends
 * on has ended. Teams are resources as strong as their best capacity, with daily limits where they
 * are weaker; each activity asks for its share of the day until its person-days are done, so the
 * report "brownfield" shows whether every team found its time (columns effort and planned). Its
 * other columns are the dates as tj3 sees them. Days run as in bf-mspdi.h. Same roadmap, same
 * bytes. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

/* The caller frees it. */
char *bf_tjp_text (const BfRoadmap *roadmap);

G_END_DECLS
