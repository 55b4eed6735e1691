/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-csv-folder.h"

#include "bf-atomic-file.h"
#include "bf-cell.h"
#include "bf-csv.h"
#include "bf-money.h"
#include "bf-template.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* --- Cells -------------------------------------------------------------------------------- */

static void
add (GString *csv, const char *text)
{
  bf_csv_add (csv, text, TRUE);
}

static void
add_number (GString *csv, double number)
{
  g_autofree char *text = isfinite (number) ? bf_number_shortest (number) : NULL;

  bf_csv_add (csv, text, FALSE);
}

static void
add_money (GString *csv, gint64 minor)
{
  g_autofree char *text = minor == BF_BLANK ? NULL : bf_money_format (minor);

  bf_csv_add (csv, text, FALSE);
}

static void
add_day (GString *csv, gint64 day)
{
  g_autofree char *text = day == BF_BLANK ? NULL : bf_day_format (day);

  bf_csv_add (csv, text, FALSE);
}

static void
add_minute (GString *csv, gint64 minute)
{
  g_autofree char *text = minute == BF_BLANK ? NULL : bf_minute_format (minute);

  bf_csv_add (csv, text, FALSE);
}

static void
add_keys (GString *csv, const char *const *keys)
{
  g_autofree char *text = keys ? g_strjoinv ("; ", (char **) keys) : NULL;

  add (csv, text);
}

static void
end_row (GString *csv)
{
  g_string_append (csv, "\r\n");
}

/* --- Lists of the plan -------------------------------------------------------------------- */

/* The words that an import reads under the heading that is written. */
static void
add_field (GString *csv, const BfField *field, gconstpointer row)
{
  g_autofree char *text = bf_field_text (field, row);
  gboolean share = field->kind == BF_KIND_PERCENT ||
                   (field->kind == BF_KIND_CARRY && text && g_ascii_isdigit (*text));

  if (text && share)
    {
      g_autofree char *number = bf_number_shortest (100 * g_ascii_strtod (text, NULL));
      g_autofree char *percent = g_strconcat (number, " %", NULL);

      bf_csv_add (csv, percent, FALSE);
    }
  else if (text && field->kind == BF_KIND_WEEKS)
    {
      g_autofree char *every = g_strdup_printf ("every %s weeks", text);

      bf_csv_add (csv, every, FALSE);
    }
  else
    bf_csv_add (csv,
                text,
                field->kind == BF_KIND_TEXT || field->kind == BF_KIND_REFERENCE ||
                    field->kind == BF_KIND_REFERENCES);
}

static void
add_heading (GString *csv, const BfField *field)
{
  gboolean bare = !*field->unit || g_str_equal (field->unit, "currency");
  g_autofree char *text =
      bare ? g_strdup (field->label) : g_strdup_printf ("%s [%s]", field->label, field->unit);

  bf_csv_add (csv, text, FALSE);
}

static char *
list_text (const BfPlan *plan, const BfRecord *record)
{
  GString *csv = g_string_new (NULL);

  for (guint i = 0; i < record->n_fields; i++)
    add_heading (csv, &record->fields[i]);
  end_row (csv);
  for (guint i = 0; i < bf_plan_count (plan, record->kind); i++)
    {
      gconstpointer row = bf_plan_row (plan, record->kind, i);

      for (guint k = 0; k < record->n_fields; k++)
        add_field (csv, &record->fields[k], row);
      end_row (csv);
    }
  return g_string_free (csv, FALSE);
}

/* --- The roadmap -------------------------------------------------------------------------- */

static char *
activities_text (const BfRoadmap *roadmap)
{
  GString *csv = g_string_new ("step,kind,part,start,finish,team,person_days,held_by\r\n");

  for (guint i = 0; i < roadmap->n_steps; i++)
    for (guint k = 0; k < roadmap->steps[i].n_activities; k++)
      {
        const BfRoadmapActivity *activity = &roadmap->steps[i].activities[k];

        /* A row a team; one without where nobody is needed. */
        for (guint load = 0; load < MAX (activity->n_loads, 1); load++)
          {
            const BfLoad *of = activity->n_loads ? &activity->loads[load] : NULL;

            add (csv, roadmap->steps[i].key);
            add (csv, bf_activity_kind_id (activity->kind));
            add_number (csv, activity->part);
            add_day (csv, activity->start);
            add_day (csv, activity->finish);
            add (csv,
                 of && of->team >= 0
                     ? BF_ROW (roadmap->plan, TEAM, BfTeam, (guint) of->team)->row.key
                     : NULL);
            add_number (csv, of ? of->person_days : NAN);
            add (csv, activity->held_by);
            end_row (csv);
          }
      }
  return g_string_free (csv, FALSE);
}

