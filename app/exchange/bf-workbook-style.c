/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-workbook-style.h"

struct _BfWorkbookStyle
{
  lxw_workbook *book; /* borrowed */
  char *unit, *thousands, *millions;
  lxw_format *cells[BF_N_LOOKS][BF_N_GROUNDS];
  lxw_format *parts[BF_N_PARTS];
  lxw_format *signs[2][BF_N_SIGNS][BF_N_RULES]; /* in a step's row, in a phase's row */
  lxw_format *rulers[2];
};

typedef struct
{
  const char *number_format; /* NULL: text */
  guint8 align;
} LookTraits;

/* A zero is a dot; a thousand is scaled by the format, so the cell keeps the cents. */
static const LookTraits looks[BF_N_LOOKS] = {
  [BF_LOOK_TEXT] = { NULL, LXW_ALIGN_LEFT },
  [BF_LOOK_QUIET] = { NULL, LXW_ALIGN_LEFT },
  [BF_LOOK_WRAP] = { NULL, LXW_ALIGN_LEFT },
  [BF_LOOK_CENTRE] = { NULL, LXW_ALIGN_CENTER },
  [BF_LOOK_DAY] = { "d mmm yy", LXW_ALIGN_RIGHT },
  [BF_LOOK_LONG_DAY] = { "d mmm yyyy", LXW_ALIGN_LEFT },
  [BF_LOOK_MINUTE] = { "d mmm yy hh:mm", LXW_ALIGN_RIGHT },
  [BF_LOOK_QUARTER] = { "mmm yyyy", LXW_ALIGN_LEFT },
  [BF_LOOK_THOUSANDS] = { "#,##0,;-#,##0,;·", LXW_ALIGN_RIGHT },
  [BF_LOOK_MONEY] = { "#,##0.00;-#,##0.00;·", LXW_ALIGN_RIGHT },
  [BF_LOOK_COUNT] = { "#,##0;-#,##0;·", LXW_ALIGN_RIGHT },
  [BF_LOOK_HOURS] = { "#,##0.0;-#,##0.0;·", LXW_ALIGN_RIGHT },
  [BF_LOOK_LEVEL] = { "0.0;-0.0;0.0", LXW_ALIGN_RIGHT },
  [BF_LOOK_SHARE] = { "0 %;-0 %;·", LXW_ALIGN_RIGHT },
  [BF_LOOK_FINE_SHARE] = { "0.0 %;-0.0 %;0 %", LXW_ALIGN_RIGHT },
  [BF_LOOK_YEAR] = { "0", LXW_ALIGN_LEFT },
};

static const char *
currency_sign (const char *code)
{
  static const char *const signs[][2] = { { "EUR", "€" }, { "GBP", "£" }, { "USD", "$" } };

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strcmp0 (code, signs[i][0]) == 0)
      return signs[i][1];
  return code && *code ? code : "€";
}

/* The workbook's own first format is what empty cells and column widths are measured by. */
static void
set_default_font (lxw_workbook *book)
{
  lxw_format *first = STAILQ_FIRST (book->formats);

  format_set_font_name (first, "Arial");
  format_set_font_size (first, 10);
}

BfWorkbookStyle *
bf_workbook_style_new (lxw_workbook *book, const char *currency)
{
  BfWorkbookStyle *style = g_new0 (BfWorkbookStyle, 1);

  style->book = book;
  style->unit = g_strdup (currency_sign (currency));
  style->thousands = g_strdup_printf ("k%s", style->unit);
  style->millions = g_strdup_printf ("M%s", style->unit);
  set_default_font (book);
  return style;
}

void
bf_workbook_style_free (BfWorkbookStyle *style)
{
  g_free (style->unit);
  g_free (style->thousands);
  g_free (style->millions);
  g_free (style);
}

static lxw_format *
new_format (BfWorkbookStyle *style, double size, lxw_color_t color)
{
  lxw_format *format = workbook_add_format (style->book);

  format_set_font_name (format, "Arial");
  format_set_font_size (format, size);
  format_set_font_color (format, color);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  return format;
}

static void
set_ground (lxw_format *format, BfGround ground)
{
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bottom_color (format, BF_COLOR_HAIRLINE);
  if (ground == BF_GROUND_INPUT)
    format_set_bg_color (format, BF_COLOR_INPUT);
  if (ground == BF_GROUND_PHASE)
    format_set_bg_color (format, BF_COLOR_LEGACY_TINT);
  if (ground == BF_GROUND_TOTAL)
    {
      format_set_top (format, LXW_BORDER_MEDIUM);
      format_set_top_color (format, BF_COLOR_INK);
    }
  if (ground >= BF_GROUND_STRONG)
    format_set_bold (format);
}

