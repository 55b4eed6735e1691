#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bars of the sheet Timeline, as LibreOffice draws them: what they show, and that a changed date moves
them: check-bars.py WRITE-EXPORTS"""

import datetime
import pathlib
import subprocess
import sys
import tempfile

import openpyxl

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import reading  # noqa: E402

# Row: first cell, signs; cell 0 is February 2027.
KNOWN = {
    "Shutdowns": (5, "SS"),
    "Freezes": (10, "F"),
    "1": (6, "◆"),  # the gate of 13 Aug 2027
    "2": (6, "BBBBQCQ‖H"),
    "approved": (4, "AAAAAACAAA"),
    "3": (13, "BBBQQCCQHH"),
    "6": (32, "XXXXQCQQHH"),
}


def drawn(path, folder):
    return {row: (signs[0][0], "".join(sign for _, sign in signs)) for row, signs in reading.bars(path, folder).items() if signs}


def step_cell(book, number, heading):
    sheet = book["Steps"]
    rows = list(sheet[sheet.tables["Steps"].ref])
    column = next(i for i, cell in enumerate(rows[0]) if cell.value == heading)
    return next(row[column] for row in rows[1:] if row[0].value == number)


def move_cutover(book):
    step_cell(book, 2, "First cutover").value += datetime.timedelta(days=91)


def move_start(book):
    step_cell(book, 2, "Start").value -= datetime.timedelta(days=61)


def move_freeze(book):
    sheet = book["Downtime"]
    row = next(row for row in sheet[sheet.tables["Windows"].ref] if row[0].value == "freeze")
    row[3].value, row[4].value = datetime.date(2028, 3, 6), datetime.date(2028, 4, 2)


def turn_to_quarters(book):
    book["Timeline"][book.defined_names["timeline_columns"].attr_text.split("!")[1].replace("$", "")].value = "quarters"


def move_ruler(book):
    book["Timeline"][book.defined_names["timeline_from"].attr_text.split("!")[1].replace("$", "")].value = datetime.date(2027, 8, 1)


# Worked out by hand: step 2 builds 20 Aug to 17 Dec 2027, proves 18 Nov to 6 Jan, cuts over on 17 Jan, proves 31 Jan to
# 11 Mar, runs parallel to 31 Mar and is cared for until 30 Apr 2028. A part shows where it covers a cell's middle, else
# where nothing does.
EDITS = {
    move_cutover: {"2": (6, "BBBBQQ––CQ‖H")},
    move_start: {"2": (4, "BBBBQQ–CQ‖H")},
    move_freeze: {"Freezes": (13, "FF")},
    turn_to_quarters: {"2": (2, "BC‖"), "1": (2, "◆")},
    move_ruler: {"2": (0, "BBBBQCQ‖H"), "1": (0, "◆"), "Freezes": (4, "F")},
}


def faults(program, folder):
    made = folder / "made"
    made.mkdir()
    subprocess.run([program, str(folder), "6"], check=True)
    plain = drawn(folder / "roadmap.xlsx", made)
    for row, wanted in KNOWN.items():
        if plain.get(row) != wanted:
            yield f"row {row} shows {plain.get(row)}, wanted {wanted}"
    for edit, moved in EDITS.items():
        book = openpyxl.load_workbook(folder / "roadmap.xlsx")
        edit(book)
        path = folder / f"{edit.__name__}.xlsx"
        book.save(path)
        after = drawn(path, made)
        for row, wanted in moved.items():
            if after.get(row) != wanted:
                yield f"{edit.__name__}: row {row} shows {after.get(row)}, wanted {wanted}"
        if edit in (move_cutover, move_start, move_freeze):
            for row in plain.keys() - moved.keys():
                if after.get(row) != plain[row]:
                    yield f"{edit.__name__}: row {row} shows {after.get(row)}, it was {plain[row]}"


if not reading.have_office():
    print("LibreOffice is not here: no bar was drawn.")
    sys.exit(0)
with tempfile.TemporaryDirectory() as place:
    found = list(faults(sys.argv[1], pathlib.Path(place)))
print("\n".join(found) if found else "The bars follow the dates.")
sys.exit(bool(found))
