#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a story on a display and a session bus of its own: with-desktop.sh PROGRAM [ARGUMENT...]
exec "$(dirname "$0")/with-display.sh" dbus-run-session -- "$@"
