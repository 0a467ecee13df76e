// repr(), str() and ascii() of every built-in value.
//
// A repr is written by one walk over the value and what it holds, into one builder, with an explicit stack of the
// containers that are open. The stack stands at the upper end of the free room, below the registers, and the builder
// at the lower end; so nesting is bounded by memory and kMaxDepth and not by the native stack. A container that is open
// carries a mark in its header: meeting it again prints "[...]". No Python code runs meanwhile, so no one sees marks.
//
// Addresses ("<function f at 0x...>") come from identities that are given on first request, and giving one may allocate,
// which a builder in progress forbids. A walk to which that happens is given up; a second walk writes nothing and only
// gives out identities; the third writes.
#include <cmath>
#include "interpreter/vm/ask.h"
#include "interpreter/vm/classes.h"

#include "interpreter/base/float_parse.h"
#include "interpreter/base/float_text.h"
#include "interpreter/heap/text_builder.h"
#include "interpreter/types/attributes.h"
#include "interpreter/types/complex.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/generator.h"
#include "interpreter/types/hashing.h"
#include "interpreter/types/str_characters.h"
#include "interpreter/types/str_repr.h"
#include "interpreter/vm/context.h"
#include "interpreter/vm/protocol_steps.h"

namespace garter {
namespace {

constexpr uint32_t kMaxDepth = 60000;  // where CPython's native stack ends, about
constexpr uint8_t kOpen = 0x80;        // Object::flags: this container is being written
constexpr uint64_t kCharge = 1024;     // items between two payments
constexpr uint32_t kNamed = 2;         // Open::second, of a set: it has the name of a class before it
constexpr uint32_t kMaxAsked = 64;     // containers that are open while a __repr__ of the program runs

// A container that is open, and what comes next in it.
struct Open {
  Value container;
  uint32_t next;
  uint32_t second;  // dicts: the key is written, the value comes
};

// repr(d). Seeded bug 4 knows 15 significant digits of it.
size_t ReprOfDouble(Vm& vm, double d, char (&text)[kReprRoom]) {
  if (vm.mutant == 4 && std::isfinite(d)) {
    FloatFormat rounded{FloatStyle::kExponent, 14};
    ParseDouble(text, FormatFloat(d, rounded, text), &d);
  }
  return FormatRepr(d, text);
}

class ReprWalk {
 public:
  enum class Purpose { kWrite, kNumber };

  ReprWalk(Vm& vm, Purpose purpose)
      : vm_(vm),
        purpose_(purpose),
        floor_(vm.heap.floor),
        limit_(StackLimit(vm)),
        stack_(reinterpret_cast<Open*>(vm.heap.base + ((floor_ - Heap::kStackReserve) & ~7u))),
        out_(Lower(vm, limit_)) {}
  ~ReprWalk() {
    while (depth_ > 0) Close();
    vm_.heap.floor = floor_;
  }
  ReprWalk(const ReprWalk&) = delete;
  ReprWalk& operator=(const ReprWalk&) = delete;

  // Done: everything is written. Stop: an identity is missing. `by_layout`: as if v's class had no __repr__ of its own.
  Step Run(Value v, bool by_layout) {
    Step step = by_layout ? WriteByLayout(v) : Write(v);
    while (step.done() && depth_ > 0) step = Advance();
    return step;
  }
  TextBuilder& out() { return out_; }

 private:
  // The room between objects and registers is shared: an eighth for the stack, the rest for the text. The stack lies in
  // the reserve's place and below, so it takes nothing that the registers may want meanwhile: they do not grow here.
  static uint32_t StackLimit(Vm& vm) {
    uint32_t entries = vm.heap.room() / 8 / sizeof(Open);
    return entries < kMaxDepth ? entries : kMaxDepth;
  }
  static Heap& Lower(Vm& vm, uint32_t entries) {
    vm.heap.floor -= entries * static_cast<uint32_t>(sizeof(Open));
    return vm.heap;
  }

  void Ascii(std::string_view text) {
    if (purpose_ == Purpose::kWrite) out_.AppendAscii(text);
  }
  Object* At(Value v) { return vm_.heap.At<Object>(v); }
  Open& top() { return *(stack_ - depth_); }

  Step Enter(Value v, std::string_view opening) {
    if (depth_ == limit_) {
      if (limit_ == kMaxDepth) {
        return vm_.Raise(TypeId::kRecursionError, "Stack overflow (used %d kB) while getting the repr of an object",
                         int64_t{8156});
      }
      vm_.heap.wanted = vm_.heap.room() * 2 + 4096;
      return vm_.NoRoom();
    }
    ++depth_;
    top() = {v, 0, 0};
    At(v)->flags |= kOpen;
    Ascii(opening);
    return Step::Done(kNone);
  }
  void Close() {
    At(top().container)->flags &= static_cast<uint8_t>(~kOpen);
    --depth_;
  }
  Step Leave(std::string_view closing) {
    Ascii(closing);
    Close();
    return Step::Done(kNone);
  }

