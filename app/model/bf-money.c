/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-money.h"

#include <math.h>

gint64
bf_money_from_units (double units)
{
  /* The decimal that a person would write can lie a hair under its double (1.005 does): a ten
   * thousandth of a cent brings it back before it is rounded. */
  double minor = units * BF_MINOR_PER_UNIT;

  return (gint64) round (minor + copysign (1e-6, minor));
}

double
bf_money_to_units (gint64 minor)
{
  return (double) minor / BF_MINOR_PER_UNIT;
}

char *
bf_money_format (gint64 minor)
{
  guint64 size = minor < 0 ? -(guint64) minor : (guint64) minor;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02d",
                          minor < 0 ? "-" : "",
                          size / BF_MINOR_PER_UNIT,
                          (int) (size % BF_MINOR_PER_UNIT));
}

gboolean
bf_money_parse (const char *text, gint64 *out)
{
  gboolean negative = *text == '-';
  gint64 minor = 0;
  int digits = 0, decimals = -1;

  for (text += negative; *text; text++)
    {
      if (*text == '.' && decimals < 0 && digits > 0)
        {
          decimals = 0;
          continue;
        }
      if (!g_ascii_isdigit (*text) || decimals == 2 || digits > 15)
        return FALSE;
      minor = minor * 10 + (*text - '0');
      digits++;
      decimals += decimals >= 0;
    }
  if (digits == 0 || decimals == 0)
    return FALSE;
  for (int i = MAX (decimals, 0); i < 2; i++)
    minor *= 10;
  *out = negative ? -minor : minor;
  return TRUE;
}
