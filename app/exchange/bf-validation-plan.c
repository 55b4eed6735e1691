/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-validation-plan.h"

#include "bf-book-file.h"
#include "bf-plan-defaults.h"
#include "bf-spending.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define UNITS_ROW 3
#define FIRST_ROW 5

/* --- When it is due ----------------------------------------------------------------------- */

static const BfQualificationLine *
line_at (const BfRoadmapStep *step, guint i)
{
  return &g_array_index (step->step->lines, BfQualificationLine, i);
}

/* Which part of the activity's phases has ended with line @index. */
static double
share_done (const BfRoadmapStep *step, guint index, const BfRoadmapActivity *payer)
{
  double done = 0, all = 0;

  for (guint i = 0; i < step->step->lines->len; i++)
    if (!line_at (step, i)->special && bf_spending_payer (step, i) == payer)
      {
        double weeks = bf_estimate_mean (line_at (step, i)->weeks);

        all += weeks;
        done += i <= index ? weeks : 0;
      }
  return all > 0 ? done / all : 1;
}

static gint64
due_day (const BfRoadmap *roadmap, const BfRoadmapStep *step, guint index)
{
  const BfRoadmapActivity *payer = bf_spending_payer (step, index);
  int days, after;

  if (!payer)
    return step->finish;
  if (line_at (step, index)->special)
    return payer->finish;
  days = bf_calendar_count (roadmap->calendar, payer->start, payer->finish);
  after = (int) ceil (days * share_done (step, index, payer) - 1e-9);
  return MIN (payer->finish,
              bf_calendar_add (roadmap->calendar,
                               bf_calendar_next_working (roadmap->calendar, payer->start),
                               MAX (after - 1, 0)));
}

/* --- Who writes it ------------------------------------------------------------------------ */

/* NULL where its systems have several, or none. */
static const char *
business_owner (const BfPlan *plan, const BfRoadmapStep *step)
{
  const char *owner = NULL;

  for (guint i = 0; step->step->systems && i < step->step->systems->len; i++)
    {
      const BfSystem *system =
          BF_ROW (plan, SYSTEM, BfSystem, (guint) g_array_index (step->step->systems, int, i));

      if (!system->owner_business || (owner && strcmp (owner, system->owner_business) != 0))
        return NULL;
      owner = system->owner_business;
    }
  return owner;
}

static const char *
owner_of (const BfRoadmap *roadmap, const BfRoadmapStep *step, int skill)
{
  const BfChoice *skills = bf_record_field (&bf_team_record, "skill")->choices;
  const char *person = skill == BF_SKILL_KEY_USERS ? business_owner (roadmap->plan, step) : NULL;
  int index = bf_plan_team_for_skill (roadmap->plan, roadmap->catalogue, skill);
  const BfTeam *team = index < 0 ? NULL : BF_ROW (roadmap->plan, TEAM, BfTeam, (guint) index);

  if (person)
    return person;
  if (team)
    return team->name ? team->name : team->row.key;
  return skills[skill].id;
}

/* --- The list ----------------------------------------------------------------------------- */

static gboolean
is_wanted (const BfDeliverable *deliverable,
           const BfQualificationLine *line,
           const BfRoadmapStep *step)
{
  int category = step->step->archetype->gamp_category;

  return strcmp (deliverable->phase, line->phase) == 0 &&
         (deliverable->profiles & (1u << step->step->profile)) &&
         (deliverable->categories == 0 ||
          (category >= 0 && (deliverable->categories & (1u << category))));
}

static void
add_documents (GPtrArray *documents,
               const BfRoadmap *roadmap,
               const BfRoadmapStep *step,
               guint index)
{
  guint n;
  const BfDeliverable *all = bf_catalogue_deliverables (roadmap->catalogue, &n);

  for (guint i = 0; i < n; i++)
    if (is_wanted (&all[i], line_at (step, index), step))
      {
        BfValidationDocument *document = g_new0 (BfValidationDocument, 1);

        document->step = step;
        document->deliverable = &all[i];
        document->line = line_at (step, index);
        document->owner = owner_of (roadmap, step, all[i].owner);
        document->due = due_day (roadmap, step, index);
        g_ptr_array_add (documents, document);
      }
}

static int
compare_documents (gconstpointer a, gconstpointer b)
{
  const BfValidationDocument *one = *(const BfValidationDocument *const *) a;
  const BfValidationDocument *two = *(const BfValidationDocument *const *) b;

  if (one->step != two->step)
    return one->step < two->step ? -1 : 1;
  if (one->due != two->due)
    return one->due < two->due ? -1 : 1;
  return one->deliverable < two->deliverable ? -1 : one->deliverable > two->deliverable;
}

