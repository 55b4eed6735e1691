/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A certification or assessment offer, rated by the six questions of the scorecard, 0 to 4 each. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *name;
  int kind;
  const char *issuer;
  const char *scope;
  gint64 valid_until;
  gint64 q1;
  gint64 q2;
  gint64 q3;
  gint64 q4;
  gint64 q5;
  gint64 q6;
  const char *remark;
} BfOffer;

extern const BfRecord bf_offer_record;

G_END_DECLS
