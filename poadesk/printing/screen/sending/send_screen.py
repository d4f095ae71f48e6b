"""Entregar: what Revisar says, where the folder goes, and what was handed over."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from poadesk.plan.checks import findings
from poadesk.plan.handing_over import SENT, as_sent, last_delivery, name_of
from poadesk.plan.model import Plan
from poadesk.plan.review import Finding
from poadesk.planfile.errors import CannotSaveError
from poadesk.planfile.sending import Sent, send
from poadesk.printing.options import PrintOptions
from poadesk.printing.screen.builder import PdfBuilder
from poadesk.printing.screen.sending.history import DeliveryHistory
from poadesk.printing.screen.sending.made_card import MadeCard
from poadesk.printing.screen.sending.words import review_of, standing
from poadesk.widgets.band import Band
from poadesk.widgets.buttons import button
from poadesk.widgets.file_questions import ask_for_folder
from poadesk.widgets.icons import pixmap
from poadesk.widgets.labels import heading, label, picture
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen
from poadesk.widgets.segments import Segments
from poadesk.widgets.theme import theme

_WIDEST = 720  # pixels at 100 % text size; longer lines are hard to read
_READ_ONLY = "Este plan se abrió solo para leer. Abra el suyo para entregarlo."


class SendScreen(Screen):
    """Makes the folder for the planning office; the PDF is built beside the window."""

    def __init__(self, open_plan: OpenPlan, parent: QWidget | None = None) -> None:
        super().__init__("Entregar", parent=parent)
        self._open_plan = open_plan
        self._made: Sent | None = None
        self._wish: tuple[Plan, list[Finding]] | None = None
        self.folder = _documents()
        self.builder = PdfBuilder(self)
        self._sign = picture()
        self.review = label("", "text")
        self._to_review = button("Ir a Revisar", "quiet", None, self._go_to_review)
        self.where = label("", "text")
        self._other = button("Elegir otra carpeta…", "normal", None, self._choose_folder)
        self.paper = Segments([("carta", "Carta"), ("oficio", "Oficio"), ("a4", "A4")], "Papel")
        self.prepare = button("Preparar la entrega", "primary", "send", self.begin)
        self._progress = QProgressBar()
        self._stop = button("Detener", "quiet", None, self.builder.cancel)
        self.card = MadeCard()
        self.history = DeliveryHistory()
        self._arrange()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh)
        open_plan.changed.connect(self._refresh_later)
        open_plan.checking.checked.connect(self._refresh_later)
        open_plan.closing.connect(self.builder.finish)
        theme().changed.connect(self._refresh)
        self.builder.built.connect(self._on_built)
        self.builder.failed.connect(self._on_failed)
        self.builder.stopped.connect(lambda: self._show_work(False))
        self.builder.progressed.connect(lambda share: self._progress.setValue(int(share * 100)))

    def arrive(self) -> None:
        self._refresh()
        target = self.prepare if self.prepare.isEnabled() else self._to_review
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Make the delivery of the plan as it is now."""
        self._open_plan.save_waiting()
        self.show_band(None)
        plan = self._open_plan.plan
        # Counted of the very plan that is printed; what the window knows may be a moment older.
        self._wish = plan, findings(plan)
        self._show_work(True)
        self.builder.build(plan, PrintOptions(paper=self.paper.value))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.builder.cancel()

    def _on_built(self, paper: bytes) -> None:
        self._show_work(False)
        assert self._wish is not None
        plan, found = self._wish
        try:
            made = send(self._open_plan.file, plan, found, paper, self.folder, datetime.now())
        except CannotSaveError as error:
            again = "Elegir otra carpeta…"
            self.show_band(Band("failure", str(error), again, self._choose_folder))
            return
        self._made = made
        self._refresh()
        self.card.open.setFocus(Qt.FocusReason.OtherFocusReason)
        # Later: the card is laid out only once it is shown.
        QTimer.singleShot(0, self, lambda: self.scroll_area.ensureWidgetVisible(self.card.open))

    def _on_failed(self, sentence: str) -> None:
        self._show_work(False)
        self.show_band(Band("failure", sentence, "Intentar de nuevo", self.begin))

    def _refresh_later(self) -> None:
        """Look at the plan again once the change is over."""
        self._later.start()

    def _refresh(self) -> None:
        """Say anew where the plan stands, if anybody looks."""
        if not self.isVisible():
            return
        plan = self._open_plan.plan
        self.set_subtitle(standing(plan, datetime.now()))
        told = review_of(self._open_plan.reading.findings)
        self._sign.setPixmap(pixmap(told.sign, told.tone, 20, self.devicePixelRatioF()))
        self.review.setText(told.sentence)
        self._to_review.setVisible(told.sign != "done")
        # Worked out once: it reads every word of the plan.
        following = as_sent(plan, (), datetime.now())
        is_sent = following.deliveries == plan.deliveries
        self._show_where(following, is_sent)
        self._show_made(plan, is_sent)
        self.history.show_plan(plan)
        if self._open_plan.read_only:
            self.prepare.setEnabled(False)
            self.show_band(Band("read-only", _READ_ONLY))

    def _show_where(self, following: Plan, is_sent: bool) -> None:
        name = name_of(following)
        self.where.setText(f"En “{self.folder.name or self.folder}” se hará la carpeta “{name}”.")
        self.prepare.setText("Preparar otra vez" if is_sent else "Preparar la entrega")

    def _show_made(self, plan: Plan, is_sent: bool) -> None:
        sent = last_delivery(plan, SENT)
        self.card.setVisible(is_sent)
        if is_sent and sent is not None:
            made = self._made if self._made and self._made.delivery.id == sent.id else None
            self.card.show_delivery(sent, made)

    def _show_work(self, shown: bool) -> None:
        self._progress.setValue(0)
        self._progress.setVisible(shown)
        self._stop.setVisible(shown)
        self.prepare.setEnabled(not shown and not self._open_plan.read_only)

    def _choose_folder(self) -> None:
        title = "¿En qué carpeta se prepara la entrega?"
        chosen = ask_for_folder(self.window(), title, self.folder)
        if chosen is not None:
            self.folder = chosen
            self.show_band(None)
            self._refresh()

    def _go_to_review(self) -> None:
        self.go_to_step.emit("review")

    def _arrange(self) -> None:
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Páginas preparadas")
        self._progress.setFixedWidth(theme().px(160))
        page = QWidget()
        page.setMaximumWidth(theme().px(_WIDEST))
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(heading("Lo que dice Revisar", "objective"))
        column.addLayout(_row(self._sign, self.review, self._to_review))
        column.addSpacing(8)
        column.addWidget(heading("Dónde se prepara", "objective"))
        column.addWidget(self.where)
        column.addLayout(_left(self._other, label("Papel", "label", "text2"), self.paper))
        column.addSpacing(8)
        column.addLayout(_left(self.prepare, self._progress, self._stop))
        column.addSpacing(8)
        column.addWidget(self.card)
        column.addSpacing(8)
        column.addWidget(self.history)
        self.card.hide()
        self._show_work(False)
        self.content.addWidget(page)
        self.content.addStretch(1)


def _row(sign: QWidget, words: QWidget, action: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(action, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def _left(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for widget in widgets:
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    return row


def _documents() -> Path:
    """Return the folder of documents, or that of the person where there is none."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(place))
    return folder if folder.is_dir() else Path.home()
