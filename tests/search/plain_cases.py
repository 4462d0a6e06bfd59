"""Sentences of buyers and what they ask for, a line each: the sentence, then its reading.

`name: value | value` is a filter, `-name: value` leaves out, `near: place miles`. What a reading
does not say must not be there, but for keywords and a `vehicle_type` that follows from the rest.
Read on 25 November 2026 against every model of `vehicles/models_table.py`.
"""

CARS = """
volkswagen golf => make: Volkswagen; model: Golf
golf gti => make: Volkswagen; model: Golf; variant: gti
vw golf r line automatic => make: Volkswagen; model: Golf; variant: r line; transmission: Automatic
red ford focus => make: Ford; model: Focus; colour: Red
golf or focus => make: Volkswagen | Ford; model: Golf | Focus
range rover sport diesel => make: Land Rover; model: Range Rover Sport; fuel: Diesel
land rover => make: Land Rover
landy discovery sport => make: Land Rover; model: Discovery Sport
alfa romeo giulietta => make: Alfa Romeo; model: Giulietta
alfa giulia veloce => make: Alfa Romeo; model: Giulia; variant: veloce
mercedes c class estate => make: Mercedes-Benz; model: C-Class; body_type: Estate
merc e-class => make: Mercedes-Benz; model: E-Class
a class amg line => make: Mercedes-Benz; model: A-Class; variant: amg line
bmw 3 series touring => make: BMW; model: 3 Series; body_type: Estate
beemer under 10 grand => make: BMW; price_max: 10000
3 series or c class => make: BMW | Mercedes-Benz; model: 3 Series | C-Class
mx5 => make: Mazda; model: MX-5
mazda mx 5 soft top => make: Mazda; model: MX-5; body_type: Convertible
vw id.3 => make: Volkswagen; model: ID.3
id 4 white => make: Volkswagen; model: ID.4; colour: White
audi e-tron => make: Audi; model: e-tron
tesla model y long range => make: Tesla; model: Model Y; variant: long range
fiat 500 under 5000 => make: Fiat; model: 500; price_max: 5000
fiat 500 under £500 => make: Fiat; model: 500; price_max: 500
peugeot 208 => make: Peugeot; model: 208
208 gti => make: Peugeot; model: 208; variant: gti
peugeot 2008 => make: Peugeot; model: 2008
peugeot 3008 2019 => make: Peugeot; model: 3008; year_min: 2019; year_max: 2019
porsche 911 => make: Porsche; model: 911
911 convertible => make: Porsche; model: 911; body_type: Convertible
citroen c3 petrol => make: Citroen; model: C3; fuel: Petrol
bmw i3 => make: BMW; model: i3
x5 diesel => make: BMW; model: X5; fuel: Diesel
need a 3 door hatchback => body_type: Hatchback
looking for a 5 door petrol car => vehicle_type: car; fuel: Petrol
audi a3 5 door => make: Audi; model: A3
mini cooper s => make: MINI; model: Cooper; variant: s
renault 5 => make: Renault; model: 5
mazda 3 sport => make: Mazda; model: Mazda3; variant: sport
mazda 6 estate => make: Mazda; model: Mazda6; body_type: Estate
saab 9-3 => make: Saab; model: 9-3
skoda octavia vrs estate => make: Skoda; model: Octavia; variant: vrs; body_type: Estate
škoda fabia => make: Skoda; model: Fabia
citroën c1 => make: Citroen; model: C1
toyota yaris hybrid automatic => make: Toyota; model: Yaris; fuel: Hybrid; transmission: Automatic
yaris cross => make: Toyota; model: Yaris Cross
corsa or fiesta or polo => make: Vauxhall | Ford | Volkswagen; model: Corsa | Fiesta | Polo
ford fiesta st => make: Ford; model: Fiesta; variant: st
focus titanium 1.0 ecoboost => make: Ford; model: Focus; variant: titanium ecoboost; engine_size_min: 950; engine_size_max: 1049
nissan qashqai tekna => make: Nissan; model: Qashqai; variant: tekna
nissan note => make: Nissan; model: Note
leon fr => model: Leon; variant: fr
seat ibiza fr => make: SEAT; model: Ibiza; variant: fr
audi a4 s line => make: Audi; model: A4; variant: s line
honda civic type r => make: Honda; model: Civic Type R
volvo xc90 d5 7 seater => make: Volvo; model: XC90; variant: d5
evoque => make: Land Rover; model: Range Rover Evoque
jag f-pace => make: Jaguar; model: F-Pace
chevy corvette => make: Chevrolet; model: Corvette
kia ceed estate => make: Kia; model: Ceed; body_type: Estate
hyundai i10 => make: Hyundai; model: i10
dacia => make: Dacia
smart fortwo => make: Smart; model: Fortwo
electric ev under 20k => fuel: Electric; price_max: 20000
phev suv => fuel: Plug-in Hybrid; body_type: SUV
plug-in hybrid estate => fuel: Plug-in Hybrid; body_type: Estate
self-charging hybrid => fuel: Hybrid
petrol or hybrid => fuel: Petrol | Hybrid
petrol hybrid hatch => fuel: Hybrid; body_type: Hatchback
red, blue or green => colour: Red | Blue | Green
gunmetal grey saloon => colour: Grey; body_type: Saloon
british racing green mini => colour: Green; make: MINI
burgundy jaguar => colour: Maroon; make: Jaguar
dark blue volvo v60 => colour: Blue; make: Volvo; model: V60
cream fiat 500 => colour: Beige; make: Fiat; model: 500
navy or silver estate => colour: Blue | Silver; body_type: Estate
people carrier => body_type: MPV
4x4 automatic => body_type: SUV; transmission: Automatic
drop top under £12k => body_type: Convertible; price_max: 12000
cabrio => body_type: Convertible
audi avant quattro => make: Audi; body_type: Estate; variant: quattro
auto => transmission: Automatic
semi-auto => transmission: Semi-Automatic
cvt honda jazz => transmission: CVT; make: Honda; model: Jazz
brand new kia sportage => condition: New; make: Kia; model: Sportage
nearly new => condition: Nearly New
ex-demo bmw x1 => condition: Nearly New; make: BMW; model: X1
second hand toyota => condition: Used; make: Toyota
new or used => condition: New | Used
golf with new mot => make: Volkswagen; model: Golf
electric windows and heated seats =>
bmw 320d m sport => make: BMW; model: 3 Series; variant: m sport
merc c220 => make: Mercedes-Benz; model: C-Class
cheap runaround => sort: price
cheapest golf => sort: price; make: Volkswagen; model: Golf
newest tesla => sort: -year; make: Tesla
oldest mini => sort: year; make: MINI
most expensive ferrari => sort: -price; make: Ferrari
low miles honda jazz => sort: mileage; make: Honda; model: Jazz
just added audis => sort: newest; make: Audi
bmws and audis => make: BMW | Audi
bmw 3 or 5 series => make: BMW; model: 3 Series | 5 Series
bmw 3, 4 or 5 series => make: BMW; model: 3 Series | 4 Series | 5 Series
bmw 3 series or 5 door => make: BMW; model: 3 Series
van in mk9 => vehicle_type: van; near: MK9 30
ford s max 2012 => make: Ford; model: S-Max; year_min: 2012; year_max: 2012
s-max under 8k => make: Ford; model: S-Max; price_max: 8000
petrol/hybrid => fuel: Petrol | Hybrid
diesel/electric estate => fuel: Diesel | Electric; body_type: Estate
something to pull my horsebox =>
horsebox under 10k => van_type: Horsebox; vehicle_type: van; price_max: 10000
ice cream van => vehicle_type: van
estates with a tow bar => body_type: Estate
"""

