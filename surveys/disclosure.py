"""Statistical disclosure control: which groups may stand for themselves in public, and which only together.

Groups are people told apart by one fact about them (village, age, how the answer came). Neighbours in an order that was fixed before
anybody answered are put together until each lot has five people. Hiding the small ones, and the next larger so that they are not the
whole less the rest, looks finer but tells more: that the larger stands apart says how small the hidden ones are. The test
`test_disclosure` tries every answer there can be.
"""

from collections.abc import Sequence

FEWEST = 5  # people of whom anything is told


def lots(sizes: Sequence[int]) -> list[tuple[int, ...]]:
    """The groups, by their place in `sizes`, that are shown together; each lot has five people, unless all have fewer.

    Their order must not come from the answers: it is of the groups themselves (villages by their households).
    """
    result: list[tuple[int, ...]] = []
    begun: list[int] = []
    for place in range(len(sizes)):
        begun.append(place)
        if sum(sizes[each] for each in begun) >= FEWEST:
            result.append(tuple(begun))
            begun = []
    if begun:  # too few are left: they go to the last lot
        result = [*result[:-1], (*(result[-1] if result else ()), *begun)]
    return result
