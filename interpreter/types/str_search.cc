// The searches of str_search.h. Backward search is forward search in a mirror: characters are read through a view that
// counts from the end.
#include "interpreter/types/str_search.h"

#include <cstring>

#include "interpreter/types/str_characters.h"

namespace garter {
namespace {

constexpr uint64_t kChunk = 1 << 18;         // places tried between two payments
constexpr uint64_t kFreeComparisons = 1024;  // wasted before the simple way is doubted

// Characters first to last, or last to first.
template <typename C, bool kBackward>
struct Mirror {
  const C* data;
  uint64_t length;
  uint32_t operator[](uint64_t i) const { return kBackward ? data[length - 1 - i] : data[i]; }
};

// The start of the larger of the two maximal suffixes of the pattern (by < and by >), and its period: a critical
// factorisation.
template <typename P>
uint64_t Factorise(const P& pattern, uint64_t m, uint64_t* period) {
  auto maximal_suffix = [&](bool reversed, uint64_t* p) {
    uint64_t suffix = ~uint64_t{0}, j = 0, k = 1;
    *p = 1;
    while (j + k < m) {
      uint32_t a = pattern[j + k], b = pattern[suffix + k];
      if (a == b) {
        if (k != *p) {
          ++k;
        } else {
          j += *p;
          k = 1;
        }
      } else if ((a < b) != reversed) {
        j += k;
        k = 1;
        *p = j - suffix;
      } else {
        suffix = j++;
        k = *p = 1;
      }
    }
    return suffix;
  };
  uint64_t period_less, period_greater;
  uint64_t less = maximal_suffix(false, &period_less), greater = maximal_suffix(true, &period_greater);
  bool takes_less = greater + 1 < less + 1;
  *period = takes_less ? period_less : period_greater;
  return (takes_less ? less : greater) + 1;
}

// Both searches answer an index into the (mirrored) text, or -1; they stop after `places` places, with *next where to
// go on.
template <typename T, typename P>
int64_t TwoWayPeriodic(const T& text, const P& pattern, uint64_t n, uint64_t m, uint64_t suffix, uint64_t period,
                       uint64_t* next) {
  uint64_t memory = 0, j = *next;
  while (j + m <= n) {
    uint64_t i = suffix > memory ? suffix : memory;
    while (i < m && pattern[i] == text[i + j]) ++i;
    if (i < m) {
      j += i - suffix + 1;
      memory = 0;
      continue;
    }
    i = suffix;
    while (i > memory && pattern[i - 1] == text[i - 1 + j]) --i;
    if (i <= memory) return static_cast<int64_t>(j);
    j += period;
    memory = m - period;
  }
  *next = j;
  return -1;
}

template <typename T, typename P>
int64_t TwoWayPlain(const T& text, const P& pattern, uint64_t n, uint64_t m, uint64_t suffix, uint64_t* next) {
  uint64_t skip = (suffix > m - suffix ? suffix : m - suffix) + 1, j = *next;
  while (j + m <= n) {
    uint64_t i = suffix;
    while (i < m && pattern[i] == text[i + j]) ++i;
    if (i < m) {
      j += i - suffix + 1;
      continue;
    }
    i = suffix;
    while (i > 0 && pattern[i - 1] == text[i - 1 + j]) --i;
    if (i == 0) return static_cast<int64_t>(j);
    j += skip;
  }
  *next = j;
  return -1;
}

using Block = uint8_t __attribute__((vector_size(16)));

Block LoadBlock(const uint8_t* at) {
  Block block;
  std::memcpy(&block, at, 16);
  return block;
}

// The first byte of the block that is not zero; 16 when there is none.
uint64_t FirstSet(const Block& block) {
  uint64_t halves[2];
  std::memcpy(halves, &block, 16);
  if (halves[0] != 0) return static_cast<uint64_t>(__builtin_ctzll(halves[0])) / 8;
  return halves[1] != 0 ? 8 + static_cast<uint64_t>(__builtin_ctzll(halves[1])) / 8 : 16;
}

// The first place from i on, below `places`, where the first and the last character of the pattern fit.
uint64_t NextCandidate(const uint8_t* text, uint64_t i, uint64_t places, uint64_t last, uint8_t first_character,
                       uint8_t last_character) {
  Block first = first_character - Block{}, final = last_character - Block{};
  for (; i + 16 <= places; i += 16) {
    Block fits = reinterpret_cast<Block>(LoadBlock(text + i) == first) &
                 reinterpret_cast<Block>(LoadBlock(text + i + last) == final);
    uint64_t offset = FirstSet(fits);
    if (offset < 16) return i + offset;
  }
  while (i < places && (text[i] != first_character || text[i + last] != last_character)) ++i;
  return i;
}

}  // namespace

Searcher::Searcher(Vm& vm, const Text& text, const Text& pattern) : vm_(vm), text_(text), pattern_(pattern) {}

// The text is given from `start`; *at is relative to it, and mirrored when searching backwards.
template <typename H, typename N, bool kBackward>
bool Searcher::Search(const H* data, const N* pattern_data, uint64_t start, uint64_t end, int64_t* at) {
  uint64_t n = end - start, m = pattern_.length;
  Mirror<H, kBackward> text{data + start, n};
  Mirror<N, kBackward> pattern{pattern_data, m};
  uint32_t first = pattern[0], last = pattern[m - 1];
  *at = -1;
  for (uint64_t i = 0; i + m <= n;) {
    uint64_t places = n - m + 1 - i < kChunk ? n - m + 1 : i + kChunk;
    uint64_t from = i;
    if (prepared_) {
      uint64_t next = i, stop = places + m - 1;
      int64_t found = periodic_ ? TwoWayPeriodic(text, pattern, stop, m, suffix_, period_, &next)
                                : TwoWayPlain(text, pattern, stop, m, suffix_, &next);
      uint64_t done = found >= 0 ? static_cast<uint64_t>(found) + m : next;
      if (!vm_.meter.Charge(FuelForBytes((done - from) * 4))) return false;
      if (found >= 0) {
        *at = found;
        return true;
      }
      i = next;
      continue;
    }
    uint64_t wasted = 0;
    for (; i < places; ++i) {
      if constexpr (sizeof(H) == 1 && !kBackward) {
        i = NextCandidate(text.data, i, places, m - 1, static_cast<uint8_t>(first), static_cast<uint8_t>(last));
        if (i >= places) break;
      } else if (text[i] != first || text[i + m - 1] != last) {
        continue;
      }
      uint64_t k = 1;
      while (k + 1 < m && text[i + k] == pattern[k]) ++k;
      if (k + 1 >= m) {
        looked_at_ += i - from + m;
        if (!vm_.meter.Charge(FuelForBytes((i - from) * sizeof(H) + m + wasted))) return false;
        *at = static_cast<int64_t>(i);
        return true;
      }
      wasted += k;
      wasted_ += k;
      if (wasted_ > kFreeComparisons + 4 * (looked_at_ + (i - from))) {
        suffix_ = Factorise(pattern, m, &period_);
        periodic_ = true;
        for (uint64_t j = 0; j < suffix_ && periodic_; ++j)
          periodic_ = j + period_ < m && pattern[j] == pattern[j + period_];
        prepared_ = true;
        if (!vm_.meter.Charge(FuelForBytes(m * 8))) return false;
        ++i;
        break;
      }
    }
    looked_at_ += i - from;
    if (!vm_.meter.Charge(FuelForBytes((i - from) * sizeof(H) + wasted))) return false;
  }
  return true;
}

template <bool kBackward>
bool Searcher::Dispatch(uint64_t start, uint64_t end, int64_t* at) {
  *at = -1;
  // A pattern with a wide character cannot be in a text without one.
  if (pattern_.width > text_.width || end < start || end - start < pattern_.length) return true;
  bool alive = WithWidth(text_, [&](auto* text) {
    return WithWidth(pattern_, [&](auto* pattern) {
      using H = std::remove_const_t<std::remove_reference_t<decltype(*text)>>;
      using N = std::remove_const_t<std::remove_reference_t<decltype(*pattern)>>;
      if constexpr (sizeof(N) <= sizeof(H)) {
        return this->template Search<H, N, kBackward>(text, pattern, start, end, at);
      } else {
        return true;
      }
    });
  });
  if (*at >= 0) *at = kBackward ? static_cast<int64_t>(end) - *at - pattern_.length : static_cast<int64_t>(start) + *at;
  return alive;
}

bool Searcher::ForwardByte(uint64_t start, uint64_t end, int64_t* at) {
  const void* found = std::memchr(text_.data + start, pattern_.data[0], end - start);
  *at = found == nullptr ? -1 : static_cast<const uint8_t*>(found) - text_.data;
  return vm_.meter.Charge(FuelForBytes(found == nullptr ? end - start : static_cast<uint64_t>(*at) - start));
}

bool Searcher::ForwardText(uint64_t start, uint64_t end, int64_t* at) { return Dispatch<false>(start, end, at); }

bool Searcher::Backward(uint64_t start, uint64_t end, int64_t* at) { return Dispatch<true>(start, end, at); }

bool FindText(Vm& vm, const Text& text, const Text& part, int64_t* at) {
  *at = 0;
  if (part.length == 0) return true;
  return Searcher(vm, text, part).Forward(0, text.length, at);
}

}  // namespace garter
