/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets Decisions and Claims: what was and must be decided; what is claimed, how far it is
 * proven, and by what. */

#include "bf-workbook-list.h"

#include <glib/gi18n-lib.h>

#define TOP_ROW 3

/* Two lists below each other, on one page's width. */
static void
write_both (BfWorkbook *workbook,
            BfSheet *sheet,
            const BfList *first,
            const BfList *second,
            const GPtrArray *of_second)
{
  lxw_row_t at;

  bf_sheet_set_up (sheet, BF_PAPER_A4, 0, 0, 0);
  worksheet_freeze_panes (sheet->sheet, TOP_ROW, 2);
  at = bf_list_write (workbook, sheet, first, TOP_ROW, NULL);
  at = bf_list_write (workbook, sheet, second, at + 1, of_second);
  worksheet_print_area (
      sheet->sheet, 0, 0, at, (lxw_col_t) (MAX (first->n_columns, second->n_columns) - 1));
}

/* --- Decisions --- */

static const BfListColumn register_columns[] = {
  { .field = "key", .column = { .width = 12 } },
  { .field = "title", .column = { .width = 44 } },
  { .field = "due" },
  { .field = "forum" },
  { .field = "decided_on" },
  { .field = "outcome", .column = { .width = 26 } },
  { .field = "options", .column = { .width = 26 } },
  { .field = "reason", .column = { .width = 26 } },
  { .field = "owner", .column = { .width = 14 } },
  { .field = "status", .column = { .width = 12 } },
  { .field = "remark", .column = { .width = 20 } },
};
static const BfList decision_register = {
  .name = "Decisions",
  .section = N_ ("Decision log"),
  .empty = N_ ("Nothing was recorded yet: write the decision, who took it and when."),
  .columns = register_columns,
  .n_columns = G_N_ELEMENTS (register_columns),
  .kind = BF_DECISION,
  .open = TRUE,
};

static BfFact
number_of_step (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmapDecision *decision = row->thing;

  return bf_fact_number (decision->step < 0 ? NAN : workbook->rows[decision->step].number);
}

static BfFact
title_of_decision (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmapDecision *decision = row->thing;

  return bf_fact_text (decision->title);
}

static BfFact
due_of_decision (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmapDecision *decision = row->thing;

  return bf_fact_day (decision->due);
}

static BfFact
detail_of_decision (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfRoadmapDecision *decision = row->thing;

  return bf_fact_text (decision->detail);
}

/* Widths are those of the columns above. */
static const BfListColumn next_columns[] = {
  BF_OWN (N_ ("Step nr"), "", 12, YEAR, number_of_step),
  BF_OWN (N_ ("What to decide"), "", 44, WRAP, title_of_decision),
  BF_OWN (N_ ("By"), "", 11, DAY, due_of_decision),
  BF_OWN (N_ ("What hangs on it"), "", 16, TEXT, detail_of_decision),
};
static const BfList next_decisions = {
  .name = "NextDecisions",
  .section = N_ ("What the plan asks for"),
  .empty = N_ ("No gate is due."),
  .columns = next_columns,
  .n_columns = G_N_ELEMENTS (next_columns),
  .kind = BF_NO_RECORD,
  .keeps_widths = TRUE,
};

void
bf_workbook_write_decisions (BfWorkbook *workbook, BfSheet *sheet)
{
  g_autoptr (GPtrArray) next = g_ptr_array_new ();

  for (guint i = 0; i < workbook->roadmap->n_decisions; i++)
    g_ptr_array_add (next, &workbook->roadmap->decisions[i]);
  bf_list_write_title (workbook,
                       sheet,
                       _ ("decisions"),
                       _ ("The log may be written on; the plan's own list follows from gates, dear "
                          "steps and claims to be proven."));
  write_both (workbook, sheet, &decision_register, &next_decisions, next);
}

/* --- Claims and evidence --- */

static BfFact
state_today (const BfWorkbook *workbook, const BfListRow *row)
{
  gint64 status = workbook->plant.status_date;
  gint64 day = status != BF_BLANK ? status : bf_plan_start (workbook->plan);

  return bf_fact_number (bf_claim_state_on (row->thing, day));
}

/* Numbers of the steps that rely on it. */
static BfFact
steps_of_claim (const BfWorkbook *workbook, const BfListRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    {
      const GArray *claims = workbook->rows[i].step->step->claims;

      for (guint k = 0; claims && k < claims->len; k++)
        if (g_array_index (claims, int, k) == (int) row->index)
          g_string_append_printf (text, "%s%d", text->len ? ", " : "", workbook->rows[i].number);
    }
  return bf_fact_take (g_string_free (text, FALSE));
}

static const BfListColumn claim_columns[] = {
  { .field = "key", .column = { .width = 12 } },
  { .field = "statement", .column = { .width = 44 } },
  { .field = "offer" },
  { .field = "system" },
  { .field = "dimension" },
  { .field = "claimed_level", .column = { .width = 9 } },
  { .field = "state", .column = { .width = 9 } },
  BF_OWN (N_ ("Counts today"), N_ ("0 to 5"), 10, COUNT, state_today),
  { .field = "made_on" },
  { .field = "valid_until" },
  { .field = "state_4_due" },
  { .field = "evidence", .column = { .width = 26 } },
  { .field = "owner", .column = { .width = 14 } },
  BF_OWN (N_ ("Steps"), N_ ("numbers"), 12, WRAP, steps_of_claim),
};
static const BfList claims_list = {
  .name = "Claims",
  .section = N_ ("Claims"),
  .empty = N_ ("No claims: nobody has promised a level."),
  .columns = claim_columns,
  .n_columns = G_N_ELEMENTS (claim_columns),
  .kind = BF_CLAIM,
  .open = TRUE,
};

static const BfListColumn evidence_columns[] = {
  { .field = "key", .column = { .width = 12 } },
  { .field = "title", .column = { .width = 44 } },
  { .field = "kind" },
  { .field = "link" },
  { .field = "made_on", .column = { .width = 16 } },
  { .field = "owner" },
  { .field = "remark" },
};
static const BfList evidence_list = {
  .name = "Evidence",
  .section = N_ ("Evidence"),
  .empty = N_ ("No evidence is listed."),
  .columns = evidence_columns,
  .n_columns = G_N_ELEMENTS (evidence_columns),
  .kind = BF_EVIDENCE,
  .open = TRUE,
  .keeps_widths = TRUE,
};

void
bf_workbook_write_claims (BfWorkbook *workbook, BfSheet *sheet)
{
  bf_list_write_title (
      workbook,
      sheet,
      _ ("claims and evidence"),
      _ ("States: 0 refuted, 1 claimed, 2 documented by the supplier, 3 attested by a "
         "third party, 4 and 5 verified. A claim past its date counts 1 at most."));
  write_both (workbook, sheet, &claims_list, &evidence_list, NULL);
}
