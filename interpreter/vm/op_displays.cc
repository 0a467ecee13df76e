// Displays, unpacking, formatting, and the natives behind opcodes that iterate.
#include "interpreter/heap/text_builder.h"
#include "interpreter/modules/modules.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/function_rows.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/set.h"
#include "interpreter/vm/ask.h"
#include "interpreter/vm/class_steps.h"
#include "interpreter/vm/classes.h"
#include "interpreter/vm/operators.h"

namespace garter {
namespace {

// A view of list or tuple items.
struct Items {
  const Value* first;
  uint32_t count;
};
bool ItemsOf(Vm& vm, Value v, Items* out) {
  if (v.IsObject(Kind::kTuple)) {
    Tuple* tuple = vm.heap.At<Tuple>(v);
    *out = {tuple->items(), tuple->count};
    return true;
  }
  if (v.IsObject(Kind::kList)) {
    List* list = vm.heap.At<List>(v);
    *out = {list->count == 0 ? nullptr : vm.heap.At<Buffer>(list->buffer)->items(), list->count};
    return true;
  }
  return false;
}

Step NotEnough(Vm& vm, uint32_t wanted, bool at_least, int64_t got) {
  return vm.Raise(TypeId::kValueError,
                  at_least ? "not enough values to unpack (expected at least %d, got %d)"
                           : "not enough values to unpack (expected %d, got %d)",
                  int64_t{wanted}, got);
}

// 3.14 says how many there are when it is cheap to know: exact lists, tuples and dicts.
Step TooMany(Vm& vm, uint32_t wanted, int64_t got) {
  if (got >= 0)
    return vm.Raise(TypeId::kValueError, "too many values to unpack (expected %d, got %d)", int64_t{wanted}, got);
  return vm.Raise(TypeId::kValueError, "too many values to unpack (expected %d)", int64_t{wanted});
}

// The values of a starred target out of all values: before, the list in between, after.
Step SplitStarred(Vm& vm, const Items& all, uint32_t before, uint32_t after) {
  if (all.count < before + after) return NotEnough(vm, before + after, true, all.count);
  uint32_t middle = all.count - before - after;
  Value list = vm.NewList(all.first + before, middle);
  if (list.IsUnbound()) return vm.NoRoom();
  Tuple* targets = vm.heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple) + (uint64_t{before} + 1 + after) * 8);
  if (targets == nullptr) return vm.NoRoom();
  targets->count = before + 1 + after;
  targets->unused = 0;
  uint32_t k = 0;
  for (uint32_t i = 0; i < before; ++i) targets->items()[k++] = all.first[i];
  targets->items()[k++] = list;
  for (uint32_t i = 0; i < after; ++i) targets->items()[k++] = all.first[before + middle + i];
  return Step::Done(vm.heap.ValueOf(targets));
}

Step NativeNext(Vm& vm, Native& n) { return IteratorStep(vm, n); }

// item in iterator, by the items' order: arg 0 iterator (made from the container in phase 0), arg 1 item.
Step NativeContains(Vm& vm, Native& n) {
  // `input` is the item to compare next: what a call answered, or what was taken before More.
  if (n.phase == 0) {
    Step iterator = GetIter(vm, n.arg(0));
    if (!iterator.done()) return iterator;
    n.arg(0) = iterator.value;
  } else if (n.stopped) {
    return Step::Done(kFalse);
  }
  n.phase = 1;
  for (;;) {
    if (!n.input.IsUnbound()) {
      Step same = Same(vm, n.input, n.arg(1));
      if (!same.done()) return same;
      if (same.value.IsTrue()) return Step::Done(kTrue);
      n.input = kUnbound;
    }
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step next = Next(vm, n.arg(0));
    if (next.action == Action::kCall) return n.Next(1, n.arg(0));
    if (next.action == Action::kStop) return Step::Done(kFalse);
    if (!next.done()) return next;
    n.input = next.value;
    n.settled = vm.meter.used;
  }
}

