/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-team-strip.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "bf-format.h"
#include "bf-team-load.h"

#define ROW_HEIGHT 18.0
#define ROW_AIR 3.0
#define NEARLY_FULL 0.9
#define MOST_WORK 6
#define WEEK 7

struct _BfTeamStrip
{
  BfStrip parent_instance;
  BfTeamLoad *load;
  const BfRoadmap *of; /* what the load was made for */
};

G_DEFINE_FINAL_TYPE (BfTeamStrip, bf_team_strip, BF_TYPE_STRIP)

static const char *
team_name (BfTeamStrip *strip, guint line)
{
  const BfTeam *team =
      BF_ROW (strip->of->plan, TEAM, BfTeam, (guint) strip->load->teams[line].team);

  return team->name ? team->name : team->row.key;
}

/* Share of its row that a week takes. */
static double
share_of (const BfTeamLine *line, const BfTeamWeek *week)
{
  double whole = line->unbounded ? line->most : week->capacity;

  return whole > 0 ? CLAMP (week->load / whole, 0, 1) : 0;
}

/* --- What is said --- */

static const BfTeamWeek *
fullest_week (const BfTeamLoad *load, const BfTeamLine *line)
{
  const BfTeamWeek *fullest = line->weeks;

  for (guint i = 0; i < load->n_weeks; i++)
    if (share_of (line, &line->weeks[i]) > share_of (line, fullest))
      fullest = &line->weeks[i];
  return fullest;
}

static void
append_summary (BfTeamStrip *strip, guint i, GString *text)
{
  const BfTeamLine *line = &strip->load->teams[i];
  const BfTeamWeek *fullest = fullest_week (strip->load, line);
  g_autofree char *share = bf_format_percent (share_of (line, fullest));
  g_autofree char *when =
      bf_format_day (strip->load->first_monday + (fullest - line->weeks) * WEEK);

  if (line->unbounded)
    /* Translators: name of a team. */
    g_string_append_printf (text, _ (" %s has no limit."), team_name (strip, i));
  else
    /* Translators: name of a team, a percentage, a Monday. */
    g_string_append_printf (
        text, _ (" %s at most %s, in the week of %s."), team_name (strip, i), share, when);
}

