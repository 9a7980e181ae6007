"""One quote with its chain in the formats of others: facts in, documents out.

docs/standards.md says what of a quote goes where, and what each format cannot carry.
"""
