// bool(v): what is empty or zero is false.
#include "interpreter/types/complex.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/protocols.h"

namespace garter {

Step Truth(Vm& vm, Value v) {
  bool truth = true;
  switch (v.kind()) {
    case Kind::kFloat:
      truth = v.AsDouble() != 0;
      break;
    case Kind::kSmallInt:
      truth = v.AsSmallInt() != 0;
      break;
    case Kind::kNone:
      truth = false;
      break;
    case Kind::kBool:
      truth = v.IsTrue();
      break;
    case Kind::kNotImplemented:
      return vm.Raise(TypeId::kTypeError, "NotImplemented should not be used in a boolean context");
    case Kind::kComplex: {
      ComplexParts parts = PartsOf(vm, v);
      truth = parts.real != 0 || parts.imag != 0;
      break;
    }
    case Kind::kStr:
      truth = vm.heap.At<Str>(v)->length != 0;
      break;
    case Kind::kBytes:
      truth = vm.heap.At<Bytes>(v)->length != 0;
      break;
    case Kind::kList:
      truth = vm.heap.At<List>(v)->count != 0;
      break;
    case Kind::kTuple:
      truth = vm.heap.At<Tuple>(v)->count != 0;
      break;
    case Kind::kDict:
      truth = vm.DictSize(v) != 0;
      break;
    case Kind::kSet:
    case Kind::kFrozenSet:
      truth = vm.heap.At<Set>(v)->used != 0;
      break;
    case Kind::kRange:
      truth = !(vm.heap.At<Range>(v)->length == Value::SmallInt(0));
      break;
    case Kind::kInstance:
      return Ask(vm, Protocol::kTruth, 0, v);
    case Kind::kException:
    case Kind::kClass:
      if (IsUserObject(vm, v)) return Ask(vm, Protocol::kTruth, 0, v);
      break;
    case Kind::kDictView:
      truth = vm.DictSize(vm.heap.At<DictView>(v)->dict) != 0;
      break;
    default:
      break;
  }
  return Step::Done(Value::Bool(truth));
}

}  // namespace garter
