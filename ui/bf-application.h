/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The application: its windows, what all of them share, and the files it is asked to open. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BF_TYPE_APPLICATION (bf_application_get_type ())
G_DECLARE_FINAL_TYPE (BfApplication, bf_application, BF, APPLICATION, AdwApplication)

BfApplication *bf_application_new (GApplicationFlags flags);
/* Runs until the last window is closed; the program's exit code. */
int bf_application_run (int argc, char **argv);

G_END_DECLS
