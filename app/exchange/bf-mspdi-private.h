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
  const BfRoadmapActivity *activity; /* whose loads it carries; NULL */
  char *notes;                       /* NULL none */
  GArray *predecessors;              /* int, uids; finish to start */
} BfTask;

/* Of BfTask *, in outline order; the caller unrefs it. */
GPtrArray *bf_mspdi_tasks (const BfRoadmap *roadmap);

G_END_DECLS
