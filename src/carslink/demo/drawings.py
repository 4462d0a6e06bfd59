"""Photographs of the demonstration market, drawn: vehicles by their shape, on a forecourt.

Everything is SVG of 1200 by 900; a vehicle stands between x = 100 and 1100 with its wheels on
y = 700.
"""

from carslink.demo.interiors import DETAILS

WIDTH, HEIGHT = 1200, 900

PAINTS = {
    "black": "#24282b", "white": "#eef0ee", "grey": "#71787d", "silver": "#b6bcc0",
    "blue": "#2c5a97", "red": "#a12c28", "green": "#3d6b4f", "orange": "#cf6a24",
    "yellow": "#dcb72e", "brown": "#5d4334", "bronze": "#8a6a44", "beige": "#cbbd9f",
    "purple": "#54396b", "gold": "#b3954d",
}  # fmt: skip
# Ground and sky of a place: a forecourt by day, one at dusk, a yard.
_PLACES = (("#d9e4ea", "#f3f0e6", "#9aa19f"), ("#33405a", "#c98a5b", "#4b5157"),
           ("#c7d5cf", "#e9ece6", "#8b8d84"))  # fmt: skip
_GLASS, _DARK, _RIM = "#8fa6b2", "#1d2124", "#c9cfd3"

# Of a car: where the windscreen begins, the roof begins and ends, the rear window ends; heights of
# roof and tail; where the pillars stand.
_CARS = {
    "hatchback": (400, 540, 950, 1072, 400, 500, (700,)),
    "saloon": (390, 520, 760, 940, 405, 525, (650,)),
    "estate": (380, 510, 1030, 1085, 402, 500, (640, 850)),
    "suv": (370, 480, 1020, 1084, 330, 470, (640, 840)),
    "coupe": (410, 570, 730, 990, 425, 520, (700,)),
    "convertible": (410, 520, 525, 560, 425, 520, ()),
    "mpv": (280, 450, 1040, 1086, 330, 480, (560, 800)),
}


def drawn(vehicle_type: str, shape: str, colour: str, view: int) -> str:
    """Return the drawing of a vehicle from one side, from the other, or from the front."""
    paint = PAINTS[colour]
    if view == 3:
        return _scene(2, _front(shape, paint))
    side = {"car": _car, "van": _van, "motorcycle": _bike}[vehicle_type](shape, paint)
    if view == 2:
        side = f'<g transform="translate({WIDTH} 0) scale(-1 1)">{side}</g>'
    return _scene(view - 1, side)


