#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on a display of its own: with-display.sh PROGRAM [ARGUMENT...]
exec xvfb-run -a -s '-screen 0 1440x900x24 -nolisten tcp' "$@"
