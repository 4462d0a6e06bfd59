"""Cars of the makes from Abarth to Hyundai; `carslink.demo.catalogue` explains the notation."""

# A row is a line, however long.
# ruff: noqa: E501

TABLE = """
[Abarth; MTA; 0.98]
595 | Hatchback, Convertible C | 12-24 | 20.5 | 22000
  = 1.4 T-Jet P1368 MS
  + 145; Turismo +10%; Competizione +18%; Scorpioneoro +22% 20-22
500e | Hatchback, Convertible C | 23- | 1 | 34500
  = 42kWh E A
  + Scorpionissima +8%; Turismo +6%

[Alfa Romeo; TCT; 0.88]
+ Super; Sprint +6% 19-; Ti +10%; Veloce +16%
Giulietta | Hatchback | 10-20 | 23.7 | 23500
  = 1.4 TB MultiAir P1368 MA; 1.6 JTDm-2 D1598 MA; 2.0 JTDm-2 D1956 MA +6%
  + Turismo -14; Distinctive +4% -14; Sprint +5% 15-; Veloce +14% 16-
MiTo | Hatchback | 09-18 | 16.1 | 17000
  = 0.9 TwinAir P875 M 12-; 1.4 TB MultiAir P1368 MA; 1.3 JTDm-2 D1248 M
  + Progression -14; Distinctive +5%; Sprint +4% 12-; Veloce +14% 16-
Giulia | Saloon | 17- | 6.2 | 40000
  = 2.0 TB P1995 A; 2.2 Turbo Diesel D2143 A -23; 2.9 V6 BiTurbo Quadrifoglio P2891 A +90% !
Stelvio | SUV | 17- | 8.4 | 44500
  = 2.0 TB 280 P1995 A; 2.2 Turbo Diesel 210 D2143 A; 2.9 V6 BiTurbo Quadrifoglio P2891 A +75% !
Tonale | SUV | 22- | 3.1 | 36500
  = 1.5 MHEV P1469 A; 1.3 PHEV Q4 X1332 A +22%

[Alpine; DCT; 1.1]
A110 | Coupe | 18- | 1.2 | 53000 | 38000
  = 1.8 Turbo P1798 A
  + Pure; Legende +8% -23; GT +16% 22-; S +22%

[Aston Martin; Touchtronic; 1.0]
V8 Vantage | Coupe, Convertible Roadster | 06-18 | 3.6 | 92000 | 31000
  = 4.3 P4280 M -08; 4.7 P4735 MS 08-
  + -; S +12% 11-
Vantage | Coupe, Convertible Roadster | 18- | 2.1 | 135000 | 55000
  = 4.0 V8 P3982 A
  + -; F1 Edition +14% 21-24
DB9 | Coupe, Convertible Volante | 04-16 | 2.6 | 125000 | 29000
  = 5.9 V12 P5935 A
  + -; GT +9% 15-
DB11 | Coupe, Convertible Volante | 16-23 | 1.4 | 165000 | 62000
  = 4.0 V8 P3982 A; 5.2 V12 P5204 A +12%
DBX | SUV | 20- | 1.5 | 168000 | 80000
  = 4.0 V8 P3982 A; 707 4.0 V8 P3982 A 22- +16%

[Audi; S tronic; 1.05]
+ SE -17; Technik +2% 18-; Sport +6%; S line +12%; Black Edition +18%; Vorsprung +34% 19-
A1 | Hatchback, Hatchback Sportback | 10- | 266 | 22500
  = 1.2 TFSI P1197 M -14; 1.4 TFSI P1395 MA -18; 1.6 TDI D1598 MA -18; 25 TFSI P999 M 18-; 30 TFSI P999 MA 18- +5%; 35 TFSI P1498 A 18- +14%
A3 | Hatchback Sportback, Saloon | 04- | 452 | 28500
  = 1.6 TDI D1598 MA 09-20; 2.0 TDI D1968 MA 04-20 +8%; 1.4 TFSI P1395 MA 08-17; 1.5 TFSI P1498 MA 17-20; 30 TFSI P999 M 19-; 35 TFSI P1498 MA 19- +6%; 35 TDI D1968 A 20- +10%; 40 TFSI e X1395 A 20- +22%; 1.4 TFSI e-tron X1395 A 14-18 +24%
A4 | Saloon, Estate Avant | 05-24 | 250 | 36000
  = 2.0 TDI D1968 MA -18; 2.0 TFSI P1984 MA -18 +4%; 3.0 TDI quattro D2967 A -18 +20%; 35 TFSI P1984 A 18-; 35 TDI D1968 A 18- +3%; 40 TDI quattro D1968 A 18- +12%; 40 TFSI P1984 A 19- +8%
A5 | Coupe, Hatchback Sportback | 07-24 | 129 | 40500
  = 2.0 TDI D1968 MA -18; 1.8 TFSI P1798 MA -16; 2.0 TFSI P1984 MA -18 +4%; 3.0 TDI quattro D2967 A -18 +18%; 35 TFSI P1984 A 19-; 40 TDI quattro D1968 A 19- +10%; 40 TFSI P1984 A 19- +5%
A6 | Saloon, Estate Avant | 05-24 | 130 | 46000
  = 2.0 TDI ultra D1968 MA -18; 3.0 TDI quattro D2967 A -18 +18%; 40 TDI D1968 A 18-; 45 TFSI quattro P1984 A 19- +12%; 50 TFSI e quattro X1984 A 20- +24%
A7 | Hatchback Sportback | 10-24 | 16.8 | 59000
  = 3.0 TDI quattro D2967 A -18; 40 TDI quattro D1968 A 19-; 45 TFSI quattro P1984 A 19- +4%
Q2 | SUV | 16- | 109 | 27000
  = 1.4 TFSI P1395 MA -18; 1.6 TDI D1598 MA -20; 30 TFSI P999 M 18-; 35 TFSI P1498 MA 18- +6%; 30 TDI D1598 A 18-21 +6%
Q3 | SUV | 11- | 172 | 34500
  = 1.4 TFSI P1395 MA -18; 2.0 TDI D1968 MA -18 +4%; 2.0 TDI quattro D1968 MA -18 +12%; 35 TFSI P1498 MA 18-; 35 TDI D1968 A 18- +6%; 40 TDI quattro D1968 A 19- +14%; 45 TFSI e X1395 A 21- +18%
Q4 e-tron | SUV, SUV Sportback | 21- | 54.5 | 52000
  = 35 52kWh E A -24; 40 82kWh E A +8%; 50 quattro 82kWh E A -24 +18%; 45 82kWh E A 24- +10%
Q5 | SUV, SUV Sportback | 09- | 133 | 46500
  = 2.0 TDI quattro D1968 MA -18; 3.0 TDI quattro D2967 A -16 +14%; 2.0 TFSI quattro P1984 A -18 +2%; 40 TDI quattro D1968 A 19-; 45 TFSI quattro P1984 A 19- +4%; 50 TFSI e quattro X1984 A 20- +16%
Q7 | SUV | 06- | 53.6 | 66500
  = 3.0 TDI quattro D2967 A -19; 45 TDI quattro D2967 A 19-; 50 TDI quattro D2967 A 19- +6%; 55 TFSI quattro P2995 A 20- +8%
Q8 | SUV | 18- | 15.8 | 76000
  = 50 TDI quattro D2967 A; 55 TFSI quattro P2995 A +2%; 55 TFSI e quattro X2995 A 20-23 +6%
e-tron | SUV, SUV Sportback | 19-23 | 23 | 66000
  = 50 quattro 71kWh E A; 55 quattro 95kWh E A +14%
TT | Coupe, Convertible Roadster | 06-23 | 63 | 35500
  = 2.0 TFSI P1984 MA -18; 1.8 TFSI P1798 MA 09-18 -6%; 2.0 TDI quattro D1968 MA 08-16; 40 TFSI P1984 A 18-; 45 TFSI P1984 MA 18- +6%
S3 | Hatchback Sportback, Saloon | 07- | 36.4 | 44500
  = 2.0 TFSI quattro P1984 MA
  + -; Black Edition +8%; Vorsprung +18% 20-

[Bentley; Automatic; 1.0]
Continental GT | Coupe, Convertible Convertible | 04- | 14.1 | 175000 | 15000
  = 6.0 W12 P5998 A -24; 4.0 V8 P3993 A 12-24 -6%; 4.0 V8 Hybrid X3996 A 24- +18%
  + -; Mulliner Driving Spec +10%; S +8% 12-
Bentayga | SUV | 16- | 5.4 | 172000 | 52000
  = 4.0 V8 P3996 A 18-; 6.0 W12 P5950 A -21 +10%; 4.0 V8 Diesel D3956 A 17-18; 3.0 V6 Hybrid X2995 A 20-
Flying Spur | Saloon | 06- | 2.6 | 168000 | 16000
  = 6.0 W12 P5998 A; 4.0 V8 P3996 A 14- -4%

[BMW; Auto; 1.0]
+ SE -20; Sport +4%; M Sport +10%; M Sport Pro Edition +17% 21-
1 Series | Hatchback | 05- | 401 | 29500
  = 116i P1598 MA -15; 116d D1496 MA 15-; 118d D1995 MA +4%; 118i P1499 MA 15- +3%; 120d D1995 MA +9% -24; 120 P1499 A 24- +8%; 125i P1997 A 12-18 +14%; M140i P2998 MA 16-19 +28% !; M135i xDrive P1998 A 19- +36% !
2 Series | Coupe, Convertible Convertible | 14- | 40 | 34500
  = 218i P1499 MA -21; 218d D1995 MA -21 +3%; 220i P1998 A +6%; 220d D1995 A +8%; M240i P2998 A +34% !
2 Series Gran Coupe | Saloon | 20- | 32 | 32500
  = 218i P1499 MA -24; 220d D1995 A -24 +10%; 220 P1499 A 24- +6%; M235i xDrive P1998 A +28% !
2 Series Active Tourer | MPV | 14- | 62 | 30500
  = 218i P1499 MA; 216d D1496 MA -21; 218d D1995 MA +5%; 225xe X1499 A 16-21 +16%; 230e xDrive X1499 A 22- +28%
3 Series | Saloon, Estate Touring | 05- | 481 | 39000
  = 316d D1995 MA 10-19; 318d D1995 MA +3%; 320d D1995 MA +6%; 320i P1998 MA +2%; 330d D2993 A +18%; 330i P1998 A +12%; 330e X1998 A 16- +16%; 335d xDrive D2993 A 13-19 +26%; M340i xDrive P2998 A 19- +38% !
4 Series | Coupe, Convertible Convertible | 13- | 70 | 43500
  = 420i P1998 MA; 420d D1995 MA +3%; 430i P1998 A +9%; 430d D2993 A -24 +14%; 435d xDrive D2993 A -20 +22%; M440i xDrive P2998 A 20- +30% !
4 Series Gran Coupe | Hatchback | 14- | 44 | 44000
  = 420i P1998 A; 420d D1995 MA +3%; 430d D2993 A -21 +14%; 435d xDrive D2993 A -20 +22%
5 Series | Saloon, Estate Touring | 04- | 202 | 49500
  = 520d D1995 MA -23; 530d D2993 A -23 +14%; 520i P1998 A 17-; 530e X1998 A 17- +12%; 525d D1995 A 10-16 +5%; 535d D2993 A 05-16 +20%
7 Series | Saloon | 09- | 18.6 | 87000
  = 730d D2993 A -22; 740d xDrive D2993 A 18- +6%; 740Li P2998 A -22 +8%; 750e xDrive X2998 A 23- +14%
8 Series Gran Coupe | Coupe | 19- | 3.9 | 78000
  = 840i P2998 A; 840d xDrive D2993 A -22 +4%; M850i xDrive P4395 A +38% !
X1 | SUV | 09- | 127 | 37000
  = sDrive18d D1995 MA -24; xDrive20d D1995 A -24 +8%; sDrive18i P1499 MA 16-; xDrive18d D1995 MA -22 +4%; sDrive20i P1499 A 19- +4%; xDrive25e X1499 A 20- +18%
X2 | SUV | 18- | 25.4 | 37500
  = sDrive18i P1499 MA -23; sDrive20i P1499 A +5%; xDrive20d D1995 A -23 +10%; M35i P1998 A +32% !
X3 | SUV | 04- | 123 | 47500
  = xDrive20d D1995 MA; xDrive30d D2993 A +14% -24; sDrive18d D1995 MA 12-17 -4%; xDrive20i P1998 A 18-; xDrive30e X1998 A 20-24 +12%; M40i P2998 A 18-24 +34% !
X4 | SUV | 14-25 | 20.3 | 50500
  = xDrive20d D1995 A; xDrive30d D2993 A +14%; M40d D2993 A 18- +26% !
X5 | SUV | 04- | 107 | 69500
  = xDrive30d D2993 A 07-; xDrive40d D2993 A 10- +6%; 3.0d D2993 A 04-07; xDrive45e X2998 A 19-23 +8%; M50d D2993 A 12-20 +26% !
X6 | SUV | 08- | 16.7 | 75000
  = xDrive30d D2993 A; xDrive40d D2993 A +6%; M50d D2993 A 12-20 +26% !
i3 | Hatchback | 13-22 | 25.4 | 35500
  = 94Ah 33kWh E A 16-18; 120Ah 42kWh E A 18-; 94Ah Range Extender X647 A 16-18 +8%; 60Ah 22kWh E A -16
  + -; S +9% 18-
i4 | Hatchback Gran Coupe | 21- | 37.2 | 52000
  = eDrive40 84kWh E A; M50 84kWh E A +26% !; eDrive35 70kWh E A 22- -4%
iX | SUV | 21- | 12 | 72000
  = xDrive40 77kWh E A -24; xDrive50 111kWh E A -24 +26%
iX3 | SUV | 21- | 19.5 | 64000
  = 80kWh E A -25
  + Premier Edition -21; Premier Edition Pro +6% -21; M Sport +4% 21-; M Sport Pro +10% 21-
Z4 | Convertible | 03- | 34.7 | 44500
  = sDrive20i P1997 MA 11-; 2.0i P1995 M 05-08; sDrive23i P2497 M 09-11 +6%; M40i P2998 A 19- +26% !
M3 | Saloon, Coupe | 07- | 29.2 | 78000 | 16000
  = 4.0 V8 P3999 MA -13; 3.0 BiTurbo P2979 MA 14-18; Competition 3.0 BiTurbo P2993 A 20- +8%
  + -
M4 | Coupe, Convertible Convertible | 14- | 20.1 | 80000
  = 3.0 BiTurbo P2979 MA -20; Competition 3.0 BiTurbo P2993 A 21- +6%
  + -

[BYD; Automatic; 0.9]
+ Comfort; Design +8%
Dolphin | Hatchback | 23- | 8.8 | 28500
  = 60kWh E A
Atto 3 | SUV | 23- | 6.1 | 37500
  = 60kWh E A
Seal | Saloon | 23- | 8.2 | 45500
  = 83kWh E A
Seal U | SUV | 24- | 24 | 34500
  = 1.5 DM-i X1498 A

[Chevrolet; Auto; 0.8]
Spark | Hatchback | 10-15 | 13 | 9500
  = 1.0 P995 M; 1.2 P1206 M +6%
  + LS; LT +10%
Aveo | Hatchback | 08-15 | 6 | 11500
  = 1.2 P1229 M; 1.3 VCDi D1248 M 11- +8%
  + S -11; LS 11-; LT +9%

[Citroen; EAT8; 0.88]
+ Feel -23; Flair +7% -22; Plus 23-; Max +10% 23-; Shine +9% 19-
C1 | Hatchback | 05-21 | 158 | 11500
  = 1.0 P998 MS; 1.2 PureTech P1199 M 14-18 +6%
  + VTR -14; VTR+ +5% -14; Touch -18% 14-; Feel +6% 14-; Flair +12% 14-; Shine +12% 19-
C3 | Hatchback | 09- | 258 | 17500
  = 1.2 PureTech P1199 MA 13-; 1.4 HDi D1398 M -14; 1.6 VTi P1598 M -13; 1.5 BlueHDi D1499 M 18-22 +8%
C3 Aircross | SUV | 17- | 34 | 21500
  = 1.2 PureTech P1199 MA; 1.5 BlueHDi D1499 M -22 +8%
C4 | Hatchback | 05-18 | 120 | 19500
  = 1.6 HDi D1560 MS -14; 1.2 PureTech P1199 MA 14-; 1.6 BlueHDi D1560 MA 14- +6%
  + VTR+ -16; Exclusive +12%; Feel 15-; Flair +8% 15-
C4 X | Saloon | 22- | 7 | 24500
  = 1.2 PureTech P1199 A -24; e-C4 50kWh E A +18%
C4 Cactus | Hatchback | 14-21 | 38 | 18000
  = 1.2 PureTech P1199 MA; 1.6 BlueHDi D1560 M -18 +7%
C5 Aircross | SUV | 19- | 22 | 27500
  = 1.2 PureTech P1199 MA; 1.5 BlueHDi D1499 MA -24 +6%; 1.6 PHEV X1598 A 20- +26%
Grand C4 Picasso | MPV | 07-18 | 48 | 24500
  = 1.6 HDi D1560 MS -14; 1.6 BlueHDi D1560 MA 14-; 1.2 PureTech P1199 MA 15- -3%
  + VTR+ -16; Exclusive +12%; Feel 15-; Flair +8% 15-
Berlingo Multispace | MPV | 08- | 36 | 21500
  = 1.6 HDi D1560 M -15; 1.6 BlueHDi D1560 MA 15-18; 1.5 BlueHDi D1499 MA 18-24; 1.2 PureTech P1199 M 16-

[CUPRA; DSG; 1.0]
+ V1; V2 +7%; VZ1 +14%; VZ2 +20%
Formentor | SUV | 20- | 49.4 | 33500
  = 1.5 TSI P1498 MA; 2.0 TSI 4Drive P1984 A +16%; 1.4 eHybrid X1395 A -24 +14%
Leon | Hatchback | 21- | 14.7 | 31500
  = 1.5 TSI P1498 MA 22-; 2.0 TSI P1984 A +10%; 1.4 eHybrid X1395 A -24 +12%
Born | Hatchback | 22- | 25.7 | 37500
  = 58kWh E A; 77kWh E A 22- +12%
  + V1; V2 +5%; V3 +9%
Ateca | SUV | 18-24 | 7 | 37500
  = 2.0 TSI 4Drive P1984 A
  + -; VZ2 +8% 20-; VZ3 +12% 20-

[Dacia; Auto; 1.0]
+ Access -21; Essential +4%; Comfort +10% 17-; Expression +8% 22-; Extreme +16% 22-
Sandero | Hatchback | 13- | 104 | 13500
  = 1.2 P1149 M -16; 0.9 TCe P898 M -20; 1.0 TCe P999 MV 20-; 1.0 TCe Bi-Fuel L999 M 21- +4%; 1.5 dCi D1461 M -18 +8%
Sandero Stepway | Hatchback | 13- | 40 | 15500
  = 0.9 TCe P898 M -20; 1.0 TCe P999 MV 20-; 1.0 TCe Bi-Fuel L999 M 21- +4%
  + Ambiance -17; Laureate +8% -17; Essential 18-; Comfort +8% 17-; Expression +6% 22-; Extreme +12% 22-
Duster | SUV | 13- | 105 | 17500
  = 1.6 P1598 M -19; 1.5 dCi D1461 MA -18 +8%; 1.0 TCe P999 M 19-24; 1.3 TCe P1333 MA 18-24 +10%; 1.5 Blue dCi 4x4 D1461 M 18-24 +14%; 1.6 HEV H1598 A 24- +32%
Jogger | MPV | 22- | 22.3 | 18500
  = 1.0 TCe P999 M; 1.6 HEV H1598 A 23- +24%
Logan MCV | Estate | 13-20 | 14.6 | 12500
  = 0.9 TCe P898 M; 1.5 dCi D1461 M +10%

[DS; EAT8; 0.85]
+ Performance Line; Performance Line+ +7%; Rivoli +14% 22-; Prestige +9% -22
DS 3 | Hatchback | 15-19 | 36 | 18500
  = 1.2 PureTech P1199 MA; 1.6 BlueHDi D1560 M +7%
  + Chic; Elegance +7%; Prestige +13%; Performance Line +10%
DS 3 Crossback | SUV | 19-23 | 9.1 | 26500
  = 1.2 PureTech P1199 MA; E-Tense 50kWh E A +32%
DS 4 | Hatchback | 21- | 3.5 | 30500
  = 1.2 PureTech P1199 A; 1.6 E-Tense X1598 A +28%; 1.5 BlueHDi D1499 A +6%
DS 7 Crossback | SUV | 18- | 8.6 | 36500
  = 1.5 BlueHDi D1499 MA; 1.6 PureTech P1598 A +6% -22; 1.6 E-Tense 4x4 X1598 A 19- +26%

[Ferrari; F1; 1.25]
+ -
California | Convertible | 09-17 | 1.7 | 150000 | 62000
  = 4.3 V8 P4297 S -14; T 3.9 V8 P3855 S 14- +6%
458 Italia | Coupe, Convertible Spider | 10-15 | 1.3 | 180000 | 130000
  = 4.5 V8 P4497 S
488 GTB | Coupe, Convertible Spider | 15-19 | 1.2 | 190000 | 140000
  = 3.9 V8 P3902 S
Roma | Coupe | 20-24 | 0.9 | 178000 | 125000
  = 3.9 V8 P3855 S

[Fiat; Auto; 0.88]
500 | Hatchback, Convertible C | 08-24 | 407 | 14500
  = 1.2 P1242 MS -20; 0.9 TwinAir P875 M 11-18 +8%; 1.0 Mild Hybrid P999 M 20-
  + Pop; Lounge +10% -21; S +9% 13-20; Cult +4% 21-22; Dolcevita +12% 21-; Sport +10% 21-22
500e | Hatchback, Convertible C | 20- | 14 | 28500
  = 24kWh E A -5%; 42kWh E A +5%
  + Action -5% -22; Icon +8%; La Prima +16%; Red +3% 22-
500X | SUV | 15-24 | 10.8 | 20500
  = 1.4 MultiAir P1368 MA -18; 1.0 FireFly P999 M 18-; 1.3 FireFly Turbo P1332 A 18-22 +9%; 1.6 MultiJet D1598 M -20 +8%
  + Pop; Pop Star +5% -18; Lounge +9% -18; City Cross +6% 18-; Sport +11% 19-; Cross Plus +12%
500L | MPV | 13-21 | 17.2 | 17500
  = 1.4 P1368 M; 0.9 TwinAir P875 M -18; 1.3 MultiJet D1248 M -18 +7%
  + Pop; Pop Star +5%; Lounge +9%; Trekking +10%
Panda | Hatchback | 04-24 | 82.3 | 12500
  = 1.2 P1242 MS -20; 0.9 TwinAir P875 M 12-19 +10%; 1.0 Mild Hybrid P999 M 20-; 1.3 MultiJet 4x4 D1248 M 05-17 +24%
  + Pop; Easy +6% 12-20; Lounge +10% 12-20; City Life +8% 20-; Cross +20% 15-
Tipo | Hatchback, Estate Station Wagon | 16-23 | 13 | 17500
  = 1.4 P1368 M -20; 1.6 MultiJet D1598 M -20 +12%; 1.0 P999 M 20-
  + Easy; Lounge +9% -20; Life +6% 20-; Cross +12% 21-
Punto | Hatchback | 06-18 | 54 | 12500
  = 1.2 P1242 M; 1.4 P1368 M +4%; 1.3 MultiJet D1248 M -15 +9%
  + Pop; Active -10; Easy +5% 10-; GBT +7% 12-14; Lounge +8% 12-

[Ford; Auto; 0.97]
+ Style -17; Zetec +4% -19; Trend +2% 19-; Titanium +9%; ST-Line +12% 16-; ST-Line X +20% 18-; Vignale +28% 16-
Fiesta | Hatchback | 08-23 | 1338 | 18000
  = 1.25 P1242 M -17; 1.0 EcoBoost P999 MA 12-; 1.5 TDCi D1499 M 12-20 +6%; 1.4 TDCi D1399 M -12; 1.0 EcoBoost Hybrid mHEV P999 MA 20- +6%; ST-2 1.6 EcoBoost P1596 M 13-17 +28% !; ST-3 1.5 EcoBoost P1497 M 18- +42% !
Focus | Hatchback, Estate Estate | 05-25 | 911 | 24000
  = 1.6 P1596 MA -14; 1.0 EcoBoost P999 MA 12-; 1.5 EcoBoost P1498 MA 15-22 +6%; 1.6 TDCi D1560 M -15 +3%; 1.5 TDCi D1499 MA 15-18 +5%; 1.5 EcoBlue D1499 MA 18- +7%; 2.0 TDCi D1997 MA -18 +10%; 1.0 EcoBoost Hybrid mHEV P999 MA 20- +5%; ST-3 2.0 EcoBoost P1999 M 12-18 +36% !; ST 2.3 EcoBoost P2261 MA 19- +46% !
Puma | SUV | 19- | 222 | 25500
  = 1.0 EcoBoost Hybrid mHEV P999 MA; 1.0 EcoBoost P999 MA -21 -3%; ST 1.5 EcoBoost P1497 M 20-23 +28% !; Gen-E 43kWh E A 25- +16%
EcoSport | SUV | 14-22 | 111 | 19500
  = 1.0 EcoBoost P998 MA; 1.5 P1499 M -17; 1.5 TDCi D1498 M -21 +5%
Kuga | SUV | 08-  | 373 | 31500
  = 2.0 TDCi D1997 MA -19; 1.5 EcoBoost P1498 MA 14-; 1.5 TDCi D1499 M 16-19; 1.5 EcoBlue D1499 MA 19-23 +5%; 2.5 PHEV X2488 V 20- +20%; 2.5 FHEV H2488 V 20- +13%
Mondeo | Hatchback, Estate Estate | 07-22 | 164 | 25500
  = 2.0 TDCi D1997 MA -19; 1.6 TDCi D1560 M 11-15 -4%; 1.5 EcoBoost P1498 MA 15-21; 2.0 EcoBlue D1995 MA 19- +5%; 2.0 Hybrid H1999 V 15- +8%
  + Edge -12; Zetec +2% -19; Titanium +9%; Titanium X +15% -17; ST-Line +13% 16-; ST-Line Edition +16% 19-
Ka+ | Hatchback | 16-19 | 36.5 | 11500
  = 1.2 Ti-VCT P1198 M
  + Studio; Zetec +9%; Active +14% 18-
Ka | Hatchback | 09-16 | 124 | 10500
  = 1.2 P1242 M
  + Studio; Edge +7%; Zetec +11%; Titanium +18%
C-Max | MPV | 10-19 | 104 | 22000
  = 1.0 EcoBoost P999 M 12-; 1.6 TDCi D1560 M -15; 1.5 TDCi D1499 MA 15- +6%; 1.6 P1596 M -15
  + Zetec; Titanium +9%; Titanium X +15%
Grand C-Max | MPV | 10-19 | 33.6 | 23500
  = 1.0 EcoBoost P999 M 12-; 1.6 TDCi D1560 M -15; 1.5 TDCi D1499 MA 15- +6%
  + Zetec; Titanium +9%; Titanium X +15%
S-Max | MPV | 06-23 | 66.8 | 31000
  = 2.0 TDCi D1997 MA -18; 2.0 EcoBlue D1995 MA 18-; 1.5 EcoBoost P1498 M 15-19 -4%; 2.5 FHEV H2488 V 21- +12%
Galaxy | MPV | 06-23 | 51.4 | 33000
  = 2.0 TDCi D1997 MA -18; 2.0 EcoBlue D1995 MA 18-; 2.5 FHEV H2488 V 21- +12%
  + Zetec -19; Titanium +8%; Titanium X +14%
Mustang | Coupe, Convertible Convertible | 15- | 12.5 | 47500 | 18000
  = 5.0 V8 GT P5038 MA; 2.3 EcoBoost P2261 MA -20 -16%
  + -
Mustang Mach-E | SUV | 21- | 14.6 | 50500
  = Standard Range 70kWh E A; Extended Range 91kWh E A +10%; GT AWD 91kWh E A +34% !
  + -; Premium +8% 23-
Explorer | SUV | 24- | 13.6 | 45500
  = 77kWh E A
  + Select; Premium +8%

[Genesis; Auto; 0.9]
+ Premium; Luxury +8%; Sport +12%
G70 | Saloon, Estate Shooting Brake | 21-24 | 0.6 | 40500
  = 2.0T P1998 A; 2.2D D2199 A -23 +2%
GV70 | SUV | 21- | 1.3 | 46500
  = 2.5T AWD P2497 A; 2.2D AWD D2151 A -23 -2%; Electrified 77kWh E A 22- +30%
GV60 | SUV | 22- | 1.2 | 54000
  = 77kWh E A

[GWM; Automatic; 0.85]
Ora 03 | Hatchback | 23- | 2.4 | 28000
  = 48kWh E A; 63kWh E A +14%
  + Pure; Pro +10%

[Honda; Auto; 1.02]
+ SE; EX +14%; SR +10% -20; Sport +10% 19-
Jazz | Hatchback | 04- | 353 | 19500
  = 1.4 i-VTEC P1339 MV -15; 1.2 i-VTEC P1198 M 09-15 -4%; 1.3 i-VTEC P1318 MV 15-20; 1.5 i-MMD Hybrid H1498 V 20- +16%
  + S; SE +6%; ES +9% -15; EX +13%; SR +12% 20-22
Civic | Hatchback, Estate Tourer | 06- | 257 | 26500
  = 1.8 i-VTEC P1798 MA -17; 1.6 i-DTEC D1597 M 13-21 +5%; 2.2 i-CTDi D2204 M -11; 1.0 VTEC Turbo P988 MV 17-22; 1.5 VTEC Turbo P1498 MV 17-22 +10%; 2.0 e:HEV H1993 V 22- +22%; Type R 2.0 VTEC Turbo P1996 M 15- +48% !
CR-V | SUV | 05- | 200 | 35500
  = 2.2 i-DTEC D2199 MA -15; 2.0 i-VTEC P1997 MA -18; 1.6 i-DTEC D1597 MA 13-18; 2.0 i-MMD Hybrid H1993 V 19- +8%; 1.5 VTEC Turbo P1498 MV 18-20
HR-V | SUV | 15- | 57.6 | 28000
  = 1.5 i-VTEC P1498 MV -21; 1.6 i-DTEC D1597 M -20 +6%; 1.5 e:HEV H1498 V 21- +8%
Accord | Saloon, Estate Tourer | 03-15 | 21.8 | 25500
  = 2.0 i-VTEC P1997 MA; 2.2 i-DTEC D2199 MA 08- +6%; 2.2 i-CTDi D2204 M -08 +4%
  + ES; EX +14%; SE +3%
e | Hatchback | 20-23 | 2.4 | 35500
  = 36kWh E A
  + -; Advance +8%
ZR-V | SUV | 23- | 4.1 | 40500
  = 2.0 e:HEV H1993 V
  + Elegance; Sport +4%; Advance +9%

[Hyundai; DCT; 0.95]
+ S -21; SE Connect +5% 18-; SE +4% -18; Premium +12%; Premium SE +17% -21; N Line +13% 19-; Ultimate +19% 20-
i10 | Hatchback | 08- | 281 | 14500
  = 1.2 P1248 MA -20; 1.0 P998 MS 13-; 1.0 T-GDi P998 M 20-23 +12%
i20 | Hatchback | 09- | 154 | 19000
  = 1.2 P1248 M -20; 1.4 CRDi D1396 M -15 +6%; 1.0 T-GDi P998 MA 15-; 1.0 T-GDi MHEV P998 MA 20-23 +4%; N 1.6 T-GDi P1598 M 21-23 +38% !
i30 | Hatchback, Estate Tourer | 08- | 106 | 23000
  = 1.6 CRDi D1582 MA -20; 1.4 P1396 M -16; 1.4 T-GDi P1353 MA 17-20 +4%; 1.0 T-GDi P998 M 17-; 1.5 T-GDi MHEV P1482 MA 20- +8%; N Performance 2.0 T-GDi P1998 MA 17-24 +44% !
Tucson | SUV | 15- | 248 | 31500
  = 1.6 GDi P1591 M -20 -6%; 1.7 CRDi D1685 MA -18; 1.6 CRDi D1598 MA 18-23 +3%; 1.6 T-GDi P1598 MA 20-; 1.6 T-GDi Hybrid H1598 A 20- +12%; 1.6 T-GDi PHEV X1598 A 21- +24%
Kona | SUV | 17- | 101 | 25500
  = 1.0 T-GDi P998 MA; 1.6 GDi Hybrid H1580 A 19- +14%; Electric 39kWh E A 18-23 +28%; Electric 64kWh E A 18- +40%
ix35 | SUV | 10-15 | 51.9 | 21500
  = 1.7 CRDi D1685 M; 1.6 GDi P1591 M -5%; 2.0 CRDi 4WD D1995 MA +14%
  + Style -13; S 13-; SE +6% 13-; SE Nav +9% 13-; Premium +12%
ix20 | MPV | 10-19 | 29.2 | 16500
  = 1.4 P1396 M; 1.6 P1591 MA +7%; 1.4 CRDi D1396 M -17 +6%
  + Classic -15; Active +6% -15; S 15-; SE +7% 15-; Premium Nav +14% 15-
Santa Fe | SUV | 06- | 39.9 | 42500
  = 2.2 CRDi D2199 MA -23; 1.6 T-GDi Hybrid H1598 A 21-; 1.6 T-GDi PHEV X1598 A 21- +9%
Ioniq | Hatchback | 16-22 | 45 | 25500
  = 1.6 GDi Hybrid H1580 A; 1.6 GDi PHEV X1580 A 17- +16%; Electric 28kWh E A -19 +18%; Electric 38kWh E A 19- +26%
Ioniq 5 | SUV | 21- | 26 | 45500
  = 58kWh E A -24; 73kWh E A +8%; 77kWh AWD E A 22- +16%
Bayon | SUV | 21- | 15.4 | 23500
  = 1.0 T-GDi MHEV P998 MA -24; 1.0 T-GDi P998 M 24-
"""
