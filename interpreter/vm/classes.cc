// Classes: what type a value has, the mro, how a name is found along it, how a class is made.
#include "interpreter/vm/classes.h"

#include "interpreter/types/dict.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

// The row of exactly this built-in type, its bases not asked.
Value FindOwnRow(TypeId type, std::string_view name) {
  const TypeTable& table = TableOf(type);
  for (uint32_t k = 0; k < table.count; ++k) {
    if (name == table.rows[k].name) return BuiltinValue(type, k);
  }
  return kUnbound;
}

std::string_view AsciiText(Vm& vm, Value name) {
  Text text = vm.TextOf(name);
  if (!text.ascii) return {};
  return {reinterpret_cast<const char*>(text.data), text.length};
}

bool HasBit(const Class* cls, Special name) {
  auto bit = static_cast<uint32_t>(name);
  return (cls->specials[bit >> 6] >> (bit & 63) & 1) != 0;
}

}  // namespace

Value ClassOf(Vm& vm, Value v) {
  if (v.IsObject(Kind::kInstance)) return ClassOfInstance(vm, v);
  if (v.IsObject(Kind::kClass)) return ClassAt(vm, v)->metaclass;
  if (v.IsObject(Kind::kException) && !vm.heap.At<Exception>(v)->cls.IsUnbound()) return vm.heap.At<Exception>(v)->cls;
  return TypeValue(vm.TypeOf(v));
}

TypeId LayoutOf(Vm& vm, Value cls) {
  if (cls.IsImmediate(Kind::kType)) return static_cast<TypeId>(cls.payload());
  return static_cast<TypeId>(ClassAt(vm, cls)->layout);
}

bool IsSubclass(Vm& vm, Value cls, Value base) {
  if (cls == base) return true;
  if (cls.IsImmediate(Kind::kType)) {
    return base.IsImmediate(Kind::kType) &&
           IsSubtype(static_cast<TypeId>(cls.payload()), static_cast<TypeId>(base.payload()));
  }
  Span mro = SpanOf(vm, ClassAt(vm, cls)->mro);
  for (uint32_t k = 0; k < mro.count; ++k) {
    if (mro.first[k] == base) return true;
  }
  return false;
}

Value NativeOf(Vm& vm, Value v) {
  if (!v.IsObject(Kind::kInstance)) return v;
  Instance* instance = vm.heap.At<Instance>(v);
  const Class* cls = ClassAt(vm, vm.heap.At<Shape>(instance->shape)->cls);
  return (cls->aux & Class::kHasNative) != 0 ? instance->values()[0] : v;
}

Value FindInClass(Vm& vm, Value cls, Value name, Value* owner) {
  if (cls.IsImmediate(Kind::kType)) {
    std::string_view text = AsciiText(vm, name);
    Value found = text.empty() ? kUnbound : FindBuiltinAttribute(static_cast<TypeId>(cls.payload()), text);
    if (owner != nullptr && !found.IsUnbound()) *owner = TypeValue(OwnerOf(found));
    return found;
  }
  Tuple* mro = vm.heap.At<Tuple>(ClassAt(vm, cls)->mro);
  for (uint32_t k = 0; k < mro->count; ++k) {
    Value at = mro->items()[k];
    Value found = kUnbound;
    if (at.IsObject()) {
      found = vm.DictGetStr(ClassAt(vm, at)->dict, name);
    } else if (std::string_view text = AsciiText(vm, name); !text.empty()) {
      found = FindOwnRow(static_cast<TypeId>(at.payload()), text);
    }
    if (found.IsUnbound()) continue;
    if (owner != nullptr) *owner = at;
    return found;
  }
  return kUnbound;
}

Value SpecialName(Vm& vm, Special name) {
  if (!EnsureSpecialNames(vm)) return kUnbound;
  return vm.heap.At<Tuple>(vm.special_names)->items()[static_cast<uint32_t>(name)];
}

