// Code objects: their attributes, read from the image that they name.
//
// An image keeps what running needs, so that what CPython's compiler counts on the way (stack size, the order of constants)
// is answered as far as a program can use it: co_consts has the docstring alone, co_code does not exist.
#include "interpreter/modules/modules.h"

#include "interpreter/heap/text_builder.h"
#include "interpreter/types/function_rows.h"
#include "interpreter/types/tables.h"
#include "interpreter/vm/code_images.h"
#include "interpreter/vm/context.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

// An image with one of its codes.
struct CodeView {
  const ProgramImage& image;
  const CodeInfo& info;
  Value Name(uint32_t at) const { return image.constants[image.names[at]]; }
  // Does an inner function share the variable in this register? Its cell is made at the code's start.
  bool IsCell(uint32_t reg) const {
    for (uint32_t pc = info.entry; pc < info.end && image.instructions[pc].opcode() == Opcode::kMAKE_CELL; ++pc) {
      if (static_cast<uint32_t>(Instruction::ToRegister(image.instructions[pc].a)) == reg) return true;
    }
    return false;
  }
  uint32_t parameter_count() const {
    return info.positional_count + info.keyword_only_count + ((info.flags & CodeInfo::kVarArgs) != 0) +
           ((info.flags & CodeInfo::kVarKeywords) != 0);
  }
};

CodeView ViewOf(Vm& vm, Value code) {
  const Code* object = vm.heap.At<Code>(code);
  const ProgramImage& image = ImageAt(vm, object->image);
  return {image, image.codes[object->code]};
}

Step DoneOrNoRoom(Vm& vm, Value v) { return v.IsUnbound() ? vm.NoRoom() : Step::Done(v); }
Step TupleOfList(Vm& vm, Value list) {
  const List* items = vm.heap.At<List>(list);
  return DoneOrNoRoom(
      vm, items->count == 0 ? vm.EmptyTuple() : vm.NewTuple(vm.heap.At<Buffer>(items->buffer)->items(), items->count));
}

Step CodeName(Vm& vm, Native& n) {
  CodeView code = ViewOf(vm, n.arg(0));
  return Step::Done(code.image.constants[code.info.name]);
}
Step CodeQualifiedName(Vm& vm, Native& n) {
  CodeView code = ViewOf(vm, n.arg(0));
  return Step::Done(code.image.constants[code.info.qualified_name]);
}
Step CodeFilename(Vm& vm, Native& n) { return DoneOrNoRoom(vm, vm.NewStrUtf8(ViewOf(vm, n.arg(0)).image.Filename())); }
Step CodeFirstLine(Vm& vm, Native& n) { return Step::Done(Value::SmallInt(ViewOf(vm, n.arg(0)).info.first_line)); }
Step CodeArgumentCount(Vm& vm, Native& n) {
  return Step::Done(Value::SmallInt(ViewOf(vm, n.arg(0)).info.positional_count));
}
Step CodePositionalOnly(Vm& vm, Native& n) {
  return Step::Done(Value::SmallInt(ViewOf(vm, n.arg(0)).info.positional_only_count));
}
Step CodeKeywordOnly(Vm& vm, Native& n) {
  return Step::Done(Value::SmallInt(ViewOf(vm, n.arg(0)).info.keyword_only_count));
}

// Parameters first, then the other variables that no inner function shares.
Step CodeVariables(Vm& vm, Native& n) {
  CodeView code = ViewOf(vm, n.arg(0));
  if (code.info.flags & CodeInfo::kModule) return DoneOrNoRoom(vm, vm.EmptyTuple());
  Value list = vm.NewListWithCapacity(code.info.local_count);
  if (list.IsUnbound()) return vm.NoRoom();
  for (uint32_t k = 0; k < code.info.local_count; ++k) {
    if (k >= code.parameter_count() && code.IsCell(k)) continue;
    if (!vm.ListAppend(list, code.Name(code.info.local_names + k))) return vm.NoRoom();
  }
  return TupleOfList(vm, list);
}
Step CodeLocalCount(Vm& vm, Native& n) {
  Step names = CodeVariables(vm, n);
  return names.done() ? Step::Done(Value::SmallInt(vm.heap.At<Tuple>(names.value)->count)) : names;
}
Step CodeCells(Vm& vm, Native& n) {
  CodeView code = ViewOf(vm, n.arg(0));
  Value list = vm.NewListWithCapacity(4);
  if (list.IsUnbound()) return vm.NoRoom();
  for (uint32_t k = 0; k < code.info.local_count; ++k) {
    if (code.IsCell(k) && !vm.ListAppend(list, code.Name(code.info.local_names + k))) return vm.NoRoom();
  }
  return TupleOfList(vm, list);
}
Step CodeFree(Vm& vm, Native& n) {
  CodeView code = ViewOf(vm, n.arg(0));
  Value list = vm.NewListWithCapacity(code.info.free_count);
  if (list.IsUnbound()) return vm.NoRoom();
  for (uint32_t k = 0; k < code.info.free_count; ++k) {
    if (!vm.ListAppend(list, code.Name(code.info.free_names + k))) return vm.NoRoom();
  }
  return TupleOfList(vm, list);
}

