"""Which database is asked, where a primary has replicas.

Whoever reads with SQL of his own takes `connection` from here, and so follows whatever was chosen
for the request; whoever writes takes Django's own, which is the primary's. `docs/decisions/0025`
says why one request asks one database.
"""

from quotesdb.replicas.choosing import (
    PRIMARY,
    Router,
    asking,
    chosen,
    connected,
    connection,
    name_of,
)

__all__ = ["PRIMARY", "Router", "asking", "chosen", "connected", "connection", "name_of"]
