"""The printed example, against LibreOffice turning a document of the same words into a PDF."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from poadesk.bench.timing import Measured, SkippedError, alternating, at_least, seconds
from poadesk.bench.word_document import write_document

RUNS = 5


def measure() -> Measured:
    """Measure warm runs: the program files of both have been read from the disk before."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise SkippedError("LibreOffice is not installed")
    from poadesk.printing.annual_plan import build
    from poadesk.writing.example import example_plan

    plan = example_plan()
    with TemporaryDirectory() as folder:
        document = Path(folder) / "plan.docx"
        write_document(plan, document)
        theirs, ours = alternating(
            lambda: seconds(lambda: convert(office, document)),
            lambda: seconds(lambda: build([plan])),
            RUNS,
        )
    return at_least("the example as PDF, against LibreOffice", theirs, ours, 12)


def convert(office: str, document: Path) -> None:
    """Turn a document into a PDF; in a profile of its own, or an open office takes the order."""
    profile = document.with_name("profile").as_uri()
    printed = document.with_suffix(".pdf")
    printed.unlink(missing_ok=True)
    subprocess.run(
        [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(document.parent),
            str(document),
        ],
        check=True,
        capture_output=True,
    )
    if not printed.is_file():
        raise SkippedError("LibreOffice made no PDF; its Writer may be missing")
