"""A real SMTP server for tests: it keeps what arrives and refuses what it is told to."""

import asyncio
import email
import email.policy
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from typing import Any, TypeVar

from aiosmtpd.controller import Controller

from tests.house import free_port

# It tells of each connection, and of those that end after their test into a stream that is closed.
logging.getLogger("mail.log").setLevel(logging.WARNING)

OK = "250 OK"
Office = TypeVar("Office", bound="PostOffice")


@dataclass
class PostOffice:
    """`on_recipient` and `on_message` are answers to RCPT and DATA, used up one by one."""

    port: int
    on_recipient: list[str] = field(default_factory=list)
    on_message: list[str] = field(default_factory=list)
    arrived: list[EmailMessage] = field(default_factory=list)
    hangs_up_after_each: bool = False

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it so
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        answer = self.on_recipient.pop(0) if self.on_recipient else OK
        if answer == OK:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        answer = self.on_message.pop(0) if self.on_message else OK
        if answer in (OK, HANG_UP):
            policy = email.policy.default
            self.arrived.append(email.message_from_bytes(envelope.content, policy=policy))
        if answer == HANG_UP:
            server.transport.abort()
        if answer == OK and self.hangs_up_after_each:
            asyncio.get_running_loop().call_soon(server.transport.close)  # once it has answered
        return answer


HANG_UP = "the line breaks after the message was taken"


@contextmanager
def open_post_office(kind: type[Office]) -> Iterator[Office]:
    """Run an SMTP server on loopback for the length of the block."""
    office = kind(free_port())
    controller = Controller(office, hostname="127.0.0.1", port=office.port)
    controller.start()
    try:
        yield office
    finally:
        controller.stop()


def text_of(message: EmailMessage) -> str:
    """Return the plain text of a message."""
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def html_of(message: EmailMessage) -> str:
    """Return the HTML of a message."""
    part = message.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def claim_link(message: EmailMessage) -> str:
    """Return the link by which the dealers of a message are claimed."""
    found = re.search(r"^https?://\S+/portal/claim/\S+$", text_of(message), re.M)
    assert found is not None, text_of(message)
    return found[0]
