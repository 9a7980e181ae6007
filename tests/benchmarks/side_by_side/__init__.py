"""Our server beside others that answer the same questions from the same made quotes.

How long an answer takes says little by itself on a machine that others use as well. Measured in the
same minute, how many times longer it takes than the least that is possible (the floor) says much.
"""
