"""The nouns: one a file, each with its queryset above it."""

from quotesdb.models.api_key import ApiKey
from quotesdb.models.appearance import Appearance, Segment
from quotesdb.models.article import Article, ArticleText, Reliance
from quotesdb.models.brought import Brought
from quotesdb.models.candidate import Candidate, Taking
from quotesdb.models.change import Change
from quotesdb.models.correction import Affected, Correction
from quotesdb.models.curated import Curated, Part
from quotesdb.models.curator import Curator
from quotesdb.models.duplicate import Duplicate
from quotesdb.models.edition import Edition
from quotesdb.models.first_answer import FirstAnswer
from quotesdb.models.hop import Hop
from quotesdb.models.kept_answer import KeptAnswer
from quotesdb.models.likeness import NumberedWords, PostingList, PostingSegment
from quotesdb.models.merge import Merge, Moved
from quotesdb.models.name_key import NameKey, WordKey
from quotesdb.models.outlet import Outlet
from quotesdb.models.printed_by import PrintedBy
from quotesdb.models.quote import Quote
from quotesdb.models.redaction import Redaction
from quotesdb.models.search_document import SearchDocument, SearchLanguage
from quotesdb.models.shared_text import CommonPrint, CommonWord, SharedText
from quotesdb.models.speaker import Alias, Speaker
from quotesdb.models.webhook import Delivery, Webhook

__all__ = [
    "Affected",
    "Alias",
    "ApiKey",
    "Appearance",
    "Article",
    "ArticleText",
    "Brought",
    "Candidate",
    "Change",
    "CommonPrint",
    "CommonWord",
    "Correction",
    "Curated",
    "Curator",
    "Delivery",
    "Duplicate",
    "Edition",
    "FirstAnswer",
    "Hop",
    "KeptAnswer",
    "Merge",
    "Moved",
    "NameKey",
    "NumberedWords",
    "Outlet",
    "Part",
    "PostingList",
    "PostingSegment",
    "PrintedBy",
    "Quote",
    "Redaction",
    "Reliance",
    "SearchDocument",
    "SearchLanguage",
    "Segment",
    "SharedText",
    "Speaker",
    "Taking",
    "Webhook",
    "WordKey",
]
