/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-round-trip-private.h"

#include "bf-loose.h"
#include "bf-mspdi-reader.h"
#include "bf-mspdi-trip.h"

#include <glib/gi18n-lib.h>

static void
item_free (gpointer data)
{
  BfTripItem *item = data;

  g_free (item->key);
  g_free (item->id);
  g_free (item->place);
  g_free (item->was);
  g_free (item->is);
  g_free (item->wanted);
  g_free (item->sentence);
  g_clear_pointer (&item->values, g_ptr_array_unref);
  g_free (item);
}

void
bf_round_trip_free (BfRoundTrip *trip)
{
  g_clear_pointer (&trip->record, bf_trip_record_free);
  g_clear_pointer (&trip->grids, g_ptr_array_unref);
  g_clear_pointer (&trip->plan, bf_plan_unref);
  g_ptr_array_unref (trip->items);
  g_ptr_array_unref (trip->notes);
  g_free (trip->label);
  g_free (trip);
}

/* --- Items --- */

static char *
place_of (const BfTripRow *at, int column)
{
  g_autofree char *letters = column < 0 ? NULL : bf_column_letters ((guint) column);
  const char *sheet = at->place->grid->name;

  if (at->row == NULL)
    return g_strdup (sheet);
  return g_strdup_printf ("%s!%s%u", sheet, letters ? letters : "", at->row->row);
}

static BfTripItem *
add_item (const BfTripRow *at, BfTripKind kind, const BfField *field, int column)
{
  BfTripItem *item = g_new0 (BfTripItem, 1);

  item->kind = kind;
  item->record = at->place->list->record;
  item->key = g_strdup (at->key);
  item->field = field;
  item->id = g_strdup_printf (
      "%s:%s%s%s", item->record->table, at->key, field ? ":" : "", field ? field->column : "");
  item->place = place_of (at, column);
  g_ptr_array_add (at->trip->items, item);
  return item;
}

void
bf_trip_row_unclear (
    const BfTripRow *at, const BfField *field, int column, const char *wanted, char *why)
{
  BfTripItem *item = add_item (at, BF_TRIP_UNCLEAR, field, column);

  item->wanted = g_strdup (wanted);
  item->sentence = why;
}

/* --- A row that was exported --- */

static char *
known_text (const BfTripRow *at, const BfField *field)
{
  return at->known ? bf_field_text (field, at->known) : NULL;
}

/* Rows of steps are made when a meeting says something about one. */
static gboolean
must_be_known (const BfTripRow *at)
{
  return at->place->list->record->kind != BF_STEP;
}

void
bf_trip_row_change (const BfTripRow *at, guint i, const char *wanted, int column)
{
  const BfField *field = at->place->list->fields->pdata[i];
  const char *was = at->base->pdata[i];
  g_autofree char *is = known_text (at, field);
  gboolean stays = bf_trip_value_same (at->place->list->record, field, is, was);
  BfTripItem *item;

  if (at->known && bf_trip_value_same (at->place->list->record, field, is, wanted))
    return;
  if (at->known == NULL && must_be_known (at))
    {
      bf_trip_row_unclear (
          at, field, column, wanted, g_strdup (_ ("The plan no longer has this row.")));
      return;
    }
  item = add_item (at, stays ? BF_TRIP_CHANGED : BF_TRIP_CONFLICT, field, column);
  item->was = g_strdup (was);
  item->is = g_steal_pointer (&is);
  item->wanted = g_strdup (wanted);
  if (!stays)
    item->sentence = g_strdup (_ ("The plan has changed here since the workbook was written."));
}

