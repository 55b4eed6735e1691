/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-date-panel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "bf-format.h"
#include "bf-inspector-marks.h"
#include "bf-inspector-rows.h"
#include "bf-inspector.h"
#include "bf-page.h"
#include "bf-roadmap-on-day.h"

#define SHARE_WIDTH 66
#define MOST_KEYS 14

struct _BfDatePanel
{
  GtkWidget parent_instance;
  BfSession *session;
  gint64 day;
  GtkWidget *box; /* the head stays, so that its buttons keep the focus */
  GtkWidget *title, *byline;
  GtkWidget *scroller;
};

G_DEFINE_FINAL_TYPE (BfDatePanel, bf_date_panel, GTK_TYPE_WIDGET)

typedef struct
{
  GtkBox *box;
  const BfRoadmap *roadmap;
  const BfPlantDay *plant;
  const char *currency;
} Sheet;

/* --- Head --- */

/* The phase whose gate comes next; NULL after the last one. */
static const BfRoadmapPhase *
phase_on (const Sheet *sheet)
{
  const BfRoadmapPhase *found = NULL;

  for (guint i = 0; i < sheet->roadmap->n_phases; i++)
    {
      const BfRoadmapPhase *phase = &sheet->roadmap->phases[i];

      if (phase->gate != BF_BLANK && phase->gate >= sheet->plant->day &&
          (!found || phase->gate < found->gate))
        found = phase;
    }
  return found;
}

static void
update_head (BfDatePanel *panel, const Sheet *sheet)
{
  g_autofree char *day = bf_format_day (sheet->plant->day);
  /* Translators: a day, "17 Mar 2029". */
  g_autofree char *title = g_strdup_printf (_ ("Plant on %s"), day);
  const BfRoadmapPhase *phase = phase_on (sheet);
  g_autofree char *byline = NULL;

  if (phase)
    /* Translators: number and name of a phase. */
    byline = g_strdup_printf (_ ("Phase %s, %s"), phase->id, phase->name);
  gtk_label_set_text (GTK_LABEL (panel->title), title);
  gtk_label_set_text (GTK_LABEL (panel->byline), byline ? byline : _ ("All gates are passed"));
}

static void
add_steps (const Sheet *sheet)
{
  const BfPlantDay *plant = sheet->plant;
  guint n = sheet->roadmap->n_steps;
  g_autofree char *released = g_strdup_printf ("%u", plant->n_released);
  g_autofree char *under_way = g_strdup_printf ("%u", plant->n_under_way);
  g_autofree char *to_come = g_strdup_printf ("%u", n - plant->n_released - plant->n_under_way);

  bf_inspector_add_heading (sheet->box, _ ("Steps"));
  bf_inspector_add_row (
      sheet->box, bf_color_sign_new (BF_COLOR_PROOF), _ ("Released"), NULL, released);
  bf_inspector_add_row (
      sheet->box, bf_color_sign_new (BF_COLOR_BUILD), _ ("Under way"), NULL, under_way);
  bf_inspector_add_row (
      sheet->box, bf_color_sign_new (BF_COLOR_BORDER), _ ("Still to come"), NULL, to_come);
}

/* --- Systems and interfaces --- */

/* "CNC-01, DNC-01 and 4 more"; NULL when there is none. */
static char *
keys_in_state (const Sheet *sheet, BfSystemState state, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint told = 0;

  if (n == 0)
    return NULL;
  for (guint i = 0; i < bf_plan_count (sheet->roadmap->plan, BF_SYSTEM) && told < MOST_KEYS; i++)
    if (sheet->plant->systems[i] == state)
      {
        g_string_append_printf (text,
                                "%s%s",
                                told++ ? ", " : "",
                                BF_ROW (sheet->roadmap->plan, SYSTEM, BfSystem, i)->row.key);
      }
  if (n > told)
    /* Translators: so many systems besides those that were named. */
    g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, " and %u more", " and %u more", n - told), n - told);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_state (const Sheet *sheet, BfColorRole role, const char *words, BfSystemState state, guint n)
{
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *keys = state == BF_SYSTEM_LIVE ? NULL : keys_in_state (sheet, state, n);

  bf_inspector_add_row (sheet->box, bf_color_sign_new (role), words, NULL, count);
  if (keys)
    bf_inspector_add_note (sheet->box, keys);
}

