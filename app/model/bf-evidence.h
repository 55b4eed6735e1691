/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document or record that proves something. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

typedef struct
{
  BfRow row;
  const char *title;
  const char *kind;
  const char *link;
  gint64 made_on;
  const char *owner;
  const char *remark;
} BfEvidence;

extern const BfRecord bf_evidence_record;

G_END_DECLS
