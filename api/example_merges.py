"""What the examples of merging and splitting send; they come last, for they turn much round."""

from api.example_writes import Question, Written

MERGING: dict[str, dict[str, Question]] = {
    "duplicates_list": {
        "those_to_look_at": Written("GET", "/api/v1/duplicates/?told_apart=false"),
    },
    "duplicates_retrieve": {"one_pair": Written("GET", "/api/v1/duplicates/1/")},
    "outlets_merge_preview": {
        "a_paper_renamed": Written(
            "GET", "/api/v1/outlets/the-inland-herald/merge-preview/?into=the-harbour-post"
        )
    },
    "outlets_merge": {
        "a_paper_renamed": Written(
            "POST",
            "/api/v1/outlets/the-inland-herald/merge/",
            {"into": "the-harbour-post", "why": "The Herald is the Post's inland edition."},
        )
    },
    "merges_list": {"those_in_force": Written("GET", "/api/v1/merges/?undone=false")},
    "merges_retrieve": {"one_merge": Written("GET", "/api/v1/merges/1/")},
    "merges_undo": {
        "two_papers_after_all": Written(
            "POST", "/api/v1/merges/1/undo/", {"why": "Two papers of one publisher."}
        )
    },
    "duplicates_decide": {
        "not_the_same": Written(
            "POST", "/api/v1/duplicates/1/decide/", {"same": False, "why": "Two papers."}
        )
    },
    "outlets_split": {
        "two_papers_of_one_name": Written(
            "POST",
            "/api/v1/outlets/the-inland-herald/split/",
            {
                "new": {"name": "The Inland Herald on Sunday", "language": "en"},
                "rows": {"article.outlet": [7]},
                "why": "The Sunday paper has a newsroom of its own.",
            },
        )
    },
    "speakers_split": {
        "two_of_one_name": Written(
            "POST",
            "/api/v1/speakers/dmitry-peskov/split/",
            {
                "new": {"name": "Dmitry Peskov", "description": "a namesake, for this example"},
                "rows": {"quote.speaker": [6]},
                "why": "Two people of one name.",
            },
        )
    },
    "speakers_merge_preview": {
        "one_person_after_all": Written(
            "GET", "/api/v1/speakers/dmitry-peskov-2/merge-preview/?into=dmitry-peskov"
        )
    },
    "speakers_merge": {
        "one_person_after_all": Written(
            "POST",
            "/api/v1/speakers/dmitry-peskov-2/merge/",
            {
                "into": "dmitry-peskov",
                "why": "There is one of that name.",
                "keep": {"description": "survivor"},
            },
        )
    },
    "quotes_split": {
        "two_acts_of_saying": Written(
            "POST",
            "/api/v1/quotes/2/split/",
            {
                "new": {"key": "said-again", "text": "The same words, said again"},
                "rows": {"appearance.quote": [2]},
                "why": "He said it twice.",
            },
        )
    },
    "quotes_merge_preview": {
        "one_act_of_saying": Written("GET", "/api/v1/quotes/5/merge-preview/?into=2")
    },
    "quotes_merge": {
        "one_act_of_saying": Written(
            "POST",
            "/api/v1/quotes/5/merge/",
            {
                "into": "2",
                "why": "Both papers print the same sentence.",
                "keep": {"speaker": "survivor"},
            },
        )
    },
}
