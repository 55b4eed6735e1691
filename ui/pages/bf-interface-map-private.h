/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What placing and routing of the interface map share. */

#pragma once

#include "bf-interface-map.h"

G_BEGIN_DECLS

typedef struct
{
  guint interface;
  guint from, to; /* systems */
} Link;

typedef struct
{
  guint first, n; /* boxes */
  double y;
} Row;

/* Who is connected to whom. */
typedef struct
{
  guint n_systems, n_links, n_rows;
  Link *links;   /* those whose ends are two systems of the plan */
  guint *starts; /* others[starts[s]] .. are the neighbours of system s */
  guint *others;
  guint *box_of; /* of a system */
  Row *rows;
} Net;

Net *bf_map_net_new (const BfPlan *plan);
void bf_map_net_free (Net *net);
/* Lays the lines through the rows that stand. */
void bf_map_route (BfInterfaceMap *map, const Net *net, const BfPlan *plan);

G_END_DECLS
