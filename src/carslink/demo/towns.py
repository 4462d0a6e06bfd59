"""Towns that dealers trade from: where they are, how big, and real postcodes there.

A line is town, county, letter of the DVLA area that registers its vehicles (`I`: Northern Ireland,
which has marks of its own), population in ten thousands, dialling code where Ofcom keeps numbers
there for drama, and live postcodes (Code-Point Open, Ordnance Survey, Open Government Licence v3.0;
those of Northern Ireland are of public buildings).
"""

# A row is a line, however long.

TABLE = """
# North East
Newcastle upon Tyne | Tyne and Wear | N | 30 | 0191 | NE1 6EF, NE6 2RP, NE3 3UT
Sunderland | Tyne and Wear | N | 18 | 0191 | SR1 1NF, SR5 5PX
Gateshead | Tyne and Wear | N | 12 | 0191 | NE8 1RR, NE11 9LB
South Shields | Tyne and Wear | N | 8 | 0191 | NE33 4LR, NE34 0HP
Durham | County Durham | N | 5 | 0191 | DH1 1LH
Darlington | County Durham | N | 9 | - | DL1 1HW, DL3 6RZ
Middlesbrough | North Yorkshire | N | 14 | - | TS1 4AG, TS3 8QG
Hartlepool | County Durham | N | 9 | - | TS24 8LT, TS25 5EF
Stockton-on-Tees | County Durham | N | 8 | - | TS18 1JX, TS19 8BG
Blyth | Northumberland | N | 4 | - | NE24 5TH
Hexham | Northumberland | N | 1 | - | NE46 3QZ
# North West
Manchester | Greater Manchester | M | 55 | 0161 | M4 5LX, M11 2HA, M12 5FR
Salford | Greater Manchester | M | 12 | 0161 | M5 4AP, M6 7DW
Stockport | Greater Manchester | M | 14 | 0161 | SK1 3BD, SK3 9BY
Bolton | Greater Manchester | M | 19 | - | BL1 3DX, BL3 3AA
Oldham | Greater Manchester | M | 10 | 0161 | OL1 3RQ, OL8 4HD
Rochdale | Greater Manchester | M | 11 | - | OL11 4QL, OL16 4AT
Wigan | Greater Manchester | M | 10 | - | WN1 1XH, WN5 8HE
Bury | Greater Manchester | M | 8 | 0161 | BL9 7AZ
Liverpool | Merseyside | M | 49 | 0151 | L3 2AA, L20 3HF, L24 0SJ
Birkenhead | Merseyside | M | 9 | 0151 | CH41 3SL, CH42 6SH
St Helens | Merseyside | M | 10 | - | WA9 3UQ, WA10 4HZ
Southport | Merseyside | M | 9 | - | PR8 4EB, PR9 7JH
Warrington | Cheshire | M | 17 | - | WA1 3BD, WA2 9DT
Chester | Cheshire | D | 8 | - | CH1 4BY, CH2 1PJ
Crewe | Cheshire | D | 7 | - | CW1 4EA, CW2 6PL
Macclesfield | Cheshire | D | 5 | - | SK11 8AD
Preston | Lancashire | P | 14 | - | PR1 2EP, PR2 8JL
Blackpool | Lancashire | P | 14 | - | FY1 4NF, FY4 3LW
Blackburn | Lancashire | P | 12 | - | BB1 5HX, BB2 2QU
Burnley | Lancashire | P | 8 | - | BB10 3EU, BB11 4HS
Lancaster | Lancashire | P | 5 | - | LA1 1PL
Carlisle | Cumbria | P | 8 | - | CA1 2TL, CA2 5PG
Kendal | Cumbria | P | 3 | - | LA9 4DH
Barrow-in-Furness | Cumbria | P | 6 | - | LA14 5UB
# Yorkshire and the Humber
Leeds | West Yorkshire | Y | 54 | 0113 | LS10 3UD, LS12 4JD, LS11 7AU
Bradford | West Yorkshire | Y | 30 | - | BD1 3PP, BD4 9EB, BD5 7BX
Wakefield | West Yorkshire | Y | 10 | - | WF1 1QQ, WF2 8BQ
Huddersfield | West Yorkshire | Y | 14 | - | HD1 1PB, HD2 1ZN
Halifax | West Yorkshire | Y | 9 | - | HX1 5EW, HX3 6BH
Sheffield | South Yorkshire | Y | 52 | 0114 | S2 2RB, S9 5AW, S4 8LE
Doncaster | South Yorkshire | Y | 11 | - | DN1 3NX, DN4 8WA
Rotherham | South Yorkshire | Y | 11 | - | S60 3AQ, S65 2XB
Barnsley | South Yorkshire | Y | 9 | - | S70 4JN, S71 3HS
York | North Yorkshire | Y | 15 | - | YO1 8SH, YO30 5QR
Harrogate | North Yorkshire | Y | 8 | - | HG1 5EN, HG2 8HU
Scarborough | North Yorkshire | Y | 5 | - | YO12 5JR
Hull | East Yorkshire | Y | 28 | - | HU3 3JX, HU8 0LA
Grimsby | Lincolnshire | Y | 9 | - | DN31 1XS, DN32 9HY
Scunthorpe | Lincolnshire | Y | 8 | - | DN15 7LR, DN16 2JB
# East Midlands
Nottingham | Nottinghamshire | F | 32 | 0115 | NG2 6AA, NG7 3HH
Mansfield | Nottinghamshire | F | 10 | - | NG18 2JQ, NG19 9NB
Derby | Derbyshire | F | 26 | - | DE1 1RL, DE24 9DE
Chesterfield | Derbyshire | F | 9 | - | S40 1DA, S41 7HY
Leicester | Leicestershire | F | 36 | 0116 | LE1 1DF, LE4 5PN
Loughborough | Leicestershire | F | 6 | - | LE11 3DB
Lincoln | Lincolnshire | F | 10 | - | LN1 3XE, LN6 3JA
Boston | Lincolnshire | F | 4 | - | PE21 8QH
Grantham | Lincolnshire | F | 4 | - | NG31 6RE
Northampton | Northamptonshire | K | 22 | - | NN1 3JS, NN5 6GZ
Kettering | Northamptonshire | K | 6 | - | NN15 6GT, NN16 8RP
Corby | Northamptonshire | K | 6 | - | NN17 1FF
# West Midlands
Birmingham | West Midlands | B | 80 | 0121 | B7 5BT, B11 3LR, B24 9ED
Coventry | West Midlands | B | 34 | - | CV1 5AB, CV6 4BG
Wolverhampton | West Midlands | B | 25 | - | WV1 1AA, WV10 8JQ
Solihull | West Midlands | B | 12 | 0121 | B91 3TG, B90 2AP
Walsall | West Midlands | B | 9 | - | WS1 3DX, WS2 8SB
Dudley | West Midlands | B | 8 | - | DY1 3AS, DY2 8HP
West Bromwich | West Midlands | B | 8 | 0121 | B70 8PR, B71 2BW
Stoke-on-Trent | Staffordshire | D | 26 | - | ST1 2AB, ST4 4AY
Stafford | Staffordshire | D | 7 | - | ST16 2PG, ST17 4NT
Tamworth | Staffordshire | B | 8 | - | B77 2HE, B79 8RF
Telford | Shropshire | D | 15 | - | TF1 3LB, TF3 4EP
Shrewsbury | Shropshire | D | 7 | - | SY1 4BS, SY2 5LS
Worcester | Worcestershire | V | 10 | - | WR1 1TA, WR4 9HJ
Redditch | Worcestershire | V | 8 | - | B97 4PD, B98 8YW
Kidderminster | Worcestershire | V | 6 | - | DY10 3BZ, DY11 6AR
Hereford | Herefordshire | V | 6 | - | HR1 1QD, HR4 9TJ
Rugby | Warwickshire | B | 8 | - | CV21 3JR, CV22 7PZ
Leamington Spa | Warwickshire | B | 5 | - | CV31 2BQ, CV32 5UA
# East of England
Norwich | Norfolk | A | 21 | - | NR1 1WX, NR6 6AN
King's Lynn | Norfolk | A | 5 | - | PE30 2PY
Great Yarmouth | Norfolk | A | 6 | - | NR30 1DN, NR31 7BS
Ipswich | Suffolk | A | 15 | - | IP1 4EE, IP3 9EZ
Bury St Edmunds | Suffolk | A | 4 | - | IP32 6EA, IP33 3PQ
Lowestoft | Suffolk | A | 7 | - | NR32 2RW, NR33 9GD
Peterborough | Cambridgeshire | A | 20 | - | PE1 2UL, PE2 7JH
Cambridge | Cambridgeshire | A | 15 | - | CB1 3PQ, CB5 8NR
Huntingdon | Cambridgeshire | A | 3 | - | PE29 1JU
Chelmsford | Essex | E | 12 | - | CM1 1RT, CM2 9GG
Colchester | Essex | E | 13 | - | CO1 1UF, CO4 9TN
Southend-on-Sea | Essex | E | 18 | - | SS1 2SW, SS2 5HW
Basildon | Essex | E | 11 | - | SS14 2PY, SS16 5BA
Harlow | Essex | E | 9 | - | CM19 4HY, CM20 2PY
Brentwood | Essex | E | 5 | - | CM14 4FJ
Luton | Bedfordshire | K | 23 | - | LU1 5AR, LU4 0EE
Bedford | Bedfordshire | K | 11 | - | MK40 1JN, MK42 9PZ
Stevenage | Hertfordshire | K | 9 | - | SG1 3DG, SG2 9SX
Watford | Hertfordshire | K | 13 | - | WD17 4QZ, WD24 6DQ
St Albans | Hertfordshire | K | 8 | - | AL1 3TF, AL3 5XA
Hemel Hempstead | Hertfordshire | K | 9 | - | HP1 3QE, HP2 5JH
# London
London | Greater London | L | 140 | 020 | SE15 5HZ, NW10 4DY, E6 3LX
London | Greater London | L | 110 | 020 | SW19 8ND, N18 2XW, W3 6SA
London | Greater London | L | 60 | 020 | SE9 5NW, NW2 6NX, E17 4QH
Croydon | Greater London | L | 19 | 020 | CR0 6SD, CR2 0EY
Bromley | Greater London | L | 9 | 020 | BR1 3JN, BR2 9EE
Romford | Greater London | L | 12 | 020 | RM1 3AR, RM7 9DA
Enfield | Greater London | L | 15 | 020 | EN1 3SR, EN3 5NG
Uxbridge | Greater London | L | 7 | 020 | UB8 2PL, UB10 9JP
Kingston upon Thames | Greater London | L | 5 | 020 | KT1 2QP, KT2 6HG
# South East
Reading | Berkshire | R | 17 | 0118 | RG1 2AG, RG2 8NA
Slough | Berkshire | R | 16 | - | SL1 3GA, SL2 1BE
Bracknell | Berkshire | R | 8 | - | RG12 7AS
Newbury | Berkshire | R | 4 | - | RG14 5EN
Oxford | Oxfordshire | O | 15 | - | OX1 1PT, OX4 3LL
Banbury | Oxfordshire | O | 5 | - | OX16 0AQ
Milton Keynes | Buckinghamshire | K | 23 | - | MK1 1JQ, MK9 2HQ
Aylesbury | Buckinghamshire | K | 7 | - | HP20 1BS, HP21 8JP
High Wycombe | Buckinghamshire | R | 12 | - | HP11 1PE, HP13 6BY
Guildford | Surrey | R | 8 | - | GU1 4JJ, GU2 8YT
Woking | Surrey | R | 10 | - | GU21 4PW, GU22 7LY
Basingstoke | Hampshire | H | 11 | - | RG21 7LJ, RG22 6LJ
Southampton | Hampshire | H | 25 | - | SO14 0AB, SO15 5FS
Portsmouth | Hampshire | H | 21 | - | PO1 1AA, PO3 6LD
Andover | Hampshire | H | 5 | - | SP10 1AH
Newport | Isle of Wight | H | 3 | - | PO30 1BW
Brighton | East Sussex | G | 23 | - | BN1 6GH, BN2 5EL
Eastbourne | East Sussex | G | 10 | - | BN21 2AH, BN22 8TW
Hastings | East Sussex | G | 9 | - | TN34 2LG
Crawley | West Sussex | G | 11 | - | RH10 1LY, RH11 8PZ
Worthing | West Sussex | G | 11 | - | BN11 4AA, BN14 7RX
Chichester | West Sussex | G | 3 | - | PO19 1LQ
Maidstone | Kent | G | 11 | - | ME14 5LU, ME15 9AJ
Canterbury | Kent | G | 5 | - | CT1 1UA, CT2 7AP
Ashford | Kent | G | 7 | - | TN23 4QZ, TN24 8RG
Gillingham | Kent | G | 10 | - | ME7 4DG, ME8 0FG
Dartford | Kent | G | 8 | - | DA1 2BF, DA2 6PS
Dover | Kent | G | 4 | - | CT16 2SE, CT17 0AX
Tunbridge Wells | Kent | G | 6 | - | TN1 2SP, TN2 3NQ
# South West
Bristol | Bristol | W | 47 | 0117 | BS2 9EH, BS3 3LL, BS4 2NL
Bath | Somerset | W | 9 | - | BA1 5HB, BA2 2EU
Weston-super-Mare | Somerset | W | 8 | - | BS23 1XY
Taunton | Somerset | W | 6 | - | TA1 4ER, TA2 7HT
Yeovil | Somerset | W | 5 | - | BA20 2AD, BA21 4PU
Gloucester | Gloucestershire | V | 15 | - | GL1 1LP, GL4 6FN
Cheltenham | Gloucestershire | V | 12 | - | GL50 3WG, GL51 8DS
Swindon | Wiltshire | V | 18 | - | SN1 3PG, SN2 1RN
Salisbury | Wiltshire | H | 4 | - | SP1 3AN, SP2 7JH
Trowbridge | Wiltshire | W | 4 | - | BA14 8TQ
Bournemouth | Dorset | H | 20 | - | BH1 3RG, BH8 9DS
Poole | Dorset | H | 15 | - | BH12 3NA, BH15 2FT
Weymouth | Dorset | H | 5 | - | DT4 0HS
Exeter | Devon | W | 13 | - | EX1 2SF, EX2 4SJ
Plymouth | Devon | W | 26 | - | PL1 3HD, PL4 8PL
Torquay | Devon | W | 7 | - | TQ1 1LT, TQ2 7NP
Barnstaple | Devon | W | 3 | - | EX31 2ET, EX32 8EU
Truro | Cornwall | W | 3 | - | TR1 2XH
St Austell | Cornwall | W | 3 | - | PL25 4QU
Redruth | Cornwall | W | 2 | - | TR15 2SE
# Wales
Cardiff | South Glamorgan | C | 36 | 029 | CF10 5PE, CF11 6TB, CF24 3EQ
Swansea | West Glamorgan | C | 24 | - | SA1 1LS, SA5 8AE
Newport | Gwent | C | 14 | - | NP19 8HX, NP20 4HL
Wrexham | Clwyd | C | 6 | - | LL11 6LF, LL13 8TS
Bridgend | Mid Glamorgan | C | 5 | - | CF31 1EF
Merthyr Tydfil | Mid Glamorgan | C | 4 | - | CF47 0AJ
Llanelli | Dyfed | C | 5 | - | SA14 8BQ, SA15 3HN
Carmarthen | Dyfed | C | 2 | - | SA31 1AW
Haverfordwest | Dyfed | C | 2 | - | SA61 1NJ
Aberystwyth | Dyfed | C | 1 | - | SY23 3TL
Bangor | Gwynedd | C | 2 | - | LL57 1NA
Rhyl | Clwyd | C | 3 | - | LL18 2EU
Newtown | Powys | C | 1 | - | SY16 2NP
# Scotland
Glasgow | Lanarkshire | S | 60 | 0141 | G5 9AY, G40 3SR, G51 3HA
Edinburgh | Midlothian | S | 50 | 0131 | EH6 5JB, EH11 2RT, EH14 3JR
Aberdeen | Aberdeenshire | S | 20 | - | AB11 9AA, AB24 3UE
Dundee | Angus | S | 15 | - | DD1 1PN, DD2 2HD
Inverness | Inverness-shire | S | 6 | - | IV1 1QY, IV3 5QS
Perth | Perthshire | S | 5 | - | PH1 2PD, PH2 7AL
Stirling | Stirlingshire | S | 4 | - | FK7 7TZ, FK8 1TN
Falkirk | Stirlingshire | S | 4 | - | FK1 5AF, FK2 9DW
Paisley | Renfrewshire | S | 8 | 0141 | PA1 1EG, PA3 1QG
Kilmarnock | Ayrshire | S | 5 | - | KA1 4BD, KA3 2HL
Ayr | Ayrshire | S | 5 | - | KA7 2RN, KA8 9LD
Motherwell | Lanarkshire | S | 4 | - | ML1 4AA
Hamilton | Lanarkshire | S | 5 | - | ML3 6PY
Livingston | West Lothian | S | 6 | - | EH54 6FH
Dunfermline | Fife | S | 5 | - | KY11 8PB, KY12 9FA
Kirkcaldy | Fife | S | 5 | - | KY1 2DW, KY2 6BG
Dumfries | Dumfriesshire | S | 3 | - | DG1 3EY, DG2 9ER
Galashiels | Selkirkshire | S | 1 | - | TD1 1EN
Elgin | Moray | S | 2 | - | IV30 1LQ
Fort William | Inverness-shire | S | 1 | - | PH33 6FE
Stornoway | Isle of Lewis | S | 1 | - | HS1 2LR, HS2 0DZ
Lerwick | Shetland | S | 1 | - | ZE1 0QJ
# Northern Ireland (public buildings)
Belfast | County Antrim | I | 35 | 028 | BT1 5GS, BT4 3XX, BT7 1NN
Lisburn | County Antrim | I | 7 | 028 | BT27 4RL
Derry | County Londonderry | I | 9 | 028 | BT48 6DQ
Newry | County Down | I | 3 | 028 | BT35 8DJ
Craigavon | County Armagh | I | 6 | 028 | BT64 1AL
Bangor | County Down | I | 6 | 028 | BT20 4BT
Omagh | County Tyrone | I | 2 | 028 | BT79 7BL
Enniskillen | County Fermanagh | I | 1 | 028 | BT74 7BA
Coleraine | County Londonderry | I | 3 | 028 | BT52 1EY
"""
