/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mend-offer.h"

#include <glib/gi18n-lib.h>

#include "bf-format.h"

/* --- Offers -------------------------------------------------------------------------------- */

static void
offer_free (gpointer data)
{
  BfMendOffer *offer = data;

  g_free (offer->label);
  g_free (offer->text);
  g_free (offer);
}

static void
add_offer (GPtrArray *offers, char *label, BfMendKind kind, const char *text)
{
  BfMendOffer *offer = g_new (BfMendOffer, 1);

  offer->label = label;
  offer->kind = kind;
  offer->text = g_strdup (text);
  g_ptr_array_add (offers, offer);
}

/* Canonical text as a person reads it. */
static char *
shown (const BfField *field, const char *text)
{
  gint64 value;
  int choice;

  if (field->kind == BF_KIND_DAY && bf_day_parse (text, &value))
    return bf_format_day (value);
  if (field->kind == BF_KIND_MINUTE && bf_minute_parse (text, &value))
    return bf_format_day (bf_minute_day (value));
  choice = field->kind == BF_KIND_CHOICE ? bf_choice_find (field->choices, text) : -1;
  if (choice >= 0 && field->choices[choice].label != NULL)
    return g_strdup (_ (field->choices[choice].label));
  return g_strdup (text);
}

static gboolean
is_number (const BfField *field)
{
  return field->kind == BF_KIND_INTEGER || field->kind == BF_KIND_NUMBER ||
         field->kind == BF_KIND_PERCENT || field->kind == BF_KIND_MONEY ||
         field->kind == BF_KIND_ESTIMATE;
}

static void
offer_suggestion (GPtrArray *offers, const BfProblem *problem)
{
  g_autofree char *text = NULL;

  if (problem->suggestion == NULL || problem->field == NULL)
    return;
  text = shown (problem->field, problem->suggestion);
  add_offer (offers,
             /* Translators: %s is the value of a cell. */
             is_number (problem->field) ? g_strdup_printf (_ ("Read as %s"), text)
                                        : g_strdup_printf (_ ("Use %s"), text),
             BF_MEND_READ_AS,
             problem->suggestion);
}

/* The key, which stands first in its record, cannot be unknown. */
static gboolean
can_be_blank (const BfField *field)
{
  return !field->required;
}

static void
offer_for_error (GPtrArray *offers, const BfProblem *problem)
{
  gboolean cell = problem->field != NULL && problem->letters != NULL;

  if (problem->either)
    {
      add_offer (offers, g_strdup (_ ("Day First")), BF_MEND_DAY_FIRST, NULL);
      add_offer (offers, g_strdup (_ ("Month First")), BF_MEND_MONTH_FIRST, NULL);
    }
  if (cell && problem->field->kind == BF_KIND_YESNO)
    {
      add_offer (offers, g_strdup (_ ("Yes")), BF_MEND_READ_AS, "yes");
      add_offer (offers, g_strdup (_ ("No")), BF_MEND_READ_AS, "no");
    }
  if (cell && problem->cell != NULL && can_be_blank (problem->field))
    add_offer (offers, g_strdup (_ ("Unknown")), BF_MEND_READ_AS, NULL);
  if (problem->row > 0)
    add_offer (offers, g_strdup (_ ("Leave the Row Out")), BF_MEND_LEAVE_OUT, NULL);
}

GPtrArray *
bf_mend_offers (const BfProblem *problem)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (offer_free);

  offer_suggestion (offers, problem);
  if (problem->severity == BF_PROBLEM_ERROR)
    offer_for_error (offers, problem);
  else if (problem->row > 0 && problem->letters != NULL)
    add_offer (offers, g_strdup (_ ("It Is Right")), BF_MEND_ACCEPT, NULL);
  return offers;
}

/* --- Candidates ---------------------------------------------------------------------------- */

static void
candidate_free (gpointer data)
{
  BfMendCandidate *candidate = data;

  g_free (candidate->text);
  g_free (candidate->name);
  g_free (candidate);
}

static void
add_candidate (GPtrArray *candidates, const char *text, const char *name)
{
  BfMendCandidate *candidate = g_new (BfMendCandidate, 1);

  candidate->text = g_strdup (text);
  candidate->name = g_strdup (name);
  g_ptr_array_add (candidates, candidate);
}

static void
add_row (GPtrArray *candidates, BfRecordKind kind, gconstpointer row)
{
  const BfField *name = bf_record_field (bf_record (kind), "name");

  add_candidate (candidates,
                 ((const BfRow *) row)->key,
                 name != NULL ? BF_AT (const char *, name, row) : NULL);
}

static GPtrArray *
rows_of (BfRecordKind kind, const BfImport *import, const BfPlan *plan)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (candidate_free);
  const GPtrArray *rows = bf_import_rows (import, kind);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint i;

  for (i = 0; i < rows->len; i++)
    {
      const BfImportRow *row = rows->pdata[i];

      /* A row that the import made of the reference itself is no choice. */
      if (row->sheet != NULL && g_hash_table_add (seen, (gpointer) ((BfRow *) row->row)->key))
        add_row (candidates, kind, row->row);
    }
  for (i = 0; plan != NULL && i < bf_plan_count (plan, kind); i++)
    {
      const BfRow *row = bf_plan_row (plan, kind, i);

      if (g_hash_table_add (seen, (gpointer) row->key))
        add_row (candidates, kind, row);
    }
  return candidates;
}

static GPtrArray *
words_of (const BfChoice *choices)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (candidate_free);

  for (; choices->id != NULL; choices++)
    add_candidate (
        candidates, choices->id, choices->label != NULL ? _ (choices->label) : choices->id);
  return candidates;
}

static gboolean
is_chosen (const BfField *field)
{
  return field->kind == BF_KIND_REFERENCE || field->kind == BF_KIND_CHOICE;
}

GPtrArray *
bf_mend_candidates (const BfProblem *problem, const BfImport *import, const BfPlan *plan)
{
  if (problem->field == NULL || problem->letters == NULL || !is_chosen (problem->field))
    return NULL;
  if (problem->field->kind == BF_KIND_CHOICE)
    return words_of (problem->field->choices);
  return rows_of (problem->field->target, import, plan);
}

const char *
bf_mend_type_label (const BfProblem *problem)
{
  const BfField *field = problem->field;

  if (field == NULL || problem->letters == NULL || is_chosen (field) ||
      field->kind == BF_KIND_YESNO)
    return NULL;
  if (field->kind == BF_KIND_DAY || field->kind == BF_KIND_MINUTE)
    return _ ("Type a Date…");
  if (field->kind == BF_KIND_MONEY)
    return _ ("Type an Amount…");
  if (is_number (field))
    return _ ("Type a Number…");
  return _ ("Type Another…");
}