bool EnsureSpecialNames(Vm& vm) {
  if (vm.special_names.IsObject()) return true;
  uint64_t bytes = sizeof(Tuple) + kSpecialCount * 8 + kSpecialCount * (sizeof(Str) + 24);
  if (vm.heap.room() < bytes) {
    vm.heap.wanted = static_cast<uint32_t>(bytes);
    return false;
  }
  Tuple* tuple = vm.heap.Allocate<Tuple>(Kind::kTuple, sizeof(Tuple) + kSpecialCount * 8);
  tuple->count = kSpecialCount;
  tuple->unused = 0;
  for (uint32_t k = 0; k < kSpecialCount; ++k) tuple->items()[k] = vm.NewStrAscii(kSpecialTexts[k]);
  vm.special_names = vm.heap.ValueOf(tuple);
  return true;
}

Value LookupSpecialInClass(Vm& vm, Value cls, Special name) {
  if (cls.IsImmediate(Kind::kType)) {
    return FindBuiltinAttribute(static_cast<TypeId>(cls.payload()), kSpecialTexts[static_cast<uint32_t>(name)]);
  }
  const Class* c = ClassAt(vm, cls);
  std::string_view text = kSpecialTexts[static_cast<uint32_t>(name)];
  bool own = HasBit(c, name);
  Value key = own ? vm.heap.At<Tuple>(vm.special_names)->items()[static_cast<uint32_t>(name)] : kUnbound;
  Tuple* mro = vm.heap.At<Tuple>(c->mro);
  for (uint32_t k = 0; k < mro->count; ++k) {
    Value at = mro->items()[k];
    Value found = kUnbound;
    if (!at.IsObject())
      found = FindOwnRow(static_cast<TypeId>(at.payload()), text);
    else if (own)
      found = vm.DictGetStr(ClassAt(vm, at)->dict, key);
    if (!found.IsUnbound()) return found;
  }
  return kUnbound;
}

bool LookupSpecialIsInherited(Vm& vm, Value cls, Special name) {
  return !cls.IsObject() || !HasBit(ClassAt(vm, cls), name);
}

Value LookupSpecial(Vm& vm, Value v, Special name) { return LookupSpecialInClass(vm, ClassOf(vm, v), name); }

Value LookupOwnSpecial(Vm& vm, Value v, Special name) {
  Value cls = ClassOf(vm, v);
  if (!cls.IsObject() || !HasBit(ClassAt(vm, cls), name)) return kUnbound;
  Value found = LookupSpecialInClass(vm, cls, name);
  return found.IsImmediate(Kind::kBuiltin) ? kUnbound : found;
}

// ---- making a class ---------------------------------------------------------------------------------------------