static void
compare_cell (const BfTripRow *at, guint i, const BfCell *cell, int column)
{
  const BfTripList *list = at->place->list;
  const BfField *field = list->fields->pdata[i];
  g_autofree char *wanted = NULL, *why = NULL;

  if (!bf_trip_value_read (at->trip, list->record, field, cell, &wanted, &why))
    {
      g_autofree char *shown = bf_cell_shown (cell);

      if (!bf_trip_value_same (list->record, field, shown, at->base->pdata[i]))
        bf_trip_row_unclear (at, field, column, shown, g_steal_pointer (&why));
    }
  else if (!bf_trip_value_same (list->record, field, wanted, at->base->pdata[i]))
    bf_trip_row_change (at, i, wanted, column);
}

static void
compare_row (const BfTripRow *at)
{
  for (guint i = 1; i < at->place->list->fields->len; i++)
    if (at->place->list->fields->pdata[i] && g_array_index (at->place->columns, int, i) >= 0)
      compare_cell (at,
                    i,
                    bf_trip_place_cell (at->place, at->row, i),
                    g_array_index (at->place->columns, int, i));
  bf_trip_facts_compare (at);
}

/* --- A row that was not --- */

static guint
count_filled (const BfTripPlace *place, const BfGridRow *row)
{
  guint n = 0;

  for (guint i = 1; i < place->list->fields->len; i++)
    n += place->list->fields->pdata[i] != NULL &&
         bf_trip_place_cell (place, row, i)->kind != BF_CELL_BLANK;
  return n;
}

/* FALSE when a cell cannot be read; that is told. */
static gboolean
read_values (const BfTripRow *at, GPtrArray *values)
{
  const BfTripList *list = at->place->list;
  gboolean good = TRUE;

  g_ptr_array_set_size (values, (gint) list->record->n_fields);
  values->pdata[0] = g_strdup (at->key);
  for (guint i = 1; i < list->fields->len; i++)
    {
      const BfField *field = list->fields->pdata[i];
      g_autofree char *text = NULL, *why = NULL;
      const BfCell *cell = bf_trip_place_cell (at->place, at->row, i);

      if (field == NULL)
        continue;
      if (bf_trip_value_read (at->trip, list->record, field, cell, &text, &why))
        values->pdata[field - list->record->fields] = g_steal_pointer (&text);
      else
        {
          g_autofree char *shown = bf_cell_shown (cell);

          bf_trip_row_unclear (
              at, field, g_array_index (at->place->columns, int, i), shown, g_steal_pointer (&why));
          good = FALSE;
        }
    }
  return good;
}

static const BfField *
missing_field (const BfRecord *record, const GPtrArray *values)
{
  for (guint i = 0; i < record->n_fields; i++)
    if (record->fields[i].required && values->pdata[i] == NULL)
      return &record->fields[i];
  return NULL;
}

static void
add_row (const BfTripRow *at)
{
  const BfRecord *record = at->place->list->record;
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  const BfField *missing;

  if (!read_values (at, values))
    return;
  missing = missing_field (record, values);
  if (missing)
    /* Translators: the name of a column. */
    bf_trip_row_unclear (
        at,
        NULL,
        -1,
        NULL,
        g_strdup_printf (_ ("A new row needs a value in “%s”."), _ (missing->label)));
  else
    add_item (at, BF_TRIP_ADDED, NULL, -1)->values = g_steal_pointer (&values);
}

static void
meet_unknown_row (const BfTripRow *at)
{
  if (count_filled (at->place, at->row) == 0)
    return;
  if (!at->place->list->open)
    bf_trip_row_unclear (at, NULL, -1, NULL, g_strdup (_ ("Rows cannot be added to this list.")));
  else if (at->known)
    bf_trip_row_unclear (
        at,
        NULL,
        -1,
        NULL,
        g_strdup (_ ("The plan has got a row of this key since; change it there.")));
  else
    add_row (at);
}

/* --- A row that is gone --- */

