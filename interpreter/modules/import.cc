// import: from a name to a module, package by package, as importlib does it.
//
// The native keeps its way in slots and is entered again after each module's code has run. What a failed module has left
// in sys.modules is taken out on the way (the row cleans).
#include "interpreter/base/copy_bytes.h"
#include "interpreter/modules/modules.h"
#include "interpreter/types/attributes.h"
#include "interpreter/types/dict.h"
#include "interpreter/types/exception.h"
#include "interpreter/types/names.h"
#include "interpreter/vm/code_images.h"
#include "interpreter/vm/context.h"
#include "interpreter/vm/frames.h"
#include "interpreter/vm/protocols.h"

namespace garter {
namespace {

bool RaisedIs(Vm& vm, TypeId type) {
  return IsSubtype(static_cast<TypeId>(vm.heap.At<Exception>(vm.raised)->type), type);
}

// ImportError with its fields. `what` Unbound: not given.
Step WithFields(Vm& vm, Step step, Value name, Value name_from = kUnbound) {
  if (step.action != Action::kRaise) return step;
  if (!name.IsUnbound() && !SetField(vm, vm.raised, "name", name)) return vm.NoRoom();
  if (!name_from.IsUnbound() && !SetField(vm, vm.raised, "name_from", name_from)) return vm.NoRoom();
  return step;
}

// o.name without a word when there is none: Done(Unbound). Of a module what it has itself: its __getattr__ is not asked.
Step Attribute(Vm& vm, Value o, const char* name) {
  if (o.IsObject(Kind::kModule)) return Step::Done(GetOwnAttribute(vm, o, name));
  Value key = vm.NewStrAscii(name);
  if (key.IsUnbound()) return vm.NoRoom();
  Step step = GetAttribute(vm, o, key);
  if (step.action != Action::kRaise || !RaisedIs(vm, TypeId::kAttributeError)) return step;
  vm.raised = kNone;
  return Step::Done(kUnbound);
}

// ---- loading ------------------------------------------------------------------------------------------------------

// One activation of import: (name, names, level), then slots.
class Importer {
 public:
  enum Phase : uint32_t { kBegin, kParts, kLoaded, kNames, kNameLoaded, kAnswered };

  Importer(Vm& vm, Native& n, Value globals) : vm_(vm), n_(n), globals_(globals) {}

  Step Run() {
    if (n_.failed) return CleanUp();
    Step step = Step::Done(kNone);
    if (n_.phase == kBegin) {
      step = Absolute();
      if (!step.done()) return step;
      Settle(kParts);
    }
    if (n_.phase == kLoaded || n_.phase == kNameLoaded) {
      step = FinishLoad();
      if (!step.done()) return step;
      Settle(n_.phase == kLoaded ? kParts : kNames);
    }
    while (n_.phase == kParts) {
      step = NextPart();
      if (!step.done()) return step;
    }
    while (n_.phase == kNames) {
      step = NextName();
      if (!step.done()) return step;
    }
    return Answer();
  }

 private:
  enum Slot : uint32_t { kName, kEnd, kModule, kParent, kLoading, kNewModule };
  static_assert(kNewModule + 1 == kImportSlots);

  Value& name() { return n_.slot(kName); }  // absolute
  Value& end() { return n_.slot(kEnd); }    // SmallInt: where the part ends that is done; later: the index of a name
  Value& module() { return n_.slot(kModule); }  // of that part
  Value& loading() { return n_.slot(kLoading); }

  // What was done is final: a second try for want of room goes on from here.
  void Settle(Phase phase) {
    n_.phase = phase;
    n_.settled = vm_.meter.used;
  }

  // ---- names ----

  Step Absolute() {
    if (ModulesDict(vm_).IsUnbound()) return vm_.NoRoom();
    if (!n_.arg(0).IsStr()) return vm_.Raise(TypeId::kTypeError, "module name must be a string");
    int64_t level = 0;
    if (!vm_.AsInt64(n_.arg(2), &level) || level < 0) return vm_.Raise(TypeId::kValueError, "level must be >= 0");
    end() = Value::SmallInt(0);
    module() = kUnbound;
    if (level == 0) {
      if (vm_.TextOf(n_.arg(0)).length == 0) return vm_.Raise(TypeId::kValueError, "Empty module name");
      name() = n_.arg(0);
      return Step::Done(kNone);
    }
    return Relative(level);
  }

