"""What dealers write under their vehicles: pieced together from parts, true to the facts given."""

from carslink.demo.chance import Draw, pick

_OPENINGS = (
    "This {year} {title} is in {colour} and has covered {miles} miles.",
    "A well kept {title} finished in {colour}.",
    "Just arrived: {title} on a {year} registration with {miles} miles on the clock.",
    "{title} in {colour}, ready to drive away.",
    "We are pleased to offer this {title} with {miles} miles.",
    "A very tidy example of the {title}, showing {miles} miles.",
    "{miles} miles, {colour}, and priced to sell. This {title} has come to us in part exchange.",
    "Smart {title} that drives as well as it looks.",
)
_NEW_OPENINGS = (
    "Brand new {title} in {colour}, in stock and ready for registration day.",
    "Unused {title} with delivery miles only, available without the wait for a factory order.",
)
_HISTORY = (
    "Full service history.",
    "Part service history with stamps and invoices on file.",
    "One owner from new.",
    "Two previous keepers and two keys.",
    "Serviced last month and ready for its next owner.",
    "Main dealer service history until last year, specialist since.",
    "Three former keepers, every old MOT certificate in the folder.",
    "Locally owned for the last four years.",
)
_CAR_FEATURES = (
    "Satellite navigation, Bluetooth and DAB radio.",
    "Air conditioning, alloy wheels and electric windows all round.",
    "Heated front seats, rear camera and parking sensors.",
    "Apple CarPlay and Android Auto, cruise control and keyless start.",
    "Half leather seats, privacy glass and LED headlights.",
    "Full leather, panoramic roof and adaptive cruise control.",
    "Isofix in the rear, folding mirrors and automatic wipers.",
    "Dual zone climate control and front and rear sensors.",
)
_VAN_FEATURES = (
    "Ply lined with a full steel bulkhead.",
    "Twin side loading doors, air conditioning and cruise control.",
    "Three seats, Bluetooth and a reversing camera.",
    "Roof bars and a tow bar fitted.",
    "Electric pack, heated windscreen and central locking.",
    "Remote locking, overhead storage and a rubber floor.",
)
_BIKE_FEATURES = (
    "Datatag, two keys and the original handbook.",
    "Heated grips and a top box fitted.",
    "ABS, traction control and LED indicators.",
    "Standard apart from a tail tidy; original parts come with it.",
    "New rear tyre and chain at the last service.",
    "Always garaged and never left out in the wet.",
)
_FEATURES = {"car": _CAR_FEATURES, "van": _VAN_FEATURES, "motorcycle": _BIKE_FEATURES}
_ELECTRIC = (
    "Battery health report available on request.",
    "Supplied with a home charging cable.",
    "Rapid charging as standard.",
)
_CLOSINGS = (
    "Finance available, subject to status.",
    "Part exchange welcome.",
    "Six months' warranty included, with longer cover available.",
    "Nationwide delivery can be arranged.",
    "HPI clear and fully inspected before it leaves us.",
    "New MOT and a full inspection with every sale.",
    "Viewing by appointment, please call first.",
    "Any inspection welcome. Open seven days.",
    "Please ring to check it is still here before travelling.",
)
_SHORT = ("Call for details.", "More info soon", "Just in!", "Lovely car")
_MISSING = 0.03
_TOO_SHORT = 0.05


def description_of(
    draw: Draw, vehicle_type: str, fuel: str, age: float, facts: dict[str, object]
) -> str | None:
    """Return a description; None or a few words for about one vehicle in twenty.

    `facts` has `title`, `year`, `colour` and `miles` (with thousands divided); `age` is in years.
    """
    luck = draw()
    if luck < _MISSING:
        return None
    if luck < _TOO_SHORT:
        return pick(_SHORT[:3] if vehicle_type != "car" else _SHORT, draw)
    if age == 0:
        parts = [pick(_NEW_OPENINGS, draw).format_map(facts)]
    else:
        parts = [pick(_OPENINGS, draw).format_map(facts)]
        if age > 4 or (age > 1 and draw() < 0.7):
            # Of young vehicles only the first few sentences can be true.
            parts.append(pick(_HISTORY if age > 5 else _HISTORY[:1] + _HISTORY[2:3], draw))
    features = _FEATURES[vehicle_type]
    first = int(draw() * len(features))
    parts.append(features[first])
    if draw() < 0.4:
        parts.append(features[(first + 1 + int(draw() * (len(features) - 1))) % len(features)])
    if fuel == "Electric" and draw() < 0.7:
        parts.append(pick(_ELECTRIC, draw))
    parts.append(pick(_CLOSINGS, draw))
    return " ".join(parts)
