/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-package.h"

#include "bf-reader.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>
#include <zip.h>

#define MAX_UNPACKED (1024 * 1024 * 1024LL)
#define MAX_RATIO 200
#define FREE_BYTES (1024 * 1024)
#define CHUNK 65536

struct _BfPackage
{
  zip_t *zip;
  gint64 unpacked;
  double all; /* bytes of its XML, as the package says */
};

typedef struct
{
  const BfXmlCalls *calls;
  gpointer data;
  xmlParserCtxt *parser;
  GError *error;
} Parse;

static void
fail_damaged (GError **error)
{
  g_set_error_literal (error,
                       BF_READER_ERROR,
                       BF_READER_ERROR_DAMAGED,
                       _ ("It is damaged or was cut short. Fetch it again, or open it in the "
                          "spreadsheet program and save it as .xlsx."));
}

static double
count_xml (zip_t *zip)
{
  double all = 0;
  zip_int64_t n = zip_get_num_entries (zip, 0);
  zip_stat_t status;

  for (zip_int64_t i = 0; i < n; i++)
    if (zip_stat_index (zip, (zip_uint64_t) i, 0, &status) == 0 &&
        (status.valid & (ZIP_STAT_NAME | ZIP_STAT_SIZE)) == (ZIP_STAT_NAME | ZIP_STAT_SIZE) &&
        g_str_has_suffix (status.name, ".xml"))
      all += (double) status.size;
  return all;
}

BfPackage *
bf_package_open (const char *path, GError **error)
{
  int code = 0;
  zip_t *zip = zip_open (path, ZIP_RDONLY, &code);
  BfPackage *package;

  if (!zip)
    {
      fail_damaged (error);
      return NULL;
    }
  package = g_new0 (BfPackage, 1);
  package->zip = zip;
  package->all = count_xml (zip);
  return package;
}

double
bf_package_position (gconstpointer package)
{
  const BfPackage *self = package;

  return self->all > 0 ? MIN ((double) self->unpacked / self->all, 1) : 0;
}

void
bf_package_free (BfPackage *package)
{
  zip_discard (package->zip);
  g_free (package);
}

static zip_int64_t
locate (BfPackage *package, const char *entry)
{
  zip_int64_t index = zip_name_locate (package->zip, entry, 0);

  return index >= 0 ? index : zip_name_locate (package->zip, entry, ZIP_FL_NOCASE);
}

gboolean
bf_package_has (BfPackage *package, const char *entry)
{
  return locate (package, entry) >= 0;
}

char *
bf_package_read (BfPackage *package, const char *entry, gsize size)
{
  zip_int64_t index = locate (package, entry);
  zip_file_t *file = index < 0 ? NULL : zip_fopen_index (package->zip, (zip_uint64_t) index, 0);
  g_autofree char *text = NULL;
  zip_int64_t length;

  if (!file)
    return NULL;
  text = g_malloc0 (size + 1);
  length = zip_fread (file, text, size);
  zip_fclose (file);
  return length < 0 ? NULL : g_steal_pointer (&text);
}

/* --- XML ---------------------------------------------------------------------------------- */

static void
stop_if_failed (Parse *parse)
{
  if (parse->error)
    xmlStopParser (parse->parser);
}

static void
start_cb (void *data,
          const xmlChar *name,
          const xmlChar *prefix,
          const xmlChar *space,
          int n_namespaces,
          const xmlChar **namespaces,
          int n_attributes,
          int n_defaulted,
          const xmlChar **attributes)
{
  Parse *parse = data;
  BfXmlAttributes found = { attributes, n_attributes };

  if (parse->error)
    return;
  parse->calls->start (
      (const char *) name, space ? (const char *) space : "", &found, parse->data, &parse->error);
  stop_if_failed (parse);
}

static void
end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
  Parse *parse = data;

  if (parse->error)
    return;
  parse->calls->end (
      (const char *) name, space ? (const char *) space : "", parse->data, &parse->error);
  stop_if_failed (parse);
}

static void
text_cb (void *data, const xmlChar *text, int length)
{
  Parse *parse = data;

  if (!parse->error)
    parse->calls->text ((const char *) text, length, parse->data);
}

static xmlEntity *
entity_cb (void *data, const xmlChar *name)
{
  return xmlGetPredefinedEntity (name);
}

static void
declaration_cb (void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
  Parse *parse = data;

  if (!parse->error)
    g_set_error_literal (&parse->error,
                         BF_READER_ERROR,
                         BF_READER_ERROR_FORMAT,
                         _ ("It carries declarations that a spreadsheet does not have, and is not "
                            "read. Open it in the spreadsheet program and save it as .xlsx."));
  xmlStopParser (parse->parser);
}

