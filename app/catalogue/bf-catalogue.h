/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The shipped catalogue: frameworks, crosswalk, step archetypes, qualification profiles, rules,
 * downtime anchors, scorecard. Read once from the compiled-in JSON and checked on load.
 *
 * Immutable; strings and arrays belong to the catalogue and live until the process ends
 * (bf_catalogue_get) or bf_catalogue_free. Ids are those of the JSON files; money is USD of the
 * price year, chances and shares are of 1, durations are weeks. Every number's basis stands in
 * the JSON beside it and is reachable by bf_catalogue_basis. */

#pragma once

#include "bf-records.h"

G_BEGIN_DECLS

typedef struct
{
  double level;
  const char *name;
} BfLevel;

typedef struct
{
  const char *id;        /* "SIRI:D7" */
  const char *short_id;  /* "D7" */
  const char *framework; /* "SIRI" */
  const char *group;     /* block or area of the framework; "" none */
  const char *name;
  const char *summary;
  const BfLevel *levels;
  guint n_levels;
} BfDimension;

typedef struct
{
  const char *id;
  const char *name;
  const char *version;
  const char *owner;
  const char *kind;
  double scale_min, scale_max, scale_step; /* NAN for a framework without a scale */
  const char *scale_unit;                  /* "band", "stage", "level"; "" none */
  const BfDimension *dimensions;
  guint n_dimensions;
} BfFramework;

typedef struct
{
  const char *from; /* dimension id of another framework */
  const char *to;   /* dimension id of the hub (SIRI) */
  gboolean primary;
} BfCrosswalk;

/* Index into bf_catalogue modes; the order of the choices of step.strategy. */
typedef struct
{
  const char *id; /* "wrap", "in_place", "parallel", "phased", "at_once" */
  double probability;
  double impact; /* on overrun hours */
  double calendar;
  double cost;
  gboolean double_running;
  gboolean by_area;
} BfMode;

typedef struct
{
  const char *dimension;
  double delta_min, delta_likely, delta_max;
  double cap_band;
} BfLift;

typedef enum
{
  BF_SCOPE_SITE,
  BF_SCOPE_AREA,
  BF_SCOPE_LINE,
  BF_SCOPE_SYSTEM,
} BfScope;

typedef enum
{
  BF_DRIVER_ONE,
  BF_DRIVER_EMPLOYEES,
  BF_DRIVER_MACHINES,
  BF_DRIVER_LINES,
  BF_DRIVER_INTERFACES,
  BF_DRIVER_SYSTEMS,
  BF_DRIVER_PARTS,
} BfDriver;

/* What a special phase is multiplied by. */
typedef enum
{
  BF_UNITS_ONE,
  BF_UNITS_PARTS,            /* largest count tied to a system with AS9100 / AS9102 impact */
  BF_UNITS_PROCESSES,        /* ... with Nadcap process impact */
  BF_UNITS_PART_FAMILIES,    /* ... with IATF / PPAP impact */
  BF_UNITS_DEVICE_PROCESSES, /* ... with ISO 13485 impact */
  BF_UNITS_TRAINS,           /* number of systems with GxP direct impact */
  BF_UNITS_ZONES,            /* areas of the plant + 1 */
} BfUnits;

typedef struct
{
  const char *phase; /* id of a special phase */
  BfUnits units;
} BfSpecialUse;

typedef struct
{
  int a, b; /* BF_SYSTEM_* types; a system counts as what it serves as */
} BfTypePair;

