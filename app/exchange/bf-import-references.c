/* SPDX-License-Identifier: GPL-3.0-or-later */

/* References between rows, after every file has been read: by key or by name, to rows of this
 * import or of the plan. An area that no list defines is made; anything else that is nowhere is an
 * error with the near match. */

#include "bf-import-private.h"
#include "bf-loose.h"
#include "bf-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SEARCHES 100

static const char *
row_key (const BfImportRow *row)
{
  return ((const BfRow *) row->row)->key;
}

/* --- Looking up --------------------------------------------------------------------------- */

static void
add_name (GHashTable *names, const BfField *field, gconstpointer row)
{
  const char *name = BF_AT (const char *, field, row);
  const char *key = ((const BfRow *) row)->key;
  char *folded = name && key ? bf_fold (name) : NULL;
  const char *other = folded ? g_hash_table_lookup (names, folded) : NULL;

  if (!folded)
    return;
  if (other && g_ascii_strcasecmp (other, key) != 0)
    key = "";
  g_hash_table_replace (names, folded, g_strdup (key));
}

static GHashTable *
names_of (BfImport *import, BfRecordKind kind)
{
  const BfField *field = bf_record_field (bf_record (kind), "name");
  GHashTable *names = import->by_name[kind];

  if (names)
    return names;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; field && i < import->rows[kind]->len; i++)
    add_name (names, field, ((const BfImportRow *) g_ptr_array_index (import->rows[kind], i))->row);
  for (guint i = 0; field && import->plan && i < bf_plan_count (import->plan, kind); i++)
    add_name (names, field, bf_plan_row (import->plan, kind, i));
  import->by_name[kind] = names;
  return names;
}

/* The key that is meant; NULL when there is none. Lives as long as the import and the plan. */
static const char *
find_key (BfImport *import, BfRecordKind kind, const char *text)
{
  g_autofree char *folded = bf_fold (text);
  const BfImportRow *row = g_hash_table_lookup (import->by_key[kind], folded);
  const BfRow *known;
  const char *named;

  /* When nothing is taken anyway, one error is told once. */
  if (row)
    return row->bad && (import->flags & BF_IMPORT_GOOD_ROWS) ? NULL : row_key (row);
  known = import->plan ? bf_plan_find (import->plan, kind, text) : NULL;
  if (known)
    return known->key;
  named = g_hash_table_lookup (names_of (import, kind), folded);
  return named && *named ? named : NULL;
}

static void
keep_nearest (const char *key, const char *text, const char **best, double *distance)
{
  double now = bf_distance (key, text);

  if (now < *distance)
    {
      *distance = now;
      *best = key;
    }
}

static const char *
find_near (BfImport *import, BfRecordKind kind, const char *text)
{
  const char *best = NULL;
  /* A list against the wrong plan has as many errors as rows; a hundred hints are enough. */
  gboolean enough = import->n_searched++ >= MAX_SEARCHES;
  double distance = MIN (2.5, (double) g_utf8_strlen (text, -1) * 0.3 + 0.01);

  for (guint i = 0; !enough && i < import->rows[kind]->len; i++)
    {
      const BfImportRow *row = g_ptr_array_index (import->rows[kind], i);

      /* An area that was made is no sign of what another should be. */
      if (row_key (row) && row->sheet && !row->bad)
        keep_nearest (row_key (row), text, &best, &distance);
    }
  for (guint i = 0; !enough && import->plan && i < bf_plan_count (import->plan, kind); i++)
    keep_nearest (
        ((const BfRow *) bf_plan_row (import->plan, kind, i))->key, text, &best, &distance);
  return best;
}

/* The whole reference, or list of them, with @key in the place of @text. */
static char *
replace_part (const BfImportRow *row, const BfField *field, const char *text, const char *key)
{
  g_autofree char *all = bf_field_text (field, row->row);
  g_auto (GStrv) parts = g_strsplit_set (all, ";,\n|", -1);
  g_autoptr (GString) keys = g_string_new (NULL);

  if (field->kind == BF_KIND_REFERENCE)
    return g_strdup (key);
  for (guint i = 0; parts[i]; i++)
    {
      g_autofree char *part = bf_tidy (parts[i]);

      if (*part)
        g_string_append_printf (
            keys, "%s%s", keys->len ? "; " : "", g_str_equal (part, text) ? key : part);
    }
  return g_strdup (keys->str);
}

/* --- Areas that nobody lists -------------------------------------------------------------- */

