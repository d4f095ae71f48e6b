"""The table of colours and letters from which every widget takes its look."""

from poadesk.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours of one theme, each a string like "#22211F"."""

    name: str
    window: str
    sidebar: str
    surface: str
    desk: str
    hover: str
    track: str
    text: str
    text2: str
    text3: str
    line: str
    line2: str
    field: str
    accent: str
    soft: str
    fill: str
    fill_hover: str
    fill_pressed: str
    on_fill: str
    bar: str
    bar_text: str
    bar_line: str
    strip: str
    ok: str
    ok_soft: str
    ok_sign: str
    warn: str
    warn_soft: str
    warn_sign: str
    bad: str
    bad_soft: str
    bad_sign: str
    neutral: str
    future: str
    hatch: str
    paper: str
    paper_text: str
    mark: str
    mark_line: str
    finding: str
    finding_line: str
    notice_action: str


LIGHT = Tokens(
    name="light",
    window="#F7F6F3",
    sidebar="#EFEDE8",
    surface="#FFFFFF",
    desk="#E4E1DA",
    hover="#F2F0EC",
    track="#DEDAD2",
    text="#22211F",
    text2="#57534D",
    text3="#69645D",
    line="#E0DCD5",
    line2="#C9C4BA",
    field="#979085",
    accent="#3A51A8",
    soft="#E9ECF9",
    fill="#3A51A8",
    fill_hover="#2F4390",
    fill_pressed="#26377A",
    on_fill="#FFFFFF",
    bar="#CDD6F6",
    bar_text="#26377A",
    bar_line="#B4C1EF",
    strip="#7F90D6",
    ok="#1C6E45",
    ok_soft="#E0F1E7",
    ok_sign="#2E8B5B",
    warn="#7D5200",
    warn_soft="#FBEFD2",
    warn_sign="#C98A00",
    bad="#A82F28",
    bad_soft="#FBE6E3",
    bad_sign="#C4473E",
    neutral="#E8E5DF",
    future="#F7F6F3",
    hatch="#D6D1C7",
    paper="#FFFFFF",
    paper_text="#22211F",
    mark="#DFE5FB",
    mark_line="#3A51A8",
    finding="#FBEFD2",
    finding_line="#C98A00",
    notice_action="#B9C6FA",
)

DARK = Tokens(
    name="dark",
    window="#1F2023",
    sidebar="#1A1B1D",
    surface="#27282C",
    desk="#151618",
    hover="#2E2F34",
    track="#3A3B41",
    text="#ECEBE7",
    text2="#BBB8B2",
    text3="#A19E97",
    line="#383940",
    line2="#50525A",
    field="#7B7D86",
    accent="#A3B4F7",
    soft="#2C3455",
    fill="#5169D0",
    fill_hover="#465DC4",
    fill_pressed="#3B50AE",
    on_fill="#FFFFFF",
    bar="#3C4A86",
    bar_text="#E3E8FF",
    bar_line="#4C5CA0",
    strip="#7E91E6",
    ok="#82D0A2",
    ok_soft="#203A2C",
    ok_sign="#5DBB86",
    warn="#EBC26C",
    warn_soft="#3D3219",
    warn_sign="#DDA93A",
    bad="#F59B92",
    bad_soft="#472523",
    bad_sign="#E9776C",
    neutral="#37383D",
    future="#222327",
    hatch="#494B53",
    paper="#F4F2EE",
    paper_text="#22211F",
    mark="#DFE5FB",
    mark_line="#3A51A8",
    finding="#FBEFD2",
    finding_line="#C98A00",
    notice_action="#3A51A8",
)

# Pixel size, line height and weight of each role at 100 % text size.
ROLES: dict[str, tuple[int, int, int]] = {
    "big": (28, 36, 600),
    "title": (22, 28, 600),
    "heading": (18, 24, 600),
    "heading2": (16, 24, 600),
    "objective": (15, 22, 600),
    "goal": (14, 20, 500),
    "text": (14, 20, 400),
    "strong": (13, 18, 600),
    "button": (13, 18, 500),
    "grid": (13, 18, 400),
    "label": (12, 16, 500),
    "small": (12, 16, 400),
    "key": (11, 14, 500),
}

SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)
