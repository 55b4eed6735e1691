/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars are child widgets, taken from a pool for what is seen. */

#include "bf-roadmap-view-private.h"

#include <math.h>

#define POOL_MARGIN 60.0 /* bars just outside have widgets too */

static void
bar_action_cb (BfStepBar *bar, const char *action, BfRoadmapView *view)
{
  g_signal_emit_by_name (view, "step-action", bf_step_bar_get_step (bar), action);
}

/* Hiding would ask the whole window for a new size at every scroll. */
static void
set_bar_shown (GtkWidget *bar, gboolean shown)
{
  gtk_widget_set_child_visible (bar, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

static GtkWidget *
take_bar (BfRoadmapView *view)
{
  GtkWidget *bar = g_queue_pop_tail (&view->spare);

  if (bar)
    return bar;
  bar = bf_step_bar_new (&view->scene);
  g_signal_connect (bar, "action", G_CALLBACK (bar_action_cb), view);
  gtk_widget_set_parent (bar, GTK_WIDGET (view));
  return bar;
}

static void
give_back (BfRoadmapView *view, GtkWidget *bar)
{
  bf_step_bar_bind (BF_STEP_BAR (bar), -1);
  set_bar_shown (bar, FALSE);
  g_queue_push_tail (&view->spare, bar);
}

gboolean
bf_roadmap_view_is_seen (const BfRect *seen, const BfBarBox *box)
{
  return box->ring.x < bf_rect_right (seen) + POOL_MARGIN &&
         bf_rect_right (&box->ring) > seen->x - POOL_MARGIN &&
         box->ring.y < bf_rect_bottom (seen) + POOL_MARGIN &&
         bf_rect_bottom (&box->ring) > seen->y - POOL_MARGIN;
}

/* A bar that has the focus keeps its widget, or the focus would be lost by scrolling. */
static gboolean
wants_widget (BfRoadmapView *view, const BfRect *seen, int step)
{
  GtkWidget *bar = g_hash_table_lookup (view->bars, GINT_TO_POINTER (step));

  if (step >= (int) view->layout->n_rows || view->layout->bar_of[step] < 0)
    return FALSE;
  return (bar && gtk_widget_is_focus (bar)) ||
         bf_roadmap_view_is_seen (seen, &view->layout->bars[view->layout->bar_of[step]]);
}

static void
drop_unseen (BfRoadmapView *view, const BfRect *seen)
{
  GHashTableIter iter;
  gpointer key, bar;

  g_hash_table_iter_init (&iter, view->bars);
  while (g_hash_table_iter_next (&iter, &key, &bar))
    if (!view->layout || !wants_widget (view, seen, GPOINTER_TO_INT (key)))
      {
        give_back (view, bar);
        g_hash_table_iter_remove (&iter);
      }
}

/* Children stand in the order of the lanes, as assistive technology reads them. */
static void
sort_bar (BfRoadmapView *view, GtkWidget *bar, GtkWidget *before)
{
  if (before ? gtk_widget_get_prev_sibling (bar) != before
             : gtk_widget_get_first_child (GTK_WIDGET (view)) != bar)
    gtk_widget_insert_after (bar, GTK_WIDGET (view), before);
}

void
bf_roadmap_view_sync_pool (BfRoadmapView *view)
{
  GtkWidget *before = NULL;
  BfRect seen = bf_roadmap_view_get_seen (view);

  view->scene.view = seen;
  drop_unseen (view, &seen);
  for (guint i = 0; view->layout && i < view->layout->n_bars; i++)
    {
      int step = view->layout->bars[i].step;
      GtkWidget *bar = g_hash_table_lookup (view->bars, GINT_TO_POINTER (step));

      if (!bar && !wants_widget (view, &seen, step))
        continue;
      if (!bar)
        {
          bar = take_bar (view);
          g_hash_table_insert (view->bars, GINT_TO_POINTER (step), bar);
          set_bar_shown (bar, TRUE);
        }
      bf_step_bar_bind (BF_STEP_BAR (bar), step);
      sort_bar (view, bar, before);
      before = bar;
    }
}

void
bf_roadmap_view_place_child (BfRoadmapView *view, GtkWidget *child, const BfRect *place)
{
  GskTransform *larger = gsk_transform_scale (NULL, (float) view->magnify, (float) view->magnify);
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) place->x, (float) place->y);

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (
      child, (int) place->width, (int) place->height, -1, gsk_transform_translate (larger, &at));
}

void
bf_roadmap_view_allocate_bars (BfRoadmapView *view)
{
  double dx =
      BF_LANE_HEAD_WIDTH - floor (gtk_adjustment_get_value (bf_canvas_across (BF_CANVAS (view))));
  double dy =
      BF_HEADER_HEIGHT - floor (gtk_adjustment_get_value (bf_canvas_down (BF_CANVAS (view))));
  GHashTableIter iter;
  gpointer bar;

  g_hash_table_iter_init (&iter, view->bars);
  while (g_hash_table_iter_next (&iter, NULL, &bar))
    {
      const BfBarBox *box = bf_step_bar_get_box (bar);
      BfRect place = { floor (box->extent.x) + dx,
                       floor (box->extent.y) + dy,
                       ceil (box->extent.width) + 1,
                       ceil (box->extent.height) };

      bf_roadmap_view_place_child (view, bar, &place);
    }
}