/* A row of that key that is not taken must not join the one that is made. */
static void
forget_row (BfImport *import, BfRecordKind kind, const char *key)
{
  g_autofree char *folded = bf_fold (key);

  g_hash_table_remove (import->by_key[kind], folded);
}

static const char *
make_area (BfImport *import, const BfImportRow *from, const BfField *field, const char *text)
{
  const char *near = find_near (import, BF_AREA, text);
  const BfColumn *column = from->sheet ? bf_layout_column_of (from->sheet->layout, field) : NULL;
  BfImportRow *row = bf_import_row_new (BF_AREA, NULL, 0, 0);
  g_autofree char *key = bf_tidy (text);
  BfProblem *note;

  forget_row (import, BF_AREA, key);
  bf_import_set (import, row, bf_import_field (BF_AREA, "key"), key);
  bf_import_set (import, row, bf_import_field (BF_AREA, "name"), key);
  bf_import_add (import, row);
  note = bf_import_tell (import,
                         BF_PROBLEM_NOTE,
                         from->sheet,
                         from->number,
                         from->line,
                         column,
                         key,
                         g_strdup (_ ("No usable row describes this area, so it was created.")),
                         /* Translators: %s is the key of an area. */
                         near ? g_strdup_printf (_ ("Did you mean “%s”?"), near) : NULL);
  note->suggestion = near ? replace_part (from, field, key, near) : NULL;
  return row_key (row);
}

/* --- Resolving ---------------------------------------------------------------------------- */

static void
tell_nowhere (BfImport *import, BfImportRow *row, const BfField *field, const char *text)
{
  const char *near = find_near (import, field->target, text);
  const char *label = _ (bf_record (field->target)->plural);
  g_autofree char *folded = bf_fold (text);
  BfProblem *problem;

  if (g_hash_table_contains (import->by_key[field->target], folded))
    {
      bf_import_tell_row (import,
                          row,
                          field,
                          text,
                          g_strdup (_ ("The row that it points to has an error of its own.")),
                          g_strdup (_ ("Mend that row.")));
      return;
    }
  problem = bf_import_tell_row (
      import,
      row,
      field,
      text,
      /* Translators: %s is the name of a list, such as Systems. */
      g_strdup_printf (_ ("There is no such row in “%s”."), label),
      /* Translators: %s is a key. */
      near ? g_strdup_printf (_ ("Did you mean “%s”?"), near)
           : g_strdup_printf (_ ("Add it to the list “%s”, or correct the reference."), label));
  problem->suggestion = near ? replace_part (row, field, text, near) : NULL;
}

/* One reference; NULL when it points nowhere, which is told. */
static const char *
resolve (BfImport *import, BfImportRow *row, const BfField *field, const char *text)
{
  const char *key;

  if (field->target == BF_AREA && bf_words_all (text) && !find_key (import, BF_AREA, text))
    return "all";
  key = find_key (import, field->target, text);
  if (!key && field->target == BF_AREA)
    key = make_area (import, row, field, text);
  if (!key)
    tell_nowhere (import, row, field, text);
  return key;
}

/* "-", "n/a" and the like stand for nothing. */
static gboolean
means_nothing (const char *text)
{
  g_autofree char *loose = bf_loose (text);

  return !*loose || bf_loose_is_in ("na|none|keine|keiner|nil|null", loose);
}

static void
resolve_one (BfImport *import, BfImportRow *row, const BfField *field)
{
  const char *text = BF_AT (const char *, field, row->row);
  const char *key = find_key (import, field->target, text);

  if (!key && means_nothing (text))
    bf_import_set (import, row, field, NULL);
  else if (key || (key = resolve (import, row, field, text)))
    bf_import_set (import, row, field, key);
}

static void
append_key (GString *keys, const char *key)
{
  g_string_append_printf (keys, "%s%s", keys->len ? "; " : "", key);
}

static void
resolve_many (BfImport *import, BfImportRow *row, const BfField *field)
{
  g_autofree char *text = bf_field_text (field, row->row);
  g_auto (GStrv) parts = g_strsplit_set (text, ";,\n|", -1);
  g_autoptr (GString) keys = g_string_new (NULL);
  gboolean good = TRUE;

  for (guint i = 0; parts[i]; i++)
    {
      g_autofree char *part = bf_tidy (parts[i]);
      const char *key;

      if (!*part || (means_nothing (part) && !find_key (import, field->target, part)))
        continue;
      key = resolve (import, row, field, part);
      good &= key != NULL;
      if (key)
        append_key (keys, key);
    }
  if (good)
    bf_import_set (import, row, field, keys->str);
}

