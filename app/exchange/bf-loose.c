/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-loose.h"

#include <string.h>

static gboolean
is_plain (const char *text)
{
  for (; *text; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

static void
append_loose (GString *out, gunichar letter)
{
  switch (letter)
    {
    case 0xE4:
      g_string_append (out, "ae");
      break;
    case 0xF6:
      g_string_append (out, "oe");
      break;
    case 0xFC:
      g_string_append (out, "ue");
      break;
    default:
      if (g_unichar_isalnum (letter))
        g_string_append_unichar (out, letter);
      break;
    }
}

char *
bf_loose (const char *text)
{
  g_autofree char *composed = NULL;
  g_autofree char *folded = NULL;
  GString *out = g_string_new (NULL);

  if (is_plain (text))
    {
      for (; *text; text++)
        if (g_ascii_isalnum (*text))
          g_string_append_c (out, g_ascii_tolower (*text));
      return g_string_free (out, FALSE);
    }
  composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (composed ? composed : "", -1);
  for (const char *at = folded; *at; at = g_utf8_next_char (at))
    append_loose (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

static gboolean
is_blank (gunichar letter)
{
  /* Also the blanks that no program counts as such: zero width ones, and the byte-order mark. */
  return g_unichar_isspace (letter) || letter == 0x200B || letter == 0x200C || letter == 0x200D ||
         letter == 0xFEFF || letter == 0x2060;
}

/* Most text is: then nothing has to be done. */
static gboolean
is_tidy (const char *text)
{
  const char *at = text;

  for (; *at; at++)
    if ((guchar) *at >= 0x80 || (guchar) *at < ' ' || (*at == ' ' && (at == text || at[1] == ' ')))
      return FALSE;
  return at == text || at[-1] != ' ';
}

char *
bf_tidy (const char *text)
{
  GString *out = is_tidy (text) ? NULL : g_string_new (NULL);
  gboolean blank = FALSE;

  if (!out)
    return g_strdup (text);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == 0xAD)
        continue;
      if (is_blank (letter))
        blank = out->len > 0;
      else
        {
          if (blank)
            g_string_append_c (out, ' ');
          blank = FALSE;
          g_string_append_unichar (out, letter);
        }
    }
  return g_string_free (out, FALSE);
}

char *
bf_trim (const char *text)
{
  const char *end = text + strlen (text);

  while (*text && is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!is_blank (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return g_strndup (text, (gsize) (end - text));
}

char *
bf_fold (const char *text)
{
  g_autofree char *tidy = bf_tidy (text);

  return is_plain (tidy) ? g_ascii_strdown (tidy, -1) : g_utf8_casefold (tidy, -1);
}

/* Whether the loose form of the @length bytes at @word is @loose, without making it. */
static gboolean
is_loosely (const char *word, gsize length, const char *loose)
{
  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) word[i] >= 0x80)
        {
          g_autofree char *rest = g_strndup (word + i, length - i);
          g_autofree char *form = bf_loose (rest);

          return g_str_equal (form, loose);
        }
      if (g_ascii_isalnum (word[i]) && g_ascii_tolower (word[i]) != *loose++)
        return FALSE;
    }
  return *loose == '\0';
}

gboolean
bf_loose_is_in (const char *list, const char *loose)
{
  for (const char *at = list; at && *at;)
    {
      gsize length = strcspn (at, "|");

      if (is_loosely (at, length, loose))
        return TRUE;
      at += length + (at[length] == '|');
    }
  return FALSE;
}

/* --- Distance ----------------------------------------------------------------------------- */

#define MAX_LETTERS 64

static gsize
read_letters (const char *text, gunichar letters[MAX_LETTERS])
{
  g_autofree char *folded = bf_fold (text);
  gsize n = 0;

  for (const char *at = folded; *at && n < MAX_LETTERS; at = g_utf8_next_char (at))
    letters[n++] = g_utf8_get_char (at);
  return n;
}

static double
replace_cost (gunichar a, gunichar b)
{
  static const char *const alike[] = { "o0", "1il", "5s", "8b", "2z", "-_ ", NULL };

  if (a == b)
    return 0;
  for (guint i = 0; alike[i]; i++)
    if (a < 128 && b < 128 && strchr (alike[i], (int) a) && strchr (alike[i], (int) b))
      return 0.5;
  return 1;
}

double
bf_distance (const char *a, const char *b)
{
  gunichar left[MAX_LETTERS], right[MAX_LETTERS];
  gsize n = read_letters (a, left), m = read_letters (b, right);
  double rows[3][MAX_LETTERS + 1];

  for (gsize j = 0; j <= m; j++)
    rows[0][j] = (double) j;
  for (gsize i = 1; i <= n; i++)
    {
      double *now = rows[i % 3];
      const double *above = rows[(i - 1) % 3];

      now[0] = (double) i;
      for (gsize j = 1; j <= m; j++)
        {
          double cost = above[j - 1] + replace_cost (left[i - 1], right[j - 1]);

          cost = MIN (cost, MIN (above[j], now[j - 1]) + 1);
          if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
            cost = MIN (cost, rows[(i - 2) % 3][j - 2] + 1);
          now[j] = cost;
        }
    }
  return rows[n % 3][m];
}
