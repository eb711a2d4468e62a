# The Mersenne Twister gives CPython's numbers; heaps and bisection keep their order.
import _random
import bisect
import heapq
import statistics

r = _random.Random(12345)
print([r.random() for _ in range(3)])  # => [0.41661987254534116, 0.010169169457068361, 0.8252065092537432]
print(r.getrandbits(5), r.getrandbits(32), r.getrandbits(64), r.getrandbits(200))  # => 9 3672791226 17188393767951940199 196931913511059332285902315164333216571577692405137046489684
state = r.getstate()
before = [r.random() for _ in range(700)]
r.setstate(state)
print(before == [r.random() for _ in range(700)], len(state), state[-1])  # => True 625 17
print(_random.Random(2**200).random(), _random.Random(-7).random() == _random.Random(7).random(), _random.Random(1.5).random())  # => 0.5691790390193565 True 0.551763726942059
h = [(i * 7919) % 3001 for i in range(3000)]
heapq.heapify(h)
print(sum(i * x for i, x in enumerate(h)), heapq.nsmallest(3, h), heapq.nlargest(3, h), heapq.heappushpop(h, -1))  # => 8546836425 [0, 1, 2] [3000, 2999, 2998] -1
a = [1, 2, 2, 3]
bisect.insort(a, 2.5)
bisect.insort_left(a, -4, key=abs)
print(a, bisect.bisect_left(a, 2), bisect.bisect(a, 2, 1, 2), bisect.bisect_left(range(10**15), 10**14))  # => [1, 2, 2, 2.5, 3, -4] 1 2 100000000000000
print(statistics.NormalDist(100, 15).inv_cdf(0.975), statistics.NormalDist().inv_cdf(1e-10))  # => 129.3994597681008 -6.361340902404056
try:
    heapq.heappop(())
except TypeError as e:
    print(e)  # => heappop() argument must be list, not tuple
