"""Full files that an operator has: ONSPD and Code-Point, of any edition, as file, zip or folder."""

import shutil
import zipfile
from pathlib import Path

import pytest

from carslink import places
from carslink.places import find, store
from carslink.places.importing import ImportRefusedError, import_file, read_kept
from carslink.places.spelling import unit_number
from carslink.places.table import SCALE, Table
from carslink.places.units import UNSAID
from tests import places_table

# The columns of two editions, in part; the second renamed them.
ONSPD_2023 = (
    "pcd,pcd2,pcds,dointr,doterm,oseast1m,osnrth1m,ctry,rgn,lat,long\n"
    '"M1 1AE","M1  1AE","M1 1AE",198001,,384000,398000,E92000001,E12000002,53.5000,-2.2000\n'
    '"ZZ1 1ZZ","ZZ1  1ZZ","ZZ1 1ZZ",198001,,384000,398000,E92000001,E12000002,53.5,-2.2\n'
    '"M1 2ZZ","M1  2ZZ","M1 2ZZ",198001,200001,384000,398000,W92000004,W99999999,53.4777,-2.2300\n'
    '"BT1 5GS","BT1  5GS","BT1 5GS",198001,,146000,530000,N92000002,N99999999,54.5964,-5.9302\n'
    '"JE2 4WE","JE2  4WE","JE2 4WE",198001,,,,L93000001,L99999999,99.999999,0.000000\n'
)
ONSPD_2025 = (
    "pcd7,pcd8,pcds,dointr,doterm,east1m,north1m,ctry25cd,rgn25cd,lat,long\n"
    "M1 1AE,M1  1AE,M1 1AE,198001,,384000,398000,E92000001,E12000002,53.5000,-2.2000\n"
)
CODE_POINT_OPEN = (
    '"M1 1AE",10,384200,398500,"E92000001","E19000001","E18000002","","E08000003","E05000001"\n'
    '"M1 2ZZ",10,384300,398100,"E92000001","","","","E08000003","E05000001"\n'
    '"M1 2ZY",90,0,0,"E92000001","","","","E08000003","E05000001"\n'
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the places folder of a data folder of this test's own, with a table in it."""
    shutil.copytree(places_table.SHARED, tmp_path / "places")
    monkeypatch.setenv("CARSLINK_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(find, "SECONDS_BETWEEN_LOOKS", 0.0)
    return tmp_path / "places"


@pytest.mark.slow
def test_an_onspd_file_wins_over_the_package_and_the_rest_stays(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "ONSPD_MAY_2023_UK.csv"
    file.write_text(ONSPD_2023)
    before = places.lookup("M2 5DB")
    assert import_file(file) == (4, 1)

    moved = places.lookup("M1 1AE")
    assert moved is not None
    assert (moved.lat, moved.lon, moved.region) == (53.5, -2.2, "North West")
    new = places.lookup("m1 2zz")
    assert new is not None
    assert (new.lat, new.lon) == (53.4777, -2.23)
    assert (new.town, new.region) == ("Manchester", "Wales")  # the row's own word
    belfast = places.lookup("BT1 5GS")
    assert belfast is not None
    assert (belfast.lat, belfast.lon, belfast.town) == (54.5964, -5.9302, "Belfast")
    assert places.lookup("BT1 5AA") is not None  # still the outward code's point
    assert places.lookup("JE2 4WE") is not None
    assert places.lookup("ZZ1 1ZZ") is None  # no such area
    assert places.lookup("M2 5DB") == before


def test_code_point_open_is_read_from_a_zip_with_the_grid_turned_into_degrees(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "rebuild", lambda where: None)
    file = tmp_path / "codepo_gb.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("Data/CSV/m.csv", CODE_POINT_OPEN)
        archive.writestr("Doc/Code-Point_Open_Column_Headers.csv", "PC,PQ,EA,NO\nPostcode,x,y,z\n")
        archive.writestr("Doc/licence.txt", "words")
    assert import_file(file) == (2, 2)
    kept = read_kept(home / store.IMPORTED)["M1"]
    assert kept.inward.tolist() == [unit_number("1AE"), unit_number("2ZZ")]
    # SJ 843 981 is east of Piccadilly Gardens, which maps put at 53.479 N, 2.238 W.
    assert (kept.lat[1] / SCALE, kept.lon[1] / SCALE) == pytest.approx((53.4793, -2.2381), abs=1e-3)
    assert set(kept.region.tolist()) == {UNSAID}  # England is no region


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("new.csv", ONSPD_2025, ["M1 1AE"]),
        ("bom.csv", "\ufeff" + ONSPD_2025, ["M1 1AE"]),
        ("headed.csv", "Postcode,Eastings,Northings\nM1 2ZZ,384300,398100\n", ["M1 2ZZ"]),
    ],
)
def test_editions_and_headers_are_recognised(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    text: str,
    expected: list[str],
) -> None:
    monkeypatch.setattr(store, "rebuild", lambda where: None)
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert import_file(tmp_path / name)[0] == len(expected)
    kept = read_kept(home / store.IMPORTED)
    assert [f"{code} {len(units.inward)}" for code, units in kept.items()] == ["M1 1"]


def test_a_folder_is_read_without_the_parts_that_repeat_the_whole(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "rebuild", lambda where: None)
    data = tmp_path / "ONSPD" / "Data"
    (data / "multi_csv").mkdir(parents=True)
    (data / "ONSPD_NOV_2025_UK.csv").write_text(ONSPD_2025)
    (data / "multi_csv" / "ONSPD_NOV_2025_UK_M.csv").write_text("pcds,lat\nM1 1AE,x\n")
    (data / "names.csv").write_text("RGN25CD,RGN25NM\nE12000001,North East\n")
    assert import_file(tmp_path / "ONSPD") == (1, 0)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "neither begins with a row of headers"),
        ("a,b,c\n1,2,3\n", "neither begins with a row of headers"),
        ("pcds,rgn\nM1 1AE,E12000002\n", "neither lat and long nor eastings and northings"),
        ("pcds,lat,long\nM1 1AE,north,-2.2\n", "row 2: 'north', '-2.2' is no point"),
        ("pcds,lat,long\nM1 1AE\n", "row 2: it has 1 columns"),
        ("M1 1AE,10\n", "has 2 columns; Code-Point has postcode, quality, easting, northing"),
        ("pcds,lat,long\nM1 1AE,99.999999,0\n", "has no postcodes in it"),
    ],
)
def test_a_file_that_cannot_be_imported_is_refused_with_what_is_missing(
    home: Path, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "file.csv").write_text(text)
    before = (home / store.TABLE).stat().st_mtime_ns
    with pytest.raises(ImportRefusedError, match=r"file\.csv") as refused:
        import_file(tmp_path / "file.csv")
    assert told in str(refused.value)
    assert (home / store.TABLE).stat().st_mtime_ns == before
    assert not (home / store.IMPORTED).exists()


def test_a_file_that_is_not_there_or_is_no_text_is_refused(home: Path, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="no such file or folder"):
        import_file(tmp_path / "missing.csv")
    (tmp_path / "picture.csv").write_bytes(b"\xff\xd8\xff\xe0pcds")
    with pytest.raises(ImportRefusedError, match="no CSV file in UTF-8"):
        import_file(tmp_path / "picture.csv")


def test_the_lent_table_is_the_packages_alone() -> None:
    assert not (places_table.SHARED / store.IMPORTED).exists()
    assert len(Table(places_table.SHARED / store.TABLE).outwards) > 2_900
