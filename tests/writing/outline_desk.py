"""An outline screen in a window, the file below it, and the fingers of a person."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMenu

from poadesk.plan.model import (
    Activity,
    Goal,
    MonthRecord,
    Objective,
    Plan,
    Programme,
    StrategicLine,
    find,
)
from poadesk.planfile.plan_file import PlanFile
from poadesk.widgets.open_plan import OpenPlan

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier


def full_plan() -> Plan:
    """Two objectives with three goals, four activities, and two strategic lines."""
    visits = Activity(
        id="a1",
        text="Visitar negocios con deuda",
        unit_of_measure="visita",
        annual_target_thousandths=48_000,
        months=(MonthRecord(id="m1", month="2027-03", planned_thousandths=12_000),),
    )
    goals = (
        Goal(
            id="g1",
            text="Cobrar lo atrasado",
            activities=(visits, Activity(id="a2", position=1, text="Llamar por teléfono")),
        ),
        Goal(
            id="g2", position=1, text="Firmar planes", activities=(Activity(id="a3", text="Citar"),)
        ),
    )
    last = Goal(id="g3", text="Atender", activities=(Activity(id="a4", text="Abrir ventanilla"),))
    return Plan(
        id="plan",
        unit="Cobros",
        strategic_lines=(
            StrategicLine(
                id="l1", name="Finanzas", programmes=(Programme(id="p1", name="Cobro justo"),)
            ),
            StrategicLine(id="l2", position=1, name="Servicios"),
        ),
        objectives=(
            Objective(id="o1", text="Recuperar la mora", goals=goals),
            Objective(id="o2", position=1, text="Atender sin demora", goals=(last,)),
        ),
    )


class OutlineDesk:
    """Opens a screen on a plan; what it reads of the plan, it reads from the file."""

    def __init__(self, qtbot, folder: Path, make_screen, plan=None, read_only=False):
        self.qtbot = qtbot
        self.file = PlanFile.create(folder / "plan.poa")
        with self.file.step("Empezar") as step:
            step.put_tree(plan or full_plan())
        if read_only:
            self.file.close()
            self.file = PlanFile.open(folder / "plan.poa", read_only=True)
        self.open_plan = OpenPlan(self.file)
        self.screen = make_screen(self.open_plan)
        self.view = self.screen.outline
        QAbstractItemModelTester(
            self.view.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, self.screen
        )
        qtbot.addWidget(self.screen)
        self.screen.resize(1000, 760)
        with qtbot.waitActive(self.screen):
            self.screen.show()
            self.screen.activateWindow()
        self.screen.arrive()

    @property
    def plan(self) -> Plan:
        return self.file.read()[0]

    def row(self, row_id):
        return find(self.plan, row_id)

    @property
    def focus(self):
        return QApplication.focusWidget()

    @property
    def chosen(self):
        return self.view.current_row()

    def choose(self, row_id):
        self.view.go_to(row_id)

    def write_in(self, row_id):
        self.view.go_to(row_id, write=True)

    def type(self, text):
        self.qtbot.keyClicks(self.focus, text)

    def press(self, key, modifiers=NONE):
        self.qtbot.keyClick(self.focus, key, modifiers)

    def enter(self):
        self.press(Qt.Key.Key_Return)

    def below(self):
        self.press(Qt.Key.Key_Return, CTRL)

    def click(self, row_id, part="text", button=Qt.MouseButton.LeftButton):
        self.qtbot.mouseClick(self.view.viewport(), button, NONE, self.point(row_id, part))

    def point(self, row_id, part="text") -> QPoint:
        """Return a point of the viewport within a part of a row, near its left end."""
        index = self.view.rows.index_of(row_id)
        area = getattr(self.view.shapes.shape(self.view.rows.node(index)), part)
        at = self.view.visualRect(index).topLeft() + area.topLeft()
        return at + QPoint(4, area.height() // 2)

    def open_menu(self, row_id) -> QMenu:
        """Open the menu of a row with its key and return it."""
        self.choose(row_id)
        self.view.open_row_menu()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def pick(self, menu: QMenu, *words: str) -> None:
        """Choose an entry of a menu, and one of the menu within it, by how they begin."""
        for word in words:
            action = next(one for one in menu.actions() if one.text().startswith(word))
            if action.menu() is None:
                action.trigger()
                menu.close()
                return
            menu = action.menu()

    def texts(self):
        """Return the texts of the plan as the outline orders them, with their numbers."""
        found = []
        for objective in self.open_plan.plan.objectives:
            found.append((self.open_plan.number(objective.id), objective.text))
            for goal in objective.goals:
                found.append((self.open_plan.number(goal.id), goal.text))
                found += [(self.open_plan.number(a.id), a.text) for a in goal.activities]
        return found
