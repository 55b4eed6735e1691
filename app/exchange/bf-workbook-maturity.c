/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Maturity: each assessed dimension as claimed, as verified, as it counts, its target,
 * and what it reaches after each phase. Frameworks stand beside each other and are never averaged.
 */

#include "bf-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TOP_ROW 3

static const BfTableColumn columns[BF_N_MATURITY_COLUMNS] = {
  [BF_MATURITY_FRAMEWORK] = { N_ ("Framework"), "", 12, BF_LOOK_TEXT },
  [BF_MATURITY_DIMENSION] = { N_ ("Dimension"), "", 16, BF_LOOK_QUIET },
  [BF_MATURITY_NAME] = { N_ ("Name"), "", 38, BF_LOOK_TEXT },
  [BF_MATURITY_WEIGHT] = { N_ ("Weight"), N_ ("1 to 5"), 8, BF_LOOK_COUNT },
  [BF_MATURITY_CLAIMED] = { N_ ("Claimed"), N_ ("level"), 9, BF_LOOK_LEVEL },
  [BF_MATURITY_VERIFIED] = { N_ ("Verified"), N_ ("level"), 9, BF_LOOK_LEVEL },
  [BF_MATURITY_EFFECTIVE] = { N_ ("Effective"), N_ ("level"), 9, BF_LOOK_LEVEL },
  [BF_MATURITY_CAP] = { N_ ("Capped at"), N_ ("by inventory"), 11, BF_LOOK_LEVEL },
  [BF_MATURITY_COUNTS] = { N_ ("Counts now"), N_ ("level"), 11, BF_LOOK_LEVEL },
  [BF_MATURITY_TARGET] = { N_ ("Target"), N_ ("level"), 9, BF_LOOK_LEVEL },
  [BF_MATURITY_GAP] = { N_ ("Gap"), N_ ("levels"), 9, BF_LOOK_LEVEL },
  [BF_MATURITY_AT_END] = { N_ ("At the end"), N_ ("level"), 10, BF_LOOK_LEVEL },
  [BF_MATURITY_MET_NOW] = { N_ ("Met now"), N_ ("1 yes"), 9, BF_LOOK_COUNT },
  [BF_MATURITY_MET_AT_END] = { N_ ("Met at end"), N_ ("1 yes"), 10, BF_LOOK_COUNT },
};

const BfTable bf_maturity_table = { "Maturity", columns, BF_N_MATURITY_COLUMNS, TRUE };

static double
level_at_end (const BfWorkbook *workbook, guint level)
{
  const BfRoadmap *roadmap = workbook->roadmap;

  if (roadmap->n_phases == 0)
    return roadmap->needs->levels[level].counted;
  return roadmap->phases[roadmap->n_phases - 1].maturity[level];
}

/* Levels are compared in the formulas as here: a hundredth short still counts. */
gboolean
bf_workbook_level_is_met (double level, double target)
{
  return isfinite (target) && isfinite (level) && level >= target - 0.005;
}

