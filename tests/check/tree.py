#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house rules that a program can see: the top level, the size of files, the licence line, no
path of a machine."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1])
TOP = {"app", "ui", "resources", "data", "tests", "po", "meson.build", "README.md", "dev", "LICENSE"}
MACHINE = re.compile(r"(?:^|[^A-Za-z0-9_.])/(?:work|root|home)/[A-Za-z0-9_.]+")


def tracked():
    try:
        run = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True)
        return [pathlib.PurePath(name) for name in run.stdout.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):  # no git here, or an unpacked archive
        return [p.relative_to(ROOT) for p in ROOT.rglob("*") if p.is_file() and "build" not in p.relative_to(ROOT).parts[0]]


def faults():
    for path in tracked():
        top = path.parts[0]
        if top not in TOP and not top.startswith(".") and not top.startswith("build"):
            yield f"{top} stands beside the agreed top level"
        if path.suffix not in (".c", ".h", ".py", ".sh") or not (ROOT / path).exists():
            continue
        text = (ROOT / path).read_text(encoding="utf-8")
        lines = text.count("\n")
        if lines > 800:
            yield f"{path} has {lines} lines; it is probably two nouns"
        if "SPDX-License-Identifier: GPL-3.0-or-later" not in text[:300]:
            yield f"{path} has no licence line"
        if MACHINE.search(text) and path.name != "tree.py":
            yield f"{path} names a path of a machine"


found = sorted(set(faults()))
print("\n".join(found) if found else "The tree is in order.")
sys.exit(bool(found))
