"""The numbers that decide, in one place. `docs/wording.md` says how they were found."""

# What a pair of words is worth that are nearly the same, or the same but moved.
NEAR_CREDIT = 0.7
MOVED_CREDIT = 0.5

LEAST_COVERAGE = 0.6
EDITED_CORE = 0.7
REWORDED_CORE = 0.3

# What must be shared before two wordings are taken for one quote without being told so; and the
# less is shared, the more alike they must be.
LEAST_SHARED = 3.0
CORE_OF_NOTHING, CORE_PER_WORD = 1.1, 0.1
COVERAGE_OF_NOTHING, COVERAGE_PER_WORD = 1.0, 0.08
