/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mapping.h"

#include "bf-atomic-file.h"
#include "bf-json-writer.h"
#include "bf-loose.h"
#include "bf-template.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define HEADING_ROWS 30
#define MOST_BYTES (1024 * 1024)

static const char *const parts[] = { "", "min", "likely", "max" };

/* --- The value ---------------------------------------------------------------------------- */

static void
column_free (gpointer data)
{
  g_free (((BfMappingColumn *) data)->heading);
  g_free (data);
}

static BfMapping *
mapping_new (BfRecordKind kind)
{
  BfMapping *mapping = g_new0 (BfMapping, 1);

  mapping->kind = kind;
  mapping->columns = g_ptr_array_new_with_free_func (column_free);
  return mapping;
}

void
bf_mapping_free (BfMapping *mapping)
{
  g_free (mapping->first_row);
  g_ptr_array_unref (mapping->columns);
  g_free (mapping);
}

static BfMappingColumn *
add_column (BfMapping *mapping, const char *heading)
{
  BfMappingColumn *column = g_new0 (BfMappingColumn, 1);

  column->heading = bf_tidy (heading);
  g_ptr_array_add (mapping->columns, column);
  return column;
}

static const BfMappingColumn *
column_at (const BfMapping *mapping, guint i)
{
  return g_ptr_array_index (mapping->columns, i);
}

static gboolean
fail (GError **error, char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentence);
  g_free (sentence);
  return FALSE;
}

BfMapping *
bf_mapping_copy (const BfMapping *mapping)
{
  BfMapping *copy = mapping_new (mapping->kind);

  copy->first_row = g_strdup (mapping->first_row);
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      BfMappingColumn *column = add_column (copy, column_at (mapping, i)->heading);

      column->field = column_at (mapping, i)->field;
      column->part = column_at (mapping, i)->part;
    }
  return copy;
}

/* --- Is it sound? ------------------------------------------------------------------------- */

static gboolean
means_twice (const BfMapping *mapping, guint index)
{
  const BfMappingColumn *column = column_at (mapping, index);

  for (guint i = 0; i < index; i++)
    if (column->field && column_at (mapping, i)->field == column->field &&
        column_at (mapping, i)->part == column->part)
      return TRUE;
  return FALSE;
}

/* The column of letters, "A" the first; -1 when they are none. */
static int
column_of_letters (const char *letters)
{
  guint column = 0;

  for (const char *at = letters; *at; at++)
    {
      if (!g_ascii_isupper (*at) || column > BF_READER_MAX_COLUMNS)
        return -1;
      column = column * 26 + (guint) (*at - 'A') + 1;
    }
  return column > 0 && column <= BF_READER_MAX_COLUMNS ? (int) column - 1 : -1;
}

static gboolean
is_sound (const BfMapping *mapping, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const BfMappingColumn *column = column_at (mapping, i);

      n += column->field != NULL;
      if (!*column->heading)
        return fail (error, g_strdup (_ ("A column of the mapping has no heading.")));
      if (mapping->first_row && column_of_letters (column->heading) < 0)
        return fail (error,
                     /* Translators: a word that should have been A, B, C, ... */
                     g_strdup_printf (_ ("“%s” is no letter of a column, as a table without "
                                         "headings needs it."),
                                      column->heading));
      if (means_twice (mapping, i))
        return fail (error,
                     /* Translators: the name of a field, such as Name. */
                     g_strdup_printf (_ ("Two columns of the mapping mean “%s”; keep one."),
                                      _ (column->field->label)));
    }
  return n > 0 || fail (error, g_strdup (_ ("No column of the mapping means a field.")));
}

/* --- From JSON ---------------------------------------------------------------------------- */

/* NULL when the member is no text. */
static const char *
text_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node && json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node)
                                                                  : NULL;
}

