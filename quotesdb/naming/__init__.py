"""Names of speakers and outlets: found by their beginning and when misspelt, and told apart.

`docs/names.md` explains it.
"""