// Adds what is left in an iterator to a list or set: arg 0 container, arg 1 iterator. An item that was taken is kept in
// the slot until it is stored, so that running again after More loses nothing.
Step NativeExtend(Vm& vm, Native& n) {
  if (n.phase == 0) {
    // What an opcode met as an object of the program is iterated here.
    Step iterator = GetIter(vm, n.arg(1));
    if (!iterator.done()) return iterator;
    // `f(*x)` does not ask for the length, `[*x]` and `f(1, *x)` do.
    bool asks =
        n.arg(0).IsObject(Kind::kList) && (n.arg(2) == Value::SmallInt(0) || vm.heap.At<List>(n.arg(0))->count > 0);
    Step hint = asks ? LengthHint(vm, n.arg(1)) : Step::Done(kNone);
    if (!hint.done()) return hint;
    n.arg(1) = iterator.value;
    n.slot(0) = kUnbound;
  } else if (n.stopped) {
    return Step::Done(kNone);
  } else {
    n.slot(0) = n.input;
  }
  n.phase = 2;  // entered again after More: the slot says what is pending
  for (;;) {
    if (!n.slot(0).IsUnbound()) {
      if (n.arg(0).IsObject(Kind::kList)) {
        if (!vm.ListAppend(n.arg(0), n.slot(0))) {
          n.input = n.slot(0);
          return vm.NoRoom();
        }
      } else {
        Step added = SetAdd(vm, n.arg(0), n.slot(0));
        if (!added.done()) {
          n.input = n.slot(0);
          return added;
        }
      }
      n.slot(0) = kUnbound;
      n.input = kUnbound;
      n.settled = vm.meter.used;
    }
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step next = Next(vm, n.arg(1));
    if (next.action == Action::kCall) return n.Next(1, n.arg(1));
    if (next.action == Action::kStop) return Step::Done(kNone);
    if (!next.done()) return next;
    n.slot(0) = next.value;
    n.settled = vm.meter.used;
  }
}

// Unpacks an iterator: arg 0 iterator, arg 1 values before, arg 2 values after a starred target or -1. Slot 0 collects.
Step NativeUnpack(Vm& vm, Native& n) {
  uint32_t before = static_cast<uint32_t>(n.arg(1).AsSmallInt());
  int64_t after = n.arg(2).AsSmallInt();
  if (n.phase == 0) {
    Step iterator = GetIter(vm, n.arg(0));
    if (!iterator.done()) return iterator;
    n.arg(0) = iterator.value;
    Value list = vm.NewListWithCapacity(before + 1);
    if (list.IsUnbound()) return vm.NoRoom();
    n.slot(0) = list;
    n.slot(1) = kUnbound;
    n.phase = 2;
  } else if (n.phase == 1) {
    n.slot(1) = n.stopped ? kUnbound : n.input;
    n.phase = 2;
    if (n.stopped) n.phase = 3;
  }
  while (n.phase == 2) {
    if (!n.slot(1).IsUnbound()) {
      if (after < 0 && vm.heap.At<List>(n.slot(0))->count == before) {
        return GARTER_MUTANT(vm, 17, Step::Done(n.slot(0)), TooMany(vm, before, -1));
      }
      if (!vm.ListAppend(n.slot(0), n.slot(1))) return vm.NoRoom();
      n.slot(1) = kUnbound;
      n.settled = vm.meter.used;
    }
    if (!vm.meter.Charge(1)) return Step::Limit();
    Step next = Next(vm, n.arg(0));
    if (next.action == Action::kCall) return n.Next(1, n.arg(0));
    if (next.action == Action::kStop)
      n.phase = 3;
    else if (!next.done())
      return next;
    else
      n.slot(1) = next.value;
    n.settled = vm.meter.used;
  }
  Items all;
  ItemsOf(vm, n.slot(0), &all);
  if (after < 0) {
    if (all.count < before) return NotEnough(vm, before, false, all.count);
    return Step::Done(n.slot(0));
  }
  return SplitStarred(vm, all, before, static_cast<uint32_t>(after));
}