// Globals and attributes in the order of their first use.
Step CodeNames(Vm& vm, Native& n) {
  CodeView code = ViewOf(vm, n.arg(0));
  Value list = vm.NewListWithCapacity(8);
  if (list.IsUnbound()) return vm.NoRoom();
  for (uint32_t pc = code.info.entry; pc < code.info.end; ++pc) {
    if (!vm.meter.Charge(1)) return Step::Limit();
    const Instruction& instruction = code.image.instructions[pc];
    Value name = kUnbound;
    switch (instruction.opcode()) {
      case Opcode::kLOAD_GLOBAL:
      case Opcode::kSTORE_GLOBAL:
      case Opcode::kDELETE_GLOBAL:
        name = code.image.constants[code.image.global_names[instruction.bx]];
        break;
      case Opcode::kLOAD_NAME:
      case Opcode::kSTORE_NAME:
      case Opcode::kDELETE_NAME:
        name = code.image.constants[code.image.global_names[(&instruction)[1].y()]];
        break;
      case Opcode::kLOAD_ATTRIBUTE:
      case Opcode::kSTORE_ATTRIBUTE:
      case Opcode::kDELETE_ATTRIBUTE:
      case Opcode::kLOAD_METHOD:
        name = code.image.constants[(&instruction)[1].y()];
        break;
      default:
        continue;
    }
    bool known = false;
    const List* names = vm.heap.At<List>(list);
    for (uint32_t k = 0; k < names->count; ++k) known = known || vm.heap.At<Buffer>(names->buffer)->items()[k] == name;
    if (!vm.meter.Charge(1 + names->count / 8)) return Step::Limit();
    if (!known && !vm.ListAppend(list, name)) return vm.NoRoom();
  }
  return TupleOfList(vm, list);
}

Step CodeConstants(Vm& vm, Native& n) {
  CodeView code = ViewOf(vm, n.arg(0));
  if (code.info.doc == kNoConstant) return DoneOrNoRoom(vm, vm.EmptyTuple());
  Value doc = code.image.constants[code.info.doc];
  return DoneOrNoRoom(vm, vm.NewTuple(&doc, 1));
}

// inspect's CO_* flags.
Step CodeFlags(Vm& vm, Native& n) {
  CodeView code = ViewOf(vm, n.arg(0));
  constexpr int64_t kOptimized = 1, kNewLocals = 2, kVarArgs = 4, kVarKeywords = 8, kNested = 16, kGenerator = 32;
  constexpr int64_t kHasDocstring = 0x400'0000;
  uint16_t is = code.info.flags;
  if (is & CodeInfo::kModule) return Step::Done(Value::SmallInt(0));
  int64_t flags = kOptimized | kNewLocals;
  if (is & CodeInfo::kVarArgs) flags |= kVarArgs;
  if (is & CodeInfo::kVarKeywords) flags |= kVarKeywords;
  if (is & CodeInfo::kGenerator) flags |= kGenerator;
  if (code.info.doc != kNoConstant) flags |= kHasDocstring;
  Text qualified = vm.TextOf(code.image.constants[code.info.qualified_name]);
  for (uint32_t k = 0; k < qualified.length; ++k) {
    if (qualified[k] == '<' && k > 0) flags |= kNested;  // "f.<locals>.g"
  }
  return Step::Done(Value::SmallInt(flags));
}

constexpr BuiltinRow kCodeRows[] = {
    {"co_name", "($self)", CodeName, 0, BuiltinRow::kGetter},
    {"co_qualname", "($self)", CodeQualifiedName, 0, BuiltinRow::kGetter},
    {"co_filename", "($self)", CodeFilename, 0, BuiltinRow::kGetter},
    {"co_firstlineno", "($self)", CodeFirstLine, 0, BuiltinRow::kGetter},
    {"co_argcount", "($self)", CodeArgumentCount, 0, BuiltinRow::kGetter},
    {"co_posonlyargcount", "($self)", CodePositionalOnly, 0, BuiltinRow::kGetter},
    {"co_kwonlyargcount", "($self)", CodeKeywordOnly, 0, BuiltinRow::kGetter},
    {"co_nlocals", "($self)", CodeLocalCount, 0, BuiltinRow::kGetter},
    {"co_varnames", "($self)", CodeVariables, 0, BuiltinRow::kGetter},
    {"co_cellvars", "($self)", CodeCells, 0, BuiltinRow::kGetter},
    {"co_freevars", "($self)", CodeFree, 0, BuiltinRow::kGetter},
    {"co_names", "($self)", CodeNames, 0, BuiltinRow::kGetter},
    {"co_consts", "($self)", CodeConstants, 0, BuiltinRow::kGetter},
    {"co_flags", "($self)", CodeFlags, 0, BuiltinRow::kGetter},
};

