"""Where a file is, in the words of a person: `Documentos › Planes 2027`.

Only the path is read: a folder of the network that does not answer must hold nothing up.
"""

from __future__ import annotations

from pathlib import PurePath

from PySide6.QtCore import QStandardPaths

_Location = QStandardPaths.StandardLocation
_BETWEEN = " › "
_KNOWN = (
    (_Location.DocumentsLocation, "Documentos"),
    (_Location.DesktopLocation, "Escritorio"),
    (_Location.DownloadLocation, "Descargas"),
    (_Location.HomeLocation, "Carpeta personal"),
)
# Where Linux puts what is plugged in, and how many parts follow before the name of the memory.
_PLUGGED_IN = ((PurePath("/run/media"), 1), (PurePath("/media"), 1), (PurePath("/mnt"), 0))


def folder_in_words(path: PurePath) -> str:
    """Return the folder of a file, from a place that everybody knows on."""
    folder = path.parent
    memory = _memory(folder)
    if memory:
        return memory
    for location, name in _KNOWN:
        known = QStandardPaths.writableLocation(location)
        # A person without a folder of documents has it at the home folder itself.
        if known and folder.is_relative_to(known):
            return _BETWEEN.join([name, *folder.relative_to(known).parts])
    return _BETWEEN.join(_outside(folder))


def _memory(folder: PurePath) -> str:
    for place, skipped in _PLUGGED_IN:
        if folder.is_relative_to(place):
            parts = folder.relative_to(place).parts[skipped:]
            if parts:
                return _BETWEEN.join([f"Memoria “{parts[0]}”", *parts[1:]])
    return ""


def _outside(folder: PurePath) -> list[str]:
    drive = folder.drive.strip("\\/")
    parts = [part for part in folder.parts if part != folder.anchor]
    if len(drive) == 2 and drive.endswith(":"):
        return [f"Unidad {drive}", *parts]
    # What is shared in the network: \\servidor\planes
    return [*(drive.split("\\") if drive else ["Esta computadora"]), *parts]
