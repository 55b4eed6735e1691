/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where one dimension of one framework stands, where it should be, how well that is proven. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *framework;
  const char *dimension;
  const char *name;
  const char *scope;
  double claimed;
  double verified;
  double low;
  double high;
  double target;
  gint64 target_date;
  double weight;
  gint64 claim_state;
  const char *claim;
  const char *evidence;
  const char *assessor_type;
  gint64 assessed_on;
  const char *remark;
} BfResult;

extern const BfRecord bf_result_record;

G_END_DECLS