typedef struct
{
  const char *id; /* "ST09" */
  const char *name;
  const char *short_name; /* for bars and narrow columns */
  const char *category;
  const char *purpose;
  const char *notes;

  const char *const *hard;   /* archetype ids, NULL-terminated, never NULL */
  const char *const *any_of; /* one of these, or an equivalent; empty: no group */
  const char *const *soft;

  const BfLift *lifts;
  guint n_lifts;

  BfEstimate weeks;      /* build, qualification excluded */
  BfEstimate capex_usd;  /* whole USD */
  double opex_share;     /* a year, of likely capex */
  BfEstimate stop_hours; /* total of the step */
  BfEstimate problem_chance;
  BfEstimate overrun_hours;
  BfEstimate parallel_weeks;
  gboolean rollback_feasible; /* FALSE where the catalogue calls it none or not feasible */
  const char *rollback;       /* its word: "easy", "fair", ... */

  int gamp_category;                       /* BF_GAMP_*; -1: no qualification, no cutover */
  const char *const *qualification_phases; /* phase ids in order, NULL-terminated */
  double effort_factor, duration_factor;   /* qualification_scale; 1 where absent */

  /* How rules.json uses it. */
  BfScope scope;
  guint32 types;  /* bits of BF_SYSTEM_*; 0: answers no system */
  guint32 levels; /* bits of BF_LEVEL_*; 0: any */
  guint32 treats; /* bits of BF_DISPOSITION_* */
  gboolean has_serves;
  guint32 serves_types;            /* bits of BF_SYSTEM_* named in serves */
  const char *const *serves_words; /* the other words of serves, NULL-terminated */
  const BfTypePair *redoes;
  guint n_redoes;
  BfDriver driver;
  double reference_count;
  const int *modes; /* indices into bf_catalogue_modes; the first is that of the numbers */
  guint n_modes;
  int skill; /* BF_SKILL_* that builds it */
  int phase; /* 0 .. 4 */
  int order; /* place in the queue; phase where the rules say nothing else */
  gboolean changes;
  gboolean core;
  gboolean reads, writes; /* only reads from controllers; writes back to controllers, MES or ERP */
  const BfSpecialUse *special;
  guint n_special;
} BfArchetype;

typedef struct
{
  const char *id; /* "OQ" */
  const char *name;
  BfEstimate weeks;
  BfEstimate effort; /* person-days */
  BfEstimate rework_chance;
  BfEstimate rework_fraction;
} BfQualificationPhase;

/* BfProfile::categories, by GAMP category 1, 3, 4, 5: index BF_GAMP_1 .. BF_GAMP_5 (0 .. 3). */
typedef struct
{
  const char *id; /* as the choices of plant.profile, same order */
  const char *name;
  double duration_factor, effort_factor;
  const BfQualificationPhase *categories[4];
  guint n_phases[4];
} BfProfile;

typedef struct
{
  const char *id; /* "FAI_PARTIAL" */
  const char *name;
  const char *profile; /* profile id, or "all" */
  const char *unit;    /* "per part number" */
  BfEstimate weeks;    /* a unit */
  BfEstimate effort;   /* person-days a unit */
  BfEstimate rework_chance;
  BfEstimate rework_fraction;
} BfSpecialPhase;

/* A document that a qualification produces. */
typedef struct
{
  const char *id; /* "URS" */
  const char *name;
  const char *phase;  /* id of the phase, special phase or "REGRESSION" that produces it */
  guint32 categories; /* bits of BF_GAMP_*; 0: any */
  guint32 profiles;   /* bits of BF_PROFILE_* */
  int owner;          /* BF_SKILL_* that writes it */
  const char *basis;
} BfDeliverable;

typedef enum
{
  BF_CAP_NO_ZONE,
  BF_CAP_FEW_CONNECTED,
  BF_CAP_REMOTE_ACCESS_UNSUPPORTED,
  BF_CAP_NO_HISTORIAN,
  BF_CAP_RETYPED_BETWEEN_LEVELS,
  BF_CAP_PRODUCT_DATA_RETYPED,
} BfCapCondition;

typedef struct
{
  BfCapCondition condition;
  const char *id;
  const char *dimension;
  double max;
  const char *while_text;
  const char *limiting;
  const char *basis;
} BfCap;

