/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-plan.h"

/* Every record declares a key first, unique columns, and choices where its kind asks for them. */
static void
test_tables (void)
{
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      const BfRecord *record = bf_record (kind);
      g_autoptr (GHashTable) columns = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpint (record->kind, ==, kind);
      g_assert_true (bf_record_for_table (record->table) == record);
      g_assert_cmpint (record->fields[0].kind, ==, BF_KIND_TEXT);
      g_assert_cmpuint (record->fields[0].offset, ==, G_STRUCT_OFFSET (BfRow, key));
      for (guint i = 0; i < record->n_fields; i++)
        {
          const BfField *field = &record->fields[i];
          gboolean chosen = field->kind == BF_KIND_CHOICE || field->kind == BF_KIND_CHOICES;
          gboolean refers = field->kind == BF_KIND_REFERENCE || field->kind == BF_KIND_REFERENCES;

          g_test_message ("%s.%s", record->table, field->column);
          g_assert_true (g_hash_table_add (columns, (gpointer) field->column));
          g_assert_cmpint (chosen, ==, field->choices != NULL);
          g_assert_cmpint (refers, ==, field->target != BF_NO_RECORD);
          g_assert_cmpuint (field->offset, <, record->size);
        }
    }
}

/* A value of each kind, written as canonical text, reads back as the same text. */
static void
test_round_trip (void)
{
  static const struct
  {
    const char *table, *column, *text;
  } values[] = {
    { "system", "name", "Line 1; controller" },
    { "system", "units", "9" },
    { "system", "max_stop_h", "4.5" },
    { "plant", "discount_rate", "0.08" },
    { "system", "downtime_cost_h", "18000.50" },
    { "system", "eos_date", "2031-12-31" },
    { "window", "start", "2027-07-24T06:00" },
    { "interface", "documented", "no" },
    { "system", "type", "CNC/DNC" },
    { "system", "reg_impact", "GxP direct; safety" },
    { "cycle", "weeks", "2/4/9" },
    { "interface", "source_system", "DNC-01" },
    { "window", "systems", "CNC-01; CNC-03" },
    { "window", "repeats", "2" },
    { "budget", "carry_over", "0.15" },
    { "budget", "carry_over", "yes" },
    { "budget", "carry_over", "no" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const BfRecord *record = bf_record_for_table (values[i].table);
      const BfField *field = bf_record_field (record, values[i].column);
      g_autoptr (GError) error = NULL;
      g_autofree gpointer row = g_malloc (record->size);
      g_autofree char *text = NULL;
      GStringChunk *strings = g_string_chunk_new (64);

      bf_record_blank (record, row);
      g_assert_true (bf_field_is_blank (field, row));
      g_assert_null (bf_field_text (field, row));
      g_assert_true (bf_field_set (field, row, strings, values[i].text, &error));
      g_assert_no_error (error);
      text = bf_field_text (field, row);
      g_assert_cmpstr (text, ==, values[i].text);
      g_string_chunk_free (strings);
    }
}

static void
assert_refused (const char *table, const char *column, const char *text, BfFieldError code)
{
  const BfRecord *record = bf_record_for_table (table);
  const BfField *field = bf_record_field (record, column);
  g_autoptr (GError) error = NULL;
  g_autofree gpointer row = g_malloc (record->size);
  GStringChunk *strings = g_string_chunk_new (64);

  bf_record_blank (record, row);
  g_assert_false (bf_field_set (field, row, strings, text, &error));
  g_assert_error (error, BF_FIELD_ERROR, (int) code);
  g_assert_true (bf_field_is_blank (field, row));
  g_string_chunk_free (strings);
}

static void
test_refusals (void)
{
  assert_refused ("system", "units", "three", BF_FIELD_ERROR_KIND);
  assert_refused ("system", "business_criticality", "6", BF_FIELD_ERROR_RANGE);
  assert_refused ("system", "type", "Mainframe", BF_FIELD_ERROR_CHOICE);
  assert_refused ("system", "eos_date", "2027-02-30", BF_FIELD_ERROR_KIND);
  assert_refused ("cycle", "weeks", "4/2/9", BF_FIELD_ERROR_RANGE);
  assert_refused ("cycle", "rework_chance", "1.2", BF_FIELD_ERROR_RANGE);
  assert_refused ("system", "reg_impact", "GxP direct; magic", BF_FIELD_ERROR_CHOICE);
  assert_refused ("system", "rto_h", "nan", BF_FIELD_ERROR_KIND);
}

static BfSystem *
add_system (BfPlan *plan, const char *key)
{
  BfSystem *system = bf_plan_add (plan, BF_SYSTEM);

  bf_field_set (&bf_system_record.fields[0], system, bf_plan_strings (plan), key, NULL);
  return system;
}

static void
test_plan (void)
{
  g_autoptr (BfPlan) plan = bf_plan_new ();
  BfSystem *mes = add_system (plan, "MES-01");
  const BfField *areas = bf_record_field (&bf_system_record, "area");

  add_system (plan, "DNC-01");
  bf_field_set (areas, mes, bf_plan_strings (plan), "HV-MC, HV-SP", NULL);
  bf_plan_seal (plan);
  g_assert_cmpuint (bf_plan_count (plan, BF_SYSTEM), ==, 2);
  g_assert_cmpstr (BF_ROW (plan, SYSTEM, BfSystem, 0)->row.key, ==, "DNC-01");
  g_assert_true (BF_FIND (plan, SYSTEM, BfSystem, " mes-01 ") == mes);
  g_assert_cmpint (bf_plan_index (plan, BF_SYSTEM, "MES-02"), ==, -1);
  g_assert_cmpstr (mes->area[1], ==, "HV-SP");
  g_assert_null (mes->area[2]);
  g_assert_false (bf_areas_are_site (mes->area));
  g_assert_true (bf_areas_are_site (NULL));
  g_assert_null (bf_plan_plant (plan));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field/tables", test_tables);
  g_test_add_func ("/field/round-trip", test_round_trip);
  g_test_add_func ("/field/refusals", test_refusals);
  g_test_add_func ("/plan/find", test_plan);
  return g_test_run ();
}
