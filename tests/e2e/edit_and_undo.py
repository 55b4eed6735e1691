#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An engineer changes what a stopped hour costs and takes it back: edit_and_undo.py PROGRAM SAMPLE"""

import sys

from person import Person

with Person(sys.argv[1], sys.argv[2]) as person:
    person.wait_for("Feasible")
    person.press("alt+3")
    person.wait_for("past vendor support")
    person.press("ctrl+f")
    person.type("MES-01")
    person.wait_for("MES-01", "label")
    person.point_at(person.wait_for("12\u202f500\u202f€", "label"))
    person.wait_for("System · MES-01")
    person.press("ctrl+a")
    person.type("20000")
    person.press("Return")
    person.wait_for("20\u202f000\u202f€", "label")
    person.press("alt+8")
    person.wait_for("Set “Cost of one stopped hour” of MES-01")
    person.wait_for("2 edits")
    person.click(person.wait_for("Undo", "push button"))
    person.wait_for("takes back edit 2")
print("The edit was made, named, and taken back.")
