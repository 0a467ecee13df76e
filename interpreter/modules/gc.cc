// gc: the collector as a program sees it. Collections run when bytes are allocated, whatever is said here; collect() is
// a full one, at once.
#include "interpreter/modules/modules.h"
#include "interpreter/types/convert.h"

namespace garter {
namespace {

Step DoneOrNoRoom(Vm& vm, Value v) { return v.IsUnbound() ? vm.NoRoom() : Step::Done(v); }

// "Collect and run me again" is what More means; there is nothing to count, as nothing is counted while marking.
Step CollectAll(Vm& vm, Native& n) {
  if (n.phase == 1) return Step::Done(Value::SmallInt(0));
  int64_t generation = 2;
  if (n.has(0)) {
    Step step = CIntOf(vm, n.arg(0), &generation);
    if (!step.done()) return step;
    if (generation < 0 || generation > 2) return vm.Raise(TypeId::kValueError, "invalid generation");
  }
  n.phase = 1;
  vm.heap.full_trigger = 0;
  return Step::More(0);
}

Step Enable(Vm& vm, Native&) { return vm.gc_disabled = false, Step::Done(kNone); }
Step Disable(Vm& vm, Native&) { return vm.gc_disabled = true, Step::Done(kNone); }
Step IsEnabled(Vm& vm, Native&) { return Step::Done(Value::Bool(!vm.gc_disabled)); }

Step Numbers(Vm& vm, int64_t a, int64_t b, int64_t c) {
  Value values[3] = {Value::SmallInt(a), Value::SmallInt(b), Value::SmallInt(c)};
  return DoneOrNoRoom(vm, vm.NewTuple(values, 3));
}
Step GetCount(Vm& vm, Native&) { return Numbers(vm, 0, 0, 0); }
Step GetThreshold(Vm& vm, Native&) { return Numbers(vm, 2000, 10, 0); }
Step SetThreshold(Vm&, Native&) { return Step::Done(kNone); }
Step IsTracked(Vm&, Native& n) {
  switch (n.arg(0).kind()) {
    case Kind::kList:
    case Kind::kDict:
    case Kind::kSet:
    case Kind::kFrozenSet:
    case Kind::kTuple:
    case Kind::kInstance:
    case Kind::kFunction:
    case Kind::kModule:
      return Step::Done(kTrue);
    default:
      return Step::Done(kFalse);
  }
}
Step Nothing(Vm&, Native&) { return Step::Done(kNone); }
Step Zero(Vm&, Native&) { return Step::Done(Value::SmallInt(0)); }

constexpr BuiltinRow kGcRows[] = {
    {"collect", "(generation=2)", CollectAll},
    {"enable", "()", Enable},
    {"disable", "()", Disable},
    {"isenabled", "()", IsEnabled},
    {"get_count", "()", GetCount},
    {"get_threshold", "()", GetThreshold},
    {"set_threshold", "(*args)", SetThreshold, 0, BuiltinRow::kRaw},
    {"is_tracked", "(obj, /)", IsTracked},
    {"freeze", "()", Nothing},
    {"unfreeze", "()", Nothing},
    {"get_freeze_count", "()", Zero},
    {"get_debug", "()", Zero},
    {"set_debug", "(flags, /)", Nothing},
};

Step Fill(Vm& vm, Value dict) {
  if (!vm.HasRoom(4096)) return vm.NoRoom();
  bool good =
      AddName(vm, dict, "garbage", vm.NewList(nullptr, 0)) && AddName(vm, dict, "callbacks", vm.NewList(nullptr, 0)) &&
      AddName(vm, dict, "DEBUG_STATS", Value::SmallInt(1)) &&
      AddName(vm, dict, "DEBUG_COLLECTABLE", Value::SmallInt(2)) &&
      AddName(vm, dict, "DEBUG_UNCOLLECTABLE", Value::SmallInt(4)) &&
      AddName(vm, dict, "DEBUG_SAVEALL", Value::SmallInt(32)) && AddName(vm, dict, "DEBUG_LEAK", Value::SmallInt(38));
  return good ? Step::Done(kNone) : vm.NoRoom();
}

}  // namespace

const NativeModule kGcModule = {"gc", nullptr, kGcRows, sizeof(kGcRows) / sizeof(kGcRows[0]), Fill};

}  // namespace garter
