/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Of the sheet Maturity: where a framework's dimensions stand, after which phase they stand
 * higher, and where they should be. */

#include "bf-workbook-chart.h"

#include <glib/gi18n-lib.h>

#define RADAR_WIDTH 860
#define RADAR_HEIGHT 490

/* Rings on the way from today's brown to the green of what is proven. */
static lxw_color_t
mixed (double share)
{
  lxw_color_t color = 0;

  for (int shift = 16; shift >= 0; shift -= 8)
    {
      double from = (BF_COLOR_LEGACY_TINT >> shift) & 0xff, to = (BF_COLOR_PROOF >> shift) & 0xff;

      color |= (lxw_color_t) (from + (to - from) * share) << shift;
    }
  return color;
}

static lxw_chart_series *
add_ring (lxw_chart *chart,
          const BfRadar *radar,
          lxw_col_t col,
          const char *name,
          lxw_chart_line *line,
          guint8 marker)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = line->color };
  lxw_chart_line edge = { .color = line->color };

  chart_series_set_categories (
      series, "Maturity", radar->first, radar->names, radar->last, radar->names);
  chart_series_set_values (series, "Maturity", radar->first, col, radar->last, col);
  chart_series_set_name (series, name);
  chart_series_set_line (series, line);
  chart_series_set_marker_type (series, marker);
  if (marker == LXW_CHART_MARKER_NONE)
    return series;
  chart_series_set_marker_size (series, 6);
  chart_series_set_marker_fill (series, &fill);
  chart_series_set_marker_line (series, &edge);
  return series;
}

static void
add_phases (BfWorkbook *workbook, lxw_chart *chart, const BfRadar *radar)
{
  guint n = workbook->roadmap->n_phases;

  for (guint phase = 0; phase < n; phase++)
    {
      g_autofree char *name = bf_workbook_phase_name (workbook, phase);
      g_autofree char *after = g_strdup_printf (_ ("after %s"), name);
      gboolean last = phase + 1 == n;
      lxw_chart_line line = { .color = mixed ((phase + 1.0) / n), .width = last ? 2 : 1.25 };

      add_ring (chart,
                radar,
                radar->first_phase + (lxw_col_t) phase,
                after,
                &line,
                last ? LXW_CHART_MARKER_TRIANGLE : LXW_CHART_MARKER_NONE);
    }
}

void
bf_workbook_add_radar (BfWorkbook *workbook, BfSheet *sheet, const BfRadar *radar)
{
  lxw_chart_line now = { .color = BF_COLOR_LEGACY, .width = 2 };
  lxw_chart_line target = { .color = BF_COLOR_BUILD,
                            .width = 1.5,
                            .dash_type = LXW_CHART_LINE_DASH_DASH };
  lxw_chart_fill open = { .color = BF_COLOR_WHITE };
  lxw_chart *chart = workbook_add_chart (workbook->book, LXW_CHART_RADAR_WITH_MARKERS);
  g_autofree char *title =
      /* Translators: %s is a framework, as in SIRI. */
      g_strdup_printf (_ ("%s: now, after each phase, and the target"),
                       radar->framework ? radar->framework : _ ("Maturity"));
  lxw_chart_options options = { .x_scale = RADAR_WIDTH / 480.0,
                                .y_scale = RADAR_HEIGHT / 288.0,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                .description = title };
  lxw_chart_series *series;

  add_phases (workbook, chart, radar);
  add_ring (chart, radar, radar->now, _ ("Now"), &now, LXW_CHART_MARKER_SQUARE);
  series = add_ring (chart, radar, radar->target, _ ("Target"), &target, LXW_CHART_MARKER_CIRCLE);
  chart_series_set_marker_fill (series, &open);
  bf_chart_cache_all (sheet, chart);
  bf_chart_set_axes (chart, NULL, "0");
  bf_chart_set_title (chart, title);
  chart_axis_set_min (chart->y_axis, 0);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  worksheet_insert_chart_opt (sheet->sheet, radar->row, radar->col, chart, &options);
}