/* A rule of one free day; see the read_me of rules.json's holidays. */
typedef struct
{
  const char *name;
  enum
  {
    BF_HOLIDAY_FIXED,   /* month, day */
    BF_HOLIDAY_DATE,    /* year, month, day */
    BF_HOLIDAY_EASTER,  /* offset */
    BF_HOLIDAY_NTH,     /* nth (-1 last), weekday, month */
    BF_HOLIDAY_FROM,    /* first weekday on or after month, day */
    BF_HOLIDAY_EQUINOX, /* month 3 or 9 */
  } rule;
  int year, month, day, offset, nth, weekday; /* weekday 1 Monday .. 7 */
  int every_years;                            /* 0: every year */
  int but_month, but_day, but_weekday;        /* 0: no exception */
  int substitute; /* BfSubstitute, of this day alone; -1: the region's */
} BfHolidayRule;

typedef enum
{
  BF_SUBSTITUTE_NONE,
  BF_SUBSTITUTE_NEXT_WEEKDAY,
  BF_SUBSTITUTE_NEAREST_WEEKDAY,
  BF_SUBSTITUTE_SUNDAY_NEXT_FREE,
  BF_SUBSTITUTE_DAY_BEFORE,
} BfSubstitute;

typedef struct
{
  const char *id;
  const char *name;
  const char *const *also;
  const char *with; /* id of the region whose days come first; NULL none */
  BfSubstitute substitute;
  gboolean between;
  const BfHolidayRule *days;
  guint n_days;
} BfHolidayRegion;

/* The loose numbers of the rules, one member each. */
typedef struct
{
  double size_exponent, size_min, size_max, weeks_exponent, qualification_exponent;
  double external_share_of_phases, external_share_of_special, labour_share_of_capex;
  double internal_persons_during_build, special_share_of_team;
  double offline_overlap;
  double widen[4]; /* by BF_CONFIDENCE_*: measured, documented, interview, guess */
  double obsolescence_threshold, debt_threshold;
  int restore_test_months;
  double forced_replacement_premium; /* share of capex */
  BfEstimate bridge_usd;
  int rehearsals;
  double rehearsal_factor, rehearsal_floor;
  double rollback_share, redo_share;
  double partial_oq_share;
  BfEstimate internal_day_usd, external_day_usd;
  BfEstimate documents[4]; /* by GAMP index as in BfProfile */
  BfEstimate weeks_per_document_cycle, parallel_documents;
  BfEstimate hypercare_weeks;
  BfEstimate supplier_leverage;
  BfEstimate planned_stop_factor;
  BfEstimate downtime_usd_h;
  double claim_factor[6];          /* by state */
  double tail_chance, tail_factor; /* the 18 % IT tail, and its mean overrun */
  struct
  {
    double low, high;
  } estimate_class[6]; /* by AACE class 1 .. 5; [0] unused */
} BfRules;

typedef struct
{
  const char *scope;
  int year;
  double usd_per_hour;              /* middle of a range; NAN: not usable as a rate */
  double usd_low, usd_high;         /* the same value twice without a range */
  int employees_from, employees_to; /* plants of that size; 0: not by size */
  const char *basis;
} BfDowntimeAnchor;

typedef struct
{
  const char *id, *name, *question;
  double weight;
  const char *scale[5];
} BfScoreQuestion;

typedef struct
{
  double from;
  const char *name;
} BfUseClass;

typedef struct _BfCatalogue BfCatalogue;

/* The shipped catalogue, loaded at first use from any thread; a shipped catalogue that fails its
 * checks ends the program with a message. */
const BfCatalogue *bf_catalogue_get (void);

/* Reads another set of files; @read_json is asked for "steps", "rules", ... and gives bytes. Used
 * by tests that break one rule each. Fails with BF_CATALOGUE_ERROR and a sentence that names file
 * and place. */
typedef GBytes *(*BfCatalogueReader) (const char *name, gpointer data, GError **error);
BfCatalogue *bf_catalogue_load (BfCatalogueReader reader, gpointer data, GError **error);
void bf_catalogue_free (BfCatalogue *catalogue);

#define BF_CATALOGUE_ERROR (bf_catalogue_error_quark ())
GQuark bf_catalogue_error_quark (void);

