/* SPDX-License-Identifier: GPL-3.0-or-later */

/* People with one skill who work on the roadmap. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

/* BfTeam::kind, in the order of its choices. */
enum
{
  BF_TEAM_INTERNAL,
  BF_TEAM_EXTERNAL,
  BF_N_TEAMS,
};

/* BfTeam::skill, in the order of its choices. */
enum
{
  BF_SKILL_CONTROLS,
  BF_SKILL_APPLICATIONS,
  BF_SKILL_INFRASTRUCTURE,
  BF_SKILL_VALIDATION,
  BF_SKILL_QUALITY,
  BF_SKILL_EQUIPMENT,
  BF_SKILL_KEY_USERS,
  BF_SKILL_FIRST_ARTICLE,
  BF_SKILL_SPECIAL_PROCESSES,
  BF_SKILL_LABORATORY,
  BF_SKILL_MAINTENANCE,
  BF_SKILL_INTEGRATOR,
  BF_N_SKILLS,
};

typedef struct
{
  BfRow row;
  const char *name;
  int kind;
  int skill;
  const char *remark;
} BfTeam;

extern const BfRecord bf_team_record;

G_END_DECLS
