"""What can be seen of a running QuotesDB: whether it answers, how much, how quickly, and to whom.

Nothing here tells what was asked or sent. `docs/operating.md` explains it to whoever runs it.
"""
