"""Cars of the makes from Nissan to Porsche; `carslink.demo.catalogue` explains the notation."""

# A row is a line, however long.
# ruff: noqa: E501

TABLE = """
[Nissan; Auto; 0.95]
+ Visia -20; Acenta +7%; Acenta Premium +10% 17-; N-Connecta +14% 15-; Tekna +21%; Tekna+ +27% 17-
Micra | Hatchback | 03-23 | 229 | 16500
  = 1.2 P1198 MV 10-17; 1.2 P1240 MA -10; 0.9 IG-T P898 M 17-19; 1.0 IG-T P999 MV 19-; 1.5 dCi D1461 M 17-19 +9%
  + Visia; Acenta +8%; Tekna +17%; N-Connecta +14% 17-; N-Sport +15% 19-
Note | MPV | 06-17 | 142 | 16500
  = 1.2 P1198 M 13-; 1.5 dCi D1461 M +8%; 1.4 P1386 M -13; 1.6 P1598 MA -13 +5%; 1.2 DIG-S P1198 MV 13- +7%
  + Visia; Acenta +8%; Acenta Premium +12% 13-; Tekna +18%; N-Tec +14%
Pulsar | Hatchback | 14-18 | 20.6 | 19500
  = 1.2 DIG-T P1197 MV; 1.5 dCi D1461 M +6%
  + Visia; Acenta +7%; N-Connecta +13% 15-; Tekna +19%
Juke | SUV | 10- | 406 | 22500
  = 1.6 P1598 MV -19; 1.5 dCi D1461 M -18 +8%; 1.2 DIG-T P1197 M 14-18 +6%; 1.0 DIG-T P999 MA 19-; 1.6 Hybrid H1598 A 22- +22%
  + Visia -4%; Acenta +4%; Acenta Premium +8% 11-17; N-Connecta +11% 15-; Tekna +17%; N-Design +16% 20-
Qashqai | SUV | 07- | 689 | 28500
  = 1.6 P1598 M -13; 1.5 dCi D1461 MA -20 +4%; 2.0 dCi 4WD D1995 MA -13 +16%; 1.2 DIG-T P1197 MV 14-18; 1.6 dCi D1598 MV 12-18 +9%; 1.3 DIG-T P1332 MA 18-; 1.3 DIG-T MH P1332 MV 21- +3%; 1.5 e-Power H1497 A 22- +18%
X-Trail | SUV | 07- | 110 | 34500
  = 2.0 dCi D1995 MA -14; 1.6 dCi D1598 MV 14-18; 1.7 dCi 4WD D1749 MV 19-21 +8%; 1.3 DIG-T P1332 A 19-21; 1.5 e-Power H1497 A 22- +8%; 1.5 VC-T P1497 V 22- -3%
Leaf | Hatchback | 11-24 | 61.5 | 29500
  = 24kWh E A -16 -5%; 30kWh E A 16-18; 40kWh E A 18-; e+ 62kWh E A 19-22 +14%
  + Visia -5% 13-18; Acenta +2% 13-22; N-Connecta +6% 18-; Tekna +11% 13-
Ariya | SUV | 22- | 13.1 | 43500
  = 63kWh E A; 87kWh E A +14%
  + Advance; Evolve +10%; Engage -6% 23-
GT-R | Coupe | 09-22 | 0.9 | 83500 | 40000
  = 3.8 V6 P3799 A
  + Premium; Black Edition +2%; Recaro +6% 16-
370Z | Coupe, Convertible Roadster | 09-20 | 4.2 | 32500 | 11000
  = 3.7 V6 P3696 MA
  + -; GT +12%; Nismo +26% 13-

[Omoda; Auto; 0.88]
5 | SUV | 24- | 8.4 | 25500
  = 1.6 T-GDI P1598 A; E5 61kWh E A +30%
  + Comfort; Noble +7%

[Peugeot; EAT8; 0.9]
+ Access -8% -18; Active; Active Premium +3% 20-; Allure +8%; Allure Premium +11% 19-; GT Line +13% 15-20; GT +17% 18-; GT Premium +20% 20-
107 | Hatchback | 05-14 | 104 | 10500
  = 1.0 P998 MS
  + Urban; Active +6% 12-; Allure +12% 12-; Urban Lite -3%
108 | Hatchback | 14-22 | 75.6 | 12500
  = 1.0 P998 MS; 1.2 PureTech P1199 M -18 +6%
  + Access -4% -19; Active; Allure +9%; Collection +11% 16-
207 | Hatchback, Convertible CC | 06-14 | 109 | 14500
  = 1.4 P1360 M; 1.6 HDi D1560 M +9%; 1.6 VTi P1598 MA +6%; 1.4 HDi D1398 M +4%
  + S; Sport +9%; GT +17%; Active +5% 11-; Allure +11% 11-
208 | Hatchback | 12- | 259 | 20500
  = 1.2 PureTech P1199 MA; 1.2 VTi P1199 M -15 -4%; 1.4 HDi D1398 M -15 +6%; 1.6 BlueHDi D1560 M 14-19 +8%; 1.5 BlueHDi D1499 M 18-22 +8%
e-208 | Hatchback | 20- | 24 | 30500
  = 50kWh E A
  + Active; Active Premium +3% 21-; Allure +6%; Allure Premium +9%; GT +13%
308 | Hatchback, Estate SW | 08- | 138 | 26500
  = 1.6 HDi D1560 M -14; 1.2 PureTech P1199 MA 14-; 1.6 BlueHDi D1560 MA 14-18 +4%; 1.5 BlueHDi D1499 MA 18-24 +5%; 1.6 VTi P1598 MA -14; 1.6 PHEV X1598 A 22- +26%
2008 | SUV | 13- | 202 | 24000
  = 1.2 PureTech P1199 MA; 1.6 BlueHDi D1560 M -19 +6%; 1.2 VTi P1199 M -16 -3%; 1.5 BlueHDi D1499 MA 18-23 +7%
e-2008 | SUV | 20- | 14 | 35500
  = 50kWh E A; 54kWh E A 23- +3%
  + Active Premium; Allure +5%; Allure Premium +7%; GT +11%
3008 | SUV | 09- | 180 | 32500
  = 1.6 HDi D1560 MS -16; 1.2 PureTech P1199 MA 16-; 1.6 BlueHDi D1560 MA 14-18 +4%; 1.5 BlueHDi D1499 MA 18-24 +5%; 1.6 Hybrid X1598 A 20-24 +28%; 1.6 PureTech P1598 A 17-22 +8%
5008 | SUV | 17- | 28 | 35500
  = 1.2 PureTech P1199 MA; 1.5 BlueHDi D1499 MA 18-24 +5%; 1.6 BlueHDi D1560 MA -18 +4%; 2.0 BlueHDi D1997 A -22 +14%
508 | Saloon, Estate SW | 11-24 | 18.6 | 30500
  = 1.6 HDi D1560 MS -14; 2.0 BlueHDi D1997 MA 14-20 +6%; 1.5 BlueHDi D1499 MA 18-22; 1.6 PureTech P1598 A 18-22 +4%; 1.6 Hybrid X1598 A 19- +22%
RCZ | Coupe | 10-15 | 9.8 | 25500
  = 1.6 THP P1598 MA; 2.0 HDi D1997 M +8%
  + Sport; GT +10%

[Polestar; Automatic; 0.92]
Polestar 2 | Hatchback | 20- | 34.3 | 45500
  = Standard Range Single Motor 63kWh E A 21-; Long Range Single Motor 78kWh E A 21- +7%; Long Range Dual Motor 78kWh E A +13%
  + -; Plus +9% 21-; Pilot Plus +14% 21-
Polestar 4 | SUV | 24- | 2.1 | 61500
  = Long Range Single Motor 100kWh E A; Long Range Dual Motor 100kWh E A +11%
  + -; Plus +9%

[Porsche; Auto; 1.2]
+ -
911 | Coupe, Convertible Cabriolet | 89- | 56.5 | 104000 | 36000
  = Carrera 3.6 P3600 MA 89-98; Carrera 2 3.4 P3387 MA 98-02; Carrera 3.6 P3596 MA 02-08; Carrera S 3.8 P3824 MA 05-08 +9%; Carrera 3.6 PDI P3614 MA 08-12; Carrera S 3.8 PDI P3800 MA 08-16 +9%; Carrera 3.0T P2981 MA 16-; Carrera S 3.0T P2981 MA 16- +10%; Carrera 4S 3.0T P2981 MA 16- +15%; Turbo S 3.8T P3800 A 13-20 +58%; GT3 4.0 P3996 MA 17-22 +42%
Boxster | Convertible | 97-16 | 25.2 | 47500 | 5200
  = 2.5 P2480 MA 97-99; 2.7 P2687 MA 00-08; 2.7 PDI P2706 MA 12-; 2.9 P2893 MA 09-12; S 3.4 P3436 MA 07- +14%; S 3.2 P3179 MA 00-06 +14%
Cayman | Coupe | 06-16 | 9.3 | 48500 | 10500
  = 2.7 P2687 MA -09; 2.9 P2893 MA 09-12; 2.7 PDI P2706 MA 13-; S 3.4 P3436 MA +14%; GTS 3.4 P3436 MA 14- +22%
718 Boxster | Convertible | 16-25 | 7 | 54500 | 29000
  = 2.0 P1988 MA; S 2.5 P2497 MA +17%; GTS 4.0 P3995 MA 20- +36%
718 Cayman | Coupe | 16-25 | 7.4 | 52500 | 30000
  = 2.0 P1988 MA; S 2.5 P2497 MA +17%; GTS 4.0 P3995 MA 20- +36%; GT4 4.0 P3995 MA 19-23 +52%
Cayenne | SUV | 03- | 40 | 74500
  = Diesel 3.0 V6 D2967 A 09-18; 3.6 V6 P3598 A 07-17; 3.0 V6 P2995 A 18-; E-Hybrid 3.0 V6 X2995 A 18- +14%; S Diesel 4.2 V8 D4134 A 13-17 +18%; S 4.5 V8 P4511 A -07 +12%
Macan | SUV | 14-24 | 51.8 | 56500
  = S Diesel 3.0 V6 D2967 A -18; 2.0 P1984 A; S 3.0 V6 P2995 A 18- +10%; S 3.0 V6 P2997 A -18 +6%; GTS 2.9 V6 P2894 A 20- +22%; Turbo 3.6 V6 P3604 A -18 +30%
Panamera | Hatchback | 09- | 8.2 | 82500
  = Diesel 3.0 V6 D2967 A -16; 4S 2.9 V6 P2894 A 16- +20%; 4 E-Hybrid 2.9 V6 X2894 A 17-24 +12%; 3.6 V6 P3605 A 10-16
Taycan | Saloon, Estate Sport Turismo | 20- | 22 | 88500
  = 79kWh E A 21-; 4S 93kWh E A +14%; Turbo 93kWh E A +42%
"""
