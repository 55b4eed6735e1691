/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One entry of a chart's key: its sign and its word. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  BF_KEY_SQUARE,   /* a filled square */
  BF_KEY_LINE,     /* a thick line */
  BF_KEY_POST,     /* an upright bar */
  BF_KEY_DOTS,     /* tinted, with dots */
  BF_KEY_RISING,   /* tinted, hatched / */
  BF_KEY_FALLING,  /* filled, hatched \ in the tint */
  BF_KEY_RAILS,    /* two rails */
  BF_KEY_RING,     /* an open circle */
  BF_KEY_TRIANGLE, /* a filled triangle */
  BF_KEY_CAPSULE,  /* a rounded outline, low to high */
  BF_KEY_TICK,     /* a dotted line that ends in a tick */
} BfKeySign;

/* @role: of bf-palette.h, static; its tint is "<role>_tint". */
GtkWidget *bf_key_new (BfKeySign sign, const char *role, const char *word);

G_END_DECLS
