"""The curators' desk: one noun a file. All that it writes goes through `quotesdb.curation`."""

from quotesdb.admin.api_key import ApiKeyAdmin
from quotesdb.admin.appearance import AppearanceAdmin
from quotesdb.admin.article import ArticleAdmin
from quotesdb.admin.article_text import ArticleTextAdmin
from quotesdb.admin.brought import BroughtAdmin
from quotesdb.admin.candidate import CandidateAdmin
from quotesdb.admin.correction import CorrectionAdmin
from quotesdb.admin.curator import CuratorAdmin
from quotesdb.admin.duplicate import DuplicateAdmin
from quotesdb.admin.merge import MergeAdmin
from quotesdb.admin.outlet import OutletAdmin
from quotesdb.admin.quote import QuoteAdmin
from quotesdb.admin.speaker import SpeakerAdmin
from quotesdb.admin.webhook import WebhookAdmin

__all__ = [
    "ApiKeyAdmin",
    "AppearanceAdmin",
    "ArticleAdmin",
    "ArticleTextAdmin",
    "BroughtAdmin",
    "CorrectionAdmin",
    "CandidateAdmin",
    "CuratorAdmin",
    "DuplicateAdmin",
    "MergeAdmin",
    "OutletAdmin",
    "QuoteAdmin",
    "SpeakerAdmin",
    "WebhookAdmin",
]
