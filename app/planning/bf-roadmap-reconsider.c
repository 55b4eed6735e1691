/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was given up before something else went may fit after all: once the rest has its place, the
 * answers to decided systems are tried again, the last given up first, then every other step that
 * adds points, by points for its money. What can be placed beside the rest stays; the rest of the
 * selection is never touched. */

#include "bf-network.h"
#include "bf-roadmap-compute.h"
#include "bf-selection-private.h"

/* Each trial plans anew. */
#define MOST_TRIALS 40

typedef struct
{
  BfComputing *computing;
  const BfStepSet *candidates;
  BfChooser *chooser;
  gboolean *wanted; /* a candidate */
  guint trials;
  gboolean found;
} BfAgain;

typedef struct
{
  guint step;
  double worth; /* points for money */
} BfChance;

static gboolean *
with_step (const BfAgain *self, guint index)
{
  guint n = self->candidates->steps->len + 1;
  gboolean *with = g_memdup2 (self->wanted, n * sizeof *with);

  with[index] = TRUE;
  bf_step_set_close (self->candidates, with);
  return with;
}

static BfStepSet *
select_flagged (const BfAgain *self, const gboolean *flags)
{
  guint n = 0;
  g_autofree int *keep = g_new (int, self->candidates->steps->len + 1);

  for (guint i = 0; i < self->candidates->steps->len; i++)
    if (flags[i])
      keep[n++] = (int) i;
  return bf_step_set_select (self->candidates, keep, NULL, n);
}

static void
try_step (BfAgain *self, guint index)
{
  g_autofree gboolean *with = NULL;
  g_autoptr (BfStepSet) set = NULL;

  if (self->wanted[index] || self->trials >= MOST_TRIALS)
    return;
  with = with_step (self, index);
  self->trials++;
  set = select_flagged (self, with);
  if (!bf_roadmap_has_room (self->computing, set))
    return;
  memcpy (self->wanted, with, self->candidates->steps->len * sizeof *with);
  self->found = TRUE;
}

static int
compare_chances (gconstpointer a, gconstpointer b)
{
  const BfChance *x = a, *y = b;

  if (x->worth != y->worth)
    return x->worth > y->worth ? -1 : 1;
  return x->step < y->step ? -1 : x->step > y->step;
}

/* Steps that the roadmap leaves out and that would add points, the best for their money first. */
static GArray *
list_chances (const BfAgain *self)
{
  GArray *chances = g_array_new (FALSE, FALSE, sizeof (BfChance));
  double points = bf_selection_points (self->candidates, self->wanted);
  gint64 loaded = bf_chooser_sum (self->chooser, self->wanted).loaded;

  for (guint i = 0; i < self->candidates->steps->len; i++)
    {
      const BfStep *step = bf_step_set_get (self->candidates, i);
      g_autofree gboolean *with = self->wanted[i] ? NULL : with_step (self, i);
      BfChance chance = { i, 0 };
      double gain;

      if (!with || step->decommissions)
        continue;
      gain = bf_selection_points (self->candidates, with) - points;
      chance.worth = gain / (double) MAX (1, bf_chooser_sum (self->chooser, with).loaded - loaded);
      if (gain > 1e-9)
        g_array_append_val (chances, chance);
    }
  g_array_sort (chances, compare_chances);
  return chances;
}

static void
try_again (BfAgain *self, const BfSelection *selection)
{
  g_autoptr (GArray) chances = NULL;

  for (guint i = selection->given_up->len; i-- > 0;)
    {
      const BfGivenUp *given = g_ptr_array_index (selection->given_up, i);

      if (given->answer)
        try_step (self, (guint) bf_step_set_find (self->candidates, given->key));
    }
  chances = list_chances (self);
  for (guint i = 0; i < chances->len; i++)
    try_step (self, g_array_index (chances, BfChance, i).step);
}

/* The larger set in full; the set as it was where that fails. */
static BfStepSet *
place_again (const BfAgain *self)
{
  BfComputing *computing = self->computing;
  g_autoptr (BfStepSet) set = select_flagged (self, self->wanted);
  g_autoptr (BfNetwork) network = bf_network_build (set, NULL);
  BfScheduleOptions options = { .objective = computing->roadmap->options.objective,
                                .seed = computing->roadmap->options.seed,
                                .schedules = computing->roadmap->options.schedules,
                                .cancellable = computing->cancellable };
  BfSchedule *schedule =
      network
          ? bf_schedule_compute (set, network, computing->roadmap->calendar, &options, NULL, NULL)
          : NULL;

  if (!schedule)
    return NULL;
  bf_schedule_free (computing->schedule);
  bf_network_free (computing->network);
  computing->schedule = schedule;
  computing->network = g_steal_pointer (&network);
  return g_steal_pointer (&set);
}

BfStepSet *
bf_roadmap_reconsider (BfComputing *computing, BfSelection *selection)
{
  guint n = selection->candidates->steps->len + 1;
  g_autoptr (BfChooser) chooser = NULL;
  g_autofree gboolean *wanted = NULL;
  BfAgain self = { computing, selection->candidates };

  if (!computing->schedule || selection->given_up->len == 0)
    return NULL;
  self.chooser = chooser = bf_chooser_new (selection);
  self.wanted = wanted = g_new0 (gboolean, n);
  memcpy (wanted, selection->wanted, (n - 1) * sizeof *wanted);
  try_again (&self, selection);
  return self.found && !g_cancellable_is_cancelled (computing->cancellable) ? place_again (&self)
                                                                            : NULL;
}
