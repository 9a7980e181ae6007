"""Readers of the datasets of others: lines in, records and what was lost out. No Django.

One module a format. Each takes what can be taken of a line, counts the rest in a `Ledger`, and
never stops at one: a dataset of millions of lines has some that are broken.
"""
