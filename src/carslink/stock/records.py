"""What is changed of dealers' records without a feed: who they are, and which share a page.

Each change shows on the cards of live listings, which are numbered anew, under the dealers' locks.
"""

from collections.abc import Mapping

import structlog
from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from carslink.dealers import profile, register
from carslink.dealers.models import Dealer, FormerSlug
from carslink.dealers.profile import Told
from carslink.stock import write
from carslink.stock.models import Listing
from carslink.stock.write import Plan

log = structlog.get_logger(__name__)

_ONE_AT_A_TIME = 0x6C696E6B
"""An advisory lock: two who link the same records, each the other way round, take turns."""


class SlugTaken(ValueError):
    """Another dealer's page has this address, or had it once."""


class CannotLink(ValueError):
    """The two records cannot be linked; the message says why."""


def link(dealer: Dealer, shown_with: Dealer) -> None:
    """Let one page show two records of one business; what each is linked with comes along.

    A registration that is live in both is shown once from then on. Raises CannotLink.
    """
    with transaction.atomic():
        _take_turns()
        old, new = (Dealer.objects.get(pk=each.pk).page for each in (dealer, shown_with))
        if old == new:
            raise CannotLink("these records are linked already")
        group = _group(old)
        register.lock_together(group, old.pk)
        register.lock_together((), new.pk)
        if Dealer.objects.filter(pk__in=(old.pk, new.pk), shown_with__isnull=False).exists():
            raise CannotLink("one of these records was linked meanwhile; look again")
        Dealer.objects.filter(pk__in=group).update(shown_with=new)
        _see_anew({*group, new.pk})
    log.info("records linked", dealer=old.slug, shown_with=new.slug)


def unlink(dealer: Dealer) -> None:
    """Give a record a page of its own again, and those that are shown with it theirs."""
    with transaction.atomic():
        _take_turns()
        group = _group(dealer.page)
        register.lock_together(group, dealer.page.pk)
        Dealer.objects.filter(Q(pk=dealer.pk) | Q(shown_with=dealer)).update(shown_with=None)
        _see_anew(group)
    log.info("record unlinked", dealer=dealer.slug)


def rename(dealer: Dealer, slug: str) -> None:
    """Give a dealer's page another address; the old one leads there. Raises SlugTaken."""
    with transaction.atomic():
        _take_turns()
        locked = register.lock_known(dealer.pk)
        if locked is None or locked.slug == slug:
            return
        taken = FormerSlug.objects.filter(slug=slug).exclude(dealer=locked).exists()
        if taken or Dealer.objects.filter(slug=slug).exists():
            raise SlugTaken(slug)
        FormerSlug.objects.filter(slug=slug).delete()
        FormerSlug.objects.create(slug=locked.slug, dealer=locked)
        Dealer.objects.filter(pk=locked.pk).update(slug=slug)
        _see_anew(_group(locked))
    log.info("address of a dealer's page changed", dealer=slug, was=locked.slug)


def describe(dealer: Dealer, said: Mapping[str, object]) -> Told:
    """Change a record's profile to what is said of it; returns what was dropped, and why."""
    with transaction.atomic():
        locked = register.lock_known(dealer.pk)
        if locked is None:
            return []
        changed, told = profile.update(locked, said)
        locked.save(update_fields=changed)
        if changed & profile.FOLLOWED:
            _see_anew(_group(locked))
    return told


def _take_turns() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_ONE_AT_A_TIME,))


def _group(dealer: Dealer) -> set[int]:
    """Return the record and those that are shown with it."""
    return {dealer.pk, *dealer.others.values_list("pk", flat=True)}


def _see_anew(records: set[int]) -> None:
    live = Listing.objects.filter(dealer__in=records, state=Listing.State.LIVE)
    plan = Plan(min(records), timezone.now())
    plan.seen_anew = list(live.values_list("pk", flat=True))
    write.apply(plan)
