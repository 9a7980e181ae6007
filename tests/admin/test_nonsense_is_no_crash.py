import pytest

from tests import factory
from tests.admin import desk

pytestmark = pytest.mark.django_db

HUGE = str(10**30)
BEYOND_COUNTING = "9" * 5000
"""More digits than Python makes a number of."""

FIND = "appearance/find/?app_label=quotesdb&model_name=appearance&field_name=nested_in"


@pytest.fixture
def curators_client(client):
    client.force_login(desk.make_curator())
    return client


@pytest.mark.parametrize(
    "address",
    [
        "appearance/add/?article=abc",
        f"appearance/add/?article={HUGE}&quote={HUGE}",
        "appearance/add/?article=99999",
        f"appearance/add/?article={BEYOND_COUNTING}",
        f"correction/add/?quote={BEYOND_COUNTING}",
        f"{FIND}&article={HUGE}&but={HUGE}",
        f"{FIND}&article=%00",
        "quote/?q=%00",
        "quote/?merged=perhaps",
        "appearance/add/?_back=%00",
    ],
)
def test_an_address_with_nonsense_shows_its_page(curators_client, address):
    factory.make_appearance()
    assert curators_client.get(f"/admin/quotesdb/{address}").status_code == 200


@pytest.mark.parametrize(
    "nonsense",
    [
        {"chain__0__position": HUGE},
        {"chain__0__speaker": "abc"},
        {"nested_in": HUGE},
        {"nested_in": BEYOND_COUNTING},
        {"nested_in": "abc"},
        {"opened_version": HUGE},
        {"segments__TOTAL_FORMS": "many"},
        {"segments__0__exact": "a\0b"},
        {"segments__0__exact": " "},
        {"segments__0__prefix": "x" * 33},
    ],
)
def test_a_form_with_nonsense_comes_back(curators_client, nonsense):
    appearance = factory.make_appearance(chain=[factory.make_speaker()])
    response = desk.send(curators_client, desk.url(appearance), **nonsense)
    assert desk.refused(response)
    appearance.refresh_from_db()
    assert appearance.version == 1