static void
meet_lost_row (const BfTripRow *at)
{
  const BfTripList *list = at->place->list;
  gboolean stays = TRUE;
  BfTripItem *item;

  if (at->known == NULL)
    return;
  for (guint i = 1; i < list->fields->len; i++)
    {
      const BfField *field = list->fields->pdata[i];
      g_autofree char *is = field ? known_text (at, field) : NULL;

      stays = stays &&
              (field == NULL || bf_trip_value_same (list->record, field, is, at->base->pdata[i]));
    }
  item = add_item (at, stays ? BF_TRIP_REMOVED : BF_TRIP_CONFLICT, NULL, -1);
  if (!stays)
    item->sentence = g_strdup (_ ("The row is gone from the workbook, but the plan has changed it "
                                  "since."));
}

/* --- Lists --- */

static char *
key_of (const BfTripPlace *place, const BfGridRow *row)
{
  g_autofree char *shown = bf_cell_shown (bf_trip_place_cell (place, row, 0));

  return bf_tidy (shown ? shown : "");
}

static void
meet_row (BfRoundTrip *trip, const BfTripPlace *place, const BfGridRow *row, GHashTable *met)
{
  g_autofree char *key = key_of (place, row);
  BfTripRow at = { trip, place, row, NULL, NULL, key };
  gpointer base;

  if (*key == '\0')
    {
      if (place->list->open && count_filled (place, row) > 0)
        bf_trip_row_unclear (&at, NULL, -1, NULL, g_strdup (_ ("The row has no key.")));
      return;
    }
  base = (gpointer) bf_trip_list_find (place->list, key);
  at.base = base;
  at.known = bf_plan_find (trip->plan, place->list->record->kind, key);
  if (base == NULL)
    meet_unknown_row (&at);
  else if (!g_hash_table_add (met, base))
    bf_trip_row_unclear (&at, NULL, -1, NULL, g_strdup (_ ("The row stands there twice.")));
  else
    compare_row (&at);
}

static void
meet_lost_rows (BfRoundTrip *trip, const BfTripPlace *place, GHashTable *met)
{
  for (guint i = 0; i < place->list->rows->len; i++)
    {
      const GPtrArray *base = place->list->rows->pdata[i];
      BfTripRow at = { trip, place, NULL, base, NULL, base->pdata[0] };

      if (at.key == NULL || g_hash_table_contains (met, base))
        continue;
      at.known = bf_plan_find (trip->plan, place->list->record->kind, at.key);
      meet_lost_row (&at);
    }
}

static void
compare_list (BfRoundTrip *trip, const BfTripPlace *place)
{
  g_autoptr (GHashTable) met = g_hash_table_new (NULL, NULL);

  for (guint i = place->heading + 1; i < place->end; i++)
    meet_row (trip, place, bf_grid_row (place->grid, i), met);
  if (place->list->open)
    meet_lost_rows (trip, place, met);
}

/* The field whose label stands in the row; 0 none. */
static guint
field_of_label (const BfTripPlace *place, const BfGridRow *row)
{
  g_autofree char *shown = bf_cell_shown (bf_trip_place_cell (place, row, 0));
  g_autofree char *label = bf_tidy (shown ? shown : "");

  for (guint i = 1; i < place->list->headings->len; i++)
    if (place->list->fields->pdata[i] && g_str_equal (place->list->headings->pdata[i], label))
      return i;
  return 0;
}

/* Values stand right of their labels. */
static void
compare_pairs (BfRoundTrip *trip, const BfTripPlace *place)
{
  const GPtrArray *base = place->list->rows->len ? place->list->rows->pdata[0] : NULL;
  int column = g_array_index (place->columns, int, 0) + 1;
  BfTripRow at = { trip, place, NULL, base, NULL, NULL };

  if (base == NULL || base->pdata[0] == NULL)
    return;
  at.key = base->pdata[0];
  at.known = bf_plan_find (trip->plan, place->list->record->kind, at.key);
  for (guint i = place->heading + 1; i < place->end; i++)
    {
      guint field;

      at.row = bf_grid_row (place->grid, i);
      field = field_of_label (place, at.row);
      if (field > 0)
        {
          /* Where the item says that it stands. */
          g_array_index (place->columns, int, field) = column;
          compare_cell (&at, field, bf_grid_row_cell (at.row, (guint) column), column);
        }
    }
}

