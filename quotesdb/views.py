"""What is neither API nor admin: one page."""

from django.templatetags.static import static
from django.views.generic import RedirectView, TemplateView

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


class Icon(RedirectView):
    """Browsers ask for /favicon.ico beside every answer that is no page and can name no icon."""

    def get_redirect_url(self, *args, **kwargs):
        return static("quotesdb/icon.svg")
