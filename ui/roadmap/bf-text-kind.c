/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bf-text-kind.h"

const BfTextFace bf_text_faces[BF_N_TEXT_KINDS] = {
  [BF_TEXT_LABEL] = { 11, 500 },       [BF_TEXT_LABEL_SELECTED] = { 11, 600 },
  [BF_TEXT_RULER_MAJOR] = { 13, 700 }, [BF_TEXT_RULER_MINOR] = { 11, 400 },
  [BF_TEXT_PILL] = { 11, 600 },        [BF_TEXT_PHASE] = { 12, 600 },
  [BF_TEXT_STRIP] = { 11, 400 },       [BF_TEXT_STONE] = { 11, 400 },
  [BF_TEXT_LANE] = { 12, 700 },        [BF_TEXT_LANE_NOTE] = { 11, 400 },
};
