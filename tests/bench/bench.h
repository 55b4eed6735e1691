/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The engine's measurements, one program with a word for each: figures as JSON on the standard
 * output, never a verdict. Built, not installed. */

#pragma once

#include <glib.h>

/* Each gets what stands behind its word and returns an exit code. */
int bench_select (int argc, char **argv);