// An operator whose right side only Python can iterate: it is collected into a list, which then takes its place. arg 0
// the left side, arg 1 the BinaryOp or the slice that is assigned to, arg 2 the iterator. Slot 0 collects.
Step NativeDrain(Vm& vm, Native& n) {
  if (n.phase == 0) {
    Value list = vm.NewListWithCapacity(8);
    if (list.IsUnbound()) return vm.NoRoom();
    n.slot(0) = list;
  }
  Step step = ForEach(vm, n, 1, n.arg(2),
                      [&](Value item) { return vm.ListAppend(n.slot(0), item) ? Step::Done(kNone) : vm.NoRoom(); });
  if (!step.done()) return step;
  if (!n.arg(1).IsSmallInt()) return SetItem(vm, n.arg(0), n.arg(1), n.slot(0));
  return Binary(vm, static_cast<BinaryOp>(n.arg(1).AsSmallInt()), n.arg(0), n.slot(0), true);
}

}  // namespace

// What becomes of an expression statement's value in interactive code: repr(value), kept as `_` of the builtins.
Step NativeDisplay(Vm& vm, Native& n) {
  Value value = n.arg(0);
  if (value.IsNone()) return Step::Done(kNone);
  if (!vm.HasRoom(1024)) return vm.NoRoom();
  Step text = Repr(vm, value);
  if (!text.done()) return text;
  Value builtins = BuiltinsDict(vm), name = vm.NewStrAscii("_");
  if (builtins.IsUnbound() || name.IsUnbound() || !vm.DictSetStr(builtins, name, value)) return vm.NoRoom();
  Step written = WriteStr(vm, Stream::kStdout, text.value);
  if (!written.done()) return written;
  return vm.Write(Stream::kStdout, "\n") ? Step::Done(kNone) : Step::Limit();
}

namespace {

constexpr BuiltinRow kInternalRows[] = {
    {"next", "(iterator, /)", NativeNext, kIteratorSlots, BuiltinRow::kCatches},
    {"contains", "(container, item, /)", NativeContains},
    {"extend", "(container, iterator, call, /)", NativeExtend, 1},
    {"unpack", "(iterator, before, after, /)", NativeUnpack, 2},
    {"drain", "(left, operator, iterator, /)", NativeDrain, 1},
    {"protocol", "(code, a, b, c, /)", ProtocolStep, kProtocolSlots, BuiltinRow::kCatches},
    {"__build_class__", "(*args, **kwargs)", BuildClass, kBuildClassSlots, BuiltinRow::kRaw},
    {"type", "(*args, **kwargs)", ConstructStep, kConstructSlots, BuiltinRow::kRaw},
    {"type", "(*args, **kwargs)", NewTypeStep, kNewTypeSlots, BuiltinRow::kRaw | BuiltinRow::kCatches},
    {"__new__", "(*args, **kwargs)", ObjectNew, kObjectNewSlots, BuiltinRow::kRaw},
    {"__init__", "(*args, **kwargs)", ObjectInit, kObjectInitSlots, BuiltinRow::kRaw},
    {"displayhook", "(object, /)", NativeDisplay},
    {"send", "(iterator, value, /)", NativeSend, 0, BuiltinRow::kCatches},
    {"throw", "(iterator, exception, /)", NativeThrow, 0, BuiltinRow::kCatches},
    {"close", "(iterator, /)", NativeClose},
    {"awaitable", "(value, context, /)", NativeAwaitable},
    {"aiter", "(value, /)", NativeAiter},
    {"anext", "(iterator, /)", NativeAnext},
    {"match_group", "(exception, type, /)", GroupMatch},
    {"raised_group", "(exception, raised, /)", GroupRaised, kGroupSlots},
    {"import", "(name, names, level, /)", ImportStep, kImportSlots, BuiltinRow::kCleans},
    {"import_from", "(module, name, /)", ImportFromStep, 0, BuiltinRow::kCatches},
    {"import_star", "(module, namespace, /)", ImportStarStep},
    {"match_keys", "(mapping, keys, /)", MatchKeysStep, kMatchKeysSlots},
    {"match_class", "(subject, cls, positional, names, /)", MatchClassStep, kMatchClassSlots},
};

}  // namespace

