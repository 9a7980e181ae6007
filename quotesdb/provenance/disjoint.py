"""Union-find (Tarjan 1975): which places hang together, in almost constant time a question."""

from collections import defaultdict


class DisjointSets:
    """The numbers from 0 to `size`, each in a set of its own until joined."""

    def __init__(self, size: int):
        self._parents = list(range(size))

    def copy(self) -> "DisjointSets":
        twin = DisjointSets(0)
        twin._parents = self._parents.copy()
        return twin

    def find(self, place: int) -> int:
        """The smallest number in the set of `place`. Halves the path on its way."""
        parents = self._parents
        while parents[place] != place:
            parents[place] = place = parents[parents[place]]
        return place

    def join(self, a: int, b: int) -> bool:
        """Whether they were apart until now."""
        a, b = self.find(a), self.find(b)
        self._parents[max(a, b)] = min(a, b)
        return a != b

    def sets(self) -> list[list[int]]:
        """All sets, each in order, by their smallest number."""
        found: dict[int, list[int]] = defaultdict(list)
        for place in range(len(self._parents)):
            found[self.find(place)].append(place)
        return list(found.values())
