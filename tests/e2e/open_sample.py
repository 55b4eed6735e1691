#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A newcomer tries a sample plant and sees its roadmap: open_sample.py PROGRAM"""

import sys

from person import Person

with Person(sys.argv[1]) as person:
    person.point_at(person.wait_for("Harrow Vale Aerostructures", "list item"))
    person.wait_for("Feasible")
    person.wait_for("OT network segmentation")
    person.press("alt+1")
    person.wait_for("Proven by")
    person.press("alt+5")
    person.wait_for("Find a step")
    person.wait_for("OT network segmentation")
print("The sample's roadmap is on the screen.")
