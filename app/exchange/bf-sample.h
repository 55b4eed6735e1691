/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sample plants that come with the program: folders of spreadsheets in the source tree while
 * it is built there, else in the installed data. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Folder of the sample; NULL when there is none of that name. The caller frees it. */
char *bf_sample_folder (const char *name);
/* Names in order, NULL-terminated; the caller frees them. */
char **bf_sample_names (void);

G_END_DECLS