  // The package that the importing code belongs to, and `level` - 1 packages up from it.
  Step Relative(int64_t level) {
    Value package = vm_.DictGetAscii(globals_, "__package__");
    if (!package.IsUnbound() && !package.IsNone()) {
      if (!package.IsStr()) return vm_.Raise(TypeId::kTypeError, "package must be a string");
    } else {
      package = vm_.DictGetAscii(globals_, "__name__");
      if (package.IsUnbound()) return vm_.RaiseValue(TypeId::kKeyError, NameMissing());
      if (!package.IsStr()) return vm_.Raise(TypeId::kTypeError, "__name__ must be a string");
      if (vm_.DictGetAscii(globals_, "__path__").IsUnbound()) {
        int64_t dot = LastDot(package);
        package = vm_.NewStrRange(package, 0, dot < 0 ? 0 : static_cast<uint32_t>(dot));
        if (package.IsUnbound()) return vm_.NoRoom();
      }
    }
    if (vm_.TextOf(package).length == 0) {
      return vm_.Raise(TypeId::kImportError, "attempted relative import with no known parent package");
    }
    for (; level > 1; --level) {
      int64_t dot = LastDot(package);
      if (dot < 0) return vm_.Raise(TypeId::kImportError, "attempted relative import beyond top-level package");
      package = vm_.NewStrRange(package, 0, static_cast<uint32_t>(dot));
      if (package.IsUnbound()) return vm_.NoRoom();
    }
    if (vm_.TextOf(n_.arg(0)).length == 0) {
      name() = package;
      return Step::Done(kNone);
    }
    return Joined(package, n_.arg(0), &name());
  }

  Value NameMissing() { return vm_.NewStrAscii("'__name__' not in globals"); }

  int64_t LastDot(Value str) {
    Text text = vm_.TextOf(str);
    for (int64_t k = text.length; k-- > 0;) {
      if (text[static_cast<uint32_t>(k)] == '.') return k;
    }
    return -1;
  }

  // "a" and "b": "a.b".
  Step Joined(Value first, Value second, Value* out) {
    Value dot = vm_.Character('.');
    if (dot.IsUnbound()) return vm_.NoRoom();
    Step step = Binary(vm_, BinaryOp::kAdd, first, dot, false);
    if (step.done()) step = Binary(vm_, BinaryOp::kAdd, step.value, second, false);
    if (step.done()) *out = step.value;
    return step;
  }

  // ---- parts: a, a.b, a.b.c ----

  Step NextPart() {
    Text text = vm_.TextOf(name());
    auto from = static_cast<uint32_t>(end().AsSmallInt());
    if (from >= text.length) {
      end() = Value::SmallInt(0);
      Settle(kNames);
      return Step::Done(kNone);
    }
    uint32_t to = from == 0 ? 0 : from + 1;
    while (to < text.length && text[to] != '.') ++to;
    Value part = vm_.NewStrRange(name(), 0, to);
    if (part.IsUnbound()) return vm_.NoRoom();
    Value known = vm_.DictGetStr(vm_.modules, part);
    if (known.IsNone()) {
      if (to < text.length) {
        // What is asked of it next has no package to be in.
      } else {
        return WithFields(
            vm_, vm_.Raise(TypeId::kModuleNotFoundError, "import of %S halted; None in sys.modules", part), part);
      }
    }
    if (!known.IsUnbound()) {
      end() = Value::SmallInt(to);
      module() = known;
      Settle(kParts);
      return Step::Done(kNone);
    }
    if (from > 0) {
      Step path = Attribute(vm_, module(), "__path__");
      if (!path.done()) return path;
      if (path.value.IsUnbound()) {
        Value parent = vm_.NewStrRange(name(), 0, from);
        if (parent.IsUnbound()) return vm_.NoRoom();
        return WithFields(
            vm_, vm_.Raise(TypeId::kModuleNotFoundError, "No module named '%S'; '%S' is not a package", part, parent),
            part);
      }
    }
    return Load(part, to, kLoaded);
  }

