# ---
# id: set/methods
# desc: Every method of set and frozenset, with results sorted.
# ref: stdtypes#set-types-set-frozenset
# features: [set, frozenset, method]
# ---
odd, prime = {1, 3, 5, 7, 9}, frozenset([2, 3, 5, 7])
print(sorted(odd.union(prime, [100])), sorted(odd.intersection(prime)), sorted(odd.difference([1], (9,))), sorted(odd.symmetric_difference(prime)))
print(odd.issubset(range(10)), odd.issuperset({1}), odd.isdisjoint("ab"), prime <= prime, prime < prime, {3} < prime, odd > {1}, odd >= prime)
print(type(odd | prime), type(prime | odd), type(prime - odd), odd == set(prime), prime == {7, 5, 3, 2}, {1} != frozenset({1}))
work = odd.copy()
print(work.add(1), work.add(11), work.discard(99), work.remove(1), sorted(work))
work.update([20], {30: "thirty"}, "x")
work.discard("x")
print(sorted(work), work.difference_update({20}), work.intersection_update(range(8)), sorted(work))
work.symmetric_difference_update({3, 4})
print(sorted(work), work is odd, len(odd))
work |= {50}
work &= {50, 4, 60}
work ^= {4}
work -= {60}
print(work, work.pop(), work, work.clear(), bool(work), set() == frozenset())
print(len(frozenset("aab")), frozenset(prime) is prime, prime.copy() is prime, {prime: "key"}[frozenset({2, 3, 5, 7})], {1, 2} in [{2, 1}])
print({1, True, 1.0}, len({0, False, 0.0, "", None}), {frozenset({1})} == {frozenset([1])}, {1} in {frozenset({1})})