AMOUNTS = """
under 8k => price_max: 8000
less than £8,500 => price_max: 8500
up to 8 grand => price_max: 8000
max 8000 => price_max: 8000
8k max => price_max: 8000
no more than 7.5k => price_max: 7500
at most ten thousand pounds => price_max: 10000
< £8k => price_max: 8000
twenty five grand or less => price_max: 25000
over 10k => price_min: 10000
at least £5000 => price_min: 5000
£10k+ => price_min: 10000
10 grand or more => price_min: 10000
£5k-£7k => price_min: 5000; price_max: 7000
£5-7k => price_min: 5000; price_max: 7000
between 5 and 7 thousand => price_min: 5000; price_max: 7000
5000 to 6000 => price_min: 5000; price_max: 6000
between £12,000 and £15,000 => price_min: 12000; price_max: 15000
from 5k to 7k => price_min: 5000; price_max: 7000
over 5k under 8k => price_min: 5000; price_max: 8000
15k => price_max: 15000
budget of 6 grand => price_max: 6000
for £4,000 => price_max: 4000
not over 9k => price_max: 9000
golf 5000 => make: Volkswagen; model: Golf; price_max: 5000
under 50k miles => mileage_max: 50000
under 50 thousand miles => mileage_max: 50000
less than 30,000 on the clock => mileage_max: 30000
mileage under 40000 => mileage_max: 40000
30k miles => mileage_max: 30000
10k-30k miles => mileage_min: 10000; mileage_max: 30000
over 100k miles => mileage_min: 100000
under 10k and under 60k miles => price_max: 10000; mileage_max: 60000
under 10k with less than 40k miles => price_max: 10000; mileage_max: 40000
no more than sixty thousand miles => mileage_max: 60000
2018 => year_min: 2018; year_max: 2018
2018 or newer => year_min: 2018
2018+ => year_min: 2018
from 2018 => year_min: 2018
since 2018 => year_min: 2018
2018 onwards => year_min: 2018
after 2018 => year_min: 2019
newer than 2018 => year_min: 2019
before 2018 => year_max: 2017
older than 2015 => year_max: 2014
pre-2015 => year_max: 2014
no older than 2017 => year_min: 2017
not newer than 2019 => year_max: 2019
2015 or older => year_max: 2015
up to 2015 => year_max: 2015
around 2018 => year_min: 2017; year_max: 2019
2015-2018 => year_min: 2015; year_max: 2018
2015 to 2018 => year_min: 2015; year_max: 2018
between 2015 and 2018 => year_min: 2015; year_max: 2018
2018 or 2019 => year_min: 2018; year_max: 2019
66 plate => year_min: 2016; year_max: 2017
21 reg => year_min: 2021; year_max: 2021
on a 19 plate => year_min: 2019; year_max: 2019
68 or newer plate => year_min: 2018
68 plate or newer => year_min: 2018
17 plate onwards => year_min: 2017
17 to 19 plate => year_min: 2017; year_max: 2019
17 or 18 plate => year_min: 2017; year_max: 2018
reg 68 corsa => make: Vauxhall; model: Corsa; year_min: 2018; year_max: 2019
73-plate => year_min: 2023; year_max: 2024
less than 3 years old => year_min: 2023
at most 5 years old => year_min: 2021
no older than 4 years => year_min: 2022
over 10 years old => year_max: 2016
3 to 5 years old => year_min: 2021; year_max: 2023
under five years old => year_min: 2021
with 3 years warranty =>
1.0 => engine_size_min: 950; engine_size_max: 1049
2 litre diesel => engine_size_min: 1950; engine_size_max: 2049; fuel: Diesel
2.0tdi => engine_size_min: 1950; engine_size_max: 2049; variant: tdi
3.0 l => engine_size_min: 2950; engine_size_max: 3049
1.2-1.6 litre => engine_size_min: 1150; engine_size_max: 1649
600cc => engine_size_min: 600; engine_size_max: 600
over 1000cc => engine_size_min: 1000
up to 125cc => engine_size_max: 125
under 1.6 litres => engine_size_max: 1649
£200 a month =>
petrol car max 5 doors => vehicle_type: car; fuel: Petrol
2019 golf under 15k with under 40k miles => year_min: 2019; year_max: 2019; make: Volkswagen; model: Golf; price_max: 15000; mileage_max: 40000
payload over 1000kg => payload_kg_min: 1000
at least 10 cubic metres => load_volume_m3_min: 10
1 tonne payload => payload_kg_min: 1000
12 months mot golf => make: Volkswagen; model: Golf
fiesta 12 months warranty => make: Ford; model: Fiesta
golf mot 6 months => make: Volkswagen; model: Golf
golf 6 months old => make: Volkswagen; model: Golf; year_min: 2026; year_max: 2026
£30 road tax =>
golf £180 tax => make: Volkswagen; model: Golf
tax under £200 golf under £9k => make: Volkswagen; model: Golf; price_max: 9000
5 years old or less => year_min: 2021
3 years old or newer => year_min: 2023
5 years or less => year_min: 2021
5 years old max => year_min: 2021
10 years or older => year_max: 2016
audi q3 2020 £20000 => make: Audi; model: Q3; year_min: 2020; year_max: 2020; price_max: 20000
between 3k & 5k => price_min: 3000; price_max: 5000
2017 on => year_min: 2017
golf 2017 on finance => make: Volkswagen; model: Golf; year_min: 2017; year_max: 2017
£15,000.50 => price_max: 15000.5
9,5k => price_max: 9500
15 000 miles => mileage_max: 15000
£12 500 golf => make: Volkswagen; model: Golf; price_max: 12500
mazda 6 120 000 miles => make: Mazda; model: Mazda6; mileage_max: 120000
before 66 plate => year_max: 2015
older than 68 plate => year_max: 2017
2 grand banger => price_max: 2000
"""

