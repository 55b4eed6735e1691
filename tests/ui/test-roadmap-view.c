/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "bf-date-cursor.h"
#include "bf-format.h"
#include "bf-roadmap-view-private.h"
#include "bf-step-words.h"
#include "timeline-fixture.h"

#define N_STEPS 40

typedef struct
{
  BfRoadmap *roadmap;
  GtkWidget *window;
  BfRoadmapView *view;
  int acted_on;
  char *action;
} Stage;

static void
run_pending (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Until the view has a size. */
static void
wait_for_layout (Stage *stage)
{
  while (!bf_roadmap_view_get_layout (stage->view))
    g_main_context_iteration (NULL, TRUE);
  run_pending ();
}

static void
set_up (Stage *stage, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  stage->roadmap = timeline_fixture_new (N_STEPS, 3);
  stage->window = gtk_window_new ();
  stage->view = BF_ROADMAP_VIEW (bf_roadmap_view_new ());
  stage->acted_on = -1;
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (stage->view));
  gtk_window_set_child (GTK_WINDOW (stage->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), 1000, 500);
  bf_roadmap_view_set_roadmap (
      stage->view, stage->roadmap, bf_plan_plant (stage->roadmap->plan)->status_date);
  gtk_window_present (GTK_WINDOW (stage->window));
  wait_for_layout (stage);
}

static void
tear_down (Stage *stage, gconstpointer data)
{
  bf_roadmap_view_set_roadmap (stage->view, NULL, BF_BLANK);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  run_pending ();
  bf_roadmap_unref (stage->roadmap);
  g_free (stage->action);
}

static gboolean
press (Stage *stage, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (stage->view));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  run_pending ();
  return handled;
}

static BfStepBar *
focused (Stage *stage)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (stage->window));

  return focus && BF_IS_STEP_BAR (focus) ? BF_STEP_BAR (focus) : NULL;
}

/* --- What is said --- */

static void
test_names (Stage *stage, gconstpointer data)
{
  const BfLaneLayout *layout = bf_roadmap_view_get_layout (stage->view);
  guint seen = 0;

  for (guint i = 0; i < layout->n_bars; i++)
    {
      int step = layout->bars[i].step;
      GtkWidget *bar = bf_roadmap_view_get_bar (stage->view, step);
      g_autofree char *name = bf_step_spoken (stage->roadmap, &stage->roadmap->steps[step]);

      if (!bar)
        continue;
      seen++;
      gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
    }
  g_assert_cmpuint (seen, >, 5);
  gtk_test_accessible_assert_role (stage->view, GTK_ACCESSIBLE_ROLE_LIST);
}

/* Step, phase, days, window, hours and cost are in the sentence. */
static void
test_spoken (Stage *stage, gconstpointer data)
{
  const char *parts[] = { "phase ", "2027", "32", "Summer shutdown", "590", "NC program control" };
  guint i = 0;
  g_autofree char *name = NULL;

  while (i < N_STEPS && (stage->roadmap->steps[i].n_cutovers == 0 ||
                         !g_str_equal (stage->roadmap->steps[i].title, "NC program control")))
    i++;
  g_assert_cmpuint (i, <, N_STEPS);
  name = bf_step_spoken (stage->roadmap, &stage->roadmap->steps[i]);
  for (i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!strstr (name, parts[i]))
      g_error ("“%s” is not in “%s”", parts[i], name);
}

/* --- The keyboard --- */

static void
test_tab_in_and_out (Stage *stage, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (stage->view);

  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_nonnull (focused (stage));
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
}

static void
test_arrows (Stage *stage, gconstpointer data)
{
  const BfLaneLayout *layout = bf_roadmap_view_get_layout (stage->view);
  int first, below;

  gtk_widget_child_focus (GTK_WIDGET (stage->view), GTK_DIR_TAB_FORWARD);
  first = layout->bar_of[bf_step_bar_get_step (focused (stage))];
  g_assert_cmpint (first, ==, 0);
  g_assert_true (press (stage, GDK_KEY_Right, 0));
  layout = bf_roadmap_view_get_layout (stage->view);
  g_assert_cmpint (layout->bar_of[bf_step_bar_get_step (focused (stage))], ==, 1);
  g_assert_true (press (stage, GDK_KEY_Down, 0));
  below = layout->bar_of[bf_step_bar_get_step (focused (stage))];
  g_assert_cmpfloat (layout->bars[below].y, >, layout->bars[1].y);
  g_assert_true (press (stage, GDK_KEY_End, 0));
  g_assert_cmpint (layout->bar_of[bf_step_bar_get_step (focused (stage))], ==, N_STEPS - 1);
  g_assert_true (press (stage, GDK_KEY_Home, 0));
  g_assert_cmpint (layout->bar_of[bf_step_bar_get_step (focused (stage))], ==, 0);
}

