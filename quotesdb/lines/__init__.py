"""All public records as lines of JSON: what a line says, how it is told, how it is read.

docs/bulk.md describes the format field by field.
"""
