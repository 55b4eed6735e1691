#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-validation.py PROGRAM SAMPLE: the validation plan lists a document for every phase that a step
goes through, each due inside the step, with somebody to write it."""

import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

PROGRAM, SAMPLE = sys.argv[1:3]


def rows_of(sheet):
    """[{heading: value}] of the list below its headings."""
    rows = list(sheet.iter_rows(values_only=True))
    at = next(i for i, row in enumerate(rows) if row[0] == "Step")
    return [dict(zip(rows[at], row)) for row in rows[at + 1:] if row[0]]


def faults(folder):
    book, ours = folder / "validation.xlsx", folder / "roadmap.json"
    subprocess.run([PROGRAM, "plan", SAMPLE, "--draws", "50", "--validation-plan", book, "--export", ours],
                   check=True, capture_output=True)
    steps = {step["id"]: step for step in json.loads(ours.read_text(encoding="utf-8"))["steps"]}
    rows = rows_of(openpyxl.load_workbook(book)["Validation plan"])
    if len(rows) < 20:
        yield f"only {len(rows)} documents"
    for row in rows:
        step = steps[row["Step"]]
        due = row["Due"].date().isoformat() if isinstance(row["Due"], datetime.datetime) else row["Due"]
        if not step["start"] <= due <= max(step["finish"], *(a["finish"] for a in step["activities"])):
            yield f"{row['Document']} of {row['Step']} is due {due}, outside {step['start']} to {step['finish']}"
        if not row["Owner"] or row["Status"] != "open":
            yield f"{row['Document']} of {row['Step']}: owner {row['Owner']}, status {row['Status']}"
    for key, step in steps.items():
        listed = {row["Phase"] for row in rows if row["Step"] == key}
        phases = {phase["phase"] for phase in step["qualification"]}
        if len(listed) < len(phases):
            yield f"{key} goes through {sorted(phases)}, but has documents of {sorted(listed)} alone"


with tempfile.TemporaryDirectory() as temporary:
    found = list(faults(pathlib.Path(temporary)))
print("\n".join(found) if found else "Every phase leaves its documents.")
sys.exit(bool(found))