/* The last bar is far below the window: it is brought in, and gets a widget and the focus. */
static void
test_walk_scrolls (Stage *stage, gconstpointer data)
{
  const BfLaneLayout *layout = bf_roadmap_view_get_layout (stage->view);
  int last = layout->bars[N_STEPS - 1].step;
  graphene_rect_t bounds;

  g_assert_null (bf_roadmap_view_get_bar (stage->view, last));
  gtk_widget_child_focus (GTK_WIDGET (stage->view), GTK_DIR_TAB_FORWARD);
  press (stage, GDK_KEY_End, 0);
  g_assert_nonnull (bf_roadmap_view_get_bar (stage->view, last));
  g_assert_true (gtk_widget_compute_bounds (
      bf_roadmap_view_get_bar (stage->view, last), GTK_WIDGET (stage->view), &bounds));
  g_assert_cmpfloat (bounds.origin.y, <, gtk_widget_get_height (GTK_WIDGET (stage->view)));
}

static void
leave_cb (BfRoadmapView *view, gboolean *left)
{
  *left = TRUE;
}

static void
test_escape (Stage *stage, gconstpointer data)
{
  gboolean left = FALSE;

  g_signal_connect (stage->view, "leave", G_CALLBACK (leave_cb), &left);
  g_assert_true (press (stage, GDK_KEY_Escape, 0));
  g_assert_true (left);
}

/* --- Zoom --- */

/* The wheel zooms where the pointer is: the day under it stays. */
static void
test_zoom_at_pointer (Stage *stage, gconstpointer data)
{
  BfCanvas *canvas = BF_CANVAS (stage->view);
  double at = BF_LANE_HEAD_WIDTH + bf_roadmap_view_field_width (stage->view) / 4;
  double x = at - BF_LANE_HEAD_WIDTH;
  gint64 before = bf_time_axis_day (stage->view->axis, x);

  BF_CANVAS_GET_CLASS (canvas)->zoom (canvas, 4, at, 300);
  x += gtk_adjustment_get_value (bf_canvas_across (canvas));
  g_assert_cmpint (ABS (bf_time_axis_day (stage->view->axis, x) - before), <=, 1);
  bf_canvas_begin_pan (canvas);
  bf_canvas_pan (canvas, -40, 0);
  x += 40;
  g_assert_cmpfloat_with_epsilon (
      gtk_adjustment_get_value (bf_canvas_across (canvas)), x - (at - BF_LANE_HEAD_WIDTH), 0.5);
}

static void
test_zoom (Stage *stage, gconstpointer data)
{
  double fit = bf_roadmap_view_get_px_per_day (stage->view);
  gint64 from, to, middle;

  g_assert_true (bf_roadmap_view_is_fit (stage->view));
  g_assert_true (bf_roadmap_view_get_visible_days (stage->view, &from, &to));
  middle = (from + to) / 2;
  press (stage, GDK_KEY_plus, 0);
  press (stage, GDK_KEY_plus, 0);
  g_assert_cmpfloat_with_epsilon (bf_roadmap_view_get_px_per_day (stage->view), fit * 1.5625, 1e-6);
  g_assert_false (bf_roadmap_view_is_fit (stage->view));
  bf_roadmap_view_get_visible_days (stage->view, &from, &to);
  g_assert_cmpint (ABS ((from + to) / 2 - middle), <=, 2);
  press (stage, GDK_KEY_minus, 0);
  press (stage, GDK_KEY_0, 0);
  g_assert_cmpfloat_with_epsilon (bf_roadmap_view_get_px_per_day (stage->view), fit, 1e-9);
}

static void
test_show_days (Stage *stage, gconstpointer data)
{
  gint64 from, to;

  bf_roadmap_view_select (stage->view, 10);
  bf_roadmap_view_show_days (stage->view, 92);
  run_pending ();
  bf_roadmap_view_get_visible_days (stage->view, &from, &to);
  g_assert_cmpint (ABS (to - from + 1 - 92), <=, 1);
  g_assert_cmpint (from, <=, stage->roadmap->steps[10].finish);
  g_assert_cmpint (to, >=, stage->roadmap->steps[10].start);
}

