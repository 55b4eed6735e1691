/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-table-row.h"

struct _BfTableRow
{
  GObject parent_instance;

  BfPlan *plan;
  BfRoadmap *roadmap;
  gconstpointer details;
  guint index;
};

G_DEFINE_FINAL_TYPE (BfTableRow, bf_table_row, G_TYPE_OBJECT)

static guint changed_signal;

static void
bf_table_row_finalize (GObject *object)
{
  BfTableRow *self = BF_TABLE_ROW (object);

  g_clear_pointer (&self->plan, bf_plan_unref);
  g_clear_pointer (&self->roadmap, bf_roadmap_unref);
  G_OBJECT_CLASS (bf_table_row_parent_class)->finalize (object);
}

static void
bf_table_row_class_init (BfTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bf_table_row_finalize;
  changed_signal = g_signal_new (
      "changed", BF_TYPE_TABLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bf_table_row_init (BfTableRow *self)
{
}

BfTableRow *
bf_table_row_new (guint index)
{
  BfTableRow *self = g_object_new (BF_TYPE_TABLE_ROW, NULL);

  self->index = index;
  return self;
}

void
bf_table_row_set (BfTableRow *row,
                  const BfPlan *plan,
                  const BfRoadmap *roadmap,
                  gconstpointer details)
{
  g_autoptr (BfPlan) old_plan = row->plan;
  g_autoptr (BfRoadmap) old_roadmap = row->roadmap;

  row->plan = plan != NULL ? bf_plan_ref (plan) : NULL;
  row->roadmap = roadmap != NULL ? bf_roadmap_ref (roadmap) : NULL;
  row->details = details;
  g_signal_emit (row, changed_signal, 0);
}

guint
bf_table_row_get_index (BfTableRow *row)
{
  return row->index;
}

const BfPlan *
bf_table_row_get_plan (BfTableRow *row)
{
  return row->plan;
}

const BfRoadmap *
bf_table_row_get_roadmap (BfTableRow *row)
{
  return row->roadmap;
}

gconstpointer
bf_table_row_get_details (BfTableRow *row)
{
  return row->details;
}

const BfSystem *
bf_table_row_system (BfTableRow *row)
{
  return BF_ROW (row->plan, SYSTEM, BfSystem, row->index);
}

const BfRoadmapStep *
bf_table_row_step (BfTableRow *row)
{
  return &row->roadmap->steps[row->index];
}
