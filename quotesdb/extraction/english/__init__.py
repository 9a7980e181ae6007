"""The rules and the words by which English articles are read."""