/* Only what is seen has widgets, however far one zooms, and a folded plan paints too. */
static void
test_pool (Stage *stage, gconstpointer data)
{
  static const double factors[] = { 1.7, 3, 5, 9, 0.01 };

  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      guint bars = 0;
      const BfLaneLayout *layout;

      bf_roadmap_view_zoom_by (stage->view, factors[i]);
      run_pending ();
      layout = bf_roadmap_view_get_layout (stage->view);
      for (guint k = 0; k < layout->n_bars; k++)
        bars += bf_roadmap_view_get_bar (stage->view, layout->bars[k].step) != NULL;
      g_assert_cmpuint (bars, <, N_STEPS);
    }
}

/* --- Doing --- */

static void
step_action_cb (BfRoadmapView *view, int step, const char *action, Stage *stage)
{
  stage->acted_on = step;
  g_free (stage->action);
  stage->action = g_strdup (action);
}

static void
test_actions (Stage *stage, gconstpointer data)
{
  static const char *const names[] = { "step.open", "step.earlier", "step.later", "step.reject" };
  int step = bf_roadmap_view_get_layout (stage->view)->bars[0].step;
  GtkWidget *bar = bf_roadmap_view_get_bar (stage->view, step);

  g_signal_connect (stage->view, "step-action", G_CALLBACK (step_action_cb), stage);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_true (gtk_widget_activate_action (bar, names[i], NULL));
      g_assert_cmpint (stage->acted_on, ==, step);
      g_assert_cmpstr (stage->action, ==, names[i]);
    }
}

static void
test_selection (Stage *stage, gconstpointer data)
{
  int step = bf_roadmap_view_get_layout (stage->view)->bars[1].step;

  bf_roadmap_view_select (stage->view, step);
  run_pending ();
  gtk_test_accessible_assert_state (
      bf_roadmap_view_get_bar (stage->view, step), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  bf_roadmap_view_select (stage->view, -1);
  gtk_test_accessible_assert_state (
      bf_roadmap_view_get_bar (stage->view, step), GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
}

/* The roadmap may change under a focused bar. */
static void
test_new_roadmap (Stage *stage, gconstpointer data)
{
  g_autoptr (BfRoadmap) small = timeline_fixture_new (3, 1);

  gtk_widget_child_focus (GTK_WIDGET (stage->view), GTK_DIR_TAB_FORWARD);
  press (stage, GDK_KEY_End, 0);
  bf_roadmap_view_set_roadmap (stage->view, small, BF_BLANK);
  run_pending ();
  g_assert_cmpuint (bf_roadmap_view_get_layout (stage->view)->n_bars, ==, 3);
  for (int i = 0; i < BF_N_SHADES; i++)
    bf_roadmap_view_set_shade (stage->view, i);
  bf_roadmap_view_set_lanes (stage->view, BF_LANES_SYSTEM);
  run_pending ();
  bf_roadmap_view_set_roadmap (stage->view, stage->roadmap, BF_BLANK);
}

/* --- The date --- */

static void
date_moved_cb (BfRoadmapView *view, gint64 day, gint64 *moved_to)
{
  *moved_to = day;
}

static gboolean
press_on_date (Stage *stage, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (stage->view->cursor);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  run_pending ();
  return handled;
}

static void
test_date_keys (Stage *stage, gconstpointer data)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *day;
  } presses[] = {
    { GDK_KEY_Right, 0, "2029-03-18" },   { GDK_KEY_Right, GDK_SHIFT_MASK, "2029-03-25" },
    { GDK_KEY_Left, 0, "2029-03-24" },    { GDK_KEY_Page_Down, 0, "2029-04-24" },
    { GDK_KEY_Page_Up, 0, "2029-03-24" },
  };
  gint64 day, moved_to = BF_BLANK;
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_signal_connect (stage->view, "date-moved", G_CALLBACK (date_moved_cb), &moved_to);
  g_assert_true (bf_day_parse ("2029-03-17", &day));
  words = bf_format_day (day);
  bf_roadmap_view_set_date (stage->view, day);
  name = g_strdup_printf ("Plant on %s", words);
  gtk_test_accessible_assert_property (stage->view->cursor, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_cmpint (moved_to, ==, BF_BLANK);
  for (guint i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      g_assert_true (press_on_date (stage, presses[i].key, presses[i].modifiers));
      g_assert_true (bf_day_parse (presses[i].day, &day));
      g_assert_cmpint (moved_to, ==, day);
      g_assert_cmpint (bf_roadmap_view_get_date (stage->view), ==, day);
    }
  g_assert_false (press_on_date (stage, GDK_KEY_x, 0));
}

/* The bars take one Tab, the date the next; without a date the second one leaves. */
static void
test_date_tab (Stage *stage, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (stage->view);

  bf_roadmap_view_set_date (stage->view, stage->view->first_day + 400);
  run_pending ();
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (BF_IS_STEP_BAR (gtk_widget_get_focus_child (view)));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_get_focus_child (view) == stage->view->cursor);
  g_assert_false (gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (view, GTK_DIR_TAB_BACKWARD));
  g_assert_true (BF_IS_STEP_BAR (gtk_widget_get_focus_child (view)));
}

