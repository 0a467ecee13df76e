// Variables: registers where they are local, cells where inner functions share them, else globals.
//
// A variable's register may be an operand where it is certainly assigned; else CHECK_BOUND stands where CPython would
// load it. `assigned_` follows the first 64 registers of a frame: a set bit is a promise. At a join of two ways it is
// the intersection, at the head of a loop and in a handler all that some `del` could empty is taken out.
#include "interpreter/code/compilation.h"

namespace garter {

bool Compiler::IsAssigned(const Symbol& symbol) const {
  if (symbol.Has(Symbol::kParameter) && !symbol.Has(Symbol::kUnbinds)) return true;
  return symbol.slot < 64 && (assigned_ >> symbol.slot & 1) != 0;
}

void Compiler::SetAssigned(const Symbol& symbol) {
  if (symbol.slot < 64) assigned_ |= uint64_t{1} << symbol.slot;
}

// Whether evaluating `later` could bind a variable that was named as an operand before it.
bool Compiler::MayRebind(NodeRef later) const {
  if (!later) return false;
  NodeKind kind = tree_.Kind(later);
  return kind != NodeKind::kName && kind != NodeKind::kConstant;
}

bool Compiler::VariableRegister(Identifier name, const Node& where, uint32_t* reg) {
  const Symbol& symbol = scopes_.Find(name);
  if (symbol.binding != Binding::kLocal) return false;
  *reg = symbol.slot;
  if (!IsAssigned(symbol)) {
    emit_.At(where);
    emit_.Emit(Opcode::kCHECK_BOUND, symbol.slot);
    SetAssigned(symbol);
  }
  return true;
}

bool Compiler::IsPlainVariable(NodeRef ref) const {
  auto* name = tree_.GetIf<ast::Name>(ref);
  return name != nullptr && scopes_.Find(name->id).binding == Binding::kLocal;
}

// The register of a local variable that is a target; kNoRegister when the target is anything else.
uint32_t Compiler::VariableTarget(NodeRef ref) const {
  return IsPlainVariable(ref) ? scopes_.Find(tree_.Get<ast::Name>(ref).id).slot : kNoRegister;
}

void Compiler::LoadName(Identifier name, uint32_t target, const Node& where) {
  uint32_t reg = 0;
  if (VariableRegister(name, where, &reg)) {
    if (reg != target) emit_.Emit(Opcode::kMOVE, target, reg);
    return;
  }
  emit_.At(where);
  const Symbol& symbol = scopes_.Find(name);
  if (InClassBody(symbol)) return LoadClassName(symbol, target);
  if (symbol.binding == Binding::kCell) return emit_.Emit(Opcode::kLOAD_CELL, target, symbol.slot);
  if (symbol.binding == Binding::kFree) return emit_.Emit(Opcode::kLOAD_FREE, target, symbol.slot);
  if (global_indices_[name] == 0 && tree_.Text(name) == "__debug__") return LoadValue(kTrue, target);
  if (IsByName(symbol)) {
    emit_.Emit(Opcode::kLOAD_NAME, target, namespace_);
    return emit_.Extend(0, GlobalIndex(name));
  }
  emit_.Emit(Opcode::kLOAD_GLOBAL, target, GlobalIndex(name));
}

// Whether a name is looked up in the namespace of the class whose body is compiled.
bool Compiler::InClassBody(const Symbol& symbol) const {
  if (scopes_.scopes[scope_].kind != ScopeKind::kClass || symbol.scope != scope_)
    return symbol.binding == Binding::kNamespace;
  if (symbol.Has(Symbol::kDeclaredGlobal | Symbol::kDeclaredNonlocal)) return false;
  return true;
}

void Compiler::LoadClassName(const Symbol& symbol, uint32_t target) {
  if (symbol.binding == Binding::kFree) {
    emit_.Emit(Opcode::kLOAD_CLASS_FREE, target, 0, symbol.slot);
  } else {
    emit_.Emit(Opcode::kLOAD_NAME, target, 0);
  }
  emit_.Extend(0, GlobalIndex(symbol.name));
}

void Compiler::StoreName(Identifier name, uint32_t reg) {
  const Symbol& symbol = scopes_.Find(name);
  if (symbol.binding == Binding::kNamespace || symbol.Has(Symbol::kClassCell)) {
    emit_.Emit(Opcode::kSTORE_NAME, reg, 0);
    return emit_.Extend(0, GlobalIndex(name));
  }
  switch (symbol.binding) {
    case Binding::kLocal:
      if (reg != symbol.slot) emit_.Emit(Opcode::kMOVE, symbol.slot, reg);
      return SetAssigned(symbol);
    case Binding::kCell:
      return emit_.Emit(Opcode::kSTORE_CELL, symbol.slot, reg);
    case Binding::kFree:
      return emit_.Emit(Opcode::kSTORE_FREE, symbol.slot, reg);
    default:
      if (IsByName(symbol)) {
        emit_.Emit(Opcode::kSTORE_NAME, reg, namespace_);
        return emit_.Extend(0, GlobalIndex(name));
      }
      return emit_.Emit(Opcode::kSTORE_GLOBAL, reg, GlobalIndex(name));
  }
}

void Compiler::DeleteName(Identifier name) {
  const Symbol& symbol = scopes_.Find(name);
  if (symbol.binding == Binding::kNamespace || symbol.Has(Symbol::kClassCell)) {
    emit_.Emit(Opcode::kDELETE_NAME, 0, 0);
    return emit_.Extend(0, GlobalIndex(name));
  }
  switch (symbol.binding) {
    case Binding::kLocal: {
      emit_.Emit(IsAssigned(symbol) ? Opcode::kCLEAR : Opcode::kDELETE_LOCAL, symbol.slot);
      if (symbol.slot < 64) assigned_ &= ~(uint64_t{1} << symbol.slot);
      return;
    }
    case Binding::kCell:
      return emit_.Emit(Opcode::kDELETE_CELL, symbol.slot);
    case Binding::kFree:
      return emit_.Emit(Opcode::kDELETE_FREE, symbol.slot);
    default:
      if (IsByName(symbol)) {
        emit_.Emit(Opcode::kDELETE_NAME, 0, namespace_);
        return emit_.Extend(0, GlobalIndex(name));
      }
      return emit_.Emit(Opcode::kDELETE_GLOBAL, 0, GlobalIndex(name));
  }
}

// The end of `except ... as name`: the name is gone, whether or not the handler's body has deleted it already.
void Compiler::ClearName(const Symbol& symbol) {
  switch (symbol.binding) {
    case Binding::kLocal:
      emit_.Emit(Opcode::kCLEAR, symbol.slot);
      if (symbol.slot < 64) assigned_ &= ~(uint64_t{1} << symbol.slot);
      return;
    case Binding::kCell:
      return emit_.Emit(Opcode::kCLEAR_CELL, symbol.slot);
    case Binding::kFree:
      return emit_.Emit(Opcode::kCLEAR_FREE, symbol.slot);
    case Binding::kNamespace: {
      uint32_t none = emit_.Temporary();
      LoadValue(kNone, none);
      emit_.Emit(Opcode::kSTORE_NAME, none, 0);
      emit_.Extend(0, GlobalIndex(symbol.name));
      emit_.Emit(Opcode::kDELETE_NAME, 0, 0);
      emit_.Extend(0, GlobalIndex(symbol.name));
      return emit_.Release(none);
    }
    default: {
      uint32_t none = emit_.Temporary();
      LoadValue(kNone, none);
      StoreName(symbol.name, none);
      DeleteName(symbol.name);
      emit_.Release(none);
    }
  }
}

}  // namespace garter