static void
resolve_row (BfImport *import, BfImportRow *row)
{
  const BfRecord *record = bf_record (row->kind);

  for (guint i = 0; i < record->n_fields; i++)
    {
      const BfField *field = &record->fields[i];

      if (bf_field_is_blank (field, row->row))
        continue;
      if (field->kind == BF_KIND_REFERENCE)
        resolve_one (import, row, field);
      else if (field->kind == BF_KIND_REFERENCES)
        resolve_many (import, row, field);
    }
}

/* --- Interfaces without a key ------------------------------------------------------------- */

static char *
link_name (const BfInterface *link)
{
  g_autofree char *protocol = bf_field_text (bf_import_field (BF_INTERFACE, "protocol"), link);

  return g_strdup_printf ("%s>%s%s%s",
                          link->source_system,
                          link->target_system,
                          protocol ? ":" : "",
                          protocol ? protocol : "");
}

/* The key of the plan's interface between the same systems; NULL when there is none. */
static const char *
find_link (BfImport *import, const char *name)
{
  g_autofree char *folded = bf_fold (name);

  if (import->links)
    return g_hash_table_lookup (import->links, folded);
  import->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; import->plan && i < bf_plan_count (import->plan, BF_INTERFACE); i++)
    {
      const BfInterface *known = BF_ROW (import->plan, INTERFACE, BfInterface, i);
      g_autofree char *other = link_name (known);

      g_hash_table_insert (import->links, bf_fold (other), (gpointer) known->row.key);
    }
  return g_hash_table_lookup (import->links, folded);
}

static void
name_link (BfImport *import, BfImportRow *row)
{
  g_autofree char *made = link_name (row->row);
  const char *known = find_link (import, made);

  bf_import_set (import, row, bf_import_field (BF_INTERFACE, "interface_id"), known ? known : made);
}

/* Interfaces without a key come in again, with the one that follows from their systems. */
static void
name_links (BfImport *import)
{
  g_autoptr (GPtrArray) nameless = g_ptr_array_new ();
  GPtrArray *rows = import->rows[BF_INTERFACE];
  guint kept = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      BfImportRow *row = g_ptr_array_index (rows, i);

      if (row_key (row) || row->bad)
        rows->pdata[kept++] = row;
      else
        g_ptr_array_add (nameless, row);
    }
  rows->len = kept;
  for (guint i = 0; i < nameless->len; i++)
    {
      name_link (import, g_ptr_array_index (nameless, i));
      bf_import_add (import, g_ptr_array_index (nameless, i));
    }
}

/* --- Rows that point to bad rows ---------------------------------------------------------- */

static void
check_key (BfImport *import, BfImportRow *row, const BfField *field, const char *key)
{
  if (row->bad || find_key (import, field->target, key) ||
      (field->target == BF_AREA && bf_words_all (key)))
    return;
  tell_nowhere (import, row, field, key);
}

static void
check_references (BfImport *import, BfImportRow *row)
{
  const BfRecord *record = bf_record (row->kind);

  for (guint i = 0; i < record->n_fields; i++)
    {
      const BfField *field = &record->fields[i];

      if (bf_field_is_blank (field, row->row))
        continue;
      if (field->kind == BF_KIND_REFERENCE)
        check_key (import, row, field, BF_AT (const char *, field, row->row));
      else if (field->kind == BF_KIND_REFERENCES)
        for (const char *const *keys = BF_AT (const char *const *, field, row->row); *keys; keys++)
          check_key (import, row, field, *keys);
    }
}

/* One that turns out bad may have others pointing to it, so it goes on until nothing changes. */
static void
drop_dependants (BfImport *import)
{
  guint before;

  do
    {
      before = import->n_errors;
      for (int kind = 0; kind < BF_N_RECORDS; kind++)
        for (guint i = 0; i < import->rows[kind]->len; i++)
          check_references (import, g_ptr_array_index (import->rows[kind], i));
    }
  while (import->n_errors > before);
}

void
bf_import_resolve (BfImport *import)
{
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    for (guint i = 0; i < import->rows[kind]->len; i++)
      resolve_row (import, g_ptr_array_index (import->rows[kind], i));
  name_links (import);
  if (import->flags & BF_IMPORT_GOOD_ROWS)
    drop_dependants (import);
}
