"""The rows of an upload as they were read the first time, and what becomes of them."""

import io
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import TestCase
from django.utils import timezone

from carslink.dealers.models import Dealer
from carslink.upload import checking, flow, forgetting, kept_rows, sheets
from carslink.upload.models import Upload
from tests.upload.files import read, saved, xlsx
from tests.upload.test_flow import HEADER, row, sent, settled

Work = Callable[[], list[str]]


def workbook(dealer: Dealer, folder: Path) -> Upload:
    """Upload a workbook of two sheets, the first with more rows than are kept at a time."""
    many = [row(number, Description=f"“{number}”\n, £") for number in range(kept_rows.BATCH + 3)]
    path = xlsx(folder / "two.xlsx", {"Cars": [HEADER, *many], "Vans": [HEADER, row(9000)]})
    with path.open("rb") as content:
        return flow.receive(dealer, "two.xlsx", content)


def test_a_workbook_is_read_once_for_all_its_jobs(
    mine: Dealer, work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload = workbook(mine, tmp_path)
    work()
    _, found = read(tmp_path / "two.xlsx", "Cars")
    settled(upload)
    monkeypatch.setattr(sheets, "MEMORY", 1)  # no workbook can be read any more
    assert list(kept_rows.rows(upload)) == found
    work()
    upload.refresh_from_db()
    assert upload.preview["new"] == len(found) == kept_rows.BATCH + 3


def test_the_rows_of_another_sheet_are_read_from_the_file(
    mine: Dealer, work: Work, tmp_path: Path
) -> None:
    upload = workbook(mine, tmp_path)
    work()
    upload.sheet = "Vans"
    assert [each.cells[0] for each in kept_rows.rows(upload)] == [row(9000)[0]]


def test_an_upload_whose_rows_were_not_kept_is_read_from_its_file(
    mine: Dealer, work: Work, own_files: Path
) -> None:
    upload = sent(mine, row(1), row(2))
    work()
    rows = list(kept_rows.rows(upload))
    (own_files / f"{upload.public_id}.rows").unlink()
    settled(upload)
    work()
    upload.refresh_from_db()
    assert upload.preview["new"] == 2
    assert list(kept_rows.rows(upload)) == rows


def test_rows_that_end_in_the_middle_are_not_taken_for_all(
    mine: Dealer, work: Work, own_files: Path
) -> None:
    upload = settled_after(sent(mine, row(1), row(2)), work)
    kept = own_files / f"{upload.public_id}.rows"
    kept.write_bytes(kept.read_bytes()[:-12])
    turn = flow.turn_of(upload.pk, upload.turn)
    assert turn is not None
    with pytest.raises(EOFError):  # and the job is tried again
        checking.check(turn)
    assert not upload.problems.exists()


def test_kept_rows_go_with_their_upload_and_stay_as_long(
    mine: Dealer, work: Work, own_files: Path
) -> None:
    gone, stays = sent(mine, row(1)), sent(mine, row(2))
    work()
    two_days_ago = (timezone.now() - timedelta(days=2)).timestamp()
    (own_files / "nobodys.rows").write_text("left by a process that died")
    for file in own_files.iterdir():
        os.utime(file, (two_days_ago, two_days_ago))
    with TestCase.captureOnCommitCallbacks(execute=True):
        assert flow.drop(gone)
        forgetting.forget()
    kept = {stays.public_id, f"{stays.public_id}.rows"}
    assert {each.name for each in own_files.iterdir()} == kept


def test_a_file_that_cannot_be_read_leaves_no_rows(
    mine: Dealer, work: Work, own_files: Path, tmp_path: Path
) -> None:
    path = saved(tmp_path, "Reg,Make\n" + "AB21CDE,Ford\n" * 5 + "x" * 2_000_000 + ",Ford\n")
    upload = flow.receive(mine, "long.csv", io.BytesIO(path.read_bytes()))
    work()
    upload.refresh_from_db()
    assert upload.state == "failed"
    assert {each.name for each in own_files.iterdir()} == {upload.public_id}


def settled_after(upload: Upload, work: Work) -> Upload:
    """Settle an upload that has been read, and leave its check to the test."""
    work()
    settled(upload)
    upload.refresh_from_db()
    return upload
