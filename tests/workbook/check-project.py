#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-project.py PROGRAM SAMPLE: the project goes out, is changed as a project program changes it, and
comes back: moved cutovers as pins, new links as dependencies, nothing where nothing was changed."""

import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import formats  # noqa: E402

PROGRAM, SAMPLE = sys.argv[1:3]
SPACE = "{%s}" % formats.MSP["p"]
ElementTree.register_namespace("", formats.MSP["p"])


def run(*words, code=0):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True)
    if done.returncode != code:
        sys.exit(f"{words}: exit {done.returncode} instead of {code}\n{done.stdout}{done.stderr}")
    return (done.stdout + done.stderr).splitlines()


def field(task, number):
    for attribute in task.iterfind("p:ExtendedAttribute", formats.MSP):
        if formats.text(attribute, "FieldID") == str(188743731 + 3 * (number - 1)):
            return formats.text(attribute, "Value")
    return None


def tasks_that_are(root, what):
    """{step: its first task of that kind}"""
    found = {}
    for task in root.iterfind(".//p:Task", formats.MSP):
        if field(task, 2) == what:
            found.setdefault(field(task, 1), task)
    return found


def link(task, before, lag_days):
    element = ElementTree.SubElement(task, SPACE + "PredecessorLink")
    for name, value in (("PredecessorUID", formats.text(before, "UID")), ("Type", 1), ("LinkLag", lag_days * 4800)):
        ElementTree.SubElement(element, SPACE + name).text = str(value)


def change(out, back):
    """Moves a cutover by a day, links it to a release that was not before it; (its step, the other)."""
    tree = ElementTree.parse(out)
    cutovers, releases = tasks_that_are(tree.getroot(), "cutover"), tasks_that_are(tree.getroot(), "release")
    step, cutover = list(cutovers.items())[-1]
    known = set((field(cutover, 5) or "").split(";"))
    other = next(key for key, task in releases.items() if key != step and formats.text(task, "UID") not in known)
    cutover.find("p:Start", formats.MSP).text = "2031-03-08T06:00:00"
    link(cutover, releases[other], 10)
    tree.write(back, encoding="utf-8", xml_declaration=True)
    return step, other


def check(folder):
    plan, out, back = folder / "plan.brownfield", folder / "roadmap.xml", folder / "back.xml"
    run("import", SAMPLE, "-o", plan)
    run("plan", plan, "--draws", 100, "--export", out)
    for fault in [*formats.faults_of_project(out), *formats.faults_of_planner(out)]:
        sys.exit(fault)
    assert run("import", out, "--into", plan) == ["Project “roadmap.xml”: 0 differences"]
    step, other = change(out, back)
    review = run("import", back, "--into", plan)
    assert "2 differences" in review[0], review
    assert any(f"[step:{step}:pinned_cutover]" in line and "2031-03-08T06:00" in line for line in review), review
    assert any(f"[dependency:{other}>{step}]" in line for line in review), review
    assert len(run("history", plan, "--json")[0]) and "Nothing was written" in review[-1]
    assert run("import", back, "--into", plan, "--take", "all")[-1] == "2 differences were taken."
    assert "0 differences" in run("import", back, "--into", plan)[0]
    history = "\n".join(run("history", plan))
    assert "Project “back.xml” [3 changes]" in history, history


def check_strangers(folder):
    plan, stranger = folder / "plan.brownfield", folder / "stranger.xml"
    text = ('<Project xmlns="http://schemas.microsoft.com/project"><Title>Hall</Title><Tasks><Task><UID>1</UID>'
            "<Name>%s</Name><Start>2029-01-08T08:00:00</Start></Task></Tasks></Project>")
    stranger.write_text(text % "Tiles")
    said = run("import", stranger, "--into", plan, code=1)
    assert "None of the tasks of “Hall” (1) names a step" in said[0], said
    stranger.write_text(text % "ST04:site Restore test")
    said = run("import", stranger, "--into", plan)
    assert any("[step:ST04:site:earliest]" in line and "2029-01-08" in line for line in said), said
    stranger.write_text((text % "Tiles")[:-20])
    assert "no whole XML" in run("import", stranger, "--into", plan, code=1)[0]


with tempfile.TemporaryDirectory() as temporary:
    check(pathlib.Path(temporary))
    check_strangers(pathlib.Path(temporary))
print("The project went out and came back.")
