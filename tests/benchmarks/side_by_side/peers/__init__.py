"""Those that are measured side by side."""

from tests.benchmarks.side_by_side.peers.datasette import Datasette
from tests.benchmarks.side_by_side.peers.floor import Floor
from tests.benchmarks.side_by_side.peers.ours import Ours
from tests.benchmarks.side_by_side.peers.peer import Peer
from tests.benchmarks.side_by_side.peers.tutorial import Tutorial

PEERS: dict[str, Peer] = {it.name: it for it in (Floor(), Ours(), Datasette(), Tutorial())}

__all__ = ["PEERS", "Peer"]
