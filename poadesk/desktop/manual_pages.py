"""The pages of the manual: one for each step, and those about the program itself."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import NamedTuple

from poadesk.desktop.places import backups_folder, log_path
from poadesk.plan.step_names import FOLLOW_STEPS, OFFICE_STEPS, SEND_STEP, STEPS
from poadesk.resources import resource

FIRST = "start"


class Page(NamedTuple):
    """A page: its key, which is also the name of its file, its title, and the group it is in."""

    key: str
    title: str
    group: str

    @property
    def file(self) -> str:
        """Return the name of its file in the folder of the manual."""
        return f"{self.key}.html"


# Two steps of the planning office are also a unit's, and stand with those.
_OF_THE_OFFICE = tuple(step for step in OFFICE_STEPS if step.key not in ("compare", "reports"))
PAGES: tuple[Page, ...] = (
    Page(FIRST, "Empezar", ""),
    *(Page(step.key, step.title, "Los nueve pasos") for step in STEPS),
    Page(SEND_STEP.key, SEND_STEP.title, "Con Planificación"),
    Page("compare", "Comparar", "Con Planificación"),
    *(Page(step.key, step.title, "Durante el año") for step in FOLLOW_STEPS),
    *(Page(step.key, step.title, "Para Planificación") for step in _OF_THE_OFFICE),
    Page("writing", "Mientras escribe", "Además"),
    Page("delivery", "Imprimir y entregar", "Además"),
    Page("workbook", "Traer un libro", "Además"),
    Page("saving", "Guardar, copias y deshacer", "Además"),
    Page("keys", "Teclas", "Además"),
    Page("trouble", "Si algo falla", "Además"),
)
KEYS = frozenset(page.key for page in PAGES)


def folder() -> Path:
    """Return the folder of the manual; nothing outside it is ever shown."""
    return resource("manual").resolve()


def file_within(name: str) -> Path | None:
    """Return a file of the manual by its name in the folder; None for anything else."""
    home = folder()
    path = (home / name).resolve()
    return path if path.is_relative_to(home) and path.is_file() else None


@cache
def source(key: str) -> str:
    """Return a page as it is stored; KeyError for a key of none."""
    if key not in KEYS:
        raise KeyError(key)
    return (folder() / f"{key}.html").read_text(encoding="utf-8")


def markup(key: str) -> str:
    """Return a page with the folders of this computer in it."""
    places = {"copies": escape(str(backups_folder())), "log": escape(str(log_path()))}
    return Template(source(key)).substitute(places)
