/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields as people see and type them: between a record's field and an entry. */

#pragma once

#include <glib.h>

#include "bf-plan.h"

G_BEGIN_DECLS

/* As a table shows it: "31 Dec 2029", "18 500 €", the choice's label; NULL when blank. */
char *bf_field_shown (const BfPlan *plan, const BfField *field, gconstpointer row);
/* The same of a canonical text, such as the diary's "2029-12-31"; "blank" for NULL. */
char *
bf_field_words (const BfPlan *plan, const BfRecord *record, const BfField *field, const char *text);
/* As an entry offers it for editing: short, and read back by bf_field_typed; "" when blank. */
char *bf_field_editable (const BfField *field, gconstpointer row);
/* Canonical text of what a person typed ("" and blanks: the blank); NULL and a sentence when it
 * does not fit the field. */
gboolean bf_field_typed (const BfField *field, const char *typed, char **canonical, GError **error);

G_END_DECLS
