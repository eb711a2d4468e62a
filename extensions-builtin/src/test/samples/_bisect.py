import _bisect

row = [1, 3, 3, 5]
assert _bisect.bisect_left(row, 3) == 1 and _bisect.bisect_right(row, 3) == 3
_bisect.insort_right(row, 4)
assert row == [1, 3, 3, 4, 5]
assert _bisect.bisect_right([5, 3, 1], -4, key=lambda x: -x) == 1