// ---- compile, exec, eval ----------------------------------------------------------------------------------------

Step ModeOf(Vm& vm, Value mode, ParseMode* out) {
  if (!mode.IsStr()) return vm.Raise(TypeId::kTypeError, "compile() argument 'mode' must be str, not %T", mode);
  if (vm.StrIs(mode, "exec"))
    *out = ParseMode::kExec;
  else if (vm.StrIs(mode, "eval"))
    *out = ParseMode::kEval;
  else if (vm.StrIs(mode, "single"))
    *out = ParseMode::kSingle;
  else
    return vm.Raise(TypeId::kValueError, "compile() mode must be 'exec', 'eval' or 'single'");
  return Step::Done(kNone);
}

bool IsText(Value v) { return v.IsStr() || v.IsObject(Kind::kBytes); }

// flags and optimize are looked at and mean nothing here: no future changes Python 3.14's syntax but annotations.
Step CheckFlags(Vm& vm, Native& n) {
  constexpr int64_t kKnown = 0x1FE'F610;  // CO_NESTED, PyCF_*, CO_FUTURE_*
  int64_t flags = 0, optimize = -1;
  if (n.has(3) && !vm.AsInt64(n.arg(3), &flags)) {
    return vm.Raise(TypeId::kTypeError, "'%T' object cannot be interpreted as an integer", n.arg(3));
  }
  if (n.has(5) && !vm.AsInt64(n.arg(5), &optimize)) {
    return vm.Raise(TypeId::kTypeError, "'%T' object cannot be interpreted as an integer", n.arg(5));
  }
  if ((flags & ~kKnown) != 0) return vm.Raise(TypeId::kValueError, "compile(): unrecognised flags");
  if (optimize < -1 || optimize > 2) return vm.Raise(TypeId::kValueError, "compile(): invalid optimize value");
  if (flags & 0x400) {
    return vm.Raise(TypeId::kNotImplementedError, "compile() to a syntax tree is not supported in the sandbox");
  }
  return Step::Done(kNone);
}

Step BuiltinCompile(Vm& vm, Native& n) {
  if (n.phase == 0) {
    SourceCode code;
    code.source = n.arg(0);
    code.filename = n.arg(1);
    if (code.filename.IsObject(Kind::kBytes)) {
      const Bytes* bytes = vm.heap.At<Bytes>(code.filename);
      code.filename = vm.NewStrUtf8({reinterpret_cast<const char*>(bytes->data()), bytes->length});
      if (code.filename.IsUnbound()) return vm.NoRoom();
    }
    if (!code.filename.IsStr()) {
      return vm.Raise(TypeId::kTypeError, "expected str, bytes or os.PathLike object, not %T", n.arg(1));
    }
    Step step = ModeOf(vm, n.arg(2), &code.mode);
    if (step.done()) step = CheckFlags(vm, n);
    if (!step.done()) return step;
    if (code.source.IsObject(Kind::kCode)) return Step::Done(code.source);
    if (!IsText(code.source)) {
      return vm.Raise(TypeId::kTypeError, "compile() arg 1 must be a string, bytes or AST object");
    }
    code.by_name = true;
    step = CompileSource(vm, code);
    if (!step.done()) return step;
    n.slot(0) = step.value;
    n.phase = 1;
    n.settled = vm.meter.used;
  }
  Value object = CodeObject(vm, n.slot(0).handle(), 0);
  return DoneOrNoRoom(vm, object);
}

// Where exec and eval run.
enum Slot : uint32_t { kGlobalsSlot, kLocalsSlot, kCodeSlot, kSlotCount };
enum Phase : uint32_t { kScopes, kInsert, kSource, kStart, kDone };

bool IsMapping(Value v) {
  switch (v.kind()) {
    case Kind::kDict:
    case Kind::kList:
    case Kind::kTuple:
    case Kind::kStr:
    case Kind::kBytes:
    case Kind::kRange:
    case Kind::kInstance:
      return true;
    default:
      return false;
  }
}

