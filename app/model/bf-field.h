/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a record type says about one of its fields, once.
 *
 * From one table of these come the SQL table, load and save, the diary, import mapping and
 * checks, the columns and editors of the pages, and the columns of exports. A field's value in a
 * row struct lies at `offset` and has the C type of its kind (see BfKind). The *canonical text*
 * of a value is its machine form: what the diary stores, what an edit takes, independent of
 * locale; a blank value has the canonical text NULL. */

#pragma once

#include <glib/gi18n-lib.h>

#include "bf-day.h"
#include "bf-estimate.h"
#include "bf-money.h"

G_BEGIN_DECLS

typedef enum
{
  BF_KIND_TEXT,       /* const char *, owned by the plan; blank NULL */
  BF_KIND_INTEGER,    /* gint64; blank BF_BLANK, as for all gint64 kinds */
  BF_KIND_NUMBER,     /* double; blank NAN, as for all double kinds */
  BF_KIND_PERCENT,    /* double, a share of 1; people see and type percent */
  BF_KIND_MONEY,      /* gint64, minor units of the plant's currency */
  BF_KIND_DAY,        /* gint64 */
  BF_KIND_MINUTE,     /* gint64, wall clock */
  BF_KIND_YESNO,      /* int: 0, 1; blank -1 */
  BF_KIND_CHOICE,     /* int: index into choices; blank -1 */
  BF_KIND_CHOICES,    /* guint32: one bit a choice; blank 0 */
  BF_KIND_ESTIMATE,   /* BfEstimate; three SQL columns <column>_min, _likely, _max */
  BF_KIND_REFERENCE,  /* const char *: the key of a row of `target`; blank NULL */
  BF_KIND_REFERENCES, /* const char *const *: keys, NULL-terminated; blank NULL. Canonical "A; B" */
  BF_KIND_WEEKS,      /* gint64: repeats every n weeks ("every 2nd weekend"); blank: once */
  BF_KIND_CARRY,      /* double: carry-over: 0 no, share of the period's own amount, BF_CARRY_ALL
                       * yes; canonical "no", "yes" or the share */
} BfKind;

#define BF_CARRY_ALL 1e9

/* The record types. Their order is the order of import, load and sheets. */
typedef enum
{
  BF_PLANT,
  BF_AREA,
  BF_HOLIDAY,
  BF_WINDOW,
  BF_TEAM,
  BF_CAPACITY,
  BF_BUDGET,
  BF_ASSESSMENT,
  BF_RESULT,
  BF_SYSTEM,
  BF_INTERFACE,
  BF_CYCLE,
  BF_REQUIREMENT,
  BF_OFFER,
  BF_CLAIM,
  BF_EVIDENCE,
  BF_STEP,
  BF_DEPENDENCY,
  BF_PHASE,
  BF_SCENARIO,
  BF_OVERRIDE,
  BF_RISK,
  BF_DECISION,
  BF_ACTUAL,
  BF_BASELINE,
  BF_N_RECORDS,
  BF_NO_RECORD = BF_N_RECORDS,
} BfRecordKind;

/* An allowed word: how it is stored, how it is shown, and what else an import may meet (lower
 * case, separated by |). */
typedef struct
{
  const char *id;
  const char *label;
  const char *synonyms;
} BfChoice;

typedef struct
{
  const char *column; /* SQL column and id in JSON */
  const char *label;  /* N_(), heading and editor */
  BfKind kind;
  gsize offset;            /* in the row struct */
  const char *unit;        /* "h", "weeks", "person-days", "currency", "%"; "" none */
  const char *help;        /* N_(), one line; "" none */
  const BfChoice *choices; /* ends with id NULL; CHOICE and CHOICES */
  BfRecordKind target;     /* REFERENCE and REFERENCES, else BF_NO_RECORD */
  double min, max;         /* allowed range of numbers (shares for PERCENT); equal: no limit */
  gboolean required;       /* without it a row cannot be used */
  const char *synonyms;    /* other headings, lower case, separated by |; one that ends in ? is
                            * weak: it counts only where no other heading means the field */
} BfField;

