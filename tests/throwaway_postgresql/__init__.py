"""A PostgreSQL that lives as long as one command.

python -m tests.throwaway_postgresql -- pytest
"""
