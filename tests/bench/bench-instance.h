/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A problem of a benchmark as its file says it, how it becomes a problem of the core, and a checker
 * that knows nothing of the core. */

#pragma once

#include "bf-makespan.h"

G_BEGIN_DECLS

#define BENCH_RESOURCES 4

typedef struct
{
  int days;
  int renewable[BENCH_RESOURCES]; /* units on each day */
  int fund[BENCH_RESOURCES];      /* units once */
} BenchMode;

typedef struct
{
  char *id;
  int mode_first, n_modes; /* into modes */
  gboolean in_window;
} BenchTask;

typedef struct
{
  int before, after; /* tasks */
} BenchOrder;

typedef struct
{
  int from, to; /* working days, half-open */
} BenchWindow;

typedef struct
{
  GArray *tasks;   /* BenchTask */
  GArray *modes;   /* BenchMode */
  GArray *orders;  /* BenchOrder */
  GArray *windows; /* BenchWindow, disjoint, by start */
  int capacity[BENCH_RESOURCES];
  int fund[BENCH_RESOURCES];
  int n_funds;
  int n_days; /* working days that are known */
} BenchInstance;

#define BENCH_TASK(instance, i) (&g_array_index ((instance)->tasks, BenchTask, (i)))
#define BENCH_MODE(instance, i) (&g_array_index ((instance)->modes, BenchMode, (i)))
#define BENCH_ORDER(instance, i) (&g_array_index ((instance)->orders, BenchOrder, (i)))

BenchInstance *bench_instance_new (void);
void bench_instance_free (BenchInstance *instance);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchInstance, bench_instance_free)

/* The text of a file of PSPLIB, .sm or .mm; NULL: it is none. */
BenchInstance *bench_instance_parse_psplib (char *text);

BfCore *bench_instance_core (const BenchInstance *instance);

/* The first rule that the result breaks, as a sentence; NULL: none. The caller frees it. */
char *bench_instance_check (const BenchInstance *instance, const BfMakespan *result);

/* TRUE when no choice of modes keeps the funds; exact for up to two of them. */
gboolean bench_instance_is_infeasible (const BenchInstance *instance);

G_END_DECLS
