#include "interpreter/vm/class_steps.h"

#include "interpreter/heap/text_builder.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/sequence.h"
#include "interpreter/types/str.h"
#include "interpreter/vm/operators.h"

namespace garter {
namespace {

uint32_t KeywordCount(Vm& vm, Value names) { return names.IsUnbound() ? 0 : vm.heap.At<Tuple>(names)->count; }

// The keyword names of a raw native, from 0; in a slot once it has called.
Value NameAt(Vm& vm, Value names, uint32_t k) { return vm.heap.At<Tuple>(names)->items()[k]; }

// What `__new__` or `__init__` found in a class is, for a call with the class or instance given explicitly.
Value Unwrapped(Vm& vm, Value found) {
  if (!found.IsObject(Kind::kDescriptor)) return found;
  const Descriptor* d = vm.heap.At<Descriptor>(found);
  auto kind = static_cast<DescriptorKind>(d->aux);
  return kind == DescriptorKind::kStaticMethod || kind == DescriptorKind::kClassMethod ? d->first : found;
}

bool HasOwn(Vm& vm, Value cls, Special name) {
  auto bit = static_cast<uint32_t>(name);
  return cls.IsObject() && (ClassAt(vm, cls)->specials[bit >> 6] >> (bit & 63) & 1) != 0;
}

// What a class of the program (not a built-in one) defines along the mro; Unbound: none.
Value FindOwn(Vm& vm, Value cls, Special name) {
  if (!HasOwn(vm, cls, name)) return kUnbound;
  Value found = FindInClass(vm, cls, SpecialName(vm, name));
  return found.IsImmediate(Kind::kBuiltin) && OwnerOf(found) != TypeId::kCount ? kUnbound : found;
}

bool IsMutableLayout(TypeId layout) {
  return layout == TypeId::kList || layout == TypeId::kDict || layout == TypeId::kSet;
}

}  // namespace

Step MostDerivedMetaclass(Vm& vm, Value metaclass, Value bases) {
  Span base = SpanOf(vm, bases);
  Value winner = metaclass;
  for (uint32_t k = 0; k < base.count; ++k) {
    Value other = ClassOf(vm, base.first[k]);
    if (IsSubclass(vm, winner, other)) continue;
    if (!IsSubclass(vm, other, winner)) {
      return vm.Raise(TypeId::kTypeError,
                      "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                      "metaclasses of all its bases");
    }
    winner = other;
  }
  return Step::Done(winner);
}

// ---- the class statement ----------------------------------------------------------------------------------------

namespace {

enum BuildSlot : uint32_t { kBases, kMetaclass, kNamespace, kNames, kIndex };
enum BuildPhase : uint32_t { kBegin, kEntries, kEntriesDone, kPrepare, kBody, kMade };

// Keyword k of the statement without `metaclass`: positions in the arguments.
struct ClassKeywords {
  uint32_t first;     // argument index of keyword 0
  uint32_t count;     // all
  int32_t metaclass;  // its number, or -1
};

ClassKeywords KeywordsOf(Vm& vm, Native& n) {
  Value names = n.slot(kNames);
  ClassKeywords keywords = {0, KeywordCount(vm, names), -1};
  keywords.first = n.argument_count - keywords.count;
  for (uint32_t k = 0; k < keywords.count; ++k) {
    if (vm.StrIs(NameAt(vm, names, k), "metaclass")) keywords.metaclass = static_cast<int32_t>(k);
  }
  return keywords;
}

// The names without `metaclass`. Unbound with *good false: no room.
Value OtherNames(Vm& vm, Native& n, const ClassKeywords& keywords, bool* good) {
  *good = true;
  uint32_t rest = keywords.count - (keywords.metaclass >= 0);
  if (rest == 0) return kUnbound;
  if (keywords.metaclass < 0) return n.slot(kNames);
  Value names = vm.NewTuple(SpanOf(vm, n.slot(kNames)).first, rest);
  if (names.IsUnbound()) {
    *good = false;
    return names;
  }
  Tuple* tuple = vm.heap.At<Tuple>(names);
  uint32_t at = 0;
  for (uint32_t k = 0; k < keywords.count; ++k) {
    if (static_cast<int32_t>(k) != keywords.metaclass) tuple->items()[at++] = NameAt(vm, n.slot(kNames), k);
  }
  return names;
}

// Calls `callee` with `leading` values and the statement's keywords.
Step CallWithKeywords(Vm& vm, Native& n, uint32_t phase, Value callee, const Value* leading, uint32_t count) {
  ClassKeywords keywords = KeywordsOf(vm, n);
  bool good;
  Value names = OtherNames(vm, n, keywords, &good);
  if (!good) return vm.NoRoom();
  uint32_t rest = keywords.count - (keywords.metaclass >= 0);
  return CallWith(vm, n, phase, callee, count + rest, names, [&](uint32_t k) {
    if (k < count) return leading[k];
    uint32_t number = k - count;
    if (keywords.metaclass >= 0 && number >= static_cast<uint32_t>(keywords.metaclass)) ++number;
    return n.arg(keywords.first + number);
  });
}

// Replaces bases that are no classes by what their __mro_entries__ answers.
Step ResolveBases(Vm& vm, Native& n) {
  ClassKeywords keywords = KeywordsOf(vm, n);
  uint32_t given = keywords.first - 2;
  if (n.phase == kBegin) {
    Value list = vm.NewListWithCapacity(given + 1);
    if (list.IsUnbound()) return vm.NoRoom();
    n.slot(kBases) = list;
    n.slot(kIndex) = Value::SmallInt(0);
    n.phase = kEntries;
    n.settled = vm.meter.used;
  } else {
    if (!n.input.IsObject(Kind::kTuple)) return vm.Raise(TypeId::kTypeError, "__mro_entries__ must return a tuple");
    Span entries = SpanOf(vm, n.input);
    if (!vm.ListReserve(n.slot(kBases), uint64_t{vm.heap.At<List>(n.slot(kBases))->count} + entries.count))
      return vm.NoRoom();
    entries = SpanOf(vm, n.input);
    for (uint32_t k = 0; k < entries.count; ++k) vm.ListAppend(n.slot(kBases), entries.first[k]);
    n.slot(kMetaclass) = kTrue;  // __orig_bases__ is wanted
    n.slot(kIndex) = Value::SmallInt(n.slot(kIndex).AsSmallInt() + 1);
    n.phase = kEntries;
    n.settled = vm.meter.used;
  }
  while (n.slot(kIndex).AsSmallInt() < given) {
    Value base = n.arg(2 + static_cast<uint32_t>(n.slot(kIndex).AsSmallInt()));
    if (!IsClass(base)) {
      Value name = SpecialName(vm, Special::k_mro_entries);
      if (name.IsUnbound()) return vm.NoRoom();
      Step entries = GetAttribute(vm, base, name);
      if (entries.done()) {
        Value bases = vm.NewTuple(&n.arg(2), given, true);
        return bases.IsUnbound() ? vm.NoRoom() : n.Call(kEntriesDone, entries.value, bases);
      }
      if (entries.action != Action::kRaise || !ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError)) return entries;
      vm.raised = kNone;
    }
    if (!vm.ListAppend(n.slot(kBases), base)) return vm.NoRoom();
    n.slot(kIndex) = Value::SmallInt(n.slot(kIndex).AsSmallInt() + 1);
    n.settled = vm.meter.used;
  }
  return Step::Done(kNone);
}

Step ChooseMetaclass(Vm& vm, Native& n) {
  Span list = SpanOf(vm, n.slot(kBases));
  Value bases = vm.NewTuple(list.first, list.count);
  if (bases.IsUnbound()) return vm.NoRoom();
  ClassKeywords keywords = KeywordsOf(vm, n);
  Value metaclass = keywords.metaclass >= 0 ? n.arg(keywords.first + static_cast<uint32_t>(keywords.metaclass))
                    : list.count > 0        ? ClassOf(vm, list.first[0])
                                            : TypeValue(TypeId::kType);
  if (IsClass(metaclass)) {
    // A base that is no class is for its type to refuse, or to take.
    Step winner = MostDerivedMetaclass(vm, metaclass, bases);
    if (!winner.done()) return winner;
    metaclass = winner.value;
  }
  bool original = n.slot(kMetaclass).IsTrue();
  n.slot(kIndex) = Value::Bool(original);
  n.slot(kBases) = bases;
  n.slot(kMetaclass) = metaclass;
  return Step::Done(kNone);
}

Step RunBody(Vm& vm, Native& n, Value space) {
  if (n.slot(kIndex).IsTrue()) {
    Value key = vm.NewStrAscii("__orig_bases__");
    ClassKeywords keywords = KeywordsOf(vm, n);
    Value bases = vm.NewTuple(&n.arg(2), keywords.first - 2, true);
    if (key.IsUnbound() || bases.IsUnbound()) return vm.NoRoom();
    Step step = SetItem(vm, space, key, bases);
    if (!step.done()) return step;
  }
  n.slot(kNamespace) = space;
  return n.Call(kBody, n.arg(0), space);
}

}  // namespace

Step BuildClass(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  switch (n.phase) {
    case kBegin:
      n.slot(kNames) = n.keyword_names;
      n.slot(kMetaclass) = kFalse;
      [[fallthrough]];
    case kEntries:
    case kEntriesDone: {
      Step bases = ResolveBases(vm, n);
      if (!bases.done()) return bases;
      Step chosen = ChooseMetaclass(vm, n);
      if (!chosen.done()) return chosen;
      Value metaclass = n.slot(kMetaclass);
      Value prepare = kUnbound;
      if (!(metaclass == TypeValue(TypeId::kType))) {
        Value name = SpecialName(vm, Special::k_prepare);
        if (name.IsUnbound()) return vm.NoRoom();
        Step step = GetAttribute(vm, metaclass, name);
        if (step.done()) {
          prepare = step.value;
        } else if (step.action != Action::kRaise || !ExceptionTypeIs(vm, vm.raised, TypeId::kAttributeError)) {
          return step;
        }
        if (step.action == Action::kRaise) vm.raised = kNone;
      }
      if (prepare.IsUnbound()) {
        Value dict = vm.NewDict();
        return dict.IsUnbound() ? vm.NoRoom() : RunBody(vm, n, dict);
      }
      Value leading[2] = {n.arg(1), n.slot(kBases)};
      return CallWithKeywords(vm, n, kPrepare, prepare, leading, 2);
    }
    case kPrepare: {
      bool mapping = n.input.IsObject(Kind::kDict) || !LookupSpecial(vm, n.input, Special::k_getitem).IsUnbound();
      if (!mapping) {
        if (n.slot(kMetaclass).IsObject(Kind::kClass)) {
          return vm.Raise(TypeId::kTypeError, "%S.__prepare__() must return a mapping, not %T",
                          ClassAt(vm, n.slot(kMetaclass))->name, n.input);
        }
        return vm.Raise(TypeId::kTypeError, "<metaclass>.__prepare__() must return a mapping, not %T", n.input);
      }
      return RunBody(vm, n, n.input);
    }
    case kBody: {
      n.slot(kIndex) = n.input;  // the cell of __class__, or None
      Value leading[3] = {n.arg(1), n.slot(kBases), n.slot(kNamespace)};
      return CallWithKeywords(vm, n, kMade, n.slot(kMetaclass), leading, 3);
    }
    default: {
      Value cell = n.slot(kIndex);
      if (cell.IsObject(Kind::kCell) && IsClass(n.input)) {
        Value content = vm.heap.At<Cell>(cell)->value;
        if (content.IsUnbound()) {
          return vm.Raise(TypeId::kRuntimeError,
                          "__class__ not set defining %R as %R. Was __classcell__ propagated to type.__new__?",
                          n.arg(1), n.input);
        }
        if (!(content == n.input)) {
          return vm.Raise(TypeId::kTypeError, "__class__ set to %R defining %R as %R", content, n.arg(1), n.input);
        }
      }
      return Step::Done(n.input);
    }
  }
}

// ---- type(name, bases, dict) ------------------------------------------------------------------------------------

namespace {

enum TypeSlot : uint32_t { kClass, kKeywordNames, kItems, kPosition };
enum TypePhase : uint32_t { kNewBegin, kSetNames, kSetNamesDone, kInitialised, kOtherNew };

// `__x` in class `C` is `_C__x`.
Value Mangled(Vm& vm, Value cls_name, Value name) {
  Text text = vm.TextOf(name), cls = vm.TextOf(cls_name);
  auto is = [&](uint32_t k) { return k < text.length && text[k] == '_'; };
  if (text.length < 3 || !is(0) || !is(1) || (is(text.length - 1) && is(text.length - 2))) return name;
  uint32_t skip = 0;
  while (skip < cls.length && cls[skip] == '_') ++skip;
  if (skip == cls.length) return name;
  TextBuilder builder(vm.heap);
  builder.Append('_');
  for (uint32_t k = skip; k < cls.length; ++k) builder.Append(cls[k]);
  for (uint32_t k = 0; k < text.length; ++k) builder.Append(text[k]);
  return builder.Finish();
}

bool IsIdentifier(Vm& vm, Value name) {
  Text text = vm.TextOf(name);
  if (text.length == 0) return false;
  for (uint32_t k = 0; k < text.length; ++k) {
    uint32_t c = text[k];
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    if (!letter && !(k > 0 && c >= '0' && c <= '9')) return false;
  }
  return true;
}

struct Slots {
  Value names = kUnbound;  // List of mangled names in order, or Unbound: no __slots__
  bool dict = false, weakref = false;
};

// Reads __slots__ of the namespace. Done or an error.
Step ReadSlots(Vm& vm, Value name, Value space, Slots* out) {
  Value slots = vm.DictGetAscii(space, "__slots__");
  if (slots.IsUnbound()) return Step::Done(kNone);
  Value list = vm.NewListWithCapacity(8);
  if (list.IsUnbound()) return vm.NoRoom();
  Value items = slots;
  if (slots.IsStr()) {
    items = vm.NewTuple(&slots, 1);
    if (items.IsUnbound()) return vm.NoRoom();
  } else if (!IsListOrTuple(slots)) {
    Step all = Ask(vm, Protocol::kList, 0, slots);
    if (!all.done()) return all;
    items = all.value;
  }
  Span span = SpanOf(vm, items);
  for (uint32_t k = 0; k < span.count; ++k) {
    Value slot = SpanOf(vm, items).first[k];
    if (!slot.IsStr()) return vm.Raise(TypeId::kTypeError, "__slots__ items must be strings, not '%T'", slot);
    if (!IsIdentifier(vm, slot)) return vm.Raise(TypeId::kTypeError, "__slots__ must be identifiers");
    if (vm.StrIs(slot, "__dict__")) {
      if (out->dict) return vm.Raise(TypeId::kTypeError, "__dict__ slot disallowed: we already got one");
      out->dict = true;
      continue;
    }
    if (vm.StrIs(slot, "__weakref__")) {
      out->weakref = true;
      continue;
    }
    Value mangled = Mangled(vm, name, slot);
    if (mangled.IsUnbound()) return vm.NoRoom();
    Value there = vm.DictGetStr(space, mangled);
    bool classcell = vm.StrIs(slot, "__classcell__") || vm.StrIs(slot, "__qualname__");
    if (!there.IsUnbound() && !classcell) {
      return vm.Raise(TypeId::kValueError, "%R in __slots__ conflicts with class variable", slot);
    }
    if (!vm.ListAppend(list, mangled)) return vm.NoRoom();
  }
  out->names = list;
  return Step::Done(kNone);
}

Value NewDescriptor(Vm& vm, DescriptorKind kind, Value first, Value second, Value third) {
  Descriptor* d = vm.heap.New<Descriptor>(Kind::kDescriptor, static_cast<uint16_t>(kind));
  if (d == nullptr) return kUnbound;
  d->first = first;
  d->second = second;
  d->third = third;
  d->doc = d->attributes = kNone;
  return vm.heap.ValueOf(d);
}

// Gives the class its members. Done, or More.
Step AddMembers(Vm& vm, Value cls, Value names) {
  uint32_t count = SpanOf(vm, names).count;
  for (uint32_t k = 0; k < count; ++k) {
    Value name = SpanOf(vm, names).first[k];
    Value member = NewDescriptor(vm, DescriptorKind::kMember, cls, Value::SmallInt(ClassAt(vm, cls)->fixed + k), name);
    if (member.IsUnbound() || !vm.DictSetStr(ClassAt(vm, cls)->dict, name, member)) return vm.NoRoom();
  }
  Class* c = ClassAt(vm, cls);
  c->fixed += count;
  c->capacity += count;
  return Step::Done(kNone);
}

// Two bases that both add members to instances cannot be joined unless one derives from the other.
Step CheckMembers(Vm& vm, Value bases) {
  Span base = SpanOf(vm, bases);
  Value best = kUnbound;
  for (uint32_t k = 0; k < base.count; ++k) {
    if (!base.first[k].IsObject()) continue;
    uint32_t fixed = ClassAt(vm, base.first[k])->fixed;
    bool native = (ClassAt(vm, base.first[k])->aux & Class::kHasNative) != 0;
    if (fixed <= (native ? 1u : 0u)) continue;
    if (best.IsUnbound() || IsSubclass(vm, base.first[k], best)) {
      best = base.first[k];
      continue;
    }
    // The nearest class that adds members decides.
    Span mine = SpanOf(vm, ClassAt(vm, base.first[k])->mro);
    bool shared = false;
    for (uint32_t j = 0; j < mine.count && !shared; ++j) {
      shared =
          mine.first[j].IsObject() && ClassAt(vm, mine.first[j])->fixed == fixed && IsSubclass(vm, best, mine.first[j]);
    }
    if (!shared) return vm.Raise(TypeId::kTypeError, "multiple bases have instance lay-out conflict");
  }
  return Step::Done(kNone);
}

Step Wrap(Vm& vm, Value space, std::string_view name, DescriptorKind kind) {
  Value found = vm.DictGetAscii(space, name);
  if (!found.IsObject(Kind::kFunction)) return Step::Done(kNone);
  Value wrapped = NewDescriptor(vm, kind, found, kNone, kNone);
  Value key = vm.NewStrAscii(name);
  if (wrapped.IsUnbound() || key.IsUnbound() || !vm.DictSetStr(space, key, wrapped)) return vm.NoRoom();
  return Step::Done(kNone);
}

// The class itself; nothing of the program runs.
Step MakeType(Vm& vm, Native& n, Value metaclass) {
  Value name = n.arg(1), bases = n.arg(2);
  Span base = SpanOf(vm, bases);
  for (uint32_t k = 0; k < base.count; ++k) {
    if (!IsClass(base.first[k])) return vm.Raise(TypeId::kTypeError, "bases must be types");
  }
  Value space = DictCopy(vm, Plain(vm, n.arg(3)));
  if (space.IsUnbound()) return vm.NoRoom();
  Slots slots;
  Step step = ReadSlots(vm, name, space, &slots);
  if (!step.done()) return step;
  step = CheckMembers(vm, bases);
  if (!step.done()) return step;
  auto set = [&](std::string_view key, Value value) {
    Value text = vm.NewStrAscii(key);
    return !text.IsUnbound() && vm.DictSetStr(space, text, value);
  };
  auto take = [&](std::string_view key, Value* out) {
    *out = vm.DictGetAscii(space, key);
    if (out->IsUnbound()) return Step::Done(kNone);
    Value text = vm.NewStrAscii(key), removed = kUnbound;
    return text.IsUnbound() ? vm.NoRoom() : DictDelete(vm, space, text, &removed);
  };
  Value qualified_name = kUnbound, cell = kUnbound;
  step = take("__qualname__", &qualified_name);
  if (!step.done()) return step;
  if (!qualified_name.IsUnbound() && !qualified_name.IsStr()) {
    return vm.Raise(TypeId::kTypeError, "type __qualname__ must be a str, not %T", qualified_name);
  }
  step = take("__classcell__", &cell);
  if (!step.done()) return step;
  if (!cell.IsUnbound() && !cell.IsObject(Kind::kCell)) {
    return vm.Raise(TypeId::kTypeError, "type.__new__ requires __classcell__ be a nonlocal cell, not %R",
                    TypeValue(vm.TypeOf(cell)));
  }
  if (vm.DictGetAscii(space, "__module__").IsUnbound()) {
    Value module = vm.DictGetAscii(vm.globals, "__name__");
    if (module.IsUnbound()) module = vm.NewStrAscii("__main__");
    if (module.IsUnbound() || !set("__module__", module)) return vm.NoRoom();
  }
  if (vm.DictGetAscii(space, "__doc__").IsUnbound() && !set("__doc__", kNone)) return vm.NoRoom();
  if (vm.DictGetAscii(space, "__hash__").IsUnbound() && !vm.DictGetAscii(space, "__eq__").IsUnbound() &&
      !set("__hash__", kNone)) {
    return vm.NoRoom();
  }
  step = Wrap(vm, space, "__new__", DescriptorKind::kStaticMethod);
  if (step.done()) step = Wrap(vm, space, "__init_subclass__", DescriptorKind::kClassMethod);
  if (step.done()) step = Wrap(vm, space, "__class_getitem__", DescriptorKind::kClassMethod);
  if (!step.done()) return step;
  // From here on until the class is done nothing but room may be missing; then all is made again.
  uint64_t room = sizeof(Class) + 4096 + (slots.names.IsUnbound() ? 0 : uint64_t{SpanOf(vm, slots.names).count} * 256);
  if (vm.heap.room() < room) {
    vm.heap.wanted = static_cast<uint32_t>(room);
    return vm.NoRoom();
  }
  step = NewClass(vm, metaclass, name, bases, space);
  if (!step.done()) return step;
  Value made = step.value;
  Class* cls = ClassAt(vm, made);
  if (!qualified_name.IsUnbound()) cls->qualified_name = qualified_name;
  if (slots.names.IsUnbound()) {
    cls->aux |= Class::kHasDict | Class::kHasWeakref;
  } else {
    if (slots.dict) cls->aux |= Class::kHasDict;
    if (slots.weakref) cls->aux |= Class::kHasWeakref;
    step = AddMembers(vm, made, slots.names);
    if (!step.done()) return step;
  }
  if (cell.IsObject(Kind::kCell)) vm.heap.Store(vm.heap.At<Object>(cell), &vm.heap.At<Cell>(cell)->value, made);
  return Step::Done(made);
}

// Calls __set_name__ of every value of the namespace that has it.
Step SetNames(Vm& vm, Native& n) {
  Value cls = n.slot(kClass);
  if (n.phase == kSetNames) {
    n.phase = kSetNamesDone;
    n.slot(kPosition) = Value::SmallInt(0);
    Value items = vm.NewListWithCapacity(2 * vm.DictSize(ClassAt(vm, cls)->dict) + 1);
    if (items.IsUnbound()) {
      n.phase = kSetNames;
      return vm.NoRoom();
    }
    ForEachEntry(vm, ClassAt(vm, cls)->dict, [&](DictEntry& entry) {
      if (!entry.value.IsObject(Kind::kInstance) && !entry.value.IsObject(Kind::kDescriptor)) return;
      vm.ListAppend(items, entry.key);
      vm.ListAppend(items, entry.value);
    });
    n.slot(kItems) = items;
    n.settled = vm.meter.used;
  }
  while (n.slot(kPosition).AsSmallInt() < SpanOf(vm, n.slot(kItems)).count) {
    const Value* pair = SpanOf(vm, n.slot(kItems)).first + n.slot(kPosition).AsSmallInt();
    Value name = pair[0], value = pair[1];
    Value set_name = LookupOwnSpecial(vm, value, Special::k_set_name);
    if (!set_name.IsUnbound()) {
      Step step = CallSpecial(vm, n, kSetNamesDone, set_name, value, cls, name);
      if (step.action == Action::kCall) n.slot(kPosition) = Value::SmallInt(n.slot(kPosition).AsSmallInt() + 2);
      return step;
    }
    Value native = Plain(vm, value);
    if (native.IsObject(Kind::kDescriptor) &&
        static_cast<DescriptorKind>(vm.heap.At<Descriptor>(native)->aux) == DescriptorKind::kProperty) {
      Descriptor* d = vm.heap.At<Descriptor>(native);
      if (d->attributes.IsNone()) vm.heap.Store(d, &d->attributes, name);
    }
    n.slot(kPosition) = Value::SmallInt(n.slot(kPosition).AsSmallInt() + 2);
    n.settled = vm.meter.used;
  }
  return Step::Done(kNone);
}

// The exception of a __set_name__ gets a note that says where.
Step NoteSetName(Vm& vm, Native& n) {
  const Value* pair = SpanOf(vm, n.slot(kItems)).first + n.slot(kPosition).AsSmallInt() - 2;
  Value name = pair[0], value = pair[1];
  Step repr = Repr(vm, name);
  if (!repr.done()) return repr;
  TextBuilder text(vm.heap);
  auto add = [&](Value str) {
    Text t = vm.TextOf(str);
    text.AppendCharacters(t.data, t.length, t.width);
  };
  AppendAscii(text, "Error calling __set_name__ on '");
  Value cls = ClassOf(vm, value);
  if (cls.IsObject())
    add(ClassAt(vm, cls)->name);
  else
    AppendAscii(text, TypeName(vm.TypeOf(value)));
  AppendAscii(text, "' instance ");
  add(repr.value);
  AppendAscii(text, " in '");
  add(ClassAt(vm, n.slot(kClass))->name);
  text.Append('\'');
  Value note = text.Finish();
  if (note.IsUnbound()) return vm.NoRoom();
  Value notes = vm.NewList(&note, 1);
  if (notes.IsUnbound() || !SetField(vm, n.input, "__notes__", notes)) return vm.NoRoom();
  return vm.RaiseObject(n.input);
}

Step InitSubclass(Vm& vm, Native& n) {
  Value cls = n.slot(kClass);
  uint32_t keywords = KeywordCount(vm, n.slot(kKeywordNames));
  Value name = SpecialName(vm, Special::k_init_subclass);
  if (name.IsUnbound()) return vm.NoRoom();
  Tuple* mro = vm.heap.At<Tuple>(ClassAt(vm, cls)->mro);
  Value found = kUnbound;
  for (uint32_t k = 1; k < mro->count && found.IsUnbound(); ++k) {
    if (mro->items()[k].IsObject()) found = vm.DictGetStr(ClassAt(vm, mro->items()[k])->dict, name);
  }
  if (found.IsUnbound()) {
    if (keywords == 0) return Step::Done(cls);
    return vm.Raise(TypeId::kTypeError, "%S.__init_subclass__() takes no keyword arguments", ClassAt(vm, cls)->name);
  }
  Resolution r = BindFound(vm, found, kUnbound, cls);
  if (r.how == Resolution::kFailed) return r.step;
  bool bound = r.how == Resolution::kMethod;
  uint32_t first = n.argument_count - keywords;
  return CallWith(vm, n, kInitialised, r.value, bound + keywords, n.slot(kKeywordNames),
                  [&](uint32_t k) { return bound && k == 0 ? r.self : n.arg(first + k - bound); });
}

}  // namespace

Step NewTypeStep(Vm& vm, Native& n) {
  if (n.failed) return n.phase == kSetNamesDone ? NoteSetName(vm, n) : vm.RaiseObject(n.input);
  if (n.phase == kNewBegin) {
    n.slot(kKeywordNames) = n.keyword_names;
    uint32_t keywords = KeywordCount(vm, n.slot(kKeywordNames));
    uint32_t positional = n.argument_count - keywords;
    if (positional == 2 && keywords == 0 && n.arg(0) == TypeValue(TypeId::kType))
      return Step::Done(ClassOf(vm, n.arg(1)));
    if (positional != 4) {
      if (n.arg(0) == TypeValue(TypeId::kType) || positional < 2) {
        return vm.Raise(TypeId::kTypeError, "type() takes 1 or 3 arguments");
      }
      return vm.Raise(TypeId::kTypeError, "type.__new__() takes exactly 3 arguments (%d given)",
                      int64_t{positional} - 1);
    }
    if (!Plain(vm, n.arg(1)).IsStr())
      return vm.Raise(TypeId::kTypeError, "type.__new__() argument 1 must be str, not %T", n.arg(1));
    if (!n.arg(2).IsObject(Kind::kTuple))
      return vm.Raise(TypeId::kTypeError, "type.__new__() argument 2 must be tuple, not %T", n.arg(2));
    if (!Plain(vm, n.arg(3)).IsObject(Kind::kDict))
      return vm.Raise(TypeId::kTypeError, "type.__new__() argument 3 must be dict, not %T", n.arg(3));
    Span base = SpanOf(vm, n.arg(2));
    bool classes = true;
    for (uint32_t k = 0; k < base.count; ++k) classes &= IsClass(base.first[k]);
    Step winner = classes ? MostDerivedMetaclass(vm, n.arg(0), n.arg(2)) : Step::Done(n.arg(0));
    if (!winner.done()) return winner;
    if (!(winner.value == n.arg(0))) {
      // A metaclass of a base is more derived: its own __new__ makes the class.
      Value other = FindOwn(vm, winner.value, Special::k_new);
      if (!other.IsUnbound()) {
        return CallWith(vm, n, kOtherNew, Unwrapped(vm, other), n.argument_count, n.slot(kKeywordNames),
                        [&](uint32_t k) { return k == 0 ? winner.value : n.arg(k); });
      }
    }
    Step made = MakeType(vm, n, winner.value);
    if (!made.done()) return made;
    n.slot(kClass) = made.value;
    n.phase = kSetNames;
    n.settled = vm.meter.used;
  }
  if (n.phase == kOtherNew) return Step::Done(n.input);
  if (n.phase == kSetNames || n.phase == kSetNamesDone) {
    Step names = SetNames(vm, n);
    if (!names.done()) return names;
    return InitSubclass(vm, n);
  }
  return Step::Done(n.slot(kClass));
}

// ---- instances --------------------------------------------------------------------------------------------------

namespace {

// Arguments of object.__new__ or __init__ that nobody takes are an error, unless the other of the two is the program's.
Step RefuseExcess(Vm& vm, Value cls, bool is_new, uint32_t excess) {
  if (excess == 0) return Step::Done(kNone);
  bool own_new = !FindOwn(vm, cls, Special::k_new).IsUnbound(),
       own_init = !FindOwn(vm, cls, Special::k_init).IsUnbound();
  Value name = cls.IsObject() ? ClassAt(vm, cls)->name : kUnbound;
  if (is_new) {
    if (own_new)
      return vm.Raise(TypeId::kTypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (own_init) return Step::Done(kNone);
    if (name.IsUnbound()) return vm.Raise(TypeId::kTypeError, "object() takes no arguments");
    return vm.Raise(TypeId::kTypeError, "%S() takes no arguments", name);
  }
  if (own_init) {
    return vm.Raise(TypeId::kTypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
  }
  if (own_new || name.IsUnbound()) return Step::Done(kNone);
  return vm.Raise(TypeId::kTypeError, "%S.__init__() takes exactly one argument (the instance to initialize)", name);
}

// An instance that carries `native`, an exact value of the layout.
Step Carrying(Vm& vm, Value cls, Value native) {
  Value instance = NewInstance(vm, cls);
  if (instance.IsUnbound()) return vm.NoRoom();
  vm.heap.At<Instance>(instance)->values()[0] = native;
  return Step::Done(instance);
}

}  // namespace

Step CheckNotAbstract(Vm& vm, Value cls) {
  if (!cls.IsObject() || (ClassAt(vm, cls)->aux & Class::kAbstract) == 0) return Step::Done(kNone);
  Value names = FindInClass(vm, cls, SpecialName(vm, Special::k_abstractmethods));
  if (names.IsUnbound()) return Step::Done(kNone);
  Step list = Ask(vm, Protocol::kList, 0, names);
  if (!list.done()) return list;
  // Sorted, quoted, joined.
  Span all = SpanOf(vm, list.value);
  if (all.count == 0) return Step::Done(kNone);
  TextBuilder text(vm.heap);
  for (uint32_t done = 0; done < all.count; ++done) {
    // Few names: selection by rank.
    uint32_t chosen = 0;
    for (uint32_t k = 0; k < all.count; ++k) {
      uint32_t rank = 0;
      for (uint32_t j = 0; j < all.count; ++j) {
        int order = StrCompare(vm, all.first[j], all.first[k]);
        rank += order < 0 || (order == 0 && j < k);
      }
      if (rank == done) chosen = k;
    }
    if (done > 0) AppendAscii(text, ", ");
    text.Append('\'');
    Text t = vm.TextOf(all.first[chosen]);
    text.AppendCharacters(t.data, t.length, t.width);
    text.Append('\'');
  }
  Value joined = text.Finish();
  if (joined.IsUnbound()) return vm.NoRoom();
  return vm.Raise(TypeId::kTypeError,
                  "Can't instantiate abstract class %S without an implementation for abstract method%s %S",
                  ClassAt(vm, cls)->name, all.count == 1 ? "" : "s", joined);
}

// (cls, *arguments, **keywords)
Step ObjectNew(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == 0) n.slot(0) = n.keyword_names;
  Value names = n.slot(0);
  if (n.argument_count == 0) return vm.Raise(TypeId::kTypeError, "object.__new__(): not enough arguments");
  Value cls = n.arg(0);
  if (!IsClass(cls)) return vm.Raise(TypeId::kTypeError, "object.__new__(X): X is not a type object (%T)", cls);
  TypeId layout = LayoutOf(vm, cls);
  uint32_t given = n.argument_count - 1;
  if (n.phase == 0) {
    if (layout == TypeId::kObject) {
      Step step = RefuseExcess(vm, cls, true, given);
      if (step.done()) step = CheckNotAbstract(vm, cls);
      if (!step.done()) return step;
      if (!cls.IsObject()) {
        PlainObject* object = vm.heap.New<PlainObject>(Kind::kPlainObject);
        return object == nullptr ? vm.NoRoom() : Step::Done(vm.heap.ValueOf(object));
      }
      Value instance = NewInstance(vm, cls);
      return instance.IsUnbound() ? vm.NoRoom() : Step::Done(instance);
    }
    if (layout == TypeId::kType) {
      return CallWith(vm, n, 1, InternalValue(Internal::kNewType), n.argument_count, names,
                      [&](uint32_t k) { return n.arg(k); });
    }
    Step step = CheckNotAbstract(vm, cls);
    if (!step.done()) return step;
    // The built-in type makes its value. Where __init__ is the program's, or the value is filled by __init__, the
    // keywords are not for it.
    bool own_init = !FindOwn(vm, cls, Special::k_init).IsUnbound();
    uint32_t keywords = KeywordCount(vm, names);
    bool drop = cls.IsObject() && (own_init || IsExceptionType(layout));
    uint32_t count = cls.IsObject() && IsMutableLayout(layout) ? 0 : drop ? given - keywords : given;
    return CallWith(vm, n, 2, TypeValue(layout), count, count == given ? names : kUnbound,
                    [&](uint32_t k) { return n.arg(1 + k); });
  }
  if (n.phase == 1 || !cls.IsObject()) return Step::Done(n.input);
  if (n.input.IsObject(Kind::kException)) {
    Exception* exception = vm.heap.At<Exception>(n.input);
    vm.heap.Store(exception, &exception->cls, cls);
    return Step::Done(n.input);
  }
  return Carrying(vm, cls, n.input);
}

// (self, *arguments, **keywords)
Step ObjectInit(Vm& vm, Native& n) {
  if (n.failed) return vm.RaiseObject(n.input);
  if (n.phase == 0) n.slot(0) = n.keyword_names;
  Value self = n.arg(0), cls = ClassOf(vm, self);
  TypeId layout = LayoutOf(vm, cls);
  uint32_t given = n.argument_count - 1;
  if (n.phase == 0) {
    if (self.IsObject(Kind::kException)) {
      if (KeywordCount(vm, n.slot(0)) > 0) {
        return vm.Raise(TypeId::kTypeError, "%T() takes no keyword arguments", self);
      }
      Value args = vm.NewTuple(&n.arg(1), given, true);
      if (args.IsUnbound()) return vm.NoRoom();
      Exception* exception = vm.heap.At<Exception>(self);
      vm.heap.Store(exception, &exception->args, args);
      return Step::Done(kNone);
    }
    if (IsMutableLayout(layout)) {
      if (given == 0 && layout == TypeId::kDict) return Step::Done(kNone);
      return CallWith(vm, n, 1, TypeValue(layout), given, n.slot(0), [&](uint32_t k) { return n.arg(1 + k); });
    }
    if (layout == TypeId::kObject) {
      Step step = RefuseExcess(vm, cls, false, given);
      return step.done() ? Step::Done(kNone) : step;
    }
    return Step::Done(kNone);
  }
  // What the built-in type made of the arguments becomes the contents.
  Value native = Plain(vm, self);
  if (layout == TypeId::kDict) {
    Step step = DictUpdateFrom(vm, native, n.input);
    return step.done() ? Step::Done(kNone) : step;
  }
  if (layout == TypeId::kList) {
    List* list = vm.heap.At<List>(native);
    List* made = vm.heap.At<List>(n.input);
    list->count = made->count;
    vm.heap.StoreHandle(list, &list->buffer, made->buffer == 0 ? nullptr : vm.heap.At<Object>(made->buffer));
    made->count = made->buffer = 0;
    return Step::Done(kNone);
  }
  Set* set = vm.heap.At<Set>(native);
  Set* made = vm.heap.At<Set>(n.input);
  set->used = made->used;
  set->fill = made->fill;
  set->finger = 0;
  vm.heap.StoreHandle(set, &set->table, made->table == 0 ? nullptr : vm.heap.At<Object>(made->table));
  made->used = made->fill = made->table = 0;
  return Step::Done(kNone);
}

// (cls, *arguments, **keywords)
Step ConstructStep(Vm& vm, Native& n) {
  enum : uint32_t { kBeginCall, kNewMade, kInitDone };
  enum : uint32_t { kInstance, kCallNames };
  if (n.failed) return vm.RaiseObject(n.input);
  Value cls = n.arg(0);
  if (n.phase == kBeginCall) {
    n.slot(kCallNames) = n.keyword_names;
    Value found = FindOwn(vm, cls, Special::k_new);
    Value callee = found.IsUnbound() ? InternalValue(Internal::kObjectNew) : Unwrapped(vm, found);
    return CallWith(vm, n, kNewMade, callee, n.argument_count, n.slot(kCallNames),
                    [&](uint32_t k) { return n.arg(k); });
  }
  if (n.phase == kNewMade) {
    n.slot(kInstance) = n.input;
    if (!IsSubclass(vm, ClassOf(vm, n.input), cls)) return Step::Done(n.input);
    Value init = FindOwn(vm, ClassOf(vm, n.input), Special::k_init);
    TypeId layout = LayoutOf(vm, cls);
    if (init.IsUnbound() && layout == TypeId::kType) return Step::Done(n.input);
    if (init.IsUnbound() && IsExceptionType(layout) && FindOwn(vm, cls, Special::k_new).IsUnbound()) {
      if (KeywordCount(vm, n.slot(kCallNames)) > 0 && layout != TypeId::kImportError &&
          layout != TypeId::kAttributeError && layout != TypeId::kNameError && layout != TypeId::kModuleNotFoundError) {
        return vm.Raise(TypeId::kTypeError, "%S() takes no keyword arguments", ClassAt(vm, cls)->name);
      }
      return Step::Done(n.input);
    }
    bool plain = init.IsUnbound() || init.IsObject(Kind::kFunction);
    Value callee = init.IsUnbound() ? InternalValue(Internal::kObjectInit) : init;
    if (!plain) {
      Resolution r = BindFound(vm, init, n.input, ClassOf(vm, n.input));
      if (r.how == Resolution::kFailed) return r.step;
      if (r.how == Resolution::kGet || r.how == Resolution::kCallOne) {
        Step bound = Ask(vm, Protocol::kGetDescriptor, 0, init, n.input, ClassOf(vm, n.input));
        if (!bound.done()) return bound;
        r.value = bound.value;
        r.how = Resolution::kValue;
      }
      callee = r.value;
      if (r.how == Resolution::kValue) {
        return CallWith(vm, n, kInitDone, callee, n.argument_count - 1, n.slot(kCallNames),
                        [&](uint32_t k) { return n.arg(k + 1); });
      }
    }
    return CallWith(vm, n, kInitDone, callee, n.argument_count, n.slot(kCallNames),
                    [&](uint32_t k) { return k == 0 ? n.slot(kInstance) : n.arg(k); });
  }
  if (!n.input.IsNone()) return vm.Raise(TypeId::kTypeError, "__init__() should return None, not '%T'", n.input);
  return Step::Done(n.slot(kInstance));
}

}  // namespace garter
