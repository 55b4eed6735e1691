/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where two copies of a document parted. Internal to store/. */

#pragma once

#include "bf-database.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 first;      /* their first edit that we have not got yet */
  gint64 ours_first; /* our first edit that they had not got when they parted */
  char *last_uuid;   /* of their last edit */
  char *last_hash;
} BfParting;

/* Fails with BF_DOCUMENT_ERROR_UNRELATED when they have no edit in common. */
gboolean bf_parting_find (BfDatabase *ours, BfDatabase *theirs, BfParting *parting, GError **error);
void bf_parting_clear (BfParting *parting);

G_END_DECLS
