"""Nobody in a small group is recognised, whatever is put together: every set of answers there can be is tried."""

from collections import Counter, defaultdict
from itertools import combinations_with_replacement, product

import pytest

from surveys.disclosure import FEWEST, lots


def test_small_groups_stand_with_their_neighbours():
    assert lots([7, 9, 5]) == [(0,), (1,), (2,)]
    assert lots([1, 9, 5]) == [(0, 1), (2,)]
    assert lots([0, 3, 2, 8, 4]) == [(0, 1, 2), (3, 4)]
    assert lots([1, 1]) == [(0, 1)]
    assert lots([]) == []


def compositions(total, groups):
    """Every way to spread `total` people over `groups`."""
    if groups == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions(total - first, groups - 1):
            yield first, *rest


@pytest.mark.parametrize("first_may_lack", [False, True], ids=["all", "some-said-nothing"])
@pytest.mark.parametrize("groups", [1, 2, 3, 4, 5])
def test_who_knows_the_rule_cannot_tell_the_size_of_a_small_group(groups, first_may_lack):
    """Whoever knows how it is done, and sees what is shown, still has two sizes to choose from for each group of one to four."""
    for total in range(FEWEST, 22):
        looks_like = defaultdict(list)
        for sizes in compositions(total, groups):
            if first_may_lack and not sizes[0]:  # nobody said nothing: no such group
                continue
            shown = tuple((lot, sum(sizes[place] for place in lot)) for lot in lots(sizes))
            looks_like[shown].append(sizes)
        for alike in looks_like.values():
            for group in range(groups):
                told = {sizes[group] for sizes in alike}
                assert len(told) > 1 or not 0 < next(iter(told)) < FEWEST


def shown_of(people):
    """What is published of people who each have a village, an age and an answer: as `results.freeze`, split by village."""
    by_village = Counter(village for village, _age, _answer in people)
    by_age = Counter(age for _village, age, _answer in people)
    village_lots = lots([by_village[village] for village in range(3)])
    age_lots = lots([by_age[age] for age in range(2)])
    answers = tuple(
        (lot, tuple(sorted(Counter(answer for village, _age, answer in people if village in lot).items())))
        for lot in village_lots
    )
    ages = tuple((lot, sum(by_age[age] for age in lot)) for lot in age_lots)
    return answers, ages


@pytest.mark.parametrize("number", [5, 6, 7, 8])
def test_splits_cannot_be_joined_until_somebody_is_recognised(number):
    """Neither a small village, a small age group, nor those of one age in one village can be told, in size or answers."""
    kinds = list(product(range(3), range(2), range(2)))
    looks_like = defaultdict(list)
    for people in combinations_with_replacement(kinds, number):
        looks_like[shown_of(people)].append(Counter(people))
    groups = [
        *([kind for kind in kinds if kind[0] == village] for village in range(3)),
        *([kind for kind in kinds if kind[1] == age] for age in range(2)),
        *([kind for kind in kinds if kind[:2] == (village, age)] for village in range(3) for age in range(2)),
    ]
    for alike in looks_like.values():
        for group in groups:
            told = {tuple(people[kind] for kind in group) for people in alike}
            sizes = {sum(each) for each in told}
            assert len(sizes) > 1 or not 0 < next(iter(sizes)) < FEWEST
