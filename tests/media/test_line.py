"""Who is next to have a file drawn."""

import asyncio

from carslink.media.line import Line, Turn
from carslink.media.models import Address

HERO, REST = Address.Priority.HERO, Address.Priority.REST


def drawn(*turns: Turn, places: int = 1) -> list[Turn]:
    """Return in which order these are drawn that wait when the first place becomes free."""
    order: list[Turn] = []

    async def stand(line: Line, turn: Turn) -> None:
        async with line.place(turn):
            order.append(turn)
            await asyncio.sleep(0)

    async def play() -> None:
        line = Line(places)
        async with line.place(Turn(REST, 0)):
            waiting = [asyncio.create_task(stand(line, turn)) for turn in turns]
            await asyncio.sleep(0)
        await asyncio.gather(*waiting)
        assert line.places == places

    asyncio.run(play())
    return order


def test_heroes_come_first_and_dealers_take_turns() -> None:
    much = [Turn(REST, 1)] * 5
    assert drawn(*much, Turn(REST, 2), Turn(HERO, 3), Turn(HERO, 1), Turn(HERO, 1)) == [
        Turn(HERO, 3), Turn(HERO, 1), Turn(HERO, 1), Turn(REST, 2), *much,
    ]  # fmt: skip


def test_whoever_gives_up_leaves_the_line() -> None:
    async def play() -> None:
        line = Line(1)

        async def stand() -> str:
            async with line.place(Turn()):
                return "drawn"

        async with line.place(Turn()):
            first, second, third = (asyncio.create_task(stand()) for _ in range(3))
            await asyncio.sleep(0)
            first.cancel()
        second.cancel()  # it has been called and does not know yet
        assert await asyncio.gather(first, second, third, return_exceptions=True) != []
        assert (first.cancelled(), second.cancelled(), await third) == (True, True, "drawn")
        assert line.places == 1

    asyncio.run(play())