namespace {

constexpr uint32_t kMaxBases = 64;

// The mro of a built-in type, into `out`; answers how many.
uint32_t BuiltinMro(TypeId type, Value* out) {
  uint32_t count = 0;
  for (; type != TypeId::kObject; type = TypeBase(type)) {
    out[count++] = TypeValue(type);
    if (type == TypeId::kExceptionGroup) {
      out[count++] = TypeValue(TypeId::kBaseExceptionGroup);
      type = TypeId::kException;
      out[count++] = TypeValue(TypeId::kException);
    }
  }
  out[count++] = TypeValue(TypeId::kObject);
  return count;
}

// C3 (Barrett et al. 1996): merges the bases' linearisations. `lists` are the mros of the bases and the bases themselves.
Step Linearise(Vm& vm, Value self, Value bases, Value* mro) {
  struct Line {
    Value items[24];  // of a built-in type; else unused
    const Value* first;
    uint32_t count, next;
  };
  Span base = SpanOf(vm, bases);
  Line lines[kMaxBases + 1];
  uint32_t total = 1;
  for (uint32_t k = 0; k < base.count; ++k) {
    Line& line = lines[k];
    line.next = 0;
    if (base.first[k].IsObject()) {
      Span span = SpanOf(vm, ClassAt(vm, base.first[k])->mro);
      line.first = span.first;
      line.count = span.count;
    } else {
      line.count = BuiltinMro(static_cast<TypeId>(base.first[k].payload()), line.items);
      line.first = line.items;
    }
    total += line.count;
  }
  lines[base.count].first = base.first;
  lines[base.count].count = base.count;
  lines[base.count].next = 0;
  uint32_t line_count = base.count + 1;
  if (!vm.meter.Charge(total)) return Step::Limit();
  for (uint32_t k = 0; k < base.count; ++k) {
    for (uint32_t j = 0; j < k; ++j) {
      if (!(base.first[j] == base.first[k])) continue;
      if (base.first[k].IsObject()) {
        return vm.Raise(TypeId::kTypeError, "duplicate base class %S", ClassAt(vm, base.first[k])->name);
      }
      return vm.Raise(TypeId::kTypeError, "duplicate base class %N", static_cast<int>(base.first[k].payload()));
    }
  }
  Value list = vm.NewListWithCapacity(total);
  if (list.IsUnbound()) return vm.NoRoom();
  vm.ListAppend(list, self);
  for (;;) {
    bool empty = true;
    Value chosen = kUnbound;
    for (uint32_t k = 0; k < line_count && chosen.IsUnbound(); ++k) {
      if (lines[k].next == lines[k].count) continue;
      empty = false;
      Value candidate = lines[k].first[lines[k].next];
      bool blocked = false;
      for (uint32_t other = 0; other < line_count && !blocked; ++other) {
        for (uint32_t j = lines[other].next + 1; j < lines[other].count && !blocked; ++j) {
          blocked = lines[other].first[j] == candidate;
        }
      }
      if (!blocked) chosen = candidate;
    }
    if (empty) break;
    if (chosen.IsUnbound()) {
      // CPython lists the classes that head what is left.
      char names[512];
      size_t size = 0;
      Value seen[kMaxBases + 1];
      uint32_t seen_count = 0;
      for (uint32_t k = 0; k < line_count; ++k) {
        if (lines[k].next == lines[k].count) continue;
        Value head = lines[k].first[lines[k].next];
        bool again = false;
        for (uint32_t j = 0; j < seen_count; ++j) again |= seen[j] == head;
        if (again) continue;
        seen[seen_count++] = head;
        char part[128];
        size_t length = 0;
        if (head.IsObject()) {
          Text text = vm.TextOf(ClassAt(vm, head)->name);
          for (uint32_t c = 0; c < text.length && length < sizeof(part) - 1; ++c)
            part[length++] = static_cast<char>(text[c]);
        } else {
          for (const char* c = TypeName(static_cast<TypeId>(head.payload())); *c != 0; ++c) part[length++] = *c;
        }
        if (size + length + 2 > sizeof(names)) break;
        if (seen_count > 1) {
          names[size++] = ',';
          names[size++] = ' ';
        }
        std::memcpy(names + size, part, length);
        size += length;
      }
      std::string_view all(names, size);
      return vm.Raise(TypeId::kTypeError, "Cannot create a consistent method resolution order (MRO) for bases %v",
                      &all);
    }
    vm.ListAppend(list, chosen);
    for (uint32_t k = 0; k < line_count; ++k) {
      if (lines[k].next < lines[k].count && lines[k].first[lines[k].next] == chosen) ++lines[k].next;
    }
  }
  Span all = SpanOf(vm, list);
  *mro = vm.NewTuple(all.first, all.count);
  return mro->IsUnbound() ? vm.NoRoom() : Step::Done(kNone);
}

bool MaySubclass(TypeId type) {
  switch (type) {
    case TypeId::kBool:
    case TypeId::kNoneType:
    case TypeId::kEllipsisType:
    case TypeId::kNotImplementedType:
    case TypeId::kFunction:
    case TypeId::kBuiltinFunction:
    case TypeId::kMethodDescriptor:
    case TypeId::kWrapperDescriptor:
    case TypeId::kMethodWrapper:
    case TypeId::kGetSetDescriptor:
    case TypeId::kClassMethodDescriptor:
    case TypeId::kMemberDescriptor:
    case TypeId::kMethod:
    case TypeId::kCell:
    case TypeId::kGenerator:
    case TypeId::kTraceback:
    case TypeId::kRange:
    case TypeId::kSlice:
    case TypeId::kMappingProxy:
    case TypeId::kDictKeys:
    case TypeId::kDictValues:
    case TypeId::kDictItems:
      return false;
    default:
      return true;
  }
}

// Types whose instances are objects of their own and not carried by one.
bool CarriesNative(TypeId layout) {
  return layout != TypeId::kObject && layout != TypeId::kType && !IsExceptionType(layout);
}

// Which builtin type a class of these bases extends. Unlike layouts are an error. Done(type).
Step CommonLayout(Vm& vm, Value bases, Value* best_base) {
  Span base = SpanOf(vm, bases);
  TypeId layout = TypeId::kObject;
  *best_base = kUnbound;
  for (uint32_t k = 0; k < base.count; ++k) {
    TypeId own = LayoutOf(vm, base.first[k]);
    if (base.first[k].IsImmediate(Kind::kType) && !MaySubclass(own)) {
      return vm.Raise(TypeId::kTypeError, "type '%N' is not an acceptable base type", static_cast<int>(own));
    }
    if (best_base->IsUnbound()) *best_base = base.first[k];
    if (IsSubtype(layout, own)) continue;
    bool one_way = IsSubtype(own, layout);
    // BaseException and Exception have one layout; those with fields of their own do not mix here either.
    if (!one_way && IsExceptionType(layout) && IsExceptionType(own)) one_way = true;
    if (!one_way) return vm.Raise(TypeId::kTypeError, "multiple bases have instance lay-out conflict");
    if (IsExceptionType(layout) && IsExceptionType(own) && !IsSubtype(own, layout)) continue;
    layout = own;
    *best_base = base.first[k];
  }
  return Step::Done(Value::SmallInt(static_cast<int64_t>(layout)));
}

}  // namespace

