#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A sample plant planned from the command line, and every file that goes out of it read back and
compared with --json: check-sample.py BROWNFIELD SAMPLE"""

import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import formats  # noqa: E402
import reading  # noqa: E402

TOTALS = {
    "Project cost (capex and opex)": "project_cost",
    "Capex": "capex",
    "Opex": "opex",
    "Validation": "validation_cost",
    "Downtime": "downtime_cost",
    "Double running": "double_running",
    "Bridges": "bridges",
    "Fully loaded": "fully_loaded_cost",
}
SPREAD = {"Expected": "expected", "P50": "p50", "P80": "p80", "P90": "p90"}
PERIOD = {"Amount": "budget", "Carried in": "carried_in", "Planned": "planned"}
RIGHT_EDGES = {"Steps": "Held by", "Money": "Left", "Systems": "Last release", "Timeline": "colours say."}


def export(program, sample, folder):
    """Plans once; the files and what --json says."""
    files = {ending: folder / f"{pathlib.Path(sample).name}.{ending}" for ending in ("xlsx", "ics", "xml", "csv", "md")}
    command = [program, "plan", sample, "--json"]
    for path in files.values():
        command += ["--export", str(path)]
    return files, json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def differs(one, other):
    return abs(one - other) >= 0.005


def faults_of_totals(book, plan):
    for row in reading.table_rows(book, "Money", "Totals"):
        for column, key in SPREAD.items():
            wanted = plan["totals"][TOTALS[row["Total"]]][key]
            if differs(row[column], wanted):
                yield f"{row['Total']}, {column}: {row[column]} in the workbook, {wanted} in --json"
    finish = reading.table_rows(book, "Money", "Forecast")[0]
    for column, key in {"Planned": "planned", "P50": "p50", "P80": "p80", "P90": "p90"}.items():
        if finish[column].date().isoformat() != plan["totals"]["finish"][key]:
            yield f"Finish, {column}: {finish[column]} in the workbook, {plan['totals']['finish'][key]} in --json"


def faults_of_periods(book, plan):
    """The lines of the workbook lie on the budgets as the planner put them."""
    rows = reading.table_rows(book, "Money", "Budgets")
    for row, period in zip(rows, plan["periods"]):
        for column, key in PERIOD.items():
            if differs(row[column], period[key]):
                yield f"{row['Key']}, {column}: {row[column]} in the workbook, {period[key]} in --json"


def faults_of_quarters(book, plan):
    """What the quarters say adds up to the budgets, to the contingency and to the whole."""
    rows = reading.table_rows(book, "Money", "Quarters")
    last = max(row["Year"] for row in rows)
    budget = sum(row["Amount"] for row in reading.table_rows(book, "Money", "Budgets") if row["Counts in"] < last)
    given = sum(row["Budget"] for row in rows if row["Year"] < last)
    total = plan["totals"]["fully_loaded_cost"]
    if differs(budget, given):
        yield f"the budgets before {last} are {budget}, the quarters say {given}"
    if differs(sum(row["Fully loaded"] for row in rows), total["expected"]):
        yield "the quarters do not add up to what --json says"
    if abs(sum(row["Contingency to P80"] for row in rows) - (total["p80"] - total["expected"])) >= 0.02:
        yield "the contingency of the quarters does not add up to P80"


def faults_of_steps(book, plan):
    rows = reading.table_rows(book, "Steps", "Steps")
    if [row["Key"] for row in rows] != [step["id"] for step in plan["steps"]]:
        yield "the steps are others than those of --json"
    for row, step in zip(rows, plan["steps"]):
        if row["Release"].date().isoformat() != step["finish"] or differs(row["Validation"], step["validation_cost"]["expected"]):
            yield f"{step['id']}: release or validation differ from --json"
        if row["Quarantine"] != step["quarantine_weeks"]:
            yield f"{step['id']}: {row['Quarantine']} weeks of quarantine, {step['quarantine_weeks']} in --json"
        if differs(row["Lost P80"], step["lost_hours"]["p80"]) or row["Cutovers"] != len(step["cutovers"]):
            yield f"{step['id']}: hours or cutovers differ from --json"


def faults_of_assumptions(book, sample):
    """The files that the plan was read from, so that anyone can compare them with theirs."""
    said = {row[0].value: row[2].value for row in book["Assumptions"].iter_rows(max_col=3)}
    for path in pathlib.Path(sample).iterdir():
        if said.get(path.name) != hashlib.sha256(path.read_bytes()).hexdigest():
            yield f"{path.name}: the sheet of the assumptions says {said.get(path.name)}"


def faults_of_minutes(path, plan):
    """Every step stands in it once, and the headings are ours."""
    text = re.sub(r"\\([^\w\s])", r"\1", path.read_text(encoding="utf-8"))
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    for step in plan["steps"]:
        if not any(row.startswith(f"| {step['title']} | ") for row in rows):
            yield f"minutes: {step['title']} is missing"
    if not text.startswith("# ") or sum(line.startswith("### ") for line in text.splitlines()) != len(plan["phases"]):
        yield "minutes: title or phases are missing"


def faults_of_workbook(path, plan, folder, sample):
    book = openpyxl.load_workbook(path, data_only=True)
    yield from reading.faults_of_structure(path)
    yield from reading.faults_of_formulas(path)
    yield from faults_of_totals(book, plan)
    yield from faults_of_periods(book, plan)
    yield from faults_of_quarters(book, plan)
    yield from faults_of_steps(book, plan)
    yield from faults_of_assumptions(book, sample)
    if not reading.have_office():
        print("LibreOffice is not here: nothing was recalculated or printed.")
        return
    yield from reading.faults_of_recalculation(path, folder)
    yield from reading.faults_of_printing(path, folder, RIGHT_EDGES)


def faults(program, sample, folder):
    files, plan = export(program, sample, folder)
    made = folder / "made"
    made.mkdir()
    yield from faults_of_workbook(files["xlsx"], plan, made, sample)
    yield from formats.faults_of_calendar(files["ics"].read_bytes())
    yield from formats.faults_of_project(files["xml"])
    yield from formats.faults_of_planner(files["xml"])
    yield from formats.faults_of_table(files["csv"])
    yield from faults_of_minutes(files["md"], plan)


with tempfile.TemporaryDirectory() as temporary:
    found = list(faults(sys.argv[1], sys.argv[2], pathlib.Path(temporary)))
print("\n".join(found) if found else "What goes out agrees with --json.")
sys.exit(bool(found))
