// Functions, and windows of calls that are not made by a plain CALL.
#include "interpreter/vm/frames.h"
#include "interpreter/vm/loop.h"
#include "interpreter/vm/operators.h"

namespace garter {
namespace {

// Seeded bug 10: a cell of its own for a closure. Where there is no room it stays the shared one.
Value CellCopy(Vm& vm, Value shared) {
  Cell* copy = vm.heap.New<Cell>(Kind::kCell);
  if (copy == nullptr) return shared;
  copy->value = vm.heap.At<Cell>(shared)->value;
  return vm.heap.ValueOf(copy);
}

}  // namespace

Step MakeFunction(Vm& vm, Value* window, uint32_t code, uint32_t cells) {
  Function* function = vm.heap.Allocate<Function>(Kind::kFunction, sizeof(Function) + uint64_t{cells} * 8);
  if (function == nullptr) return vm.NoRoom();
  function->code = code;
  function->cell_count = cells;
  function->globals = vm.globals.handle();
  function->image = vm.image_object.IsUnbound() ? 0 : vm.image_object.handle();
  function->unused = 0;
  function->defaults = window[0].IsObject() ? window[0].handle() : 0;
  function->kw_defaults = window[-1].IsObject() ? window[-1].handle() : 0;
  function->attributes = 0;
  for (uint32_t k = 0; k < cells; ++k) {
    Value cell = window[-2 - static_cast<int64_t>(k)];
    function->cells()[k] = GARTER_MUTANT(vm, 10, CellCopy(vm, cell), cell);
  }
  return Step::Done(vm.heap.ValueOf(function));
}

Step SpreadArguments(Vm& vm, Value* fp, bool keywords, CallSite* site) {
  Value* window = site->window;
  Value arguments = window[-kFrameHeader], named = window[-kFrameHeader - 1];
  const Value* items = nullptr;
  uint32_t positional = 0;
  if (arguments.IsObject(Kind::kTuple)) {
    items = vm.heap.At<Tuple>(arguments)->items();
    positional = vm.heap.At<Tuple>(arguments)->count;
  } else if (List* list = vm.heap.At<List>(arguments); list->count > 0) {
    items = vm.heap.At<Buffer>(list->buffer)->items();
    positional = list->count;
  }
  uint32_t by_name = keywords ? vm.DictSize(named) : 0;
  if (!vm.meter.Charge(positional + by_name)) return Step::Limit();
  // A generator's registers have no room behind them: as CopyWindow().
  bool from_generator = IsGeneratorFrame(fp);
  Value* target = from_generator ? ExtentAt(vm, fp, 0) - 2 : window;
  if (!EnsureStack(vm, target - kFrameHeader - positional - by_name - 32)) return vm.NoRoom();
  Value* names = &site->names;
  *names = kUnbound;
  Tuple* tuple = nullptr;
  if (by_name > 0) {
    tuple = vm.heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple) + uint64_t{by_name} * 8);
    if (tuple == nullptr) return vm.NoRoom();
    tuple->count = by_name;
    tuple->unused = 0;
    *names = vm.heap.ValueOf(tuple);
  }
  // From here on the window is overwritten, so nothing may fail.
  site->flags = from_generator ? FrameFlags::kFromGenerator : 0;
  if (from_generator) {
    target[1] = fp[3];
    target[0] = window[0];
  }
  site->window = target;
  for (uint32_t k = 0; k < positional; ++k) target[-kFrameHeader - static_cast<int64_t>(k)] = items[k];
  if (by_name > 0) {
    DictKeys* keys = vm.heap.At<DictKeys>(vm.heap.At<Dict>(named)->keys);
    uint32_t k = 0;
    for (uint32_t e = 0; e < keys->fill; ++e) {
      const DictEntry& entry = keys->entries()[e];
      if (entry.key.IsUnbound()) continue;
      tuple->items()[k] = entry.key;
      target[-kFrameHeader - static_cast<int64_t>(positional + k)] = entry.value;
      ++k;
    }
  }
  site->count = positional + by_name;
  return Step::Done(kNone);
}

Value* OperatorWindow(Vm& vm, Value* fp, uint32_t pc, int64_t* flags) {
  *flags = 0;
  Value* window = ExtentAt(vm, fp, pc) - 1;
  bool from_generator = IsGeneratorFrame(fp);
  if (!EnsureStack(vm, window - 32)) return nullptr;
  if (from_generator) {
    *window-- = fp[3];
    *flags = FrameFlags::kFromGenerator;
  }
  return window;
}

bool CopyWindow(Vm& vm, Value* fp, CallSite* site) {
  Value* target = ExtentAt(vm, fp, 0) - 1;
  if (!EnsureStack(vm, target - site->count - 32)) return false;
  *target-- = fp[3];
  *target = *site->window;
  for (uint32_t k = 0; k < site->count; ++k) {
    target[-kFrameHeader - static_cast<int64_t>(k)] = site->window[-kFrameHeader - static_cast<int64_t>(k)];
  }
  site->window = target;
  site->flags |= FrameFlags::kFromGenerator;
  return true;
}

}  // namespace garter
