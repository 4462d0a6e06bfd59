"""Cars of the makes from Renault to Volvo; `carslink.demo.catalogue` explains the notation."""

# A row is a line, however long.
# ruff: noqa: E501

TABLE = """
[Renault; EDC; 0.88]
+ Expression -5% -17; Play -18; Dynamique Nav +6% -18; Iconic +6% 17-; Techno +10% 22-; S Edition +12% 19-22; Evolution +2% 22-; Esprit Alpine +17% 23-
Twingo | Hatchback | 08-19 | 22.8 | 11500
  = 1.2 P1149 M -14; 1.0 SCe P999 M 14-; 0.9 TCe P898 MA 14- +9%
  + Expression; Dynamique +8%; Play +2% 14-; Iconic +9% 17-
Clio | Hatchback, Estate Sport Tourer | 05- | 339 | 18500
  = 1.2 P1149 M -16; 0.9 TCe P898 M 13-19; 1.5 dCi D1461 MA -22 +7%; 1.0 TCe P999 MV 19-; 1.3 TCe P1333 A 19-22 +9%; 1.6 E-Tech Hybrid H1598 A 20- +18%; Renault Sport 1.6 T P1618 A 13-18 +40% !
Captur | SUV | 13- | 194 | 22000
  = 0.9 TCe P898 M -19; 1.5 dCi D1461 MA -22 +7%; 1.2 TCe P1197 MA -18 +6%; 1.3 TCe P1333 MA 18- +5%; 1.0 TCe P999 M 20-; 1.6 E-Tech PHEV X1598 A 20-23 +32%; 1.6 E-Tech Hybrid H1598 A 21- +14%
Megane | Hatchback, Estate Sport Tourer | 05-22 | 102 | 23000
  = 1.5 dCi D1461 MA; 1.6 VVT P1598 M -14 -3%; 1.2 TCe P1197 MA 12-18; 1.3 TCe P1332 MA 18-; RS 280 1.8 T P1798 MA 18-21 +42% !; 1.6 E-Tech PHEV X1598 A 20- +28%
Megane E-Tech | Hatchback | 22- | 8.5 | 36500
  = EV60 60kWh E A
  + Equilibre -23; Techno +5%; Iconic +12%; Evolution 24-
Scenic | MPV | 05-19 | 38.1 | 23500
  = 1.5 dCi D1461 MA; 1.6 VVT P1598 M -16 -4%; 1.2 TCe P1197 M 13-18; 1.6 dCi D1598 MA 11-18 +8%
Grand Scenic | MPV | 05-19 | 20.1 | 24500
  = 1.5 dCi D1461 MA; 1.6 dCi D1598 MA 11-18 +8%; 1.2 TCe P1197 M 13-18
Kadjar | SUV | 15-22 | 68 | 25500
  = 1.2 TCe P1197 MA -18; 1.5 dCi D1461 MA +5%; 1.6 dCi 4WD D1598 M -18 +14%; 1.3 TCe P1332 MA 18-
Koleos | SUV | 17-20 | 4.4 | 31500
  = 1.6 dCi D1598 M -19; 2.0 dCi 4WD D1995 A +12%
Arkana | SUV | 21- | 19.6 | 27500
  = 1.3 TCe P1332 A; 1.6 E-Tech Hybrid H1598 A +5%
  + Iconic -22; S Edition +5% -22; Evolution 22-; Techno +5% 22-; Esprit Alpine +10% 23-
Austral | SUV | 23- | 14.9 | 34500
  = 1.2 E-Tech Hybrid H1199 A
  + Techno; Techno Esprit Alpine +6%; Iconic Esprit Alpine +12%
Zoe | Hatchback | 13-23 | 27.6 | 28500
  = 22kWh E A -17 -6%; R110 41kWh E A 17-19; R110 52kWh E A 19- +4%; R135 52kWh E A 19- +8%
  + Expression -6% -17; Dynamique Nav -18; i-Dynamique Nav +2% 17-19; Iconic +3% 19-; GT Line +7% 19-22; Techno +5% 22-
5 E-Tech | Hatchback | 25- | 6.2 | 25500
  = 40kWh E A; 52kWh E A +12%
  + Evolution; Techno +7%; Iconic Five +13%

[Rolls-Royce; Auto; 1.05]
+ -
Ghost | Saloon | 10- | 2 | 245000 | 70000
  = 6.6 V12 P6592 A -20; 6.75 V12 P6750 A 20- +4%
Wraith | Coupe | 13-23 | 0.8 | 250000 | 98000
  = 6.6 V12 P6592 A
Cullinan | SUV | 18- | 1.1 | 275000 | 180000
  = 6.75 V12 P6750 A

[Rover; Auto; 0.7]
25 | Hatchback | 99-05 | 4 | 11500
  = 1.4 P1396 M; 1.6 P1588 M +5%; 2.0 TD D1994 M +9%
  + iL; iXL +8%; SEi +5% 02-
75 | Saloon, Estate Tourer | 99-05 | 6 | 20500
  = 1.8 P1796 MA; 2.0 CDT D1951 MA +8%; 2.5 V6 P2497 MA +14%
  + Classic; Club +5%; Connoisseur +15%

[SEAT; DSG; 0.95]
+ S -18; SE +5%; SE Dynamic +9% 16-; SE Technology +9% 15-; FR +13%; FR Sport +18% 18-; XCELLENCE +15% 16-23
Mii | Hatchback | 12-21 | 18.3 | 11500
  = 1.0 P999 M -19; electric 36kWh E A 20- +85%
  + S; SE +6%; FR Line +13% 16-; Design Mii +9% 16-
Ibiza | Hatchback, Estate ST | 05- | 215 | 18500
  = 1.2 TSI P1197 MA 10-17 +5%; 1.4 P1390 M -15; 1.0 TSI P999 MA 15- +4%; 1.6 TDI D1598 M 10-19 +10%; 1.4 TDI D1422 M 14-17 +7%; 1.0 MPI P999 M 15-22; 1.4 TDI PD D1422 M -10 +7%
Leon | Hatchback, Estate Estate | 05- | 199 | 24500
  = 1.6 TDI D1598 MA 10-20 +5%; 2.0 TDI D1968 MA +10%; 1.4 TSI P1395 MA 12-18 +4%; 1.5 TSI EVO P1498 MA 18- +5%; 1.0 TSI P999 MA 16-23; 1.2 TSI P1197 M 10-18; 1.4 eHybrid X1395 A 20-24 +26%; 1.9 TDI D1896 M -10 +4%
Arona | SUV | 17- | 80.5 | 21500
  = 1.0 TSI P999 MA; 1.6 TDI D1598 MA -20 +9%; 1.5 TSI EVO P1498 MA +8%
Ateca | SUV | 16- | 73.9 | 27500
  = 1.0 TSI P999 M; 1.4 EcoTSI P1395 MA -18 +5%; 1.5 TSI EVO P1498 MA 18- +5%; 1.6 TDI D1598 MA -20 +5%; 2.0 TDI D1968 MA +10%
Tarraco | SUV | 19-24 | 13.1 | 32500
  = 1.5 TSI EVO P1498 MA; 2.0 TDI D1968 MA +8%; 2.0 TSI 4Drive P1984 A +14%
Alhambra | MPV | 10-20 | 24.5 | 29500
  = 2.0 TDI D1968 MA; 1.4 TSI P1395 MA -3%
  + S; SE +7%; SE Lux +16%; FR-Line +12% 17-; Xcellence +17% 17-
Altea XL | MPV | 07-15 | 9 | 20500
  = 1.6 TDI D1598 MA 10-; 1.9 TDI D1896 M -10; 2.0 TDI D1968 MA +6%
  + Reference -11; SE +6%; I TECH +8% 12-

[Skoda; DSG; 1.0]
+ S -8%; SE; SE Technology +4% 16-23; SE L +9%; SE Drive +5% 19-23; Monte Carlo +16% 12-; SportLine +18% 16-; Edition +11% 23-
Citigo | Hatchback | 12-20 | 51.5 | 11500
  = 1.0 MPI P999 MS; e iV 36kWh E A 20- +80%
  + S; SE +6%; Elegance +11% -16; SE L +11% 16-; Colour Edition +9% 16-; Monte Carlo +13% 14-
Fabia | Hatchback, Estate Estate | 05- | 250 | 17500
  = 1.2 TSI P1197 MA 10-18 +5%; 1.0 TSI P999 MA 17- +5%; 1.0 MPI P999 M 14-; 1.4 TDI D1422 MA -18 +8%; 1.6 TDI D1598 M 10-14 +8%; 1.2 HTP P1198 M -14; 1.5 TSI P1498 A 21- +16%
Rapid Spaceback | Hatchback | 13-19 | 21.8 | 17500
  = 1.2 TSI P1197 MA -17; 1.0 TSI P999 MA 17-; 1.6 TDI D1598 MA +7%
  + S; SE +6%; SE Tech +9%; SE L +12%; SE Sport +13% 16-
Scala | Hatchback | 19- | 20.6 | 21500
  = 1.0 TSI P999 MA; 1.5 TSI P1498 MA +6%; 1.6 TDI D1598 MA -20 +8%
Octavia | Hatchback, Estate Estate | 05- | 224 | 26500
  = 1.6 TDI D1598 MA 09-20; 2.0 TDI D1968 MA +7%; 1.5 TSI P1498 MA 17-; 1.4 TSI P1395 MA 13-18; 1.0 TSI P999 M 16-23 -4%; 1.9 TDI D1896 M -10; vRS 2.0 TSI P1984 MA 06- +34% !; vRS 2.0 TDI D1968 MA 06-24 +33% !; 1.4 TSI iV X1395 A 20-24 +26%
Superb | Hatchback, Estate Estate | 08- | 76.3 | 32500
  = 2.0 TDI D1968 MA; 1.6 TDI D1598 MA 10-19 -5%; 1.5 TSI P1498 MA 18-; 2.0 TSI P1984 A 15- +12%; 1.4 TSI iV X1395 A 20-23 +16%
  + S -6% -20; SE; SE Technology +3% 16-; SE L +9% 18-; SE L Executive +10% 15-20; Laurin & Klement +24%; SportLine Plus +18% 17-
Yeti | SUV | 09-17 | 73.8 | 21500
  = 1.2 TSI P1197 MA; 2.0 TDI 4x4 D1968 MA +16%; 1.4 TSI 4x4 P1395 M 15- +9%; 1.6 TDI GreenLine D1598 M 11-15 +6%
  + S; SE +8%; SE L +14% 13-; Elegance +15% -14; Monte Carlo +17% 13-
Kamiq | SUV | 19- | 52.1 | 22500
  = 1.0 TSI P999 MA; 1.5 TSI P1498 MA +7%; 1.6 TDI D1598 MA -20 +9%
Karoq | SUV | 17- | 95 | 27500
  = 1.0 TSI P999 MA; 1.5 TSI P1498 MA +5%; 1.6 TDI D1598 MA -20 +6%; 2.0 TDI D1968 MA +11%
Kodiaq | SUV | 16- | 74.4 | 36500
  = 1.5 TSI P1498 MA; 2.0 TDI D1968 MA +6%; 2.0 TDI 4x4 D1968 A +13%; 1.4 TSI 4x4 P1395 A -18 +6%; vRS 2.0 TSI 4x4 P1984 A 21-24 +34% !
Enyaq | SUV, SUV Coupe | 21- | 37.4 | 41500
  = 60 62kWh E A -24; 80 82kWh E A -24 +10%; 85 82kWh E A 24- +10%; vRS 82kWh E A 22- +34% !
  + -; Loft +4% -24; Lodge +5% -24; SportLine +11% 21-; Edition +9% 24-

[Smart; Auto; 0.85]
Fortwo | Coupe, Convertible Cabrio | 07-20 | 50 | 12500
  = 1.0 P999 MS; 0.9 T P898 MA 15-19 +8%; 0.8 CDI D799 S -14 +6%; EQ 17kWh E A 18- +62%
  + Passion; Pulse +5%; Prime +9% 14-; Pure -8%
Forfour | Hatchback | 15-21 | 24 | 13500
  = 1.0 P999 MA -19; 0.9 T P898 MA -19 +6%; EQ 17kWh E A 18- +58%
  + Passion; Prime +8%; Pure -7%; Proxy +12% -17
#1 | SUV | 23- | 3.1 | 35500
  = 62kWh E A
  + Pro+; Premium +8%; Brabus +18%

[SsangYong; Auto; 0.82]
Tivoli | SUV | 15-23 | 7.5 | 16500
  = 1.6 P1597 MA -20; 1.6 D D1597 MA -20 +8%; 1.5 P1497 MA 20-; 1.2 P1199 M 20- -5%
  + SE -18; EX +6%; ELX +14%; Ultimate +20% 18-
Korando | SUV | 11-23 | 7.8 | 22500
  = 2.0 D D1998 M -15; 2.2 D D2157 MA 15-19 +3%; 1.5 P1497 MA 19-; 1.6 D D1597 MA 19-22 +6%
  + SE -18; EX +5%; ELX +13%; Ultimate +18% 18-
Rexton | SUV | 06- | 6.2 | 35500
  = 2.2 D D2157 MA 15-; 2.0 D D1998 MA 12-15; 2.7 TD D2696 MA -12 -8%
  + EX; ELX +8%; Ultimate +16% 17-

[Subaru; Auto; 1.0]
Forester | SUV | 04- | 16.4 | 35500
  = 2.0 XS P1994 MA -13; 2.0 D D1998 MA 08-18 +4%; 2.0i XE P1995 MV 13-19; 2.0i e-Boxer H1995 V 19- +4%
  + -; Premium +8% 13-; XE Premium +9% 19-
Outback | Estate | 04- | 13 | 36500
  = 2.5i P2498 MV; 2.0 D D1998 MV 09-18
  + SE; SE Premium +8% 15-; Limited +7% 21-; Touring +11% 21-; Field +9% 21-
XV | SUV | 12-23 | 7.4 | 29500
  = 2.0i P1995 MV -20; 1.6i P1600 MV 16- -8%; 2.0 D D1998 M -17 +4%; 2.0i e-Boxer H1995 V 20- +5%
  + SE; SE Premium +7%
Impreza | Hatchback | 01-20 | 13 | 24500 | 4500
  = 2.0R P1994 MA -12; 2.0 WRX P1994 M -07 +18%; 2.5 WRX P2457 M 06-10 +22%; 1.6i P1600 V 17- -6%; 2.0i P1995 V 17-
  + -
BRZ | Coupe | 12-20 | 2 | 28500
  = 2.0i P1998 MA
  + SE; SE Lux +6%

[Suzuki; Auto; 0.98]
+ SZ3; SZ4 +7% -20; SZ-T +9%; SZ5 +16%
Alto | Hatchback | 09-15 | 44 | 8500
  = 1.0 P996 MA
  + SZ; SZ2 +4%; SZ3 +8%; SZ4 +14%
Celerio | Hatchback | 15-19 | 27.2 | 9500
  = 1.0 P998 MS
  + SZ2; SZ3 +9%; SZ4 +15%
Swift | Hatchback | 05- | 155 | 16500
  = 1.2 P1242 MA 10-17; 1.5 P1490 MA -10 +4%; 1.2 Dualjet P1242 M 17-20; 1.2 Dualjet MHEV P1197 MV 20- +6%; 1.0 Boosterjet P998 MA 17-19 +7%; Sport 1.6 P1586 M 06-17 +26% !; Sport 1.4 Boosterjet P1373 M 18- +40% !
  + SZ2 -6% -17; SZ3; SZ4 +9% -17; SZ-L +6% 18-23; SZ-T +8% 17-; SZ5 +15% 17-; GL -10
Ignis | Hatchback | 16-24 | 35.8 | 15500
  = 1.2 Dualjet P1242 M -20; 1.2 Dualjet MHEV P1197 MV 20- +4%
Vitara | SUV | 15- | 81.5 | 22500
  = 1.6 P1586 MA -18; 1.6 DDiS D1598 MA -18 +6%; 1.0 Boosterjet P998 MA 18-20; 1.4 Boosterjet P1373 MA 16- +7%; 1.5 Full Hybrid H1462 A 22- +12%
Grand Vitara | SUV | 05-15 | 17.6 | 20500
  = 1.9 DDiS D1870 M; 2.4 P2393 MA 08-; 2.0 P1995 M -08
  + SZ4; SZ5 +10%; SZ-T +6%
S-Cross | SUV | 13- | 59 | 23500
  = 1.6 P1586 MV -16; 1.6 DDiS D1598 MA -18 +8%; 1.0 Boosterjet P998 MA 16-20; 1.4 Boosterjet P1373 MA 17- +5%; 1.5 Full Hybrid H1462 A 22- +10%
  + SZ3 -3% -18; SZ4 -21; SZ-T +8%; SZ5 +15%; Motion 21-; Ultra +12% 21-
Jimny | SUV | 01-23 | 23.7 | 17500 | 2500
  = 1.3 P1328 MA -18; 1.5 P1462 MA 18-21 +12%
  + SZ3 -5% -18; SZ4; SZ5 +9% 18-; JLX -12
Swace | Estate | 21- | 5.2 | 28500
  = 1.8 Hybrid H1798 V
  + SZ-T -22; SZ5 +7% -22; Motion 22-; Ultra +7% 22-

[Tesla; Automatic; 1.0]
+ -
Model 3 | Saloon | 19- | 129 | 43500
  = Standard Range Plus 50kWh E A -21; Rear-Wheel Drive 57kWh E A 21-; Long Range AWD 75kWh E A +18%; Performance AWD 75kWh E A +35%
Model Y | SUV | 22- | 120 | 48500
  = Rear-Wheel Drive 57kWh E A; Long Range AWD 75kWh E A +14%; Performance AWD 75kWh E A -24 +28%
Model S | Hatchback | 14-23 | 10.1 | 76500
  = 75D 75kWh E A 16-19; 85 85kWh E A -16; 100D 100kWh E A 17-19 +18%; Long Range 100kWh E A 19- +8%; P85D 85kWh E A 15-16 +28%
Model X | SUV | 16-23 | 5.9 | 84500
  = 75D 75kWh E A -19; 100D 100kWh E A -19 +16%; Long Range 100kWh E A 19- +10%

[Toyota; Auto; 1.08]
+ Active -8% -19; Icon; Icon Tech +4% 16-; Design +5% 16-; Excel +14%
Aygo | Hatchback | 05-22 | 306 | 12000
  = 1.0 VVT-i P998 MS
  + + -12; x -3% 14-; x-play +4% 14-; x-pression +8% 14-18; x-trend +9% 18-; x-clusiv +12% 15-; Go +5% 09-14; Ice +6% 10-14
Aygo X | SUV | 22- | 24 | 17500
  = 1.0 VVT-i P998 MV
  + Pure; Edge +12%; Exclusive +17%; Undercover +16% 22-24
Yaris | Hatchback | 05- | 581 | 22000
  = 1.3 VVT-i P1329 MV -17 -12%; 1.0 VVT-i P998 M -20 -18%; 1.5 Hybrid H1497 V 12-20; 1.5 VVT-i P1496 MV 17-20 -10%; 1.5 Hybrid H1490 V 20-; 1.4 D-4D D1364 M -17 -6%; GR 1.6 P1618 M 20- +50% !
  + T2 -8% -12; TR -12; T-Spirit +8% -12; Icon 12-; Icon Tech +4% 16-; Design +6% 17-; Excel +12%; Y20 +8% 19-20; GR Sport +13% 19-
Yaris Cross | SUV | 21- | 48 | 25500
  = 1.5 Hybrid H1490 V
  + Icon; Design +5%; Excel +12%; Dynamic +8%; GR Sport +14% 22-
Auris | Hatchback, Estate Touring Sports | 07-19 | 145 | 22500
  = 1.8 Hybrid H1798 V 10-; 1.6 VVT-i P1598 MV -15 -10%; 1.4 D-4D D1364 M -18 -6%; 1.2T P1197 MV 15- -6%; 1.33 VVT-i P1329 M -15 -12%
  + T2 -8% -10; TR -12; Active -6% 12-; Icon 12-; Icon Tech +5% 16-; Design +6% 16-; Excel +13% 12-; T-Spirit +9% -12
Corolla | Hatchback, Estate Touring Sports, Saloon | 19- | 150 | 30500
  = 1.8 Hybrid H1798 V; 2.0 Hybrid H1987 V +8%; 1.2T P1197 MV -20 -12%
  + Icon; Icon Tech +4% -22; Design +6%; Excel +12%; GR Sport +11% 20-
Prius | Hatchback | 04- | 90 | 29500
  = 1.5 VVT-i Hybrid H1497 V -09; 1.8 VVT-i Hybrid H1798 V 09-22; 1.8 PHEV X1798 V 17-21 +18%; 2.0 PHEV X1987 V 24- +26%
  + T3 -15; T4 +5% -15; T Spirit +11% -15; Active 16-22; Business Edition +5% 16-22; Excel +13% 16-; Design +3% 24-
C-HR | SUV | 16- | 139 | 31500
  = 1.8 Hybrid H1798 V; 1.2T P1197 MV -20 -8%; 2.0 Hybrid H1987 V 19- +8%; 2.0 PHEV X1987 V 24- +22%
  + Icon; Design +6%; Dynamic +8% -23; Excel +11%; GR Sport +15% 20-
RAV4 | SUV | 00- | 147 | 38500
  = 2.5 Hybrid H2494 V 16-18; 2.5 Hybrid H2487 V 19-; 2.0 D-4D D1998 M 13-18 -10%; 2.2 D-4D D2231 MA 06-15 -8%; 2.0 VVT-i P1987 MA 06-18 -12%; 2.0 VVT-i P1998 MA -05 -15%; 2.5 PHEV X2487 V 21- +24%
  + XT-R -5% 06-13; XT3 -8% 00-06; XT4 -3% 00-09; Icon 13-; Design +4% 19-; Excel +10%; Dynamic +10% 19-; Business Edition Plus +1% 14-18
Land Cruiser | SUV | 03-24 | 22.6 | 52500 | 7500
  = 2.8 D-4D D2755 MA 15-; 3.0 D-4D D2982 MA -15 -5%
  + LC3 -6% -12; LC4 +10% -14; LC5 +18% -14; Active -6% 14-; Icon 14-20; Invincible +24% 14-
Avensis | Saloon, Estate Tourer | 03-18 | 57.4 | 23500
  = 2.0 D-4D D1998 M; 1.8 VVT-i P1798 MV -2%; 1.6 D-4D D1598 M 15-; 2.2 D-4D D2231 MA 05-15 +6%
  + T2 -12; TR +3% -12; T4 +7% -12; Icon +2% 12-; Icon Business Edition +4% 12-15; Business Edition +3% 15-; Excel +12% 12-
Verso | MPV | 09-18 | 26.7 | 22500
  = 1.8 V-matic P1798 MV; 1.6 D-4D D1598 M 14- +4%; 2.0 D-4D D1998 M -14 +5%
  + TR -13; T Spirit +9% -13; Active -5% 13-; Icon 13-; Excel +12% 13-; Design +5% 16-
bZ4X | SUV | 22- | 11.8 | 45500
  = 71kWh E A; AWD 71kWh E A +6%
  + Pure; Motion +7%; Vision +13%; Premiere Edition +16% -23
GT86 | Coupe | 12-21 | 8 | 28500 | 9500
  = 2.0 D-4S P1998 MA
  + -; Primo -4% 14-18; Pro +5% 17-; Blue Edition +6% 18-20
Supra | Coupe | 19-25 | 3 | 53500 | 30000
  = 3.0 P2998 A; 2.0 P1998 A 21-24 -14%
  + Pro +4%; -

[Vauxhall; Auto; 0.88]
+ Design -20; SE -20; SRi +6%; SRi Nav +8% 15-20; Elite +13% -21; Elite Nav +15% 15-21; Griffin +4% 18-22; GS +11% 22-; GS Line +9% 21-22; Ultimate +17% 20-
Corsa | Hatchback | 05- | 948 | 18500
  = 1.2 P1229 M -19; 1.4 P1398 MA -19 +3%; 1.0T P999 M 14-19 +6%; 1.2 P1199 M 19-; 1.2 Turbo P1199 MA 19- +8%; 1.3 CDTi D1248 M -18 +7%; 1.5 Turbo D D1499 M 19-22 +10%; VXR 1.6T P1598 M 07-18 +38% !
  + S -5% -18; Club -10; Design +3% 08-19; Excite +3% 12-16; Energy +4% 15-19; SXi +4% -14; SRi +8%; SRi VX-Line +12% 14-19; SE +8%; SE Premium +10% 19-21; Elite Nav +14% 19-21; Griffin +6% 18-22; GS +14% 22-; GS Line +11% 21-22; Ultimate +20% 20-
Corsa-e | Hatchback | 20-23 | 21 | 30500
  = 50kWh E A
  + SE Nav; SRi Nav +4%; Elite Nav +7%; SE Premium +2% 21-; Anniversary Edition +3% 22-
Astra | Hatchback, Estate Sports Tourer | 05- | 585 | 24500
  = 1.6i P1598 M -15; 1.4i P1398 M 10-16 -4%; 1.4T P1399 MA 15-20; 1.6 CDTi D1598 MA 14-19 +5%; 1.7 CDTi D1686 M -14 +4%; 2.0 CDTi D1956 MA 09-16 +8%; 1.2 Turbo P1199 MA 19- +4%; 1.5 Turbo D D1496 MA 19-21 +6%; 1.6 Plug-in Hybrid X1598 A 22- +34%
  + Life -9%; Club -2% -10; Exclusiv 09-15; Design 10-20; Energy +4% 12-18; Tech Line +3% 13-18; SRi +8%; SRi VX-Line +12% 10-20; SRi Nav +10% 15-20; Elite +14% 09-18; Elite Nav +16% 15-20; Business Edition Nav +4% 19-21; GS Line +12% 22-; GS +12% 22-; Ultimate +20% 22-
Adam | Hatchback | 13-19 | 55.7 | 14500
  = 1.2i P1229 M; 1.4i P1398 M +5%; 1.0i Turbo P999 M 14- +12%
  + Jam; Glam +8%; Slam +12%; Energised +4% 16-; Unlimited +9% 16-
Viva | Hatchback | 15-19 | 38 | 10500
  = 1.0 P999 MS
  + SE; SL +11%; Rocks +12% 17-
Insignia | Hatchback, Estate Sports Tourer | 08-22 | 175 | 26500
  = 2.0 CDTi D1956 MA -17; 1.6 Turbo D D1598 MA 15-20; 1.5T P1490 MA 17-20; 1.8i P1796 M -15 -6%; 1.4T P1364 M 11-17 -4%; 2.0 Turbo D D1956 MA 17- +5%; 1.5 Turbo D D1496 MA 20- +2%
Mokka | SUV | 12- | 308 | 24000
  = 1.4T P1364 MA -19; 1.6i P1598 M -17 -5%; 1.7 CDTi D1686 MA -15 +5%; 1.6 CDTi D1598 MA 15-19 +6%; 1.2 Turbo P1199 MA 21-; 1.5 Turbo D D1499 M 21-22 +6%
  + Exclusiv -18; Tech Line +1% 13-18; Design Nav +3% 16-19; SE +6% -18; Elite +11% 16-19; Griffin +4% 18-22; SE Edition +1% 21-22; SRi Nav Premium +12% 21-22; Design 22-; GS +9% 22-; Ultimate +16% 21-
Crossland | SUV | 17-24 | 86.5 | 21500
  = 1.2 P1199 M; 1.2T P1199 MA +6%; 1.6 Turbo D D1560 M -19 +6%; 1.5 Turbo D D1499 MA 18-22 +8%
  + SE; Griffin +3% 18-; Elite +9% -21; Elite Nav +11% -21; SRi Nav +8% 20-22; Design 22-; GS +11% 22-
Grandland | SUV | 17- | 108 | 29500
  = 1.2T P1199 MA; 1.6 Turbo D D1560 MA -18 +4%; 1.5 Turbo D D1499 MA 18-24 +4%; 1.6 Hybrid X1598 A 20-24 +26%
  + SE -21; Sport Nav +6% -20; SRi Nav +7% 19-21; Griffin +3% 19-22; Elite Nav +10% -21; Ultimate +16%; Design 22-; GS +9% 22-
Meriva | MPV | 05-17 | 77.2 | 17500
  = 1.4i P1398 M; 1.4T P1364 MA 10- +5%; 1.6 CDTi D1598 M 13- +8%; 1.7 CDTi D1686 MA +8%
  + Club -2% -16; Design -12; Exclusiv +2% 10-; Tech Line +4% 12-; SE +7%; Life -4% -14
Zafira | MPV | 05-14 | 110 | 20500
  = 1.6i P1598 M; 1.8i P1796 MA +4%; 1.9 CDTi D1910 MA -12 +8%; 1.7 CDTi D1686 M 08-14 +7%
  + Life -09; Exclusiv; Design +6%; SRi +8%; Elite +11%
Zafira Tourer | MPV | 11-18 | 54 | 23500
  = 1.4T P1364 MA; 2.0 CDTi D1956 MA +8%; 1.6 CDTi D1598 M 13- +7%
  + Exclusiv -16; Design; Tech Line +2%; SRi +6%; SE +7%; Elite +12%; Energy +3%
Antara | SUV | 07-15 | 17 | 24500
  = 2.2 CDTi D2231 MA 10-; 2.0 CDTi D1991 MA -10
  + E -10; S -3%; Exclusiv 10-; SE +8%; Diamond +4% 12-; SE Nav +10% 11-
Frontera | SUV | 25- | 3.2 | 24500
  = 1.2T Hybrid P1199 A; Electric 44kWh E A
  + Design; GS +11%

[Volkswagen; DSG; 1.03]
+ S -8% -20; SE; Match +4% -20; SE L +8% -20; SE Nav +3% 15-19; Life +2% 20-; Style +11% 20-; R-Line +14% 13-
up! | Hatchback | 12-23 | 132 | 13000
  = 1.0 P999 MS; 1.0 TSI P999 M 16-20 +8%; e-up! 18kWh E A 14-20 +85%; e-up! 32kWh E A 20-22 +70%; GTI 1.0 TSI P999 M 18- +28% !
  + Take -6% -20; Move -20; High +10% -20; Look +4% 12-19; R-Line +10% 19-; Black Edition +10% 21-; - 20-
Polo | Hatchback | 04- | 685 | 20000
  = 1.2 P1198 M -14 -10%; 1.4 P1390 MA -14 -4%; 1.0 P999 M 14-21 -3%; 1.2 TSI P1197 MA 10-17; 1.0 TSI P999 MA 15-; 1.4 TDI D1422 MA 05-17 +7%; 1.6 TDI D1598 M 09-14 +8%; GTI 2.0 TSI P1984 MA 18- +36% !; GTI 1.8 TSI P1798 MA 15-17 +34% !
  + S -7% -20; E -9% -08; SE +2% -21; Match +4%; Match Edition +6% 13-17; Beats +9% 17-19; SEL +10% 10-19; BlueGT +16% 13-17; R-Line +14% 15-; Life +3% 21-; Style +12% 21-
Golf | Hatchback, Estate Estate | 00- | 965 | 26500
  = 1.6 TDI D1598 MA 09-20 +4%; 2.0 TDI D1968 MA +9%; 1.9 TDI D1896 M 00-09 +4%; 1.4 TSI P1395 MA 09-18 +2%; 1.5 TSI EVO P1498 MA 17- +4%; 1.0 TSI P999 MA 15-24; 1.2 TSI P1197 MA 10-17 -3%; 1.6 FSI P1598 M 00-09; GTI 2.0 TSI P1984 MA 09- +38% !; GTD 2.0 TDI D1968 MA 09- +36% !; R 2.0 TSI 4MOTION P1984 MA 14- +52% !; GTE 1.4 TSI X1395 A 15- +46% !; GTI 2.0 T FSI P1984 MA 05-09 +34% !
  + S -7% -20; E -7% 00-04; SE +1% 00-20; Match +3% 05-20; Match Edition +5% 14-20; GT +9% 09-20; GT Edition +11% 17-20; GT TDI +10% 00-08; SE Nav +4% 15-18; R-Line +14% 12-; Life +2% 20-; Style +10% 20-; Black Edition +18% 22-
Golf SV | MPV | 14-20 | 20 | 24500
  = 1.0 TSI P999 M 17-; 1.4 TSI P1395 MA -18; 1.6 TDI D1598 MA +5%; 1.5 TSI EVO P1498 MA 18- +2%
  + S -5%; SE; Match +3%; GT +9%; SE Nav +3%
e-Golf | Hatchback | 14-20 | 9 | 32500
  = 24kWh E A -16; 35kWh E A 17-
  + -
Passat | Saloon, Estate Estate | 05- | 182 | 30500
  = 2.0 TDI D1968 MA; 1.6 TDI D1598 MA 09-20 -6%; 1.5 TSI EVO P1498 MA 18-; 1.9 TDI D1896 M -09 -4%; 1.4 TSI P1395 MA 09-18 -5%; GTE 1.4 TSI X1395 A 16-23 +22%
  + S -7% -18; SE; Highline +4% 10-15; SE Business +4% 14-22; GT +10% 15-19; R-Line +12% 12-; SEL +9% 20-23; Life 24-
Tiguan | SUV | 08- | 342 | 33500
  = 2.0 TDI D1968 MA; 2.0 TDI 4MOTION D1968 MA +9%; 1.4 TSI P1395 MA -18 -5%; 1.5 TSI EVO P1498 MA 18- -3%; 2.0 TSI 4MOTION P1984 A 16- +12%; 1.4 eHybrid X1395 A 21-24 +22%
  + S -6% -20; Match +3%; SE; SE Nav +3% 16-18; SEL +9% 16-20; R-Line +13% 12-; R-Line Tech +16% 18-20; Life +1% 20-; Elegance +12% 20-
T-Roc | SUV, Convertible Cabriolet | 17- | 159 | 27500
  = 1.0 TSI P999 M; 1.5 TSI EVO P1498 MA +6%; 2.0 TDI D1968 MA +10%; 1.6 TDI D1598 M 18-20 +6%; 2.0 TSI 4MOTION P1984 A -22 +16%; R 2.0 TSI 4MOTION P1984 A 19- +50% !
  + S -5% -19; SE -21; Design +5% -21; SEL +10% -21; R-Line +14%; Life 22-; Style +8% 22-; Black Edition +11% 19-
T-Cross | SUV | 19- | 53.4 | 23500
  = 1.0 TSI P999 MA; 1.5 TSI EVO P1498 A +10%; 1.6 TDI D1598 MA -20 +9%
  + S -6% -23; SE -23; United +4% 20-21; Active +5% 21-23; Match +3% 23-; SEL +10% -23; R-Line +15%; Life +1% 23-; Style +9% 23-
Taigo | SUV | 22- | 27.3 | 24500
  = 1.0 TSI P999 MA; 1.5 TSI EVO P1498 A +9%
  + Life; Match +3% 23-; Style +10%; R-Line +13%
Touran | MPV | 05-23 | 66.2 | 28500
  = 1.6 TDI D1598 MA 10-20; 2.0 TDI D1968 MA +8%; 1.9 TDI D1896 MA -10 -2%; 1.4 TSI P1395 MA 07-18 -3%; 1.5 TSI EVO P1498 MA 18-
  + S -6%; SE; SE Family +4% 16-20; SEL +10%; Match +3% 08-15; R-Line +13% 17-; Sport +9% -15
Sharan | MPV | 10-21 | 29.5 | 31500
  = 2.0 TDI D1968 MA; 1.4 TSI P1395 MA -5%
  + S -7%; SE; SE Nav +3% 15-; SEL +12%; Match +4% 18-
Touareg | SUV | 05- | 42.2 | 57500
  = 3.0 V6 TDI D2967 A; 3.0 V6 TSI P2995 A 18- +4%; 2.5 TDI D2461 MA -10 -12%
  + SE -7% -22; Escape +3% 11-17; R-Line +7% 14-; R-Line Tech +11% 18-; Altitude +4% -18; SEL +1% 18-22; Black Edition +12% 19-; Elegance +3% 22-
Arteon | Hatchback, Estate Shooting Brake | 17-24 | 12.1 | 37500
  = 2.0 TDI D1968 MA; 1.5 TSI EVO P1498 MA -6%; 2.0 TSI 4MOTION P1984 A +16%; 1.4 eHybrid X1395 A 21- +12%
  + Elegance; R-Line +4%; SE Nav -4% 20-21
Scirocco | Coupe | 08-17 | 45.3 | 23500 | 2500
  = 2.0 TDI D1968 MA +6%; 1.4 TSI P1395 M; 2.0 TSI P1984 MA +8%; R 2.0 TSI P1984 MA 09- +36% !
  + -; GT +7%; R-Line +14% 12-; GTS +17% 12-16
Beetle | Hatchback, Convertible Cabriolet | 11-19 | 34 | 20500
  = 1.2 TSI P1197 MA; 1.4 TSI P1395 M +6%; 2.0 TDI D1968 MA +12%; 1.6 TDI D1598 M 12-16 +8%
  + -; Design +5%; Sport +11% -16; R-Line +14% 14-; Dune +15% 16-18
CC | Coupe | 12-17 | 14.3 | 27500
  = 2.0 TDI D1968 MA; 1.4 TSI P1390 M -15 -5%
  + -; GT +8%; R-Line +10% 13-; Black Edition R-Line +13% 15-
ID.3 | Hatchback | 20- | 47.7 | 36500
  = 58kWh E A; 77kWh E A +11%
  + Life; Family +5% -23; Style +6% -23; Business +4% -23; Tech +8% -23; Max +13% -23; Match 23-; Pro +4% 23-
ID.4 | SUV | 21- | 34.4 | 43500
  = 52kWh E A; 77kWh E A +11%; GTX 77kWh E A +24% !
  + Life; Family +7% -23; Style +4%; Max +14% -23; Match 23-
ID.5 | SUV | 22- | 11 | 49500
  = 77kWh E A; GTX 77kWh E A +10% !
  + Style; Max +9% -23; Match 24-; Tech +4% -23
ID.7 | Saloon, Estate Tourer | 24- | 4.6 | 51500
  = 77kWh E A; 86kWh E A +7%; GTX 86kWh E A +20% !
  + Match; Pro Match Plus +3%
ID. Buzz | MPV | 22- | 9 | 59500
  = 77kWh E A -24; 79kWh E A 24-; 86kWh LWB E A 24- +4%
  + Life; Style +8%; 1st Edition +6% 22-23
Caravelle | MPV | 05-24 | 17 | 56500
  = 2.0 TDI D1968 MA 10-; 2.5 TDI D2461 MA -10 -14%
  + SE -5%; Executive +5%

[Volvo; Geartronic; 1.0]
+ SE -17; Momentum +2% 15-22; R-Design +9% -22; Inscription +10% 15-22; Core 22-; Plus +8% 22-; Ultimate +18% 22-
C30 | Coupe | 07-13 | 19.9 | 18500
  = 1.6D DRIVe D1560 M; 2.0 P1999 M; D3 D1984 MA 10- +9%; 2.0D D1998 MA -10 +6%
  + S -4%; ES -1% 09-; SE +5%; R-Design +10%; SE Lux +12%
V40 | Hatchback | 12-20 | 95 | 25500
  = D2 D1560 MA -15; D2 D1969 MA 15-18 +1%; D3 D1969 MA 15- +5%; T2 P1498 MA 15-; D4 D1969 MA 14-18 +11%; T3 P1498 MA 15- +4%
  + ES -4% -15; SE -16; SE Lux +9% -16; Momentum +2% 16-; Inscription +9% 16-; R-Design +8%; R-Design Nav Plus +11% 16-; Cross Country +7% 13-
V50 | Estate | 04-12 | 24.8 | 21500
  = 1.6D DRIVe D1560 M 06-; 2.0D D1998 MA -10 +5%; D3 D1984 MA 10- +8%; 2.0 P1999 M
  + S -4%; SE +4%; ES 08-; R-Design +10% 08-; SE Lux +12%
S60 | Saloon | 05- | 19.2 | 37500
  = D4 D1969 MA 14-18; D5 D2400 MA -15; T5 P1969 A 19-20 +2%; B5P P1969 A 20- +2%; T8 AWD X1969 A 19- +24%; D3 D1984 MA 10-15 -6%
V60 | Estate | 10- | 42.9 | 38500
  = D4 D1969 MA 14-20; D3 D1969 MA 15-20 -4%; D5 D2400 MA -15 +4%; B4P P1969 A 20-; B3P P1969 A 20-23 -4%; D2 D1560 MA -15 -8%; T6 AWD X1969 A 20- +22%
V70 | Estate | 05-16 | 35.9 | 31500
  = D5 D2400 MA; D4 D1969 MA 13- -2%; 2.0D D1998 M 07-10 -8%; D3 D1984 MA 10-14 -6%
  + SE; SE Lux +9%; ES -5% 08-; SE Nav +3% 13-
V90 | Estate | 16-24 | 17.8 | 46500
  = D4 D1969 A -20; D5 PowerPulse AWD D1969 A -20 +9%; B4D D1969 A 20-23; T6 AWD X1969 A 20- +22%; B5P P1969 A 20- +2%
  + Momentum -21; R-Design +7% -22; Inscription +9% -22; Cross Country +12% 17-22; Core 22-; Plus +7% 22-; Ultimate +16% 22-
XC40 | SUV | 18- | 150 | 36500
  = T3 P1477 MA -22; D3 D1969 MA -20 +3%; D4 AWD D1969 A -20 +13%; T4 P1969 A -20 +5%; B3P P1969 A 20-; B4P P1969 A 20- +5%; T5 Recharge X1477 A 19-23 +18%; T4 Recharge X1477 A 20-23 +14%
XC40 Recharge | SUV | 20- | 14 | 49500
  = P8 AWD 78kWh E A -22 +10%; Single Motor 69kWh E A 21-; Twin Motor AWD 82kWh E A 22- +10%
  + Core 22-; Plus +8% 21-; Ultimate +15% 22-; First Edition +12% 20-21; - 20-22
XC60 | SUV | 08- | 148 | 46500
  = D5 AWD D2400 MA -15; D4 D1969 MA 13-17 -5%; D4 AWD D1969 A 17-20; D3 D1984 MA 10-15 -10%; B4D AWD D1969 A 19-23; B5P P1969 A 20- +2%; T8 AWD X1969 A 17- +26%; T6 AWD X1969 A 20- +18%
  + ES -6% -13; SE -17; SE Lux +7% -14; SE Lux Nav +10% 13-17; R-Design +7% -22; R-Design Lux Nav +12% 13-17; Momentum 17-22; Inscription +9% 17-22; Plus +6% 22-; Ultimate +15% 22-; Core 22-
XC90 | SUV | 03- | 92.9 | 64500
  = D5 AWD D2400 MA -14 -18%; D5 PowerPulse AWD D1969 A 15-19; B5D AWD D1969 A 19-23 +2%; T8 AWD X1969 A 15- +18%; B5P AWD P1969 A 19- +2%
  + SE -14; SE Lux +9% -14; Active -4% 05-13; Momentum 15-22; R-Design +6%; Inscription +9% 15-22; Core 22-; Plus +6% 22-; Ultimate +14% 22-
EX30 | SUV | 24- | 16.9 | 35500
  = Single Motor 49kWh E A; Single Motor Extended Range 64kWh E A +9%; Twin Motor Performance 64kWh E A +20%
  + Core -4%; Plus +5%; Ultra +15%
"""
