/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-layout.h"

#include "bf-loose.h"
#include "bf-words.h"

#define HEADING_ROWS 30
/* Rows below the headings that are asked whether their words fit a column. */
#define ASKED_ROWS 50

/* Where headings were found, and what the names of sheet and file say of each record. */
typedef struct
{
  const BfGrid *sheet;
  guint row; /* of the headings */
  const double *names;
} Place;

/* A try: the headings of a row, read as one record. */
typedef struct
{
  BfRecordKind kind;
  gboolean periods;
  GArray *columns; /* BfColumn */
  GPtrArray *unknown;
  guint n_headings;
  guint n_fields;
  guint n_exact;
  double worth;
  const BfField *missing;
  int twice_a, twice_b;
} Try;

static void
clear_column (gpointer data)
{
  g_free (((BfColumn *) data)->heading);
}

static void
try_clear (Try *attempt)
{
  g_clear_pointer (&attempt->columns, g_array_unref);
  g_clear_pointer (&attempt->unknown, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Try, try_clear)

/* --- Headings of a row -------------------------------------------------------------------- */

static char *
cell_words (const BfGridRow *row, guint column)
{
  const BfCell *cell = bf_grid_row_cell (row, column);

  return cell->kind == BF_CELL_TEXT ? bf_tidy (cell->text) : NULL;
}

static void
free_heading (gpointer heading)
{
  if (heading)
    bf_heading_free (heading);
}

/* One heading a column; NULL where there is none. @above may be NULL. */
static GPtrArray *
read_headings (const BfGridRow *row, const BfGridRow *above)
{
  guint n = above ? MAX (row->n_cells, above->n_cells) : row->n_cells;
  GPtrArray *headings = g_ptr_array_new_with_free_func (free_heading);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *lower = cell_words (row, i);
      g_autofree char *upper = above ? cell_words (above, i) : NULL;
      g_autofree char *both = upper && lower && !g_str_equal (upper, lower)
                                  ? g_strconcat (upper, " ", lower, NULL)
                                  : NULL;
      const char *text = both ? both : lower ? lower : upper;

      g_ptr_array_add (headings, text && *text ? bf_heading_new (text) : NULL);
    }
  return headings;
}

static int
find_column (const Try *attempt, const BfHeadingMatch *match)
{
  for (guint i = 0; i < attempt->columns->len; i++)
    {
      const BfColumn *column = &g_array_index (attempt->columns, BfColumn, i);

      if (column->field == match->field && column->part == match->part)
        return (int) i;
    }
  return -1;
}

static void
add_column (Try *attempt,
            const BfHeading *heading,
            guint at,
            BfRecordKind kind,
            const BfHeadingMatch *match)
{
  BfColumn column = {
    .column = at,
    .row = -1,
    .heading = g_strdup (bf_heading_text (heading)),
    .kind = kind,
    .field = match->field,
    .part = match->part,
    .unit = match->unit ? *match->unit : BF_UNIT_NOTHING,
    .has_unit = match->unit != NULL,
  };
  int other = find_column (attempt, match);

  if (other >= 0 && attempt->twice_a < 0)
    {
      attempt->twice_a = other;
      attempt->twice_b = (int) attempt->columns->len;
    }
  attempt->n_fields += other < 0 && match->part <= 1;
  attempt->n_exact += other < 0 && match->part <= 1 && match->exact;
  g_array_append_val (attempt->columns, column);
}

/* Key and team of a capacity come from the list of teams it stands in; the remark of a row is the
 * period's. */
static gboolean
match_period (const BfHeading *heading, gboolean weak, BfHeadingMatch *match)
{
  return bf_heading_match (heading, BF_CAPACITY, weak, match) &&
         match->field != &bf_capacity_record.fields[0] && match->field->kind != BF_KIND_REFERENCE;
}

static gboolean
match_heading (const Try *attempt,
               const BfHeading *heading,
               gboolean weak,
               BfRecordKind *kind,
               BfHeadingMatch *match)
{
  *kind = BF_CAPACITY;
  if (attempt->periods && match_period (heading, weak, match))
    return TRUE;
  *kind = attempt->kind;
  return bf_heading_match (heading, attempt->kind, weak, match);
}

