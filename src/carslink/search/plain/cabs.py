"""Cabs with a second row: those of pickups, and those of vans."""

from dataclasses import replace

from carslink.search.plain.claims import Board

DOUBLE = (["double", "cab"], ["dual", "cab"])
CREW_VAN = ("body_type", "Crew Van")
_VANS = frozenset(
    [
        "Boxer", "Crafter", "Daily", "Dispatch", "Ducato", "Expert", "Master", "Movano", "NV300",
        "NV400", "Primastar", "Proace", "Relay", "Scudo", "Sprinter", "Talento", "Trafic",
        "Transit", "Transit Custom", "Transporter", "Vito", "Vivaro",
    ]
)  # fmt: skip
"""Vans that are made with a second row."""


def tell_from_vans(board: Board) -> None:
    """Let the "double cab" of a Transit be a crew van."""
    wanted = [each for each in board.claims if not each.negated]
    models = {value for each in wanted for name, value in each.pairs if name == "model"}
    if not models or models - _VANS:
        return  # "Transit or Ranger double cab"
    for each in wanted:
        if each.kind == "body_type" and board.texts[each.first : each.last + 1] in DOUBLE:
            implied = (("vehicle_type", "van"),)
            crew = replace(each, pairs=(CREW_VAN,), label=CREW_VAN[1], implied=implied)
            board.change(each, crew)
