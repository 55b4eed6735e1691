BEGIN TRANSACTION;
CREATE TABLE "actual" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "step" TEXT,
  "activity" TEXT,
  "start" TEXT CHECK ("start" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "finish" TEXT CHECK ("finish" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "cost" INTEGER,
  "remark" TEXT
) STRICT;
CREATE TABLE "area" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "name" TEXT,
  "lines" INTEGER CHECK ("lines" BETWEEN 0 AND 10000),
  "people" INTEGER CHECK ("people" BETWEEN 0 AND 1000000),
  "shift_pattern" TEXT,
  "downtime_cost_h" INTEGER CHECK ("downtime_cost_h" BETWEEN 0 AND 1000000000000),
  "owner" TEXT,
  "scope" TEXT,
  "remark" TEXT
) STRICT;
INSERT INTO "area" VALUES('cd925df0-4e33-5fde-a5bb-51f6151a8098','FND','Foundry',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "assessment" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "framework" TEXT,
  "scope" TEXT,
  "assessor" TEXT,
  "assessor_type" TEXT,
  "assessed_on" TEXT CHECK ("assessed_on" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "evidence" TEXT,
  "remark" TEXT
) STRICT;
CREATE TABLE "baseline" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "name" TEXT,
  "approved_on" TEXT CHECK ("approved_on" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "approved_by" TEXT,
  "roadmap" TEXT,
  "remark" TEXT
) STRICT;
CREATE TABLE "budget" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "year" INTEGER CHECK ("year" BETWEEN 1970 AND 2200),
  "from_day" TEXT CHECK ("from_day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "to_day" TEXT CHECK ("to_day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "kind" TEXT CHECK (instr ('|capex|validation|opex|', '|' || "kind" || '|')),
  "amount" INTEGER CHECK ("amount" BETWEEN 0 AND 1000000000000000),
  "carry_over" REAL,
  "remark" TEXT
) STRICT;
CREATE TABLE "capacity" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "team" TEXT,
  "from_day" TEXT CHECK ("from_day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "to_day" TEXT CHECK ("to_day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "capacity" REAL CHECK ("capacity" BETWEEN 0 AND 100000),
  "day_rate" INTEGER CHECK ("day_rate" BETWEEN 0 AND 1000000000),
  "remark" TEXT
) STRICT;
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  edit INTEGER NOT NULL REFERENCES edit (id),
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  col TEXT NOT NULL,
  old TEXT,
  new TEXT
) STRICT;
INSERT INTO "change" VALUES(1,1,'plant','3d43f473-3efc-5135-b0c3-304f771dd0ae','',NULL,'{"id":"3d43f473-3efc-5135-b0c3-304f771dd0ae","key":"MILL","name":"Mill Lane","location":null,"currency":"EUR","profile":null,"employees":180,"lines":null,"machines":null,"working_week":null,"holidays":null,"start":"2027-01-04","horizon_years":4,"downtime_cost_h":1800000,"planned_stop_factor":null,"internal_day_rate":null,"external_day_rate":null,"discount_rate":null,"max_cutovers":null,"catalogue_factor":null,"obsolescence_threshold":null,"debt_threshold":null,"restore_test_months":null,"rehearsals":2,"prepared_by":null,"status_date":null,"remark":null}');
INSERT INTO "change" VALUES(2,1,'area','cd925df0-4e33-5fde-a5bb-51f6151a8098','',NULL,'{"id":"cd925df0-4e33-5fde-a5bb-51f6151a8098","key":"FND","name":"Foundry","lines":null,"people":null,"shift_pattern":null,"downtime_cost_h":null,"owner":null,"scope":null,"remark":null}');
INSERT INTO "change" VALUES(3,1,'system','4f0a5eb4-d52a-5f6f-af64-eb5760dab299','',NULL,'{"id":"4f0a5eb4-d52a-5f6f-af64-eb5760dab299","system_id":"MES-01","name":"Order tracking","type":"MES","serves_as":null,"isa95_level":null,"area":"FND","vendor":null,"product":null,"version":null,"os":null,"install_year":null,"eos_date":null,"eos_confidence":null,"spares":null,"experts":null,"gamp_category":null,"reg_impact":null,"validated_state":null,"last_review":null,"part_or_process_count":null,"business_criticality":null,"redundancy":null,"backup_tested":null,"downtime_cost_h":null,"max_stop_h":null,"next_window":null,"rto_h":null,"incidents_12m":null,"owner_business":null,"owner_technical":null,"run_cost_year":null,"time_class":null,"disposition":"Replace","kept_until":null,"kept_by":null,"evidence":null,"confidence":null,"units":null,"zone":"Z1","interim_operation":null,"remark":null}');
INSERT INTO "change" VALUES(4,1,'system','33715ce5-bc09-5307-ae9e-affb2853b9e8','',NULL,'{"id":"33715ce5-bc09-5307-ae9e-affb2853b9e8","system_id":"HIS-01","name":"Values","type":"Historian","serves_as":null,"isa95_level":null,"area":"FND","vendor":null,"product":null,"version":null,"os":null,"install_year":null,"eos_date":null,"eos_confidence":null,"spares":null,"experts":null,"gamp_category":null,"reg_impact":null,"validated_state":null,"last_review":null,"part_or_process_count":null,"business_criticality":null,"redundancy":null,"backup_tested":null,"downtime_cost_h":null,"max_stop_h":null,"next_window":null,"rto_h":null,"incidents_12m":null,"owner_business":null,"owner_technical":null,"run_cost_year":null,"time_class":null,"disposition":"Retain","kept_until":null,"kept_by":null,"evidence":null,"confidence":null,"units":null,"zone":null,"interim_operation":null,"remark":null}');
INSERT INTO "change" VALUES(5,2,'system','33715ce5-bc09-5307-ae9e-affb2853b9e8','name','Values','Process values');
CREATE TABLE "claim" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "statement" TEXT,
  "offer" TEXT,
  "system" TEXT,
  "dimension" TEXT,
  "claimed_level" REAL CHECK ("claimed_level" BETWEEN 0 AND 100),
  "state" INTEGER CHECK ("state" BETWEEN 0 AND 5),
  "state_name" TEXT,
  "made_on" TEXT CHECK ("made_on" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "valid_until" TEXT CHECK ("valid_until" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "evidence" TEXT,
  "owner" TEXT,
  "state_4_due" TEXT CHECK ("state_4_due" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "remark" TEXT
) STRICT;
CREATE TABLE "cycle" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "profile" TEXT CHECK (instr ('|pharma_gxp|medical_device|aerospace_as9100|automotive_iatf|general|all|', '|' || "profile" || '|')),
  "gamp_category" TEXT CHECK (instr ('|1|3|4|5|n/a|', '|' || "gamp_category" || '|')),
  "phase" TEXT,
  "system" TEXT,
  "weeks_min" REAL CHECK ("weeks_min" BETWEEN 0 AND 1000),
  "weeks_likely" REAL CHECK ("weeks_likely" BETWEEN 0 AND 1000),
  "weeks_max" REAL CHECK ("weeks_max" BETWEEN 0 AND 1000),
  "effort_min" REAL CHECK ("effort_min" BETWEEN 0 AND 100000),
  "effort_likely" REAL CHECK ("effort_likely" BETWEEN 0 AND 100000),
  "effort_max" REAL CHECK ("effort_max" BETWEEN 0 AND 100000),
  "rework_chance" REAL CHECK ("rework_chance" BETWEEN 0 AND 1),
  "basis" TEXT,
  "remark" TEXT,
  CHECK (coalesce ("weeks_min", "weeks_likely", "weeks_max") IS NULL OR coalesce ("weeks_min" <= "weeks_likely" AND "weeks_likely" <= "weeks_max", 0)),
  CHECK (coalesce ("effort_min", "effort_likely", "effort_max") IS NULL OR coalesce ("effort_min" <= "effort_likely" AND "effort_likely" <= "effort_max", 0))
) STRICT;
CREATE TABLE "decision" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "title" TEXT,
  "forum" TEXT,
  "due" TEXT CHECK ("due" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "decided_on" TEXT CHECK ("decided_on" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "outcome" TEXT,
  "options" TEXT,
  "reason" TEXT,
  "owner" TEXT,
  "status" TEXT,
  "remark" TEXT
) STRICT;
CREATE TABLE "dependency" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "before" TEXT,
  "after" TEXT,
  "kind" TEXT CHECK (instr ('|release to cutover|release to start|cutover to cutover|start to start|', '|' || "kind" || '|')),
  "lag_days" INTEGER CHECK ("lag_days" BETWEEN -2000 AND 2000),
  "remark" TEXT
) STRICT;
CREATE TABLE edit (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  label TEXT NOT NULL,
  reason TEXT,
  undoes INTEGER REFERENCES edit (id),
  previous_hash TEXT NOT NULL,
  hash TEXT
) STRICT;
INSERT INTO "edit" VALUES(1,'99d74044-3055-4dbc-95d4-d9da1b138cf9','2026-11-25T10:59:53Z','root','Import areas.csv, plant.csv, systems.csv','Plant: 1 added, 0 changed, 0 unchanged.
Areas: 1 added, 0 changed, 0 unchanged.
Systems: 2 added, 0 changed, 0 unchanged.',NULL,'','378c84fe0e79084b8f4a159baef7d2fe51e38d0ceb9845ff596874f4f6cc6f51');
INSERT INTO "edit" VALUES(2,'710ff1c6-8813-485c-88b0-9edd7e5c0263','2026-11-25T10:59:53Z','root','Import systems.csv','Systems: 0 added, 1 changed, 1 unchanged.',NULL,'378c84fe0e79084b8f4a159baef7d2fe51e38d0ceb9845ff596874f4f6cc6f51','6ff895b35485efa41998cfa0bf8a0234ec00856a705911a480db0874d6dfa437');
CREATE TABLE "evidence" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "title" TEXT,
  "kind" TEXT,
  "link" TEXT,
  "made_on" TEXT CHECK ("made_on" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "owner" TEXT,
  "remark" TEXT
) STRICT;
CREATE TABLE "holiday" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "name" TEXT,
  "day" TEXT CHECK ("day" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "until" TEXT CHECK ("until" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "remark" TEXT
) STRICT;
CREATE TABLE "interface" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "interface_id" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("interface_id" <> ''),
  "source_system" TEXT,
  "target_system" TEXT,
  "direction" TEXT CHECK (instr ('|one way|two way|', '|' || "direction" || '|')),
  "protocol" TEXT CHECK (instr ('|OPC Classic|OPC UA|Modbus|S7|MQTT|REST|SOAP|IDoc / BAPI|database link|flat file|screen scraping|paper / retyping|', '|' || "protocol" || '|')),
  "pattern" TEXT CHECK (instr ('|point to point|broker|gateway|manual|', '|' || "pattern" || '|')),
  "documented" INTEGER CHECK ("documented" BETWEEN 0 AND 1),
  "owner" INTEGER CHECK ("owner" BETWEEN 0 AND 1),
  "monitored" INTEGER CHECK ("monitored" BETWEEN 0 AND 1),
  "tests" INTEGER CHECK ("tests" BETWEEN 0 AND 1),
  "carries_regulated_data" INTEGER CHECK ("carries_regulated_data" BETWEEN 0 AND 1),
  "failures_12m" INTEGER CHECK ("failures_12m" BETWEEN 0 AND 1000000),
  "rows_per_day" REAL CHECK ("rows_per_day" BETWEEN 0 AND 1000000000000),
  "remark" TEXT
) STRICT;
CREATE TABLE "offer" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "name" TEXT,
  "kind" TEXT CHECK (instr ('|digital maturity assessment|regional or national programme|vendor solution certificate|personnel certificate|framework label|', '|' || "kind" || '|')),
  "issuer" TEXT,
  "scope" TEXT,
  "valid_until" TEXT CHECK ("valid_until" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "q1" INTEGER CHECK ("q1" BETWEEN 0 AND 4),
  "q2" INTEGER CHECK ("q2" BETWEEN 0 AND 4),
  "q3" INTEGER CHECK ("q3" BETWEEN 0 AND 4),
  "q4" INTEGER CHECK ("q4" BETWEEN 0 AND 4),
  "q5" INTEGER CHECK ("q5" BETWEEN 0 AND 4),
  "q6" INTEGER CHECK ("q6" BETWEEN 0 AND 4),
  "remark" TEXT
) STRICT;
CREATE TABLE "override" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "scenario" TEXT,
  "tbl" TEXT,
  "row_key" TEXT,
  "col" TEXT,
  "value" TEXT,
  "remark" TEXT
) STRICT;
CREATE TABLE "phase" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "position" INTEGER CHECK ("position" BETWEEN 0 AND 20),
  "name" TEXT,
  "remark" TEXT
) STRICT;
CREATE TABLE "plant" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "name" TEXT,
  "location" TEXT,
  "currency" TEXT,
  "profile" TEXT CHECK (instr ('|pharma_gxp|medical_device|aerospace_as9100|automotive_iatf|general|', '|' || "profile" || '|')),
  "employees" INTEGER CHECK ("employees" BETWEEN 0 AND 1000000),
  "lines" INTEGER CHECK ("lines" BETWEEN 0 AND 10000),
  "machines" INTEGER CHECK ("machines" BETWEEN 0 AND 100000),
  "working_week" TEXT,
  "holidays" TEXT,
  "start" TEXT CHECK ("start" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "horizon_years" INTEGER CHECK ("horizon_years" BETWEEN 1 AND 30),
  "downtime_cost_h" INTEGER CHECK ("downtime_cost_h" BETWEEN 0 AND 1000000000000),
  "planned_stop_factor" REAL CHECK ("planned_stop_factor" BETWEEN 0 AND 1),
  "internal_day_rate" INTEGER CHECK ("internal_day_rate" BETWEEN 0 AND 1000000000),
  "external_day_rate" INTEGER CHECK ("external_day_rate" BETWEEN 0 AND 1000000000),
  "discount_rate" REAL CHECK ("discount_rate" BETWEEN 0 AND 1),
  "max_cutovers" INTEGER CHECK ("max_cutovers" BETWEEN 1 AND 1000),
  "catalogue_factor" REAL CHECK ("catalogue_factor" BETWEEN 0.0001 AND 1000000),
  "obsolescence_threshold" REAL CHECK ("obsolescence_threshold" BETWEEN 0 AND 100),
  "debt_threshold" REAL CHECK ("debt_threshold" BETWEEN 0 AND 1000),
  "restore_test_months" INTEGER CHECK ("restore_test_months" BETWEEN 1 AND 600),
  "rehearsals" INTEGER CHECK ("rehearsals" BETWEEN 0 AND 20),
  "prepared_by" TEXT,
  "status_date" TEXT CHECK ("status_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "remark" TEXT
) STRICT;
INSERT INTO "plant" VALUES('3d43f473-3efc-5135-b0c3-304f771dd0ae','MILL','Mill Lane',NULL,'EUR',NULL,180,NULL,NULL,NULL,NULL,'2027-01-04',4,1800000,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,2,NULL,NULL,NULL);
CREATE TABLE "requirement" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "source" TEXT,
  "clause" TEXT,
  "asks" TEXT,
  "dimension" TEXT,
  "systems" TEXT,
  "claims" TEXT,
  "remark" TEXT
) STRICT;
CREATE TABLE "result" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "framework" TEXT,
  "dimension" TEXT,
  "name" TEXT,
  "scope" TEXT,
  "claimed" REAL CHECK ("claimed" BETWEEN 0 AND 100),
  "verified" REAL CHECK ("verified" BETWEEN 0 AND 100),
  "low" REAL CHECK ("low" BETWEEN 0 AND 100),
  "high" REAL CHECK ("high" BETWEEN 0 AND 100),
  "target" REAL CHECK ("target" BETWEEN 0 AND 100),
  "target_date" TEXT CHECK ("target_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "weight" REAL CHECK ("weight" BETWEEN 1 AND 5),
  "claim_state" INTEGER CHECK ("claim_state" BETWEEN 0 AND 5),
  "claim" TEXT,
  "evidence" TEXT,
  "assessor_type" TEXT,
  "assessed_on" TEXT CHECK ("assessed_on" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "remark" TEXT
) STRICT;
CREATE TABLE "risk" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "title" TEXT,
  "step" TEXT,
  "chance" REAL CHECK ("chance" BETWEEN 0 AND 1),
  "impact" INTEGER CHECK ("impact" BETWEEN 1 AND 5),
  "owner" TEXT,
  "mitigation" TEXT,
  "status" TEXT,
  "remark" TEXT
) STRICT;
CREATE TABLE "scenario" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "name" TEXT,
  "objective" TEXT CHECK (instr ('|cost|finish|downtime|', '|' || "objective" || '|')),
  "remark" TEXT
) STRICT;
CREATE TABLE "step" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "title" TEXT,
  "status" TEXT CHECK (instr ('|accepted|rejected|requested|done|', '|' || "status" || '|')),
  "phase" INTEGER CHECK ("phase" BETWEEN 0 AND 20),
  "strategy" TEXT CHECK (instr ('|wrap|in_place|parallel|phased|at_once|', '|' || "strategy" || '|')),
  "pinned_cutover" TEXT CHECK ("pinned_cutover" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  "earliest" TEXT CHECK ("earliest" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "due" TEXT CHECK ("due" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "weeks_min" REAL CHECK ("weeks_min" BETWEEN 0 AND 2000),
  "weeks_likely" REAL CHECK ("weeks_likely" BETWEEN 0 AND 2000),
  "weeks_max" REAL CHECK ("weeks_max" BETWEEN 0 AND 2000),
  "capex_min" REAL CHECK ("capex_min" BETWEEN 0 AND 1000000000000),
  "capex_likely" REAL CHECK ("capex_likely" BETWEEN 0 AND 1000000000000),
  "capex_max" REAL CHECK ("capex_max" BETWEEN 0 AND 1000000000000),
  "stop_hours_min" REAL CHECK ("stop_hours_min" BETWEEN 0 AND 100000),
  "stop_hours_likely" REAL CHECK ("stop_hours_likely" BETWEEN 0 AND 100000),
  "stop_hours_max" REAL CHECK ("stop_hours_max" BETWEEN 0 AND 100000),
  "problem_chance" REAL CHECK ("problem_chance" BETWEEN 0 AND 1),
  "benefit_year" INTEGER CHECK ("benefit_year" BETWEEN -1000000000000000 AND 1000000000000000),
  "basis" TEXT,
  "owner" TEXT,
  "remark" TEXT,
  CHECK (coalesce ("weeks_min", "weeks_likely", "weeks_max") IS NULL OR coalesce ("weeks_min" <= "weeks_likely" AND "weeks_likely" <= "weeks_max", 0)),
  CHECK (coalesce ("capex_min", "capex_likely", "capex_max") IS NULL OR coalesce ("capex_min" <= "capex_likely" AND "capex_likely" <= "capex_max", 0)),
  CHECK (coalesce ("stop_hours_min", "stop_hours_likely", "stop_hours_max") IS NULL OR coalesce ("stop_hours_min" <= "stop_hours_likely" AND "stop_hours_likely" <= "stop_hours_max", 0))
) STRICT;
CREATE TABLE "system" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "system_id" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("system_id" <> ''),
  "name" TEXT,
  "type" TEXT CHECK (instr ('|MES|ERP|PLM|QMS|LIMS|SCADA|HMI|DCS|PLC|CNC/DNC|Historian|CMMS|APS|WMS|BMS|Data platform|Network|Bespoke integration|Spreadsheet/Access tool|Instrument|Other|', '|' || "type" || '|')),
  "serves_as" TEXT,
  "isa95_level" TEXT CHECK (instr ('|0|1|2|3|3.5|4|5|', '|' || "isa95_level" || '|')),
  "area" TEXT,
  "vendor" TEXT,
  "product" TEXT,
  "version" TEXT,
  "os" TEXT,
  "install_year" INTEGER CHECK ("install_year" BETWEEN 1950 AND 2200),
  "eos_date" TEXT CHECK ("eos_date" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "eos_confidence" TEXT CHECK (instr ('|vendor notice|vendor page|guess|', '|' || "eos_confidence" || '|')),
  "spares" TEXT CHECK (instr ('|stock and market|stock only|second-hand only|none|', '|' || "spares" || '|')),
  "experts" INTEGER CHECK ("experts" BETWEEN 0 AND 100000),
  "gamp_category" TEXT CHECK (instr ('|1|3|4|5|n/a|', '|' || "gamp_category" || '|')),
  "reg_impact" TEXT,
  "validated_state" TEXT CHECK (instr ('|validated|partly|legacy, no file|not needed|', '|' || "validated_state" || '|')),
  "last_review" TEXT CHECK ("last_review" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "part_or_process_count" INTEGER CHECK ("part_or_process_count" BETWEEN 0 AND 10000000),
  "business_criticality" INTEGER CHECK ("business_criticality" BETWEEN 1 AND 5),
  "redundancy" TEXT CHECK (instr ('|none|cold spare|warm|hot|', '|' || "redundancy" || '|')),
  "backup_tested" TEXT CHECK ("backup_tested" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "downtime_cost_h" INTEGER CHECK ("downtime_cost_h" BETWEEN 0 AND 1000000000000),
  "max_stop_h" REAL CHECK ("max_stop_h" BETWEEN 0 AND 100000),
  "next_window" TEXT,
  "rto_h" REAL CHECK ("rto_h" BETWEEN 0 AND 100000),
  "incidents_12m" INTEGER CHECK ("incidents_12m" BETWEEN 0 AND 1000000),
  "owner_business" TEXT,
  "owner_technical" TEXT,
  "run_cost_year" INTEGER CHECK ("run_cost_year" BETWEEN 0 AND 100000000000000),
  "time_class" TEXT CHECK (instr ('|Tolerate|Invest|Migrate|Eliminate|', '|' || "time_class" || '|')),
  "disposition" TEXT CHECK (instr ('|Retain|Encapsulate|Rehost|Replatform|Refactor|Rearchitect / rebuild|Replace|Retire|', '|' || "disposition" || '|')),
  "kept_until" TEXT CHECK ("kept_until" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  "kept_by" TEXT,
  "evidence" TEXT,
  "confidence" TEXT CHECK (instr ('|measured|documented|interview|guess|', '|' || "confidence" || '|')),
  "units" INTEGER CHECK ("units" BETWEEN 1 AND 100000),
  "zone" TEXT,
  "interim_operation" TEXT CHECK (instr ('|runs|quarantine|stops|', '|' || "interim_operation" || '|')),
  "remark" TEXT
) STRICT;
INSERT INTO "system" VALUES('4f0a5eb4-d52a-5f6f-af64-eb5760dab299','MES-01','Order tracking','MES',NULL,NULL,'FND',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Replace',NULL,NULL,NULL,NULL,NULL,'Z1',NULL,NULL);
INSERT INTO "system" VALUES('33715ce5-bc09-5307-ae9e-affb2853b9e8','HIS-01','Process values','Historian',NULL,NULL,'FND',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'Retain',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "team" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "name" TEXT,
  "kind" TEXT CHECK (instr ('|internal|external|', '|' || "kind" || '|')),
  "skill" TEXT CHECK (instr ('|controls|applications|infrastructure|validation|quality|equipment|key users|first article|special processes|laboratory|maintenance|integrator|', '|' || "skill" || '|')),
  "remark" TEXT
) STRICT;
CREATE TABLE "window" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "key" TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK ("key" <> ''),
  "kind" TEXT CHECK (instr ('|shutdown|freeze|weekend|', '|' || "kind" || '|')),
  "name" TEXT,
  "areas" TEXT,
  "start" TEXT CHECK ("start" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  "end" TEXT CHECK ("end" GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'),
  "open_hours" REAL CHECK ("open_hours" BETWEEN 0 AND 100000),
  "repeats" INTEGER,
  "systems" TEXT,
  "remark" TEXT
) STRICT;
CREATE INDEX change_edit ON change (edit);
CREATE TRIGGER edit_begins BEFORE INSERT ON edit
WHEN NEW.hash IS NOT NULL OR NEW.previous_hash IS NOT coalesce((SELECT coalesce(hash, 'open') FROM edit WHERE id = (SELECT max(id) FROM edit)), '')
BEGIN SELECT RAISE (ABORT, 'an edit begins open, after the last one has ended'); END;
CREATE TRIGGER edit_ends BEFORE UPDATE ON edit
WHEN OLD.hash IS NOT NULL OR NEW.hash IS NULL OR NEW.id IS NOT OLD.id OR NEW.uuid IS NOT OLD.uuid OR NEW.at IS NOT OLD.at OR NEW.who IS NOT OLD.who OR NEW.label IS NOT OLD.label OR NEW.reason IS NOT OLD.reason OR NEW.undoes IS NOT OLD.undoes OR NEW.previous_hash IS NOT OLD.previous_hash
BEGIN SELECT RAISE (ABORT, 'the diary is never rewritten'); END;
CREATE TRIGGER edit_stays BEFORE DELETE ON edit
BEGIN SELECT RAISE (ABORT, 'the diary is never rewritten'); END;
CREATE TRIGGER change_begins BEFORE INSERT ON change
WHEN NEW.edit IS NOT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL)
BEGIN SELECT RAISE (ABORT, 'a change needs an open edit'); END;
CREATE TRIGGER change_holds BEFORE UPDATE ON change
BEGIN SELECT RAISE (ABORT, 'the diary is never rewritten'); END;
CREATE TRIGGER change_stays BEFORE DELETE ON change
BEGIN SELECT RAISE (ABORT, 'the diary is never rewritten'); END;
CREATE TRIGGER "plant_INSERT" AFTER INSERT ON "plant" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'plant', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'name', NEW."name", 'location', NEW."location", 'currency', NEW."currency", 'profile', NEW."profile", 'employees', NEW."employees", 'lines', NEW."lines", 'machines', NEW."machines", 'working_week', NEW."working_week", 'holidays', NEW."holidays", 'start', NEW."start", 'horizon_years', NEW."horizon_years", 'downtime_cost_h', NEW."downtime_cost_h", 'planned_stop_factor', NEW."planned_stop_factor", 'internal_day_rate', NEW."internal_day_rate", 'external_day_rate', NEW."external_day_rate", 'discount_rate', NEW."discount_rate", 'max_cutovers', NEW."max_cutovers", 'catalogue_factor', NEW."catalogue_factor", 'obsolescence_threshold', NEW."obsolescence_threshold", 'debt_threshold', NEW."debt_threshold", 'restore_test_months', NEW."restore_test_months", 'rehearsals', NEW."rehearsals", 'prepared_by', NEW."prepared_by", 'status_date', NEW."status_date", 'remark', NEW."remark"));
END;
CREATE TRIGGER "plant_DELETE" AFTER DELETE ON "plant" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'plant', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'name', OLD."name", 'location', OLD."location", 'currency', OLD."currency", 'profile', OLD."profile", 'employees', OLD."employees", 'lines', OLD."lines", 'machines', OLD."machines", 'working_week', OLD."working_week", 'holidays', OLD."holidays", 'start', OLD."start", 'horizon_years', OLD."horizon_years", 'downtime_cost_h', OLD."downtime_cost_h", 'planned_stop_factor', OLD."planned_stop_factor", 'internal_day_rate', OLD."internal_day_rate", 'external_day_rate', OLD."external_day_rate", 'discount_rate', OLD."discount_rate", 'max_cutovers', OLD."max_cutovers", 'catalogue_factor', OLD."catalogue_factor", 'obsolescence_threshold', OLD."obsolescence_threshold", 'debt_threshold', OLD."debt_threshold", 'restore_test_months', OLD."restore_test_months", 'rehearsals', OLD."rehearsals", 'prepared_by', OLD."prepared_by", 'status_date', OLD."status_date", 'remark', OLD."remark"));
END;
CREATE TRIGGER "plant_UPDATE" AFTER UPDATE ON "plant" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'plant', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'name' AS col, OLD."name" AS old, NEW."name" AS new UNION ALL
SELECT 'location' AS col, OLD."location" AS old, NEW."location" AS new UNION ALL
SELECT 'currency' AS col, OLD."currency" AS old, NEW."currency" AS new UNION ALL
SELECT 'profile' AS col, OLD."profile" AS old, NEW."profile" AS new UNION ALL
SELECT 'employees' AS col, OLD."employees" AS old, NEW."employees" AS new UNION ALL
SELECT 'lines' AS col, OLD."lines" AS old, NEW."lines" AS new UNION ALL
SELECT 'machines' AS col, OLD."machines" AS old, NEW."machines" AS new UNION ALL
SELECT 'working_week' AS col, OLD."working_week" AS old, NEW."working_week" AS new UNION ALL
SELECT 'holidays' AS col, OLD."holidays" AS old, NEW."holidays" AS new UNION ALL
SELECT 'start' AS col, OLD."start" AS old, NEW."start" AS new UNION ALL
SELECT 'horizon_years' AS col, OLD."horizon_years" AS old, NEW."horizon_years" AS new UNION ALL
SELECT 'downtime_cost_h' AS col, OLD."downtime_cost_h" AS old, NEW."downtime_cost_h" AS new UNION ALL
SELECT 'planned_stop_factor' AS col, nullif (quote (OLD."planned_stop_factor"), 'NULL') AS old, nullif (quote (NEW."planned_stop_factor"), 'NULL') AS new UNION ALL
SELECT 'internal_day_rate' AS col, OLD."internal_day_rate" AS old, NEW."internal_day_rate" AS new UNION ALL
SELECT 'external_day_rate' AS col, OLD."external_day_rate" AS old, NEW."external_day_rate" AS new UNION ALL
SELECT 'discount_rate' AS col, nullif (quote (OLD."discount_rate"), 'NULL') AS old, nullif (quote (NEW."discount_rate"), 'NULL') AS new UNION ALL
SELECT 'max_cutovers' AS col, OLD."max_cutovers" AS old, NEW."max_cutovers" AS new UNION ALL
SELECT 'catalogue_factor' AS col, nullif (quote (OLD."catalogue_factor"), 'NULL') AS old, nullif (quote (NEW."catalogue_factor"), 'NULL') AS new UNION ALL
SELECT 'obsolescence_threshold' AS col, nullif (quote (OLD."obsolescence_threshold"), 'NULL') AS old, nullif (quote (NEW."obsolescence_threshold"), 'NULL') AS new UNION ALL
SELECT 'debt_threshold' AS col, nullif (quote (OLD."debt_threshold"), 'NULL') AS old, nullif (quote (NEW."debt_threshold"), 'NULL') AS new UNION ALL
SELECT 'restore_test_months' AS col, OLD."restore_test_months" AS old, NEW."restore_test_months" AS new UNION ALL
SELECT 'rehearsals' AS col, OLD."rehearsals" AS old, NEW."rehearsals" AS new UNION ALL
SELECT 'prepared_by' AS col, OLD."prepared_by" AS old, NEW."prepared_by" AS new UNION ALL
SELECT 'status_date' AS col, OLD."status_date" AS old, NEW."status_date" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "area_INSERT" AFTER INSERT ON "area" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'area', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'name', NEW."name", 'lines', NEW."lines", 'people', NEW."people", 'shift_pattern', NEW."shift_pattern", 'downtime_cost_h', NEW."downtime_cost_h", 'owner', NEW."owner", 'scope', NEW."scope", 'remark', NEW."remark"));
END;
CREATE TRIGGER "area_DELETE" AFTER DELETE ON "area" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'area', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'name', OLD."name", 'lines', OLD."lines", 'people', OLD."people", 'shift_pattern', OLD."shift_pattern", 'downtime_cost_h', OLD."downtime_cost_h", 'owner', OLD."owner", 'scope', OLD."scope", 'remark', OLD."remark"));
END;
CREATE TRIGGER "area_UPDATE" AFTER UPDATE ON "area" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'area', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'name' AS col, OLD."name" AS old, NEW."name" AS new UNION ALL
SELECT 'lines' AS col, OLD."lines" AS old, NEW."lines" AS new UNION ALL
SELECT 'people' AS col, OLD."people" AS old, NEW."people" AS new UNION ALL
SELECT 'shift_pattern' AS col, OLD."shift_pattern" AS old, NEW."shift_pattern" AS new UNION ALL
SELECT 'downtime_cost_h' AS col, OLD."downtime_cost_h" AS old, NEW."downtime_cost_h" AS new UNION ALL
SELECT 'owner' AS col, OLD."owner" AS old, NEW."owner" AS new UNION ALL
SELECT 'scope' AS col, OLD."scope" AS old, NEW."scope" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "holiday_INSERT" AFTER INSERT ON "holiday" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'holiday', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'name', NEW."name", 'day', NEW."day", 'until', NEW."until", 'remark', NEW."remark"));
END;
CREATE TRIGGER "holiday_DELETE" AFTER DELETE ON "holiday" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'holiday', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'name', OLD."name", 'day', OLD."day", 'until', OLD."until", 'remark', OLD."remark"));
END;
CREATE TRIGGER "holiday_UPDATE" AFTER UPDATE ON "holiday" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'holiday', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'name' AS col, OLD."name" AS old, NEW."name" AS new UNION ALL
SELECT 'day' AS col, OLD."day" AS old, NEW."day" AS new UNION ALL
SELECT 'until' AS col, OLD."until" AS old, NEW."until" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "window_INSERT" AFTER INSERT ON "window" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'window', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'kind', NEW."kind", 'name', NEW."name", 'areas', NEW."areas", 'start', NEW."start", 'end', NEW."end", 'open_hours', NEW."open_hours", 'repeats', NEW."repeats", 'systems', NEW."systems", 'remark', NEW."remark"));
END;
CREATE TRIGGER "window_DELETE" AFTER DELETE ON "window" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'window', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'kind', OLD."kind", 'name', OLD."name", 'areas', OLD."areas", 'start', OLD."start", 'end', OLD."end", 'open_hours', OLD."open_hours", 'repeats', OLD."repeats", 'systems', OLD."systems", 'remark', OLD."remark"));
END;
CREATE TRIGGER "window_UPDATE" AFTER UPDATE ON "window" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'window', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'kind' AS col, OLD."kind" AS old, NEW."kind" AS new UNION ALL
SELECT 'name' AS col, OLD."name" AS old, NEW."name" AS new UNION ALL
SELECT 'areas' AS col, OLD."areas" AS old, NEW."areas" AS new UNION ALL
SELECT 'start' AS col, OLD."start" AS old, NEW."start" AS new UNION ALL
SELECT 'end' AS col, OLD."end" AS old, NEW."end" AS new UNION ALL
SELECT 'open_hours' AS col, nullif (quote (OLD."open_hours"), 'NULL') AS old, nullif (quote (NEW."open_hours"), 'NULL') AS new UNION ALL
SELECT 'repeats' AS col, OLD."repeats" AS old, NEW."repeats" AS new UNION ALL
SELECT 'systems' AS col, OLD."systems" AS old, NEW."systems" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "team_INSERT" AFTER INSERT ON "team" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'team', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'name', NEW."name", 'kind', NEW."kind", 'skill', NEW."skill", 'remark', NEW."remark"));
END;
CREATE TRIGGER "team_DELETE" AFTER DELETE ON "team" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'team', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'name', OLD."name", 'kind', OLD."kind", 'skill', OLD."skill", 'remark', OLD."remark"));
END;
CREATE TRIGGER "team_UPDATE" AFTER UPDATE ON "team" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'team', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'name' AS col, OLD."name" AS old, NEW."name" AS new UNION ALL
SELECT 'kind' AS col, OLD."kind" AS old, NEW."kind" AS new UNION ALL
SELECT 'skill' AS col, OLD."skill" AS old, NEW."skill" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "capacity_INSERT" AFTER INSERT ON "capacity" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'capacity', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'team', NEW."team", 'from_day', NEW."from_day", 'to_day', NEW."to_day", 'capacity', NEW."capacity", 'day_rate', NEW."day_rate", 'remark', NEW."remark"));
END;
CREATE TRIGGER "capacity_DELETE" AFTER DELETE ON "capacity" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'capacity', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'team', OLD."team", 'from_day', OLD."from_day", 'to_day', OLD."to_day", 'capacity', OLD."capacity", 'day_rate', OLD."day_rate", 'remark', OLD."remark"));
END;
CREATE TRIGGER "capacity_UPDATE" AFTER UPDATE ON "capacity" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'capacity', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'team' AS col, OLD."team" AS old, NEW."team" AS new UNION ALL
SELECT 'from_day' AS col, OLD."from_day" AS old, NEW."from_day" AS new UNION ALL
SELECT 'to_day' AS col, OLD."to_day" AS old, NEW."to_day" AS new UNION ALL
SELECT 'capacity' AS col, nullif (quote (OLD."capacity"), 'NULL') AS old, nullif (quote (NEW."capacity"), 'NULL') AS new UNION ALL
SELECT 'day_rate' AS col, OLD."day_rate" AS old, NEW."day_rate" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "budget_INSERT" AFTER INSERT ON "budget" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'budget', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'year', NEW."year", 'from_day', NEW."from_day", 'to_day', NEW."to_day", 'kind', NEW."kind", 'amount', NEW."amount", 'carry_over', NEW."carry_over", 'remark', NEW."remark"));
END;
CREATE TRIGGER "budget_DELETE" AFTER DELETE ON "budget" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'budget', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'year', OLD."year", 'from_day', OLD."from_day", 'to_day', OLD."to_day", 'kind', OLD."kind", 'amount', OLD."amount", 'carry_over', OLD."carry_over", 'remark', OLD."remark"));
END;
CREATE TRIGGER "budget_UPDATE" AFTER UPDATE ON "budget" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'budget', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'year' AS col, OLD."year" AS old, NEW."year" AS new UNION ALL
SELECT 'from_day' AS col, OLD."from_day" AS old, NEW."from_day" AS new UNION ALL
SELECT 'to_day' AS col, OLD."to_day" AS old, NEW."to_day" AS new UNION ALL
SELECT 'kind' AS col, OLD."kind" AS old, NEW."kind" AS new UNION ALL
SELECT 'amount' AS col, OLD."amount" AS old, NEW."amount" AS new UNION ALL
SELECT 'carry_over' AS col, nullif (quote (OLD."carry_over"), 'NULL') AS old, nullif (quote (NEW."carry_over"), 'NULL') AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "assessment_INSERT" AFTER INSERT ON "assessment" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'assessment', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'framework', NEW."framework", 'scope', NEW."scope", 'assessor', NEW."assessor", 'assessor_type', NEW."assessor_type", 'assessed_on', NEW."assessed_on", 'evidence', NEW."evidence", 'remark', NEW."remark"));
END;
CREATE TRIGGER "assessment_DELETE" AFTER DELETE ON "assessment" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'assessment', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'framework', OLD."framework", 'scope', OLD."scope", 'assessor', OLD."assessor", 'assessor_type', OLD."assessor_type", 'assessed_on', OLD."assessed_on", 'evidence', OLD."evidence", 'remark', OLD."remark"));
END;
CREATE TRIGGER "assessment_UPDATE" AFTER UPDATE ON "assessment" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'assessment', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'framework' AS col, OLD."framework" AS old, NEW."framework" AS new UNION ALL
SELECT 'scope' AS col, OLD."scope" AS old, NEW."scope" AS new UNION ALL
SELECT 'assessor' AS col, OLD."assessor" AS old, NEW."assessor" AS new UNION ALL
SELECT 'assessor_type' AS col, OLD."assessor_type" AS old, NEW."assessor_type" AS new UNION ALL
SELECT 'assessed_on' AS col, OLD."assessed_on" AS old, NEW."assessed_on" AS new UNION ALL
SELECT 'evidence' AS col, OLD."evidence" AS old, NEW."evidence" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "result_INSERT" AFTER INSERT ON "result" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'result', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'framework', NEW."framework", 'dimension', NEW."dimension", 'name', NEW."name", 'scope', NEW."scope", 'claimed', NEW."claimed", 'verified', NEW."verified", 'low', NEW."low", 'high', NEW."high", 'target', NEW."target", 'target_date', NEW."target_date", 'weight', NEW."weight", 'claim_state', NEW."claim_state", 'claim', NEW."claim", 'evidence', NEW."evidence", 'assessor_type', NEW."assessor_type", 'assessed_on', NEW."assessed_on", 'remark', NEW."remark"));
END;
CREATE TRIGGER "result_DELETE" AFTER DELETE ON "result" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'result', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'framework', OLD."framework", 'dimension', OLD."dimension", 'name', OLD."name", 'scope', OLD."scope", 'claimed', OLD."claimed", 'verified', OLD."verified", 'low', OLD."low", 'high', OLD."high", 'target', OLD."target", 'target_date', OLD."target_date", 'weight', OLD."weight", 'claim_state', OLD."claim_state", 'claim', OLD."claim", 'evidence', OLD."evidence", 'assessor_type', OLD."assessor_type", 'assessed_on', OLD."assessed_on", 'remark', OLD."remark"));
END;
CREATE TRIGGER "result_UPDATE" AFTER UPDATE ON "result" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'result', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'framework' AS col, OLD."framework" AS old, NEW."framework" AS new UNION ALL
SELECT 'dimension' AS col, OLD."dimension" AS old, NEW."dimension" AS new UNION ALL
SELECT 'name' AS col, OLD."name" AS old, NEW."name" AS new UNION ALL
SELECT 'scope' AS col, OLD."scope" AS old, NEW."scope" AS new UNION ALL
SELECT 'claimed' AS col, nullif (quote (OLD."claimed"), 'NULL') AS old, nullif (quote (NEW."claimed"), 'NULL') AS new UNION ALL
SELECT 'verified' AS col, nullif (quote (OLD."verified"), 'NULL') AS old, nullif (quote (NEW."verified"), 'NULL') AS new UNION ALL
SELECT 'low' AS col, nullif (quote (OLD."low"), 'NULL') AS old, nullif (quote (NEW."low"), 'NULL') AS new UNION ALL
SELECT 'high' AS col, nullif (quote (OLD."high"), 'NULL') AS old, nullif (quote (NEW."high"), 'NULL') AS new UNION ALL
SELECT 'target' AS col, nullif (quote (OLD."target"), 'NULL') AS old, nullif (quote (NEW."target"), 'NULL') AS new UNION ALL
SELECT 'target_date' AS col, OLD."target_date" AS old, NEW."target_date" AS new UNION ALL
SELECT 'weight' AS col, nullif (quote (OLD."weight"), 'NULL') AS old, nullif (quote (NEW."weight"), 'NULL') AS new UNION ALL
SELECT 'claim_state' AS col, OLD."claim_state" AS old, NEW."claim_state" AS new UNION ALL
SELECT 'claim' AS col, OLD."claim" AS old, NEW."claim" AS new UNION ALL
SELECT 'evidence' AS col, OLD."evidence" AS old, NEW."evidence" AS new UNION ALL
SELECT 'assessor_type' AS col, OLD."assessor_type" AS old, NEW."assessor_type" AS new UNION ALL
SELECT 'assessed_on' AS col, OLD."assessed_on" AS old, NEW."assessed_on" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "system_INSERT" AFTER INSERT ON "system" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'system', NEW."id", '',
brownfield_row ('id', NEW."id", 'system_id', NEW."system_id", 'name', NEW."name", 'type', NEW."type", 'serves_as', NEW."serves_as", 'isa95_level', NEW."isa95_level", 'area', NEW."area", 'vendor', NEW."vendor", 'product', NEW."product", 'version', NEW."version", 'os', NEW."os", 'install_year', NEW."install_year", 'eos_date', NEW."eos_date", 'eos_confidence', NEW."eos_confidence", 'spares', NEW."spares", 'experts', NEW."experts", 'gamp_category', NEW."gamp_category", 'reg_impact', NEW."reg_impact", 'validated_state', NEW."validated_state", 'last_review', NEW."last_review", 'part_or_process_count', NEW."part_or_process_count", 'business_criticality', NEW."business_criticality", 'redundancy', NEW."redundancy", 'backup_tested', NEW."backup_tested", 'downtime_cost_h', NEW."downtime_cost_h", 'max_stop_h', NEW."max_stop_h", 'next_window', NEW."next_window", 'rto_h', NEW."rto_h", 'incidents_12m', NEW."incidents_12m", 'owner_business', NEW."owner_business", 'owner_technical', NEW."owner_technical", 'run_cost_year', NEW."run_cost_year", 'time_class', NEW."time_class", 'disposition', NEW."disposition", 'kept_until', NEW."kept_until", 'kept_by', NEW."kept_by", 'evidence', NEW."evidence", 'confidence', NEW."confidence", 'units', NEW."units", 'zone', NEW."zone", 'interim_operation', NEW."interim_operation", 'remark', NEW."remark"));
END;
CREATE TRIGGER "system_DELETE" AFTER DELETE ON "system" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'system', OLD."id", '',
brownfield_row ('id', OLD."id", 'system_id', OLD."system_id", 'name', OLD."name", 'type', OLD."type", 'serves_as', OLD."serves_as", 'isa95_level', OLD."isa95_level", 'area', OLD."area", 'vendor', OLD."vendor", 'product', OLD."product", 'version', OLD."version", 'os', OLD."os", 'install_year', OLD."install_year", 'eos_date', OLD."eos_date", 'eos_confidence', OLD."eos_confidence", 'spares', OLD."spares", 'experts', OLD."experts", 'gamp_category', OLD."gamp_category", 'reg_impact', OLD."reg_impact", 'validated_state', OLD."validated_state", 'last_review', OLD."last_review", 'part_or_process_count', OLD."part_or_process_count", 'business_criticality', OLD."business_criticality", 'redundancy', OLD."redundancy", 'backup_tested', OLD."backup_tested", 'downtime_cost_h', OLD."downtime_cost_h", 'max_stop_h', OLD."max_stop_h", 'next_window', OLD."next_window", 'rto_h', OLD."rto_h", 'incidents_12m', OLD."incidents_12m", 'owner_business', OLD."owner_business", 'owner_technical', OLD."owner_technical", 'run_cost_year', OLD."run_cost_year", 'time_class', OLD."time_class", 'disposition', OLD."disposition", 'kept_until', OLD."kept_until", 'kept_by', OLD."kept_by", 'evidence', OLD."evidence", 'confidence', OLD."confidence", 'units', OLD."units", 'zone', OLD."zone", 'interim_operation', OLD."interim_operation", 'remark', OLD."remark"));
END;
CREATE TRIGGER "system_UPDATE" AFTER UPDATE ON "system" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'system', NEW."id", col, old, new FROM (
SELECT 'system_id' AS col, OLD."system_id" AS old, NEW."system_id" AS new UNION ALL
SELECT 'name' AS col, OLD."name" AS old, NEW."name" AS new UNION ALL
SELECT 'type' AS col, OLD."type" AS old, NEW."type" AS new UNION ALL
SELECT 'serves_as' AS col, OLD."serves_as" AS old, NEW."serves_as" AS new UNION ALL
SELECT 'isa95_level' AS col, OLD."isa95_level" AS old, NEW."isa95_level" AS new UNION ALL
SELECT 'area' AS col, OLD."area" AS old, NEW."area" AS new UNION ALL
SELECT 'vendor' AS col, OLD."vendor" AS old, NEW."vendor" AS new UNION ALL
SELECT 'product' AS col, OLD."product" AS old, NEW."product" AS new UNION ALL
SELECT 'version' AS col, OLD."version" AS old, NEW."version" AS new UNION ALL
SELECT 'os' AS col, OLD."os" AS old, NEW."os" AS new UNION ALL
SELECT 'install_year' AS col, OLD."install_year" AS old, NEW."install_year" AS new UNION ALL
SELECT 'eos_date' AS col, OLD."eos_date" AS old, NEW."eos_date" AS new UNION ALL
SELECT 'eos_confidence' AS col, OLD."eos_confidence" AS old, NEW."eos_confidence" AS new UNION ALL
SELECT 'spares' AS col, OLD."spares" AS old, NEW."spares" AS new UNION ALL
SELECT 'experts' AS col, OLD."experts" AS old, NEW."experts" AS new UNION ALL
SELECT 'gamp_category' AS col, OLD."gamp_category" AS old, NEW."gamp_category" AS new UNION ALL
SELECT 'reg_impact' AS col, OLD."reg_impact" AS old, NEW."reg_impact" AS new UNION ALL
SELECT 'validated_state' AS col, OLD."validated_state" AS old, NEW."validated_state" AS new UNION ALL
SELECT 'last_review' AS col, OLD."last_review" AS old, NEW."last_review" AS new UNION ALL
SELECT 'part_or_process_count' AS col, OLD."part_or_process_count" AS old, NEW."part_or_process_count" AS new UNION ALL
SELECT 'business_criticality' AS col, OLD."business_criticality" AS old, NEW."business_criticality" AS new UNION ALL
SELECT 'redundancy' AS col, OLD."redundancy" AS old, NEW."redundancy" AS new UNION ALL
SELECT 'backup_tested' AS col, OLD."backup_tested" AS old, NEW."backup_tested" AS new UNION ALL
SELECT 'downtime_cost_h' AS col, OLD."downtime_cost_h" AS old, NEW."downtime_cost_h" AS new UNION ALL
SELECT 'max_stop_h' AS col, nullif (quote (OLD."max_stop_h"), 'NULL') AS old, nullif (quote (NEW."max_stop_h"), 'NULL') AS new UNION ALL
SELECT 'next_window' AS col, OLD."next_window" AS old, NEW."next_window" AS new UNION ALL
SELECT 'rto_h' AS col, nullif (quote (OLD."rto_h"), 'NULL') AS old, nullif (quote (NEW."rto_h"), 'NULL') AS new UNION ALL
SELECT 'incidents_12m' AS col, OLD."incidents_12m" AS old, NEW."incidents_12m" AS new UNION ALL
SELECT 'owner_business' AS col, OLD."owner_business" AS old, NEW."owner_business" AS new UNION ALL
SELECT 'owner_technical' AS col, OLD."owner_technical" AS old, NEW."owner_technical" AS new UNION ALL
SELECT 'run_cost_year' AS col, OLD."run_cost_year" AS old, NEW."run_cost_year" AS new UNION ALL
SELECT 'time_class' AS col, OLD."time_class" AS old, NEW."time_class" AS new UNION ALL
SELECT 'disposition' AS col, OLD."disposition" AS old, NEW."disposition" AS new UNION ALL
SELECT 'kept_until' AS col, OLD."kept_until" AS old, NEW."kept_until" AS new UNION ALL
SELECT 'kept_by' AS col, OLD."kept_by" AS old, NEW."kept_by" AS new UNION ALL
SELECT 'evidence' AS col, OLD."evidence" AS old, NEW."evidence" AS new UNION ALL
SELECT 'confidence' AS col, OLD."confidence" AS old, NEW."confidence" AS new UNION ALL
SELECT 'units' AS col, OLD."units" AS old, NEW."units" AS new UNION ALL
SELECT 'zone' AS col, OLD."zone" AS old, NEW."zone" AS new UNION ALL
SELECT 'interim_operation' AS col, OLD."interim_operation" AS old, NEW."interim_operation" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "interface_INSERT" AFTER INSERT ON "interface" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'interface', NEW."id", '',
brownfield_row ('id', NEW."id", 'interface_id', NEW."interface_id", 'source_system', NEW."source_system", 'target_system', NEW."target_system", 'direction', NEW."direction", 'protocol', NEW."protocol", 'pattern', NEW."pattern", 'documented', NEW."documented", 'owner', NEW."owner", 'monitored', NEW."monitored", 'tests', NEW."tests", 'carries_regulated_data', NEW."carries_regulated_data", 'failures_12m', NEW."failures_12m", 'rows_per_day', NEW."rows_per_day", 'remark', NEW."remark"));
END;
CREATE TRIGGER "interface_DELETE" AFTER DELETE ON "interface" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'interface', OLD."id", '',
brownfield_row ('id', OLD."id", 'interface_id', OLD."interface_id", 'source_system', OLD."source_system", 'target_system', OLD."target_system", 'direction', OLD."direction", 'protocol', OLD."protocol", 'pattern', OLD."pattern", 'documented', OLD."documented", 'owner', OLD."owner", 'monitored', OLD."monitored", 'tests', OLD."tests", 'carries_regulated_data', OLD."carries_regulated_data", 'failures_12m', OLD."failures_12m", 'rows_per_day', OLD."rows_per_day", 'remark', OLD."remark"));
END;
CREATE TRIGGER "interface_UPDATE" AFTER UPDATE ON "interface" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'interface', NEW."id", col, old, new FROM (
SELECT 'interface_id' AS col, OLD."interface_id" AS old, NEW."interface_id" AS new UNION ALL
SELECT 'source_system' AS col, OLD."source_system" AS old, NEW."source_system" AS new UNION ALL
SELECT 'target_system' AS col, OLD."target_system" AS old, NEW."target_system" AS new UNION ALL
SELECT 'direction' AS col, OLD."direction" AS old, NEW."direction" AS new UNION ALL
SELECT 'protocol' AS col, OLD."protocol" AS old, NEW."protocol" AS new UNION ALL
SELECT 'pattern' AS col, OLD."pattern" AS old, NEW."pattern" AS new UNION ALL
SELECT 'documented' AS col, OLD."documented" AS old, NEW."documented" AS new UNION ALL
SELECT 'owner' AS col, OLD."owner" AS old, NEW."owner" AS new UNION ALL
SELECT 'monitored' AS col, OLD."monitored" AS old, NEW."monitored" AS new UNION ALL
SELECT 'tests' AS col, OLD."tests" AS old, NEW."tests" AS new UNION ALL
SELECT 'carries_regulated_data' AS col, OLD."carries_regulated_data" AS old, NEW."carries_regulated_data" AS new UNION ALL
SELECT 'failures_12m' AS col, OLD."failures_12m" AS old, NEW."failures_12m" AS new UNION ALL
SELECT 'rows_per_day' AS col, nullif (quote (OLD."rows_per_day"), 'NULL') AS old, nullif (quote (NEW."rows_per_day"), 'NULL') AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "cycle_INSERT" AFTER INSERT ON "cycle" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'cycle', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'profile', NEW."profile", 'gamp_category', NEW."gamp_category", 'phase', NEW."phase", 'system', NEW."system", 'weeks_min', NEW."weeks_min", 'weeks_likely', NEW."weeks_likely", 'weeks_max', NEW."weeks_max", 'effort_min', NEW."effort_min", 'effort_likely', NEW."effort_likely", 'effort_max', NEW."effort_max", 'rework_chance', NEW."rework_chance", 'basis', NEW."basis", 'remark', NEW."remark"));
END;
CREATE TRIGGER "cycle_DELETE" AFTER DELETE ON "cycle" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'cycle', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'profile', OLD."profile", 'gamp_category', OLD."gamp_category", 'phase', OLD."phase", 'system', OLD."system", 'weeks_min', OLD."weeks_min", 'weeks_likely', OLD."weeks_likely", 'weeks_max', OLD."weeks_max", 'effort_min', OLD."effort_min", 'effort_likely', OLD."effort_likely", 'effort_max', OLD."effort_max", 'rework_chance', OLD."rework_chance", 'basis', OLD."basis", 'remark', OLD."remark"));
END;
CREATE TRIGGER "cycle_UPDATE" AFTER UPDATE ON "cycle" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'cycle', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'profile' AS col, OLD."profile" AS old, NEW."profile" AS new UNION ALL
SELECT 'gamp_category' AS col, OLD."gamp_category" AS old, NEW."gamp_category" AS new UNION ALL
SELECT 'phase' AS col, OLD."phase" AS old, NEW."phase" AS new UNION ALL
SELECT 'system' AS col, OLD."system" AS old, NEW."system" AS new UNION ALL
SELECT 'weeks' AS col, nullif (quote (OLD."weeks_min") || '/' || quote (OLD."weeks_likely") || '/' || quote (OLD."weeks_max"), 'NULL/NULL/NULL') AS old, nullif (quote (NEW."weeks_min") || '/' || quote (NEW."weeks_likely") || '/' || quote (NEW."weeks_max"), 'NULL/NULL/NULL') AS new UNION ALL
SELECT 'effort' AS col, nullif (quote (OLD."effort_min") || '/' || quote (OLD."effort_likely") || '/' || quote (OLD."effort_max"), 'NULL/NULL/NULL') AS old, nullif (quote (NEW."effort_min") || '/' || quote (NEW."effort_likely") || '/' || quote (NEW."effort_max"), 'NULL/NULL/NULL') AS new UNION ALL
SELECT 'rework_chance' AS col, nullif (quote (OLD."rework_chance"), 'NULL') AS old, nullif (quote (NEW."rework_chance"), 'NULL') AS new UNION ALL
SELECT 'basis' AS col, OLD."basis" AS old, NEW."basis" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "requirement_INSERT" AFTER INSERT ON "requirement" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'requirement', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'source', NEW."source", 'clause', NEW."clause", 'asks', NEW."asks", 'dimension', NEW."dimension", 'systems', NEW."systems", 'claims', NEW."claims", 'remark', NEW."remark"));
END;
CREATE TRIGGER "requirement_DELETE" AFTER DELETE ON "requirement" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'requirement', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'source', OLD."source", 'clause', OLD."clause", 'asks', OLD."asks", 'dimension', OLD."dimension", 'systems', OLD."systems", 'claims', OLD."claims", 'remark', OLD."remark"));
END;
CREATE TRIGGER "requirement_UPDATE" AFTER UPDATE ON "requirement" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'requirement', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'source' AS col, OLD."source" AS old, NEW."source" AS new UNION ALL
SELECT 'clause' AS col, OLD."clause" AS old, NEW."clause" AS new UNION ALL
SELECT 'asks' AS col, OLD."asks" AS old, NEW."asks" AS new UNION ALL
SELECT 'dimension' AS col, OLD."dimension" AS old, NEW."dimension" AS new UNION ALL
SELECT 'systems' AS col, OLD."systems" AS old, NEW."systems" AS new UNION ALL
SELECT 'claims' AS col, OLD."claims" AS old, NEW."claims" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "offer_INSERT" AFTER INSERT ON "offer" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'offer', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'name', NEW."name", 'kind', NEW."kind", 'issuer', NEW."issuer", 'scope', NEW."scope", 'valid_until', NEW."valid_until", 'q1', NEW."q1", 'q2', NEW."q2", 'q3', NEW."q3", 'q4', NEW."q4", 'q5', NEW."q5", 'q6', NEW."q6", 'remark', NEW."remark"));
END;
CREATE TRIGGER "offer_DELETE" AFTER DELETE ON "offer" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'offer', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'name', OLD."name", 'kind', OLD."kind", 'issuer', OLD."issuer", 'scope', OLD."scope", 'valid_until', OLD."valid_until", 'q1', OLD."q1", 'q2', OLD."q2", 'q3', OLD."q3", 'q4', OLD."q4", 'q5', OLD."q5", 'q6', OLD."q6", 'remark', OLD."remark"));
END;
CREATE TRIGGER "offer_UPDATE" AFTER UPDATE ON "offer" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'offer', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'name' AS col, OLD."name" AS old, NEW."name" AS new UNION ALL
SELECT 'kind' AS col, OLD."kind" AS old, NEW."kind" AS new UNION ALL
SELECT 'issuer' AS col, OLD."issuer" AS old, NEW."issuer" AS new UNION ALL
SELECT 'scope' AS col, OLD."scope" AS old, NEW."scope" AS new UNION ALL
SELECT 'valid_until' AS col, OLD."valid_until" AS old, NEW."valid_until" AS new UNION ALL
SELECT 'q1' AS col, OLD."q1" AS old, NEW."q1" AS new UNION ALL
SELECT 'q2' AS col, OLD."q2" AS old, NEW."q2" AS new UNION ALL
SELECT 'q3' AS col, OLD."q3" AS old, NEW."q3" AS new UNION ALL
SELECT 'q4' AS col, OLD."q4" AS old, NEW."q4" AS new UNION ALL
SELECT 'q5' AS col, OLD."q5" AS old, NEW."q5" AS new UNION ALL
SELECT 'q6' AS col, OLD."q6" AS old, NEW."q6" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "claim_INSERT" AFTER INSERT ON "claim" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'claim', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'statement', NEW."statement", 'offer', NEW."offer", 'system', NEW."system", 'dimension', NEW."dimension", 'claimed_level', NEW."claimed_level", 'state', NEW."state", 'state_name', NEW."state_name", 'made_on', NEW."made_on", 'valid_until', NEW."valid_until", 'evidence', NEW."evidence", 'owner', NEW."owner", 'state_4_due', NEW."state_4_due", 'remark', NEW."remark"));
END;
CREATE TRIGGER "claim_DELETE" AFTER DELETE ON "claim" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'claim', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'statement', OLD."statement", 'offer', OLD."offer", 'system', OLD."system", 'dimension', OLD."dimension", 'claimed_level', OLD."claimed_level", 'state', OLD."state", 'state_name', OLD."state_name", 'made_on', OLD."made_on", 'valid_until', OLD."valid_until", 'evidence', OLD."evidence", 'owner', OLD."owner", 'state_4_due', OLD."state_4_due", 'remark', OLD."remark"));
END;
CREATE TRIGGER "claim_UPDATE" AFTER UPDATE ON "claim" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'claim', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'statement' AS col, OLD."statement" AS old, NEW."statement" AS new UNION ALL
SELECT 'offer' AS col, OLD."offer" AS old, NEW."offer" AS new UNION ALL
SELECT 'system' AS col, OLD."system" AS old, NEW."system" AS new UNION ALL
SELECT 'dimension' AS col, OLD."dimension" AS old, NEW."dimension" AS new UNION ALL
SELECT 'claimed_level' AS col, nullif (quote (OLD."claimed_level"), 'NULL') AS old, nullif (quote (NEW."claimed_level"), 'NULL') AS new UNION ALL
SELECT 'state' AS col, OLD."state" AS old, NEW."state" AS new UNION ALL
SELECT 'state_name' AS col, OLD."state_name" AS old, NEW."state_name" AS new UNION ALL
SELECT 'made_on' AS col, OLD."made_on" AS old, NEW."made_on" AS new UNION ALL
SELECT 'valid_until' AS col, OLD."valid_until" AS old, NEW."valid_until" AS new UNION ALL
SELECT 'evidence' AS col, OLD."evidence" AS old, NEW."evidence" AS new UNION ALL
SELECT 'owner' AS col, OLD."owner" AS old, NEW."owner" AS new UNION ALL
SELECT 'state_4_due' AS col, OLD."state_4_due" AS old, NEW."state_4_due" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "evidence_INSERT" AFTER INSERT ON "evidence" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'evidence', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'title', NEW."title", 'kind', NEW."kind", 'link', NEW."link", 'made_on', NEW."made_on", 'owner', NEW."owner", 'remark', NEW."remark"));
END;
CREATE TRIGGER "evidence_DELETE" AFTER DELETE ON "evidence" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'evidence', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'title', OLD."title", 'kind', OLD."kind", 'link', OLD."link", 'made_on', OLD."made_on", 'owner', OLD."owner", 'remark', OLD."remark"));
END;
CREATE TRIGGER "evidence_UPDATE" AFTER UPDATE ON "evidence" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'evidence', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'title' AS col, OLD."title" AS old, NEW."title" AS new UNION ALL
SELECT 'kind' AS col, OLD."kind" AS old, NEW."kind" AS new UNION ALL
SELECT 'link' AS col, OLD."link" AS old, NEW."link" AS new UNION ALL
SELECT 'made_on' AS col, OLD."made_on" AS old, NEW."made_on" AS new UNION ALL
SELECT 'owner' AS col, OLD."owner" AS old, NEW."owner" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "step_INSERT" AFTER INSERT ON "step" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'step', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'title', NEW."title", 'status', NEW."status", 'phase', NEW."phase", 'strategy', NEW."strategy", 'pinned_cutover', NEW."pinned_cutover", 'earliest', NEW."earliest", 'due', NEW."due", 'weeks_min', NEW."weeks_min", 'weeks_likely', NEW."weeks_likely", 'weeks_max', NEW."weeks_max", 'capex_min', NEW."capex_min", 'capex_likely', NEW."capex_likely", 'capex_max', NEW."capex_max", 'stop_hours_min', NEW."stop_hours_min", 'stop_hours_likely', NEW."stop_hours_likely", 'stop_hours_max', NEW."stop_hours_max", 'problem_chance', NEW."problem_chance", 'benefit_year', NEW."benefit_year", 'basis', NEW."basis", 'owner', NEW."owner", 'remark', NEW."remark"));
END;
CREATE TRIGGER "step_DELETE" AFTER DELETE ON "step" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'step', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'title', OLD."title", 'status', OLD."status", 'phase', OLD."phase", 'strategy', OLD."strategy", 'pinned_cutover', OLD."pinned_cutover", 'earliest', OLD."earliest", 'due', OLD."due", 'weeks_min', OLD."weeks_min", 'weeks_likely', OLD."weeks_likely", 'weeks_max', OLD."weeks_max", 'capex_min', OLD."capex_min", 'capex_likely', OLD."capex_likely", 'capex_max', OLD."capex_max", 'stop_hours_min', OLD."stop_hours_min", 'stop_hours_likely', OLD."stop_hours_likely", 'stop_hours_max', OLD."stop_hours_max", 'problem_chance', OLD."problem_chance", 'benefit_year', OLD."benefit_year", 'basis', OLD."basis", 'owner', OLD."owner", 'remark', OLD."remark"));
END;
CREATE TRIGGER "step_UPDATE" AFTER UPDATE ON "step" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'step', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'title' AS col, OLD."title" AS old, NEW."title" AS new UNION ALL
SELECT 'status' AS col, OLD."status" AS old, NEW."status" AS new UNION ALL
SELECT 'phase' AS col, OLD."phase" AS old, NEW."phase" AS new UNION ALL
SELECT 'strategy' AS col, OLD."strategy" AS old, NEW."strategy" AS new UNION ALL
SELECT 'pinned_cutover' AS col, OLD."pinned_cutover" AS old, NEW."pinned_cutover" AS new UNION ALL
SELECT 'earliest' AS col, OLD."earliest" AS old, NEW."earliest" AS new UNION ALL
SELECT 'due' AS col, OLD."due" AS old, NEW."due" AS new UNION ALL
SELECT 'weeks' AS col, nullif (quote (OLD."weeks_min") || '/' || quote (OLD."weeks_likely") || '/' || quote (OLD."weeks_max"), 'NULL/NULL/NULL') AS old, nullif (quote (NEW."weeks_min") || '/' || quote (NEW."weeks_likely") || '/' || quote (NEW."weeks_max"), 'NULL/NULL/NULL') AS new UNION ALL
SELECT 'capex' AS col, nullif (quote (OLD."capex_min") || '/' || quote (OLD."capex_likely") || '/' || quote (OLD."capex_max"), 'NULL/NULL/NULL') AS old, nullif (quote (NEW."capex_min") || '/' || quote (NEW."capex_likely") || '/' || quote (NEW."capex_max"), 'NULL/NULL/NULL') AS new UNION ALL
SELECT 'stop_hours' AS col, nullif (quote (OLD."stop_hours_min") || '/' || quote (OLD."stop_hours_likely") || '/' || quote (OLD."stop_hours_max"), 'NULL/NULL/NULL') AS old, nullif (quote (NEW."stop_hours_min") || '/' || quote (NEW."stop_hours_likely") || '/' || quote (NEW."stop_hours_max"), 'NULL/NULL/NULL') AS new UNION ALL
SELECT 'problem_chance' AS col, nullif (quote (OLD."problem_chance"), 'NULL') AS old, nullif (quote (NEW."problem_chance"), 'NULL') AS new UNION ALL
SELECT 'benefit_year' AS col, OLD."benefit_year" AS old, NEW."benefit_year" AS new UNION ALL
SELECT 'basis' AS col, OLD."basis" AS old, NEW."basis" AS new UNION ALL
SELECT 'owner' AS col, OLD."owner" AS old, NEW."owner" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "dependency_INSERT" AFTER INSERT ON "dependency" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'dependency', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'before', NEW."before", 'after', NEW."after", 'kind', NEW."kind", 'lag_days', NEW."lag_days", 'remark', NEW."remark"));
END;
CREATE TRIGGER "dependency_DELETE" AFTER DELETE ON "dependency" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'dependency', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'before', OLD."before", 'after', OLD."after", 'kind', OLD."kind", 'lag_days', OLD."lag_days", 'remark', OLD."remark"));
END;
CREATE TRIGGER "dependency_UPDATE" AFTER UPDATE ON "dependency" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'dependency', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'before' AS col, OLD."before" AS old, NEW."before" AS new UNION ALL
SELECT 'after' AS col, OLD."after" AS old, NEW."after" AS new UNION ALL
SELECT 'kind' AS col, OLD."kind" AS old, NEW."kind" AS new UNION ALL
SELECT 'lag_days' AS col, OLD."lag_days" AS old, NEW."lag_days" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "phase_INSERT" AFTER INSERT ON "phase" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'phase', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'position', NEW."position", 'name', NEW."name", 'remark', NEW."remark"));
END;
CREATE TRIGGER "phase_DELETE" AFTER DELETE ON "phase" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'phase', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'position', OLD."position", 'name', OLD."name", 'remark', OLD."remark"));
END;
CREATE TRIGGER "phase_UPDATE" AFTER UPDATE ON "phase" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'phase', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'position' AS col, OLD."position" AS old, NEW."position" AS new UNION ALL
SELECT 'name' AS col, OLD."name" AS old, NEW."name" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "scenario_INSERT" AFTER INSERT ON "scenario" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'scenario', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'name', NEW."name", 'objective', NEW."objective", 'remark', NEW."remark"));
END;
CREATE TRIGGER "scenario_DELETE" AFTER DELETE ON "scenario" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'scenario', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'name', OLD."name", 'objective', OLD."objective", 'remark', OLD."remark"));
END;
CREATE TRIGGER "scenario_UPDATE" AFTER UPDATE ON "scenario" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'scenario', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'name' AS col, OLD."name" AS old, NEW."name" AS new UNION ALL
SELECT 'objective' AS col, OLD."objective" AS old, NEW."objective" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "override_INSERT" AFTER INSERT ON "override" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'override', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'scenario', NEW."scenario", 'tbl', NEW."tbl", 'row_key', NEW."row_key", 'col', NEW."col", 'value', NEW."value", 'remark', NEW."remark"));
END;
CREATE TRIGGER "override_DELETE" AFTER DELETE ON "override" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'override', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'scenario', OLD."scenario", 'tbl', OLD."tbl", 'row_key', OLD."row_key", 'col', OLD."col", 'value', OLD."value", 'remark', OLD."remark"));
END;
CREATE TRIGGER "override_UPDATE" AFTER UPDATE ON "override" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'override', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'scenario' AS col, OLD."scenario" AS old, NEW."scenario" AS new UNION ALL
SELECT 'tbl' AS col, OLD."tbl" AS old, NEW."tbl" AS new UNION ALL
SELECT 'row_key' AS col, OLD."row_key" AS old, NEW."row_key" AS new UNION ALL
SELECT 'col' AS col, OLD."col" AS old, NEW."col" AS new UNION ALL
SELECT 'value' AS col, OLD."value" AS old, NEW."value" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "risk_INSERT" AFTER INSERT ON "risk" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'risk', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'title', NEW."title", 'step', NEW."step", 'chance', NEW."chance", 'impact', NEW."impact", 'owner', NEW."owner", 'mitigation', NEW."mitigation", 'status', NEW."status", 'remark', NEW."remark"));
END;
CREATE TRIGGER "risk_DELETE" AFTER DELETE ON "risk" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'risk', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'title', OLD."title", 'step', OLD."step", 'chance', OLD."chance", 'impact', OLD."impact", 'owner', OLD."owner", 'mitigation', OLD."mitigation", 'status', OLD."status", 'remark', OLD."remark"));
END;
CREATE TRIGGER "risk_UPDATE" AFTER UPDATE ON "risk" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'risk', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'title' AS col, OLD."title" AS old, NEW."title" AS new UNION ALL
SELECT 'step' AS col, OLD."step" AS old, NEW."step" AS new UNION ALL
SELECT 'chance' AS col, nullif (quote (OLD."chance"), 'NULL') AS old, nullif (quote (NEW."chance"), 'NULL') AS new UNION ALL
SELECT 'impact' AS col, OLD."impact" AS old, NEW."impact" AS new UNION ALL
SELECT 'owner' AS col, OLD."owner" AS old, NEW."owner" AS new UNION ALL
SELECT 'mitigation' AS col, OLD."mitigation" AS old, NEW."mitigation" AS new UNION ALL
SELECT 'status' AS col, OLD."status" AS old, NEW."status" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "decision_INSERT" AFTER INSERT ON "decision" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'decision', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'title', NEW."title", 'forum', NEW."forum", 'due', NEW."due", 'decided_on', NEW."decided_on", 'outcome', NEW."outcome", 'options', NEW."options", 'reason', NEW."reason", 'owner', NEW."owner", 'status', NEW."status", 'remark', NEW."remark"));
END;
CREATE TRIGGER "decision_DELETE" AFTER DELETE ON "decision" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'decision', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'title', OLD."title", 'forum', OLD."forum", 'due', OLD."due", 'decided_on', OLD."decided_on", 'outcome', OLD."outcome", 'options', OLD."options", 'reason', OLD."reason", 'owner', OLD."owner", 'status', OLD."status", 'remark', OLD."remark"));
END;
CREATE TRIGGER "decision_UPDATE" AFTER UPDATE ON "decision" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'decision', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'title' AS col, OLD."title" AS old, NEW."title" AS new UNION ALL
SELECT 'forum' AS col, OLD."forum" AS old, NEW."forum" AS new UNION ALL
SELECT 'due' AS col, OLD."due" AS old, NEW."due" AS new UNION ALL
SELECT 'decided_on' AS col, OLD."decided_on" AS old, NEW."decided_on" AS new UNION ALL
SELECT 'outcome' AS col, OLD."outcome" AS old, NEW."outcome" AS new UNION ALL
SELECT 'options' AS col, OLD."options" AS old, NEW."options" AS new UNION ALL
SELECT 'reason' AS col, OLD."reason" AS old, NEW."reason" AS new UNION ALL
SELECT 'owner' AS col, OLD."owner" AS old, NEW."owner" AS new UNION ALL
SELECT 'status' AS col, OLD."status" AS old, NEW."status" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "actual_INSERT" AFTER INSERT ON "actual" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'actual', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'step', NEW."step", 'activity', NEW."activity", 'start', NEW."start", 'finish', NEW."finish", 'cost', NEW."cost", 'remark', NEW."remark"));
END;
CREATE TRIGGER "actual_DELETE" AFTER DELETE ON "actual" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'actual', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'step', OLD."step", 'activity', OLD."activity", 'start', OLD."start", 'finish', OLD."finish", 'cost', OLD."cost", 'remark', OLD."remark"));
END;
CREATE TRIGGER "actual_UPDATE" AFTER UPDATE ON "actual" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'actual', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'step' AS col, OLD."step" AS old, NEW."step" AS new UNION ALL
SELECT 'activity' AS col, OLD."activity" AS old, NEW."activity" AS new UNION ALL
SELECT 'start' AS col, OLD."start" AS old, NEW."start" AS new UNION ALL
SELECT 'finish' AS col, OLD."finish" AS old, NEW."finish" AS new UNION ALL
SELECT 'cost' AS col, OLD."cost" AS old, NEW."cost" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
CREATE TRIGGER "baseline_INSERT" AFTER INSERT ON "baseline" BEGIN
INSERT INTO change (edit, tbl, row, col, new) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'baseline', NEW."id", '',
brownfield_row ('id', NEW."id", 'key', NEW."key", 'name', NEW."name", 'approved_on', NEW."approved_on", 'approved_by', NEW."approved_by", 'roadmap', NEW."roadmap", 'remark', NEW."remark"));
END;
CREATE TRIGGER "baseline_DELETE" AFTER DELETE ON "baseline" BEGIN
INSERT INTO change (edit, tbl, row, col, old) VALUES ((SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'baseline', OLD."id", '',
brownfield_row ('id', OLD."id", 'key', OLD."key", 'name', OLD."name", 'approved_on', OLD."approved_on", 'approved_by', OLD."approved_by", 'roadmap', OLD."roadmap", 'remark', OLD."remark"));
END;
CREATE TRIGGER "baseline_UPDATE" AFTER UPDATE ON "baseline" BEGIN
SELECT RAISE (ABORT, 'the id of a row never changes') WHERE OLD."id" IS NOT NEW."id";
INSERT INTO change (edit, tbl, row, col, old, new)
SELECT (SELECT id FROM edit WHERE id = (SELECT max(id) FROM edit) AND hash IS NULL), 'baseline', NEW."id", col, old, new FROM (
SELECT 'key' AS col, OLD."key" AS old, NEW."key" AS new UNION ALL
SELECT 'name' AS col, OLD."name" AS old, NEW."name" AS new UNION ALL
SELECT 'approved_on' AS col, OLD."approved_on" AS old, NEW."approved_on" AS new UNION ALL
SELECT 'approved_by' AS col, OLD."approved_by" AS old, NEW."approved_by" AS new UNION ALL
SELECT 'roadmap' AS col, OLD."roadmap" AS old, NEW."roadmap" AS new UNION ALL
SELECT 'remark' AS col, OLD."remark" AS old, NEW."remark" AS new
) WHERE old IS NOT new COLLATE BINARY;
END;
COMMIT;