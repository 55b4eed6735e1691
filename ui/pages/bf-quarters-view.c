/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-quarters-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-chart-frame.h"
#include "bf-format.h"
#include "bf-paint.h"

#define LEFT 144
#define RIGHT 60
#define MIN_PITCH 38
#define TIGHT_PITCH 45 /* below, figures of four digits are set smaller */
#define MAX_PITCH 72
#define NOTE_ROW 24
#define YEAR_ROW 24
#define LOWEST_CHART 96 /* of the columns; spare height makes them taller */
#define QUARTER_ROW 20
#define TABLE_ROW 25
#define AIR 5
#define AIR_ABOVE 12
#define APART 4
#define TICK_PITCH 30 /* px between two levels, about */
#define BELOW (2 * QUARTER_ROW + 6 + (BF_N_QUARTER_KINDS + 1) * TABLE_ROW)

static const struct
{
  const char *name, *role;
} kinds[BF_N_QUARTER_KINDS] = {
  [BF_QUARTER_CAPEX] = { N_ ("Capex"), "build" },
  [BF_QUARTER_OPEX] = { N_ ("Opex"), "care" },
  [BF_QUARTER_VALIDATION] = { N_ ("Validation"), "proof" },
  [BF_QUARTER_DOWNTIME] = { N_ ("Downtime, expected"), "stop" },
  [BF_QUARTER_DOUBLE_RUNNING] = { N_ ("Double running, bridges"), "both" },
};

struct _BfQuartersView
{
  BfChart parent_instance;

  const BfQuarters *quarters;
  gint64 today;
  char *currency;
};

G_DEFINE_FINAL_TYPE (BfQuartersView, bf_quarters_view, BF_TYPE_CHART)

/* What the drawing of one frame shares. */
typedef struct
{
  BfChartFrame frame; /* of the columns; the table stands under it */
  const BfQuarters *quarters;
  double pitch, height;
} Canvas;

static const BfQuarter *
quarter (const Canvas *canvas, guint i)
{
  return &g_array_index (canvas->quarters->quarters, BfQuarter, i);
}

static double
left_of (const Canvas *canvas, guint i)
{
  return LEFT + canvas->pitch * i;
}

/* --- Columns --------------------------------------------------------------------------------- */

static void
paint_part (const Canvas *canvas, BfQuarterKind kind, double x, double y, double w, double h)
{
  g_autofree char *tint = g_strconcat (kinds[kind].role, "_tint", NULL);
  const char *role = kinds[kind].role;
  GtkWidget *widget = canvas->frame.widget;
  cairo_t *cr = canvas->frame.cr;

  bf_paint_box (widget, cr, kind == BF_QUARTER_CAPEX ? role : tint, x, y, w, h);
  if (h < 3)
    bf_paint_box (widget, cr, role, x, y, w, h);
  else if (kind == BF_QUARTER_OPEX)
    bf_paint_dots (widget, cr, role, x, y, w, h);
  else if (kind == BF_QUARTER_VALIDATION)
    bf_paint_hatch (widget, cr, role, TRUE, x, y, w, h);
  else if (kind == BF_QUARTER_DOWNTIME)
    {
      bf_paint_box (widget, cr, role, x, y, w, h);
      bf_paint_hatch (widget, cr, tint, FALSE, x, y, w, h);
    }
  else if (kind == BF_QUARTER_DOUBLE_RUNNING && h > 5)
    bf_paint_line (widget, cr, role, 1.5, x, y + h / 2, x + w, y + h / 2);
  if (h >= 3 && kind != BF_QUARTER_CAPEX)
    bf_paint_outline (widget, cr, role, x, y, w, h);
}

/* From @y upwards the kinds that a budget pays, or those that none pays; returns where it ended. */
static double
paint_stack (const Canvas *canvas, guint i, gboolean paid, double y)
{
  double w = round (canvas->pitch * 0.7), x = round (left_of (canvas, i) + canvas->pitch * 0.15);
  int kind;

  for (kind = 0; kind < BF_N_QUARTER_KINDS; kind++)
    {
      double h = canvas->frame.base -
                 bf_chart_frame_y (&canvas->frame, quarter (canvas, i)->amounts[kind]);

      if (h < 0.5 || canvas->quarters->paid[kind] != paid)
        continue;
      h = MAX (h, 1.5);
      paint_part (canvas, (BfQuarterKind) kind, x, y - h, w, h);
      y -= h + 0.5;
    }
  return y;
}

