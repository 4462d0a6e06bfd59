"""Names of columns in the languages of the neighbours, for lists that come from abroad.

Written as `aliases.py` is, without accents: German, French, Spanish, Italian, Dutch, Polish,
Portuguese, Swedish, Turkish and Czech. They stand behind the English ones.
"""

FIELDS: dict[str, str] = {
    "vehicle_type": (
        "fahrzeugart, type vehicule, tipo vehiculo, tipo veicolo, voertuigtype, rodzaj pojazdu, "
        "fahrzeugtyp"
    ),
    "make": (
        "marke, hersteller, marca, merk, marka, fabricante, constructeur, marque, fabrikant, "
        "producent, fabrikat, marke hersteller, znacka, varemarke, bilmarke, marca veiculo"
    ),
    "model": (
        "modell, modele, modelo, modello, modelbezeichnung, modellbezeichnung, typ modell, "
        "modellreihe, baureihe, model pojazdu, fahrzeugmodell, bilmodell"
    ),
    "variant": (
        "ausstattungslinie, ausstattungsvariante, variante, versione, finition, uitvoering, "
        "wersja, versao, allestimento, version finition, utrustningsniva, acabado, paket, "
        "donanim, ausfuehrung"
    ),
    "year": (
        "baujahr, jahr, annee, ano, anno, bouwjaar, rok produkcji, rocznik, modelljahr, annee "
        "modele, arsmodell, ano modelo, anno immatricolazione, rok, ano fabricacao, yil, ano de "
        "fabricacion, annee immatriculation, rok vyroby, arsmodel, argang, ano matriculacion, "
        "millesime, model yili"
    ),
    "price": (
        "preis, verkaufspreis, prix, precio, prezzo, prijs, cena, preco, pris, bruttopreis, "
        "endpreis, prix ttc, prix de vente, precio venta, precio contado, prezzo vendita, "
        "verkoopprijs, vraagprijs, valor, cena brutto, preis brutto, fiyat, verkaufspreis brutto, "
        "prix public, angebotspreis, haendlerpreis, cena sprzedazy, preco venda, vk brutto, vk "
        "preis, vk, prix vente ttc"
    ),
    "mileage": (
        "kilometerstand, laufleistung, kilometrage, kilometraje, chilometraggio, kilometrage "
        "compteur, przebieg, quilometragem, miltal, chilometri, kilometros, kilometer, "
        "tachostand, km stand, matarstallning, tellerstand, kilometre, najezd, gelaufene "
        "kilometer"
    ),
    "registration": (
        "kennzeichen, immatriculation, matricula, targa, kenteken, numer rejestracyjny, placa, "
        "registreringsnummer, amtliches kennzeichen, plaque, regnr, rejestracja, nummerplaat, "
        "plaka, spz"
    ),
    "images": (
        "bilder, bild, fotos, bild url, bilder urls, photo url, immagini, imagenes, imagens, "
        "zdjecia, afbeeldingen, afbeelding, bildlink, immagine, imagen, bilder links, foto, "
        "fotografie, foto urls"
    ),
    "body_type": (
        "karosserie, karosserieform, aufbau, carrosserie, carroceria, carrozzeria, nadwozie, typ "
        "nadwozia, aufbauart, kaross, type carrosserie, fahrzeugkategorie, tipo carroceria, "
        "karoseria, kasa tipi, aufbauform"
    ),
    "fuel": (
        "kraftstoff, kraftstoffart, carburant, combustible, carburante, alimentazione, brandstof, "
        "paliwo, rodzaj paliwa, combustivel, drivmedel, treibstoff, energie, antriebsart, "
        "bransle, tipo combustible, yakit, yakit tipi, palivo, brandstoftype"
    ),
    "transmission": (
        "getriebe, getriebeart, boite de vitesses, boite, transmision, cambio, versnellingsbak, "
        "transmissie, skrzynia biegow, transmissao, vaxellada, schaltung, tipo cambio, caja de "
        "cambios, boite vitesse, vites, vites tipi, prevodovka, caixa"
    ),
    "colour": (
        "farbe, aussenfarbe, couleur, colore, kleur, kolor, cor, farg, lackierung, couleur "
        "exterieure, colore esterno, kolor nadwozia, farbe aussen, renk, barva, farbbezeichnung, "
        "grundfarbe, color exterior, kleur exterieur"
    ),
    "condition": (
        "zustand, etat, estado, condizione, staat, stan, estado vehiculo, skick, fahrzeugzustand, "
        "stan pojazdu, neu gebraucht, neuwagen gebrauchtwagen, durum"
    ),
    "engine_size": (
        "hubraum, cylindree, cilindrada, cilindrata, cilinderinhoud, pojemnosc, pojemnosc "
        "silnika, hubraum ccm, motorvolym, slagvolum, pojemnosc skokowa, motor hacmi, objem "
        "motoru, cilindros cc, cilinderinhoud cc"
    ),
    "vin": (
        "fahrgestellnummer, fahrgestell nummer, fin, numero de chassis, numero chassis, bastidor, "
        "telaio, chassisnummer, numero telaio, fahrzeugidentnummer, numer vin, numero de "
        "bastidor, nadwozia numer, fahrzeug ident nummer, fahrzeug identifizierungsnummer, "
        "fahrgestellnr, fahrgestell nr"
    ),
    "source_id": (
        "interne nummer, interne fahrzeugnummer, referenz, fahrzeugnummer, angebotsnummer, "
        "fahrzeug id, reference interne, referencia, riferimento, referentie, numer oferty, "
        "numero interno, kundennummer fahrzeug, inserat id, anzeigennummer, bestandsnummer, ilan "
        "no, angebotsnr, fahrzeugnr, bestandsnr, fzg nr"
    ),
    "listing_url": (
        "fahrzeuglink, inserat url, enlace, inserat link, angebots url, url annonce, anzeige url, "
        "lien annonce"
    ),
    "description": (
        "beschreibung, bemerkung, bemerkungen, beschrijving, descripcion, descrizione, opis, "
        "descricao, fahrzeugbeschreibung, beskrivning, omschrijving, freitext, commentaire, "
        "observaciones, texte annonce, aciklama, popis, opmerkingen"
    ),
    "bike_type": "motorradart, type moto",
    "payload_kg": "nutzlast, charge utile, carga util, laadvermogen, ladownosc, portata",
    "load_volume_m3": "ladevolumen, volume utile, laadvolume",
    "load_length": "ladelaenge, longueur utile, laadlengte",
    "roof_height": "dachhoehe, hauteur de toit",
}