static void
update_name (BfTeamStrip *strip)
{
  g_autoptr (GString) text = g_string_new (_ ("Load of the teams."));

  for (guint i = 0; i < strip->load->n_teams; i++)
    append_summary (strip, i, text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

static char *
person_days_text (const BfTeamLine *line, const BfTeamWeek *week)
{
  g_autofree char *has = bf_format_number (week->load, 1);
  g_autofree char *gives = bf_format_number (week->capacity, 1);

  if (line->unbounded)
    /* Translators: person-days of work in a week. */
    return g_strdup_printf (_ ("%s person-days, without a limit"), has);
  /* Translators: person-days of work in a week, and those that the team gives. */
  return g_strdup_printf (_ ("%s of %s person-days"), has, gives);
}

static void
append_work (BfTeamStrip *strip, guint line, guint week, GString *text)
{
  g_autoptr (GArray) work = bf_team_load_work (strip->load, strip->of, line, week);

  for (guint i = 0; i < MIN (work->len, MOST_WORK); i++)
    {
      const BfTeamWork *item = &g_array_index (work, BfTeamWork, i);
      g_autofree char *days = bf_format_number (item->person_days, 1);

      /* Translators: person-days that a step takes in a week, and its title. */
      g_string_append_printf (text, _ ("\n%s  %s"), days, strip->of->steps[item->step].short_title);
    }
  if (work->len > MOST_WORK)
    g_string_append_printf (
        text,
        /* Translators: number of further steps. */
        g_dngettext (GETTEXT_PACKAGE, "\nand %u more", "\nand %u more", work->len - MOST_WORK),
        work->len - MOST_WORK);
}

/* NULL where the team has no work in that week. */
static char *
describe_week (BfTeamStrip *strip, guint team, guint week)
{
  const BfTeamLine *line;
  g_autofree char *monday = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!strip->load || team >= strip->load->n_teams || week >= strip->load->n_weeks)
    return NULL;
  line = &strip->load->teams[team];
  if (line->weeks[week].load <= 0)
    return NULL;
  monday = bf_format_day (strip->load->first_monday + (gint64) week * WEEK);
  sum = person_days_text (line, &line->weeks[week]);
  /* Translators: name of a team, a Monday, its person-days. */
  g_string_append_printf (text, _ ("%s, week of %s\n%s"), team_name (strip, team), monday, sum);
  append_work (strip, team, week, text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- Painting --- */

static void
paint_week (const BfRoadmapPaint *paint, const BfTeamLine *line, const BfRect *box, double share)
{
  double height = MAX (1, round (share * (ROW_HEIGHT - ROW_AIR)));
  double left = floor (box->x), right = floor (bf_rect_right (box));
  double air = right - left > 4 ? 1 : 0;

  cairo_rectangle (paint->cr, left, box->y + ROW_HEIGHT - height, right - left - air, height);
  bf_color_source (paint->cr,
                   paint->colors,
                   !line->unbounded && share >= NEARLY_FULL ? BF_COLOR_INK : BF_COLOR_FREEZE_MARK);
  cairo_fill (paint->cr);
}

static void
paint_team (BfTeamStrip *strip, const BfRoadmapPaint *paint, guint i)
{
  const BfTeamLine *line = &strip->load->teams[i];
  BfTimeAxis axis = paint->layout->axis;
  double y = (double) i * ROW_HEIGHT;

  if (!line->unbounded)
    bf_paint_level (
        paint, BF_COLOR_HAIRLINE, paint->view.x, bf_rect_right (&paint->view), y + ROW_AIR - 1);
  for (guint week = 0; week < strip->load->n_weeks; week++)
    {
      double x = bf_time_axis_x (axis, strip->load->first_monday + (gint64) week * WEEK);
      BfRect box = { x, y, WEEK * axis.px_per_day, ROW_HEIGHT };
      double share = share_of (line, &line->weeks[week]);

      if (share > 0 && x < bf_rect_right (&paint->view) && bf_rect_right (&box) > paint->view.x)
        paint_week (paint, line, &box, share);
    }
  bf_paint_level (
      paint, BF_COLOR_BORDER, paint->view.x, bf_rect_right (&paint->view), y + ROW_HEIGHT - 1);
}

/* A name too long for its line loses its last words, and a joint left dangling: "IT infrastructure
 * and networks" is "IT infrastructure". The tooltip has it all. */
static char *
short_name (BfTeamStrip *strip, const char *name)
{
  char *words = g_strdup (name);
  char *blank;

  while (bf_timeline_text_measure (words, BF_TEXT_STRIP, bf_strip_get_text (BF_STRIP (strip))) >
             BF_LANE_NAME_WIDTH &&
         (blank = strrchr (words, ' ')))
    *blank = '\0';
  while (g_strcmp0 (words, name) != 0 && (blank = strrchr (words, ' ')) && strlen (blank) <= 4)
    *blank = '\0';
  g_strdelimit (words + strlen (words) - MIN (1, strlen (words)), ",;", '\0');
  return words;
}

static guint
count_rows (BfTeamStrip *strip)
{
  return MAX (1, strip->load ? strip->load->n_teams : 0);
}

static void
paint_heads (BfTeamStrip *strip, const BfRoadmapPaint *paint)
{
  for (guint i = 0; i < strip->load->n_teams; i++)
    {
      double y = (double) i * ROW_HEIGHT;
      g_autofree char *name = short_name (strip, team_name (strip, i));

      bf_color_source (paint->cr, paint->colors, BF_COLOR_INK2);
      bf_timeline_text_draw (paint->text,
                             paint->cr,
                             name,
                             BF_TEXT_STRIP,
                             BF_STRIP_CAPTION_INSET,
                             y + ROW_HEIGHT / 2,
                             BF_LANE_NAME_WIDTH);
      bf_paint_level (paint, BF_COLOR_BORDER, 0, BF_LANE_HEAD_WIDTH, y + ROW_HEIGHT - 1);
    }
  bf_paint_upright (
      paint, BF_COLOR_BORDER, BF_LANE_HEAD_WIDTH - 1, 0, (double) count_rows (strip) * ROW_HEIGHT);
}

static void
ensure_load (BfTeamStrip *strip)
{
  const BfRoadmap *roadmap = bf_roadmap_view_get_roadmap (bf_strip_get_view (BF_STRIP (strip)));

  if (strip->load && strip->of == roadmap)
    return;
  g_clear_pointer (&strip->load, bf_team_load_free);
  strip->of = roadmap;
  if (!roadmap)
    return;
  strip->load = bf_team_load_new (roadmap);
  update_name (strip);
}

static void
paint_weeks (BfTeamStrip *strip, const BfRoadmapPaint *paint)
{
  cairo_save (paint->cr);
  cairo_rectangle (paint->cr,
                   BF_LANE_HEAD_WIDTH,
                   0,
                   bf_strip_field_width (BF_STRIP (strip)),
                   count_rows (strip) * ROW_HEIGHT);
  cairo_clip (paint->cr);
  cairo_translate (paint->cr, BF_LANE_HEAD_WIDTH - floor (paint->view.x), 0);
  for (guint i = 0; i < strip->load->n_teams; i++)
    paint_team (strip, paint, i);
  cairo_restore (paint->cr);
}

static void
paint_nobody (const BfRoadmapPaint *paint)
{
  bf_paint_words (paint,
                  _ ("No team has work in this plan. Import teams and what they give."),
                  BF_TEXT_STRIP,
                  BF_COLOR_INK2,
                  BF_LANE_HEAD_WIDTH + BF_STRIP_CAPTION_INSET,
                  ROW_HEIGHT / 2);
}

static void
paint (BfStrip *strip, BfRoadmapPaint *paint)
{
  BfTeamStrip *self = BF_TEAM_STRIP (strip);

  ensure_load (self);
  if (!self->load || !paint->layout)
    return;
  paint_weeks (self, paint);
  paint_heads (self, paint);
  if (self->load->n_teams == 0)
    paint_nobody (paint);
}

static double
height (BfStrip *strip)
{
  ensure_load (BF_TEAM_STRIP (strip));
  return count_rows (BF_TEAM_STRIP (strip)) * ROW_HEIGHT;
}

static gboolean
query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  BfTeamStrip *strip = BF_TEAM_STRIP (widget);
  const BfLaneLayout *layout = bf_roadmap_view_get_layout (bf_strip_get_view (BF_STRIP (strip)));
  BfRect seen = bf_roadmap_view_get_seen (bf_strip_get_view (BF_STRIP (strip)));
  double field = x / bf_strip_magnify (BF_STRIP (strip)) - BF_LANE_HEAD_WIDTH;
  guint team = (guint) MAX (0, y / bf_strip_magnify (BF_STRIP (strip)) / ROW_HEIGHT);
  g_autofree char *text = NULL;
  gint64 day;

  if (!strip->load || !layout || team >= strip->load->n_teams)
    return FALSE;
  if (field < 0)
    {
      gtk_tooltip_set_text (tooltip, team_name (strip, team));
      return TRUE;
    }
  day = bf_time_axis_day (layout->axis, field + seen.x);
  if (day < strip->load->first_monday)
    return FALSE;
  text = describe_week (strip, team, (guint) ((day - strip->load->first_monday) / WEEK));
  if (text)
    gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

/* Another roadmap may have other teams. */
static void
changed (BfStrip *strip)
{
  const BfRoadmap *before = BF_TEAM_STRIP (strip)->of;

  ensure_load (BF_TEAM_STRIP (strip));
  if (before != BF_TEAM_STRIP (strip)->of)
    gtk_widget_queue_resize (GTK_WIDGET (strip));
}

static void
finalize (GObject *object)
{
  BfTeamStrip *strip = BF_TEAM_STRIP (object);

  g_clear_pointer (&strip->load, bf_team_load_free);
  G_OBJECT_CLASS (bf_team_strip_parent_class)->finalize (object);
}

static void
bf_team_strip_class_init (BfTeamStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  BfStripClass *strip_class = BF_STRIP_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = finalize;
  widget_class->query_tooltip = query_tooltip;
  strip_class->ground = BF_COLOR_VIEW;
  strip_class->height = height;
  strip_class->paint = paint;
  strip_class->changed = changed;
  gtk_widget_class_set_css_name (widget_class, "teamstrip");
}

static void
bf_team_strip_init (BfTeamStrip *strip)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (strip), TRUE);
}

GtkWidget *
bf_team_strip_new (BfRoadmapView *view)
{
  return bf_strip_new (BF_TYPE_TEAM_STRIP, view);
}
