"""Trims, and the names of makes and models that are also plain words."""

TRIMS = (
    "gti, gtd, gte, gt line, gtline, r line, fr, fr line, fr sport, s line, black edition, se, "
    "se l, se dynamic, sel, m sport, msport, amg line, amg, st line, st, st 2, st 3, st line x, "
    "rs, titanium, titanium x, zetec, zetec s, tekna, tekna plus, n connecta, acenta, "
    "acenta premium, visia, n design, d4, d5, d3, td4, td5, td6, sd4, t4, t5, t6, t8, b4, b5, "
    "ecoboost, ecoblue, tdci, "
    "tdi, tsi, tfsi, fsi, gdi, crdi, dci, hdi, bluehdi, puretech, multijet, jtd, cdti, jtdm, "
    "skyactiv, vtec, i vtec, vvt i, multiair, twinair, ddis, dig t, etsi, mjet, cdi, bluetec, "
    "bluemotion, blue motion, bluemotion tech, twinpower, e tense, etense, sri, sri nav, "
    "sri vx line, elite, elite nav, vxr, gsi, vx line, limited edition, quattro, xdrive, sdrive, "
    "4motion, 4matic, all4, awd, type r, type s, john cooper works, jcw, cooper, sport tech, "
    "sport nav, se nav, se l nav, gt sport, gs line, vti, gt tdi, match edition, xcellence, "
    "monte carlo, vrs, scout, sportline, laurin klement, dynamique, dynamique nav, "
    "dynamique s nav, expression, iconic, iconique, techno, rs line, r dynamic, hse, hse luxury, "
    "autobiography, vogue, vogue se, metropolis, landmark, r sport, portfolio, prestige, allure, "
    "gt premium, active premium, feel, flair, shine, shine plus, vtr, vts, icon, excel, "
    "gr sport, design, dynamic, premium se, ultimate, exclusive, sensation, n line, "
    "first edition, launch edition, n performance, competition, performance, long range, "
    "standard range, standard range plus, plaid, double motor, dual motor, inscription, "
    "momentum, r design, cross country, polestar engineered, ultra, trendline, highline, "
    "comfortline, startline, trend, limited, leader, wildtrak, ms rt, msrt, raptor, lariat, "
    "invincible, invincible x, icon x, tributo, turismo, competizione, lounge, pop, easy, cross, "
    "lusso, veloce, sprint, quadrifoglio, ti, super sport, lux, gt, gts, turbo s, carrera, "
    "carrera s, carrera 4s, targa 4s, turbo, sw, vivid, ambition, style, sport, elegance, s, l, "
    "tech, tech line, tech edition, sport line, luxury line, luxury, modern, efficient dynamics, "
    "efficientdynamics, avantgarde, amg line premium, amg line premium plus, premium plus, "
    "night edition, exclusive line, ztec, lx, glx, xr3i, xrs, rs4, ghia, ghia x, edge, energi, "
    "active x, vignale, black pack, tecno, intens, initiale, play, play s, r, rt, abs, tft, pro, "
    "v6, v8, v10, v12, rally, rally pro, carbon, rr, sp, sd, special edition, trophy, "
    "match, life, active, pure, trail, sportive"
)
"""Names of trims and engines that are the same wherever they occur."""

TRIMS_AFTER_A_NAME = frozenset(
    """
    abs active allure ambition awd b4 b5 blackpack carbon carrera competition cooper cross d3 d4
    d5 design doublemotor dualmotor dynamic easy edge edition elegance elite energi excel
    exclusive expression feel flair fr gt icon iconic inscription l landmark launch leader life
    limited limitededition longrange lounge lux luxury match modern momentum performance play pop
    portfolio premium prestige pro pure quattro r rally raptor rr rs rsline rt s scout sd se
    sensation shine sp specialedition sport sprint st standardrange style super sw t4 t5 t6 t8 tech
    techno ti titanium trail trend trophy turbo turismo ultimate ultra vivid vogue
    """.split()
)
"""Trims that are words of their own: read as a trim only beside a make, a model or a trim."""

TRIMS_THAT_DESCRIBE = frozenset(
    """
    abs active ambition blackpack carbon carrera competition cooper cross design dynamic easy edge
    edition elite exclusive expression l landmark launch leader life limited limitededition luxury
    match modern momentum performance play pop portfolio premium prestige pro pure r rally rr rt s
    scout sensation sp specialedition sport sprint style super tech trail trend trophy turbo
    ultimate vivid
    """.split()
)
"""Of those, the ones that say how a vehicle is: "premium Audi" asks for no trim of that name."""

TRIMS_BEFORE_NAMES = frozenset({"quattro"})
"""Trims that are the name of a rare model too: an "Audi quattro" is one that drives all four."""

