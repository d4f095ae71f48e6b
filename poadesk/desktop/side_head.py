"""The head of the side: the unit and year in sight, and the way to another unit of the file."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from poadesk.desktop.inside_unit import BACK, is_inside_unit, shows_office
from poadesk.plan.office import plans_of_units
from poadesk.plan.unit_names import unit_name
from poadesk.widgets.buttons import button, set_small
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.labels import label, tooltip
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.overlay import Overlay
from poadesk.widgets.theme import theme
from poadesk.widgets.wrapped_text import height_of, paint_wrapped

_ROLE = "objective"
_PAD_X, _PAD_Y, _CHEVRON = 8, 4, 14
_LEFT = 18 - _PAD_X  # so that words stand above those of the steps


class UnitButton(QAbstractButton):
    """The name of the unit in full, with a chevron; soft while its panel is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._words = ""
        tooltip(self, "Elegir otra unidad de este archivo (Ctrl+U)")
        theme().changed.connect(self.updateGeometry)

    def show_unit(self, name: str, count: int) -> None:
        """Name the unit in sight, one of `count`."""
        self._words = name
        self.setAccessibleName(f"Unidad: {name}. Elegir otra de las {count:,}, Ctrl+U")
        self.updateGeometry()
        self.update()

    def show_closed(self) -> None:
        """The panel that it opened is closed."""
        self.setDown(False)

    def heightForWidth(self, width: int) -> int:
        return height_of(self._words, _ROLE, self._room(width)) + 2 * theme().px(_PAD_Y)

    def sizeHint(self) -> QSize:
        width = theme().px(220)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(80), theme().line_height(_ROLE) + 2 * theme().px(_PAD_Y))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px = theme().px
        body = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_soft = self.isDown()
        painter.setPen(QPen(theme().color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        ground = "soft" if is_soft else "hover" if self.underMouse() else "sidebar"
        painter.setBrush(theme().color(ground))
        painter.drawRoundedRect(body, 6, 6)
        words = QRectF(px(_PAD_X), px(_PAD_Y), self._room(self.width()), 1)
        paint_wrapped(painter, words, self._words, _ROLE, "text")
        side = px(_CHEVRON)
        top = px(_PAD_Y) + (theme().line_height(_ROLE) - side) / 2
        place = QRectF(self.width() - px(_PAD_X) - side, top, side, side)
        paint_icon(painter, place, "chevron-down")

    def _room(self, width: int) -> float:
        return max(1, width - theme().px(2 * _PAD_X + _CHEVRON + 6))


class SideHead(QWidget):
    """Unit and year. In a file with several plans the unit is a button that lists all of them.

    `gone` when the work goes on elsewhere: in a step, or in a view at another text size.
    `back_wanted` when the planning office leaves the plan of a unit.
    """

    gone = Signal()
    back_wanted = Signal()

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__()
        self._open_plan = open_plan
        self.unit = label("", _ROLE)
        self.button = UnitButton()
        self.button.clicked.connect(self.choose_unit)
        self.year = label("", "small", "text3")
        self.back = button(BACK, "quiet", "arrow-left", self.back_wanted.emit)
        set_small(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(_LEFT, 14, 12, 4)
        column.setSpacing(2)
        for words in (self.unit, self.year):
            words.setContentsMargins(_PAD_X, 0, 0, 0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.unit)
        column.addWidget(self.button)
        column.addWidget(self.year)
        self.show_plan()

    def show_plan(self) -> None:
        """Show the unit and year of the chosen plan, or that this is the planning office."""
        plan, units = self._open_plan.plan, plans_of_units(self._open_plan.plans)
        is_office = shows_office(self._open_plan)
        has_units = len(units) > 1 and not is_office
        self.back.setVisible(is_inside_unit(self._open_plan))
        self.unit.setVisible(not has_units)
        self.unit.setText("Planificación" if is_office else plan.unit or "Plan sin unidad todavía")
        self.button.setVisible(has_units)
        self.button.show_unit(unit_name(plan), len(units))
        kind = self._open_plan.words.short
        kind = f"Consolidado {kind}" if is_office else kind
        self.year.setText(f"{kind} {self._open_plan.year_label()} · {plan.entity}".rstrip(" ·"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.gone.emit()

    def choose_unit(self) -> None:
        """Open the list of units; with one plan there is none."""
        if len(self._open_plan.plans) < 2 or not plans_of_units(self._open_plan.plans):
            return
        # Local: it brings all names of Qt's styles, for which no plan should wait when it opens.
        from poadesk.desktop.unit_popup import UnitPopup

        self._open_plan.save_waiting()
        window = self.window()
        for other in window.findChildren(Overlay):
            other.leave()
        below = self.button if self.button.isVisible() else self.year
        popup = UnitPopup(window, self._open_plan, below)
        popup.left.connect(popup.deleteLater)
        popup.left.connect(self.button.show_closed)
        self.gone.connect(popup.leave)
        self._open_plan.closing.connect(popup.leave)
        popup.show_units()
        self.button.setDown(True)
