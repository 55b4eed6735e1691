/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a rule book asks of the plant. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *source;
  const char *clause;
  const char *asks;
  const char *dimension;
  const char *const *systems;
  const char *const *claims;
  const char *remark;
} BfRequirement;

extern const BfRecord bf_requirement_record;

G_END_DECLS
