/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-result-columns.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-field-editor.h"
#include "bf-format.h"
#include "bf-maturity-levels.h"
#include "bf-page.h"

static const BfResult *
result_of (BfTableRow *row)
{
  return BF_ROW (bf_table_row_get_plan (row), RESULT, BfResult, bf_table_row_get_index (row));
}

static const BfLevelNow *
level_of (BfTableRow *row)
{
  const BfNeeds *needs = bf_table_row_get_details (row);

  return &needs->levels[bf_table_row_get_index (row)];
}

static char *
level_text (double value)
{
  return isnan (value) ? g_strdup ("·") : bf_format_number (value, 1);
}

static char *
framework_text (BfTableRow *row)
{
  return g_strdup (bf_page_framework_name (result_of (row)->framework));
}

static char *
dimension_text (BfTableRow *row)
{
  return g_strdup (result_of (row)->dimension);
}

static double
place_number (BfTableRow *row)
{
  const BfResult *result = result_of (row);
  const BfDimension *dimension =
      bf_catalogue_dimension (bf_catalogue_get (), result->framework, result->dimension);

  return dimension != NULL ? (double) GPOINTER_TO_SIZE (dimension) : NAN;
}

static char *
name_text (BfTableRow *row)
{
  return g_strdup (result_of (row)->name);
}

static char *
verified_text (BfTableRow *row)
{
  return level_text (result_of (row)->verified);
}

static double
verified_number (BfTableRow *row)
{
  return result_of (row)->verified;
}

static char *
claimed_text (BfTableRow *row)
{
  return level_text (result_of (row)->claimed);
}

static double
claimed_number (BfTableRow *row)
{
  return result_of (row)->claimed;
}

static char *
effective_text (BfTableRow *row)
{
  return level_text (level_of (row)->effective);
}

static double
effective_number (BfTableRow *row)
{
  return level_of (row)->effective;
}

static char *
target_text (BfTableRow *row)
{
  return level_text (result_of (row)->target);
}

static double
target_number (BfTableRow *row)
{
  return result_of (row)->target;
}

static char *
target_date_text (BfTableRow *row)
{
  gint64 day = result_of (row)->target_date;

  return day != BF_BLANK ? bf_format_day (day) : g_strdup ("·");
}

static double
target_date_number (BfTableRow *row)
{
  gint64 day = result_of (row)->target_date;

  return day != BF_BLANK ? (double) day : NAN;
}

static char *
state_text (BfTableRow *row)
{
  gint64 state = result_of (row)->claim_state;

  return g_strdup (bf_claim_state_name (state != BF_BLANK ? (int) state : -1));
}

static const char *
state_style (BfTableRow *row)
{
  return result_of (row)->claim_state == BF_BLANK ? "ink2" : NULL;
}

const BfTableColumn bf_result_columns[] = {
  { .id = "framework", .title = N_ ("Framework"), .text = framework_text, .css_class = "ink2" },
  { .id = "dimension",
    .title = N_ ("Dimension"),
    .text = dimension_text,
    .number = place_number,
    .css_class = "strong" },
  { .id = "name", .title = N_ ("Name"), .width = 120, .expand = TRUE, .text = name_text },
  { .id = "verified",
    .title = N_ ("Verified"),
    .numeric = TRUE,
    .text = verified_text,
    .number = verified_number,
    .field = "verified" },
  { .id = "claimed",
    .title = N_ ("Claimed"),
    .numeric = TRUE,
    .text = claimed_text,
    .number = claimed_number,
    .field = "claimed" },
  { .id = "effective",
    .title = N_ ("Effective"),
    .numeric = TRUE,
    .text = effective_text,
    .number = effective_number },
  { .id = "target",
    .title = N_ ("Target"),
    .numeric = TRUE,
    .text = target_text,
    .number = target_number,
    .field = "target" },
  { .id = "target-date",
    .title = N_ ("Target date"),
    .numeric = TRUE,
    .text = target_date_text,
    .number = target_date_number,
    .field = "target_date" },
  { .id = "state", .title = N_ ("Claim state"), .text = state_text, .style = state_style },
};

const guint bf_n_result_columns = G_N_ELEMENTS (bf_result_columns);
