// Class definitions: the body is a function of one parameter, the namespace, and __build_class__ is called with it.
#include "interpreter/code/compilation.h"
#include "interpreter/syntax/mangle.h"
#include "interpreter/types/builtin.h"

namespace garter {

// Decorators are callees of nested windows, as those of functions are.
void Compiler::ClassDefinition(const ast::ClassDef& node, NodeRef ref) {
  auto decorators = tree_.List(node.decorator_list);
  Identifier stored = Mangled(tree_, pending_[code_].class_name, node.name);
  uint32_t first = emit_.top();
  for (NodeRef decorator : decorators) {
    if (stopped()) return;
    Into(decorator, emit_.Temporary());
    emit_.Temporaries(2);
  }
  uint32_t target = emit_.Temporary();
  ClassInto(node, ref, target);
  for (uint32_t i = decorators.size(); i-- > 0;) {
    uint32_t window = first + 3 * i;
    emit_.At(tree_.At(decorators[i]));
    emit_.Emit(Opcode::kCALL, window, window, 1);
    emit_.Release(window + 1);
  }
  emit_.At(node);
  StoreName(stored, first);
}

void Compiler::ClassInto(const ast::ClassDef& node, NodeRef ref, uint32_t target) {
  uint32_t mark = emit_.top();
  ast::Call call = {};
  call.args = node.bases;
  call.keywords = node.keywords;
  auto bases = tree_.List(node.bases);
  uint32_t keywords = tree_.List(node.keywords).size();
  uint32_t window = emit_.Temporary();
  LoadValue(kBuildClassBuiltin, window);
  emit_.Temporaries(2);
  bool spread = HasSpread(call) || bases.size() + 2 * keywords > kBigDisplay;
  uint32_t list = spread ? emit_.Temporary() : 0;
  uint32_t first = emit_.top();
  uint32_t function = emit_.Temporary();
  MakeFunction(ref, nullptr, node.name, {}, function);
  LoadConstant(NameConstant(node.name), emit_.Temporary());
  if (stopped()) return;
  if (!spread) {
    for (NodeRef base : bases) {
      if (stopped()) return;
      Into(base, emit_.Temporary());
    }
    uint32_t names = keywords == 0 ? kNoConstant : KeywordValues(call);
    if (stopped()) return;
    emit_.At(node);
    uint32_t count = 2 + bases.size() + keywords;
    if (keywords == 0) {
      emit_.Emit(Opcode::kCALL, target, window, count);
    } else {
      emit_.Emit(Opcode::kCALL_KEYWORDS, target, window, count);
      emit_.Extend(0, names);
    }
    return emit_.Release(mark);
  }
  emit_.Emit(Opcode::kBUILD_LIST, list, first, 2);
  emit_.Release(first);
  for (NodeRef base : bases) {
    if (stopped()) return;
    auto* starred = tree_.GetIf<ast::Starred>(base);
    uint32_t value = Operand(starred != nullptr ? starred->value : base);
    emit_.At(tree_.At(base));
    emit_.Emit(starred != nullptr ? Opcode::kLIST_EXTEND : Opcode::kLIST_APPEND, list, value);
    emit_.Release(first);
  }
  if (keywords > 0) SpreadKeywords(call, window, emit_.Temporary());
  emit_.At(node);
  emit_.Emit(Opcode::kCALL_SPREAD, target, window, keywords > 0);
  emit_.Release(mark);
}

void Compiler::StoreInNamespace(std::string_view name, uint32_t reg) {
  emit_.Emit(Opcode::kSTORE_NAME, reg, 0);
  emit_.Extend(0, GlobalIndexOf(name));
}

void Compiler::ClassBody(const ast::ClassDef& node) {
  MakeCells();
  uint32_t reg = emit_.Temporary();
  emit_.Emit(Opcode::kLOAD_GLOBAL, reg, GlobalIndexOf("__name__"));
  StoreInNamespace("__module__", reg);
  LoadConstant(pending_[code_].qualified_name, reg);
  StoreInNamespace("__qualname__", reg);
  LoadValue(Value::SmallInt(pending_[code_].first_line), reg);
  StoreInNamespace("__firstlineno__", reg);
  uint32_t doc = DocumentationOf(node.body);
  if (doc != kNoConstant) {
    LoadConstant(doc, reg);
    StoreInNamespace("__doc__", reg);
  }
  emit_.Release(reg);
  auto body = tree_.List(node.body);
  for (uint32_t i = doc == kNoConstant ? 0 : 1; i < body.size() && !stopped(); ++i) Statement(body[i]);
  if (stopped()) return;
  const Symbol& cell = scopes_.Find(tree_.names().Find(scratch_, "__class__"));
  if (cell.binding != Binding::kCell) return emit_.Emit(Opcode::kRETURN_NONE);
  uint32_t value = emit_.Temporary();
  emit_.Emit(Opcode::kMOVE, value, cell.slot);
  StoreInNamespace("__classcell__", value);
  emit_.Emit(Opcode::kRETURN, value);
  emit_.Release(value);
}

}  // namespace garter
