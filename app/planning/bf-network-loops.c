/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rings of dependencies, named in the order in which each step needs the next.
 *
 * Only what remains after taking off all activities that wait for nothing is looked at; from each
 * the shortest way back to itself is sought breadth first, so that a ring is as short as it can
 * be. */

#include "bf-network.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const BfNetwork *network;
  GArray **incoming; /* an activity: int, what it waits for */
} Graph;

static Graph
make_graph (const BfNetwork *network)
{
  Graph graph = { network, g_new (GArray *, network->activities->len) };

  for (guint i = 0; i < network->activities->len; i++)
    graph.incoming[i] = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < network->edges->len; i++)
    {
      const BfEdge *edge = BF_EDGE (network, i);

      g_array_append_val (graph.incoming[edge->after], edge->before);
    }
  return graph;
}

static void
clear_graph (Graph *graph)
{
  for (guint i = 0; i < graph->network->activities->len; i++)
    g_array_unref (graph->incoming[i]);
  g_free (graph->incoming);
}

/* TRUE for activities on a ring, or behind one. */
static gboolean *
find_stuck (const Graph *graph, guint *n_stuck)
{
  guint n = graph->network->activities->len;
  gboolean *stuck = g_new (gboolean, n);
  gboolean moved = TRUE;

  for (guint i = 0; i < n; i++)
    stuck[i] = TRUE;
  *n_stuck = n;
  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i < n; i++)
        {
          gboolean waits = FALSE;

          for (guint j = 0; stuck[i] && j < graph->incoming[i]->len && !waits; j++)
            waits = stuck[g_array_index (graph->incoming[i], int, j)];
          if (!stuck[i] || waits)
            continue;
          stuck[i] = FALSE;
          moved = TRUE;
          (*n_stuck)--;
        }
    }
  return stuck;
}

/* The shortest ring through @from: what each waits for, beginning with it; NULL: none. */
static GArray *
ring_through (const Graph *graph, int from)
{
  guint n = graph->network->activities->len;
  g_autofree int *came = g_new (int, n);
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (int));
  GArray *ring = NULL;

  for (guint i = 0; i < n; i++)
    came[i] = -1;
  g_array_append_val (queue, from);
  for (guint head = 0; head < queue->len && !ring; head++)
    {
      int at = g_array_index (queue, int, head);

      for (guint j = 0; j < graph->incoming[at]->len && !ring; j++)
        {
          int before = g_array_index (graph->incoming[at], int, j);

          if (before == from)
            {
              ring = g_array_new (FALSE, FALSE, sizeof (int));
              for (int back = at; back != from; back = came[back])
                g_array_prepend_val (ring, back);
              g_array_prepend_val (ring, from);
            }
          else if (came[before] < 0)
            {
              came[before] = at;
              g_array_append_val (queue, before);
            }
        }
    }
  return ring;
}

static void
write_ring (const BfStepSet *set,
            const BfNetwork *network,
            const GArray *ring,
            gboolean *told,
            GString *text)
{
  int first = BF_ACTIVITY (network, (guint) g_array_index (ring, int, 0))->step;
  int previous = -1;

  if (text->len)
    g_string_append (text, "; ");
  for (guint i = 0; i < ring->len; i++)
    {
      int step = BF_ACTIVITY (network, (guint) g_array_index (ring, int, i))->step;

      if (step == previous || (step == first && previous >= 0))
        continue;
      g_string_append_printf (text, "%s → ", bf_step_set_get (set, (guint) step)->key);
      told[step] = TRUE;
      previous = step;
    }
  g_string_append (text, bf_step_set_get (set, (guint) first)->key);
}

char *
bf_network_find_loops (const BfStepSet *set, const BfNetwork *network)
{
  Graph graph = make_graph (network);
  guint n_stuck;
  g_autofree gboolean *stuck = find_stuck (&graph, &n_stuck);
  g_autofree gboolean *told = g_new0 (gboolean, set->steps->len + 1);
  g_autoptr (GString) rings = g_string_new (NULL);

  for (guint i = 0; n_stuck && i < network->activities->len; i++)
    {
      g_autoptr (GArray) ring = NULL;

      if (!stuck[i] || told[BF_ACTIVITY (network, i)->step])
        continue;
      ring = ring_through (&graph, (int) i);
      if (ring)
        write_ring (set, network, ring, told, rings);
    }
  clear_graph (&graph);
  if (!rings->len)
    return NULL;
  /* Translators: %s are rings of step keys, each followed by what it needs: "A → B → A". */
  return g_strdup_printf (_ ("These steps wait for each other: %s."), rings->str);
}
