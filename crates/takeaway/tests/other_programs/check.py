"""Reads again what was taken away: csvw validates, the others open.

Usage: check.py FOLDER, with a folder in it for each occasion. Whatever differs from expected.json
there ends it with a sentence.
"""

import contextlib
import csv
import io
import json
import re
import shutil
import subprocess
import sys
import warnings
from pathlib import Path

import bibtexparser
import openpyxl
from csvw import CSVW

SYMBOLS = {"[x]", "[z]", "[u]"}
# UTF-8, commas, all cells as shown, every sheet into a file of its own.
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

# What a reader may open or paste: its ending, how LibreOffice is told to take it, and a file of the
# same kind with a formula that it runs.
OPENED = {
    "csv": (".csv", (), '"=1+1","a"\r\n'),
    "pasted-html": (".html", ("--infilter=HTML (StarCalc)",), "<table><tr><td>=1+1</td></tr></table>"),
    "pasted-text": (".txt", ("--infilter=Text - txt - csv (StarCalc):9,34,76",), "=1+1\ta\n"),
}


def require(holds, what):
    if not holds:
        raise SystemExit(what)


def unguarded(text):
    """Apostrophes may have been put in; nothing else may differ. Line ends are those of a cell."""
    return re.sub("'", "", str(text)).replace("\r\n", "\n").replace("\r", "\n")


def same(found, expected, guarded):
    if isinstance(expected, int):
        return found == expected
    if guarded:
        return unguarded(found) == unguarded(expected)
    return found == expected


def is_valid(path):
    """Whether csvw takes it, and what csvw made of it. It tells of faults by warnings."""
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("always")
        try:
            described = CSVW(str(path), validate=True)
            return described.is_valid, described
        except Exception as error:  # What it raises is its own affair: it refuses.
            return False, error


def check_csv(folder, figure):
    path = folder / figure["csv"]
    valid, described = is_valid(path)
    require(valid, f"{path}: csvw refuses it: {getattr(described, 'warnings', described)}")
    rows = list(described.tables[0])
    require(len(rows) == len(figure["rows"]), f"{path}: {len(rows)} rows")
    for row, expected in zip(rows, figure["rows"]):
        for name, value in zip(figure["names"], expected):
            found = row[name]
            # What the description calls a null is read as nothing.
            if found is None:
                require(value in SYMBOLS, f"{path}: {name} is null, not {value!r}")
            else:
                require(same(found, value, True), f"{path}: {name} is {found!r}, not {value!r}")
        require(row["link"] == figure["link"], f"{path}: another link")
    return len(rows)


def check_that_csvw_refuses(folder, figure):
    """A validator that takes everything would prove nothing."""
    spoiled = folder / "spoiled"
    spoiled.mkdir()
    for spoil in ("datatype", "name"):
        path = spoiled / figure["csv"]
        shutil.copy(folder / figure["csv"], path)
        metadata = json.loads((folder / f"{figure['csv']}-metadata.json").read_text("utf-8"))
        columns = metadata["tableSchema"]["columns"]
        if spoil == "datatype":
            next(column for column in columns if column["name"] == "answer")["datatype"] = "integer"
        else:
            columns[1]["name"] = columns[0]["name"]
        (spoiled / f"{figure['csv']}-metadata.json").write_text(json.dumps(metadata), "utf-8")
        require(not is_valid(path)[0], f"csvw takes a wrong {spoil}")