/* What no budget pays stands apart on top. */
static void
paint_column (const Canvas *canvas, guint i)
{
  double y = paint_stack (canvas, i, TRUE, canvas->frame.base);

  paint_stack (canvas, i, FALSE, y - APART);
}

static void
paint_axis (const Canvas *canvas, const char *currency)
{
  const BfTextStyle unit = { 12, 400, "ink2", 1 };
  const BfChartFrame *frame = &canvas->frame;
  guint ticks = (guint) CLAMP ((frame->base - frame->top) / TICK_PITCH, 2, 8);
  double step = bf_round_step (frame->most, ticks), at;
  g_autofree char *caption =
      g_strdup_printf (_ ("k%s a quarter"), bf_format_currency_sign (currency));

  bf_paint_text (frame->widget, frame->cr, &unit, caption, LEFT - 9, NOTE_ROW + YEAR_ROW / 2.0);
  for (at = 0; at <= frame->most * 1.0001; at += step)
    {
      g_autofree char *words = bf_format_whole (at / 1e5);

      bf_chart_frame_level (frame, at, words);
    }
}

/* --- Years ----------------------------------------------------------------------------------- */

/* Where the year that begins at quarter @from ends: the position after its last quarter. */
static guint
end_of_year (const Canvas *canvas, guint from)
{
  guint to = from;

  while (to < canvas->quarters->quarters->len &&
         quarter (canvas, to)->year == quarter (canvas, from)->year)
    to++;
  return to;
}

static void
paint_year_sum (const Canvas *canvas, guint from, guint to, const char *currency)
{
  const BfTextStyle style = { 12.5, 700, "ink", 0.5 };
  const BfBudgetYear *year = bf_quarters_year (canvas->quarters, quarter (canvas, from)->year);
  g_autofree char *used = NULL;
  g_autofree char *of = NULL;
  g_autofree char *text = NULL;

  if (year == NULL || year->available <= 0)
    return;
  used = bf_format_number (bf_budget_year_planned (year) / 1e8, 2);
  of = bf_format_money_millions (year->available, 2, currency);
  text = g_strdup_printf (_ ("%s of %s"), used, of);
  bf_paint_text (canvas->frame.widget,
                 canvas->frame.cr,
                 &style,
                 text,
                 (left_of (canvas, from) + left_of (canvas, to)) / 2,
                 NOTE_ROW + YEAR_ROW / 2.0);
}

static void
paint_budget_line (const Canvas *canvas, guint from, guint to)
{
  double y = bf_chart_frame_y (&canvas->frame, quarter (canvas, from)->budget);

  if (quarter (canvas, from)->budget <= 0)
    return;
  bf_paint_box (canvas->frame.widget,
                canvas->frame.cr,
                "card",
                left_of (canvas, from) + 1,
                y - 2,
                left_of (canvas, to) - left_of (canvas, from) - 2,
                4);
  bf_paint_box (canvas->frame.widget,
                canvas->frame.cr,
                "ink",
                left_of (canvas, from) + 1,
                y - 1,
                left_of (canvas, to) - left_of (canvas, from) - 2,
                2.2);
}

static void
paint_years (const Canvas *canvas, const char *currency)
{
  const BfTextStyle style = { 13, 700, "ink", 0.5 };
  guint from, to;

  for (from = 0; from < canvas->quarters->quarters->len; from = to)
    {
      g_autofree char *name = g_strdup_printf ("%d", quarter (canvas, from)->year);

      to = end_of_year (canvas, from);
      if (from > 0)
        bf_paint_line (canvas->frame.widget,
                       canvas->frame.cr,
                       "border",
                       1,
                       left_of (canvas, from),
                       NOTE_ROW,
                       left_of (canvas, from),
                       canvas->height);
      paint_year_sum (canvas, from, to, currency);
      paint_budget_line (canvas, from, to);
      bf_paint_text (canvas->frame.widget,
                     canvas->frame.cr,
                     &style,
                     name,
                     (left_of (canvas, from) + left_of (canvas, to)) / 2,
                     canvas->frame.base + QUARTER_ROW * 1.5);
    }
}

/* --- Table ----------------------------------------------------------------------------------- */

