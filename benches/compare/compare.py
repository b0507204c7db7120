#!/usr/bin/env python3
"""The same nine-column plan as PDF: this program, typst, reportlab and LibreOffice.

Prints a Markdown table of CPU, wall, memory and bytes, and whether the targets are met.
Needs a release build; run it by a Python that has the other two:

    python3 -m pip install typst reportlab rl_accel
    python3 benches/compare/compare.py

What is the same for all: the words of every cell, the widths of the columns and the size of
the letters (both read from this program's own PDF), the four Liberation Serif files of
`fonts/`, A4 across with the margins of Nghị định 30, the header on every page, borders, rows
that may go over a page, page numbers, and the paragraphs around the table on A4 upright. Each
tool begins with the plan as it would have it: a `.caitien` file, JSON, a flat OpenDocument
text; making those is not measured. reportlab, whose time grows with the square of a table's
rows, is measured a second time with the table in pieces, each beginning a page.

What is measured is the whole process, by wait4: user and system CPU of it and of all it
waited for, starting Python included (0.1 s at most); memory is the peak of its largest single
process, 1 MB = 1024 KiB. A tool wins nothing by dropping words: where pdftotext is installed,
each PDF's letters are counted against the plan's.
"""

import argparse
import copy
import datetime
import importlib.metadata
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import unicodedata
import zlib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

sys.dont_write_bytecode = True
from flat_odt import flat_odt  # noqa: E402

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FONTS = ROOT / "fonts"
# The targets: what they bound, of which tool (at its best, where it has several rows), how
# many times ours at least.
TARGET_ROWS = 5000
TARGETS = [
    ("cpu", "typst, untagged", 6),
    ("cpu", "reportlab", 20),
    ("memory", "typst, untagged", 10),
]
# The quickest size of the pieces (50, 100 and 250 were tried at 5,000 rows).
PIECE = 100
# Beyond this a tool is measured once.
SLOW_SECONDS = 60
# A process inherits the peak memory of the one that started it, so a bare Python starts it.
LAUNCH = """
import os, sys, time
start = time.monotonic()
out = [(os.POSIX_SPAWN_DUP2, 2, 1)]
pid = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=out)
_, status, used = os.wait4(pid, 0)
print(status, used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024)
"""
TYPST = """
import sys, typst
source, out, fonts, tags = sys.argv[1:]
own = {"font_paths": [fonts], "ignore_system_fonts": True}
typst.compile(source, output=out, pdf_tags=tags == "tagged", **own)
"""
UNTAGGED = '{"UseTaggedPDF":{"type":"boolean","value":"false"}}'


class Figures(NamedTuple):
    cpu: float
    wall: float
    memory: float


class Failed(Exception):
    """Why a tool has no figures."""


def main():
    options = arguments()
    complete = True
    results = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for count in options.rows:
            results[count] = []
            for name, prepare, missing in tools(options):
                try:
                    if missing:
                        raise Failed(missing)
                    place = folder / f"{count} {name}".replace(",", "").replace(" ", "-")
                    place.mkdir(exist_ok=True)
                    row, held = one(options, prepare, count, place)
                    complete &= held
                except Failed as why:
                    row = str(why)
                results[count].append((name, row))
                print(f"{count} rows, {name}: {row}", file=sys.stderr)
    report(options, results)
    # A PDF without all the words makes the comparison void.
    sys.exit(0 if complete else 1)