static void
match_row (Try *attempt, const GPtrArray *headings)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  BfHeadingMatch match;
  BfRecordKind kind;

  for (guint i = 0; i < headings->len; i++)
    {
      const BfHeading *heading = g_ptr_array_index (headings, i);

      if (!heading)
        continue;
      attempt->n_headings++;
      if (match_heading (attempt, heading, FALSE, &kind, &match))
        add_column (attempt, heading, i, kind, &match);
      else
        g_array_append_val (open, i);
    }
  for (guint i = 0; i < open->len; i++)
    {
      guint at = g_array_index (open, guint, i);
      const BfHeading *heading = g_ptr_array_index (headings, at);

      if (match_heading (attempt, heading, TRUE, &kind, &match) &&
          find_column (attempt, &match) < 0)
        add_column (attempt, heading, at, kind, &match);
      else
        g_ptr_array_add (attempt->unknown, g_strdup (bf_heading_text (heading)));
    }
}

/* --- Is it this record? ------------------------------------------------------------------- */

/* Keys that are made of other fields when there is no column for them. */
static gboolean
makes_key (BfRecordKind kind)
{
  return kind == BF_PLANT || kind == BF_INTERFACE || kind == BF_RESULT || kind == BF_CAPACITY;
}

static gboolean
has_field_in (const GArray *columns, const BfField *field)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_array_index (columns, BfColumn, i).field == field)
      return TRUE;
  return FALSE;
}

/* The first required field without a column; NULL when there is none. */
static const BfField *
find_missing (BfRecordKind kind, const GArray *columns)
{
  const BfRecord *record = bf_record (kind);

  for (guint i = makes_key (kind); i < record->n_fields; i++)
    if (record->fields[i].required && !has_field_in (columns, &record->fields[i]))
      return &record->fields[i];
  return NULL;
}

static void
check_required (Try *attempt)
{
  attempt->missing = find_missing (attempt->kind, attempt->columns);
}

/* Records beyond the inputs of a plan are taken only from a sheet that bears their name. */
static gboolean
needs_name (BfRecordKind kind)
{
  return kind > BF_EVIDENCE || kind == BF_ASSESSMENT || kind == BF_CAPACITY || kind == BF_EVIDENCE;
}

static double
name_worth (const BfGrid *sheet, const char *file, BfRecordKind kind)
{
  if (sheet->name && bf_heading_names_record (sheet->name, kind))
    return 4;
  return file && bf_heading_names_record (file, kind) ? (sheet->name ? 1 : 4) : 0;
}

/* Two headings are enough when one of them is a name of a key that no other record has. */
static gboolean
has_own_key (const Try *attempt)
{
  const BfField *key = &bf_record (attempt->kind)->fields[0];

  return attempt->n_exact >= 1 && !g_str_equal (key->label, "Key") &&
         has_field_in (attempt->columns, key) && attempt->n_fields == attempt->n_headings;
}

/* 0 when the headings do not make this record. */
static double
judge (const Try *attempt, double name)
{
  guint least = name > 0 || has_own_key (attempt) ? 2 : 3;
  gboolean enough = attempt->n_fields >= least &&
                    (attempt->n_fields * 3 >= attempt->n_headings || attempt->n_fields >= 6);
  double worth = attempt->n_fields + 0.1 * attempt->n_exact + name;

  if (!enough || (needs_name (attempt->kind) && name == 0))
    return 0;
  if (!attempt->missing)
    return worth;
  /* A table that lacks a required column is told about, unless another record fits. */
  if (has_own_key (attempt))
    return worth / 1000;
  return attempt->n_fields * 2 >= attempt->n_headings && attempt->n_fields >= (name > 0 ? 2 : 4)
             ? worth / 1000
             : 0;
}

/* TRUE when words stand below a column of choices, and it knows none of them: "MES" is a type of
 * system, but no kind of team. */
