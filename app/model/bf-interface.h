/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One link between two systems. */

#pragma once

#include "bf-field.h"

G_BEGIN_DECLS

/* BfInterface::direction, in the order of its choices. */
enum
{
  BF_DIRECTION_ONE_WAY,
  BF_DIRECTION_TWO_WAY,
  BF_N_DIRECTIONS,
};

/* BfInterface::protocol, in the order of its choices. */
enum
{
  BF_PROTOCOL_OPC_CLASSIC,
  BF_PROTOCOL_OPC_UA,
  BF_PROTOCOL_MODBUS,
  BF_PROTOCOL_S7,
  BF_PROTOCOL_MQTT,
  BF_PROTOCOL_REST,
  BF_PROTOCOL_SOAP,
  BF_PROTOCOL_IDOC_BAPI,
  BF_PROTOCOL_DATABASE_LINK,
  BF_PROTOCOL_FLAT_FILE,
  BF_PROTOCOL_SCREEN_SCRAPING,
  BF_PROTOCOL_PAPER_RETYPING,
  BF_N_PROTOCOLS,
};

/* BfInterface::pattern, in the order of its choices. */
enum
{
  BF_PATTERN_POINT_TO_POINT,
  BF_PATTERN_BROKER,
  BF_PATTERN_GATEWAY,
  BF_PATTERN_MANUAL,
  BF_N_PATTERNS,
};

typedef struct
{
  BfRow row;
  const char *source_system;
  const char *target_system;
  int direction;
  int protocol;
  int pattern;
  int documented;
  int owner;
  int monitored;
  int tests;
  int carries_regulated_data;
  gint64 failures_12m;
  double rows_per_day;
  const char *remark;
} BfInterface;

extern const BfRecord bf_interface_record;

G_END_DECLS
