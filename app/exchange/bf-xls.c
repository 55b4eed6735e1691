/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of the sheets of an .xls file (Excel 97 to 2003), through libfreexl.
 *
 * A damaged file can make that library write where it must not (fuzzing shows it within seconds),
 * so it only ever runs in a process of its own, which hands over what it read through a pipe: where
 * that one dies or takes too long, the file is refused, and this one never knew. It is no sandbox
 * against files that were made to take a program over.
 *
 * What goes through the pipe, as numbers of this machine: a Mark, then the text that it counts. */

#define _GNU_SOURCE /* pipe2 */

#include "bf-reader-private.h"

#include <errno.h>
#include <fcntl.h>
#include <freexl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* What reading may take. */
#define MAX_SECONDS 60
/* A cell holds 32,767 characters, of four bytes at most. */
#define MAX_TEXT_BYTES (4 * 32768)

typedef enum
{
  MARK_SHEET, /* its name */
  MARK_CELL,
  MARK_FAILED, /* kind is libfreexl's code */
  MARK_END,    /* all was read */
} MarkKind;

typedef struct
{
  guint32 mark; /* MarkKind */
  guint32 row;
  guint32 column;
  gint32 kind; /* FREEXL_CELL_* */
  guint32 length;
  double number;
} Mark;

/* --- The process that reads --------------------------------------------------------------- */

/* FALSE when nobody listens any more. */
static gboolean
send_mark (FILE *pipe, const Mark *mark, const char *text)
{
  return fwrite (mark, sizeof *mark, 1, pipe) == 1 &&
         (text == NULL || mark->length == 0 || fwrite (text, mark->length, 1, pipe) == 1);
}

static guint32
length_of (const char *text)
{
  return text ? (guint32) strnlen (text, MAX_TEXT_BYTES) : 0;
}

static gboolean
send_cell (FILE *pipe, guint row, guint column, const FreeXL_CellValue *value)
{
  Mark mark = { .mark = MARK_CELL, .row = row, .column = column, .kind = value->type };
  const char *text = NULL;

  switch (value->type)
    {
    case FREEXL_CELL_NULL:
      return TRUE;
    case FREEXL_CELL_INT:
      mark.number = value->value.int_value;
      break;
    case FREEXL_CELL_DOUBLE:
      mark.number = value->value.double_value;
      break;
    default:
      text = value->value.text_value;
      mark.length = length_of (text);
    }
  return send_mark (pipe, &mark, text);
}

static gboolean
send_rows (FILE *pipe, const void *handle)
{
  unsigned int rows = 0;
  unsigned short columns = 0;

  freexl_worksheet_dimensions (handle, &rows, &columns);
  for (unsigned int row = 0; row < rows; row++)
    for (unsigned short column = 0; column < columns; column++)
      {
        FreeXL_CellValue value;

        memset (&value, 0, sizeof value);
        if (freexl_get_cell_value (handle, row, column, &value) == FREEXL_OK &&
            !send_cell (pipe, row, column, &value))
          return FALSE;
      }
  return TRUE;
}

static gboolean
send_sheets (FILE *pipe, const void *handle)
{
  unsigned int sheets = 0;

  freexl_get_info (handle, FREEXL_BIFF_SHEET_COUNT, &sheets);
  for (unsigned int i = 0; i < sheets && i <= G_MAXUINT16; i++)
    {
      const char *name = NULL;
      Mark mark = { .mark = MARK_SHEET };

      freexl_get_worksheet_name (handle, (unsigned short) i, &name);
      mark.length = length_of (name);
      if (freexl_select_active_worksheet (handle, (unsigned short) i) == FREEXL_OK &&
          (!send_mark (pipe, &mark, name) || !send_rows (pipe, handle)))
        return FALSE;
    }
  return TRUE;
}

static void
send_file (FILE *pipe, const char *path)
{
  const void *handle = NULL;
  int code = freexl_open (path, &handle);
  Mark mark = { .mark = code == FREEXL_OK ? MARK_END : MARK_FAILED, .kind = code };

  if (code == FREEXL_OK && !send_sheets (pipe, handle))
    return;
  send_mark (pipe, &mark, NULL);
  fflush (pipe);
}

/* What a dying process would say or leave is nobody's business. */
G_GNUC_NORETURN static void
run_reader (const char *path, int to)
{
  const struct rlimit none = { 0, 0 };
  int nowhere = open ("/dev/null", O_WRONLY);
  FILE *pipe = fdopen (to, "wb");

  setrlimit (RLIMIT_CORE, &none);
  if (nowhere >= 0)
    dup2 (nowhere, STDERR_FILENO);
  signal (SIGPIPE, SIG_DFL);
  alarm (MAX_SECONDS);
  if (pipe)
    send_file (pipe, path);
  _exit (0);
}