  // A module that is not there yet. `kLoaded` follows at once, or when its code has run.
  Step Load(Value part, uint32_t to, Phase after) {
    char buffer[128];
    std::string_view ascii = AsciiOf(part, buffer, sizeof(buffer));
    const NativeModule* native = ascii.empty() ? nullptr : FindNativeModule(ascii);
    const LibrarySource* source = ascii.empty() ? nullptr : FindLibrarySource(ascii);
    if (native == nullptr && source == nullptr) return NotFound(part, ascii);
    Value made = NewLibraryModule(part, native, source);
    if (made.IsUnbound()) return vm_.NoRoom();
    n_.slot(kParent) = module();
    n_.slot(kNewModule) = made;
    loading() = part;
    if (source == nullptr || source->text.empty()) {
      if (!vm_.DictSetStr(vm_.modules, part, made)) return vm_.NoRoom();
      end() = Value::SmallInt(after == kLoaded ? int64_t{to} : end().AsSmallInt());
      Step step = FinishLoad();
      if (step.done()) Settle(after == kLoaded ? kParts : kNames);
      return step;
    }
    SourceCode code;
    code.text = source->text;
    code.file = source->name;
    code.hidden = true;
    Step step = CompileSource(vm_, code);
    if (!step.done()) return step;
    Value function = NewModuleFunction(vm_, step.value, 0, DictOfModule(vm_, made), kUnbound);
    if (function.IsUnbound() || !vm_.DictSetStr(vm_.modules, part, made)) return vm_.NoRoom();
    if (after == kLoaded) end() = Value::SmallInt(to);
    return n_.Call(after, function);
  }

  std::string_view AsciiOf(Value str, char* buffer, size_t size) {
    Text text = vm_.TextOf(str);
    if (!text.ascii || text.length >= size) return {};
    CopyBytes(buffer, text.data, text.length);
    return {buffer, text.length};
  }

  Step NotFound(Value part, std::string_view ascii) {
    std::string_view top = ascii.substr(0, ascii.find('.'));
    bool exists =
        !top.empty() && IsStandardModule(top) && FindLibrarySource(top) == nullptr && FindNativeModule(top) == nullptr;
    return WithFields(
        vm_,
        vm_.Raise(TypeId::kModuleNotFoundError,
                  exists ? "No module named '%S': this module is not available in the sandbox" : "No module named '%S'",
                  part),
        part);
  }

  Value NewLibraryModule(Value part, const NativeModule* native, const LibrarySource* source) {
    Value doc = native == nullptr || native->doc == nullptr ? kNone : vm_.NewStrAscii(native->doc);
    Value made = NewModule(vm_, part, doc);
    if (made.IsUnbound()) return kUnbound;
    vm_.heap.At<Module>(made)->aux = Module::kBuiltIn;
    Value dict = DictOfModule(vm_, made), package = part;
    bool is_package = source != nullptr && source->is_package;
    if (!is_package) {
      int64_t dot = LastDot(part);
      package = vm_.NewStrRange(part, 0, dot < 0 ? 0 : static_cast<uint32_t>(dot));
    }
    if (!AddName(vm_, dict, "__package__", package)) return kUnbound;
    if (is_package && !AddName(vm_, dict, "__path__", vm_.NewList(nullptr, 0))) return kUnbound;
    if (source != nullptr) {
      Value builtins = BuiltinsDict(vm_);
      if (!AddName(vm_, dict, "__builtins__", builtins)) return kUnbound;
    }
    if (native == nullptr) return made;
    for (uint32_t k = 0; k < native->count; ++k) {
      if (!AddName(vm_, dict, native->rows[k].name, ModuleFunction(*native, k))) return kUnbound;
    }
    if (native->fill != nullptr && !native->fill(vm_, dict).done()) return kUnbound;
    return made;
  }

  // The module's code has run: sys.modules says what the module is, and its package has it as an attribute.
  Step FinishLoad() {
    Value made = vm_.DictGetStr(vm_.modules, loading());
    if (made.IsUnbound()) return vm_.RaiseValue(TypeId::kKeyError, loading());
    int64_t dot = LastDot(loading());
    if (dot >= 0 && n_.slot(kParent).IsObject(Kind::kModule)) {
      Value last = vm_.NewStrRange(loading(), static_cast<uint32_t>(dot + 1), vm_.TextOf(loading()).length);
      if (last.IsUnbound() || !vm_.DictSetStr(DictOfModule(vm_, n_.slot(kParent)), last, made)) return vm_.NoRoom();
    }
    if (n_.phase == kLoaded || n_.phase == kParts) module() = made;
    loading() = kUnbound;
    return Step::Done(kNone);
  }

  Step CleanUp() {
    if (loading().IsStr()) {
      Value removed = kUnbound;
      static_cast<void>(DictDelete(vm_, vm_.modules, loading(), &removed));
    }
    return vm_.RaiseObject(n_.input);
  }

  // ---- from a.b import c, d: modules of the package that are no attributes yet ----

