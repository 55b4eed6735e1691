/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The engine's measurements, one program with a word for each: figures as JSON on the standard
 * output, never a verdict. Built, not installed. */

#pragma once

#include <glib.h>

/* Public problems are no part of this project: a path that is not absolute is looked for in the
 * folder that the environment names as BF_BENCH_DATA, then here. NULL and a word on the standard
 * error: it is nowhere, so there is nothing to measure. The caller frees it. */
char *bench_find (const char *path);
#define BENCH_SKIPPED 77 /* exit code */

/* Each gets what stands behind its word and returns an exit code. */
int bench_network (int argc, char **argv);
int bench_psplib (int argc, char **argv);
int bench_roadmap (int argc, char **argv);
int bench_select (int argc, char **argv);
int bench_simulate (int argc, char **argv);
