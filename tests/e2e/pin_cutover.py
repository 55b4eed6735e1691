#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner moves a cutover to the next window by keyboard, sees it in the table of steps, and takes
it back: pin_cutover.py PROGRAM SAMPLE"""

import re
import sys

from person import Person

STEP = "Advanced planning and scheduling"
SHORT = "Finite capacity planning"  # on its bar and in the diary


def window_of(bar):
    """The first window in what a screen reader says of a bar: "... cutover of 14 h on ... in Weekend ..., ..."."""
    found = re.search(r"cutover of [^;]* in ([^,;]+)[,;]", bar.get_name())
    if found is None:
        sys.exit(f"No window in “{bar.get_name()}”")
    return found.group(1)


def day_of(bar):
    """The day of the first cutover as the table writes it: "1 Feb 31"."""
    found = re.search(r"cutover of [^;]*? on (\d+ \w+) 20(\d\d),", bar.get_name())
    if found is None:
        sys.exit(f"No day in “{bar.get_name()}”")
    return f"{found.group(1)} {found.group(2)}"


with Person(sys.argv[1], sys.argv[2]) as person:
    person.wait_for("Feasible")
    person.press("alt+4")
    bar = person.wait_for(STEP, "list item")
    before, first = window_of(bar), day_of(bar)
    person.point_at(bar)
    person.wait_for("Why here?", "label")
    person.press("ctrl+Right")
    person.wait_until(f"a window other than {before}",
                      lambda: window_of(person.look(STEP, "list item") or bar) != before)
    moved = person.look(STEP, "list item")
    after, second = window_of(moved), day_of(moved)
    person.wait_for("Release the pin of the cutover", "push button")
    person.press("alt+5")
    person.wait_for("Find a step")
    person.press("ctrl+f")
    person.type(STEP)
    person.wait_until(f"{second} in the table", lambda: person.sees_cell(second))
    person.press("alt+4")
    person.press("ctrl+z")
    person.press("alt+5")
    person.wait_until(f"{first} in the table again", lambda: person.sees_cell(first))
    person.press("alt+8")
    person.wait_for(f"Move Cutover of “{SHORT}”")
print(f"The cutover went from {before} to {after} and back.")
