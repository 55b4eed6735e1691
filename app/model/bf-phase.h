/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A phase of the roadmap as the user named, split or merged it. As soon as a plan has one row, its
 * rows are its phases, in the order of their positions; without rows the catalogue's stand. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  gint64 position;
  const char *name;
  guint32 suggested; /* one bit a phase of the catalogue: its steps begin here */
  const char *remark;
} BfPhase;

extern const BfRecord bf_phase_record;

G_END_DECLS