// The bits of a class: its own special methods and those of its bases.
static void SetBits(Vm& vm, Class* cls) {
  cls->specials[0] = cls->specials[1] = 0;
  uint16_t kept = cls->aux & (Class::kHasDict | Class::kHasWeakref | Class::kIsType | Class::kHasNative |
                              Class::kAbstract | Class::kSequence | Class::kMapping);
  Span mro = SpanOf(vm, cls->mro);
  for (uint32_t k = 0; k < mro.count; ++k) {
    Value at = mro.first[k];
    if (!at.IsObject()) continue;
    Class* base = ClassAt(vm, at);
    if (base != cls) {
      cls->specials[0] |= base->specials[0];
      cls->specials[1] |= base->specials[1];
      kept |= base->aux & (Class::kSequence | Class::kMapping);
      continue;
    }
    for (uint32_t name = 0; name < kSpecialCount; ++name) {
      Value key = vm.heap.At<Tuple>(vm.special_names)->items()[name];
      if (!vm.DictGetStr(cls->dict, key).IsUnbound()) cls->specials[name >> 6] |= uint64_t{1} << (name & 63);
    }
  }
  cls->aux = kept;
  if (HasBit(cls, Special::k_getattribute)) cls->aux |= Class::kGetAttribute;
  if (HasBit(cls, Special::k_getattr)) cls->aux |= Class::kGetAttr;
  if (HasBit(cls, Special::k_setattr) || HasBit(cls, Special::k_delattr)) cls->aux |= Class::kSetAttr;
  if (HasBit(cls, Special::k_del)) cls->aux |= Class::kHasFinalizer;
}

