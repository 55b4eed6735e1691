/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-drop.h"

static void
assert_paths (GValue *value, const char *first, const char *second)
{
  g_auto (GStrv) paths = bf_drop_paths (value);

  g_assert_nonnull (paths);
  g_assert_cmpstr (paths[0], ==, first);
  g_assert_cmpstr (paths[1], ==, second);
  g_value_unset (value);
}

static void
test_text (void)
{
  GValue value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, "# a comment\r\nfile:///tmp/a%20b.xlsx\r\n\r\n/tmp/folder\n");
  assert_paths (&value, "/tmp/a b.xlsx", "/tmp/folder");
}

static void
test_files (void)
{
  g_autoptr (GFile) first = g_file_new_for_path ("/tmp/one.csv");
  g_autoptr (GFile) second = g_file_new_for_path ("/tmp/two.ods");
  GFile *files[] = { first, second };
  GValue value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, 2));
  assert_paths (&value, "/tmp/one.csv", "/tmp/two.ods");
  g_value_init (&value, G_TYPE_FILE);
  g_value_set_object (&value, first);
  assert_paths (&value, "/tmp/one.csv", NULL);
}

static void
test_nothing (void)
{
  GValue value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_static_string (&value, "https://example.org/plan.xlsx\n");
  g_assert_null (bf_drop_paths (&value));
  g_value_set_static_string (&value, "");
  g_assert_null (bf_drop_paths (&value));
  g_value_unset (&value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/welcome/text", test_text);
  g_test_add_func ("/welcome/files", test_files);
  g_test_add_func ("/welcome/nothing", test_nothing);
  return g_test_run ();
}
