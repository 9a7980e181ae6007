"""Made quotes follow from the seed and the number, and from nothing else."""

from tests.benchmarks.many_quotes.saying import quote
from tests.benchmarks.many_quotes.world import World

NUMBERS = (1, 77, 199, 200)


def test_the_same_seed_makes_the_same_quotes():
    first, second = ([quote(World(200), number) for number in NUMBERS] for _ in range(2))
    assert first == second


def test_a_quote_does_not_need_those_before_it():
    world = World(200)
    in_order = [quote(world, number) for number in range(1, 201)]
    assert [in_order[number - 1] for number in NUMBERS] == [
        quote(World(200), number) for number in NUMBERS
    ]


def test_these_are_its_words():
    """Written down here, so that a change of what is made for all sizes is seen."""
    made = quote(World(200), 77)
    assert made.text.startswith("She his and of topleefrur flianaum that, of geengly notod")
    assert [len(printed.chain) for printed in made.appearances] == [3, 4]


def test_another_seed_makes_others():
    assert quote(World(200), 7).text != quote(World(200, seed=1), 7).text
