import _heapq

heap = [5, 1, 4]
_heapq.heapify(heap)
_heapq.heappush(heap, 0)
assert [_heapq.heappop(heap) for _ in range(4)] == [0, 1, 4, 5]
