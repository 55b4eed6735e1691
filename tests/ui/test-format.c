/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-format.h"

#include <locale.h>
#include <math.h>

#define THIN "\u202f"

static void
assert_shown (char *shown, const char *wanted)
{
  g_assert_cmpstr (shown, ==, wanted);
  g_free (shown);
}

static void
test_days (void)
{
  gint64 day = bf_day_from_civil (2031, 3, 23);

  assert_shown (bf_format_day (day), "23 Mar 2031");
  assert_shown (bf_format_day_tight (day), "23 Mar 31");
  assert_shown (bf_format_day_of_year (day), "23 Mar");
  assert_shown (bf_format_month (day), "March 2031");
  assert_shown (bf_format_day (bf_day_from_civil (2028, 1, 5)), "5 Jan 2028");
  assert_shown (bf_format_day (BF_BLANK), "–");
}

static void
test_ranges (void)
{
  gint64 from = bf_day_from_civil (2028, 1, 10), to = bf_day_from_civil (2028, 6, 15);

  assert_shown (bf_format_days (from, to), "10 Jan – 15 Jun 2028");
  assert_shown (bf_format_days (bf_day_from_civil (2027, 12, 24), to), "24 Dec 2027 – 15 Jun 2028");
  assert_shown (bf_format_days (to, to), "15 Jun 2028");
  assert_shown (bf_format_days (BF_BLANK, to), "15 Jun 2028");
}

static void
test_minutes (void)
{
  gint64 day = bf_day_from_civil (2028, 7, 22);

  assert_shown (bf_format_minute (bf_day_minute (day) + 6 * 60 + 5), "22 Jul 2028, 06:05");
  assert_shown (bf_format_minute (BF_BLANK), "–");
}

static void
test_numbers (void)
{
  assert_shown (bf_format_whole (1234567.4), "1" THIN "234" THIN "567");
  assert_shown (bf_format_whole (999.6), "1" THIN "000");
  assert_shown (bf_format_whole (-0.2), "0");
  assert_shown (bf_format_whole (-1234), "−1" THIN "234");
  assert_shown (bf_format_whole (NAN), "–");
  assert_shown (bf_format_number (1.25, 1), "1.2");
  assert_shown (bf_format_number (10, 2), "10.00");
  assert_shown (bf_format_count (4000), "4,000");
  assert_shown (bf_format_count (12), "12");
  assert_shown (bf_format_percent (0.142), "14" THIN "%");
  assert_shown (bf_format_hours (43.6), "44" THIN "h");
}

static void
test_money (void)
{
  assert_shown (bf_format_money_thousands (15249900, "EUR"), "152" THIN "k€");
  assert_shown (bf_format_money_millions (1073200000, 1, "EUR"), "10.7" THIN "M€");
  assert_shown (bf_format_money_millions (1073200000, 2, "USD"), "10.73" THIN "M$");
  assert_shown (bf_format_money_whole (1850000, "CHF"), "18" THIN "500" THIN "CHF");
  assert_shown (bf_format_money_whole ((double) BF_BLANK, "EUR"), "–");
}

/* The order of a date and the decimal sign are the locale's. */
static void
test_locales (void)
{
  gint64 day = bf_day_from_civil (2031, 3, 23);

  if (setlocale (LC_ALL, "en_US.UTF-8") != NULL)
    {
      assert_shown (bf_format_day (day), "Mar 23, 2031");
      assert_shown (bf_format_days (day, day + 40), "Mar 23, 2031 – May 2, 2031");
    }
  if (setlocale (LC_ALL, "de_DE.UTF-8") != NULL)
    {
      assert_shown (bf_format_number (1234.5, 1), "1" THIN "234,5");
      assert_shown (bf_format_count (4000), "4.000");
    }
  if (setlocale (LC_ALL, "ja_JP.UTF-8") != NULL)
    {
      g_autofree char *shown = bf_format_day (day);

      g_assert_true (g_str_has_prefix (shown, "2031"));
    }
  setlocale (LC_ALL, "C.UTF-8");
}

/* What the planner writes alike for everybody reads as the window's own money; keys that look
 * like it stay. */
static void
test_sentences (void)
{
  assert_shown (bf_format_sentence ("Needs EUR 654 k more by 1 Apr 2028.", "EUR"),
                "Needs 654" THIN "k€ more by 1 Apr 2028.");
  assert_shown (bf_format_sentence ("+13.7 h, EUR 1.2 M", "EUR"), "+13.7 h, 1.2" THIN "M€");
  assert_shown (bf_format_sentence ("EUR 640 of EUR 9949.", NULL),
                "640" THIN "€ of 9" THIN "949" THIN "€.");
  assert_shown (bf_format_sentence ("PLC 7 waits for USD 5 k.", "EUR"), "PLC 7 waits for USD 5 k.");
  assert_shown (bf_format_sentence ("CHF 12 k", "CHF"), "12" THIN "kCHF");
}

/* In a German window its comma too. */
static void
test_sentences_in_german (void)
{
  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("There is no German locale here.");
      return;
    }
  assert_shown (bf_format_sentence ("EUR 1.2 M", "EUR"), "1,2" THIN "M€");
  setlocale (LC_NUMERIC, "C.UTF-8");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/days", test_days);
  g_test_add_func ("/format/ranges", test_ranges);
  g_test_add_func ("/format/minutes", test_minutes);
  g_test_add_func ("/format/numbers", test_numbers);
  g_test_add_func ("/format/money", test_money);
  g_test_add_func ("/format/locales", test_locales);
  g_test_add_func ("/format/sentences", test_sentences);
  g_test_add_func ("/format/sentences-in-german", test_sentences_in_german);
  return g_test_run ();
}