static void
add_systems (const Sheet *sheet)
{
  const BfPlantDay *plant = sheet->plant;

  bf_inspector_add_heading (sheet->box, _ ("Systems"));
  add_state (sheet,
             BF_COLOR_BUILD,
             _ ("Live and supported"),
             BF_SYSTEM_LIVE,
             (guint) (plant->systems_live - plant->systems_unsupported));
  add_state (sheet,
             BF_COLOR_LEGACY,
             _ ("Live, out of support"),
             BF_SYSTEM_UNSUPPORTED,
             (guint) plant->systems_unsupported);
  add_state (
      sheet, BF_COLOR_BORDER, _ ("Retired"), BF_SYSTEM_RETIRED, (guint) plant->systems_retired);
}

static void
add_interfaces (const Sheet *sheet)
{
  g_autofree char *count = g_strdup_printf ("%d", sheet->plant->interfaces);
  g_autofree char *debt = bf_format_whole (sheet->plant->debt);

  bf_inspector_add_heading (sheet->box, _ ("Interfaces"));
  bf_inspector_add_row (sheet->box, NULL, _ ("In use"), NULL, count);
  bf_inspector_add_row (sheet->box, NULL, _ ("Points of debt"), NULL, debt);
}

/* --- Money and hours --- */

static void
add_money (const Sheet *sheet)
{
  const BfRoadmap *roadmap = sheet->roadmap;
  double all = roadmap->project_cost.expected + roadmap->validation_cost.expected;
  static const BfColorRole roles[] = { BF_COLOR_BUILD, BF_COLOR_BORDER };
  double parts[] = { (double) sheet->plant->spent_minor,
                     MAX (0, all - (double) sheet->plant->spent_minor) };
  GtkWidget *bar = bf_stacked_bar_new (roles, parts, G_N_ELEMENTS (parts));
  g_autofree char *spent =
      bf_format_money_millions ((double) sheet->plant->spent_minor, 2, sheet->currency);
  g_autofree char *planned = bf_format_money_millions (all, 2, sheet->currency);
  g_autofree char *stopped = bf_format_hours (sheet->plant->stopped_hours);
  g_autofree char *lost = bf_format_hours (sheet->plant->lost_hours);

  bf_inspector_add_heading (sheet->box, _ ("Money and hours, expected"));
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_box_append (sheet->box, bar);
  bf_inspector_add_row (sheet->box, bf_color_sign_new (BF_COLOR_BUILD), _ ("Spent"), NULL, spent);
  bf_inspector_add_row (
      sheet->box, bf_color_sign_new (BF_COLOR_BORDER), _ ("Of all that is planned"), NULL, planned);
  bf_inspector_add_row (
      sheet->box, bf_color_sign_new (BF_COLOR_STOP), _ ("Hours stopped"), NULL, stopped);
  bf_inspector_add_row (sheet->box, NULL, _ ("Of them outside windows"), NULL, lost);
}

/* --- Maturity --- */

static const char *
dimension_name (const Sheet *sheet, const BfLevelNow *level)
{
  const BfDimension *dimension =
      bf_catalogue_dimension (sheet->roadmap->catalogue, NULL, level->dimension);

  return dimension && dimension->name ? dimension->name : level->dimension;
}

/* Green is proven; what is still missing to the target stays empty. */
static void
add_level (const Sheet *sheet, guint i)
{
  const BfLevelNow *level = &sheet->roadmap->needs->levels[i];
  double now = sheet->plant->maturity[i];
  g_autofree char *has = bf_format_number (now, 1);
  g_autofree char *wants = bf_format_number (level->target, 1);
  /* Translators: a level of maturity and its target, "2.0 of 3.0". */
  g_autofree char *figure = g_strdup_printf (_ ("%s of %s"), has, wants);

  bf_inspector_add_row (
      sheet->box,
      NULL,
      dimension_name (sheet, level),
      bf_share_bar_new (BF_COLOR_PROOF, MIN (1, now / level->target), SHARE_WIDTH),
      figure);
}