static void
compare_all (BfRoundTrip *trip)
{
  for (guint i = 0; i < trip->record->lists->len; i++)
    {
      const BfTripList *list = trip->record->lists->pdata[i];
      BfTripPlace place;

      if (!bf_trip_place_find (trip, list, &place))
        {
          if (list->rows->len > 0)
            g_ptr_array_add (trip->notes,
                             /* Translators: the name of a list, such as Systems. */
                             g_strdup_printf (_ ("The list “%s” is not in the workbook; it was "
                                                 "left alone."),
                                              _ (list->record->plural)));
          continue;
        }
      if (list->pairs)
        compare_pairs (trip, &place);
      else
        compare_list (trip, &place);
      bf_trip_place_clear (&place);
    }
}

/* --- The whole --- */

gboolean
bf_round_trip_is_ours (const char *path)
{
  return bf_trip_record_is_in (path) || bf_project_is_in (path);
}

static char *
make_label (const BfTripRecord *record, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (record->saved == NULL)
    /* Translators: %s is a file; the label of an edit. */
    return g_strdup_printf (_ ("Workbook “%s”"), name);
  /* Translators: a file, then a day such as 2028-05-12; the label of an edit. */
  return g_strdup_printf (_ ("Workbook “%s” of %s"), name, record->saved);
}

gboolean
bf_round_trip_is_of (const BfRoundTrip *trip,
                     BfDocument *document,
                     const char *path,
                     GError **error)
{
  const BfTripRecord *record = trip->record;
  g_autoptr (GPtrArray) history = bf_document_history (document, error);
  const BfHistoryEntry *first = history && history->len ? history->pdata[0] : NULL;
  g_autofree char *name = NULL;

  if (history == NULL)
    return FALSE;
  if (*record->plan_id == '\0' || (first && g_str_equal (first->uuid, record->plan_id)))
    return TRUE;
  name = g_filename_display_basename (path);
  g_set_error (error,
               G_IO_ERROR,
               G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: %s is a file. */
               _ ("“%s” was written from another plan. Open the plan that it shows, and import it "
                  "there."),
               name);
  return FALSE;
}

BfRoundTrip *
bf_round_trip_blank (BfDocument *document)
{
  BfRoundTrip *trip = g_new0 (BfRoundTrip, 1);

  trip->items = g_ptr_array_new_with_free_func (item_free);
  trip->notes = g_ptr_array_new_with_free_func (g_free);
  trip->plan = bf_document_snapshot (document);
  trip->record = bf_trip_record_new ();
  return trip;
}

BfRoundTrip *
bf_round_trip_new (const char *path,
                   BfDocument *document,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (BfRoundTrip) trip = NULL;

  if (bf_project_is_in (path))
    return bf_mspdi_trip_new (path, document, error);
  trip = bf_round_trip_blank (document);
  bf_trip_record_free (trip->record);
  trip->record = bf_trip_record_read (path, cancellable, error);
  if (!trip->record || !bf_round_trip_is_of (trip, document, path, error))
    return NULL;
  trip->grids = bf_grids_read (path, NULL, NULL, cancellable, error);
  if (!trip->grids)
    return NULL;
  trip->label = make_label (trip->record, path);
  compare_all (trip);
  g_clear_pointer (&trip->grids, g_ptr_array_unref);
  return g_steal_pointer (&trip);
}

const GPtrArray *
bf_round_trip_items (const BfRoundTrip *trip)
{
  return trip->items;
}

const GPtrArray *
bf_round_trip_notes (const BfRoundTrip *trip)
{
  return trip->notes;
}

const char *
bf_round_trip_label (const BfRoundTrip *trip)
{
  return trip->label;
}

const char *
bf_round_trip_editor (const BfRoundTrip *trip)
{
  return trip->record->editor;
}