const BfRules *bf_catalogue_rules (const BfCatalogue *catalogue);
const BfArchetype *bf_catalogue_archetypes (const BfCatalogue *catalogue, guint *n);
/* In the order of rules.json: the first that fits a system wins. Same array as above. */
int bf_catalogue_archetype_index (const BfCatalogue *catalogue, const char *id);
const BfMode *bf_catalogue_modes (const BfCatalogue *catalogue, guint *n);
const BfFramework *bf_catalogue_frameworks (const BfCatalogue *catalogue, guint *n);
/* By full id ("SIRI:D7"), or by short id when @framework is given. NULL: none. */
const BfDimension *
bf_catalogue_dimension (const BfCatalogue *catalogue, const char *framework, const char *id);
const BfFramework *bf_catalogue_framework (const BfCatalogue *catalogue, const char *id_or_name);
const BfCrosswalk *bf_catalogue_crosswalk (const BfCatalogue *catalogue, guint *n);
const BfProfile *bf_catalogue_profiles (const BfCatalogue *catalogue, guint *n);
const BfSpecialPhase *bf_catalogue_special_phases (const BfCatalogue *catalogue, guint *n);
/* In the order of deliverables.json. */
const BfDeliverable *bf_catalogue_deliverables (const BfCatalogue *catalogue, guint *n);
const BfCap *bf_catalogue_caps (const BfCatalogue *catalogue, guint *n);
const BfHolidayRegion *bf_catalogue_regions (const BfCatalogue *catalogue, guint *n);
/* By id, name or another name, without case. NULL: none. */
const BfHolidayRegion *bf_catalogue_region (const BfCatalogue *catalogue, const char *name);
/* USD times this is money of the currency; NAN when the catalogue does not know it. */
double bf_catalogue_currency_factor (const BfCatalogue *catalogue, const char *currency);
const char *const *bf_catalogue_phase_names (const BfCatalogue *catalogue); /* five, NULL-ended */
/* The 7R decision that a TIME class stands for. */
int bf_catalogue_default_disposition (const BfCatalogue *catalogue, int time_class);
/* BF_SKILL_* that does a qualification phase; -1: the team that builds (role "build"). */
int bf_catalogue_phase_skill (const BfCatalogue *catalogue, const char *phase);
/* Another skill to try when no team has @skill; -1: none but applications. */
int bf_catalogue_skill_fallback (const BfCatalogue *catalogue, int skill);
/* The skill that a team's name speaks of (skill_words); -1: none. */
int bf_catalogue_skill_of_name (const BfCatalogue *catalogue, const char *name);
gboolean bf_catalogue_phase_is_offline (const BfCatalogue *catalogue,
                                        const char *phase,
                                        gboolean old_system_stays);
gboolean bf_catalogue_special_is_offline (const BfCatalogue *catalogue, const char *phase);
gboolean bf_catalogue_phase_is_shared (const BfCatalogue *catalogue, const char *phase);
const BfDowntimeAnchor *bf_catalogue_downtime_anchors (const BfCatalogue *catalogue, guint *n);
/* The anchor's USD an hour for a plant of that size: the middle of its range; below the smallest
 * plant that range's lower value, above the largest its upper one. */
double bf_catalogue_downtime_anchor_usd (const BfCatalogue *catalogue, gint64 employees);
const BfScoreQuestion *bf_catalogue_score_questions (const BfCatalogue *catalogue); /* six */
const BfUseClass *bf_catalogue_use_classes (const BfCatalogue *catalogue, guint *n);
/* 100 x sum (weight x points / 4); -1 counts as 0. */
double bf_catalogue_score (const BfCatalogue *catalogue, const gint64 points[6]);
/* Where a number comes from: "steps/ST09/capex_kusd", "rules/thresholds". NULL: not known. */
const char *bf_catalogue_basis (const BfCatalogue *catalogue, const char *path);
/* A plain table for "frameworks" or "steps", one a line, for a terminal; NULL for another word. */
GString *bf_catalogue_list_text (const BfCatalogue *catalogue, const char *what);

G_END_DECLS
