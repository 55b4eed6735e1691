/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell of a spreadsheet as its file keeps it.
 *
 * A day is a day: `number` of a date counts days since 1970-01-01 with the time of day as its
 * fraction, whatever epoch the file uses, and no time zone moves it. A date cell whose serial is
 * no day (0, 60, negative) has `number` NAN and the serial in `text`. Texts belong to whoever
 * delivers the cell. */

#pragma once

#include <glib.h>
#include <math.h>

G_BEGIN_DECLS

typedef enum
{
  BF_CELL_BLANK,
  BF_CELL_TEXT,    /* text */
  BF_CELL_NUMBER,  /* number, code; text when the file says how it is shown */
  BF_CELL_DATE,    /* number, code, flags; text as above */
  BF_CELL_BOOLEAN, /* number 0 or 1 */
  BF_CELL_ERROR,   /* text, such as #N/A */
  BF_CELL_FORMULA, /* a formula whose result the file does not hold */
} BfCellKind;

/* What a number format shows. */
typedef enum
{
  BF_FORMAT_DATE = 1 << 0,
  BF_FORMAT_TIME = 1 << 1,    /* hours of a day */
  BF_FORMAT_ELAPSED = 1 << 2, /* [h]:mm, a duration; also h:mm without a date */
  BF_FORMAT_PERCENT = 1 << 3,
  BF_FORMAT_TEXT = 1 << 4,
} BfFormatFlags;

typedef struct
{
  BfCellKind kind;
  guint flags; /* BfFormatFlags */
  double number;
  const char *text;
  const char *code; /* number format, NULL: general */
} BfCell;

#define BF_CELL_NOTHING ((BfCell){ BF_CELL_BLANK, 0, 0, NULL, NULL })

/* Reads a number format of the spreadsheet programs ("dd\.mm\.yyyy", "[h]:mm", "0%"). */
guint bf_format_flags (const char *code);

/* The text a person sees in the cell, independent of the locale and without thousands marks:
 * 12 shown by 0000 is "0012". NULL when the cell is blank. Owned by the caller. */
char *bf_cell_shown (const BfCell *cell);

/* The shortest text that reads back to the same number; at most 15 digits if they do. */
char *bf_number_shortest (double number);

/* "A" for 0, "XFD" for 16383. Owned by the caller. */
char *bf_column_letters (guint column);

G_END_DECLS
