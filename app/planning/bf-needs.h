/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is missing: effective maturity, caps by the inventory, gaps, and the needs of systems and
 * interfaces.
 *
 * A pure function of plan and catalogue, on the plant as it stands at the planning start. Indices
 * are positions in the plan's tables. */

#pragma once

#include "bf-catalogue.h"
#include "bf-plan.h"

G_BEGIN_DECLS

/* The framework whose dimensions the steps lift; the others map to it. */
#define BF_HUB "SIRI"

typedef enum
{
  BF_NEED_GAP,       /* a dimension short of its target */
  BF_NEED_SYSTEM,    /* a system decided on, or obsolete */
  BF_NEED_INTERFACE, /* integration debt */
  BF_NEED_REQUEST,   /* asked for by hand (a step with status requested) */
} BfNeedKind;

typedef struct
{
  BfNeedKind kind;
  int index;          /* of the result (= level), system, interface or step decision */
  const char *key;    /* "SIRI:D7", "DNC-01", "IF-002", "ST21:site" */
  double size;        /* bands short, obsolescence score, debt points, 1 */
  double weight;      /* of the gap, criticality of the system; else 1 */
  int disposition;    /* BF_DISPOSITION_* that binds; -1 for the other kinds */
  gboolean decided;   /* by a 7R decision or TIME class, not by score or date */
  gint64 due;         /* day by which the answer must be released; BF_BLANK */
  const char *reason; /* one sentence, for the person */
} BfNeed;

/* Where one result stands. */
typedef struct
{
  int result;
  const char *dimension; /* full id, "SIRI:D7"; the row's own word where nothing knows it */
  int state;             /* of the claim as it counts; -1: nothing claimed above verified */
  double verified, claimed, effective; /* claims by state */
  double cap;                          /* NAN: none bites or holds */
  const char *cap_id;                  /* of the lowest cap that holds */
  const char *cap_while;               /* what holds it down, as a part of a sentence */
  const char *const *limiting;         /* system keys, NULL-terminated; NULL none */
  double counted;                      /* min (effective, cap) */
  double target;                       /* NAN: no target */
  double weight;
  gboolean makes_need; /* FALSE: of another framework and shown beside the hub only */
} BfLevelNow;

typedef struct
{
  guint n_levels;
  BfLevelNow *levels; /* one a result, in the plan's order */
  guint n_needs;
  BfNeed *needs;        /* by kind, then key */
  double *obsolescence; /* 0 .. 100 a system */
  double *debt;         /* points an interface */
  int *disposition;     /* BF_DISPOSITION_* a system that binds at last; -1: none, nothing to do */
  gint64 *support_end;  /* day a system: kept until, else vendor's date; BF_BLANK */
  gboolean *no_restore_test; /* a system: no restore test in the months before the start */
  gboolean *no_owner;        /* a system */
  int *from, *to;            /* an interface: the systems at its ends; -1 unknown */
  GPtrArray *key_lists;      /* owns the lists of limiting systems */
  GStringChunk *strings;
} BfNeeds;

BfNeeds *bf_needs_compute (const BfPlan *plan, const BfCatalogue *catalogue);
void bf_needs_free (BfNeeds *needs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfNeeds, bf_needs_free)

/* Parts that are tested and shown alone. */
double bf_obsolescence_score (const BfSystem *system, gint64 start);
double bf_debt_points (const BfInterface *interface);
/* State of a claim that counts on @day for @scope: past its date or unknown 1 at most. */
int bf_claim_state_on (const BfClaim *claim, gint64 day);
gboolean bf_interface_is_electronic (const BfInterface *interface);
/* What a system counts as: its type, or the type that a bespoke link, a spreadsheet or an Other
 * system serves as. */
int bf_system_counts_as (const BfSystem *system);

/* The caps on the plant of a day. @supported, @owned (a system), @mended (an interface), @removed
 * (a system) say what released steps have changed since the start; @zoned: ST05 is released.
 * NULL arrays: nothing. @caps gets one value a cap of the catalogue: its max, or NAN when its
 * condition does not hold. @limiting, one a cap, gets new GPtrArrays of system keys (borrowed);
 * may be NULL. */
typedef struct
{
  const gboolean *supported;
  const gboolean *owned;
  const gboolean *mended;
  const gboolean *removed;
  gboolean zoned;
  gboolean historian;   /* a step that brings a historian is released */
  const int *from, *to; /* ends of the interfaces (of BfNeeds); NULL: looked up */
} BfPlantState;

void bf_caps_evaluate (const BfPlan *plan,
                       const BfCatalogue *catalogue,
                       gint64 day,
                       const BfPlantState *state,
                       double *caps,
                       GPtrArray **limiting);

G_END_DECLS
