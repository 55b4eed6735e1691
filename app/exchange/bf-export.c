/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-export.h"

#include "bf-atomic-file.h"
#include "bf-csv-folder.h"
#include "bf-csv.h"
#include "bf-ics.h"
#include "bf-json.h"
#include "bf-minutes.h"
#include "bf-mspdi.h"
#include "bf-report.h"
#include "bf-tjp.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef char *(*ToText) (const BfRoadmap *roadmap);
typedef gboolean (*ToFile) (const BfRoadmap *roadmap, const char *path, GError **error);

typedef struct
{
  const char *ending;
  ToText to_text; /* or */
  ToFile to_file;
} Exporter;

static const Exporter exporters[] = {
  { ".csv", NULL, bf_csv_write },        { ".ics", NULL, bf_ics_write },
  { ".json", bf_roadmap_to_json, NULL }, { ".md", bf_minutes_to_markdown, NULL },
  { ".tjp", bf_tjp_text, NULL },         { ".txt", bf_roadmap_to_text, NULL },
  { ".xlsx", NULL, bf_workbook_write },  { ".xml", NULL, bf_mspdi_write },
};

/* A name that ends in a slash is a folder's. */
static const Exporter folder = { "/", NULL, bf_csv_folder_write };

static const Exporter *
find_exporter (const char *path)
{
  const char *ending = strrchr (path, '.');

  if (g_str_has_suffix (path, folder.ending))
    return &folder;
  for (guint i = 0; ending && i < G_N_ELEMENTS (exporters); i++)
    if (g_ascii_strcasecmp (ending, exporters[i].ending) == 0)
      return &exporters[i];
  return NULL;
}

gboolean
bf_export_knows (const char *path)
{
  return find_exporter (path) != NULL;
}

char *
bf_export_endings (void)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (exporters); i++)
    g_string_append_printf (out, "%s%s", i ? ", " : "", exporters[i].ending);
  /* Translators: the last of a list of endings such as ".csv, .json". */
  g_string_append (out, _ (", or in / for a folder of csv files"));
  return g_string_free (out, FALSE);
}

gboolean
bf_export_write_with (const BfRoadmap *roadmap,
                      const BfWorkbookOptions *options,
                      const char *path,
                      GError **error)
{
  const Exporter *exporter = find_exporter (path);
  g_autofree char *text = NULL;

  if (!exporter)
    {
      g_autofree char *endings = bf_export_endings ();

      g_set_error (error,
                   G_FILE_ERROR,
                   G_FILE_ERROR_INVAL,
                   /* Translators: a file name, and endings such as ".csv, .json". */
                   _ ("%s: cannot write this format; the name has to end in one of %s."),
                   path,
                   endings);
      return FALSE;
    }
  if (exporter->to_file == bf_workbook_write)
    return bf_workbook_write_with (roadmap, options, path, error);
  if (exporter->to_file == bf_mspdi_write)
    return bf_mspdi_write_with (roadmap, options ? options->origin : NULL, path, error);
  if (exporter->to_file)
    return exporter->to_file (roadmap, path, error);
  text = exporter->to_text (roadmap);
  return bf_atomic_file_save_text (path, text, -1, error);
}

gboolean
bf_export_write (const BfRoadmap *roadmap, const char *path, GError **error)
{
  return bf_export_write_with (roadmap, NULL, path, error);
}
