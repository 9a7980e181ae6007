"""Telling others of changes as they come: signed messages, tried again, switched off in the end."""
