"""Bisections by git_bayesect's own class: bayesect.py FOLDER COMMITS RATE BUILD TIMES SEED; prints cost, builds, right.

Some of its bisections go on for ever: one is given up, undecided, after 5,000 runs.
"""

import random
import sys

sys.path.insert(0, sys.argv[1])
from git_bayesect import Bisector  # noqa: E402

commits, times, seed = int(sys.argv[2]), int(sys.argv[5]), int(sys.argv[6])
rate, build = float(sys.argv[3]), float(sys.argv[4])
rng = random.Random(seed)
most = 5000
cost = builds = right = 0
for _ in range(times):
    # It counts from the newest commit: those up to the first bad one are bad.
    first = rng.randrange(commits)
    bisector = Bisector([1.0] * commits)
    built = set()
    runs = 0
    while bisector.distribution.max() < 0.95 and runs < most:
        runs += 1
        commit = bisector.select()
        if commit not in built:
            built.add(commit)
            cost += build
        cost += 1
        bisector.record(commit, commit <= first and rng.random() < rate)
    builds += len(built)
    right += runs < most and int(bisector.distribution.argmax()) == first
print(cost / times, builds / times, 100 * right / times)
