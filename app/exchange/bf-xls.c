/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of the sheets of an .xls file (Excel 97 to 2003), through libfreexl.
 *
 * A damaged file can make that library write where it must not (fuzzing shows it within seconds),
 * so the file is first read by a process of its own: where that one dies, the file is refused. It
 * is no sandbox: damage that kills nobody is not seen. */

#include "bf-reader-private.h"

#include <errno.h>
#include <fcntl.h>
#include <freexl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the first reading may take. */
#define TRIAL_SECONDS 30

static gboolean
fail_open (int code, GError **error)
{
  if (code == FREEXL_BIFF_OBFUSCATED)
    g_set_error_literal (error,
                         BF_READER_ERROR,
                         BF_READER_ERROR_ENCRYPTED,
                         _ ("It is protected by a password. Open it in the spreadsheet program, "
                            "save it without a password, and import that file."));
  else
    g_set_error_literal (error,
                         BF_READER_ERROR,
                         BF_READER_ERROR_DAMAGED,
                         _ ("It is damaged, or of an old kind that is not read. Open it in the "
                            "spreadsheet program and save it as .xlsx."));
  return FALSE;
}

static void
set_text (BfReader *reader, BfCell *cell, const char *text)
{
  if (!text || !*text)
    return;
  cell->kind = BF_CELL_TEXT;
  cell->text = bf_reader_keep (reader, text, -1);
}

static void
set_number (BfCell *cell, double number)
{
  cell->kind = BF_CELL_NUMBER;
  cell->number = number;
}

/* "36:30:00" of a time of day or a duration, in days. */
static gboolean
read_time (const char *text, double *days)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", -1);
  static const double units[] = { 1.0 / 24, 1.0 / 1440, 1.0 / 86400 };
  double sum = 0;

  for (guint i = 0; parts[i]; i++)
    {
      guint64 number;

      if (i >= G_N_ELEMENTS (units) ||
          !g_ascii_string_to_unsigned (parts[i], 10, 0, 1000000, &number, NULL))
        return FALSE;
      sum += (double) number * units[i];
    }
  *days = sum;
  return TRUE;
}

static void
set_cell (BfReader *reader, BfCell *cell, const FreeXL_CellValue *value)
{
  switch (value->type)
    {
    case FREEXL_CELL_INT:
      set_number (cell, value->value.int_value);
      break;
    case FREEXL_CELL_DOUBLE:
      set_number (cell, value->value.double_value);
      break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      if (!bf_reader_set_iso (cell, value->value.text_value))
        set_text (reader, cell, value->value.text_value);
      break;
    case FREEXL_CELL_TIME:
      if (read_time (value->value.text_value, &cell->number))
        {
          cell->kind = BF_CELL_NUMBER;
          cell->flags = BF_FORMAT_ELAPSED;
        }
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
      set_text (reader, cell, value->value.text_value);
      break;
    default:
      break;
    }
}

static gboolean
read_rows (BfReader *reader, const void *handle, GError **error)
{
  unsigned int rows = 0;
  unsigned short columns = 0;

  freexl_worksheet_dimensions (handle, &rows, &columns);
  for (unsigned int row = 0; row < rows; row++)
    {
      for (unsigned short column = 0; column < columns; column++)
        {
          FreeXL_CellValue value;
          BfCell *cell;

          memset (&value, 0, sizeof value);
          if (freexl_get_cell_value (handle, row, column, &value) != FREEXL_OK ||
              value.type == FREEXL_CELL_NULL)
            continue;
          cell = bf_reader_cell (reader, column, error);
          if (!cell)
            return FALSE;
          set_cell (reader, cell, &value);
        }
      if (!bf_reader_end_row (reader, row + 1, 0, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_sheets (BfReader *reader, const void *handle, GError **error)
{
  unsigned int sheets = 0;

  freexl_get_info (handle, FREEXL_BIFF_SHEET_COUNT, &sheets);
  for (unsigned short i = 0; i < sheets; i++)
    {
      const char *name = NULL;

      freexl_get_worksheet_name (handle, i, &name);
      if (freexl_select_active_worksheet (handle, i) != FREEXL_OK ||
          !bf_reader_begin_sheet (reader, name ? name : "", FALSE))
        continue;
      if (!read_rows (reader, handle, error))
        return FALSE;
    }
  return TRUE;
}

/* --- A trial by another process ----------------------------------------------------------- */

static void
touch_rows (const void *handle)
{
  unsigned int rows = 0;
  unsigned short columns = 0;
  FreeXL_CellValue value;

  freexl_worksheet_dimensions (handle, &rows, &columns);
  for (unsigned int row = 0; row < rows; row++)
    for (unsigned short column = 0; column < columns; column++)
      freexl_get_cell_value (handle, row, column, &value);
}

static void
touch_sheets (const char *path)
{
  const void *handle = NULL;
  unsigned int sheets = 0;

  if (freexl_open (path, &handle) == FREEXL_OK)
    {
      freexl_get_info (handle, FREEXL_BIFF_SHEET_COUNT, &sheets);
      for (unsigned short i = 0; i < sheets; i++)
        if (freexl_select_active_worksheet (handle, i) == FREEXL_OK)
          touch_rows (handle);
    }
  if (handle)
    freexl_close (handle);
}

/* What a dying process would say or leave is nobody's business. */
G_GNUC_NORETURN static void
run_trial (const char *path)
{
  const struct rlimit none = { 0, 0 };
  int nowhere = open ("/dev/null", O_WRONLY);

  setrlimit (RLIMIT_CORE, &none);
  if (nowhere >= 0)
    dup2 (nowhere, STDERR_FILENO);
  alarm (TRIAL_SECONDS);
  touch_sheets (path);
  _exit (0);
}

/* Where no process can be made the file is taken at its word. */
static gboolean
survives_trial (const char *path)
{
  int status = 0;
  pid_t child = fork ();

  if (child < 0)
    return TRUE;
  if (child == 0)
    run_trial (path);
  while (waitpid (child, &status, 0) < 0)
    if (errno != EINTR)
      return TRUE;
  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

gboolean
bf_xls_read (BfReader *reader, GError **error)
{
  const void *handle = NULL;
  gboolean good;
  int code;

  if (!survives_trial (reader->path))
    return fail_open (FREEXL_BIFF_INVALID_SST, error);
  code = freexl_open (reader->path, &handle);
  good = code == FREEXL_OK ? read_sheets (reader, handle, error) : fail_open (code, error);
  if (handle)
    freexl_close (handle);
  return good;
}
