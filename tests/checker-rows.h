/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans made stricter, a row for each way to break a rule of the schedule; see test-checker.c. */

#pragma once

#include "bf-checker.h"

G_BEGIN_DECLS

/* No rule. */
#define NOTHING BF_N_RULES

/* What was planned with the loose lines is checked with the strict ones. */
typedef struct
{
  BfRule rule;
  const char *what, *common, *loose, *strict;
} Stricter;

typedef struct
{
  const char *name;
  const Stricter *rows;
  guint n;
} StricterTable;

/* "orders", "dates", "resources", "windows", "stops", "money"; the last has no name. */
extern const StricterTable stricter_tables[];

G_END_DECLS
