/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-round-trip-command.h"

#include "bf-round-trip.h"

#include <glib/gi18n-lib.h>

static int
fail (const char *sentence, GString *problems)
{
  g_string_append_printf (problems, "%s\n", sentence);
  return 1;
}

static const char *
shown (const char *text)
{
  return text ? text : _ ("blank");
}

static void
print_item (const BfTripItem *item, GString *out)
{
  g_autofree char *title = bf_trip_item_title (item);

  g_string_append_printf (out, "%s  %s  %s", bf_trip_kind_word (item->kind), item->place, title);
  if (item->kind == BF_TRIP_UNCLEAR)
    g_string_append_printf (out, ": %s", shown (item->wanted));
  else if (item->field)
    g_string_append_printf (out, ": %s → %s", shown (item->was), shown (item->wanted));
  if (item->kind == BF_TRIP_CONFLICT && item->field)
    /* Translators: %s is what the plan says. */
    g_string_append_printf (out, _ (" (the plan says %s)"), shown (item->is));
  if (item->sentence)
    g_string_append_printf (out, ". %s", item->sentence);
  g_string_append_printf (out, "  [%s]\n", item->id);
}

static void
print_review (const BfRoundTrip *trip, GString *out)
{
  const GPtrArray *items = bf_round_trip_items (trip);
  const GPtrArray *notes = bf_round_trip_notes (trip);
  const char *editor = bf_round_trip_editor (trip);

  g_string_append (out, bf_round_trip_label (trip));
  if (editor)
    /* Translators: follows the name of a workbook; %s is a person. */
    g_string_append_printf (out, _ (", saved by %s"), editor);
  g_string_append_printf (
      out, ngettext (": %u difference\n", ": %u differences\n", items->len), items->len);
  for (guint i = 0; i < items->len; i++)
    print_item (items->pdata[i], out);
  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (out, "%s\n", (const char *) notes->pdata[i]);
}

/* FALSE when an id names nothing. */
static gboolean
choose (BfRoundTrip *trip, const char *const *takes, GString *problems)
{
  for (; *takes; takes++)
    if (g_str_equal (*takes, "all") || g_str_equal (*takes, "none"))
      bf_round_trip_take_all (trip, g_str_equal (*takes, "all"));
    else if (!bf_round_trip_take (trip, *takes, TRUE))
      {
        /* Translators: %s is what was typed after --take. */
        g_string_append_printf (problems, _ ("No difference is called “%s”.\n"), *takes);
        return FALSE;
      }
  return TRUE;
}

static int
apply (BfRoundTrip *trip, BfDocument *document, GString *out, GString *problems)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  if (!bf_round_trip_apply (trip, document, &n, &error))
    return fail (error->message, problems);
  g_string_append_printf (
      out, ngettext ("%u difference was taken.\n", "%u differences were taken.\n", n), n);
  return 0;
}

int
bf_round_trip_command_run (
    const char *path, const char *output, const char *const *takes, GString *out, GString *problems)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BfDocument) document = NULL;
  g_autoptr (BfRoundTrip) trip = NULL;

  if (!g_file_test (output, G_FILE_TEST_EXISTS))
    return fail (_ ("A workbook or project that Brownfield wrote goes back into its own plan: name "
                    "that plan with -o."),
                 problems);
  document = bf_document_open (output, BF_OPEN_DEFAULT, &error);
  if (!document)
    return fail (error->message, problems);
  trip = bf_round_trip_new (path, document, NULL, &error);
  if (!trip)
    return fail (error->message, problems);
  print_review (trip, out);
  if (!takes)
    {
      if (bf_round_trip_items (trip)->len > 0)
        g_string_append (out,
                         _ ("Nothing was written. Take it with --take all, or --take and what "
                            "stands in brackets.\n"));
      return 0;
    }
  if (bf_document_is_read_only (document))
    {
      g_string_append_printf (problems, "%s: ", output);
      return fail (bf_document_read_only_sentence (document), problems);
    }
  return choose (trip, takes, problems) ? apply (trip, document, out, problems) : 1;
}
