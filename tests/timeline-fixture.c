/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "timeline-fixture.h"

#include "bf-roadmap-private.h"

#define FIRST_YEAR 2027
#define N_YEARS 5
#define N_PHASES 4

typedef struct
{
  BfRoadmap *roadmap;
  BfPlan *plan;
  GRand *random;
} Fixture;

static gpointer
allocate (Fixture *fixture, gsize n, gsize size)
{
  return bf_roadmap_alloc (fixture->roadmap, n, size);
}
#define NEW(fixture, Type, n) ((Type *) allocate ((fixture), (n), sizeof (Type)))

static const char *
intern (Fixture *fixture, const char *text)
{
  return g_string_chunk_insert_const (bf_plan_strings (fixture->plan), text);
}

G_GNUC_PRINTF (2, 3)
static const char *
intern_printf (Fixture *fixture, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return intern (fixture, text);
}

/* --- The plant --- */

static const char *const area_names[][2] = {
  { "MC", "Machining" }, { "MT", "Metrology" }, { "SP", "Special processes" },
  { "AS", "Assembly" },  { "ST", "Stores" },
};

/* A plan does not own its lists, so those of one area stand here. */
static const char *const *
one_key (const char *key)
{
  static const char *const lists[][2] = {
    { "MC", NULL }, { "MT", NULL }, { "SP", NULL }, { "AS", NULL }, { "ST", NULL }
  };
  guint i = 0;

  while (i < G_N_ELEMENTS (lists) - 1 && !g_str_equal (lists[i][0], key))
    i++;
  return lists[i];
}

static void
add_plant (Fixture *fixture)
{
  BfPlant *plant = bf_plan_add (fixture->plan, BF_PLANT);

  plant->row.key = "HV";
  plant->row.id = "plant";
  plant->name = "Harrow Vale Aerostructures";
  plant->currency = "EUR";
  plant->start = bf_day_from_civil (FIRST_YEAR, 1, 4);
  plant->status_date = bf_day_from_civil (FIRST_YEAR, 3, 17);
  plant->horizon_years = N_YEARS;
  plant->working_week = "Mon-Fri";
  for (guint i = 0; i < G_N_ELEMENTS (area_names); i++)
    {
      BfArea *area = bf_plan_add (fixture->plan, BF_AREA);

      area->row.key = area->row.id = area_names[i][0];
      area->name = area_names[i][1];
    }
}

static void
add_window (Fixture *fixture,
            const char *key,
            const char *name,
            int kind,
            const char *area,
            gint64 from,
            gint64 to)
{
  BfWindow *window = bf_plan_add (fixture->plan, BF_WINDOW);

  window->row.key = window->row.id = key;
  window->name = name;
  window->kind = kind;
  window->areas = area ? one_key (area) : NULL;
  window->start = bf_day_minute (from) + 360;
  window->end = bf_day_minute (to) + 360;
}

static void
add_windows_of (Fixture *fixture, int year)
{
  add_window (fixture,
              intern_printf (fixture, "SD-%d-SUM", year),
              intern_printf (fixture, "Summer shutdown %d", year),
              BF_WINDOW_SHUTDOWN,
              NULL,
              bf_day_from_civil (year, 7, 22),
              bf_day_from_civil (year, 8, 6));
  add_window (fixture,
              intern_printf (fixture, "SD-%d-XMS", year),
              intern_printf (fixture, "Christmas shutdown %d", year),
              BF_WINDOW_SHUTDOWN,
              NULL,
              bf_day_from_civil (year, 12, 24),
              bf_day_from_civil (year + 1, 1, 2));
  add_window (fixture,
              intern_printf (fixture, "SD-%d-EAS", year),
              intern_printf (fixture, "Easter maintenance %d, machining", year),
              BF_WINDOW_SHUTDOWN,
              "MC",
              bf_day_from_civil (year, 4, 14),
              bf_day_from_civil (year, 4, 18));
  add_window (fixture,
              intern_printf (fixture, "FR-%d-NAD", year),
              intern_printf (fixture, "Nadcap heat treatment audit %d", year),
              BF_WINDOW_FREEZE,
              "SP",
              bf_day_from_civil (year, 5, 10),
              bf_day_from_civil (year, 5, 28));
  add_window (fixture,
              intern_printf (fixture, "FR-%d-YE", year),
              intern_printf (fixture, "Year-end deliveries and stock count %d", year),
              BF_WINDOW_FREEZE,
              NULL,
              bf_day_from_civil (year, 12, 1),
              bf_day_from_civil (year, 12, 23));
}

