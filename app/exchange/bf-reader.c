/* SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* memmem */

#include "bf-package.h"
#include "bf-reader-private.h"

#include "bf-day.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_FILLED 20000000
#define ROWS_A_REPORT 512
#define MAX_BYTES (1024u * 1024 * 1024)

G_DEFINE_QUARK (bf - reader - error - quark, bf_reader_error)

/* --- The row being filled ----------------------------------------------------------------- */

gboolean
bf_reader_begin_sheet (BfReader *reader, const char *name, gboolean hidden)
{
  return reader->calls->sheet (name, hidden, reader->data);
}

BfCell *
bf_reader_cell (BfReader *reader, guint column, GError **error)
{
  if (column >= BF_READER_MAX_COLUMNS)
    {
      g_set_error (error,
                   BF_READER_ERROR,
                   BF_READER_ERROR_LIMIT,
                   /* Translators: %d is the number of columns. */
                   _ ("It has more than %d columns, more than a spreadsheet can have. Check how "
                      "the file was made, or leave out columns."),
                   BF_READER_MAX_COLUMNS);
      return NULL;
    }
  if (column >= reader->cells->len)
    g_array_set_size (reader->cells, column + 1);
  return &g_array_index (reader->cells, BfCell, column);
}

const char *
bf_reader_keep (BfReader *reader, const char *text, gssize length)
{
  return g_string_chunk_insert_len (reader->texts, text, length);
}

static gboolean
count_cells (BfReader *reader, GError **error)
{
  reader->n_filled += reader->cells->len;
  if (reader->n_filled <= MAX_FILLED)
    return TRUE;
  g_set_error (error,
               BF_READER_ERROR,
               BF_READER_ERROR_LIMIT,
               /* Translators: %d is a number in millions. */
               _ ("It has more than %d million filled cells. Keep only the lists that the plan "
                  "needs."),
               MAX_FILLED / 1000000);
  return FALSE;
}

static void
trim_row (BfReader *reader)
{
  guint length = reader->cells->len;

  while (length > 0 && g_array_index (reader->cells, BfCell, length - 1).kind == BF_CELL_BLANK)
    length--;
  g_array_set_size (reader->cells, length);
}

void
bf_reader_drop_row (BfReader *reader)
{
  g_array_set_size (reader->cells, 0);
  g_string_chunk_clear (reader->texts);
}

static gboolean
deliver_row (BfReader *reader, guint row, guint line, gboolean hidden, GError **error)
{
  BfReaderRow found = {
    .row = row,
    .line = line,
    .hidden = hidden,
    .cells = (const BfCell *) (gpointer) reader->cells->data,
    .n_cells = reader->cells->len,
  };

  if (row > BF_READER_MAX_ROWS)
    {
      g_set_error (error,
                   BF_READER_ERROR,
                   BF_READER_ERROR_LIMIT,
                   /* Translators: %d is the number of rows. */
                   _ ("It has more than %d rows, more than a spreadsheet can have. Divide it into "
                      "several files."),
                   BF_READER_MAX_ROWS);
      return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (reader->cancellable, error) ||
      !count_cells (reader, error))
    return FALSE;
  reader->calls->row (&found, reader->data);
  if (++reader->n_rows % ROWS_A_REPORT == 0 && reader->calls->progress && reader->position)
    reader->calls->progress (reader->position (reader->at), ROWS_A_REPORT, reader->data);
  return TRUE;
}

gboolean
bf_reader_end_row (BfReader *reader, guint row, guint line, gboolean hidden, GError **error)
{
  gboolean good = TRUE;

  trim_row (reader);
  if (reader->cells->len > 0)
    good = deliver_row (reader, row, line, hidden, error);
  bf_reader_drop_row (reader);
  return good;
}

gboolean
bf_reader_end_rows (BfReader *reader, guint row, guint times, gboolean hidden, GError **error)
{
  gboolean good = TRUE;

  trim_row (reader);
  for (guint i = 0; good && reader->cells->len > 0 && i < times; i++)
    good = deliver_row (reader, row + i, 0, hidden, error);
  bf_reader_drop_row (reader);
  return good;
}

/* --- Dates -------------------------------------------------------------------------------- */

