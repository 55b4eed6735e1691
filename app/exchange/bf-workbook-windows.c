/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-workbook-windows.h"

#include "bf-window.h"
#include "bf-workbook-list.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;
  int kind;
  char *areas; /* owned */
  gint64 start, end;
} Span;

static void
span_free (gpointer data)
{
  Span *span = data;

  g_free (span->areas);
  g_free (span);
}

static void
add_span (GPtrArray *spans,
          const char *name,
          int kind,
          const char *const *areas,
          gint64 start,
          gint64 end)
{
  Span *span = g_new0 (Span, 1);

  span->name = name;
  span->kind = kind;
  span->areas = areas ? g_strjoinv (", ", (char **) areas) : NULL;
  span->start = start;
  span->end = end;
  g_ptr_array_add (spans, span);
}

/* The shutdowns that count where the plan names no window. */
static void
add_assumed (const BfWorkbook *workbook, GPtrArray *spans)
{
  const BfCalendar *calendar = workbook->roadmap->calendar;
  int area = bf_plan_count (workbook->plan, BF_AREA) ? 0 : -1;
  const BfStretch *stretches;
  guint n;

  stretches = bf_calendar_stretches (calendar, area, &n);
  for (guint i = 0; i < n; i++)
    if (stretches[i].shutdown)
      add_span (spans,
                bf_calendar_window_name (calendar, stretches[i].window, stretches[i].occurrence),
                BF_WINDOW_SHUTDOWN,
                NULL,
                stretches[i].start,
                stretches[i].end);
}

static gint
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *one = *(const Span *const *) a, *other = *(const Span *const *) b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return g_strcmp0 (one->name, other->name);
}

GPtrArray *
bf_windows_collect (const BfWorkbook *workbook)
{
  GPtrArray *spans = g_ptr_array_new_with_free_func (span_free);

  for (guint i = 0; i < bf_plan_count (workbook->plan, BF_WINDOW); i++)
    {
      const BfWindow *window = BF_ROW (workbook->plan, WINDOW, BfWindow, i);

      if (window->kind != BF_WINDOW_WEEKEND && window->start != BF_BLANK && window->end != BF_BLANK)
        add_span (spans,
                  window->name ? window->name : window->row.key,
                  window->kind,
                  window->areas,
                  window->start,
                  window->end);
    }
  if (workbook->roadmap->calendar && bf_calendar_assumes_windows (workbook->roadmap->calendar))
    add_assumed (workbook, spans);
  g_ptr_array_sort (spans, compare_spans);
  return spans;
}

/* --- The list --- */

static const char *
kind_word (int kind)
{
  return kind == BF_WINDOW_FREEZE ? _ ("freeze") : _ ("shutdown");
}

static gint64
last_day (const Span *span)
{
  return bf_minute_day (MAX (span->start, span->end - 1));
}

static BfFact
name (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (((const Span *) row->thing)->name);
}

static BfFact
kind (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (kind_word (((const Span *) row->thing)->kind));
}

static BfFact
areas (const BfWorkbook *workbook, const BfListRow *row)
{
  const Span *span = row->thing;

  return bf_fact_text (span->areas && *span->areas ? span->areas : _ ("Whole site"));
}

static BfFact
from (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_day (bf_minute_day (((const Span *) row->thing)->start));
}

static BfFact
to (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_day (last_day (row->thing));
}

enum
{
  COL_KIND,
  COL_NAME,
  COL_AREAS,
  COL_FROM,
  COL_TO,
  N_COLS,
};

static const BfListColumn columns[N_COLS] = {
  [COL_KIND] = BF_OWN (N_ ("Kind"), "", 12, TEXT, kind),
  [COL_NAME] = BF_OWN (N_ ("Name"), "", 44, WRAP, name),
  [COL_AREAS] = BF_OWN (N_ ("Areas"), "", 22, WRAP, areas),
  [COL_FROM] = BF_OWN (N_ ("From"), "", 12, DAY, from, .flags = BF_LIST_INPUT),
  [COL_TO] = BF_OWN (N_ ("To"), N_ ("last day"), 12, DAY, to, .flags = BF_LIST_INPUT),
};
static const BfList windows_list = {
  .name = "Windows",
  .section = N_ ("Shutdowns and freezes"),
  .empty = N_ ("No shutdown and no freeze is known."),
  .columns = columns,
  .n_columns = N_COLS,
  .kind = BF_NO_RECORD,
  .keeps_widths = TRUE,
};

lxw_row_t
bf_windows_write (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at)
{
  return bf_list_write (workbook, sheet, &windows_list, at, workbook->windows);
}

guint
bf_windows_count (const BfWorkbook *workbook, int of_kind, gint64 first, gint64 end)
{
  guint n = 0;

  for (guint i = 0; i < workbook->windows->len; i++)
    {
      const Span *span = workbook->windows->pdata[i];

      n += span->kind == of_kind && bf_minute_day (span->start) < end && last_day (span) >= first;
    }
  return n;
}

char *
bf_windows_count_formula (int of_kind, const char *first, const char *end)
{
  g_autofree char *kinds = bf_list_ref (&windows_list, COL_KIND);
  g_autofree char *starts = bf_list_ref (&windows_list, COL_FROM);
  g_autofree char *ends = bf_list_ref (&windows_list, COL_TO);

  return g_strdup_printf ("=COUNTIFS(%s,\"%s\",%s,\"<\"&%s,%s,\">=\"&%s)",
                          kinds,
                          kind_word (of_kind),
                          starts,
                          end,
                          ends,
                          first);
}
