"""Start page: begin a plan, open one, look at the example, or go on with a recent one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from poadesk.desktop.start_rows import RecentRow, StartAction
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import label, picture
from poadesk.widgets.theme import theme

_SIDE_WIDTH = 304


class RecentPlan(NamedTuple):
    """A plan opened lately, in words for the list."""

    path: str
    title: str
    unit: str
    where: str
    when: str


def plan_dropped(content: QMimeData) -> str:
    """Path of the one plan file that is being dropped, or an empty text."""
    paths = [Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile()]
    if len(paths) == 1 and paths[0].suffix.lower() == ".sqlite":
        return str(paths[0])
    return ""


class StartPage(QWidget):
    """What a person sees before a plan is open."""

    new_wanted = Signal()
    open_wanted = Signal()
    open_path = Signal(str)
    example_wanted = Signal()
    from_last_year_wanted = Signal()

    def __init__(self, recent: Sequence[tuple[str, str, str, str, str]] = ()) -> None:
        super().__init__()
        self.setAcceptDrops(True)
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

    def show_recent(self, recent: Sequence[tuple[str, str, str, str, str]]) -> None:
        """Show these plans: tuples (path, title, unit, where, when), newest first."""
        plans = [RecentPlan(*plan) for plan in recent]
        fresh = self._recent_list(plans) if plans else self._first_time()
        self._page.replaceWidget(self._list, fresh)
        self._list.hide()
        self._list.deleteLater()
        self._list = fresh

    def recent_rows(self) -> list[RecentRow]:
        """The rows of the recent plans, newest first."""
        return self._list.findChildren(RecentRow)

    def arrive(self) -> None:
        """Show the page with the focus on its first action."""
        self.show()  # a page that is not shown yet takes no focus
        self.findChildren(StartAction)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if plan_dropped(event.mimeData()):
            event.acceptProposedAction()
            self._mark_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._mark_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._mark_drop(False)
        path = plan_dropped(event.mimeData())
        if path:
            event.acceptProposedAction()
            self.open_path.emit(path)

    def _lay_out(self) -> None:
        page = QFrame()
        page.setProperty("panel", "surface")
        page.setLayout(self._page)
        self._page.setContentsMargins(48, 40, 48, 24)
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
        ]
        return [
            StartAction(icon, title, line, on_click, primary=number == 0)
            for number, (icon, title, line, on_click) in enumerate(wanted)
        ]

    def _recent_list(self, plans: Sequence[RecentPlan]) -> QWidget:
        body = QWidget()
        body.setProperty("page", True)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label("Siga donde lo dejó", "title"))
        column.addSpacing(16)
        for number, plan in enumerate(plans):
            row = RecentRow(plan.title, plan.unit, plan.where, plan.when, first=number == 0)
            row.clicked.connect(lambda _=False, path=plan.path: self.open_path.emit(path))
            column.addWidget(row)
            column.addSpacing(16 if number == 0 else 0)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setWidget(body)
        return area

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

    def _mark_drop(self, over: bool) -> None:
        self._drop.setProperty("over", over)
        style = self._drop.style()
        style.unpolish(self._drop)
        style.polish(self._drop)


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
