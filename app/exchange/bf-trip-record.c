/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-trip-record.h"

#include "bf-loose.h"
#include "bf-package.h"
#include "bf-reader.h"
#include "bf-workbook-trip.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  BfTripRecord *record;
  gboolean ours;     /* its first row has been met */
  gboolean only_ask; /* nobody wants the rest */
} Reading;

static void
fact_free (gpointer data)
{
  BfTripFact *fact = data;

  g_free (fact->id);
  g_free (fact->heading);
  g_free (fact->text);
  g_free (fact->points);
  g_free (fact);
}

static void
list_free (gpointer data)
{
  BfTripList *list = data;

  g_free (list->sheet);
  g_ptr_array_unref (list->fields);
  g_ptr_array_unref (list->headings);
  g_ptr_array_unref (list->rows);
  g_hash_table_unref (list->by_key);
  g_hash_table_unref (list->facts);
  g_free (list);
}

BfTripRecord *
bf_trip_record_new (void)
{
  BfTripRecord *record = g_new0 (BfTripRecord, 1);

  record->lists = g_ptr_array_new_with_free_func (list_free);
  record->others = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  record->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return record;
}

void
bf_trip_record_free (BfTripRecord *record)
{
  g_free (record->plan_id);
  g_free (record->state);
  g_free (record->scenario);
  g_free (record->editor);
  g_free (record->saved);
  g_ptr_array_unref (record->lists);
  g_ptr_array_unref (record->others);
  g_hash_table_unref (record->words);
  g_free (record);
}

/* --- The hidden sheet --- */

/* "" for a blank cell. Owned by the caller. */
static char *
text_at (const BfReaderRow *row, guint column)
{
  char *text = column < row->n_cells ? bf_cell_shown (&row->cells[column]) : NULL;

  return text ? text : g_strdup ("");
}

static BfTripList *
list_of (const BfTripRecord *record, const char *table)
{
  for (guint i = 0; i < record->lists->len; i++)
    {
      BfTripList *list = record->lists->pdata[i];

      if (g_str_equal (list->record->table, table))
        return list;
    }
  return NULL;
}

static void
take_head (BfTripRecord *record, const BfReaderRow *row)
{
  record->plan_id = text_at (row, BF_TRIP_FIRST);
  record->state = text_at (row, BF_TRIP_FIRST + 1);
  record->scenario = text_at (row, BF_TRIP_FIRST + 2);
}

static void
take_table (BfTripRecord *record, const char *table, const BfReaderRow *row)
{
  g_autofree char *shape = text_at (row, BF_TRIP_FIRST);
  g_autofree char *open = text_at (row, BF_TRIP_FIRST + 2);
  BfTripList *list;

  if (bf_record_for_table (table) == NULL || list_of (record, table))
    return;
  list = g_new0 (BfTripList, 1);
  list->record = bf_record_for_table (table);
  list->pairs = g_str_equal (shape, "pairs");
  list->open = g_str_equal (open, "open");
  list->sheet = text_at (row, BF_TRIP_FIRST + 1);
  list->fields = g_ptr_array_new ();
  list->headings = g_ptr_array_new_with_free_func (g_free);
  list->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  list->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  list->facts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (record->lists, list);
}

static void
take_field (BfTripList *list, const BfReaderRow *row)
{
  g_autofree char *column = text_at (row, BF_TRIP_FIRST);
  const BfField *field = bf_record_field (list->record, column);

  /* A newer program may know more fields: their places are kept. */
  g_ptr_array_add (list->fields, (gpointer) field);
  g_ptr_array_add (list->headings, text_at (row, BF_TRIP_FIRST + 1));
}

static void
take_row (BfTripList *list, const BfReaderRow *row)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  const char *key;

  for (guint i = 0; i < list->fields->len; i++)
    {
      char *text = text_at (row, BF_TRIP_FIRST + i);

      if (*text == '\0')
        g_clear_pointer (&text, g_free);
      g_ptr_array_add (texts, text);
    }
  g_ptr_array_add (list->rows, texts);
  key = texts->len ? texts->pdata[0] : NULL;
  if (key)
    g_hash_table_insert (list->by_key, g_ascii_strdown (key, -1), texts);
}

static void
take_fact (BfTripList *list, const BfReaderRow *row)
{
  g_autofree char *key = text_at (row, BF_TRIP_FIRST);
  g_autofree char *folded = g_ascii_strdown (key, -1);
  GPtrArray *facts = g_hash_table_lookup (list->facts, folded);
  BfTripFact *fact = g_new0 (BfTripFact, 1);

  fact->id = text_at (row, BF_TRIP_FIRST + 1);
  fact->heading = text_at (row, BF_TRIP_FIRST + 2);
  fact->text = text_at (row, BF_TRIP_FIRST + 3);
  fact->points = text_at (row, BF_TRIP_FIRST + 4);
  if (facts == NULL)
    {
      facts = g_ptr_array_new_with_free_func (fact_free);
      g_hash_table_insert (list->facts, g_steal_pointer (&folded), facts);
    }
  g_ptr_array_add (facts, fact);
}

static void
take_word (BfTripRecord *record, const char *table, const BfReaderRow *row)
{
  g_autofree char *column = text_at (row, BF_TRIP_FIRST);
  g_autofree char *stored = text_at (row, BF_TRIP_FIRST + 1);
  g_autofree char *shown = text_at (row, BF_TRIP_FIRST + 2);

  g_hash_table_insert (
      record->words, g_strdup_printf ("%s %s %s", table, column, shown), g_steal_pointer (&stored));
}

