"""Motorcycles and scooters; `carslink.demo.catalogue` explains the notation.

A line is model, bike type, years, thousands licensed, price new in pounds, engine in cc (`-` for
electric), power in kW (the licence category follows from both), variants.
"""

# A row is a line, however long.
# ruff: noqa: E501

TABLE = """
[Aprilia; Quickshift; 0.95]
RS 125 | Sports | 06- | 1 | 5200 | 125 | 11 | -; GP Replica
RS 660 | Sports | 20- | 0.9 | 10500 | 659 | 73.5 | -; Extrema; Factory
Tuono 660 | Naked | 21- | 1.1 | 9800 | 659 | 70 | -; Factory
Tuono V4 | Naked | 11- | 2.4 | 16500 | 1077 | 129 | 1100 Factory; RR
RSV4 | Sports | 09- | 0.9 | 19500 | 1099 | 160 | Factory; RF; -
SR GT 125 | Scooter | 22- | 0.9 | 3900 | 125 | 11 | -; Sport

[Benelli; -; 0.8]
BN 125 | Naked | 18- | 2.8 | 2900 | 125 | 8.2 | -
TRK 502 | Adventure | 17- | 1.5 | 5999 | 500 | 35 | X; -
Leoncino 500 | Naked | 18- | 0.9 | 5499 | 500 | 35 | -; Trail
TNT 125 | Naked | 17- | 1.6 | 2799 | 125 | 8.2 | -

[BMW; Quickshift; 1.05]
R 1250 GS | Adventure | 18-23 | 11 | 15500 | 1254 | 100 | TE; Rallye TE; Triple Black; Exclusive TE
R 1250 GS Adventure | Adventure | 18-24 | 8 | 17200 | 1254 | 100 | TE; Rallye TE; Triple Black; 40 Years GS
R 1200 GS | Adventure | 04-18 | 14 | 13500 | 1170 | 92 | TE; SE; Rallye; Triple Black
R 1300 GS | Adventure | 23- | 4 | 16800 | 1300 | 107 | TE; Trophy TE; Option 719 TE
R 1200 RT | Tourer | 05-18 | 5 | 14200 | 1170 | 92 | LE; SE
R 1250 RT | Tourer | 19- | 3 | 17200 | 1254 | 100 | LE; Sport LE; Triple Black LE
R nineT | Classic | 14-23 | 4.2 | 13200 | 1170 | 80 | -; Pure; Scrambler; Racer
S 1000 RR | Sports | 10- | 9 | 17200 | 999 | 152 | Sport; M Sport; -
S 1000 XR | Tourer | 15- | 3.4 | 15500 | 999 | 121 | TE; Sport SE; M Sport TE
F 900 R | Naked | 20- | 1.6 | 9400 | 895 | 77 | SE; Sport; -
F 800 GS | Adventure | 08- | 2.6 | 9900 | 798 | 63 | -; Trophy; Adventure
F 750 GS | Adventure | 18-23 | 1.4 | 9200 | 853 | 57 | TE; Sport; -
G 310 R | Naked | 17-24 | 1.2 | 5100 | 313 | 25 | -; Sport
G 310 GS | Adventure | 17- | 1.2 | 5700 | 313 | 25 | -; Rallye; 40 Years GS
C 400 GT | Scooter | 19- | 0.9 | 7200 | 350 | 25 | -

[CFMOTO; -; 0.8]
450SR | Sports | 23- | 0.4 | 5400 | 450 | 34.5 | -; S
450MT | Adventure | 24- | 0.7 | 5700 | 450 | 31 | -
650GT | Tourer | 19- | 0.3 | 6500 | 649 | 41.5 | -
800MT | Adventure | 22- | 0.5 | 9500 | 799 | 67 | Touring; Sport; Explore

[Ducati; Quickshift; 1.08]
Multistrada V4 | Adventure | 21- | 3 | 18500 | 1158 | 125 | S Travel; S; Pikes Peak; Rally
Multistrada 1260 | Adventure | 18-21 | 3.2 | 16200 | 1262 | 116 | S; S Touring; Enduro; -
Multistrada 950 | Adventure | 17-21 | 2.1 | 11800 | 937 | 83 | S; -
Scrambler | Classic | 15- | 3.6 | 9400 | 803 | 54 | Icon; Full Throttle; Nightshift; Cafe Racer
Panigale V4 | Sports | 18- | 2.4 | 23500 | 1103 | 157.5 | S; -; SP2
Panigale V2 | Sports | 20- | 1.2 | 15800 | 955 | 114 | -; Bayliss
Monster | Naked | 21- | 1.3 | 11200 | 937 | 82 | +; SP; -
Monster 821 | Naked | 14-20 | 1.4 | 9900 | 821 | 80 | -; Dark; Stealth
Diavel | Cruiser | 11- | 2 | 18200 | 1262 | 119 | S; -; Carbon
Streetfighter V4 | Naked | 20- | 1.9 | 20500 | 1103 | 153 | S; -; SP
Hypermotard 950 | Supermoto | 19- | 1.1 | 12800 | 937 | 84 | RVE; SP; -

[Harley-Davidson; -; 1.12]
Sportster 883 | Cruiser | 04-21 | 5 | 8600 | 883 | 39 | Iron; SuperLow; Low
Sportster 1200 | Cruiser | 04-21 | 5.7 | 10600 | 1202 | 49 | Forty-Eight; Custom; Nightster; Roadster
Fat Boy | Cruiser | 03- | 1.8 | 22500 | 1868 | 70 | 114; -
Heritage Classic | Cruiser | 03- | 1.5 | 21500 | 1868 | 70 | 114; -
Street Bob | Cruiser | 06- | 1.3 | 15500 | 1745 | 66 | 114; -
Fat Bob | Cruiser | 08-24 | 1.1 | 17500 | 1868 | 70 | 114; -
Road King | Tourer | 03-24 | 1 | 23500 | 1868 | 67 | Special; -
Street Glide | Tourer | 06- | 1.2 | 26500 | 1868 | 78 | Special; ST; -
Pan America | Adventure | 21- | 0.9 | 16500 | 1252 | 112 | 1250 Special; 1250

[Honda; DCT; 1.06]
CBR650R | Sports | 19- | 3.4 | 8900 | 649 | 70 | -; E-Clutch
CBR600RR | Sports | 03- | 3.9 | 10500 | 599 | 89 | -; ABS
CBR 1000RR Fireblade | Sports | 04- | 5.4 | 19500 | 999 | 141 | -; SP; ABS
CBR500R | Sports | 13- | 2.8 | 6999 | 471 | 35 | -
CBR125R | Sports | 04-17 | 3.2 | 4200 | 125 | 10 | -
CB125R | Naked | 18- | 4.4 | 4900 | 125 | 11 | Neo Sports Cafe; -
CB125F | Naked | 15- | 6.4 | 3300 | 124 | 8 | -
CB500X | Adventure | 13-23 | 3.8 | 6800 | 471 | 35 | -
CB500F | Naked | 13-23 | 1.9 | 6300 | 471 | 35 | -
CB650R | Naked | 19- | 2.9 | 7900 | 649 | 70 | Neo Sports Cafe; -; E-Clutch
CB750 Hornet | Naked | 23- | 1.6 | 7200 | 755 | 67.5 | -
CB1100 | Classic | 13-21 | 0.8 | 11500 | 1140 | 66 | RS; EX
NC750X | Adventure | 14- | 9.1 | 7800 | 745 | 43 | -; DCT; ABS
CRF1100L Africa Twin | Adventure | 20- | 3.8 | 14200 | 1084 | 75 | -; DCT; Adventure Sports ES; Adventure Sports DCT
CRF1000L Africa Twin | Adventure | 16-19 | 3.6 | 12500 | 998 | 70 | -; DCT; Adventure Sports
CRF300L | Trail | 21- | 2 | 5800 | 286 | 20 | -; Rally
CRF250L | Trail | 13-20 | 1.8 | 4900 | 249 | 17 | -; Rally
CMX500 Rebel | Cruiser | 17- | 3.5 | 6300 | 471 | 34 | -; S
CMX1100 Rebel | Cruiser | 21- | 1.7 | 9900 | 1084 | 64 | -; DCT; T
VFR800F | Tourer | 02-20 | 4 | 11200 | 782 | 78 | -; VTEC ABS
VFR1200F | Tourer | 10-17 | 1.6 | 13500 | 1237 | 127 | -; DCT
GL1800 Gold Wing | Tourer | 01- | 1.5 | 27500 | 1833 | 93 | -; Tour DCT
MSX 125 Grom | Naked | 13- | 5.1 | 4100 | 124 | 7.2 | -
Z 125 Monkey | Classic | 18- | 2.8 | 4300 | 124 | 6.9 | -
PCX125 | Scooter | 10- | 18 | 3900 | 125 | 9.2 | -; DX
SH125 | Scooter | 05- | 7.2 | 4200 | 125 | 9.6 | i; Mode
Forza 125 | Scooter | 15- | 6 | 5300 | 125 | 10.7 | -
Forza 350 | Scooter | 21- | 2.5 | 6300 | 330 | 21.5 | -
Vision 110 | Scooter | 11- | 8.8 | 2700 | 108 | 6.4 | -
ADV350 | Scooter | 22- | 1.7 | 6500 | 330 | 21.5 | -

[Husqvarna; Quickshift; 0.95]
Svartpilen 401 | Naked | 18- | 1.2 | 5600 | 373 | 32 | -
Vitpilen 401 | Naked | 18- | 0.6 | 5600 | 373 | 32 | -
Svartpilen 125 | Naked | 21-23 | 0.5 | 4700 | 125 | 11 | -
Norden 901 | Adventure | 22- | 0.5 | 12700 | 889 | 77 | -; Expedition
701 Supermoto | Supermoto | 16- | 0.5 | 10300 | 693 | 55 | -
FE 350 | Enduro | 14- | 0.8 | 10400 | 350 | 33 | -; Rockstar Edition

[Indian; -; 1.05]
Scout | Cruiser | 15- | 2.4 | 13500 | 1133 | 69 | -; Bobber; Rogue; Sixty
Chief | Cruiser | 14- | 0.8 | 18500 | 1890 | 70 | Dark Horse; Bobber Dark Horse; Classic
FTR 1200 | Naked | 19-24 | 0.6 | 13500 | 1203 | 91 | S; Rally; -

[Kawasaki; Quickshift; 0.97]
Z900 | Naked | 17- | 4.8 | 9400 | 948 | 92 | -; SE; Performance; RS
Z650 | Naked | 17- | 3.4 | 7100 | 649 | 50 | -; RS
Z1000SX | Tourer | 11-20 | 5.1 | 10900 | 1043 | 104 | -; Tourer; Performance Tourer
Ninja 1000SX | Tourer | 20-24 | 2.2 | 12400 | 1043 | 104 | -; Tourer; Performance Tourer
Ninja 650 | Sports | 17- | 2.6 | 7500 | 649 | 50 | -; KRT Edition; Tourer
Ninja 400 | Sports | 18-23 | 1.8 | 5800 | 399 | 33 | -; KRT Edition
Ninja 125 | Sports | 19- | 1.3 | 4600 | 125 | 11 | -; KRT Edition
Z125 | Naked | 19- | 1.5 | 4300 | 125 | 11 | -; Performance
ZX-6R | Sports | 03- | 5.6 | 10700 | 636 | 93 | Ninja; Ninja KRT Edition; Performance
ZX-10R | Sports | 04- | 4.9 | 17500 | 998 | 149 | Ninja; Ninja KRT Edition; SE
ER-6F | Sports | 06-16 | 4.4 | 6700 | 649 | 53 | -; ABS
Versys 650 | Adventure | 07- | 2.9 | 7900 | 649 | 49 | -; Tourer; Grand Tourer
Versys 1000 | Adventure | 12- | 1.7 | 12500 | 1043 | 88 | SE; Grand Tourer; -
Vulcan S | Cruiser | 15- | 2.1 | 7200 | 649 | 45 | -; Cafe; Light Tourer
W800 | Classic | 11- | 1.2 | 9400 | 773 | 35 | -; Cafe; Street

[Keeway; -; 0.75]
Superlight 125 | Cruiser | 09- | 3.2 | 2600 | 125 | 7.5 | -; LTD
RKF 125 | Naked | 19- | 0.9 | 2400 | 125 | 9 | -
RKV 125 | Naked | 12-20 | 0.9 | 2100 | 125 | 8 | -
K-Light 125 | Cruiser | 18- | 0.9 | 2700 | 125 | 8.5 | -

[KTM; Quickshift; 0.95]
125 Duke | Naked | 11- | 5 | 4700 | 125 | 11 | -
390 Duke | Naked | 13- | 2.1 | 5700 | 373 | 32 | -
790 Duke | Naked | 18- | 1.9 | 7999 | 799 | 77 | -; L
890 Duke | Naked | 20-23 | 1.1 | 10200 | 889 | 85 | R; GP; -
1290 Super Duke | Naked | 14-23 | 4.7 | 16500 | 1301 | 132 | R; GT; R Evo
1290 Super Adventure | Adventure | 15-24 | 3.3 | 17200 | 1301 | 118 | S; R; T
890 Adventure | Adventure | 21- | 1.4 | 12200 | 889 | 77 | -; R; R Rally
790 Adventure | Adventure | 19- | 1.3 | 10500 | 799 | 70 | -; R
390 Adventure | Adventure | 20- | 1 | 6300 | 373 | 32 | -; SW
690 SMC R | Supermoto | 12- | 1.1 | 10300 | 693 | 55 | -
690 Enduro R | Enduro | 09- | 1 | 10300 | 693 | 55 | -
RC 125 | Sports | 14-24 | 1.2 | 5100 | 125 | 11 | -; GP
300 EXC | Enduro | 08- | 2.6 | 10200 | 293 | 34 | TPI; Six Days; -

[Lexmoto; -; 0.7]
LXR 125 | Sports | 17- | 3 | 2899 | 125 | 10 | SE; -
Echo 50 | Moped | 13- | 1.8 | 1400 | 49 | 2.2 | -; +
Michigan 125 | Cruiser | 15- | 1.3 | 2300 | 125 | 8 | -
Diablo 125 | Scooter | 14- | 1.4 | 1900 | 125 | 6.2 | -; +
Aura 125 | Scooter | 20- | 1.2 | 2300 | 125 | 6.4 | -
Milano 50 | Moped | 13-20 | 0.8 | 1300 | 49 | 2.1 | -
Titan 125 | Scooter | 15- | 0.8 | 1900 | 125 | 6 | -

[Moto Guzzi; -; 1.02]
V7 | Classic | 08- | 2.6 | 8600 | 853 | 48 | Stone; Special; III Racer
V85 TT | Adventure | 19- | 1.2 | 10900 | 853 | 56 | -; Travel; Guardia d'Onore
V9 | Cruiser | 16-23 | 0.6 | 9200 | 853 | 48 | Bobber; Roamer

[Mutt; -; 0.85]
Mongrel 125 | Classic | 17- | 0.9 | 3700 | 125 | 9 | -
Hilts 125 | Classic | 17- | 0.5 | 3900 | 125 | 9 | -
DRK-01 125 | Naked | 22- | 0.3 | 4200 | 125 | 9.5 | -

[Piaggio; -; 0.95]
Liberty 125 | Scooter | 04- | 3 | 2900 | 125 | 8 | S; ABS
Medley 125 | Scooter | 16- | 1 | 3700 | 125 | 11 | S; -
Zip 50 | Moped | 04- | 1.3 | 2100 | 49 | 3.1 | -; SP
MP3 400 | Scooter | 08- | 3.3 | 9900 | 399 | 26 | LT; HPE Sport
1 | Moped | 21- | 0.3 | 2500 | - | 1.2 | -; Active

[Royal Enfield; -; 0.98]
Interceptor 650 | Classic | 19- | 5.7 | 6600 | 648 | 34.6 | -; Mark 2; Baker Express
Continental GT 650 | Classic | 19- | 1.6 | 6900 | 648 | 34.6 | -; Mr Clean; Rocker Red
Meteor 350 | Cruiser | 21- | 5 | 4100 | 349 | 14.9 | Fireball; Stellar; Supernova
Himalayan | Adventure | 18-23 | 3.4 | 4700 | 411 | 17.9 | -
Himalayan 450 | Adventure | 24- | 1.4 | 5900 | 452 | 29.5 | Base; Pass; Summit
Classic 350 | Classic | 21- | 2.5 | 4900 | 349 | 14.9 | -; Signals; Chrome; Halcyon
Hunter 350 | Naked | 22- | 1.4 | 4000 | 349 | 14.9 | Dapper; Rebel
Bullet 500 | Classic | 09-20 | 4 | 4900 | 499 | 20 | -; Trials; EFI

[Sinnis; -; 0.72]
Terrain 125 | Adventure | 17- | 0.6 | 3400 | 125 | 9.5 | -
Hoodlum 125 | Naked | 17- | 0.4 | 2500 | 125 | 7.6 | -
Apache 125 | Trail | 10-21 | 0.5 | 2200 | 125 | 8 | -; SM

[Suzuki; Quickshift; 0.95]
SV650 | Naked | 04- | 7.6 | 7000 | 645 | 54 | -; X; S
V-Strom 650 | Adventure | 04- | 5.2 | 8400 | 645 | 52 | XT; Tour; -
V-Strom 1050 | Adventure | 20- | 1.3 | 12200 | 1037 | 79 | DE; XT; Tour
V-Strom 1000 | Adventure | 03-19 | 2.1 | 9900 | 1037 | 74 | -; XT
GSX-R600 | Sports | 04-16 | 4.5 | 9600 | 599 | 93 | -
GSX-R750 | Sports | 04-17 | 4.6 | 10300 | 750 | 110 | -
GSX-R1000 | Sports | 03-22 | 5.2 | 15900 | 999 | 149 | R; -; Phantom
GSX-R125 | Sports | 17- | 1.4 | 4900 | 124 | 11 | -
GSX-S1000 | Naked | 15- | 3 | 11600 | 999 | 112 | -; F; GT
GSX-S750 | Naked | 17-22 | 1.6 | 8200 | 749 | 84 | -; Z
GSX-S125 | Naked | 17- | 1.8 | 4600 | 124 | 11 | -
GSX1300R Hayabusa | Sports | 03- | 4 | 16700 | 1340 | 140 | -
GSF1250 Bandit | Naked | 07-16 | 2.6 | 8200 | 1255 | 72 | S; SA; GT
DR-Z400 | Supermoto | 05-09 | 1.1 | 6200 | 398 | 29 | SM; S
AN400 Burgman | Scooter | 04- | 1.9 | 7200 | 400 | 22 | Z; -
Address 110 | Scooter | 15-22 | 1.7 | 2200 | 113 | 6.7 | -

[Super Soco; -; 0.7]
TC Max | Naked | 20- | 0.6 | 4600 | - | 5.1 | -
CPx | Scooter | 20- | 0.7 | 3900 | - | 4.8 | -
TS | Naked | 18-23 | 0.3 | 2900 | - | 2.5 | Street Hunter; -

[SYM; -; 0.8]
Jet 14 125 | Scooter | 17- | 2.6 | 2500 | 125 | 7.6 | -
Jet 4 50 | Moped | 11-21 | 1.2 | 1700 | 49 | 2.4 | -
Symphony 125 | Scooter | 10- | 1 | 2400 | 125 | 7 | ST; -
Wolf 125 | Naked | 12-20 | 0.5 | 2300 | 125 | 9 | -

[Triumph; Quickshift; 1.06]
Bonneville T120 | Classic | 16- | 6 | 11900 | 1200 | 59 | -; Black; Bud Ekins
Bonneville T100 | Classic | 05- | 7 | 9900 | 900 | 48 | -; Black
Bonneville Bobber | Cruiser | 17- | 3 | 13200 | 1200 | 57 | -; Black
Bonneville | Classic | 04-16 | 6 | 7600 | 865 | 50 | -; SE
Street Twin | Classic | 16-23 | 3 | 8500 | 900 | 48 | -; Gold Line
Street Triple | Naked | 07- | 15 | 9900 | 765 | 88 | R; RS; S; -
Speed Triple | Naked | 04- | 8.1 | 15500 | 1160 | 132 | 1200 RS; 1050 R; 1200 RR
Speed 400 | Naked | 24- | 3 | 5195 | 398 | 29 | -
Scrambler 400 X | Trail | 24- | 1.7 | 5695 | 398 | 29 | -
Scrambler 1200 | Trail | 19- | 1.6 | 12500 | 1200 | 66 | XC; XE; X
Tiger 900 | Adventure | 20- | 7 | 12400 | 888 | 70 | GT Pro; Rally Pro; GT; -
Tiger 800 | Adventure | 11-19 | 12 | 9900 | 799 | 70 | XRx; XCx; XRT; XCA
Tiger 1200 | Adventure | 18- | 5 | 16500 | 1215 | 104 | GT Pro; Rally Explorer; XRT; XCA
Tiger Sport 660 | Adventure | 22- | 2 | 8600 | 660 | 60 | -
Trident 660 | Naked | 21- | 3.8 | 7800 | 660 | 60 | -
Thruxton | Classic | 04-23 | 2.9 | 12900 | 1200 | 72 | R; RS; -
Rocket 3 | Cruiser | 19- | 2 | 22500 | 2458 | 123 | R; GT; R Black
Daytona 675 | Sports | 06-17 | 3 | 9800 | 675 | 94 | R; -

[Vespa; -; 1.05]
GTS 300 | Scooter | 09- | 8 | 6900 | 278 | 17.5 | Super; Super Sport; HPE SuperTech
GTS 125 | Scooter | 08- | 6 | 5600 | 125 | 10.3 | Super; ie Super; -
Primavera 125 | Scooter | 14- | 4 | 4900 | 125 | 7.9 | -; S; Touring
Sprint 125 | Scooter | 14- | 3 | 5000 | 125 | 7.9 | -; S; Carbon
LX 50 | Moped | 06-14 | 0.6 | 2600 | 49 | 3.2 | -

[Yamaha; Quickshift; 1.0]
MT-07 | Naked | 14- | 9 | 7400 | 689 | 54 | -; ABS; Moto Cage; Pure
MT-09 | Naked | 13- | 8 | 10200 | 890 | 87.5 | -; SP; ABS
MT-10 | Naked | 16- | 2.6 | 13800 | 998 | 122 | -; SP; Tourer Edition
MT-125 | Naked | 14- | 6 | 5100 | 125 | 11 | -; ABS
MT-03 | Naked | 16- | 1.4 | 5600 | 321 | 31 | -
YZF-R1 | Sports | 04- | 4.4 | 19200 | 998 | 147 | -; M; ABS
YZF-R6 | Sports | 04-20 | 3.7 | 11800 | 599 | 87 | -; ABS
YZF-R7 | Sports | 22- | 1.3 | 9100 | 689 | 54 | -
YZF-R125 | Sports | 08- | 7.4 | 5200 | 125 | 11 | -; ABS
YZF-R3 | Sports | 15- | 1.2 | 5900 | 321 | 31 | -
Tracer 900 | Tourer | 15-20 | 3.7 | 9800 | 847 | 85 | GT; ABS; -
Tracer 9 | Tourer | 21- | 2.2 | 12500 | 890 | 87.5 | GT; -; GT+
Tracer 700 | Tourer | 16-24 | 2.4 | 8200 | 689 | 54 | -; GT
XSR700 | Classic | 16- | 2.6 | 8300 | 689 | 54 | -; XTribute
XSR900 | Classic | 16- | 1.9 | 10200 | 890 | 87.5 | -; GP; Abarth
XSR125 | Classic | 21- | 1.4 | 4900 | 125 | 11 | -; Legacy
Tenere 700 | Adventure | 19- | 3.9 | 10200 | 689 | 54 | -; World Raid; Rally Edition
FJR1300 | Tourer | 04-22 | 3.1 | 15200 | 1298 | 107.5 | A; AE; AS
FZ1 | Naked | 06-15 | 2.6 | 8800 | 998 | 110 | Fazer; N
FZ6 | Naked | 04-10 | 3 | 6100 | 600 | 72 | Fazer; S2; N
YBR125 | Naked | 05-17 | 5.8 | 3100 | 124 | 7.5 | -; Custom
NMAX 125 | Scooter | 15- | 15 | 4000 | 125 | 9 | -; Tech Max
X-Max 300 | Scooter | 17- | 2.1 | 6500 | 292 | 20.6 | -; Tech Max
TMAX | Scooter | 12- | 1.2 | 12500 | 562 | 35 | Tech Max; DX; -
WR450F | Enduro | 07- | 1.1 | 9700 | 449 | 40 | -

[Zontes; -; 0.78]
ZT125 | Naked | 20- | 2.2 | 3400 | 125 | 10.7 | U; G1; Z2
ZT 310 | Adventure | 20-23 | 0.8 | 4700 | 312 | 26 | T; X; R
350 | Adventure | 22- | 0.6 | 5100 | 348 | 29 | T2; D; R1
"""
