/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-mspdi-reader.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <string.h>

#define MOST_BYTES (64 * 1024 * 1024)
#define HEAD_BYTES 2048

/* --- The value ---------------------------------------------------------------------------- */

static void
task_free (gpointer data)
{
  BfProjectTask *task = data;

  g_free (task->name);
  for (int i = 0; i < BF_N_TASK_FIELDS; i++)
    g_free (task->fields[i]);
  g_array_unref (task->links);
  g_free (task);
}

static BfProject *
project_new (void)
{
  BfProject *project = g_new0 (BfProject, 1);

  project->tasks = g_ptr_array_new_with_free_func (task_free);
  project->by_uid = g_hash_table_new (NULL, NULL);
  return project;
}

void
bf_project_free (BfProject *project)
{
  g_free (project->title);
  g_free (project->subject);
  g_free (project->saved);
  g_ptr_array_unref (project->tasks);
  g_hash_table_unref (project->by_uid);
  g_free (project);
}

const BfProjectTask *
bf_project_find (const BfProject *project, int uid)
{
  return g_hash_table_lookup (project->by_uid, GINT_TO_POINTER (uid));
}

/* --- Elements ----------------------------------------------------------------------------- */

static gboolean
is_element (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

/* The text of the child of that name; "" none. Owned by the caller. */
static char *
text_of (const xmlNode *parent, const char *name)
{
  for (const xmlNode *child = parent->children; child; child = child->next)
    if (is_element (child, name))
      {
        xmlChar *content = xmlNodeGetContent (child);
        char *text = g_strdup (content ? (const char *) content : "");

        xmlFree (content);
        return g_strstrip (text);
      }
  return g_strdup ("");
}

/* @otherwise when there is no such child, or no whole number in it. */
static gint64
number_of (const xmlNode *parent, const char *name, gint64 otherwise)
{
  g_autofree char *text = text_of (parent, name);
  gint64 number;

  return g_ascii_string_to_signed (text, 10, G_MININT32, G_MAXINT32, &number, NULL) ? number
                                                                                    : otherwise;
}

static gint64
minute_of (const xmlNode *parent, const char *name)
{
  g_autofree char *text = text_of (parent, name);
  gint64 minute;

  if (strlen (text) > 16)
    text[16] = '\0';
  return bf_minute_parse (text, &minute) ? minute : BF_BLANK;
}

/* --- Tasks -------------------------------------------------------------------------------- */

/* Where each field of ours stands in this file: programs may number it anew. */
static void
read_aliases (const xmlNode *parent, gint64 *ids)
{
  for (const xmlNode *node = parent->children; node; node = node->next)
    {
      g_autofree char *alias =
          is_element (node, "ExtendedAttribute") ? text_of (node, "Alias") : NULL;

      for (int i = 0; alias && i < BF_N_TASK_FIELDS; i++)
        if (g_ascii_strcasecmp (alias, bf_task_field_alias ((BfTaskField) i)) == 0)
          ids[i] = number_of (node, "FieldID", ids[i]);
    }
}

static void
read_field (BfProjectTask *task, const xmlNode *node, const gint64 *ids)
{
  gint64 id = number_of (node, "FieldID", -1);

  for (int i = 0; i < BF_N_TASK_FIELDS; i++)
    if (id == ids[i] && !task->fields[i])
      task->fields[i] = text_of (node, "Value");
}

static void
read_link (BfProjectTask *task, const xmlNode *node)
{
  BfTaskLink link = {
    .uid = (int) number_of (node, "PredecessorUID", -1),
    .type = (BfLinkType) number_of (node, "Type", BF_LINK_FINISH_TO_START),
    .lag_minutes = number_of (node, "LinkLag", 0) / 10,
  };

  if (link.uid >= 0 && (guint) link.type <= BF_LINK_START_TO_START)
    g_array_append_val (task->links, link);
}

static void
read_task (BfProject *project, const xmlNode *node, const gint64 *ids)
{
  BfProjectTask *task;

  if (number_of (node, "IsNull", 0) == 1)
    return;
  task = g_new0 (BfProjectTask, 1);
  task->uid = (int) number_of (node, "UID", -1);
  task->summary = number_of (node, "Summary", 0) == 1;
  task->milestone = number_of (node, "Milestone", 0) == 1;
  task->name = text_of (node, "Name");
  task->start = minute_of (node, "Start");
  task->finish = minute_of (node, "Finish");
  task->links = g_array_new (FALSE, FALSE, sizeof (BfTaskLink));
  for (const xmlNode *child = node->children; child; child = child->next)
    if (is_element (child, "PredecessorLink"))
      read_link (task, child);
    else if (is_element (child, "ExtendedAttribute"))
      read_field (task, child, ids);
  g_ptr_array_add (project->tasks, task);
  g_hash_table_insert (project->by_uid, GINT_TO_POINTER (task->uid), task);
}

static void
read_tasks (BfProject *project, const xmlNode *root)
{
  gint64 ids[BF_N_TASK_FIELDS];

  for (int i = 0; i < BF_N_TASK_FIELDS; i++)
    ids[i] = BF_TASK_FIELD_ID (i);
  for (const xmlNode *node = root->children; node; node = node->next)
    if (is_element (node, "ExtendedAttributes"))
      read_aliases (node, ids);
  for (const xmlNode *node = root->children; node; node = node->next)
    for (const xmlNode *task = is_element (node, "Tasks") ? node->children : NULL; task;
         task = task->next)
      if (is_element (task, "Task"))
        read_task (project, task, ids);
}

/* --- The file ----------------------------------------------------------------------------- */

static BfProject *
fail (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentence);
  return NULL;
}

