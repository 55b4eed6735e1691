/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-application.h"
#include "bf-command.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>

static int
run_command (int argc, char **argv)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) problems = g_string_new (NULL);
  int code = bf_command_run (argc, argv, out, problems);

  fwrite (out->str, 1, out->len, stdout);
  fwrite (problems->str, 1, problems->len, stderr);
  /* A full disk behind a pipe is the reader's loss unless it is said. */
  if (fflush (stdout) != 0 && code == BF_EXIT_DONE)
    code = BF_EXIT_INPUT;
  return code;
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, BF_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  return bf_command_wants (argc, argv) ? run_command (argc, argv) : bf_application_run (argc, argv);
}
