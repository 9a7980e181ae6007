import pytest

from quotesdb.wording import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“The tide,” she said", '"The tide," she said'),
        ("‘The tide’", "'The tide'"),
        ("«The tide»", "The tide"),
        ("it’s ours", "it's ours"),
        ("don´t wait", "don't wait"),
        ("ten\u00a0ships\u2009sailed", "ten ships sailed"),
        ("the har\u00adbour", "the harbour"),
        ("the har\u200bbour", "the harbour"),
        ("THE HARBOUR", "the harbour"),
        ("ﬁve ﬂoors", "five floors"),
        ("Ｔｈｅ ｔｉｄｅ", "the tide"),
        ("the tide — it turns", "the tide, it turns"),
        ("the pier is ours,", "the pier is ours."),
        ("negoti-\n  ation", "negoti-ation"),
        ("U.N. ships", "UN ships"),
        ("2,500 boats", "2500 boats"),
        ("three boats", "3 boats"),
        ("twenty-five boats", "25 boats"),
        ("50% & more", "fifty per cent and more"),
        ("٣ boats", "3 boats"),
    ],
)
def test_one_form_for_all_prints(one, other):
    assert normalise(one).text == normalise(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [("$5", "£5"), ("🙂", "🙁"), ("2,5 boats", "25 boats"), ("5.5 boats", "55 boats")],
)
def test_signs_that_mean_something_stay(one, other):
    assert normalise(one).text != normalise(other).text
