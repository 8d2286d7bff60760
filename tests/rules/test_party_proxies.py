"""V013 in a Party election: nobody votes for an absent member."""

from __future__ import annotations

from dataclasses import replace

import worlds
from gongshi.model.profile import Words
from gongshi.model.working import Proxy
from gongshi.rules.proxy_votes import check

PROXY = worlds.at(Proxy(village="东村", principal="王伟", proxy="赵立"), "委托投票")
BARRED = {"委托投票": Words(("不得委托",), worlds.ARTICLE)}


def messages(ways: dict[str, Words], proxy_votes: int, *proxies: Proxy) -> list[str]:
    records = worlds.records(meetings=(worlds.meeting(proxy_votes=proxy_votes),), proxies=proxies)
    term = replace(records.term, profile=worlds.profile(lists=ways))
    return [found.message for found in check(replace(records, term=term))]


def test_a_party_election_has_neither_proxies_nor_their_votes() -> None:
    assert messages(BARRED, 1) == ["东村选举大会委托票1张，党组织选举不得委托"]
    assert messages(BARRED, 0, PROXY) == ["东村登记了1份委托，党组织选举不得委托"]
    assert messages(BARRED, 0) == []


def test_where_proxies_are_allowed_there_are_no_more_votes_than_papers() -> None:
    assert messages({}, 1, PROXY) == []
    assert messages({}, 2, PROXY) == ["东村选举大会委托票2张，办了委托手续的只有1份"]
