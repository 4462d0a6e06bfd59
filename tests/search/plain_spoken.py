"""Sentences as buyers say them to a telephone, abbreviate them as adverts do, and chat.

A line each: the sentence, then its reading, as `plain_cases.py` tells.
"""

SPOKEN = """
2014 and newer 5 series touring => make: BMW; model: 5 Series; body_type: Estate; year_min: 2014
2018 plus 5 door focus => make: Ford; model: Focus; year_min: 2018
two thousand and eighteen golf diesel => make: Volkswagen; model: Golf; fuel: Diesel; year_min: 2018; year_max: 2018
seat leon twenty seventeen => make: SEAT; model: Leon; year_min: 2017; year_max: 2017
twenty nineteen to twenty twenty one golf => make: Volkswagen; model: Golf; year_min: 2019; year_max: 2021
twenty twenty or newer qashqai => make: Nissan; model: Qashqai; year_min: 2020
nineteen ninety five escort => make: Ford; model: Escort; year_min: 1995; year_max: 1995
corsa under twenty thousand => make: Vauxhall; model: Corsa; price_max: 20000
corsa one point two petrol => make: Vauxhall; model: Corsa; fuel: Petrol; engine_size_min: 1150; engine_size_max: 1249
polo under two thousand five hundred pounds => make: Volkswagen; model: Polo; price_max: 2500
polo five thousand nine hundred and ninety five => make: Volkswagen; model: Polo; price_max: 5995
between fifteen hundred and two thousand => price_min: 1500; price_max: 2000
golf under a hundred thousand miles => make: Volkswagen; model: Golf; mileage_max: 100000
golf max one hundred and twenty thousand miles => make: Volkswagen; model: Golf; mileage_max: 120000
golf under two hundred thousand miles => make: Volkswagen; model: Golf; mileage_max: 200000
fiat five hundred => make: Fiat; model: 500
peugeot two oh eight => make: Peugeot; model: 208
bmw three series diesel => make: BMW; model: 3 Series; fuel: Diesel
tesla model three => make: Tesla; model: Model 3
one twenty five cc scooter => vehicle_type: motorcycle; bike_type: Scooter; engine_size_min: 125; engine_size_max: 125
petrl => fuel: Petrol
ptrol estate => fuel: Petrol; body_type: Estate
nissan ptrol => make: Nissan; model: Patrol
bmw bedford => make: BMW; near: Bedford 30
used vans bedford => vehicle_type: van; condition: Used; near: Bedford 30
selling my old polo, want a diesel suv under 12k => fuel: Diesel; body_type: SUV; price_max: 12000
part exchange my golf for an octavia estate => make: Skoda; model: Octavia; body_type: Estate
looking to replace my focus with a diesel estate => fuel: Diesel; body_type: Estate
upgrading from a corsa to a focus => make: Ford; model: Focus
i already have a fiesta, looking for a van => vehicle_type: van
currently drive a bmw 3 series and want an suv => body_type: SUV
instead of my golf i want a polo => make: Volkswagen; model: Polo
half a grand runabout => price_max: 500
60,000 km golf => make: Volkswagen; model: Golf; mileage_max: 37284
golf within 50 km of leeds => make: Volkswagen; model: Golf; near: Leeds 31
polo 208 corsa => make: Volkswagen | Peugeot | Vauxhall; model: Polo | 208 | Corsa
bedford => near: Bedford 30
corsa 1.4 pet man => make: Vauxhall; model: Corsa; fuel: Petrol; transmission: Manual; engine_size_min: 1350; engine_size_max: 1449
golf 1.6 man => make: Volkswagen; model: Golf; transmission: Manual; engine_size_min: 1550; engine_size_max: 1649
golf petrol man 5dr => make: Volkswagen; model: Golf; fuel: Petrol; transmission: Manual
astra est dsl auto => make: Vauxhall; model: Astra; body_type: Estate; fuel: Diesel; transmission: Automatic
focus hb blk => make: Ford; model: Focus; body_type: Hatchback; colour: Black
conv ptl autom wht => body_type: Convertible; fuel: Petrol; transmission: Automatic; colour: White
golf with elec windows => make: Volkswagen; model: Golf
elec van => vehicle_type: van; fuel: Electric
passat salon => make: Volkswagen; model: Passat; body_type: Saloon
pet friendly estate => body_type: Estate
man with a van => vehicle_type: van
honda jaz => make: Honda; model: Jazz
renault traffic => make: Renault; model: Trafic
golf under 10k near edinbrough => make: Volkswagen; model: Golf; price_max: 10000; near: Edinburgh 30
bmw three twenty d estate => make: BMW; model: 3 Series; body_type: Estate
will you take my old astra for a mokka => make: Vauxhall; model: Mokka
golf, colour not important => make: Volkswagen; model: Golf
petrol golf, mileage doesnt matter => make: Volkswagen; model: Golf; fuel: Petrol
transit custom double cab => make: Ford; model: Transit Custom; body_type: Crew Van; vehicle_type: van
hilux double cab => make: Toyota; model: Hilux; body_type: Pickup
"""
