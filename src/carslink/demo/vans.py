"""Vans and pickups; `carslink.demo.catalogue` explains the notation.

After `~` come the sizes on sale: label, body type, van type, load length, roof height, payload in
kg and load volume in cubic metres (`-`: does not apply).
"""

# A row is a line, however long.
# ruff: noqa: E501

TABLE = """
[Citroen; EAT8; 0.95]
Berlingo | Van | 08- | 190 | 21500
  = 1.6 HDi D1560 M -18; 1.5 BlueHDi D1499 MA 18-; 1.2 PureTech P1199 M 18-23; e-Berlingo 50kWh E A 21- +24%
  + X -18; LX -18; Enterprise +5%; Driver +9% 18-
  ~ 650 M Panel Van, Small Van, Short, Low, 650, 3.3; 1000 M Panel Van, Small Van, Short, Low, 1000, 3.3; 950 XL Panel Van, Small Van, Medium, Low, 950, 3.9; XL Crew Crew Van, Small Van, Medium, Low, 850, 1.8
Dispatch | Van | 07- | 68 | 28500
  = 2.0 BlueHDi D1997 MA 16-; 1.6 HDi D1560 M -18; 1.5 BlueHDi D1499 M 18-; e-Dispatch 75kWh E A 20- +28%
  + X -20; Enterprise +5%; Enterprise Pro +9% 20-; Driver +12%
  ~ 1000 M Panel Van, Medium Van, Medium, Low, 1200, 5.3; 1400 XL Panel Van, Medium Van, Long, Low, 1400, 6.1; XS Panel Van, Medium Van, Short, Low, 1000, 4.6
Relay | Van | 06- | 77.6 | 32500
  = 2.2 BlueHDi D2179 M 19-; 2.2 HDi D2198 M -16; 2.0 BlueHDi D1997 M 16-19
  + -; Enterprise +5%; Driver +9% 19-
  ~ 35 L3H2 Panel Van, Large Van, Long, Medium, 1350, 13; 35 L4H3 Panel Van, Large Van, Extra Long, High, 1250, 17; 30 L1H1 Panel Van, Large Van, Short, Low, 1100, 8; 35 L3 Dropside Dropside, Dropside, Long, -, 1400, -; 35 L3 Tipper Tipper, Tipper, Long, -, 1150, -; 35 L4 Luton Luton, Luton, Extra Long, High, 1000, 20

[Fiat; Auto; 0.92]
Doblo Cargo | Van | 06- | 41.6 | 20500
  = 1.3 MultiJet D1248 M -20; 1.6 MultiJet D1598 M 10-22; 1.5 MultiJet D1499 MA 22-
  + -; SX +4% -22; Tecnico +8%
  ~ L1H1 Panel Van, Small Van, Short, Low, 750, 3.4; L2H1 Panel Van, Small Van, Medium, Low, 1000, 4.2
Ducato | Van | 06- | 83.2 | 33500
  = 2.3 MultiJet D2287 MA -21; 2.2 MultiJet D2184 MA 21-; 2.0 MultiJet D1956 M -16 -4%
  + -; Tecnico +6%
  ~ 35 L2H2 Panel Van, Large Van, Medium, Medium, 1400, 11.5; 35 MH2 Panel Van, Large Van, Medium, Medium, 1350, 10; 35 L4H3 Panel Van, Large Van, Extra Long, High, 1250, 17; 35 L4 Luton Luton, Luton, Extra Long, High, 900, 19; 35 Camper Camper, Camper, Long, Medium, 500, -

[Ford; Auto; 1.02]
Transit | Van | 06- | 501 | 38500
  = 2.2 TDCi D2198 M -16; 2.0 EcoBlue D1995 MA 16-; E-Transit 68kWh E A 22- +38%
  + Leader +0% 17-; Trend +6% 12-; - -16; Limited +12% 12-
  ~ 350 L3H2 Panel Van, Large Van, Long, Medium, 1300, 11; 350 L2H2 Panel Van, Large Van, Medium, Medium, 1350, 10; 350 L4H3 Panel Van, Large Van, Extra Long, High, 1150, 15.1; 290 L2H2 Panel Van, Large Van, Medium, Medium, 900, 10; 350 L3 Double Cab Tipper Tipper, Tipper, Long, -, 900, -; 350 L3 Dropside Dropside, Dropside, Long, -, 1400, -; 350 L4 Luton Luton, Luton, Extra Long, High, 1000, 20; 410 17-Seat Minibus, Minibus, Extra Long, High, 1200, -; 350 L3 Crew Crew Van, Large Van, Long, Medium, 1100, 6.9; 350 L3 Chassis Cab Chassis Cab, Chassis Cab, Long, -, 1550, -
Transit Custom | Van | 12- | 509 | 34500
  = 2.2 TDCi D2198 M -16; 2.0 EcoBlue D1995 MA 16-; 1.0 EcoBoost PHEV X999 A 20-23 +28%
  + - -18; Leader 18-; Trend +7%; Limited +14%; Sport +22% 14-
  ~ 280 L1H1 Panel Van, Medium Van, Short, Low, 850, 6; 300 L2H1 Panel Van, Medium Van, Long, Low, 1050, 6.8; 300 L1H2 Panel Van, Medium Van, Short, High, 1000, 7.2; 320 L2H2 Panel Van, Medium Van, Long, High, 1150, 8.3; 320 L2 DCIV Crew Van, Medium Van, Long, Low, 950, 4.3; 320 L2 Kombi Minibus, Minibus, Long, Low, 950, -
Transit Connect | Van | 04- | 178 | 25500
  = 1.8 TDCi D1753 M -13; 1.6 TDCi D1560 M 13-16; 1.5 TDCi D1499 M 16-18; 1.5 EcoBlue D1499 MA 18-23; 2.0 EcoBlue D1968 MA 23-
  + - -16; Leader 18-; Trend +6%; Limited +13%
  ~ 200 L1 Panel Van, Small Van, Short, Low, 600, 2.9; 240 L1 Panel Van, Small Van, Short, Low, 850, 2.9; 240 L2 Panel Van, Small Van, Medium, Low, 900, 3.6; 230 L2 DCIV Crew Van, Small Van, Medium, Low, 750, 1.9
Transit Courier | Van | 14- | 34.3 | 19500
  = 1.5 TDCi D1499 M; 1.0 EcoBoost P999 MA
  + - -20; Leader 18-; Trend +7%; Limited +15% 18-
  ~ - Panel Van, Small Van, Short, Low, 600, 2.3
Ranger | Pickup | 06- | 174 | 36500
  = 2.2 TDCi D2198 MA 11-19; 3.2 TDCi D3198 MA 11-19 +10%; 2.0 EcoBlue D1996 MA 19-; 2.0 EcoBlue Bi-Turbo D1996 A 19- +8%; 3.0 V6 EcoBlue D2993 A 22- +16%; 2.5 TDCi D2499 M -11 -10%
  + XL -12; XLT; Limited +9%; Wildtrak +17% 09-; Thunder +6% 09-22; Raptor +34% 19-
  ~ Double Cab Pickup, Pickup, Short, -, 1050, -

[Isuzu; Auto; 1.02]
D-Max | Pickup | 12- | 56.3 | 33500
  = 2.5 TD D2499 MA -17; 1.9 TD D1898 MA 17-
  + Utility -15; Eiger -4% -20; DL20 -5% 21-; Yukon +4% -20; DL40 +8% 21-; Utah +10% -20; V-Cross +14% 21-; Blade +14% -20
  ~ Double Cab Pickup, Pickup, Short, -, 1090, -

[Iveco; Hi-Matic; 0.9]
Daily | Van | 06- | 66.4 | 38500
  = 2.3 D2287 MA; 3.0 D2998 MA +6%
  + -; Business +4% 19-
  ~ 35S14 High Roof Panel Van, Large Van, Long, High, 1100, 12; 35C14 Tipper Tipper, Tipper, Medium, -, 1000, -; 35C14 Dropside Dropside, Dropside, Long, -, 1200, -; 35S14 Luton Luton, Luton, Extra Long, High, 900, 20; 35S14 Chassis Cab Chassis Cab, Chassis Cab, Long, -, 1500, -

[Maxus; Auto; 0.8]
Deliver 9 | Van | 20- | 18 | 31500
  = 2.0 D20 D1996 M; eDeliver 9 72kWh E A 21- +45%
  + -; Lux +6%
  ~ LH L3H3 Panel Van, Large Van, Long, High, 1200, 11; MH L3H2 Panel Van, Large Van, Long, Medium, 1250, 9.7

[Mercedes-Benz; 7G-Tronic; 1.04]
Sprinter | Van | 06- | 261 | 42500
  = 2.1 CDI D2143 MA -21; 2.0 CDI D1950 MA 21-; 3.0 V6 CDI D2987 A 10-22 +12%
  + - -18; Pure 18-; Progressive +6% 18-; Premium +12% 19-; Select +14% 21-
  ~ 314 L2H2 Panel Van, Large Van, Long, High, 1050, 11; 316 L3H2 Panel Van, Large Van, Extra Long, High, 1050, 14; 313 MWB Panel Van, Large Van, Medium, Medium, 1200, 9; 314 Luton Luton, Luton, Extra Long, High, 900, 20; 314 Dropside Dropside, Dropside, Long, -, 1300, -; 516 17-Seat Minibus, Minibus, Extra Long, High, 1400, -; 314 Tipper Tipper, Tipper, Medium, -, 1050, -; 316 Camper Camper, Camper, Long, High, 500, -
Vito | Van | 04- | 102 | 34500
  = 2.1 CDI D2143 MA -20; 1.7 CDI D1749 M 20- -4%; 2.0 CDI D1950 A 20-; eVito 66kWh E A 20- +20%
  + - -15; Pure 15-; Progressive +6% 19-; Premium +12% 19-; Sport +18% 12-
  ~ 114 L2 Panel Van, Medium Van, Long, Low, 950, 6.6; 111 L1 Panel Van, Medium Van, Short, Low, 850, 5.6; 116 L3 Panel Van, Medium Van, Extra Long, Low, 950, 7.4; 114 L2 Crew Crew Van, Medium Van, Long, Low, 900, 3.6
Citan | Van | 13- | 21.9 | 22500
  = 1.5 CDI D1461 MA
  + - -21; Pure 18-; Progressive +6% 21-; Premium +12% 21-
  ~ 109 L2 Panel Van, Small Van, Medium, Low, 700, 3.1; 110 L1 Panel Van, Small Van, Short, Low, 600, 2.9

[Mitsubishi; Auto; 1.0]
L200 | Pickup | 06-21 | 80.3 | 29500
  = 2.5 DI-D D2477 MA -15; 2.4 DI-D D2442 MA 15-19; 2.2 DI-D D2268 MA 19-
  + 4Life -10; Titan +2% 12-19; Warrior +8%; Barbarian +15%; Challenger +6% 16-
  ~ Double Cab Pickup, Pickup, Short, -, 1050, -

[Nissan; Auto; 0.92]
NV200 | Van | 09-19 | 29.6 | 18500
  = 1.5 dCi D1461 M; e-NV200 40kWh E A 18- +50%
  + S -4% -14; SE -14; Acenta; Tekna +8%; N-Tec +6% -14
  ~ - Panel Van, Small Van, Short, Low, 730, 4.2
Navara | Pickup | 05-22 | 63.6 | 30500
  = 2.3 dCi D2298 MA 16-; 2.5 dCi D2488 MA -15
  + Acenta -8%; Acenta+ -4% 16-; N-Connecta +3% 16-; Tekna +8%; N-Guard +12% 18-; Aventura +8% -12
  ~ Double Cab Pickup, Pickup, Short, -, 1050, -
Primastar | Van | 06- | 17.1 | 29500
  = 2.0 dCi D1997 MA 22-; 2.0 dCi D1995 M -14
  + Acenta 22-; Tekna +9% 22-; SE -14
  ~ L1H1 Panel Van, Medium Van, Short, Low, 1100, 5.8; L2H1 Panel Van, Medium Van, Long, Low, 1100, 6.7

[Peugeot; EAT8; 0.94]
Partner | Van | 08- | 174 | 21500
  = 1.6 HDi D1560 M -16; 1.6 BlueHDi D1560 M 16-18; 1.5 BlueHDi D1499 MA 18-; e-Partner 50kWh E A 21- +24%
  + S; SE +5% -18; Professional +6%; Grip +8% 18-22; Asphalt +10% 18-
  ~ 1000 Standard Panel Van, Small Van, Short, Low, 1000, 3.3; 650 Standard Panel Van, Small Van, Short, Low, 650, 3.3; 950 Long Panel Van, Small Van, Medium, Low, 950, 3.9; Long Crew Crew Van, Small Van, Medium, Low, 850, 1.8
Expert | Van | 07- | 78.3 | 28500
  = 1.6 HDi D1560 M -18; 2.0 BlueHDi D1997 MA 16-; 1.5 BlueHDi D1499 M 18-; e-Expert 75kWh E A 20- +28%
  + S; Professional +6%; Professional Plus +8% 16-20; Asphalt +11% 18-
  ~ 1000 Standard Panel Van, Medium Van, Medium, Low, 1200, 5.3; 1400 Long Panel Van, Medium Van, Long, Low, 1400, 6.1
Boxer | Van | 06- | 120 | 32500
  = 2.2 BlueHDi D2179 M 19-; 2.2 HDi D2198 M -16; 2.0 BlueHDi D1997 M 16-19
  + - -19; S 19-; Professional +5%
  ~ 335 L3H2 Panel Van, Large Van, Long, Medium, 1350, 13; 335 L4H2 Panel Van, Large Van, Extra Long, Medium, 1300, 15; 330 L1H1 Panel Van, Large Van, Short, Low, 1100, 8; 335 L3 Dropside Dropside, Dropside, Long, -, 1400, -; 335 L4 Luton Luton, Luton, Extra Long, High, 1000, 20

[Renault; EDC; 0.92]
Kangoo | Van | 05- | 64.1 | 20500
  = 1.5 dCi D1461 M -21; 1.5 Blue dCi D1461 MA 19-; E-Tech 45kWh E A 22- +34%; Z.E. 33kWh E A 17-21 +30%
  + Business; Business+ +6%; Start 22-; Advance +7% 22-
  ~ ML19 Panel Van, Small Van, Short, Low, 620, 3; LL21 Maxi Panel Van, Small Van, Medium, Low, 740, 4
Trafic | Van | 04- | 170 | 29500
  = 2.0 dCi D1995 MA -14; 1.6 dCi D1598 M 14-19; 2.0 Blue dCi D1997 MA 19-
  + Business; Business+ +6%; Sport +13% 12-; Start 22-; Advance +7% 22-
  ~ SL27 Panel Van, Medium Van, Short, Low, 1000, 5.2; LL29 Panel Van, Medium Van, Long, Low, 1100, 6; SL28 High Roof Panel Van, Medium Van, Short, High, 1050, 7.2; LL30 Crew Crew Van, Medium Van, Long, Low, 1000, 4; LL29 Passenger Minibus, Minibus, Long, Low, 950, -
Master | Van | 04- | 77.5 | 33500
  = 2.3 dCi D2298 MA -24; 2.5 dCi D2464 M -10; 2.0 Blue dCi D1996 MA 24-
  + Business; Business+ +5%; Start 22-; Advance +6% 22-
  ~ LM35 L3H2 Panel Van, Large Van, Long, Medium, 1400, 13; MM33 L2H2 Panel Van, Large Van, Medium, Medium, 1300, 10.8; LL35 Luton Luton, Luton, Extra Long, High, 1000, 20; ML35 Tipper Tipper, Tipper, Medium, -, 1050, -

[Toyota; Auto; 1.1]
Hilux | Pickup | 04- | 99.7 | 36500
  = 2.5 D-4D D2494 M -16 -8%; 3.0 D-4D D2982 MA -16; 2.4 D-4D D2393 MA 16-; 2.8 D-4D D2755 MA 20- +6%
  + HL2 -10% -16; Active -10% 16-; Icon 16-; Invincible +9%; Invincible X +16% 18-
  ~ Double Cab Pickup, Pickup, Short, -, 1050, -
Proace | Van | 13- | 40.2 | 28500
  = 1.6 D-4D D1560 M -19; 2.0 D D1997 MA 16-; 1.5 D D1499 M 19-; Electric 75kWh E A 21- +30%
  + - -16; Active 16-; Icon +6% 16-; Design +11% 18-
  ~ Medium Panel Van, Medium Van, Medium, Low, 1200, 5.3; Long Panel Van, Medium Van, Long, Low, 1300, 6.1; Compact Panel Van, Medium Van, Short, Low, 1000, 4.6
Proace City | Van | 20- | 15 | 22500
  = 1.5 D D1499 MA; Electric 50kWh E A 21- +28%
  + Active; Icon +6%; Design +12%
  ~ L1 Panel Van, Small Van, Short, Low, 850, 3.3; L2 Panel Van, Small Van, Medium, Low, 900, 3.9

[Vauxhall; Auto; 0.92]
Combo | Van | 04- | 128 | 21500
  = 1.3 CDTi D1248 M -18; 1.6 Turbo D D1560 M 18-19; 1.5 Turbo D D1499 MA 19-; Electric 50kWh E A 21- +24%
  + - -18; Edition 18-22; Sportive +6% 09-22; Dynamic +6% 19-22; Prime 22-; Pro +6% 22-
  ~ 2000 L1H1 Panel Van, Small Van, Short, Low, 650, 3.3; 2300 L1H1 Panel Van, Small Van, Short, Low, 1000, 3.3; 2300 L2H1 Panel Van, Small Van, Medium, Low, 950, 3.9
Vivaro | Van | 04- | 279 | 28500
  = 2.0 CDTi D1995 M -14; 1.6 CDTi D1598 M 14-19; 1.5 Turbo D D1499 M 19-; 2.0 Turbo D D1997 MA 19-; Electric 75kWh E A 20- +28%
  + - -19; Edition 19-22; Sportive +7%; Dynamic +8% 19-22; Prime 22-; Pro +7% 22-
  ~ 2700 L1H1 Panel Van, Medium Van, Short, Low, 1000, 5.2; 2900 L2H1 Panel Van, Medium Van, Long, Low, 1150, 6; 3100 L2H1 Panel Van, Medium Van, Long, Low, 1350, 6.1; 2900 L2 Doublecab Crew Van, Medium Van, Long, Low, 1050, 4
Movano | Van | 04- | 66.5 | 32500
  = 2.3 CDTi D2298 M 10-21; 2.5 CDTi D2464 M -10; 2.2 Turbo D D2179 M 21-
  + - -21; Edition 19-22; Prime 21-; Dynamic +5% 21-
  ~ 3500 L3H2 Panel Van, Large Van, Long, Medium, 1400, 13; 3500 L2H2 Panel Van, Large Van, Medium, Medium, 1400, 11; 3500 L4H3 Panel Van, Large Van, Extra Long, High, 1250, 17; 3500 L3 Tipper Tipper, Tipper, Long, -, 1050, -

[Volkswagen; DSG; 1.12]
Caddy | Van | 04- | 162 | 25500
  = 1.6 TDI D1598 MA 10-15; 2.0 TDI D1968 MA 15-; 1.9 TDI D1896 M -10; 1.0 TSI P999 M 16-20 -6%
  + - -10; Startline -20; Trendline +5% 12-20; Highline +12% 14-20; Commerce 21-; Commerce Plus +8% 21-
  ~ C20 Panel Van, Small Van, Short, Low, 720, 3.2; C20 Maxi Panel Van, Small Van, Medium, Low, 700, 4.2; C20 Maxi Kombi Crew Van, Small Van, Medium, Low, 650, 2
Transporter | Van | 04- | 354 | 38500
  = 2.0 TDI D1968 MA 10-; 1.9 TDI D1896 M -10; 2.5 TDI D2461 MA -10 +5%
  + Startline -6% 10-; Trendline +3% 12-; Highline +13%; - -12; Sportline +28% 12-24
  ~ T28 SWB Panel Van, Medium Van, Short, Low, 900, 5.8; T30 SWB Panel Van, Medium Van, Short, Low, 1050, 5.8; T32 LWB Panel Van, Medium Van, Long, Low, 1150, 6.7; T32 LWB Kombi Crew Van, Medium Van, Long, Low, 1000, 4.4; T28 SWB Camper Camper, Camper, Short, Low, 500, -; T32 LWB Shuttle Minibus, Minibus, Long, Low, 950, -
Crafter | Van | 06- | 92.1 | 41500
  = 2.0 TDI D1968 MA 11-; 2.5 TDI D2461 M -11
  + - -17; Startline 12-; Trendline +5% 17-; Highline +12% 17-
  ~ CR35 MWB Panel Van, Large Van, Medium, High, 1250, 9.9; CR35 LWB Panel Van, Large Van, Long, High, 1200, 14.4; CR35 MWB Tipper Tipper, Tipper, Medium, -, 1000, -; CR35 LWB Dropside Dropside, Dropside, Long, -, 1300, -
Amarok | Pickup | 11- | 29.6 | 42500
  = 2.0 BiTDI D1968 MA -16; 3.0 V6 TDI D2967 MA 16-20 +10%; 3.0 V6 TDI D2993 A 23- +10%; 2.0 TDI D1996 MA 23-
  + Startline -10% -16; Trendline -3% -20; Highline +8% -20; Life -2% 23-; Style +9% 23-; Aventura +20%; PanAmericana +16% 23-
  ~ Double Cab Pickup, Pickup, Short, -, 1000, -
"""
