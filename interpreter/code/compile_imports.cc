// import: calls of the machine's own natives, which do what `__import__` does and may run a module's code.
//
//   import a.b         a = import('a.b', None, 0)
//   import a.b as c    c = import_from(import('a.b', None, 0), 'b')
//   from m import x    x = import_from(import('m', ('x',), 0), 'x')
//   from m import *    import_star(import('m', ('*',), 0), namespace)
#include "interpreter/code/compilation.h"

namespace garter {

// A window with the native as its callee. The caller puts the arguments behind it, then emits CALL.
uint32_t Compiler::CallNative(Internal which) {
  uint32_t window = emit_.Temporary();
  LoadValue(InternalValue(which), window);
  emit_.Temporaries(2);
  return window;
}

// Answers the temporary with the module; it is the topmost. `names`: a constant, or kNoConstant for None.
uint32_t Compiler::ImportModule(std::string_view name, uint32_t names, uint32_t level) {
  uint32_t window = CallNative(Internal::kImport);
  uint32_t constant = constants_.OfStr(name);
  if (constant == kNoConstant) emit_.Stop();
  LoadConstant(constant, emit_.Temporary());
  if (names == kNoConstant) {
    LoadValue(kNone, emit_.Temporary());
  } else {
    LoadConstant(names, emit_.Temporary());
  }
  LoadValue(Value::SmallInt(level), emit_.Temporary());
  emit_.Emit(Opcode::kCALL, window, window, 3);
  emit_.Release(window + 1);
  return window;
}

void Compiler::ImportAttribute(uint32_t module, std::string_view name, uint32_t target) {
  uint32_t window = CallNative(Internal::kImportFrom);
  emit_.Emit(Opcode::kMOVE, emit_.Temporary(), module);
  uint32_t constant = constants_.OfStr(name);
  if (constant == kNoConstant) emit_.Stop();
  LoadConstant(constant, emit_.Temporary());
  emit_.Emit(Opcode::kCALL, target, window, 2);
  emit_.Release(window);
}

void Compiler::ImportStatement(const ast::Import& node) {
  for (NodeRef ref : tree_.List(node.names)) {
    if (stopped()) return;
    auto& alias = tree_.Get<ast::Alias>(ref);
    uint32_t mark = emit_.top();
    std::string_view name = tree_.Text(alias.name);
    uint32_t module = ImportModule(name, kNoConstant, 0);
    size_t dot = name.find('.');
    if (alias.asname == 0) {
      StoreName(dot == std::string_view::npos ? alias.name : tree_.names().Find(scratch_, name.substr(0, dot)), module);
    } else {
      while (dot != std::string_view::npos) {
        name.remove_prefix(dot + 1);
        dot = name.find('.');
        ImportAttribute(module, name.substr(0, dot), module);
      }
      StoreName(alias.asname, module);
    }
    emit_.Release(mark);
  }
}

void Compiler::ImportFromStatement(const ast::ImportFrom& node) {
  auto aliases = tree_.List(node.names);
  ArenaVector<uint32_t> names;
  for (NodeRef ref : aliases) {
    uint32_t constant = constants_.OfStr(tree_.Text(tree_.Get<ast::Alias>(ref).name));
    if (constant == kNoConstant || !names.Push(scratch_, constant)) return OutOfMemory();
  }
  uint32_t tuple = constants_.OfTuple(names.data(), names.size());
  if (tuple == kNoConstant) return emit_.Stop();
  uint32_t module = ImportModule(node.module == 0 ? std::string_view() : tree_.Text(node.module), tuple,
                                 static_cast<uint32_t>(node.level));
  for (NodeRef ref : aliases) {
    if (stopped()) return;
    auto& alias = tree_.Get<ast::Alias>(ref);
    std::string_view name = tree_.Text(alias.name);
    if (name == "*") {
      uint32_t window = CallNative(Internal::kImportStar);
      emit_.Emit(Opcode::kMOVE, emit_.Temporary(), module);
      uint32_t space = emit_.Temporary();
      if (target_.by_name) {
        emit_.Emit(Opcode::kMOVE, space, namespace_);
      } else {
        LoadValue(kNone, space);
      }
      emit_.Emit(Opcode::kCALL, window, window, 2);
      emit_.Release(window);
      continue;
    }
    uint32_t value = emit_.Temporary();
    ImportAttribute(module, name, value);
    StoreName(alias.asname != 0 ? alias.asname : alias.name, value);
    emit_.Release(value);
  }
}

}  // namespace garter
