/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-template.h"

#include "bf-book-file.h"
#include "bf-loose.h"

#include <glib/gi18n-lib.h>

#define LAST_ROW 2000
/* The plant stands as two columns, field and value. */
#define VALUE_COLUMN 1
#define HELP_COLUMN 2

typedef struct
{
  lxw_workbook *book;
  lxw_worksheet *words; /* NULL until a list needs it */
  lxw_col_t n_words;
  BfWorkbookStyle *style;
  BfRecordKind kind;
} Template;

/* The cells that one field fills. */
typedef struct
{
  lxw_row_t first_row, last_row;
  lxw_col_t column;
} Area;

/* --- Names -------------------------------------------------------------------------------- */

gboolean
bf_template_has (BfRecordKind kind)
{
  return kind < BF_N_RECORDS && kind != BF_BASELINE && kind != BF_OVERRIDE;
}

char *
bf_template_name (BfRecordKind kind)
{
  return g_ascii_strdown (bf_record (kind)->plural, -1);
}

BfRecordKind
bf_template_find (const char *name)
{
  g_autofree char *wanted = bf_loose (name);

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      const BfRecord *record = bf_record ((BfRecordKind) kind);
      g_autofree char *plural = bf_loose (record->plural);
      g_autofree char *label = bf_loose (record->label);
      g_autofree char *table = bf_loose (record->table);

      if (bf_template_has ((BfRecordKind) kind) &&
          (g_str_equal (wanted, plural) || g_str_equal (wanted, label) ||
           g_str_equal (wanted, table) || bf_loose_is_in (record->synonyms, wanted)))
        return (BfRecordKind) kind;
    }
  return BF_NO_RECORD;
}

char *
bf_template_list (void)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%-16s %s\n", "plant", _ ("every list in one workbook"));
  for (int kind = BF_PLANT + 1; kind < BF_N_RECORDS; kind++)
    {
      g_autofree char *name = NULL;
      guint n = bf_record ((BfRecordKind) kind)->n_fields;

      if (!bf_template_has ((BfRecordKind) kind))
        continue;
      name = bf_template_name ((BfRecordKind) kind);
      g_string_append_printf (out, "%-16s ", name);
      g_string_append_printf (out, ngettext ("%u column\n", "%u columns\n", n), n);
    }
  return g_string_free (out, FALSE);
}

/* --- What a heading and its note say ------------------------------------------------------ */

static const char *const parts[] = { "", " min", " likely", " max" };

static guint
n_parts (const BfField *field)
{
  return field->kind == BF_KIND_ESTIMATE ? 3 : 1;
}

/* The currency is the plant's and no unit of a heading. */
static char *
heading_of (const BfField *field, guint part)
{
  gboolean bare = !*field->unit || g_str_equal (field->unit, "currency");

  return g_strdup_printf ("%s%s%s%s%s",
                          field->label,
                          parts[part],
                          bare ? "" : " [",
                          bare ? "" : field->unit,
                          bare ? "" : "]");
}

static void
say_words (GString *note, const BfField *field)
{
  g_string_append (note, field->kind == BF_KIND_CHOICES ? _ ("One or more of: ") : _ ("One of: "));
  for (guint i = 0; field->choices[i].id; i++)
    g_string_append_printf (note, "%s%s", i ? "; " : "", field->choices[i].id);
  g_string_append (note, ".\n");
}

static const char *const kind_sentences[] = {
  [BF_KIND_DAY] = N_ ("A day, such as 2027-03-31.\n"),
  [BF_KIND_MINUTE] = N_ ("A day with its time, such as 2027-03-31 06:00.\n"),
  [BF_KIND_YESNO] = N_ ("yes or no.\n"),
  [BF_KIND_MONEY] = N_ ("Money, in whole units of the plant's currency.\n"),
  [BF_KIND_PERCENT] = N_ ("A percentage, such as 25 %.\n"),
  [BF_KIND_WEEKS] = N_ ("every weekend, every 2nd weekend, every 4 weeks.\n"),
  [BF_KIND_CARRY] = N_ ("yes, no, or a percentage.\n"),
};

static void
say_kind (GString *note, const BfField *field)
{
  if (field->choices)
    say_words (note, field);
  else if (field->kind == BF_KIND_REFERENCE)
    g_string_append_printf (note,
                            /* Translators: the name of a list such as Systems. */
                            _ ("The key of a row of “%s”.\n"),
                            _ (bf_record (field->target)->plural));
  else if (field->kind == BF_KIND_REFERENCES)
    g_string_append_printf (note,
                            /* Translators: the name of a list such as Systems. */
                            _ ("Keys of rows of “%s”, separated by semicolons.\n"),
                            _ (bf_record (field->target)->plural));
  else if (field->kind < G_N_ELEMENTS (kind_sentences) && kind_sentences[field->kind])
    g_string_append (note, _ (kind_sentences[field->kind]));
}

