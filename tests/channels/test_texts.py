"""Short texts: what they say, how long they are, and that they say nothing more."""

from __future__ import annotations

import re
from datetime import date

import pytest

from gongshi.channels import group_text, sms, speech
from gongshi.channels.spoken import number, spoken
from gongshi.model.notice import Publicity
from papers import candidates, published

URL = "https://gongshi.example/yunxi/2026/qinghecun/5/"
PERIOD = Publicity(date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 9), 5)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2026年11月2日", "二零二六年十一月二日"),
        ("公示5个工作日", "公示五个工作日"),
        ("应选2名", "应选两名"),
        ("共12名", "共十二名"),
        ("20人", "二十人"),
        ("105票", "一百零五票"),
        ("32526名选民", "三万二千五百二十六名选民"),
        ("86.7%", "百分之八十六点七"),
        ("4/5", "五分之四"),
        ("8:30—12:00", "八点半到十二点"),
        ("14:05", "十四点零五分"),
        ("0838-6120001", "零八三八，六幺二零零零幺"),
        ("12388", "幺二三八八"),
        ("云溪党发〔2026〕30号", "云溪党发二零二六年第三十号"),
        ("3. 王伟，男", "第三，王伟，男"),
        ("受理电话：6120001", "受理电话：六幺二零零零幺"),
        ("结余12300元", "结余一万二千三百元"),
        ("1,102名", "一千一百零二名"),
        ("2次、2户，第2次", "两次、两户，第二次"),
        ("2026—2029年", "二零二六到二零二九年"),
        ("2021年至2026年", "二零二一到二零二六年"),
        ("5—7人", "五到七人"),
        ("为民办事——我们的承诺", "为民办事——我们的承诺"),
        ("邮编610000", "邮编六一零零零零"),
        ("2028年底前", "二零二八年底前"),
    ],
)
def test_figures_are_written_as_they_are_said(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "零"), (10, "十"), (11, "十一"), (110, "一百一十"), (1001, "一千零一"),
        (10_000, "一万"), (10_050, "一万零五十"), (100_000, "十万"),
        (20_300_400, "二千零三十万零四百"),
    ],
)  # fmt: skip
def test_whole_numbers_are_said_as_chinese_says_them(value: int, said: str) -> None:
    assert number(value) == said


def test_a_rare_character_has_its_reading_beside_it() -> None:
    assert spoken("丁䶮、王伟") == "丁䶮（读yǎn）、王伟"


def test_whether_somebody_is_elected_is_said_once() -> None:
    body = (
        "| 姓名 | 赞成票 | 是否当选 |\n|---|---|---|\n| 王伟 | 9 | 当选 |\n| 李明 | 1 | 未当选 |\n"
    )
    for text in (group_text(published(body), URL), speech(published(body)).text):
        assert "是否" not in text
        assert "，当选。" in text
        assert "，未当选。" in text


def test_a_script_is_said_twice_and_says_how_long_it_takes() -> None:
    script = speech(published("现将名单公示如下。\n\n" + candidates(2)))
    assert script.text.count("现在广播") == 2
    assert f"约{script.seconds // 60}分" in script.text or f"约{script.seconds}秒" in script.text
    longer = speech(published("现将名单公示如下。\n\n" + candidates(4)))
    assert longer.seconds > script.seconds


def test_sentences_of_a_script_can_be_said_in_one_breath() -> None:
    body = "各位村民请注意，" * 12 + "到此为止。\n"
    lines = speech(published(body)).text.splitlines()
    assert max(len(line) for line in lines if line.startswith("各位村民请")) <= 40


def test_a_long_list_of_names_is_said_in_several_breaths() -> None:
    body = "委员候选人八名：" + "、".join(["阿依古丽·买买提（女，维吾尔族）"] * 8) + "。\n"
    script = speech(published(body)).text.splitlines()
    assert max(len(line) for line in script if "买买提" in line) <= 40


def test_only_a_script_with_readings_explains_them() -> None:
    assert "读音" in speech(published("当选的是丁䶮。\n")).text
    assert "读音" not in speech(published("当选的是王伟（男）。\n")).text


def test_a_script_has_no_figures_left() -> None:
    script = speech(published(candidates(9), publicity=PERIOD)).text.split("\n", 1)[1]
    assert re.findall(r"\d", script) == []


@pytest.mark.parametrize("village", ["青禾村", "𬱖䶮䶮𬱖家瑞𬱖村", "阿不都热依木江·买买提村"])
@pytest.mark.parametrize("url", ["", URL])
def test_no_message_is_longer_than_seventy_units(village: str, url: str) -> None:
    title = f"中共青禾县云溪镇{village}支部委员会换届选举候选人预备人选公示"
    messages = sms(published("正文\n", title=title, publicity=PERIOD), url)
    assert all(len(m.text.encode("utf-16-le")) // 2 == m.units <= 70 for m in messages)
    joined = "".join(re.sub(r"^（\d/\d）", "", message.text) for message in messages)
    assert title in joined
    assert "11月2日至11月9日" in joined
    assert url in joined


def test_an_address_is_not_cut_in_two() -> None:
    assert any(URL in message.text for message in sms(published("正文\n"), URL))


def test_a_message_for_a_group_holds_the_whole_notice_and_its_check_code() -> None:
    one = published("现将名单公示如下。\n\n" + candidates(3))
    text = group_text(one, URL)
    assert text.startswith(f"【{one.notice.title}】\n现将名单公示如下。\n")
    assert "\n1. 王伟，女，汉族，1985年2月出生" in text
    assert text.endswith(f"核对码：{one.check_code}\n网上原文：{URL}\n")


def test_drafts_say_that_they_must_not_be_sent() -> None:
    draft = published("正文\n", draft=True)
    assert "草稿" in group_text(draft)
    assert "草稿" in sms(draft)[0].text
    assert "不要广播" in speech(draft).text
