/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the legacy system inventory. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

/* BfSystem::type, in the order of its choices. */
enum
{
  BF_SYSTEM_MES,
  BF_SYSTEM_ERP,
  BF_SYSTEM_PLM,
  BF_SYSTEM_QMS,
  BF_SYSTEM_LIMS,
  BF_SYSTEM_SCADA,
  BF_SYSTEM_HMI,
  BF_SYSTEM_DCS,
  BF_SYSTEM_PLC,
  BF_SYSTEM_CNC_DNC,
  BF_SYSTEM_HISTORIAN,
  BF_SYSTEM_CMMS,
  BF_SYSTEM_APS,
  BF_SYSTEM_WMS,
  BF_SYSTEM_BMS,
  BF_SYSTEM_DATA_PLATFORM,
  BF_SYSTEM_NETWORK,
  BF_SYSTEM_BESPOKE_INTEGRATION,
  BF_SYSTEM_SPREADSHEET_ACCESS_TOOL,
  BF_SYSTEM_INSTRUMENT,
  BF_SYSTEM_OTHER,
  BF_N_SYSTEMS,
};

/* BfSystem::isa95_level, in the order of its choices. */
enum
{
  BF_LEVEL_0,
  BF_LEVEL_1,
  BF_LEVEL_2,
  BF_LEVEL_3,
  BF_LEVEL_3_5,
  BF_LEVEL_4,
  BF_LEVEL_5,
  BF_N_LEVELS,
};

/* BfSystem::eos_confidence, in the order of its choices. */
enum
{
  BF_SUPPORT_DATE_VENDOR_NOTICE,
  BF_SUPPORT_DATE_VENDOR_PAGE,
  BF_SUPPORT_DATE_GUESS,
  BF_N_SUPPORT_DATES,
};

/* BfSystem::spares, in the order of its choices. */
enum
{
  BF_SPARES_STOCK_AND_MARKET,
  BF_SPARES_STOCK_ONLY,
  BF_SPARES_SECOND_HAND_ONLY,
  BF_SPARES_NONE,
  BF_N_SPARES,
};

/* BfSystem::gamp_category, in the order of its choices. */
enum
{
  BF_GAMP_1,
  BF_GAMP_3,
  BF_GAMP_4,
  BF_GAMP_5,
  BF_GAMP_N_A,
  BF_N_GAMPS,
};

/* BfSystem::reg_impact, in the order of its choices. */
enum
{
  BF_IMPACT_GXP_DIRECT,
  BF_IMPACT_GXP_INDIRECT,
  BF_IMPACT_AS9100_AS9102,
  BF_IMPACT_NADCAP_PROCESS,
  BF_IMPACT_IATF_PPAP,
  BF_IMPACT_ISO_13485,
  BF_IMPACT_SAFETY,
  BF_IMPACT_NONE,
  BF_N_IMPACTS,
};

/* BfSystem::validated_state, in the order of its choices. */
enum
{
  BF_VALIDATION_VALIDATED,
  BF_VALIDATION_PARTLY,
  BF_VALIDATION_LEGACY_NO_FILE,
  BF_VALIDATION_NOT_NEEDED,
  BF_N_VALIDATIONS,
};

/* BfSystem::redundancy, in the order of its choices. */
enum
{
  BF_REDUNDANCY_NONE,
  BF_REDUNDANCY_COLD_SPARE,
  BF_REDUNDANCY_WARM,
  BF_REDUNDANCY_HOT,
  BF_N_REDUNDANCYS,
};

/* BfSystem::time_class, in the order of its choices. */
enum
{
  BF_TIME_TOLERATE,
  BF_TIME_INVEST,
  BF_TIME_MIGRATE,
  BF_TIME_ELIMINATE,
  BF_N_TIMES,
};

/* BfSystem::disposition, in the order of its choices. */
enum
{
  BF_DISPOSITION_RETAIN,
  BF_DISPOSITION_ENCAPSULATE,
  BF_DISPOSITION_REHOST,
  BF_DISPOSITION_REPLATFORM,
  BF_DISPOSITION_REFACTOR,
  BF_DISPOSITION_REARCHITECT_REBUILD,
  BF_DISPOSITION_REPLACE,
  BF_DISPOSITION_RETIRE,
  BF_N_DISPOSITIONS,
};

/* BfSystem::confidence, in the order of its choices. */
enum
{
  BF_CONFIDENCE_MEASURED,
  BF_CONFIDENCE_DOCUMENTED,
  BF_CONFIDENCE_INTERVIEW,
  BF_CONFIDENCE_GUESS,
  BF_N_CONFIDENCES,
};

/* BfSystem::interim_operation, in the order of its choices. */
enum
{
  BF_INTERIM_RUNS,
  BF_INTERIM_QUARANTINE,
  BF_INTERIM_STOPS,
  BF_N_INTERIMS,
};

typedef struct
{
  BfRow row;
  const char *name;
  int type;
  const char *serves_as;
  int isa95_level;
  const char *const *area;
  const char *vendor;
  const char *product;
  const char *version;
  const char *os;
  gint64 install_year;
  gint64 eos_date;
  int eos_confidence;
  int spares;
  gint64 experts;
  int gamp_category;
  guint32 reg_impact;
  int validated_state;
  gint64 last_review;
  gint64 part_or_process_count;
  gint64 business_criticality;
  int redundancy;
  gint64 backup_tested;
  gint64 downtime_cost_h;
  double max_stop_h;
  const char *next_window;
  double rto_h;
  gint64 incidents_12m;
  const char *owner_business;
  const char *owner_technical;
  gint64 run_cost_year;
  int time_class;
  int disposition;
  gint64 kept_until;
  const char *kept_by;
  const char *evidence;
  int confidence;
  gint64 units;
  const char *zone;
  int interim_operation;
  const char *remark;
} BfSystem;

extern const BfRecord bf_system_record;

G_END_DECLS
