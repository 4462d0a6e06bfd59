"""World manufacturer identifiers: the first three characters of a VIN (ISO 3780)."""

_CODES = {
    "Abarth": "ZFA", "Alfa Romeo": "ZAR", "Alpine": "VFA", "Aprilia": "ZD4", "Aston Martin": "SCF",
    "Audi": "WAU", "Bentley": "SCB", "BMW": "WBA", "BYD": "LGX", "Citroen": "VF7", "CUPRA": "VSS",
    "Dacia": "UU1", "DS": "VR1", "Ducati": "ZDM", "Ferrari": "ZFF", "Fiat": "ZFA", "Ford": "WF0",
    "Harley-Davidson": "5HD", "Honda": "SHH", "Husqvarna": "VBK", "Hyundai": "TMA",
    "Infiniti": "SJK", "Isuzu": "MPA", "Iveco": "ZCF", "Jaguar": "SAJ", "Jeep": "1C4",
    "Kawasaki": "JKA", "Kia": "U5Y", "KTM": "VBK", "Lamborghini": "ZHW", "Land Rover": "SAL",
    "Lexus": "JTH", "Lotus": "SCC", "Maserati": "ZAM", "Mazda": "JMZ", "McLaren": "SBM",
    "Mercedes-Benz": "WDD", "MG": "LSJ", "MINI": "WMW", "Mitsubishi": "JMB", "Moto Guzzi": "ZGU",
    "Nissan": "SJN", "Peugeot": "VF3", "Piaggio": "ZAP", "Polestar": "LPS", "Porsche": "WP0",
    "Renault": "VF1", "Rolls-Royce": "SCA", "Rover": "SAR", "Royal Enfield": "ME3", "SEAT": "VSS",
    "Skoda": "TMB", "Smart": "WME", "SsangYong": "KPT", "Subaru": "JF1", "Suzuki": "TSM",
    "Tesla": "LRW", "Toyota": "SB1", "Triumph": "SMT", "Vauxhall": "W0V", "Vespa": "ZAP",
    "Volkswagen": "WVW", "Volvo": "YV1", "Yamaha": "JYA",
}  # fmt: skip
_OTHER = "LXX"


def maker_code(make: str) -> str:
    """Return the three characters that a make's VINs begin with."""
    return _CODES.get(make, _OTHER)
