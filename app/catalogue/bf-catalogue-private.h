/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a catalogue is made of, for the files that load and read it. */

#pragma once

#include <json-glib/json-glib.h>

#include "bf-catalogue.h"

G_BEGIN_DECLS

enum
{
  BF_FILE_STEPS,
  BF_FILE_RULES,
  BF_FILE_FRAMEWORKS,
  BF_FILE_QUALIFICATION,
  BF_FILE_DOWNTIME,
  BF_FILE_SCORECARD,
  BF_FILE_INVENTORY,
  BF_FILE_DELIVERABLES,
  BF_N_FILES,
};

/* Words by which a team's name is known. */
typedef struct
{
  int skill;
  const char *const *words; /* case folded */
} BfSkillWords;

struct _BfCatalogue
{
  GStringChunk *strings;
  GPtrArray *blocks; /* arena: of g_malloc'ed memory */
  JsonParser *parsers[BF_N_FILES];

  BfRules rules;
  BfArchetype *archetypes;
  guint n_archetypes;
  BfMode *modes;
  guint n_modes;
  BfFramework *frameworks;
  guint n_frameworks;
  BfCrosswalk *crosswalk;
  guint n_crosswalk;
  BfProfile profiles[BF_N_PROFILES];
  BfSpecialPhase *special_phases;
  guint n_special_phases;
  BfCap *caps;
  guint n_caps;
  BfHolidayRegion *regions;
  guint n_regions;
  const char *const *phase_names;
  int default_disposition[BF_N_TIMES];
  int skill_fallback[BF_N_SKILLS];
  BfSkillWords *skill_words;
  guint n_skill_words;
  GHashTable *phase_skills; /* phase id -> skill + 2 (1: the building team) */
  GHashTable *currencies;   /* code -> double * */
  const char *const *offline;
  const char *const *offline_if_old_stays;
  const char *const *special_offline;
  const char *const *shared_phases;
  BfDowntimeAnchor *anchors;
  guint n_anchors;
  BfScoreQuestion questions[6];
  BfUseClass *use_classes;
  guint n_use_classes;
  BfDeliverable *deliverables;
  guint n_deliverables;
};

G_END_DECLS
