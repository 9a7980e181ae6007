"""The numbers that decide, in one place. `docs/wording.md` says how they were found."""

# What a pair of words is worth that are nearly the same, or the same but moved.
NEAR_CREDIT = 0.7
MOVED_CREDIT = 0.5

EDITED_CORE = 0.7
REWORDED_COVERAGE = 0.6
REWORDED_CORE = 0.3

# What must be shared before two wordings are taken for one quote without being told so.
LEAST_SHARED = 2.5