static void
add_systems (Fixture *fixture)
{
  for (guint i = 0; i < 12; i++)
    {
      BfSystem *system = bf_plan_add (fixture->plan, BF_SYSTEM);

      system->row.key = system->row.id = intern_printf (fixture, "SYS-%02u", i + 1);
      system->name = system->row.key;
      system->eos_date = bf_day_from_civil (FIRST_YEAR - 1 + (int) i % 5, 1 + (int) i, 1);
      system->area = i % 4 == 0 ? NULL : one_key (area_names[i % 5][0]);
    }
}

static void
add_needs (Fixture *fixture)
{
  guint n = bf_plan_count (fixture->plan, BF_SYSTEM);
  BfNeeds *needs = NEW (fixture, BfNeeds, 1);

  needs->support_end = NEW (fixture, gint64, n);
  for (guint i = 0; i < n; i++)
    needs->support_end[i] = BF_ROW (fixture->plan, SYSTEM, BfSystem, i)->eos_date;
  fixture->roadmap->needs = needs;
}

/* --- Steps --- */

static const char *const titles[] = {
  "Governance and KPI baseline",  "Network segmentation",
  "Digital skills programme",     "Master data and equipment model",
  "NC program control",           "OEE on line B",
  "Furnace record historian",     "Quality management system",
  "Stores and bonded stock",      "Archive Trakline 4.2 and order bridge",
  "Connectivity gateway, line A", "Electronic route cards",
};

static GArray *
new_list (Fixture *fixture)
{
  return bf_roadmap_own (
      fixture->roadmap, g_array_new (FALSE, FALSE, sizeof (int)), (GDestroyNotify) g_array_unref);
}

static int
dice (Fixture *fixture, int from, int to)
{
  return g_rand_int_range (fixture->random, from, to + 1);
}

typedef struct
{
  BfRoadmapActivity *activities;
  guint n;
} Work;

static gint64
add_activity (Work *work, BfActivityKind kind, gint64 start, int days)
{
  work->activities[work->n].kind = kind;
  work->activities[work->n].start = start;
  work->activities[work->n].finish = start + days - 1;
  work->n++;
  return start + days;
}

/* First day of the shutdown after @ready. */
static gint64
next_shutdown (gint64 ready)
{
  int year, month, of_month;

  bf_day_to_civil (ready, &year, &month, &of_month);
  if (ready <= bf_day_from_civil (year, 7, 22))
    return bf_day_from_civil (year, 7, 23);
  return bf_day_from_civil (year, 12, 25);
}

static void
add_cutover (Fixture *fixture, BfRoadmapStep *step, gint64 day)
{
  const char **windows = NEW (fixture, const char *, 2);

  windows[0] = "SD";
  step->n_cutovers = 1;
  step->cutovers = NEW (fixture, BfRoadmapCutover, 1);
  step->cutovers[0].start = bf_day_minute (day) + 360;
  step->cutovers[0].finish = step->cutovers[0].start + 32 * 60;
  step->cutovers[0].hours = 32;
  step->cutovers[0].placement = BF_PLACEMENT_OPENING;
  step->cutovers[0].windows = windows;
  step->cutovers[0].window_name = "Summer shutdown";
  step->cutovers[0].opening_start = bf_day_minute (day - 1);
  step->cutovers[0].opening_end = bf_day_minute (day - 1) + 376 * 60;
  step->cutovers[0].miss_chance = 0.18;
  step->cutovers[0].margin_days = 37;
  step->cutovers[0].delay_if_missed_days = 154;
}

