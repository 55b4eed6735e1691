#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a test on a display of its own: with-display.sh PROGRAM [ARGUMENT...]
# The server picks its number itself, so two tests at once never meet on one.
set -eu
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null; rm -rf "$folder"' EXIT
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp -noreset 3>"$folder/number" >"$folder/log" 2>&1 &
server=$!
read -r number <"$folder/number" || { cat "$folder/log" >&2; exit 1; }
DISPLAY=:$number "$@"
