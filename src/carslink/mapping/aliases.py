"""What the trade calls its columns: data alone, read by `names.py`.

Names are divided by a comma and a space. Case, joints (`fuelType`, `fuel_type`, `Fuel Type`),
plurals, units and the synonyms of `headings.py` (photo and image, colour and color, no and number)
do not matter, so each name stands once. Of two columns with names of one field, the name that
stands first wins. The names are those of public specifications and data sets: AutoTrader's and
Cap's stock files, DMS Navigator, Carsnip, the vehicle feeds of Google, Meta, TikTok and CarGurus,
HomeNet, vAuto and AutoXLoo, mobile.de, and the common open data sets of used cars.
"""

SURE: dict[str, str] = {
    "vehicle_type": (
        "vehicle type, vehicle category, vehicle class, type of vehicle, vehicle kind, car or "
        "van, class of vehicle, vehicle sector"
    ),
    "make": (
        "make, manufacturer, brand, marque, make name, maker, manufacturer name, brand name, oem, "
        "make description, car company, automaker, franchise make, bike make"
    ),
    "model": (
        "model, model name, model range, range, model description, base model, model family, "
        "model group, model line, car name, model desc, carline, car line, bike model, model "
        "short, model title, type model, model class, model and spec, model and variant, model "
        "and trim, model and derivative"
    ),
    "variant": (
        "variant, derivative, trim, trim level, version, model variant, specification, derivative "
        "description, trim name, spec, sub model, model version, variant name, trim description, "
        "trim line, edition, model derivative, model trim, series trim, cap description, "
        "cap derivative, sub variant, trim package, model detail, style name, style description, "
        "derivative name, sub title, subtitle, vehicle description short, model specification, "
        "equipment line, body style description"
    ),
    "year": (
        "year, model year, year of manufacture, registration year, manufacture year, year of "
        "registration, production year, build year, prod year, year of make, year made, year "
        "produced, year of production, make year, manufacturing year, manufactured year, first "
        "registration year, registered year, year registered, year of first registration, plate "
        "year, year built, my, yom, year model, year of build, model date, year of construction, "
        "date of model, year plate, year and plate, yr plate, plate and year, manufactured in, "
        "construction year, year of car"
    ),
    "price": (
        "price, advertised price, advert price, asking price, current price, price current, "
        "supplied price, web price, website price, selling price, internet price, online price, "
        "retail price, sale price, sales price, list price, screen price, screen, cash price, "
        "forecourt price, sticker price, price including vat, price inc vat, display price, total "
        "price, price value, internet special, ask price, retail, asking, price gbp, full price, "
        "advertising price, price amount, dealer price, consumer price, price on the road, otr "
        "price, on the road price, published price, final price, offer price, suggested price, "
        "customer pays, customer pay, you pay, for sale at, selling at, on sale at, on sale for, "
        "sale at, sells for, selling for, priced at, offered at, advertised at, retailing at, "
        "retail at, yours for, sell price, special price, price retail, advertised, price "
        "exclusive of vat, buy now price, buy it now price, customer price, gross price, internet "
        "sale price, regular price, price including taxes, public price, price with vat, marketed "
        "price, resale price, sold price, sale amount, price excluding vat, price ex vat, price "
        "plus vat, price exc vat, rrp inc vat, price bid, bid price, ticket price, price out, gbp "
        "out, collection price, price collected, drive away, drive away price"
    ),
    "mileage": (
        "mileage, odometer, odometer reading, miles, current mileage, odometer value, mileage "
        "value, kilometers, kilometres, kilometerage, kilometrage, km driven, kms, miles driven, "
        "distance driven, odometer miles, odometer km, total miles, recorded mileage, mileage "
        "reading, actual mileage, distance travelled, driven, distance covered, running, run km, "
        "total mileage, mileage miles, mileage km, miles on clock, clock, odometer mileage, "
        "mileage now, latest mileage, speedo, speedo reading, mileage number, km run, kilometer "
        "driven, mileage from odometer, kilometer reading, driven kilometers, current odometer, "
        "odometer now, miles now, current miles, current km"
    ),
    "registration": (
        "registration, registration number, vrm, full registration, number plate, vrn, "
        "registration mark, registration plate, license plate, plate number, license plate "
        "number, reg mark, index mark, registration plate number, car reg number, licence number, "
        "tag number, license number, reg vrm, vrm number, lookup vrm, registration id, index "
        "number plate"
    ),
    "images": (
        "image, image url, image list, photo url list, main image, image link, additional image "
        "link, additional image, picture reference, picture refs, image reference, main picture "
        "url, primary image, hero image, image file, image name, gallery, image gallery, media "
        "url, all image, image url list, front image, rear image, interior image, exterior image, "
        "image src, image path, thumbnail, thumbnail url, default image, cover image, featured "
        "image, stock image, key image url, image large, lead image, first image, other image, "
        "image comma separated, html image url, default image url, thumbnail image url, first "
        "image url, extra image, main image url, image set, physical image, large image, image "
        "original, image url main, picture file, dashboard image, side image, back image, engine "
        "image, image link additional, image folder, image pipe separated, image full, image url "
        "additional"
    ),
    "body_type": (
        "body type, body style, body, bodywork, body shape, car type, shape, body description, "
        "body class, body design, body form, vehicle style, body configuration, chassis type, "
        "body category, body name, body kind, van body, vehicle segment, vehicle size class, body "
        "door"
    ),
    "fuel": (
        "fuel, fuel type, fuel description, fuel category, type of fuel, engine fuel, engine fuel "
        "type, fuel name, power source, fuel kind, propulsion, propulsion type, powertrain, power "
        "train, fuel code, powered by, engine fuel description, primary fuel type, energy, "
        "primary fuel, energy type, gas type, powertrain type, propellant"
    ),
    "transmission": (
        "transmission, gearbox, transmission type, gearbox type, gear type, gears type, trans, "
        "transmission description, transmission name, gear box, type of gearbox, manual or "
        "automatic, manual automatic, auto manual, shift type, transmission style, transmission "
        "standard, gearing, gear shift, gearbox description, transmission display, gear, "
        "transmission kind, gear transmission, transmission generic, auto or manual, trans type, "
        "trans description, m a, man auto, auto man"
    ),
    "colour": (
        "colour, exterior colour, body colour, paint colour, paint, external colour, outside "
        "colour, colour name, basic colour, base colour, main colour, colour "
        "description, exterior paint, manufacturer colour, paintwork, colour exterior, generic "
        "colour, exterior base colour, exterior colour generic, exterior colour description, "
        "listing colour, manufacturer colour name, primary colour, exterior paint colour, "
        "exterior colour name, colour group, paint name, colour of vehicle, colour external, body "
        "paint, current colour, paint description, oem colour name, normalised exterior colour, e "
        "colour"
    ),
    "condition": (
        "state of vehicle, condition, new or used, new used, used or new, stock type, inventory "
        "type, used new, vehicle status new used, new used flag, item condition, vehicle state, "
        "condition type, new old, listing type, is new, is used, used, usage state, sale class, "
        "condition code, new, used vehicle, stock category, new vehicle, condition name, "
        "condition new used, certification type"
    ),
    "engine_size": (
        "engine size, engine capacity, cc, cubic capacity, engine cc, displacement, engine "
        "displacement, engine litres, engine volume, capacity cc, engine size cc, engine liters, "
        "litres, liters, cubic centimetres, cubic inches, size of engine, engine capacity cc, "
        "swept volume, engine size litres, ccm, displacement cc, badge engine size, engine size "
        "badge, size engine, engine cubic capacity, displacement l, displacement litres, engine "
        "disp, cylinder capacity, bike cc, cylinder volume, engine displacement cc, motor size, "
        "motor capacity"
    ),
    "vin": (
        "vin, vin number, chassis number, vehicle identification number, chassis, chassis no, "
        "frame number, vehicle identification, vin code, full vin, vin no, vehicle id vin, vin "
        "chassis, serial number vin, vin chassis number, frame no, full chassis number, vehicle "
        "identification no, vehicle serial number, vin17, vin 17"
    ),
    "source_id": (
        "vehicle id, stock number, stock id, vehicle reference, stock, stock reference, stock "
        "code, advert id, listing id, internal id, internal number, id, reference, reference "
        "number, unit number, item id, sku, external id, dealer stock number, inventory id, "
        "inventory number, ad id, unique id, source id, vehicle number, product id, stock "
        "identifier, your reference, dealer reference, stock book number, entry id, unique "
        "identifier, lot number, record id, order number, uid, guid, uuid, offer id, post id, "
        "vehicle code, commission number, feed vehicle id, stock item, stock item number, advert "
        "reference, identifier, asset number, fleet number, item number, stockbook number, "
        "inventory stock number, dms id, vehicle key, listing number, sales id, customer number "
        "vehicle, internal reference, product code, car number, ad number, lot id"
    ),
    "listing_url": (
        "listing url, url, detail url, vdp url, advert url, website url, page url, web page, deep "
        "link, product url, landing page, landing page url, web address, weblink, webpage, "
        "listing page, details page url, permalink, target url, link to vehicle, vehicle page, "
        "stock url, item url, canonical url, ad url, product page, vehicle details url, mobile "
        "url, vdp, clickthrough url, click url, inventory url, detail page url, final url, "
        "destination url, offer url, source url, online url, listing link, post url, mobile link, "
        "buy url, share url, detail page, view url, url to vehicle, car page, unit url, external "
        "url"
    ),
    "description": (
        "description, comments, advert text, advert description, full description, dealer "
        "comment, seller comment, sales text, long description, seller notes, advertising text, "
        "marketing text, sales description, advert copy, ad text, ad description, web "
        "description, body text, details text, free text, main description, about this vehicle, "
        "listing description, offer description, advertisement text, internet comments, web text, "
        "description text, comment 1, long text, about, description html, description long, "
        "dealer description, offer text, stock description, sellers comments, overview, selling "
        "points, internet description, html description, long comments, web comments, website "
        "description, advert comments, vehicle remarks, sales comments, seller description, "
        "description body, web notes, dealer notes, sales pitch, retail description, public "
        "description, extended description, sale description, body html, html body, "
        "advert body, body copy, blurb, write up, spiel"
    ),
    "bike_type": (
        "bike type, motorcycle type, bike style, bike category, motorbike type, motorcycle style, "
        "type of bike, bike class, motorcycle category, bike body type"
    ),
    "licence_category": (
        "licence category, licence type, license category, licence required, driving licence "
        "category, licence class, license type, licence group, required licence, bike licence, "
        "rider licence, licence"
    ),
    "van_type": (
        "van type, van body type, van style, commercial type, type of van, van category, lcv "
        "type, van kind, commercial vehicle type, commercial body type, lcv body type, van class, "
        "van size, van shape"
    ),
    "roof_height": (
        "roof height, roof, roof type height, height of roof, van roof, roof size, van height, "
        "roof height code, roof line height, internal height category, van roof height"
    ),
    "load_length": (
        "load length, wheelbase type, load bay length, loadspace length, load area length, van "
        "length, loading length, load space length, cargo length, load floor length, wheelbase "
        "size, cargo area length, loadbay length, length of load area, wheelbase category"
    ),
    "payload_kg": (
        "payload, payload kg, max payload, maximum payload, payload capacity, payload weight, "
        "load capacity, useful load, carrying capacity, payload kilograms, gross payload, maximum "
        "load weight, net payload, load weight, payload kgs, carry weight"
    ),
    "load_volume_m3": (
        "load volume, load vol, load volume m3, cargo volume, load space volume, cubic metres, "
        "loadspace volume, load capacity m3, volume m3, load area volume, loading volume, load "
        "bay volume, cargo capacity m3, cargo space, van volume, load cube, loadspace cubic "
        "metres, cargo volume m3"
    ),
}