lxw_format *
bf_workbook_style_cell (BfWorkbookStyle *style, BfLook look, BfGround ground)
{
  lxw_format **slot = &style->cells[look][ground];
  lxw_color_t color = look == BF_LOOK_QUIET ? BF_COLOR_INK_2 : BF_COLOR_INK;

  if (*slot)
    return *slot;
  *slot = new_format (style, 9, color);
  format_set_align (*slot, looks[look].align);
  if (looks[look].number_format)
    format_set_num_format (*slot, looks[look].number_format);
  if (look == BF_LOOK_WRAP)
    format_set_text_wrap (*slot);
  if (looks[look].align == LXW_ALIGN_LEFT)
    format_set_indent (*slot, 1);
  set_ground (*slot, ground);
  return *slot;
}

typedef struct
{
  double size;
  lxw_color_t color;
  gboolean bold;
  lxw_color_t ground; /* 0: none */
  guint8 align;
} PartTraits;

static const PartTraits part_traits[BF_N_PARTS] = {
  [BF_PART_TITLE] = { 14, BF_COLOR_INK, TRUE, 0, LXW_ALIGN_LEFT },
  [BF_PART_BAND_TITLE] = { 14, BF_COLOR_WHITE, TRUE, BF_COLOR_HEADING, LXW_ALIGN_LEFT },
  [BF_PART_SUBTITLE] = { 10, BF_COLOR_INK_2, FALSE, 0, LXW_ALIGN_LEFT },
  [BF_PART_SECTION] = { 11, BF_COLOR_INK, TRUE, 0, LXW_ALIGN_LEFT },
  [BF_PART_NOTE] = { 8, BF_COLOR_INK_2, FALSE, 0, LXW_ALIGN_LEFT },
  [BF_PART_NOTE_RIGHT] = { 8, BF_COLOR_INK_2, FALSE, 0, LXW_ALIGN_RIGHT },
  [BF_PART_HEADING] = { 9, BF_COLOR_WHITE, TRUE, BF_COLOR_HEADING, LXW_ALIGN_LEFT },
  [BF_PART_HEADING_RIGHT] = { 9, BF_COLOR_WHITE, TRUE, BF_COLOR_HEADING, LXW_ALIGN_RIGHT },
  [BF_PART_HEADING_CENTRE] = { 9, BF_COLOR_WHITE, TRUE, BF_COLOR_HEADING, LXW_ALIGN_CENTER },
  [BF_PART_UNIT] = { 8, BF_COLOR_WHITE, FALSE, BF_COLOR_HEADING, LXW_ALIGN_LEFT },
  [BF_PART_UNIT_RIGHT] = { 8, BF_COLOR_WHITE, FALSE, BF_COLOR_HEADING, LXW_ALIGN_RIGHT },
  [BF_PART_PHASE_NOTE] = { 8, BF_COLOR_INK_2, FALSE, BF_COLOR_LEGACY_TINT, LXW_ALIGN_RIGHT },
  [BF_PART_LINK] = { 8, 0x1a5fb4, FALSE, 0, LXW_ALIGN_LEFT },
  [BF_PART_CARD_LABEL] = { 9, BF_COLOR_INK_2, TRUE, BF_COLOR_CARD, LXW_ALIGN_LEFT },
  [BF_PART_CARD_BLANK] = { 9, BF_COLOR_INK_2, FALSE, BF_COLOR_CARD, LXW_ALIGN_LEFT },
  [BF_PART_CARD_TEXT] = { 9, BF_COLOR_INK_2, FALSE, BF_COLOR_CARD, LXW_ALIGN_LEFT },
};

static gboolean
wraps (BfPart part)
{
  return part == BF_PART_HEADING || part == BF_PART_HEADING_RIGHT;
}

/* The brown line at the left of a card. */
static void
set_card_edge (lxw_format *format)
{
  format_set_indent (format, 1);
  format_set_left (format, LXW_BORDER_THICK);
  format_set_left_color (format, BF_COLOR_HEADING);
}

lxw_format *
bf_workbook_style_part (BfWorkbookStyle *style, BfPart part)
{
  const PartTraits *traits = &part_traits[part];
  lxw_format **slot = &style->parts[part];

  if (*slot)
    return *slot;
  *slot = new_format (style, traits->size, traits->color);
  format_set_align (*slot, traits->align);
  if (traits->bold)
    format_set_bold (*slot);
  if (traits->ground)
    format_set_bg_color (*slot, traits->ground);
  if (part == BF_PART_LINK)
    format_set_underline (*slot, LXW_UNDERLINE_SINGLE);
  if (wraps (part))
    format_set_text_wrap (*slot);
  if (traits->ground && traits->align == LXW_ALIGN_LEFT)
    format_set_indent (*slot, 1);
  if (part == BF_PART_CARD_LABEL)
    set_card_edge (*slot);
  return *slot;
}

lxw_format *
bf_workbook_style_card (BfWorkbookStyle *style,
                        gboolean big,
                        gboolean first,
                        const char *number_format)
{
  lxw_format *format = new_format (style, big ? 18 : 9, big ? BF_COLOR_INK : BF_COLOR_INK_2);

  format_set_bg_color (format, BF_COLOR_CARD);
  format_set_align (format, LXW_ALIGN_LEFT);
  if (first)
    set_card_edge (format);
  if (big)
    format_set_bold (format);
  if (number_format)
    format_set_num_format (format, number_format);
  return format;
}

