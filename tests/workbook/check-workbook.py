#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The workbook of the hand-made roadmap, read back: check-workbook.py WRITE-EXPORTS"""

import pathlib
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import reading  # noqa: E402

LOOKS_LIKE_A_FORMULA = ['=HYPERLINK("x")', "=cmd|'/C calc'!A0", '=WEBSERVICE("http://example.invalid")', "=1+1 overruns its stop", "@SUM(A1)"]
RIGHT_EDGES = {"Steps": "Held by", "Money": "Left", "Systems": "Last release", "Timeline": "colours say."}


def cells(path):
    for sheet in openpyxl.load_workbook(path).worksheets:
        for row in sheet.iter_rows():
            yield from row


def faults_of_text(path):
    texts = [(cell, cell.value) for cell in cells(path) if isinstance(cell.value, str)]
    for wanted in LOOKS_LIKE_A_FORMULA:
        places = [cell for cell, value in texts if wanted in value and cell.data_type != "f"]
        if not places:
            yield f"the text {wanted} is lost"
    for cell, value in texts:
        if cell.data_type == "f" and any(value.startswith(text) for text in LOOKS_LIKE_A_FORMULA):
            yield f"{cell.parent.title}!{cell.coordinate}: text became the formula {value}"


def faults_of_types(path):
    book = openpyxl.load_workbook(path, data_only=True)
    for row in reading.table_rows(book, "Steps", "Steps"):
        for column in ("Start", "Release", "Release P80"):
            if not hasattr(row[column], "toordinal"):
                yield f"{row['Key']}: {column} is {row[column]!r}, not a date"
        for column in ("Capex", "Fully loaded", "Stopped"):
            if not isinstance(row[column], (int, float)):
                yield f"{row['Key']}: {column} is {row[column]!r}, not a number"


def faults_of_sums(path):
    book = openpyxl.load_workbook(path, data_only=True)
    steps = reading.table_rows(book, "Steps", "Steps")
    lines = reading.table_rows(book, "Money", "Spending")
    quarters = reading.table_rows(book, "Money", "Quarters")
    totals = {row["Total"]: row for row in reading.table_rows(book, "Money", "Totals")}
    full = sum(row["Fully loaded"] for row in steps)
    for name, value in {
        "the spending lines": sum(row["Amount"] for row in lines),
        "the quarters": sum(row["Fully loaded"] for row in quarters),
        "the totals": totals["Fully loaded"]["Expected"],
    }.items():
        if abs(full - value) >= 0.005:
            yield f"the steps cost {full}, {name} give {value}"
    for row in steps:
        for column, kind in (("Capex", "capex"), ("Opex", "opex"), ("Validation", "validation"), ("Double running", "double running")):
            spent = sum(line["Amount"] for line in lines if line["Nr"] == row["Nr"] and line["Kind"] == kind)
            if abs(spent - row[column]) >= 0.005:
                yield f"{row['Key']}: {column} is {row[column]}, its lines give {spent}"


def faults_of_budget_years(path):
    """The fiscal year starts in February: what is spent in January belongs to the year before."""
    book = openpyxl.load_workbook(path, data_only=True)
    budgets = {row["Nr"]: row for row in reading.table_rows(book, "Money", "Budgets")}
    for line in reading.table_rows(book, "Money", "Spending"):
        budget = budgets.get(line["Budget"])
        if budget and (budget["Kind"] != line["Kind"] or budget["Year"] != line["Year"]):
            yield f"a line of {line['Kind']} {line['Year']} is paid from {budget['Budget']}"
        if line["Kind"] in ("capex", "validation") and budget is None:
            yield f"{line['Kind']} of {line['Quarter from']} has no budget"
    quarters = reading.table_rows(book, "Money", "Quarters")
    calendar = reading.table_rows(book, "Money", "CalendarQuarters")
    if quarters[3]["Quarter"] != "Q4 2027" or quarters[3]["From"].date().isoformat() != "2027-11-01":
        yield f"the fourth quarter of the budgets' year is {quarters[3]['Quarter']} from {quarters[3]['From']}"
    # 900,000 of capex and 60,000 of validation a year.
    for row in quarters[:20]:
        if abs(row["Budget"] - 240000) >= 0.005:
            yield f"{row['Quarter']} has a budget of {row['Budget']}"
    for column in ("Capex", "Validation", "Fully loaded"):
        if abs(sum(row[column] for row in quarters) - sum(row[column] for row in calendar)) >= 0.005:
            yield f"{column}: the quarters of the calendar and of the budgets' year differ"


def write(program, folder, steps):
    """The workbook of the hand-made roadmap of so many steps, or of the small plant."""
    folder.mkdir()
    subprocess.run([program, str(folder), str(steps)], check=True)
    return folder / "roadmap.xlsx"


def faults_of_file(path):
    for check in (reading.faults_of_structure, reading.faults_of_formulas, faults_of_types, faults_of_sums):
        yield from check(path)


def faults(program, folder):
    path = write(program, folder / "one", 6)
    if path.read_bytes() != write(program, folder / "two", 6).read_bytes():
        yield "two runs give different bytes"
    created = openpyxl.load_workbook(path).properties.created
    if created.date().isoformat() != "2027-03-17":
        yield f"the file says that it was created on {created}"
    yield from faults_of_text(path)
    yield from faults_of_budget_years(path)
    others = [write(program, folder / "plant", "plant"), write(program, folder / "many", 90)]
    for each in [path] + others:
        yield from faults_of_file(each)
    others.append(write(program, folder / "empty", 0))
    if not reading.have_office():
        print("LibreOffice is not here: nothing was recalculated or printed.")
        return
    for each in [path] + others:
        yield from reading.faults_of_recalculation(each, folder)
    for each in [path, others[0], others[-1]]:
        yield from reading.faults_of_printing(each, folder, RIGHT_EDGES)


with tempfile.TemporaryDirectory() as place:
    found = list(faults(sys.argv[1], pathlib.Path(place)))
print("\n".join(found) if found else "The workbook holds.")
sys.exit(bool(found))
