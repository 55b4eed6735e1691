/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets Systems and Interfaces: the inventory as it came, with what the plan makes of it.
 * What a reader asks first is printed; the record's other fields stand right of it. */

#include "bf-workbook-list.h"

#include "bf-workbook-trip.h"

#include <glib/gi18n-lib.h>

/* --- What the plan makes of a system --- */

static BfFact
obsolescence (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (workbook->roadmap->needs->obsolescence[row->index]);
}

static BfFact
debt_of_links (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfNeeds *needs = workbook->roadmap->needs;
  double debt = 0;

  for (guint i = 0; i < bf_plan_count (workbook->plan, BF_INTERFACE); i++)
    if (needs->from[i] == (int) row->index || needs->to[i] == (int) row->index)
      debt += needs->debt[i];
  return bf_fact_number (debt);
}

static BfFact
disposition (const BfWorkbook *workbook, const BfListRow *row)
{
  const BfField *field = bf_record_field (bf_record (BF_SYSTEM), "disposition");
  int holds = workbook->roadmap->needs->disposition[row->index];

  return bf_fact_text (holds < 0 ? NULL : bf_trip_choice_label (&field->choices[holds]));
}

static gboolean
contains (const GArray *list, guint index)
{
  for (guint i = 0; list && i < list->len; i++)
    if (g_array_index (list, int, i) == (int) index)
      return TRUE;
  return FALSE;
}

static const GArray *
systems_of (const BfStep *step)
{
  return step->systems;
}

static const GArray *
interfaces_of (const BfStep *step)
{
  return step->redone;
}

/* "3, 12": the numbers of the steps whose list names the thing. */
static BfFact
numbers_of_steps (const BfWorkbook *workbook,
                  guint index,
                  const GArray *(*list_of) (const BfStep *step))
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    if (contains (list_of (workbook->rows[i].step->step), index))
      g_string_append_printf (text, "%s%d", text->len ? ", " : "", workbook->rows[i].number);
  return bf_fact_take (g_string_free (text, FALSE));
}

static BfFact
last_release (const BfWorkbook *workbook,
              guint index,
              const GArray *(*list_of) (const BfStep *step))
{
  gint64 last = BF_BLANK;

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    if (contains (list_of (workbook->rows[i].step->step), index))
      last = MAX (last, workbook->rows[i].step->finish);
  return bf_fact_day (last);
}

static BfFact
steps_of_system (const BfWorkbook *workbook, const BfListRow *row)
{
  return numbers_of_steps (workbook, row->index, systems_of);
}

static BfFact
release_of_system (const BfWorkbook *workbook, const BfListRow *row)
{
  return last_release (workbook, row->index, systems_of);
}

#define OBSOLESCENCE_COLUMN 12
static const BfListColumn system_columns[] = {
  { .field = "system_id" },
  { .field = "name" },
  { .field = "type" },
  { .field = "isa95_level" },
  { .field = "area" },
  { .field = "vendor" },
  { .field = "version" },
  { .field = "eos_date" },
  { .field = "kept_until" },
  { .field = "business_criticality" },
  { .field = "downtime_cost_h" },
  { .field = "incidents_12m" },
  BF_OWN (N_ ("Obsolescence"), N_ ("0 to 100"), 13, COUNT, obsolescence),
  BF_OWN (N_ ("Debt of its links"), N_ ("points"), 10, HOURS, debt_of_links),
  BF_OWN (N_ ("Decision that holds"), "", 19, TEXT, disposition),
  BF_OWN (N_ ("Steps"), N_ ("numbers"), 12, WRAP, steps_of_system),
  BF_OWN (N_ ("Last release"), "", 11, DAY, release_of_system),
};
static const BfList systems_list = {
  .name = "Systems",
  .empty = N_ ("No systems: the plan has no inventory."),
  .columns = system_columns,
  .n_columns = G_N_ELEMENTS (system_columns),
  .kind = BF_SYSTEM,
  .rest = TRUE,
  .open = TRUE,
};

/* Obsolescence as a bar in the colour of what stands today. */
static void
add_bars (BfSheet *sheet, lxw_row_t first, lxw_row_t last, lxw_col_t col)
{
  lxw_conditional_format bar = { .type = LXW_CONDITIONAL_DATA_BAR,
                                 .bar_solid = LXW_TRUE,
                                 .bar_color = 0xdcc6b3,
                                 .min_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                 .min_value = 0,
                                 .max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER,
                                 .max_value = 100 };

  worksheet_conditional_format_range (sheet->sheet, first, col, last, col, &bar);
}

void
bf_workbook_write_systems (BfWorkbook *workbook, BfSheet *sheet)
{
  guint n = bf_plan_count (workbook->plan, BF_SYSTEM);

  bf_list_write_sheet (workbook,
                       sheet,
                       &systems_list,
                       _ ("systems"),
                       _ ("The register as it came, and what the plan does about it. Step numbers "
                          "are those of the sheet Steps."),
                       NULL);
  add_bars (sheet, BF_LIST_FIRST_ROW, BF_LIST_FIRST_ROW + MAX (n, 1) - 1, OBSOLESCENCE_COLUMN);
}

/* --- Interfaces --- */

static BfFact
debt (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (workbook->roadmap->needs->debt[row->index]);
}

static BfFact
steps_of_interface (const BfWorkbook *workbook, const BfListRow *row)
{
  return numbers_of_steps (workbook, row->index, interfaces_of);
}

static BfFact
release_of_interface (const BfWorkbook *workbook, const BfListRow *row)
{
  return last_release (workbook, row->index, interfaces_of);
}

static const BfListColumn interface_columns[] = {
  { .field = "interface_id" },
  { .field = "source_system" },
  { .field = "target_system" },
  { .field = "direction" },
  { .field = "protocol", .column = { .width = 18 } },
  { .field = "pattern", .column = { .width = 18 } },
  { .field = "documented" },
  { .field = "owner" },
  { .field = "monitored" },
  { .field = "tests" },
  { .field = "carries_regulated_data" },
  { .field = "failures_12m" },
  { .field = "rows_per_day" },
  BF_OWN (N_ ("Debt"), N_ ("points"), 9, HOURS, debt),
  BF_OWN (N_ ("Steps"), N_ ("numbers"), 12, WRAP, steps_of_interface),
  BF_OWN (N_ ("Last release"), "", 11, DAY, release_of_interface),
};
static const BfList interfaces_list = {
  .name = "Interfaces",
  .empty = N_ ("No interfaces: the plan knows of no link between systems."),
  .columns = interface_columns,
  .n_columns = G_N_ELEMENTS (interface_columns),
  .kind = BF_INTERFACE,
  .rest = TRUE,
  .open = TRUE,
};

void
bf_workbook_write_interfaces (BfWorkbook *workbook, BfSheet *sheet)
{
  bf_list_write_sheet (workbook,
                       sheet,
                       &interfaces_list,
                       _ ("interfaces"),
                       _ ("The links between systems, what they owe, and the steps that rebuild "
                          "them."),
                       NULL);
}