  Step Write(Value v);
  Step WriteObject(Value v);
  Step WriteUser(Value v);
  Step WriteByLayout(Value v);
  Step WriteDefault(Value v);
  Step WriteDescriptor(Value v);
  void WriteClassName(Value cls);
  void WriteTypeNameOf(Value v);
  Step WriteLeaf(Value v);
  Step Advance();
  Step AdvanceItems(const Value* items, uint32_t count, std::string_view closing);
  Step AdvanceDict(Value dict, DictViewKind* view);
  Step AdvanceSet(Value v);
  Step AdvanceSlice(Value v);
  Step WriteException(Value v);
  Step WriteAt(Value v);
  Step WriteBuiltin(Value builtin);
  Step WriteBoundMethod(Value v);
  void WriteQualifiedName(Value function);
  Step WriteCell(Value v);
  Step WriteCode(Value v);
  Step WriteModule(Value v);

  Vm& vm_;
  Purpose purpose_;
  uint32_t floor_;
  uint32_t limit_;
  uint32_t depth_ = 0;
  uint64_t items_ = 0;
  Open* stack_;
  TextBuilder out_;
};

Step ReprWalk::Write(Value v) {
  if (++items_ % kCharge == 0 && !vm_.meter.Charge(kCharge)) return Step::Limit();
  if (out_.full()) return Step::More(0);  // Finish() knows how much is wanted
  return v.IsObject() ? WriteObject(v) : WriteLeaf(v);
}

Step ReprWalk::WriteObject(Value v) {
  if (IsUserObject(vm_, v)) return WriteUser(v);
  bool open = (At(v)->flags & kOpen) != 0 || (!vm_.repr_open.IsNone() && IsReprOpen(vm_, v));
  switch (v.kind()) {
    case Kind::kList:
      if (open) break;
      if (vm_.heap.At<List>(v)->count == 0) break;
      return Enter(v, "[");
    case Kind::kTuple:
      if (open || vm_.heap.At<Tuple>(v)->count == 0) break;
      return Enter(v, "(");
    case Kind::kDict:
      if (open || vm_.DictSize(v) == 0) break;
      return Enter(v, "{");
    case Kind::kSet:
      if (open || vm_.heap.At<Set>(v)->used == 0) break;
      return Enter(v, "{");
    case Kind::kFrozenSet:
      if (open || vm_.heap.At<Set>(v)->used == 0) break;
      return Enter(v, "frozenset({");
    case Kind::kDictView: {
      if (open) break;
      auto kind = static_cast<DictViewKind>(At(v)->aux);
      if (kind == DictViewKind::kProxy) return Enter(v, "mappingproxy(");
      return Enter(v, kind == DictViewKind::kKeys     ? "dict_keys(["
                      : kind == DictViewKind::kValues ? "dict_values(["
                                                      : "dict_items([");
    }
    case Kind::kSlice:
      return Enter(v, "slice(");
    case Kind::kException:
      return WriteException(v);
    case Kind::kDescriptor:
      return WriteDescriptor(v);
    default:
      break;
  }
  return WriteLeaf(v);
}

// An object of the program: what its __repr__ says.
Step ReprWalk::WriteUser(Value v) {
  if (LookupOwnSpecial(vm_, v, Special::k_repr).IsUnbound()) return WriteByLayout(v);
  Value open[kMaxAsked];
  uint32_t count = 0;
  for (uint32_t k = 1; k <= depth_ && count < kMaxAsked; ++k) open[count++] = (stack_ - k)->container;
  Step step = AskRepr(vm_, v, open, count);
  if (step.done() && purpose_ == Purpose::kWrite) AppendText(out_, vm_.TextOf(step.value));
  return step;
}

Step ReprWalk::WriteByLayout(Value v) {
  switch (v.kind()) {
    case Kind::kException:
      return WriteException(v);
    case Kind::kClass: {
      Ascii("<class '");
      WriteClassName(v);
      Ascii("'>");
      return Step::Done(kNone);
    }
    case Kind::kInstance:
      break;
    default:
      return v.IsObject() ? WriteObject(v) : WriteLeaf(v);
  }
  Value native = NativeOf(vm_, v);
  switch (native.kind()) {
    case Kind::kSet:
    case Kind::kFrozenSet: {
      WriteTypeNameOf(v);
      bool open = (At(native)->flags & kOpen) != 0 || IsReprOpen(vm_, native);
      if (open || vm_.heap.At<Set>(native)->used == 0) {
        Ascii(open ? "(...)" : "()");
        return Step::Done(kNone);
      }
      Step step = Enter(native, "({");
      if (step.done()) top().second = kNamed;
      return step;
    }
    case Kind::kInstance:
    case Kind::kDescriptor:
    case Kind::kIterator:
      return WriteDefault(v);
    default:
      return native.IsObject() ? WriteObject(native) : WriteLeaf(native);
  }
}

// <__main__.C object at 0x7f...>
Step ReprWalk::WriteDefault(Value v) {
  Ascii("<");
  Value cls = ClassOf(vm_, v);
  if (cls.IsObject())
    WriteClassName(cls);
  else
    WriteTypeNameOf(v);
  Ascii(" object at ");
  Step step = WriteAt(v);
  Ascii(">");
  return step;
}

// Module and qualified name of a class of the program.
void ReprWalk::WriteClassName(Value cls) {
  if (purpose_ != Purpose::kWrite) return;
  Value module = vm_.DictGetAscii(ClassAt(vm_, cls)->dict, "__module__");
  if (module.IsStr() && !vm_.StrIs(module, "builtins")) {
    AppendText(out_, vm_.TextOf(module));
    out_.Append('.');
  }
  AppendText(out_, vm_.TextOf(ClassAt(vm_, cls)->qualified_name));
}

void ReprWalk::WriteTypeNameOf(Value v) {
  Value cls = ClassOf(vm_, v);
  if (!cls.IsObject())
    Ascii(TypeName(static_cast<TypeId>(cls.payload())));
  else if (purpose_ == Purpose::kWrite)
    AppendText(out_, vm_.TextOf(ClassAt(vm_, cls)->name));
}

Step ReprWalk::WriteDescriptor(Value v) {
  const Descriptor* d = vm_.heap.At<Descriptor>(v);
  switch (static_cast<DescriptorKind>(d->aux)) {
    case DescriptorKind::kClassMethod:
      return Enter(v, "<classmethod(");
    case DescriptorKind::kStaticMethod:
      return Enter(v, "<staticmethod(");
    case DescriptorKind::kMember:
      Ascii("<member '");
      if (purpose_ == Purpose::kWrite) AppendText(out_, vm_.TextOf(d->third));
      Ascii("' of '");
      if (purpose_ == Purpose::kWrite) AppendText(out_, vm_.TextOf(ClassAt(vm_, d->first)->name));
      Ascii("' objects>");
      return Step::Done(kNone);
    case DescriptorKind::kSuper: {
      Ascii("<super: <class '");
      if (d->first.IsObject(Kind::kClass) && purpose_ == Purpose::kWrite)
        AppendText(out_, vm_.TextOf(ClassAt(vm_, d->first)->name));
      else if (!d->first.IsObject())
        Ascii(TypeName(static_cast<TypeId>(d->first.payload())));
      Ascii("'>, ");
      if (d->third.IsNone()) {
        Ascii("NULL>");
        return Step::Done(kNone);
      }
      Ascii("<");
      if (d->third.IsObject(Kind::kClass) && purpose_ == Purpose::kWrite)
        AppendText(out_, vm_.TextOf(ClassAt(vm_, d->third)->name));
      else if (!d->third.IsObject())
        Ascii(TypeName(static_cast<TypeId>(d->third.payload())));
      Ascii(" object>>");
      return Step::Done(kNone);
    }
    default:
      return WriteDefault(v);
  }
}

Step ReprWalk::Advance() {
  Open& open = top();
  Value v = open.container;
  switch (v.kind()) {
    case Kind::kList: {
      List* list = vm_.heap.At<List>(v);
      return AdvanceItems(vm_.heap.At<Buffer>(list->buffer)->items(), list->count, "]");
    }
    case Kind::kTuple: {
      Tuple* tuple = vm_.heap.At<Tuple>(v);
      return AdvanceItems(tuple->items(), tuple->count, tuple->count == 1 ? ",)" : ")");
    }
    case Kind::kDict:
      return AdvanceDict(v, nullptr);
    case Kind::kDictView: {
      auto kind = static_cast<DictViewKind>(At(v)->aux);
      if (kind == DictViewKind::kProxy) {
        if (open.next++ > 0) return Leave(")");
        return Write(vm_.heap.At<DictView>(v)->dict);
      }
      return AdvanceDict(vm_.heap.At<DictView>(v)->dict, &kind);
    }
    case Kind::kSet:
    case Kind::kFrozenSet:
      return AdvanceSet(v);
    case Kind::kSlice:
      return AdvanceSlice(v);
    case Kind::kBoundMethod:
      if (open.next++ > 0) return Leave(">");
      return Write(vm_.heap.At<BoundMethod>(v)->self);
    case Kind::kDescriptor:
      if (open.next++ > 0) return Leave(")>");
      return Write(vm_.heap.At<Descriptor>(v)->first);
    case Kind::kException: {  // one argument stands alone between the parentheses
      if (open.next++ > 0) return Leave(")");
      return Write(vm_.heap.At<Tuple>(vm_.heap.At<Exception>(v)->args)->items()[0]);
    }
    default:
      break;
  }
  CHECK(false);
  __builtin_unreachable();
}

Step ReprWalk::AdvanceItems(const Value* items, uint32_t count, std::string_view closing) {
  Open& open = top();
  if (open.next >= count) return Leave(closing);
  if (open.next > 0) Ascii(", ");
  return Write(items[open.next++]);
}

Step ReprWalk::AdvanceDict(Value dict, DictViewKind* view) {
  Open& open = top();
  const Dict* d = vm_.heap.At<Dict>(dict);
  DictKeys* keys = d->keys == 0 ? nullptr : vm_.heap.At<DictKeys>(d->keys);
  bool is_pair = view == nullptr || *view == DictViewKind::kItems;
  if (open.second == 1) {  // the key of a pair is written
    Ascii(view == nullptr ? ": " : ", ");
    open.second = 2;
    return Write(keys->entries()[open.next - 1].value);
  }
  if (open.second == 2 && view != nullptr) Ascii(")");
  while (keys != nullptr && open.next < keys->fill && keys->entries()[open.next].key.IsUnbound()) ++open.next;
  if (keys == nullptr || open.next >= keys->fill) return Leave(view == nullptr ? "}" : "])");
  if (open.second != 0) Ascii(", ");
  DictEntry& entry = keys->entries()[open.next++];
  open.second = is_pair ? 1 : 3;
  if (is_pair && view != nullptr) Ascii("(");
  return Write(view != nullptr && *view == DictViewKind::kValues ? entry.value : entry.key);
}

Step ReprWalk::AdvanceSet(Value v) {
  Open& open = top();
  SetTable* table = vm_.heap.At<SetTable>(vm_.heap.At<Set>(v)->table);
  while (open.next <= table->mask) {
    Value key = table->entries()[open.next++].key;
    if (key.IsUnbound() || key == kNotImplemented) continue;
    if ((open.second & 1) != 0) Ascii(", ");
    open.second |= 1;
    return Write(key);
  }
  return Leave(v.kind() == Kind::kSet && (open.second & kNamed) == 0 ? "}" : "})");
}

Step ReprWalk::AdvanceSlice(Value v) {
  Open& open = top();
  if (open.next == 3) return Leave(")");
  if (open.next > 0) Ascii(", ");
  return Write((&vm_.heap.At<Slice>(v)->start)[open.next++]);
}

Step ReprWalk::WriteException(Value v) {
  const Exception* exception = vm_.heap.At<Exception>(v);
  WriteTypeNameOf(v);
  if (vm_.heap.At<Tuple>(exception->args)->count == 1) return Enter(v, "(");
  return Write(exception->args);
}

// "0x7f...": the object's identity.
Step ReprWalk::WriteAt(Value v) {
  uint32_t top_before = vm_.heap.top;
  uint64_t identity;
  if (!IdentityOf(vm_, v, &identity)) return vm_.NoRoom();
  if (purpose_ == Purpose::kNumber) return Step::Done(kNone);
  if (vm_.heap.top != top_before) return Step::Stop();  // what was written so far is lost
  Ascii("0x");
  int digits = 1;
  while (digits < 16 && identity >> (digits * 4) != 0) ++digits;
  AppendHex(out_, identity, digits);
  return Step::Done(kNone);
}

// <code object f at 0x7f..., file "main.py", line 3>
Step ReprWalk::WriteCode(Value v) {
  bool writes = purpose_ == Purpose::kWrite;
  const Code* code = vm_.heap.At<Code>(v);
  const ProgramImage& image = ImageAt(vm_, code->image);
  const CodeInfo& info = image.codes[code->code];
  Ascii("<code object ");
  if (writes) AppendText(out_, vm_.TextOf(image.constants[info.name]));
  Ascii(" at ");
  Step step = WriteAt(v);
  Ascii(", file \"");
  if (writes) out_.AppendUtf8(image.Filename());
  Ascii("\", line ");
  char room[24];
  const char* at = DecimalOfInt64(info.first_line, room + sizeof(room));
  Ascii({at, static_cast<size_t>(room + sizeof(room) - at)});
  Ascii(">");
  return step;
}

Step ReprWalk::WriteModule(Value v) {
  Ascii("<module ");
  Value name = GetOwnAttribute(vm_, v, "__name__");
  if (name.IsUnbound()) {
    Ascii("'?'");
  } else {
    Step step = WriteLeaf(name);
    if (!step.done()) return step;
  }
  Ascii((vm_.heap.At<Module>(v)->aux & Module::kBuiltIn) ? " (built-in)>" : ">");
  return Step::Done(kNone);
}

void ReprWalk::WriteQualifiedName(Value function) {
  if (purpose_ != Purpose::kWrite) return;
  if (HoldsFrame(function)) return AppendText(out_, vm_.TextOf(QualifiedNameOfGenerator(vm_, function)));
  Value own = GetOwnAttribute(vm_, function, "__qualname__");
  const Function* object = vm_.heap.At<Function>(function);
  Value name = own.IsUnbound() ? ImageAt(vm_, object->image).constants[CodeOf(vm_, object).qualified_name] : own;
  AppendText(out_, vm_.TextOf(name));
}

Step ReprWalk::WriteBuiltin(Value builtin) {
  const BuiltinRow& row = RowOf(builtin);
  TypeId owner = OwnerOf(builtin);
  switch (TypeOfBuiltin(builtin)) {
    case TypeId::kWrapperDescriptor:
      Ascii("<slot wrapper '");
      break;
    case TypeId::kGetSetDescriptor:
      Ascii("<attribute '");
      break;
    case TypeId::kMethodDescriptor:
      Ascii("<method '");
      break;
    default: {
      if (owner == TypeId::kCount || (builtin.payload() & 0xFFFF) == kConstructorRow) {
        Ascii("<built-in function ");
        Ascii(row.name);
        Ascii(">");
        return Step::Done(kNone);
      }
      Ascii("<built-in method ");
      Ascii(row.name);
      Ascii(" of type object at ");
      Step step = WriteAt(TypeValue(owner));
      Ascii(">");
      return step;
    }
  }
  Ascii(row.name);
  Ascii("' of '");
  Ascii(TypeName(owner));
  Ascii("' objects>");
  return Step::Done(kNone);
}

Step ReprWalk::WriteBoundMethod(Value v) {
  const BoundMethod* method = vm_.heap.At<BoundMethod>(v);
  if (!method->function.IsImmediate(Kind::kBuiltin)) {
    Ascii("<bound method ");
    if (method->function.IsObject(Kind::kFunction) || HoldsFrame(method->function))
      WriteQualifiedName(method->function);
    else
      Ascii("?");
    Ascii(" of ");
    return Enter(v, "");
  }
  bool wrapper = TypeOfBoundBuiltin(method->function) == TypeId::kMethodWrapper;
  Ascii(wrapper ? "<method-wrapper '" : "<built-in method ");
  Ascii(RowOf(method->function).name);
  Ascii(wrapper ? "' of " : " of ");
  WriteTypeNameOf(method->self);
  Ascii(" object at ");
  Step step = WriteAt(method->self);
  Ascii(">");
  return step;
}

Step ReprWalk::WriteCell(Value v) {
  Value value = vm_.heap.At<Cell>(v)->value;
  Ascii("<cell at ");
  Step step = WriteAt(v);
  if (!step.done()) return step;
  Ascii(": ");
  if (value.IsUnbound()) {
    Ascii("empty>");
    return step;
  }
  WriteTypeNameOf(value);
  Ascii(" object at ");
  step = WriteAt(value);
  Ascii(">");
  return step;
}

// Everything that holds nothing, or is shown without what it holds.
Step ReprWalk::WriteLeaf(Value v) {
  bool writes = purpose_ == Purpose::kWrite;
  switch (v.kind()) {
    case Kind::kFloat: {
      char text[kReprRoom];
      Ascii({text, ReprOfDouble(vm_, v.AsDouble(), text)});
      break;
    }
    case Kind::kComplex: {
      char text[kComplexRoom];
      Ascii({text, FormatComplexRepr(PartsOf(vm_, v), text)});
      break;
    }
    case Kind::kSmallInt: {
      char room[24];
      const char* at = DecimalOfInt64(v.AsSmallInt(), room + sizeof(room));
      Ascii({at, static_cast<size_t>(room + sizeof(room) - at)});
      break;
    }
    case Kind::kInt: {
      DecimalText text;
      Step step = DecimalOf(vm_, v, &text);
      if (step.done()) Ascii(text.view());
      return step;
    }
    case Kind::kNone:
      Ascii("None");
      break;
    case Kind::kBool:
      Ascii(v.IsTrue() ? "True" : "False");
      break;
    case Kind::kEllipsis:
      Ascii("Ellipsis");
      break;
    case Kind::kNotImplemented:
      Ascii("NotImplemented");
      break;
    case Kind::kType:
      Ascii("<class '");
      Ascii(TypeName(static_cast<TypeId>(v.payload())));
      Ascii("'>");
      break;
    case Kind::kBuiltin:
      return WriteBuiltin(v);
    case Kind::kHostFunction:
      Ascii("<built-in function ");
      if (writes) out_.AppendUtf8(vm_.options.host_functions[v.payload()]);
      Ascii(">");
      break;
    case Kind::kStr: {
      Text text = vm_.TextOf(v);
      if (!vm_.meter.Charge(FuelForBytes(ByteCount(text)))) return Step::Limit();
      if (writes) AppendStrRepr(out_, text);
      break;
    }
    case Kind::kBytes: {
      const Bytes* bytes = vm_.heap.At<Bytes>(v);
      if (!vm_.meter.Charge(FuelForBytes(bytes->length))) return Step::Limit();
      if (writes) AppendBytesRepr(out_, bytes->data(), bytes->length);
      break;
    }
    case Kind::kList:
      Ascii(vm_.heap.At<List>(v)->count == 0 ? "[]" : "[...]");
      break;
    case Kind::kTuple:
      Ascii(vm_.heap.At<Tuple>(v)->count == 0 ? "()" : "(...)");
      break;
    case Kind::kDict:
      Ascii(vm_.DictSize(v) == 0 ? "{}" : "{...}");
      break;
    case Kind::kDictView:
      Ascii("...");
      break;
    case Kind::kSet:
      Ascii(vm_.heap.At<Set>(v)->used == 0 ? "set()" : "set(...)");
      break;
    case Kind::kFrozenSet:
      Ascii(vm_.heap.At<Set>(v)->used == 0 ? "frozenset()" : "frozenset(...)");
      break;
    case Kind::kRange: {
      const Range* range = vm_.heap.At<Range>(v);
      Ascii("range(");
      Step step = WriteLeaf(range->start);
      Ascii(", ");
      if (step.done()) step = WriteLeaf(range->stop);
      if (range->step != Value::SmallInt(1)) {
        Ascii(", ");
        if (step.done()) step = WriteLeaf(range->step);
      }
      Ascii(")");
      return step;
    }
    case Kind::kStream:
      Ascii(v.payload() == 0   ? "<_io.TextIOWrapper name='<stdin>' mode='r' encoding='utf-8'>"
            : v.payload() == 1 ? "<_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>"
                               : "<_io.TextIOWrapper name='<stderr>' mode='w' encoding='utf-8'>");
      break;
    case Kind::kFunction:
    case Kind::kGenerator:
    case Kind::kCoroutine:
    case Kind::kAsyncGenerator: {
      if (v.kind() == Kind::kFunction && (vm_.heap.At<Function>(v)->aux & Function::kBuiltinLike)) {
        Ascii("<built-in function ");
        WriteQualifiedName(v);
        Ascii(">");
        break;
      }
      Ascii("<");
      Ascii(vm_.TypeNameOf(v));
      Ascii(v.kind() == Kind::kFunction ? " " : " object ");
      WriteQualifiedName(v);
      Ascii(" at ");
      Step step = WriteAt(v);
      Ascii(">");
      return step;
    }
    case Kind::kCode:
      return WriteCode(v);
    case Kind::kModule:
      return WriteModule(v);
    case Kind::kBoundMethod:
      return WriteBoundMethod(v);
    case Kind::kClass:
      return WriteByLayout(v);
    case Kind::kCell:
      return WriteCell(v);
    default: {  // iterators, tracebacks
      Ascii("<");
      Ascii(vm_.TypeNameOf(v));
      Ascii(" object at ");
      Step step = WriteAt(v);
      Ascii(">");
      return step;
    }
  }
  return Step::Done(kNone);
}

// The common values, which need no walk.
Step ReprPlain(Vm& vm, Value v) {
  if (v.IsSmallInt()) {
    char room[24];
    const char* at = DecimalOfInt64(v.AsSmallInt(), room + sizeof(room));
    auto length = static_cast<size_t>(room + sizeof(room) - at);
    return DoneOrNoRoom(vm, length == 1 ? vm.Character(static_cast<uint8_t>(*at)) : vm.NewStrAscii({at, length}));
  }
  if (v.IsDouble()) {
    char text[kReprRoom];
    return DoneOrNoRoom(vm, vm.NewStrAscii({text, ReprOfDouble(vm, v.AsDouble(), text)}));
  }
  if (v.IsNone()) return DoneOrNoRoom(vm, vm.NewStrAscii("None"));
  return DoneOrNoRoom(vm, vm.NewStrAscii(v.IsTrue() ? "True" : "False"));
}

// ---- str() of exceptions ----------------------------------------------------------------------------------------

// An attribute of an exception that may have been assigned; else the argument at `index`; else None.
Value FieldOf(Vm& vm, Value exception, std::string_view name, uint32_t index) {
  Value own = GetOwnAttribute(vm, exception, name);
  if (!own.IsUnbound()) return own;
  const Tuple* args = vm.heap.At<Tuple>(vm.heap.At<Exception>(exception)->args);
  return index < args->count ? args->items()[index] : kNone;
}

Step StrOfOsError(Vm& vm, Value e) {
  Value args = vm.heap.At<Exception>(e)->args;
  uint32_t count = vm.heap.At<Tuple>(args)->count;
  if (count < 2 || count > 5) return Step::Stop();
  Value error = FieldOf(vm, e, "errno", 0), text = FieldOf(vm, e, "strerror", 1);
  Value file = GetOwnAttribute(vm, e, "filename"), second = GetOwnAttribute(vm, e, "filename2");
  if (file.IsUnbound() && count > 2) file = FieldOf(vm, e, "filename", 2);
  Step parts[4] = {ToStr(vm, error), Step::Stop(), Step::Stop(), Step::Stop()};
  if (!parts[0].done()) return parts[0];
  parts[1] = ToStr(vm, text);
  if (!parts[1].done()) return parts[1];
  bool has_file = !file.IsUnbound() && !file.IsNone(), has_second = has_file && !second.IsUnbound() && !second.IsNone();
  if (has_file) {
    parts[2] = Repr(vm, file);
    if (!parts[2].done()) return parts[2];
  }
  if (has_second) {
    parts[3] = Repr(vm, second);
    if (!parts[3].done()) return parts[3];
  }
  TextBuilder out(vm.heap);
  out.AppendAscii("[Errno ");
  AppendText(out, vm.TextOf(parts[0].value));
  out.AppendAscii("] ");
  AppendText(out, vm.TextOf(parts[1].value));
  if (has_file) {
    out.AppendAscii(": ");
    AppendText(out, vm.TextOf(parts[2].value));
  }
  if (has_second) {
    out.AppendAscii(" -> ");
    AppendText(out, vm.TextOf(parts[3].value));
  }
  return DoneOrNoRoom(vm, out.Finish());
}

Step StrOfSyntaxError(Vm& vm, Value e) {
  Value message = FieldOf(vm, e, "msg", 0);
  Value file = GetOwnAttribute(vm, e, "filename"), line = GetOwnAttribute(vm, e, "lineno");
  if (file.IsUnbound() && line.IsUnbound()) {  // SyntaxError(msg, (filename, lineno, offset, text))
    Value details = FieldOf(vm, e, "details", 1);
    if (details.IsObject(Kind::kTuple) && vm.heap.At<Tuple>(details)->count >= 4) {
      file = vm.heap.At<Tuple>(details)->items()[0];
      line = vm.heap.At<Tuple>(details)->items()[1];
    }
  }
  Step text = ToStr(vm, message);
  if (!text.done()) return text;
  int64_t number = 0;
  bool has_file = file.IsStr(), has_line = line.IsAnyInt() && vm.AsInt64(line, &number);
  if (!has_file && !has_line) return text;
  TextBuilder out(vm.heap);
  AppendText(out, vm.TextOf(text.value));
  out.AppendAscii(" (");
  if (has_file) {  // without its folders
    Text name = vm.TextOf(file);
    uint32_t start = name.length;
    while (start > 0 && name[start - 1] != '/') --start;
    AppendText(out, Part(name, start, name.length));
  }
  if (has_line) {
    char room[24];
    const char* at = DecimalOfInt64(number, room + sizeof(room));
    out.AppendAscii(has_file ? ", line " : "line ");
    out.AppendAscii({at, static_cast<size_t>(room + sizeof(room) - at)});
  }
  out.AppendAscii(")");
  return DoneOrNoRoom(vm, out.Finish());
}

Step StrOfUnicodeError(Vm& vm, Value e, TypeId type) {
  bool translates = type == TypeId::kUnicodeTranslateError, decodes = type == TypeId::kUnicodeDecodeError;
  uint32_t first = translates ? 0 : 1;
  if (vm.heap.At<Tuple>(vm.heap.At<Exception>(e)->args)->count != first + 4) return Step::Stop();
  Value object = FieldOf(vm, e, "object", first);
  int64_t start = 0, end = 0;
  vm.AsClampedIndex(FieldOf(vm, e, "start", first + 1), &start);
  vm.AsClampedIndex(FieldOf(vm, e, "end", first + 2), &end);
  Step reason = ToStr(vm, FieldOf(vm, e, "reason", first + 3));
  if (!reason.done()) return reason;
  if (!(decodes ? object.IsObject(Kind::kBytes) : object.IsStr())) return Step::Stop();
  int64_t size = decodes ? vm.heap.At<Bytes>(object)->length : vm.TextOf(object).length;
  // Positions are shown as they are used: within the object.
  if (start < 0) start = 0;
  if (start >= size) start = size == 0 ? 0 : size - 1;
  if (end < 1) end = 1;
  if (end > size) end = size;
  TextBuilder out(vm.heap);
  if (!translates) {
    Value codec = FieldOf(vm, e, "encoding", 0);
    out.Append('\'');
    if (codec.IsStr()) AppendText(out, vm.TextOf(codec));
    out.AppendAscii("' codec ");
  }
  out.AppendAscii(translates ? "can't translate " : decodes ? "can't decode " : "can't encode ");
  if (start < size && end == start + 1) {
    if (decodes) {
      out.AppendAscii("byte 0x");
      AppendHex(out, vm.heap.At<Bytes>(object)->data()[start], 2);
    } else {
      out.AppendAscii("character '");
      AppendEscape(out, vm.TextOf(object)[static_cast<uint32_t>(start)]);
      out.Append('\'');
    }
    out.AppendAscii(" in position ");
    AppendUnsigned(out, static_cast<uint64_t>(start));
  } else {
    out.AppendAscii(decodes ? "bytes in position " : "characters in position ");
    AppendUnsigned(out, static_cast<uint64_t>(start));
    out.Append('-');
    AppendUnsigned(out, static_cast<uint64_t>(end > 0 ? end - 1 : 0));
  }
  out.AppendAscii(": ");
  AppendText(out, vm.TextOf(reason.value));
  return DoneOrNoRoom(vm, out.Finish());
}

// Stop: as any exception.
Step StrOfSpecialException(Vm& vm, Value e) {
  auto type = static_cast<TypeId>(vm.heap.At<Exception>(e)->type);
  if (IsSubtype(type, TypeId::kOSError)) return StrOfOsError(vm, e);
  if (IsSubtype(type, TypeId::kBaseExceptionGroup)) return StrOfGroup(vm, e);
  if (IsSubtype(type, TypeId::kSyntaxError)) return StrOfSyntaxError(vm, e);
  if (type == TypeId::kUnicodeDecodeError || type == TypeId::kUnicodeEncodeError ||
      type == TypeId::kUnicodeTranslateError) {
    return StrOfUnicodeError(vm, e, type);
  }
  if (IsSubtype(type, TypeId::kImportError)) {
    Value message = GetOwnAttribute(vm, e, "msg");
    if (message.IsStr()) return Step::Done(message);
  }
  return Step::Stop();
}

Step StrOfException(Vm& vm, Value e) {
  // An exception whose argument is an exception, and so on, is as deep as a program likes.
  for (uint32_t depth = 0; depth < kMaxDepth; ++depth) {
    Step special = StrOfSpecialException(vm, e);
    if (special.action != Action::kStop) return special;
    const Exception* exception = vm.heap.At<Exception>(e);
    const Tuple* args = vm.heap.At<Tuple>(exception->args);
    if (args->count == 0) return DoneOrNoRoom(vm, vm.NewStrAscii(""));
    if (args->count > 1) return Repr(vm, exception->args);
    Value argument = args->items()[0];
    if (IsSubtype(static_cast<TypeId>(exception->type), TypeId::kKeyError)) return Repr(vm, argument);
    if (!argument.IsObject(Kind::kException) || !LookupOwnSpecial(vm, argument, Special::k_str).IsUnbound())
      return ToStr(vm, argument);
    if (!vm.meter.Charge(1)) return Step::Limit();
    e = argument;
  }
  return vm.Raise(TypeId::kRecursionError, "Stack overflow (used %d kB) while getting the str of an object",
                  int64_t{8156});
}

}  // namespace

namespace {

Step ReprBy(Vm& vm, Value v, bool by_layout) {
  for (int attempt = 0; attempt < 2; ++attempt) {
    uint32_t cursor = vm.memo_cursor;
    {
      ReprWalk walk(vm, ReprWalk::Purpose::kWrite);
      Step step = walk.Run(v, by_layout);
      if (walk.out().full()) return DoneOrNoRoom(vm, walk.out().Finish());
      if (step.done()) return DoneOrNoRoom(vm, walk.out().Finish());
      if (step.action != Action::kStop) return step;
    }
    // Each walk uses the same answers.
    vm.memo_cursor = cursor;
    Step numbered = ReprWalk(vm, ReprWalk::Purpose::kNumber).Run(v, by_layout);
    if (!numbered.done()) return numbered;
    vm.memo_cursor = cursor;
  }
  CHECK(false);  // every identity is known by now
  __builtin_unreachable();
}

}  // namespace

Step Repr(Vm& vm, Value v) {
  if (v.IsSmallInt() || v.IsDouble() || v.IsNone() || v.IsBool()) return ReprPlain(vm, v);
  return ReprBy(vm, v, false);
}

Step LayoutRepr(Vm& vm, Value v) { return ReprBy(vm, v, true); }

Step ToStr(Vm& vm, Value v) {
  if (v.IsStr()) return Step::Done(v);
  if (IsUserObject(vm, v) && !LookupOwnSpecial(vm, v, Special::k_str).IsUnbound()) return Ask(vm, Protocol::kStr, 0, v);
  return LayoutStr(vm, v);
}

Step LayoutStr(Vm& vm, Value v) {
  if (v.IsObject(Kind::kException)) return StrOfException(vm, v);
  Value native = Plain(vm, v);
  if (native.IsObject(Kind::kBytes)) return Repr(vm, native);
  return native.IsStr() ? Step::Done(native) : Repr(vm, v);
}

Step Ascii(Vm& vm, Value v) {
  Step repr = Repr(vm, v);
  if (!repr.done()) return repr;
  Text text = vm.TextOf(repr.value);
  if (text.ascii) return repr;
  if (!vm.meter.Charge(text.length / 16)) return Step::Limit();
  TextBuilder out(vm.heap);
  for (uint32_t i = 0; i < text.length && !out.full(); ++i) {
    if (text[i] < 0x80)
      out.Append(text[i]);
    else
      AppendEscape(out, text[i]);
  }
  return DoneOrNoRoom(vm, out.Finish());
}

}  // namespace garter
