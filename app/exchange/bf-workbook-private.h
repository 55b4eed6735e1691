/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sheets of the workbook share: the rows that they show, made once from the roadmap, and
 * the tables that their formulas name. Each sheet has a file and one function here. */

#pragma once

#include "bf-money-periods.h"
#include "bf-sheet.h"
#include "bf-spending.h"
#include "bf-workbook-trip.h"
#include "bf-workbook.h"

G_BEGIN_DECLS

/* A step as the sheets show it. */
typedef struct
{
  const BfRoadmapStep *step;
  int number;    /* 1 .., the roadmap's order */
  char *area;    /* "Whole site", "Machining, Assembly" */
  char *systems; /* keys */
  const char *strategy;
  const char *window; /* of the first cutover; NULL */
  gint64 money[BF_N_MONEY];
  gint64 full_minor; /* their sum */
} BfStepRow;

/* The parts of the workbook in the making. */
typedef struct
{
  const BfRoadmap *roadmap;
  const BfPlan *plan;
  BfPlant plant; /* blank where the plan has none; its text belongs to the plan */
  lxw_workbook *book;
  BfWorkbookStyle *style;
  BfStepRow *rows;       /* one a step */
  GArray *spending;      /* BfSpend */
  GPtrArray *approved;   /* of the last baseline, see bf-workbook-baseline.c; NULL none */
  GArray *calendar;      /* BfMoneyPeriod, quarters of the calendar */
  GArray *quarters;      /* BfMoneyPeriod, of the budgets' year */
  GArray *years;         /* BfMoneyPeriod, of the budgets */
  const char *framework; /* whose targets the summary counts; NULL without results */
  BfWorkbookOptions options;
  BfTrip *trip;
  GPtrArray *windows;        /* see bf-workbook-windows.h */
  BfStepDecision *decisions; /* one a step: the plan's, or a blank one that bears its key */
} BfWorkbook;

/* A column of money, shown in thousands. */
#define BF_MONEY_COLUMN(heading, width)                                                            \
  {                                                                                                \
    heading, "k¤", width, BF_LOOK_THOUSANDS                                                        \
  }

/* The fields of a step that a meeting sets. */
#define BF_N_STEPS_WISHES 13

enum
{
  BF_STEPS_NO,
  BF_STEPS_STEP,
  BF_STEPS_PHASE,
  BF_STEPS_AREA,
  BF_STEPS_STRATEGY,
  BF_STEPS_START,
  BF_STEPS_CUTOVERS,
  BF_STEPS_CUTOVER,
  BF_STEPS_WINDOW,
  BF_STEPS_RELEASE,
  BF_STEPS_RELEASE_P80,
  BF_STEPS_STOP_EXPECTED,
  BF_STEPS_STOP_P80,
  BF_STEPS_LOST_EXPECTED,
  BF_STEPS_LOST_P80,
  BF_STEPS_CAPEX, /* the six kinds of BfMoneyKind, in its order */
  BF_STEPS_OPEX,
  BF_STEPS_VALIDATION,
  BF_STEPS_DOWNTIME,
  BF_STEPS_DOUBLE_RUNNING,
  BF_STEPS_BRIDGES,
  BF_STEPS_FULL,
  BF_STEPS_HELD_BY, /* what follows is not printed */
  BF_STEPS_KEY,
  BF_STEPS_FIRST_WISH, /* what a meeting sets, see bf_steps_wishes */
  BF_STEPS_LAST_WISH = BF_STEPS_FIRST_WISH + BF_N_STEPS_WISHES - 1,
  BF_STEPS_SYSTEMS,
  BF_STEPS_NEED,
  BF_STEPS_QUARANTINE,
  BF_STEPS_RELEASE_P50,
  BF_STEPS_RELEASE_P90,
  BF_STEPS_STOP_P50,
  BF_STEPS_STOP_P90,
  BF_STEPS_LOST_P50,
  BF_STEPS_LOST_P90,
  BF_STEPS_PROJECT_P80,
  BF_STEPS_VALIDATION_P80,
  BF_STEPS_CRITICAL,
  BF_STEPS_REQUIRES,
  BF_STEPS_WHY,
  BF_N_STEPS_COLUMNS,
};
extern const BfTable bf_steps_table;

enum
{
  BF_SPENDING_STEP, /* its number */
  BF_SPENDING_NAME,
  BF_SPENDING_KIND,
  BF_SPENDING_QUARTER, /* of the budgets' year */
  BF_SPENDING_CALENDAR,
  BF_SPENDING_YEAR,
  BF_SPENDING_BUDGET, /* number of the budget; blank none */
  BF_SPENDING_SHARE,
  BF_SPENDING_AMOUNT,
  BF_N_SPENDING_COLUMNS,
};
extern const BfTable bf_spending_table;

