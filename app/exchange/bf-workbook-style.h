/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The workbook's formats: the light set of the application's colours on white.
 *
 * A cell is a look (what kind of value) on a ground (what kind of row). Formats are made when first
 * asked for and belong to the workbook. Number formats are written in the file's own language, so
 * that each spreadsheet program shows dates and separators as its user is used to. */

#pragma once

#include <glib.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* Colours, 0xRRGGBB; the names are the roles of the application's palette. */
enum
{
  BF_COLOR_HEADING = 0x4a3426, /* brown of the heading rows */
  BF_COLOR_INK = 0x2b2723,
  BF_COLOR_INK_2 = 0x5e5850,
  BF_COLOR_INK_3 = 0x6b645c,
  BF_COLOR_WHITE = 0xffffff,
  BF_COLOR_HAIRLINE = 0xebe8e4,
  BF_COLOR_YEAR_LINE = 0xc9c2ba,
  BF_COLOR_CARD = 0xf7f5f2,
  BF_COLOR_INPUT = 0xf2f0ed,
  BF_COLOR_BUILD = 0x1b4c8f,
  BF_COLOR_BUILD_TINT = 0xd6e4f5,
  BF_COLOR_BUILD_LABEL = 0x10305a,
  BF_COLOR_PROOF = 0x0d7f5e,
  BF_COLOR_PROOF_TINT = 0xcfece0,
  BF_COLOR_STOP = 0xab340e,
  BF_COLOR_STOP_TINT = 0xfadccf,
  BF_COLOR_BOTH = 0xb97307,
  BF_COLOR_BOTH_TINT = 0xfbe3b4,
  BF_COLOR_CARE = 0x9a5a8a,
  BF_COLOR_CARE_TINT = 0xf3e2ee,
  BF_COLOR_LEGACY = 0x5e3f27,
  BF_COLOR_LEGACY_TINT = 0xeae0d6,
  BF_COLOR_WARN = 0x8a6100,
  BF_COLOR_SHUTDOWN = 0xe5bfa2,
  BF_COLOR_FREEZE = 0xd3dce4,
};

typedef enum
{
  BF_LOOK_TEXT,
  BF_LOOK_QUIET, /* text in the second ink */
  BF_LOOK_WRAP,
  BF_LOOK_CENTRE,
  BF_LOOK_DAY,       /* 23 Mar 31 */
  BF_LOOK_LONG_DAY,  /* 23 Mar 2031 */
  BF_LOOK_MINUTE,    /* 23 Mar 31 06:00 */
  BF_LOOK_QUARTER,   /* Mar 2031 */
  BF_LOOK_THOUSANDS, /* money in units of the currency, shown in thousands */
  BF_LOOK_MONEY,     /* money to the cent */
  BF_LOOK_COUNT,
  BF_LOOK_HOURS,      /* one decimal where there is one */
  BF_LOOK_LEVEL,      /* one decimal */
  BF_LOOK_SHARE,      /* percent */
  BF_LOOK_FINE_SHARE, /* with one decimal */
  BF_LOOK_YEAR,
  BF_N_LOOKS,
} BfLook;

typedef enum
{
  BF_GROUND_PLAIN,
  BF_GROUND_INPUT,  /* what the plan says and a person may change */
  BF_GROUND_STRONG, /* bold */
  BF_GROUND_PHASE,  /* subtotal row */
  BF_GROUND_TOTAL,  /* rule above */
  BF_N_GROUNDS,
} BfGround;

typedef enum
{
  BF_PART_TITLE,
  BF_PART_BAND_TITLE, /* white on brown */
  BF_PART_SUBTITLE,
  BF_PART_SECTION,
  BF_PART_NOTE,
  BF_PART_NOTE_RIGHT,
  BF_PART_HEADING,
  BF_PART_HEADING_RIGHT,
  BF_PART_HEADING_CENTRE,
  BF_PART_UNIT,
  BF_PART_UNIT_RIGHT,
  BF_PART_PHASE_NOTE, /* "gate 1" */
  BF_PART_LINK,       /* to another sheet */
  BF_PART_CARD_LABEL,
  BF_PART_CARD_BLANK,
  BF_PART_CARD_TEXT,
  BF_N_PARTS,
} BfPart;

/* What a cell of the timeline is spent on; letters and fills. */
typedef enum
{
  BF_SIGN_NONE,
  BF_SIGN_BUILD,
  BF_SIGN_OFFLINE,
  BF_SIGN_WAIT,
  BF_SIGN_CUTOVER,
  BF_SIGN_ONLINE,
  BF_SIGN_PARALLEL,
  BF_SIGN_HYPERCARE,
  BF_SIGN_RETIRE,
  BF_SIGN_GATE,
  BF_SIGN_APPROVED, /* of the baseline */
  BF_SIGN_SHUTDOWN,
  BF_SIGN_FREEZE,
  BF_N_SIGNS,
} BfSign;

/* The ground of timeline cells. */
typedef enum
{
  BF_BAR_STEP,
  BF_BAR_PHASE,
  BF_N_BAR_GROUNDS,
} BfBarGround;

/* Formats that only conditions put on: lines and the ruler's. */
typedef enum
{
  BF_CONDITION_YEAR,   /* a rule at the left */
  BF_CONDITION_TODAY,  /* the same, in ink, on a ground */
  BF_CONDITION_NOW,    /* today in the ruler */
  BF_CONDITION_DAY,    /* of the month */
  BF_CONDITION_LETTER, /* of the month */
  BF_N_CONDITIONS,
} BfCondition;

/* Numbers of paper sizes in the file. */
enum
{
  BF_PAPER_A3 = 8,
  BF_PAPER_A4 = 9,
};

typedef struct _BfWorkbookStyle BfWorkbookStyle;

/* @currency is a code such as EUR. The style must not outlive @book. */
BfWorkbookStyle *bf_workbook_style_new (lxw_workbook *book, const char *currency);
void bf_workbook_style_free (BfWorkbookStyle *style);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfWorkbookStyle, bf_workbook_style_free)

lxw_format *bf_workbook_style_cell (BfWorkbookStyle *style, BfLook look, BfGround ground);
lxw_format *bf_workbook_style_part (BfWorkbookStyle *style, BfPart part);
/* A cell with the sign's letter. */
lxw_format *bf_workbook_style_sign (BfWorkbookStyle *style, BfSign sign);
/* What a condition puts on a number: fill, and the letter as its number format. */
lxw_format *bf_workbook_style_bar (BfWorkbookStyle *style, BfSign sign);
lxw_format *bf_workbook_style_condition (BfWorkbookStyle *style, BfCondition condition);
/* A timeline cell whose number does not show; from one on it shows the letter of @positive. */
lxw_format *bf_workbook_style_grid (BfWorkbookStyle *style, BfBarGround ground, BfSign positive);
/* The big figure of a card, or the small one below it, in a number format of its own; @first: in
 * its first column. */
lxw_format *bf_workbook_style_card (BfWorkbookStyle *style,
                                    gboolean big,
                                    gboolean first,
                                    const char *number_format);
/* Heading of a year ("27") or a month ("J") above the timeline, over a date. */
lxw_format *bf_workbook_style_ruler (BfWorkbookStyle *style, gboolean year);

/* "B", "Q", ...; "" for none. */
const char *bf_sign_letter (BfSign sign);

/* "€" or the code; "k€"; "M€". Owned by the style. */
const char *bf_workbook_style_unit (const BfWorkbookStyle *style);
const char *bf_workbook_style_thousands (const BfWorkbookStyle *style);
const char *bf_workbook_style_millions (const BfWorkbookStyle *style);

G_END_DECLS
