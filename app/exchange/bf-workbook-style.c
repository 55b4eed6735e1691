/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-workbook-style.h"

struct _BfWorkbookStyle
{
  lxw_workbook *book; /* borrowed */
  char *unit, *thousands, *millions;
  lxw_format *cells[BF_N_LOOKS][BF_N_GROUNDS];
  lxw_format *parts[BF_N_PARTS];
  lxw_format *signs[BF_N_SIGNS], *bars[BF_N_SIGNS], *conditions[BF_N_CONDITIONS];
  lxw_format *grids[BF_N_BAR_GROUNDS][BF_N_SIGNS];
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
  [BF_SIGN_APPROVED] = { "A", BF_COLOR_WHITE, BF_COLOR_LEGACY, 0, FALSE },
  [BF_SIGN_SHUTDOWN] = { "S", BF_COLOR_INK, BF_COLOR_SHUTDOWN, 0, FALSE },
  [BF_SIGN_FREEZE] = { "F", BF_COLOR_INK, BF_COLOR_FREEZE, 0, FALSE },
};

const char *
bf_sign_letter (BfSign sign)
{
  return sign_traits[sign].letter;
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

static void
set_sign (lxw_format *format, BfSign sign)
{
  const SignTraits *traits = &sign_traits[sign];

  format_set_font_color (format, traits->text);
  if (traits->bold)
    format_set_bold (format);
  set_sign_fill (format, traits);
}

static lxw_format *
new_grid_format (BfWorkbookStyle *style)
{
  lxw_format *format = new_format (style, 8, BF_COLOR_INK);

  format_set_align (format, LXW_ALIGN_CENTER);
  format_set_bottom (format, LXW_BORDER_THIN);
  format_set_bottom_color (format, BF_COLOR_HAIRLINE);
  format_set_left (format, LXW_BORDER_THIN);
  format_set_left_color (format, BF_COLOR_HAIRLINE);
  return format;
}

lxw_format *
bf_workbook_style_sign (BfWorkbookStyle *style, BfSign sign)
{
  lxw_format **slot = &style->signs[sign];

  if (*slot)
    return *slot;
  *slot = new_grid_format (style);
  set_sign (*slot, sign);
  return *slot;
}

/* A condition can fill a cell but write nothing into it: its letter is a number format. */
lxw_format *
bf_workbook_style_bar (BfWorkbookStyle *style, BfSign sign)
{
  lxw_format **slot = &style->bars[sign];
  const char *letter = bf_sign_letter (sign);
  g_autofree char *number = g_strdup_printf ("\"%s\";\"%s\";\"%s\"", letter, letter, letter);

  if (*slot)
    return *slot;
  *slot = workbook_add_format (style->book);
  format_set_num_format (*slot, number);
  set_sign (*slot, sign);
  return *slot;
}

lxw_format *
bf_workbook_style_condition (BfWorkbookStyle *style, BfCondition condition)
{
  static const struct
  {
    lxw_color_t line, text, ground; /* 0: as it is */
    const char *number_format;
  } traits[BF_N_CONDITIONS] = { [BF_CONDITION_YEAR] = { BF_COLOR_YEAR_LINE, 0, 0, NULL },
                                [BF_CONDITION_TODAY] = { BF_COLOR_INK, 0, BF_COLOR_CARD, NULL },
                                [BF_CONDITION_NOW] = { 0, BF_COLOR_INK, BF_COLOR_WHITE, NULL },
                                [BF_CONDITION_DAY] = { 0, 0, 0, "d" },
                                [BF_CONDITION_LETTER] = { 0, 0, 0, "mmmmm" } };
  lxw_format **slot = &style->conditions[condition];

  if (*slot)
    return *slot;
  *slot = workbook_add_format (style->book);
  if (traits[condition].line)
    {
      format_set_left (*slot, LXW_BORDER_THIN);
      format_set_left_color (*slot, traits[condition].line);
    }
  if (traits[condition].text)
    format_set_font_color (*slot, traits[condition].text);
  if (traits[condition].ground)
    format_set_bg_color (*slot, traits[condition].ground);
  if (traits[condition].number_format)
    format_set_num_format (*slot, traits[condition].number_format);
  return *slot;
}

lxw_format *
bf_workbook_style_grid (BfWorkbookStyle *style, BfBarGround ground, BfSign positive)
{
  lxw_format **slot = &style->grids[ground][positive];
  g_autofree char *number = g_strdup_printf ("\"%s\";;", bf_sign_letter (positive));

  if (*slot)
    return *slot;
  *slot = new_grid_format (style);
  format_set_num_format (*slot, positive == BF_SIGN_NONE ? ";;;" : number);
  if (ground == BF_BAR_PHASE)
    format_set_bg_color (*slot, BF_COLOR_LEGACY_TINT);
  return *slot;
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
  format_set_num_format (*slot, year ? "yy" : "mmmmm");
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
