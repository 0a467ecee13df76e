// complex numbers for the rest of the machine: what operators, comparisons, hash and format ask of them.
#ifndef GARTER_INTERPRETER_TYPES_COMPLEX_H_
#define GARTER_INTERPRETER_TYPES_COMPLEX_H_

#include "interpreter/vm/vm.h"

namespace garter {

struct ComplexParts {
  double real, imag;
};

inline bool IsComplex(Value v) { return v.IsObject(Kind::kComplex); }
inline ComplexParts PartsOf(Vm& vm, Value v) {  // REQUIRES: IsComplex(v)
  const Complex* complex = vm.heap.At<Complex>(v);
  return {complex->real.AsDouble(), complex->imag.AsDouble()};
}
Step NewComplex(Vm& vm, double real, double imag);

// a op b where one of them is complex. Stop: the other is no number (or the operator not one of complex numbers).
Step ComplexBinary(Vm& vm, BinaryOp op, Value a, Value b);
// x ** y as complex numbers.
Step ComplexPower(Vm& vm, ComplexParts x, ComplexParts y);
// a == b where one of them is complex.
bool ComplexEquals(Vm& vm, Value a, Value b);
uint64_t HashComplex(ComplexParts parts);

// repr: "(1+2j)", or "2j" when the real part is a positive zero. Answers the length.
inline constexpr size_t kComplexRoom = 80;
size_t FormatComplexRepr(ComplexParts parts, char out[kComplexRoom]);
// format() with a specification that is not empty: format_number.cc.
Step FormatComplex(Vm& vm, Value v, Value specification);

}  // namespace garter

#endif  // GARTER_INTERPRETER_TYPES_COMPLEX_H_