const BuiltinRow& InternalRow(uint32_t row) { return kInternalRows[row]; }

Step BuildTuple(Vm& vm, Value* first, uint32_t count) {
  Value tuple = vm.NewTuple(first, count, true);
  return tuple.IsUnbound() ? vm.NoRoom() : Step::Done(tuple);
}

Step BuildList(Vm& vm, Value* first, uint32_t count) {
  Value list = vm.NewList(first, count, true);
  return list.IsUnbound() ? vm.NoRoom() : Step::Done(list);
}

Step BuildSet(Vm& vm, Value* first, uint32_t count) {
  Value set = vm.NewSet();
  if (set.IsUnbound()) return vm.NoRoom();
  for (uint32_t k = 0; k < count; ++k) {
    Step step = SetAdd(vm, set, first[-static_cast<int64_t>(k)]);
    if (!step.done()) return step;
  }
  return Step::Done(set);
}

Step BuildDict(Vm& vm, Value* first, uint32_t pairs) {
  Value dict = vm.NewDict();
  if (dict.IsUnbound()) return vm.NoRoom();
  if (pairs > 5) {
    bool only_str = true;
    for (uint32_t k = 0; k < pairs; ++k) only_str &= first[-2 * static_cast<int64_t>(k)].IsStr();
    if (!DictReserve(vm, dict, pairs, only_str)) return vm.NoRoom();
  }
  for (uint32_t k = 0; k < pairs; ++k) {
    Value* pair = first - 2 * static_cast<int64_t>(k);
    Step step = DictSet(vm, dict, pair[0], pair[-1]);
    if (!step.done()) return step;
  }
  return Step::Done(dict);
}

Step BuildString(Vm& vm, Value* first, uint32_t count) {
  TextBuilder builder(vm.heap);
  for (uint32_t k = 0; k < count; ++k) {
    Text text = vm.TextOf(first[-static_cast<int64_t>(k)]);
    if (text.ascii)
      builder.AppendAscii({reinterpret_cast<const char*>(text.data), text.length});
    else
      builder.AppendCharacters(text.data, text.length, text.width);
  }
  Value str = builder.Finish();
  return str.IsUnbound() ? vm.NoRoom() : Step::Done(str);
}

Step ExtendList(Vm& vm, Value list, Value iterable, const Value* callee) {
  Items items;
  if (ItemsOf(vm, iterable, &items)) {
    if (!vm.meter.Charge(items.count)) return Step::Limit();
    if (!vm.ListReserve(list, uint64_t{vm.heap.At<List>(list)->count} + items.count)) return vm.NoRoom();
    ItemsOf(vm, iterable, &items);
    for (uint32_t k = 0; k < items.count; ++k) vm.ListAppend(list, items.first[k]);
    return Step::Done(kNone);
  }
  Step iterator = GetIter(vm, iterable);
  if (iterator.done()) return {Action::kCall, 0, iterator.value};
  if (iterator.action != Action::kRaise) return iterator;
  // CPython rewords the error of what is not iterable.
  if (callee != nullptr) {
    return vm.Raise(TypeId::kTypeError, "%F argument after * must be an iterable, not %T", *callee, iterable);
  }
  return vm.Raise(TypeId::kTypeError, "Value after * must be an iterable, not %T", iterable);
}

Step UpdateSet(Vm& vm, Value set, Value iterable) {
  // Sets and dicts are merged table by table, as set.update() does: that decides the order.
  if (Value native = Plain(vm, iterable); IsAnySet(native)) return SetMerge(vm, set, native);
  if (iterable.IsObject(Kind::kDict)) return SetMergeKeys(vm, set, iterable);
  Step iterator = GetIter(vm, iterable);
  if (iterator.done()) return {Action::kCall, 0, iterator.value};
  return iterator;
}