static char *
cutovers_text (const BfRoadmap *roadmap)
{
  GString *csv = g_string_new ("step,part,start,finish,hours,windows,areas,miss_chance\r\n");

  for (guint i = 0; i < roadmap->n_steps; i++)
    for (guint k = 0; k < roadmap->steps[i].n_cutovers; k++)
      {
        const BfRoadmapCutover *cutover = &roadmap->steps[i].cutovers[k];

        add (csv, roadmap->steps[i].key);
        add_number (csv, cutover->part);
        add_minute (csv, cutover->start);
        add_minute (csv, cutover->finish);
        add_number (csv, cutover->hours);
        add_keys (csv, cutover->windows);
        add_keys (csv, cutover->areas);
        add_number (csv, cutover->miss_chance);
        end_row (csv);
      }
  return g_string_free (csv, FALSE);
}

static char *
qualification_text (const BfRoadmap *roadmap)
{
  GString *csv = g_string_new ("step,phase,name,units,weeks,person_days,cost\r\n");

  for (guint i = 0; i < roadmap->n_steps; i++)
    for (guint k = 0; k < roadmap->steps[i].n_qualification; k++)
      {
        const BfRoadmapQualification *phase = &roadmap->steps[i].qualification[k];

        add (csv, roadmap->steps[i].key);
        add (csv, phase->phase);
        add (csv, phase->name);
        add_number (csv, phase->units);
        add_number (csv, phase->weeks);
        add_number (csv, phase->person_days);
        add_money (csv, phase->cost_minor);
        end_row (csv);
      }
  return g_string_free (csv, FALSE);
}

static char *
periods_text (const BfRoadmap *roadmap)
{
  GString *csv = g_string_new ("budget,available,carried_in,planned\r\n");

  for (guint i = 0; i < roadmap->n_periods; i++)
    {
      const BfRoadmapPeriod *period = &roadmap->periods[i];

      add (csv, BF_ROW (roadmap->plan, BUDGET, BfBudget, (guint) period->budget)->row.key);
      add_money (csv, period->available_minor);
      add_money (csv, period->carried_in_minor);
      add_money (csv, period->planned_minor);
      end_row (csv);
    }
  return g_string_free (csv, FALSE);
}

static const struct
{
  const char *name;
  char *(*text) (const BfRoadmap *roadmap);
} tables[] = {
  { "steps", bf_csv_text },      { "activities", activities_text },
  { "cutovers", cutovers_text }, { "qualification", qualification_text },
  { "periods", periods_text },
};

/* --- Files -------------------------------------------------------------------------------- */

/* Takes @text. */
static gboolean
save (const char *folder, const char *name, char *text, GError **error)
{
  g_autofree char *file = g_strconcat (name, ".csv", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  gboolean saved = bf_atomic_file_save_text (path, text, -1, error);

  g_free (text);
  return saved;
}

static gboolean
save_lists (const BfPlan *plan, const char *folder, GError **error)
{
  for (int kind = 0; kind < BF_N_RECORDS; kind++)
    {
      g_autofree char *name = NULL;

      if (!bf_template_has ((BfRecordKind) kind) || bf_plan_count (plan, (BfRecordKind) kind) == 0)
        continue;
      name = bf_template_name ((BfRecordKind) kind);
      if (!save (folder, name, list_text (plan, bf_record ((BfRecordKind) kind)), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_blank_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  return !g_file_test (path, G_FILE_TEST_EXISTS) || (dir && !g_dir_read_name (dir));
}

static gboolean
make_folder (const char *path, GError **error)
{
  if (g_mkdir_with_parents (path, 0777) == 0)
    return TRUE;
  g_set_error (error,
               G_FILE_ERROR,
               g_file_error_from_errno (errno),
               /* Translators: a folder, and the reason in the words of the system. */
               _ ("The folder “%s” could not be made: %s."),
               path,
               g_strerror (errno));
  return FALSE;
}

gboolean
bf_csv_folder_write (const BfRoadmap *roadmap, const char *path, GError **error)
{
  g_autofree char *inside = g_build_filename (path, "roadmap", NULL);

  if (!is_blank_folder (path))
    {
      g_set_error (error,
                   G_FILE_ERROR,
                   G_FILE_ERROR_EXIST,
                   /* Translators: %s is a folder. */
                   _ ("“%s” holds files already and was left alone. Name a new or an empty "
                      "folder."),
                   path);
      return FALSE;
    }
  if (!make_folder (inside, error) || !save_lists (roadmap->plan, path, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!save (inside, tables[i].name, tables[i].text (roadmap), error))
      return FALSE;
  return TRUE;
}