static void
silent_cb (void *data, xmlError *error)
{
}

static const xmlSAXHandler handler = {
  .initialized = XML_SAX2_MAGIC,
  .startElementNs = start_cb,
  .endElementNs = end_cb,
  .characters = text_cb,
  .cdataBlock = text_cb,
  .ignorableWhitespace = text_cb,
  .getEntity = entity_cb,
  .internalSubset = declaration_cb,
  .serror = silent_cb,
};

/* TRUE while what has been unpacked is within the limits. */
static gboolean
count_bytes (BfPackage *package, gint64 bytes, gint64 entry, guint64 packed, GError **error)
{
  package->unpacked += bytes;
  if (package->unpacked > MAX_UNPACKED)
    g_set_error_literal (error,
                         BF_READER_ERROR,
                         BF_READER_ERROR_LIMIT,
                         _ ("It unpacks to more than 1 GB, which no list of a plant does. Check "
                            "where it came from."));
  else if (entry > FREE_BYTES && (guint64) entry > packed * MAX_RATIO)
    g_set_error_literal (error,
                         BF_READER_ERROR,
                         BF_READER_ERROR_LIMIT,
                         _ ("It is packed more than 200 times smaller than it is, as harmful files "
                            "are. Open it in the spreadsheet program and save it again."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
feed (BfPackage *package, zip_file_t *file, guint64 packed, Parse *parse, GCancellable *cancellable)
{
  g_autofree char *buffer = g_malloc (CHUNK);
  gint64 entry = 0;
  zip_int64_t length;

  while ((length = zip_fread (file, buffer, CHUNK)) > 0)
    {
      entry += length;
      if (g_cancellable_set_error_if_cancelled (cancellable, &parse->error) ||
          !count_bytes (package, length, entry, packed, &parse->error))
        return FALSE;
      if (xmlParseChunk (parse->parser, buffer, (int) length, 0) != 0 || parse->error)
        return FALSE;
    }
  return length == 0 && xmlParseChunk (parse->parser, buffer, 0, 1) == 0;
}

gboolean
bf_package_parse (BfPackage *package,
                  const char *entry,
                  const BfXmlCalls *calls,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  zip_int64_t index = locate (package, entry);
  Parse parse = { calls, data, NULL, NULL };
  zip_stat_t status;
  zip_file_t *file;
  gboolean good;

  if (index < 0 || zip_stat_index (package->zip, (zip_uint64_t) index, 0, &status) != 0 ||
      !(file = zip_fopen_index (package->zip, (zip_uint64_t) index, 0)))
    {
      fail_damaged (error);
      return FALSE;
    }
  parse.parser = xmlCreatePushParserCtxt ((xmlSAXHandler *) &handler, &parse, NULL, 0, NULL);
  xmlCtxtUseOptions (parse.parser, XML_PARSE_NOENT | XML_PARSE_NONET);
  good = feed (package, file, status.comp_size, &parse, cancellable);
  zip_fclose (file);
  xmlFreeParserCtxt (parse.parser);
  if (parse.error)
    g_propagate_error (error, parse.error);
  else if (!good)
    fail_damaged (error);
  return good && !parse.error;
}

/* Each attribute is five pointers: name, prefix, namespace, value, end of value. */
static const unsigned char **
find_attribute (const BfXmlAttributes *attributes, const char *name)
{
  for (int i = 0; i < attributes->count; i++)
    if (strcmp ((const char *) attributes->items[5 * i], name) == 0)
      return attributes->items + 5 * i;
  return NULL;
}

gboolean
bf_xml_attribute (const BfXmlAttributes *attributes, const char *name, char *value, gsize size)
{
  const unsigned char **found = find_attribute (attributes, name);
  gsize length = found ? MIN ((gsize) (found[4] - found[3]), size - 1) : 0;

  if (found)
    memcpy (value, found[3], length);
  value[length] = '\0';
  return found != NULL;
}

char *
bf_xml_attribute_dup (const BfXmlAttributes *attributes, const char *name)
{
  const unsigned char **found = find_attribute (attributes, name);

  return found ? g_strndup ((const char *) found[3], (gsize) (found[4] - found[3])) : NULL;
}

guint
bf_xml_attribute_uint (const BfXmlAttributes *attributes, const char *name, guint fallback)
{
  char text[16];
  guint64 value;

  if (!bf_xml_attribute (attributes, name, text, sizeof text) ||
      !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &value, NULL))
    return fallback;
  return (guint) value;
}
