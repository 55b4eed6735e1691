#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file with a wrong date and a wrong word is explained, and its good row imported:
broken_import.py PROGRAM"""

import pathlib
import sys
import tempfile

from person import Person

BROKEN = """Unique id,Name,System type,End of vendor support,Area / line
A-1,Mill,PLC,end 2009,all
A-2,Oven,Teapot,2029-12-31,all
A-3,Press,PLC,2030-01-01,all
"""

with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "systems.csv"
    path.write_text(BROKEN, encoding="utf-8")
    with Person(sys.argv[1], str(path)) as person:
        person.wait_for("Two places need an answer")
        person.wait_for("end 2009")
        person.wait_for("systems.csv, row 2, column D")
        person.wait_for("Teapot")
        person.click(person.wait_for("Import without 2 Rows", "push button"))
        person.wait_for("Nothing to plan yet")
        person.press("alt+3")
        person.wait_for("A-3")
print("The wrong cells were named, and the good row is in.")
