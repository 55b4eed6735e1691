/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tasks that the roadmap becomes, before they are written. */

#pragma once

#include "bf-roadmap.h"

G_BEGIN_DECLS

typedef enum
{
  BF_TASK_SUMMARY,
  BF_TASK_WORK, /* on working days */
  BF_TASK_STOP, /* round the clock */
  BF_TASK_MILESTONE,
} BfTaskKind;

/* As the schema numbers them. */
typedef enum
{
  BF_LINK_FINISH_TO_FINISH = 0,
  BF_LINK_FINISH_TO_START = 1,
  BF_LINK_START_TO_FINISH = 2,
  BF_LINK_START_TO_START = 3,
} BfLinkType;

typedef struct
{
  int uid; /* of the task before */
  BfLinkType type;
  gint64 lag_minutes; /* of working time */
} BfTaskLink;

/* Fields of one's own of a task; a program keeps them when it saves the project. */
typedef enum
{
  BF_TASK_STEP,     /* key of the step */
  BF_TASK_WHAT,     /* "phase", "step", "release", "gate", or the kind of the activity */
  BF_TASK_WINDOW,   /* keys of the windows of a cutover */
  BF_TASK_EXPORTED, /* start as exported, YYYY-MM-DDTHH:MM */
  BF_TASK_LINKS,    /* uids of predecessors as exported, "3;7" */
  BF_N_TASK_FIELDS,
} BfTaskField;

/* Number of the field in the schema (Text1 ..), and its name there. */
#define BF_TASK_FIELD_ID(field) (188743731 + 3 * (int) (field))
#define BF_TASK_FIELD_PREFIX "Brownfield "
const char *bf_task_field_alias (BfTaskField field);

/* What the project says it shows: the plan's id and state follow. */
#define BF_MSPDI_SUBJECT "Brownfield plan "

typedef struct
{
  int uid; /* 1 .., also its place in the list */
  BfTaskKind kind;
  int level;     /* of the outline, 1 .. */
  char *outline; /* "2.1.3" */
  char *name;
  gint64 start, finish; /* minutes */
  gint64 work_minutes;  /* length in working time; 0 of a milestone */
  gboolean critical;
  const BfRoadmapActivity *activity;      /* whose loads it carries; NULL */
  const BfRoadmapStep *step;              /* NULL: a phase or its gate */
  const BfRoadmapCutover *cutover;        /* NULL: none */
  const char *what;                       /* BF_TASK_WHAT */
  gint64 baseline_start, baseline_finish; /* minutes, as approved last; BF_BLANK: not known */
  char *notes;                            /* NULL none */
  GArray *links;                          /* BfTaskLink */
} BfTask;

/* Of BfTask *, in outline order; the caller unrefs it. */
GPtrArray *bf_mspdi_tasks (const BfRoadmap *roadmap);

G_END_DECLS
