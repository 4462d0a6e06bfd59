"""Postcodes whose place is known: each with its post town, another name for it, and its region.

From the published addresses of councils, stations, hospitals, universities and football grounds;
regions from which local authority each is in. Nothing here was taken from Carslink's answers.
"""

NE, NW, YH = "North East", "North West", "Yorkshire and The Humber"
EM, WM, EE = "East Midlands", "West Midlands", "East of England"
LO, SE, SW = "London", "South East", "South West"
SC, WA, NI, CI, IM = "Scotland", "Wales", "Northern Ireland", "Channel Islands", "Isle of Man"

EACH_AREA = [
    ("AB10 1AB", "Aberdeen", SC),  # Marischal College
    ("AL1 3JE", "St Albans", EE),  # council offices
    ("B1 1BB", "Birmingham", WM),  # Council House
    ("BA1 1LZ", "Bath", SW),  # Roman Baths
    ("BB1 7DY", "Blackburn", NW),  # town hall
    ("BD1 1HX", "Bradford", YH),  # City Hall
    ("BH2 6DY", "Bournemouth", SW),  # town hall
    ("BL1 1RU", "Bolton", NW),  # town hall
    ("BN1 1EE", "Brighton", SE),  # Royal Pavilion
    ("BR1 3UH", "Bromley", LO),  # civic centre
    ("BS1 5TR", "Bristol", SW),  # City Hall
    ("BT1 5GS", "Belfast", NI),  # City Hall
    ("CA3 8QG", "Carlisle", NW),  # civic centre
    ("CB2 3QJ", "Cambridge", EE),  # Guildhall
    ("CF10 1NS", "Cardiff", WA),  # Principality Stadium
    ("CH1 2HJ", "Chester", NW),  # town hall
    ("CM1 1JE", "Chelmsford", EE),  # civic centre
    ("CO1 1PJ", "Colchester", EE),  # town hall
    ("CR0 1EA", "Croydon", LO),  # Bernard Weatherill House
    ("CT1 2EH", "Canterbury", SE),  # cathedral
    ("CV1 5FB", "Coventry", WM),  # cathedral
    ("CW1 2BJ", "Crewe", NW),  # municipal buildings
    ("DA1 1DR", "Dartford", SE),  # civic centre
    ("DD1 3BY", "Dundee", SC),  # City Square
    ("DE1 2FS", "Derby", EM),  # Council House
    ("DG1 2DD", "Dumfries", SC),  # council offices
    ("DH1 3EH", "Durham", NE),  # cathedral
    ("DL1 5QT", "Darlington", NE),  # town hall
    ("DN1 3BU", "Doncaster", YH),  # civic office
    ("DT1 1XJ", "Dorchester", SW),  # County Hall
    ("DY1 1HF", "Dudley", WM),  # Council House
    ("E1 6AN", "London", LO),  # Liverpool Street
    ("EC2V 7HH", "London", LO),  # Guildhall
    ("EH1 1YJ", "Edinburgh", SC),  # City Chambers
    ("EN2 6AX", "Enfield", LO),  # library
    ("EX1 1JN", "Exeter", SW),  # civic centre
    ("FK1 5RS", "Falkirk", SC),  # municipal buildings
    ("FY1 1GB", "Blackpool", NW),  # council
    ("G2 1DU", "Glasgow", SC),  # City Chambers
    ("GL1 2EP", "Gloucester", SW),  # council
    ("GU2 4BB", "Guildford", SE),  # Millmead House
    ("GY1 2PB", "St Peter Port", CI),
    ("HA1 1BB", "Harrow", LO),  # Harrow-on-the-Hill station
    ("HD1 2TA", "Huddersfield", YH),  # town hall
    ("HG1 2AE", "Harrogate", YH),
    ("HP1 1DN", "Hemel Hempstead", EE),
    ("HR1 2NG", "Hereford", WM),  # cathedral
    ("HS1 2BW", "Stornoway", SC),  # council
    ("HU1 2AA", "Hull", YH),  # Guildhall
    ("HX1 1UJ", "Halifax", YH),  # town hall
    ("IG1 1DD", "Ilford", LO),  # Redbridge town hall
    ("IM1 1AN", "Douglas", IM),
    ("IP1 2DE", "Ipswich", EE),  # Grafton House
    ("IV3 5NX", "Inverness", SC),  # Highland Council
    ("JE2 4WE", "St Helier", CI),
    ("KA1 2BG", "Kilmarnock", SC),
    ("KT1 1EU", "Kingston upon Thames", LO),  # Guildhall
    ("KW1 4AB", "Wick", SC),
    ("KY7 5LT", "Glenrothes", SC),  # Fife House
    ("L1 1JJ", "Liverpool", NW),  # St George's Hall
    ("LA1 1PJ", "Lancaster", NW),  # town hall
    ("LD1 5LG", "Llandrindod Wells", WA),  # Powys County Hall
    ("LE1 9BG", "Leicester", EM),  # town hall
    ("LL30 2UP", "Llandudno", WA),
    ("LN1 1DD", "Lincoln", EM),  # City Hall
    ("LS1 1UR", "Leeds", YH),  # Civic Hall
    ("LU1 2BQ", "Luton", EE),  # town hall
    ("M2 5DB", "Manchester", NW),  # town hall
    ("ME14 1XX", "Maidstone", SE),  # County Hall
    ("MK9 3EJ", "Milton Keynes", SE),  # civic offices
    ("ML1 1AB", "Motherwell", SC),  # civic centre
    ("N1 9AG", "London", LO),  # King's Cross
    ("NE1 8QH", "Newcastle upon Tyne", NE),  # civic centre
    ("NG2 3NG", "Nottingham", EM),  # Loxley House
    ("NN1 1ED", "Northampton", EM),  # county hall
    ("NP20 4UR", "Newport", WA),  # civic centre
    ("NR2 1NH", "Norwich", EE),  # City Hall
    ("NW1 2DB", "London", LO),  # British Library
    ("OL1 1UH", "Oldham", NW),
    ("OX1 1BX", "Oxford", SE),  # town hall
    ("PA1 1JB", "Paisley", SC),
    ("PE1 1HG", "Peterborough", EE),  # town hall
    ("PH1 5GD", "Perth", SC),
    ("PL1 3BJ", "Plymouth", SW),
    ("PO1 2AL", "Portsmouth", SE),  # Guildhall Square
    ("PR1 2RL", "Preston", NW),  # town hall
    ("RG1 2LU", "Reading", SE),  # civic offices
    ("RH10 1UZ", "Crawley", SE),
    ("RM1 3BD", "Romford", LO),  # town hall
    ("S1 2HH", "Sheffield", YH),  # town hall
    ("SA1 3SN", "Swansea", WA),  # civic centre
    ("SE1 9SG", "London", LO),  # The Shard
    ("SG1 1HN", "Stevenage", EE),
    ("SK1 3XE", "Stockport", NW),  # town hall
    ("SL1 3UF", "Slough", SE),
    ("SM1 1EA", "Sutton", LO),  # civic offices
    ("SN1 2JG", "Swindon", SW),
    ("SO14 7LY", "Southampton", SE),  # civic centre
    ("SP1 2EJ", "Salisbury", SW),  # cathedral
    ("SR1 3AA", "Sunderland", NE),  # City Hall area
    ("SS2 6ER", "Southend-on-Sea", EE),  # civic centre
    ("ST4 1HH", "Stoke-on-Trent", WM),
    ("SW1A 1AA", "London", LO),  # Buckingham Palace
    ("SY2 6ND", "Shrewsbury", WM),  # Shirehall
    ("TA1 1HE", "Taunton", SW),
    ("TD6 9LG", "Melrose", SC),  # abbey
    ("TF3 4NT", "Telford", WM),
    ("TN1 1RS", "Tunbridge Wells", SE),  # town hall
    ("TQ1 3DR", "Torquay", SW),  # town hall
    ("TR1 3AY", "Truro", SW),  # County Hall
    ("TS1 2AZ", "Middlesbrough", NE),  # MIMA
    ("TW1 3BZ", "Twickenham", LO),  # civic centre
    ("UB8 1UW", "Uxbridge", LO),  # civic centre
    ("W1A 1AA", "London", LO),  # Broadcasting House
    ("WA1 1UH", "Warrington", NW),  # town hall
    ("WC1B 3DG", "London", LO),  # British Museum
    ("WD17 3EX", "Watford", EE),  # town hall
    ("WF1 2HQ", "Wakefield", YH),  # town hall
    ("WN1 1YN", "Wigan", NW),  # town hall
    ("WR1 2EY", "Worcester", WM),
    ("WS1 1TP", "Walsall", WM),  # civic centre
    ("WV1 1SH", "Wolverhampton", WM),  # civic centre
    ("YO1 7HH", "York", YH),  # Minster
    ("ZE1 0HB", "Lerwick", SC),  # town hall
]