static char *
note_of (const BfField *field)
{
  GString *note = g_string_new (NULL);

  if (field->help && *field->help)
    g_string_append_printf (note, "%s.\n", _ (field->help));
  say_kind (note, field);
  if (field->required)
    g_string_append (note, _ ("Needed: a row without it cannot be used.\n"));
  g_string_truncate (note, note->len ? note->len - 1 : 0);
  return g_string_free (note, FALSE);
}

/* --- What a cell takes -------------------------------------------------------------------- */

static const char *const number_formats[] = {
  [BF_KIND_TEXT] = "@",         [BF_KIND_REFERENCE] = "@",
  [BF_KIND_REFERENCES] = "@",   [BF_KIND_CHOICE] = "@",
  [BF_KIND_CHOICES] = "@",      [BF_KIND_DAY] = "yyyy-mm-dd",
  [BF_KIND_PERCENT] = "0.##%",  [BF_KIND_MINUTE] = "yyyy-mm-dd hh:mm",
  [BF_KIND_MONEY] = "#,##0.##",
};

static const char *
number_format (const BfField *field)
{
  const char *format =
      field->kind < G_N_ELEMENTS (number_formats) ? number_formats[field->kind] : NULL;

  return format ? format : "General";
}

/* The words of a list as a range of the hidden sheet: some hold commas. */
static char *
add_words (Template *template, const BfChoice *choices)
{
  char first[LXW_MAX_CELL_NAME_LENGTH], last[LXW_MAX_CELL_NAME_LENGTH];
  lxw_row_t n = 0;

  if (!template->words)
    {
      template->words = workbook_add_worksheet (template->book, BF_TEMPLATE_WORDS);
      worksheet_hide (template->words);
    }
  for (; choices[n].id; n++)
    worksheet_write_string (template->words, n, template->n_words, choices[n].id, NULL);
  lxw_rowcol_to_cell_abs (first, 0, template->n_words, 1, 1);
  lxw_rowcol_to_cell_abs (last, n - 1, template->n_words, 1, 1);
  template->n_words++;
  return g_strdup_printf ("='%s'!%s:%s", BF_TEMPLATE_WORDS, first, last);
}

static void
limit_numbers (lxw_data_validation *rule, const BfField *field)
{
  rule->minimum_number = field->min;
  rule->maximum_number = field->max;
  rule->validate =
      field->kind == BF_KIND_INTEGER ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL;
}

static gboolean
is_number (const BfField *field)
{
  return field->kind == BF_KIND_INTEGER || field->kind == BF_KIND_NUMBER ||
         field->kind == BF_KIND_PERCENT || field->kind == BF_KIND_MONEY ||
         field->kind == BF_KIND_ESTIMATE;
}

/* FALSE when any text may stand there. @words is a range, used while the rule is. */
static gboolean
make_rule (lxw_data_validation *rule, const BfField *field, char *words)
{
  static char yes[] = "yes", no[] = "no";
  static char *yes_no[] = { yes, no, NULL };

  rule->criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  if (words)
    {
      rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule->value_formula = words;
    }
  else if (field->kind == BF_KIND_YESNO)
    {
      rule->validate = LXW_VALIDATION_TYPE_LIST;
      rule->value_list = yes_no;
    }
  else if (is_number (field) && field->min < field->max)
    limit_numbers (rule, field);
  else if (field->kind == BF_KIND_DAY || field->kind == BF_KIND_MINUTE)
    {
      rule->validate = LXW_VALIDATION_TYPE_DATE;
      rule->minimum_datetime = (lxw_datetime){ .year = 1950, .month = 1, .day = 1 };
      rule->maximum_datetime = (lxw_datetime){ .year = 2199, .month = 12, .day = 31 };
    }
  else
    return FALSE;
  return TRUE;
}

static void
refuse_wrong (Template *template, lxw_worksheet *sheet, const BfField *field, const Area *area)
{
  g_autofree char *words =
      field->kind == BF_KIND_CHOICE ? add_words (template, field->choices) : NULL;
  lxw_data_validation rule = {
    .ignore_blank = LXW_VALIDATION_ON,
    .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
    .error_title = (char *) _ ("Not read"),
    .error_message = (char *) _ ("The note at the heading says what may stand here."),
  };

  if (make_rule (&rule, field, words))
    worksheet_data_validation_range (
        sheet, area->first_row, area->column, area->last_row, area->column, &rule);
}