Step UpdateDict(Vm& vm, Value dict, Value mapping) {
  if (IsUserObject(vm, mapping)) return Ask(vm, Protocol::kUpdateDict, 0, dict, mapping);
  mapping = Unproxied(vm, mapping);
  if (!mapping.IsObject(Kind::kDict)) return vm.Raise(TypeId::kTypeError, "'%T' object is not a mapping", mapping);
  return DictUpdateFrom(vm, dict, mapping);
}

Step MergeDict(Vm& vm, Value dict, Value mapping, Value callee) {
  if (IsUserObject(vm, mapping)) return Ask(vm, Protocol::kMergeDict, 0, dict, mapping, callee);
  mapping = Unproxied(vm, mapping);
  if (!mapping.IsObject(Kind::kDict)) {
    return vm.Raise(TypeId::kTypeError, "%F argument after ** must be a mapping, not %T", callee, mapping);
  }
  if (vm.DictSize(mapping) == 0) return Step::Done(kNone);
  DictKeys* keys = vm.heap.At<DictKeys>(vm.heap.At<Dict>(mapping)->keys);
  if (!vm.meter.Charge(keys->fill)) return Step::Limit();
  for (uint32_t e = 0; e < keys->fill; ++e) {
    Value key = keys->entries()[e].key;
    if (key.IsUnbound()) continue;
    if (!key.IsStr()) return vm.Raise(TypeId::kTypeError, "keywords must be strings");
    if (!vm.DictGetStr(dict, key).IsUnbound()) {
      return vm.Raise(TypeId::kTypeError, "%F got multiple values for keyword argument '%S'", callee, key);
    }
  }
  return DictUpdateFrom(vm, dict, mapping);
}

Step ListToTuple(Vm& vm, Value list) {
  Items items;
  ItemsOf(vm, list, &items);
  if (!vm.meter.Charge(items.count / 8)) return Step::Limit();
  Value tuple = vm.NewTuple(items.first, items.count);
  return tuple.IsUnbound() ? vm.NoRoom() : Step::Done(tuple);
}

// What seeded bug 17 unpacks of too many values.
static Step FirstOf(Vm& vm, const Items& items, uint32_t count) {
  Value tuple = vm.NewTuple(items.first, count);
  return tuple.IsUnbound() ? vm.NoRoom() : Step::Done(tuple);
}

Step Unpack(Vm& vm, Value source, uint32_t before, uint32_t after) {
  Items items;
  if (ItemsOf(vm, source, &items)) {
    if (after != ~0u) return SplitStarred(vm, items, before, after);
    if (items.count < before) return NotEnough(vm, before, false, items.count);
    if (items.count > before)
      return GARTER_MUTANT(vm, 17, FirstOf(vm, items, before), TooMany(vm, before, items.count));
    return Step::Done(source);
  }
  if (source.IsObject(Kind::kDict) && after == ~0u && GARTER_MUTANT(vm, 17, false, vm.DictSize(source) > before)) {
    return TooMany(vm, before, vm.DictSize(source));
  }
  if (source.IsObject(Kind::kIterator) || source.IsObject(Kind::kGenerator)) return {Action::kCall, 0, source};
  Step iterator = GetIter(vm, source);
  if (iterator.done()) return {Action::kCall, 0, iterator.value};
  if (iterator.action != Action::kRaise) return iterator;
  return vm.Raise(TypeId::kTypeError, "cannot unpack non-iterable %T object", source);
}

Step FormatValue(Vm& vm, Value value, int conversion, Value specification) {
  if (conversion != 0) {
    Step step = conversion == 's' ? ToStr(vm, value) : conversion == 'r' ? Repr(vm, value) : Ascii(vm, value);
    if (!step.done()) return step;
    value = step.value;
  }
  if (specification.IsUnbound()) {
    if (value.IsStr()) return Step::Done(value);
    if (!IsUserObject(vm, value) || LookupOwnSpecial(vm, value, Special::k_format).IsUnbound()) return ToStr(vm, value);
    specification = vm.NewStrAscii("");
    if (specification.IsUnbound()) return vm.NoRoom();
  }
  return Format(vm, value, specification);
}

}  // namespace garter
