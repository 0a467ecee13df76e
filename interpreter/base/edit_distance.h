// How far two names are apart, as CPython measures it for its "Did you mean": adding or taking away a letter, or
// putting another in its place, costs 2, a change of case 1.
#ifndef GARTER_INTERPRETER_BASE_EDIT_DISTANCE_H_
#define GARTER_INTERPRETER_BASE_EDIT_DISTANCE_H_

#include <cstdint>

namespace garter {

inline constexpr int kMaxEditedSize = 40;  // longer names are not compared

// The distance, or some number larger than `most` when it is larger than that. REQUIRES: sizes up to kMaxEditedSize.
int EditDistance(const uint32_t* a, int a_size, const uint32_t* b, int b_size, int most);

// The largest distance at which a name is still a suggestion: a third of the letters may differ.
constexpr int MostEdits(int a_size, int b_size) { return (a_size + b_size + 3) / 3; }

}  // namespace garter

#endif  // GARTER_INTERPRETER_BASE_EDIT_DISTANCE_H_