BORDERS = [
    # England and Wales
    ("CH4 0DR", WA, "Airbus, Broughton"),
    ("CH4 9QT", NW, "Chester Business Park"),
    ("CH5 2NH", WA, "Shotton steelworks"),
    ("CH7 6NB", WA, "County Hall, Mold"),
    ("CH64 4AY", NW, "Ness Botanic Gardens"),
    ("LL14 5AF", WA, "Chirk Castle"),
    ("SY11 1JN", WM, "Oswestry library"),
    ("SY21 8RF", WA, "Powis Castle"),
    ("SY23 3FL", WA, "Aberystwyth University"),
    ("HR3 5DG", WA, "Hay Castle"),
    ("HR5 3EG", WM, "Hergest Croft, Kington"),
    ("LD8 2AD", WA, "Judge's Lodging, Presteigne"),
    ("NP25 3DY", WA, "Shire Hall, Monmouth"),
    ("GL16 8JR", SW, "Clearwell Caves"),
    ("NP16 5EY", WA, "Chepstow Castle"),
    ("NP16 6SE", WA, "Tintern Abbey"),
    # England and Scotland
    ("TD15 1DF", NE, "Berwick Barracks"),
    ("TD15 1SZ", SC, "Paxton House"),
    ("TD12 4BD", SC, "Coldstream Museum"),
    ("TD12 4TN", NE, "Etal Castle"),
    ("TD9 0LU", SC, "Hermitage Castle"),
    ("DG16 5EA", SC, "Blacksmiths Shop, Gretna Green"),
    ("CA8 7DD", NW, "Birdoswald"),
    ("CA8 2HQ", NW, "Lanercost Priory"),
    ("DL13 1AR", NE, "Killhope"),
    # Yorkshire, the North East and the North West
    ("DL7 8AD", YH, "County Hall, Northallerton"),
    ("DL8 4ET", YH, "Bolton Castle"),
    ("DL12 8NP", NE, "Bowes Museum"),
    ("DL2 2PL", YH, "Croft Circuit"),
    ("TS9 5AE", YH, "Stokesley"),
    ("TS13 4HG", NE, "Loftus"),
    ("TS13 5BH", YH, "Staithes"),
    ("LA6 3AW", YH, "White Scar Caves"),
    ("LA6 2AH", NW, "Kirkby Lonsdale"),
    ("BD23 1AW", YH, "Skipton Castle"),
    ("BB18 5DL", NW, "Barnoldswick"),
    ("OL14 5QG", YH, "Todmorden"),
    ("OL3 6HS", NW, "Saddleworth Museum"),
    # Yorkshire and the East Midlands, the North West and the Midlands
    ("DN22 6DB", EM, "Retford Town Hall"),
    ("DN21 2NB", EM, "Gainsborough Old Hall"),
    ("DN9 3RH", YH, "Doncaster Sheffield Airport"),
    ("DN35 8LY", YH, "Cleethorpes"),
    ("S40 1LP", EM, "Chesterfield Town Hall"),
    ("S80 2AH", EM, "Worksop"),
    ("S33 8WQ", EM, "Peveril Castle"),
    ("S20 7PN", YH, "Crystal Peaks"),
    ("S60 1AE", YH, "Riverside House, Rotherham"),
    ("SK17 6XN", EM, "Buxton Opera House"),
    ("SK12 2NR", NW, "Lyme Park"),
    ("ST7 3QP", NW, "Rode Hall"),
    ("ST8 7SD", WM, "Biddulph Grange"),
    ("CW12 4SD", NW, "Little Moreton Hall"),
    ("CW5 7QB", NW, "Bridgemere"),
    ("TF9 4EU", WM, "Dorothy Clive Garden"),
    ("ST10 4DB", WM, "Alton Towers"),
    # The Midlands and their neighbours
    ("DE14 2EB", WM, "Burton Town Hall"),
    ("DE13 9PD", WM, "St George's Park"),
    ("DE73 7LE", EM, "Calke Abbey"),
    ("DE11 0AH", EM, "Swadlincote"),
    ("CV13 0AD", EM, "Bosworth Battlefield"),
    ("CV11 5AA", WM, "Nuneaton Town Hall"),
    ("WR12 7JU", SW, "Snowshill Manor"),
    ("WR12 7AA", WM, "Broadway"),
    ("GL55 6LR", SW, "Hidcote"),
    ("GL20 5RZ", SW, "Tewkesbury Abbey"),
    ("OX15 6HT", WM, "Upton House"),
    ("OX16 5QB", SE, "Banbury Town Hall"),
    ("NN12 8TN", EM, "Silverstone Circuit"),
    ("MK18 5EQ", SE, "Stowe"),
    ("MK43 0AL", EE, "Cranfield University"),
    ("MK17 9QN", EE, "Woburn Safari Park"),
    ("MK3 6EB", SE, "Bletchley Park"),
    ("PE9 3JY", EE, "Burghley House"),
    ("PE9 2AG", EM, "Stamford"),
    ("PE21 6NQ", EM, "Boston Stump"),
    ("PE13 1ES", EE, "Wisbech Museum"),
    ("PE25 1NJ", EM, "Butlin's, Skegness"),
    # The South East and its neighbours
    ("LU7 0PS", SE, "Ascott House"),
    ("LU6 2LF", EE, "Whipsnade Zoo"),
    ("HP23 6AP", EE, "Natural History Museum, Tring"),
    ("HP4 1LT", EE, "Ashridge Estate"),
    ("HP5 1DS", SE, "Chesham"),
    ("SN6 8LA", SE, "Defence Academy, Shrivenham"),
    ("SN6 6AA", SW, "Cricklade"),
    ("RG17 0SU", SW, "Littlecote House"),
    ("RG17 0EB", SE, "Hungerford"),
    ("SP6 2DF", SE, "Breamore House"),
    ("SP4 7DE", SW, "Stonehenge"),
    ("BH23 4LE", SW, "Highcliffe Castle"),
    ("BH24 2DA", SW, "Avon Heath"),
    ("BH24 1BW", SE, "Ringwood"),
    # London and its neighbours
    ("KT8 9AU", LO, "Hampton Court Palace"),
    ("KT10 9AJ", SE, "Sandown Park"),
    ("KT9 2NE", LO, "Chessington World of Adventures"),
    ("KT18 5LQ", SE, "Epsom Downs Racecourse"),
    ("SM7 2BQ", SE, "Banstead"),
    ("CR3 6JX", SE, "Caterham"),
    ("CR5 2RA", LO, "Coulsdon"),
    ("TN16 3BH", LO, "Biggin Hill Airport"),
    ("TN16 1PS", SE, "Chartwell"),
    ("BR6 7JT", LO, "Down House"),
    ("BR8 7PA", SE, "Swanley"),
    ("DA5 1PQ", LO, "Hall Place, Bexley"),
    ("DA9 9ST", SE, "Bluewater"),
    ("RM20 2ZP", EE, "Lakeside"),
    ("RM4 1SJ", EE, "Stapleford Aerodrome"),
    ("RM14 2TD", LO, "Upminster"),
    ("IG10 4AA", EE, "Loughton"),
    ("IG7 6QQ", EE, "Chigwell"),
    ("E4 7QH", LO, "Queen Elizabeth's Hunting Lodge, Chingford"),
    ("E4 7QW", EE, "Gilwell Park"),
    ("EN4 0PS", LO, "Trent Park"),
    ("EN6 5BQ", EE, "Potters Bar"),
    ("WD6 1JG", EE, "Elstree Studios"),
    ("UB9 6JH", LO, "Harefield Hospital"),
    ("UB9 5DF", SE, "Denham Aerodrome"),
    ("SL0 0NH", SE, "Pinewood Studios"),
    ("TW16 5AQ", SE, "Kempton Park"),
    ("TW18 4AX", SE, "Staines"),
    ("TW6 2GW", LO, "Heathrow"),
]
"""Known sites on both sides of the borders that postcode areas straddle, with their regions."""

TOWNS = [
    # places that are towns of their own, and not the city whose postcode they have
    ("G74 1AA", "East Kilbride"),
    ("M33 7ZF", "Sale"),
    ("WA14 1PF", "Altrincham"),
    ("BN3 3BQ", "Hove"),
    ("SA43 1JL", "Cardigan"),
    ("LS21 1BG", "Otley"),
    ("NE8 1HH", "Gateshead"),
    ("B91 3QB", "Solihull"),
    ("L37 3PU", "Formby"),
    ("BS20 7DB", "Portishead"),
    # suburbs, which belong to their city
    ("M14 6LT", "Manchester"),  # Fallowfield
    ("LS6 3HN", "Leeds"),  # Headingley
    ("B29 7QU", "Birmingham"),  # Selly Oak
    ("SE9 1DH", "London"),  # Eltham
    ("NW10 4UJ", "London"),  # Harlesden
    # a village's postcode, under the name of the town that people there would give
    ("TN33 0AD", "Battle"),
    ("OX20 1PP", "Woodstock"),  # Blenheim Palace
    ("NG25 0HD", "Southwell"),
    ("LA22 9BU", "Ambleside"),
    ("IV51 9EJ", "Portree"),
    ("TR19 6AA", "Penzance"),
]
