"""Programmes and solutions as lines of JSON: indices and numbers alone, never a name that somebody typed."""

from __future__ import annotations

import json
from dataclasses import asdict

from touchpoints.choice_programme import Programme, Solution
from touchpoints.constraint import Constraint, Rule


def pack_programme(programme: Programme) -> bytes:
    """One line."""
    constraints = [[one.rule, list(one.weights.items()), one.at_most] for one in programme.constraints]
    packed = {
        "values": list(programme.values),
        "constraints": constraints,
        "must_haves": sorted(programme.must_haves),
        "time_limit": programme.time_limit,
    }
    return json.dumps(packed).encode() + b"\n"


def unpack_programme(line: bytes) -> Programme:
    """The reverse of `pack_programme`."""
    packed = json.loads(line)
    constraints = [
        Constraint(Rule(rule), dict(weights), at_most) for rule, weights, at_most in packed["constraints"]
    ]
    return Programme(packed["values"], constraints, frozenset(packed["must_haves"]), packed["time_limit"])


def pack_solution(solution: Solution | None) -> bytes:
    """One line; null where nothing keeps all constraints."""
    packed = solution and {**asdict(solution), "chosen": sorted(solution.chosen)}
    return json.dumps({"solution": packed}).encode() + b"\n"


def unpack_solution(line: bytes) -> Solution | None:
    """The reverse of `pack_solution`; raises ValueError, KeyError or TypeError for anything else."""
    packed = json.loads(line)["solution"]
    if packed is None:
        return None
    return Solution(frozenset(packed["chosen"]), packed["is_proved"], packed["relative_gap"])
