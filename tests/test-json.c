/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-json.h"

#include "bf-report.h"
#include "bf-test-roadmap.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <string.h>

typedef struct
{
  BfRoadmap *roadmap;
  char *text;
  JsonParser *parser;
  JsonObject *top;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->roadmap = bf_test_roadmap ();
  fixture->text = bf_roadmap_to_json (fixture->roadmap);
  fixture->parser = json_parser_new ();
  json_parser_load_from_data (fixture->parser, fixture->text, -1, &error);
  g_assert_no_error (error);
  fixture->top = json_node_get_object (json_parser_get_root (fixture->parser));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->parser);
  g_free (fixture->text);
  bf_roadmap_unref (fixture->roadmap);
}

static JsonObject *
step_of (Fixture *fixture, const char *id)
{
  JsonArray *steps = json_object_get_array_member (fixture->top, "steps");

  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonObject *step = json_array_get_object_element (steps, i);

      if (g_str_equal (json_object_get_string_member (step, "id"), id))
        return step;
    }
  g_assert_not_reached ();
}

/* The members of @object that must stand there, blank-separated and in this order. */
static void
assert_members (JsonObject *object, const char *wanted)
{
  g_autoptr (GList) members = json_object_get_members (object);
  g_auto (GStrv) names = g_strsplit (wanted, " ", -1);
  GList *at = members;

  for (guint i = 0; names[i]; i++)
    {
      while (at && !g_str_equal (at->data, names[i]))
        at = at->next;
      if (!at)
        g_error ("no %s at its place", names[i]);
    }
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  JsonObject *step = step_of (fixture, "ST09:FND/PLC-01");
  JsonObject *cutover =
      json_array_get_object_element (json_object_get_array_member (step, "cutovers"), 0);
  JsonObject *activity =
      json_array_get_object_element (json_object_get_array_member (step, "activities"), 0);
  JsonObject *phase =
      json_array_get_object_element (json_object_get_array_member (fixture->top, "phases"), 0);

  assert_members (fixture->top,
                  "plan options feasible checked totals phases steps periods unmet assumptions "
                  "problems");
  assert_members (json_object_get_object_member (fixture->top, "totals"),
                  "project_cost capex opex validation_cost downtime_hours lost_hours "
                  "downtime_cost double_running bridges fully_loaded_cost finish");
  assert_members (step,
                  "id archetype title phase scope systems strategy start finish cutovers "
                  "activities project_cost validation_cost downtime_hours lost_hours "
                  "downtime_cost qualification requires why held_by");
  assert_members (phase, "id name gate start finish project_cost validation_cost maturity after");
  assert_members (json_object_get_object_member (phase, "after"),
                  "day systems_live systems_unsupported systems_retired interfaces debt spent "
                  "stopped_hours lost_hours");
  assert_members (cutover, "start finish hours placement windows areas");
  assert_members (activity, "kind start finish loads held_by");
}

static void
test_values (Fixture *fixture, gconstpointer data)
{
  JsonObject *step = step_of (fixture, "ST09:FND/PLC-01");
  JsonObject *cutover =
      json_array_get_object_element (json_object_get_array_member (step, "cutovers"), 0);
  JsonObject *scope = json_object_get_object_member (step, "scope");

  g_assert_cmpstr (json_object_get_string_member (scope, "kind"), ==, "line");
  g_assert_cmpstr (json_object_get_string_member (step, "strategy"), ==, "in_place");
  g_assert_cmpstr (json_object_get_string_member (step, "start"), ==, "2027-09-06");
  g_assert_cmpstr (json_object_get_string_member (cutover, "start"), ==, "2028-07-22T06:00");
  g_assert_cmpstr (json_object_get_string_member (cutover, "placement"), ==, "opening");
  g_assert_cmpfloat (json_object_get_double_member (cutover, "hours"), ==, 104.6);
  g_assert_nonnull (strstr (fixture->text, "\"expected\": 96400.00"));
  g_assert_cmpint (
      json_object_get_int_member (json_object_get_object_member (fixture->top, "options"), "seed"),
      ==,
      1);
  g_assert_cmpstr (json_object_get_string_member (
                       json_object_get_object_member (fixture->top, "plan"), "profile"),
                   ==,
                   "aerospace_as9100");
}

static void
test_locale (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char *again = NULL;

  if (!setlocale (LC_ALL, "de_DE.UTF-8"))
    {
      g_test_skip ("no German locale here");
      return;
    }
  again = bf_roadmap_to_json (fixture->roadmap);
  setlocale (LC_ALL, before);
  g_assert_cmpstr (again, ==, fixture->text);
}

static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = bf_roadmap_to_text (fixture->roadmap);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i]; i++)
    g_assert_cmpint (g_utf8_strlen (lines[i], -1), <=, 120);
  g_assert_nonnull (strstr (text, "Mill Lane Castings"));
  g_assert_nonnull (strstr (text, "22 Jul 2028"));
  g_assert_nonnull (strstr (text, "Fully loaded cost"));
  for (guint i = 0; i < fixture->roadmap->n_phases; i++)
    g_assert_nonnull (strstr (text, fixture->roadmap->phases[i].name));
}

static void
test_references (Fixture *fixture, gconstpointer data)
{
  BfRoadmap *same = bf_roadmap_ref (fixture->roadmap);

  bf_roadmap_unref (same);
  g_assert_cmpint (bf_roadmap_find (fixture->roadmap, "ST18:MES-01"), ==, 8);
  g_assert_cmpint (bf_roadmap_find (fixture->roadmap, "ST99:site"), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/json/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/json/values", Fixture, NULL, set_up, test_values, tear_down);
  g_test_add ("/json/locale", Fixture, NULL, set_up, test_locale, tear_down);
  g_test_add ("/json/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/json/references", Fixture, NULL, set_up, test_references, tear_down);
  return g_test_run ();
}