# Names that may mean the field, and often mean something else: the values decide.
LOOSE: dict[str, str] = {
    "vehicle_type": "type, category, class, sector, product type, segment",
    "make": (
        "vehicle, title, name, company, advert title, franchise, ad title, heading, company name"
    ),
    "model": (
        "name, vehicle, car, title, series, vehicle name, car title, listing title, ad title, "
        "model code description, vehicle title, advert title, make model, make and model, full "
        "name, heading, product name, vehicle full name, description short, bike, bike name, "
        "product, vehicle details, make model variant, car model name, item name, item, headline, "
        "car info, car detail, vehicle information, car description, automobile, car and model, "
        "vehicle make and model, model full, make and model year, listing name, year make model"
    ),
    "variant": (
        "title, name, series, model, description, headline, style, attention grabber, short "
        "description, badge, package, style id name, strapline, type, level, advert title, "
        "tagline, configuration, teaser, model code, line, grade, trim type, summary, engine"
    ),
    "year": (
        "registration date, registration, plate, first registration, date of first registration, "
        "first registered, date first registered, date registered, dor, registered, registered "
        "on, first reg, first registration date, date of registration, date of manufacture, "
        "production date, build date, manufacture date, age, reg plate year, plate age, age "
        "identifier, 1st reg, 1st registration, 1st registered, 1st reg date, dofr, date first "
        "reg, first reg date, date 1st registered, date of 1st registration, plate letter, "
        "registration letter, registration period, year month, "
        "registered date, manufactured, in service date, first used, launch year, built, purchase "
        "year, vintage, registration month year, introduction year, reg year plate, number plate "
        "age"
    ),
    "price": (
        "sale, value, amount, gbp, price net, net price, eur, usd, msrp, cost price retail, "
        "special, now price, promotional price, discounted price, sale price special, price from, "
        "bid, offer, price low, minimum price, price raw, pricing, pounds, current bid, gross, "
        "net, nett, gross amount, net amount, retail net, now, inc vat, including vat, vat "
        "inclusive, ex vat, exc vat, vat exclusive, plus vat, transaction price, auction price, "
        "market price, start price"
    ),
    "mileage": (
        "km, mi, usage, range km, reading, mil, meter, hours, distance, mileage in, mileage when "
        "bought, mileage at purchase, mileage on arrival, miles in, mileage out"
    ),
    "registration": "plate, number, regs, index, mark, tag",
    "images": "media, url, file, asset, media link, attachments, spin image",
    "body_type": (
        "type, style, category, class, vehicle type, vehicle class, segment, size, doors body, "
        "cab type, vehicle category, carrosserie, market class, market category, body code"
    ),
    "fuel": (
        "type, engine type, motor, engine description, power, drive type fuel, engine, motor type"
    ),
    "transmission": "drive, auto, automatic, shift, gears, manual, speeds, transmission code",
    "colour": "finish, appearance, hue, exterior",
    "condition": (
        "type, status, category, title, vehicle type, state, certified, cpo, usage, approved, ex "
        "demo, sale type, offer type, quality, inventory status, nearly new"
    ),
    "engine_size": (
        "engine, size, capacity, motor, engine description, engine details, volume, cid, engine "
        "type, badge, power plant, engine spec, engine specification, motor type"
    ),
    "vin": "serial number, identification number, serial",
    "source_id": (
        "number, code, key, sku number, index, ref code, lot, unit, vehicle ref code, tag number, "
        "row id, no, asset, file number, case number, custom label, advert"
    ),
    "listing_url": "link, website, web, page, href, site, webpage address",
    "description": (
        "notes, comment, features, options, details, other info, information, text, remarks, "
        "additional information, equipment, extras, highlights, more info, additional notes, "
        "additional info, specification, key features, vehicle features, installed options, "
        "specs, summary, standard features, notes public, content, option list, other details, "
        "other information, product description, factory options, headline, title, attention "
        "grabber, advert"
    ),
    "bike_type": (
        "two wheeler type, machine type, bike kind, riding style, bike segment, moto type, type, "
        "style, category, body type, body style, class"
    ),
    "licence_category": "category, license class",
    "van_type": (
        "commercial, van usage, lcv kind, van segment, conversion, van conversion, conversion "
        "type, body type, body style, type"
    ),
    "roof_height": "height, height code",
    "load_length": "wheelbase, length, wheel base, bed length, length code",
    "payload_kg": "load, weight capacity",
    "load_volume_m3": "volume, cargo, capacity",
}
