/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The few kinds of text of the timeline, and how a layout asks for their width.
 *
 * Pure layout never measures text itself: whoever paints it hands in a callback, so that screen,
 * print and tests each measure with their own fonts. Sizes are logical pixels. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BF_TEXT_LABEL,          /* name of a step */
  BF_TEXT_LABEL_SELECTED, /* ... of the selected step */
  BF_TEXT_RULER_MAJOR,    /* years, quarters, months, weeks */
  BF_TEXT_RULER_MINOR,    /* quarters, months, weeks, days */
  BF_TEXT_PILL,           /* "Today 17 Mar", "32 h of 376 h" */
  BF_TEXT_PHASE,          /* ribbons */
  BF_TEXT_STRIP,          /* names of shutdowns and freezes, captions of the header */
  BF_TEXT_STONE,          /* system ids beside the stones */
  BF_TEXT_LANE,           /* name of a lane */
  BF_TEXT_LANE_NOTE,      /* count, "5 past support" */
  BF_N_TEXT_KINDS,
} BfTextKind;

typedef struct
{
  double size; /* px */
  int weight;  /* 100 .. 900 */
} BfTextFace;

extern const BfTextFace bf_text_faces[BF_N_TEXT_KINDS];

/* Width of one line of @text in px. */
typedef double (*BfMeasureText) (const char *text, BfTextKind kind, gpointer data);

G_END_DECLS
