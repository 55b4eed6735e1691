#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-format has the last word on every C file.
set -eu
cd "$1"
find app ui tests -name '*.[ch]' -print0 | sort -z | xargs -0 clang-format-14 --dry-run -Werror
echo "The format holds."
