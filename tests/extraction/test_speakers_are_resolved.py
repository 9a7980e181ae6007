import pytest

from quotesdb.extraction.reading import read
from tests.extraction.told import only


def last(text):
    return read(text).findings[-1].speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Ann Lee came. “It fell,” Lee said.", "Ann Lee"),
        ("Ann Lee came. “It fell,” she said.", "Ann Lee"),
        ("Ann Lee met Robert Poe. “It fell,” he said.", "Robert Poe"),
        ("Harbour spokesman Robert Poe came. “It fell,” the spokesman said.", "Robert Poe"),
        ("Robert Poe, the mayor of Hull, came. “It fell,” the mayor said.", "Robert Poe"),
        ("Gov. Ann Lee came. “It fell,” the governor said.", "Ann Lee"),
        ("“It fell,” said the harbour master’s aide, Robert Poe, on Monday.", "Robert Poe"),
        ("Robert Poe, 43, a sailor from Hull, said it fell.", "Robert Poe"),
        ("Robert Poe, who owns a boat, said it fell.", "Robert Poe"),
        ("As Robert Poe puts it, “it fell on its own.”", "Robert Poe"),
        ("“It fell,” Robert Poe and Ann Lee wrote.", "Robert Poe"),
        ("Robert Poe laughed and said, “It fell.”", "Robert Poe"),
        ("The Harbour Rescue Board met. “It fell,” HRB said.", "Harbour Rescue Board"),
    ],
)
def test_to_the_full_name(text, name):
    assert last(text).name == name


def test_a_pronoun_means_who_spoke_and_not_whoever_was_named():
    text = "Robert Poe said that the pier of Harold Finch fell. “It was old,” he added."
    assert last(text).name == "Robert Poe"


def test_a_pronoun_means_the_subject_and_not_the_object():
    assert last("Robert Poe met Harold Finch. “It was old,” he told him.").name == "Robert Poe"


def test_the_mention_is_kept_as_printed():
    speaker = last("Mayor Ann Lee came. “It fell,” she said.")
    assert (speaker.mention.text, speaker.head) == ("she", "she")


def test_a_title_tells_two_of_one_surname_apart():
    text = "Ann Lee and Robert Lee came. “It fell,” Mr. Lee said. “It stood,” Mrs. Lee said."
    assert [it.speaker.name for it in read(text).findings] == ["Robert Lee", "Ann Lee"]


def test_who_stands_for_the_phrase_before_it():
    speaker = only("The crowd cheered Ann Lee, who said the pier would stand.").speaker
    assert (speaker.mention.text, speaker.name) == ("who", "Ann Lee")


def test_a_signature_names_the_speaker():
    assert last("“The pier was the best of us.” — Ann Lee").name == "Ann Lee"


def test_a_colon_names_the_speaker():
    assert last("Ann Lee: “The pier was the best of us.”").name == "Ann Lee"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Lee said it fell.", "person"),
        ("Harbour officials said it fell.", "group"),
        ("The Harbour Committee said it fell.", "organization"),
        ("Reuters said it fell.", "outlet"),
        ("A harbour official said it fell.", "anonymous"),
    ],
)
def test_the_kind_of_speaker(text, kind):
    assert only(text).speaker.kind == kind
