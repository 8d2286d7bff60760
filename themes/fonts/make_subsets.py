"""Makes the two vendored fonts from the packages they come from.

The heavy serif and the Kai that sheets use are too large to keep whole (15 MB each), so
each is cut down to the characters of ``characters.txt``: the 8,105 of 通用规范汉字表
(2013), those of GB 2312 besides, and the punctuation, digits and letters of notices.
Rarer characters are drawn from Noto Serif SC, which covers GB 18030 level 2.

    npm pack @expo-google-fonts/noto-serif-sc@0.4.3   (700Bold/NotoSerifSC_700Bold.ttf)
    npm pack @fontsource/lxgw-wenkai@5.3.0            (files/lxgw-wenkai-latin-500-normal.woff2)
    python themes/fonts/make_subsets.py NotoSerifSC_700Bold.ttf lxgw-wenkai-latin-500-normal.woff2

needs ``fonttools`` and ``brotli``.  ``characters.txt`` itself comes from Unihan (kTGH):

    python themes/fonts/make_subsets.py --characters ucd.all.grouped.xml

Noto Serif Tibetan is kept whole and unchanged, since any of its letters may be stacked:

    npm pack @expo-google-fonts/noto-serif-tibetan@0.4.2
    (400Regular/NotoSerifTibetan_400Regular.ttf and LICENSE_FONT)

Both cut fonts are renamed: the OFL forbids LXGW's reserved name on a changed font, and a
family of its own lets a sheet say in which order families are asked for a character.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
CHARACTERS = HERE / "characters.txt"

#: Latin, accents, punctuation and marks that notices use besides Han characters.
MARKS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "".join(map(chr, range(0xA0, 0x100)))
    + "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü·‐‑–—―‖‘’“”†‡•…‰′″※℃№①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
    + "→←↑↓√×÷±≤≥≠≈∶─│■□▲△●○◎★☆◆◇\u3000、。〃々〇〈〉《》「」『』【】〔〕〖〗㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
    + "".join(map(chr, range(0xFF01, 0xFF5F)))
    + "￠￡￥"
)

#: What each font becomes: file, family, source's copyright line is kept.
FONTS = (("GongshiTitle-Bold.ttf", "Gongshi Title"), ("GongshiKai-Regular.ttf", "Gongshi Kai"))

OVERLAP = 0x40


def characters(unihan: Path) -> str:
    """The 8,105 characters that Unihan marks kTGH and those of GB 2312, in code order."""
    found = re.findall(r'<char cp="([0-9A-F]+)"[^>]*kTGH=', unihan.read_text("utf-8"))
    standard = {chr(int(code, 16)) for code in found}
    if len(standard) != 8105:
        raise SystemExit(f"expected 8,105 characters, found {len(standard)}")
    rows = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    gb2312 = set("".join(pair.decode("gb2312", "ignore") for pair in rows))
    return "".join(sorted(standard | gb2312))


def cut(source: Path, target: Path, family: str) -> None:
    """Writes the subset of ``source`` under the name ``family``."""
    options = subset.Options(
        layout_features=["kern"],
        hinting=False,
        name_IDs=[0, 1, 2, 4, 6, 13, 14],
        notdef_outline=True,
    )
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=CHARACTERS.read_text("utf-8").strip() + MARKS)
    subsetter.subset(font)
    rename(font, family)
    clear_overlap(font)
    font.flavor = None
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(target)


def rename(font: TTFont, family: str) -> None:
    """Gives the font one upright style of weight 400 under a family of its own."""
    names = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}
    for record in list(font["name"].names):
        if record.nameID not in (0, 13, 14):
            font["name"].removeNames(nameID=record.nameID)
    for name, text in names.items():
        font["name"].setName(text, name, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = 0x40
    font["head"].macStyle = 0


def clear_overlap(font: TTFont) -> None:
    """Clears the flag that makes FreeType draw each glyph sixteen times as finely."""
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.numberOfContours > 0:
            glyph.flags[0] &= ~OVERLAP


def main(arguments: list[str]) -> None:
    """``--characters UNIHAN`` or the two source fonts, serif first."""
    if arguments[:1] == ["--characters"]:
        CHARACTERS.write_text(characters(Path(arguments[1])) + "\n", "utf-8")
        return
    for source, (name, family) in zip(arguments, FONTS, strict=True):
        cut(Path(source), HERE / name, family)


if __name__ == "__main__":
    main(sys.argv[1:])
