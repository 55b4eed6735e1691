# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads our workbooks with other programs: openpyxl for what stands in the file, LibreOffice for what
it recalculates and prints."""

import html
import pathlib
import re
import shutil
import subprocess
import tempfile
import warnings

import openpyxl

# Data bars of Excel 2010 stand in an extension that openpyxl does not read.
warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")

ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
SHEETS = [
    "Summary",
    "Timeline",
    "Steps",
    "Money",
    "Downtime",
    "Risks",
    "Maturity",
    "Systems",
    "Interfaces",
    "Qualification",
    "Scenarios",
    "Baseline",
    "Decisions",
    "Claims",
    "Changes",
    "Assumptions",
]
HIDDEN = "Brownfield"
TABLES = {
    "Steps": {"Steps"},
    "Money": {"Totals", "Forecast", "Budgets", "Quarters", "Spending"},
    "Downtime": {"Stops", "Windows"},
    "Risks": {"Risks", "Drivers", "Swings"},
    "Maturity": {"Maturity"},
    "Systems": {"Systems"},
    "Interfaces": {"Interfaces"},
    "Qualification": {"Qualification", "Cycles"},
    "Scenarios": {"Scenarios", "Overrides"},
    "Baseline": {"Baseline"},
    "Decisions": {"Decisions", "NextDecisions"},
    "Claims": {"Claims", "Evidence"},
    "Changes": {"Changes"},
    "Assumptions": {"Assumptions", "Spread", "Inputs"},
}


def have_office():
    return shutil.which("soffice") is not None


def run_office(path, target, folder):
    """One start of LibreOffice, in a profile of its own that always recalculates; what it said."""
    with tempfile.TemporaryDirectory() as profile:
        user = pathlib.Path(profile) / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
        command = ["soffice", "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", target]
        run = subprocess.run(command + ["--outdir", str(folder), str(path)], capture_output=True, text=True, timeout=240)
        return f"exit {run.returncode}: {run.stdout}{run.stderr}"


def convert(path, target, folder):
    """The file that LibreOffice makes of @path. On a busy machine its start may fail by itself, so it
    gets three."""
    made = pathlib.Path(folder) / (pathlib.Path(path).stem + "." + target)
    assert made.resolve() != pathlib.Path(path).resolve()
    made.unlink(missing_ok=True)
    for _ in range(3):
        said = run_office(path, target, folder)
        if made.exists():
            return made
    raise RuntimeError(f"LibreOffice does not read {path}: {said}")


def formulas(path):
    """{(sheet, cell): formula}"""
    book = openpyxl.load_workbook(path)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def values(path):
    """{(sheet, cell): value as it is stored}"""
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def table_rows(book, sheet, name):
    """The rows of a table as dictionaries; @book was loaded with data_only."""
    table = book[sheet].tables[name]
    rows = [[cell.value for cell in row] for row in book[sheet][table.ref]]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def tables_of(book, name):
    """The tables of a sheet: the calendar's quarters stand apart where a budget's year begins on another day."""
    starts = [row["From"] for row in table_rows(book, name, "Budgets")] if name == "Money" else []
    apart = any(hasattr(day, "month") and (day.month, day.day) != (1, 1) for day in starts)
    return TABLES.get(name, set()) | ({"CalendarQuarters"} if apart else set())


def as_number(value):
    if hasattr(value, "toordinal"):
        return openpyxl.utils.datetime.to_excel(value)
    return value


def same(one, other):
    """To the cent; a blank and the empty text are the same."""
    one, other = as_number(one), as_number(other)
    if one in (None, "") or other in (None, ""):
        return one in (None, "") and other in (None, "")
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) < 0.005
    return one == other


def faults_of_structure(path):
    book = openpyxl.load_workbook(path)
    if book.sheetnames != SHEETS + [HIDDEN]:
        yield f"sheets are {book.sheetnames}"
    if book[HIDDEN].sheet_state != "hidden":
        yield "the sheet for the way back is not hidden"
    for sheet in book.worksheets:
        name = sheet.title
        if name == HIDDEN:
            continue
        if set(sheet.tables) != tables_of(book, name):
            yield f"{name} has the tables {sorted(sheet.tables)}"
        if not sheet.sheet_properties.pageSetUpPr.fitToPage or (sheet.page_setup.fitToWidth or 1) != 1:
            yield f"{name} is not one page wide"
        if sheet.page_setup.orientation != "landscape":
            yield f"{name} is not landscape"
        if "&P" not in (sheet.oddFooter.right.text or ""):
            yield f"{name} prints no page numbers"
        if sheet.title in ("Timeline", "Steps", "Systems", "Maturity") and not (sheet.freeze_panes and sheet.print_title_rows):
            yield f"{name} has no frozen or repeated heading"


def faults_of_formulas(path):
    stored = values(path)
    for place, formula in formulas(path).items():
        value = stored.get(place)
        if value is None and not formula.startswith("=IF("):
            yield f"{place}: {formula} has no computed value"
        if isinstance(value, str) and value.startswith("#"):
            yield f"{place}: {formula} gives {value}"


def faults_of_recalculation(path, folder):
    again = convert(path, "xlsx", folder)
    stored, recalculated = values(path), values(again)
    for place, formula in formulas(path).items():
        if not same(stored.get(place), recalculated.get(place)):
            yield f"{place}: {formula} is stored as {stored.get(place)!r}, LibreOffice gives {recalculated.get(place)!r}"
    for place, value in recalculated.items():
        if isinstance(value, str) and re.match(r"#(REF|NAME|VALUE|DIV/0|N/A|NUM|NULL)|Err:", value):
            yield f"{place} is {value} after recalculation"


def pages(path, folder):
    """[(sheet, text of the page)] as LibreOffice prints it; our footer names the sheet."""
    pdf = convert(path, "pdf", folder)
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    found = []
    for page in text.split("\f"):
        match = re.search(r"\.xlsx: (\w+)", page)
        if match:
            found.append((match.group(1), page))
    return found


def faults_of_printing(path, folder, right_edges):
    """@right_edges: a word of each sheet's last printed column, to be met on the sheet's first page."""
    printed = pages(path, folder)
    for sheet in openpyxl.load_workbook(path, read_only=True).sheetnames:
        if sheet == HIDDEN:
            continue
        text = next((page for name, page in printed if name == sheet), None)
        if text is None:
            yield f"{sheet} is not printed"
        elif right_edges.get(sheet, "") not in text:
            yield f"{sheet} is cut: “{right_edges[sheet]}” is not on its first page"
    for sheet, text in printed:
        if "###" in text:
            yield f"{sheet} prints ###: a column is too narrow"


# --- Bars ---

SIGNS = "BQ–C‖HXA◆SF"


def words(path, folder, page=None):
    """[(page, x, y, text)] of the printed words."""
    pdf = convert(path, "pdf", folder)
    shown = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    found, number = [], 0
    for line in shown.splitlines():
        number += "<page " in line
        match = re.search(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)</word>', line)
        if match:
            left, top, right, bottom = map(float, match.groups()[:4])
            found.append((number, (left + right) / 2, (top + bottom) / 2, html.unescape(match.group(5))))
    return found


def bars(path, folder):
    """{first word of a row of the Timeline: [(cell, sign)]}: what the conditional formats show. The months of
    the ruler are the cells; the first page of the sheet counts."""
    printed = words(path, folder)
    page = next(number for number, _, _, text in printed if text == "timeline")
    printed = [word[1:] for word in printed if word[0] == page]
    from_x, head_y = next((x, y) for x, y, text in printed if text == "Full")
    letters = sorted(x for x, y, text in printed if x > from_x and 4 < y - head_y < 16 and len(text) == 1)
    width = (letters[-1] - letters[0]) / (len(letters) - 1)
    rows = {}
    for x, y, text in sorted(printed, key=lambda word: word[1]):
        if x < from_x and abs(x - min(w[0] for w in printed if abs(w[1] - y) < 2)) < 0.1:
            signs = [
                (round((at - letters[0]) / width), sign)
                for at, height, sign in printed
                if at > letters[0] - width and abs(height - y) < 3 and sign in SIGNS and sign
            ]
            rows.setdefault(text, sorted(signs))
    return rows
