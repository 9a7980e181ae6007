"""Many writers at once, and a server that is killed: whether anything acknowledged is ever lost."""
