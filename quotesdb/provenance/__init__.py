"""Chains in; origins, warnings and the picture out. Knows no Django and no database.

`facts` says what goes in. `origins.origins` answers how many sources there really are,
`network.network` draws who handed the words to whom, `picture` turns that into SVG, DOT and
Mermaid. `docs/origins.md` has the rules in plain words.
"""