static gboolean
is_strange (const BfColumn *column, const Place *place)
{
  guint last = MIN (place->sheet->rows->len, place->row + 1 + ASKED_ROWS);
  gboolean filled = FALSE;

  if (column->field->kind != BF_KIND_CHOICE)
    return FALSE;
  for (guint i = place->row + 1; i < last; i++)
    {
      g_autofree char *words = cell_words (bf_grid_row (place->sheet, i), column->column);

      if (words && *words && bf_words_choice (column->field->choices, words) >= 0)
        return FALSE;
      filled |= words && *words;
    }
  return filled;
}

static guint
count_strange (const Try *attempt, const Place *place)
{
  guint n = 0;

  for (guint i = 0; i < attempt->columns->len; i++)
    n += is_strange (&g_array_index (attempt->columns, BfColumn, i), place);
  return n;
}

static void
try_as (Try *attempt,
        BfRecordKind kind,
        gboolean periods,
        const GPtrArray *headings,
        const Place *place)
{
  *attempt = (Try){ .kind = kind, .periods = periods, .twice_a = -1, .twice_b = -1 };
  attempt->columns = g_array_new (FALSE, FALSE, sizeof (BfColumn));
  g_array_set_clear_func (attempt->columns, clear_column);
  attempt->unknown = g_ptr_array_new_with_free_func (g_free);
  match_row (attempt, headings);
  check_required (attempt);
  attempt->worth = judge (attempt, place->names[kind]);
  /* A misspelt word still leaves the table its record; between two records it decides. */
  if (attempt->worth > 1)
    attempt->worth = MAX (0.5, attempt->worth - 1.5 * count_strange (attempt, place));
}

static gboolean
has_record (const Try *attempt, BfRecordKind kind)
{
  for (guint i = 0; i < attempt->columns->len; i++)
    {
      const BfColumn *column = &g_array_index (attempt->columns, BfColumn, i);

      if (column->kind == kind && !g_str_equal (column->field->column, "remark"))
        return TRUE;
    }
  return FALSE;
}

static void
try_record (Try *attempt, BfRecordKind kind, const GPtrArray *headings, const Place *place)
{
  try_as (attempt, kind, kind == BF_TEAM, headings, place);
  if (kind != BF_TEAM || has_record (attempt, BF_CAPACITY))
    return;
  try_clear (attempt);
  try_as (attempt, kind, FALSE, headings, place);
}

/* --- The heading row ---------------------------------------------------------------------- */

static void
take_try (BfLayout *layout, Try *attempt, guint row, double *best)
{
  if (attempt->worth <= *best)
    return;
  *best = attempt->worth;
  g_array_unref (layout->columns);
  g_ptr_array_unref (layout->unknown);
  layout->columns = g_steal_pointer (&attempt->columns);
  layout->unknown = g_steal_pointer (&attempt->unknown);
  layout->kind = attempt->kind;
  layout->periods = attempt->periods;
  layout->missing = attempt->missing;
  layout->twice_a = attempt->twice_a;
  layout->twice_b = attempt->twice_b;
  layout->heading_row = row;
  layout->first_row = row + 1;
}

/* How many headings each record knows: most rows of a sheet are settled by that alone. */
static void
count_known (const GPtrArray *headings, guint *counts)
{
  for (guint i = 0; i < headings->len; i++)
    {
      const BfHeading *heading = g_ptr_array_index (headings, i);
      guint32 bits = heading ? bf_heading_records (heading) : 0;

      for (int kind = 0; bits; kind++, bits >>= 1)
        counts[kind] += bits & 1;
    }
}

static void
try_headings (BfLayout *layout, const GPtrArray *headings, const Place *place, double *best)
{
  guint counts[BF_N_RECORDS] = { 0 };

  count_known (headings, counts);
  counts[BF_TEAM] += counts[BF_CAPACITY];
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      g_auto (Try) attempt = { 0 };

      if (kind == BF_BASELINE || kind == BF_OVERRIDE || counts[kind] < 2)
        continue;
      try_record (&attempt, (BfRecordKind) kind, headings, place);
      take_try (layout, &attempt, place->row, best);
    }
}