NEGATIONS = """
not black => -colour: Black
not black or white, under 10k => -colour: Black | White; price_max: 10000
anything but a BMW => -make: BMW
any colour but black => -colour: Black
any colour except red or yellow => -colour: Red | Yellow
bmw but not diesel => make: BMW; -fuel: Diesel
estate, no diesels, no automatics => body_type: Estate; -fuel: Diesel; -transmission: Automatic
suv except nissan and kia => body_type: SUV; -make: Nissan | Kia
hatchback without diesel => body_type: Hatchback; -fuel: Diesel
ford not a focus => make: Ford; -model: Focus
not a golf => -model: Golf
anything but a bmw 3 series => -model: 3 Series
no vans => -vehicle_type: van
not petrol, red => -fuel: Petrol; colour: Red
not diesel or automatic => -fuel: Diesel; -transmission: Automatic
not black bmw => -colour: Black; make: BMW
hybrid but not plug-in => fuel: Hybrid; -fuel: Plug-in Hybrid
not an audi, bmw or mercedes, automatic => -make: Audi | BMW | Mercedes-Benz; transmission: Automatic
i don't want a diesel => -fuel: Diesel
non-diesel suv => -fuel: Diesel; body_type: SUV
neither white nor silver => -colour: White | Silver
automatic, other than ford => transmission: Automatic; -make: Ford
not in scotland => -region: Scotland
petrol not manual under £9k => fuel: Petrol; -transmission: Manual; price_max: 9000
don't want anything over 8 grand => price_max: 8000
dont want to spend more than 5k => price_max: 5000
i don't want to go over 12k => price_max: 12000
can't spend over 4000 => price_max: 4000
i dont want to spend 5k => price_max: 5000
can't go over 5k max => price_max: 5000
no cars over 10k => vehicle_type: car; price_max: 10000
do not want over 100k miles => mileage_max: 100000
nothing with over 70k miles => mileage_max: 70000
nothing that's diesel => -fuel: Diesel
van under £12,000 plus vat => vehicle_type: van; price_max: 12000
nothing older than 2015 and nothing over 60k miles => year_min: 2015; mileage_max: 60000
not above 40k miles or older than 2015 => mileage_max: 40000; year_min: 2015
not 2015 or older => year_min: 2016
not 2018 or later => year_max: 2017
not 3 years old or newer => year_max: 2023
not over 5 years old => year_min: 2021
not 2018 =>
not a 2018 golf => make: Volkswagen; model: Golf
golf but not 2016 => make: Volkswagen; model: Golf
no 2015 cars => vehicle_type: car
not from 2015 =>
not a 66 plate =>
not near leeds =>
not near leeds or bradford =>
not in london => -region: London
not within 20 miles of leeds =>
at least 20 miles from leeds =>
more than 50 miles from london => -region: London
not more than 20 miles from leeds => near: Leeds 20
don't want to travel more than 20 miles from leeds => near: Leeds 20
no need for automatic =>
doesn't have to be automatic =>
golf, don't need diesel or automatic => make: Volkswagen; model: Golf
doesn't need to be under 10k =>
not luxury =>
"""

