"""Those that are measured side by side."""

from tests.benchmarks.side_by_side.peers.datasette import Datasette
from tests.benchmarks.side_by_side.peers.floor import Floor
from tests.benchmarks.side_by_side.peers.ours import Ours
from tests.benchmarks.side_by_side.peers.peer import Peer
from tests.benchmarks.side_by_side.peers.tutorial import Tutorial, TutorialWithCounts

PEERS: dict[str, Peer] = {
    it.name: it for it in (Floor(), Ours(), Datasette(), Tutorial(), TutorialWithCounts())
}
USUAL = [name for name in PEERS if name != TutorialWithCounts.name]

__all__ = ["PEERS", "USUAL", "Peer"]
