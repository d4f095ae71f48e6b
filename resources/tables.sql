CREATE INDEX activity_of ON activity (goal_id, position);

CREATE INDEX catalogue_item_of ON catalogue_item (plan_id, position);

CREATE INDEX delivery_of ON delivery (plan_id, position);

CREATE INDEX goal_of ON goal (objective_id, position);

CREATE INDEX indicator_of ON indicator (goal_id, position);

CREATE INDEX journal_change_of ON journal_change (step_id);

CREATE INDEX kit_part_of ON kit_part (plan_id, position);

CREATE INDEX objective_line_to ON objective_line (strategic_line_id);

CREATE INDEX objective_of ON objective (plan_id, position);

CREATE INDEX programme_of ON programme (strategic_line_id, position);

CREATE INDEX remark_of ON remark (plan_id, position);

CREATE INDEX resource_of ON resource (goal_id, position);

CREATE INDEX strategic_line_of ON strategic_line (plan_id, position);

CREATE INDEX swot_item_of ON swot_item (plan_id, position);

CREATE INDEX swot_objective_to ON swot_objective (objective_id);

CREATE TABLE activity (
    id TEXT PRIMARY KEY NOT NULL,
    goal_id TEXT NOT NULL REFERENCES goal (id),
    position INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    category TEXT NOT NULL DEFAULT '',
    unit_of_measure TEXT NOT NULL DEFAULT '',
    annual_target_thousandths INTEGER CHECK (annual_target_thousandths >= 0),
    priority TEXT NOT NULL DEFAULT '',
    cost_centre TEXT NOT NULL DEFAULT '',
    aggregation TEXT NOT NULL DEFAULT '',
    responsible TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE catalogue_item (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT 'unit'
        CHECK (kind IN ('unit', 'unit_of_measure', 'cost_centre', 'category')),
    code TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE delivery (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL DEFAULT 0,
    event TEXT NOT NULL DEFAULT 'sent'
        CHECK (event IN ('sent', 'received', 'returned', 'approved')),
    revision INTEGER NOT NULL DEFAULT 1,
    at TEXT NOT NULL DEFAULT '',
    digest TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    file_name TEXT NOT NULL DEFAULT '',
    errors INTEGER NOT NULL DEFAULT 0 CHECK (errors >= 0),
    warnings INTEGER NOT NULL DEFAULT 0 CHECK (warnings >= 0),
    activities INTEGER NOT NULL DEFAULT 0 CHECK (activities >= 0)
) STRICT;

CREATE TABLE deviation (
    id TEXT PRIMARY KEY NOT NULL,
    activity_id TEXT NOT NULL REFERENCES activity (id),
    position INTEGER NOT NULL DEFAULT 0,
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' AND substr(month, 6, 2) BETWEEN '01' AND '12'),
    cause TEXT NOT NULL DEFAULT '',
    corrective_action TEXT NOT NULL DEFAULT '',
    UNIQUE (activity_id, month)
) STRICT;

CREATE TABLE goal (
    id TEXT PRIMARY KEY NOT NULL,
    objective_id TEXT NOT NULL REFERENCES objective (id),
    position INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    period_text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE goal_comment (
    id TEXT PRIMARY KEY NOT NULL,
    goal_id TEXT NOT NULL REFERENCES goal (id),
    position INTEGER NOT NULL DEFAULT 0,
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' AND substr(month, 6, 2) BETWEEN '01' AND '12'),
    text TEXT NOT NULL DEFAULT '',
    UNIQUE (goal_id, month)
) STRICT;

CREATE TABLE indicator (
    id TEXT PRIMARY KEY NOT NULL,
    goal_id TEXT NOT NULL REFERENCES goal (id),
    position INTEGER NOT NULL DEFAULT 0,
    text TEXT NOT NULL DEFAULT '',
    formula TEXT NOT NULL DEFAULT '',
    baseline TEXT NOT NULL DEFAULT '',
    target TEXT NOT NULL DEFAULT '',
    means_of_verification TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE journal_change (
    id INTEGER PRIMARY KEY,
    step_id INTEGER NOT NULL REFERENCES journal_step (id),
    table_name TEXT NOT NULL,
    row_id TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;

CREATE TABLE journal_step (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE kept_revision (
    digest TEXT PRIMARY KEY NOT NULL,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE kit_part (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL DEFAULT 0,
    about_id TEXT NOT NULL DEFAULT '',
    given_fields TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE month_record (
    id TEXT PRIMARY KEY NOT NULL,
    activity_id TEXT NOT NULL REFERENCES activity (id),
    position INTEGER NOT NULL DEFAULT 0,
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' AND substr(month, 6, 2) BETWEEN '01' AND '12'),
    planned_thousandths INTEGER CHECK (planned_thousandths >= 0),
    done_thousandths INTEGER CHECK (done_thousandths >= 0),
    budget_cents INTEGER CHECK (budget_cents >= 0),
    spent_cents INTEGER CHECK (spent_cents >= 0),
    UNIQUE (activity_id, month)
) STRICT;

CREATE TABLE objective (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE objective_comment (
    id TEXT PRIMARY KEY NOT NULL,
    objective_id TEXT NOT NULL REFERENCES objective (id),
    position INTEGER NOT NULL DEFAULT 0,
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' AND substr(month, 6, 2) BETWEEN '01' AND '12'),
    text TEXT NOT NULL DEFAULT '',
    UNIQUE (objective_id, month)
) STRICT;

CREATE TABLE objective_line (
    id TEXT PRIMARY KEY NOT NULL,
    objective_id TEXT NOT NULL REFERENCES objective (id),
    position INTEGER NOT NULL DEFAULT 0,
    strategic_line_id TEXT NOT NULL REFERENCES strategic_line (id),
    UNIQUE (objective_id, strategic_line_id)
) STRICT;

CREATE TABLE plan (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    profile TEXT NOT NULL DEFAULT 'poa',
    entity TEXT NOT NULL DEFAULT '',
    unit TEXT NOT NULL DEFAULT '',
    unit_code TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    year_label TEXT NOT NULL DEFAULT '',
    first_month TEXT NOT NULL CHECK (first_month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' AND substr(first_month, 6, 2) BETWEEN '01' AND '12'),
    month_count INTEGER NOT NULL DEFAULT 12 CHECK (month_count BETWEEN 1 AND 24),
    schedule_step TEXT NOT NULL DEFAULT 'month' CHECK (schedule_step IN ('month', 'week')),
    responsible TEXT NOT NULL DEFAULT '',
    responsible_position TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    drafted_on TEXT NOT NULL DEFAULT '',
    reviewed_by TEXT NOT NULL DEFAULT '',
    reviewed_position TEXT NOT NULL DEFAULT '',
    authorized_by TEXT NOT NULL DEFAULT '',
    authorized_position TEXT NOT NULL DEFAULT '',
    introduction TEXT NOT NULL DEFAULT '',
    general_objective TEXT NOT NULL DEFAULT '',
    strategy_source TEXT NOT NULL DEFAULT '',
    currency TEXT NOT NULL DEFAULT '$',
    logo BLOB,
    state TEXT NOT NULL DEFAULT 'draft',
    revision INTEGER NOT NULL DEFAULT 1
, red_below_hundredths INTEGER NOT NULL DEFAULT 7500 CHECK (red_below_hundredths BETWEEN 0 AND 100000), green_above_hundredths INTEGER NOT NULL DEFAULT 9500 CHECK (green_above_hundredths BETWEEN 0 AND 100000), efficacy_cut_hundredths INTEGER NOT NULL DEFAULT 7500 CHECK (efficacy_cut_hundredths BETWEEN 0 AND 100000), cause_below_hundredths INTEGER NOT NULL DEFAULT 7500 CHECK (cause_below_hundredths BETWEEN 0 AND 100000), recording_months INTEGER NOT NULL DEFAULT 1
    CHECK (recording_months BETWEEN 0 AND 12), recorded_months TEXT NOT NULL DEFAULT 'all'
    CHECK (recorded_months IN ('all', 'planned')), role TEXT NOT NULL DEFAULT 'plan' CHECK (role IN ('plan', 'kit')), kit_id TEXT NOT NULL DEFAULT '', kit_version INTEGER NOT NULL DEFAULT 0
    CHECK (kit_version >= 0), due_on TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE programme (
    id TEXT PRIMARY KEY NOT NULL,
    strategic_line_id TEXT NOT NULL REFERENCES strategic_line (id),
    position INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE remark (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL DEFAULT 0,
    about_id TEXT NOT NULL DEFAULT '',
    about_field TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    written_by TEXT NOT NULL DEFAULT '',
    written_on TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'resolved'))
) STRICT;

CREATE TABLE resource (
    id TEXT PRIMARY KEY NOT NULL,
    goal_id TEXT NOT NULL REFERENCES goal (id),
    position INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    quantity_thousandths INTEGER CHECK (quantity_thousandths >= 0),
    unit_cost_cents INTEGER CHECK (unit_cost_cents >= 0)
) STRICT;

CREATE TABLE strategic_line (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL DEFAULT 0,
    code TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    objective TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE swot_item (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL DEFAULT 0,
    quadrant TEXT NOT NULL
        CHECK (quadrant IN ('strength', 'opportunity', 'weakness', 'threat')),
    text TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE swot_objective (
    id TEXT PRIMARY KEY NOT NULL,
    swot_item_id TEXT NOT NULL REFERENCES swot_item (id),
    position INTEGER NOT NULL DEFAULT 0,
    objective_id TEXT NOT NULL REFERENCES objective (id),
    UNIQUE (swot_item_id, objective_id)
) STRICT;

CREATE TABLE week_mark (
    id TEXT PRIMARY KEY NOT NULL,
    activity_id TEXT NOT NULL REFERENCES activity (id),
    position INTEGER NOT NULL DEFAULT 0,
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' AND substr(month, 6, 2) BETWEEN '01' AND '12'),
    week INTEGER NOT NULL CHECK (week BETWEEN 1 AND 4),
    UNIQUE (activity_id, month, week)
) STRICT;
