"""From files of all kinds to photographs of our own."""

import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest
import pyvips
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carslink.media import picture
from carslink.media.picture import Unfit
from tests.media import photos


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sent"


def opened(content: bytes) -> pyvips.Image:
    return pyvips.Image.new_from_buffer(content, "")


@pytest.mark.parametrize("kind", [photos.jpeg, photos.png, photos.webp])
def test_what_is_kept_is_webp_in_the_sizes_that_pages_need(file: Path, kind: object) -> None:
    file.write_bytes(kind(2400, 1800))  # type: ignore[operator]
    made = picture.make(file)
    assert (made.width, made.height) == (2400, 1800)
    assert sorted(made.sizes) == [320, 640, 1280, 1920]
    for width, content in made.sizes.items():
        image = opened(content)
        assert image.get("vips-loader") == "webpload_buffer"
        assert (image.width, image.height) == (width, width * 3 // 4)
        assert (image.bands, image.interpretation) == (3, "srgb")
    tiny = opened(made.placeholder)
    assert (tiny.width, tiny.height) == (16, 12)
    assert len(made.placeholder) < 200


def test_nothing_is_enlarged(file: Path) -> None:
    file.write_bytes(photos.jpeg(700, 525))
    assert sorted(picture.make(file).sizes) == [320, 700]
    file.write_bytes(photos.jpeg(200, 150))
    assert sorted(picture.make(file).sizes) == [200]


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_photographs_are_turned_upright_and_lose_what_else_was_in_them(
    file: Path, orientation: int
) -> None:
    sent = photos.with_exif(orientation)
    assert b"alice" in sent
    file.write_bytes(sent)
    made = picture.make(file)
    assert (made.width, made.height) == ((600, 800) if orientation > 4 else (800, 600))
    image = opened(made.sizes[max(made.sizes)])
    assert not [name for name in image.get_fields() if name.startswith(("exif", "xmp", "icc"))]
    assert b"alice" not in b"".join(made.sizes.values())
    red = {1: (0.5, 0.1), 3: (0.5, 0.9), 6: (0.9, 0.5), 8: (0.1, 0.5)}[orientation]
    pixel = image(int(image.width * red[0]), int(image.height * red[1]))
    assert pixel[0] > 150 > 80 > pixel[2]


def test_colours_of_print_become_those_of_screens(file: Path) -> None:
    red = pyvips.Image.black(400, 300, bands=3).linear(1, [220, 30, 30]).cast("uchar")
    cmyk = red.copy(interpretation="srgb").icc_transform("cmyk", input_profile="srgb")
    file.write_bytes(cmyk.jpegsave_buffer(Q=95))
    pixel = opened(picture.make(file).sizes[400])(200, 150)
    assert pixel[0] > 170
    assert pixel[1] < 110


def test_transparency_becomes_white(file: Path) -> None:
    clear = pyvips.Image.black(400, 300, bands=4).copy(interpretation="srgb")
    file.write_bytes(clear.cast("uchar").pngsave_buffer())
    assert opened(picture.make(file).sizes[400])(200, 150) == [255, 255, 255]


@pytest.mark.parametrize(
    "image",
    [
        photos.scene(400, 300).colourspace("b-w"),
        photos.scene(400, 300).colourspace("rgb16"),
        photos.scene(400, 300).colourspace("grey16"),
    ],
    ids=["grey", "16 bits", "grey 16 bits"],
)
def test_other_depths_become_ordinary(file: Path, image: pyvips.Image) -> None:
    file.write_bytes(image.pngsave_buffer())
    made = opened(picture.make(file).sizes[400])
    assert (made.bands, made.format) == (3, "uchar")
    assert abs(made.avg() - photos.scene(400, 300).avg()) < 12


@pytest.mark.parametrize("name", [name for name in photos.BAD_FILES if name != "empty"])
def test_bad_files_are_unfit_with_the_reason(file: Path, name: str) -> None:
    content, why = photos.BAD_FILES[name]
    file.write_bytes(content())
    # In a process of its own, where other formats are shut out as they are in the workshop.
    done = subprocess.run(
        [sys.executable, "-m", "carslink.media.workshop"],
        input=f"{file}\n".encode(),
        capture_output=True,
        timeout=60,
    )
    assert done.returncode == 0
    assert why in done.stdout.decode()
    assert done.stdout.startswith(b'{"unfit"')
    assert str(file) not in done.stdout.decode()


def test_a_word_in_the_pixels_is_no_page(file: Path) -> None:
    file.write_bytes(photos.jpeg(400, 300) + b"motion photograph: PK and %PDF and <scr")
    assert picture.make(file).width == 400


@pytest.mark.parametrize(
    "drawing",
    [
        b"<svg onload=x",
        b"<svg///onload=x",
        b"<IMG src=x onerror=y",
        b"<body\n\n onload=1",
        b"<svg" + 5_000 * b" " + b"onload=x",
    ],
)
def test_what_runs_when_it_is_shown_is_a_page(file: Path, drawing: bytes) -> None:
    file.write_bytes(photos.jpeg(400, 300) + drawing)
    with pytest.raises(Unfit, match="a page, a document"):
        picture.make(file)


@pytest.mark.parametrize("part", [b" ", b"/", b"on", b" on", b"<svg on", b"<img "])
def test_no_file_takes_long_to_be_searched_for_a_page(file: Path, part: bytes) -> None:
    tail = b"<svg " + 24_000_000 // len(part) * part
    file.write_bytes(photos.jpeg(400, 300) + tail)
    began = time.process_time()
    assert picture.make(file).width == 400
    # A second at most; what reads a file over and over takes minutes.
    assert time.process_time() - began < 10


def test_scans_are_counted_and_not_what_looks_like_them(file: Path) -> None:
    # Behind the photograph a film, as telephones put it there.
    file.write_bytes(photos.in_scans(32) + 100 * b"\xff\xda\x00\x13")
    assert picture.make(file).width == 320


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), kind=st.sampled_from([photos.jpeg, photos.png, photos.webp]))
def test_whatever_is_done_to_a_file_it_becomes_a_photograph_or_is_unfit(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, kind: object
) -> None:
    whole = bytearray(kind(160, 120))  # type: ignore[operator]
    edit = st.tuples(st.integers(0, len(whole) - 1), st.binary(min_size=1, max_size=8))
    for place, replacement in data.draw(st.lists(edit, max_size=6)):
        whole[place : place + data.draw(st.integers(0, 8))] = replacement
    # libvips remembers what it has opened by its name.
    file = tmp_path_factory.getbasetemp() / f"fuzzed-{uuid.uuid4().hex}"
    file.write_bytes(bytes(whole[: data.draw(st.integers(1, len(whole)))]))
    try:
        made = picture.make(file)
    except Unfit as unfit:
        assert str(unfit)
    else:
        for width, content in made.sizes.items():
            assert opened(content).width == width
    finally:
        file.unlink()


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (b"\0\0\0\x1cftypavif\0\0\0\0mif1avifmiaf", "an AVIF image"),
        (b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf", "an AVIF image"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "a HEIC image"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "a HEIC image"),
        (b"\0\0\0\x14ftypmif1\0\0\0\0mif1", "a HEIF image"),
        (b"\0\0\0\x0cJXL \r\n\x87\n", "a JPEG XL image"),
        (b"BM\x36\0\0\0\0\0\0\0", "a BMP image"),
    ],
)
def test_a_format_that_is_not_taken_is_named_with_what_to_send(
    file: Path, head: bytes, told: str
) -> None:
    file.write_bytes(head + bytes(400))
    with pytest.raises(Unfit, match=rf"^it is {told}; send it as JPEG, PNG or WebP$"):
        picture.make(file)


def test_what_is_no_image_is_named_as_what_it_is(file: Path) -> None:
    file.write_bytes(b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(400))
    with pytest.raises(Unfit, match=r"^it is a film; send a photograph as"):
        picture.make(file)
    file.write_bytes(b"\0\0\0\x18ftypcrx \0\0\0\0crx isom" + bytes(400))
    with pytest.raises(Unfit, match=r"^the file is no JPEG, PNG or WebP image that can be read$"):
        picture.make(file)
