"""What the screens with pages share: the pages that are seen are those printed and kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from poadesk.printing.options import PAPERS
from poadesk.printing.screen.builder import PdfBuilder
from poadesk.printing.screen.choices import PaperChoices
from poadesk.printing.screen.paper_printer import PaperPrinter
from poadesk.printing.screen.pdf_file import band_about, write_pdf
from poadesk.printing.screen.preview import Preview
from poadesk.widgets.band import Band
from poadesk.widgets.buttons import button, icon_button
from poadesk.widgets.labels import label
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.screen import Screen

PAGE_KEYS = [("Re Pág", "página anterior"), ("Av Pág", "siguiente")]
_PAUSE_BEFORE_BUILDING = 200  # milliseconds after a change
_PAPER_WORDS = {"carta": "papel carta", "oficio": "papel oficio", "a4": "papel A4"}
assert set(_PAPER_WORDS) == set(PAPERS)


class PaperScreen(Screen):
    """Pages with their choices beside them, made in a thread with a progress bar and a stop.

    A subclass says what is made (`begin_building`), where it is kept (`ask_where`), and puts
    `pages_beside` its choices among what else it shows.
    """

    def __init__(
        self,
        open_plan: OpenPlan,
        title: str,
        choices: PaperChoices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, scrolls=False, parent=parent)
        self.open_plan = open_plan
        self.choices = choices
        self.pdf = b""
        self._stale = True
        self._words = ""
        self.preview = Preview()
        self.builder = PdfBuilder(self)
        self._printing = PaperPrinter(self.preview.document, self)
        self._pages = label("", "grid", "text", wrap=False)
        self._size = label("", "grid", "text", wrap=False)
        self._progress = QProgressBar()
        self._stop = button("Detener", "quiet", None, self._give_up)
        self._began_at: QWidget | None = None
        self._later = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_BUILDING)
        self._later.timeout.connect(self.build)
        self._fill_header()
        self._connect()
        self.set_hints([("Ctrl+Mayús+S", "guardar PDF"), *PAGE_KEYS])

    def begin_building(self) -> bool:
        """Begin to make the pages; say whether there is anything to make them of."""
        raise NotImplementedError

    def ask_where(self) -> Path | None:
        """Ask where the PDF goes; None if the person thinks better of it."""
        raise NotImplementedError

    def arrive(self) -> None:
        self.preview.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale:
            self.build()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()
        if self.builder.is_busy and not event.spontaneous():
            self._stale = True
            self.builder.cancel()

    def build(self) -> None:
        """Make the pages anew of the plans as they are now."""
        self.open_plan.save_waiting()
        self._stale = False
        self.show_progress(self.begin_building())

    def save_pdf(self, path: Path) -> bool:
        """Write the PDF in one move; say whether the disk took it, and tell the person."""
        saved = write_pdf(path, self.pdf)
        self.show_band(band_about(path, saved, self._save))
        return saved

    def subtitle(self) -> str:
        """Return what is said below the title: how many pages there are."""
        return self._words

    def show_tools(self, shown: bool) -> None:
        """Show what turns the pages and makes them larger, where there are pages."""
        for widget in self._page_tools:
            widget.setVisible(shown)

    def show_progress(self, shown: bool) -> None:
        """Show how far the work is, with a way to stop it; nothing is kept until it is done."""
        # That of the window, which a question that has just been answered may not have active yet.
        focus = self.window().focusWidget()
        self._progress.setValue(0)
        self._progress.setVisible(shown)
        if shown:
            self._stop.show()
        self.choices.set_ready(not shown and bool(self.pdf))
        if shown and focus is not None and not focus.isEnabled():
            # The button that began the work is grey while it lasts, and takes the focus again.
            self._began_at = focus
            self._stop.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not shown:
            if focus is self._stop and self._began_at is not None:
                self._began_at.setFocus(Qt.FocusReason.OtherFocusReason)
            self._stop.hide()

    def follow(self, builder: PdfBuilder) -> None:
        """Show the progress of a builder, and end it before the plan is closed."""
        builder.progressed.connect(lambda share: self._progress.setValue(int(share * 100)))
        builder.stopped.connect(lambda: self.show_progress(False))
        self.open_plan.closing.connect(builder.finish)

    def stop_other_work(self) -> bool:
        """Stop what else is being made here; say whether there was any such work."""
        return False

    def pages_beside_choices(self, pages: QWidget) -> QWidget:
        """Return the pages with the choices at their right."""
        result = QWidget(self)
        row = QHBoxLayout(result)
        row.setSpacing(0)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(pages, 1)
        row.addWidget(self.choices)
        return result

    def set_body(self, body: QWidget) -> None:
        """Put what the screen shows under a line."""
        line = QFrame()
        line.setProperty("panel", "line")
        self.content.addWidget(line)
        self.content.addWidget(body, 1)

    def _fill_header(self) -> None:
        smaller = icon_button("zoom-out", "Ver más pequeño", lambda: self._zoom(-1))
        larger = icon_button("zoom-in", "Ver más grande", lambda: self._zoom(1))
        whole = button("Ancho", "quiet", None, lambda: self._zoom(0))
        self._page_tools: list[QWidget] = [self._pages, smaller, self._size, larger, whole]
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName("Páginas preparadas")
        self._progress.setFixedWidth(140)
        for widget in (self._progress, self._stop, *self._page_tools):
            self.header_buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_progress(False)

    def _connect(self) -> None:
        self.open_plan.changed.connect(self._on_plan_changed)
        self.choices.changed.connect(self.build)
        self.choices.print_wanted.connect(self._print)
        self.choices.save_wanted.connect(self._save)
        self.follow(self.builder)
        self.builder.built.connect(self._on_built)
        self.builder.failed.connect(self._on_failed)
        self.preview.page_changed.connect(self._show_page)
        self._printing.ended.connect(self._on_printed)
        shortcut = QShortcut(QKeySequence("Ctrl+Shift+S"), self)
        shortcut.activated.connect(self._save)

    def _on_plan_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._later.start()

    def _give_up(self) -> None:
        if self.stop_other_work():
            return
        self._stale = True
        self.builder.cancel()
        sentence = "Se detuvo la preparación de las páginas."
        self.show_band(Band("warning", sentence, "Prepararlas", self.build))

    def _on_built(self, pdf: bytes) -> None:
        self.pdf = pdf
        self.show_progress(False)
        self.show_band(None)
        self.preview.show_pdf(pdf)
        count = self.preview.document.pageCount()
        words = "1 página" if count == 1 else f"{count:,} páginas"
        paper = _PAPER_WORDS[self.choices.paper.value]
        self._words = f"{words} en {paper}. Se ve igual que saldrá impreso."
        self.set_subtitle(self.subtitle())
        self._zoom_shown()

    def _on_failed(self, sentence: str) -> None:
        self.show_progress(False)
        self._stale = True
        self.show_band(Band("failure", sentence, "Intentar de nuevo", self.build))

    def _show_page(self, page: int, count: int) -> None:
        self._pages.setText(f"{page + 1:,} de {count:,}" if count else "")

    def _zoom(self, by: int) -> None:
        self.preview.zoom(by)
        self._zoom_shown()

    def _zoom_shown(self) -> None:
        self._size.setText(f"{round(self.preview.zoom_factor() * 100)} %")

    def _print(self) -> None:
        copies = self.choices.printers.number_of_copies()
        if copies is not None and self.pdf:
            self._printing.start(self.choices.printers.printer(), copies)

    def _on_printed(self, sentence: str, well: bool) -> None:
        self.show_band(Band("done" if well else "failure", sentence))

    def _save(self) -> None:
        if not self.pdf or self.builder.is_busy:
            return
        chosen = self.ask_where()
        if chosen is not None:
            self.save_pdf(chosen)
