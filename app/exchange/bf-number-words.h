/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers as people type them: "1.234,5", "18’000.50", "12 k€", "3,5 T€", "14 500.—", "36 h".
 *
 * One form can be read two ways: "1.234". Its column decides, else its file, else a point is a
 * point; never the locale of the machine. */

#pragma once

#include "bf-unit.h"

G_BEGIN_DECLS

typedef enum
{
  BF_MARK_UNKNOWN,
  BF_MARK_POINT,
  BF_MARK_COMMA,
} BfDecimalMark;

typedef struct
{
  double number; /* as written, before any unit */
  BfUnit unit;
  gboolean has_unit;
  gboolean ambiguous;     /* read as @mark says, and could be read otherwise */
  BfDecimalMark evidence; /* the mark, when it can only be read one way */
} BfNumberWords;

/* FALSE when the text is no number. */
gboolean bf_number_words_read (const char *text, BfDecimalMark mark, BfNumberWords *words);

G_END_DECLS
