"""Cars of the makes from Infiniti to Mitsubishi; `carslink.demo.catalogue` explains the notation."""

# A row is a line, however long.
# ruff: noqa: E501

TABLE = """
[Infiniti; Auto; 0.8]
Q30 | Hatchback | 15-19 | 5.2 | 25500
  = 1.5d D1461 MA; 2.2d AWD D2143 A +14%; 1.6t P1595 A +4%
  + SE; Premium +7%; Sport +13%
Q50 | Saloon | 13-19 | 4.1 | 33500
  = 2.2d D2143 MA; 3.5 Hybrid H3498 A +24%; 2.0t P1991 A 14- +6%
  + SE; Premium +7%; Sport +13%

[Jaguar; Auto; 0.92]
+ Prestige; Portfolio +9% -20; R-Sport +7% -20; R-Dynamic S +5% 18-; R-Dynamic SE +12% 18-; R-Dynamic HSE +20% 18-
XE | Saloon | 15-24 | 43.1 | 33500
  = 2.0d D1999 MA; 2.0 P250 P1997 A 17-; 2.0 D200 D1997 A 20- +4%; 3.0 V6 S P2995 A -18 +30% !
XF | Saloon, Estate Sportbrake | 08-24 | 90 | 38500
  = 2.2d D2179 A 11-15; 3.0d V6 D2993 A -20 +12%; 2.0d D1999 MA 15-21; 2.0 P250 P1997 A 17-; 2.0 D200 D1997 A 20- +2%
  + Luxury -15 -4%; Prestige; Portfolio +9%; R-Sport +7% 15-20; R-Dynamic SE +10% 20-
E-Pace | SUV | 17-24 | 35.9 | 37500
  = 2.0 D150 D1999 MA -20; 2.0 D180 D1999 A -20 +6%; 2.0 D165 D1997 A 20-; 2.0 P250 P1997 A +6%; 1.5 P300e X1498 A 20- +18%
  + -; S +8%; R-Dynamic S +11%; R-Dynamic SE +17%; R-Dynamic HSE +24%
F-Pace | SUV | 16-25 | 68.5 | 46500
  = 2.0d AWD D1999 A -20; 3.0d V6 AWD D2993 A -20 +18%; 2.0 D200 AWD D1997 A 20-; 2.0 P250 AWD P1997 A +2%; 2.0 P400e AWD X1997 A 20- +20%; SVR 5.0 V8 P5000 A 19-24 +72% !
I-Pace | SUV | 18-24 | 28.8 | 67500
  = EV400 90kWh E A
  + S; SE +8%; HSE +14%; Black +6% 21-
F-Type | Coupe, Convertible Convertible | 13-24 | 15.8 | 62000 | 19000
  = 3.0 V6 P2995 MA -20; 2.0 P300 P1997 A 17-; 5.0 V8 P450 P5000 A 20- +18%; 5.0 V8 R P5000 A 14-19 +42%
  + -; R-Dynamic +7% 17-; S +12% -17
XK | Coupe, Convertible Convertible | 06-14 | 20.4 | 68000 | 7500
  = 4.2 V8 P4196 A -09; 5.0 V8 P5000 A 09- +4%; XKR 5.0 V8 P5000 A 09- +18%
  + -; Portfolio +6% 09-
XJ | Saloon | 10-19 | 14 | 65000
  = 3.0d V6 D2993 A; 5.0 V8 Supercharged P5000 A -15 +24%
  + Luxury; Premium Luxury +5%; Portfolio +12%

[Jaecoo; Auto; 0.9]
7 | SUV | 25- | 14.2 | 30500
  = 1.6 T-GDI P1598 A; 1.5 SHS X1499 A +12%
  + Deluxe; Luxury +8%

[Jeep; Auto; 0.87]
+ Longitude; Night Eagle +6% -22; Limited +10%; Trailhawk +18% -22; Altitude +5% 23-; Summit +14% 23-
Renegade | SUV | 15-24 | 28.7 | 26500
  = 1.4 MultiAir P1368 MA -18; 1.6 MultiJet D1598 M -21 +4%; 1.0 T3 P999 M 18-22; 1.3 4xe X1332 A 20- +28%; 1.5 e-Hybrid P1469 A 22- +10%
Avenger | SUV | 23- | 14.9 | 26500
  = 1.2 P1199 M; 54kWh E A +34%; 1.2 e-Hybrid P1199 A 24- +6%
Compass | SUV | 17- | 14.7 | 32500
  = 1.4 MultiAir P1368 MA -20; 1.6 MultiJet D1598 M -21 +4%; 1.3 4xe X1332 A 20- +20%
Grand Cherokee | SUV | 05-23 | 9.8 | 52000
  = 3.0 V6 CRD D2987 A -20; 2.0 4xe X1995 A 22- +32%
  + Limited; Overland +10%; Summit +18% 14-
Wrangler | SUV | 08-24 | 6.8 | 52500 | 11000
  = 2.8 CRD D2777 MA -18; 2.0 GME P1995 A 18-; 2.2 MultiJet D2143 A 18-20
  + Sahara; Rubicon +5%; Overland +4% 12-20

[Kia; DCT; 0.98]
+ 1 -5% -20; 2 -24; 3 +9% -24; GT-Line +12% 16-; GT-Line S +20% 17-; 4 +18% -24
Picanto | Hatchback | 05- | 219 | 14500
  = 1.0 P998 MS; 1.25 P1248 MA -23 +7%
  + 1; 2 +8%; 3 +16%; GT-Line +14% 17-; GT-Line S +22% 17-; X-Line +15% 18-23
Rio | Hatchback | 06-23 | 99.5 | 17000
  = 1.25 P1248 M 11-20; 1.0 T-GDi P998 MA 17-; 1.1 CRDi D1120 M 11-17 +6%; 1.4 P1399 MA -17 +2%
Ceed | Hatchback, Estate Sportswagon | 07-24 | 129 | 23500
  = 1.6 CRDi D1582 MA -20; 1.4 CRDi D1396 M -18 -4%; 1.0 T-GDi P998 M 15-23; 1.4 T-GDi P1353 MA 18-20 +4%; 1.5 T-GDi P1482 MA 21- +5%
ProCeed | Estate | 19-24 | 17.8 | 28500
  = 1.4 T-GDi P1353 A -20; 1.5 T-GDi P1482 A 21-; 1.6 T-GDi GT P1591 A +14% !
  + GT-Line; GT-Line S +14%
XCeed | SUV | 19- | 40.8 | 25500
  = 1.0 T-GDi P998 M -22; 1.4 T-GDi P1353 MA -20 +5%; 1.5 T-GDi P1482 MA 20- +5%; 1.6 PHEV X1580 A 20-24 +28%
  + 2; 3 +9%; GT-Line +12% 22-; GT-Line S +20% 22-; First Edition +20% -20
Niro | SUV | 16- | 90 | 30500
  = 1.6 GDi Hybrid H1580 A; 1.6 GDi PHEV X1580 A 17- +14%
  + 2; 3 +9%; 4 +18%; First Edition +15% -17
e-Niro | SUV | 19-22 | 41 | 35500
  = 64kWh E A; 39kWh E A 20- -8%
  + 2 20-; 3 +4% 20-; 4+ +11% 20-; First Edition +8% -20
Sportage | SUV | 05- | 414 | 30500
  = 1.7 CRDi D1685 MA 11-18; 1.6 GDi P1591 M 11-20 -8%; 1.6 T-GDi P1598 MA 15-; 2.0 CRDi AWD D1995 MA -18 +12%; 1.6 CRDi MHEV D1598 MA 18-24 +4%; 1.6 T-GDi Hybrid H1598 A 22- +14%; 1.6 T-GDi PHEV X1598 A 22- +28%
Stonic | SUV | 17- | 53.7 | 21500
  = 1.0 T-GDi P998 MA; 1.4 P1368 M -20 -4%; 1.6 CRDi D1582 M -19 +6%
Sorento | SUV | 03- | 40.7 | 43500
  = 2.2 CRDi D2199 MA 10-24; 2.5 CRDi D2497 MA -10; 1.6 T-GDi Hybrid H1598 A 20-; 1.6 T-GDi PHEV X1598 A 21- +10%
  + KX-1 -3% 11-17; KX-2 +5% 11-20; KX-3 +12% 11-20; 2 20-; 3 +8% 20-; Edition +18% 20-; XE -6% -11; XS -11
Soul | Hatchback | 09-20 | 24.4 | 19500
  = 1.6 GDi P1591 MA; 1.6 CRDi D1582 MA +7%; EV 27kWh E A 14-19 +50%
  + Connect 14-; Mixx +10% 14-; 1 -14; 2 +6% -14
Venga | MPV | 10-19 | 45.9 | 16500
  = 1.4 P1396 M; 1.6 P1591 MA +6%; 1.4 CRDi D1396 M -17 +6%
  + 1; 2 +7%; 3 +14%
EV6 | SUV | 21- | 19.5 | 47500
  = RWD 77kWh E A -24; AWD 77kWh E A -24 +7%; RWD 84kWh E A 24-; AWD 84kWh E A 24- +7%
  + Air; GT-Line +8%; GT-Line S +16%
EV3 | SUV | 24- | 10.2 | 33500
  = 58kWh E A; 81kWh E A +9%
  + Air; GT-Line +12%; GT-Line S +22%
EV9 | SUV | 23- | 4.2 | 66500
  = RWD 100kWh E A; AWD 100kWh E A +8%
  + Air; GT-Line +9%; GT-Line S +14%

[Lamborghini; Automatic; 1.2]
+ -
Gallardo | Coupe, Convertible Spyder | 04-13 | 1.1 | 148000 | 78000
  = 5.0 V10 P4961 S -08; LP560-4 5.2 V10 P5204 S 08- +8%
Huracan | Coupe, Convertible Spyder | 14-24 | 1.6 | 190000 | 125000
  = LP610-4 5.2 V10 P5204 A -19; EVO 5.2 V10 P5204 A 19- +4%
Urus | SUV | 18- | 2.3 | 185000 | 120000
  = 4.0 V8 P3996 A -24; SE 4.0 V8 PHEV X3996 A 24- +12%

[Land Rover; Auto; 1.03]
+ S; SE +8%; HSE +17%
Defender 90 | SUV | 20- | 32 | 57500 | 36000
  = 3.0 D250 D2996 A; 2.0 P300 P1997 A -24; 3.0 P400 P2996 A +12%
  + S; X-Dynamic SE +9%; X-Dynamic HSE +15%; Hard Top -4%
Defender 110 | SUV | 20- | 74 | 61500 | 37000
  = 3.0 D250 D2996 A; 3.0 D300 D2996 A +6%; 2.0 P400e X1997 A +8%; 5.0 V8 P5000 A 21- +62%
  + S; X-Dynamic SE +8%; X-Dynamic HSE +14%; XS Edition +12% 21-22
Discovery 3 | SUV | 04-09 | 22 | 42500
  = 2.7 TDV6 D2720 MA
  + GS; S +5%; XS +12%; HSE +24%
Discovery 4 | SUV | 09-16 | 48 | 52500
  = 3.0 SDV6 D2993 A
  + GS; XS +10%; SE Tech +8% 13-; HSE +20%; Landmark +24% 15-
Discovery | SUV | 17- | 58 | 62500
  = 3.0 TD6 D2993 A -18; 2.0 SD4 D1999 A -20 -8%; 3.0 SD6 D2993 A 18-20 +3%; 3.0 D250 D2996 A 20-24; 3.0 D300 D2996 A 20- +5%
  + S; SE +6%; HSE +14%; R-Dynamic SE +9% 20-; R-Dynamic HSE +17% 20-
Discovery Sport | SUV | 15- | 132 | 43500
  = 2.0 TD4 D1999 MA -19; 2.2 SD4 D2179 MA -15; 2.0 D180 D1999 A 19-20 +2%; 2.0 D200 D1997 A 20- +4%; 2.0 P200 P1997 A 19-; 1.5 P300e X1498 A 20- +16%
  + SE -19; SE Tech +6% -19; HSE +14%; HSE Black +19% -19; S 19-; R-Dynamic S +5% 19-; R-Dynamic SE +11% 19-; R-Dynamic HSE +20% 19-
Freelander 2 | SUV | 06-15 | 104 | 28500
  = 2.2 TD4 D2179 MA; 2.2 SD4 D2179 A 10- +8%
  + S; GS +6%; XS +12%; HSE +22%; Dynamic +18% 12-; SE +9% 13-; SE Tech +12% 13-
Range Rover | SUV | 02- | 90.7 | 112000
  = 3.0 TDV6 D2993 A 12-18; 4.4 SDV8 D4367 A 10-20 +10%; 3.6 TDV8 D3628 A 06-10 -8%; 5.0 V8 Supercharged P5000 A 09-21 +14%; 3.0 D300 D2996 A 20- +2%; 3.0 D350 D2997 A 21- +6%; 3.0 P440e X2996 A 21-23 +6%
  + Vogue -21; Vogue SE +8% -21; Autobiography +20%; SE 21-; HSE +7% 21-
Range Rover Sport | SUV | 05- | 146 | 79500
  = 2.7 TDV6 D2720 A -09 -10%; 3.0 TDV6 D2993 A 09-13 -4%; 3.0 SDV6 D2993 A 11-20; 3.0 D300 D2996 A 20-; 3.0 D350 D2997 A 20- +7%; 2.0 P400e X1997 A 18-22 +6%; 3.0 P440e X2996 A 22-23 +14%
  + HSE -22; HSE Dynamic +7% 13-22; Autobiography +18%; Autobiography Dynamic +22% 13-22; Dynamic SE 22-; Dynamic HSE +8% 22-; SE -5% 05-18
Range Rover Evoque | SUV, Convertible Convertible | 11- | 226 | 42500
  = 2.2 SD4 D2179 MA -15; 2.0 TD4 D1999 MA 15-18; 2.0 D180 D1999 A 19-20 +4%; 2.0 D200 D1997 A 20- +4%; 2.0 P250 P1997 A 19- +6%; 1.5 P300e X1498 A 20- +18%
  + Pure -10% -18; Pure Tech -5% -18; SE Tech -18; Dynamic +6% -15; HSE Dynamic +14% -18; S 19-; R-Dynamic S +5% 19-; R-Dynamic SE +11% 19-; R-Dynamic HSE +19% 19-24
Range Rover Velar | SUV | 17- | 47.2 | 54500
  = 2.0 D180 D1999 A -20; 2.0 D240 D1999 A -20 +7%; 3.0 D300 D2993 A -20 +16%; 2.0 D200 D1997 A 20-; 3.0 D300 MHEV D2996 A 20- +16%; 2.0 P250 P1997 A -24; 2.0 P400e X1997 A 20- +18%
  + -; S +8%; R-Dynamic S +12%; R-Dynamic SE +18%; R-Dynamic HSE +26%

[Lexus; Auto; 1.05]
+ Luxury; F Sport +7%; Premium +5%; Takumi +20%
CT | Hatchback | 11-20 | 29.9 | 26500
  = 200h 1.8 H1798 V
  + SE-I -3% -14; S; SE +4%; Luxury +8%; F Sport +14%; Premier +18%
IS | Saloon | 05-20 | 36 | 33500
  = 300h 2.5 H2494 V 13-; 250 2.5 V6 P2499 A -15; 220d D2231 M -12 -4%
  + SE; Luxury +9%; F Sport +10% 10-; Premier +18% 13-; Advance +7% 13-
NX | SUV | 14- | 41 | 43500
  = 300h 2.5 H2494 V -21; 350h 2.5 H2487 V 21-; 450h+ 2.5 X2487 V 21- +22%
  + S -14; SE -5%; Luxury +6%; F Sport +10%; Premier +18%; Takumi +24% 21-
RX | SUV | 05- | 38 | 61500
  = 450h 3.5 V6 H3456 V 09-22; 400h 3.3 V6 H3311 V -09; 350h 2.5 H2487 V 22-; 450h+ 2.5 X2487 V 22- +8%
  + SE; SE-I +4% -16; Luxury +8%; F Sport +13% 12-; Premier +18%; Takumi +24% 18-
UX | SUV | 19- | 22 | 34500
  = 250h 2.0 H1987 V -24; 300h 2.0 H1987 V 24-; 300e 54kWh E A 20- +38%
  + -; Premium Plus +5%; F Sport +8%; Takumi +22%
LBX | SUV | 24- | 10.7 | 31500
  = 1.5 H1490 V
  + Urban; Premium +10%; Premium Plus +14%; Takumi +22%
ES | Saloon | 19-25 | 5.2 | 42500
  = 300h 2.5 H2487 V
  + -; Premium Edition +4% 20-; F Sport +8%; Takumi +24%

[Lotus; Automatic; 1.15]
Elise | Convertible | 96-21 | 3.8 | 41500 | 15500
  = 1.8 S P1796 M 04-; 1.6 P1598 M 10-; 1.8 P1796 M -04
  + -; Touring +5% 02-; Sport +8% 15-
Exige | Coupe | 12-21 | 1.2 | 62500 | 38000
  = 3.5 V6 S P3456 M
  + -; Sport 350 +6% 16-; Sport 410 +22% 18-
Emira | Coupe | 22- | 1.9 | 82500 | 58000
  = 3.5 V6 P3456 MA; 2.0 P1991 A 23- -4%
  + -; First Edition +2% -24
Eletre | SUV | 23- | 0.5 | 92500
  = 112kWh E A
  + -; S +15%; R +30%

[Maserati; Auto; 0.88]
Ghibli | Saloon | 13-23 | 6.2 | 60500
  = 3.0 V6 Diesel D2987 A -20; 3.0 V6 P2979 A; 2.0 Hybrid P1998 A 20- +4%
  + -; GranSport +12% 17-; GranLusso +10% 17-; S +9% -19
Levante | SUV | 16-23 | 3.4 | 69500
  = 3.0 V6 Diesel D2987 A -20; 3.0 V6 P2979 A +6%
  + -; GranSport +12%; GranLusso +10%
GranTurismo | Coupe | 07-19 | 2.3 | 98000 | 21000
  = 4.7 V8 P4691 A; 4.2 V8 P4244 A -10 -10%
  + Sport; MC Stradale +16% 11-

[Mazda; Auto; 1.0]
+ SE-L; SE-L Nav +4% -20; Sport Nav +12% -19; GT Sport +16% 19-; Sport Lux +6% 19-; Homura +13% 22-
Mazda2 | Hatchback | 07-23 | 141 | 18000
  = 1.3 P1349 M -15; 1.5 Skyactiv-G P1496 MA 15-; 1.5 Skyactiv-D D1499 M 15-18 +7%
  + TS2 +4% -14; Tamura -14; SE-L 15-; SE-L Nav +4% 15-20; Sport Nav +11% 15-20; GT Sport +16% 19-
Mazda2 Hybrid | Hatchback | 22- | 8 | 24500
  = 1.5 H1490 V
  + Centre-Line; Homura +6%; Homura Plus +14%
Mazda3 | Hatchback, Saloon Fastback | 09- | 110 | 25500
  = 1.6 P1598 M -13; 2.0 Skyactiv-G P1998 MA 13-; 2.0 e-Skyactiv-X P1998 MA 19- +10%; 2.2 Skyactiv-D D2191 MA 13-19 +8%; 1.5 Skyactiv-D D1499 M 16-18 +3%
Mazda6 | Saloon, Estate Tourer | 08-22 | 54.4 | 29500
  = 2.2 Skyactiv-D D2191 MA 13-21 +4%; 2.0 Skyactiv-G P1998 MA 13-; 2.2 D D2184 M -12
CX-3 | SUV | 15-21 | 24.8 | 22500
  = 2.0 Skyactiv-G P1998 MA; 1.5 Skyactiv-D D1499 MA -18 +5%
CX-30 | SUV | 19- | 36.8 | 27000
  = 2.0 e-Skyactiv-G P1998 MA; 2.0 e-Skyactiv-X P1998 MA +7%; 2.5 e-Skyactiv-G P2488 MA 24- +3%
CX-5 | SUV | 12-25 | 93.9 | 31500
  = 2.2 Skyactiv-D D2191 MA -24 +4%; 2.0 Skyactiv-G P1998 MA; 2.5 Skyactiv-G P2488 A 19- +10%
CX-60 | SUV | 22- | 9 | 47500
  = 2.5 e-Skyactiv PHEV X2488 A; 3.3 e-Skyactiv D D3283 A 23- -3%
  + Exclusive-Line; Homura +7%; Takumi +10%
MX-5 | Convertible | 98- | 86.4 | 28500 | 1500
  = 1.8 P1840 M 98-05; 1.8i P1798 M 05-14; 2.0i P1999 MA 05-15 +8%; 1.5 Skyactiv-G P1496 M 15-; 2.0 Skyactiv-G P1998 MA 15- +10%
  + SE -8% -24; SE-L Nav 15-20; Sport Nav +8% 15-19; Sport Tech +7% 09-; GT Sport Tech +12% 19-; Roadster Coupe +9% 06-15; Prime-Line 23-; Homura +14% 23-
MX-30 | SUV | 21-25 | 6.4 | 30500
  = 35kWh E A
  + SE-L Lux; Sport Lux +5%; GT Sport Tech +11%

[McLaren; Automatic; 1.05]
+ -
540C | Coupe | 15-21 | 0.4 | 128000 | 72000
  = 3.8 V8 P3799 A
570S | Coupe, Convertible Spider | 15-21 | 1.1 | 148000 | 76000
  = 3.8 V8 P3799 A
720S | Coupe, Convertible Spider | 17-23 | 1.2 | 215000 | 118000
  = 4.0 V8 P3994 A

[Mercedes-Benz; Auto; 1.0]
+ SE -18; Sport +4% -21; AMG Line +11% 13-; AMG Line Premium +17% 18-; Night Edition +19% 17-22
A-Class | Hatchback, Saloon | 05- | 390 | 31500
  = A180 P1332 MA 18-; A180d D1461 MA 18-23 +3%; A200 P1332 MA 18- +7%; A180 CDI D1461 MA 12-15; A180 P1595 MA 12-18; A200d D2143 MA 14-18 +6%; A220d D1950 A 18-23 +12%; A250e X1332 A 20- +20%; A150 P1498 M -12; A160 CDI D1991 M -12; A35 4MATIC P1991 A 19- +36% !; A45 4MATIC P1991 A 13- +58% !
B-Class | MPV | 05- | 69.6 | 30500
  = B180 P1332 A 19-; B180d D1461 MA 12-23; B200 P1332 A 19- +5%; B200d D2143 MA 14-18 +6%; B180 CDI D1991 MA -12; B250e X1332 A 20-24 +18%
C-Class | Saloon, Estate Estate, Coupe Coupe, Convertible Cabriolet | 05- | 347 | 41500
  = C220 CDI D2143 MA -14; C220d D2143 MA 14-18; C220d D1950 A 18- +2%; C200 P1991 MA 14-18; C200 P1497 A 18-; C300 P1991 A 18- +12%; C250d D2143 A 14-18 +8%; C350e X1991 A 15-18 +12%; C300e X1999 A 19- +20%; AMG C43 4MATIC P2996 A 16-21 +46% !; AMG C63 S P3982 A 15-21 +88% !
  + SE -18; Sport +4% -21; AMG Line +10% 14-; AMG Line Premium +16% 17-; Night Edition +18% 19-22; Elegance -2% -11
CLA | Coupe, Estate Shooting Brake | 13- | 106 | 36500
  = CLA180 P1332 MA 19-; CLA200 P1332 A 19- +6%; CLA220d D2143 A -19 +10%; CLA180 P1595 MA -19; CLA250e X1332 A 20-24 +22%; CLA220d D1950 A 19-23 +12%
  + Sport -19; AMG Line +7%; AMG Line Premium +13% 18-; AMG Line Edition +11% 20-
CLS | Coupe | 05-23 | 21.1 | 60500
  = CLS350d D2987 A 14-23; CLS220d D2143 A 14-18 -6%; CLS350 CDI D2987 A 09-14; CLS320 CDI D2987 A -09; CLS450 4MATIC P2999 A 18- +8%
  + -; AMG Line +6% 14-; AMG Line Premium Plus +13% 14-
E-Class | Saloon, Estate Estate, Coupe Coupe, Convertible Cabriolet | 05- | 215 | 51500
  = E220 CDI D2143 A 05-14; E220d D1950 A 16-; E250 CDI D2143 A 09-14 +7%; E350d D2987 A 14-18 +14%; E300e X1991 A 19-23 +18%; E200 P1991 A 16-; E300de X1950 A 18-23 +18%; AMG E53 4MATIC P2999 A 18-23 +56% !
  + SE -20; Avantgarde -1% -10; AMG Line +8% 13-; AMG Line Premium +14% 18-; Night Edition +16% 20-23
S-Class | Saloon | 06- | 22.8 | 99500
  = S350d L D2987 A 13-20; S350d L D2925 A 17- +2%; S320 CDI D2987 A -13 -8%; S500 L P2999 A 18- +12%; S580e L X2999 A 21- +16%
  + SE -13 -5%; AMG Line +4% 13-; AMG Line Premium +10% 18-
GLA | SUV | 14- | 111 | 36500
  = GLA180 P1332 A 20-; GLA200 P1332 A 20- +5%; GLA200d D2143 MA -20 +3%; GLA220d 4MATIC D2143 A -20 +13%; GLA180 P1595 MA 15-20; GLA200d D1950 A 20-24 +8%; GLA250e X1332 A 20- +22%
GLB | SUV | 20- | 22 | 41500
  = GLB200 P1332 A; GLB200d D1950 A -24 +5%; GLB220d 4MATIC D1950 A +12%
GLC | SUV, Coupe Coupe | 15- | 96.3 | 49500
  = GLC220d 4MATIC D2143 A -19; GLC220d 4MATIC D1950 A 19-22; GLC220d 4MATIC D1993 A 22- +4%; GLC250d 4MATIC D2143 A -19 +4%; GLC300 4MATIC P1991 A 19- +4%; GLC300e 4MATIC X1991 A 20- +18%; AMG GLC43 4MATIC P2996 A 16-22 +38% !
GLE | SUV, Coupe Coupe | 15- | 38.2 | 72500
  = GLE250d 4MATIC D2143 A -18 -8%; GLE350d 4MATIC D2987 A -19; GLE300d 4MATIC D1950 A 19-23; GLE400d 4MATIC D2925 A 19-23 +8%; GLE350de 4MATIC X1950 A 20- +10%
  + Sport -17; AMG Line +6%; AMG Line Premium +12%
ML | SUV | 05-15 | 27.3 | 49500
  = ML320 CDI D2987 A -09; ML350 BlueTEC D2987 A 11-; ML250 BlueTEC D2143 A 11- -6%; ML300 CDI D2987 A 09-11
  + SE; Sport +6%; AMG Line +12% 12-
SL | Convertible | 02-20 | 16.1 | 79500 | 6500
  = SL350 P3498 A 06-16; SL500 P4663 A 12- +18%; SL400 P2996 A 14-; SL350 P3724 A -06
  + -; AMG Sport +6% 12-; AMG Line +6% 16-
SLK | Convertible | 04-16 | 50.1 | 37500
  = SLK200 P1796 MA; SLK250 CDI D2143 A 12- +8%; SLK350 P3498 A 05- +18%
  + -; AMG Sport +10% 11-
SLC | Convertible | 16-20 | 9 | 36500
  = SLC200 P1991 A; SLC300 P1991 A +14%; SLC250d D2143 A -18 +9%
  + Sport; AMG Line +9%; AMG Line Premium +13% 18-
EQA | SUV | 21- | 32.5 | 48500
  = 250 66kWh E A -23; 250+ 70kWh E A 23- +4%; 300 4MATIC 66kWh E A +9%
  + Sport; AMG Line +6%; AMG Line Premium +12%
EQB | SUV | 22- | 19.3 | 51500
  = 250+ 70kWh E A 23-; 300 4MATIC 66kWh E A; 350 4MATIC 66kWh E A +5%
  + Sport 23-; AMG Line +5%; AMG Line Premium +10%
EQC | SUV | 19-23 | 19.2 | 67500
  = 400 4MATIC 80kWh E A
  + Sport; AMG Line +3%; AMG Line Premium +9%
V-Class | MPV | 15- | 13.2 | 62500
  = V220d D2143 A -19; V220d D1950 A 19-; V250d D2143 A -19 +6%; V300d D1950 A 19- +12%
  + SE -19; Sport +5%; AMG Line +11%

[MG; Auto; 0.92]
+ Excite -23; Exclusive +9% -23; SE 23-; Trophy +11% 23-
MG3 | Hatchback | 13-24 | 47.2 | 13500
  = 1.5 VTi-TECH P1498 M
  + 3Form -9% -18; 3Style +4% -18; Excite 18-; Exclusive +10% 18-
3 Hybrid+ | Hatchback | 24- | 14 | 19500
  = 1.5 H1498 A
  + SE; Trophy +9%
MG4 | Hatchback | 22- | 45.6 | 29500
  = SE 51kWh E A; SE Long Range 64kWh E A +8%; Trophy Long Range 64kWh E A +16%; XPower 64kWh E A 23- +26%
  + -
MG5 | Estate | 20-25 | 15.3 | 31500
  = 52kWh E A -22; Long Range 61kWh E A 21-
  + Excite -21; Exclusive +6% -21; SE 22-; Trophy +7% 22-
HS | SUV | 19- | 106 | 24500
  = 1.5 T-GDI P1490 MA -24; 1.5 T-GDI P1496 MA 24-; 1.5 PHEV X1490 A 20-24 +26%
ZS | SUV | 17- | 78 | 18500
  = 1.5 VTi-TECH P1498 M -24; 1.0 T-GDI P999 A -24 +6%; 1.5 Hybrid+ H1498 A 24- +22%
ZS EV | SUV | 19-24 | 45 | 28500
  = 44kWh E A -21; Long Range 72kWh E A 21- +8%; 51kWh E A 22-
  + Excite -21; Exclusive +7% -21; SE 22-; Trophy +9% 22-
MG6 | Saloon | 11-16 | 3 | 16500
  = 1.8 T P1796 M; 1.9 DTi D1849 M 13- +6%
  + S; SE +6%; TSE +12%
MG TF | Convertible | 02-11 | 8 | 17500
  = 135 1.8 P1796 M; 160 1.8 P1796 M -05 +8%
  + -
MGB | Coupe GT, Convertible Roadster | 83-84 | 1.6 | 14500 | 8500
  = 1.8 P1798 M
  + -

[MINI; Auto; 1.02]
+ Classic 18-; Sport +13% 18-; Exclusive +13% 18-
Hatch | Hatchback | 06- | 480 | 24500
  = One 1.5 P1499 M 18-24 -9%; Cooper 1.5 P1499 MA 14-; Cooper S 2.0 P1998 MA 14- +17%; Cooper D 1.5 D1496 MA 14-18 +5%; One 1.2 P1198 M 14-18 -9%; One 1.4 P1397 M 07-14 -10%; Cooper 1.6 P1598 MA -14; Cooper D 1.6 D1560 MA -14 +4%; John Cooper Works 2.0 P1998 MA 15- +38% !
  + - -18; Chili +9% 13-18; Classic 18-; Sport +13% 18-; Exclusive +13% 18-
Electric | Hatchback | 20-24 | 20 | 31500
  = 33kWh E A
  + Level 1; Level 2 +7%; Level 3 +17%
Convertible | Convertible | 05- | 58 | 28500
  = Cooper 1.5 P1499 MA 16-; Cooper S 2.0 P1998 MA 16- +15%; Cooper 1.6 P1598 MA -15; One 1.6 P1598 M 10-15 -8%
  + - -18; Classic 18-; Sport +12% 18-; Exclusive +12% 18-
Clubman | Estate | 07-24 | 57 | 27500
  = Cooper 1.5 P1499 MA 15-; Cooper D 2.0 D1995 MA 15-19 +7%; Cooper S 2.0 P1998 MA 15- +14%; Cooper 1.6 P1598 M -14; Cooper D 1.6 D1560 M -14 +4%
  + - -18; Classic 18-; Sport +12% 18-; Exclusive +12% 18-
Countryman | SUV | 10- | 153 | 31500
  = Cooper 1.5 P1499 MA 17-24; Cooper D 2.0 D1995 MA 17-19 +6%; Cooper S 2.0 P1998 MA 17-24 +11%; Cooper S E 1.5 PHEV X1499 A 17-24 +20%; Cooper 1.6 P1598 M -16 -6%; Cooper D 1.6 D1598 MA -16; C 1.5 P1499 A 24-; S 2.0 P1998 A 24- +12%
  + - -18; Classic 18-; Sport +12% 18-; Exclusive +12% 18-

[Mitsubishi; Auto; 0.95]
+ 2 -3%; 3 +5%; 4 +14%
ASX | SUV | 10-21 | 28.1 | 21500
  = 1.6 P1590 M -19; 1.8 DI-D D1798 M -15 +10%; 2.0 P1998 MV 19- +6%; 1.6 DI-D D1560 M 15-18 +8%
Outlander | SUV | 07-21 | 22 | 29500
  = 2.2 DI-D D2268 MA 12-18; 2.0 P1998 V 18-
Outlander PHEV | SUV | 14-21 | 47 | 38500
  = 2.0 X1998 A -18; 2.4 X2360 A 18- +4%
  + GX3h -15; GX4h +9% -17; Juro +4% 17-19; Dynamic +6% 18-; Exceed +13% 18-; Design +7% 18-
Mirage | Hatchback | 13-21 | 11 | 12500
  = 1.2 P1193 MV; 1.0 P999 M -15 -6%
Shogun | SUV | 06-18 | 26.5 | 38500
  = 3.2 DI-DC D3200 MA
  + Warrior; SG3 +9%; SG4 +14% 10-; Equippe -4% -12; Barbarian +11% 10-
Eclipse Cross | SUV | 18-21 | 11.8 | 25500
  = 1.5 T P1499 MV -20; 2.4 PHEV X2360 A 21- +30%
"""
