"""Moments as a person says them."""

from datetime import datetime

import pytest

from poadesk.plan.moments import said

NOW = datetime(2026, 11, 20, 18, 0)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-20 08:05", "8:05"),
        ("2026-11-19 23:59", "ayer, 23:59"),
        ("2026-11-12 10:42", "12 nov, 10:42"),
        ("2025-12-01 10:42", "1 dic 2025"),
        ("hace poco", "hace poco"),
    ],
)
def test_a_moment_is_said_from_today(at: str, expected: str) -> None:
    assert said(at, NOW) == expected