NICKNAMES = {
    "Volkswagen": "vw, v w, vdub, v dub, veedub, volkswagens, vws, volks",
    "Mercedes-Benz": "mercedes, merc, mercs, benz, mercedez, mercedes benz, merc benz, mb",
    "BMW": "beemer, beamer, bimmer, beema, bmws, bm",
    "Chevrolet": "chevy, chevvy, chev",
    "Land Rover": "landy, landie, landrover, land rovers",
    "Jaguar": "jag, jags",
    "Lamborghini": "lambo",
    "Lexus": "lexis",
    "Aston Martin": "aston, astons",
    "Alfa Romeo": "alfa, alfas",
    "Harley-Davidson": "harley, harleys, hog",
    "Subaru": "scooby, scoobie, subie",
    "Peugeot": "pug, pugs",
    "Vauxhall": "vauxy, vaux",
    "Mitsubishi": "mitsi, mitzi",
    "Rolls-Royce": "roller, rolls",
    "Royal Enfield": "enfield",
    "Moto Guzzi": "guzzi",
    "Porsche": "porker, porka",
    "Kawasaki": "kwak, kawa, kwacker",
    "Suzuki": "suzi, zook",
    "Toyota": "toyo",
    "Renault": "renner",
    "MINI": "minis",
    "Maserati": "maser",
    "SsangYong": "ssang yong",
}
MODEL_NICKNAMES = {
    ("Land Rover", "Range Rover"): "rangie, rangey, range",
    ("Land Rover", "Discovery"): "disco",
    ("Land Rover", "Discovery 3"): "disco 3",
    ("Land Rover", "Discovery 4"): "disco 4",
    ("Land Rover", "Discovery Sport"): "disco sport",
    ("Volkswagen", "Beetle"): "vw bug",
    ("Volkswagen", "Transporter"): "t4, t5, t6, t6.1, t5.1, vw transporter van",
    ("Vauxhall", "Zafira"): "zaf",
    ("Toyota", "Land Cruiser"): "landcruiser",
    (
        "Nissan",
        "Qashqai",
    ): "cashcow, cash cow, cash kai, cashkai, quashqai, kashkai, qashquai, quashquai",
    ("Ford", "Mondeo"): "mondy",
    ("Renault", "Clio"): "cleo",
    ("Renault", "Trafic"): "renaulttraffic",
    ("Mazda", "MX-5"): "miata",
    ("Vauxhall", "Insignia"): "insig",
    ("Ford", "Mustang Mach-E"): "mach e",
    ("Ford", "Ka+"): "ka plus",
    ("Honda", "CBR1000RR"): "fireblade, blade",
    ("Honda", "CBR1000RR-R"): "fireblade, blade",
    ("Honda", "CBR900RR"): "fireblade, blade",
    ("Suzuki", "GSX1300R Hayabusa"): "busa",
    ("Suzuki", "Hayabusa"): "busa",
    ("Triumph", "Bonneville"): "bonnie, bonny",
    ("Triumph", "Bonneville T100"): "bonnie t100",
    ("Triumph", "Bonneville T120"): "bonnie t120",
}

NEVER_ALONE = frozenset(
    """
    ace active adventure aero air alpine amg arc beta bond box bravo bug c1 cabriolet campervan
    caravan cc ce city cl classic clubman combo commander continental convertible coupe crossroad
    crown cube custom daily dawn daytona edge eight elan element eos estate ev ex expert flying fun
    fusion fx g ghost go gs gt gto gts hatch hatchback herald hs i idea is james journey largo
    legend life light lightweight limousine ls m man mark master maxi may mega minor mono navigator
    noble note nova one open orion partner patriot persona phantom pickup picnic pilgrim plus pop
    porter president pure radical ram rapid rc relay replica roadster rs ruby rush saloon savvy sc
    se sedan sei series seven shadow signum silence sl soul sovereign spirit sport spring sprint ss
    stage standard stream super surf tc td tf tourer touring traveller turismo tx up van v8 victory
    wagon wind wish zero zip
    """.split()
)
"""Names of makes and models that sentences use as plain words: read as a name only beside their
make, or one of their models."""

TOWNS_FIRST = frozenset({"bedford", "bristol", "lincoln", "plymouth"})
"""Makes of few vehicles and towns of many people: the town where it stands last."""

NOT_WITHOUT_STOCK = NEVER_ALONE | frozenset(
    """
    adria bailey bedford bristol carado commer denza genesis greeves hillman humber jensen kove
    laika lincoln marcos mash matchless mercury morris mutt neco norton ora panther pilote
    plymouth puch rapido riley segway simca singer sunlight swift talaria talbot willys wottan
    """.split()
)
"""Makes that are towns or words: known only where the stock has some."""