Step NewClass(Vm& vm, Value metaclass, Value name, Value bases, Value dict) {
  if (!EnsureSpecialNames(vm)) return vm.NoRoom();
  if (SpanOf(vm, bases).count == 0) {
    Value object = TypeValue(TypeId::kObject);
    bases = vm.NewTuple(&object, 1);
    if (bases.IsUnbound()) return vm.NoRoom();
  }
  if (SpanOf(vm, bases).count > kMaxBases) {
    return vm.Raise(TypeId::kNotImplementedError, "a class with more than 64 bases is not supported: derive in steps");
  }
  Value best_base;
  Step layout = CommonLayout(vm, bases, &best_base);
  if (!layout.done()) return layout;
  auto type = static_cast<TypeId>(layout.value.AsSmallInt());
  Class* cls = vm.heap.New<Class>(Kind::kClass);
  Shape* root = vm.heap.New<Shape>(Kind::kShape);
  Value subclasses = vm.NewList(nullptr, 0);
  if (cls == nullptr || root == nullptr || subclasses.IsUnbound()) return vm.NoRoom();
  Value self = vm.heap.ValueOf(cls);
  cls->id = 0;
  cls->layout = static_cast<uint32_t>(type);
  cls->fixed = CarriesNative(type) ? 1 : 0;
  cls->capacity = cls->fixed + 4;
  cls->specials[0] = cls->specials[1] = 0;
  cls->name = cls->qualified_name = name;
  cls->dict = dict;
  cls->bases = bases;
  cls->metaclass = metaclass;
  cls->root = vm.heap.ValueOf(root);
  cls->dictionary = kNone;
  cls->subclasses = subclasses;
  cls->mro = kUnbound;
  root->id = 0;
  root->count = 0;
  root->cls = self;
  root->parent = root->name = root->following = kNone;
  Value mro;
  Step step = Linearise(vm, self, bases, &mro);
  if (!step.done()) return step;
  cls = ClassAt(vm, self);
  cls->mro = mro;
  if (CarriesNative(type)) cls->aux |= Class::kHasNative;
  if (type == TypeId::kType) cls->aux |= Class::kIsType;
  // What follows cannot fail: each base learns of its new subclass, unless there is no room for it.
  Span base = SpanOf(vm, bases);
  uint32_t fixed = cls->fixed;
  bool has_dict = false;
  for (uint32_t k = 0; k < base.count; ++k) {
    if (!base.first[k].IsObject()) continue;
    Class* b = ClassAt(vm, base.first[k]);
    if (b->fixed > fixed) fixed = b->fixed;
    has_dict |= (b->aux & Class::kHasDict) != 0;
    if (!vm.ListReserve(b->subclasses, uint64_t{vm.heap.At<List>(b->subclasses)->count} + 1)) return vm.NoRoom();
  }
  for (uint32_t k = 0; k < base.count; ++k) {
    if (base.first[k].IsObject()) vm.ListAppend(ClassAt(vm, base.first[k])->subclasses, self);
  }
  cls->fixed = fixed;
  cls->capacity = fixed + 4;
  if (has_dict) cls->aux |= Class::kHasDict;
  cls->id = vm.next_class_id++;
  root->id = vm.next_shape_id++;
  SetBits(vm, cls);
  return Step::Done(self);
}