Step ScopesOf(Vm& vm, Native& n, bool eval) {
  Value globals = n.has(1) ? n.arg(1) : kNone, locals = n.has(2) ? n.arg(2) : kNone;
  auto bad_locals = [&] {
    return eval ? vm.Raise(TypeId::kTypeError, "locals must be a mapping")
                : vm.Raise(TypeId::kTypeError, "locals must be a mapping or None, not %T", locals);
  };
  if (eval && !locals.IsNone() && !IsMapping(locals)) return bad_locals();
  if (globals.IsNone()) {
    globals = vm.globals;
    if (locals.IsNone()) {
      Step step = LocalsOf(vm);
      if (!step.done()) return step;
      locals = step.value;
    }
  } else if (locals.IsNone()) {
    locals = globals;
  }
  if (!globals.IsObject(Kind::kDict)) {
    if (!eval) return vm.Raise(TypeId::kTypeError, "exec() globals must be a dict, not %T", globals);
    return vm.Raise(TypeId::kTypeError, IsMapping(globals) ? "globals must be a real dict; try eval(expr, {}, mapping)"
                                                           : "globals must be a dict");
  }
  if (!IsMapping(locals)) return bad_locals();
  n.slot(kGlobalsSlot) = globals;
  n.slot(kLocalsSlot) = locals == globals ? kNone : locals;
  return Step::Done(kNone);
}

Step InsertBuiltins(Vm& vm, Value globals) {
  if (!vm.DictGetAscii(globals, "__builtins__").IsUnbound()) return Step::Done(kNone);
  Value builtins = BuiltinsDict(vm);
  Value name = builtins.IsUnbound() ? kUnbound : vm.NewStrAscii("__builtins__");
  if (name.IsUnbound() || !vm.DictSetStr(globals, name, builtins)) return vm.NoRoom();
  return Step::Done(kNone);
}

Step Execute(Vm& vm, Native& n, bool eval) {
  const char* what = eval ? "eval" : "exec";
  if (n.phase == kDone) return Step::Done(eval ? n.input : kNone);
  Step step = Step::Done(kNone);
  if (n.phase == kScopes) {
    step = ScopesOf(vm, n, eval);
    if (!step.done()) return step;
    n.phase = kInsert;
    n.settled = vm.meter.used;
  }
  if (n.phase == kInsert) {
    step = InsertBuiltins(vm, n.slot(kGlobalsSlot));
    if (!step.done()) return step;
    n.phase = kSource;
    n.settled = vm.meter.used;
  }
  Value source = n.arg(0);
  bool has_closure = !eval && n.has(3) && !n.arg(3).IsNone();
  if (n.phase == kSource) {
    n.slot(kCodeSlot) = source;
    if (!source.IsObject(Kind::kCode)) {
      if (has_closure) return vm.Raise(TypeId::kTypeError, "closure can only be used when source is a code object");
      if (!IsText(source)) {
        return vm.Raise(TypeId::kTypeError, "%s() arg 1 must be a string, bytes or code object", what);
      }
      SourceCode code;
      code.source = source;
      code.file = "<string>";
      code.mode = eval ? ParseMode::kEval : ParseMode::kExec;
      code.by_name = !n.slot(kLocalsSlot).IsNone();
      code.strip = eval;
      step = CompileSource(vm, code);
      if (!step.done()) return step;
      n.slot(kCodeSlot) = step.value;
    }
    n.phase = kStart;
    n.settled = vm.meter.used;
  }
  Value image = n.slot(kCodeSlot);
  uint32_t index = 0;
  bool by_name = !n.slot(kLocalsSlot).IsNone();
  if (image.IsObject(Kind::kCode)) {
    CodeView view = ViewOf(vm, image);
    if (has_closure) return vm.Raise(TypeId::kTypeError, "cannot use a closure with this code object");
    if (view.info.free_count > 0) {
      return vm.Raise(TypeId::kTypeError, "code object passed to %s() may not contain free variables", what);
    }
    by_name = (view.info.flags & CodeInfo::kByName) != 0;
    const Code* object = vm.heap.At<Code>(image);
    index = object->code;
    image = object->image == 0 ? kUnbound : Value::Object(Kind::kCodeImage, object->image);
  }
  Value function = NewModuleFunction(vm, image, index, n.slot(kGlobalsSlot), by_name ? n.slot(kLocalsSlot) : kUnbound);
  if (function.IsUnbound()) return vm.NoRoom();
  return n.Call(kDone, function);
}

Step BuiltinExec(Vm& vm, Native& n) { return Execute(vm, n, false); }
Step BuiltinEval(Vm& vm, Native& n) { return Execute(vm, n, true); }

}  // namespace

constexpr TypeTable kCodeTable = {kCodeRows, sizeof(kCodeRows) / sizeof(kCodeRows[0]), nullptr};

const BuiltinRow kCodeFunctions[] = {
    {"exec", "(source, /, globals=None, locals=None, *, closure=None)", BuiltinExec, kSlotCount},
    {"eval", "(source, /, globals=None, locals=None)", BuiltinEval, kSlotCount},
    {"compile", "(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)", BuiltinCompile, 1},
};
const uint32_t kCodeFunctionCount = sizeof(kCodeFunctions) / sizeof(kCodeFunctions[0]);

}  // namespace garter
