/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-words.h"

#include "bf-loose.h"

#include <string.h>

int
bf_words_yes_no (const char *text)
{
  static const char yes[] = "yes|y|ja|j|oui|o|si|sí|sì|sim|s|tak|t|ano|true|wahr|vrai|verdadero|"
                            "vero|waar|x|1|on|ok|vorhanden|done|available";
  static const char no[] = "no|n|nein|non|nee|nie|nej|ne|não|nao|false|falsch|faux|falso|onwaar|0|"
                           "off|none|keine|kein|nicht vorhanden|missing";
  g_autofree char *tidy = bf_tidy (text);
  g_autofree char *loose = bf_loose (tidy);

  if (g_str_equal (tidy, "✓") || g_str_equal (tidy, "✔") || g_str_equal (tidy, "☑") ||
      g_str_equal (tidy, "✅") || g_str_equal (tidy, "●"))
    return 1;
  if (g_str_equal (tidy, "✗") || g_str_equal (tidy, "✘") || g_str_equal (tidy, "☐") ||
      g_str_equal (tidy, "❌") || g_str_equal (tidy, "-") || g_str_equal (tidy, "–"))
    return 0;
  if (bf_loose_is_in (yes, loose))
    return 1;
  return bf_loose_is_in (no, loose) ? 0 : -1;
}

/* --- Repeats ------------------------------------------------------------------------------ */

/* Digits of "2nd", or a numeral; 0 when it is neither. */
static int
read_ordinal (const char *word)
{
  static const char *const numerals[] = {
    "first|one|ein|eine|erste|ersten|erstes",      "second|two|other|zwei|zweite|zweites|zweiten",
    "third|three|drei|dritte|drittes|dritten",     "fourth|four|vier|vierte|viertes|vierten",
    "fifth|five|fünf|fünfte|fünftes|fünften",      "sixth|six|sechs|sechste|sechstes|sechsten",
    "seventh|seven|sieben|siebte|siebtes|siebten", "eighth|eight|acht|achte|achtes|achten",
  };
  g_autofree char *loose = bf_loose (word);

  if (g_ascii_isdigit (word[0]))
    return (int) CLAMP (g_ascii_strtoll (word, NULL, 10), 0, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (bf_loose_is_in (numerals[i], loose))
      return (int) i + 1;
  return 0;
}

static const char every[] = "every|each|jede|jedes|jeden|jeder|alle|all|chaque|toutes|les|cada";
static const char periods[] =
    "week|weeks|weekend|weekends|woche|wochen|wochenende|wochenenden|wochenendes|wk|wks|w|semaine|"
    "semaines|semana|semanas";

int
bf_words_repeat (const char *text)
{
  static const char once[] = "no|none|once|never|nein|nie|einmalig|einmal|nicht";
  static const char weekly[] = "weekly|wöchentlich|hebdomadaire|semanal|yes|ja";
  static const char fortnightly[] =
      "biweekly|bi-weekly|fortnightly|every fortnight|zweiwöchentlich|vierzehntägig|14-tägig";
  g_autofree char *tidy = bf_tidy (text);
  g_autofree char *loose = bf_loose (tidy);
  g_auto (GStrv) words = g_strsplit_set (tidy, " .-", -1);
  int weeks = 0;
  gboolean period = FALSE;

  if (bf_loose_is_in (once, loose) || !*loose)
    return 0;
  if (bf_loose_is_in (weekly, loose))
    return 1;
  if (bf_loose_is_in (fortnightly, loose))
    return 2;
  for (guint i = 0; words[i]; i++)
    {
      g_autofree char *word = bf_loose (words[i]);
      int number = read_ordinal (words[i]);

      if (number > 0 && weeks == 0)
        weeks = number;
      else if (bf_loose_is_in (periods, word))
        period = TRUE;
      else if (*word && !bf_loose_is_in (every, word))
        return -1;
    }
  if (weeks > 0)
    return weeks <= 520 ? weeks : -1;
  return period ? 1 : -1;
}

/* --- Choices ------------------------------------------------------------------------------ */

int
bf_words_choice (const BfChoice *choices, const char *text)
{
  int exact = bf_choice_find (choices, text);
  g_autofree char *loose = exact < 0 ? bf_loose (text) : NULL;

  if (exact >= 0 || !*loose)
    return exact;
  for (int i = 0; choices[i].id; i++)
    if (bf_loose_is_in (choices[i].id, loose) || bf_loose_is_in (choices[i].label, loose) ||
        bf_loose_is_in (choices[i].synonyms, loose))
      return i;
  return -1;
}

char *
bf_words_choices (const BfChoice *choices)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; choices[i].id; i++)
    g_string_append_printf (text, "%s%s", i ? ", " : "", choices[i].id);
  return g_string_free (text, FALSE);
}

gboolean
bf_words_all (const char *text)
{
  g_autofree char *loose = bf_loose (text);

  return bf_loose_is_in ("all|site|whole site|entire site|all areas|plant|whole plant|alle|gesamt|"
                         "werk|ganzes werk|gesamtes werk|standort|alle bereiche|plantwide|"
                         "plant wide|sitewide|site wide|global|tous|todos",
                         loose);
}

gboolean
bf_words_total (const char *text)
{
  g_autofree char *loose = bf_loose (text);

  return bf_loose_is_in ("total|totals|grand total|sum|sums|subtotal|summe|gesamt|gesamtsumme|"
                         "zwischensumme|count|anzahl|average|mean|mittelwert|somme|suma|totale",
                         loose) ||
         g_str_has_prefix (text, "∑") || g_str_has_prefix (text, "Σ");
}
