"""Wordings that no concept lists, and the concept that is meant by each; none for `keyword`."""

UNSEEN = """
first_car: car for someone who has just passed
first_car: my lad is learning to drive
first_car: daughters first motor
first_car: brand new driver
first_car: nervous new driver
family: car for a family with two young kids
family: room for three child seats
family: taking the children to school
family: we are expecting a baby
seven_seats: seating for seven
seven_seats: seven passengers
towing: pulling my caravan
towing: tow a boat
towing: something to drag a horsebox
towing: good towing vehicle
cheap_to_run: not expensive to run
cheap_to_run: good miles per gallon
cheap_to_run: low fuel bills
cheap_to_run: economical on petrol
low_tax: not much road tax
low_tax: cheap car insurance
low_tax: low insurance for young people
clean_air: compliant with ulez
clean_air: ok for london emission zone
clean_air: avoid the ulez charge
motorway: lots of motorway driving
motorway: long motorway commute
motorway: driving long distance every day
town: little town runabout
town: parking in the city
town: driving around the city
dogs: space for my two dogs
dogs: taking the dog out
dogs: large dog
room: really large boot
room: loads of boot space
room: plenty of luggage space
luxury: really luxurious
luxury: posh executive motor
sporty: something fun and fast
sporty: fast weekend toy
sporty: really powerful
rough_ground: driving in snow and ice
rough_ground: muddy farm tracks
rough_ground: driving off the road in mud
reliable: very dependable
reliable: one that will not break down
reliable: super reliable
green: kind to the environment
green: low carbon emissions
easy_access: elderly parents
easy_access: easy for my disabled mum to get in
easy_access: wheelchair user
taxi: for uber work
taxi: private hire licence
old_timer: vintage classic
modern: latest tech gadgets
large_van: really big van
trade: for my plumbing tools
trade: plasterer and builder
delivery: parcel courier
delivery: delivering parcels
camping: sleep in it at festivals
camping: camping weekends
learner_bike: bike for a learner on cbt
first_bike: beginner motorcycle rider
long_rides: touring round europe two up
keyword: panoramic glass roof
keyword: heated leather seats
history: full dealer service history
keyword: apple carplay
keyword: rear parking camera
one_owner: just one former owner
keyword: twelve months mot
keyword: black alloys
keyword: tow bar
keyword: harman kardon
keyword: adaptive cruise
keyword: massage seats
keyword: private reg
keyword: cat n
keyword: remapped
keyword: ply lining
keyword: quickshifter
keyword: akrapovic exhaust
keyword: digital cockpit
keyword: part exchange welcome
keyword: non smoker
keyword: matrix headlights
keyword: rear spoiler
keyword: third brake light
keyword: xyzzy plugh
keyword: lorem ipsum dolor
keyword: spare key
keyword: swivel seats
keyword: solar panel
keyword: bike rack
keyword: hayabusa
keyword: night pack
keyword: left hand drive
keyword: mileage warranty
"""


def cases() -> list[tuple[str, str]]:
    """Return each wording with the name of its concept, `keyword` where it is none."""
    rows = (line.split(": ", 1) for line in UNSEEN.splitlines() if line)
    return [(text, concept) for concept, text in rows]