static void
paint_amount (const Canvas *canvas, double minor, int weight, double right, double y)
{
  const BfTextStyle style = { canvas->pitch < TIGHT_PITCH ? 11 : 12, weight, "ink", 1 };
  g_autofree char *text = minor >= 50000 ? bf_format_whole (minor / 1e5) : g_strdup ("·");

  bf_paint_text (canvas->frame.widget, canvas->frame.cr, &style, text, right, y);
}

static void
paint_row (const Canvas *canvas, int kind, double y)
{
  const BfTextStyle style = { 12.5, 400, "ink", 0 };
  guint n = canvas->quarters->quarters->len, i;

  paint_part (canvas, (BfQuarterKind) kind, 0, y - 6, 12, 12);
  bf_paint_text (canvas->frame.widget, canvas->frame.cr, &style, _ (kinds[kind].name), 18, y);
  for (i = 0; i < n; i++)
    paint_amount (
        canvas, quarter (canvas, i)->amounts[kind], 400, left_of (canvas, i + 1) - AIR, y);
  paint_amount (canvas, canvas->quarters->totals[kind], 700, canvas->frame.right + RIGHT, y);
  bf_paint_line (canvas->frame.widget,
                 canvas->frame.cr,
                 "hairline",
                 1,
                 0,
                 y + TABLE_ROW / 2.0,
                 canvas->frame.right + RIGHT,
                 y + TABLE_ROW / 2.0);
}

static void
paint_total (const Canvas *canvas, double y)
{
  const BfTextStyle style = { 12.5, 700, "ink", 0 };
  double all = 0;
  guint i;

  bf_paint_line (canvas->frame.widget,
                 canvas->frame.cr,
                 "ink3",
                 1.5,
                 0,
                 y - TABLE_ROW / 2.0,
                 canvas->frame.right + RIGHT,
                 y - TABLE_ROW / 2.0);
  bf_paint_text (canvas->frame.widget, canvas->frame.cr, &style, _ ("Total"), 0, y);
  for (i = 0; i < canvas->quarters->quarters->len; i++)
    {
      double total = bf_quarter_total (quarter (canvas, i));

      all += total;
      paint_amount (canvas, total, 700, left_of (canvas, i + 1) - AIR, y);
    }
  paint_amount (canvas, all, 700, canvas->frame.right + RIGHT, y);
}

static void
paint_table (const Canvas *canvas)
{
  const BfTextStyle style = { 12, 400, "ink2", 0.5 }, heading = { 12, 600, "ink2", 1 };
  double y = canvas->frame.base + 2 * QUARTER_ROW + TABLE_ROW / 2.0 + 6;
  int kind;
  guint i;

  for (i = 0; i < canvas->quarters->quarters->len; i++)
    {
      g_autofree char *name = g_strdup_printf (_ ("Q%d"), quarter (canvas, i)->number);

      bf_paint_text (canvas->frame.widget,
                     canvas->frame.cr,
                     &style,
                     name,
                     left_of (canvas, i) + canvas->pitch / 2,
                     canvas->frame.base + QUARTER_ROW / 2.0 + 2);
    }
  bf_paint_text (canvas->frame.widget,
                 canvas->frame.cr,
                 &heading,
                 _ ("Total"),
                 canvas->frame.right + RIGHT,
                 canvas->frame.base + QUARTER_ROW * 1.5);
  bf_paint_line (canvas->frame.widget,
                 canvas->frame.cr,
                 "border",
                 1,
                 0,
                 y - TABLE_ROW / 2.0,
                 canvas->frame.right + RIGHT,
                 y - TABLE_ROW / 2.0);
  for (kind = 0; kind < BF_N_QUARTER_KINDS; kind++, y += TABLE_ROW)
    paint_row (canvas, kind, y);
  paint_total (canvas, y);
}

static void
paint_note (const Canvas *canvas)
{
  const BfTextStyle style = { 12, 400, "ink2", 0 };
  /* Translators: kinds of money, as in "capex and validation". */
  g_autofree char *note = g_strdup_printf (
      _ ("A quarter of the year’s budget for %s. What no budget pays stands apart on top."),
      bf_quarters_paid_words (canvas->quarters));

  if (canvas->quarters->years->len == 0)
    return;
  bf_paint_box (canvas->frame.widget, canvas->frame.cr, "ink", LEFT, NOTE_ROW / 2.0 - 1, 24, 2.2);
  bf_paint_text (canvas->frame.widget, canvas->frame.cr, &style, note, LEFT + 33, NOTE_ROW / 2.0);
}

