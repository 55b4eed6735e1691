/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-field-editor.h"

static void
assert_typed (const char *column, const char *typed, const char *wanted)
{
  const BfField *field = bf_record_field (&bf_system_record, column);
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = NULL;

  g_assert_true (bf_field_typed (field, typed, &canonical, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (canonical, ==, wanted);
}

static void
assert_refused (const char *column, const char *typed)
{
  const BfField *field = bf_record_field (&bf_system_record, column);
  g_autoptr (GError) error = NULL;
  g_autofree char *canonical = NULL;

  g_assert_false (bf_field_typed (field, typed, &canonical, &error));
  g_assert_nonnull (error);
  g_assert_null (canonical);
}

static void
test_typed (void)
{
  assert_typed ("downtime_cost_h", " 18 500 € ", "18500");
  assert_typed ("downtime_cost_h", "18500,50", "18500.50");
  assert_typed ("downtime_cost_h", "", NULL);
  assert_typed ("experts", "3", "3");
  assert_typed ("name", "  Mill 3 ", "Mill 3");
  assert_typed ("type", "plc", "PLC");
  assert_refused ("experts", "many");
  assert_refused ("type", "teapot");
}

static void
test_days (void)
{
  assert_typed ("eos_date", "2029-12-31", "2029-12-31");
  assert_typed ("eos_date", "31 Dec 2029", "2029-12-31");
  assert_typed ("eos_date", "31.12.2029", "2029-12-31");
  assert_typed ("eos_date", "1 march 2030", "2030-03-01");
  assert_refused ("eos_date", "31 Feb 2029");
  assert_refused ("eos_date", "soon");
}

/* What an entry offers is read back as the same value. */
static void
test_round_trip (void)
{
  static const char *const columns[][2] = {
    { "eos_date", "2029-12-31" }, { "downtime_cost_h", "18500.00" },
    { "max_stop_h", "1.5" },      { "reg_impact", "safety" },
    { "area", "A; B" },           { "type", "Network" },
  };
  g_autoptr (GStringChunk) strings = g_string_chunk_new (64);
  BfSystem system;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const BfField *field = bf_record_field (&bf_system_record, columns[i][0]);
      g_autoptr (GError) error = NULL;
      g_autofree char *offered = NULL;
      g_autofree char *canonical = NULL;
      BfSystem again;

      bf_record_blank (&bf_system_record, &system);
      bf_record_blank (&bf_system_record, &again);
      bf_field_set (field, &system, strings, columns[i][1], &error);
      g_assert_no_error (error);
      offered = bf_field_editable (field, &system);
      g_assert_true (bf_field_typed (field, offered, &canonical, &error));
      bf_field_set (field, &again, strings, canonical, &error);
      g_assert_true (bf_field_same (field, &system, &again));
    }
}

static void
assert_words (const char *column, const char *canonical, const char *wanted)
{
  const BfField *field = bf_record_field (&bf_system_record, column);
  g_autofree char *words = bf_field_words (NULL, &bf_system_record, field, canonical);

  g_assert_cmpstr (words, ==, wanted);
}

/* What the diary keeps reads as the window writes it; what cannot be read stays as it is. */
static void
test_words (void)
{
  assert_words ("eos_date", "2029-12-31", "31 Dec 2029");
  assert_words ("downtime_cost_h", "2700.00", "2\u202f700");
  assert_words ("downtime_cost_h", "2700.50", "2\u202f700.50");
  assert_words ("name", "Mill 3", "Mill 3");
  assert_words ("name", NULL, "blank");
  assert_words ("eos_date", "one day", "one day");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-editor/typed", test_typed);
  g_test_add_func ("/field-editor/days", test_days);
  g_test_add_func ("/field-editor/round-trip", test_round_trip);
  g_test_add_func ("/field-editor/words", test_words);
  return g_test_run ();
}
