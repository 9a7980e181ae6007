"""Answers that only some may see."""


class ForSome:
    """What a view of these answers is kept by nobody's proxy."""

    def finalize_response(self, request, response, *arguments, **named):
        answer = super().finalize_response(request, response, *arguments, **named)
        answer.headers["Cache-Control"] = "private, no-cache"
        return answer
