#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a story on a display and a session bus of its own: with-desktop.sh PROGRAM [ARGUMENT...]
exec xvfb-run -a -s '-screen 0 1440x900x24 -nolisten tcp' dbus-run-session -- "$@"
