"""Everything public, in files of one kind each, whole or not at all; and back, with a proof.

`docs/keeping.md` says what is in a dump.
"""
