// Calls. A window of registers is filled from the left: callee, two words for the new frame, arguments.
//
// As in CPython, calls with starred arguments, or with more than 30, go through a list and a dict; then a single
// `*iterable` is read only after the keywords were evaluated.
#include "interpreter/code/compilation.h"

namespace garter {

bool Compiler::HasSpread(const ast::Call& node) const {
  for (NodeRef argument : tree_.List(node.args)) {
    if (tree_.Kind(argument) == NodeKind::kStarred) return true;
  }
  for (NodeRef ref : tree_.List(node.keywords)) {
    if (tree_.Get<ast::Keyword>(ref).arg == 0) return true;
  }
  return false;
}

// Whether `x.name(...)` may look the method up without making a bound method.
bool Compiler::IsMethodCall(const ast::Call& node) const {
  uint32_t arguments = tree_.List(node.args).size();
  uint32_t keywords = tree_.List(node.keywords).size();
  return arguments + keywords + (keywords != 0) < kBigDisplay && !HasSpread(node);
}

// CPython runs `any`, `all` and `tuple` of a generator expression in place, and shows what it raises at their name.
bool Compiler::IsShownAtCallee(const ast::Call& node) const {
  auto* name = tree_.GetIf<ast::Name>(node.func);
  auto arguments = tree_.List(node.args);
  if (name == nullptr || arguments.size() != 1 || !tree_.List(node.keywords).empty()) return false;
  if (tree_.Kind(arguments[0]) != NodeKind::kGeneratorExp) return false;
  std::string_view text = tree_.Text(name->id);
  return text == "any" || text == "all" || text == "tuple";
}

// REQUIRES: `window` is the topmost temporary and holds the callee, or what LOAD_METHOD made of `method`.
void Compiler::CallInto(const ast::Call& node, uint32_t window, const ast::Attribute* method, uint32_t target) {
  uint32_t arguments = tree_.List(node.args).size();
  uint32_t keywords = tree_.List(node.keywords).size();
  emit_.Temporaries(2);
  if (method == nullptr && (arguments + 2 * keywords > kBigDisplay || HasSpread(node))) {
    return SpreadCall(node, window, target);
  }
  if (method != nullptr) emit_.Temporary();
  for (NodeRef argument : tree_.List(node.args)) {
    if (stopped()) return;
    Into(argument, emit_.Temporary());
  }
  uint32_t names = keywords == 0 ? kNoConstant : KeywordValues(node);
  if (stopped()) return;
  if (method != nullptr) {
    AtAttribute(node, *method);
  } else {
    emit_.At(IsShownAtCallee(node) ? tree_.At(node.func) : static_cast<const Node&>(node));
  }
  if (keywords != 0) {
    emit_.Emit(Opcode::kCALL_KEYWORDS, target, window, arguments + keywords);
    emit_.Extend(method != nullptr, names);
  } else {
    emit_.Emit(method != nullptr ? Opcode::kCALL_METHOD : Opcode::kCALL, target, window, arguments);
  }
}

// Evaluates the keywords' values into new temporaries; answers the constant tuple of their names.
uint32_t Compiler::KeywordValues(const ast::Call& node) {
  uint32_t bottom = chain_.size();
  for (NodeRef ref : tree_.List(node.keywords)) {
    if (stopped()) return kNoConstant;
    auto& keyword = tree_.Get<ast::Keyword>(ref);
    Into(keyword.value, emit_.Temporary());
    if (!chain_.Push(scratch_, NameConstant(keyword.arg))) OutOfMemory();
  }
  if (stopped()) return kNoConstant;
  uint32_t names = constants_.OfTuple(chain_.data() + bottom, chain_.size() - bottom);
  chain_.Truncate(bottom);
  if (names == kNoConstant) emit_.Stop();
  return names;
}

void Compiler::SpreadCall(const ast::Call& node, uint32_t window, uint32_t target) {
  auto arguments = tree_.List(node.args);
  uint32_t positional = emit_.Temporary();
  auto* only = arguments.size() == 1 ? tree_.GetIf<ast::Starred>(arguments[0]) : nullptr;
  if (only != nullptr) {
    Into(only->value, positional);
  } else {
    DisplayItems(node, node.args, NodeKind::kTuple, positional);
  }
  bool has_keywords = !tree_.List(node.keywords).empty();
  if (has_keywords) SpreadKeywords(node, window, emit_.Temporary());
  emit_.At(node);
  if (only != nullptr) {
    // The callee goes before the list, where LIST_EXTEND finds its name for the error message.
    uint32_t callee = emit_.Temporary();
    uint32_t list = emit_.Temporary();
    emit_.Emit(Opcode::kMOVE, callee, window);
    emit_.Emit(Opcode::kBUILD_LIST, list, list, 0);
    emit_.Emit(Opcode::kLIST_EXTEND, list, positional, 1);
    emit_.Emit(Opcode::kMOVE, positional, list);
    emit_.Release(callee);
  }
  emit_.Emit(Opcode::kCALL_SPREAD, target, window, has_keywords);
}

// Keywords by name are gathered into dicts, which are merged with each `**mapping` in turn.
void Compiler::SpreadKeywords(const ast::Call& node, uint32_t window, uint32_t dict) {
  auto keywords = tree_.List(node.keywords);
  bool has_dict = false;
  for (uint32_t i = 0; i < keywords.size() && !stopped();) {
    auto& keyword = tree_.Get<ast::Keyword>(keywords[i]);
    uint32_t mark = emit_.top();
    if (keyword.arg == 0) {
      emit_.At(node);
      if (!has_dict) emit_.Emit(Opcode::kBUILD_DICT, dict, dict, 0);
      uint32_t mapping = Operand(keyword.value);
      emit_.At(node);
      emit_.Emit(Opcode::kDICT_MERGE, dict, mapping, window);
      ++i;
    } else {
      uint32_t end = i;
      while (end < keywords.size() && tree_.Get<ast::Keyword>(keywords[end]).arg != 0) ++end;
      uint32_t part = has_dict ? emit_.Temporary() : dict;
      KeywordDict(node, i, end, part);
      emit_.At(node);
      if (has_dict) emit_.Emit(Opcode::kDICT_MERGE, dict, part, window);
      i = end;
    }
    has_dict = true;
    emit_.Release(mark);
  }
}

void Compiler::KeywordDict(const ast::Call& node, uint32_t begin, uint32_t end, uint32_t target) {
  auto keywords = tree_.List(node.keywords);
  uint32_t mark = emit_.top();
  bool is_big = (end - begin) * 2 > kBigDisplay;
  if (is_big) emit_.Emit(Opcode::kBUILD_DICT, target, target, 0);
  for (uint32_t i = begin; i < end && !stopped(); ++i) {
    auto& keyword = tree_.Get<ast::Keyword>(keywords[i]);
    uint32_t key = emit_.Temporary();
    LoadConstant(NameConstant(keyword.arg), key);
    uint32_t value = emit_.Temporary();
    Into(keyword.value, value);
    emit_.At(node);
    if (is_big) {
      emit_.Emit(Opcode::kDICT_SET, target, key, value);
      emit_.Release(mark);
    }
  }
  if (!is_big) emit_.Emit(Opcode::kBUILD_DICT, target, mark, end - begin);
  emit_.Release(mark);
}

}  // namespace garter
