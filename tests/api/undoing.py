"""How tests undo acts: as a program does, by the address of the act."""

from tests.api.asking import Asking
from tests.api.known import key_of


class Undoing(Asking):
    def undo(self, address, act="last", expect=200, headers=None, **params):
        answer = self.client.post(
            f"/api/v1/{address}/history/{act}/undo/",
            query_params=params,
            headers=headers or key_of(),
        )
        self.assertEqual(answer.status_code, expect, answer.content)
        return answer.json()

    def refusal(self, address, act="last", expect=409):
        return self.undo(address, act, expect)["detail"]

    def acts_on(self, address):
        return [it["act"] for it in self.ask(f"{address}/history/")["results"]]
