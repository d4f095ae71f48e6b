"""What a power cut leaves beside a file: SQLite's own journal, with the pages as they were."""

import struct
from pathlib import Path

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_SECTOR = 512
_NONCE = 2027


def leave_rollback_journal(path: Path, before: bytes) -> None:
    """Write the journal that takes the file at `path` back to the bytes it had `before`."""
    size = int.from_bytes(before[16:18], "big")
    pages = [before[at : at + size] for at in range(0, len(before), size)]
    header = struct.pack(">8sIIIII", _MAGIC, len(pages), _NONCE, len(pages), _SECTOR, size)
    records = (
        struct.pack(">I", number) + page + struct.pack(">I", _checksum(page))
        for number, page in enumerate(pages, 1)
    )
    journal = path.with_name(f"{path.name}-journal")
    journal.write_bytes(header.ljust(_SECTOR, b"\x00") + b"".join(records))


def _checksum(page: bytes) -> int:
    """Return the sum of every 200th byte from the end, as SQLite checks a page of its journal."""
    return (_NONCE + sum(page[len(page) - 200 : 0 : -200])) % 2**32
