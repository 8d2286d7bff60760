"""The office's own words: the texts of term.yml, by heading, as one notice prints them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gongshi.compose.scene import MissingError, Scene
from gongshi.model.records import POSTS

#: Sentences by heading; the heading is empty where the text has none.
Headed = tuple[tuple[str, tuple[str, ...]], ...]


def text(name: str) -> Callable[[Scene], tuple[str, ...]]:
    """A fact that is a list of sentences in term.yml, headings joined into one list."""

    def tell(scene: Scene) -> tuple[str, ...]:
        return tuple(sentence for _, sentences in _own(scene, name) for sentence in sentences)

    return tell


def headed(name: str) -> Callable[[Scene], Headed]:
    """A fact: a text of term.yml with its headings.

    A heading that is a village's name belongs to that village alone; a village with a
    heading of its own sees nothing else, and its name is no heading of the notice.
    """

    def tell(scene: Scene) -> Headed:
        return _own(scene, name)

    return tell


def _own(scene: Scene, name: str) -> Headed:
    texts = _texts(scene, name)
    if texts.get(scene.village.name):
        return (("", texts[scene.village.name]),)
    villages = {village.name for village in scene.records.villages}
    found = tuple((key, texts[key]) for key in texts if texts[key] and key not in villages)
    if not found:
        raise MissingError(f"term.yml没有写{name}", scene.records.term.place("texts"))
    return found


def _texts(scene: Scene, name: str) -> Mapping[str, tuple[str, ...]]:
    """A text of term.yml in the language of the scene if it is there, else in Chinese."""
    texts = scene.records.term.texts
    said = texts.get(f"{name}.{scene.language}") if scene.language else None
    return said or texts.get(name, {})


def conditions(scene: Scene) -> Headed:
    """任职条件 by heading: the posts that are filled here, then what is no post."""
    texts = _texts(scene, "任职条件")
    filled = scene.village.seats
    order = (*POSTS, *(heading for heading in texts if heading not in POSTS))
    kept = (
        (heading, texts[heading])
        for heading in order
        if texts.get(heading) and (heading not in POSTS or filled.get(heading))
    )
    found = tuple(kept)
    if not found:
        raise MissingError("term.yml没有写任职条件", scene.records.term.place("texts"))
    return found


def qualifications(scene: Scene) -> Headed:
    """Of 任职条件, what each post that is filled here asks for."""
    found = tuple((key, text) for key, text in conditions(scene) if key in POSTS or not key)
    if not found:
        raise MissingError("term.yml的任职条件没有按职务写", scene.records.term.place("texts"))
    return found


def exclusions(scene: Scene) -> Headed:
    """Of 任职条件, the headings that are no post: who should not be put forward."""
    found = tuple((key, text) for key, text in conditions(scene) if key and key not in POSTS)
    if not found:
        message = "term.yml的任职条件没有写不得推荐（提名）的情形"
        raise MissingError(message, scene.records.term.place("texts"))
    return found
