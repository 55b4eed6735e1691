#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner asks what would bring a step forward, reads the answers, moves the step, and the answers of
the roadmap before are gone: bring_forward.py PROGRAM SAMPLE"""

import sys

from person import Person

STEP = "SCADA / HMI consolidation"
ASK = "What Would Bring It Forward?"

with Person(sys.argv[1], sys.argv[2]) as person:
    person.wait_for("Feasible")
    person.press("alt+4")
    person.point_at(person.wait_for(STEP, "list item"))
    person.wait_for(ASK, "push button")
    person.press("e")
    answer = person.wait_for("days earlier, with", "list item").get_name()
    person.wait_for("weeks earlier", "label")
    person.wait_for(ASK, "push button")
    person.press("ctrl+Right")
    person.wait_until("no stale answer", lambda: person.look("weeks earlier", "label") is None)
    person.wait_for("Release the pin of the cutover", "push button")
    person.wait_for(ASK, "push button")
print(answer)
