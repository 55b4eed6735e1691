/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading one JSON file of the catalogue with checks.
 *
 * A loader keeps the first thing that is wrong, as a sentence that names file and place, and from
 * then on hands out harmless values, so that the reading code needs no branches; whoever loads
 * looks at loader->error once a file. What is read belongs to the catalogue's arena. */

#pragma once

#include "bf-catalogue-private.h"

G_BEGIN_DECLS

typedef struct
{
  BfCatalogue *catalogue;
  const char *file; /* "steps.json" */
  JsonObject *root;
  JsonObject *nothing; /* stands for an object that is missing */
  JsonArray *no_items;
  GError *error;
} BfLoader;

void bf_loader_fail (BfLoader *loader, const char *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

/* Memory of the catalogue, zeroed. */
gpointer bf_loader_alloc (BfLoader *loader, gsize size, gsize count);
const char *bf_loader_intern (BfLoader *loader, const char *text);
/* "a, b": a place inside a place; interned. */
const char *bf_loader_place (BfLoader *loader, const char *outer, const char *inner);

JsonObject *
bf_loader_object (BfLoader *loader, JsonObject *in, const char *place, const char *member);
/* NULL when the member is absent or null. */
JsonObject *bf_loader_object_or_null (JsonObject *in, const char *member);
JsonArray *
bf_loader_array (BfLoader *loader, JsonObject *in, const char *place, const char *member);
/* The @index-th element, which must be an object. */
JsonObject *bf_loader_element (BfLoader *loader, JsonArray *array, const char *place, guint index);

const char *
bf_loader_text (BfLoader *loader, JsonObject *in, const char *place, const char *member);
const char *
bf_loader_text_or (BfLoader *loader, JsonObject *in, const char *member, const char *fallback);
/* A number within low .. high. */
double bf_loader_number (BfLoader *loader,
                         JsonObject *in,
                         const char *place,
                         const char *member,
                         double low,
                         double high);
double bf_loader_number_or (JsonObject *in, const char *member, double fallback);
gboolean bf_loader_flag (JsonObject *in, const char *member);
/* {"min", "likely", "max", "basis"}: ordered, within low .. high, with its basis. */
BfEstimate bf_loader_estimate (BfLoader *loader,
                               JsonObject *in,
                               const char *place,
                               const char *member,
                               double low,
                               double high);
/* {"value", "basis"}. */
double bf_loader_value (BfLoader *loader,
                        JsonObject *in,
                        const char *place,
                        const char *member,
                        double low,
                        double high);
/* Fails unless the object has a basis inside, or @in has one beside it as <member>_basis. */
void bf_loader_need_basis (BfLoader *loader, JsonObject *in, const char *place, const char *member);
/* A list of words, NULL-terminated; absent: empty. */
const char *const *
bf_loader_words (BfLoader *loader, JsonObject *in, const char *place, const char *member);
/* The index of the choice with that id. */
int bf_loader_choice (BfLoader *loader, const char *place, const BfField *field, const char *word);
/* One bit a word of the list. */
guint32 bf_loader_bits (
    BfLoader *loader, JsonObject *in, const char *place, const char *member, const BfField *field);
/* The position of @word in the NULL-terminated @words; fails with "unknown @what". */
int bf_loader_word (BfLoader *loader,
                    const char *place,
                    const char *const *words,
                    const char *word,
                    const char *what);

/* What each file is made of; called in this order. */
void bf_catalogue_load_frameworks (BfLoader *loader);
void bf_catalogue_load_qualification (BfLoader *loader);
void bf_catalogue_load_downtime (BfLoader *loader);
void bf_catalogue_load_scorecard (BfLoader *loader);
void bf_catalogue_load_rules (BfLoader *loader);
void bf_catalogue_load_holidays (BfLoader *loader);
void bf_catalogue_load_uses (BfLoader *loader);
void bf_catalogue_load_steps (BfLoader *loader);
void bf_catalogue_load_deliverables (BfLoader *loader);

G_END_DECLS