static gboolean
read_meaning (BfMapping *mapping, BfMappingColumn *column, JsonObject *in, GError **error)
{
  const char *name = text_of (in, "field"), *part = text_of (in, "part");
  const BfRecord *record = bf_record (mapping->kind);

  if (!name || !*name)
    return TRUE;
  column->field = bf_record_field (record, name);
  for (int i = 1; part && i < (int) G_N_ELEMENTS (parts); i++)
    if (g_str_equal (part, parts[i]))
      column->part = i;
  if (!column->field)
    return fail (error,
                 /* Translators: a word, and the name of a list such as Systems. */
                 g_strdup_printf (_ ("“%s” is no field of “%s”."), name, _ (record->plural)));
  if (part && (column->part == 0 || column->field->kind != BF_KIND_ESTIMATE))
    return fail (error,
                 /* Translators: two words. */
                 g_strdup_printf (_ ("“%s” is no part of “%s”; three points have the parts min, "
                                     "likely and max."),
                                  part,
                                  name));
  return TRUE;
}

static gboolean
read_column (BfMapping *mapping, JsonNode *node, GError **error)
{
  JsonObject *in = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *heading = in ? text_of (in, "heading") : NULL;

  if (!heading)
    return fail (error, g_strdup (_ ("A column of the mapping has no heading.")));
  return read_meaning (mapping, add_column (mapping, heading), in, error);
}

static BfMapping *
read_object (JsonObject *root, GError **error)
{
  const char *list = text_of (root, "list");
  JsonNode *columns = json_object_get_member (root, "columns");
  BfRecordKind kind = list ? bf_template_find (list) : BF_NO_RECORD;
  g_autoptr (BfMapping) mapping = mapping_new (kind);
  JsonArray *array;

  if (kind == BF_NO_RECORD)
    {
      fail (error,
            g_strdup (_ ("The mapping has to name a list, such as “systems”; “brownfield list "
                         "templates” shows the names.")));
      return NULL;
    }
  if (!columns || !JSON_NODE_HOLDS_ARRAY (columns))
    {
      fail (error, g_strdup (_ ("The mapping has no columns.")));
      return NULL;
    }
  mapping->first_row = g_strdup (text_of (root, "first_row"));
  array = json_node_get_array (columns);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_column (mapping, json_array_get_element (array, i), error))
      return NULL;
  return is_sound (mapping, error) ? g_steal_pointer (&mapping) : NULL;
}

static BfMapping *
read_text (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root =
      length <= MOST_BYTES && json_parser_load_from_data (parser, text, (gssize) length, NULL)
          ? json_parser_get_root (parser)
          : NULL;

  if (root && JSON_NODE_HOLDS_OBJECT (root))
    return read_object (json_node_get_object (root), error);
  fail (error, g_strdup (_ ("It is no mapping; “brownfield map” makes one to fill in.")));
  return NULL;
}

BfMapping *
bf_mapping_read (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  BfMapping *mapping;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  mapping = read_text (text, length, error);
  if (!mapping)
    g_prefix_error (error, "%s: ", path);
  return mapping;
}

/* --- To JSON ------------------------------------------------------------------------------ */

static char *
mapping_text (const BfMapping *mapping)
{
  BfJsonWriter *writer = bf_json_writer_new ();
  g_autofree char *list =
      mapping->kind == BF_NO_RECORD ? g_strdup ("") : bf_template_name (mapping->kind);

  bf_json_object (writer, NULL);
  bf_json_text (writer, "list", list);
  if (mapping->first_row)
    bf_json_text (writer, "first_row", mapping->first_row);
  bf_json_list (writer, "columns");
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const BfMappingColumn *column = column_at (mapping, i);

      bf_json_object (writer, NULL);
      bf_json_text (writer, "heading", column->heading);
      bf_json_text (writer, "field", column->field ? column->field->column : NULL);
      if (column->part > 0)
        bf_json_text (writer, "part", parts[column->part]);
      bf_json_end (writer);
    }
  bf_json_end (writer);
  bf_json_end (writer);
  return bf_json_writer_finish (writer);
}

gboolean
bf_mapping_write (const BfMapping *mapping, const char *path, GError **error)
{
  g_autofree char *text = mapping_text (mapping);

  return bf_atomic_file_save_text (path, text, -1, error);
}

