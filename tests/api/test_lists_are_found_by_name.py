from tests.api.asking import Asking, question
from tests.factory import make_outlet, make_speaker


class FoundByNameTests(Asking):
    @classmethod
    def setUpTestData(cls):
        post = make_outlet("The Harbour Post", country="GB")
        make_outlet("Harbor Times", country="US")
        make_speaker("Harbour master", kind="anonymous", granted_by=post)
        for number in range(7):
            make_speaker(f"Grace Hill {number}", kind="group" if number % 2 else "person")
        make_speaker("Grase Hill")

    def slugs(self, address, **params):
        return self.names(address, "slug", **params)

    def test_the_best_first(self):
        self.assertEqual(
            self.slugs("speakers/", q="harbour"),
            ["the-harbour-post", "harbour-master", "harbor-times"],
        )
        self.assertEqual(self.slugs("outlets/", q="harbuor"), ["the-harbour-post", "harbor-times"])

    def test_with_all_other_filters(self):
        self.assertEqual(self.slugs("outlets/", q="harbour", country="US"), ["harbor-times"])
        granted = self.slugs("speakers/", q="harbour", granted_by="the-harbour-post")
        self.assertEqual(granted, ["harbour-master"])
        self.assertEqual(len(self.slugs("speakers/", q="grace", kind="group")), 3)

    def test_in_another_order_where_it_is_asked_for(self):
        named = self.slugs("speakers/", q="harbour", ordering="-name")
        self.assertEqual(named, ["the-harbour-post", "harbour-master", "harbor-times"])

    def test_page_after_page_and_back(self):
        whole = self.slugs("speakers/", q="grace hill")
        self.assertEqual((len(whole), whole[-1]), (8, "grase-hill"))
        page, walked = self.ask("speakers/", q="grace hill", page_size=3, count="true"), []
        self.assertEqual(page["count"], 8)
        while True:
            walked += [row["slug"] for row in page["results"]]
            if page["next"] is None:
                break
            page = self.ask("speakers/", **question(page["next"]))
        self.assertEqual(walked, whole)
        before = self.ask("speakers/", **question(page["previous"]))
        self.assertEqual([row["slug"] for row in before["results"]], whole[3:6])

    def test_nothing_is_relevant_where_nothing_is_asked(self):
        detail = self.ask("speakers/", 400, ordering="relevance")["detail"]
        self.assertEqual(detail, "ordering: Nothing is relevant without `q`.")
