/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of the sheets of an .ods file. Cells and rows that repeat are told by count. */

#include "bf-package.h"
#include "bf-reader-private.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define TABLE "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define TEXT "urn:oasis:names:tc:opendocument:xmlns:text:1.0"

typedef struct
{
  BfReader *reader;
  GHashTable *hidden_styles;
  char *style;     /* of tables, being declared */
  gboolean sheets; /* inside office:spreadsheet */
  int tables;      /* depth; a table inside a cell is not one of ours */
  gboolean wanted;
  guint row, row_times;
  gboolean row_hidden;
  guint column, column_times;
  gboolean in_cell, covered;
  int skipped; /* depth inside something in a cell that is no text of it */
  gboolean in_text;
  guint paragraphs;
  char type[16];
  char value[40];
  gboolean formula;
  guint columns_spanned, rows_spanned;
  GString *text;
  GArray *merges; /* BfReaderRange */
} Ods;

/* --- Sheets and rows ---------------------------------------------------------------------- */

static void
begin_table (Ods *ods, const BfXmlAttributes *attributes)
{
  g_autofree char *name = NULL;
  g_autofree char *style = NULL;

  if (!ods->sheets || ods->tables++ > 0)
    return;
  name = bf_xml_attribute_dup (attributes, "name");
  style = bf_xml_attribute_dup (attributes, "style-name");
  ods->row = 1;
  g_array_set_size (ods->merges, 0);
  /* A copy of a sheet of another file. */
  ods->wanted = name && !g_str_has_prefix (name, "'file:") &&
                bf_reader_begin_sheet (
                    ods->reader, name, style && g_hash_table_contains (ods->hidden_styles, style));
}

static void
end_table (Ods *ods)
{
  if (!ods->sheets || --ods->tables > 0)
    return;
  for (guint i = 0; ods->wanted && i < ods->merges->len; i++)
    ods->reader->calls->merge (&g_array_index (ods->merges, BfReaderRange, i), ods->reader->data);
  ods->wanted = FALSE;
}

static void
begin_row (Ods *ods, const BfXmlAttributes *attributes)
{
  char visibility[16];

  ods->row_times = MAX (bf_xml_attribute_uint (attributes, "number-rows-repeated", 1), 1);
  bf_xml_attribute (attributes, "visibility", visibility, sizeof visibility);
  ods->row_hidden = g_str_equal (visibility, "collapse") || g_str_equal (visibility, "filter");
  ods->column = 0;
}

static void
end_row (Ods *ods, GError **error)
{
  bf_reader_end_rows (ods->reader, ods->row, ods->row_times, ods->row_hidden, error);
  ods->row += MIN (ods->row_times, BF_READER_MAX_ROWS + 1);
}

/* --- Cells -------------------------------------------------------------------------------- */

static void
begin_cell (Ods *ods, const BfXmlAttributes *attributes, gboolean covered)
{
  static const char *const values[] = { "value", "date-value", "time-value", "boolean-value" };
  char formula[4];

  ods->in_cell = TRUE;
  ods->covered = covered;
  ods->paragraphs = 0;
  g_string_truncate (ods->text, 0);
  ods->column_times = MAX (bf_xml_attribute_uint (attributes, "number-columns-repeated", 1), 1);
  ods->columns_spanned = bf_xml_attribute_uint (attributes, "number-columns-spanned", 1);
  ods->rows_spanned = bf_xml_attribute_uint (attributes, "number-rows-spanned", 1);
  ods->formula = bf_xml_attribute (attributes, "formula", formula, sizeof formula);
  /* LibreOffice writes its own type beside the standard's: an error is a string there. */
  bf_xml_attribute (attributes, "value-type", ods->type, sizeof ods->type);
  ods->value[0] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (bf_xml_attribute (attributes, values[i], ods->value, sizeof ods->value))
      break;
}

/* "PT36H30M00S" in days. */
static gboolean
read_duration (const char *text, double *days)
{
  static const struct
  {
    char letter;
    double days;
  } units[] = { { 'D', 1 }, { 'H', 1.0 / 24 }, { 'M', 1.0 / 1440 }, { 'S', 1.0 / 86400 } };
  gboolean negative = *text == '-';
  double sum = 0;

  text += negative;
  if (*text++ != 'P')
    return FALSE;
  while (*text)
    {
      char *end;
      double number;

      if (*text == 'T')
        text++;
      number = g_ascii_strtod (text, &end);
      if (end == text)
        return FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (units); i++)
        if (*end == units[i].letter)
          sum += number * units[i].days;
      text = *end ? end + 1 : end;
    }
  *days = negative ? -sum : sum;
  return TRUE;
}

