/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plant that is planned for, and the plan's own settings. A document has one. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

/* BfPlant::profile, in the order of its choices. */
enum
{
  BF_PROFILE_PHARMA_GXP,
  BF_PROFILE_MEDICAL_DEVICE,
  BF_PROFILE_AEROSPACE_AS9100,
  BF_PROFILE_AUTOMOTIVE_IATF,
  BF_PROFILE_GENERAL,
  BF_N_PROFILES,
};

typedef struct
{
  BfRow row;
  const char *name;
  const char *location;
  const char *currency;
  int profile;
  gint64 employees;
  gint64 lines;
  gint64 machines;
  const char *working_week;
  const char *holidays;
  gint64 start;
  gint64 horizon_years;
  gint64 downtime_cost_h;
  double planned_stop_factor;
  gint64 internal_day_rate;
  gint64 external_day_rate;
  double discount_rate;
  gint64 max_cutovers;
  double catalogue_factor;
  double obsolescence_threshold;
  double debt_threshold;
  gint64 restore_test_months;
  gint64 rehearsals;
  int buffer;  /* blank: yes */
  int it_tail; /* blank: no */
  const char *prepared_by;
  gint64 status_date;
  const char *remark;
} BfPlant;

extern const BfRecord bf_plant_record;

G_END_DECLS
