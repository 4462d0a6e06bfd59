"""What else dealers photograph: drawings of details, 1200 by 900, in a colour of the trim."""

from collections.abc import Callable

_CHROME, _DARK = "#c9cfd3", "#16191b"


def _wheel(tint: str) -> str:
    spokes = "".join(
        f'<path d="M600 450L570 190H630Z" fill="{_CHROME}" transform="rotate({72 * n} 600 450)"/>'
        for n in range(5)
    )
    return (
        f'<rect width="1200" height="900" fill="{tint}"/><circle cx="600" cy="450" r="390" '
        f'fill="{_DARK}"/><circle cx="600" cy="450" r="285" fill="#4a5054"/>{spokes}'
        f'<circle cx="600" cy="450" r="60" fill="{_CHROME}"/>'
    )


def _dashboard(tint: str) -> str:
    return (
        '<rect width="1200" height="900" fill="#b9cad3"/>'
        f'<path d="M0 420Q600 330 1200 420V900H0Z" fill="{tint}"/>'
        f'<rect x="640" y="430" width="330" height="200" rx="16" fill="{_DARK}"/>'
        '<rect x="660" y="450" width="290" height="160" rx="8" fill="#2b5d84"/>'
        f'<circle cx="340" cy="620" r="220" fill="none" stroke="{_DARK}" stroke-width="46"/>'
        f'<path d="M130 620H550M340 620V840" stroke="{_DARK}" stroke-width="54"/>'
        f'<circle cx="340" cy="620" r="70" fill="{_DARK}"/>'
        f'<path d="M700 700h210" stroke="{_CHROME}" stroke-width="22" stroke-dasharray="50 30"/>'
    )


def _seats(tint: str) -> str:
    seat = (
        '<path d="M{x} 840V420Q{x} 340 {y} 330H{z}Q{w} 340 {w} 420V840Z" fill="{tint}" '
        'stroke="#000" stroke-opacity=".4" stroke-width="8"/>'
    )
    both = "".join(
        seat.format(x=x, y=x + 70, z=x + 300, w=x + 370, tint=tint)
        + f'<rect x="{x + 95}" y="210" width="180" height="130" rx="40" fill="{tint}"/>'
        f'<path d="M{x + 60} 520H{x + 310}M{x + 60} 640H{x + 310}" stroke="#fff" '
        'stroke-opacity=".25" stroke-width="6"/>'
        for x in (150, 680)
    )
    return f'<rect width="1200" height="900" fill="#8a9296"/>{both}'


def _lamp(tint: str) -> str:
    return (
        f'<rect width="1200" height="900" fill="{tint}"/><path d="M120 340Q600 220 1080 420L980 640'
        f'Q560 660 200 560Z" fill="{_CHROME}"/><circle cx="480" cy="450" r="120" fill="#fff8d8"/>'
        '<circle cx="760" cy="480" r="96" fill="#fff8d8"/><path d="M120 340Q600 220 1080 420" '
        'stroke="#fff" stroke-width="14" fill="none"/>'
    )


def _lever(tint: str) -> str:
    return (
        f'<rect width="1200" height="900" fill="{tint}"/>'
        f'<path d="M360 900Q360 520 600 520T840 900Z" fill="{_DARK}"/>'
        f'<path d="M600 700V330" stroke="{_CHROME}" stroke-width="46"/>'
        f'<circle cx="600" cy="280" r="110" fill="{_DARK}"/><path d="M550 240v80m50-80v80m50-80v40'
        'h-100" stroke="#fff" stroke-width="9" fill="none"/>'
    )


def _clocks(tint: str) -> str:
    dials = "".join(
        f'<circle cx="{x}" cy="450" r="240" fill="{_DARK}" stroke="{_CHROME}" stroke-width="14"/>'
        f'<circle cx="{x}" cy="450" r="196" fill="none" stroke="#fff" stroke-width="20" '
        f'stroke-dasharray="6 56"/><path d="M{x} 450L{x - 130} 560" stroke="#e0392f" '
        'stroke-width="14"/>'
        for x in (320, 880)
    )
    return f'<rect width="1200" height="900" fill="{tint}"/>{dials}'


DETAILS: tuple[Callable[[str], str], ...] = (_wheel, _dashboard, _seats, _lamp, _lever, _clocks)
