/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A shutdown, a freeze or a weekend rule, in wall-clock minutes; half-open, an end at 00:00 does
 * not touch that day. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

/* BfWindow::kind, in the order of its choices. */
enum
{
  BF_WINDOW_SHUTDOWN,
  BF_WINDOW_FREEZE,
  BF_WINDOW_WEEKEND,
  BF_N_WINDOWS,
};

typedef struct
{
  BfRow row;
  int kind;
  const char *name;
  const char *const *areas;
  gint64 start;
  gint64 end;
  double open_hours;
  gint64 repeats;
  const char *const *systems;
  const char *remark;
} BfWindow;

extern const BfRecord bf_window_record;

G_END_DECLS
