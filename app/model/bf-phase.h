/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A phase of the roadmap as the user named it. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  gint64 position;
  const char *name;
  const char *remark;
} BfPhase;

extern const BfRecord bf_phase_record;

G_END_DECLS