static void
paint_today (const Canvas *canvas, gint64 today)
{
  const BfTextStyle style = { 12, 700, "ink", 0 };
  guint i;

  for (i = 0; i < canvas->quarters->quarters->len; i++)
    {
      gint64 first = quarter (canvas, i)->first_day, next = bf_day_add_months (first, 3);
      double x =
          left_of (canvas, i) + canvas->pitch * (double) (today - first) / (double) (next - first);

      if (today < first || today >= next)
        continue;
      bf_paint_line (canvas->frame.widget,
                     canvas->frame.cr,
                     "ink",
                     1.5,
                     x,
                     NOTE_ROW + YEAR_ROW,
                     x,
                     canvas->frame.base);
      bf_paint_text (canvas->frame.widget,
                     canvas->frame.cr,
                     &style,
                     _ ("Today"),
                     x + 6,
                     NOTE_ROW + YEAR_ROW + 6);
    }
}

/* --- The widget ------------------------------------------------------------------------------ */

static void
bf_quarters_view_draw (BfChart *chart, cairo_t *cr, double width, double height)
{
  BfQuartersView *self = BF_QUARTERS_VIEW (chart);
  Canvas canvas = { .quarters = self->quarters, .height = height };
  double top = NOTE_ROW + YEAR_ROW;
  guint n = self->quarters != NULL ? self->quarters->quarters->len : 0, i;

  if (n == 0 || self->quarters->tallest <= 0)
    return;
  canvas.pitch = CLAMP (floor ((width - LEFT - RIGHT) / n), MIN_PITCH, MAX_PITCH);
  canvas.frame = (BfChartFrame){
    GTK_WIDGET (chart),     cr, LEFT, LEFT + canvas.pitch * n, top + AIR_ABOVE, height - BELOW,
    self->quarters->tallest
  };
  paint_note (&canvas);
  paint_axis (&canvas, self->currency);
  for (i = 0; i < n; i++)
    paint_column (&canvas, i);
  paint_years (&canvas, self->currency);
  paint_today (&canvas, self->today);
  paint_table (&canvas);
}

static void
bf_quarters_view_measure (BfChart *chart, int *width, int *height)
{
  BfQuartersView *self = BF_QUARTERS_VIEW (chart);
  guint n = self->quarters != NULL ? self->quarters->quarters->len : 0;

  *width = LEFT + RIGHT + MIN_PITCH * (int) n;
  *height = NOTE_ROW + YEAR_ROW + LOWEST_CHART + BELOW;
}

static void
bf_quarters_view_finalize (GObject *object)
{
  g_free (BF_QUARTERS_VIEW (object)->currency);
  G_OBJECT_CLASS (bf_quarters_view_parent_class)->finalize (object);
}

static void
bf_quarters_view_class_init (BfQuartersViewClass *klass)
{
  BfChartClass *chart_class = BF_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bf_quarters_view_finalize;
  chart_class->measure = bf_quarters_view_measure;
  chart_class->draw = bf_quarters_view_draw;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "quarters");
}

static void
bf_quarters_view_init (BfQuartersView *self)
{
}

GtkWidget *
bf_quarters_view_new (void)
{
  return g_object_new (BF_TYPE_QUARTERS_VIEW, NULL);
}

static char *
describe (BfQuartersView *self)
{
  g_autoptr (GString) text = g_string_new (_ ("Money by quarter."));
  int kind;

  for (kind = 0; kind < BF_N_QUARTER_KINDS && self->quarters != NULL; kind++)
    {
      g_autofree char *sum =
          bf_format_money_millions (self->quarters->totals[kind], 2, self->currency);

      g_string_append_printf (text, " %s %s.", _ (kinds[kind].name), sum);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
bf_quarters_view_show (BfQuartersView *view,
                       const BfQuarters *quarters,
                       gint64 today,
                       const char *currency)
{
  g_autofree char *label = NULL;

  view->quarters = quarters;
  view->today = today;
  g_free (view->currency);
  view->currency = g_strdup (currency);
  label = describe (view);
  bf_chart_changed (BF_CHART (view), label);
}
