/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-step-columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-format.h"
#include "bf-page.h"

static const char *
currency_of (BfTableRow *row)
{
  return bf_page_currency (bf_table_row_get_plan (row));
}

static const BfRoadmapPhase *
phase_of (BfTableRow *row)
{
  return &bf_table_row_get_roadmap (row)->phases[bf_table_row_step (row)->phase];
}

static char *
phase_text (BfTableRow *row)
{
  return g_strdup (phase_of (row)->id);
}

static double
phase_number (BfTableRow *row)
{
  /* Steps stand by phase, start and key already. */
  return bf_table_row_get_index (row);
}

static char *
title_text (BfTableRow *row)
{
  return g_strdup (bf_table_row_step (row)->short_title);
}

char *
bf_step_areas_shown (const BfPlan *plan, const BfRoadmapStep *step)
{
  const GArray *areas = step->step != NULL ? step->step->areas : NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  guint i;

  if (areas == NULL || areas->len == 0 || areas->len == bf_plan_count (plan, BF_AREA))
    return g_strdup (_ ("Whole site"));
  for (i = 0; i < areas->len; i++)
    {
      const BfArea *area = BF_ROW (plan, AREA, BfArea, (guint) g_array_index (areas, int, i));

      g_string_append_printf (
          text, "%s%s", i > 0 ? ", " : "", area->name != NULL ? area->name : area->row.key);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
area_text (BfTableRow *row)
{
  return bf_step_areas_shown (bf_table_row_get_roadmap (row)->plan, bf_table_row_step (row));
}

/* The order of BF_MODE_*. */
static const char *const strategies[BF_N_MODES] = {
  N_ ("Wrap"), N_ ("In place"), N_ ("In parallel"), N_ ("By area"), N_ ("At once"),
};

const char *
bf_strategy_shown (const char *id)
{
  const BfField *field = bf_record_field (&bf_step_record, "strategy");
  int mode = id != NULL ? bf_choice_find (field->choices, id) : -1;

  return mode >= 0 ? _ (strategies[mode]) : id;
}

static char *
strategy_text (BfTableRow *row)
{
  return g_strdup (bf_strategy_shown (bf_table_row_step (row)->strategy));
}

static char *
start_text (BfTableRow *row)
{
  return bf_format_day_tight (bf_table_row_step (row)->start);
}

static double
start_number (BfTableRow *row)
{
  return (double) bf_table_row_step (row)->start;
}

static char *
cutover_text (BfTableRow *row)
{
  const BfRoadmapStep *step = bf_table_row_step (row);

  if (step->n_cutovers == 0)
    return g_strdup ("·");
  return bf_format_day_tight (bf_minute_day (step->cutovers[0].start));
}

static double
cutover_number (BfTableRow *row)
{
  const BfRoadmapStep *step = bf_table_row_step (row);

  return step->n_cutovers > 0 ? (double) step->cutovers[0].start : NAN;
}

static char *
cutover_window (const BfRoadmapCutover *cutover, gboolean whole)
{
  if (cutover->window_name != NULL)
    return whole ? g_strdup (cutover->window_name)
                 : bf_page_window_name (cutover->window_name, FALSE);
  return g_strdup (cutover->placement == BF_PLACEMENT_BEARABLE ? _ ("bearable stop")
                                                               : _ ("no stop"));
}

static char *
window_text (BfTableRow *row)
{
  const BfRoadmapStep *step = bf_table_row_step (row);
  g_autofree char *name = NULL;

  if (step->n_cutovers == 0)
    return g_strdup ("·");
  name = cutover_window (&step->cutovers[0], FALSE);
  if (step->n_cutovers == 1)
    return g_steal_pointer (&name);
  /* Translators: the window of the first cutover, and how many others there are. */
  return g_strdup_printf (_ ("%s and %u more"), name, step->n_cutovers - 1);
}

/* All cutovers, a line each. */
static char *
window_tip (BfTableRow *row)
{
  const BfRoadmapStep *step = bf_table_row_step (row);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint i;

  for (i = 0; i < step->n_cutovers; i++)
    {
      g_autofree char *start = bf_format_minute (step->cutovers[i].start);
      g_autofree char *window = cutover_window (&step->cutovers[i], TRUE);

      g_string_append_printf (lines, "%s%s: %s", i > 0 ? "\n" : "", start, window);
    }
  return lines->len > 0 ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

static char *
p50_text (BfTableRow *row)
{
  return bf_format_day_tight (bf_table_row_step (row)->release.p50);
}

static double
p50_number (BfTableRow *row)
{
  return (double) bf_table_row_step (row)->release.p50;
}

static char *
p80_text (BfTableRow *row)
{
  return bf_format_day_tight (bf_table_row_step (row)->release.p80);
}

static double
p80_number (BfTableRow *row)
{
  return (double) bf_table_row_step (row)->release.p80;
}

static char *
money_text (double minor, const char *currency)
{
  return minor >= 50000 ? bf_format_money_thousands (minor, currency) : g_strdup ("·");
}

static char *
validation_text (BfTableRow *row)
{
  return money_text (bf_table_row_step (row)->validation.p50, currency_of (row));
}

static double
validation_number (BfTableRow *row)
{
  return bf_table_row_step (row)->validation.p50;
}

static char *
downtime_text (BfTableRow *row)
{
  double hours = bf_table_row_step (row)->downtime_hours.p50;

  return hours >= 0.5 ? bf_format_hours (hours) : g_strdup ("·");
}

static double
downtime_number (BfTableRow *row)
{
  return bf_table_row_step (row)->downtime_hours.p50;
}

static char *
loaded_text (BfTableRow *row)
{
  return money_text ((double) bf_table_row_step (row)->fully_loaded_minor, currency_of (row));
}

static double
loaded_number (BfTableRow *row)
{
  return (double) bf_table_row_step (row)->fully_loaded_minor;
}

const BfTableColumn bf_step_columns[] = {
  { .id = "phase",
    .title = N_ ("Phase"),
    .text = phase_text,
    .number = phase_number,
    .css_class = "ink2" },
  { .id = "step",
    .width = 120,
    .title = N_ ("Step"),
    .expand = TRUE,
    .text = title_text,
    .css_class = "strong" },
  { .id = "area",
    .width = 96,
    .spare = 3,
    .title = N_ ("Area"),
    .expand = TRUE,
    .text = area_text,
    .css_class = "ink2" },
  { .id = "strategy",
    .spare = 1,
    .title = N_ ("Strategy"),
    .text = strategy_text,
    .css_class = "ink2" },
  { .id = "start",
    .spare = 2,
    .title = N_ ("Start"),
    .numeric = TRUE,
    .text = start_text,
    .number = start_number },
  { .id = "cutover",
    .title = N_ ("Cutover"),
    .numeric = TRUE,
    .text = cutover_text,
    .number = cutover_number },
  { .id = "window",
    .width = 84,
    .title = N_ ("Window"),
    .expand = TRUE,
    .text = window_text,
    .tip = window_tip },
  { .id = "p50",
    .title = N_ ("Release P50"),
    .numeric = TRUE,
    .text = p50_text,
    .number = p50_number },
  { .id = "p80",
    .spare = 4,
    .title = N_ ("P80"),
    .numeric = TRUE,
    .text = p80_text,
    .number = p80_number },
  { .id = "validation",
    .title = N_ ("Validation"),
    .numeric = TRUE,
    .text = validation_text,
    .number = validation_number },
  { .id = "downtime",
    .spare = 5,
    .title = N_ ("Downtime"),
    .numeric = TRUE,
    .text = downtime_text,
    .number = downtime_number },
  { .id = "loaded",
    .title = N_ ("Fully loaded"),
    .numeric = TRUE,
    .text = loaded_text,
    .number = loaded_number,
    .css_class = "strong" },
};

const guint bf_n_step_columns = G_N_ELEMENTS (bf_step_columns);
