"""Two revisions of a plan with every kind of difference."""

from __future__ import annotations

from dataclasses import replace

from sample_plans import activity, full_plan, goal, objective

from poadesk.plan.model import Plan

OLD_NAME, NEW_NAME = "2.ª revisión, enviada el 12 nov 2026", "el plan como está ahora"


def two_revisions() -> tuple[Plan, Plan]:
    """The second has words, months, places, rows and a line of the FODA that the first has not."""
    rows = (
        activity("Regar los arriates de la entrada.", "XX..X.......", responsible="Vivero"),
        activity(
            "Entregar plantas a las escuelas.",
            quantities={2: 350, 8: 1200},
            unit_of_measure="planta",
        ),
        activity("Podar los árboles de la plaza central.", "..X.........", code=""),
        activity("Sembrar en la ladera norte del cerro.", "....X......."),
    )
    first = objective("Dar sombra a las calles del centro.", goal("Sembrar mil árboles.", rows))
    second = objective(
        "Tener agua todo el año.",
        goal("Reparar la bomba.", (activity("Limpiar el pozo.", "X..........."),)),
    )
    old = full_plan(objectives=(first, second))
    return old, _edited(old)


def _edited(old: Plan) -> Plan:
    first, second = old.objectives
    water, plants, _pruned, slope = first.goals[0].activities
    months = (
        replace(plants.months[0], planned_thousandths=420_000),
        replace(plants.months[1], month="2027-10"),
    )
    plants = replace(plants, months=months, text="Entregar plantas nativas a las escuelas rurales.")
    water = replace(water, responsible="Vivero municipal", position=1)
    added = activity(
        "Abonar los arriates de la entrada.", "......X.....", responsible="Vivero", position=2
    )
    rows = (replace(slope, position=0), water, added, replace(plants, position=3))
    goals = (replace(first.goals[0], activities=rows),)
    item, *items = old.swot_items
    return replace(
        old,
        introduction=old.introduction.replace("unidad", "oficina"),
        objectives=(replace(first, goals=goals), second),
        swot_items=(replace(item, text=f"{item.text} También en verano."), *items),
    )
