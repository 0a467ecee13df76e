// A program as a whole: first the names, then one code object after another, then the image.
#include "interpreter/code/compiler.h"

#include "interpreter/base/copy_bytes.h"
#include "interpreter/code/checker.h"
#include "interpreter/code/compilation.h"
#include "interpreter/syntax/message.h"

namespace garter {
namespace {

struct Feature {
  NodeKind kind;
  const char* construct;
  const char* advice;
  bool runs;
};

constexpr Feature kFeatures[] = {
#define GARTER_FEATURE(kind, runs, construct, advice) {NodeKind::k##kind, construct, advice, runs},
#include "interpreter/code/features.def"
};

struct SupportedKinds {
  uint8_t runs[kNodeKindCount];
  constexpr SupportedKinds() : runs() {
    for (uint8_t& kind : runs) kind = 1;
    for (const Feature& feature : kFeatures) {
      // Asynchronous comprehensions are found by a field, not by the kind.
      if (feature.kind == NodeKind::kComprehension) continue;
      runs[static_cast<int>(feature.kind)] = feature.runs;
    }
  }
};
constexpr SupportedKinds kSupported;

const Feature* FeatureOf(NodeKind kind) {
  for (const Feature& feature : kFeatures) {
    if (feature.kind == kind && !feature.runs) return &feature;
  }
  return nullptr;
}

constexpr struct {
  const char* construct;
  const char* advice;
} kOtherFeatures[] = {
#define GARTER_FEATURE_OTHER(name, construct, advice) {construct, advice},
#include "interpreter/code/features.def"
};
enum OtherFeature {
#define GARTER_FEATURE_OTHER(name, construct, advice) k##name,
#include "interpreter/code/features.def"
};

}  // namespace

const char* UnsupportedConstruct(NodeKind kind) {
  const Feature* feature = FeatureOf(kind);
  return feature == nullptr ? nullptr : feature->construct;
}

const char* UnsupportedAdvice(NodeKind kind) {
  const Feature* feature = FeatureOf(kind);
  return feature == nullptr ? nullptr : feature->advice;
}

CompileResult Compile(Ast& tree, Meter& meter, Arena& output, std::string_view filename, uint32_t mutant,
                      const CompileTarget& target) {
  return Compiler(tree, meter, output, filename, mutant, target).Run();
}

// The program.

CompileResult Compiler::Run() {
  CompileResult result;
  auto limit = [&result] {
    result.status = CompileStatus::kLimit;
    return result;
  };
  ScopeResult scopes = BuildScopes(tree_, meter_, kSupported.runs, scopes_);
  if (scopes.status == ScopeStatus::kLimit) return limit();
  if (scopes.status == ScopeStatus::kError) {
    result.status = CompileStatus::kError;
    result.error = scopes.error;
    return result;
  }
  if (scopes.unsupported) {
    const Node& node = tree_.At(scopes.unsupported);
    const Feature* feature = FeatureOf(node.kind == NodeKind::kFunctionDef ? NodeKind::kTypeVar : node.kind);
    CHECK(feature != nullptr);
    return Unsupported(node, feature->construct, feature->advice);
  }
  if (scopes_.too_many_locals) {
    return Unsupported(tree_.At(tree_.root()), kOtherFeatures[kTooLarge].construct, kOtherFeatures[kTooLarge].advice);
  }
  if (!Tables()) return limit();
  for (uint32_t i = 0; i < codes_.size() && !stopped(); ++i) {
    CompileCode(i);
    if (emit_.overflow()) {
      return Unsupported(tree_.At(pending_[i].node), kOtherFeatures[kTooLarge].construct,
                         kOtherFeatures[kTooLarge].advice);
    }
  }
  if (too_deep_) {
    result.status = CompileStatus::kError;
    result.error.type = SyntaxErrorType::kRecursionError;
    result.error.message = "Stack overflow (used 8152 kB) during compilation";
    return result;
  }
  if (!stopped()) result.image = Finish();
  if (stopped() || meter_.limit != LimitKind::kNone || result.image == nullptr) return limit();
#ifndef NDEBUG
  ImageCheck check = CheckImage(*result.image);
  if (!check.ok()) CheckFailed(__FILE__, __LINE__, check.problem);
#endif
  return result;
}

CompileResult Compiler::Unsupported(const Node& node, const char* construct, const char* advice) {
  CompileResult result;
  result.status = CompileStatus::kUnsupported;
  result.construct = construct;
  result.line = node.lineno;
  SyntaxError place = ErrorAt(tree_, node, {});
  uint32_t column = 1;
  for (uint32_t i = 0; i < node.col_offset && i < place.text.size(); ++i) {
    column += (static_cast<unsigned char>(place.text[i]) & 0xC0) != 0x80;
  }
  result.column = column;
  Message message;
  message << construct << (std::string_view(construct).ends_with("s") ? " are" : " is") << " not supported yet (line ";
  message.Number(result.line) << ", column ";
  message.Number(column) << ")";
  if (*advice != 0) message << ": " << advice;
  result.message = message.In(scratch_);
  return result;
}

void Compiler::OutOfMemory() {
  meter_.Stop(LimitKind::kMemory);
  emit_.Stop();
}

bool Compiler::Enter() {
  if (++depth_ <= kMaxScopeDepth) return !stopped();
  too_deep_ = true;
  emit_.Stop();
  return false;
}

bool Compiler::Tables() {
  identifiers_ = tree_.names().size() + 1;
  size_t bytes = size_t{identifiers_} * 8;
  name_constants_ = static_cast<uint32_t*>(scratch_.Allocate(bytes));
  Pending module = {tree_.root(), 0, 0, 0, {}, {}, 1, 0};
  if (name_constants_ == nullptr || !scopes_.BuildNodeIndex(scratch_)) return meter_.Stop(LimitKind::kMemory);
  std::memset(name_constants_, 0, bytes);
  global_indices_ = name_constants_ + identifiers_;
  module.name = module.qualified_name = constants_.OfStr("<module>");
  if (!pending_.Push(scratch_, module) || !codes_.Push(scratch_, CodeInfo{})) return meter_.Stop(LimitKind::kMemory);
  return meter_.limit == LimitKind::kNone;
}

uint32_t Compiler::NameConstant(Identifier name) {
  uint32_t& known = name_constants_[name];
  if (known == 0) {
    uint32_t constant = constants_.OfStr(tree_.Text(name));
    if (constant == kNoConstant) return emit_.Stop(), 0;
    known = constant + 1;
  }
  return known - 1;
}

uint32_t Compiler::GlobalIndex(Identifier name) {
  uint32_t& known = global_indices_[name];
  if (known == 0) {
    if (!globals_.Push(scratch_, NameConstant(name))) return OutOfMemory(), 0;
    known = globals_.size();
  }
  return known - 1;
}

uint32_t Compiler::GlobalIndexOf(std::string_view name) {
  Identifier known = tree_.names().Find(scratch_, name);
  if (known != 0 && known < identifiers_) return GlobalIndex(known);
  uint32_t constant = constants_.OfStr(name);
  if (constant == kNoConstant || !globals_.Push(scratch_, constant)) return OutOfMemory(), 0;
  return globals_.size() - 1;
}

// Code objects.

void Compiler::CompileCode(uint32_t index) {
  code_ = index;
  const Pending pending = pending_[index];
  scope_ = pending.scope;
  scopes_.Open(scope_);
  CodeInfo code = {};
  code.entry = emit_.position();
  code.handlers = emit_.handlers().size();
  code.name = pending.name;
  code.qualified_name = pending.qualified_name;
  code.doc = kNoConstant;
  code.first_line = pending.first_line;
  NameTables(&code);
  codes_[index] = code;
  assigned_ = 0;
  surrounding_ = nullptr;
  depth_ = 0;
  emit_.BeginCode(named_);
  emit_.At(Location{pending.first_line, pending.first_line, 0, 0});
  if (index == 0) {
    codes_[0].flags = target_.by_name ? CodeInfo::kModule | CodeInfo::kByName : CodeInfo::kModule;
    ModuleBody();
  } else {
    FunctionBody(index);
  }
  emit_.ThreadJumps(code.entry);
  codes_[index].end = emit_.position();
  codes_[index].handler_count = emit_.handlers().size() - code.handlers;
  codes_[index].register_count = static_cast<uint16_t>(emit_.high());
}

// The names of registers and cells, and which registers some `del` may empty.
void Compiler::NameTables(CodeInfo* code) {
  const Scope& frame = scopes_.scopes[scope_];
  unbinds_ = 0;
  code->local_names = names_.size();
  code->local_count = frame.local_count;
  code->free_count = frame.free_count;
  named_ = frame.local_count;
  if (frame.kind == ScopeKind::kClass) {
    uint32_t constant = constants_.OfStr(".namespace");
    if (constant == kNoConstant || !names_.Push(scratch_, constant)) return OutOfMemory();
  }
  for (uint32_t i = scope_; i < frame.end && !stopped();) {
    const Scope& scope = scopes_.scopes[i];
    if (scope.frame != scope_) {
      i = scope.end;
      continue;
    }
    for (uint32_t s = scope.first_symbol; s != 0; s = scopes_.symbols[s].next) {
      const Symbol& symbol = scopes_.symbols[s];
      if ((symbol.binding != Binding::kLocal && symbol.binding != Binding::kCell) || symbol.Has(Symbol::kAlias))
        continue;
      if (symbol.slot < 64 && symbol.Has(Symbol::kUnbinds)) unbinds_ |= uint64_t{1} << symbol.slot;
      if (!names_.Push(scratch_, NameConstant(symbol.name))) return OutOfMemory();
    }
    ++i;
  }
  code->free_names = names_.size();
  for (uint32_t s = frame.first_symbol; s != 0 && !stopped(); s = scopes_.symbols[s].next) {
    const Symbol& symbol = scopes_.symbols[s];
    if (symbol.binding != Binding::kFree && !symbol.Has(Symbol::kClassFree)) continue;
    if (!names_.Push(scratch_, NameConstant(symbol.name))) return OutOfMemory();
  }
}

void Compiler::MakeCells() {
  for (uint32_t s = scopes_.scopes[scope_].first_symbol; s != 0; s = scopes_.symbols[s].next) {
    const Symbol& symbol = scopes_.symbols[s];
    if (symbol.binding == Binding::kCell) emit_.Emit(Opcode::kMAKE_CELL, symbol.slot);
  }
}

void Compiler::ModuleBody() {
  MakeCells();
  if (target_.by_name) {
    namespace_ = emit_.Temporary();
    emit_.Emit(Opcode::kLOAD_FREE_CELL, namespace_, 0);
  }
  if (auto* expression = tree_.GetIf<ast::Expression>(tree_.root())) {
    if (target_.at_run_time) return emit_.Emit(Opcode::kRETURN, Operand(expression->body));
    emit_.Emit(Opcode::kRESULT, Operand(expression->body));
  } else if (auto* interactive = tree_.GetIf<ast::Interactive>(tree_.root())) {
    Statements(interactive->body);
  } else {
    ProgramBody(tree_.Get<ast::Module>(tree_.root()).body);
  }
  emit_.Emit(Opcode::kRETURN_NONE);
}

void Compiler::ProgramBody(ListRef body) {
  uint32_t doc = DocumentationOf(body);
  if (doc != kNoConstant) {
    uint32_t reg = emit_.Temporary();
    LoadConstant(doc, reg);
    StoreDocumentation(tree_.names().Find(scratch_, "__doc__"), reg);
    emit_.Release(reg);
  }
  auto list = tree_.List(body);
  for (uint32_t i = 0; i < list.size() && !stopped(); ++i) {
    auto* last = i + 1 == list.size() && !target_.at_run_time ? tree_.GetIf<ast::Expr>(list[i]) : nullptr;
    if (last == nullptr) {
      Statement(list[i]);
      continue;
    }
    emit_.Emit(Opcode::kRESULT, Operand(last->value));
  }
}

// `__doc__` of a module need not be a name of its text.
void Compiler::StoreDocumentation(Identifier name, uint32_t reg) {
  uint32_t index = 0;
  if (name != 0 && name < identifiers_) {
    index = GlobalIndex(name);
  } else {
    uint32_t constant = constants_.OfStr("__doc__");
    if (constant == kNoConstant || !globals_.Push(scratch_, constant)) return OutOfMemory();
    index = globals_.size() - 1;
  }
  if (!target_.by_name) return emit_.Emit(Opcode::kSTORE_GLOBAL, reg, index);
  emit_.Emit(Opcode::kSTORE_NAME, reg, namespace_);
  emit_.Extend(0, index);
}

// The image.

namespace {

// Copies an array behind the frozen objects. Null: the arena is full.
template <typename T>
const T* Copy(Arena& output, const T* items, size_t count) {
  T* at = static_cast<T*>(output.Allocate(count == 0 ? 1 : count * sizeof(T)));
  if (at != nullptr && count != 0) CopyBytes(at, items, count * sizeof(T));
  return at;
}

}  // namespace

const ProgramImage* Compiler::Finish() {
  const char* frozen = output_.base() + constants_.frozen_start();
  uint32_t frozen_size = constants_.frozen_size();
  auto* made = static_cast<ProgramImage*>(output_.Allocate(sizeof(ProgramImage)));
  if (made == nullptr) {
    meter_.Stop(LimitKind::kMemory);
    return nullptr;
  }
  std::memset(static_cast<void*>(made), 0, sizeof(ProgramImage));
  ProgramImage& image = *made;
  image.frozen.Set(frozen);
  image.frozen_size = frozen_size;
  std::string_view warnings;
  bool good = FormatWarnings(tree_, filename_, output_, &warnings);
  auto copy = [&](auto& table, const auto* items, size_t count) {
    auto* at = Copy(output_, items, count);
    good = good && at != nullptr;
    if (at != nullptr) table.Set(at);
    return static_cast<uint32_t>(count);
  };
  image.instruction_count = copy(image.instructions, emit_.instructions(), emit_.position());
  copy(image.locations, emit_.locations(), emit_.position());
  copy(image.live, emit_.live(), emit_.position());
  image.code_count = copy(image.codes, codes_.data(), codes_.size());
  image.handler_count = copy(image.handlers, emit_.handlers().data(), emit_.handlers().size());
  image.name_count = copy(image.names, names_.data(), names_.size());
  image.constant_count = copy(image.constants, constants_.values().data(), constants_.values().size());
  image.global_count = copy(image.global_names, globals_.data(), globals_.size());
  image.source_size = copy(image.source, tree_.text().data(), tree_.text().size());
  image.filename_size = copy(image.filename, filename_.data(), filename_.size());
  image.warnings.Set(warnings.data());
  image.warnings_size = static_cast<uint32_t>(warnings.size());
  image.cache_count = cache_count_;
  if (!good) {
    meter_.Stop(LimitKind::kMemory);
    return nullptr;
  }
  if (!meter_.Charge(output_.used() >> 6)) return nullptr;
  image.size = output_.used();
  image.fuel = meter_.used;
  return made;
}

}  // namespace garter