Step ChangeBases(Vm& vm, Value cls, Value bases) {
  Span base = SpanOf(vm, bases);
  for (uint32_t k = 0; k < base.count; ++k) {
    if (!IsClass(base.first[k])) {
      return vm.Raise(TypeId::kTypeError, "%S.__bases__ must be tuple of classes, not '%T'", ClassAt(vm, cls)->name,
                      base.first[k]);
    }
    if (IsSubclass(vm, base.first[k], cls)) {
      return vm.Raise(TypeId::kTypeError, "a __bases__ item causes an inheritance cycle");
    }
  }
  Value best;
  Step layout = CommonLayout(vm, bases, &best);
  if (!layout.done()) return layout;
  Class* c = ClassAt(vm, cls);
  uint32_t fixed = best.IsObject() ? ClassAt(vm, best)->fixed : CarriesNative(LayoutOf(vm, best)) ? 1 : 0;
  Value old = SpanOf(vm, c->bases).first[0];
  uint32_t old_fixed = old.IsObject() ? ClassAt(vm, old)->fixed : CarriesNative(LayoutOf(vm, old)) ? 1 : 0;
  if (layout.value.AsSmallInt() != c->layout || fixed != old_fixed || !old.IsObject()) {
    Value from = best.IsObject() ? ClassAt(vm, best)->name : vm.NewStrAscii(TypeName(LayoutOf(vm, best)));
    Value to = old.IsObject() ? ClassAt(vm, old)->name : vm.NewStrAscii(TypeName(LayoutOf(vm, old)));
    if (from.IsUnbound() || to.IsUnbound()) return vm.NoRoom();
    return vm.Raise(TypeId::kTypeError, "__bases__ assignment: '%S' object layout differs from '%S'", from, to);
  }
  Value before = c->bases;
  Value mro;
  Step step = Linearise(vm, cls, bases, &mro);
  if (!step.done()) return step;
  for (uint32_t k = 0; k < base.count; ++k) {
    if (!base.first[k].IsObject()) continue;
    Value list = ClassAt(vm, base.first[k])->subclasses;
    if (!vm.ListReserve(list, uint64_t{vm.heap.At<List>(list)->count} + 1)) return vm.NoRoom();
  }
  // Classes below are few and their mros are made in one go, so that there is nothing to undo.
  if (vm.heap.room() < 65536) {
    vm.heap.wanted = 65536;
    return vm.NoRoom();
  }
  vm.heap.Store(c, &c->bases, bases);
  vm.heap.Store(c, &c->mro, mro);
  Span old_bases = SpanOf(vm, before);
  for (uint32_t k = 0; k < old_bases.count; ++k) {
    if (!old_bases.first[k].IsObject()) continue;
    List* list = vm.heap.At<List>(ClassAt(vm, old_bases.first[k])->subclasses);
    Value* items = list->count == 0 ? nullptr : vm.heap.At<Buffer>(list->buffer)->items();
    uint32_t kept = 0;
    for (uint32_t j = 0; j < list->count; ++j) {
      if (!(items[j] == cls)) items[kept++] = items[j];
    }
    vm.ListSetCount(list, kept);
  }
  for (uint32_t k = 0; k < base.count; ++k) {
    if (base.first[k].IsObject()) vm.ListAppend(ClassAt(vm, base.first[k])->subclasses, cls);
  }
  SetBits(vm, c);
  ++vm.class_epoch;
  Span derived = SpanOf(vm, c->subclasses);
  for (uint32_t k = 0; k < derived.count; ++k) {
    Class* d = ClassAt(vm, derived.first[k]);
    step = Linearise(vm, derived.first[k], d->bases, &mro);
    if (!step.done()) return step;
    vm.heap.Store(d, &d->mro, mro);
    SetBits(vm, d);
  }
  return Step::Done(kNone);
}

void ClassChanged(Vm& vm, Value cls, Value name) {
  ++vm.class_epoch;
  Text text = vm.TextOf(name);
  if (text.length < 5 || text[0] != '_' || text[1] != '_') return;
  // A special method came or went: the bits of the class and of all that derive from it.
  Value work[64];
  uint32_t count = 0;
  work[count++] = cls;
  while (count > 0) {
    Value at = work[--count];
    SetBits(vm, ClassAt(vm, at));
    Span derived = SpanOf(vm, ClassAt(vm, at)->subclasses);
    vm.meter.used += derived.count + 1;
    for (uint32_t k = 0; k < derived.count; ++k) {
      if (count < 64)
        work[count++] = derived.first[k];
      else
        ClassChanged(vm, derived.first[k], name);
    }
  }
}

}  // namespace garter
