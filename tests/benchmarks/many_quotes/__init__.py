"""Quotes that nobody said, as many as are wanted, for measuring how answers slow down with them.

Everything follows from a seed and a number, so any quote can be made without those before it, and
the same quotes come out on every machine. The words are made up, drawn independently of each other:
real text has stock phrases, and what is measured on these words about likeness is too good.
"""
