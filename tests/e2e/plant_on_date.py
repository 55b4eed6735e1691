#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A plant manager asks what will stand on a day, and moves the day with keys and buttons:
plant_on_date.py PROGRAM SAMPLE"""

import sys

from person import Person


def day_of(person):
    """The day that the pill on the timeline names; the button's own words have no digit."""
    for year in range(2027, 2040):
        pill = person.look(str(year), "push button")
        if pill is not None and pill.get_name().startswith("Plant on "):
            return pill.get_name()
    return None


with Person(sys.argv[1], sys.argv[2]) as person:
    person.wait_for("Feasible")
    person.press("alt+4")
    person.click(person.wait_for("Plant on date", "push button"))
    person.wait_for("Live, out of support", "label")
    first = person.wait_until("a day", lambda: day_of(person))
    person.press("Page_Down")
    later = person.wait_until("a month later", lambda: day_of(person) != first and day_of(person))
    person.press("Page_Up")
    person.wait_until("the first day again", lambda: day_of(person) == first)
    person.click(person.wait_for("To the next release", "push button"))
    person.wait_until("the day of a release", lambda: day_of(person) not in (None, first))
    person.click(person.wait_for("Close plant on date", "push button"))
    person.wait_until("no panel", lambda: person.look("Live, out of support", "label") is None)
print(f"{first}, then {later}, and back.")
