import pytest

from seeds.reader import BadSeeds, read_seeds
from tests.seeds.written import GOOD, HEAD, changed, line_of, mistakes

SECOND = """\
    - quote: rivers
      form: indirect
      segments: [does not negotiate]
"""


@pytest.fixture
def two_files(tmp_path):
    def read(other):
        first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
        first.write_text(GOOD)
        second.write_text(HEAD + other)
        with pytest.raises(BadSeeds) as bad:
            read_seeds([first, second])
        return str(bad.value).replace(f"{tmp_path}/", "").split("\n")

    return read


@pytest.mark.parametrize(
    ("other", "mistake"),
    [
        (
            "speakers:\n  - {slug: grace-hill, name: G, kind: group}\n",
            f"b.yaml:4: the slug 'grace-hill' is taken: see a.yaml:{line_of(GOOD, 'slug: g')}",
        ),
        (
            "quotes:\n  - text: Other words.\n    key: rivers\n",
            f"b.yaml:5: the key of a quote 'rivers' is taken: see a.yaml:{line_of(GOOD, 'key: r')}",
        ),
        (
            "article:\n  key: post-1\n",
            f"b.yaml:4: the key of an article 'post-1' is taken: "
            f"see a.yaml:{line_of(GOOD, 'key: p')}",
        ),
    ],
)
def test_a_name_taken_in_another_file_is_told_with_the_other_place(two_files, other, mistake):
    assert two_files(other) == [mistake]


def test_speakers_and_outlets_share_their_slugs(two_files):
    (mistake,) = two_files("outlets:\n  - {slug: grace-hill, name: Grace}\n")
    assert mistake.startswith("b.yaml:4: the slug 'grace-hill' is taken")


def test_an_article_in_two_files_is_told_once_and_not_for_each_appearance(two_files):
    article = GOOD[GOOD.index("article:") :]
    assert len(two_files(article)) == 1


def test_a_second_appearance_of_a_quote_needs_a_key_of_its_own(tmp_path):
    first, second = line_of(GOOD, "quote: rivers"), GOOD.count("\n") + 1
    assert mistakes(tmp_path, GOOD + SECOND) == [
        f"{second}: a second appearance of 'rivers' in this article, "
        f"the first on line {first}; give this one a key of its own"
    ]


def test_a_second_appearance_with_a_key_is_welcome(tmp_path):
    assert mistakes(tmp_path, GOOD + SECOND + "      key: post-1/rivers/2\n") == []


def test_a_key_that_equals_the_one_made_for_another_is_taken(tmp_path):
    text = GOOD + SECOND.replace("rivers", "tides") + "      key: post-1/rivers\n"
    (mistake,) = mistakes(tmp_path, text)
    assert "the key of an appearance 'post-1/rivers' is taken" in mistake


def test_article_and_quote_may_not_make_a_key_too_long(tmp_path):
    text, _ = changed("key: post-1", "key: " + "p" * 200)
    assert mistakes(tmp_path, text) == [
        f"{line_of(text, 'quote: rivers')}: the keys of article and quote make one of "
        "207 characters, more than 200; give this appearance a key"
    ]


def test_names_are_compared_even_in_files_with_other_mistakes(two_files):
    assert len(two_files("speakers:\n  - {slug: grace-hill, nmae: G, kind: group}\n")) == 3
