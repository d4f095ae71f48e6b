"""The door of workbooks: nothing inside one is parsed before its size and its kind are known."""

from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from poadesk.plan.fields import UnreadableError

MOST_BYTES = 50_000_000
MOST_RATIO = 100
# A small part cannot fill the memory, however well it is packed.
_SMALL_PART = 1_000_000
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
_IS_ENCRYPTED = 0x1
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "xl/workbook.xml"
_OTHERS = {
    "xl/workbook.bin": "es un libro binario de Excel (.xlsb)",
    "word/document.xml": "es un documento de Word",
    "ppt/presentation.xml": "es una presentación",
    "content.xml": "es un archivo de LibreOffice (.ods)",
}


def opened(source: Path) -> ZipFile:
    """Open a workbook whose parts are known to be bearable; the caller closes it.

    Raises `UnreadableError` with one Spanish sentence for anything else.
    """
    _require_workbook(source)
    try:
        packed = ZipFile(source)
    except (OSError, BadZipFile, NotImplementedError, ValueError, EOFError) as error:
        raise UnreadableError(
            f"“{source.name}” está dañado o incompleto: vuelva a copiarlo o a guardarlo."
        ) from error
    try:
        _require_kind(packed, source.name)
        _require_bearable(packed, source.name)
    except BaseException:
        packed.close()
        raise
    return packed


def _require_workbook(source: Path) -> None:
    """Refuse what does not even begin like a workbook."""
    try:
        if not source.is_file():
            raise UnreadableError(f"No se pudo leer “{source.name}”: revise el nombre.")
        size = source.stat().st_size
        with source.open("rb") as file:
            begins = file.read(len(_ZIP))
            is_locked = begins == _OLE and _LOCKED in file.read(MOST_BYTES)
    except OSError as error:
        raise UnreadableError(f"No se pudo leer “{source.name}”: revise el nombre.") from error
    if size > MOST_BYTES:
        raise UnreadableError(_too_big(source.name))
    if begins == _OLE:
        raise UnreadableError(_with_password(source.name) if is_locked else _old(source.name))
    if begins != _ZIP:
        raise UnreadableError(f"“{source.name}” no es un libro de Excel: guárdelo como .xlsx.")


def _old(name: str) -> str:
    return f"“{name}” es un libro antiguo de Excel (.xls): ábralo y guárdelo como .xlsx."


def _with_password(name: str) -> str:
    return f"“{name}” tiene contraseña: guárdelo sin ella y vuelva a traerlo."


def _require_kind(packed: ZipFile, name: str) -> None:
    names = set(packed.namelist())
    if any(part.flag_bits & _IS_ENCRYPTED for part in packed.infolist()):
        raise UnreadableError(_with_password(name))
    if _WORKBOOK in names:
        return
    for part, what in _OTHERS.items():
        if part in names:
            raise UnreadableError(f"“{name}” {what}: ábralo y guárdelo como .xlsx.")
    raise UnreadableError(f"“{name}” no es un libro de Excel: guárdelo como .xlsx.")


def _require_bearable(packed: ZipFile, name: str) -> None:
    parts = packed.infolist()
    if sum(part.file_size for part in parts) > MOST_BYTES:
        raise UnreadableError(_too_big(name))
    for part in parts:
        is_small = part.file_size <= _SMALL_PART
        if not is_small and part.file_size > MOST_RATIO * part.compress_size:
            raise UnreadableError(
                f"“{name}” ocupa al abrirse más de {MOST_RATIO} veces lo que pesa, "
                "como hacen los archivos dañinos: no se abrió."
            )


def _too_big(name: str) -> str:
    return (
        f"“{name}” es demasiado grande: un libro de actividades no pasa de "
        f"{MOST_BYTES // 1_000_000} MB al abrirse."
    )
