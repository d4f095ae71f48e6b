"""Start page: begin a plan, open one, look at the example, or go on with a recent one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from poadesk.desktop.recent_list import RecentList
from poadesk.desktop.recent_rows import RecentPlan, RecentRow
from poadesk.desktop.start_rows import StartAction
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture
from poadesk.widgets.screen import is_narrow
from poadesk.widgets.theme import theme

_SIDE_WIDTH = 304
_MARGIN, _MARGIN_NARROW = 48, 24


class StartPage(QWidget):
    """What a person sees before a plan is open. `removed` carries the path taken off the list."""

    new_wanted = Signal()
    open_wanted = Signal()
    open_path = Signal(object)  # as in `RecentList`
    example_wanted = Signal()
    from_last_year_wanted = Signal()
    from_material_wanted = Signal()
    office_wanted = Signal()
    removed = Signal(object)

    def __init__(self, recent: Sequence[RecentPlan] = ()) -> None:
        super().__init__()
        self.actions_shown: list[StartAction] = []
        self._page = QVBoxLayout()
        self._list = QWidget()
        self._drop = _drop_area()
        self._side = QFrame()
        self._fill_side()
        self._lay_out()
        self._dress()
        theme().changed.connect(self._dress)
        self.show_recent(recent)

    def show_recent(self, plans: Sequence[RecentPlan]) -> None:
        """Show these plans, newest first."""
        fresh = self._recent_list(plans) if plans else self._first_time()
        self._page.replaceWidget(self._list, fresh)
        self._list.hide()
        self._list.deleteLater()
        self._list = fresh

    def recent_rows(self) -> list[RecentRow]:
        """The rows of the recent plans, newest first."""
        return self._list.rows if isinstance(self._list, RecentList) else []

    def arrive(self) -> None:
        """Show the page with the focus on what goes on with the last plan, or begins one."""
        self.show()  # a page that is not shown yet takes no focus
        first = next(iter([*self.recent_rows(), *self.actions_shown]))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = _MARGIN_NARROW if is_narrow(self.window()) else _MARGIN
        self._page.setContentsMargins(side, 40, side, 24)

    def _lay_out(self) -> None:
        page = QFrame()
        page.setProperty("panel", "surface")
        page.setLayout(self._page)
        self._page.setSpacing(16)
        self._page.addWidget(self._list, 1)
        self._page.addWidget(self._drop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side)
        layout.addWidget(page, 1)

    def _fill_side(self) -> None:
        side = self._side
        side.setProperty("panel", "sidebar")
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 40, 16, 24)
        column.setSpacing(4)
        column.addLayout(_brand())
        column.addSpacing(24)
        for action in self._start_actions():
            self.actions_shown.append(action)
            column.addWidget(action)
        column.addStretch(1)

    def _dress(self) -> None:
        self._side.setFixedWidth(theme().px(_SIDE_WIDTH))

    def _start_actions(self) -> list[StartAction]:
        wanted: list[tuple[str, str, str, Callable[[], None]]] = [
            ("file-plus", "Nuevo plan", "Empezar desde la primera página", self.new_wanted.emit),
            (
                "calendar",
                "Desde el año pasado",
                "Pasar su plan al año nuevo",
                self.from_last_year_wanted.emit,
            ),
            (
                "download",
                "Con el material de Planificación",
                "Si su oficina le envió uno",
                self.from_material_wanted.emit,
            ),
            (
                "folder-open",
                "Abrir un plan…",
                "Buscar su archivo y seguir",
                self.open_wanted.emit,
            ),
            (
                "book",
                "Ver el ejemplo",
                "Un plan ya terminado",
                self.example_wanted.emit,
            ),
            (
                "inbox",
                "Consolidado de Planificación",
                "Juntar los planes de las unidades",
                self.office_wanted.emit,
            ),
        ]
        return [
            StartAction(icon, title, line, on_click, primary=number == 0)
            for number, (icon, title, line, on_click) in enumerate(wanted)
        ]

    def _recent_list(self, plans: Sequence[RecentPlan]) -> QWidget:
        plans_shown = RecentList(plans)
        plans_shown.opened.connect(self.open_path)
        plans_shown.removed.connect(self._remove)
        return plans_shown

    def _remove(self, path: str) -> None:
        """Take a plan off the list; the focus goes to the one that follows."""
        plans = [row.plan for row in self.recent_rows()]
        at = [plan.path for plan in plans].index(path)
        self.removed.emit(path)
        self.show_recent([plan for plan in plans if plan.path != path])
        rows = self.recent_rows()
        follows = rows[min(at, len(rows) - 1)] if rows else self.actions_shown[0]
        follows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first_time(self) -> QWidget:
        from poadesk.widgets.empty_state import EmptyState

        first = EmptyState(
            "Escriba el plan de su unidad",
            "Son nueve pasos, en el orden del trabajo. Todo se guarda mientras escribe, y en el "
            "último verá las hojas tal como saldrán de la impresora.",
        )
        first.add_action("Nuevo plan", self.new_wanted.emit, "primary", "file-plus")
        first.add_action("Ver el ejemplo", self.example_wanted.emit, "normal", "book")
        return first


def _brand() -> QHBoxLayout:
    logo = picture()
    logo.setPixmap(pixmap("logo", "fill", 40, logo.devicePixelRatioF()))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label("poadesk", "title", wrap=False))
    words.addWidget(label("Plan operativo anual", "small", "text2", wrap=False))
    row = QHBoxLayout()
    row.setContentsMargins(14, 0, 14, 0)
    row.setSpacing(12)
    row.addWidget(logo)
    row.addLayout(words, 1)
    return row


def _drop_area() -> QFrame:
    area = QFrame()
    area.setProperty("panel", "drop")
    area.setAccessibleName("Lugar para soltar un archivo de plan")
    words = label("También puede soltar aquí el archivo de un plan", "grid", "text2")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column = QVBoxLayout(area)
    column.setContentsMargins(16, 16, 16, 16)
    column.addWidget(words)
    return area
