/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-roadmap-private.h"

#include <math.h>
#include <string.h>

typedef struct
{
  BfRoadmap roadmap; /* first: what others see */
  gatomicrefcount references;
  GStringChunk *strings;
  GArray *owned; /* Owned */
} BfRoadmapValue;

typedef struct
{
  gpointer object;
  GDestroyNotify release;
} Owned;

static BfRoadmapValue *
value_of (const BfRoadmap *roadmap)
{
  return (BfRoadmapValue *) (gpointer) roadmap;
}

BfRoadmap *
bf_roadmap_new (const BfPlan *plan, const BfCatalogue *catalogue)
{
  BfRoadmapValue *value = g_new0 (BfRoadmapValue, 1);

  g_atomic_ref_count_init (&value->references);
  value->strings = g_string_chunk_new (4096);
  value->owned = g_array_new (FALSE, FALSE, sizeof (Owned));
  value->roadmap.plan = bf_plan_ref (plan);
  value->roadmap.catalogue = catalogue;
  value->roadmap.finish = (BfDaySpread){ BF_BLANK, BF_BLANK, BF_BLANK, BF_BLANK, BF_BLANK };
  value->roadmap.finish_without_decommission = BF_BLANK;
  value->roadmap.worth = (BfWorth){ .npv = NAN, .payback = BF_BLANK };
  return &value->roadmap;
}

gpointer
bf_roadmap_alloc (BfRoadmap *roadmap, gsize n, gsize size)
{
  return bf_roadmap_own (roadmap, g_malloc0_n (n + 1, size), g_free);
}

gpointer
bf_roadmap_own (BfRoadmap *roadmap, gpointer object, GDestroyNotify release)
{
  Owned owned = { object, release };

  g_array_append_val (value_of (roadmap)->owned, owned);
  return object;
}

const char *
bf_roadmap_text (BfRoadmap *roadmap, const char *text)
{
  return text ? g_string_chunk_insert_const (value_of (roadmap)->strings, text) : NULL;
}

const char *
bf_roadmap_printf (BfRoadmap *roadmap, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return bf_roadmap_text (roadmap, text);
}

const char *const *
bf_roadmap_list (BfRoadmap *roadmap, const GPtrArray *texts)
{
  const char **list = bf_roadmap_array (roadmap, const char *, texts->len);

  for (guint i = 0; i < texts->len; i++)
    list[i] = bf_roadmap_text (roadmap, texts->pdata[i]);
  return list;
}

char *
bf_plan_money_text (const BfPlan *plan, double minor)
{
  const BfPlant *plant = bf_plan_plant (plan);
  const char *currency = plant && plant->currency ? plant->currency : "EUR";
  double units = minor / BF_MINOR_PER_UNIT;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (units >= 999500)
    return g_strdup_printf (
        "%s %s M",
        currency,
        g_ascii_formatd (number, sizeof number, "%.1f", round (units / 1e5) / 10));
  if (units < 9950)
    return g_strdup_printf (
        "%s %s", currency, g_ascii_formatd (number, sizeof number, "%.0f", ceil (units - 0.005)));
  return g_strdup_printf (
      "%s %s k", currency, g_ascii_formatd (number, sizeof number, "%.0f", round (units / 1e3)));
}

BfRoadmap *
bf_roadmap_ref (const BfRoadmap *roadmap)
{
  g_atomic_ref_count_inc (&value_of (roadmap)->references);
  return (BfRoadmap *) roadmap;
}

void
bf_roadmap_unref (BfRoadmap *roadmap)
{
  BfRoadmapValue *value = value_of (roadmap);

  if (!g_atomic_ref_count_dec (&value->references))
    return;
  for (guint i = value->owned->len; i-- > 0;)
    {
      Owned *owned = &g_array_index (value->owned, Owned, i);

      owned->release (owned->object);
    }
  g_array_unref (value->owned);
  g_string_chunk_free (value->strings);
  bf_plan_unref ((BfPlan *) roadmap->plan);
  g_free (value);
}

int
bf_roadmap_find (const BfRoadmap *roadmap, const char *key)
{
  for (guint i = 0; key && i < roadmap->n_steps; i++)
    if (strcmp (roadmap->steps[i].key, key) == 0)
      return (int) i;
  return -1;
}

double
bf_roadmap_confidence (const BfRoadmap *roadmap, gint64 day, double cost_minor)
{
  const BfDraws *draws = &roadmap->draws;
  guint n = 0;

  for (guint i = 0; i < draws->n_draws; i++)
    n += draws->finish[i] <= day && draws->cost[i] <= cost_minor;
  return draws->n_draws ? (double) n / draws->n_draws : 0;
}

double
bf_roadmap_contingency_minor (const BfRoadmap *roadmap)
{
  return MAX (0, roadmap->fully_loaded.p80 - roadmap->fully_loaded.expected);
}
