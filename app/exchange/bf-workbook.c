/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-workbook.h"

#include "bf-atomic-file.h"
#include "bf-workbook-private.h"
#include "bf-workbook-windows.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

#define MAX_SYSTEMS_SHOWN 4

gint64
bf_workbook_sum (const BfWorkbook *workbook, int phase, BfMoneyKind kind)
{
  gint64 sum = 0;

  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    if (phase < 0 || workbook->rows[i].step->phase == phase)
      sum += workbook->rows[i].money[kind];
  return sum;
}

char *
bf_workbook_phase_name (const BfWorkbook *workbook, guint phase)
{
  const BfRoadmapPhase *of = &workbook->roadmap->phases[phase];

  return g_strdup_printf ("%s %s", of->id, of->name);
}

char *
bf_workbook_day_text (gint64 day)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, of_month;

  bf_day_to_civil (day, &year, &month, &of_month);
  date = g_date_time_new_utc (year, month, of_month, 0, 0, 0);
  /* Translators: a date such as 17 Mar 2027, see g_date_time_format. */
  return date ? g_date_time_format (date, _ ("%-d %b %Y")) : bf_day_format (day);
}

char *
bf_workbook_title (const BfWorkbook *workbook, const char *what)
{
  const char *name = workbook->plant.name ? workbook->plant.name : workbook->plant.row.key;

  return g_strdup_printf ("%s: %s", name ? name : _ ("Plan"), what);
}

/* --- The rows --- */

static char *
area_text (const BfPlan *plan, const BfStep *step)
{
  guint n_areas = bf_plan_count (plan, BF_AREA);
  guint n = step->areas ? step->areas->len : 0;
  GString *text = g_string_new (NULL);

  if (n == 0 || n >= n_areas)
    g_string_append (text, _ ("Whole site"));
  else
    for (guint i = 0; i < n; i++)
      {
        const BfArea *area =
            BF_ROW (plan, AREA, BfArea, (guint) g_array_index (step->areas, int, i));

        g_string_append_printf (
            text, "%s%s", i ? ", " : "", area->name ? area->name : area->row.key);
      }
  return g_string_free (text, FALSE);
}

/* The first keys, and how many there are where the rest is left out. */
static char *
systems_text (const BfPlan *plan, const BfStep *step)
{
  GString *text = g_string_new (NULL);
  guint n = step->systems ? step->systems->len : 0;
  guint shown = n > MAX_SYSTEMS_SHOWN + 1 ? MAX_SYSTEMS_SHOWN : n;

  for (guint i = 0; i < shown; i++)
    {
      const BfSystem *system =
          BF_ROW (plan, SYSTEM, BfSystem, (guint) g_array_index (step->systems, int, i));

      g_string_append_printf (text, "%s%s", i ? ", " : "", system->row.key);
    }
  if (shown < n)
    /* Translators: after the first keys of a list; %u is how many there are. */
    g_string_append_printf (text, _ (" … %u in all"), n);
  return g_string_free (text, FALSE);
}

char *
bf_workbook_step_lookup (lxw_row_t at, guint column)
{
  g_autofree char *source = bf_table_ref (&bf_steps_table, column);
  g_autofree char *numbers = bf_table_ref (&bf_steps_table, BF_STEPS_NO);

  return g_strdup_printf ("INDEX(%s,MATCH($A%u,%s,0))", source, at + 1, numbers);
}

static const char *
strategy_label (const char *id)
{
  static const char *const labels[][2] = { { "wrap", N_ ("wrap") },
                                           { "in_place", N_ ("in place") },
                                           { "parallel", N_ ("parallel run") },
                                           { "phased", N_ ("in phases") },
                                           { "at_once", N_ ("at once") } };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_strcmp0 (id, labels[i][0]) == 0)
      return _ (labels[i][1]);
  return id;
}

static void
fill_row (const BfWorkbook *workbook, guint i)
{
  BfStepRow *row = &workbook->rows[i];

  row->step = &workbook->roadmap->steps[i];
  row->number = (int) i + 1;
  row->area = area_text (workbook->plan, row->step->step);
  row->systems = systems_text (workbook->plan, row->step->step);
  row->strategy = strategy_label (row->step->strategy);
  row->window = row->step->n_cutovers ? row->step->cutovers[0].window_name : NULL;
  for (int kind = 0; kind < BF_N_MONEY; kind++)
    {
      row->money[kind] = bf_spending_of_step (row->step, (BfMoneyKind) kind);
      row->full_minor += row->money[kind];
    }
}

static void
fill_decision (const BfWorkbook *workbook, guint i)
{
  const char *key = workbook->roadmap->steps[i].key;
  const BfStepDecision *known = BF_FIND (workbook->plan, STEP, BfStepDecision, key);

  bf_record_blank (bf_record (BF_STEP), &workbook->decisions[i]);
  if (known)
    workbook->decisions[i] = *known;
  workbook->decisions[i].row.key = key;
}

