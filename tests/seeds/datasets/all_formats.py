"""A file of each format, with some dirt in each, and in each what another has too."""

from tests.seeds.datasets.given import (
    claimreview,
    gqg,
    quotation,
    quotebank,
    quotebank_article,
    write,
)

OTHER = {"quoteID": "2019-03-05-000002", "quotation": "Nobody has ever seen so much ice here."}


def files(folder):
    """By format, a file in the folder."""
    return {
        "quotebank-articles": write(
            folder,
            quotebank_article(quotation(), quotation(**OTHER, globalTopSpeaker="None")),
            quotebank_article(url="https://post.example/b", title="Also winter"),
            name="articles.json.bz2",
        ),
        "quotebank": write(
            folder,
            quotebank(),
            "{",
            quotebank(**OTHER, urls=["https://post.example/ships"]),
            quotebank(quoteID="2019-03-05-000003", phase="B", qids=["Q1", "Q2"]),
            name="quotes.json.gz",
        ),
        "gqg": write(folder, gqg(), gqg(url="https://post.example/b"), "", name="gqg.json.gz"),
        "claimreview": write(
            folder,
            claimreview(),
            claimreview(claimReviewed="Ice never closed the harbour.", author="The Checkers"),
            claimreview(itemReviewed=None),
            name="claims.json",
        ),
        "csv": write(
            folder,
            "text,speaker,url,key",
            "The ice is gone.,Grace Hill,https://post.example/b,ice",
            "Gone is the ice.,Grace Hill,https://harbour.example/c,ice",
            "Gone,,,,,",
            name="table.csv",
        ),
    }