void
bf_reader_set_serial (BfReader *reader, BfCell *cell, double serial, gboolean epoch_1904)
{
  cell->kind = BF_CELL_DATE;
  if (epoch_1904 && serial >= 0 && serial < 3000000)
    cell->number = serial + (double) bf_day_from_civil (1904, 1, 1);
  else if (!epoch_1904 && serial >= 61 && serial < 3000000)
    cell->number = serial + (double) bf_day_from_civil (1899, 12, 30);
  else if (!epoch_1904 && serial >= 1 && serial < 60)
    cell->number = serial + (double) bf_day_from_civil (1899, 12, 31);
  else
    {
      g_autofree char *text = bf_number_shortest (serial);

      cell->number = NAN;
      cell->text = bf_reader_keep (reader, text, -1);
    }
}

gboolean
bf_reader_set_iso (BfCell *cell, const char *text)
{
  g_autofree char *head = g_strndup (text, 16);
  gint64 minute, day;

  if (bf_minute_parse (head, &minute))
    {
      cell->number = (double) minute / BF_MINUTES_PER_DAY;
      cell->flags |= BF_FORMAT_TIME;
    }
  else if (bf_day_parse (text, &day))
    cell->number = (double) day;
  else
    return FALSE;
  cell->flags |= BF_FORMAT_DATE;
  cell->kind = BF_CELL_DATE;
  return TRUE;
}

/* --- What is it? -------------------------------------------------------------------------- */

static gboolean
fail (GError **error, BfReaderError code, const char *sentence)
{
  g_set_error_literal (error, BF_READER_ERROR, (int) code, sentence);
  return FALSE;
}

static gboolean
begins (const char *bytes, gsize length, const char *magic, gsize size)
{
  return length >= size && memcmp (bytes, magic, size) == 0;
}

static gboolean
is_package (const char *bytes, gsize length)
{
  return begins (bytes, length, "PK\x03\x04", 4) || begins (bytes, length, "PK\x05\x06", 4);
}

/* The first letters after blanks, a byte-order mark and comments, in lower case. */
static gboolean
is_markup (const char *bytes, gsize length, const char *const *tags)
{
  g_autofree char *head = g_ascii_strdown (bytes, (gssize) MIN (length, 512));
  const char *at = head;

  if (g_str_has_prefix (at, "\xef\xbb\xbf"))
    at += 3;
  while (g_ascii_isspace (*at))
    at++;
  for (guint i = 0; tags[i]; i++)
    if (g_str_has_prefix (at, tags[i]))
      return TRUE;
  return FALSE;
}

static gboolean
holds_utf16 (const char *bytes, gsize length, const char *word)
{
  gsize size = strlen (word) * 2;
  g_autofree char *wide = g_malloc0 (size);

  for (gsize i = 0; word[i]; i++)
    wide[2 * i] = word[i];
  return memmem (bytes, length, wide, size) != NULL;
}

static gboolean
read_compound (BfReader *reader, const char *bytes, gsize length, GError **error)
{
  if (holds_utf16 (bytes, length, "EncryptedPackage"))
    return fail (error,
                 BF_READER_ERROR_ENCRYPTED,
                 _ ("It is protected by a password. Open it in the spreadsheet program, save it "
                    "without a password, and import that file."));
  if (holds_utf16 (bytes, length, "WordDocument") || holds_utf16 (bytes, length, "PowerPoint"))
    return fail (error,
                 BF_READER_ERROR_FORMAT,
                 _ ("It is a document of an office program, but not a spreadsheet. Copy its tables "
                    "into a spreadsheet and save that as .xlsx."));
  return bf_xls_read (reader, error);
}

static gboolean
read_package (BfReader *reader, GError **error)
{
  g_autoptr (BfPackage) package = bf_package_open (reader->path, error);
  g_autofree char *type = NULL;

  if (!package)
    return FALSE;
  type = bf_package_read (package, "mimetype", 100);
  if (type && g_str_has_prefix (type, "application/vnd.oasis.opendocument.spreadsheet"))
    return bf_ods_read (reader, error);
  if (!type && bf_package_has (package, "[Content_Types].xml"))
    return bf_xlsx_read (reader, error);
  return fail (error,
               BF_READER_ERROR_FORMAT,
               _ ("It is an archive, but not a spreadsheet. Unpack it, or open it in its own "
                  "program and save the tables as .xlsx."));
}

static gboolean
is_binary (const char *bytes, gsize length)
{
  static const struct
  {
    const char *magic;
    gsize size;
  } known[] = { { "%PDF", 4 },   { "\x89PNG", 4 },  { "\xff\xd8\xff", 3 }, { "GIF8", 4 },
                { "{\\rtf", 5 }, { "\x1f\x8b", 2 }, { "7z\xbc\xaf", 4 },   { "Rar!", 4 } };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (begins (bytes, length, known[i].magic, known[i].size))
      return TRUE;
  return FALSE;
}

