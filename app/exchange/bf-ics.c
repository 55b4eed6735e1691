/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-ics.h"

#include "bf-atomic-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A line has at most 75 octets without its end. */
#define MAX_OCTETS 75

/* Appends a content line, folded between characters, never inside one. */
static void
add_line (GString *ics, const char *line)
{
  gsize used = 0;

  for (const char *at = line; *at;)
    {
      gsize octets = (gsize) (g_utf8_next_char (at) - at);

      if (used + octets > MAX_OCTETS)
        {
          g_string_append (ics, "\r\n ");
          used = 1;
        }
      g_string_append_len (ics, at, (gssize) octets);
      used += octets;
      at += octets;
    }
  g_string_append (ics, "\r\n");
}

/* A property whose value is text: separators marked, line ends written out, other control
 * characters dropped. */
static void
add_text (GString *ics, const char *name, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, ':');
  for (const char *at = valid; *at; at++)
    {
      if (*at == '\n')
        g_string_append (line, "\\n");
      else if (strchr ("\\,;", *at))
        g_string_append_printf (line, "\\%c", *at);
      else if ((guchar) *at >= 0x20 && *at != 0x7f)
        g_string_append_c (line, *at);
    }
  add_line (ics, line->str);
}

/* An address-like name that stays the same as long as the plant's key and @what do. */
static void
add_identity (GString *ics, const BfRoadmap *roadmap, const char *what)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  g_autofree char *full = g_strdup_printf ("%s\n%s", plant ? plant->row.key : "", what);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA1, full, -1);
  g_autofree char *line = g_strdup_printf ("UID:%.32s@brownfield", sum);

  add_line (ics, line);
}

/* The plan's own date: the clock's would make two exports differ. */
static void
add_stamp (GString *ics, const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  gint64 day =
      plant && plant->status_date != BF_BLANK ? plant->status_date : bf_plan_start (roadmap->plan);
  g_autofree char *line = NULL;
  int year, month, of_month;

  bf_day_to_civil (day, &year, &month, &of_month);
  line = g_strdup_printf ("DTSTAMP:%04d%02d%02dT000000Z", year, month, of_month);
  add_line (ics, line);
}

static void
add_day (GString *ics, const char *name, gint64 day)
{
  g_autofree char *line = NULL;
  int year, month, of_month;

  bf_day_to_civil (day, &year, &month, &of_month);
  line = g_strdup_printf ("%s;VALUE=DATE:%04d%02d%02d", name, year, month, of_month);
  add_line (ics, line);
}

static void
add_minute (GString *ics, const char *name, gint64 minute)
{
  gint64 day = bf_minute_day (minute);
  int clock = (int) (minute - bf_day_minute (day));
  g_autofree char *line = NULL;
  int year, month, of_month;

  bf_day_to_civil (day, &year, &month, &of_month);
  line = g_strdup_printf (
      "%s:%04d%02d%02dT%02d%02d00", name, year, month, of_month, clock / 60, clock % 60);
  add_line (ics, line);
}

static void
begin_event (GString *ics, const BfRoadmap *roadmap, const char *identity)
{
  add_line (ics, "BEGIN:VEVENT");
  add_identity (ics, roadmap, identity);
  add_stamp (ics, roadmap);
}

/* --- Gates --- */

static char *
gate_description (const BfRoadmap *roadmap, guint phase)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < roadmap->n_steps; i++)
    {
      const BfRoadmapStep *step = &roadmap->steps[i];
      g_autofree char *release = bf_day_format (step->finish);

      if (step->phase == (int) phase && step->at_gate)
        g_string_append_printf (text, "%s%s: %s", text->len ? "\n" : "", release, step->title);
    }
  return g_string_free (text, FALSE);
}

static void
add_gate (GString *ics, const BfRoadmap *roadmap, guint phase)
{
  const BfRoadmapPhase *of = &roadmap->phases[phase];
  g_autofree char *identity = g_strdup_printf ("gate %s", of->id);
  /* Translators: %1$s is the number of a phase, %2$s its name. */
  g_autofree char *summary = g_strdup_printf (_ ("Gate %1$s: %2$s"), of->id, of->name);
  g_autofree char *description = gate_description (roadmap, phase);

  begin_event (ics, roadmap, identity);
  add_day (ics, "DTSTART", of->gate);
  add_day (ics, "DTEND", of->gate + 1);
  add_text (ics, "SUMMARY", summary);
  add_text (ics, "DESCRIPTION", description);
  add_line (ics, "CATEGORIES:Gate");
  add_line (ics, "TRANSP:TRANSPARENT");
  add_line (ics, "END:VEVENT");
}

