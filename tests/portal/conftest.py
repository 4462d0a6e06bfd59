"""A dealer that alice keeps, fed by her dealer system, and bob, who keeps another."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.welcome.post_office import PostOffice, open_post_office

if TYPE_CHECKING:
    from carslink.dealers.models import Dealer
    from tests.stock.lot import Lot

PASSWORD = "a long way to Leeds"


@pytest.fixture(autouse=True)
def quick_passwords(settings: Any) -> None:
    """Hash passwords fast: a slow hash, which is the point of the real one, takes seconds here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def partner(db: None) -> Any:
    """Whose feeds bring the stock."""
    from carslink.partners.models import Partner

    return Partner.objects.create(name="Alice's dealer system", verified=True)


@pytest.fixture
def lot(partner: Any) -> "Lot":
    """Smith Motors, with two cars."""
    from tests.push.shop import car
    from tests.stock.lot import Lot

    lot = Lot(partner)
    lot.full(
        car(1),
        car(2),
        name="Smith Motors",
        email="Sales@Smith.example",
        address_line_1="1 High Street",
        town="Leeds",
        postcode="LS1 1UR",
        phone="0113 496 0142",
    )
    return lot


@pytest.fixture
def dealer(lot: "Lot") -> "Dealer":
    """Smith Motors as it stands in the database."""
    return lot.dealer


@pytest.fixture
def account(db: None) -> Callable[..., Any]:
    """Return a function that makes an account which looks after dealers."""
    from django.contrib.auth.models import User

    def made(address: str, *dealers: Any) -> User:
        user = User.objects.create_user(address, address, PASSWORD)
        user.dealers.set(dealers)
        return user

    return made


@pytest.fixture
def alice(account: Callable[..., Any], dealer: "Dealer") -> Any:
    """Alice, who looks after Smith Motors."""
    return account("alice@smith.example", dealer)


@pytest.fixture
def bob(account: Callable[..., Any], partner: Any) -> Any:
    """Bob, who looks after another dealer of the same partner."""
    from tests.push.shop import car
    from tests.stock.lot import Lot

    other = Lot(partner)
    other.full(car(7), name="Jones Cars", email="bob@jones.example")
    return account("bob@jones.example", other.dealer)


@pytest.fixture
def office(settings: Any) -> Iterator[PostOffice]:
    """A mail server, named in the settings."""
    with open_post_office(PostOffice) as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
        settings.EMAIL_USE_TLS = False
        yield office


@pytest.fixture
def jobs(db: None) -> Callable[[], int]:
    """Return a function that does the letters' jobs that wait, as a worker does."""
    from procrastinate.contrib.django.models import ProcrastinateJob

    from carslink.portal.jobs import send_letter

    def worked() -> int:
        waiting = ProcrastinateJob.objects.filter(task_name="send_letter", status="todo")
        done = 0
        for job in waiting.order_by("id"):
            send_letter(**job.args)
            done += 1
        return done

    return worked