def arguments():
    target = Path(os.environ.get("CARGO_TARGET_DIR", "target"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--exe", type=Path, default=ROOT / target / "release/caitien")
    parser.add_argument("--rows", type=int, nargs="+", default=[100, 5000])
    parser.add_argument("--runs", type=int, default=3, help="the median of so many is given")
    parser.add_argument(
        "--libreoffice-limit",
        type=int,
        default=1200,
        metavar="SECONDS",
        help="stop LibreOffice after so long; 0 leaves it out",
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="leave the documents here")
    options = parser.parse_args()
    if not options.exe.is_file():
        parser.error(f"no {options.exe}: cargo build --release")
    options.exe = options.exe.resolve()
    options.keep = options.keep and options.keep.resolve()
    return options


def tools(options):
    """Name, how it is prepared and, where it cannot run, why."""

    def python(package):
        return None if version(package) else f"not installed: python3 -m pip install {package}"

    no_office = None
    if not shutil.which("soffice"):
        no_office = "not installed: apt-get install libreoffice-writer-nogui"
    elif options.libreoffice_limit == 0:
        no_office = "left out: --libreoffice-limit 0"
    return [
        ("caitien", with_caitien, None),
        ("typst, untagged", with_typst("untagged"), python("typst")),
        ("typst, tagged", with_typst("tagged"), python("typst")),
        ("reportlab", with_reportlab(), python("reportlab")),
        (f"reportlab, {PIECE} rows at a time", with_reportlab(PIECE), python("reportlab")),
        ("LibreOffice", with_libreoffice, no_office),
    ]


def version(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def version_of(options, name):
    """The name with its version."""
    package = name.split(",")[0]
    if name == "caitien":
        text = subprocess.run([options.exe, "--version"], capture_output=True, text=True).stdout
        return text.strip()
    if name == "LibreOffice":
        if not shutil.which("soffice"):
            return name
        text = subprocess.run(["soffice", "--version"], capture_output=True, text=True).stdout
        return " ".join(text.split()[:2])
    found = f"{package} {version(package) or ''}".strip()
    found += " with rl_accel" if package == "reportlab" and version("rl_accel") else ""
    return ", ".join([found, *name.split(", ")[1:]])


# The plan


def dossier(options, count, place):
    """The sample's JSON with so many rows."""
    source = place / "sample.json"
    export = [options.exe, "export", "--sample", "--plan", "2025-2026", "--to", source]
    subprocess.run(export, check=True)
    if not source.is_file():
        sys.exit(f"{options.exe} exports nothing")
    whole = json.loads(source.read_text(encoding="utf-8"))
    plan = whole["plans"][0]
    # A criterion told a second time would be merged with the cell above by this program only,
    # and not all tools would write the same words.
    own = {row["criterion_text"]: row for row in plan["rows"] if row["kind"] == "item"}
    own = list(own.values())
    plan["rows"] = []
    for number in range(count):
        row = copy.deepcopy(own[number % len(own)])
        row["id"] = 100_000 + number
        plan["rows"].append(row)
    return whole


def words_of(plan, measure):
    """The plan's words as all other tools get them."""
    form = json.loads((ROOT / "assets/forms/table-2018.json").read_text(encoding="utf-8"))
    columns = [column for column in form["rows"] if not column.get("hidden")]

    def cell(number, row, field):
        if field == "tt":
            return str(number)
        value = row[field]
        return value["typed"] if isinstance(value, dict) else value

    def text(paragraph):
        return "".join(run["text"] for run in paragraph["runs"])

    def part(part, number):
        blocks = [block for block in part["blocks"] if block["kind"] == "paragraph"]
        heading = [["bold", f"{number}. {part['heading'].upper()}"]] if part["heading"] else []
        return heading + [["bold" if b["is_heading"] else "plain", text(b)] for b in blocks]

    table = next(at for at, p in enumerate(plan["parts"]) if {"kind": "rows"} in p["blocks"])
    parts = [part(p, number) for p, number in zip(plan["parts"], "I II III IV V".split())]
    head, date, sign = plan["letterhead"], plan["date"], plan["signatures"][0]
    day = f"ngày {date['day']:02} tháng {date['month']} năm {date['year']}"
    return {
        **measure,
        "titles": [column["title"] for column in columns],
        "rows": [
            [cell(number, row, column["field"]) for column in columns]
            for number, row in enumerate(plan["rows"], 1)
        ],
        "head_left": [
            ["plain", head["governing_body"].upper()],
            ["bold", head["school"].upper()],
            ["plain", f"Số: {int(plan['number']):02}/{plan['symbol']}"],
        ],
        "head_right": [
            ["bold", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["bold", "Độc lập - Tự do - Hạnh phúc"],
            ["italic", f"{head['place']}, {day}"],
        ],
        "title": [["bold", line] for line in [plan["doc_type"], *plan["subject"]]],
        "before": [["italic", text(p)] for p in plan["bases"]]
        + [["plain", text(p)] for p in plan["opening"]]
        + sum(parts[: table + 1], []),
        "after": sum(parts[table + 1 :], []),
        "foot_left": [["bold", "Nơi nhận:"]]
        + [["plain", f"- {recipient}"] for recipient in plan["recipients"]],
        "foot_right": [["bold", line] for line in [*sign["authority"], sign["position"]]]
        + [["bold", sign["name"]]],
    }


def measure_of(pdf):
    """Widths of the columns and size of the letters, from a page full of this program's table."""
    data = pdf.read_bytes()
    for start in re.finditer(rb"(?<!end)stream\r?\n", data):
        try:
            page = zlib.decompressobj().decompress(data[start.end() :])
        except zlib.error:
            continue
        lines = re.findall(rb"([\d.]+) [\d.]+ m ([\d.]+) [\d.]+ l", page)
        edges = sorted({float(x) for x, to in lines if x == to})
        sizes = [float(size) for size in re.findall(rb"/R ([\d.]+) Tf", page)]
        if len(edges) == 10:
            widths = [round(right - left, 2) for left, right in zip(edges, edges[1:])]
            # The page number's letters are the larger ones.
            return {"widths": widths, "size": min(sizes)}
    sys.exit("no table of nine columns in this program's PDF")


# The tools: from the words to a command and the PDF it makes.


def with_caitien(options, words, place, source):
    return [options.exe, "export", source, "--to", place / "out.pdf"], {}


def with_typst(tags):
    def prepare(options, words, place, source):
        write_json(words, place)
        shutil.copy(HERE / "plan.typ", place)
        command = [sys.executable, "-c", TYPST, place / "plan.typ", place / "out.pdf", FONTS, tags]
        return command, {}

    return prepare


def with_reportlab(*piece):
    def prepare(options, words, place, source):
        write_json(words, place)
        script = HERE / "with_reportlab.py"
        return [sys.executable, script, FONTS, place / "plan.json", place / "out.pdf", *piece], {}

    return prepare


def with_libreoffice(options, words, place, source):
    (place / "out.fodt").write_text(flat_odt(words), encoding="utf-8")
    # No other fonts than ours, and a profile of its own that the first of the runs makes.
    (place / "fonts.conf").write_text(
        f"<fontconfig><dir>{FONTS}</dir><cachedir>{place}/cache</cachedir></fontconfig>"
    )
    command = ["soffice", f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", f"pdf:writer_pdf_Export:{UNTAGGED}"]
    command += ["--outdir", place, place / "out.fodt"]
    return command, {"FONTCONFIG_FILE": str(place / "fonts.conf")}


def write_json(words, place):
    (place / "plan.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


# Measuring and checking


def one(options, prepare, count, place):
    """Figures, bytes, pages and the check's word for one tool; whether all words are there."""
    whole = dossier(options, count, place)
    (place / "plan-of-caitien.json").write_text(json.dumps(whole), encoding="utf-8")
    source = place / "plan.caitien"
    source.unlink(missing_ok=True)
    imported = [options.exe, "import", place / "plan-of-caitien.json", "--new", source]
    subprocess.run(imported, check=True, stdout=subprocess.DEVNULL)
    pdf = place / "out.pdf"
    pdf.unlink(missing_ok=True)
    subprocess.run([options.exe, "export", source, "--to", pdf], check=True)
    words = words_of(whole["plans"][0], measure_of(pdf))
    pdf.unlink()
    command, extra = prepare(options, words, place, source)
    office = prepare is with_libreoffice
    runs = []
    while len(runs) < options.runs:
        runs.append(run(command, extra, options.libreoffice_limit if office else None))
        if runs[-1].wall > SLOW_SECONDS:
            break
    if not pdf.is_file():
        raise Failed("made no PDF")
    figures = Figures(*(statistics.median(column) for column in zip(*runs)))
    held, check = check_words(pdf, words)
    return (figures, pdf.stat().st_size, pages(pdf), check, len(runs)), held


def run(command, extra, limit):
    process = subprocess.Popen(
        [sys.executable, "-ISc", LAUNCH, *map(str, command)],
        env={**os.environ, **extra},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        out, errors = process.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        # The tool and its children, which are all that stand in this session.
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        raise Failed(f"stopped after {limit} s") from None
    status, *figures = out.split() or ["1"]
    if status != "0":
        raise Failed(f"failed: {' '.join(errors.split()[-12:])}")
    return Figures(*map(float, figures))


def pages(pdf):
    for command in (["qpdf", "--show-npages"], ["pdfinfo"]):
        if shutil.which(command[0]):
            text = subprocess.run([*command, pdf], capture_output=True, text=True).stdout
            found = re.search(r"^(?:Pages:\s*)?(\d+)$", text, re.MULTILINE)
            if found:
                return f"{int(found[1]):,}"
    return "?"


def check_words(pdf, words):
    """Whether the PDF has each letter at least as often as the plan and its repeated headers."""
    if not shutil.which("pdftotext"):
        return True, "not checked"
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True).stdout
    wanted = " ".join(cell for row in words["rows"] for cell in row)
    for key in ("head_left", "head_right", "title", "before", "after", "foot_left", "foot_right"):
        wanted += " " + " ".join(line for _, line in words[key])
    # The last title is on every page of the table and nowhere else.
    last = words["titles"][-1].split()[0]
    headers = len(re.findall(rf"\b{last}\b", text)) - len(re.findall(rf"\b{last}\b", wanted))
    missing = letters(wanted + " ".join(words["titles"]) * headers)
    missing.subtract(letters(text))
    missing = sum(count for count in missing.values() if count > 0)
    return missing == 0, "all there" if missing == 0 else f"{missing} letters MISSING"


def letters(text):
    """How often each is there; pdftotext takes hyphens at the ends of lines away."""
    text = unicodedata.normalize("NFC", text).lower().replace("-", "")
    return Counter("".join(text.split()))


# The report


def report(options, results):
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    today = datetime.date.today().isoformat()
    print(f"Measured on {today}; {os.cpu_count()} cores, {memory:.0f} GB of memory.\n")
    print("| rows | tool | CPU | wall | memory | PDF | pages | CPU, memory: times ours | words |")
    print("|---|---|---|---|---|---|---|---|---|")
    for count, rows in results.items():
        ours = rows[0][1]
        for name, row in rows:
            start = f"| {count:,} | {version_of(options, name)} |"
            if isinstance(row, str):
                print(f"{start} {row} | | | | | | |")
                continue
            figures, size, page_count, check, runs = row
            times = "1, 1"
            if row is not ours and not isinstance(ours, str):
                cpu, mem = figures.cpu / ours[0].cpu, figures.memory / ours[0].memory
                times = f"{cpu:.1f}, {mem:.1f}"
            once = " (one run)" if runs < options.runs else ""
            print(
                f"{start} {figures.cpu:.2f} s{once} | {figures.wall:.2f} s"
                f" | {figures.memory:.0f} MB | {size / 1000:,.0f} KB | {page_count}"
                f" | {times} | {check} |"
            )
    if TARGET_ROWS in results:
        print(f"\nTargets at {TARGET_ROWS:,} rows:")
        for target in TARGETS:
            print(f"- {verdict(dict(results[TARGET_ROWS]), *target)}")


def verdict(rows, field, tool, factor):
    own = [row for name, row in rows.items() if name.startswith(tool)]
    measured = [row[0] for row in own if not isinstance(row, str)]
    if not measured or isinstance(rows["caitien"], str):
        return f"{field}, {tool}: not measured"
    ours = getattr(rows["caitien"][0], field)
    times = min(getattr(figures, field) for figures in measured) / ours
    word = "met" if times >= factor else "MISSED"
    return f"{field}, {tool}: {times:.1f} times ours, at least {factor} wanted: {word}"


if __name__ == "__main__":
    main()
