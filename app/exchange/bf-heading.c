/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-heading.h"

#include "bf-loose.h"

#include <string.h>

#define MAX_FORMS 10

/* One way to read the heading: a loose form, which of three points it speaks of, and whether its
 * last word was taken for a unit. */
typedef struct
{
  char *loose;
  int part;
  gboolean cut;
} Form;

struct _BfHeading
{
  char *text;
  BfUnit unit; /* in brackets */
  gboolean has_unit;
  BfUnit last; /* the last word, if it is one */
  Form forms[MAX_FORMS];
  guint n_forms;
};

/* --- The tables, by loose form ------------------------------------------------------------ */

/* Of each record: loose form -> index of the field + 1, and whether it is its label or column;
 * strong and weak. */
#define EXACT 0x10000u

static GHashTable *indexes[BF_N_RECORDS][2];
/* Loose form -> the records that have it, one bit each. */
static GHashTable *records_by_form;

static void
add_form (GHashTable *index, const char *text, guint field, guint exact)
{
  char *loose = bf_loose (text);

  /* A label wins over a synonym of another field. */
  if (*loose && !g_hash_table_contains (index, loose))
    g_hash_table_insert (index, loose, GUINT_TO_POINTER ((field + 1) | exact));
  else
    g_free (loose);
}

static void
add_synonyms (BfRecordKind kind, guint field, const char *synonyms)
{
  g_auto (GStrv) words = synonyms ? g_strsplit (synonyms, "|", -1) : NULL;

  for (guint i = 0; words && words[i]; i++)
    add_form (indexes[kind][g_str_has_suffix (words[i], "?")], words[i], field, 0);
}

/* "Systems (blank: whole area)" is "Systems" too. */
static char *
without_brackets (const char *text)
{
  GString *out = g_string_new (NULL);
  int depth = 0;

  for (; *text; text++)
    {
      depth += *text == '(' || *text == '[';
      if (depth == 0)
        g_string_append_c (out, *text);
      if ((*text == ')' || *text == ']') && depth > 0)
        depth--;
    }
  return g_string_free (out, FALSE);
}

static void
index_record (BfRecordKind kind)
{
  const BfRecord *record = bf_record (kind);

  for (int weak = 0; weak < 2; weak++)
    indexes[kind][weak] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < record->n_fields; i++)
    {
      g_autofree char *bare = without_brackets (record->fields[i].label);

      add_form (indexes[kind][0], record->fields[i].label, i, EXACT);
      add_form (indexes[kind][0], bare, i, EXACT);
    }
  for (guint i = 0; i < record->n_fields; i++)
    add_form (indexes[kind][0], record->fields[i].column, i, EXACT);
  for (guint i = 0; i < record->n_fields; i++)
    add_synonyms (kind, i, record->fields[i].synonyms);
}

static void
index_forms (BfRecordKind kind, GHashTable *index)
{
  GHashTableIter iter;
  gpointer loose;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, &loose, NULL))
    {
      guint bits = GPOINTER_TO_UINT (g_hash_table_lookup (records_by_form, loose));

      g_hash_table_insert (records_by_form, loose, GUINT_TO_POINTER (bits | 1u << kind));
    }
}

static void
ensure_indexes (void)
{
  static gsize done;

  if (!g_once_init_enter (&done))
    return;
  records_by_form = g_hash_table_new (g_str_hash, g_str_equal);
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      index_record ((BfRecordKind) kind);
      index_forms ((BfRecordKind) kind, indexes[kind][0]);
      index_forms ((BfRecordKind) kind, indexes[kind][1]);
    }
  g_once_init_leave (&done, 1);
}

/* --- Forms of a heading ------------------------------------------------------------------- */

static void
push_form (BfHeading *heading, const char *text, int part, gboolean cut)
{
  g_autofree char *loose = bf_loose (text);

  if (!*loose || heading->n_forms == MAX_FORMS)
    return;
  heading->forms[heading->n_forms].loose = g_steal_pointer (&loose);
  heading->forms[heading->n_forms].cut = cut;
  heading->forms[heading->n_forms++].part = part;
}

/* The last bracket that holds a unit. */
static void
read_bracket_unit (BfHeading *heading)
{
  for (const char *at = heading->text; *at; at++)
    if (*at == '[' || *at == '(')
      {
        const char *end = strpbrk (at + 1, ")]");
        g_autofree char *inside = end ? g_strndup (at + 1, (gsize) (end - at - 1)) : NULL;

        if (inside && bf_unit_read (inside, &heading->unit))
          heading->has_unit = TRUE;
      }
}

/* 1, 2, 3 when the word means the lowest, likely, highest value; else 0. */
static int
part_of (const char *word)
{
  static const char *const parts[] = {
    "min|minimum|minimal|low|lowest|optimistic|best|best case|niedrigste|mindestens",
    "likely|most likely|mode|typical|expected|wahrscheinlich|mittel|realistic",
    "max|maximum|maximal|high|highest|pessimistic|worst|worst case|höchste|höchstens",
  };
  g_autofree char *loose = bf_loose (word);

  for (int i = 0; i < 3; i++)
    if (bf_loose_is_in (parts[i], loose))
      return i + 1;
  return 0;
}