/* Dragged in the ruler it is the day under the pointer, and stays inside the plan. */
static void
test_date_drag (Stage *stage, gconstpointer data)
{
  double x = bf_time_axis_x (stage->view->axis, stage->view->first_day + 700) + 0.5;

  bf_roadmap_view_set_date (stage->view, stage->view->first_day + 400);
  bf_roadmap_view_drag_date (stage->view, BF_LANE_HEAD_WIDTH + x);
  g_assert_cmpint (bf_roadmap_view_get_date (stage->view), ==, stage->view->first_day + 700);
  bf_roadmap_view_drag_date (stage->view, -5000);
  g_assert_cmpint (bf_roadmap_view_get_date (stage->view), ==, stage->view->first_day);
}

/* --- Moving a cutover --- */

typedef struct
{
  int step;
  gint64 minute;
  char *refused;
} Dropped;

static void
step_moved_cb (BfRoadmapView *view, int step, gint64 minute, Dropped *dropped)
{
  dropped->step = step;
  dropped->minute = minute;
}

static void
step_refused_cb (BfRoadmapView *view, const char *sentence, Dropped *dropped)
{
  g_free (dropped->refused);
  dropped->refused = g_strdup (sentence);
}

static int
step_with_cutover (Stage *stage)
{
  for (guint i = 0; i < stage->roadmap->n_steps; i++)
    if (stage->roadmap->steps[i].n_cutovers > 0 &&
        stage->roadmap->steps[i].cutovers[0].placement == BF_PLACEMENT_OPENING)
      return (int) i;
  g_error ("The fixture has no cutover in an opening");
}

/* A place other than the one where the cutover stands. */
static const BfStepPlace *
other_place (BfRoadmapView *view)
{
  for (guint i = 0; i < view->places->len; i++)
    if (!g_array_index (view->places, BfStepPlace, i).current)
      return &g_array_index (view->places, BfStepPlace, i);
  g_error ("The fixture has no other opening");
}

static void
drag_to (BfRoadmapView *view, gint64 minute)
{
  bf_roadmap_view_update_move (view,
                               BF_LANE_HEAD_WIDTH + bf_time_axis_minute_x (view->axis, minute) -
                                   gtk_adjustment_get_value (bf_canvas_across (BF_CANVAS (view))));
}

static void
test_move (Stage *stage, gconstpointer data)
{
  Dropped dropped = { -1, BF_BLANK, NULL };
  int step = step_with_cutover (stage);
  BfStepPlace place;

  g_signal_connect (stage->view, "step-moved", G_CALLBACK (step_moved_cb), &dropped);
  g_signal_connect (stage->view, "step-refused", G_CALLBACK (step_refused_cb), &dropped);
  g_assert_true (bf_roadmap_view_begin_move (stage->view, step));
  place = *other_place (stage->view);
  drag_to (stage->view, (place.start + place.end) / 2);
  bf_roadmap_view_end_move (stage->view, FALSE);
  g_assert_cmpint (dropped.step, ==, step);
  g_assert_cmpint (dropped.minute, ==, place.start);
  g_assert_null (dropped.refused);
}

/* Before the plan begins nothing can stand, and the sentence says so; Escape leaves all as it was.
 */