static void
add_maturity (const Sheet *sheet)
{
  const BfNeeds *needs = sheet->roadmap->needs;
  gboolean any = FALSE;

  for (guint i = 0; i < needs->n_levels; i++)
    {
      if (isnan (needs->levels[i].target) || needs->levels[i].target <= 0 ||
          !needs->levels[i].makes_need)
        continue;
      if (!any)
        bf_inspector_add_heading (sheet->box, _ ("Maturity"));
      any = TRUE;
      add_level (sheet, i);
    }
}

static GtkWidget *
body_new (Sheet *sheet)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  sheet->box = GTK_BOX (box);
  gtk_widget_add_css_class (box, "inspector-sheet");
  add_steps (sheet);
  add_systems (sheet);
  add_interfaces (sheet);
  add_money (sheet);
  add_maturity (sheet);
  return box;
}

/* What was read stays in sight while the day moves. */
static void
update (BfDatePanel *panel)
{
  const BfRoadmap *roadmap = bf_session_get_roadmap (panel->session);
  const BfPlant *of = roadmap ? bf_plan_plant (roadmap->plan) : NULL;
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (panel->scroller);
  double seen = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller));
  g_autoptr (BfPlantDay) plant = NULL;
  Sheet sheet = { NULL, roadmap, NULL, of ? of->currency : NULL };

  if (!roadmap || !roadmap->set || !roadmap->needs || panel->day == BF_BLANK)
    {
      gtk_scrolled_window_set_child (scroller, NULL);
      return;
    }
  sheet.plant = plant = bf_roadmap_on_day (roadmap, panel->day);
  update_head (panel, &sheet);
  gtk_scrolled_window_set_child (scroller, body_new (&sheet));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (scroller), seen);
}

/* --- Making --- */

static GtkWidget *
head_new (BfDatePanel *panel)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);

  panel->title = bf_page_label (NULL, "inspector-title");
  panel->byline = bf_page_label (NULL, "inspector-byline");
  gtk_widget_set_hexpand (panel->title, TRUE);
  gtk_box_append (GTK_BOX (row), panel->title);
  gtk_box_append (GTK_BOX (row),
                  bf_inspector_button_new (
                      "go-previous-symbolic", "roadmap.date-earlier", _ ("To the release before")));
  gtk_box_append (GTK_BOX (row),
                  bf_inspector_button_new (
                      "go-next-symbolic", "roadmap.date-later", _ ("To the next release")));
  gtk_box_append (GTK_BOX (row),
                  bf_inspector_button_new (
                      "window-close-symbolic", "roadmap.date-close", _ ("Close plant on date")));
  gtk_box_append (GTK_BOX (head), row);
  gtk_box_append (GTK_BOX (head), panel->byline);
  gtk_widget_add_css_class (head, "inspector-head");
  return head;
}

static void
dispose (GObject *object)
{
  BfDatePanel *panel = BF_DATE_PANEL (object);

  g_clear_pointer (&panel->box, gtk_widget_unparent);
  g_clear_object (&panel->session);
  G_OBJECT_CLASS (bf_date_panel_parent_class)->dispose (object);
}

static void
bf_date_panel_class_init (BfDatePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_REGION);
}

static void
bf_date_panel_init (BfDatePanel *panel)
{
  panel->day = BF_BLANK;
  panel->scroller = bf_inspector_scroller_new ();
  panel->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (panel->box), head_new (panel));
  gtk_box_append (GTK_BOX (panel->box), panel->scroller);
  gtk_widget_set_parent (panel->box, GTK_WIDGET (panel));
  gtk_widget_set_size_request (GTK_WIDGET (panel), BF_INSPECTOR_WIDTH, -1);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (panel), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("The plant on a day"), -1);
}

GtkWidget *
bf_date_panel_new (BfSession *session)
{
  BfDatePanel *panel = g_object_new (BF_TYPE_DATE_PANEL, NULL);

  panel->session = g_object_ref (session);
  bf_session_watch (session, panel, G_CALLBACK (update), "roadmap", NULL);
  return GTK_WIDGET (panel);
}

void
bf_date_panel_set_day (BfDatePanel *panel, gint64 day)
{
  panel->day = day;
  update (panel);
}
