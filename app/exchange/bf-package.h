/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A zip archive of XML parts, as .xlsx and .ods are, read with limits.
 *
 * At most 1 GB is unpacked in all, and an entry to 200 times its packed size (the first MB is
 * free). Parts are parsed as they unpack; a document type declaration is refused, so no entity
 * can be declared, and nothing is fetched. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BfPackage BfPackage;

/* Attributes of an element, while its start is being told. */
typedef struct
{
  const unsigned char **items;
  int count;
} BfXmlAttributes;

/* Names come without their prefix, @space is the namespace's address or "". A callback that wants
 * to stop sets *error. */
typedef struct
{
  void (*start) (const char *name,
                 const char *space,
                 const BfXmlAttributes *attributes,
                 gpointer data,
                 GError **error);
  void (*end) (const char *name, const char *space, gpointer data, GError **error);
  void (*text) (const char *text, int length, gpointer data);
} BfXmlCalls;

/* Fails with BF_READER_ERROR. */
BfPackage *bf_package_open (const char *path, GError **error);
void bf_package_free (BfPackage *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BfPackage, bf_package_free)

/* How much of all XML of @package (BfPackage) has been unpacked, 0 .. 1. */
double bf_package_position (gconstpointer package);
gboolean bf_package_has (BfPackage *package, const char *entry);
/* The first @size bytes of a small entry; NULL when there is none. Owned by the caller. */
char *bf_package_read (BfPackage *package, const char *entry, gsize size);
gboolean bf_package_parse (BfPackage *package,
                           const char *entry,
                           const BfXmlCalls *calls,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error);

/* The attribute's value, cut to @size; FALSE and @value "" when it is not there. */
gboolean
bf_xml_attribute (const BfXmlAttributes *attributes, const char *name, char *value, gsize size);
/* The same, whole; NULL when it is not there. Owned by the caller. */
char *bf_xml_attribute_dup (const BfXmlAttributes *attributes, const char *name);
/* As a whole number; @fallback when it is not there or not one. */
guint bf_xml_attribute_uint (const BfXmlAttributes *attributes, const char *name, guint fallback);

G_END_DECLS