static void
test_move_refused (Stage *stage, gconstpointer data)
{
  Dropped dropped = { -1, BF_BLANK, NULL };
  int step = step_with_cutover (stage);

  g_signal_connect (stage->view, "step-moved", G_CALLBACK (step_moved_cb), &dropped);
  g_signal_connect (stage->view, "step-refused", G_CALLBACK (step_refused_cb), &dropped);
  g_assert_true (bf_roadmap_view_begin_move (stage->view, step));
  drag_to (stage->view, bf_day_minute (bf_plan_start (stage->roadmap->plan) - 2));
  bf_roadmap_view_end_move (stage->view, FALSE);
  g_assert_cmpint (dropped.step, ==, -1);
  g_assert_nonnull (dropped.refused);
  g_assert_true (g_str_has_prefix (dropped.refused, "The plan begins on"));
  g_free (dropped.refused);
  dropped.refused = NULL;
  g_assert_true (bf_roadmap_view_begin_move (stage->view, step));
  drag_to (stage->view, other_place (stage->view)->start);
  g_assert_true (press (stage, GDK_KEY_Escape, 0));
  bf_roadmap_view_end_move (stage->view, FALSE);
  g_assert_cmpint (dropped.step, ==, -1);
  g_assert_null (dropped.refused);
}

/* A desktop with larger text gets a larger timeline, and what is pointed at stays the same. */
static void
test_text_scale (Stage *stage, gconstpointer data)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (stage->view));
  int step = bf_roadmap_view_get_layout (stage->view)->bars[0].step, dpi;
  GtkWidget *bar = bf_roadmap_view_get_bar (stage->view, step);
  graphene_rect_t designed, larger;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_assert_true (gtk_widget_compute_bounds (bar, GTK_WIDGET (stage->view), &designed));
  larger = designed;
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_assert_cmpfloat (bf_roadmap_view_get_magnify (stage->view), ==, 2);
  while (larger.size.height == designed.size.height)
    {
      g_main_context_iteration (NULL, TRUE);
      bar = bf_roadmap_view_get_bar (stage->view, step);
      g_assert_true (gtk_widget_compute_bounds (bar, GTK_WIDGET (stage->view), &larger));
    }
  g_assert_cmpfloat_with_epsilon (larger.size.height, 2 * designed.size.height, 0.1);
  g_assert_cmpint (bf_roadmap_view_step_at (stage->view,
                                            (double) (larger.origin.x + larger.size.width / 2),
                                            (double) (larger.origin.y + larger.size.height / 2)),
                   ==,
                   step);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* Marks without a name still say what they are. */
static void
test_tooltips (Stage *stage, gconstpointer data)
{
  const BfLaneLayout *layout = bf_roadmap_view_get_layout (stage->view);
  double strip = BF_HEADER_MAJOR + BF_HEADER_MINOR + BF_HEADER_PHASES + 5;

  for (guint i = 0; i < layout->n_marks; i++)
    {
      const BfStripMark *mark = &layout->marks[i];
      double y = strip + (mark->freeze ? BF_HEADER_STRIP : 0);
      g_autofree char *text =
          bf_roadmap_view_describe (stage->view, BF_LANE_HEAD_WIDTH + mark->x + mark->width / 2, y);

      g_assert_nonnull (text);
      g_assert_nonnull (strstr (text, mark->name));
    }
  for (guint i = 0; i < layout->n_ribbons; i++)
    {
      g_autofree char *text = bf_roadmap_view_describe (
          stage->view, BF_LANE_HEAD_WIDTH + layout->ribbons[i].gate_x, strip - 10);

      g_assert_nonnull (strstr (text, stage->roadmap->phases[layout->ribbons[i].phase].name));
    }
}

static void
add (const char *path, void (*test) (Stage *, gconstpointer))
{
  g_test_add (path, Stage, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("/roadmap-view/names", test_names);
  add ("/roadmap-view/spoken", test_spoken);
  add ("/roadmap-view/tab", test_tab_in_and_out);
  add ("/roadmap-view/arrows", test_arrows);
  add ("/roadmap-view/walk-scrolls", test_walk_scrolls);
  add ("/roadmap-view/escape", test_escape);
  add ("/roadmap-view/zoom", test_zoom);
  add ("/roadmap-view/zoom-at-pointer", test_zoom_at_pointer);
  add ("/roadmap-view/show-days", test_show_days);
  add ("/roadmap-view/pool", test_pool);
  add ("/roadmap-view/actions", test_actions);
  add ("/roadmap-view/selection", test_selection);
  add ("/roadmap-view/new-roadmap", test_new_roadmap);
  add ("/roadmap-view/date-keys", test_date_keys);
  add ("/roadmap-view/date-tab", test_date_tab);
  add ("/roadmap-view/date-drag", test_date_drag);
  add ("/roadmap-view/move", test_move);
  add ("/roadmap-view/move-refused", test_move_refused);
  add ("/roadmap-view/text-scale", test_text_scale);
  add ("/roadmap-view/tooltips", test_tooltips);
  return g_test_run ();
}
