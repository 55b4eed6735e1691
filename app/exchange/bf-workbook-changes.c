/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Changes (Excel keeps the name History for itself): who changed what, when and why,
 * the latest first. */

#include "bf-workbook-list.h"

#include <glib/gi18n-lib.h>

#define MAX_SHOWN 500

typedef struct
{
  const BfHistoryEntry *entry;
  const GPtrArray *changes; /* BfChange */
} Edit;

static BfFact
number (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number ((double) ((const Edit *) row->thing)->entry->id);
}

static BfFact
label (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (((const Edit *) row->thing)->entry->label);
}

/* 2028-07-22T06:00:00Z as a minute of UTC. */
static BfFact
when (const BfWorkbook *workbook, const BfListRow *row)
{
  const char *at = ((const Edit *) row->thing)->entry->at;
  g_autofree char *text = at ? g_strndup (at, strlen ("2028-07-22T06:00")) : NULL;
  gint64 minute;

  return bf_fact_minute (text && bf_minute_parse (text, &minute) ? minute : BF_BLANK);
}

static BfFact
who (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (((const Edit *) row->thing)->entry->who);
}

static BfFact
why (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_text (((const Edit *) row->thing)->entry->reason);
}

static BfFact
n_changes (const BfWorkbook *workbook, const BfListRow *row)
{
  return bf_fact_number (((const Edit *) row->thing)->entry->n_changes);
}

static void
append_change (GString *text, const BfChange *change)
{
  const BfField *field =
      change->record && change->column ? bf_record_field (change->record, change->column) : NULL;

  if (change->record == NULL)
    return;
  if (text->len)
    g_string_append (text, "; ");
  g_string_append_printf (text, "%s %s", _ (change->record->label), change->key ? change->key : "");
  if (field)
    g_string_append_printf (text,
                            ", %s: %s → %s",
                            _ (field->label),
                            change->old_value ? change->old_value : _ ("blank"),
                            change->new_value ? change->new_value : _ ("blank"));
  else
    g_string_append_printf (text, " %s", change->old_value ? _ ("taken away") : _ ("added"));
}

static BfFact
details (const BfWorkbook *workbook, const BfListRow *row)
{
  const Edit *edit = row->thing;
  GString *text = g_string_new (NULL);

  for (guint i = 0; edit->changes && i < edit->changes->len; i++)
    append_change (text, edit->changes->pdata[i]);
  return bf_fact_take (g_string_free (text, FALSE));
}

static BfFact
hash (const BfWorkbook *workbook, const BfListRow *row)
{
  g_autofree char *start = g_strndup (((const Edit *) row->thing)->entry->hash, 12);

  return bf_fact_text (start);
}

static const BfListColumn columns[] = {
  BF_OWN (N_ ("Edit"), "", 7, COUNT, number),
  BF_OWN (N_ ("What"), "", 34, WRAP, label, .flags = BF_LIST_STRONG),
  BF_OWN (N_ ("When"), N_ ("UTC"), 16, MINUTE, when),
  BF_OWN (N_ ("Who"), "", 16, WRAP, who),
  BF_OWN (N_ ("Why"), "", 34, WRAP, why),
  BF_OWN (N_ ("Values"), N_ ("changed"), 9, COUNT, n_changes),
  BF_OWN (N_ ("Which"), N_ ("of short edits"), 80, WRAP, details),
  BF_OWN (N_ ("Fingerprint"), N_ ("first digits"), 15, QUIET, hash),
};
static const BfList changes_list = {
  .name = "Changes",
  .empty = N_ ("Nothing: the roadmap was made from spreadsheets, not from a plan with a diary."),
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .kind = BF_NO_RECORD,
};

void
bf_workbook_write_changes (BfWorkbook *workbook, BfSheet *sheet)
{
  const BfOrigin *origin = workbook->options.origin;
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func (g_free);

  for (guint i = origin ? origin->history->len : 0; i-- > 0 && edits->len < MAX_SHOWN;)
    {
      Edit *edit = g_new0 (Edit, 1);

      edit->entry = origin->history->pdata[i];
      edit->changes = origin->changes->pdata[i];
      g_ptr_array_add (edits, edit);
    }
  bf_list_write_sheet (workbook,
                       sheet,
                       &changes_list,
                       _ ("changes"),
                       _ ("The plan's diary, the latest edit first. It tells who sat at the "
                          "computer; it proves nobody's identity."),
                       edits);
}
