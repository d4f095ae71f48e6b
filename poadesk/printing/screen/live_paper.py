"""The live paper: the printed pages beside the screens, following what is written."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from poadesk.plan.as_typed import with_field
from poadesk.plan.fields import UnreadableError
from poadesk.plan.model import Plan, declared_fields
from poadesk.printing.options import PrintOptions
from poadesk.printing.paper_places import PaperPlace
from poadesk.printing.screen.builder import PdfBuilder
from poadesk.printing.screen.loupe import Loupe
from poadesk.printing.screen.page_pictures import PagePictures
from poadesk.printing.screen.paper_head import PaperHead
from poadesk.printing.screen.paper_output import PaperOutput
from poadesk.printing.screen.paper_pages import PaperPages
from poadesk.widgets.buttons import button, icon_button, set_small
from poadesk.widgets.labels import tooltip
from poadesk.widgets.menus import add_entry, menu
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme
from poadesk.widgets.unsaved import Spot

PAUSE = 120  # milliseconds after a key or a change; another one begins it anew
# Seconds of work; where the whole plan takes more, only the part that is edited is prepared.
LONGEST_BUILD = 0.4
# With so many activities that is known without trying.
_MANY = 300
_WIDTH, _LEAST_WIDTH = 400, 320  # pixels


def _is_long(plan: Plan) -> bool:
    return sum(1 for _ in plan.activities()) > _MANY


class LivePaper(QWidget):
    """Shows the pages of an open plan. `close_wanted`: the person wants it away.

    It never takes the focus by itself or by a click.
    """

    close_wanted = Signal()

    def __init__(self, open_plan: OpenPlan) -> None:
        super().__init__()
        self.setProperty("panel", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("Papel")
        self.setMinimumWidth(theme().px(_LEAST_WIDTH))
        self._open_plan = open_plan
        self._part, self._row_id, self._tone = "cover", "", "edited"
        self._stale, self._comes_to_part = True, True
        self._typed: dict[Spot, str] = {}
        self._wish: tuple[Plan, PrintOptions] | None = None
        self.is_long = _is_long(open_plan.plan)
        self.builder = PdfBuilder(self)
        self.pictures = PagePictures(self)
        self.pages = PaperPages(self.pictures)
        self.loupe = Loupe(self.pictures)
        self.output = PaperOutput(open_plan)
        self.menu = self._output_menu()
        self._wants_loupe = True
        self._later = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()

    def follow_part(self, part: str) -> None:
        """Show a part of the plan from its first page, until a row in it is edited."""
        self._part, self._row_id, self._tone = part, "", "edited"
        self._comes_to_part = True
        if self.is_long:
            self._wait()
        self._show_place()

    def begin_anew(self) -> None:
        """Show another plan, from the part that its step writes."""
        self._row_id, self._comes_to_part = "", True
        self._typed.clear()
        self.is_long = _is_long(self._open_plan.plan)
        self._wait()

    def follow_row(self, row_id: str, tone: str = "edited") -> None:
        """Mark a row, or a field of the plan itself given by its name, and bring it into sight."""
        if (row_id, tone) != (self._row_id, self._tone):
            self._row_id, self._tone = row_id, tone
            self._show_place()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(_WIDTH), theme().px(600))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():
            return
        self._later.stop()
        if self.builder.is_busy:
            self._stale, self._wish = True, None
        self.builder.cancel()

    def _on_typed(self, spot: Spot, text: str) -> None:
        self._typed[spot] = text
        self._wait()

    def _on_changed(self) -> None:
        self._typed.clear()
        self._wait()

    def _wait(self) -> None:
        self._stale = True
        self.output.say(None)  # what it said was of other pages
        if self.isVisible():
            self._later.start()

    def _build(self) -> None:
        self._stale = False
        options = PrintOptions(parts=(self._part,)) if self.is_long else PrintOptions()
        wish = (self._plan_as_typed(), options)
        if wish == self._wish:  # what was typed and shown has only been saved since
            return
        self._wish = wish
        self.pages.say("Preparando las páginas…")
        self.builder.build(*wish)

    def _plan_as_typed(self) -> Plan:
        """Return the plan with what is typed and not yet saved, as far as it can be read."""
        plan, places = self._open_plan.plan, self._open_plan.reading.places
        for (table, row_id, field), text in self._typed.items():
            with suppress(UnreadableError):
                value = declared_fields(table)[field].read(text)
                return with_field(plan, places, row_id, field, value)
        return plan

    def _on_built(self, pdf: bytes) -> None:
        self.is_long = self.is_long or self.builder.took > LONGEST_BUILD
        self.pictures.show_pdf(pdf)
        self.pages.lay_out()
        self._show_place()
        self._show_number()

    def _on_failed(self, sentence: str) -> None:
        self._stale, self._wish = True, None
        self.pages.say(sentence)
        self.head.say("Sin preparar")

    def _show_place(self) -> None:
        """Mark what is edited and bring it into sight; without it, the part it belongs to."""
        places = self.builder.places.in_part(self._row_id, self._part)
        self.pages.mark(places, self._tone)
        if places:
            self._comes_to_part = False
            self.pages.reveal(places[-1])
        elif self._comes_to_part and self._part in self.builder.places.parts:
            self._comes_to_part = False
            self.pages.reveal_page(self.builder.places.parts[self._part])
        self._show_loupe(places[-1] if places else None)
        self._show_number()

    def _show_loupe(self, place: PaperPlace | None) -> None:
        if place is not None:
            self.loupe.show_place(place, self._tone)
        self.loupe.setVisible(place is not None and self._wants_loupe)

    def _show_number(self) -> None:
        if self.pictures.count:
            words = f"{self.pages.page} de {self.pictures.count}"
            self.head.say(f"Página {words}", words)

    def _keep_loupe(self, wanted: bool) -> None:
        self._wants_loupe = wanted
        self._magnifier.setChecked(wanted)
        self._show_place()

    def _connect(self) -> None:
        self._later.timeout.connect(self._build)
        self._open_plan.changed.connect(self._on_changed)
        self._open_plan.pressed.connect(self.builder.give_way)
        self._open_plan.typed.connect(self._on_typed)
        self._open_plan.closing.connect(self.builder.finish)
        self.builder.built.connect(self._on_built)
        self.builder.failed.connect(self._on_failed)
        self.pages.page_changed.connect(lambda _: self._show_number())
        self.loupe.close_wanted.connect(lambda: self._keep_loupe(False))

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("panel", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = self._make_head()
        column.addWidget(self.head)
        column.addWidget(line)
        column.addWidget(self.output)
        column.addWidget(self.pages, 1)
        column.addWidget(self.loupe)
        self.loupe.hide()

    def _output_menu(self) -> QMenu:
        made = menu(parent=self)
        add_entry(made, "Guardar PDF…", self.output.save, icon="download")
        add_entry(made, "Imprimir en papel…", self.output.print_on_paper, icon="printer")
        return made

    def _open_menu(self) -> None:
        below = QPoint(self._more.width() - self.menu.sizeHint().width(), self._more.height())
        self.menu.popup(self._more.mapToGlobal(below))

    def _make_head(self) -> PaperHead:
        self._magnifier = icon_button("magnifier", "Lupa a tamaño real")
        self._magnifier.setCheckable(True)
        self._magnifier.setChecked(True)
        self._magnifier.clicked.connect(lambda: self._keep_loupe(self._magnifier.isChecked()))
        self._more = icon_button("more", "Guardar o imprimir", self._open_menu)
        fit = set_small(button("Ancho", "quiet", None, lambda: self.pages.zoom_by(0)))
        tooltip(fit, "Ajustar las páginas al ancho")
        buttons = [
            icon_button("zoom-out", "Ver más pequeño", lambda: self.pages.zoom_by(-1)),
            fit,
            icon_button("zoom-in", "Ver más grande", lambda: self.pages.zoom_by(1)),
            self._magnifier,
            self._more,
            icon_button("close", "Cerrar el papel", self.close_wanted.emit),
        ]
        return PaperHead(buttons)