static gboolean
read_bytes (BfReader *reader, const char *bytes, gsize length, GError **error)
{
  static const char *const pages[] = { "<!doctype html", "<html", "<table", "<head",
                                       "<meta",          "<body", "<!--",   NULL };
  static const char *const trees[] = { "<?xml", "<workbook", NULL };

  if (length == 0)
    return fail (error,
                 BF_READER_ERROR_EMPTY,
                 _ ("It is empty (0 bytes). Save it again in the spreadsheet program, or fetch it "
                    "again."));
  if (begins (bytes, length, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
    return read_compound (reader, bytes, length, error);
  if (is_package (bytes, length))
    return read_package (reader, error);
  if (is_markup (bytes, length, pages))
    return fail (error,
                 BF_READER_ERROR_FORMAT,
                 _ ("It is a web page that calls itself a spreadsheet. Open it in the spreadsheet "
                    "program and save it as .xlsx."));
  if (is_markup (bytes, length, trees))
    return fail (error,
                 BF_READER_ERROR_FORMAT,
                 _ ("It is an XML file, which is not read. Open it in the spreadsheet program and "
                    "save it as .xlsx."));
  if (is_binary (bytes, length))
    return fail (error,
                 BF_READER_ERROR_FORMAT,
                 _ ("It is not a spreadsheet. Give an .xlsx, .ods, .xls or .csv file."));
  return bf_text_read (reader, bytes, length, error);
}

static void
clear_reader (BfReader *reader)
{
  g_array_unref (reader->cells);
  g_string_chunk_free (reader->texts);
}

static gboolean
fail_open (int code, GError **error)
{
  g_set_error (error,
               BF_READER_ERROR,
               BF_READER_ERROR_OPEN,
               /* Translators: %s says why, in the words of the system. */
               _ ("It cannot be read (%s). Check its name, and that it may be read."),
               g_strerror (code));
  return FALSE;
}

/* An archive is read by its own library: its head is enough. Nothing is mapped, since a file that
 * another program cuts short meanwhile would end this one. */
static gboolean
load (const char *path, GByteArray *bytes, GError **error)
{
  FILE *file = g_fopen (path, "rb");
  guint8 buffer[65536];
  size_t length;
  int code = 0;

  if (!file)
    return fail_open (errno, error);
  while ((length = fread (buffer, 1, sizeof buffer, file)) > 0)
    {
      g_byte_array_append (bytes, buffer, (guint) length);
      if (is_package ((const char *) bytes->data, bytes->len) || bytes->len > MAX_BYTES)
        break;
    }
  if (ferror (file))
    code = errno;
  fclose (file);
  if (code)
    return fail_open (code, error);
  if (bytes->len > MAX_BYTES)
    return fail (
        error,
        BF_READER_ERROR_LIMIT,
        _ ("It is larger than 1 GB, which no list of a plant is. Divide it, or check where "
           "it came from."));
  return TRUE;
}

gboolean
bf_reader_read (const char *path,
                const BfReaderCalls *calls,
                gpointer data,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  BfReader reader = { path, calls, data, cancellable, NULL, NULL, 0 };
  gboolean good;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return fail (error, BF_READER_ERROR_FORMAT, _ ("It is a folder. Give the files in it."));
  if (!load (path, bytes, error))
    return FALSE;
  reader.cells = g_array_new (FALSE, TRUE, sizeof (BfCell));
  reader.texts = g_string_chunk_new (1024);
  good = read_bytes (&reader, bytes->len ? (const char *) bytes->data : "", bytes->len, error);
  clear_reader (&reader);
  return good;
}

gboolean
bf_reader_read_text (const char *text,
                     gsize length,
                     const BfReaderCalls *calls,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  BfReader reader = { NULL, calls, data, cancellable, NULL, NULL, 0 };
  gboolean good;

  reader.cells = g_array_new (FALSE, TRUE, sizeof (BfCell));
  reader.texts = g_string_chunk_new (1024);
  good = length > 0 ? bf_text_read (&reader, text, length, error)
                    : fail (error, BF_READER_ERROR_EMPTY, _ ("There is no text to import."));
  clear_reader (&reader);
  return good;
}
