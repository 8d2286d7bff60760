"""From checked records to a published folder: whole, or not at all.

Comes in: a project and the names of its townships.  Goes out: ``dist/<township>/`` for
each that has no errors, ``dist/index.html`` for the county, and an ``Outcome`` each.
"""

from gongshi.publish.county import build
from gongshi.publish.outcome import Options, Outcome, State
from gongshi.publish.workers import Tell

__all__ = ["Options", "Outcome", "State", "Tell", "build"]