/* --- The process that listens ------------------------------------------------------------- */

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
  if (!*text)
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
set_cell (BfReader *reader, BfCell *cell, const Mark *mark, const char *text)
{
  switch (mark->kind)
    {
    case FREEXL_CELL_INT:
    case FREEXL_CELL_DOUBLE:
      set_number (cell, mark->number);
      break;
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
      if (!bf_reader_set_iso (cell, text))
        set_text (reader, cell, text);
      break;
    case FREEXL_CELL_TIME:
      if (read_time (text, &cell->number))
        {
          cell->kind = BF_CELL_NUMBER;
          cell->flags = BF_FORMAT_ELAPSED;
        }
      break;
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
      set_text (reader, cell, text);
      break;
    default:
      break;
    }
}

typedef struct
{
  BfReader *reader;
  FILE *pipe;
  gboolean wanted; /* the sheet */
  guint32 row;     /* that is being filled */
  char *text;      /* of the mark that came last, valid UTF-8 */
} Listener;

/* FALSE at the end, and for what no reader of ours would send. */
static gboolean
hear_mark (Listener *listener, Mark *mark)
{
  g_autofree char *bytes = NULL;

  if (fread (mark, sizeof *mark, 1, listener->pipe) != 1 || mark->length > MAX_TEXT_BYTES)
    return FALSE;
  bytes = g_malloc (mark->length + 1);
  if (mark->length > 0 && fread (bytes, mark->length, 1, listener->pipe) != 1)
    return FALSE;
  bytes[mark->length] = '\0';
  g_free (listener->text);
  listener->text = g_utf8_make_valid (bytes, -1);
  return TRUE;
}

static gboolean
end_row (Listener *listener, GError **error)
{
  return bf_reader_end_row (listener->reader, listener->row + 1, 0, FALSE, error);
}

static gboolean
hear_cell (Listener *listener, const Mark *mark, GError **error)
{
  BfCell *cell;

  if (!listener->wanted)
    return TRUE;
  if (mark->row != listener->row && !end_row (listener, error))
    return FALSE;
  listener->row = mark->row;
  cell = bf_reader_cell (listener->reader, mark->column, error);
  if (!cell)
    return FALSE;
  set_cell (listener->reader, cell, mark, listener->text);
  return TRUE;
}

static gboolean
hear_all (Listener *listener, GError **error)
{
  Mark mark;

  while (hear_mark (listener, &mark))
    {
      if (mark.mark == MARK_CELL)
        {
          if (!hear_cell (listener, &mark, error))
            return FALSE;
          continue;
        }
      if (!end_row (listener, error))
        return FALSE;
      if (mark.mark == MARK_END)
        return TRUE;
      if (mark.mark != MARK_SHEET)
        return fail_open (mark.kind, error);
      listener->row = 0;
      listener->wanted = bf_reader_begin_sheet (listener->reader, listener->text, FALSE);
    }
  return fail_open (FREEXL_BIFF_INVALID_SST, error);
}

static gboolean
fail_process (GError **error)
{
  g_set_error (error,
               BF_READER_ERROR,
               BF_READER_ERROR_OPEN,
               /* Translators: %s says why, in the words of the system. */
               _ ("An old .xls file is read by a process of its own, which could not be started "
                  "(%s). Close other programs, or save it as .xlsx."),
               g_strerror (errno));
  return FALSE;
}

static void
wait_for (pid_t child)
{
  while (waitpid (child, NULL, 0) < 0 && errno == EINTR)
    ;
}

gboolean
bf_xls_read (BfReader *reader, GError **error)
{
  Listener listener = { .reader = reader };
  gboolean good;
  int ends[2];
  pid_t child;

  if (pipe2 (ends, O_CLOEXEC) < 0)
    return fail_process (error);
  child = fork ();
  if (child == 0)
    run_reader (reader->path, ends[1]);
  close (ends[1]);
  listener.pipe = child > 0 ? fdopen (ends[0], "rb") : NULL;
  good = listener.pipe ? hear_all (&listener, error) : fail_process (error);
  if (listener.pipe)
    fclose (listener.pipe);
  else
    close (ends[0]);
  if (child > 0)
    wait_for (child);
  g_free (listener.text);
  return good;
}