/* Every row struct begins with this. */
typedef struct
{
  const char *id;  /* UUID */
  const char *key; /* what people see; unique in its table without case */
} BfRow;

/* One entry of a record's table. @rest are further designated members: .choices, .min and .max,
 * .required, .synonyms. */
#define BF_FIELD(Type, member, KIND, label_text, unit_text, help_text, rest...)                    \
  {                                                                                                \
    .column = #member, .label = (label_text), .kind = BF_KIND_##KIND,                              \
    .offset = G_STRUCT_OFFSET (Type, member), .unit = (unit_text), .help = (help_text),            \
    .target = BF_NO_RECORD, ##rest                                                                 \
  }
/* A reference, or a list of them, to rows of another record type. */
#define BF_LINK(Type, member, KIND, TARGET, label_text, help_text, rest...)                        \
  {                                                                                                \
    .column = #member, .label = (label_text), .kind = BF_KIND_##KIND,                              \
    .offset = G_STRUCT_OFFSET (Type, member), .unit = "", .help = (help_text),                     \
    .target = BF_##TARGET, ##rest                                                                  \
  }
/* The key, first in every table. */
#define BF_KEY(Type, column_name, label_text, other_headings)                                      \
  {                                                                                                \
    .column = (column_name), .label = (label_text), .kind = BF_KIND_TEXT,                          \
    .offset = G_STRUCT_OFFSET (Type, row.key), .unit = "",                                         \
    .help = N_ ("What people call it; unique in its list"), .target = BF_NO_RECORD,                \
    .required = TRUE, .synonyms = (other_headings)                                                 \
  }

typedef struct
{
  BfRecordKind kind;
  const char *table;     /* SQL table, JSON id */
  const char *label;     /* N_("System") */
  const char *plural;    /* N_("Systems"), also the name of its sheet */
  const char *synonyms;  /* other names of the sheet or file, lower case, separated by | */
  gsize size;            /* of the row struct */
  const BfField *fields; /* the first is the key */
  guint n_fields;
} BfRecord;

const BfRecord *bf_record (BfRecordKind kind);
/* NULL when no record type has that table. */
const BfRecord *bf_record_for_table (const char *table);
/* NULL when the record has no such column. */
const BfField *bf_record_field (const BfRecord *record, const char *column);

/* Sets every field of @row, @record->size bytes, to its blank. */
void bf_record_blank (const BfRecord *record, gpointer row);

gboolean bf_field_is_blank (const BfField *field, gconstpointer row);
/* Canonical text of the field in @row; NULL when blank. Owned by the caller. */
char *bf_field_text (const BfField *field, gconstpointer row);
/* Reads canonical text (NULL or "": blank) into @row, and checks range and choices. Text is
 * interned in @strings, which must outlive the row. Fails with a sentence for the person, domain
 * BF_FIELD_ERROR; @row is then untouched. A reference is not looked up here. */
gboolean bf_field_set (
    const BfField *field, gpointer row, GStringChunk *strings, const char *text, GError **error);
/* TRUE when the field has the same value in both rows; two blanks are the same. */
gboolean bf_field_same (const BfField *field, gconstpointer a, gconstpointer b);

/* The index of the choice whose id, label or synonym is @word, trimmed and without ASCII case;
 * -1 when there is none. */
int bf_choice_find (const BfChoice *choices, const char *word);

#define BF_FIELD_ERROR (bf_field_error_quark ())
GQuark bf_field_error_quark (void);

typedef enum
{
  BF_FIELD_ERROR_KIND,   /* not a number, day, word of that kind */
  BF_FIELD_ERROR_RANGE,  /* outside min .. max, or min > likely > max */
  BF_FIELD_ERROR_CHOICE, /* no allowed word */
} BfFieldError;

/* The value at the field's offset, typed. */
#define BF_AT(type, field, row) (*(const type *) ((const char *) (row) + (field)->offset))

G_END_DECLS
