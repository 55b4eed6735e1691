# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads calendar, MS Project XML and csv with parsers that know nothing of our writers."""

import csv
import datetime
import pathlib
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

MSP = {"p": "http://schemas.microsoft.com/project"}
STYLESHEET = pathlib.Path("/usr/share/planner/stylesheets/msp2planner.xsl")


# --- iCalendar ---


def events_of(data):
    text = re.sub(r"\r\n[ \t]", "", data.decode("utf-8"))
    for block in text.split("BEGIN:VEVENT\r\n")[1:]:
        event = {}
        for line in block.split("END:VEVENT")[0].strip("\r\n").split("\r\n"):
            name, value = line.split(":", 1)
            event[name] = value
        yield event


def plain(text):
    return re.sub(r"\\([\\,;n])", lambda match: "\n" if match.group(1) == "n" else match.group(1), text)


def faults_of_lines(data):
    if b"\n" in data.replace(b"\r\n", b"") or not data.endswith(b"\r\n"):
        yield "ics: a line does not end in CRLF"
    for line in data.split(b"\r\n"):
        if len(line) > 75:
            yield f"ics: a line has {len(line)} octets"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield "ics: a fold cuts a character"


def faults_of_event(event):
    if not {"UID", "DTSTAMP", "SUMMARY"} <= set(event):
        yield f"ics: an event lacks a property: {event}"
    whole_day = event.get("DTSTART;VALUE=DATE")
    if whole_day:
        start = datetime.datetime.strptime(whole_day, "%Y%m%d")
        if datetime.datetime.strptime(event["DTEND;VALUE=DATE"], "%Y%m%d") - start != datetime.timedelta(days=1):
            yield f"ics: {event['SUMMARY']} is not one day long"
    elif not re.fullmatch(r"\d{8}T\d{6}", event["DTSTART"]) or event["DTEND"] <= event["DTSTART"]:
        yield f"ics: {event['SUMMARY']} runs from {event['DTSTART']} to {event['DTEND']}"
    if re.search(r"(?<!\\)(?:\\\\)*[,;]", event["SUMMARY"]):
        yield f"ics: not escaped: {event['SUMMARY']}"


def faults_of_calendar(data):
    yield from faults_of_lines(data)
    events = list(events_of(data))
    for event in events:
        yield from faults_of_event(event)
    if len({event["UID"] for event in events}) != len(events):
        yield "ics: two events have one identity"


# --- MS Project ---


def text(element, name):
    return element.findtext("p:" + name, "", MSP)


def minutes(duration):
    match = re.fullmatch(r"PT(\d+)H(\d+)M(\d+)S", duration)
    return int(match.group(1)) * 60 + int(match.group(2)) if match else None


def at(task, name):
    return datetime.datetime.fromisoformat(text(task, name))


# The order of the schema, as far as we write its elements.
TASK_ORDER = ("UID ID Name Type IsNull WBS OutlineNumber OutlineLevel Priority Start Finish Duration DurationFormat EffortDriven "
              "Estimated Milestone Summary Critical PercentComplete ConstraintType CalendarUID ConstraintDate "
              "IgnoreResourceCalendar Notes PredecessorLink ExtendedAttribute Baseline").split()


def faults_of_order(task):
    places = [TASK_ORDER.index(child.tag.split("}")[1]) for child in task]
    if places != sorted(places):
        yield f"mspdi: the elements of {text(task, 'Name')} stand in another order than the schema's"