PLACES = """
near Leeds => near: Leeds 30
within 20 miles of M1 2AB => near: M1 2AB 20
in Bristol => near: Bristol 30
around CF10 => near: CF10 30
golf near manchester under 9k => make: Volkswagen; model: Golf; near: Manchester 30; price_max: 9000
10 miles from Milton Keynes => near: Milton Keynes 10
bmw in birmingham within 15 miles => make: BMW; near: Birmingham 15
ford fiesta sheffield => make: Ford; model: Fiesta; near: Sheffield 30
sw1a 1aa => near: SW1A 1AA 30
nearest to York => near: York 30; sort: distance
closest automatic to Exeter => transmission: Automatic; near: Exeter 30; sort: distance
in the north west => region: North West
scotland => region: Scotland
vans in yorkshire => vehicle_type: van; region: Yorkshire and The Humber
east midlands or west midlands => region: East Midlands | West Midlands
in black => colour: Black
in reading => near: Reading 30
in good condition =>
up to 40 miles from Norwich => near: Norwich 40
near Manchestr => near: Manchester 30
bmw m3 => make: BMW; model: M3
clio near M3 => make: Renault; model: Clio; near: M3 30
50 mile radius of Glasgow => near: Glasgow 50
near newcastle upon tyne => near: Newcastle upon Tyne 30
used cars stafford => condition: Used; vehicle_type: car; near: Stafford 30
golf york => make: Volkswagen; model: Golf; near: York 30
bath golf => make: Volkswagen; model: Golf; near: Bath 30
york within 50 miles => near: York 50
york 50 miles => near: York 50
golf leeds +20 miles => make: Volkswagen; model: Golf; near: Leeds 20
golf 20 miles leeds => make: Volkswagen; model: Golf; near: Leeds 20
ford 50 miles on the clock => make: Ford; mileage_max: 50
reading cars => vehicle_type: car; near: Reading 30
some light reading =>
bury => near: Bury 30
ford bury => make: Ford; near: Bury 30
perth => near: Perth 30
diesel london => fuel: Diesel; near: London 30
golf carlisle => make: Volkswagen; model: Golf; near: Carlisle 30
cars for sale => vehicle_type: car
good deal on a fiesta => make: Ford; model: Fiesta
anywhere but london => -region: London
golf not leeds or bradford => make: Volkswagen; model: Golf
battle =>
nearly new mini oxford => condition: Nearly New; make: MINI; near: Oxford 30
morris oxford => make: Morris; model: Oxford
"""

