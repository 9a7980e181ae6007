"""The one page that is neither API nor admin."""

from django.views.generic import TemplateView

from quotesdb.models import Appearance, Article, Quote, Speaker

EXAMPLE_QUESTION = "/api/v1/quotes/?q=negotiate"


class Welcome(TemplateView):
    """What this is, what it holds, and where to go on."""

    template_name = "quotesdb/welcome.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            **kwargs,
            quotes=Quote.objects.standing().count(),
            appearances=Appearance.objects.standing().count(),
            speakers=Speaker.objects.standing().count(),
            articles=Article.objects.standing().count(),
            question=EXAMPLE_QUESTION,
            question_address=self.request.build_absolute_uri(EXAMPLE_QUESTION),
        )