GPtrArray *
bf_validation_plan_new (const BfRoadmap *roadmap)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < roadmap->n_steps; i++)
    for (guint k = 0; roadmap->steps[i].step->lines && k < roadmap->steps[i].step->lines->len; k++)
      add_documents (documents, roadmap, &roadmap->steps[i], k);
  g_ptr_array_sort (documents, compare_documents);
  return documents;
}

/* --- The workbook ------------------------------------------------------------------------- */

enum
{
  COL_STEP,
  COL_TITLE,
  COL_SYSTEMS,
  COL_CATEGORY,
  COL_PHASE,
  COL_DOCUMENT,
  COL_UNITS,
  COL_OWNER,
  COL_DUE,
  COL_STATUS,
  COL_REMARK,
  N_COLS,
};

static const BfTableColumn columns[N_COLS] = {
  [COL_STEP] = { N_ ("Step"), "", 16, BF_LOOK_TEXT },
  [COL_TITLE] = { N_ ("Title"), "", 38, BF_LOOK_WRAP },
  [COL_SYSTEMS] = { N_ ("Systems"), "", 18, BF_LOOK_WRAP },
  [COL_CATEGORY] = { N_ ("GAMP"), N_ ("category"), 9, BF_LOOK_CENTRE },
  [COL_PHASE] = { N_ ("Phase"), "", 26, BF_LOOK_WRAP },
  [COL_DOCUMENT] = { N_ ("Document"), "", 40, BF_LOOK_WRAP },
  [COL_UNITS] = { N_ ("Number"), N_ ("one each"), 9, BF_LOOK_COUNT },
  [COL_OWNER] = { N_ ("Owner"), "", 26, BF_LOOK_WRAP },
  [COL_DUE] = { N_ ("Due"), "", 11, BF_LOOK_DAY },
  [COL_STATUS] = { N_ ("Status"), "", 11, BF_LOOK_TEXT },
  [COL_REMARK] = { N_ ("Remark"), "", 24, BF_LOOK_WRAP },
};
static const BfTable documents_table = { "Documents", columns, N_COLS, TRUE };

static const BfTableColumn basis_columns[] = {
  { N_ ("Document"), "", 44, BF_LOOK_WRAP },
  { N_ ("Phase"), "", 16, BF_LOOK_TEXT },
  { N_ ("Basis"), "", 90, BF_LOOK_WRAP },
};
static const BfTable basis_table = { "Basis", basis_columns, G_N_ELEMENTS (basis_columns), FALSE };

static char *
systems_of (const BfPlan *plan, const BfRoadmapStep *step)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; step->step->systems && i < step->step->systems->len; i++)
    {
      guint row = (guint) g_array_index (step->step->systems, int, i);

      g_string_append_printf (
          keys, "%s%s", i ? "; " : "", BF_ROW (plan, SYSTEM, BfSystem, row)->row.key);
    }
  return g_strdup (keys->str);
}

/* Cells of the same kind stand below each other, one look a column. */
static void
write_texts (
    BfSheet *sheet, lxw_row_t at, const BfTableColumn *of, guint n, const char *const *texts)
{
  for (guint i = 0; i < n; i++)
    if (texts[i])
      bf_sheet_text (sheet, at, (lxw_col_t) i, of[i].look, BF_GROUND_PLAIN, texts[i]);
}

static void
write_document (BfSheet *sheet,
                lxw_row_t at,
                const BfPlan *plan,
                const BfValidationDocument *document)
{
  const BfRoadmapStep *step = document->step;
  const BfChoice *categories = bf_record_field (&bf_system_record, "gamp_category")->choices;
  int category = step->step->archetype->gamp_category;
  g_autofree char *systems = systems_of (plan, step);
  const char *texts[N_COLS] = {
    [COL_STEP] = step->key,
    [COL_TITLE] = step->title,
    [COL_SYSTEMS] = systems,
    [COL_CATEGORY] = category < 0 ? NULL : categories[category].id,
    [COL_PHASE] = document->line->name ? document->line->name : document->line->phase,
    [COL_DOCUMENT] = document->deliverable->name,
    [COL_OWNER] = document->owner,
  };

  write_texts (sheet, at, columns, N_COLS, texts);
  bf_sheet_number (
      sheet, at, COL_UNITS, BF_LOOK_COUNT, BF_GROUND_PLAIN, MAX (1, ceil (document->line->units)));
  bf_sheet_day (sheet, at, COL_DUE, BF_LOOK_DAY, BF_GROUND_PLAIN, document->due);
  bf_sheet_text (sheet, at, COL_STATUS, BF_LOOK_TEXT, BF_GROUND_INPUT, _ ("open"));
  bf_sheet_text (sheet, at, COL_REMARK, BF_LOOK_WRAP, BF_GROUND_INPUT, NULL);
  worksheet_set_row (sheet->sheet,
                     at,
                     MAX (bf_sheet_text_height (step->title, columns[COL_TITLE].width),
                          MAX (bf_sheet_text_height (systems, columns[COL_SYSTEMS].width),
                               bf_sheet_text_height (texts[COL_PHASE], columns[COL_PHASE].width))),
                     NULL);
}

