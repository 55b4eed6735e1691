/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-unit.h"

#include "bf-loose.h"

#include <string.h>

static const struct
{
  const char *words;
  BfUnitKind kind;
} names[] = {
  { "min|mins|minute|minutes|minuten", BF_UNIT_MINUTES },
  { "h|hr|hrs|hour|hours|std|stunde|stunden|heure|heures|horas|ore|uur", BF_UNIT_HOURS },
  { "d|day|days|calendar days|tag|tage|tagen|kalendertage|jour|jours|dias|dagen", BF_UNIT_DAYS },
  { "working days|work days|business days|arbeitstage|wd", BF_UNIT_WORKING_DAYS },
  { "w|wk|wks|week|weeks|woche|wochen|semaine|semaines|semanas|settimane|weken", BF_UNIT_WEEKS },
  { "mo|month|months|monat|monate|monaten|mois|meses|mesi|maanden", BF_UNIT_MONTHS },
  { "y|yr|yrs|year|years|jahr|jahre|jahren|ans|anos|anni|jaar", BF_UNIT_YEARS },
  { "person-hours|man-hours|personenstunden", BF_UNIT_PERSON_HOURS },
  { "person-days|person-day|man-days|pd|pds|personentage|personentag|pt|manntage|mt",
    BF_UNIT_PERSON_DAYS },
  { "person-weeks|man-weeks|personenwochen|pw", BF_UNIT_PERSON_WEEKS },
  { "person-months|man-months|personenmonate|pm", BF_UNIT_PERSON_MONTHS },
  { "percent|prozent|pct|per cent", BF_UNIT_PERCENT },
  { "pcs|pc|pieces|st|stk|stück|units|each|ea|x|fte|persons|people|personen|vzä|rows/day|"
    "rows per day|person-days per working day|rows|points",
    BF_UNIT_COUNT },
};

static const struct
{
  const char *text; /* lower case */
  const char code[4];
} currencies[] = {
  { "€", "EUR" },   { "eur", "EUR" }, { "euro", "EUR" }, { "euros", "EUR" }, { "us$", "USD" },
  { "$", "USD" },   { "usd", "USD" }, { "£", "GBP" },    { "gbp", "GBP" },   { "chf", "CHF" },
  { "fr.", "CHF" }, { "dkk", "DKK" }, { "sek", "SEK" },  { "nok", "NOK" },   { "pln", "PLN" },
  { "zł", "PLN" },  { "czk", "CZK" }, { "kč", "CZK" },   { "huf", "HUF" },   { "ron", "RON" },
  { "jpy", "JPY" }, { "¥", "JPY" },   { "cny", "CNY" },  { "inr", "INR" },   { "₹", "INR" },
  { "krw", "KRW" }, { "cad", "CAD" }, { "aud", "AUD" },  { "brl", "BRL" },   { "mxn", "MXN" },
  { "sgd", "SGD" }, { "try", "TRY" },
};

static const struct
{
  const char *words;
  double factor;
  gboolean alone; /* means that without a currency too */
} factors[] = {
  { "k|tsd|tausend|thousand|thousands|000s", 1e3, TRUE },      { "t|th", 1e3, FALSE },
  { "mio|mill|million|millions|millionen|mln|mn", 1e6, TRUE }, { "m|mm", 1e6, FALSE },
  { "mrd|bn|billion|billions|milliarden", 1e9, TRUE },
};

static gboolean
read_factor (const char *words, gboolean with_currency, double *factor)
{
  g_autofree char *loose = bf_loose (words);

  *factor = 1;
  if (!*loose)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (bf_loose_is_in (factors[i].words, loose) && (with_currency || factors[i].alone))
      {
        *factor = factors[i].factor;
        return TRUE;
      }
  return FALSE;
}

/* "EUR / h" and "€ pro Jahr" are euros. */
static char *
drop_per (const char *words)
{
  static const char *const marks[] = { "/", " per ", " pro ", " je ", " p.a", " a year", NULL };
  char *text = g_strdup (words);

  for (guint i = 0; marks[i]; i++)
    {
      char *at = strstr (text, marks[i]);

      if (at)
        *at = '\0';
    }
  return g_strstrip (text);
}

/* Money with @symbol at the start or the end of @text. */
static gboolean
read_money_as (const char *text, const char *symbol, double *factor)
{
  gsize length = strlen (text), size = strlen (symbol);
  g_autofree char *rest = NULL;

  if (size > length)
    return FALSE;
  if (g_str_has_suffix (text, symbol))
    rest = g_strndup (text, length - size);
  else if (g_str_has_prefix (text, symbol))
    rest = g_strdup (text + size);
  return rest && read_factor (rest, TRUE, factor);
}

