"""The start with the example plan, against LibreOffice Writer opening a document of equal content.

Of ours the first letter that the window takes counts. Of Writer it is the first line of the
document that it prints as plain text: then it has begun and read the document, but shown nothing,
which works without a screen and where it was installed without windows. So the comparison is in
favour of Writer.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from poadesk.bench.first_key import OUR_WINDOW, until_typed, written
from poadesk.bench.processes import begun, new_home
from poadesk.bench.timing import Measured, SkippedError, alternating, at_least
from poadesk.bench.word_document import write_document

RUNS = 5


def measure() -> Measured:
    """Measure warm starts: the first of each, which makes its profile, does not count."""
    from poadesk.writing.example import example_plan

    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise SkippedError("LibreOffice is not installed")
    plan = example_plan()
    with TemporaryDirectory() as folder, new_home() as environment:
        document = Path(folder) / "plan.docx"
        write_document(plan, document)
        theirs, ours = alternating(
            lambda: _until_read(office, document, environment),
            lambda: until_typed(OUR_WINDOW, [written(plan, folder)], environment),
            RUNS,
        )
    return at_least("start with the example, against Writer reading its .docx", theirs, ours, 1)


def _until_read(office: str, document: Path, environment: dict[str, str]) -> float:
    profile = f"-env:UserInstallation={document.with_name('profile').as_uri()}"
    command = [office, profile, "--headless", "--norestore", "--cat", str(document)]
    begin = perf_counter()
    with begun(command, environment) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        taken = perf_counter() - begin
    if not said.strip():
        raise SkippedError("LibreOffice reads no document; its Writer may be missing")
    return taken
