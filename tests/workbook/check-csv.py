#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-csv.py PROGRAM SAMPLE: every list of the plan goes out as csv and an import reads it again: into
the plan it came from nothing changes, and a new plan made of it gives the same files."""

import csv
import filecmp
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, SAMPLE = sys.argv[1:3]


def run(*words, code=0):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True)
    if done.returncode != code:
        sys.exit(f"{words}: exit {done.returncode} instead of {code}\n{done.stdout}{done.stderr}")
    return done.stdout, done.stderr


def rows_of(path):
    rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
    assert all(len(row) == len(rows[0]) for row in rows), f"{path.name}: rows of different lengths"
    return rows


def export(plan, folder):
    run("plan", plan, "--draws", 50, "--export", f"{folder}/")
    return sorted(path.name for path in folder.glob("*.csv"))


def check(place):
    plan, again = place / "plan.brownfield", place / "again.brownfield"
    run("import", SAMPLE, "-o", plan)
    first = export(plan, place / "first")
    assert "plant.csv" in first and "systems.csv" in first, first
    counts, said = run("import", place / "first", "-o", plan)
    assert all(line.endswith("0 changed, " + line.rsplit(", ", 1)[1]) and " 0 added" in line for line in counts.splitlines()), counts
    assert not [line for line in said.splitlines() if not line.startswith("Note:")], said
    run("import", place / "first", "-o", again)
    second = export(again, place / "second")
    assert first == second, (first, second)
    same, different, odd = filecmp.cmpfiles(place / "first", place / "second", first, shallow=False)
    assert not different and not odd, different
    for name in ("steps", "activities", "cutovers", "qualification", "periods"):
        assert filecmp.cmp(place / "first/roadmap" / f"{name}.csv", place / "second/roadmap" / f"{name}.csv", shallow=False), name
        rows_of(place / "first/roadmap" / f"{name}.csv")
    for name in first:
        assert len(rows_of(place / "first" / name)) > 1, name
    _, said = run("plan", plan, "--draws", 50, "--export", f"{place / 'first'}/", code=1)
    assert "left alone" in said, said
    return len(first)


with tempfile.TemporaryDirectory() as temporary:
    n = check(pathlib.Path(temporary))
print(f"{n} lists went out and came back.")
