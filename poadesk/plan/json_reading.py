"""Plans out of the objects of their JSON; every refusal names the place in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from poadesk.plan.fields import LONGEST_ID, MOST_MONTHS, is_month
from poadesk.plan.json_values import Place, as_list, as_object, is_plain, read_value, week_of
from poadesk.plan.json_writing import QUADRANT_KEYS, key_of
from poadesk.plan.model import (
    QUADRANTS,
    Activity,
    CatalogueItem,
    Delivery,
    Deviation,
    Goal,
    GoalComment,
    Indicator,
    KitPart,
    MonthRecord,
    Objective,
    ObjectiveComment,
    ObjectiveLine,
    Plan,
    Programme,
    Remark,
    Resource,
    Row,
    StrategicLine,
    SwotItem,
    SwotObjective,
    WeekMark,
    declared_fields,
    new_id,
)
from poadesk.plan.profiles import PROFILES, profile_of

AnyRow = TypeVar("AnyRow", bound=Row)
_QUADRANT_PLACES = {
    "strength": "fortaleza",
    "opportunity": "oportunidad",
    "weakness": "debilidad",
    "threat": "amenaza",
}


def read_plans(document: dict[str, Any]) -> tuple[Plan, ...]:
    """Return the plans of a document whose format and version have been accepted."""
    objects = as_list(as_object(document, Place()).get("plans"), Place(), "plans")
    ids: set[str] = set()
    places = [Place((f"plan {at}",)) if len(objects) > 1 else Place() for at in _from_1(objects)]
    return tuple(
        _PlanReading(place, ids).plan(found, at)
        for at, (found, place) in enumerate(zip(objects, places, strict=True))
    )


def _from_1(rows: Sequence[Any]) -> range:
    return range(1, len(rows) + 1)


class _PlanReading:
    """One plan on its way in: the ids that are taken, and what numbers and codes stand for."""

    def __init__(self, place: Place, ids: set[str]) -> None:
        self._place = place
        self._ids = ids
        self._lines: dict[str, str] = {}
        self._objectives: dict[str, str] = {}
        self._words = PROFILES["poa"]

    def plan(self, found: Any, position: int) -> Plan:
        place = self._place
        found = as_object(found, place)
        own = self._own(found, "plan", place.at("datos generales"))
        own.update(_plan_defaults(found, own))
        words = self._words = profile_of(own.get("profile", "poa"))
        if not 1 <= own["month_count"] <= MOST_MONTHS:
            raise place.error(f"Un plan tiene de 1 a {MOST_MONTHS} meses.")
        lines = tuple(self._each(found, "strategic_lines", "línea estratégica", self._line, place))
        objectives = tuple(self._each(found, "objectives", words.objective, self._objective, place))
        swot = tuple(self._swot(found))
        return Plan(
            position=position,
            **own,
            strategic_lines=lines,
            objectives=objectives,
            swot_items=swot,
            remarks=self._rows(found, "remarks", "observación", Remark),
            deliveries=self._rows(found, "deliveries", "entrega", Delivery),
            kit_parts=self._rows(found, "kit_parts", "material", KitPart),
            catalogue=self._rows(found, "catalogue", "nombre", CatalogueItem),
        )

    def _rows(
        self, found: dict[str, Any], key: str, word: str, cls: type[AnyRow]
    ) -> tuple[AnyRow, ...]:
        """Return the rows of a list below the plan that have nothing below them."""

        def row(one: dict[str, Any], place: Place, position: int) -> AnyRow:
            return cls(position=position, **self._own(one, cls.TABLE, place))

        return tuple(self._each(found, key, word, row, self._place))

    def _each(
        self,
        found: dict[str, Any],
        key: str,
        word: str,
        read: Callable[[dict[str, Any], Place, int], AnyRow],
        above: Place,
    ) -> Iterator[AnyRow]:
        """Yield `read(object, place, position)` for each object of a list."""
        for position, one in enumerate(as_list(found.get(key), above, key)):
            here = above.at(f"{word} {position + 1}")
            yield read(as_object(one, here), here, position)

    def _own(self, found: dict[str, Any], table: str, place: Place) -> dict[str, Any]:
        """Return the id and the declared fields of a row, as the model's constructor wants them."""
        result: dict[str, Any] = {"id": self._id(found.get("id"), place)}
        for name, kind in declared_fields(table).items():
            value = read_value(kind, found.get(key_of(name)), place)
            if value is not None:
                result[name] = value
        return result

    def _id(self, found: Any, place: Place) -> str:
        if found is None:
            found = new_id()
        if not isinstance(found, str) or not 0 < len(found) <= LONGEST_ID or not is_plain(found):
            raise place.error("La identificación (“id”) no es válida: quítela y se hará otra.")
        if found in self._ids:
            raise place.error("La identificación (“id”) se repite en otro lugar del archivo.")
        self._ids.add(found)
        return found

    def _line(self, found: dict[str, Any], place: Place, position: int) -> StrategicLine:
        own = self._own(found, "strategic_line", place)
        self._lines.setdefault(own.get("code", "").strip() or str(position + 1), own["id"])
        self._lines[own["id"]] = own["id"]  # also where two have the same code
        programmes = tuple(self._each(found, "programmes", "programa", self._programme, place))
        return StrategicLine(position=position, **own, programmes=programmes)

    def _programme(self, found: dict[str, Any], place: Place, position: int) -> Programme:
        return Programme(position=position, **self._own(found, "programme", place))

    def _objective(self, found: dict[str, Any], place: Place, position: int) -> Objective:
        own = self._own(found, "objective", place)
        self._objectives.setdefault(own.get("code", "").strip() or str(position + 1), own["id"])
        self._objectives[own["id"]] = own["id"]
        ties = self._ties(found, "strategic_line_rows", "strategic_lines", "line", place)
        lines = tuple(
            ObjectiveLine(id=tie, position=at, strategic_line_id=target)
            for at, (tie, target) in enumerate(ties)
        )
        goals = tuple(self._each(found, "goals", self._words.goal, self._goal, place))
        comments = self._by_month(found, "comments", "comentario", ObjectiveComment, place)
        return Objective(position=position, **own, lines=lines, goals=goals, comments=comments)

    def _ties(
        self, found: dict[str, Any], rows: str, codes: str, key: str, place: Place
    ) -> Iterator[tuple[str, str]]:
        """Yield (id, id of the row tied to) from rows with ids, or else from numbers or codes."""
        known = self._lines if key == "line" else self._objectives
        with_ids = found.get(rows) is not None
        used = set()
        for one in as_list(found.get(rows if with_ids else codes), place, rows):
            tie = as_object(one, place) if isinstance(one, dict) else {key: one}
            named = str(tie.get(key)).strip()
            target = known.get(named)
            if target is None:
                table = "strategic_line" if key == "line" else "objective"
                what = self._words.noun(table).the
                raise place.error(f"Nombra {what} “{named[:24]}”, que no está en el plan.")
            if target not in used:
                used.add(target)
                yield self._id(tie.get("id"), place), target

    def _goal(self, found: dict[str, Any], place: Place, position: int) -> Goal:
        return Goal(
            position=position,
            **self._own(found, "goal", place),
            activities=tuple(
                self._each(found, "activities", self._words.activity, self._activity, place)
            ),
            resources=tuple(self._each(found, "resources", "recurso", self._resource, place)),
            indicators=tuple(self._each(found, "indicators", "indicador", self._indicator, place)),
            comments=self._by_month(found, "comments", "comentario", GoalComment, place),
        )

    def _resource(self, found: dict[str, Any], place: Place, position: int) -> Resource:
        return Resource(position=position, **self._own(found, "resource", place))

    def _indicator(self, found: dict[str, Any], place: Place, position: int) -> Indicator:
        return Indicator(position=position, **self._own(found, "indicator", place))

    def _activity(self, found: dict[str, Any], place: Place, position: int) -> Activity:
        own = self._own(found, "activity", place)
        by_month = as_object(found.get("months") or {}, place.at("cronograma"))
        records: list[MonthRecord] = []
        marks: list[WeekMark] = []
        for month in sorted(by_month):
            here = place.at(f"mes “{month[:12]}”")
            if not is_month(month):
                raise here.error("Un mes se escribe con año y número: 2027-01.")
            entry = as_object(by_month[month] or {}, here)
            records += self._record(entry, month, here, len(records))
            marks += self._weeks(entry, month, here, len(marks))
        deviations = self._by_month(found, "deviations", "desviación", Deviation, place)
        return Activity(
            position=position,
            **own,
            months=tuple(records),
            weeks=tuple(marks),
            deviations=deviations,
        )

    def _by_month(
        self, found: dict[str, Any], key: str, word: str, cls: type[AnyRow], above: Place
    ) -> tuple[AnyRow, ...]:
        """Return the rows of a list of which there is one for each cut-off month, by month."""
        rows: dict[str, dict[str, Any]] = {}
        for number, one in enumerate(as_list(found.get(key), above, key), 1):
            here = above.at(f"{word} {number}")
            own = self._own(as_object(one, here), cls.TABLE, here)
            if not own.get("month"):
                raise here.error("Falta el mes del corte (“month”): 2027-06.")
            if rows.setdefault(own["month"], own) is not own:
                raise here.error(f"El corte {own['month']} aparece dos veces.")
        return tuple(cls(position=at, **rows[month]) for at, month in enumerate(sorted(rows)))

    def _record(
        self, found: dict[str, Any], month: str, place: Place, position: int
    ) -> list[MonthRecord]:
        own = self._own({**found, "month": month}, "month_record", place)
        if found.get("id") is None and set(own) == {"id", "month"}:
            return []
        return [MonthRecord(position=position, **own)]

    def _weeks(
        self, found: dict[str, Any], month: str, place: Place, position: int
    ) -> Iterator[WeekMark]:
        weeks = as_list(found.get("weeks"), place, "weeks")
        ids = as_list(found.get("week_ids"), place, "week_ids") or [None] * len(weeks)
        if len(ids) != len(weeks):
            raise place.error("No coinciden las semanas y sus identificaciones (“week_ids”).")
        pairs = zip([week_of(week, place) for week in weeks], ids, strict=True)
        numbered = sorted(pairs, key=lambda pair: pair[0])
        if len({week for week, _ in numbered}) < len(numbered):
            raise place.error("Una semana aparece dos veces.")
        for at, (week, row_id) in enumerate(numbered):
            row_id = self._id(row_id, place)
            yield WeekMark(id=row_id, position=position + at, month=month, week=week)

    def _swot(self, found: dict[str, Any]) -> Iterator[SwotItem]:
        above = self._place.at("FODA")
        texts = as_object(found.get("swot") or {}, above)
        rows = as_object(found.get("swot_rows") or {}, above)
        for quadrant in QUADRANTS:
            key = QUADRANT_KEYS[quadrant]
            items = as_list(texts.get(key), above, key)
            known = as_list(rows.get(key), above, key) or [{}] * len(items)
            if len(known) != len(items):
                raise above.error(f"No coinciden los textos y sus identificaciones (“{key}”).")
            for position, (item, row) in enumerate(zip(items, known, strict=True)):
                here = above.at(f"{_QUADRANT_PLACES[quadrant]} {position + 1}")
                item = item if isinstance(item, dict) else {"text": item}
                yield self._swot_item({**as_object(row, here), **item}, quadrant, here, position)

    def _swot_item(
        self, found: dict[str, Any], quadrant: str, place: Place, position: int
    ) -> SwotItem:
        own = self._own({**found, "quadrant": quadrant}, "swot_item", place)
        ties = self._ties(found, "objectives", "objectives", "objective", place)
        answers = tuple(
            SwotObjective(id=tie, position=at, objective_id=target)
            for at, (tie, target) in enumerate(ties)
        )
        return SwotItem(position=position, **own, objectives=answers)


def _plan_defaults(found: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return what a missing key of a plan means where it does not mean an empty text."""
    result = {"title": own.get("title", ""), "currency": own.get("currency", "")}
    if "currency" not in found:
        result["currency"] = PROFILES[own.get("profile", "poa")].currency
    if "first_month" not in own and own.get("year_label"):
        result["first_month"] = f"{own['year_label'][:4]}-01"
    result["month_count"] = own.get("month_count", 12)
    return result
