"""Records to findings: one small file a rule.

``checks()`` finds the rules, ``check_records()`` runs them.  A rule is a module of this
package with ``RULE`` and ``check``; a new one needs no other change in the program.
"""

from gongshi.rules.registry import Check, check_records, checks

__all__ = ["Check", "check_records", "checks"]
