/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-records.h"

static const BfRecord *const records[BF_N_RECORDS] = {
  [BF_PLANT] = &bf_plant_record,
  [BF_AREA] = &bf_area_record,
  [BF_HOLIDAY] = &bf_holiday_record,
  [BF_WINDOW] = &bf_window_record,
  [BF_TEAM] = &bf_team_record,
  [BF_CAPACITY] = &bf_capacity_record,
  [BF_BUDGET] = &bf_budget_record,
  [BF_ASSESSMENT] = &bf_assessment_record,
  [BF_RESULT] = &bf_result_record,
  [BF_SYSTEM] = &bf_system_record,
  [BF_INTERFACE] = &bf_interface_record,
  [BF_CYCLE] = &bf_cycle_record,
  [BF_REQUIREMENT] = &bf_requirement_record,
  [BF_OFFER] = &bf_offer_record,
  [BF_CLAIM] = &bf_claim_record,
  [BF_EVIDENCE] = &bf_evidence_record,
  [BF_STEP] = &bf_step_record,
  [BF_DEPENDENCY] = &bf_dependency_record,
  [BF_PHASE] = &bf_phase_record,
  [BF_SCENARIO] = &bf_scenario_record,
  [BF_OVERRIDE] = &bf_override_record,
  [BF_RISK] = &bf_risk_record,
  [BF_DECISION] = &bf_decision_record,
  [BF_ACTUAL] = &bf_actual_record,
  [BF_BASELINE] = &bf_baseline_record,
};

const BfRecord *
bf_record (BfRecordKind kind)
{
  g_assert (kind < BF_N_RECORDS);
  return records[kind];
}

const BfRecord *
bf_record_for_table (const char *table)
{
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    if (g_str_equal (records[kind]->table, table))
      return records[kind];
  return NULL;
}

const BfField *
bf_record_field (const BfRecord *record, const char *column)
{
  for (guint i = 0; i < record->n_fields; i++)
    if (g_str_equal (record->fields[i].column, column))
      return &record->fields[i];
  return NULL;
}
