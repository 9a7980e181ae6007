"""The floor: our answers, byte for byte, by SQL written by hand on a server that does nothing else.

The database builds the JSON, and the bytes are passed through. It checks nothing it is asked, knows
no rights, no formats and no merged records: what an answer costs here, it costs at least.
"""
