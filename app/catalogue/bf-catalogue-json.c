/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-catalogue-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
bf_loader_fail (BfLoader *loader, const char *place, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  if (loader->error)
    return;
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  if (*place)
    g_set_error (&loader->error, BF_CATALOGUE_ERROR, 0, "%s, %s: %s", loader->file, place, what);
  else
    g_set_error (&loader->error, BF_CATALOGUE_ERROR, 0, "%s: %s", loader->file, what);
}

gpointer
bf_loader_alloc (BfLoader *loader, gsize size, gsize count)
{
  gpointer block = g_malloc0_n (MAX (count, 1), size);

  g_ptr_array_add (loader->catalogue->blocks, block);
  return block;
}

const char *
bf_loader_intern (BfLoader *loader, const char *text)
{
  return g_string_chunk_insert_const (loader->catalogue->strings, text);
}

const char *
bf_loader_place (BfLoader *loader, const char *outer, const char *inner)
{
  g_autofree char *place = *outer ? g_strdup_printf ("%s, %s", outer, inner) : g_strdup (inner);

  return bf_loader_intern (loader, place);
}

static gboolean
is_value_of (JsonNode *node, GType type)
{
  if (!node || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (type == G_TYPE_DOUBLE)
    return json_node_get_value_type (node) == G_TYPE_INT64 ||
           json_node_get_value_type (node) == G_TYPE_DOUBLE;
  return json_node_get_value_type (node) == type;
}

JsonObject *
bf_loader_object_or_null (JsonObject *in, const char *member)
{
  JsonNode *node = json_object_get_member (in, member);

  return node && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonObject *
bf_loader_object (BfLoader *loader, JsonObject *in, const char *place, const char *member)
{
  JsonObject *object = bf_loader_object_or_null (in, member);

  if (object)
    return object;
  bf_loader_fail (loader, bf_loader_place (loader, place, member), _ ("This group is missing."));
  return loader->nothing;
}

JsonArray *
bf_loader_array (BfLoader *loader, JsonObject *in, const char *place, const char *member)
{
  JsonNode *node = json_object_get_member (in, member);

  if (node && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  bf_loader_fail (loader, bf_loader_place (loader, place, member), _ ("This list is missing."));
  return loader->no_items;
}

JsonObject *
bf_loader_element (BfLoader *loader, JsonArray *array, const char *place, guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  bf_loader_fail (loader, place, _ ("Entry %u is no group."), index + 1);
  return loader->nothing;
}

const char *
bf_loader_text (BfLoader *loader, JsonObject *in, const char *place, const char *member)
{
  const char *text = bf_loader_text_or (loader, in, member, NULL);

  if (text && *text)
    return text;
  bf_loader_fail (loader, bf_loader_place (loader, place, member), _ ("This text is missing."));
  return "";
}

const char *
bf_loader_text_or (BfLoader *loader, JsonObject *in, const char *member, const char *fallback)
{
  JsonNode *node = json_object_get_member (in, member);

  if (!is_value_of (node, G_TYPE_STRING))
    return fallback;
  return bf_loader_intern (loader, json_node_get_string (node));
}

double
bf_loader_number (BfLoader *loader,
                  JsonObject *in,
                  const char *place,
                  const char *member,
                  double low,
                  double high)
{
  JsonNode *node = json_object_get_member (in, member);
  double value;

  if (!is_value_of (node, G_TYPE_DOUBLE))
    {
      bf_loader_fail (
          loader, bf_loader_place (loader, place, member), _ ("This number is missing."));
      return low;
    }
  value = json_node_get_double (node);
  if (value >= low && value <= high)
    return value;
  bf_loader_fail (loader,
                  bf_loader_place (loader, place, member),
                  _ ("%g lies outside %g to %g."),
                  value,
                  low,
                  high);
  return low;
}

double
bf_loader_number_or (JsonObject *in, const char *member, double fallback)
{
  JsonNode *node = json_object_get_member (in, member);

  return is_value_of (node, G_TYPE_DOUBLE) ? json_node_get_double (node) : fallback;
}

gboolean
bf_loader_flag (JsonObject *in, const char *member)
{
  JsonNode *node = json_object_get_member (in, member);

  return is_value_of (node, G_TYPE_BOOLEAN) && json_node_get_boolean (node);
}

void
bf_loader_need_basis (BfLoader *loader, JsonObject *in, const char *place, const char *member)
{
  g_autofree char *beside = g_strconcat (member, "_basis", NULL);
  JsonObject *inside = bf_loader_object_or_null (in, member);

  if (inside && is_value_of (json_object_get_member (inside, "basis"), G_TYPE_STRING))
    return;
  if (is_value_of (json_object_get_member (in, beside), G_TYPE_STRING))
    return;
  bf_loader_fail (loader, bf_loader_place (loader, place, member), _ ("The basis is missing."));
}

BfEstimate
bf_loader_estimate (BfLoader *loader,
                    JsonObject *in,
                    const char *place,
                    const char *member,
                    double low,
                    double high)
{
  JsonObject *object = bf_loader_object (loader, in, place, member);
  const char *inner = bf_loader_place (loader, place, member);
  BfEstimate estimate = {
    bf_loader_number (loader, object, inner, "min", low, high),
    bf_loader_number (loader, object, inner, "likely", low, high),
    bf_loader_number (loader, object, inner, "max", low, high),
  };

  bf_loader_need_basis (loader, in, place, member);
  if (!(estimate.min <= estimate.likely && estimate.likely <= estimate.max))
    bf_loader_fail (loader,
                    inner,
                    _ ("%g, %g and %g do not rise from smallest over likely to largest."),
                    estimate.min,
                    estimate.likely,
                    estimate.max);
  return estimate;
}

double
bf_loader_value (BfLoader *loader,
                 JsonObject *in,
                 const char *place,
                 const char *member,
                 double low,
                 double high)
{
  JsonObject *object = bf_loader_object (loader, in, place, member);

  bf_loader_need_basis (loader, in, place, member);
  return bf_loader_number (
      loader, object, bf_loader_place (loader, place, member), "value", low, high);
}

const char *const *
bf_loader_words (BfLoader *loader, JsonObject *in, const char *place, const char *member)
{
  JsonNode *node = json_object_get_member (in, member);
  JsonArray *array = node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = array ? json_array_get_length (array) : 0;
  const char **words = bf_loader_alloc (loader, sizeof *words, n + 1);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *word = json_array_get_element (array, i);

      if (is_value_of (word, G_TYPE_STRING))
        words[i] = bf_loader_intern (loader, json_node_get_string (word));
      else
        {
          bf_loader_fail (loader,
                          bf_loader_place (loader, place, member),
                          _ ("Entry %u of this list is no text."),
                          i + 1);
          words[i] = "";
        }
    }
  return words;
}

int
bf_loader_choice (BfLoader *loader, const char *place, const BfField *field, const char *word)
{
  for (int i = 0; field->choices[i].id; i++)
    if (strcmp (field->choices[i].id, word) == 0)
      return i;
  bf_loader_fail (loader, place, _ ("“%s” is no %s that the inventory knows."), word, field->label);
  return 0;
}

guint32
bf_loader_bits (
    BfLoader *loader, JsonObject *in, const char *place, const char *member, const BfField *field)
{
  const char *const *words = bf_loader_words (loader, in, place, member);
  const char *inner = bf_loader_place (loader, place, member);
  guint32 bits = 0;

  for (guint i = 0; words[i]; i++)
    bits |= 1u << bf_loader_choice (loader, inner, field, words[i]);
  return bits;
}

int
bf_loader_word (BfLoader *loader,
                const char *place,
                const char *const *words,
                const char *word,
                const char *what)
{
  for (int i = 0; words[i]; i++)
    if (strcmp (words[i], word) == 0)
      return i;
  bf_loader_fail (loader, place, _ ("“%s” is an unknown %s."), word, what);
  return 0;
}