VANS = """
transit custom lwb => make: Ford; model: Transit Custom; load_length: Long
ford transit van high roof => make: Ford; model: Transit; vehicle_type: van; roof_height: High
swb panel van => load_length: Short; vehicle_type: van; body_type: Panel Van
crew cab van => body_type: Crew Van; vehicle_type: van
luton with tail lift => body_type: Luton
luton van => body_type: Luton; vehicle_type: van
tipper under 15k => body_type: Tipper; price_max: 15000
dropside => body_type: Dropside
minibus => body_type: Minibus
campervan => body_type: Camper
extra long wheelbase sprinter => load_length: Extra Long; make: Mercedes-Benz; model: Sprinter
fridge van => vehicle_type: van; van_type: Refrigerated Van
vivaro or trafic => make: Vauxhall | Renault; model: Vivaro | Trafic
electric vans => fuel: Electric; vehicle_type: van
vw transporter => make: Volkswagen; model: Transporter
transporter medium roof => make: Volkswagen; model: Transporter; roof_height: Medium
pick up => body_type: Pickup
double cab pickup => body_type: Pickup
ute => body_type: Pickup
peugeot partner van => make: Peugeot; model: Partner; vehicle_type: van
l3h2 van => load_length: Long; roof_height: Medium; vehicle_type: van
"""

