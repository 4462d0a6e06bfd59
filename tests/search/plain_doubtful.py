"""Words that are short for something, or towns, or of the buyer's old car in one sentence, and not
in the next.

A line each: the sentence, then its reading, as `plain_cases.py` tells.
"""

DOUBTFUL = """
automatic pet friendly car => vehicle_type: car; transmission: Automatic
auto pet friendly => transmission: Automatic
2.0 pet friendly => engine_size_min: 1950; engine_size_max: 2049
white van man diesel => vehicle_type: van; colour: White; fuel: Diesel
young man diesel hatch => body_type: Hatchback; fuel: Diesel
i am a man petrol estate => body_type: Estate; fuel: Petrol
best diesel man can buy => fuel: Diesel
renault captur traffic sign recognition => make: Renault; model: Captur
renault megane, traffic jam assist => make: Renault; model: Megane
renault in traffic => make: Renault
traafic => make: Renault; model: Trafic
elec heated seats =>
elec tailgate =>
elec sunroof =>
elec handbrake =>
elec front windows =>
elec hook up camper => body_type: Camper
elec start bike => vehicle_type: motorcycle
transit camper conv => make: Ford; model: Transit; body_type: Camper
wheelchair conv =>
lpg conv => fuel: LPG
minibus conv => body_type: Minibus
beauty salon van => vehicle_type: van
dog grooming salon van => vehicle_type: van
when the engine dies =>
est value =>
dealer est 1990 => year_min: 1990; year_max: 1990
double cab not transit => body_type: Pickup; -model: Transit
double cab but not a transporter => body_type: Pickup; -model: Transporter
hilux or transit custom double cab => make: Toyota | Ford; model: Hilux | Transit Custom; body_type: Pickup
dual cab transit => make: Ford; model: Transit; body_type: Crew Van; vehicle_type: van
dual cab van => vehicle_type: van; body_type: Crew Van
commute 30km a day =>
over 400km range =>
ev 500 km range => fuel: Electric
top speed 200 km/h =>
0-100 km/h =>
ten km from york => near: York 6
within 1 kilometre of leeds => near: Leeds 1
estate to pull 1.5t => body_type: Estate
horse box to pull 1.7t => vehicle_type: van; van_type: Horsebox
1.8t boat =>
pull 1.5t boat =>
horsebox 1.5t => vehicle_type: van; van_type: Horsebox
tows 1.8t =>
gross weight 1.9t =>
kerb weight 1.5t =>
1.5t dropside => vehicle_type: van; body_type: Dropside
2.0t recovery truck => vehicle_type: van; van_type: Vehicle Transporter
buy a bedford => make: Bedford
classic bedford => make: Bedford
1950s bedford => make: Bedford
bedford midi => make: Bedford
not a bedford => -make: Bedford
bristol not bedford => near: Bristol 30; -make: Bedford
van under 5k bedford => vehicle_type: van; price_max: 5000; near: Bedford 30
instead of my bedford van a transit => make: Ford; model: Transit
px my 3 series for a 5 series => make: BMW; model: 5 Series
replacement for my red van, white or blue => vehicle_type: van; colour: White | Blue
px our polo golf gti wanted => make: Volkswagen; model: Golf; variant: gti
px my focus 2016 golf => make: Volkswagen; model: Golf; year_min: 2016; year_max: 2016
px my focus golf under 10k => make: Volkswagen; model: Golf; price_max: 10000
to replace my red focus, a blue golf => make: Volkswagen; model: Golf; colour: Blue
to replace my red focus, a golf => make: Volkswagen; model: Golf
looking to trade in my focus for a qashqai => make: Nissan; model: Qashqai
replace my bmw and my audi with one suv => body_type: SUV
i already own a red ford focus, want a blue polo => make: Volkswagen; model: Polo; colour: Blue
currently driving a van, need a car => vehicle_type: car
£5000 max 2 owners => price_max: 5000
60k max 2 owners => price_max: 60000
"""