  Value Names() { return n_.arg(1); }
  uint32_t NameCount() {
    if (Names().IsObject(Kind::kTuple)) return vm_.heap.At<Tuple>(Names())->count;
    if (Names().IsObject(Kind::kList)) return vm_.heap.At<List>(Names())->count;
    return 0;
  }
  Value NameAt(uint32_t k) {
    if (Names().IsObject(Kind::kTuple)) return vm_.heap.At<Tuple>(Names())->items()[k];
    return vm_.heap.At<Buffer>(vm_.heap.At<List>(Names())->buffer)->items()[k];
  }

  Step NextName() {
    auto at = static_cast<uint32_t>(end().AsSmallInt());
    if (at >= NameCount()) {
      Settle(kAnswered);
      return Step::Done(kNone);
    }
    Step path = Attribute(vm_, module(), "__path__");
    if (!path.done()) return path;
    if (path.value.IsUnbound()) {
      Settle(kAnswered);
      return Step::Done(kNone);
    }
    Value wanted = NameAt(at);
    if (!wanted.IsStr()) return vm_.Raise(TypeId::kTypeError, "Item in ``from list'' must be str, not %T", wanted);
    Value full = kUnbound;
    bool is_star = vm_.StrIs(wanted, "*");
    if (!is_star && module().IsObject(Kind::kModule) &&
        vm_.DictGetStr(DictOfModule(vm_, module()), wanted).IsUnbound()) {
      Step step = Joined(name(), wanted, &full);
      if (!step.done()) return step;
    }
    end() = Value::SmallInt(at + 1);
    Settle(kNames);
    char buffer[128];
    if (full.IsUnbound() || !vm_.DictGetStr(vm_.modules, full).IsUnbound() ||
        FindLibrarySource(AsciiOf(full, buffer, sizeof(buffer))) == nullptr) {
      return Step::Done(kNone);
    }
    Step step = Load(full, 0, kNameLoaded);
    // Not done with this name: it is looked for again when there is room.
    if (step.action == Action::kMore) end() = Value::SmallInt(at);
    return step;
  }

  Step Answer() {
    if (NameCount() > 0) return Step::Done(module());
    if (vm_.TextOf(n_.arg(0)).length == 0) return Step::Done(module());
    Text text = vm_.TextOf(n_.arg(0));
    uint32_t dot = 0;
    while (dot < text.length && text[dot] != '.') ++dot;
    if (dot == text.length) return Step::Done(module());
    // The package that the name begins with.
    uint32_t cut = text.length - dot;
    Value top = vm_.NewStrRange(name(), 0, vm_.TextOf(name()).length - cut);
    if (top.IsUnbound()) return vm_.NoRoom();
    Value found = vm_.DictGetStr(vm_.modules, top);
    return found.IsUnbound() ? vm_.RaiseValue(TypeId::kKeyError, top) : Step::Done(found);
  }

