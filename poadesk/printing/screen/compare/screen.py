"""Comparar: two revisions of a plan, what differs, and what is taken of it into the plan."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from poadesk.plan.comparing import Comparison, Difference, compared
from poadesk.plan.comparing.bringing import Bringing
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Plan
from poadesk.plan.office import is_office, plans_of_units
from poadesk.plan.review import Finding
from poadesk.plan.step_names import step_of
from poadesk.planfile.changes import Step
from poadesk.planfile.errors import PlanFileError
from poadesk.printing.screen.compare.body import (
    NEVER_SENT,
    NO_PLAN,
    NOT_READ,
    NOTHING_DIFFERS,
    CompareBody,
)
from poadesk.printing.screen.compare.choosers import CompareBar
from poadesk.printing.screen.compare.saving import content_of, offered_name
from poadesk.printing.screen.compare.sources import CURRENT, Sources
from poadesk.printing.screen.reports.output_strip import OutputStrip
from poadesk.printing.screen.reports.saving import JSON, PDF, Format
from poadesk.widgets.band import Band
from poadesk.widgets.buttons import button, menu_button
from poadesk.widgets.file_questions import ask_for_file
from poadesk.widgets.menus import add_entry, menu
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen
from poadesk.widgets.theme import theme

TAKE = "Tomar lo elegido"
_TIGHT, _LOW = 640, 480  # pixels of the screen at 100 % text size


class CompareScreen(Screen):
    """Two choosers over the differences. The office looks; a unit also takes what it wants."""

    notice_sign = "check"

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("Comparar", scrolls=False, parent=parent)
        self._open_plan = open_plan
        self._sources: Sources | None = None
        self._unit = ""
        self._problem = ""
        self._is_tight = False
        self.comparison: Comparison | None = None
        self.bar = CompareBar()
        self.body = CompareBody(self._jump_words)
        self.output = OutputStrip()
        self.take = button(TAKE, "primary", "check", self.take_chosen)
        self._menu = self._save_menu()
        self.save = menu_button("Guardar…", self._menu, "normal", "download")
        self.header_buttons.addWidget(self.save)
        self.header_buttons.addWidget(self.take)
        self._lay_out_content()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh_in_sight)
        self._connect()
        self._begin()

    @property
    def plan(self) -> Plan | None:
        """Return the plan that is compared: in a file of the office, that of the chosen unit."""
        plans = self._plans()
        return next((one for one in plans if one.id == self._unit), plans[0] if plans else None)

    def compare_with(self, plan_id: str, digest: str) -> None:
        """Compare a kept revision of a plan with how that plan is now."""
        self._unit = plan_id
        self._begin(digest)
        self.body.focus()

    def compare_with_file(self, path: Path, side: int = 0) -> None:
        """Let the plan of another file be the old (0) or the new (1) one; say why if it cannot."""
        if self._sources is None:
            return
        try:
            key = self._sources.add_file(path)
        except (UnreadableError, PlanFileError) as error:
            self.show_band(Band("failure", str(error)))
            return
        keys = list(self.bar.keys)
        keys[side] = key
        self.bar.show_sources(self._sources.all(), *keys)
        self._compare()

    def take_chosen(self) -> None:
        """Bring the chosen differences into the plan, as one step."""
        bringing, chosen = self.body.rows.bringing, self.body.rows.chosen
        if bringing is None or not chosen:
            return
        made, before = bringing.brought(chosen), bringing.target
        count = len(chosen)
        words = "1 diferencia" if count == 1 else f"{count:,} diferencias"

        def write(step: Step, _plan: Plan) -> bool:
            step.put_tree(made, instead_of=before)
            return True

        if self._open_plan.act(f"Tomar {words} de otra revisión", write):
            self.notice.emit(f"Se {'tomó' if count == 1 else 'tomaron'} {words}.")

    def arrive(self) -> None:
        self._refresh()
        if not self.body.focus():
            self.bar.sides[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.margin()
        self._top.setContentsMargins(side, 0, side, 12)
        self._is_tight = self.width() < theme().px(_TIGHT)
        self.bar.set_tight(self._is_tight, self.height() < theme().px(_LOW))
        self.set_subtitle(self._sentence())

    def _plans(self) -> tuple[Plan, ...]:
        """Return the plans among which one is chosen: those of all units, or the open one."""
        plan, of_units = self._open_plan.plan, plans_of_units(self._open_plan.plans)
        return (plan,) if plan in of_units else of_units

    def _is_office(self) -> bool:
        return is_office(self._open_plan.plans)

    def _begin(self, old: str = "") -> None:
        """Begin with a plan and a revision of it, or with those that come first."""
        plan = self.plan
        self._sources = Sources(self._open_plan.file, plan) if plan is not None else None
        self.bar.show_units(self._plans(), plan.id if plan is not None else "")
        if self._sources is not None:
            known = {source.key for source in self._sources.all()}
            first = old if old in known else self._sources.first(self._is_office())
            self.bar.show_sources(self._sources.all(), first, CURRENT)
        self._compare()

    def _choose_unit(self, plan_id: str) -> None:
        self._unit = plan_id
        self._begin()

    def _refresh_in_sight(self) -> None:
        # Out of sight nobody waits for it, and each letter that is typed would cost one.
        if self.isVisible():
            self._refresh()

    def _refresh_later(self) -> None:
        """Look at the plan again once the change is over."""
        self._later.start()

    def _refresh(self) -> None:
        """Compare again if the plan has changed."""
        plan = self.plan
        if plan is None or self._sources is None or plan.id != self._sources.plan.id:
            self._begin()
        elif plan is not self._sources.plan:
            self._sources.plan = plan
            old, new = self.bar.keys
            self.bar.show_sources(
                self._sources.all(), old or self._sources.first(self._is_office()), new
            )
            self._compare()

    def _compare(self) -> None:
        """Compare the two chosen revisions and show what came of it."""
        self._problem, self.comparison = "", None
        old, new = self.bar.keys
        if self._sources is not None and old and new:
            try:
                self.comparison = compared(self._sources.load(old), self._sources.load(new))
            except (UnreadableError, PlanFileError) as error:
                self._problem = str(error)
        self._show()

    def _show(self) -> None:
        bringing = self._bringing()
        if self.comparison is not None and self.comparison.sections:
            self.body.show_comparison(self.comparison, bringing, self._names())
        else:
            self._show_nothing()
        self.bar.show_counts(self.body.rows.counts())
        self.save.setEnabled(self.comparison is not None)
        self.take.setVisible(bringing is not None)
        self.set_subtitle(self._sentence())
        self.show_band(Band("failure", self._problem) if self._problem else None)
        space = [("Espacio", "marcar")] if bringing is not None else []
        self.set_hints([("↑ ↓", "ir por las diferencias"), *space, ("Ctrl+Mayús+S", "guardar PDF")])

    def _show_nothing(self) -> None:
        if self.plan is None:
            self.body.show_nothing(NO_PLAN, False, "inbox")
        elif self.comparison is not None:
            self.body.show_nothing(NOTHING_DIFFERS, False, "equal")
        else:
            self.body.show_nothing(NOT_READ if self._problem else NEVER_SENT, True, "swap")

    def _bringing(self) -> Bringing | None:
        """Return how differences are taken, or None where nothing can be written."""
        keys, comparison = self.bar.keys, self.comparison
        is_closed = self._open_plan.read_only or self._is_office()
        if comparison is None or not comparison.sections or is_closed or keys[0] == keys[1]:
            return None
        return Bringing(comparison, keys[1] == CURRENT) if CURRENT in keys else None

    def _sentence(self) -> str:
        bringing = self.body.rows.bringing
        if self.comparison is None or not self.comparison.sections:
            return ""
        count = len(self.comparison.differences)
        words = "1 diferencia." if count == 1 else f"{count:,} diferencias."
        if bringing is None or self._is_tight:
            return words
        if bringing.into_new:
            return f"{words} Marque lo que quiere que vuelva a estar como antes."
        return f"{words} Marque lo que quiere traer a su plan."

    def _ask_for_file(self, side: int = 0) -> None:
        folder = self._open_plan.file.path.parent
        path = ask_for_file(self.window(), "Comparar con otro archivo", folder, "Planes (*.sqlite)")
        if path is not None:
            self.compare_with_file(path, side)

    def _jump_words(self, one: Difference) -> str:
        """Return the words of the jump to a row, if it can be reached in the plan."""
        is_here = self._open_plan.row(one.id) is not None and one.table != "catalogue_item"
        is_closed = self._is_office() or not one.can_be_taken
        return f"Ir a {one.title}" if is_here and not is_closed else ""

    def _jump(self, one: Difference) -> None:
        field, step = one.field or "text", step_of(one.table, one.field)
        place = Finding("hint", one.new_number, one.table, one.id, field, one.title, "", step)
        self.go_to_finding.emit(place)

    def _names(self) -> tuple[str, str]:
        sources = self._sources.all() if self._sources is not None else []
        names = {source.key: source.in_a_sentence for source in sources}
        old, new = self.bar.keys
        return names.get(old, ""), names.get(new, "")

    def _show_chosen(self) -> None:
        count = len(self.body.rows.chosen)
        self.take.setEnabled(count > 0)
        self.take.set_words(f"{TAKE} ({count:,})" if count else TAKE)
        self.bar.show_choice(self.body.rows.can_choose, count > 0)

    def _save_as(self, form: Format) -> None:
        if self.comparison is not None:
            make = partial(content_of, self.comparison, self._names(), form.ending)
            self.output.save_made(offered_name(self.comparison, form.ending), form, make)

    def _save_menu(self) -> QMenu:
        entries = menu()
        add_entry(entries, "PDF…", partial(self._save_as, PDF), icon="file")
        add_entry(entries, "JSON…", partial(self._save_as, JSON))
        return entries

    def _connect(self) -> None:
        self._open_plan.changed.connect(self._refresh_later)
        self._open_plan.closing.connect(self.output.saver.finish)
        self.output.said.connect(self.show_band)
        self.bar.chosen.connect(self._compare)
        self.bar.unit_chosen.connect(self._choose_unit)
        self.bar.kind_chosen.connect(self.body.show_kind)
        self.bar.file_wanted.connect(self._ask_for_file)
        self.bar.all_wanted.connect(self.body.rows.choose_all)
        self.body.rows.chosen_changed.connect(self._show_chosen)
        self.body.file_wanted.connect(self._ask_for_file)
        self.body.details.jump_wanted.connect(self._jump)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+S"), self)
        shortcut.activated.connect(partial(self._save_as, PDF))

    def _lay_out_content(self) -> None:
        top = QWidget()
        self._top = QVBoxLayout(top)
        self._top.setSpacing(10)
        self._top.addWidget(self.bar)
        self._top.addWidget(self.output)
        line = QFrame()
        line.setProperty("panel", "line")
        self.content.addWidget(top)
        self.content.addWidget(line)
        self.content.addWidget(self.body, 1)
