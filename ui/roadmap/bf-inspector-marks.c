/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-inspector-marks.h"

#include <math.h>

#include "bf-step-paint.h"
#include "bf-timeline-colors-widget.h"

#define BAR_SCALE 1.25
#define BAR_HEIGHT 40
#define BAR_SIDE 5.0
#define SIGN_WIDTH 16
#define SIGN_HEIGHT 13
#define MOST_PIECES 8

static GtkWidget *
new_area (int width, int height, GtkDrawingAreaDrawFunc draw, gpointer data, GDestroyNotify free)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), width);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), height);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw, data, free);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_widget_set_can_target (area, FALSE);
  return area;
}

static BfStepLook
make_look (const BfTimelineColors *colors, double scale)
{
  BfStepLook look = { 0 };

  look.colors = colors;
  look.size = bf_bar_size (BF_DENSITY_NORMAL, scale);
  look.today_x = NAN;
  look.high_contrast = bf_timeline_high_contrast ();
  return look;
}

/* --- The enlarged bar --- */

typedef struct
{
  BfRoadmapStep step; /* with activities and cutovers of its own */
  BfStep of;
  BfArchetype archetype;
  BfStepStates states;
} Enlarged;

static void
free_enlarged (gpointer data)
{
  Enlarged *enlarged = data;

  g_free (enlarged->step.activities);
  g_free (enlarged->step.cutovers);
  g_free (enlarged);
}

/* Only what a bar is made of: the roadmap may go before the widget. */
static Enlarged *
copy_step (const BfRoadmapStep *step, BfStepStates states)
{
  Enlarged *copy = g_new0 (Enlarged, 1);

  copy->step.start = step->start;
  copy->step.finish = step->finish;
  copy->step.release = step->release;
  copy->step.n_activities = step->n_activities;
  copy->step.activities =
      g_memdup2 (step->activities, step->n_activities * sizeof *step->activities);
  copy->step.n_cutovers = step->n_cutovers;
  copy->step.cutovers = g_memdup2 (step->cutovers, step->n_cutovers * sizeof *step->cutovers);
  copy->archetype.category = bf_step_retires (step) ? "retirement" : "";
  copy->of.archetype = &copy->archetype;
  copy->step.step = &copy->of;
  copy->states = states;
  return copy;
}

static void
draw_enlarged (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  Enlarged *enlarged = data;
  BfTimelineColors colors;
  BfStepLook look;
  gint64 last = MAX (enlarged->step.finish, enlarged->step.release.p90);
  BfTimeAxis axis = { enlarged->step.start, last, 1 };
  g_autoptr (BfStepParts) parts = NULL;

  bf_timeline_colors_for (GTK_WIDGET (area), &colors);
  look = make_look (&colors, BAR_SCALE);
  axis.px_per_day = (width - 2 * BAR_SIDE) / (double) (last - enlarged->step.start + 2);
  parts = bf_step_parts_new (&enlarged->step, axis, look.size, enlarged->states);
  cairo_translate (cr, BAR_SIDE, floor ((height - bf_bar_height (look.size)) / 2));
  bf_step_paint (cr, parts, &look);
}

GtkWidget *
bf_enlarged_bar_new (const BfRoadmapStep *step, BfStepStates states)
{
  return new_area (200, BAR_HEIGHT, draw_enlarged, copy_step (step, states), free_enlarged);
}

/* --- Signs --- */

static void
draw_sign (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BfTimelineColors colors;
  BfStepLook look;
  BfPart part = { 0 };
  BfPartKind kind = GPOINTER_TO_INT (data);

  bf_timeline_colors_for (GTK_WIDGET (area), &colors);
  look = make_look (&colors, 1);
  part.kind = kind;
  part.box = (BfRect){ 0, 1, width, height - 2 };
  if (kind == BF_PART_OFFLINE || kind == BF_PART_ONLINE)
    part.box = (BfRect){ 0, (height - 6) / 2.0, width, 6 };
  if (kind == BF_PART_CUTOVER)
    part.box = (BfRect){ (width - 6) / 2.0, 0, 6, height };
  if (kind == BF_PART_RELEASE)
    {
      part.box = (BfRect){ 3, 0, width - 4, height };
      part.x80 = width * 0.6;
      part.x90 = width - 1;
    }
  look.size.scale = kind == BF_PART_BUILD ? 0.8 : 1;
  bf_step_paint_part (cr, &part, &look);
}

GtkWidget *
bf_part_sign_new (BfPartKind kind)
{
  return new_area (SIGN_WIDTH, SIGN_HEIGHT, draw_sign, GINT_TO_POINTER ((int) kind), NULL);
}

static void
draw_color (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  BfTimelineColors colors;

  bf_timeline_colors_for (GTK_WIDGET (area), &colors);
  bf_rounded_rect (cr, 0, 0, width, height, 2);
  bf_color_source (cr, &colors, GPOINTER_TO_INT (data));
  cairo_fill (cr);
}

GtkWidget *
bf_color_sign_new (BfColorRole role)
{
  return new_area (10, 10, draw_color, GINT_TO_POINTER ((int) role), NULL);
}

/* --- Bars of money --- */

typedef struct
{
  BfColorRole roles[MOST_PIECES];
  double values[MOST_PIECES];
  guint n;
} Pieces;

static void
draw_pieces (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  Pieces *pieces = data;
  BfTimelineColors colors;
  double sum = 0, x = 0;

  bf_timeline_colors_for (GTK_WIDGET (area), &colors);
  for (guint i = 0; i < pieces->n; i++)
    sum += pieces->values[i];
  for (guint i = 0; i < pieces->n && sum > 0; i++)
    {
      double next = x + pieces->values[i] / sum * width;
      double left = floor (x + 0.5), right = floor (next + 0.5);

      cairo_rectangle (cr, left, 0, MAX (0, right - left - (i + 1 < pieces->n ? 1 : 0)), height);
      bf_color_source (cr, &colors, pieces->roles[i]);
      cairo_fill (cr);
      x = next;
    }
}

GtkWidget *
bf_stacked_bar_new (const BfColorRole *roles, const double *values, guint n)
{
  Pieces *pieces = g_new0 (Pieces, 1);

  for (guint i = 0; i < n && pieces->n < MOST_PIECES; i++)
    if (values[i] > 0)
      {
        pieces->roles[pieces->n] = roles[i];
        pieces->values[pieces->n++] = values[i];
      }
  return new_area (200, 10, draw_pieces, pieces, g_free);
}

typedef struct
{
  BfColorRole role;
  double share;
} Share;

static void
draw_share (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  Share *share = data;
  BfTimelineColors colors;

  bf_timeline_colors_for (GTK_WIDGET (area), &colors);
  bf_rounded_rect (cr, 0, 0, MAX (1.5, share->share * width), height, 1.5);
  bf_color_source (cr, &colors, share->role);
  cairo_fill (cr);
}

GtkWidget *
bf_share_bar_new (BfColorRole role, double share, int width)
{
  Share *copy = g_new0 (Share, 1);

  copy->role = role;
  copy->share = CLAMP (share, 0, 1);
  return new_area (width, 8, draw_share, copy, g_free);
}
