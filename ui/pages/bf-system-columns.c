/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-system-columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-field-editor.h"
#include "bf-format.h"
#include "bf-system-figures.h"

static const BfSystemFigures *
figures_of (BfTableRow *row)
{
  return bf_table_row_get_details (row);
}

static const BfSystemFigure *
figure_of (BfTableRow *row)
{
  return &figures_of (row)->systems[bf_table_row_get_index (row)];
}

static char *
key_text (BfTableRow *row)
{
  return g_strdup (bf_table_row_system (row)->row.key);
}

static char *
name_text (BfTableRow *row)
{
  return g_strdup (bf_table_row_system (row)->name);
}

static char *
type_text (BfTableRow *row)
{
  const BfField *field = bf_record_field (&bf_system_record, "type");

  return bf_field_shown (bf_table_row_get_plan (row), field, bf_table_row_system (row));
}

char *
bf_areas_shown (const BfPlan *plan, const char *const *areas)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (bf_areas_are_site (areas))
    return g_strdup (_ ("Whole site"));
  for (; *areas != NULL; areas++)
    {
      const BfArea *area = BF_FIND (plan, AREA, BfArea, *areas);

      g_string_append_printf (text,
                              "%s%s",
                              text->len > 0 ? ", " : "",
                              area != NULL && area->name != NULL ? area->name : *areas);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
area_text (BfTableRow *row)
{
  return bf_areas_shown (bf_table_row_get_plan (row), bf_table_row_system (row)->area);
}

static char *
support_text (BfTableRow *row)
{
  gint64 day = bf_table_row_system (row)->eos_date;

  return day != BF_BLANK ? bf_format_day_tight (day) : g_strdup (_ ("none stated"));
}

static double
support_number (BfTableRow *row)
{
  gint64 day = bf_table_row_system (row)->eos_date;

  return day != BF_BLANK ? (double) day : NAN;
}

static const char *
support_icon (BfTableRow *row)
{
  return bf_table_row_system (row)->eos_date != BF_BLANK ? "bf-stone-symbolic" : NULL;
}

static const char *
support_style (BfTableRow *row)
{
  return bf_table_row_system (row)->eos_date == BF_BLANK ? "ink2" : NULL;
}

static double
obsolescence_number (BfTableRow *row)
{
  return figure_of (row)->obsolescence;
}

static double
obsolescence_bar (BfTableRow *row)
{
  return figure_of (row)->obsolescence / 100;
}

static char *
obsolescence_text (BfTableRow *row)
{
  return bf_format_whole (figure_of (row)->obsolescence);
}

static double
links_number (BfTableRow *row)
{
  return figure_of (row)->links;
}

static char *
links_text (BfTableRow *row)
{
  guint links = figure_of (row)->links;

  return links > 0 ? g_strdup_printf ("%u", links) : g_strdup ("·");
}

static double
debt_number (BfTableRow *row)
{
  return figure_of (row)->debt;
}

static double
debt_bar (BfTableRow *row)
{
  double worst = figures_of (row)->worst_debt;

  return worst > 0 ? figure_of (row)->debt / worst : 0;
}

static char *
debt_text (BfTableRow *row)
{
  double debt = figure_of (row)->debt;

  return debt > 0 ? bf_format_whole (debt) : g_strdup ("·");
}

static char *
people_text (BfTableRow *row)
{
  gint64 experts = bf_table_row_system (row)->experts;

  return experts != BF_BLANK ? g_strdup_printf ("%" G_GINT64_FORMAT, experts) : g_strdup ("–");
}

static double
people_number (BfTableRow *row)
{
  gint64 experts = bf_table_row_system (row)->experts;

  return experts != BF_BLANK ? (double) experts : NAN;
}

static const char *
people_style (BfTableRow *row)
{
  return bf_table_row_system (row)->experts == 0 ? "bad" : NULL;
}

static double
rate_number (BfTableRow *row)
{
  gint64 rate = bf_table_row_system (row)->downtime_cost_h;

  return rate != BF_BLANK ? (double) rate : NAN;
}

static char *
rate_text (BfTableRow *row)
{
  const BfField *field = bf_record_field (&bf_system_record, "downtime_cost_h");
  char *text = bf_field_shown (bf_table_row_get_plan (row), field, bf_table_row_system (row));

  return text != NULL ? text : g_strdup ("–");
}

static const BfRoadmapStep *
serving_step (BfTableRow *row)
{
  int step = figure_of (row)->step;

  return step >= 0 ? &bf_table_row_get_roadmap (row)->steps[step] : NULL;
}

static char *
step_text (BfTableRow *row)
{
  const BfRoadmapStep *step = serving_step (row);
  const BfSystem *system = bf_table_row_system (row);
  g_autofree char *day = NULL;

  if (step != NULL)
    return g_strdup (step->short_title);
  if (system->kept_until == BF_BLANK)
    return g_strdup (_ ("No step"));
  day = bf_format_day (system->kept_until);
  return g_strdup_printf (_ ("Kept to %s"), day);
}

static const char *
step_icon (BfTableRow *row)
{
  return serving_step (row) != NULL ? "bf-step-symbolic" : NULL;
}

static const char *
step_style (BfTableRow *row)
{
  return serving_step (row) == NULL ? "ink2" : NULL;
}

const BfTableColumn bf_system_columns[] = {
  { .id = "id", .title = N_ ("Id"), .text = key_text, .css_class = "strong" },
  { .id = "name",
    .width = 120,
    .title = N_ ("System"),
    .expand = TRUE,
    .text = name_text,
    .field = "name" },
  { .id = "type", .spare = 1, .title = N_ ("Type"), .text = type_text, .css_class = "ink2" },
  { .id = "area",
    .width = 96,
    .spare = 5,
    .title = N_ ("Area"),
    .expand = TRUE,
    .text = area_text,
    .css_class = "ink2" },
  { .id = "support",
    .spare = 6,
    .title = N_ ("Support ends"),
    .numeric = TRUE,
    .text = support_text,
    .number = support_number,
    .icon = support_icon,
    .icon_class = "legacy",
    .style = support_style },
  { .id = "obsolescence",
    .title = N_ ("Obsolescence"),
    .text = obsolescence_text,
    .number = obsolescence_number,
    .bar = obsolescence_bar,
    .bar_role = "legacy",
    .css_class = "strong" },
  { .id = "links",
    .spare = 2,
    .title = N_ ("Links"),
    .numeric = TRUE,
    .text = links_text,
    .number = links_number },
  { .id = "debt",
    .title = N_ ("Debt"),
    .text = debt_text,
    .number = debt_number,
    .bar = debt_bar,
    .bar_role = "stop",
    .css_class = "strong" },
  { .id = "people",
    .spare = 4,
    .title = N_ ("People"),
    .numeric = TRUE,
    .text = people_text,
    .number = people_number,
    .style = people_style,
    .field = "experts" },
  { .id = "rate",
    .spare = 3,
    .title = N_ ("Stopped hour"),
    .numeric = TRUE,
    .text = rate_text,
    .number = rate_number,
    .field = "downtime_cost_h" },
  { .id = "step",
    .width = 108,
    .title = N_ ("Step that serves it"),
    .expand = TRUE,
    .text = step_text,
    .icon = step_icon,
    .icon_class = "build",
    .style = step_style },
};

const guint bf_n_system_columns = G_N_ELEMENTS (bf_system_columns);
