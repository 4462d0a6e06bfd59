"""What a dealer drops is drawn anew like what is fetched, and counts for nobody else."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from carslink.media import dropping, follow, storage
from carslink.media.models import Picture
from carslink.media.picture import Made
from carslink.stock import dropped
from carslink.stock.models import Pictures
from tests.media import photos
from tests.media.conftest import until
from tests.push.shop import car
from tests.stock.lot import Lot


def files(folder: Path, *contents: bytes) -> list[Path]:
    """Write files, and return where they are."""
    paths = [folder / f"{number}.part" for number, _ in enumerate(contents)]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def test_good_files_are_kept_and_bad_ones_refused_with_the_reason(
    lot: Lot, kept: Path, tmp_path: Path
) -> None:
    lot.full()
    dealer = lot.dealer.pk
    good = photos.with_exif(6)
    sent = files(tmp_path, good, *(make() for make, _ in photos.BAD_FILES.values()), photos.png())
    first, *bad, last = dropping.keep(dealer, sent)
    for (name, (_, part)), each in zip(photos.BAD_FILES.items(), bad, strict=True):
        assert part in each.why, name
        assert each.name == "", name
    assert dropped.own(dealer) == {first.image, last.image}
    assert dropped.own(dealer + 1) == frozenset()
    assert Picture.objects.count() == 2
    upright = Picture.objects.get(name=first.name)
    assert (upright.width, upright.height) == (600, 800)
    for each in kept.rglob("*.webp"):
        assert each.read_bytes()[:4] == b"RIFF"
        assert b"alice" not in each.read_bytes()
    assert storage.kept().exists(storage.file_name(last.name, 640))


def test_the_same_file_is_drawn_once_and_kept_for_each_who_drops_it(
    lot: Lot, kept: Path, tmp_path: Path
) -> None:
    lot.full()
    other = Lot(lot.partner)
    other.full()
    same = files(tmp_path, photos.jpeg(), photos.jpeg())
    one, two = dropping.keep(lot.dealer.pk, same)
    (file,) = list(kept.rglob("640.webp"))
    drawn = file.stat().st_mtime_ns
    (three,) = dropping.keep(other.dealer.pk, same[:1])
    assert one == two == three
    assert file.stat().st_mtime_ns == drawn
    assert dropped.own(lot.dealer.pk) == dropped.own(other.dealer.pk) == {one.image}


@pytest.mark.parametrize(
    ("brand", "told"),
    [
        (b"heic", "Settings, Camera, Formats, Most Compatible"),
        (b"mif1", "Choose it on the iPhone itself, which sends it as JPEG"),
        (b"heic", "it is a HEIC image, as iPhones make them"),
        (b"avif", "it is an AVIF image; send it as JPEG, PNG or WebP"),
    ],
)
def test_a_telephones_own_format_is_refused_with_what_to_do(
    lot: Lot, kept: Path, tmp_path: Path, brand: bytes, told: str
) -> None:
    lot.full()
    sent = files(tmp_path, b"\x00\x00\x00\x18ftyp" + brand + bytes(400))
    (refused,) = dropping.keep(lot.dealer.pk, sent)
    assert told in refused.why


def test_a_file_that_is_too_large_is_not_even_read(
    lot: Lot, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lot.full()
    monkeypatch.setattr(dropping, "LARGEST", 1024 * 1024)
    (refused,) = dropping.keep(lot.dealer.pk, files(tmp_path, bytes(1024 * 1024 + 1)))
    assert refused.why == "the file is larger than 1 MB"


def test_dropped_photographs_are_kept_as_soon_as_the_stock_is_followed(
    lot: Lot, kept: Path, tmp_path: Path
) -> None:
    lot.full()
    sent = files(tmp_path, *(photos.jpeg(seed=seed) for seed in range(1, 5)))
    images = [each.image for each in dropping.keep(lot.dealer.pk, sent)]
    lot.upload({**car(1), "images": images})
    follow.follow()
    told = Pictures.objects.get(listing=lot.listing("V1"))
    assert (told.total, told.done, told.failed, told.notes) == (4, 4, 0, [])
    assert [name for name, *_ in told.shown] == [each.removeprefix("media:") for each in images]


def test_few_requests_wait_for_their_turn_and_others_are_sent_away(
    kept: Path, tmp_path: Path
) -> None:
    (file,) = files(tmp_path, photos.jpeg(400, 300))
    with ThreadPoolExecutor(4) as threads, ExitStack() as busy:
        for _ in range(2):
            busy.enter_context(dropping._AT_ONCE)
        waiting = [threads.submit(dropping._made, {"one": file}) for _ in range(2)]
        until(lambda: not dropping._WAITING._value)
        with pytest.raises(dropping.Busy):
            dropping._made({"one": file})
        assert not any(each.done() for each in waiting)
        busy.close()
        assert all(isinstance(each.result()["one"], Made) for each in waiting)
