/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-timeline-colors.h"

static const struct
{
  const char *name;
  guint32 light, dark;
} roles[BF_N_COLORS] = {
  [BF_COLOR_BUILD] = { "bf_build", 0x1b4c8f, 0x6a9ff7 },
  [BF_COLOR_BUILD_TINT] = { "bf_build_tint", 0xd6e4f5, 0x1f3658 },
  [BF_COLOR_PROOF] = { "bf_proof", 0x0d7f5e, 0x6fdfbd },
  [BF_COLOR_PROOF_TINT] = { "bf_proof_tint", 0xcfece0, 0x17443a },
  [BF_COLOR_STOP] = { "bf_stop", 0xab340e, 0xfc723a },
  [BF_COLOR_STOP_TINT] = { "bf_stop_tint", 0xfadccf, 0x57281a },
  [BF_COLOR_BOTH] = { "bf_both", 0xb97307, 0xf5d95c },
  [BF_COLOR_BOTH_TINT] = { "bf_both_tint", 0xfbe3b4, 0x4d4112 },
  [BF_COLOR_CARE] = { "bf_care", 0x9a5a8a, 0xc9a2d4 },
  [BF_COLOR_CARE_TINT] = { "bf_care_tint", 0xf3e2ee, 0x44304a },
  [BF_COLOR_LEGACY] = { "bf_legacy", 0x5e3f27, 0xc48f72 },
  [BF_COLOR_LEGACY_TINT] = { "bf_legacy_tint", 0xeae0d6, 0x46372e },
  [BF_COLOR_SHUTDOWN_MARK] = { "bf_shutdown_mark", 0xb9703f, 0xc98a5e },
  [BF_COLOR_FREEZE_MARK] = { "bf_freeze_mark", 0x5d7286, 0x8fa6bb },
  [BF_COLOR_WINDOW] = { "bf_window", 0xfafafa, 0x242424 },
  [BF_COLOR_VIEW] = { "bf_view", 0xffffff, 0x1e1e1e },
  [BF_COLOR_BORDER] = { "bf_border", 0xdedad5, 0x454341 },
  [BF_COLOR_HAIRLINE] = { "bf_hairline", 0xebe8e4, 0x393836 },
  [BF_COLOR_INK] = { "bf_ink", 0x2b2723, 0xf4f1ed },
  [BF_COLOR_INK2] = { "bf_ink2", 0x5e5850, 0xbcb5ac },
  [BF_COLOR_INK3] = { "bf_ink3", 0x6b645c, 0xa9a299 },
  [BF_COLOR_BAR_LABEL] = { "bf_bar_label", 0x10305a, 0xe4edfc },
  [BF_COLOR_SHUTDOWN_BAND] = { "bf_shutdown_band", 0xfbeadd, 0x3b2c23 },
  [BF_COLOR_SHUTDOWN_EDGE] = { "bf_shutdown_edge", 0xe5bfa2, 0x75523c },
  [BF_COLOR_FREEZE_BAND] = { "bf_freeze_band", 0xeef2f6, 0x242b33 },
  [BF_COLOR_FREEZE_LINE] = { "bf_freeze_line", 0xd3dce4, 0x36424e },
  [BF_COLOR_PHASE_COLUMN] = { "bf_phase_column", 0xf7f5f2, 0x232322 },
  [BF_COLOR_SELECTION] = { "bf_selection", 0xdfe9f6, 0x29415d },
  [BF_COLOR_ACCENT] = { "bf_accent", 0x1a5fb4, 0x78aeed },
  [BF_COLOR_BAD] = { "bf_bad", 0xb3261e, 0xff938a },
};

static BfColor
color_of (guint32 hex)
{
  return (BfColor){ (double) (hex >> 16 & 0xff) / 255,
                    (double) (hex >> 8 & 0xff) / 255,
                    (double) (hex & 0xff) / 255 };
}

const BfTimelineColors *
bf_timeline_colors_default (gboolean dark)
{
  static BfTimelineColors sets[2];
  static gsize filled;

  if (g_once_init_enter (&filled))
    {
      for (guint i = 0; i < BF_N_COLORS; i++)
        {
          sets[FALSE].of[i] = color_of (roles[i].light);
          sets[TRUE].of[i] = color_of (roles[i].dark);
        }
      g_once_init_leave (&filled, 1);
    }
  return &sets[dark ? TRUE : FALSE];
}

const char *
bf_timeline_color_name (BfColorRole role)
{
  g_return_val_if_fail (role < BF_N_COLORS, NULL);
  return roles[role].name;
}

void
bf_color_source (cairo_t *cr, const BfTimelineColors *colors, BfColorRole role)
{
  bf_color_source_alpha (cr, colors, role, 1);
}

void
bf_color_source_alpha (cairo_t *cr, const BfTimelineColors *colors, BfColorRole role, double alpha)
{
  BfColor color = colors->of[role];

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}

BfColor
bf_color_mix (BfColor from, BfColor to, double share)
{
  return (BfColor){ from.red + (to.red - from.red) * share,
                    from.green + (to.green - from.green) * share,
                    from.blue + (to.blue - from.blue) * share };
}