LOOSE: dict[str, str] = {
    "year": (
        "erstzulassung, datum erstzulassung, ez, date de mise en circulation, premiere "
        "immatriculation, mise en circulation, fecha matriculacion, immatricolazione, data "
        "pierwszej rejestracji, datum eerste toelating, zulassung, tag der erstzulassung, prima "
        "immatricolazione, data immatricolazione, date premiere immatriculation, "
        "erstzulassungsdatum, primera matriculacion, datum deel 1, date mec, mec, date 1ere mec, "
        "date de 1ere mise en circulation"
    ),
    "model": (
        "bezeichnung, fahrzeug, titel, titre, titolo, titulo, tytul, voertuig, vehicule, "
        "fahrzeugbezeichnung, nom, nombre"
    ),
    "variant": "ausstattung, typ, bezeichnung, titel, untertitel, linie",
    "engine_size": "motor, moteur, motore, silnik",
    "body_type": "typ, fahrzeugtyp, kategorie, categorie, tipo",
    "description": (
        "ausstattung, options, optionen, sonderausstattung, opties, wyposazenie, equipement, "
        "equipements"
    ),
    "source_id": "nummer, numer, nr",
    "condition": "typ, art, tipo",
}

OTHERS: dict[str, str] = {
    "another price than the one asked": (
        "neupreis, nettopreis, preis netto, alter preis, haendlereinkaufspreis, einkaufspreis, ek "
        "preis, prix achat, prix neuf, precio compra, listenpreis, waehrung, devise, moneda, "
        "valuta, waluta, prix barre, precio anterior, inkoopprijs, precio financiado, nieuwprijs, "
        "mwst ausweisbar, ek netto, ek brutto, ek, vk netto, prix ht, prix hors taxe, prix de "
        "reserve"
    ),
    "tax and VAT": "mwst, mwst satz, tva, iva, btw, steuer, kfz steuer, bpm, umsatzsteuer",
    "the engine's and gears' other figures": (
        "leistung, leistung kw, leistung ps, puissance, potencia, potenza, vermogen, moc, "
        "puissance fiscale, puissance din, effekt, motorleistung, zylinder, antrieb, antriebsrad, "
        "traccion, trazione, naped, gaenge, cv, chevaux, motorcode, aandrijving, potencia cv, "
        "drehmoment, hastkrafter, moc silnika, motor gucu"
    ),
    "doors, seats and sizes": (
        "tueren, anzahl tueren, portes, puertas, porte, deuren, drzwi, sitze, anzahl sitze, "
        "sitzplaetze, places, plazas, posti, zitplaatsen, liczba drzwi, nombre de portes, nombre "
        "de places, gewicht, leergewicht, poids, portas, liczba miejsc, aantal deuren, aantal "
        "zitplaatsen, numero puertas, radstand, nb portes, nb places, nbr portes, nbr places"
    ),
    "the inside": (
        "innenfarbe, innenausstattung, polster, polsterfarbe, couleur interieure, interieur, "
        "bekleding, tapiceria, colore interni, sellerie, polsterung, interieurkleur"
    ),
    "the dealer": (
        "haendler, standort, ort, plz, ville, code postal, stadt, ciudad, citta, provincia, "
        "verkaeufer, vendeur, vendedor, lokalizacja, anbieter, telefon, adresse, strasse, "
        "haendler id, filiale, land, pays, pais, departement, dealernaam, plaats, miasto, "
        "wojewodztwo, sprzedawca, ansprechpartner, kundennummer, venditore, concession, "
        "bundesland"
    ),
    "history and papers": (
        "halter, vorbesitzer, anzahl vorbesitzer, fahrzeughalter, tuv hu, hu, hauptuntersuchung, "
        "hu au, scheckheftgepflegt, unfallfrei, garantie, garantia, controle technique, apk, "
        "proprietaires, wlasciciel, anzahl fahrzeughalter, hu bis, garanzia, unfallfahrzeug, "
        "serwisowany, propietarios, gwarancja, bezwypadkowy"
    ),
    "consumption and emissions": (
        "verbrauch, schadstoffklasse, umweltplakette, consommation, consumo, emissionsklasse, co2 "
        "emissionen, emisiones, verbruik, co2 uitstoot, energielabel, norme euro, abgasnorm, "
        "reichweite, autonomie, crit air, vignette crit air, norma emisji"
    ),
    "the state of the sale": (
        "verfuegbarkeit, verkauft, reserviert, disponibilite, disponible, statut, "
        "beschikbaarheid, etat du stock, verfuegbar"
    ),
    "a date of the advert or the stock": (
        "eingangsdatum, standzeit, standtage, erstellt am, geaendert am, date entree, fecha "
        "entrada, einstelldatum, lieferdatum, datum, date annonce, data dodania, "
        "inserierungsdatum, date de publication"
    ),
    "codes of the trade": (
        "hsn tsn, schluesselnummer, eurotax, eurotax code, dat code, modellcode, motornummer, "
        "farbcode"
    ),
}
