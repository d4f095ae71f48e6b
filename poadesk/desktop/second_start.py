"""A second start with a plan that is open here brings the window with it forward.

Each open plan listens under a name of its own, made of the person, their settings and the file.
Only the path is sent, and only the plan with that path answers.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from poadesk.desktop.second_name import name_of, whole

_PATIENCE = 1500  # milliseconds for a window that is busy; after that the start goes on alone
_LONGEST = 4096 * 4  # bytes of a path
_YES = b"shown\n"


def shown_elsewhere(path: Path) -> bool:
    """Ask the window that has a plan to come forward; say whether one did."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(path))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(os.fsencode(f"{whole(path)}\n"))
    said = b""
    while _YES not in said and socket.waitForReadyRead(_PATIENCE):
        said += socket.readAll().data()
    socket.abort()
    return said == _YES


class SecondStart(QObject):
    """Listens for other starts with the plan at `path`; `asked` when the window is wanted.

    Where nobody can listen, a second start says who has the plan, as on another computer.
    """

    asked = Signal()

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        name = name_of(path)
        # What a crash left behind; the lock on the plan says that nobody else is there.
        QLocalServer.removeServer(name)
        self._server.listen(name)

    def end(self) -> None:
        """Listen no more."""
        self._server.close()
        self.deleteLater()

    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is None:
            return
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._read(socket))
        self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        line = bytes(socket.readLine(_LONGEST).data())
        if self._is_ours(line):
            socket.write(_YES)
            socket.flush()
            self.asked.emit()
        else:
            socket.abort()

    def _is_ours(self, line: bytes) -> bool:
        """Say whether a line is the path of the plan here, and nothing but that."""
        try:
            said = os.fsdecode(line).removesuffix("\n")
        except UnicodeDecodeError:
            return False
        if "\0" in said or not Path(said).is_absolute():
            return False
        return said == whole(self._path)
