#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calendar, MS Project XML and csv of the hand-made roadmaps, read back: check-exchange.py
WRITE-EXPORTS"""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import formats  # noqa: E402

TITLES = [
    "Backup, restore; disaster recovery \\ of legacy systems",
    "=cmd|'/C calc'!A0",
    "Controllers & panels <line 1>",
]


def faults_of_known_calendar(data):
    """What the hand-made roadmap of six steps must say."""
    events = list(formats.events_of(data))
    summaries = [formats.plain(event["SUMMARY"]) for event in events]
    for title in TITLES:
        if not any(title in summary for summary in summaries):
            yield f"ics: {title} is lost"
    gate = events[summaries.index("Gate 1: Prepare")]
    if (gate["DTSTART;VALUE=DATE"], gate["DTEND;VALUE=DATE"]) != ("20270813", "20270814"):
        yield f"ics: the gate of 13 Aug 2027 stands as {gate}"
    if len(events) != 2 + 7:
        yield f"ics: {len(events)} events for two gates and seven cutovers"


def write(program, folder, steps):
    folder.mkdir()
    subprocess.run([program, str(folder), str(steps)], check=True)
    return folder


def faults(program, place):
    known = write(program, place / "known", 6)
    again = write(program, place / "again", 6)
    for name in ("roadmap.ics", "roadmap.xml", "roadmap.csv"):
        if (known / name).read_bytes() != (again / name).read_bytes():
            yield f"{name}: two runs give different bytes"
    yield from faults_of_known_calendar((known / "roadmap.ics").read_bytes())
    for folder in (known, write(program, place / "plant", "plant")):
        yield from formats.faults_of_calendar((folder / "roadmap.ics").read_bytes())
        yield from formats.faults_of_project(folder / "roadmap.xml")
        yield from formats.faults_of_planner(folder / "roadmap.xml")
        yield from formats.faults_of_table(folder / "roadmap.csv")


with tempfile.TemporaryDirectory() as temporary:
    found = list(faults(sys.argv[1], pathlib.Path(temporary)))
print("\n".join(found) if found else "What goes out can be read.")
sys.exit(bool(found))
