#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-tjp.py PROGRAM SAMPLE: TaskJuggler schedules our project again, without an error, to the same
dates, and finds time for every team's work; it does refuse a date that breaks a dependency."""

import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SAMPLE = sys.argv[1:3]
# Work of a day is cut into slots, so what a team finds time for differs by a few of them.
LOST_SHARE, LOST_DAYS = 0.01, 0.5


def schedule(project):
    """What tj3 says, and its table."""
    done = subprocess.run(["tj3", "--silent", project.name], cwd=project.parent, capture_output=True, text=True, timeout=280)
    table = project.parent / "brownfield.csv"
    rows = list(csv.DictReader(table.open(encoding="utf-8"), delimiter=";")) if table.exists() else []
    return done.returncode, done.stdout + done.stderr, rows


def faults_of_dates(rows, roadmap):
    cutovers, releases, activities = {}, {}, {}
    for row in rows:
        name, step = row["Name"].strip(), row["Step"]
        if name == "Cutover":
            cutovers.setdefault(step, []).append((row["Start"], row["End"]))
        elif name == "Release":
            releases[step] = row["End"]
        elif step and row["Id"].count(".") == 2:
            activities.setdefault(step, set()).add((row["Start"][:10], row["End"][:10]))
    for step in roadmap["steps"]:
        key = step["id"]
        if releases.get(key) != f"{step['finish']}-17:00":
            yield f"{key} is released {releases.get(key)} instead of {step['finish']}"
        ours = sorted(c["start"].replace("T", "-") for c in step["cutovers"] if c["hours"] > 0)
        theirs = sorted(start for start, _ in cutovers.get(key, []))
        if [start for start in ours if start not in theirs] or len(theirs) != len(step["cutovers"]):
            yield f"{key} is cut over {theirs} instead of {ours}"
        wanted = {(a["start"], a["finish"]) for a in step["activities"] if a["kind"] != "cutover" and a["finish"] >= a["start"]}
        if activities.get(key, set()) != wanted:
            yield f"{key}: activities {activities.get(key)} instead of {wanted}"


def faults_of_teams(rows):
    n = 0
    for row in rows:
        if row["Person-days planned"]:
            planned, found = float(row["Person-days planned"]), float(row["Effort"])
            n += 1
            if found < planned * (1 - LOST_SHARE) - LOST_DAYS:
                yield f"{row['Step']}, {row['Name'].strip()}: time for {found} of {planned} person-days"
    if n < 10:
        yield f"only {n} activities have work"


def faults_of_broken(project):
    """The last link's date is broken by hand: a project that is wrong must not pass."""
    lines = project.read_text(encoding="utf-8").splitlines()
    at = max(i for i, line in enumerate(lines) if line.strip().startswith("depends"))
    start = max(i for i, line in enumerate(lines[:at]) if line.strip().startswith("start "))
    lines[start] = re.sub(r"start 20\d\d", "start 2027", lines[start])
    broken = project.with_name("broken.tjp")
    broken.write_text("\n".join(lines), encoding="utf-8")
    code, said, _ = schedule(broken)
    if code == 0 and "rror" not in said:
        yield "tj3 takes a release before the work that it waits for"


def faults(folder):
    project, ours = folder / "roadmap.tjp", folder / "roadmap.json"
    subprocess.run([PROGRAM, "plan", SAMPLE, "--draws", "100", "--export", project, "--export", ours],
                   check=True, capture_output=True)
    code, said, rows = schedule(project)
    if code or said.strip():
        yield f"tj3 ends with {code}: {said}"
        return
    yield from faults_of_dates(rows, json.loads(ours.read_text(encoding="utf-8")))
    yield from faults_of_teams(rows)
    yield from faults_of_broken(project)


if not shutil.which("tj3"):
    print("tj3 is not here")
    sys.exit(77)
with tempfile.TemporaryDirectory() as temporary:
    found = list(faults(pathlib.Path(temporary)))
print("\n".join(found) if found else "TaskJuggler comes to the same dates.")
sys.exit(bool(found))
