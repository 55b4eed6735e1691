#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says in words which include points upward in the layers of app/, or brings GTK there."""

import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1])
# What each layer may see besides itself.
SEES = {
    "model": set(),
    "catalogue": {"model"},
    "planning": {"model", "catalogue"},
    "store": {"model"},
    "exchange": {"model", "catalogue", "planning", "store"},
    "ui": {"model", "catalogue", "planning", "store", "exchange"},
}
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|adwaita|adw)")


def layer_of(path):
    parts = path.relative_to(ROOT).parts
    return parts[1] if parts[0] == "app" else parts[0]


def sources():
    for top in ("app", "ui"):
        yield from sorted((ROOT / top).rglob("*.[ch]"))


def faults():
    home = {path.name: layer_of(path) for path in sources() if path.suffix == ".h"}
    for path in sources():
        layer = layer_of(path)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if not match:
                continue
            where = f"{path.relative_to(ROOT)}:{number}"
            name = pathlib.PurePath(match.group(1)).name
            if layer != "ui" and TOOLKIT.match(match.group(1)):
                yield f"{where}: {layer} is part of app/ and must not know the toolkit ({match.group(1)})"
            target = home.get(name)
            if target and target != layer and target not in SEES[layer]:
                yield f"{where}: {layer} must not see {target} ({name}); the table stands in app/meson.build"


found = list(faults())
print("\n".join(found) if found else "The layers hold.")
sys.exit(bool(found))