def detail(number: int) -> str:
    """Return the drawing of a detail: of so many, each looks different."""
    tint = ("#2f3438", "#5a4a3e", "#3a4650")[number // len(DETAILS) % 3]
    zoom = 1 + 0.16 * (number // len(DETAILS))
    inner = DETAILS[number % len(DETAILS)](tint)
    around = f"translate({600 * (1 - zoom):.0f} {450 * (1 - zoom):.0f}) scale({zoom:.2f})"
    return _svg(f'<g transform="{around}">{inner}</g>')


def _svg(inner: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{inner}</svg>'
    )


def _scene(place: int, inner: str) -> str:
    above, below, ground = _PLACES[place % len(_PLACES)]
    posts = "".join(
        f'<path d="M{x} 250v330" stroke="#000" stroke-opacity=".16" stroke-width="7"/>'
        for x in range(60 + 90 * place, WIDTH, 240)
    )
    return _svg(
        f'<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="{above}"/>'
        f'<stop offset="1" stop-color="{below}"/></linearGradient><linearGradient id="shine" x2="0"'
        ' y2="1"><stop stop-color="#fff" stop-opacity=".45"/><stop offset=".5" stop-color="#fff" '
        'stop-opacity="0"/><stop offset="1" stop-opacity=".35"/></linearGradient></defs>'
        f'<rect width="{WIDTH}" height="620" fill="url(#sky)"/>'
        f'<path d="M0 250H{WIDTH}V300H0Z" fill="#fff" fill-opacity=".55"/>{posts}'
        f'<path d="M0 580H{WIDTH}V{HEIGHT}H0Z" fill="{ground}"/>'
        f'<path d="M0 800H{WIDTH}" stroke="#fff" stroke-opacity=".35" stroke-width="9"/>'
        f'<ellipse cx="600" cy="702" rx="520" ry="26" opacity=".34"/>{inner}'
    )


def _body(path: str, paint: str) -> str:
    """Return a painted outline, with light from above."""
    return (
        f'<path d="{path}" fill="{paint}" stroke="#000" stroke-opacity=".35" stroke-width="3"/>'
        f'<path d="{path}" fill="url(#shine)"/>'
    )


def _wheel(x: float, radius: float = 78, spokes: int = 5) -> str:
    y = 702 - radius
    rim = radius * 0.62
    bars = "".join(
        f'<path d="M{x} {y}v-{rim:.0f}" transform="rotate({360 / spokes * n:.0f} {x} {y})" '
        f'stroke="{_DARK}" stroke-opacity=".55" stroke-width="{radius * 0.12:.0f}"/>'
        for n in range(spokes)
    )
    return (
        f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{_DARK}"/>'
        f'<circle cx="{x}" cy="{y}" r="{rim:.0f}" fill="{_RIM}"/>{bars}'
        f'<circle cx="{x}" cy="{y}" r="{radius * 0.15:.0f}" fill="{_DARK}"/>'
    )


def _trim(paint: str, tail: float = 540) -> str:
    """Return lamps, a sill and the handle of a door."""
    light = "#14181b" if paint == PAINTS["white"] else "#fff"
    return (
        f'<path d="M112 560l60-16v34l-58 4Z" fill="#fff8d8"/><path d="M1096 {tail}h-34v40h36Z" '
        'fill="#c3352c"/><path d="M120 664H1086" stroke="#000" stroke-opacity=".4" '
        f'stroke-width="10"/><path d="M600 560h44" stroke="{light}" stroke-opacity=".5" '
        'stroke-width="8"/>'
    )


def _car(shape: str, paint: str) -> str:
    screen, first, last, rear, roof, tail, pillars = _CARS.get(shape, _CARS["hatchback"])
    belt = 520
    boot = f"L1075 {tail}" if rear < 960 else ""
    outline = (
        f"M104 672C96 620 98 580 116 556C180 530 300 520 {screen} {belt}L{first - 30} {roof + 22}"
        f"Q{first} {roof} {first + 50} {roof}H{last - 40}Q{last} {roof} {last + 25} {roof + 20}"
        f"L{rear} {tail}{boot}Q1098 {tail + 10} 1100 {tail + 60}V672Z"
    )
    glass = (
        f"M{screen + 34} {belt}L{first} {roof + 34}Q{first + 20} {roof + 22} {first + 50} "
        f"{roof + 22}H{last - 40}Q{last - 10} {roof + 22} {last} {roof + 34}L{rear - 40} {belt}Z"
    )
    if shape == "convertible":
        outline = (
            f"M104 672C96 620 98 580 116 556C180 530 300 520 {screen} {belt}H1040Q1098 528 1100 "
            "590V672Z"
        )
        glass = f"M{screen + 10} {belt}L{first} {roof}h12L{screen + 60} {belt}Z"
        seats = '<path d="M640 520q10-80 50-80t40 80ZM800 520q10-80 50-80t40 80Z" fill="#4a3a30"/>'
    else:
        seats = ""
    lines = "".join(
        f'<path d="M{x} {roof + 20}V{belt}" stroke="{paint}" stroke-width="16"/>'
        f'<path d="M{x} {belt}V660" stroke="#000" stroke-opacity=".3" stroke-width="3"/>'
        for x in pillars
    )
    window = f'<path d="{glass}" fill="{_GLASS}"/>'
    arches = '<path d="M204 668a96 84 0 0 1 192 0ZM784 668a96 84 0 0 1 192 0Z" opacity=".6"/>'
    return (
        f"{seats}{_body(outline, paint)}{window}{lines}{_trim(paint, tail + 20)}{arches}"
        f"{_wheel(300)}{_wheel(880)}"
    )


def _van(shape: str, paint: str) -> str:
    cab = "M104 672V560Q110 520 170 500L280 480L370 340Q390 312 430 312H560V672Z"
    window = f'<path d="M300 480L384 356Q394 340 420 340H520V480Z" fill="{_GLASS}"/>'
    behind = {
        "panel": "M540 672V240Q430 236 380 320H540V240H1070Q1098 240 1098 280V672Z",
        "minibus": "M540 672V250H1070Q1098 250 1098 290V672Z",
        "box": "M470 640V150H1100V640Z",
        "flatbed": "M560 640V560H1100V640Z",
        "pickup": "M560 672V500H1100V672Z",
    }.get(shape, "M540 672V240H1098V672Z")
    box_paint = "#e4e7e5" if shape == "box" else "#6d6558" if shape == "flatbed" else paint
    windows = (
        "".join(f'<path d="M{x} 340h140v130H{x}Z" fill="{_GLASS}"/>' for x in (580, 750, 920))
        if shape == "minibus"
        else ""
    )
    seam = '<path d="M800 260V660" stroke="#000" stroke-opacity=".25" stroke-width="3"/>'
    return (
        f"{_body(behind, box_paint)}{_body(cab, paint)}{window}{windows}"
        f"{seam if shape == 'panel' else ''}{_trim(paint)}{_wheel(290, 74)}{_wheel(900, 74)}"
    )


def _bike(shape: str, paint: str) -> str:
    small = shape == "scooter"
    radius = 84 if small else 128
    bars = {"cruiser": "M400 430q-30-90 60-110", "adventure": "M420 400q-10-80 70-100"}.get(
        shape, "M430 420l60-60"
    )
    fairing = {
        "sports": "M360 470Q380 350 520 380L600 470L520 600Z",
        "adventure": "M350 450L420 320L470 440Z",
        "scooter": "M350 640Q340 420 420 400L460 640H640Q660 520 860 520L900 620Z",
    }.get(shape, "")
    seat = "M600 470Q700 430 880 410L900 450Q760 500 620 500Z"
    tank = "M440 460Q470 390 590 400Q650 410 660 470L600 510H470Z"
    frame = (
        f'<path d="M{330} {702 - radius}L430 400M480 500L620 620L760 500M620 620H{870}" '
        f'stroke="{_DARK}" stroke-width="22" fill="none"/>'
        f'<path d="M500 510h190l-30 110H540Z" fill="#585f63"/>'
        '<path d="M560 640H960" stroke="#b9bfc3" stroke-width="26" stroke-linecap="round"/>'
    )
    return (
        f"{_wheel(330, radius, 3)}{_wheel(870, radius, 3)}{'' if small else frame}"
        f'{"" if small else _body(tank, paint)}<path d="{seat}" fill="{_DARK}"/>'
        f'<path d="{bars}" stroke="{_DARK}" stroke-width="16" fill="none"/>'
        f"{_body(fairing, paint) if fairing else ''}"
        '<circle cx="392" cy="452" r="26" fill="#fff8d8" stroke="#000" stroke-width="4"/>'
    )


def _front(shape: str, paint: str) -> str:
    tall = shape in ("suv", "mpv")
    roof = 300 if tall else 380
    outline = (
        f"M300 660V520Q300 480 350 470L410 {roof + 20}Q420 {roof} 450 {roof}H750Q780 {roof} 790 "
        f"{roof + 20}L850 470Q900 480 900 520V660Z"
    )
    glass = f"M390 470L440 {roof + 30}H760L810 470Z"
    return (
        f'<path d="M310 640h90v62h-90ZM800 640h90v62h-90Z" fill="{_DARK}"/>{_body(outline, paint)}'
        f'<path d="{glass}" fill="{_GLASS}"/><path d="M470 560H730V610H470Z" fill="{_DARK}"/>'
        '<path d="M320 520l110 14v36l-100-6ZM880 520l-110 14v36l100-6Z" fill="#fff8d8"/>'
        '<path d="M510 622H690V656H510Z" fill="#f4f5f2" stroke="#000" stroke-width="3"/>'
    )