typedef struct
{
  const char *letter;
  lxw_color_t text;
  lxw_color_t ground;  /* 0: none */
  lxw_color_t pattern; /* hatch; 0: none */
  gboolean bold;
} SignTraits;

static const SignTraits sign_traits[BF_N_SIGNS] = {
  [BF_SIGN_NONE] = { "", BF_COLOR_INK, 0, 0, FALSE },
  [BF_SIGN_BUILD] = { "B", BF_COLOR_BUILD_LABEL, BF_COLOR_BUILD_TINT, 0, FALSE },
  [BF_SIGN_OFFLINE] = { "Q", BF_COLOR_INK, BF_COLOR_PROOF_TINT, BF_COLOR_PROOF, TRUE },
  [BF_SIGN_WAIT] = { "–", BF_COLOR_INK_2, 0, 0, FALSE },
  [BF_SIGN_CUTOVER] = { "C", BF_COLOR_WHITE, BF_COLOR_STOP, 0, TRUE },
  [BF_SIGN_ONLINE] = { "Q", BF_COLOR_WHITE, BF_COLOR_PROOF, 0, TRUE },
  [BF_SIGN_PARALLEL] = { "‖", BF_COLOR_INK, BF_COLOR_BOTH_TINT, 0, TRUE },
  [BF_SIGN_HYPERCARE] = { "H", BF_COLOR_INK, BF_COLOR_CARE_TINT, 0, FALSE },
  [BF_SIGN_RETIRE] = { "X", BF_COLOR_INK, BF_COLOR_LEGACY_TINT, 0, FALSE },
  [BF_SIGN_GATE] = { "◆", BF_COLOR_INK, BF_COLOR_LEGACY_TINT, 0, TRUE },
};

const char *
bf_sign_letter (BfSign sign)
{
  return sign_traits[sign].letter;
}

static void
set_rule (lxw_format *format, BfRule rule)
{
  static const struct
  {
    guint8 line;
    lxw_color_t color;
  } lines[BF_N_RULES] = { [BF_RULE_NONE] = { LXW_BORDER_THIN, BF_COLOR_HAIRLINE },
                          [BF_RULE_YEAR] = { LXW_BORDER_THIN, BF_COLOR_YEAR_LINE },
                          [BF_RULE_TODAY] = { LXW_BORDER_MEDIUM, BF_COLOR_INK } };

  format_set_left (format, lines[rule].line);
  format_set_left_color (format, lines[rule].color);
}

static void
set_sign_fill (lxw_format *format, const SignTraits *traits)
{
  if (traits->pattern)
    {
      format_set_pattern (format, LXW_PATTERN_LIGHT_UP);
      format_set_fg_color (format, traits->pattern);
      format_set_bg_color (format, traits->ground);
    }
  else if (traits->ground)
    format_set_bg_color (format, traits->ground);
}

static lxw_format *
sign_format (BfWorkbookStyle *style, gboolean phase, BfSign sign, BfRule rule)
{
  lxw_format **slot = &style->signs[phase][sign][rule];
  const SignTraits *traits = &sign_traits[sign];

  if (*slot)
    return *slot;
  *slot = new_format (style, sign == BF_SIGN_GATE ? 10 : 8, traits->text);
  format_set_align (*slot, LXW_ALIGN_CENTER);
  if (traits->bold)
    format_set_bold (*slot);
  format_set_bottom (*slot, LXW_BORDER_THIN);
  format_set_bottom_color (*slot, BF_COLOR_HAIRLINE);
  set_rule (*slot, rule);
  if (phase)
    format_set_bg_color (*slot, BF_COLOR_LEGACY_TINT);
  else
    set_sign_fill (*slot, traits);
  return *slot;
}

lxw_format *
bf_workbook_style_sign (BfWorkbookStyle *style, BfSign sign, BfRule rule)
{
  return sign_format (style, FALSE, sign, rule);
}

lxw_format *
bf_workbook_style_phase_cell (BfWorkbookStyle *style, BfSign sign, BfRule rule)
{
  return sign_format (style, TRUE, sign, rule);
}

lxw_format *
bf_workbook_style_ruler (BfWorkbookStyle *style, gboolean year)
{
  lxw_format **slot = &style->rulers[year ? 1 : 0];

  if (*slot)
    return *slot;
  *slot = new_format (style, year ? 9 : 8, BF_COLOR_WHITE);
  format_set_bg_color (*slot, BF_COLOR_HEADING);
  format_set_align (*slot, LXW_ALIGN_CENTER);
  if (year)
    format_set_bold (*slot);
  return *slot;
}

const char *
bf_workbook_style_unit (const BfWorkbookStyle *style)
{
  return style->unit;
}

const char *
bf_workbook_style_thousands (const BfWorkbookStyle *style)
{
  return style->thousands;
}

const char *
bf_workbook_style_millions (const BfWorkbookStyle *style)
{
  return style->millions;
}
