"""The coat of arms on the cover: chosen from a file or dropped, shown small, taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QImageReader,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from poadesk.widgets.field_frame import FieldFrame
from poadesk.widgets.file_questions import ask_for_file
from poadesk.widgets.icons import paint_icon
from poadesk.widgets.open_plan import OpenPlan
from poadesk.widgets.theme import theme

LARGEST_FILE = 20_000_000  # bytes
LARGEST_SIDE = 8_000  # pixels of the picture as it comes; Qt refuses to unpack more
SIDE_KEPT = 600  # pixels: sharp at the size of the cover, and small in the file
_FORMATS = (b"png", b"jpeg", b"jpg")
# Kept are PNG; other programs may bring in JPG. Without the name of one of them Qt would load its
# readers of all kinds of pictures, and let a file of somebody else choose among them.
_JPG = b"\xff\xd8"
_NO_PICTURE = "Ese archivo no es una imagen que se pueda usar. Elija un PNG o un JPG."


class UnusablePictureError(ValueError):
    """A file cannot be the coat of arms; the message is a Spanish sentence."""


def read_picture(path: Path) -> bytes:
    """Return the picture as PNG, at most `SIDE_KEPT` pixels wide or high."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnusablePictureError("La imagen es demasiado grande. Use una de menos de 20 MB.")
    except OSError as error:
        raise UnusablePictureError("No se pudo leer esa imagen. Elija otra.") from error
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        raise UnusablePictureError(_NO_PICTURE)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LARGEST_SIDE:
        raise UnusablePictureError("La imagen es demasiado grande. Use una más pequeña.")
    image = reader.read()
    if image.isNull():
        raise UnusablePictureError(_NO_PICTURE)
    return _as_png(image)


def _as_png(image: QImage) -> bytes:
    if max(image.width(), image.height()) > SIDE_KEPT:
        image = image.scaled(
            SIDE_KEPT,
            SIDE_KEPT,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The signature asks for bytes, but bytes are refused when it runs.
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _fitted(picture: bytes, room: QSize) -> QPixmap:
    """Return a kept picture, as large as it can be within `room`, in pixels of the screen."""
    image = QImage()
    image.loadFromData(QByteArray(picture), "JPG" if picture.startswith(_JPG) else "PNG")
    if image.isNull():
        return QPixmap()
    mode = Qt.TransformationMode.SmoothTransformation
    return QPixmap.fromImage(image.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, mode))


class LogoField(FieldFrame):
    """The framed place of the coat of arms, tied to the open plan."""

    def __init__(self, open_plan: OpenPlan) -> None:
        self._box = _LogoBox()
        super().__init__("Escudo", self._box)
        self._open_plan = open_plan
        self._shown: bytes | None = None
        self._box.wanted.connect(self._choose)
        self._box.dropped.connect(lambda path: self.take(Path(path)))
        self._box.unwanted.connect(self._remove)
        open_plan.changed.connect(self._show)
        self._show()

    def take(self, path: Path) -> None:
        """Use the picture at `path`, or say why it cannot be used."""
        try:
            picture = read_picture(path)
        except UnusablePictureError as error:
            self.show_error(str(error))
            return
        self.clear_error()
        self._put("Poner el escudo", picture)

    def _choose(self) -> None:
        chosen = ask_for_file(self, "Elegir el escudo", None, "Imágenes (*.png *.jpg *.jpeg)")
        if chosen is not None:
            self.take(chosen)

    def _remove(self) -> None:
        if self._open_plan.plan.logo is not None:
            self._put("Quitar el escudo", None)

    def _put(self, label: str, picture: bytes | None) -> None:
        self._open_plan.act(label, lambda step, plan: step.put("plan", plan.id, logo=picture))

    def _show(self) -> None:
        logo = self._open_plan.plan.logo
        why = self._open_plan.reading.why_fixed(self._open_plan.plan.id, "logo")
        self.show_lock(why)
        self._box.setEnabled(not why and not self._open_plan.file.read_only)
        if logo == self._shown:
            return
        self._shown = logo
        self._box.show_picture(logo)


class _LogoBox(QWidget):
    """A dashed box: click, Enter or drop brings a picture, Delete takes it away."""

    wanted = Signal()
    unwanted = Signal()
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._picture: bytes | None = None
        self._drawn, self._room = QPixmap(), QSize()  # only in the size in which it is seen
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_picture(self, picture: bytes | None) -> None:
        """Show a picture, or the invitation where there is none."""
        self._picture = picture
        self._room = QSize()
        self.setToolTip("Supr quita el escudo" if picture is not None else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(104), theme().px(96))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.dropped.emit(event.mimeData().urls()[0].toLocalFile())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter)
        room = self.rect().adjusted(8, 8, -8, -8)
        self._fit(room.size() * self.devicePixelRatioF())
        if self._drawn.isNull():
            self._paint_invitation(painter)
            return
        size = self._drawn.deviceIndependentSize()
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(room).center())
        painter.drawPixmap(place.topLeft(), self._drawn)

    def _fit(self, room: QSize) -> None:
        """Have the picture ready for a room in pixels of the screen."""
        if room == self._room:
            return
        self._room = room
        self._drawn = QPixmap() if self._picture is None else _fitted(self._picture, room)
        self._drawn.setDevicePixelRatio(self.devicePixelRatioF())

    def _paint_frame(self, painter: QPainter) -> None:
        focused = self.hasFocus()
        pen = QPen(theme().color("accent" if focused else "field"), 2 if focused else 1)
        if not focused:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_invitation(self, painter: QPainter) -> None:
        side = theme().px(16)
        middle = QRectF(self.rect())
        if self.isEnabled():
            sign = QRectF(middle.center().x() - side / 2, middle.height() * 0.22, side, side)
            paint_icon(painter, sign, "plus", "text2")
        painter.setFont(theme().font("small"))
        painter.setPen(theme().color("text2"))
        words = middle.adjusted(4, middle.height() * 0.42, -4, -4)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, flags, "Soltar o buscar" if self.isEnabled() else "Sin escudo")