/* --- What is remembered ------------------------------------------------------------------- */

static char *
folder_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "brownfield", "mappings", NULL);
}

/* The headings in their loose forms: the same pattern has the same name. */
static char *
file_name (const BfMapping *mapping)
{
  g_autoptr (GString) pattern = g_string_new (mapping->first_row);
  g_autofree char *sum = NULL;

  for (guint i = 0; i < mapping->columns->len; i++)
    {
      g_autofree char *loose = bf_loose (column_at (mapping, i)->heading);

      g_string_append_printf (pattern, "%s|", loose);
    }
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, pattern->str, -1);
  return g_strdup_printf ("%.16s.json", sum);
}

gboolean
bf_mapping_remember (const BfMapping *mapping, char **path, GError **error)
{
  g_autofree char *folder = folder_path ();
  g_autofree char *name = file_name (mapping);
  g_autofree char *file = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error,
                   G_FILE_ERROR,
                   g_file_error_from_errno (errno),
                   /* Translators: a folder, and the reason in the words of the system. */
                   _ ("The folder “%s” could not be made: %s."),
                   folder,
                   g_strerror (errno));
      return FALSE;
    }
  if (!bf_mapping_write (mapping, file, error))
    return FALSE;
  if (path)
    *path = g_steal_pointer (&file);
  return TRUE;
}

static void
free_mapping (gpointer mapping)
{
  bf_mapping_free (mapping);
}

GPtrArray *
bf_mappings_remembered (void)
{
  GPtrArray *mappings = g_ptr_array_new_with_free_func (free_mapping);
  g_autofree char *folder = folder_path ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      BfMapping *mapping = bf_mapping_read (path, NULL);

      if (mapping)
        g_ptr_array_add (mappings, mapping);
    }
  return mappings;
}

/* --- Sheets ------------------------------------------------------------------------------- */

static char *
heading_at (const BfGridRow *row, guint column)
{
  const BfCell *cell = bf_grid_row_cell (row, column);

  return cell->kind == BF_CELL_TEXT ? bf_tidy (cell->text) : NULL;
}

/* The column of the row with that heading; -1. */
static int
find_heading (const BfGridRow *row, const char *heading)
{
  g_autofree char *wanted = bf_loose (heading);

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = heading_at (row, i);
      g_autofree char *loose = text ? bf_loose (text) : NULL;

      if (loose && *loose && g_str_equal (loose, wanted))
        return (int) i;
    }
  return -1;
}

/* --- Sheets without headings -------------------------------------------------------------- */

/* In a text file every cell is a text. */
static gboolean
looks_like_number (const char *text)
{
  return strpbrk (text, "0123456789") && strspn (text, "0123456789.,-/: ") == strlen (text);
}

static char
sign_of (const BfCell *cell)
{
  switch (cell->kind)
    {
    case BF_CELL_NUMBER:
      return 'N';
    case BF_CELL_DATE:
      return 'D';
    case BF_CELL_BOOLEAN:
      return 'B';
    case BF_CELL_BLANK:
      return '_';
    case BF_CELL_TEXT:
      return looks_like_number (cell->text) ? 'N' : 'T';
    case BF_CELL_ERROR:
    case BF_CELL_FORMULA:
    default:
      return 'T';
    }
}

/* Words alone could be the headings of anything: such a row is known by what it says. */
static char *
shape_of (const BfGridRow *row)
{
  GString *shape = g_string_new (NULL);
  g_autoptr (GChecksum) words = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *shown = bf_cell_shown (&row->cells[i]);

      g_string_append_c (shape, sign_of (&row->cells[i]));
      g_checksum_update (
          words, (const guchar *) (shown ? shown : ""), shown ? (gssize) strlen (shown) + 1 : 1);
    }
  if (strpbrk (shape->str, "NDB") == NULL)
    g_string_append_printf (shape, " %.16s", g_checksum_get_string (words));
  return g_string_free (shape, FALSE);
}

