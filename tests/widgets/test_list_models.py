"""Qt's own tester watches the models of the lists while their rows come, change and go."""

from PySide6.QtTest import QAbstractItemModelTester

from poadesk.widgets.step_list import Step, StepList

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_list_of_steps_keeps_the_rules_of_models(qtbot):
    steps = StepList()
    qtbot.addWidget(steps)
    tester = QAbstractItemModelTester(steps.model(), FATAL)
    rows = [Step("a", "FODA", "Escribir"), Step("b", "Revisar", "Terminar", badge=2)]
    for shown in (rows, rows[:1], rows):
        steps.set_steps(shown)
        steps.select("a")
    assert tester.model().rowCount() == 4  # two steps and the names of their groups