static void
offer_states (BfSheet *sheet, guint n)
{
  char *states[] = { (char *) _ ("open"),
                     (char *) _ ("draft"),
                     (char *) _ ("in review"),
                     (char *) _ ("approved"),
                     NULL };
  lxw_data_validation rule = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .value_list = states,
    .error_type = LXW_VALIDATION_ERROR_TYPE_WARNING,
  };

  worksheet_data_validation_range (
      sheet->sheet, FIRST_ROW, COL_STATUS, FIRST_ROW + MAX (n, 1) - 1, COL_STATUS, &rule);
}

static void
write_documents (BfSheet *sheet, const BfRoadmap *roadmap)
{
  g_autoptr (GPtrArray) documents = bf_validation_plan_new (roadmap);
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  const BfProfile *profiles = bf_catalogue_profiles (roadmap->catalogue, NULL);
  g_autofree char *title =
      /* Translators: %s is the name of a plant. */
      g_strdup_printf (_ ("Validation plan of %s"), plant && plant->name ? plant->name : "");

  bf_sheet_part (sheet, 0, 0, BF_PART_TITLE, title);
  bf_sheet_part (sheet, 1, 0, BF_PART_SUBTITLE, profiles[bf_plan_profile (roadmap->plan)].name);
  bf_sheet_part (sheet,
                 2,
                 0,
                 BF_PART_NOTE,
                 _ ("A planning aid: it follows the dates of the roadmap, and proves nothing. What "
                    "the site's own procedures ask for comes first."));
  bf_sheet_add_table (sheet, &documents_table, UNITS_ROW, 0, documents->len);
  for (guint i = 0; i < documents->len; i++)
    write_document (sheet, FIRST_ROW + i, roadmap->plan, documents->pdata[i]);
  offer_states (sheet, documents->len);
  bf_sheet_set_up (sheet, BF_PAPER_A3, UNITS_ROW, 2, 2);
}

static void
write_basis (BfSheet *sheet, const BfRoadmap *roadmap)
{
  guint n;
  const BfDeliverable *all = bf_catalogue_deliverables (roadmap->catalogue, &n);

  bf_sheet_part (sheet, 0, 0, BF_PART_TITLE, _ ("Why these documents"));
  bf_sheet_add_table (sheet, &basis_table, UNITS_ROW, 0, n);
  for (guint i = 0; i < n; i++)
    {
      const char *texts[] = { all[i].name, all[i].phase, all[i].basis };

      write_texts (sheet, FIRST_ROW + i, basis_columns, G_N_ELEMENTS (texts), texts);
      worksheet_set_row (sheet->sheet,
                         FIRST_ROW + i,
                         bf_sheet_text_height (all[i].basis, basis_columns[2].width),
                         NULL);
    }
  bf_sheet_set_up (sheet, BF_PAPER_A4, UNITS_ROW, 2, 1);
}

static void
write_book (lxw_workbook *book, BfWorkbookStyle *style, gpointer data)
{
  const BfRoadmap *roadmap = data;
  BfSheet sheet = { .style = style };

  sheet.sheet = workbook_add_worksheet (book, "Validation plan");
  write_documents (&sheet, roadmap);
  sheet.sheet = workbook_add_worksheet (book, "Basis");
  write_basis (&sheet, roadmap);
}

gboolean
bf_validation_plan_write (const BfRoadmap *roadmap, const char *path, GError **error)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);

  return bf_book_file_save (path,
                            plant && plant->currency ? plant->currency : "EUR",
                            _ ("Validation plan"),
                            write_book,
                            (gpointer) roadmap,
                            error);
}
