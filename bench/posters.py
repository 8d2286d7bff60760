"""Posters: our A3 sheet as PDF and 300-dpi PNG, beside Typst's own PNG and Chromium's PDF.

    python bench/posters.py [rounds]

One dense notice, changed a little each round so that nothing is remembered whole; the
best of the rounds counts.  Run it on one core (taskset -c 0) for figures to compare.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

from gongshi import resources
from gongshi.model.notice import Notice, Published
from gongshi.render.document import parse
from gongshi.render.html import to_html
from gongshi.render.job import Letterhead, job
from gongshi.render.press import Press
from gongshi.render.raster import pngs
from gongshi.render.sheets import load_sheets

ROOT = Path(__file__).resolve().parent.parent
LETTERHEAD = Letterhead(
    township="青禾县云溪镇", slug="yunxi", site="https://gongshi.qinghe.example.cn"
)
PAGE = """<!doctype html><meta charset="utf-8"><style>@page{{size:297mm 420mm;margin:25mm}}
body{{font:18pt "Noto Serif SC",serif}}h1{{text-align:center}}p{{text-indent:2em}}
table{{border-collapse:collapse;width:100%}}td,th{{border:1px solid;text-align:center}}</style>"""


def dense(number: int) -> Published:
    """About 600 characters and a table of twelve people, on one sheet of A3."""
    given = "一二三四五六七八九十甲乙"
    people = "".join(
        f"| {n} | 王小{char} | 女 | 汉族 | 1985年{n}月 | 大专 | 村民小组长 |\n"
        for n, char in enumerate(given, start=1)
    )
    paragraph = "党员、群众对公示内容有异议的，可以在公示期间通过来信、来电、来访等方式反映。" * 3
    columns = "| 序号 | 姓名 | 性别 | 民族 | 出生年月 | 学历 | 现任职务 |\n" + "|---" * 7 + "|\n"
    body = (
        f"现将第{number}批候选人预备人选名单予以公示。\n\n{paragraph}\n\n{columns}{people}\n"
        f"{paragraph}\n\n## 一、公示时间\n\n2026年11月2日至2026年11月9日。\n\n特此公示。\n"
    )
    notice = Notice(
        number=str(number), kind="candidates", kind_title="候选人公示", township="yunxi",
        title="中共青禾县云溪镇青禾村党支部委员会换届选举候选人预备人选公示", term="2026",
        village="青禾村", village_path="qinghecun", document_number=f"云委发〔2026〕{number}号",
        issuer="中共青禾县云溪镇委员会", dated=date(2026, 11, 2), approver="", approved=None,
        publicity=None, corrects="", facts="", body=body,
    )  # fmt: skip
    return Published(notice=notice, digest=f"{number:064x}", issued_on=date(2026, 11, 2))


def best(work: Callable[[int], object], rounds: int) -> float:
    """The shortest of the rounds in ms, after one that does not count."""
    times = []
    for number in range(rounds + 1):
        start = perf_counter()
        work(number + 1)
        times.append((perf_counter() - start) * 1000)
    return min(times[1:])


def main(rounds: int) -> None:
    """Measures and prints one table."""
    press, sheet = Press(ROOT), load_sheets(resources.folders(ROOT, "themes/sheets"))["a3-red"]
    sizes: dict[str, int] = {}

    def pdf(number: int) -> bytes:
        made = press.pdf(dense(number), sheet, LETTERHEAD)
        sizes["pdf"] = len(made)
        return made

    def pdf_png(number: int) -> None:
        images = pngs(pdf(number))
        sizes["pages"], sizes["both"] = len(images), len(images[0])

    def typst_png(number: int) -> None:
        data = job(dense(number), sheet, LETTERHEAD, press.families(sheet))
        made = press.compiler.compile(
            input=sheet.source, root=sheet.source.parent, format="png", ppi=300,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )  # fmt: skip
        sizes["typst"] = len(made[0] if isinstance(made, list) else made or b"")

    first = perf_counter()
    pdf(0)
    cold = (perf_counter() - first) * 1000
    rows: list[tuple[str, float, int]] = [
        ("首张 PDF  first A3 PDF of the process", cold, sizes["pdf"]),
        ("PDF  A3 PDF, warm", best(pdf, rounds), sizes["pdf"]),
        ("PDF+PNG  A3 PDF and 300-dpi PNG", best(pdf_png, rounds), sizes["both"]),
        ("Typst PNG  Typst's own PNG, 300 ppi", best(typst_png, rounds), sizes["typst"]),
    ]
    if chromium := shutil.which("chromium"):
        rows.append(("Chromium PDF  headless, same text", *chromium_pdf(chromium, rounds)))
    report(rows, rows[1][1], sizes["pages"])


def chromium_pdf(chromium: str, rounds: int) -> tuple[float, int]:
    """The best time of a headless Chromium printing the notice's HTML, and its size."""
    with tempfile.TemporaryDirectory() as folder:
        page, out = Path(folder, "notice.html"), Path(folder, "notice.pdf")

        def work(number: int) -> None:
            notice = dense(number).notice
            html = f"<h1>{notice.title}</h1>{to_html(parse(notice.body))}"
            page.write_text(PAGE.format() + html, "utf-8")
            command = [chromium, "--headless", "--no-sandbox", "--disable-gpu"]
            command += ["--no-pdf-header-footer", f"--print-to-pdf={out}", page.as_uri()]
            subprocess.run(command, check=True, capture_output=True)

        return best(work, min(rounds, 3)), out.stat().st_size


def report(rows: list[tuple[str, float, int]], base: float, pages: int) -> None:
    """Prints the table; ratios are to the warm PDF."""
    print(f"A3 共 {pages} 页；比值以热机 PDF 为 1。Ratios are to the warm PDF.")
    print(f"{'ms':>8} {'ratio':>7} {'kB':>7}  项目 what")
    for name, milliseconds, size in rows:
        print(f"{milliseconds:8.1f} {milliseconds / base:7.1f} {size / 1000:7.0f}  {name}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