static void
find_table (BfLayout *layout, const BfGrid *sheet, const double *names)
{
  double best = 0;

  for (guint i = 0; i < MIN (sheet->rows->len, HEADING_ROWS); i++)
    {
      const BfGridRow *row = bf_grid_row (sheet, i);
      const BfGridRow *above = i > 0 ? bf_grid_row (sheet, i - 1) : NULL;
      g_autoptr (GPtrArray) one = read_headings (row, NULL);
      Place place = { .sheet = sheet, .row = i, .names = names };

      try_headings (layout, one, &place, &best);
      if (above && above->row + 1 == row->row)
        {
          g_autoptr (GPtrArray) two = read_headings (row, above);

          try_headings (layout, two, &place, &best);
        }
    }
}

/* --- Units below the headings ------------------------------------------------------------- */

static gboolean
is_unit_word (const char *text, BfUnit *unit)
{
  g_autofree char *bare = g_strdup (text);
  gsize length = strlen (bare);

  if (length > 2 && (bare[0] == '[' || bare[0] == '('))
    {
      bare[length - 1] = '\0';
      return bf_unit_read (bare + 1, unit);
    }
  return bf_unit_read (bare, unit);
}

/* TRUE when all that the row holds are units (dashes and blanks aside). */
static gboolean
is_unit_row (const BfGridRow *row)
{
  guint n_units = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = cell_words (row, i);
      g_autofree char *loose = text ? bf_loose (text) : NULL;
      BfUnit unit;

      if (row->cells[i].kind == BF_CELL_BLANK || (text && !*loose && !g_str_equal (text, "%")))
        continue;
      if (!text || !is_unit_word (text, &unit))
        return FALSE;
      n_units++;
    }
  return n_units > 0;
}

static void
read_units (BfLayout *layout, const BfGrid *sheet)
{
  const BfGridRow *row;

  if (layout->first_row >= sheet->rows->len)
    return;
  row = bf_grid_row (sheet, layout->first_row);
  if (!is_unit_row (row))
    return;
  layout->first_row++;
  for (guint i = 0; i < layout->columns->len; i++)
    {
      BfColumn *column = &g_array_index (layout->columns, BfColumn, i);
      g_autofree char *text = cell_words (row, column->column);

      if (text && *text && is_unit_word (text, &column->unit))
        column->has_unit = TRUE;
    }
}

/* --- A plant as field and value ----------------------------------------------------------- */

static guint
first_filled (const BfGridRow *row)
{
  guint i = 0;

  while (i < row->n_cells && row->cells[i].kind == BF_CELL_BLANK)
    i++;
  return i;
}

/* "Field, Value" over two columns says that a record stands down the rows. */
static gboolean
is_pair_heading (const char *left, const BfGridRow *row, guint at)
{
  g_autofree char *text = cell_words (row, at + 1);
  g_autofree char *field = bf_loose (left);
  g_autofree char *value = text ? bf_loose (text) : NULL;

  return value && (g_str_equal (field, "field") || g_str_equal (field, "feld")) &&
         (g_str_equal (value, "value") || g_str_equal (value, "wert"));
}

