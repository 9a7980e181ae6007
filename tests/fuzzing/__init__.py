"""Requests made up out of the OpenAPI document: none may be a 5xx, or answered otherwise."""