def check_sheet(path, sheet, figure):
    where = f"{path}: sheet {sheet.title!r}"
    require(unescaped(sheet["A1"].value).endswith(figure["headline"]), f"{where}: A1 is {sheet['A1'].value!r}")
    require(not sheet.merged_cells.ranges, f"{where}: merged cells")
    require(len(sheet.tables) == 1, f"{where}: {len(sheet.tables)} tables")
    table = next(iter(sheet.tables.values()))
    found = [[cell.value for cell in row] for row in sheet[table.ref]]
    require([unescaped(text) for text in found[0]] == figure["titles"], f"{where}: {found[0]}")
    require(len(found) == len(figure["rows"]) + 1, f"{where}: {len(found)} rows")
    for row, expected in zip(found[1:], figure["rows"]):
        for value, wanted in zip(row, expected):
            value = unescaped(value) if isinstance(value, str) else value
            require(same(value, wanted, False), f"{where}: {value!r}, not {wanted!r}")
    first, last = sheet.min_row, sheet.max_row
    for number in range(first, last + 1):
        require(sheet.cell(number, 1).value not in (None, ""), f"{where}: row {number} is empty")
    links = [cell.hyperlink.target or "" for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    fragment = figure["link"].split("#")[1]
    locations = [cell.hyperlink.location or "" for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    require(any(fragment in link for link in links + locations), f"{where}: no link to the figure")


def unescaped(text):
    """How the format writes what XML can't hold: _x000D_."""
    return re.sub(r"_x([0-9A-F]{4})_", lambda found: chr(int(found[1], 16)), text)


def no_formulas(path):
    workbook = openpyxl.load_workbook(path)
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                require(cell.data_type != "f", f"{path}: {sheet.title} {cell.coordinate} is a formula: {cell.value}")
    return workbook


def check_workbook(folder, expected):
    path = folder / "tables.xlsx"
    workbook = no_formulas(path)
    require(workbook.sheetnames[0] == "Cover", f"{path}: no cover")
    cover = [unescaped(cell.value) for cell in workbook["Cover"]["A"]]
    require(cover[0] == expected["title"], f"{path}: A1 of the cover is {cover[0]!r}")
    require(expected["banner"] in cover, f"{path}: no banner")
    properties = workbook.properties
    require(properties.title == expected["title"], f"{path}: its title is {properties.title!r}")
    require(str(properties.created)[:10] == "2026-11-22", f"{path}: made on {properties.created}")
    require(len(workbook.sheetnames) == len(expected["figures"]) + 1, f"{path}: {workbook.sheetnames}")
    for sheet, figure in zip(workbook.worksheets[1:], expected["figures"]):
        check_sheet(path, sheet, figure)


def check_citations(folder, expected):
    """The page, the data and each figure, whatever their texts hold."""
    read = bibtexparser.parse_string((folder / "citation.bib").read_text("utf-8"))
    require(not read.failed_blocks, f"{folder}: BibTeX is broken: {read.failed_blocks}")
    require(len(read.entries) == len(expected["figures"]) + 2, f"{folder}: {len(read.entries)} entries")
    for entry, figure in zip(read.entries[2:], expected["figures"]):
        require(entry["url"] == figure["link"], f"{folder}: {entry['url']}, not {figure['link']}")


def convert(paths, to, out, by=()):
    out.mkdir()
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{out / 'profile'}", *by]
    command += ["--convert-to", to, "--outdir", out, *paths]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    require(done.returncode == 0, f"LibreOffice failed: {done.stdout}{done.stderr}")


def gathered(folder, paths):
    """Copies under names that tell the occasions apart: starting LibreOffice takes longest."""
    copies = [folder / f"{path.parent.name}-{path.name}" for path in paths]
    for path, copy in zip(paths, copies):
        shutil.copy(path, copy)
    return copies


def check_libreoffice(folder, occasions):
    """Its own CSV of the sheets has the values; what it opens has no formula in it."""
    inputs = folder / "inputs"
    inputs.mkdir()
    sheets = folder / "sheets"
    convert(gathered(inputs, [path / "tables.xlsx" for path, _ in occasions]), EVERY_SHEET, sheets)
    for path, expected in occasions:
        for number, figure in enumerate(expected["figures"], 1):
            check_shown(sheets, f"{path.name}-tables-{number}", figure)
    tables = [path / figure["csv"] for path, expected in occasions for figure in expected["figures"]]
    for name, (ending, by, control) in OPENED.items():
        check_opened(folder / name, [path.with_suffix(ending) for path in tables], by, control)


def check_opened(folder, paths, by, control):
    """LibreOffice makes a formula of the control, and of nothing that was taken away."""
    folder.mkdir()
    copies = gathered(folder, paths)
    one_more = folder / f"control{paths[0].suffix}"
    one_more.write_text(control, "utf-8")
    opened = folder / "opened"
    convert([*copies, one_more], "xlsx:Calc MS Excel 2007 XML", opened, by)
    for copy in copies:
        no_formulas(opened / f"{copy.stem}.xlsx")
    first = openpyxl.load_workbook(opened / "control.xlsx").active["A1"]
    require(first.data_type == "f", f"LibreOffice ran no formula of {one_more}: this shows nothing")


def check_shown(sheets, start, figure):
    found = [path for path in sheets.glob(f"{start}*.csv") if re.fullmatch(r"( .*)?", path.stem[len(start) :])]
    require(len(found) == 1, f"{start} became {found}")
    with open(found[0], encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[-len(figure["rows"]) :]
    for row, wanted in zip(rows, figure["rows"]):
        shown = [unguarded(cell) for cell in row[: len(wanted)]]
        wanted = [unguarded(f"{cell:,}" if isinstance(cell, int) else cell) for cell in wanted]
        require(shown == wanted, f"{found[0]}: LibreOffice shows {shown}, not {wanted}")


def main(folder):
    paths = sorted(path for path in folder.iterdir() if path.is_dir())
    occasions = [(path, json.loads((path / "expected.json").read_text("utf-8"))) for path in paths]
    figures = rows = 0
    for path, expected in occasions:
        for figure in expected["figures"]:
            rows += check_csv(path, figure)
            figures += 1
        check_workbook(path, expected)
        check_citations(path, expected)
    path, expected = occasions[0]
    check_that_csvw_refuses(path, expected["figures"][0])
    print(f"bibtexparser, csvw and openpyxl: {figures} figures, {rows} rows read again, no formula")
    if shutil.which("soffice") is None:
        print("skipped: LibreOffice is not installed (`soffice`); on Debian: apt-get install libreoffice-calc")
        return
    check_libreoffice(folder, occasions)
    print(f"LibreOffice: {len(occasions)} workbooks opened, with the same values")
    print(f"LibreOffice: {figures} CSV files and copied tables opened, no formula; those of the controls ran")


main(Path(sys.argv[1]))
