#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A manager rejects a step and says why, finds it among what the plan leaves open, and takes it
back: reject_step.py PROGRAM SAMPLE"""

import sys

from person import Person

STEP = "Energy and facility monitoring"
REASON = "No budget before 2032"

with Person(sys.argv[1], sys.argv[2]) as person:
    person.wait_for("Feasible")
    person.press("alt+4")
    person.point_at(person.wait_for(STEP, "list item"))
    person.wait_for("Why here?", "label")
    person.press("Delete")
    person.wait_for(f"Reject “{STEP}”?")
    person.type(REASON)
    person.press("Return")
    person.wait_until("a roadmap without it", lambda: person.look(STEP, "list item") is None)
    person.wait_for("Feasible")
    person.point_at(person.wait_for("not met"))
    person.wait_for(STEP, "label")
    person.wait_for(REASON, "label")
    person.wait_for(f"Accept “{STEP}” again", "push button")
    person.press("Escape")
    person.press("ctrl+z")
    person.wait_for(STEP, "list item")
    person.press("alt+8")
    person.wait_for(f"Reject “{STEP}”")
    person.wait_for(REASON)
print("The step was rejected with its reason, listed, and came back.")
