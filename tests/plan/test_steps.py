"""The steps of the work: empty, started, complete, or contradicting themselves."""

from small_plans import activity, goal, objective, plan

from poadesk.plan.checks import findings
from poadesk.plan.model import BY_TABLE, Indicator, Plan, StrategicLine, SwotItem, new_id
from poadesk.plan.step_names import ALL_STEPS, FOLLOW_STEPS, SEND_STEP, STEPS, step_of
from poadesk.plan.steps import StepState, step_states


def states(one):
    return step_states(one, findings(one))


def test_there_are_nine_steps_in_the_order_of_the_work():
    assert [step.key for step in STEPS] == list(states(plan()))
    titles = [step.title for step in STEPS]
    assert (titles[0], titles[-1]) == ("Datos generales", "Imprimir")


def test_a_plan_without_anything_is_empty_everywhere():
    fresh = Plan(id=new_id(), year_label="2027")
    assert set(states(fresh).values()) == {StepState("empty")}


def test_a_sound_plan_is_complete_everywhere():
    one = plan(strategic_lines=(StrategicLine(id=new_id(), name="Calles"),))
    assert {state.state for state in states(one).values()} == {"complete"}
    assert states(one)["swot"].count == "4"
    assert states(one)["lines"].count == "1"
    assert states(one)["objectives"].count == "1"
    assert states(one)["goals"].count == "1"
    assert states(one)["resources"].count == "1"


def test_what_is_missing_keeps_a_step_started():
    one = plan(objective(goal(), goal(indicators=(), activities=())), place="")
    found = states(one)
    assert found["general"].state == "started"
    assert found["goals"] == StepState("started", "1")
    assert found["resources"] == StepState("started", "1/2")
    assert found["objectives"].state == "complete"
    assert found["lines"].state == "empty"


def test_an_indicator_without_words_is_not_counted():
    one = plan(objective(goal(indicators=(Indicator(id=new_id()),)), goal()))
    assert states(one)["resources"] == StepState("started", "1/2")


def test_a_contradiction_asks_for_attention():
    one = plan(objective(goal(activity({2: 5}, unit="aviso", target=9))))
    assert states(one)["schedule"] == StepState("attention", "", 1)
    assert states(one)["goals"].state == "complete"


def test_advice_leaves_a_step_complete():
    one = objective()
    found = states(plan(one, swot_items=(*plan(one).swot_items, _threat())))
    assert found["swot"] == StepState("complete", "5")
    assert found["review"] == StepState("started", "", 1)
    assert found["print"].state == "complete"


def test_review_counts_what_is_not_a_hint():
    one = plan(objective(goal(resources=(), indicators=()), goal(resources=())), unit="")
    assert [finding.severity for finding in findings(one)] == ["error", "warning", "hint"]
    assert states(one)["review"] == StepState("started", "", 2)
    assert states(one)["print"].state == "started"


def test_a_hint_alone_leaves_the_review_complete():
    one = plan(objective(goal(resources=())))
    assert states(one)["review"].state == "complete"


def _threat():
    return SwotItem(id=new_id(), quadrant="threat", text="Lluvias")


def test_the_steps_of_the_running_year_come_after_the_nine_and_have_no_state():
    assert (*STEPS, SEND_STEP, *FOLLOW_STEPS) == ALL_STEPS
    assert [step.key for step in FOLLOW_STEPS] == ["tracking", "reports"]
    assert not {step.key for step in FOLLOW_STEPS} & states(plan()).keys()
    assert SEND_STEP.key not in states(plan())


def test_every_table_is_written_in_a_step_that_there_is():
    keys = {step.key for step in ALL_STEPS}
    assert {step_of(table, "") for table in BY_TABLE} <= keys
    assert step_of("deviation", "cause") == "tracking"
    assert step_of("goal_comment", "text") == step_of("objective_comment", "text") == "reports"