/* The hub framework when it was assessed, else the first. */
static const char *
leading_framework (const BfPlan *plan)
{
  const char *first = NULL;

  for (guint i = 0; i < bf_plan_count (plan, BF_RESULT); i++)
    {
      const BfResult *result = BF_ROW (plan, RESULT, BfResult, i);

      if (g_strcmp0 (result->framework, "SIRI") == 0)
        return result->framework;
      if (first == NULL)
        first = result->framework;
    }
  return first;
}

static void
bf_workbook_init (BfWorkbook *workbook, const BfRoadmap *roadmap, lxw_workbook *book)
{
  workbook->roadmap = roadmap;
  workbook->plan = roadmap->plan;
  bf_record_blank (&bf_plant_record, &workbook->plant);
  if (bf_plan_plant (roadmap->plan))
    workbook->plant = *bf_plan_plant (roadmap->plan);
  workbook->book = book;
  workbook->style = bf_workbook_style_new (book, workbook->plant.currency);
  workbook->rows = g_new0 (BfStepRow, roadmap->n_steps);
  for (guint i = 0; i < roadmap->n_steps; i++)
    fill_row (workbook, i);
  workbook->decisions = g_new0 (BfStepDecision, roadmap->n_steps);
  for (guint i = 0; i < roadmap->n_steps; i++)
    fill_decision (workbook, i);
  workbook->trip = bf_trip_new ();
  workbook->spending = bf_spending_compute (roadmap);
  workbook->calendar =
      bf_money_periods (workbook->plan, workbook->spending, BF_BY_CALENDAR_QUARTER);
  workbook->quarters = bf_money_periods (workbook->plan, workbook->spending, BF_BY_QUARTER);
  workbook->years = bf_money_periods (workbook->plan, workbook->spending, BF_BY_YEAR);
  workbook->windows = bf_windows_collect (workbook);
  workbook->approved = bf_workbook_read_approved (workbook->plan);
  workbook->framework = leading_framework (workbook->plan);
}

static void
bf_workbook_clear (BfWorkbook *workbook)
{
  for (guint i = 0; i < workbook->roadmap->n_steps; i++)
    {
      g_free (workbook->rows[i].area);
      g_free (workbook->rows[i].systems);
    }
  g_free (workbook->rows);
  g_free (workbook->decisions);
  bf_trip_free (workbook->trip);
  g_array_unref (workbook->spending);
  g_array_unref (workbook->calendar);
  g_array_unref (workbook->quarters);
  g_array_unref (workbook->years);
  g_ptr_array_unref (workbook->windows);
  g_clear_pointer (&workbook->approved, g_ptr_array_unref);
  bf_workbook_style_free (workbook->style);
}

/* --- The file --- */

/* Seconds since 1970 of the plan's own date at noon, so that no time zone moves the day. */
static time_t
status_time (const BfWorkbook *workbook)
{
  gint64 status = workbook->plant.status_date;
  gint64 day = status != BF_BLANK ? status : bf_plan_start (workbook->plan);

  return (time_t) (day * 86400 + 43200);
}

static void
set_properties (const BfWorkbook *workbook)
{
  g_autofree char *title = bf_workbook_title (workbook, _ ("digital roadmap"));
  g_autofree char *author = bf_sheet_clean (workbook->plant.prepared_by);
  g_autofree char *company = bf_sheet_clean (workbook->plant.name);
  g_autofree char *program = g_strdup ("Brownfield " BF_VERSION);
  lxw_doc_properties properties = { .title = title,
                                    .author = author,
                                    .company = company,
                                    .comments = program,
                                    .created = status_time (workbook) };

  workbook_set_properties (workbook->book, &properties);
}

typedef struct
{
  const char *name;
  lxw_color_t tab;
  void (*write) (BfWorkbook *workbook, BfSheet *sheet);
} SheetKind;

/* In the order of the tabs. */
static const SheetKind sheets[] = {
  { "Summary", BF_COLOR_HEADING, bf_workbook_write_summary },
  { "Timeline", BF_COLOR_HEADING, bf_workbook_write_timeline },
  { "Steps", BF_COLOR_BUILD, bf_workbook_write_steps },
  { "Money", BF_COLOR_BUILD, bf_workbook_write_money },
  { "Downtime", BF_COLOR_STOP, bf_workbook_write_downtime },
  { "Risks", BF_COLOR_STOP, bf_workbook_write_risks },
  { "Maturity", BF_COLOR_PROOF, bf_workbook_write_maturity },
  { "Systems", BF_COLOR_LEGACY, bf_workbook_write_systems },
  { "Interfaces", BF_COLOR_LEGACY, bf_workbook_write_interfaces },
  { "Qualification", BF_COLOR_PROOF, bf_workbook_write_qualification },
  { "Scenarios", BF_COLOR_BOTH, bf_workbook_write_scenarios },
  { "Baseline", BF_COLOR_BOTH, bf_workbook_write_baseline },
  { "Decisions", BF_COLOR_INK, bf_workbook_write_decisions },
  { "Claims", BF_COLOR_PROOF, bf_workbook_write_claims },
  { "Changes", BF_COLOR_INK_3, bf_workbook_write_changes },
  { "Assumptions", BF_COLOR_INK_3, bf_workbook_write_assumptions },
};