static void
add_work (Fixture *fixture, BfRoadmapStep *step, gint64 start)
{
  Work work = { NEW (fixture, BfRoadmapActivity, 8), 0 };
  gint64 at = add_activity (&work, BF_ACTIVITY_BUILD, start, dice (fixture, 30, 200));

  step->start = start;
  add_activity (&work, BF_ACTIVITY_OFFLINE, at - 20, 20);
  if (dice (fixture, 0, 5) > 0)
    {
      at = next_shutdown (at);
      add_cutover (fixture, step, at);
      at = add_activity (&work, BF_ACTIVITY_CUTOVER, at, 2);
      add_activity (&work, BF_ACTIVITY_PARALLEL, at, dice (fixture, 10, 40));
      at = add_activity (&work, BF_ACTIVITY_ONLINE, at, dice (fixture, 15, 60));
    }
  at = add_activity (&work, BF_ACTIVITY_HYPERCARE, at, dice (fixture, 20, 40));
  step->activities = work.activities;
  step->n_activities = work.n;
  step->finish = at - 1;
  step->release.planned = step->release.p50 = at;
  step->release.p80 = at + dice (fixture, 0, 40);
  step->release.p90 = step->release.p80 + dice (fixture, 0, 60);
}

static void
add_step (Fixture *fixture, guint i)
{
  BfRoadmapStep *step = &fixture->roadmap->steps[i];
  BfStep *of = NEW (fixture, BfStep, 1);
  int area = dice (fixture, -1, (int) G_N_ELEMENTS (area_names) - 1);
  int system = dice (fixture, 0, 11);
  const char **requires = NEW (fixture, const char *, 2);

  of->due = BF_BLANK;
  of->scope = area < 0 ? BF_SCOPE_SITE : BF_SCOPE_AREA;
  of->areas = new_list (fixture);
  of->systems = new_list (fixture);
  if (area >= 0)
    g_array_append_val (of->areas, area);
  g_array_append_val (of->systems, system);
  step->step = of;
  step->key = intern_printf (fixture, "ST%04u:site", i);
  step->title = step->short_title = titles[i % G_N_ELEMENTS (titles)];
  step->phase = (int) (i * N_PHASES / MAX (1, fixture->roadmap->n_steps));
  step->strategy = "parallel";
  requires[0] = i > 0 ? fixture->roadmap->steps[i - 1].key : NULL;
  step->requires = requires;
  step->fully_loaded_minor = 59000000;
  add_work (fixture,
            step,
            bf_day_from_civil (FIRST_YEAR, 1, 4) +
                (gint64) i * 1200 / MAX (1, fixture->roadmap->n_steps));
}

static void
add_phases (Fixture *fixture)
{
  static const char *const names[N_PHASES] = {
    "Prepare and secure", "Connect and standardise", "Run and prove", "Optimise and retire"
  };
  static const char *const ids[N_PHASES] = { "1", "2", "3", "4" };

  fixture->roadmap->n_phases = N_PHASES;
  fixture->roadmap->phases = NEW (fixture, BfRoadmapPhase, N_PHASES);
  for (int i = 0; i < N_PHASES; i++)
    {
      BfRoadmapPhase *phase = &fixture->roadmap->phases[i];

      phase->position = i;
      phase->id = ids[i];
      phase->name = names[i];
      phase->gate = bf_day_from_civil (FIRST_YEAR + 1 + i, 2, 1);
      phase->start = bf_day_from_civil (FIRST_YEAR + i, 1, 4);
      phase->finish = phase->gate;
    }
}

static BfPlan *
make_plan (Fixture *fixture)
{
  fixture->plan = bf_plan_new ();
  add_plant (fixture);
  add_systems (fixture);
  for (int year = 0; year < N_YEARS; year++)
    add_windows_of (fixture, FIRST_YEAR + year);
  bf_plan_seal (fixture->plan);
  return fixture->plan;
}

BfRoadmap *
timeline_fixture_new (guint n_steps, guint32 seed)
{
  Fixture fixture = { 0 };
  g_autoptr (BfPlan) plan = make_plan (&fixture);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  fixture.random = random;
  fixture.roadmap = bf_roadmap_new (plan, bf_catalogue_get ());
  fixture.roadmap->calendar = bf_roadmap_own (fixture.roadmap,
                                              bf_calendar_new (plan, bf_catalogue_get ()),
                                              (GDestroyNotify) bf_calendar_free);
  fixture.roadmap->feasible = TRUE;
  add_needs (&fixture);
  fixture.roadmap->n_steps = n_steps;
  fixture.roadmap->steps = NEW (&fixture, BfRoadmapStep, n_steps);
  for (guint i = 0; i < n_steps; i++)
    add_step (&fixture, i);
  add_phases (&fixture);
  return fixture.roadmap;
}
