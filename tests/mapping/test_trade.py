"""Whole tables as the trade has them: every column, with what it must be taken for."""

from itertools import zip_longest

import pytest

from carslink.mapping import columns

NO_FIELD = "-"
TABLES = {
    "a sheet kept by hand": """
        Reg : registration : FN14 ODK ; LR65 UHO ; EK18 GVW
        Car : model : Ford Fiesta ; Kia Sportage ; Skoda Octavia
        Spec : variant : 1.0 Zetec ; 1.7 CRDi 2 ; 2.0 TDI SE L
        Plate : year : 14 ; 65 ; 18
        Mlge : mileage : 54k ; 61k ; 48k
        Col : colour : Blue ; White ; Grey
        F : fuel : P ; D ; D
        Tx : transmission : M ; M ; A
        Drs : - : 5 ; 5 ; 5
        Std-in : - : 4200 ; 8900 ; 9100
        Prep : - : 150 ; 220 ; 95
        Retail : price : 5,495 ; 10,995 ; 11,495
        MOT exp : - : Jan 27 ; Mar 27 ; Nov 26
        Prev Own : - : 2 ; 1 ; 3
        Svc Hist : - : FSH ; FSH ; PSH
        Keys : - : 2 ; 1 ; 2
        RFL : - : £20 ; £165 ; £165
        Where : - : Front ; Front ; Back yard
        Notes : - : needs tyre ;  ; sold sat?
    """,
    "a printed list of short names": """
        Stk : source_id : U1201 ; U1207 ; U1215
        VRN : registration : GX19 KFA ; MJ68 ZTE ; WP20 LHC
        Mk : make : FORD ; VW ; MERC
        Mdl : model : KUGA ; TIGUAN ; A CLASS
        Deriv : variant : 1.5T ST-Line 2WD ; 2.0 TDI SEL DSG ; A180d AMG Line
        Dt 1st Reg : year : 03/19 ; 10/18 ; 06/20
        Mlge : mileage : 31877 ; 44120 ; 22690
        Ext Col : colour : MAGNETIC ; PURE WHITE ; DENIM BLUE
        Int Col : - : BLACK ; GREY ; BLACK
        Fuel : fuel : Pet ; Dsl ; Dsl
        Trans : transmission : 6 Spd Man ; 7 Spd Auto ; S/Auto
        Body : body_type : 5dr SUV ; SUV ; HB
        Drs : - : 5 ; 5 ; 5
        CC : engine_size : 1498 ; 1968 ; 1461
        BHP : - : 148 ; 148 ; 114
        CO2 : - : 145 ; 139 ; 115
        RRP : - : 27500 ; 31200 ; 28900
        Was : - : 14495 ; 17995 ; 19495
        Price : price : 13995 ; 17495 ; 18995
        Cost : - : 12000 ; 15100 ; 16800
        SIV : - : 12350 ; 15600 ; 17150
        CAP Clean : - : 12600 ; 15800 ; 17400
        Margin : - : 1645 ; 1895 ; 1845
        VAT : - : M ; M ; Q
        Own : - : 1 ; 2 ; 1
        S/H : - : FSH ; FSH ; FMBSH
        MOT : - : 03/27 ; 10/26 ; 06/27
        DIS : - : 14 ; 33 ; 61
    """,
    "vans with and without VAT": """
        Ref : source_id : VAN101 ; VAN102 ; VAN103
        Reg No : registration : HV70 BTO ; KM69 YXS ; FD21 CPE
        Manufacturer : make : Ford ; Mercedes-Benz ; Vauxhall
        Range : model : Transit ; Sprinter ; Vivaro
        Model & Spec : variant : 350 L3 H3 Leader 2.0 EcoBlue ; 314 CDI Progressive
        Body : body_type : Panel Van ; Luton ; Panel Van
        Wheelbase : - : LWB ; LWB ; SWB
        Roof : roof_height : H3 ; High ; Low
        Year : year : 2020 ; 2019 ; 2021
        Mileage : mileage : 68,210 ; 91,000 ; 34,120
        Price Ex : - : 16,500 ; 15,000 ; 17,250
        VAT : - : 3,300 ; 3,000 ; 3,450
        Price Inc : price : 19,800 ; 18,000 ; 20,700
        Fuel : fuel : Diesel ; Diesel ; Diesel
        Gearbox : transmission : Manual ; Auto ; Manual
        Payload : payload_kg : 1,190 ; 950 ; 1,002
        GVW : - : 3500 ; 3500 ; 2900
        Load Length : load_length : 3494mm ; 4100mm ; 2512mm
        Load Vol : load_volume_m3 : 11.5 ; 20 ; 5.3
        Euro : - : 6 ; 6 ; 6
        ULEZ : - : Yes ; Yes ; Yes
        Seats : - : 3 ; 3 ; 3
        Ply Lined : - : Y ; N ; Y
        Bulkhead : - : Y ; Y ; Y
        Lease pcm : - : 339 ; 365 ; 329
        Colour : colour : White ; White ; Silver
        Picture 1 : images : https://vans.example/p/101a.jpg ; https://vans.example/p/102a.jpg
        Picture 2 : images : https://vans.example/p/101b.jpg ; https://vans.example/p/102b.jpg
        Website : - : https://abc.example/ ; https://abc.example/ ; https://abc.example/
    """,
    "a dealer in motorcycles": """
        Stock Code : source_id : B2001 ; B2002 ; B2003
        Reg : registration : LK71 DRV ; WN20 XTF ; YJ19 OPE
        Make/Model : model : Honda CB650R ; Yamaha MT-07 ; Triumph Street Triple RS
        Style : bike_type : Naked ; Naked ; Naked
        CC : engine_size : 649 ; 689 ; 765
        Year : year : 2021 ; 2020 ; 2019
        Miles : mileage : 4,120 ; 7,899 ; 11,020
        Colour : colour : Red ; Blue ; Grey
        Licence : licence_category : A2 ; A2 ; A
        Seat height : - : 810 ; 805 ; 825
        Price : price : 6,299 ; 5,499 ; 8,295
        Collection Price : - : 6,199 ; 5,399 ; 8,195
        Delivered price : - : 6,399 ; 5,599 ; 8,395
        Finance from : - : £112.40 ; £98.12 ; £148.00
        HPI Clear : - : Yes ; Yes ; Yes
        Recorded : - : No ; No ; Cat N
        Extras : - : Tail tidy, heated grips ; Crash bungs ; Quickshifter, Arrow can
        Tax : - : 101 ; 101 ; 101
        MOT : - : 12 months ; 11/26 ; Full
    """,
    "an auction's catalogue": """
        Lot : source_id : 1 ; 2 ; 3
        Reg : registration : AV13 KXO ; BG64 LYN ; CX15 PDE
        Description : model : FORD FOCUS 1.6 TDCI ZETEC ; VAUXHALL ASTRA 1.4 SRI
        1st Reg : year : 28/03/2013 ; 11/09/2014 ; 03/06/2015
        Miles : mileage : 98,112 ; 76,543 ; 84,001
        Warranted : - : Y ; N ; Y
        Fuel : fuel : D ; P ; D
        Gears : transmission : M ; M ; M
        Doors : - : 5 ; 5 ; 5
        MOT : - : Jan-27 ; None ; Jun-26
        V5 : - : Y ; Y ; TF
        Former Keepers : - : 3 ; 4 ; 2
        Service History : - : Part ; None ; Full
        Grade : - : 3 ; 4 ; 2
        CAP Clean : - : 2600 ; 3200 ; 5900
        CAP Avg : - : 2200 ; 2800 ; 5300
        Reserve : - : 2000 ; 2500 ; 5500
        Guide : - : 2250 ; 2700 ; 5600
        Vendor : - : Arval ; Private ; Motability
        Recorded : - :  ; Cat S ;
        VAT : - : M ; M ; Q
        Colour : colour : Silver ; Black ; White
    """,
    "no names at all": """
        : registration : WX15 RTF ; KP64 ZNB ; VO18 LJC ; NL67 YTU ; RE19 KWM
        : make : Renault ; Mazda ; Volvo ; SEAT ; Jaguar
        : model : Captur ; CX-5 ; XC40 ; Leon ; XE
        : variant : 1.5 dCi Dynamique ; 2.2d SE-L Nav ; 2.0 D3 Momentum ; 1.4 TSI FR
        : year : 2015 ; 2014 ; 2018 ; 2017 ; 2019
        : mileage : 62110 ; 71500 ; 41020 ; 50218 ; 36990
        : fuel : Dsl ; Dsl ; Dsl ; Pet ; Dsl
        : transmission : Man ; Man ; Auto ; Man ; Auto
        : colour : Ivory ; Red ; Blue ; White ; Black
        : price : £6,995 ; £8,495 ; £17,995 ; £9,995 ; £15,495
        : - : 2 ; 3 ; 1 ; 2 ; 1
        : - : FSH ; FSH ; FVSH ; PSH ; FSH
    """,
    "a German system's": """
        Interne Nummer : source_id : F-1001 ; F-1002 ; F-1003
        Kennzeichen : registration : LB19 UKV ; MA68 CEN ; EX21 BVW
        Hersteller : make : Volkswagen ; BMW ; Audi
        Baureihe : model : Passat ; X3 ; A6
        Modell : variant : 2.0 TDI GT ; xDrive20d M Sport ; 45 TFSI S line
        Fahrzeugart : vehicle_type : Car ; Car ; Car
        Aufbau : body_type : Estate ; SUV ; Saloon
        EZ : year : 03/2019 ; 10/2018 ; 04/2021
        KM : mileage : 54000 ; 71000 ; 22000
        Kraftstoff : fuel : Diesel ; Diesel ; Petrol
        Getriebe : transmission : Automatic ; Automatic ; Automatic
        Leistung : - : 110 ; 140 ; 180
        Hubraum : engine_size : 1968 ; 1995 ; 1984
        Farbe : colour : Black ; White ; Grey
        VK Brutto : price : 16995 ; 22495 ; 31995
        EK Netto : - : 14100 ; 18700 ; 27000
        HU/AU : - : 03/2027 ; 10/2026 ; 04/2027
        Vorbesitzer : - : 1 ; 2 ; 1
        Standtage : - : 14 ; 61 ; 5
        Bilder : images : https://a.example/1.jpg,https://a.example/2.jpg ; https://a.example/3.jpg
        Bemerkung : description : Unfallfrei, Scheckheft ;  ; Leder, Navi
    """,
    "a French system's": """
        Réf : source_id : 00123 ; 00124 ; 00131
        Immatriculation : registration : KR20 VOB ; LX69 FTE ; MD21 GHU
        Marque : make : Peugeot ; Renault ; Citroën
        Modèle : model : 3008 ; Megane ; C4
        Finition : variant : GT Line ; Iconic ; Shine Plus
        Énergie : fuel : Diesel ; Petrol ; Electric
        Boîte : transmission : Automatic ; Manual ; Automatic
        Date MEC : year : 15/03/2020 ; 02/09/2019 ; 21/06/2021
        Kilométrage : mileage : 32000 mi ; 41000 mi ; 12000 mi
        Couleur : colour : Grey ; Red ; White
        Nb portes : - : 5 ; 5 ; 5
        Puissance : - : 130 ; 140 ; 136
        Prix : price : £19,995 ; £13,495 ; £22,750
        Prix HT : - : £16,662 ; £11,246 ; £18,958
        Options : - : GPS, caméra ; Clim auto ; Pompe à chaleur
        Photos : images : https://fr.example/1.jpg|https://fr.example/2.jpg
    """,
    "ages of plates beside plates": """
        No : source_id : 1 ; 2 ; 3
        Full Reg : registration : CA12 DFR ; DB62 EGT ; EC21 FHY
        Reg : year : 12 ; 62 ; 21
        Make : make : Ford ; Vauxhall ; Kia
        Model : model : Fiesta ; Astra ; Ceed
        Description : variant : 1.25 Zetec 5dr ; 1.6 SRi 5dr ; 1.5 T-GDi GT-Line
        Type : body_type : HB ; HB ; EST
        Fuel : fuel : P ; P ; H
        Trans : transmission : M ; M ; A
        £ : price : 3,995 ; 4,495 ; 15,995
        Was : - : 4,295 ;  ; 16,495
        Speedo : mileage : 81,000 ; 72,500 ; 30,120
        Bought : - : 3000 ; 3300 ; 13500
        From : - : BCA ; Px ; Manheim
        Date in : - : 01/03/26 ; 04/03/26 ; 11/03/26
        Tax : - : £165 ; £190 ; £180
        Sunroof : - : N ; N ; Y
        Roof : - : Panoramic ; Steel ; Panoramic
        Serviced : - : Yes ; Yes ; Yes
        MOT till : - : 03/27 ; 09/26 ; 03/27
    """,
    "a finance system, in thousands": """
        StockId : source_id : SM-001 ; SM-002 ; SM-003
        Vrm : registration : EO21 XVA ; FT70 KUC ; GN19 LBP
        VehicleClass : vehicle_type : Car ; Car ; LCV
        Manufacturer : make : Hyundai ; MG ; Peugeot
        Model : model : Tucson ; ZS ; Partner
        Trim : variant : 1.6 T-GDi SE Connect ; 1.5 VTi Excite ; 1.5 BlueHDi 1000 Professional
        RegistrationDate : year : 2021-03-19 ; 2020-12-01 ; 2019-05-30
        Mileage : mileage : 24.1 ; 18.7 ; 52.3
        CashPrice : price : 20.9 ; 12.5 ; 10.995
        FinanceProduct : - : PCP ; HP ; HP
        Term : - : 48 ; 60 ; 48
        CashDeposit : - : 1000 ; 500 ; 750
        MonthlyPayment : - : 298.11 ; 189.50 ; 201.99
        FinalPayment : - : 9850 ;  ;
        Apr : - : 9.9 ; 11.9 ; 10.9
        AnnualMileage : - : 10000 ; 8000 ; 12000
        CapCode : - : HYTU16SC55HPTM ; MGZS15EXC5HPTM ; PEPA15PRO4VDTM
        ImageUrl : images : https://iv.example/i/1.jpg ; https://iv.example/i/2.jpg
        DealerLogoUrl : - : https://iv.example/logo.png ; https://iv.example/logo.png
        DealerUrl : - : https://www.smith.example ; https://www.smith.example
        StockUrl : listing_url : https://www.smith.example/stock/1
        ConditionType : condition : Used ; Used ; Used
    """,
    "a sheet on the office wall": """
        Reg. : registration : WN14 ABX ; LL65 KJD
        Vehicle : model : VW Polo 1.2 Match ; Ford Ka 1.2 Studio
        Yr : year : 14 ; 65
        Ml's : mileage : 68k ; 51k
        £ Trade : - : 3900 ; 2600
        £ Retail : price : 4,995 ; 3,495
        Fin £pm : - : £119 ; £89
        Extras : - : Nav, Bluetooth ; Alloys
        Ulez : - : Y ; Y
        Svc : - : FSH ; Part
        Mot : - : Feb ; Jun
        Kprs : - : 3 ; 2
        Loc : - : Pitch 4 ; Pitch 6
        Pics? : - : Y ; N
        On AT? : - : Y ; N
        Tyres : - : ok ; 2 new
        Hpi : - : Clear ; Clear
        Buyer : - : Dave ; Dave
    """,
    "another German system's": """
        Angebotsnr : source_id : A-1 ; A-2
        Marke : make : Audi ; BMW
        Modell : model : A4 ; 320d
        Ausführung : variant : 2.0 TDI S line ; M Sport
        EZ : year : 05/2018 ; 09/2017
        km-Stand : mileage : 88000 ; 101000
        Kraftstoff : fuel : Diesel ; Diesel
        kW : - : 110 ; 140
        PS : - : 150 ; 190
        Getriebeart : transmission : Automatik ; Schaltgetriebe
        Außenfarbe : colour : Schwarz ; Weiß
        Polster : - : Leder ; Stoff
        Türen : - : 5 ; 4
        HU bis : - : 05/2027 ; 09/2026
        VB-Preis : price : 17990 ; 16490
        MwSt : - : 19 ; 19
        EK : - : 15000 ; 14000
        Fahrgestell-Nr. : vin : WAUZZZF47JA123456 ; WBA8E12070K123456
        Bild 1 : images : https://g.example/1.jpg ; https://g.example/3.jpg
        Bild 2 : images : https://g.example/2.jpg ; https://g.example/4.jpg
    """,
    "an American system's": """
        Stock# : source_id : P1001 ; P1002
        VIN : vin : 1HGCV1F34LA000001 ; 2T1BURHE5JC012345
        Yr : year : 2020 ; 2018
        Mk : make : Honda ; Toyota
        Mdl : model : Accord ; Corolla
        Trm : variant : Sport ; LE
        Ext Clr : colour : Black ; White
        Int Clr : - : Black ; Gray
        Odo : mileage : 41200 ; 52110
        Int Price : price : 21995 ; 15495
        MSRP : - : 26780 ; 20135
        Inv : - : 19000 ; 13800
        Body : body_type : Sedan ; Sedan
        Eng : engine_size : 1.5L I4 ; 1.8L I4
        Trans : transmission : CVT ; Automatic
        Drv : - : FWD ; FWD
        Cert : - : N ; Y
        DIS : - : 12 ; 44
        Photos : images : https://u.example/1.jpg ; https://u.example/2.jpg
        Comments : description : Clean one owner Accord with low miles and full service records.
        Sp Price : - :  ;
    """,
    "a van centre's": """
        Stk : source_id : V1 ; V2
        Reg : registration : HV19 KDA ; KR68 JDE
        Make : make : Ford ; Renault
        Model : model : Transit ; Master
        Desc : variant : 350 L3H2 2.0 EcoBlue ; LM35 dCi Business
        Body Type : body_type : Panel Van ; Panel Van
        WB : - : LWB ; MWB
        Roof Ht : roof_height : Medium ; High
        Yr : year : 19 ; 68
        Miles : mileage : 78000 ; 91000
        Price + VAT : price : 14995 ; 11995
        VAT Q : - : Y ; Y
        Euro 6 : - : Y ; Y
        Air Con : - : Y ; N
        Ply : - : Y ; N
        Racking : - : N ; Y
        GVW (kg) : - : 3500 ; 3500
        Payload (kg) : payload_kg : 1150 ; 1400
        Load Len (mm) : load_length : 3494 ; 3083
        Cube : - : 11 ; 10
        Seats : - : 3 ; 3
        Tow bar : - : N ; Y
        Col : colour : White ; Silver
    """,
}


def told(table: str) -> tuple[list[str], list[str], list[list[str]]]:
    """Return a table's names, what they must be taken for, and its rows."""
    lines = [line.strip() for line in table.strip().splitlines()]
    parts = [[part.strip() for part in f" {line} ".split(" : ")] for line in lines]
    columns = [cells.split(" ; ") for _, _, cells in parts]
    rows = [list(row) for row in zip_longest(*columns, fillvalue="")]
    return [name for name, _, _ in parts], [field for _, field, _ in parts], rows


@pytest.mark.parametrize("name", TABLES)
def test_every_column_of_a_table_of_the_trade_is_understood(name: str) -> None:
    header, fields, rows = told(TABLES[name])
    proposed = columns.propose(header if any(header) else [], rows)
    found = [(each.header, each.field or NO_FIELD) for each in proposed]
    assert found == list(zip(header, fields, strict=True))
    assert all(each.confidence > 0.5 for each in proposed if each.field and any(header))
