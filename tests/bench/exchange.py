#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""exchange.py BENCH-WORKBOOK PROGRAM: what goes out and comes in, as the best of some runs, printed as
one JSON object. Ratios are against openpyxl writing the same cells, and against openpyxl and xlsx2csv
reading the same file, in the same run."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings

import openpyxl

warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
BENCH, PROGRAM = sys.argv[1:3]
ROWS = 100_000
RUNS = 3
# A process inherits the high-water mark of the one that started it, so a small one starts the import.
MEASURE = """import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, capture_output=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)"""


def timed(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def write(steps, path):
    return json.loads(subprocess.run([BENCH, str(steps), path], check=True, capture_output=True, text=True).stdout)


def cells_of(path):
    """{sheet: rows of values and formulas}"""
    book = openpyxl.load_workbook(path)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets}


def write_with_openpyxl(cells, path):
    book = openpyxl.Workbook(write_only=True)
    for name, rows in cells.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)


def workbook_figures(figures, folder, steps):
    path = os.path.join(folder, "ours.xlsx")
    runs = [write(steps, path) for _ in range(RUNS)]
    seconds = min(run["seconds"] for run in runs)
    cells = cells_of(path)
    theirs = min(timed(lambda: write_with_openpyxl(cells, os.path.join(folder, "theirs.xlsx"))) for _ in range(RUNS))
    figures[f"workbook_{steps}_steps_s"] = round(seconds, 3)
    figures[f"workbook_{steps}_steps_MB"] = max(run["megabytes"] for run in runs)
    figures[f"workbook_{steps}_steps_kB"] = os.path.getsize(path) // 1000
    figures[f"workbook_{steps}_cells"] = sum(value is not None for rows in cells.values() for row in rows for value in row)
    figures[f"openpyxl_writes_{steps}_steps_s"] = round(theirs, 3)
    figures[f"workbook_{steps}_to_openpyxl"] = round(seconds / theirs, 2)


HEADINGS = ["Unique id", "Name", "System type", "ISA-95 level", "Vendor", "End of vendor support",
            "Cost of one stopped hour [EUR]", "Incidents in 12 months"]


def few_columns():
    for row in range(ROWS):
        yield [f"SYS-{row:06}", f"System {row}", "PLC", 1, "Example Works", "2031-12-31", 1000.5 + row % 977, row % 12]


def inventory_of_sample():
    """The headings and the systems of the aerospace sample."""
    book = openpyxl.load_workbook(os.path.join(os.environ["BF_SOURCE_DIR"], "data/samples/aerospace/harrow-vale.xlsx"))
    rows = [list(row) for row in book["Systems"].iter_rows(values_only=True)]
    start = next(i for i, row in enumerate(rows) if row[0] == "Unique id")
    return rows[start], [row for row in rows[start + 1:] if row[0] and row[1]]


def all_columns(headings, systems):
    """The systems of the sample over and over, each with a key of its own and in no area."""
    area = headings.index("Area / line")
    for row in range(ROWS):
        values = list(systems[row % len(systems)])
        values[0], values[area] = f"{values[0]}-{row:06}", "all"
        yield values


def write_inventory(path, headings, rows):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Systems")
    sheet.append(headings)
    for row in rows:
        sheet.append(row)
    book.save(path)


def read_with_openpyxl(path):
    for row in openpyxl.load_workbook(path, read_only=True).active.iter_rows(values_only=True):
        pass


def read_with_xlsx2csv(path, target):
    """Seconds; None where it is not installed."""
    if shutil.which("xlsx2csv") is None:
        return None
    return timed(lambda: subprocess.run(["xlsx2csv", path, target], check=True))


def import_figures(figures, folder, headings, rows):
    inventory, plan = os.path.join(folder, "systems.xlsx"), os.path.join(folder, "plan.brownfield")
    name = f"import_{ROWS}_rows_of_{len(headings)}_columns"
    megabytes, processor = [], []
    write_inventory(inventory, headings, rows)

    def import_anew():
        if os.path.exists(plan):
            os.remove(plan)
        command = [sys.executable, "-c", MEASURE, PROGRAM, "import", inventory, "-o", plan]
        used = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
        megabytes.append(int(used[0]))
        processor.append(float(used[1]))

    seconds = min(timed(import_anew) for _ in range(RUNS))
    theirs = timed(lambda: read_with_openpyxl(inventory))
    csv = read_with_xlsx2csv(inventory, os.path.join(folder, "systems.csv"))
    figures[f"{name}_s"] = round(seconds, 3)
    figures[f"{name}_processor_s"] = round(min(processor), 3)
    figures[f"{name}_MB"] = max(megabytes)
    figures[f"{name}_openpyxl_reads_it_s"] = round(theirs, 3)
    figures[f"{name}_to_openpyxl_reading"] = round(seconds / theirs, 2)
    if csv:
        figures[f"{name}_xlsx2csv_reads_it_s"] = round(csv, 3)
        figures[f"{name}_to_xlsx2csv_reading"] = round(seconds / csv, 2)


def main():
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        for steps in (60, 2000):
            workbook_figures(figures, folder, steps)
        headings, systems = inventory_of_sample()
        import_figures(figures, folder, HEADINGS, few_columns())
        import_figures(figures, folder, headings, all_columns(headings, systems))
    print(json.dumps(figures, indent=1))


main()