static gboolean
set_typed (Ods *ods, BfCell *cell)
{
  gboolean percent = g_str_equal (ods->type, "percentage");
  char *end;

  if (percent || g_str_equal (ods->type, "float") || g_str_equal (ods->type, "currency"))
    {
      cell->number = g_ascii_strtod (ods->value, &end);
      cell->flags = percent ? BF_FORMAT_PERCENT : 0;
      cell->kind = BF_CELL_NUMBER;
      return end != ods->value && isfinite (cell->number);
    }
  if (g_str_equal (ods->type, "time"))
    {
      cell->kind = BF_CELL_NUMBER;
      cell->flags = BF_FORMAT_ELAPSED;
      return read_duration (ods->value, &cell->number);
    }
  if (g_str_equal (ods->type, "boolean"))
    {
      cell->kind = BF_CELL_BOOLEAN;
      cell->number = g_str_equal (ods->value, "true");
      return TRUE;
    }
  return g_str_equal (ods->type, "date") && bf_reader_set_iso (cell, ods->value);
}

static gboolean
is_error_text (const char *text)
{
  return g_str_has_prefix (text, "Err:") ||
         (text[0] == '#' && (strchr (text, '!') || strchr (text, '?') ||
                             g_str_equal (text, "#N/A") || g_str_equal (text, "#NV")));
}

static void
set_cell (Ods *ods, BfCell *cell)
{
  const char *shown =
      ods->text->len ? bf_reader_keep (ods->reader, ods->text->str, (gssize) ods->text->len) : NULL;

  if (!*ods->type && ods->formula)
    cell->kind = BF_CELL_FORMULA;
  else if (ods->formula && shown && is_error_text (shown))
    cell->kind = BF_CELL_ERROR;
  else if (*ods->type && set_typed (ods, cell))
    {
      /* The text says whether the hours of a midnight are shown. */
      if (cell->kind == BF_CELL_DATE && shown && strchr (shown, ':'))
        cell->flags |= BF_FORMAT_TIME;
    }
  else
    cell->kind = shown ? BF_CELL_TEXT : BF_CELL_BLANK;
  if (cell->kind != BF_CELL_BOOLEAN)
    cell->text = shown;
}

static void
end_cell (Ods *ods, GError **error)
{
  gboolean filled =
      !ods->covered && (ods->text->len > 0 || *ods->value || (ods->formula && !*ods->type));
  BfCell cell = BF_CELL_NOTHING;

  ods->in_cell = FALSE;
  if (!ods->covered && (ods->columns_spanned > 1 || ods->rows_spanned > 1))
    {
      BfReaderRange range = { ods->row,
                              ods->row + ods->rows_spanned - 1,
                              ods->column,
                              ods->column + ods->columns_spanned - 1 };

      g_array_append_val (ods->merges, range);
    }
  if (filled)
    set_cell (ods, &cell);
  for (guint i = 0; cell.kind != BF_CELL_BLANK && i < ods->column_times; i++)
    {
      BfCell *place = bf_reader_cell (ods->reader, ods->column + i, error);

      if (!place)
        return;
      *place = cell;
    }
  ods->column += MIN (ods->column_times, BF_READER_MAX_COLUMNS);
}

/* --- Text of a cell ----------------------------------------------------------------------- */

static void
begin_inside (Ods *ods, const char *name, const char *space, const BfXmlAttributes *attributes)
{
  gboolean ours = g_str_equal (space, TEXT) && !g_str_equal (name, "ruby-text");

  if (ods->skipped > 0 || !ours)
    {
      ods->skipped++;
      return;
    }
  if (g_str_equal (name, "p"))
    {
      if (ods->paragraphs++ > 0)
        g_string_append_c (ods->text, '\n');
      ods->in_text = TRUE;
    }
  else if (g_str_equal (name, "s"))
    for (guint n = MIN (bf_xml_attribute_uint (attributes, "c", 1), 1000); n > 0; n--)
      g_string_append_c (ods->text, ' ');
  else if (g_str_equal (name, "tab"))
    g_string_append_c (ods->text, '\t');
  else if (g_str_equal (name, "line-break"))
    g_string_append_c (ods->text, '\n');
}

