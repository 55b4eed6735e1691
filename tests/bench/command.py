#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""command.py PROGRAM SAMPLES: what the command line takes, as the best of some runs, printed as one
JSON object. Seconds are this machine's; the ratios against plain Python reading the same file in
the same run are what can be compared elsewhere."""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time

PROGRAM, SAMPLES = sys.argv[1:3]
ROWS = 100_000
RUNS = 3


def best(work):
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return round(min(times), 3)


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        sys.exit(f"{' '.join(arguments)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def write_inventory(path):
    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["Unique id", "Name", "System type", "ISA-95 level", "Vendor", "End of vendor support",
                      "Cost of one stopped hour [EUR]", "Incidents in 12 months"])
        for row in range(ROWS):
            out.writerow([f"SYS-{row:06}", f"System {row}", "PLC", "1", "Example Works", "2031-12-31",
                          f"{1000 + row % 977}.50", row % 12])


def read_plainly(path):
    with open(path, newline="", encoding="utf-8") as file:
        return sum(1 for _ in csv.DictReader(file))


def main():
    figures = {}
    with tempfile.TemporaryDirectory() as folder:
        inventory = os.path.join(folder, "systems.csv")
        plan = os.path.join(folder, "plan.brownfield")
        write_inventory(inventory)

        def import_anew():
            if os.path.exists(plan):
                os.remove(plan)
            run("import", inventory, "-o", plan)

        figures["import_100000_rows_s"] = best(import_anew)
        figures["import_again_unchanged_s"] = best(lambda: run("import", inventory, "-o", plan))
        figures["python_csv_reads_it_s"] = best(lambda: read_plainly(inventory))
        figures["import_to_python_csv"] = round(figures["import_100000_rows_s"] / figures["python_csv_reads_it_s"], 1)
        for sample in ("small", "aerospace", "pharma"):
            source = os.path.join(SAMPLES, sample)
            document = os.path.join(folder, sample + ".brownfield")
            run("import", source, "-o", document)
            figures[f"plan_{sample}_4000_draws_s"] = best(lambda: run("plan", document, "--json"))
            figures[f"plan_{sample}_100_draws_s"] = best(lambda: run("plan", document, "--json", "--draws", "100"))
            workbook = os.path.join(folder, sample + ".xlsx")
            figures[f"plan_and_workbook_{sample}_s"] = best(lambda: run("plan", document, "--export", workbook))
            figures[f"workbook_{sample}_kB"] = os.path.getsize(workbook) // 1000
    print(json.dumps(figures, indent=1))


main()
