"""A department begins with the material of the planning office and is kept up to it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from typing_keys import Key, choose, choose_file, focused, press, type_words, while_asked

from poadesk.desktop.unit_question import UnitQuestion
from poadesk.plan.kit import handed_out, plan_from_kit
from poadesk.plan.model import CatalogueItem, Goal, Objective, Plan
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.band import Band

KIT = Plan(
    id="kit",
    role="kit",
    entity="Valle Claro",
    year_label="2027",
    objectives=(Objective(id="o", text="Cobrar"), Objective(id="p", position=1, text="Medir")),
    catalogue=(
        CatalogueItem(id="u", kind="unit", code="07", name="Cuentas Corrientes"),
        CatalogueItem(id="v", position=1, kind="unit", code="08", name="Catastro: Registro"),
    ),
)


def in_file(path) -> tuple[Plan, ...]:
    with PlanFile.open(path, read_only=True) as file:
        return file.read()


@pytest.fixture
def material(plan_file):
    return plan_file(handed_out(KIT), "Material.sqlite")


def newer(plan_file, name="Material 2.sqlite", **changed):
    return plan_file(handed_out(replace(KIT, revision=2, **changed)), name)


def pick_unit(words: str):
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, UnitQuestion)
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        assert focused() is dialog.units.words
        type_words(words)
        press(Key.Key_Return)

    return answer


def test_the_start_page_begins_a_plan_with_the_material_for_the_unit_that_is_searched(
    open_window, material, tmp_path
):
    window = open_window(None)
    action = next(
        one
        for one in window.centralWidget().actions_shown
        if "Planificación" in one.accessibleName() and "material" in one.accessibleName()
    )
    target = tmp_path / "mío.sqlite"
    while_asked(
        lambda: QTest.mouseClick(action, Qt.MouseButton.LeftButton),
        choose_file(material),
        pick_unit("catastro"),
        choose_file(target),
    )
    assert window.open_plan.file.path == target
    (plan,) = in_file(target)
    assert (plan.unit, plan.unit_code, plan.entity) == ("Catastro: Registro", "08", "Valle Claro")


def test_the_unit_can_be_written_later_and_nothing_is_made_when_it_is_left(
    open_window, material, tmp_path
):
    window = open_window(None)
    begin = window.files.from_material
    while_asked(begin, choose_file(material), choose("Ahora no", "¿De qué unidad"))
    assert window.open_plan is None
    target = tmp_path / "mío.sqlite"
    later = choose("Escribirla después")
    while_asked(begin, choose_file(material), later, choose_file(target))
    assert in_file(target)[0].unit == ""


def test_the_name_that_is_offered_for_the_plan_is_one_that_every_system_takes(
    open_window, plan_file
):
    unit = CatalogueItem(id="u", kind="unit", name="Caja/Cobros\u202e" + "😀" * 80)
    material = plan_file(handed_out(replace(KIT, catalogue=(unit,))), "Material.sqlite")
    offered = []

    def look(dialog) -> None:
        offered.append(dialog.selectedFiles()[0].rsplit("/", 1)[-1])
        dialog.reject()

    begin = open_window(None).files.from_material
    while_asked(begin, choose_file(material), pick_unit("caja"), look)
    assert offered[0].startswith("POA 2027 Caja Cobros 😀")
    assert len(offered[0].encode()) < 250


def test_a_file_that_is_no_material_is_refused_with_its_reason(open_window, plan_file):
    window = open_window(None)
    other = plan_file(Plan(id="x"), "otro.sqlite")
    while_asked(
        window.files.from_material,
        choose_file(other),
        choose("Entendido", "no es un material de Planificación"),
    )


def test_material_that_comes_from_elsewhere_is_begun_with_and_not_opened(
    open_window, material, tmp_path
):
    window = open_window(None)
    target = tmp_path / "mío.sqlite"
    while_asked(
        lambda: window.files.take(material),
        choose("Empezar el plan…", "Este archivo es el material"),
        pick_unit("07"),
        choose_file(target),
    )
    assert window.open_plan.plan.unit == "Cuentas Corrientes"


def test_newer_material_let_go_on_the_window_updates_the_plan_as_one_step(
    open_window, plan_file, material
):
    plan = plan_from_kit(handed_out(KIT), "Catastro")
    own = Goal(id="own", text="Notificar")
    plan = replace(
        plan, objectives=(replace(plan.objectives[0], goals=(own,)), *plan.objectives[1:])
    )
    window = open_window(plan_file(plan))
    before = window.open_plan.plan
    third = Objective(id="q", text="Atender")
    while_asked(
        lambda: window.files.take(newer(plan_file, entity="Nueva", objectives=(third,))),
        choose("Entendido", "“Cobrar”"),
    )
    after = window.open_plan.plan
    assert (after.entity, after.kit_version) == ("Nueva", 2)
    assert [one.text for one in after.objectives] == ["Cobrar", "Atender"]
    assert after.objectives[0].goals == (own,)
    band = window.view.band
    assert isinstance(band, Band)
    assert "versión 2 del material: 1 parte nueva y 1 quitada" in band.sentence.text()
    band.action.click()
    assert window.open_plan.plan == before


def test_material_that_is_older_or_of_another_office_changes_nothing(open_window, plan_file):
    plan = plan_from_kit(handed_out(replace(KIT, revision=3)), "Catastro")
    window = open_window(plan_file(plan))
    before = window.open_plan.plan
    while_asked(
        lambda: window.files.take(newer(plan_file)),
        choose("Entendido", "su plan ya tiene la 3"),
    )
    while_asked(
        lambda: window.files.take(newer(plan_file, "otra.sqlite", id="other")),
        choose("Entendido", "otra oficina"),
    )
    assert window.open_plan.plan == before


def test_typing_that_waits_is_saved_before_the_material_comes(open_window, plan_file):
    window = open_window(plan_file(plan_from_kit(handed_out(KIT), "")))
    type_words("Catastro")
    window.files.take(newer(plan_file, entity="Nueva"))
    assert window.open_plan.plan.unit == "Catastro"
    assert window.open_plan.plan.entity == "Nueva"
    frames = window.view.screen_of("general")._frames
    assert frames["entity"].editor.text() == "Nueva"


def test_a_new_file_of_the_office_holds_its_empty_material(open_window, tmp_path):
    window = open_window(None)
    target = tmp_path / "Consolidado.sqlite"
    while_asked(window.files.office, choose_file(target))
    assert [plan.role for plan in in_file(target)] == ["kit"]
    assert window.open_plan.file.path == target


def test_the_unit_that_is_chosen_in_the_general_data_brings_its_code(open_window, plan_file):
    window = open_window(plan_file(plan_from_kit(handed_out(KIT))))
    type_words("catas")
    popup = focused().completer().popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    QTest.qWait(20)
    plan = window.open_plan.plan
    assert (plan.unit, plan.unit_code) == ("Catastro: Registro", "08")


def test_an_office_begins_the_next_year_with_its_material_alone(open_window, plan_file, tmp_path):
    path = tmp_path / "Consolidado 2027.sqlite"
    with PlanFile.create(path) as file:
        file.begin_with([KIT, Plan(id="u", position=1, unit="Catastro")])
    window = open_window(None)
    target = tmp_path / "Consolidado 2028.sqlite"
    while_asked(window.files.from_last_year, choose_file(path), choose_file(target))
    (kit,) = in_file(target)
    assert (kit.role, kit.year_label, kit.entity) == ("kit", "2028", "Valle Claro")
    assert kit.id != KIT.id
    assert [item.name for item in kit.catalogue] == [item.name for item in KIT.catalogue]


def test_the_unit_reads_until_when_the_office_takes_its_plan(open_window, plan_file):
    plan = plan_from_kit(replace(KIT, due_on="20 de noviembre de 2026"))
    screen = open_window(plan_file(plan)).view.screen_of("general")
    assert "La entrega cierra el 20 de noviembre de 2026." in screen._subtitle.text()