/* "Weeks min", "Min. weeks", "Effort most likely". */
static void
push_parts (BfHeading *heading, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " -,:", -1);
  guint n = g_strv_length (words);

  for (guint size = 2; size >= 1; size--)
    {
      g_autofree char *tail = NULL;
      g_autofree char *lead = NULL;
      g_autofree char *rest = NULL;
      int part;

      if (n <= size)
        continue;
      tail = g_strjoinv (" ", words + n - size);
      rest = g_strndup (text, strlen (text) - strlen (tail));
      part = part_of (tail);
      if (part > 0)
        push_form (heading, rest, part, FALSE);
      lead = size == 2 ? g_strconcat (words[0], " ", words[1], NULL) : g_strdup (words[0]);
      part = part_of (lead);
      if (part > 0)
        push_form (heading, text + strlen (lead), part, FALSE);
    }
}

/* "Business criticality 1-5" is "Business criticality". */
static char *
without_range (const char *text)
{
  gsize length = strlen (text);

  while (length > 0 && strchr ("0123456789- ./", text[length - 1]))
    length--;
  return g_strndup (text, length);
}

/* "Recovery time in h", "Downtime cost EUR": the last word may be a unit. */
static void
push_without_unit (BfHeading *heading, const char *text)
{
  const char *last = strrchr (text, ' ');
  g_autofree char *rest = NULL;

  if (!last || !bf_unit_read (last + 1, &heading->last))
    return;
  rest = g_strndup (text, (gsize) (last - text));
  if (g_str_has_suffix (rest, " in"))
    rest[strlen (rest) - 3] = '\0';
  push_form (heading, rest, 0, TRUE);
}

BfHeading *
bf_heading_new (const char *text)
{
  BfHeading *heading = g_new0 (BfHeading, 1);
  g_autofree char *bare = NULL;
  g_autofree char *trimmed = NULL;
  g_autofree char *spaced = NULL;
  g_autofree char *rangeless = NULL;

  heading->text = bf_tidy (text);
  heading->unit = BF_UNIT_NOTHING;
  read_bracket_unit (heading);
  bare = without_brackets (heading->text);
  trimmed = bf_tidy (bare);
  spaced = g_strdelimit (g_strdup (trimmed), "_", ' ');
  push_form (heading, heading->text, 0, FALSE);
  push_form (heading, trimmed, 0, FALSE);
  push_parts (heading, spaced);
  rangeless = without_range (trimmed);
  push_form (heading, rangeless, 0, FALSE);
  push_without_unit (heading, spaced);
  return heading;
}

void
bf_heading_free (BfHeading *heading)
{
  for (guint i = 0; i < heading->n_forms; i++)
    g_free (heading->forms[i].loose);
  g_free (heading->text);
  g_free (heading);
}

const char *
bf_heading_text (const BfHeading *heading)
{
  return heading->text;
}

const BfUnit *
bf_heading_unit (const BfHeading *heading)
{
  return heading->has_unit ? &heading->unit : NULL;
}

gboolean
bf_heading_match (const BfHeading *heading, BfRecordKind kind, gboolean weak, BfHeadingMatch *match)
{
  ensure_indexes ();
  for (guint i = 0; i < heading->n_forms; i++)
    {
      guint found =
          GPOINTER_TO_UINT (g_hash_table_lookup (indexes[kind][weak], heading->forms[i].loose));
      const BfField *field = found ? &bf_record (kind)->fields[(found & ~EXACT) - 1] : NULL;

      if (!field || (heading->forms[i].part > 0 && field->kind != BF_KIND_ESTIMATE))
        continue;
      match->field = field;
      match->exact = (found & EXACT) != 0;
      match->part = heading->forms[i].part;
      match->unit = heading->has_unit       ? &heading->unit
                    : heading->forms[i].cut ? &heading->last
                                            : NULL;
      return TRUE;
    }
  return FALSE;
}

guint32
bf_heading_records (const BfHeading *heading)
{
  guint32 bits = 0;

  ensure_indexes ();
  for (guint i = 0; i < heading->n_forms; i++)
    bits |= GPOINTER_TO_UINT (g_hash_table_lookup (records_by_form, heading->forms[i].loose));
  return bits;
}

/* --- Names of sheets ---------------------------------------------------------------------- */

/* Every run of letters and digits one word, with a blank on either side. */
static char *
as_words (const char *text)
{
  g_autofree char *folded = bf_fold (text);
  GString *out = g_string_new (" ");

  for (const char *at = folded; *at; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      g_string_append_unichar (out, g_unichar_isalnum (letter) ? letter : ' ');
    }
  g_string_append_c (out, ' ');
  return g_string_free (out, FALSE);
}

static gboolean
has_words (const char *words, const char *list)
{
  g_auto (GStrv) names = g_strsplit (list, "|", -1);

  for (guint i = 0; names[i]; i++)
    {
      g_autofree char *name = as_words (names[i]);

      if (strlen (name) > 2 && strstr (words, name))
        return TRUE;
    }
  return FALSE;
}

gboolean
bf_heading_names_record (const char *name, BfRecordKind kind)
{
  const BfRecord *record = bf_record (kind);
  g_autofree char *words = as_words (name);

  return has_words (words, record->label) || has_words (words, record->plural) ||
         has_words (words, record->table) || has_words (words, record->synonyms);
}
