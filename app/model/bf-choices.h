/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words that more than one record chooses from, with what people write for them; see BfChoice.
 * A list may add words of its own before it ends with { NULL, NULL, NULL }. */

#pragma once

/* clang-format off */
/* In the order of BfPlant::profile. */
#define BF_PROFILE_CHOICES                                                                         \
  { "pharma_gxp", NULL, "pharma and biotech, gxp|pharma|gxp|pharma gxp" },                         \
  { "medical_device", NULL, "medical device|medical devices|medizintechnik|iso 13485" },           \
  { "aerospace_as9100", NULL, "aerospace, as9100|aerospace|as9100|luftfahrt" },                    \
  { "automotive_iatf", NULL, "automotive, iatf 16949|automotive|iatf|automobil" },                 \
  { "general", NULL, "general manufacturing, iso 9001|general manufacturing|iso 9001|allgemein" }

/* In the order of BfSystem::gamp_category. */
#define BF_GAMP_CHOICES                                                                            \
  { "1", NULL, "cat 1|category 1|kategorie 1" },                                                   \
  { "3", NULL, "cat 3|category 3|kategorie 3" },                                                   \
  { "4", NULL, "cat 4|category 4|kategorie 4" },                                                   \
  { "5", NULL, "cat 5|category 5|kategorie 5" },                                                   \
  { "n/a", NULL, "na|none|not applicable|-|entfällt" }
/* clang-format on */
