// Functions: how they are made where their definition stands, and their code, which is compiled later.
#include "interpreter/base/copy_bytes.h"
#include "interpreter/code/compilation.h"
#include "interpreter/syntax/mangle.h"

namespace garter {

// Each decorator is the callee of a window whose only argument is the window of the next one; the innermost argument
// is the function.
void Compiler::FunctionDefinition(const ast::FunctionDef& node, NodeRef ref) {
  auto& parameters = tree_.Get<ast::Arguments>(node.args);
  auto decorators = tree_.List(node.decorator_list);
  Identifier stored = Mangled(tree_, pending_[code_].class_name, node.name);
  const Symbol& symbol = scopes_.Find(stored);
  if (decorators.empty()) {
    uint32_t target = symbol.binding == Binding::kLocal ? symbol.slot : emit_.Temporary();
    MakeFunction(ref, &parameters, node.name, {}, target);
    return StoreName(stored, target);
  }
  uint32_t first = emit_.top();
  for (NodeRef decorator : decorators) {
    if (stopped()) return;
    Into(decorator, emit_.Temporary());
    emit_.Temporaries(2);
  }
  MakeFunction(ref, &parameters, node.name, {}, emit_.Temporary());
  for (uint32_t i = decorators.size(); i-- > 0;) {
    uint32_t window = first + 3 * i;
    emit_.At(tree_.At(decorators[i]));
    emit_.Emit(Opcode::kCALL, window, window, 1);
    emit_.Release(window + 1);
  }
  StoreName(stored, first);
}

void Compiler::LambdaInto(NodeRef ref, uint32_t target) {
  auto& node = tree_.Get<ast::Lambda>(ref);
  MakeFunction(ref, &tree_.Get<ast::Arguments>(node.args), 0, "<lambda>", target);
}

// Leaves the function in `target`; its code is queued. `name` 0: `fallback` is its name.
void Compiler::MakeFunction(NodeRef ref, const ast::Arguments* parameters, Identifier name, std::string_view fallback,
                            uint32_t target) {
  const Node& node = tree_.At(ref);
  uint32_t window = emit_.Temporary();
  if (parameters != nullptr && !tree_.List(parameters->defaults).empty()) {
    Display(node, parameters->defaults, NodeKind::kTuple, window);
  } else {
    LoadValue(kNone, window);
  }
  uint32_t keyword_defaults = emit_.Temporary();
  if (parameters != nullptr) {
    KeywordDefaults(*parameters, keyword_defaults);
  } else {
    LoadValue(kNone, keyword_defaults);
  }
  if (stopped()) return;
  uint32_t scope = scopes_.ScopeOf(ref);
  Cells(scope);
  uint32_t first_line = node.lineno;
  if (auto* def = FunctionAt(tree_, ref)) {
    auto decorators = tree_.List(def->decorator_list);
    if (!decorators.empty()) first_line = tree_.At(decorators[0]).lineno;
  }
  auto* class_def = tree_.GetIf<ast::ClassDef>(ref);
  if (class_def != nullptr) {
    auto decorators = tree_.List(class_def->decorator_list);
    if (!decorators.empty()) first_line = tree_.At(decorators[0]).lineno;
  }
  Pending pending = {ref,
                     scope,
                     0,
                     0,
                     Qualified(name, fallback),
                     {},
                     first_line,
                     class_def != nullptr ? class_def->name : pending_[code_].class_name};
  pending.name = name != 0 ? NameConstant(name) : constants_.OfStr(fallback);
  pending.qualified_name = constants_.OfStr(pending.qualified);
  if (pending.name == kNoConstant || pending.qualified_name == kNoConstant) emit_.Stop();
  if (!pending_.Push(scratch_, pending) || !codes_.Push(scratch_, CodeInfo{})) return OutOfMemory();
  emit_.At(node);
  emit_.Emit(Opcode::kMAKE_FUNCTION, target, window);
  emit_.Extend(scopes_.scopes[scope].free_count, codes_.size() - 1);
  emit_.Release(window);
}

void Compiler::KeywordDefaults(const ast::Arguments& parameters, uint32_t target) {
  auto names = tree_.List(parameters.kwonlyargs);
  auto values = tree_.List(parameters.kw_defaults);
  uint32_t mark = emit_.top();
  uint32_t count = 0;
  for (uint32_t i = 0; i < values.size() && !stopped(); ++i) {
    if (!values[i]) continue;
    LoadConstant(NameConstant(tree_.Get<ast::Arg>(names[i]).arg), emit_.Temporary());
    Into(values[i], emit_.Temporary());
    ++count;
  }
  if (count == 0) {
    LoadValue(kNone, target);
  } else {
    emit_.Emit(Opcode::kBUILD_DICT, target, mark, count);
  }
  emit_.Release(mark);
}

// The cells that an inner function closes over, in the order of its free variables, in new temporaries.
void Compiler::Cells(uint32_t scope) {
  for (uint32_t s = scopes_.scopes[scope].first_symbol; s != 0; s = scopes_.symbols[s].next) {
    if (scopes_.symbols[s].binding != Binding::kFree && !scopes_.symbols[s].Has(Symbol::kClassFree)) continue;
    const Symbol& here = scopes_.Find(scopes_.symbols[s].name);
    uint32_t cell = emit_.Temporary();
    if (here.binding == Binding::kCell) {
      emit_.Emit(Opcode::kMOVE, cell, here.slot);
    } else {
      CHECK(here.binding == Binding::kFree || here.Has(Symbol::kClassFree));
      emit_.Emit(Opcode::kLOAD_FREE_CELL, cell, here.slot);
    }
  }
}

std::string_view Compiler::Qualified(Identifier name, std::string_view fallback) {
  std::string_view text = name != 0 ? tree_.Text(name) : fallback;
  // A function that its surroundings declare global is named as if defined at the top.
  Identifier stored = name == 0 ? 0 : Mangled(tree_, pending_[code_].class_name, name);
  bool is_global = name != 0 && scopes_.Find(stored).binding == Binding::kGlobal;
  if (code_ == 0 || is_global) return text;
  // What a generator expression makes stands in it without a place of its own.
  bool in_generator = tree_.GetIf<ast::GeneratorExp>(pending_[code_].node) != nullptr;
  bool in_class = tree_.GetIf<ast::ClassDef>(pending_[code_].node) != nullptr;
  std::string_view join = in_generator || in_class ? "." : ".<locals>.";
  std::string_view outer = pending_[code_].qualified;
  size_t size = outer.size() + join.size() + text.size();
  char* at = static_cast<char*>(scratch_.Allocate(size));
  if (at == nullptr || !meter_.Charge(size >> 6)) return OutOfMemory(), text;
  CopyBytes(at, outer.data(), outer.size());
  CopyBytes(at + outer.size(), join.data(), join.size());
  CopyBytes(at + outer.size() + join.size(), text.data(), text.size());
  return {at, size};
}

void Compiler::FunctionBody(uint32_t index) {
  NodeRef ref = pending_[index].node;
  if (auto* generator = tree_.GetIf<ast::GeneratorExp>(ref)) {
    bool is_async = scopes_.scopes[scope_].has_await;
    codes_[index].flags = static_cast<uint16_t>((is_async ? CodeInfo::kAsyncGenerator : CodeInfo::kGenerator) |
                                                CodeInfo::kComprehension | CodeInfo::kSimple);
    codes_[index].positional_count = codes_[index].positional_only_count = 1;
    return GeneratorBody(*generator);
  }
  if (auto* class_def = tree_.GetIf<ast::ClassDef>(ref)) {
    codes_[index].flags = CodeInfo::kClassBody | CodeInfo::kSimple;
    codes_[index].positional_count = codes_[index].positional_only_count = 1;
    return ClassBody(*class_def);
  }
  auto* lambda = tree_.GetIf<ast::Lambda>(ref);
  auto* def = FunctionAt(tree_, ref);
  const auto& parameters = tree_.Get<ast::Arguments>(lambda != nullptr ? lambda->args : def->args);
  CodeInfo& code = codes_[index];
  auto count = [](uint32_t n) { return static_cast<uint16_t>(n); };  // fits: kMaxNamed in scopes_analysis.cc
  code.positional_only_count = count(tree_.List(parameters.posonlyargs).size());
  code.positional_count = count(code.positional_only_count + tree_.List(parameters.args).size());
  code.keyword_only_count = count(tree_.List(parameters.kwonlyargs).size());
  uint32_t flags = (parameters.vararg ? CodeInfo::kVarArgs : 0) | (parameters.kwarg ? CodeInfo::kVarKeywords : 0);
  if (flags == 0 && code.keyword_only_count == 0) flags |= CodeInfo::kSimple;
  if (lambda != nullptr) flags |= CodeInfo::kLambda;
  const Scope& scope = scopes_.scopes[scope_];
  if (scope.has_yield || (scope.is_async && lambda == nullptr)) {
    bool is_async = scope.is_async && lambda == nullptr;
    flags |= !is_async ? CodeInfo::kGenerator : scope.has_yield ? CodeInfo::kAsyncGenerator : CodeInfo::kCoroutine;
    emit_.Emit(Opcode::kMAKE_GENERATOR);
  }
  code.flags = count(flags);
  MakeCells();
  if (lambda != nullptr) {
    uint32_t value = Operand(lambda->body);
    return emit_.Emit(Opcode::kRETURN, value);
  }
  code.doc = DocumentationOf(def->body);
  auto body = tree_.List(def->body);
  for (uint32_t i = code.doc == kNoConstant ? 0 : 1; i < body.size() && !stopped(); ++i) Statement(body[i]);
  emit_.Emit(Opcode::kRETURN_NONE);
}

// The docstring that a body begins with, without its indentation; kNoConstant: none.
uint32_t Compiler::DocumentationOf(ListRef body) {
  auto list = tree_.List(body);
  auto* statement = list.empty() ? nullptr : tree_.GetIf<ast::Expr>(list[0]);
  auto* constant = statement == nullptr ? nullptr : tree_.GetIf<ast::Constant>(statement->value);
  if (constant == nullptr || constant->value.type != ConstantType::kStr) return kNoConstant;
  std::string_view text = CleanDocumentation(tree_.Text(constant->value.text));
  uint32_t index = stopped() ? kNoConstant : constants_.OfStr(text);
  if (index == kNoConstant) emit_.Stop();
  return index;
}

// As CPython cleans docstrings since 3.13: tabs become spaces, the first line loses its indentation, the others as
// much as all of them have.
std::string_view Compiler::CleanDocumentation(std::string_view text) {
  if (text.find_first_of("\t\n") == std::string_view::npos && (text.empty() || text[0] != ' ')) return text;
  if (!meter_.Charge(text.size() >> 3)) emit_.Stop();
  size_t size = 0, column = 0;
  for (char c : text) {
    size_t width = c == '\t' ? 8 - column % 8 : 1;
    bool is_continuation = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    column = c == '\n' || c == '\r' ? 0 : column + (is_continuation ? 0 : width);
    size += width;
  }
  char* out = static_cast<char*>(scratch_.Allocate(size == 0 ? 1 : size));
  if (out == nullptr) return OutOfMemory(), text;
  char* at = out;
  column = 0;
  for (char c : text) {
    size_t width = c == '\t' ? 8 - column % 8 : 1;
    bool is_continuation = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    column = c == '\n' || c == '\r' ? 0 : column + (is_continuation ? 0 : width);
    std::memset(at, c == '\t' ? ' ' : c, width);
    at += width;
  }
  std::string_view expanded(out, size);
  size_t start = expanded.find_first_not_of(' ');
  if (start == std::string_view::npos) start = size;
  size_t margin = std::string_view::npos;
  for (size_t line = expanded.find('\n', start); line != std::string_view::npos; line = expanded.find('\n', line + 1)) {
    size_t text_at = expanded.find_first_not_of(' ', line + 1);
    if (text_at == std::string_view::npos || expanded[text_at] == '\n') continue;
    if (text_at - line - 1 < margin) margin = text_at - line - 1;
  }
  if (margin == std::string_view::npos) margin = 0;
  if (start == 0 && margin == 0) return expanded;
  char* to = out;
  for (size_t from = start; from < size;) {
    size_t end = expanded.find('\n', from);
    end = end == std::string_view::npos ? size : end + 1;
    MoveBytes(to, out + from, end - from);
    to += end - from;
    from = end;
    for (size_t i = 0; i < margin && from < size && out[from] == ' '; ++i) ++from;
  }
  return {out, static_cast<size_t>(to - out)};
}

}  // namespace garter