enum
{
  BF_TOTALS_WHAT,
  BF_TOTALS_EXPECTED,
  BF_TOTALS_P50,
  BF_TOTALS_P80,
  BF_TOTALS_P90,
  BF_N_TOTALS_COLUMNS,
};
extern const BfTable bf_totals_table;

/* Rows of the totals, in their order. */
enum
{
  BF_TOTAL_PROJECT,
  BF_TOTAL_CAPEX,
  BF_TOTAL_OPEX,
  BF_TOTAL_VALIDATION,
  BF_TOTAL_DOWNTIME,
  BF_TOTAL_DOUBLE_RUNNING,
  BF_TOTAL_BRIDGES,
  BF_TOTAL_FULL,
  BF_N_TOTALS,
};

/* Finish and hours, in the same columns as the totals; its rows. */
extern const BfTable bf_forecast_table;
enum
{
  BF_FORECAST_FINISH,
  BF_FORECAST_STOPPED,
  BF_FORECAST_LOST,
  BF_N_FORECASTS,
};

/* Where the table Spread of the sheet Assumptions stands: chances and dates, for the chart. */
#define BF_SPREAD_FIRST_ROW 5
#define BF_SPREAD_FIRST_COLUMN 4
#define BF_SPREAD_ROWS 41
enum
{
  BF_SPREAD_CHANCE,
  BF_SPREAD_FINISH,
  BF_SPREAD_COST,
  BF_SPREAD_HOURS,
  BF_N_SPREAD_COLUMNS,
};
extern const BfTable bf_spread_table;
/* What a share of the draws stays at or below, as a cell's number; there are draws. */
double bf_workbook_spread (const BfWorkbook *workbook, guint column, double share);

