"""What the examples of proposing send: an article, and what is found in it and decided."""

from api.example_writes import Question, Written

ARTICLE = (
    "The pier of Eastmouth will be closed for the winter.\n\n"
    "“We will open again when the ice has gone,” harbour master Ada Quay told the Pier Gazette.\n"
)

PROPOSING: dict[str, dict[str, Question]] = {
    "submissions_create": {
        "a_text": Written(
            "POST",
            "/api/v1/submissions/",
            {
                "text": ARTICLE,
                "key": "pier-gazette-winter",
                "title": "No winter on the pier",
                "url": "https://pier-gazette.example/winter",
                "published_on": "2024-03-05",
                "language": "en",
            },
        )
    },
    "candidates_list": {
        "what_waits": Written(
            "GET", "/api/v1/candidates/?decision=waiting&current=true&omit=article"
        ),
        "what_became_of_mine": Written(
            "GET",
            "/api/v1/candidates/?proposed_by=example&count=true"
            "&fields=id,segments,decision,rejection,quote",
        ),
    },
    "candidates_retrieve": {"one_candidate": Written("GET", "/api/v1/candidates/1/")},
    "candidates_create": {
        "what_no_reader_found": Written(
            "POST",
            "/api/v1/candidates/?why=read+by+hand&omit=article",
            {
                "article": 10,
                "form": "indirect",
                "segments": [{"exact": "The pier of Eastmouth will be closed for the winter."}],
                "speaker": {
                    "name": "Ada Quay",
                    "kind": "person",
                    "mention": "harbour master Ada Quay",
                },
                "confidence": 0.6,
                "reader": "my-script",
            },
        )
    },
    "candidates_accept": {
        "but_said_that_day": Written(
            "POST",
            "/api/v1/candidates/1/accept/?omit=article,decided_at",
            {"said_from": "2024-03-04", "said_until": "2024-03-05"},
        )
    },
    "candidates_undo": {
        "a_decision": Written("POST", "/api/v1/candidates/1/undo/?fields=id,version,decision,quote")
    },
    "candidates_reject": {
        "a_heading": Written(
            "POST",
            "/api/v1/candidates/1/reject/?fields=id,version,decision,rejection,remark",
            {"rejection": "not_worth_recording", "remark": "Printed elsewhere in full."},
        )
    },
    "candidates_destroy": {"ones_own": Written("DELETE", "/api/v1/candidates/2/")},
}
