/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every fuzzing target is: bytes in, nothing out; whatever they are, no crash, no leak, no
 * endless work. Built with clang's libFuzzer (./dev fuzz), or with fuzz-main.c as a program that
 * takes each file of its arguments once, which is what the tests do. */

#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* The bytes as a file in memory, "/proc/self/fd/N"; the same name every time. */
const char *fuzz_file (const guint8 *data, gsize size);