static void
take_other (BfTripRecord *record, const BfReaderRow *row)
{
  char **texts = g_new0 (char *, 4);

  for (guint i = 0; i < 3; i++)
    texts[i] = text_at (row, BF_TRIP_TABLE + i);
  g_ptr_array_add (record->others, texts);
}

static void
row_cb (const BfReaderRow *row, gpointer data)
{
  Reading *reading = data;
  g_autofree char *what = text_at (row, BF_TRIP_WHAT);
  g_autofree char *table = text_at (row, BF_TRIP_TABLE);
  BfTripList *list = reading->ours ? list_of (reading->record, table) : NULL;

  if (!reading->ours)
    {
      reading->ours = g_str_equal (what, "brownfield");
      if (reading->ours)
        take_head (reading->record, row);
    }
  else if (reading->only_ask)
    return;
  else if (g_str_equal (what, "table"))
    take_table (reading->record, table, row);
  else if (g_str_equal (what, "word"))
    take_word (reading->record, table, row);
  else if (g_str_equal (what, "other"))
    take_other (reading->record, row);
  else if (list && g_str_equal (what, "field"))
    take_field (list, row);
  else if (list && g_str_equal (what, "row"))
    take_row (list, row);
  else if (list && g_str_equal (what, "fact"))
    take_fact (list, row);
}

static gboolean
sheet_cb (const char *name, gboolean hidden, gpointer data)
{
  return g_strcmp0 (name, BF_TRIP_SHEET) == 0;
}

static void
merge_cb (const BfReaderRange *range, gpointer data)
{
}

static gboolean
read_hidden (const char *path, Reading *reading, GCancellable *cancellable, GError **error)
{
  const BfReaderCalls calls = { .sheet = sheet_cb, .row = row_cb, .merge = merge_cb };

  return bf_reader_read (path, &calls, reading, cancellable, error);
}

/* --- Who saved it --- */

typedef struct
{
  BfTripRecord *record;
  GString *text;
  char *creator;
} Properties;

static void
start_cb (const char *name,
          const char *space,
          const BfXmlAttributes *attributes,
          gpointer data,
          GError **error)
{
  g_string_truncate (((Properties *) data)->text, 0);
}

static void
end_cb (const char *name, const char *space, gpointer data, GError **error)
{
  Properties *properties = data;
  g_autofree char *text = bf_tidy (properties->text->str);

  if (g_str_equal (name, "creator"))
    {
      g_free (properties->creator);
      properties->creator = g_steal_pointer (&text);
    }
  else if (g_str_equal (name, "lastModifiedBy") && *text)
    {
      g_free (properties->record->editor);
      properties->record->editor = g_steal_pointer (&text);
    }
  else if (g_str_equal (name, "modified") && text && strlen (text) >= 10)
    {
      g_free (properties->record->saved);
      properties->record->saved = g_strndup (text, 10);
    }
  g_string_truncate (properties->text, 0);
}

static void
text_cb (const char *text, int length, gpointer data)
{
  g_string_append_len (((Properties *) data)->text, text, length);
}

/* Without them nobody is named. */
static void
read_properties (BfTripRecord *record, const char *path)
{
  const BfXmlCalls calls = { start_cb, end_cb, text_cb };
  g_autoptr (BfPackage) package = bf_package_open (path, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  Properties properties = { record, text, NULL };

  if (package && bf_package_has (package, "docProps/core.xml"))
    bf_package_parse (package, "docProps/core.xml", &calls, &properties, NULL, NULL);
  /* As it was exported: openpyxl and LibreOffice name nobody. */
  if (g_strcmp0 (record->editor, properties.creator) == 0)
    g_clear_pointer (&record->editor, g_free);
  g_free (properties.creator);
}

/* --- Public --- */

gboolean
bf_trip_record_is_in (const char *path)
{
  g_autoptr (BfTripRecord) record = bf_trip_record_new ();
  Reading reading = { record, FALSE, TRUE };

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) && read_hidden (path, &reading, NULL, NULL) &&
         reading.ours;
}

BfTripRecord *
bf_trip_record_read (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (BfTripRecord) record = bf_trip_record_new ();
  Reading reading = { record, FALSE, FALSE };

  if (!read_hidden (path, &reading, cancellable, error))
    return NULL;
  if (!reading.ours)
    {
      g_autofree char *name = g_path_get_basename (path);

      g_set_error (error,
                   BF_READER_ERROR,
                   BF_READER_ERROR_FORMAT,
                   /* Translators: %s is a file. */
                   _ ("%s: it is no workbook that Brownfield wrote."),
                   name);
      return NULL;
    }
  read_properties (record, path);
  return g_steal_pointer (&record);
}

const char *
bf_trip_record_word (const BfTripRecord *record,
                     const BfRecord *of,
                     const BfField *field,
                     const char *shown)
{
  g_autofree char *name = g_strdup_printf ("%s %s %s", of->table, field->column, shown);

  return g_hash_table_lookup (record->words, name);
}

const GPtrArray *
bf_trip_list_find (const BfTripList *list, const char *key)
{
  g_autofree char *folded = g_ascii_strdown (key, -1);

  return g_hash_table_lookup (list->by_key, folded);
}

const GPtrArray *
bf_trip_list_facts (const BfTripList *list, const char *key)
{
  g_autofree char *folded = g_ascii_strdown (key, -1);

  return g_hash_table_lookup (list->facts, folded);
}
