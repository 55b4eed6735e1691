/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A statement that counts as far as it is verified: state 0 refuted .. 5 verified in our
 * configuration. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *statement;
  const char *offer;
  const char *system;
  const char *dimension;
  double claimed_level;
  gint64 state;
  const char *state_name;
  gint64 made_on;
  gint64 valid_until;
  const char *evidence;
  const char *owner;
  gint64 state_4_due;
  const char *remark;
} BfClaim;

extern const BfRecord bf_claim_record;

G_END_DECLS