static BfLayout *
layout_of_letters (const BfMapping *mapping, const BfGrid *sheet)
{
  g_autofree char *shape = sheet->rows->len > 0 ? shape_of (bf_grid_row (sheet, 0)) : NULL;
  BfLayout *layout;

  if (g_strcmp0 (shape, mapping->first_row) != 0)
    return NULL;
  layout = bf_layout_new_bare (mapping->kind);
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const BfMappingColumn *column = column_at (mapping, i);
      int at = column_of_letters (column->heading);

      if (column->field && at >= 0)
        bf_layout_add (layout, (guint) at, column->heading, column->field, column->part);
    }
  bf_layout_settle (layout, sheet);
  return layout;
}

BfMapping *
bf_mapping_propose_letters (const BfGrid *sheet, BfRecordKind kind)
{
  g_autoptr (BfMapping) mapping = mapping_new (kind);
  guint n = 0;

  for (guint i = 0; i < MIN (sheet->rows->len, HEADING_ROWS); i++)
    n = MAX (n, bf_grid_row (sheet, i)->n_cells);
  if (n == 0)
    return NULL;
  mapping->first_row = shape_of (bf_grid_row (sheet, 0));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *letters = bf_column_letters (i);

      add_column (mapping, letters);
    }
  return g_steal_pointer (&mapping);
}

/* --- Sheets with headings ----------------------------------------------------------------- */

static gboolean
is_row_of (const BfMapping *mapping, const BfGridRow *row)
{
  for (guint i = 0; i < mapping->columns->len; i++)
    if (find_heading (row, column_at (mapping, i)->heading) < 0)
      return FALSE;
  return TRUE;
}

static void
lay_columns (const BfMapping *mapping, const BfGridRow *row, BfLayout *layout)
{
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const BfMappingColumn *column = column_at (mapping, i);
      guint at = (guint) find_heading (row, column->heading);

      if (column->field)
        bf_layout_add (layout, at, column->heading, column->field, column->part);
    }
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = heading_at (row, i);

      if (text && *text && !bf_layout_has_column (layout, i))
        g_ptr_array_add (layout->unknown, g_steal_pointer (&text));
    }
}

BfLayout *
bf_mapping_layout (const BfMapping *mapping, const BfGrid *sheet)
{
  if (mapping->first_row)
    return layout_of_letters (mapping, sheet);
  for (guint i = 0; i < MIN (sheet->rows->len, HEADING_ROWS); i++)
    if (is_row_of (mapping, bf_grid_row (sheet, i)))
      {
        BfLayout *layout = bf_layout_new (mapping->kind, i);

        lay_columns (mapping, bf_grid_row (sheet, i), layout);
        bf_layout_settle (layout, sheet);
        return layout;
      }
  return NULL;
}

static guint
count_headings (const BfGridRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_cells; i++)
    {
      g_autofree char *text = heading_at (row, i);

      n += text && *text;
    }
  return n;
}

BfMapping *
bf_mapping_propose (const BfGrid *sheet, BfRecordKind kind)
{
  g_autoptr (BfMapping) mapping = mapping_new (kind);
  const BfGridRow *best = NULL;

  for (guint i = 0; i < MIN (sheet->rows->len, HEADING_ROWS); i++)
    if (count_headings (bf_grid_row (sheet, i)) > (best ? count_headings (best) : 0))
      best = bf_grid_row (sheet, i);
  for (guint i = 0; best && i < best->n_cells; i++)
    {
      g_autofree char *text = heading_at (best, i);
      g_autoptr (BfHeading) heading = text && *text ? bf_heading_new (text) : NULL;
      BfMappingColumn *column = heading ? add_column (mapping, text) : NULL;
      BfHeadingMatch match;

      if (!column || kind == BF_NO_RECORD || !bf_heading_match (heading, kind, TRUE, &match))
        if (!column || kind == BF_NO_RECORD || !bf_heading_match (heading, kind, FALSE, &match))
          continue;
      column->field = match.field;
      column->part = match.part;
      if (means_twice (mapping, mapping->columns->len - 1))
        column->field = NULL;
    }
  return mapping->columns->len > 0 ? g_steal_pointer (&mapping) : NULL;
}
