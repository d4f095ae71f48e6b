"""The enumerations of Qt are made in a fifth of the time that the library takes for them.

At every start PySide makes some two hundred and fifty, with three thousand names, by calling
`Enum("Key", [("Key_A", 65), …])`. The library makes a stand-in for each name, puts it into the
class, takes it out again and asks each base whether it knows the name; that is a quarter of what
a window needs to come up. Here a class is made after the pattern of an empty one, which the
library itself has made, and its members are put in as the library would leave them. Whatever is
out of the ordinary, and every interpreter that this was not compared with, is left to the library.
"""

from __future__ import annotations

import sys
from enum import EnumType, Flag, FlagBoundary
from functools import cache
from typing import Any

_COMPARED = ((3, 11), (3, 12), (3, 13))
_Pairs = list[tuple[str, int]]
_library: Any = EnumType._create_  # type: ignore[attr-defined]
_set: Any = type.__setattr__


def make_enums_quickly() -> None:
    """From now on make enumerations quickly that are asked for in the way that PySide does."""
    if sys.version_info[:2] in _COMPARED:
        EnumType._create_ = _create  # type: ignore[attr-defined]


def _create(cls: Any, class_name: str, names: Any, **how: Any) -> Any:
    if how["module"] is None:
        # As in the library: the module of who calls the class that calls this.
        how["module"] = sys._getframe(2).f_globals.get("__name__")
    # Only PySide asks to keep the bits that no flag names.
    if how["boundary"] is FlagBoundary.KEEP and how["type"] is None and is_plain(cls, names):
        return made_quickly(cls, class_name, names, how["module"], how["qualname"])
    return _library(cls, class_name, names, **how)


def is_plain(cls: Any, names: Any) -> bool:
    """Say whether all are pairs of an unused public name and a number; a flag has no sign."""
    if not isinstance(names, list):
        return False
    used = _pattern(cls)[1]
    least = 0 if issubclass(cls, Flag) else -sys.maxsize
    seen = set()
    for pair in names:
        if type(pair) is not tuple or len(pair) != 2:
            return False
        name, value = pair
        if type(name) is not str or type(value) is not int or value < least:
            return False
        if name in used or name in seen or name[:1] in ("", "_"):
            return False
        seen.add(name)
    return True


def made_quickly(cls: Any, name: str, names: _Pairs, module: str, qualname: str | None) -> Any:
    """Return an enumeration of the kind `cls` with the names of a plain list."""
    empty, _ = _pattern(cls)
    own = {key: value.copy() if _holds(value) else value for key, value in empty.items()}
    own["__module__"] = module
    if qualname is not None:
        own["__qualname__"] = qualname
    made: Any = type.__new__(EnumType, name, (cls,), own)
    is_flag = issubclass(cls, Flag)
    _fill(made, names, own, is_flag)
    if is_flag:
        _tell_bits(made, own)
    return made


def _fill(made: Any, names: _Pairs, own: dict[str, Any], is_flag: bool) -> None:
    first_names, by_name = own["_member_names_"], own["_member_map_"]
    by_value, of = own["_value2member_map_"], own["_member_type_"]
    for name, value in names:
        member = by_value.get(value)
        if member is None:
            member = of.__new__(made) if of is object else of.__new__(made, value)
            member._value_ = value
            member._name_ = name
            member.__objclass__ = made
            member._sort_order_ = len(first_names)
            by_value[value] = member
            if not is_flag or value.bit_count() == 1:  # others are several flags, or none
                first_names.append(name)
        by_name[name] = member
        _set(made, name, member)


def _tell_bits(made: Any, own: dict[str, Any]) -> None:
    values, singles = 0, 0
    for value in own["_value2member_map_"]:
        values |= value
        singles |= value if value.bit_count() == 1 else 0
    made._flag_mask_, made._singles_mask_ = values, singles
    made._all_bits_ = 2 ** values.bit_length() - 1
    first = [own["_member_map_"][name]._value_ for name in own["_member_names_"]]
    if first != sorted(first):
        made._iter_member_ = made._iter_member_by_def_


def _holds(value: object) -> bool:
    return type(value) in (list, dict, set)


@cache
def _pattern(cls: Any) -> tuple[dict[str, Any], frozenset[str]]:
    """Return what an empty class of a kind has of its own, and the names that are used."""
    how = {"module": "", "boundary": FlagBoundary.KEEP}
    own = dict(_library(cls, "Pattern", [], **how).__dict__)
    used = frozenset(name for one in (*cls.__mro__, type) for name in one.__dict__)
    return {key: own[key] for key in own if key not in ("__dict__", "__weakref__")}, used