static void
find_pairs (BfLayout *layout, const BfGrid *sheet, gboolean named)
{
  guint least = named ? 2 : 4;
  g_auto (Try) attempt = { .kind = BF_PLANT, .twice_a = -1, .twice_b = -1 };

  attempt.columns = g_array_new (FALSE, FALSE, sizeof (BfColumn));
  g_array_set_clear_func (attempt.columns, clear_column);
  attempt.unknown = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < MIN (sheet->rows->len, 100); i++)
    {
      const BfGridRow *row = bf_grid_row (sheet, i);
      guint at = first_filled (row);
      g_autofree char *text = cell_words (row, at);
      g_autoptr (BfHeading) heading = text ? bf_heading_new (text) : NULL;
      BfHeadingMatch match;

      if (!heading || row->n_cells > at + 3)
        continue;
      if (bf_heading_match (heading, BF_PLANT, FALSE, &match))
        {
          add_column (&attempt, heading, at + 1, BF_PLANT, &match);
          g_array_index (attempt.columns, BfColumn, attempt.columns->len - 1).row = (int) i;
        }
      else if (is_pair_heading (text, row, at))
        least = 2;
      else if (row->n_cells > at + 1)
        g_ptr_array_add (attempt.unknown, g_strdup (text));
    }
  if (attempt.n_fields >= least && attempt.n_fields >= attempt.unknown->len)
    {
      double best = 0;

      attempt.worth = 1;
      check_required (&attempt);
      take_try (layout, &attempt, 0, &best);
      layout->pairs = TRUE;
      layout->first_row = 0;
    }
}

/* --- Public ------------------------------------------------------------------------------- */

BfLayout *
bf_layout_new (BfRecordKind kind, guint heading_row)
{
  BfLayout *layout = g_new0 (BfLayout, 1);

  layout->kind = kind;
  layout->heading_row = heading_row;
  layout->first_row = heading_row + 1;
  layout->twice_a = layout->twice_b = -1;
  layout->columns = g_array_new (FALSE, FALSE, sizeof (BfColumn));
  g_array_set_clear_func (layout->columns, clear_column);
  layout->unknown = g_ptr_array_new_with_free_func (g_free);
  return layout;
}

BfLayout *
bf_layout_new_bare (BfRecordKind kind)
{
  BfLayout *layout = bf_layout_new (kind, 0);

  layout->first_row = 0;
  layout->bare = TRUE;
  return layout;
}

void
bf_layout_add (BfLayout *layout, guint column, const char *heading, const BfField *field, int part)
{
  g_autoptr (BfHeading) words = bf_heading_new (heading);
  const BfUnit *unit = bf_heading_unit (words);
  BfColumn added = {
    .column = column,
    .row = -1,
    .heading = g_strdup (bf_heading_text (words)),
    .kind = layout->kind,
    .field = field,
    .part = part,
    .unit = unit ? *unit : BF_UNIT_NOTHING,
    .has_unit = unit != NULL,
  };

  g_array_append_val (layout->columns, added);
}

gboolean
bf_layout_has_column (const BfLayout *layout, guint column)
{
  for (guint i = 0; i < layout->columns->len; i++)
    if (bf_layout_column (layout, i)->column == column)
      return TRUE;
  return FALSE;
}

void
bf_layout_settle (BfLayout *layout, const BfGrid *sheet)
{
  layout->missing = find_missing (layout->kind, layout->columns);
  if (!layout->bare)
    read_units (layout, sheet);
}

BfLayout *
bf_layout_find (const BfGrid *sheet, const char *file)
{
  BfLayout *layout = bf_layout_new (BF_NO_RECORD, 0);
  double names[BF_N_RECORDS];

  layout->first_row = 0;
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    names[kind] = name_worth (sheet, file, (BfRecordKind) kind);
  find_table (layout, sheet, names);
  if (layout->kind == BF_NO_RECORD || (layout->missing && layout->kind != BF_PLANT))
    find_pairs (layout, sheet, names[BF_PLANT] > 0);
  if (layout->kind != BF_NO_RECORD && !layout->pairs)
    read_units (layout, sheet);
  return layout;
}

void
bf_layout_free (BfLayout *layout)
{
  g_array_unref (layout->columns);
  g_ptr_array_unref (layout->unknown);
  g_free (layout);
}

const BfColumn *
bf_layout_column (const BfLayout *layout, guint index)
{
  return &g_array_index (layout->columns, BfColumn, index);
}

const BfColumn *
bf_layout_column_of (const BfLayout *layout, const BfField *field)
{
  for (guint i = 0; i < layout->columns->len; i++)
    if (bf_layout_column (layout, i)->field == field)
      return bf_layout_column (layout, i);
  return NULL;
}