static gboolean
read_money (const char *folded, BfUnit *unit)
{
  g_autofree char *text = drop_per (folded);

  for (guint i = 0; i < G_N_ELEMENTS (currencies); i++)
    {
      double factor;

      if (!read_money_as (text, currencies[i].text, &factor))
        continue;
      *unit = (BfUnit){ BF_UNIT_MONEY, factor, "" };
      g_strlcpy (unit->currency, currencies[i].code, sizeof unit->currency);
      return TRUE;
    }
  return FALSE;
}

gboolean
bf_unit_read (const char *words, BfUnit *unit)
{
  g_autofree char *folded = bf_fold (words);
  g_autofree char *loose = bf_loose (words);
  double factor;

  if (g_str_equal (folded, "%"))
    {
      *unit = (BfUnit){ BF_UNIT_PERCENT, 1, "" };
      return TRUE;
    }
  /* Money first: "€/h" has nothing but an h left when its symbols are dropped. */
  if (read_money (folded, unit))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (bf_loose_is_in (names[i].words, loose))
      {
        *unit = (BfUnit){ names[i].kind, 1, "" };
        return TRUE;
      }
  if (!*loose || !read_factor (folded, FALSE, &factor))
    return FALSE;
  *unit = (BfUnit){ BF_UNIT_NONE, factor, "" };
  return TRUE;
}

/* --- Scales ------------------------------------------------------------------------------- */

static const struct
{
  const char *field_unit;
  BfUnitKind kind;
  double scale;
} scales[] = {
  { "h", BF_UNIT_MINUTES, 1.0 / 60 },
  { "h", BF_UNIT_HOURS, 1 },
  { "h", BF_UNIT_DAYS, 24 },
  { "h", BF_UNIT_WEEKS, 168 },
  { "h", BF_UNIT_MONTHS, 168.0 * 52 / 12 },
  { "weeks", BF_UNIT_HOURS, 1.0 / 168 },
  { "weeks", BF_UNIT_DAYS, 1.0 / 7 },
  { "weeks", BF_UNIT_WORKING_DAYS, 1.0 / 5 },
  { "weeks", BF_UNIT_WEEKS, 1 },
  { "weeks", BF_UNIT_MONTHS, 52.0 / 12 },
  { "weeks", BF_UNIT_YEARS, 52 },
  { "person-days", BF_UNIT_HOURS, 1.0 / 8 },
  { "person-days", BF_UNIT_DAYS, 1 },
  { "person-days", BF_UNIT_WORKING_DAYS, 1 },
  { "person-days", BF_UNIT_WEEKS, 5 },
  { "person-days", BF_UNIT_MONTHS, 20 },
  { "person-days", BF_UNIT_PERSON_HOURS, 1.0 / 8 },
  { "person-days", BF_UNIT_PERSON_DAYS, 1 },
  { "person-days", BF_UNIT_PERSON_WEEKS, 5 },
  { "person-days", BF_UNIT_PERSON_MONTHS, 20 },
  { "months", BF_UNIT_WEEKS, 12.0 / 52 },
  { "months", BF_UNIT_MONTHS, 1 },
  { "months", BF_UNIT_YEARS, 12 },
  { "years", BF_UNIT_MONTHS, 1.0 / 12 },
  { "years", BF_UNIT_YEARS, 1 },
  { "working days", BF_UNIT_DAYS, 1 },
  { "working days", BF_UNIT_WORKING_DAYS, 1 },
  { "working days", BF_UNIT_WEEKS, 5 },
  { "currency", BF_UNIT_MONEY, 1 },
  { "%", BF_UNIT_PERCENT, 1 },
  { "rows/day", BF_UNIT_DAYS, 1 },
  { "person-days per working day", BF_UNIT_PERSON_DAYS, 1 },
};

gboolean
bf_unit_scale (const BfUnit *unit, const char *field_unit, double *scale)
{
  *scale = unit->factor;
  if (unit->kind == BF_UNIT_NONE)
    return TRUE;
  if (unit->kind == BF_UNIT_COUNT)
    return g_str_equal (field_unit, "") || g_str_equal (field_unit, "rows/day") ||
           g_str_has_prefix (field_unit, "person-days per");
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (scales[i].kind == unit->kind && g_str_equal (scales[i].field_unit, field_unit))
      {
        *scale = unit->factor * scales[i].scale;
        return TRUE;
      }
  return FALSE;
}
