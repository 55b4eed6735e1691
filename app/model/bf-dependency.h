/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An order between two steps that the user asked for. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

/* BfDependency::kind, in the order of its choices. */
enum
{
  BF_DEPENDENCY_RELEASE_TO_CUTOVER,
  BF_DEPENDENCY_RELEASE_TO_START,
  BF_DEPENDENCY_CUTOVER_TO_CUTOVER,
  BF_DEPENDENCY_START_TO_START,
  BF_N_DEPENDENCYS,
};

typedef struct
{
  BfRow row;
  const char *before;
  const char *after;
  int kind;
  gint64 lag_days;
  const char *remark;
} BfDependency;

extern const BfRecord bf_dependency_record;

G_END_DECLS
