#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook that goes out, is worked on with openpyxl and with LibreOffice, and comes back: exactly
what was edited is found. And what is changed in it flows to the Summary: check-round-trip.py
BROWNFIELD SAMPLE"""

import datetime
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

import openpyxl
from lxml import etree

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import reading  # noqa: E402

warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
PROGRAM, SAMPLE = sys.argv[1:3]
ODF = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def run(*arguments):
    done = subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def ids(text):
    """{id: kind} of the review."""
    found = {}
    for line in text.splitlines():
        match = re.match(r"(changed|added|removed|in conflict|not understood)  .*\[(.*)\]$", line)
        if match:
            found[match.group(2)] = match.group(1)
    return found


def review(workbook, plan):
    code, text = run("import", workbook, "-o", plan)
    return ids(text) if code == 0 else {text: code}


def expect(name, found, wanted):
    if found != wanted:
        yield f"{name}: found {found}, wanted {wanted}"


# --- Where things stand ---


def heading_row(sheet, *headings):
    for row in sheet.iter_rows():
        values = [cell.value for cell in row]
        if all(heading in values for heading in headings):
            return row[0].row
    raise KeyError(headings)


def place(sheet, key_heading, key, heading):
    """(row, column) of a field, from 1."""
    top = heading_row(sheet, key_heading, heading)
    columns = {cell.value: cell.column for cell in sheet[top]}
    for row in range(top + 1, sheet.max_row + 1):
        if sheet.cell(row, columns[key_heading]).value == key:
            return row, columns[heading]
    raise KeyError(key)


def cell(book, sheet, key_heading, key, heading):
    return book[sheet].cell(*place(book[sheet], key_heading, key, heading))


# --- openpyxl ---


class Plan:
    def __init__(self, folder):
        self.folder = folder
        self.path = folder / "plan.brownfield"
        self.workbook = folder / "roadmap.xlsx"
        assert run("import", SAMPLE, "-o", self.path)[0] == 0
        assert run("plan", self.path, "--draws", "200", "--export", self.workbook)[0] == 0
        self.book = openpyxl.load_workbook(self.workbook)
        self.computed = openpyxl.load_workbook(self.workbook, data_only=True)
        systems = reading.table_rows(self.book, "Systems", "Systems")
        self.first, self.second, self.last = systems[0]["Unique id"], systems[1]["Unique id"], systems[-1]["Unique id"]

    def edited(self, name, edit):
        book = openpyxl.load_workbook(self.workbook)
        edit(book)
        path = self.folder / name
        book.save(path)
        return path

    def wanted(self):
        return {
            f"system:{self.first}:name": "changed",
            f"system:{self.first}:eos_date": "changed",
            f"system:{self.second}:run_cost_year": "changed",
        }


def edit_three(plan):
    def edit(book):
        cell(book, "Systems", "Unique id", plan.first, "Name").value = "Renamed in the meeting"
        cell(book, "Systems", "Unique id", plan.first, LABELS["eos_date"]).value = datetime.date(2033, 5, 12)
        cell(book, "Systems", "Unique id", plan.second, LABELS["run_cost_year"]).value = 123456.78

    return edit


def shuffle(plan):
    """The same three, rows turned round, a row pushed in, a column moved, sheets deleted."""

    def edit(book):
        edit_three(plan)(book)
        sheet = book["Systems"]
        top = heading_row(sheet, "Unique id", "Name")
        rows = [[c.value for c in row] for row in sheet.iter_rows(min_row=top + 1)][::-1]
        heads = [c.value for c in sheet[top]]
        for i, row in enumerate([heads[::-1]] + [row[::-1] for row in rows]):
            for k, value in enumerate(row):
                sheet.cell(top + 2 + i, k + 4).value = value
        for row in sheet.iter_rows(min_row=top, max_row=top + 1):
            for c in row:
                c.value = None
        for c in list(sheet.columns)[0][top:] + list(sheet.columns)[1][top:] + list(sheet.columns)[2][top:]:
            c.value = None
        for name in ("Claims", "Risks", "Timeline"):
            del book[name]

    return edit


def edit_rows(plan):
    def edit(book):
        sheet = book["Systems"]
        top = heading_row(sheet, "Unique id", "Name")
        kind = cell(book, "Systems", "Unique id", plan.second, LABELS["type"]).value
        end = sheet.max_row + 1
        sheet.cell(end, 1).value, sheet.cell(end, 2).value = "NEW-77", "A system from the meeting"
        sheet.cell(end, 3).value = kind
        row, _ = place(sheet, "Unique id", plan.last, "Name")
        sheet.delete_rows(row)
        risks = book["Risks"]
        top = heading_row(risks, "Key", "Mitigation")
        for column, value in {"Key": "R-1", "Title": "=1+1", "Chance": 0.4, "Impact 1-5": 4}.items():
            at = next(c for c in risks[top] if c.value == column)
            target = risks.cell(top + 1, at.column)
            target.value = value
            if column == "Title":
                target.data_type = "s"
        cell(book, "Steps", "Key", plan.book["Steps"].cell(*step_place(plan)).value, "Pin cutover to").value = datetime.datetime(2029, 7, 20, 22, 0)
        cell(book, "Assumptions", "Input", "Internal day rate", "Plan says").value = 777

    return edit


def overwrite(plan):
    """What the plan computed: a cutover becomes a pin, an amount an estimate; a release only follows."""

    def edit(book):
        steps = [row for row in reading.table_rows(plan.computed, "Steps", "Steps") if row["First cutover"]]
        plan.moved, plan.dearer, plan.later = (row["Key"] for row in steps[:3])
        cell(book, "Steps", "Key", plan.moved, "First cutover").value = datetime.datetime(2029, 7, 20, 22, 0)
        cell(book, "Steps", "Key", plan.dearer, "Capex").value *= 2
        release = next(row["Release"] for row in steps if row["Key"] == plan.later)
        cell(book, "Steps", "Key", plan.later, "Release").value = release + datetime.timedelta(days=9)

    return edit


def faults_of_overwriting(plan):
    path = plan.edited("overwritten.xlsx", overwrite(plan))
    wanted = {
        f"step:{plan.moved}:pinned_cutover": "changed",
        f"step:{plan.dearer}:capex": "changed",
        f"step:{plan.later}": "not understood",
    }
    yield from expect("overwritten", review(path, plan.path), wanted)
    if reading.have_office():
        # Recalculated, the release has moved with its cutover: it is no edit of its own.
        path = reading.convert(path, "xlsx", mkdir(plan.folder / "recalculated"))
        yield from expect("overwritten and recalculated", review(path, plan.path), wanted)


def edit_budgets(plan):
    """Amounts of a budget, sorted the other way round, below rows that were pushed in; one is new, one gone."""

    def edit(book):
        budgets = reading.table_rows(plan.computed, "Money", "Budgets")
        plan.budget, plan.other, plan.lost = (row["Key"] for row in budgets[:3])
        sheet = book["Money"]
        top = heading_row(sheet, "Key", "Amount", "Carry-over")
        columns = {c.value: c.column for c in sheet[top]}
        rows = [[c.value for c in sheet[top + 1 + i][:14]] for i in range(len(budgets))]
        amount, remark = columns["Amount"] - 1, columns["Remark"] - 1
        rows[0][amount] += 1000.25
        rows[1][remark] = "Asked for in the meeting"
        rows[2] = ["BG-NEW", None, "capex", 2031, None, None, None, 50000, "no"] + [None] * 5
        for i, row in enumerate(rows[::-1]):
            for k, value in enumerate(row):
                sheet.cell(top + 1 + i, k + 1).value = value

    return edit


def faults_of_budgets(plan):
    path = plan.edited("budgets.xlsx", edit_budgets(plan))
    wanted = {
        f"budget:{plan.budget}:amount": "changed",
        f"budget:{plan.other}:remark": "changed",
        f"budget:{plan.lost}": "removed",
        "budget:BG-NEW": "added",
    }
    yield from expect("budgets", review(path, plan.path), wanted)

    def move(book):
        """The same amount, the list pushed down and to the right, beside other sheets gone."""
        book["Money"].insert_rows(1, 3)
        book["Money"].insert_cols(1, 2)
        top = heading_row(book["Money"], "Key", "Amount", "Carry-over")
        columns = {c.value: c.column for c in book["Money"][top]}
        book["Money"].cell(top + 1, columns["Amount"]).value += 7
        for name in ("Summary", "Steps", "Maturity"):
            del book[name]

    path = plan.edited("moved.xlsx", move)
    yield from expect("budgets moved", review(path, plan.path), {f"budget:{plan.budget}:amount": "changed"})
    path = plan.edited("without.xlsx", lambda book: book.remove(book["Money"]))
    yield from expect("without the sheet of the budgets", review(path, plan.path), {})


def faults_of_maturity(plan):
    """A target and a level, by hand and with the rows sorted the other way round and columns moved."""
    first, second = (row["Key"] for row in reading.table_rows(plan.computed, "Maturity", "Maturity")[:2])
    wanted = {f"result:{first}:target": "changed", f"result:{second}:verified": "changed"}

    def edit(book):
        cell(book, "Maturity", "Key", first, "Target band").value = 4.5
        cell(book, "Maturity", "Key", second, "Verified band").value = 0.5

    def shuffled(book):
        edit(book)
        sheet = book["Maturity"]
        top = heading_row(sheet, "Key", "Target band")
        rows = [[(c.value, c.number_format) for c in row] for row in sheet.iter_rows(min_row=top, max_row=top + 24)]
        for i, row in enumerate([rows[0]] + rows[:0:-1]):
            for k, (value, shown) in enumerate(row[::-1]):
                target = sheet.cell(top + i, k + 1)
                target.value, target.number_format = value, shown
        sheet.insert_rows(1, 2)
        for name in ("Money", "Summary"):
            del book[name]

    yield from expect("levels", review(plan.edited("levels.xlsx", edit), plan.path), wanted)
    yield from expect("levels shuffled", review(plan.edited("levels-shuffled.xlsx", shuffled), plan.path), wanted)


def step_place(plan):
    sheet = plan.book["Steps"]
    top = heading_row(sheet, "Key", "Capex")
    column = next(c.column for c in sheet[top] if c.value == "Key")
    return top + 2, column


def faults_of_openpyxl(plan):
    yield from expect("nothing done", review(plan.workbook, plan.path), {})
    yield from expect("saved by openpyxl", review(plan.edited("saved.xlsx", lambda book: None), plan.path), {})
    yield from expect("three edits", review(plan.edited("three.xlsx", edit_three(plan)), plan.path), plan.wanted())
    yield from expect("shuffled", review(plan.edited("shuffled.xlsx", shuffle(plan)), plan.path), plan.wanted())
    step = plan.book["Steps"].cell(*step_place(plan)).value
    wanted = {
        "system:NEW-77": "added",
        f"system:{plan.last}": "removed",
        "risk:R-1": "added",
        f"step:{step}:pinned_cutover": "changed",
    }
    found = review(plan.edited("rows.xlsx", edit_rows(plan)), plan.path)
    plant = [key for key in found if key.startswith("plant:")]
    if len(plant) != 1 or not plant[0].endswith(":internal_day_rate"):
        yield f"rows: of the plant {plant}"
    yield from expect("rows", {key: kind for key, kind in found.items() if key not in plant}, wanted)


# --- LibreOffice ---


def tag(space, name):
    return "{%s}%s" % (ODF[space], name)


def at(table, wanted_row, wanted_column):
    """The cell of a flat ods table, repeated ones taken apart."""
    row = 0
    for element in table.iter(tag("table", "table-row")):
        times = int(element.get(tag("table", "number-rows-repeated"), 1))
        if row + times >= wanted_row:
            break
        row += times
    column = 0
    for child in element:
        times = int(child.get(tag("table", "number-columns-repeated"), 1))
        if column + times >= wanted_column:
            return child
        column += times
    raise KeyError((wanted_row, wanted_column))


def put(element, kind, value):
    for name in list(element.attrib):
        if name.startswith("{" + ODF["office"]):
            del element.attrib[name]
    for child in list(element):
        element.remove(child)
    element.set(tag("office", "value-type"), kind)
    if kind == "string":
        etree.SubElement(element, tag("text", "p")).text = value
    else:
        element.set(tag("office", "date-value" if kind == "date" else "value"), value)


def faults_of_office(plan):
    """LibreOffice loads the workbook, an edit is made in its own format, and it saves the workbook."""
    saved = reading.convert(plan.workbook, "xlsx", mkdir(plan.folder / "saved"))
    yield from expect("saved by LibreOffice", review(saved, plan.path), {})
    flat = reading.convert(plan.workbook, "fods", plan.folder)
    tree = etree.parse(flat)
    table = next(t for t in tree.iter(tag("table", "table")) if t.get(tag("table", "name")) == "Systems")
    sheet = plan.book["Systems"]
    put(at(table, *place(sheet, "Unique id", plan.first, "Name")), "string", "Renamed in the meeting")
    put(at(table, *place(sheet, "Unique id", plan.first, LABELS["eos_date"])), "date", "2033-05-12")
    put(at(table, *place(sheet, "Unique id", plan.second, LABELS["run_cost_year"])), "float", "123456.78")
    tree.write(flat, encoding="utf-8", xml_declaration=True)
    edited = reading.convert(flat, "xlsx", mkdir(plan.folder / "edited"))
    yield from expect("three edits by LibreOffice", review(edited, plan.path), plan.wanted())


def mkdir(path):
    path.mkdir()
    return path


# --- Taking ---


def faults_of_taking(plan):
    three = plan.folder / "three.xlsx"
    code, text = run("import", three, "-o", plan.path, "--take", f"system:{plan.first}:name")
    if code or "1 difference was taken" not in text:
        yield f"taking one: {text}"
    left = {key: kind for key, kind in plan.wanted().items() if not key.endswith(":name")}
    yield from expect("after one was taken", review(three, plan.path), left)
    code, text = run("import", plan.folder / "rows.xlsx", "-o", plan.path, "--take", "all")
    if code:
        yield f"taking all: {text}"
    history = run("history", plan.path)[1]
    if "Workbook “rows.xlsx”" not in history or history.count("Workbook “") != 2:
        yield f"the history says {history[-400:]}"
    code, text = run("import", plan.workbook, "-o", plan.path)
    if code or ids(text):
        yield f"the workbook as it was exported finds {ids(text)} after the plan went on"
    book = plan.edited("late.xlsx", lambda book: setattr(cell(book, "Systems", "Unique id", plan.first, "Name"), "value", "Another name"))
    yield from expect("late", review(book, plan.path), {f"system:{plan.first}:name": "in conflict"})
    if run("plan", plan.path, "--draws", "50")[0]:
        yield "nothing can be planned after the workbook was taken"


def faults_of_strangers(plan):
    other = plan.folder / "other.brownfield"
    run("import", SAMPLE, "-o", other)
    code, text = run("import", plan.workbook, "-o", other)
    if code != 1 or "another plan" not in text:
        yield f"a workbook of another plan: {code} {text}"
    code, text = run("import", plan.workbook, "-o", plan.folder / "none.brownfield")
    if code != 1 or (plan.folder / "none.brownfield").exists():
        yield f"a workbook without its plan: {code} {text}"


# --- What flows ---


def total(path):
    book = openpyxl.load_workbook(path, data_only=True)
    for row in book["Summary"].iter_rows():
        if row[0].value == "All phases":
            return row[8].value
    raise KeyError("All phases")


def faults_of_flow(plan):
    """An input changed in the workbook moves the fully loaded cost on the Summary."""

    def rate(book):
        for row in book["Assumptions"].iter_rows():
            for label, said in zip(row, row[1:]):
                if isinstance(label.value, str) and label.value.startswith("Day rate of"):
                    said.value = 999

    def hour(book):
        cell(book, "Assumptions", "Input", "Cost of one stopped hour", "Plan says").value = 1

    def days(book):
        sheet = book["Qualification"]
        top = heading_row(sheet, "Person-days", "Cost")
        column = next(c.column for c in sheet[top] if c.value == "Person-days")
        sheet.cell(top + 1, column).value += 100

    before = total(reading.convert(plan.workbook, "xlsx", mkdir(plan.folder / "before")))
    if abs(before - total(plan.workbook)) >= 0.005:
        yield f"the Summary says {total(plan.workbook)}, recalculated {before}"
    for name, edit in {"rate": rate, "hour": hour, "days": days}.items():
        path = plan.edited(f"flow-{name}.xlsx", edit)
        after = total(reading.convert(path, "xlsx", mkdir(plan.folder / name)))
        if abs(after - before) < 1:
            yield f"{name}: the Summary stays at {after}"


def faults(folder):
    plan = Plan(folder)
    yield from faults_of_openpyxl(plan)
    yield from faults_of_overwriting(plan)
    yield from faults_of_budgets(plan)
    yield from faults_of_maturity(plan)
    yield from faults_of_strangers(plan)
    if reading.have_office():
        yield from faults_of_office(plan)
        yield from faults_of_flow(plan)
    yield from faults_of_taking(plan)


LABELS = {"eos_date": "End of vendor support", "run_cost_year": "Run cost per year", "type": "System type"}
with tempfile.TemporaryDirectory() as temporary:
    found = list(faults(pathlib.Path(temporary)))
print("\n".join(found) if found else "The workbook comes back.")
sys.exit(bool(found))
