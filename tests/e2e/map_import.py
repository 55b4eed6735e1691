#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A list in the words of the house is understood after somebody said what one column means, and the
next one of its kind by itself: map_import.py PROGRAM"""

import pathlib
import sys
import tempfile

from person import Person

STRANGE = """Unique id,Was es tut,Farbe,Takt
A-1,Mixes,red,4
A-2,Packs,blue,7
"""

with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "hall.csv"
    path.write_text(STRANGE, encoding="utf-8")
    with Person(sys.argv[1], str(path)) as person:
        person.wait_for("No table in it is a list of a plan")
        person.click(person.wait_for("Say What It Is", "push button"))
        person.wait_for("What is in “hall.csv”?")
        person.wait_for("0 rows can be used")
        person.point_at(person.wait_for("Meaning of “Was es tut”"))
        person.wait_for("ISA-95 level", "label")
        person.press("Down", "Down", "Return")
        person.wait_for("2 rows can be used")
        person.click(person.wait_for("Remember and Read", "push button"))
        person.wait_for("Nothing to plan yet")
        person.press("alt+3")
        person.wait_for("A-2")
print("One word was enough, and the rows are in.")