void bf_workbook_write_summary (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_timeline (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_steps (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_money (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_downtime (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_risks (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_maturity (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_systems (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_interfaces (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_qualification (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_scenarios (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_baseline (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_decisions (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_claims (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_changes (BfWorkbook *workbook, BfSheet *sheet);
void bf_workbook_write_assumptions (BfWorkbook *workbook, BfSheet *sheet);

/* What a step's validation and downtime are summed up from, as a formula over the sheets
 * Qualification and Downtime; NULL where the plan's own figure is no such sum. Owned by the
 * caller. */
char *bf_workbook_validation_formula (const BfStepRow *row);
char *bf_workbook_downtime_formula (const BfWorkbook *workbook, const BfStepRow *row);

/* The step's cell in a column of Steps, found by the number in column A of the row, so that sorting
 * does no harm. Owned by the caller. */
char *bf_workbook_step_lookup (lxw_row_t at, guint column);

/* The last baseline; NULL none. Owned by the caller. */
GPtrArray *bf_workbook_read_approved (const BfPlan *plan);
/* What it approved of a step; FALSE: nothing. Days may be blank. */
gboolean bf_workbook_approved (
    const BfWorkbook *workbook, const char *key, gint64 *start, gint64 *cutover, gint64 *release);

/* Of the sheet Assumptions: what the plan says, and what counts where it says nothing; where those
 * cells begin, and how formulas name them. */
#define BF_INPUTS_ROW 5
#define BF_INPUTS_COLUMN 9
#define BF_NAME_INTERNAL_RATE "internal_day_rate"
#define BF_NAME_EXTERNAL_RATE "external_day_rate"
#define BF_NAME_STOPPED_HOUR "cost_of_stopped_hour"
#define BF_NAME_STATUS_DATE "status_date"
#define BF_INPUTS_COLUMNS 5
void bf_workbook_write_inputs (BfWorkbook *workbook, BfSheet *sheet);
/* Points that a row of the sheet needs for them. */
double bf_workbook_inputs_height (const BfWorkbook *workbook, lxw_row_t at);
/* The cell or name that holds a team's day rate; -1: the plant's. Owned by the caller. */
char *bf_workbook_rate_of_team (int team, gboolean external);

/* A chart of the list Swings: its rows, then where the chart stands. */
void bf_workbook_add_tornado (BfWorkbook *workbook,
                              BfSheet *sheet,
                              lxw_row_t first,
                              lxw_row_t last,
                              lxw_row_t row,
                              lxw_col_t col);

/* Of the sheet Money: its tables take so many columns. Each from row @at on, returns the row after
 * it: the budgets; the quarters of their year against them; those of the calendar. Then the lines
 * that all of them are sums of. */
#define BF_MONEY_COLUMNS 14
lxw_row_t bf_workbook_write_budgets (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at);
lxw_row_t bf_workbook_write_quarters (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at);
lxw_row_t bf_workbook_write_calendar_quarters (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at);
void
bf_workbook_write_spending (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t row, lxw_col_t col);
/* The budgets of the year in a cell, of a kind (NULL: of all); owned by the caller. */
char *bf_workbook_budget_formula (const char *year_cell, const char *kind);

/* Columns of the quarters; those of the calendar end before the budget. */
enum
{
  BF_QUARTERS_QUARTER, /* as text: a chart draws days to scale and leaves columns thin */
  BF_QUARTERS_YEAR,
  BF_QUARTERS_FROM,
  BF_QUARTERS_CAPEX, /* the six kinds, with a sum after the budgeted three */
  BF_QUARTERS_OPEX,
  BF_QUARTERS_VALIDATION,
  BF_QUARTERS_BUDGETED,
  BF_QUARTERS_DOWNTIME,
  BF_QUARTERS_DOUBLE_RUNNING,
  BF_QUARTERS_BRIDGES,
  BF_QUARTERS_FULL,
  BF_QUARTERS_SO_FAR,
  BF_QUARTERS_BUDGET,
  BF_QUARTERS_CONTINGENCY,
  BF_N_QUARTERS_COLUMNS,
  BF_N_CALENDAR_COLUMNS = BF_QUARTERS_BUDGET,
};
/* A chart of the quarters whose section begins in row @section and whose last row is @last. */
void bf_workbook_add_quarters_chart (BfWorkbook *workbook,
                                     BfSheet *sheet,
                                     lxw_row_t section,
                                     lxw_row_t last,
                                     lxw_row_t row,
                                     lxw_col_t col);

/* Of the sheet Maturity: how many dimensions of a framework meet their target now and at the end,
 * as one text; owned by the caller. */
char *bf_workbook_met_formula (const char *framework_id);
/* A radar of some rows of it: its columns, and where it stands. */
typedef struct
{
  const char *framework; /* id; NULL none */
  lxw_row_t first, last;
  lxw_col_t names, now, target, first_phase;
  lxw_row_t row;
  lxw_col_t col;
} BfRadar;
void bf_workbook_add_radar (BfWorkbook *workbook, BfSheet *sheet, const BfRadar *radar);

/* Links to the other sheets, row by row in the first @n_columns. */
void bf_workbook_write_links (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at, guint n_columns);

/* Of the sheet Summary, whose tables take the columns up to this one. */
#define BF_SUMMARY_LAST_COLUMN 8
void bf_workbook_write_cards (BfWorkbook *workbook, BfSheet *sheet);
/* A brown row: @first left, blank right headings after it. */
void bf_workbook_summary_heading (BfSheet *sheet, lxw_row_t at, const char *first);
/* Sums of the rows from @first to the one above @at; @looks and @values by column. */
void bf_workbook_summary_sums (BfSheet *sheet,
                               lxw_row_t first,
                               lxw_row_t at,
                               const char *label,
                               const BfLook *looks,
                               const double *values);
/* The years from row @at on; returns the row after them. */
lxw_row_t bf_workbook_write_years (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t at);

/* The charts of the summary; its years begin in row @first_year, they stand from @col on. */
void
bf_workbook_add_charts (BfWorkbook *workbook, BfSheet *sheet, lxw_row_t first_year, lxw_col_t col);

/* The curves among them; there are draws. */
void bf_workbook_add_curves (BfWorkbook *workbook, BfSheet *sheet, lxw_col_t col);

/* TRUE when every part of the finished file at @path is there to its end. */
gboolean bf_workbook_is_whole (const char *path);

/* Sum of a kind over the steps of a phase (-1: all), minor units. */
gint64 bf_workbook_sum (const BfWorkbook *workbook, int phase, BfMoneyKind kind);
/* "Q1 2027"; owned by the caller. */
char *bf_workbook_quarter_name (const BfPeriod *quarter);
/* "17 Mar 2027", as the locale names the month; owned by the caller. */
char *bf_workbook_day_text (gint64 day);
/* "1 Prepare and secure"; owned by the caller. */
char *bf_workbook_phase_name (const BfWorkbook *workbook, guint phase);
gboolean bf_workbook_level_is_met (double level, double target);
/* "Harrow Vale Aerostructures: timeline"; owned by the caller. */
char *bf_workbook_title (const BfWorkbook *workbook, const char *what);

G_END_DECLS