static void
met_formula (BfSheet *sheet, lxw_row_t at, guint column, guint level_column, gboolean met)
{
  char target[LXW_MAX_CELL_NAME_LENGTH], level[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (target, at, BF_MATURITY_TARGET);
  lxw_rowcol_to_cell (level, at, (lxw_col_t) level_column);
  bf_sheet_formula (sheet,
                    at,
                    (lxw_col_t) column,
                    bf_sheet_format (sheet, columns[column].look, BF_GROUND_PLAIN),
                    met ? 1 : 0,
                    "=IF(ISBLANK(%s),0,IF(%s>=%s-0.005,1,0))",
                    target,
                    level,
                    target);
}

static void
write_formulas (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, guint i)
{
  const BfLevelNow *level = &workbook->roadmap->needs->levels[i];
  double gap = isfinite (level->target) ? MAX (0, level->target - level->counted) : 0;
  char target[LXW_MAX_CELL_NAME_LENGTH], counts[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (target, at, BF_MATURITY_TARGET);
  lxw_rowcol_to_cell (counts, at, BF_MATURITY_COUNTS);
  bf_sheet_formula (sheet,
                    at,
                    BF_MATURITY_GAP,
                    bf_sheet_format (sheet, BF_LOOK_LEVEL, BF_GROUND_STRONG),
                    gap,
                    "=IF(ISBLANK(%s),0,MAX(0,%s-%s))",
                    target,
                    target,
                    counts);
  met_formula (sheet,
               at,
               BF_MATURITY_MET_NOW,
               BF_MATURITY_COUNTS,
               bf_workbook_level_is_met (level->counted, level->target));
  met_formula (sheet,
               at,
               BF_MATURITY_MET_AT_END,
               BF_MATURITY_AT_END,
               bf_workbook_level_is_met (level_at_end (workbook, i), level->target));
}

static void
write_level (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, guint i)
{
  const BfLevelNow *level = &workbook->roadmap->needs->levels[i];
  const BfResult *result = BF_ROW (workbook->plan, RESULT, BfResult, (guint) level->result);
  const char *const texts[] = { result->framework, result->dimension, result->name };
  const double numbers[] = { level->weight,    level->claimed, level->verified,
                             level->effective, level->cap,     level->counted };

  for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
    bf_sheet_text (sheet, at, (lxw_col_t) k, columns[k].look, BF_GROUND_PLAIN, texts[k]);
  for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
    bf_sheet_number (sheet,
                     at,
                     (lxw_col_t) (BF_MATURITY_WEIGHT + k),
                     columns[BF_MATURITY_WEIGHT + k].look,
                     BF_GROUND_PLAIN,
                     numbers[k]);
  bf_sheet_number (sheet, at, BF_MATURITY_TARGET, BF_LOOK_LEVEL, BF_GROUND_INPUT, level->target);
  bf_sheet_number (
      sheet, at, BF_MATURITY_AT_END, BF_LOOK_LEVEL, BF_GROUND_STRONG, level_at_end (workbook, i));
  write_formulas (workbook, sheet, at, i);
}

/* --- Order --- */

typedef struct
{
  guint level;    /* of the needs */
  gboolean other; /* than the leading framework */
  char *key;      /* of collation: D2 before D10 */
} Place;

static void
clear_place (gpointer place)
{
  g_free (((Place *) place)->key);
}

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  return one->other != other->other ? one->other - other->other : strcmp (one->key, other->key);
}

/* Levels as people count them, those of the leading framework first. */
static GArray *
order_levels (const BfWorkbook *workbook)
{
  const BfNeeds *needs = workbook->roadmap->needs;
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);
  for (guint i = 0; i < needs->n_levels; i++)
    {
      const BfResult *result =
          BF_ROW (workbook->plan, RESULT, BfResult, (guint) needs->levels[i].result);
      const char *dimension = result->dimension ? result->dimension : "";
      Place place = { .level = i, .key = g_utf8_collate_key_for_filename (dimension, -1) };

      place.other = g_strcmp0 (result->framework, workbook->framework) != 0;
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  return places;
}

/* Beside the table: the level after each phase. */
static void
write_phases (BfWorkbook *workbook, BfSheet *sheet, const GArray *places)
{
  const BfRoadmap *roadmap = workbook->roadmap;

  for (guint phase = 0; phase < roadmap->n_phases; phase++)
    {
      g_autofree char *name = bf_workbook_phase_name (workbook, phase);
      g_autofree char *after = g_strdup_printf (_ ("after %s"), name);
      lxw_col_t col = (lxw_col_t) (BF_N_MATURITY_COLUMNS + phase);

      worksheet_set_column (sheet->sheet, col, col, 13, NULL);
      bf_sheet_part (sheet, TOP_ROW, col, BF_PART_UNIT_RIGHT, _ ("level"));
      bf_sheet_part (sheet, TOP_ROW + 1, col, BF_PART_HEADING_RIGHT, after);
      for (guint i = 0; i < roadmap->needs->n_levels; i++)
        bf_sheet_number (sheet,
                         TOP_ROW + 2 + i,
                         col,
                         BF_LOOK_LEVEL,
                         BF_GROUND_PLAIN,
                         roadmap->phases[phase].maturity[g_array_index (places, Place, i).level]);
    }
}

void
bf_workbook_write_maturity (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autofree char *title = bf_workbook_title (workbook, _ ("maturity"));
  g_autoptr (GArray) places = order_levels (workbook);
  guint n = places->len;

  bf_sheet_part (sheet, 0, 0, BF_PART_TITLE, title);
  bf_sheet_part (sheet,
                 1,
                 0,
                 BF_PART_NOTE,
                 _ ("Effective: verified, and of the claim what its proof allows. Counts now: "
                    "effective, at most what the inventory lets it be."));
  bf_sheet_set_up (sheet, BF_PAPER_A4, TOP_ROW, 2, BF_MATURITY_NAME + 1);
  bf_sheet_add_table (sheet, &bf_maturity_table, TOP_ROW, 0, n);
  worksheet_set_row (sheet->sheet, TOP_ROW + 1, 38, NULL);
  for (guint i = 0; i < n; i++)
    write_level (workbook, sheet, TOP_ROW + 2 + i, g_array_index (places, Place, i).level);
  if (n == 0)
    bf_sheet_text (sheet,
                   TOP_ROW + 2,
                   0,
                   BF_LOOK_QUIET,
                   BF_GROUND_PLAIN,
                   _ ("No results: nothing was assessed."));
  write_phases (workbook, sheet, places);
}