static BfProject *
read_document (xmlDoc *document, GError **error)
{
  const xmlNode *root = document ? xmlDocGetRootElement (document) : NULL;
  BfProject *project;
  char *saved;

  if (!root)
    return fail (error,
                 _ ("It is no whole XML file: it was cut short, or changed by hand. Save it again "
                    "in the project program."));
  if (document->intSubset || document->extSubset)
    return fail (error,
                 _ ("It brings a document type of its own, which no project program "
                    "writes; it was not read."));
  if (!is_element (root, "Project"))
    return fail (error, _ ("It is an XML file, but no project of MS Project."));
  project = project_new ();
  project->title = text_of (root, "Title");
  project->subject = text_of (root, "Subject");
  saved = text_of (root, "LastSaved");
  if (strlen (saved) >= 10)
    project->saved = g_strndup (saved, 10);
  g_free (saved);
  read_tasks (project, root);
  return project;
}

/* The library prints what is wrong with an encoding whatever it was told. */
static void
say_nothing (void *data, const char *message, ...)
{
}

BfProject *
bf_project_read_text (const char *text, gsize length, GError **error)
{
  xmlDoc *document;
  BfProject *project;

  if (length > MOST_BYTES)
    return fail (error, _ ("It is larger than 64 MB, which no project of a plant is."));
  xmlSetGenericErrorFunc (NULL, say_nothing);
  document = xmlReadMemory (text,
                            (int) length,
                            NULL,
                            NULL,
                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                XML_PARSE_NOBLANKS | XML_PARSE_NOCDATA);
  xmlSetGenericErrorFunc (NULL, NULL);
  project = read_document (document, error);
  xmlFreeDoc (document);
  return project;
}

BfProject *
bf_project_read (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, error)
             ? bf_project_read_text (text, length, error)
             : NULL;
}

gboolean
bf_project_is_in (const char *path)
{
  char head[HEAD_BYTES + 1];
  FILE *file = g_str_has_suffix (path, ".xml") || g_str_has_suffix (path, ".XML")
                   ? fopen (path, "rb")
                   : NULL;
  size_t length;

  if (!file)
    return FALSE;
  length = fread (head, 1, HEAD_BYTES, file);
  fclose (file);
  head[length] = '\0';
  return strstr (head, "http://schemas.microsoft.com/project") != NULL;
}
