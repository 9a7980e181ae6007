"""Pages as a person's browser shows them: run by `make test-browser`, left out of `pytest`."""
