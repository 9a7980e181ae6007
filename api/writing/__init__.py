"""Writing over HTTP: the JSON that is written is the JSON that is read.

A body becomes a draft, as a line of an import does, and the draft a record, which
`quotesdb.curation` keeps. No rule lives here.
"""
