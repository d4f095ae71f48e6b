"""Nombres por unificar: names that units write in more than one way, to be made one."""

from __future__ import annotations

from itertools import groupby
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from poadesk.consolidating.names import unify
from poadesk.consolidating.screen.name_card import NameCard
from poadesk.plan.phrases import quoted
from poadesk.plan.same_names import KINDS, Group
from poadesk.widgets.buttons import button
from poadesk.widgets.empty_state import EmptyState
from poadesk.widgets.labels import heading, label
from poadesk.widgets.notice import show_notice
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen

_MOST_SHOWN = 60
# What a person left as it is, until the file is closed: kind, key and the ways there were.
_Left = tuple[str, str, frozenset[str]]
_LEFT: WeakKeyDictionary[OpenPlan, set[_Left]] = WeakKeyDictionary()


def open_groups(open_plan: OpenPlan) -> list[Group]:
    """Return the names still to be made one, without those that a person has left as they are."""
    left = _LEFT.setdefault(open_plan, set())
    return [group for group in open_plan.reading.same_names if _as_left(group) not in left]


class NamesScreen(Screen):
    """A card for each name with its ways; nothing is changed before somebody says so."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("Nombres por unificar", parent=parent)
        self._open_plan = open_plan
        self.cards: list[NameCard] = []
        self._shown: list[Group] | None = None
        self._names = QWidget()
        self.again = button("", "quiet", "repeat", self._show_left_ones)
        self.again.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.header_buttons.addWidget(self.again)
        self.content.addWidget(self._names)
        self.set_hints([("↑ ↓", "elegir cómo se escribe"), ("Tab", "siguiente")])
        open_plan.changed.connect(self._follow)

    def arrive(self) -> None:
        """Show what there is, with the focus on the first name."""
        self._show()
        self._focus_card(0)

    def jump_to(self, row_id: str, field: str) -> None:
        self.arrive()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _follow(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        groups = open_groups(self._open_plan)
        self._show_heading(len(groups))
        if groups == self._shown:
            return
        chosen = {(card.group.kind, card.group.key): card.chosen() for card in self.cards}
        self._shown = groups
        fresh = self._filled(groups)
        for card in self.cards:
            card.choose(chosen.get((card.group.kind, card.group.key), ""))
        self.content.replaceWidget(self._names, fresh)
        fresh.show()  # the layout would only do so later, and what is hidden takes no focus
        self._names.hide()
        self._names.deleteLater()
        self._names = fresh

    def _show_heading(self, count: int) -> None:
        words = "1 nombre se escribe" if count == 1 else f"{count:,} nombres se escriben"
        means = "Elija cómo queda; nada se cambia hasta que usted lo diga."
        self.set_subtitle(f"{words} de varias maneras. {means}" if count else "")
        left = len(_LEFT.get(self._open_plan, ()))
        self.again.setVisible(left > 0)
        self.again.set_words("Ver el que dejó así" if left == 1 else f"Ver los {left:,} que dejó")

    def _filled(self, groups: list[Group]) -> QWidget:
        self.cards = []
        if not groups:
            return EmptyState(
                "No hay nombres por unificar",
                "Cuando dos unidades escriban lo mismo de otra manera, como “visita” y “Visitas”, "
                "aparecerá aquí para que usted decida.",
                "equal",
            )
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for kind, some in groupby(groups[:_MOST_SHOWN], lambda group: group.kind):
            column.addWidget(heading(KINDS[kind]))
            for group in some:
                self.cards.append(self._card(group))
                column.addWidget(self.cards[-1])
        if len(groups) > _MOST_SHOWN:
            words = f"Hay {len(groups) - _MOST_SHOWN:,} más, que aparecerán después de estos."
            column.addWidget(label(words, "grid", "text2"))
        column.addStretch(1)
        return body

    def _card(self, group: Group) -> NameCard:
        writable = not self._open_plan.file.read_only
        return NameCard(group, self._unify, self._leave, writable)

    def _unify(self, group: Group, name: str) -> None:
        at = self._place(group)
        done = self._open_plan.act(
            f"Unificar {quoted(name)}",
            lambda step, _: unify(step, group, name),
            by_office=True,
        )
        if done is None:
            return
        places = "1 lugar" if done == 1 else f"{done:,} lugares"
        self._show()
        self._focus_card(at)
        sentence = f"Se escribió {quoted(name)} en {places}"
        show_notice(self, sentence, self._open_plan.undo, sign="check")

    def _leave(self, group: Group) -> None:
        at = self._place(group)
        _LEFT.setdefault(self._open_plan, set()).add(_as_left(group))
        self._open_plan.checking.begin_later()  # the list of steps counts what is open
        self._show()
        self._focus_card(at)

    def _show_left_ones(self) -> None:
        _LEFT.pop(self._open_plan, None)
        self._open_plan.checking.begin_later()
        self._show()
        self._focus_card(0)

    def _place(self, group: Group) -> int:
        return next((at for at, card in enumerate(self.cards) if card.group == group), 0)

    def _focus_card(self, at: int) -> None:
        """Go to the way that is chosen in a card, or to the screen where no card is left."""
        if not self.cards:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        card = self.cards[min(at, len(self.cards) - 1)]
        chosen = card.choices.checkedButton()
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.OtherFocusReason)
            self.scroll_area.ensureWidgetVisible(card, 0, 24)


def _as_left(group: Group) -> _Left:
    return group.kind, group.key, frozenset(way.name for way in group.ways)