/* --- Cutovers --- */

static char *
cutover_summary (const BfRoadmapStep *step, guint number)
{
  if (step->n_cutovers == 1)
    /* Translators: %s is the title of a step. */
    return g_strdup_printf (_ ("Cutover: %s"), step->title);
  /* Translators: %1$u is the number of a cutover, %2$u of how many, %3$s the title of its step. */
  return g_strdup_printf (
      _ ("Cutover %1$u of %2$u: %3$s"), number + 1, step->n_cutovers, step->title);
}

static char *
cutover_place (const BfPlan *plan, const BfRoadmapCutover *cutover)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; cutover->areas && cutover->areas[i]; i++)
    {
      const BfArea *area = BF_FIND (plan, AREA, BfArea, cutover->areas[i]);

      g_string_append_printf (
          text, "%s%s", i ? ", " : "", area && area->name ? area->name : cutover->areas[i]);
    }
  return g_string_free (text, FALSE);
}

static char *
cutover_description (const BfRoadmapStep *step, const BfRoadmapCutover *cutover)
{
  GString *text = g_string_new (step->key);
  char hours[G_ASCII_DTOSTR_BUF_SIZE];

  if (cutover->hours > 0)
    {
      g_ascii_formatd (hours, sizeof hours, "%.1f", cutover->hours);
      g_string_append_c (text, '\n');
      /* Translators: %s is a number of hours. */
      g_string_append_printf (text, _ ("Needs %s h of stop (P80)."), hours);
    }
  if (cutover->window_name)
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is the name of a shutdown or weekend. */
      g_string_append_printf (text, _ ("Window: %s"), cutover->window_name);
    }
  return g_string_free (text, FALSE);
}

static void
add_times (GString *ics, const BfRoadmapCutover *cutover)
{
  gint64 day = bf_minute_day (cutover->start);

  if (cutover->hours > 0 && cutover->finish > cutover->start)
    {
      add_minute (ics, "DTSTART", cutover->start);
      add_minute (ics, "DTEND", cutover->finish);
      return;
    }
  add_day (ics, "DTSTART", day);
  add_day (ics, "DTEND", day + 1);
}

static void
add_cutover (GString *ics, const BfRoadmap *roadmap, const BfRoadmapStep *step, guint number)
{
  const BfRoadmapCutover *cutover = &step->cutovers[number];
  g_autofree char *identity = g_strdup_printf ("cutover %u %s", number, step->key);
  g_autofree char *summary = cutover_summary (step, number);
  g_autofree char *place = cutover_place (roadmap->plan, cutover);
  g_autofree char *description = cutover_description (step, cutover);

  begin_event (ics, roadmap, identity);
  add_times (ics, cutover);
  add_text (ics, "SUMMARY", summary);
  if (*place)
    add_text (ics, "LOCATION", place);
  add_text (ics, "DESCRIPTION", description);
  add_line (ics, "CATEGORIES:Cutover");
  add_line (ics, "END:VEVENT");
}

char *
bf_ics_text (const BfRoadmap *roadmap)
{
  const BfPlant *plant = bf_plan_plant (roadmap->plan);
  GString *ics = g_string_new (NULL);

  add_line (ics, "BEGIN:VCALENDAR");
  add_line (ics, "VERSION:2.0");
  add_line (ics, "PRODID:-//Brownfield//Brownfield " BF_VERSION "//EN");
  add_line (ics, "CALSCALE:GREGORIAN");
  if (plant && plant->name)
    add_text (ics, "X-WR-CALNAME", plant->name);
  for (guint i = 0; i < roadmap->n_phases; i++)
    if (roadmap->phases[i].gate != BF_BLANK)
      add_gate (ics, roadmap, i);
  for (guint i = 0; i < roadmap->n_steps; i++)
    for (guint k = 0; k < roadmap->steps[i].n_cutovers; k++)
      add_cutover (ics, roadmap, &roadmap->steps[i], k);
  add_line (ics, "END:VCALENDAR");
  return g_string_free (ics, FALSE);
}

gboolean
bf_ics_write (const BfRoadmap *roadmap, const char *path, GError **error)
{
  g_autofree char *text = bf_ics_text (roadmap);

  return bf_atomic_file_save_text (path, text, -1, error);
}
