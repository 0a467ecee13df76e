// The builtins that compute: abs, divmod, pow, round, the bases, characters; and dir, which lists names.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/modules/modules.h"
#include "interpreter/types/attributes.h"
#include "interpreter/types/complex.h"
#include "interpreter/types/convert.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/function_rows.h"
#include "interpreter/types/names.h"
#include "interpreter/types/number.h"
#include "interpreter/types/number_methods.h"
#include "interpreter/types/sequence.h"
#include "interpreter/vm/special_calls.h"

namespace garter {
namespace {

Step Made(Vm& vm, Value v) { return v.IsUnbound() ? vm.NoRoom() : Step::Done(v); }

Step Abs(Vm& vm, Native& n) {
  if (IsNumber(n.arg(0)) || IsComplex(n.arg(0))) return AbsoluteNumber(vm, n.arg(0));
  if (IsUserObject(vm, n.arg(0))) {
    if (!LookupOwnSpecial(vm, n.arg(0), Special::k_abs).IsUnbound()) return Ask(vm, Protocol::kAbsolute, 0, n.arg(0));
    Value native = Plain(vm, n.arg(0));
    if (IsNumber(native) || IsComplex(native)) return AbsoluteNumber(vm, native);
  }
  return vm.Raise(TypeId::kTypeError, "bad operand type for abs(): '%T'", n.arg(0));
}

Step DivMod(Vm& vm, Native& n) {
  if (IsNumber(n.arg(0)) && IsNumber(n.arg(1))) return DivModTuple(vm, n.arg(0), n.arg(1));
  if (IsUserObject(vm, n.arg(0)) || IsUserObject(vm, n.arg(1)))
    return Ask(vm, Protocol::kDivMod, 0, n.arg(0), n.arg(1));
  return vm.Raise(TypeId::kTypeError, "unsupported operand type(s) for divmod(): '%T' and '%T'", n.arg(0), n.arg(1));
}

Step Pow(Vm& vm, Native& n) {
  Value base = n.arg(0), exponent = n.arg(1);
  if (!n.has(2) || n.arg(2).IsNone()) return Binary(vm, BinaryOp::kPow, base, exponent, false);
  Value modulus = n.arg(2);
  if (IsUserObject(vm, base) || IsUserObject(vm, exponent) || IsUserObject(vm, modulus))
    return Ask(vm, Protocol::kPower, 0, base, exponent, modulus);
  if (IsIntOrBool(base) && IsIntOrBool(exponent) && IsIntOrBool(modulus))
    return PowerModulo(vm, base, exponent, modulus);
  if (IsComplex(base) || IsComplex(exponent) || IsComplex(modulus)) {
    return vm.Raise(TypeId::kValueError, "complex modulo");
  }
  if (base.IsDouble() || exponent.IsDouble() || modulus.IsDouble()) {
    return vm.Raise(TypeId::kTypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  }
  return vm.Raise(TypeId::kTypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base, exponent,
                  modulus);
}

Step Round(Vm& vm, Native& n) {
  Value number = n.arg(0);
  if (IsUserObject(vm, number)) {
    if (!LookupOwnSpecial(vm, number, Special::k_round).IsUnbound())
      return Ask(vm, Protocol::kRound, 0, number, n.has(1) && !n.arg(1).IsNone() ? n.arg(1) : kUnbound);
    number = Plain(vm, number);
  }
  Value digits = n.has(1) ? n.arg(1) : kNone;
  if (!digits.IsNone() && IsUserObject(vm, digits) && (IsIntOrBool(number) || number.IsDouble())) {
    Step index = Index(vm, digits);
    if (!index.done()) return index;
    digits = index.value;
  }
  if (IsIntOrBool(number)) return RoundInt(vm, number, digits);
  if (number.IsDouble()) return RoundFloat(vm, number, digits);
  return vm.Raise(TypeId::kTypeError, "type %T doesn't define __round__ method", n.arg(0));
}

// "-0b101": sign, prefix, digits.
Step InBase(Vm& vm, Value v, unsigned base, char letter) {
  Step index = Index(vm, v);
  if (!index.done()) return index;
  v = index.value;
  IntOperand operand(vm, v);
  const BigInt& number = operand.view;
  size_t room = bigint::TextRoom(number.limbs, number.size, base) + 3;
  Value text = kUnbound;
  {
    // The digits are made beside the number, then the str is made below them, over scratch memory that is not used any
    // more: it copies forwards, from higher to lower addresses.
    Scratch below(vm, (sizeof(Str) + room) / 8 + 2), digits(vm, room / 8 + 1),
        scratch(vm, bigint::ToTextScratch(number.size, base));
    if (below.limbs == nullptr || digits.limbs == nullptr || scratch.limbs == nullptr) return vm.NoRoom();
    char* out = reinterpret_cast<char*>(digits.limbs);
    size_t size = 0, length = 0;
    if (number.is_negative) out[size++] = '-';
    out[size++] = '0';
    out[size++] = letter;
    if (!bigint::ToText(vm.meter, number.limbs, number.size, base, out + size, &length, scratch.limbs))
      return Step::Limit();
    size += length;
    // The result replaces the memory borrowed first.
    uint32_t top = vm.heap.top;
    vm.heap.top = vm.heap.HandleOf(below.limbs);
    text = vm.NewStrAscii({out, size});
    vm.heap.top = top;
  }
  if (text.IsUnbound()) return vm.NoRoom();
  vm.heap.top = vm.heap.HandleOf(vm.heap.At<Object>(text)) + vm.heap.SizeOf(vm.heap.At<Object>(text));
  return Step::Done(text);
}

Step Bin(Vm& vm, Native& n) { return InBase(vm, n.arg(0), 2, 'b'); }
Step Oct(Vm& vm, Native& n) { return InBase(vm, n.arg(0), 8, 'o'); }
Step HexDigits(Vm& vm, Native& n) { return InBase(vm, n.arg(0), 16, 'x'); }

Step Chr(Vm& vm, Native& n) {
  int64_t code_point = 0;
  Step step = ClampedIndexOf(vm, n.arg(0), &code_point);
  if (!step.done()) return step;
  if (code_point < 0 || code_point > 0x10FFFF) return vm.Raise(TypeId::kValueError, "chr() arg not in range(0x110000)");
  return Made(vm, vm.Character(static_cast<uint32_t>(code_point)));
}

Step Ord(Vm& vm, Native& n) {
  Value c = Plain(vm, n.arg(0));
  uint32_t length = 0;
  if (c.IsStr()) {
    Text text = vm.TextOf(c);
    if (text.length == 1) return Step::Done(Value::SmallInt(text[0]));
    length = text.length;
  } else if (c.IsObject(Kind::kBytes)) {
    const Bytes* bytes = vm.heap.At<Bytes>(c);
    if (bytes->length == 1) return Step::Done(Value::SmallInt(bytes->data()[0]));
    length = bytes->length;
  } else {
    return vm.Raise(TypeId::kTypeError, "ord() expected string of length 1, but %T found", n.arg(0));
  }
  return vm.Raise(TypeId::kTypeError, "ord() expected a character, but string of length %d found", int64_t{length});
}

// ---- dir --------------------------------------------------------------------------------------------------------

// Puts a name at its place in a sorted list, once.
Step Insert(Vm& vm, Value list, Value name) {
  uint32_t low = 0, high = vm.heap.At<List>(list)->count;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    Value other = vm.heap.At<Buffer>(vm.heap.At<List>(list)->buffer)->items()[middle];
    if (vm.StrEquals(other, name)) return Step::Done(kNone);
    Step less = Compare(vm, CompareOp::kLess, other, name);
    if (!less.done()) return less;
    if (less.value.IsTrue())
      low = middle + 1;
    else
      high = middle;
  }
  if (!vm.ListAppend(list, name)) return vm.NoRoom();
  List* object = vm.heap.At<List>(list);
  Buffer* buffer = vm.heap.At<Buffer>(object->buffer);
  uint32_t moved = object->count - 1 - low;
  if (!vm.meter.Charge(1 + moved / 64)) return Step::Limit();
  MoveBytes(buffer->items() + low + 1, buffer->items() + low, moved * sizeof(Value));
  buffer->items()[low] = name;
  return Step::Done(kNone);
}

Step SortedNames(Vm& vm, Value list, Value dict) {
  Step step = Step::Done(kNone);
  ForEachEntry(vm, dict, [&](DictEntry& entry) {
    if (step.done() && entry.key.IsStr()) step = Insert(vm, list, entry.key);
  });
  return step.done() ? Step::Done(list) : step;
}

Step Dir(Vm& vm, Native& n) {
  Value list = vm.NewListWithCapacity(16);
  if (list.IsUnbound()) return vm.NoRoom();
  if (!n.has(0)) {
    Step locals = LocalsOf(vm);
    return locals.done() ? SortedNames(vm, list, locals.value) : locals;
  }
  // What a __dir__ of the program answers, sorted.
  if (n.phase == 1) return n.Call(2, FindBuiltinName("sorted"), n.input);
  if (n.phase == 2) return Step::Done(n.input);
  Value of_module = n.arg(0).IsObject(Kind::kModule) ? GetOwnAttribute(vm, n.arg(0), "__dir__") : kUnbound;
  if (!of_module.IsUnbound()) return n.Call(1, of_module);
  Value own = IsUserObject(vm, n.arg(0)) ? LookupOwnSpecial(vm, n.arg(0), Special::k_dir) : kUnbound;
  return own.IsUnbound() ? DirOf(vm, n.arg(0)) : CallSpecial(vm, n, 1, own, n.arg(0));
}

}  // namespace

Step DirOf(Vm& vm, Value object) {
  Value list = vm.NewListWithCapacity(16);
  if (list.IsUnbound()) return vm.NoRoom();
  if (object.IsObject(Kind::kModule)) return SortedNames(vm, list, DictOfModule(vm, object));
  if (object.IsObject(Kind::kClass) || IsUserObject(vm, object)) {
    // The names of the classes of the mro and the object's own, each once.
    Value names = vm.NewDict();
    if (names.IsUnbound()) return vm.NoRoom();
    bool room = true;
    auto add = [&](Value name) { room = room && vm.DictSetStr(names, name, kNone); };
    auto add_dict = [&](Value dict) {
      ForEachEntry(vm, dict, [&](DictEntry& entry) {
        if (entry.key.IsStr()) add(entry.key);
      });
    };
    Value cls = object.IsObject(Kind::kClass) ? object : ClassOf(vm, object);
    Span mro = SpanOf(vm, ClassAt(vm, cls)->mro);
    for (uint32_t k = 0; k < mro.count; ++k) {
      if (mro.first[k].IsObject()) {
        add_dict(ClassAt(vm, mro.first[k])->dict);
        continue;
      }
      ForEachName(NamesOfType(static_cast<TypeId>(mro.first[k].payload())), [&](std::string_view name) {
        Value text = room ? vm.NewStrAscii(name) : kUnbound;
        room = room && !text.IsUnbound();
        if (room) add(text);
      });
    }
    if (object.IsObject(Kind::kInstance) && (ClassAt(vm, cls)->aux & Class::kHasDict)) {
      Value dict = InstanceDict(vm, object);
      room = room && !dict.IsUnbound();
      if (room) add_dict(dict);
    }
    if (object.IsObject(Kind::kException) && vm.heap.At<Exception>(object)->attributes != 0) {
      add_dict(Value::Object(Kind::kDict, vm.heap.At<Exception>(object)->attributes));
    }
    if (ClassAt(vm, cls)->aux & (Class::kHasDict | Class::kHasWeakref)) {
      for (std::string_view name : {"__dict__", "__weakref__"}) {
        Value text = vm.NewStrAscii(name);
        room = room && !text.IsUnbound();
        if (room) add(text);
      }
    }
    return room ? SortedNames(vm, list, names) : vm.NoRoom();
  }
  TypeId type = object.IsImmediate(Kind::kType) ? static_cast<TypeId>(object.payload()) : vm.TypeOf(object);
  bool room = true;
  ForEachName(NamesOfType(type), [&](std::string_view name) {
    if (!room) return;
    Value text = vm.NewStrAscii(name);
    room = !text.IsUnbound() && vm.ListAppend(list, text);
  });
  if (!room) return vm.NoRoom();
  if (!object.IsObject(Kind::kFunction) && !object.IsObject(Kind::kException)) return Step::Done(list);
  Value name = vm.NewStrAscii("__dict__");
  if (name.IsUnbound()) return vm.NoRoom();
  Step own = GetAttribute(vm, object, name);
  return own.done() ? SortedNames(vm, list, own.value) : own;
}

constexpr BuiltinRow kNumberFunctions[] = {
    {"abs", "(number, /)", Abs},           {"divmod", "(x, y, /)", DivMod},
    {"pow", "(base, exp, mod=None)", Pow}, {"round", "(number, ndigits=None)", Round},
    {"bin", "(number, /)", Bin},           {"oct", "(number, /)", Oct},
    {"hex", "(number, /)", HexDigits},     {"chr", "(i, /)", Chr},
    {"ord", "(character, /)", Ord},        {"dir", "(object=None, /)", Dir},
};
constexpr uint32_t kNumberFunctionCount = sizeof(kNumberFunctions) / sizeof(kNumberFunctions[0]);

}  // namespace garter
