/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-xlsx-book.h"

#include "bf-cell.h"
#include "bf-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One relationship: what kind of part, and where it lies in the package. */
typedef struct
{
  char *id;
  char *type;
  char *part;
} Relation;

typedef struct
{
  BfXlsxBook *book;
  const char *folder;   /* of the part whose relations are read */
  GPtrArray *relations; /* Relation */
  GHashTable *codes;    /* number format id -> code */
  gboolean in_formats;  /* cellXfs */
  gboolean in_text;
  int phonetic;
  GString *text;
} Load;

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->part);
  g_free (relation);
}

static void
sheet_free (gpointer data)
{
  BfXlsxSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

static void
clear_format (gpointer data)
{
  g_free (((BfXlsxFormat *) data)->code);
}

static void
ignore_end (const char *name, const char *space, gpointer data, GError **error)
{
}

static void
ignore_text (const char *text, int length, gpointer data)
{
}

/* --- Relations ---------------------------------------------------------------------------- */

/* "../a.xml" from "xl/worksheets" is "xl/a.xml"; "/xl/a.xml" is "xl/a.xml" from anywhere. */
static char *
resolve_part (const char *folder, const char *target)
{
  g_autofree char *path =
      target[0] == '/' ? g_strdup (target) : g_build_path ("/", folder, target, NULL);
  g_auto (GStrv) names = g_strsplit_set (path, "/\\", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; names[i]; i++)
    if (g_str_equal (names[i], "..") && kept->len > 0)
      g_ptr_array_set_size (kept, (int) kept->len - 1);
    else if (*names[i] && !g_str_equal (names[i], ".") && !g_str_equal (names[i], ".."))
      g_ptr_array_add (kept, names[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

static void
relation_start (const char *name,
                const char *space,
                const BfXmlAttributes *attributes,
                gpointer data,
                GError **error)
{
  Load *load = data;
  g_autofree char *target = NULL;
  g_autofree char *mode = NULL;
  Relation *relation;

  if (!g_str_equal (name, "Relationship"))
    return;
  target = bf_xml_attribute_dup (attributes, "Target");
  mode = bf_xml_attribute_dup (attributes, "TargetMode");
  if (!target || g_strcmp0 (mode, "External") == 0)
    return;
  relation = g_new0 (Relation, 1);
  relation->id = bf_xml_attribute_dup (attributes, "Id");
  relation->type = bf_xml_attribute_dup (attributes, "Type");
  relation->part = resolve_part (load->folder, target);
  g_ptr_array_add (load->relations, relation);
}

static GPtrArray *
read_relations (Load *load, const char *part, GCancellable *cancellable, GError **error)
{
  static const BfXmlCalls calls = { relation_start, ignore_end, ignore_text };
  g_autofree char *base = *part ? g_path_get_basename (part) : g_strdup ("");
  g_autofree char *folder = *part && strchr (part, '/') ? g_path_get_dirname (part) : g_strdup ("");
  g_autofree char *entry = g_strconcat (folder, *folder ? "/" : "", "_rels/", base, ".rels", NULL);
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (relation_free);

  load->folder = folder;
  load->relations = relations;
  if (!bf_package_has (load->book->package, entry))
    return g_steal_pointer (&relations);
  if (!bf_package_parse (load->book->package, entry, &calls, load, cancellable, error))
    return NULL;
  return g_steal_pointer (&relations);
}

/* The types of strict and transitional files end alike. */
static const char *
find_part (GPtrArray *relations, const char *kind)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if (relation->type && g_str_has_suffix (relation->type, kind))
        return relation->part;
    }
  return NULL;
}

static const char *
find_sheet (GPtrArray *relations, const char *id)
{
  for (guint i = 0; id && i < relations->len; i++)
    {
      const Relation *relation = g_ptr_array_index (relations, i);

      if (g_strcmp0 (relation->id, id) == 0)
        return g_str_has_suffix (relation->type ? relation->type : "", "/worksheet")
                   ? relation->part
                   : NULL;
    }
  return NULL;
}

/* --- Workbook ----------------------------------------------------------------------------- */

static void
add_sheet (Load *load, const BfXmlAttributes *attributes)
{
  g_autofree char *id = bf_xml_attribute_dup (attributes, "id");
  const char *part = find_sheet (load->relations, id);
  char state[16];
  BfXlsxSheet *sheet;

  /* Sheets of charts and macros have no rows. */
  if (!part)
    return;
  bf_xml_attribute (attributes, "state", state, sizeof state);
  sheet = g_new0 (BfXlsxSheet, 1);
  sheet->name = bf_xml_attribute_dup (attributes, "name");
  if (!sheet->name)
    sheet->name = g_strdup ("");
  sheet->part = g_strdup (part);
  sheet->hidden = g_str_equal (state, "hidden") || g_str_equal (state, "veryHidden");
  g_ptr_array_add (load->book->sheets, sheet);
}

static void
workbook_start (const char *name,
                const char *space,
                const BfXmlAttributes *attributes,
                gpointer data,
                GError **error)
{
  Load *load = data;
  char value[8];

  if (g_str_equal (name, "sheet"))
    add_sheet (load, attributes);
  else if (g_str_equal (name, "workbookPr"))
    {
      bf_xml_attribute (attributes, "date1904", value, sizeof value);
      load->book->epoch_1904 = value[0] == '1' || value[0] == 't';
    }
}

/* --- Styles ------------------------------------------------------------------------------- */

/* The formats that every program knows by number; those that follow the locale are ISO here. */
static const char *
built_in_code (guint id)
{
  static const char *const codes[50] = {
    [1] = "0",           [2] = "0.00",        [3] = "#,##0",
    [4] = "#,##0.00",    [9] = "0%",          [10] = "0.00%",
    [11] = "0.00E+00",   [12] = "# ?/?",      [13] = "# ?\?/??",
    [14] = "yyyy-mm-dd", [15] = "d-mmm-yy",   [16] = "d-mmm",
    [17] = "mmm-yy",     [18] = "h:mm AM/PM", [19] = "h:mm:ss AM/PM",
    [20] = "h:mm",       [21] = "h:mm:ss",    [22] = "yyyy-mm-dd h:mm",
    [37] = "#,##0",      [38] = "#,##0",      [39] = "#,##0.00",
    [40] = "#,##0.00",   [41] = "#,##0",      [42] = "#,##0",
    [43] = "#,##0.00",   [44] = "#,##0.00",   [45] = "mm:ss",
    [46] = "[h]:mm:ss",  [47] = "mm:ss.0",    [48] = "##0.0E+0",
    [49] = "@",
  };

  /* Dates of the East Asian locales. */
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return "yyyy-mm-dd";
  return id < G_N_ELEMENTS (codes) ? codes[id] : NULL;
}

static void
add_format (Load *load, const BfXmlAttributes *attributes)
{
  guint id = bf_xml_attribute_uint (attributes, "numFmtId", 0);
  const char *code = g_hash_table_lookup (load->codes, GUINT_TO_POINTER (id));
  BfXlsxFormat format;

  if (!code)
    code = built_in_code (id);
  format.code = g_strdup (code);
  format.flags = bf_format_flags (code);
  g_array_append_val (load->book->formats, format);
}

static void
styles_start (const char *name,
              const char *space,
              const BfXmlAttributes *attributes,
              gpointer data,
              GError **error)
{
  Load *load = data;

  if (g_str_equal (name, "numFmt"))
    g_hash_table_insert (load->codes,
                         GUINT_TO_POINTER (bf_xml_attribute_uint (attributes, "numFmtId", 0)),
                         bf_xml_attribute_dup (attributes, "formatCode"));
  else if (g_str_equal (name, "cellXfs"))
    load->in_formats = TRUE;
  else if (g_str_equal (name, "xf") && load->in_formats)
    add_format (load, attributes);
}

static void
styles_end (const char *name, const char *space, gpointer data, GError **error)
{
  if (g_str_equal (name, "cellXfs"))
    ((Load *) data)->in_formats = FALSE;
}

/* --- Shared strings ----------------------------------------------------------------------- */

static void
strings_start (const char *name,
               const char *space,
               const BfXmlAttributes *attributes,
               gpointer data,
               GError **error)
{
  Load *load = data;

  if (g_str_equal (name, "si"))
    g_string_truncate (load->text, 0);
  else if (g_str_equal (name, "t"))
    load->in_text = TRUE;
  else if (g_str_equal (name, "rPh"))
    load->phonetic++;
}

static void
strings_end (const char *name, const char *space, gpointer data, GError **error)
{
  Load *load = data;

  if (g_str_equal (name, "t"))
    load->in_text = FALSE;
  else if (g_str_equal (name, "rPh"))
    load->phonetic--;
  else if (g_str_equal (name, "si"))
    {
      bf_xlsx_unescape (load->text);
      g_ptr_array_add (
          load->book->strings,
          g_string_chunk_insert_len (load->book->texts, load->text->str, (gssize) load->text->len));
    }
}

static void
strings_text (const char *text, int length, gpointer data)
{
  Load *load = data;

  if (load->in_text && load->phonetic == 0)
    g_string_append_len (load->text, text, length);
}

/* --- The book ----------------------------------------------------------------------------- */

static gboolean
load_parts (Load *load, GPtrArray *relations, GCancellable *cancellable, GError **error)
{
  static const BfXmlCalls style_calls = { styles_start, styles_end, ignore_text };
  static const BfXmlCalls string_calls = { strings_start, strings_end, strings_text };
  const char *styles = find_part (relations, "/styles");
  const char *strings = find_part (relations, "/sharedStrings");
  BfPackage *package = load->book->package;

  if (styles && bf_package_has (package, styles) &&
      !bf_package_parse (package, styles, &style_calls, load, cancellable, error))
    return FALSE;
  return !strings || !bf_package_has (package, strings) ||
         bf_package_parse (package, strings, &string_calls, load, cancellable, error);
}

static gboolean
load_book (Load *load, GCancellable *cancellable, GError **error)
{
  static const BfXmlCalls calls = { workbook_start, ignore_end, ignore_text };
  g_autoptr (GPtrArray) root = read_relations (load, "", cancellable, error);
  g_autoptr (GPtrArray) relations = NULL;
  const char *workbook;

  if (!root)
    return FALSE;
  workbook = find_part (root, "/officeDocument");
  if (!workbook)
    workbook = "xl/workbook.xml";
  if (g_str_has_suffix (workbook, ".bin") || !bf_package_has (load->book->package, workbook) ||
      strstr (workbook, "word/") || strstr (workbook, "ppt/"))
    {
      g_set_error_literal (error,
                           BF_READER_ERROR,
                           BF_READER_ERROR_FORMAT,
                           _ ("It is a document of an office program that is not read. Open it in "
                              "that program and save its tables as .xlsx."));
      return FALSE;
    }
  relations = read_relations (load, workbook, cancellable, error);
  if (!relations)
    return FALSE;
  load->relations = relations;
  return bf_package_parse (load->book->package, workbook, &calls, load, cancellable, error) &&
         load_parts (load, relations, cancellable, error);
}

BfXlsxBook *
bf_xlsx_book_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (BfXlsxBook) book = g_new0 (BfXlsxBook, 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Load load = { .book = book, .text = text, .codes = codes };

  book->sheets = g_ptr_array_new_with_free_func (sheet_free);
  book->formats = g_array_new (FALSE, TRUE, sizeof (BfXlsxFormat));
  g_array_set_clear_func (book->formats, clear_format);
  book->strings = g_ptr_array_new ();
  book->texts = g_string_chunk_new (65536);
  book->package = bf_package_open (path, error);
  if (!book->package || !load_book (&load, cancellable, error))
    return NULL;
  return g_steal_pointer (&book);
}

void
bf_xlsx_book_free (BfXlsxBook *book)
{
  g_clear_pointer (&book->package, bf_package_free);
  g_ptr_array_unref (book->sheets);
  g_array_unref (book->formats);
  g_ptr_array_unref (book->strings);
  g_string_chunk_free (book->texts);
  g_free (book);
}

const BfXlsxFormat *
bf_xlsx_book_format (const BfXlsxBook *book, guint style)
{
  static const BfXlsxFormat general = { NULL, 0 };

  return style < book->formats->len ? &g_array_index (book->formats, BfXlsxFormat, style)
                                    : &general;
}