BIKES = """
motorbike => vehicle_type: motorcycle
motor bike under 3k => vehicle_type: motorcycle; price_max: 3000
sports bikes => vehicle_type: motorcycle; bike_type: Sports
a2 licence => licence_category: A2
a2 friendly naked bike => licence_category: A2; bike_type: Naked; vehicle_type: motorcycle
125cc scooter => engine_size_min: 125; engine_size_max: 125; bike_type: Scooter
suzuki gsx-r 600 => make: Suzuki; model: GSX-R600
gsxr600 => make: Suzuki; model: GSX-R600
yamaha mt-07 => make: Yamaha; model: MT-07
mt 09 => make: Yamaha; model: MT-09
cbr600rr => make: Honda; model: CBR600RR
harley => make: Harley-Davidson
harley davidson sportster => make: Harley-Davidson; model: Sportster
royal enfield himalayan => make: Royal Enfield; model: Himalayan
triumph street triple => make: Triumph; model: Street Triple
adventure bike => bike_type: Adventure; vehicle_type: motorcycle
touring motorbike => bike_type: Tourer; vehicle_type: motorcycle
retro bike => bike_type: Classic; vehicle_type: motorcycle
moped => bike_type: Moped
bmw r 1250 gs => make: BMW; model: R 1250 GS
cruiser over 800cc => bike_type: Cruiser; engine_size_min: 800
kawasaki or suzuki, not red => make: Kawasaki | Suzuki; -colour: Red
supermoto => bike_type: Supermoto
enduro => bike_type: Enduro
am licence moped => licence_category: AM; bike_type: Moped
"""

SLIPS = """
volkswgen golf => make: Volkswagen; model: Golf
vauxhal corsa => make: Vauxhall; model: Corsa
hyndai tucson => make: Hyundai; model: Tucson
mercedez benz => make: Mercedes-Benz
toyta yaris => make: Toyota; model: Yaris
nissan quashqai => make: Nissan; model: Qashqai
pegueot 308 => make: Peugeot; model: 308
automtic disel estate => transmission: Automatic; fuel: Diesel; body_type: Estate
petorl hatchbck => fuel: Petrol; body_type: Hatchback
convertable => body_type: Convertible
eletric suv => fuel: Electric; body_type: SUV
frod fiesta => make: Ford; model: Fiesta
range rovr evoque => make: Land Rover; model: Range Rover Evoque
landrover defender => make: Land Rover; model: Defender
kawaski ninja => make: Kawasaki
trimuph bonneville => make: Triumph; model: Bonneville
porshe cayenne => make: Porsche; model: Cayenne
lamborgini => make: Lamborghini
desiel golf => fuel: Diesel; make: Volkswagen; model: Golf
skoda octiva => make: Skoda; model: Octavia
renault cleo => make: Renault; model: Clio
scotter => bike_type: Scooter
audio system =>
flat deck =>
food truck =>
"""

ALL = "".join((CARS, AMOUNTS, NEGATIONS, PLACES, VANS, BIKES, SLIPS))

LISTS = frozenset(
    [
        "vehicle_type",
        "make",
        "model",
        "fuel",
        "transmission",
        "colour",
        "body_type",
        "condition",
        "bike_type",
        "van_type",
        "licence_category",
        "roof_height",
        "load_length",
        "region",
    ]
)

Reading = tuple[dict[str, object], dict[str, set[str]], tuple[str, int] | None, str | None]
"""Filters, what is left out, the place with its miles, and the sort."""


def cases() -> list[tuple[str, Reading]]:
    """Return every sentence with its reading."""
    rows = [line.split("=>") for line in ALL.splitlines() if line]
    return [(text.strip(), reading(told)) for text, told in rows]


def reading(told: str) -> Reading:
    """Return what a line says of a sentence."""
    filters: dict[str, object] = {}
    exclude: dict[str, set[str]] = {}
    near, sort = None, None
    for part in filter(None, (each.strip() for each in told.split(";"))):
        name, _, value = part.partition(": ")
        values = {each.strip() for each in value.split("|")}
        if name.startswith("-"):
            exclude[name[1:]] = values
        elif name == "near":
            place, _, miles = value.rpartition(" ")
            near = (place, int(miles))
        elif name == "sort":
            sort = value
        elif name in LISTS:
            filters[name] = values
        elif name == "variant":
            filters[name] = set(value.split())
        else:
            filters[name] = float(value)
    return filters, exclude, near, sort
