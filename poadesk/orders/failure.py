"""What the command line says when the program itself fails; the rest goes into its log."""

from __future__ import annotations

import logging
import sys
import traceback

_SENTENCE = (
    "poadesk falló y no terminó esta orden; lo que ya estaba guardado sigue como estaba. Inténtelo "
    "de nuevo y, si vuelve a pasar, pida ayuda con lo que se anotó {}."
)


def tell_failure() -> None:
    """Write down the failure that is being handled, and say in one sentence where."""
    try:
        # Local: Qt tells where the log is, and an order that goes well does without it.
        from poadesk.desktop.log import keep_for_orders

        log = keep_for_orders()
    except ImportError:
        print(_SENTENCE.format("aquí debajo"), file=sys.stderr)
        traceback.print_exc()
        return
    logging.getLogger("poadesk").exception("an order failed")
    print(_SENTENCE.format(f"en {log}"), file=sys.stderr)
