/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who rated the plant by one framework, and when. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *framework;
  const char *scope;
  const char *assessor;
  const char *assessor_type;
  gint64 assessed_on;
  const char *evidence;
  const char *remark;
} BfAssessment;

extern const BfRecord bf_assessment_record;

G_END_DECLS
