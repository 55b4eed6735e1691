/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a column says about how its numbers and dates are meant, see bf-convert.h. */

#include "bf-convert.h"

/* What was counted in one column. */
typedef struct
{
  guint points, commas;
  guint day_first, month_first, dotted, either;
  guint n_plain;  /* plain numbers of a percentage */
  double largest; /* of them */
} Count;

static gboolean
holds_numbers (BfKind kind)
{
  return kind == BF_KIND_INTEGER || kind == BF_KIND_NUMBER || kind == BF_KIND_PERCENT ||
         kind == BF_KIND_MONEY || kind == BF_KIND_ESTIMATE || kind == BF_KIND_CARRY;
}

static void
count_number (Count *count, const char *text)
{
  BfNumberWords words;

  if (!bf_number_words_read (text, BF_MARK_UNKNOWN, &words))
    return;
  count->points += words.evidence == BF_MARK_POINT;
  count->commas += words.evidence == BF_MARK_COMMA;
  if (!words.has_unit)
    {
      count->n_plain++;
      count->largest = MAX (count->largest, words.number);
    }
}

static void
count_points (Count *count, const char *text)
{
  g_auto (GStrv) parts = bf_convert_split_points (text);

  if (!parts)
    {
      count_number (count, text);
      return;
    }
  for (guint i = 0; parts[i]; i++)
    count_number (count, parts[i]);
}

static void
count_date (Count *count, const char *text)
{
  switch (bf_date_words_judge (text))
    {
    case BF_DATE_DAY_FIRST:
      count->day_first++;
      break;
    case BF_DATE_MONTH_FIRST:
      count->month_first++;
      break;
    case BF_DATE_DOTTED:
      count->dotted++;
      break;
    case BF_DATE_EITHER:
      count->either++;
      break;
    case BF_DATE_NONE:
    case BF_DATE_PLAIN:
    default:
      break;
    }
}

static void
count_cell (Count *count, const BfColumn *column, const BfCell *cell)
{
  BfKind kind = column->field->kind;

  if (cell->kind == BF_CELL_NUMBER && !(cell->flags & BF_FORMAT_PERCENT))
    {
      count->n_plain++;
      count->largest = MAX (count->largest, cell->number);
    }
  if (cell->kind != BF_CELL_TEXT)
    return;
  if (kind == BF_KIND_ESTIMATE)
    count_points (count, cell->text);
  else if (holds_numbers (kind))
    count_number (count, cell->text);
  else if (kind == BF_KIND_DAY || kind == BF_KIND_MINUTE)
    count_date (count, cell->text);
}

static void
decide (BfColumn *column, const Count *count)
{
  if ((count->points > 0) != (count->commas > 0))
    column->mark = count->points > 0 ? BF_MARK_POINT : BF_MARK_COMMA;
  if (count->day_first != count->month_first)
    column->order =
        count->day_first > count->month_first ? BF_ORDER_DAY_FIRST : BF_ORDER_MONTH_FIRST;
  else if (count->dotted > 0 || count->day_first > 0)
    column->order = BF_ORDER_DAY_FIRST;
  column->undecided = column->order == BF_ORDER_UNKNOWN && count->either > 0;
  column->shares = column->field->kind == BF_KIND_PERCENT && count->n_plain > 0 &&
                   count->largest <= 1 &&
                   !(column->has_unit && column->unit.kind == BF_UNIT_PERCENT);
}

void
bf_convert_judge (BfLayout *layout, const BfGrid *sheet)
{
  for (guint i = 0; i < layout->columns->len; i++)
    {
      BfColumn *column = &g_array_index (layout->columns, BfColumn, i);
      Count count = { 0 };

      if (column->row >= 0)
        count_cell (&count,
                    column,
                    bf_grid_row_cell (bf_grid_row (sheet, (guint) column->row), column->column));
      else
        for (guint row = layout->first_row; row < sheet->rows->len; row++)
          count_cell (&count, column, bf_grid_row_cell (bf_grid_row (sheet, row), column->column));
      decide (column, &count);
    }
}

void
bf_convert_judge_file (const GPtrArray *layouts, const GPtrArray *sheets)
{
  gboolean points = FALSE, commas = FALSE;
  BfDecimalMark mark = BF_MARK_UNKNOWN;

  for (guint i = 0; i < layouts->len; i++)
    {
      const BfLayout *layout = g_ptr_array_index (layouts, i);
      const BfGrid *sheet = g_ptr_array_index (sheets, i);

      commas |= sheet->separator == ';';
      for (guint j = 0; j < layout->columns->len; j++)
        {
          points |= bf_layout_column (layout, j)->mark == BF_MARK_POINT;
          commas |= bf_layout_column (layout, j)->mark == BF_MARK_COMMA;
        }
    }
  if (points != commas)
    mark = points ? BF_MARK_POINT : BF_MARK_COMMA;
  for (guint i = 0; i < layouts->len; i++)
    {
      BfLayout *layout = g_ptr_array_index (layouts, i);

      for (guint j = 0; j < layout->columns->len; j++)
        {
          BfColumn *column = &g_array_index (layout->columns, BfColumn, j);

          if (column->mark == BF_MARK_UNKNOWN)
            column->mark = mark;
        }
    }
}
