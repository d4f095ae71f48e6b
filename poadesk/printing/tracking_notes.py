"""The seven notes that say how the figures of the tracking report came about."""

from __future__ import annotations

from datetime import date

from poadesk.plan import calendar
from poadesk.plan.profiles import Profile
from poadesk.plan.reports.kinds import METHODS, TRACKING
from poadesk.plan.reports.limits import ALL_MONTHS, Limits
from poadesk.plan.reports.percent import shown
from poadesk.plan.reports.tracking import Tracking

NUMBERS = ("(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)")

_FOLLOWING = (
    "mismo mes",
    "mes siguiente",
    "segundo mes siguiente",
    "tercer mes siguiente",
    "cuarto mes siguiente",
    "quinto mes siguiente",
    "sexto mes siguiente",
)

_UNBEGUN = (
    " Por empezar: no terminó ningún mes del periodo ni se registró nada; todavía no se juzga."
)


def notes(report: Tracking, words: Profile) -> list[tuple[str, str]]:
    """Return the notes with their numbers, in the words and settings of the plan."""
    goal, activity, limits = words.noun("goal"), words.noun("activity"), report.limits
    low, high = (shown(limit, 2) for limit in limits.light_limits)
    method = METHODS[TRACKING]
    texts = (
        f"Solo entran las {activity.many} activas que tienen algo programado en el año; las demás "
        "se listan al final, con el motivo.",
        "El acumulado sigue el tipo de agregación: «acumulado anual» suma los meses, «acumulado "
        "mensual» toma el último valor mayor que cero y «no acumulado» muestra «-».",
        "Avance % = ejecutado acumulado ÷ programado acumulado × 100, con tope de 100 %; en «no "
        "acumulado», el promedio de los porcentajes de los meses programados. Desde 200 % se "
        f"imprime también el valor sin tope.{_UNBEGUN if report.has_unbegun() else ''}",
        f"S.I., seguimiento incompleto: falta registrar un mes cuyo plazo ya venció al "
        f"{_day(report.today)}. {_deadline(limits)}",
        "S.P., sin programación: la actividad no tiene cantidades programadas en el periodo, "
        "aunque se haya hecho o gastado algo.",
        f"Ejecución física por {goal.brief}: promedio simple de sus actividades, sin S.P. y sin "
        "«no acumulado»; no se calcula mientras alguna esté en S.I. La de un objetivo promedia las "
        f"{goal.many} que tienen valor. La ejecución financiera suma lo gastado, también en las "
        "S.P.",
        f"Se imprimen ambos promedios, de {activity.many} y de {goal.many}, cada uno con su "
        f"nombre. Método: {method[:1].lower()}{method[1:]}. Límites del semáforo: {low} % y "
        f"{high} %.",
    )
    return list(zip(NUMBERS, texts, strict=True))


def _deadline(limits: Limits) -> str:
    """Say until when a month has to be recorded, and which months need it."""
    count = limits.recording_months
    which_month = _FOLLOWING[count] if count < len(_FOLLOWING) else f"mes {count} siguiente"
    which = "cada mes" if limits.recorded_months == ALL_MONTHS else "cada mes programado"
    return f"El plazo de {which} es el último día del {which_month}."


def _day(day: date) -> str:
    return f"{day.day} de {calendar.MONTH_NAMES[day.month - 1]} de {day.year}"