  Vm& vm_;
  Native& n_;
  Value globals_;
};

}  // namespace

Step ImportStep(Vm& vm, Native& n) {
  // A program may have put another function in the place of __import__.
  if (n.phase == Importer::kBegin && !n.failed && !vm.builtins.IsUnbound()) {
    Value own = vm.DictGetAscii(vm.globals, "__builtins__");
    if (own.IsObject(Kind::kModule)) own = DictOfModule(vm, own);
    Value import = vm.DictGetAscii(own.IsObject(Kind::kDict) ? own : vm.builtins, "__import__");
    if (import.IsUnbound()) return vm.Raise(TypeId::kImportError, "__import__ not found");
    if (!(import == FindBuiltinName("__import__"))) {
      Value* fp = vm.fp;
      while (IsNativeFrame(fp)) fp = CallerOf(vm, fp);
      Value locals = (CodeOf(vm, fp).flags & CodeInfo::kModule) ? vm.globals : kNone;
      return n.Call(Importer::kAnswered + 1, import, n.arg(0), vm.globals, locals, n.arg(1), n.arg(2));
    }
  }
  if (n.phase == Importer::kAnswered + 1) return n.failed ? vm.RaiseObject(n.input) : Step::Done(n.input);
  return Importer(vm, n, vm.globals).Run();
}

// __import__(name, globals=None, locals=None, fromlist=(), level=0): the same with its arguments elsewhere.
Step BuiltinImport(Vm& vm, Native& n) {
  Value globals = n.has(1) ? n.arg(1) : kNone;
  if (n.phase == 0 && !n.failed && !(n.arg(4) == kNotImplemented)) {
    n.arg(1) = n.has(3) ? n.arg(3) : kNone;
    n.arg(2) = n.has(4) ? n.arg(4) : Value::SmallInt(0);
    n.arg(3) = globals;
    if (n.arg(2).IsSmallInt() && n.arg(2).AsSmallInt() > 0 && !globals.IsObject(Kind::kDict)) {
      return vm.Raise(TypeId::kTypeError, "globals must be a dict");
    }
    n.arg(4) = kNotImplemented;  // the arguments have moved: a second try finds them there
  }
  globals = n.arg(3).IsObject(Kind::kDict) ? n.arg(3) : vm.globals;
  return Importer(vm, n, globals).Run();
}

Step ImportFromStep(Vm& vm, Native& n) {
  Value module = n.arg(0), name = n.arg(1);
  Step step = Step::Done(kNone);
  if (n.failed) {
    if (!ExceptionTypeIs(vm, n.input, TypeId::kAttributeError)) return vm.RaiseObject(n.input);
    n.failed = false;
  } else {
    step = GetAttribute(vm, module, name);
    if (step.action != Action::kRaise || !RaisedIs(vm, TypeId::kAttributeError)) return step;
    vm.raised = kNone;
  }
  // A module of the package that is being imported at this moment is no attribute of it yet.
  step = Attribute(vm, module, "__name__");
  if (!step.done()) return step;
  Value of = step.value;
  if (!of.IsStr()) {
    return WithFields(
        vm,
        vm.Raise(TypeId::kImportError, "cannot import name '%S' from '<unknown module name>' (unknown location)", name),
        kUnbound, name);
  }
  Value dot = vm.Character('.');
  if (dot.IsUnbound()) return vm.NoRoom();
  step = Binary(vm, BinaryOp::kAdd, of, dot, false);
  if (step.done()) step = Binary(vm, BinaryOp::kAdd, step.value, name, false);
  if (!step.done()) return step;
  Value found = vm.modules.IsUnbound() ? kUnbound : vm.DictGetStr(vm.modules, step.value);
  if (!found.IsUnbound()) return Step::Done(found);
  return WithFields(
      vm, vm.Raise(TypeId::kImportError, "cannot import name '%S' from '%S' (unknown location)", name, of), of, name);
}

Step ImportStarStep(Vm& vm, Native& n) {
  Value module = n.arg(0), space = n.arg(1).IsNone() ? vm.globals : n.arg(1);
  Step step = Attribute(vm, module, "__all__");
  if (!step.done()) return step;
  Value all = step.value;
  step = module.IsObject(Kind::kModule) ? Step::Done(DictOfModule(vm, module)) : Attribute(vm, module, "__dict__");
  if (!step.done()) return step;
  Value dict = step.value;
  auto store = [&](Value name, Value value) {
    if (!space.IsObject(Kind::kDict)) return SetItem(vm, space, name, value);
    return vm.DictSetStr(space, name, value) ? Step::Done(kNone) : vm.NoRoom();
  };
  if (!all.IsUnbound()) {
    step = TupleOf(vm, all);
    if (!step.done()) return step;
    Value names = step.value;
    uint32_t count = vm.heap.At<Tuple>(names)->count;
    for (uint32_t k = 0; k < count; ++k) {
      Value name = vm.heap.At<Tuple>(names)->items()[k];
      if (!name.IsStr()) {
        Step of = Attribute(vm, module, "__name__");
        if (!of.done()) return of;
        return vm.Raise(TypeId::kTypeError, "Item in %S.__all__ must be str, not %T", of.value, name);
      }
      step = GetAttribute(vm, module, name);
      if (step.done()) step = store(name, step.value);
      if (!step.done()) return step;
    }
    return Step::Done(kNone);
  }
  if (!dict.IsObject(Kind::kDict)) {
    return vm.Raise(TypeId::kImportError, "from-import-* object has no __dict__ and no __all__");
  }
  if (dict == space) return Step::Done(kNone);
  if (!vm.meter.Charge(vm.DictSize(dict))) return Step::Limit();
  Step failed = Step::Done(kNone);
  ForEachEntry(vm, dict, [&](DictEntry& entry) {
    if (!failed.done() || !entry.key.IsStr()) return;
    Text text = vm.TextOf(entry.key);
    if (text.length > 0 && text[0] == '_') return;
    failed = store(entry.key, entry.value);
  });
  return failed;
}

}  // namespace garter