static void
add_note (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const BfField *field)
{
  g_autofree char *note = note_of (field);
  lxw_comment_options options = { .width = 260, .height = 120, .author = (char *) "Brownfield" };

  if (*note)
    worksheet_write_comment_opt (sheet, row, column, note, &options);
}

/* --- Sheets ------------------------------------------------------------------------------- */

static lxw_format *
cell_format (const Template *template, const BfField *field)
{
  lxw_format *format = workbook_add_format (template->book);

  format_set_num_format (format, number_format (field));
  return format;
}

static lxw_format *
heading_format (const Template *template, const BfField *field)
{
  lxw_format *format = workbook_add_format (template->book);

  format_set_bold (format);
  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_font_color (format, field->required ? BF_COLOR_WHITE : BF_COLOR_HEADING);
  format_set_bg_color (format, field->required ? BF_COLOR_HEADING : BF_COLOR_INPUT);
  format_set_bottom (format, LXW_BORDER_THIN);
  return format;
}

static double
column_width (const BfField *field)
{
  if (field->kind == BF_KIND_MINUTE)
    return 17;
  return field->kind == BF_KIND_TEXT || field->choices || field->target != BF_NO_RECORD ? 20 : 13;
}

static void
write_list (Template *template, lxw_worksheet *sheet, const BfRecord *record)
{
  Area area = { 1, LAST_ROW, 0 };

  worksheet_set_row (sheet, 0, 45, NULL);
  for (guint i = 0; i < record->n_fields; i++)
    for (guint part = 0; part < n_parts (&record->fields[i]); part++, area.column++)
      {
        const BfField *field = &record->fields[i];
        g_autofree char *heading = heading_of (field, n_parts (field) > 1 ? part + 1 : 0);

        worksheet_set_column (
            sheet, area.column, area.column, column_width (field), cell_format (template, field));
        worksheet_write_string (sheet, 0, area.column, heading, heading_format (template, field));
        add_note (sheet, 0, area.column, field);
        refuse_wrong (template, sheet, field, &area);
      }
  worksheet_freeze_panes (sheet, 1, record->kind == BF_SYSTEM ? 2 : 1);
  worksheet_repeat_rows (sheet, 0, 0);
}

/* The notes as a column of their own: there is room. */
static void
write_pairs (Template *template, lxw_worksheet *sheet, const BfRecord *record)
{
  lxw_format *quiet = bf_workbook_style_part (template->style, BF_PART_NOTE);

  worksheet_set_column (sheet, 0, 0, 44, NULL);
  worksheet_set_column (sheet, VALUE_COLUMN, VALUE_COLUMN, 24, NULL);
  worksheet_set_column (sheet, HELP_COLUMN, HELP_COLUMN, 90, NULL);
  for (guint i = 0; i < record->n_fields; i++)
    {
      const BfField *field = &record->fields[i];
      Area area = { i, i, VALUE_COLUMN };
      g_autofree char *heading = heading_of (field, 0);
      g_autofree char *note = g_strdelimit (note_of (field), "\n", ' ');

      worksheet_write_string (sheet, i, 0, heading, heading_format (template, field));
      worksheet_write_blank (sheet, i, VALUE_COLUMN, cell_format (template, field));
      if (*note)
        worksheet_write_string (sheet, i, HELP_COLUMN, note, quiet);
      refuse_wrong (template, sheet, field, &area);
    }
}

static void
write_sheet (Template *template, BfRecordKind kind)
{
  const BfRecord *record = bf_record (kind);
  lxw_worksheet *sheet = workbook_add_worksheet (template->book, record->plural);

  worksheet_set_landscape (sheet);
  worksheet_set_paper (sheet, BF_PAPER_A4);
  worksheet_fit_to_pages (sheet, 1, 0);
  if (kind == BF_PLANT)
    write_pairs (template, sheet, record);
  else
    write_list (template, sheet, record);
}

static void
write_book (lxw_workbook *book, BfWorkbookStyle *style, gpointer data)
{
  const BfRecordKind *wanted = data;
  Template template = { .book = book, .style = style };

  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    if (bf_template_has ((BfRecordKind) kind) &&
        (*wanted == BF_NO_RECORD || *wanted == (BfRecordKind) kind))
      write_sheet (&template, (BfRecordKind) kind);
}

gboolean
bf_template_write (BfRecordKind kind, const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error,
                   G_FILE_ERROR,
                   G_FILE_ERROR_EXIST,
                   /* Translators: %s is a file. */
                   _ ("%s is there already and was left alone. Give the template another name."),
                   path);
      return FALSE;
    }
  return bf_book_file_save (path, "EUR", _ ("Template"), write_book, &kind, error);
}
