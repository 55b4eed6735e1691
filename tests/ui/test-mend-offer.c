/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mend-offer.h"

static BfImport *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  BfImport *import =
      bf_import_new_for_text ("list.csv", text, BF_IMPORT_DEFAULT, NULL, NULL, &error);

  g_assert_no_error (error);
  return import;
}

/* The labels of the first problem's offers, in their order. */
static char *
offered (const char *text)
{
  g_autoptr (BfImport) import = read_text (text);
  const GPtrArray *problems = bf_import_problems (import);
  g_autoptr (GPtrArray) offers = NULL;
  g_autoptr (GString) labels = g_string_new (NULL);
  guint i;

  g_assert_cmpuint (problems->len, >, 0);
  offers = bf_mend_offers (problems->pdata[0]);
  for (i = 0; i < offers->len; i++)
    {
      const BfMendOffer *offer = offers->pdata[i];

      g_string_append_printf (labels, "%s%s", i > 0 ? "|" : "", offer->label);
    }
  return g_string_free (g_steal_pointer (&labels), FALSE);
}

static void
test_offers (void)
{
  static const struct
  {
    const char *text, *labels;
  } cases[] = {
    { "Unique id,Name,End of vendor support,Vendor\nA,Mill,end 2009,X\n",
      "Use 31 Dec 2009|Unknown|Leave the Row Out" },
    { "Unique id,Name,Install year,Vendor\nA,Mill,2O09,X\n",
      "Read as 2009|Unknown|Leave the Row Out" },
    { "Unique id,Name,System type,Vendor\nA,Mill,Histrian,X\n",
      "Use Historian|Unknown|Leave the Row Out" },
    /* A key cannot be unknown. */
    { "Unique id,Name,Vendor\nA,Mill,X\nA,Oven,X\n", "Leave the Row Out" },
    { "Unique id,Name,End of vendor support,Vendor\nA,Mill,3/4/2031,X\n",
      "Day First|Month First|Unknown|Leave the Row Out" },
    /* An area that no list has is a note. */
    { "Unique id,Name,Area / line,Vendor\nA,Mill,North,X\n", "It Is Right" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *labels = offered (cases[i].text);

      g_assert_cmpstr (labels, ==, cases[i].labels);
    }
}

static void
test_candidates (void)
{
  g_autoptr (BfImport) import = read_text ("Unique id,Name,System type,Vendor\nA,Mill,Teapot,X\n");
  const BfProblem *problem = bf_import_problems (import)->pdata[0];
  g_autoptr (GPtrArray) words = bf_mend_candidates (problem, import, NULL);
  guint i = 0;

  g_assert_nonnull (words);
  while (i < words->len && !g_str_equal (((BfMendCandidate *) words->pdata[i])->text, "PLC"))
    i++;
  g_assert_cmpuint (i, <, words->len);
  g_assert_null (bf_mend_type_label (problem));
}

static void
test_type_label (void)
{
  g_autoptr (BfImport) import =
      read_text ("Unique id,Name,End of vendor support,Vendor\nA,Mill,end 2009,X\n");
  const BfProblem *problem = bf_import_problems (import)->pdata[0];

  g_assert_cmpstr (bf_mend_type_label (problem), ==, "Type a Date…");
  g_assert_null (bf_mend_candidates (problem, import, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mend-offer/offers", test_offers);
  g_test_add_func ("/mend-offer/candidates", test_candidates);
  g_test_add_func ("/mend-offer/type-label", test_type_label);
  return g_test_run ();
}
