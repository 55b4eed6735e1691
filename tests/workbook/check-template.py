#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-template.py PROGRAM: every template is filled in by openpyxl, by what its own rules allow, and
imports without a word; a blank one says that it has 0 rows; one that is there is left alone."""

import datetime
import os
import subprocess
import sys
import tempfile
import warnings

import openpyxl
from openpyxl.utils import range_boundaries

warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
PROGRAM = sys.argv[1]

# What the rules of a template cannot know: keys, references, and dates that follow each other.
VALUES = {
    "Plant": {"Name": "Test plant", "Currency": "EUR"},
    "Areas": {"Key": "A1", "Name": "Filling"},
    "Holidays": {"Key": "H1"},
    "Shutdowns": {"Key": "W1", "Areas": "A1", "Repeats": None, "Open hours [h]": None},
    "Teams": {"Team": "T1"},
    "Capacities": {"Key": "T1@2028-03-01", "Team": "T1"},
    "Budgets": {"Key": "B1", "Year": None, "Carry-over": "no"},
    "Assessments": {"Key": "AS1", "Framework": "SIRI"},
    "Maturity": {"Key": "D1@A1", "Framework": "SIRI", "Dimension": "D1", "Scope": "A1", "Claimed band": 1, "Verified band": 1,
                 "Band low": 1, "Band high": 2, "Target band": 3, "Claim": "C1"},
    "Systems": {"Unique id": "0012", "Name": "Batch system", "Area / line": "A1", "Regulatory impact": "GxP direct; safety"},
    "Interfaces": {"Id": "I1", "From": "0012", "To": "0012"},
    "Qualification": {"Key": "Q1", "Phase": "URS", "System": None},
    "Requirements": {"Key": "R1", "Source": "Annex 11", "Systems": "0012", "Claims": "C1", "Dimension": "SIRI:D1"},
    "Offers": {"Key": "O1", "Name": "Badge"},
    "Claims": {"Key": "C1", "Statement": "We know our orders", "Offer": "O1", "System": "0012"},
    "Evidence": {"Key": "E1"},
    "Steps": {"Step": "ST08:site"},
    "Dependencies": {"Key": "DP1", "Before": "ST08:site", "After": "ST08:site"},
    "Phases": {"Key": "P1", "Name": "Secure"},
    "Scenarios": {"Key": "S1", "Name": "As planned"},
    "Risks": {"Key": "RI1", "Title": "Supplier late", "Step": "ST08:site"},
    "Decisions": {"Key": "DE1", "Title": "Open gate 1"},
    "Actuals": {"Key": "AC1", "Step": "ST08:site"},
}
AFTER = ("End", "Valid until", "To", "Until", "Last day", "Finish")


def run(*words, code=0):
    """The lines of both outputs."""
    done = subprocess.run([PROGRAM, *words], capture_output=True, text=True)
    if done.returncode != code:
        sys.exit(f"{' '.join(words)}: exit {done.returncode} instead of {code}\n{done.stdout}{done.stderr}")
    return done.stdout.splitlines(), done.stderr.splitlines()


def rule_of(sheet, cell):
    for rule in sheet.data_validations.dataValidation:
        for area in rule.sqref.ranges:
            if area.min_row <= cell.row <= area.max_row and area.min_col <= cell.column <= area.max_col:
                return rule
    return None


def first_word(book, formula):
    if formula.startswith('"'):
        return formula.strip('"').split(",")[0]
    name, area = formula.split("!")
    left, top, _, _ = range_boundaries(area.replace("$", ""))
    return book[name.strip("'")].cell(top, left).value


def allowed(book, sheet, cell, heading):
    """A value that the cell takes, None for free text."""
    rule = rule_of(sheet, cell)
    if rule is None:
        return None
    if rule.type == "list":
        return first_word(book, rule.formula1)
    if rule.type == "date":
        return datetime.datetime(2028, 6 if heading.startswith(AFTER) else 3, 1, 6, 0)
    return float(rule.formula1) if float(rule.formula1) >= 1 or float(rule.formula2) < 1 else 1


def fill_cell(book, sheet, cell, heading):
    given = VALUES.get(sheet.title, {})
    cell.value = given[heading] if heading in given else allowed(book, sheet, cell, heading)


def fill_sheet(book, sheet):
    if sheet.title == "Plant":
        for row in range(1, sheet.max_row + 1):
            fill_cell(book, sheet, sheet.cell(row, 2), sheet.cell(row, 1).value)
        return
    for column in range(1, sheet.max_column + 1):
        heading = sheet.cell(1, column).value
        assert heading, (sheet.title, column)
        fill_cell(book, sheet, sheet.cell(2, column), heading)


def fill(path):
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            fill_sheet(book, sheet)
    book.save(path)


def check_all(folder, plan):
    path = os.path.join(folder, "plant.xlsx")
    run("template", path)
    _, said = run("import", path, "-o", plan, code=1)
    assert any("0 rows" in line for line in said) and len(said) == 2, said
    assert not os.path.exists(plan)
    _, said = run("template", path, code=1)
    assert "left alone" in said[0], said
    fill(path)
    counts, said = run("import", path, "-o", plan)
    assert not said, said
    return counts


def check_one(folder, plan, name):
    path = os.path.join(folder, f"{name}.xlsx")
    run("template", path)
    _, said = run("import", path, "-o", os.path.join(folder, "none.brownfield"), code=1)
    assert "no row below" in said[0], said
    fill(path)
    counts, said = run("import", path, "-o", plan)
    assert not said and len(counts) == 1, (name, counts, said)
    assert counts[0].endswith("0 added, 0 changed, 1 unchanged"), (name, counts)


def main():
    with tempfile.TemporaryDirectory() as folder:
        plan = os.path.join(folder, "plan.brownfield")
        names = [line.split()[0] for line in run("list", "templates")[0]]
        counts = check_all(folder, plan)
        assert len(counts) == len(names), (counts, names)
        for name in names[1:]:
            check_one(folder, plan, name)
    print(f"{len(names)} templates: blank, filled, and read again.")


main()
