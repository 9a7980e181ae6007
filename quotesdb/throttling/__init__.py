"""How often somebody may do what costs much: counted once for all processes.

Time is cut into windows; in each, whoever asks has so many places. A place is taken before the
work is done, by one statement that counts and tells the count, so that of two processes that want
the last place one gets it.
"""
