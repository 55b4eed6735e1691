/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What would bring a step forward, each answer held against a plan that was really changed so. */

#include "bf-help.h"

#include "bf-plan-text.h"
#include "bf-planned.h"

#include <string.h>

#define STEP "ST09:LINE/C1"

/* The money of the first year does not reach for the build, and in the second year the shutdown is
 * late. */
static const char line[] =
    "plant | key=P | name=One line | start=2027-01-04 | horizon_years=4\n"
    "area | key=LINE | name=Line\n"
    "system | system_id=C1 | name=Controller | type=PLC | isa95_level=1 | area=LINE"
    " | disposition=Replace | gamp_category=5 | max_stop_h=1 | owner_business=Somebody\n"
    "step | key=" STEP " | status=requested\n"
    "window | key=S1 | kind=shutdown | name=Summer 2027 | start=2027-08-01T00:00"
    " | end=2027-08-15T00:00\n"
    "window | key=S2 | kind=shutdown | name=Christmas 2027 | start=2027-12-20T00:00"
    " | end=2027-12-31T00:00\n"
    "window | key=S3 | kind=shutdown | name=Summer 2028 | start=2028-08-01T00:00"
    " | end=2028-08-15T00:00\n"
    "window | key=S4 | kind=shutdown | name=Summer 2029 | start=2029-08-01T00:00"
    " | end=2029-08-15T00:00\n";

static BfRoadmap *
compute (int first_year_thousands, const char *more)
{
  g_autofree char *text = g_strdup_printf ("%sbudget | key=B1 | kind=capex | from_day=2027-01-01 | "
                                           "to_day=2027-12-31 | amount=%d000\n"
                                           "budget | key=B2 | kind=capex | from_day=2028-01-01 | "
                                           "to_day=2030-12-31 | amount=900000\n%s",
                                           line,
                                           first_year_thousands,
                                           more);
  g_autoptr (BfPlan) plan = bf_test_plan (text);

  return bf_test_planned (plan, 50);
}

static gint64
release_of (const BfRoadmap *roadmap)
{
  return roadmap->steps[bf_roadmap_find (roadmap, STEP)].finish;
}

static const BfHelp *
find_help (GPtrArray *found, const char *words)
{
  for (guint i = 0; i < found->len; i++)
    if (strstr (((const BfHelp *) found->pdata[i])->text, words))
      return found->pdata[i];
  return NULL;
}

static void
test_money (void)
{
  g_autoptr (BfRoadmap) roadmap = compute (200, "");
  g_autoptr (GPtrArray) found = bf_help_seek (roadmap, STEP, NULL, NULL, NULL);
  const BfHelp *help = find_help (found, " more in budget B1");
  const char *amount = help ? strstr (help->text, "with EUR ") : NULL;
  int thousands = amount ? (int) g_ascii_strtoull (amount + strlen ("with EUR "), NULL, 10) : 0;
  g_autoptr (BfRoadmap) less = NULL;
  g_autoptr (BfRoadmap) enough = NULL;

  g_assert_cmpint (thousands, >, 0);
  g_assert_cmpint (help->days, ==, release_of (roadmap) - help->release);
  enough = compute (200 + thousands, "");
  /* With all steps planned anew the others may make room for a thousand or two, not for half. */
  less = compute (200 + thousands / 2, "");
  g_assert_cmpint (release_of (enough), ==, help->release);
  g_assert_cmpint (release_of (less), >, help->release);
}

/* A freeze over the shutdown pushes the cutover to the next one. */
static void
test_freeze (void)
{
  static const char freeze[] = "window | key=F | kind=freeze | name=Deliveries"
                               " | start=2028-07-20T00:00 | end=2028-08-20T00:00\n";
  g_autoptr (BfRoadmap) roadmap = compute (900, freeze);
  g_autoptr (BfRoadmap) without = compute (900, "");
  g_autoptr (GPtrArray) found = bf_help_seek (roadmap, STEP, NULL, NULL, NULL);
  const BfHelp *help = find_help (found, "without the freeze Deliveries");

  g_assert_nonnull (help);
  g_assert_cmpint (help->release, ==, release_of (without));
}

static void
test_nothing (void)
{
  g_autoptr (BfRoadmap) roadmap = compute (900, "");
  g_autoptr (GPtrArray) of_nobody = bf_help_seek (roadmap, "ST99:site", NULL, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) cancelled = NULL;

  g_assert_cmpuint (of_nobody->len, ==, 0);
  g_cancellable_cancel (cancellable);
  cancelled = bf_help_seek (roadmap, STEP, NULL, NULL, cancellable);
  g_assert_cmpuint (cancelled->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/help/money", test_money);
  g_test_add_func ("/help/freeze", test_freeze);
  g_test_add_func ("/help/nothing", test_nothing);
  return g_test_run ();
}