def faults_of_task(task, tasks):
    name = text(task, "Name")
    if minutes(text(task, "Duration")) is None:
        yield f"mspdi: {name} lasts {text(task, 'Duration')}"
    if at(task, "Finish") < at(task, "Start"):
        yield f"mspdi: {name} ends before it starts"
    if text(task, "Milestone") == "1" and (at(task, "Finish") != at(task, "Start") or minutes(text(task, "Duration"))):
        yield f"mspdi: the milestone {name} has a length"
    if text(task, "CalendarUID") == "2" and at(task, "Finish") - at(task, "Start") != datetime.timedelta(minutes=minutes(text(task, "Duration"))):
        yield f"mspdi: the stop {name} lasts otherwise than its clock says"
    for link in task.iterfind("p:PredecessorLink", MSP):
        before = tasks.get(text(link, "PredecessorUID"))
        if before is None:
            yield f"mspdi: {name} is linked to no task"
        elif text(link, "Type") == "3":
            if at(before, "Start") > at(task, "Start"):
                yield f"mspdi: {name} starts before {text(before, 'Name')} has started"
        elif text(link, "Type") != "1":
            yield f"mspdi: {name} has a link of type {text(link, 'Type')}"
        elif int(text(link, "LinkLag")) >= 0 and at(before, "Finish") > at(task, "Start"):
            yield f"mspdi: {name} starts before {text(before, 'Name')} has ended"
    yield from faults_of_order(task)


def faults_of_working_days(root):
    """A task's duration counts the days that its calendar calls working."""
    plant = next(c for c in root.iterfind(".//p:Calendar", MSP) if text(c, "UID") == "1")
    works = {int(text(day, "DayType")): text(day, "DayWorking") == "1" for day in plant.iterfind("p:WeekDays/p:WeekDay", MSP)}
    free = {text(e, "TimePeriod/p:FromDate")[:10] for e in plant.iterfind("p:Exceptions/p:Exception", MSP)}
    if not free:
        yield "mspdi: the calendar has no exceptions"
    for task in root.iterfind(".//p:Task", MSP):
        if text(task, "CalendarUID") == "2" or text(task, "Milestone") == "1":
            continue
        day, days = at(task, "Start").date(), 0
        while day <= at(task, "Finish").date():
            days += works[day.isoweekday() % 7 + 1] and day.isoformat() not in free
            day += datetime.timedelta(days=1)
        if days * 480 != minutes(text(task, "Duration")):
            yield f"mspdi: {text(task, 'Name')} counts {days} days, lasts {text(task, 'Duration')}"


def faults_of_project(path):
    root = ElementTree.parse(path).getroot()
    if root.tag != "{%s}Project" % MSP["p"]:
        yield f"mspdi: the root is {root.tag}"
        return
    tasks = {text(task, "UID"): task for task in root.iterfind(".//p:Task", MSP)}
    for task in tasks.values():
        yield from faults_of_task(task, tasks)
    yield from faults_of_working_days(root)
    resources = {text(resource, "UID") for resource in root.iterfind(".//p:Resource", MSP)}
    for assignment in root.iterfind(".//p:Assignment", MSP):
        if text(assignment, "TaskUID") not in tasks or text(assignment, "ResourceUID") not in resources:
            yield "mspdi: an assignment points nowhere"
        if float(text(assignment, "Units")) <= 0 or minutes(text(assignment, "Work")) is None:
            yield "mspdi: an assignment without work"


def faults_of_planner(path):
    """GNOME Planner's own stylesheet makes one task of each of ours."""
    if not STYLESHEET.exists() or shutil.which("xsltproc") is None:
        print("GNOME Planner's stylesheet is not here: the project was not converted.")
        return
    made = subprocess.run(["xsltproc", str(STYLESHEET), str(path)], check=True, capture_output=True).stdout
    names = [task.get("name") for task in ElementTree.fromstring(made).iter("task")]
    ours = [text(task, "Name") for task in ElementTree.parse(path).getroot().iterfind(".//p:Task", MSP)]
    if names != ours:
        yield f"mspdi: Planner sees {len(names)} tasks of {len(ours)}"


# --- csv ---


def faults_of_table(path):
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    if not rows:
        yield "csv: no row"
    for row in rows:
        if None in row or None in row.values():
            yield f"csv: {row['key']} has another number of fields"
        parts = ("capex", "opex", "validation_cost", "downtime_cost", "double_running", "bridges")
        if abs(sum(float(row[part]) for part in parts) - float(row["fully_loaded_cost"])) >= 0.005:
            yield f"csv: the money of {row['key']} does not add up"
        if any(value[:1] in "=+@-" for value in row.values() if value):
            yield f"csv: {row['key']} has a value that a spreadsheet takes for a formula"