/* --- The parser's calls ------------------------------------------------------------------- */

static void
start_style (Ods *ods, const char *name, const BfXmlAttributes *attributes)
{
  char value[8];

  if (g_str_equal (name, "style"))
    {
      g_free (ods->style);
      ods->style = bf_xml_attribute_dup (attributes, "name");
    }
  else if (g_str_equal (name, "table-properties") && ods->style &&
           bf_xml_attribute (attributes, "display", value, sizeof value) &&
           g_str_equal (value, "false"))
    g_hash_table_add (ods->hidden_styles, g_strdup (ods->style));
}

static void
start_cb (const char *name,
          const char *space,
          const BfXmlAttributes *attributes,
          gpointer data,
          GError **error)
{
  Ods *ods = data;

  if (ods->in_cell)
    begin_inside (ods, name, space, attributes);
  else if (g_str_equal (name, "spreadsheet"))
    ods->sheets = TRUE;
  else if (!ods->sheets)
    start_style (ods, name, attributes);
  else if (!g_str_equal (space, TABLE))
    return;
  else if (g_str_equal (name, "table"))
    begin_table (ods, attributes);
  else if (g_str_equal (name, "tracked-changes") || g_str_equal (name, "dde-link"))
    ods->tables += 1000;
  else if (!ods->wanted || ods->tables != 1)
    return;
  else if (g_str_equal (name, "table-row"))
    begin_row (ods, attributes);
  else if (g_str_equal (name, "table-cell"))
    begin_cell (ods, attributes, FALSE);
  else if (g_str_equal (name, "covered-table-cell"))
    begin_cell (ods, attributes, TRUE);
}

static void
end_cb (const char *name, const char *space, gpointer data, GError **error)
{
  Ods *ods = data;

  if (ods->in_cell && ods->skipped > 0)
    ods->skipped--;
  else if (ods->in_cell && g_str_equal (space, TEXT))
    ods->in_text = ods->in_text && !g_str_equal (name, "p");
  else if (g_str_equal (name, "spreadsheet"))
    ods->sheets = FALSE;
  else if (!g_str_equal (space, TABLE))
    return;
  else if (ods->in_cell)
    end_cell (ods, error);
  else if (g_str_equal (name, "table"))
    end_table (ods);
  else if (g_str_equal (name, "tracked-changes") || g_str_equal (name, "dde-link"))
    ods->tables -= 1000;
  else if (g_str_equal (name, "table-row") && ods->wanted && ods->tables == 1)
    end_row (ods, error);
}

static void
text_cb (const char *text, int length, gpointer data)
{
  Ods *ods = data;

  if (ods->in_cell && ods->in_text && ods->skipped == 0)
    g_string_append_len (ods->text, text, length);
}

static gboolean
is_encrypted (BfPackage *package)
{
  g_autofree char *manifest = bf_package_read (package, "META-INF/manifest.xml", 65536);

  return manifest && strstr (manifest, "encryption-data");
}

gboolean
bf_ods_read (BfReader *reader, GError **error)
{
  static const BfXmlCalls calls = { start_cb, end_cb, text_cb };
  g_autoptr (BfPackage) package = bf_package_open (reader->path, error);
  g_autoptr (GHashTable) hidden = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) merges = g_array_new (FALSE, FALSE, sizeof (BfReaderRange));
  Ods ods = { .reader = reader, .hidden_styles = hidden, .text = text, .merges = merges };
  gboolean good;

  if (!package)
    return FALSE;
  if (is_encrypted (package))
    {
      g_set_error_literal (error,
                           BF_READER_ERROR,
                           BF_READER_ERROR_ENCRYPTED,
                           _ ("It is protected by a password. Open it in the spreadsheet program, "
                              "save it without a password, and import that file."));
      return FALSE;
    }
  reader->position = bf_package_position;
  reader->at = package;
  good = bf_package_parse (package, "content.xml", &calls, &ods, reader->cancellable, error);
  g_free (ods.style);
  return good;
}