void
bf_workbook_write_links (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, guint n_columns)
{
  lxw_format *format = bf_workbook_style_part (sheet->style, BF_PART_LINK);

  for (guint i = 1; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *target = g_strdup_printf ("internal:'%s'!A1", sheets[i].name);

      worksheet_write_url_opt (sheet->sheet,
                               at + (i - 1) / n_columns,
                               (lxw_col_t) ((i - 1) % n_columns),
                               target,
                               format,
                               sheets[i].name,
                               NULL);
    }
}

/* The timeline's rows begin higher up: its ruler stands there. */
static void
write_way_back (BfSheet *sheet)
{
  if (g_str_equal (sheet->sheet->name, "Summary") || g_str_equal (sheet->sheet->name, "Timeline"))
    return;
  worksheet_write_url_opt (sheet->sheet,
                           2,
                           0,
                           "internal:'Summary'!A1",
                           bf_workbook_style_part (sheet->style, BF_PART_LINK),
                           _ ("To the summary"),
                           NULL);
}

static void
write_sheets (BfWorkbook *workbook)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      BfSheet sheet = { NULL, workbook->style, workbook->options.values_only };

      sheet.sheet = workbook_add_worksheet (workbook->book, sheets[i].name);
      worksheet_set_tab_color (sheet.sheet, sheets[i].tab);
      sheets[i].write (workbook, &sheet);
      write_way_back (&sheet);
    }
  bf_trip_write (workbook->trip,
                 workbook->book,
                 workbook->options.origin,
                 workbook->roadmap->options.scenario,
                 workbook->plant.status_date);
}

typedef struct
{
  const BfRoadmap *roadmap;
  const BfWorkbookOptions *options; /* NULL: none */
  const char *path;                 /* as the person knows it */
} Order;

static gboolean
fail (const Order *order, const char *reason, GError **error)
{
  g_autofree char *shown = g_filename_display_name (order->path);

  g_set_error (error,
               G_FILE_ERROR,
               G_FILE_ERROR_FAILED,
               /* Translators: %1$s is a file, %2$s the reason. */
               _ ("“%1$s” could not be saved: %2$s."),
               shown,
               reason);
  return FALSE;
}

static gboolean
write_whole (const char *path, const Order *order, GError **error)
{
  /* Parts of the file are collected beside it: where there is room for the one is room for both. */
  g_autofree char *folder = g_path_get_dirname (path);
  lxw_workbook_options options = { .constant_memory = LXW_FALSE, .tmpdir = folder };
  BfWorkbook workbook = { 0 };
  lxw_error code;

  if (order->options)
    workbook.options = *order->options;
  bf_workbook_init (&workbook, order->roadmap, workbook_new_opt (path, &options));
  set_properties (&workbook);
  write_sheets (&workbook);
  bf_workbook_clear (&workbook);
  errno = 0;
  code = workbook_close (workbook.book);
  if (code != LXW_NO_ERROR)
    return fail (order, errno ? g_strerror (errno) : lxw_strerror (code), error);
  if (!bf_workbook_is_whole (path))
    return fail (order, _ ("the disk did not take all of it"), error);
  return TRUE;
}

/* The library prints numbers as the locale does, which is no number in the file: for this thread
 * and this time the decimal mark is a point. */
static gboolean
write_workbook (const char *path, gpointer data, GError **error)
{
  locale_t points = newlocale (LC_NUMERIC_MASK, "C", duplocale (LC_GLOBAL_LOCALE));
  locale_t before = uselocale (points);
  gboolean written = write_whole (path, data, error);

  uselocale (before);
  freelocale (points);
  return written;
}

gboolean
bf_workbook_write_with (const BfRoadmap *roadmap,
                        const BfWorkbookOptions *options,
                        const char *path,
                        GError **error)
{
  Order order = { roadmap, options, path };

  return bf_atomic_file_save (path, write_workbook, &order, error);
}

gboolean
bf_workbook_write (const BfRoadmap *roadmap, const char *path, GError **error)
{
  return bf_workbook_write_with (roadmap, NULL, path, error);
}
