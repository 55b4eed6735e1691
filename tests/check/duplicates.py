#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names every pair of places in app/ and ui/ that share a long run of C tokens, names aside.

The tables of the records are left out: they are meant to look alike. Tables of columns and
GObject's boilerplate make runs of up to 197 tokens; lower the limit when the longest is gone."""

import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(sys.argv[1])
LIMIT = 200

if not shutil.which("sim_c"):
    print("similarity-tester is not here")
    sys.exit(77)
files = [str(p.relative_to(ROOT)) for top in ("app", "ui") for p in sorted((ROOT / top).rglob("*.c"))]
files = [name for name in files if not name.startswith("app/model/")]
run = subprocess.run(["sim_c", "-r", str(LIMIT), "-n", "-T", "-w", "240", *files], cwd=ROOT, capture_output=True, text=True)
if run.returncode:
    sys.exit(run.stderr)
pairs = [re.sub(r"\s+", " ", line) for line in run.stdout.splitlines() if "|" in line]
print("\n".join(pairs) if pairs else f"No two places share {LIMIT} tokens.")
sys.exit(bool(pairs))
